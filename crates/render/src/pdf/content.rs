//! What is drawn on a page, in the operators of a PDF (ISO 32000-1, annex A).
//!
//! Written here and not by printpdf, whose streams for crowded pages are three times as large and slow. Three things
//! keep them small: numbers are rounded to hundredths of a point, what the reader remembers is not repeated, and
//! whatever has curves is drawn from its own corner, so that all bars are the same few numbers.

mod text;

use milepost_layout::{Fonts, Node, Page, PathStep, Point, Rect, Rgb, Role, Shape, Stroke, Theme};

use super::embedding::{EmbeddedFonts, FontKey};

/// The content stream of a page.
pub(super) fn draw(page: &Page, theme: &Theme, fonts: &Fonts, embedded: &EmbeddedFonts) -> Vec<u8> {
    let mut painter = Painter {
        theme,
        fonts,
        embedded,
        height: page.height,
        offset: Point::default(),
        pen: Pen::default(),
        frame: None,
        out: Vec::new(),
    };
    painter.nodes(&page.nodes);
    painter.leave();
    painter.out
}

/// What the reader of the document remembers between operators.
#[derive(Debug, Clone, Copy, Default)]
struct Pen {
    fill: Option<Rgb>,
    line: Option<Rgb>,
    width: Option<f64>,
    dash: Option<[f64; 2]>,
    font: Option<(FontKey, f64)>,
}

/// Coordinates that begin at the corner of a shape, left open for what belongs to it, such as a bar's name.
#[derive(Debug, Clone, Copy)]
struct Frame {
    corner: Point,
    /// What the reader goes back to at its end.
    outside: Pen,
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy)]
struct Paint {
    fill: Option<Role>,
    stroke: Option<Stroke>,
}

struct Painter<'a> {
    theme: &'a Theme,
    fonts: &'a Fonts,
    embedded: &'a EmbeddedFonts,
    /// Of the page, in points.
    height: f64,
    /// Added to every place.
    offset: Point,
    pen: Pen,
    frame: Option<Frame>,
    out: Vec<u8>,
}

