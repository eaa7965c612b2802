//! What is drawn on a page, as printpdf's operations.
//!
//! A PDF measures upwards from the bottom, a scene downwards from the top: [`Painter::at`] is the one place that
//! knows. Numbers are rounded to hundredths of a point, which keeps the file small.

use milepost_layout::{Node, Page, PathStep, Point, Rect, Rgb, Role, Shape, Stroke, TextRun, Theme, Weight};
use printpdf::{
    Color, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, PdfPage, Polygon, PolygonRing, Pt,
    TextItem, WindingOrder,
};

use super::embedding::font_id;

/// Paints one page.
pub(super) fn page(page: &Page, theme: &Theme) -> PdfPage {
    let mut painter = Painter {
        theme,
        height: page.height,
        offset: Point::default(),
        pen: Pen::default(),
        operations: Vec::new(),
    };
    painter.nodes(&page.nodes);
    let paper = printpdf::Rect::from_wh(points(page.width), points(page.height));
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops: painter.operations }
}

/// What the reader of the document remembers between operations. Telling it again what it knows costs bytes.
#[derive(Debug, Clone, Default)]
struct Pen {
    fill: Option<Rgb>,
    line: Option<Rgb>,
    width: Option<f64>,
    dash: Option<[f64; 2]>,
    font: Option<(Weight, f64)>,
}

struct Painter<'a> {
    theme: &'a Theme,
    /// Of the page, in points.
    height: f64,
    /// Added to every place.
    offset: Point,
    pen: Pen,
    operations: Vec<Op>,
}

