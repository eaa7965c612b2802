//! Pages taken apart: where every node stands, and whether a page is fit to be seen.

use milepost_layout::{Node, Page, Point, Rect, Shape, TextRun};

/// Space that no printer reaches, in points.
const MARGIN: f64 = 36.0;

/// A node as it stands on the page.
pub struct Placed<'a> {
    pub node: &'a Node,
    pub bounds: Rect,
    /// What of the page it may show on.
    pub clip: Rect,
}

/// All nodes of a page but its groups.
pub fn placed(page: &Page) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let everywhere = Rect::new(0.0, 0.0, page.width, page.height);
    place(&page.nodes, Point::default(), everywhere, &mut found);
    found
}

fn place<'a>(nodes: &'a [Node], by: Point, clip: Rect, found: &mut Vec<Placed<'a>>) {
    let moved = |rect: Rect| Rect::new(rect.x + by.x, rect.y + by.y, rect.width, rect.height);
    for node in nodes {
        match &node.shape {
            Shape::Group { clip: own, offset, nodes } => {
                let own = own.map_or(clip, |own| cut(moved(own), clip));
                place(nodes, Point { x: by.x + offset.x, y: by.y + offset.y }, own, found);
            }
            shape => found.push(Placed { node, bounds: moved(shape.bounds()), clip }),
        }
    }
}

fn cut(one: Rect, other: Rect) -> Rect {
    let (x, y) = (one.x.max(other.x), one.y.max(other.y));
    let (right, bottom) = (one.right().min(other.right()), one.bottom().min(other.bottom()));
    Rect::new(x, y, (right - x).max(0.0), (bottom - y).max(0.0))
}

fn texts(page: &Page) -> Vec<(TextRun, Rect, Rect)> {
    let texts = placed(page).into_iter().filter_map(|placed| match &placed.node.shape {
        Shape::Text(run) => {
            // Shape bounds leave room for all letters; these are the advance and the height of a capital.
            let tight = if run.turned {
                let (baseline, top) = (placed.bounds.x + run.size, placed.bounds.y + 1.0);
                Rect::new(baseline - 0.75 * run.size, top, 0.75 * run.size, run.width)
            } else {
                let (x, baseline) = (placed.bounds.x + 1.0, placed.bounds.y + run.size);
                Rect::new(x, baseline - 0.75 * run.size, run.width, 0.75 * run.size)
            };
            Some((run.clone(), tight, placed.clip))
        }
        _ => None,
    });
    texts.collect()
}

/// All texts of a page.
pub fn words(page: &Page) -> Vec<String> {
    texts(page).into_iter().map(|(run, _, _)| run.text).collect()
}

fn is_inside(inner: Rect, outer: Rect) -> bool {
    const SLACK: f64 = 0.05;
    inner.x >= outer.x - SLACK
        && inner.y >= outer.y - SLACK
        && inner.right() <= outer.right() + SLACK
        && inner.bottom() <= outer.bottom() + SLACK
}

/// Nothing is cut off, nothing runs into something else, nothing leaves the margins.
pub fn check_page(page: &Page) {
    let frame = Rect::new(MARGIN, MARGIN, page.width - 2.0 * MARGIN, page.height - 2.0 * MARGIN);
    let texts = texts(page);
    for (index, (run, place, clip)) in texts.iter().enumerate() {
        assert!(is_inside(*place, frame), "“{}” leaves the margins: {place:?}", run.text);
        assert!(is_inside(*place, *clip), "“{}” is cut off: {place:?} by {clip:?}", run.text);
        assert!(run.slides_to.is_none(), "“{}” would slide on paper", run.text);
        for (other, other_place, _) in &texts[index + 1..] {
            let is_mark = run.text == "!" || other.text == "!";
            let (one, two) = (&run.text, &other.text);
            let meet = place.intersects(*other_place);
            assert!(is_mark || !meet, "“{one}” at {place:?} runs into “{two}” at {other_place:?}");
        }
    }
    // A diamond at the edge of its day may stand half a diamond over the chart's edge.
    const DIAMOND: f64 = 12.0;
    let around = Rect::new(
        MARGIN - DIAMOND,
        MARGIN - DIAMOND,
        frame.width + 2.0 * DIAMOND,
        frame.height + 2.0 * DIAMOND,
    );
    for placed in placed(page) {
        let seen = cut(placed.bounds, placed.clip);
        let is_seen = seen.width > 0.0 && seen.height > 0.0;
        assert!(!is_seen || is_inside(seen, around), "{} leaves the margins: {seen:?}", placed.node.key);
    }
}
