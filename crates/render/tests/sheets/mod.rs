//! Pages built by hand, for the tests.
#![allow(dead_code, reason = "each test binary uses some of it")]
#![allow(clippy::unwrap_used, reason = "part of the tests")]

use milepost_layout::{
    Fonts, Node, OutlineEntry, Page, Pages, PathStep, Point, Rect, Role, Shape, Stroke, TextRun, Tone, Weight,
};
use milepost_plan::Day;

/// A name that is markup, PDF syntax and a path at once.
pub const HOSTILE: &str = r"<b>R&D</b> (phase\1) ../etc";

/// What the bundled font has beyond ASCII, two pairs that share a glyph, and what it would make an arrow of.
pub const LETTERS: &str = "ä ß ł я Ω ≥ … Δ∆ µμ é a->b";

pub fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

pub fn rect(rect: Rect, radius: f64, fill: Option<Role>, stroke: Option<Stroke>) -> Node {
    Node::new("rect", Shape::Rect { rect, radius, fill, stroke })
}

pub fn path(steps: Vec<PathStep>, fill: Option<Role>, stroke: Option<Stroke>) -> Node {
    Node::new("path", Shape::Path { steps, fill, stroke })
}

pub fn group(clip: Option<Rect>, offset: Point, nodes: Vec<Node>) -> Node {
    Node::new("group", Shape::Group { clip, offset, nodes })
}

pub fn text(fonts: &Fonts, place: Point, text: &str, weight: Weight, size: f64, colour: Role) -> Node {
    let (width, direction) = fonts.measured(text, weight, size);
    let run = TextRun {
        at: place,
        text: text.to_owned(),
        size,
        weight,
        colour,
        width,
        direction,
        slides_to: None,
        lead: None,
        hangs: None,
        turned: false,
    };
    Node::new("text", Shape::Text(run))
}

/// A bar as the timeline draws it: fill, edge, progress and name, cut off at its edge.
pub fn bar(fonts: &Fonts, at: Rect, hue: u8, name: &str) -> Vec<Node> {
    let edge = Stroke::solid(Role::Hue(hue, Tone::Edge), 1.0);
    let progress = Rect::new(0.0, at.height - 3.0, at.width * 0.4, 3.0);
    vec![
        rect(at, 6.0, Some(Role::Hue(hue, Tone::Fill)), Some(edge)),
        group(
            Some(at),
            Point { x: at.x, y: at.y },
            vec![
                rect(progress, 0.0, Some(Role::Hue(hue, Tone::Strong)), None),
                text(fonts, Point { x: 8.0, y: 16.0 }, name, Weight::Medium, 12.0, Role::Ink),
            ],
        ),
    ]
}

/// A page with everything that a scene can hold.
pub fn small_page(fonts: &Fonts) -> Page {
    let mut nodes = vec![
        rect(Rect::new(0.0, 0.0, 420.0, 40.0), 0.0, Some(Role::Sunken), None),
        text(fonts, at(16.0, 25.0), "Northwind 2027", Weight::SemiBold, 15.0, Role::Ink),
        text(fonts, at(200.0, 25.0), LETTERS, Weight::Regular, 11.5, Role::Ink2),
        path(
            vec![PathStep::Move(at(0.0, 40.0)), PathStep::Line(at(420.0, 40.0))],
            None,
            Some(Stroke::solid(Role::Ink3, 1.0)),
        ),
        path(
            vec![PathStep::Move(at(300.0, 40.0)), PathStep::Line(at(300.0, 200.0))],
            None,
            Some(Stroke::dashed(Role::Accent, 1.5, [4.0, 3.0])),
        ),
    ];
    nodes.extend(bar(fonts, Rect::new(20.0, 60.0, 180.0, 26.0), 1, "Scheduled report delivery"));
    nodes.extend(bar(fonts, Rect::new(40.0, 96.0, 240.0, 26.0), 4, HOSTILE));
    nodes.push(rect(
        Rect::new(220.0, 60.0, 120.0, 26.0),
        6.0,
        Some(Role::Hue(5, Tone::Calm)),
        Some(Stroke::dashed(Role::Hue(5, Tone::Edge), 1.0, [4.0, 3.0])),
    ));
    nodes.push(path(
        vec![
            PathStep::Move(at(200.0, 73.0)),
            PathStep::Curve(at(230.0, 73.0), at(10.0, 109.0), at(40.0, 109.0)),
        ],
        None,
        Some(Stroke::solid(Role::Ink3, 1.2)),
    ));
    // A milestone, and a ring: one line inside the other, wound the other way.
    nodes.push(path(
        vec![
            PathStep::Move(at(360.0, 150.0)),
            PathStep::Line(at(370.0, 160.0)),
            PathStep::Line(at(360.0, 170.0)),
            PathStep::Line(at(350.0, 160.0)),
            PathStep::Close,
        ],
        Some(Role::Danger),
        Some(Stroke::solid(Role::Ink, 1.0)),
    ));
    nodes.push(path(
        [20.0, 12.0]
            .into_iter()
            .zip([1.0, -1.0])
            .flat_map(|(half, way)| {
                vec![
                    PathStep::Move(at(60.0 - half, 165.0)),
                    PathStep::Line(at(60.0, 165.0 - half * way)),
                    PathStep::Line(at(60.0 + half, 165.0)),
                    PathStep::Line(at(60.0, 165.0 + half * way)),
                    PathStep::Close,
                ]
            })
            .collect(),
        Some(Role::Hue(2, Tone::Strong)),
        None,
    ));
    Page { width: 420.0, height: 200.0, nodes }
}