impl Painter<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match &node.shape {
                Shape::Rect { rect, radius, fill, stroke } => {
                    self.rect(*rect, *radius, Paint { fill: *fill, stroke: *stroke });
                }
                Shape::Path { steps, fill, stroke } => {
                    self.path(steps, Paint { fill: *fill, stroke: *stroke });
                }
                Shape::Text(run) => self.text(run),
                Shape::Group { clip, offset, nodes } => self.group(*clip, *offset, nodes),
            }
        }
    }

    fn rect(&mut self, rect: Rect, radius: f64, paint: Paint) {
        let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
        if radius > 0.0 {
            self.path(&rounded(rect, radius), paint);
        } else if let Some(operator) = self.dip(paint) {
            self.upright(rect);
            self.operator(&[], operator);
        }
    }

    fn path(&mut self, steps: &[PathStep], paint: Paint) {
        let Some(PathStep::Move(start)) = steps.first() else { return };
        self.enter(*start);
        let Some(operator) = self.dip(paint) else { return };
        for step in steps {
            match *step {
                PathStep::Move(to) => self.places([to], "m"),
                PathStep::Line(to) => self.places([to], "l"),
                PathStep::Curve(first, second, to) => self.places([first, second, to], "c"),
                PathStep::Close => self.operator(&[], "h"),
            }
        }
        self.operator(&[], operator);
    }

    fn group(&mut self, clip: Option<Rect>, offset: Point, nodes: &[Node]) {
        let Some(clip) = clip else { return self.shifted(offset, nodes) };
        self.leave();
        let pen = self.pen;
        self.operator(&[], "q");
        self.upright(clip);
        self.operator(&[], "W n");
        self.shifted(offset, nodes);
        self.leave();
        self.operator(&[], "Q");
        self.pen = pen;
    }

    fn shifted(&mut self, offset: Point, nodes: &[Node]) {
        let outside = self.offset;
        self.offset = Point { x: outside.x + offset.x, y: outside.y + offset.y };
        self.nodes(nodes);
        self.offset = outside;
    }

    /// Begins a frame at a place, after ending the one before.
    fn enter(&mut self, corner: Point) {
        self.leave();
        let corner = self.on_page(corner);
        self.operator(&[], "q");
        self.operator(&[1.0, 0.0, 0.0, 1.0, corner.x, corner.y], "cm");
        self.frame = Some(Frame { corner, outside: self.pen });
    }

    fn leave(&mut self) {
        if let Some(frame) = self.frame.take() {
            self.operator(&[], "Q");
            self.pen = frame.outside;
        }
    }

    /// Sets colours and line and answers the operator that paints; none if nothing is to be painted.
    fn dip(&mut self, paint: Paint) -> Option<&'static str> {
        if let Some(fill) = paint.fill {
            self.fill_with(fill);
        }
        if let Some(stroke) = paint.stroke {
            self.stroke_with(stroke);
        }
        match (paint.fill, paint.stroke) {
            (Some(_), Some(_)) => Some("B"),
            (Some(_), None) => Some("f"),
            (None, Some(_)) => Some("S"),
            (None, None) => None,
        }
    }

    fn fill_with(&mut self, role: Role) {
        let colour = self.theme.colour(role);
        if self.pen.fill.replace(colour) != Some(colour) {
            self.operator(&shares(colour), "rg");
        }
    }

    fn stroke_with(&mut self, stroke: Stroke) {
        let colour = self.theme.colour(stroke.colour);
        if self.pen.line.replace(colour) != Some(colour) {
            self.operator(&shares(colour), "RG");
        }
        if self.pen.width.replace(stroke.width) != Some(stroke.width) {
            self.operator(&[stroke.width], "w");
        }
        if self.pen.dash != stroke.dash {
            self.pen.dash = stroke.dash;
            self.out.push(b'[');
            for length in stroke.dash.into_iter().flatten() {
                self.number(length);
            }
            self.out.extend(b"] ");
            self.operator(&[0.0], "d");
        }
    }

    /// Adds an upright rectangle to the current path.
    fn upright(&mut self, rect: Rect) {
        let corner = self.at(Point { x: rect.x, y: rect.bottom() });
        self.operator(&[corner.x, corner.y, rect.width, rect.height], "re");
    }

    fn places<const N: usize>(&mut self, places: [Point; N], operator: &str) {
        for place in places {
            let at = self.at(place);
            self.number(at.x);
            self.number(at.y);
        }
        self.operator(&[], operator);
    }

    /// A place in the open frame, if there is one.
    fn at(&self, place: Point) -> Point {
        let corner = self.frame.map_or(Point::default(), |frame| frame.corner);
        let on_page = self.on_page(place);
        Point { x: on_page.x - corner.x, y: on_page.y - corner.y }
    }

    /// A place on the page in hundredths of a point. A PDF counts upwards from the bottom, a scene downwards.
    fn on_page(&self, place: Point) -> Point {
        let hundredths = |length: f64| (length * 100.0).round() / 100.0;
        Point { x: hundredths(self.offset.x + place.x), y: hundredths(self.height - self.offset.y - place.y) }
    }

    fn operator(&mut self, numbers: &[f64], operator: &str) {
        for value in numbers {
            self.number(*value);
        }
        self.out.extend(operator.bytes());
        self.out.push(b'\n');
    }

    fn number(&mut self, value: f64) {
        write_number(value, &mut self.out);
        self.out.push(b' ');
    }
}