impl Painter<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match &node.shape {
                Shape::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, *fill, *stroke),
                Shape::Path { steps, fill, stroke } => self.path(steps, *fill, *stroke),
                Shape::Text(run) => self.text(run),
                Shape::Group { clip, offset, nodes } => self.group(*clip, *offset, nodes),
            }
        }
    }

    fn rect(&mut self, rect: Rect, radius: f64, fill: Option<Role>, stroke: Option<Stroke>) {
        let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
        if radius > 0.0 {
            self.path(&rounded(rect, radius), fill, stroke);
        } else if let Some(mode) = self.dip(fill, stroke) {
            let rectangle = self.upright(rect, mode);
            self.operations.push(Op::DrawRectangle { rectangle });
        }
    }

    fn path(&mut self, steps: &[PathStep], fill: Option<Role>, stroke: Option<Stroke>) {
        let Some(mode) = self.dip(fill, stroke) else { return };
        let mut lines = self.lines(steps);
        // printpdf closes what it fills, so an open line can only be stroked by itself.
        if mode == PaintMode::FillStroke && matches!(lines.as_slice(), [line] if line.is_closed) {
            self.polygon(&mut lines, mode);
            return;
        }
        if fill.is_some() {
            self.polygon(&mut lines.clone(), PaintMode::Fill);
        }
        if stroke.is_some() {
            self.operations.extend(lines.into_iter().map(|line| Op::DrawLine { line }));
        }
    }

    fn polygon(&mut self, lines: &mut Vec<Line>, mode: PaintMode) {
        let rings = lines.drain(..).map(|line| PolygonRing { points: line.points }).collect();
        let polygon = Polygon { rings, mode, winding_order: WindingOrder::NonZero };
        self.operations.push(Op::DrawPolygon { polygon });
    }

    fn text(&mut self, run: &TextRun) {
        if run.text.is_empty() {
            return;
        }
        self.fill_with(run.colour);
        self.operations.push(Op::StartTextSection);
        if self.pen.font != Some((run.weight, run.size)) {
            self.pen.font = Some((run.weight, run.size));
            let font = PdfFontHandle::External(font_id(run.weight));
            self.operations.push(Op::SetFont { font, size: points(run.size) });
        }
        self.operations.push(Op::SetTextCursor { pos: self.at(run.at) });
        self.operations.push(Op::ShowText { items: vec![TextItem::Text(run.text.clone())] });
        self.operations.push(Op::EndTextSection);
    }

    fn group(&mut self, clip: Option<Rect>, offset: Point, nodes: &[Node]) {
        let outside = self.offset;
        let pen = self.pen.clone();
        if let Some(clip) = clip {
            let rectangle = self.upright(clip, PaintMode::Clip);
            self.operations.extend([Op::SaveGraphicsState, Op::DrawRectangle { rectangle }]);
        }
        self.offset = Point { x: outside.x + offset.x, y: outside.y + offset.y };
        self.nodes(nodes);
        self.offset = outside;
        if clip.is_some() {
            self.operations.push(Op::RestoreGraphicsState);
            // printpdf encodes text by the font it saw last, restored or not: it must see it again.
            self.pen = Pen { font: None, ..pen };
        }
    }

    /// Sets colours and line; none if nothing is to be painted.
    fn dip(&mut self, fill: Option<Role>, stroke: Option<Stroke>) -> Option<PaintMode> {
        if let Some(fill) = fill {
            self.fill_with(fill);
        }
        if let Some(stroke) = stroke {
            self.stroke_with(stroke);
        }
        match (fill, stroke) {
            (Some(_), Some(_)) => Some(PaintMode::FillStroke),
            (Some(_), None) => Some(PaintMode::Fill),
            (None, Some(_)) => Some(PaintMode::Stroke),
            (None, None) => None,
        }
    }

    fn fill_with(&mut self, role: Role) {
        let colour = self.theme.colour(role);
        if self.pen.fill.replace(colour) != Some(colour) {
            self.operations.push(Op::SetFillColor { col: ink(colour) });
        }
    }

    fn stroke_with(&mut self, stroke: Stroke) {
        let colour = self.theme.colour(stroke.colour);
        if self.pen.line.replace(colour) != Some(colour) {
            self.operations.push(Op::SetOutlineColor { col: ink(colour) });
        }
        if self.pen.width.replace(stroke.width) != Some(stroke.width) {
            self.operations.push(Op::SetOutlineThickness { pt: points(stroke.width) });
        }
        if self.pen.dash != stroke.dash {
            self.pen.dash = stroke.dash;
            let dash = stroke.dash.map_or_else(LineDashPattern::solid, |dash| {
                LineDashPattern::new(0.0, &dash.map(|length| points(length).0))
            });
            self.operations.push(Op::SetLineDashPattern { dash });
        }
    }

    /// The lines of a path.
    fn lines(&self, steps: &[PathStep]) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for step in steps {
            if let PathStep::Move(_) = step {
                lines.push(Line { points: Vec::new(), is_closed: false });
            }
            let Some(line) = lines.last_mut() else { continue };
            let mut add = |place: Point, bezier: bool| {
                line.points.push(LinePoint { p: self.at(place), bezier });
            };
            match *step {
                PathStep::Move(to) | PathStep::Line(to) => add(to, false),
                PathStep::Curve(first, second, to) => {
                    add(first, true);
                    add(second, true);
                    add(to, false);
                }
                PathStep::Close => line.is_closed = true,
            }
        }
        lines
    }

    fn upright(&self, rect: Rect, mode: PaintMode) -> printpdf::Rect {
        let corner = self.at(Point { x: rect.x, y: rect.bottom() });
        printpdf::Rect {
            x: corner.x,
            y: corner.y,
            width: points(rect.width),
            height: points(rect.height),
            mode: Some(mode),
            winding_order: None,
        }
    }

    /// A place on the page as a PDF counts.
    fn at(&self, place: Point) -> printpdf::Point {
        printpdf::Point {
            x: points(self.offset.x + place.x),
            y: points(self.height - self.offset.y - place.y),
        }
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

/// A length in hundredths of a point; zero for what is no number, which a PDF cannot hold.
#[allow(clippy::cast_possible_truncation, reason = "a page is small enough for single precision")]
fn points(length: f64) -> Pt {
    let rounded = (length * 100.0).round() / 100.0;
    Pt(if rounded.is_finite() { rounded as f32 } else { 0.0 })
}

fn ink(colour: Rgb) -> Color {
    // Three digits tell 256 shades apart.
    let share = |channel: u8| (f32::from(channel) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(printpdf::Rgb { r: share(colour.0), g: share(colour.1), b: share(colour.2), icc_profile: None })
}