/// A document of one small page with an outline.
pub fn small(fonts: &Fonts) -> Pages {
    let entry = |title: &str, level, y| OutlineEntry { title: title.to_owned(), level, page: 0, y };
    Pages {
        title: "Northwind – Plan 2027 (draft)".to_owned(),
        author: "Zoë Łuczak".to_owned(),
        date: Day::from_ymd(2027, 2, 12).unwrap(),
        language: "en-GB".to_owned(),
        pages: vec![small_page(fonts)],
        outline: vec![
            entry("Self-service reporting", 0, 50.0),
            entry("Scheduled report delivery", 1, 60.0),
            entry(HOSTILE, 1, 96.0),
            entry("Größe я", 0, 150.0),
        ],
        smallest_text_pt: 11.5,
        left_out: Vec::new(),
    }
}

/// A4 sheets crowded with bars in rows on a grid of days, every one of them in the outline.
pub fn crowded(fonts: &Fonts, pages: usize, bars: usize) -> Pages {
    const WORDS: [&str; 24] = [
        "Scheduled",
        "report",
        "delivery",
        "export",
        "billing",
        "customer",
        "import",
        "audit",
        "search",
        "for",
        "the",
        "tablet",
        "Single",
        "sign-on",
        "with",
        "regional",
        "rates",
        "offline",
        "mode",
        "Usage",
        "alerts",
        "bulk",
        "edit",
        "history",
    ];
    let mut seed = 7_u32;
    let mut random = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    let mut outline = Vec::new();
    let pages = (0..pages)
        .map(|page| {
            outline.push(OutlineEntry { title: format!("Lane {page}"), level: 0, page, y: 20.0 });
            let mut nodes = Vec::new();
            for number in 0..bars {
                let (x, y) = (90.0 + 1.37 * f64::from(random(500)), 40.0 + 15.2 * f64::from(random(34)));
                let name: Vec<&str> = (0..4).map(|_| WORDS[usize::try_from(random(24)).unwrap()]).collect();
                let name = name.join(" ");
                let place = Rect::new(x, y, 1.37 * f64::from(10 + random(90)), 13.0);
                let hue = 1 + u8::try_from(number * 8 / bars).unwrap();
                let edge = Stroke::solid(Role::Hue(hue, Tone::Edge), 0.5);
                nodes.push(rect(place, 3.0, Some(Role::Hue(hue, Tone::Fill)), Some(edge)));
                nodes.push(text(fonts, at(x + 4.0, y + 9.0), &name, Weight::Medium, 6.0, Role::Ink));
                outline.push(OutlineEntry { title: name, level: 1, page, y });
            }
            Page { width: 841.89, height: 595.28, nodes }
        })
        .collect();
    Pages { pages, outline, ..small(fonts) }
}