/// Writes a number to the thousandth as short as can be, and zero for what is none. Pages hold hundreds of thousands
/// of them, too many for the formatting of the standard library.
fn write_number(value: f64, out: &mut Vec<u8>) {
    const DECIMALS: usize = 3;
    #[allow(clippy::cast_possible_truncation, reason = "`as` stops at the limits and makes NaN zero")]
    let thousandths = (value * 1000.0).round() as i64;
    if thousandths < 0 {
        out.push(b'-');
    }
    // Twenty digits are enough for any number of 64 bits.
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    let mut rest = thousandths.unsigned_abs();
    while rest > 0 || start > digits.len() - DECIMALS - 1 {
        start -= 1;
        digits[start] += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    let (whole, decimals) = digits[start..].split_at(digits.len() - DECIMALS - start);
    out.extend(whole);
    let kept = decimals.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
    if kept > 0 {
        out.push(b'.');
        out.extend(&decimals[..kept]);
    }
}

/// The outline of a rectangle with rounded corners, clockwise from the left end of its top edge.
fn rounded(rect: Rect, radius: f64) -> [PathStep; 10] {
    /// How far from the corner the control points of a cubic curve lie that comes closest to a quarter circle,
    /// in radii: 1 - 4/3 (√2 - 1).
    const SLACK: f64 = 0.447_715_25;
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let slack = radius * SLACK;
    let to = |x, y| Point { x, y };
    [
        PathStep::Move(to(left + radius, top)),
        PathStep::Line(to(right - radius, top)),
        PathStep::Curve(to(right - slack, top), to(right, top + slack), to(right, top + radius)),
        PathStep::Line(to(right, bottom - radius)),
        PathStep::Curve(to(right, bottom - slack), to(right - slack, bottom), to(right - radius, bottom)),
        PathStep::Line(to(left + radius, bottom)),
        PathStep::Curve(to(left + slack, bottom), to(left, bottom - slack), to(left, bottom - radius)),
        PathStep::Line(to(left, top + radius)),
        PathStep::Curve(to(left, top + slack), to(left + slack, top), to(left + radius, top)),
        PathStep::Close,
    ]
}

/// A colour as shares of red, green and blue. Three digits tell 256 shades apart.
fn shares(colour: Rgb) -> [f64; 3] {
    [colour.0, colour.1, colour.2].map(|channel| f64::from(channel) / 255.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_always_numbers() {
        for (value, written) in [
            (0.0, "0"),
            (-0.0001, "0"),
            (7.0, "7"),
            (-7.5, "-7.5"),
            (0.05, "0.05"),
            (-0.125, "-0.125"),
            (595.2756, "595.276"),
            (1e300, "9223372036854775.807"),
            (f64::NAN, "0"),
        ] {
            let mut out = Vec::new();
            write_number(value, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), written, "{value}");
        }
    }

    fn drawn(nodes: Vec<Node>) -> String {
        let page = Page { width: 100.0, height: 100.0, nodes };
        let fonts = Fonts::bundled();
        let embedded = EmbeddedFonts::for_nodes(&page.nodes, &fonts).unwrap();
        String::from_utf8(draw(&page, &Theme::paper(), &fonts, &embedded)).unwrap()
    }

    fn square(x: f64, radius: f64) -> Node {
        let rect = Rect::new(x, 10.0, 20.0, 20.0);
        Node::new("square", Shape::Rect { rect, radius, fill: Some(Role::Surface), stroke: None })
    }

    #[test]
    fn y_counts_from_the_bottom() {
        assert_eq!(drawn(vec![square(5.0, 0.0)]), "1 1 1 rg\n5 70 20 20 re\nf\n");
    }

    #[test]
    fn colours_are_told_once_until_a_frame_or_clip_ends() {
        let clip = Some(Rect::new(0.0, 0.0, 50.0, 50.0));
        let group = Shape::Group { clip, offset: Point { x: 1.0, y: 2.0 }, nodes: vec![square(5.0, 0.0)] };
        let drawing = drawn(vec![Node::new("group", group), square(30.0, 0.0), square(60.0, 0.0)]);
        let lines: Vec<&str> = drawing.lines().collect();
        assert_eq!(
            lines,
            [
                "q",
                "0 50 50 50 re",
                "W n",
                "1 1 1 rg",
                "6 68 20 20 re",
                "f",
                "Q",
                "1 1 1 rg",
                "30 70 20 20 re",
                "f",
                "60 70 20 20 re",
                "f",
            ]
        );
    }

    #[test]
    fn what_is_rounded_is_drawn_from_its_own_corner() {
        let shape = |x| drawn(vec![square(x, 4.0)]).replace(&format!("{} 90 cm", x + 4.0), "cm");
        assert_eq!(shape(5.0), shape(50.0));
        assert_eq!(drawn(vec![square(5.0, 4.0)]).matches('q').count(), 1);
        assert!(drawn(vec![square(5.0, 4.0)]).ends_with("Q\n"));
    }

    #[test]
    fn a_corner_is_never_rounder_than_its_side() {
        assert_eq!(drawn(vec![square(5.0, 10.0)]), drawn(vec![square(5.0, 99.0)]));
    }

    #[test]
    fn nothing_is_painted_without_a_colour() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(
            drawn(vec![Node::new("bare", Shape::Rect { rect, radius: 0.0, fill: None, stroke: None })]),
            ""
        );
    }
}
