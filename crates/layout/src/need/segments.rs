//! The segments of a need: what serves it on days, each in its own hue. What overlaps in time shares the height.

use milepost_plan::{Fulfilment, Need, Plan, Status, WorkItem};

use super::{ENVELOPE, Site};
use crate::bar;
use crate::fonts::{Fonts, Weight};
use crate::lane::stretch;
use crate::lettering::Lettering;
use crate::packing::{self, Room};
use crate::paint::{Role, Stroke, Tone};
use crate::scene::{Node, Point, Rect, Shape, Target, TextRun};
use crate::surface::Surface;

/// Space between the edge of the envelope and its segments, in points.
const PADDING: f64 = 2.0;
/// Space between an edge and the name, in points.
const INSET: f64 = 6.0;
/// Height from which on a segment has a line of progress under its name, in points.
const WITH_PROGRESS: f64 = 20.0;

/// Something that serves a need, and where it stands inside the envelope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment<'p> {
    pub item: &'p WorkItem,
    pub fulfilment: Fulfilment,
    bar: Room,
    /// Its row among the rows that share the height, from the top.
    row: usize,
    rows: usize,
}

impl Segment<'_> {
    /// From its first day to the end of its last one.
    pub(crate) fn stretch(&self) -> Room {
        self.bar
    }

    /// Where it stands, for a need with the first line at that height.
    pub(crate) fn rect(&self, top: f64) -> Rect {
        #[allow(clippy::cast_precision_loss, reason = "no need is served by that many")]
        let (row, rows) = (self.row as f64, self.rows as f64);
        let pitch = (ENVELOPE.1 - 2.0 * PADDING) / rows;
        let gap = if rows > 1.0 { 1.0_f64.min(0.2 * pitch) } else { 0.0 };
        let y = top + ENVELOPE.0 + PADDING + row * pitch;
        Rect::new(self.bar.from, y, self.bar.width(), pitch - gap)
    }
}

/// All segments of a need that are shown, from left to right.
pub(crate) fn of<'p>(plan: &'p Plan, need: &Need, surface: &Surface) -> Vec<Segment<'p>> {
    let dated = plan.serving(need.id).filter_map(|item| Some((plan.span_of(item)?, item)));
    let mut dated: Vec<_> = dated.filter(|(span, _)| surface.shows(*span)).collect();
    dated.sort_by_key(|(span, item)| (span.first, std::cmp::Reverse(span.last), item.rank, item.id));
    // Rows are found by days, so that they are the same at every scale.
    let days = dated.iter().map(|(span, _)| Room {
        from: f64::from(span.first.number()),
        to: f64::from(span.last.plus(1).number()) - packing::GAP,
    });
    let row_of = packing::rows(days);
    let rows = row_of.iter().max().map_or(1, |last| last + 1);
    let segments = dated.into_iter().zip(row_of).map(|((span, item), row)| Segment {
        item,
        fulfilment: item.fulfilment_of(need.id).unwrap_or(Fulfilment::Partly),
        bar: stretch(span, surface),
        row,
        rows,
    });
    segments.collect()
}

/// The nodes of a segment; none where nothing of it is in sight.
pub(crate) fn nodes(
    segment: &Segment<'_>,
    look: &bar::Look<'_>,
    site: &Site<'_>,
    key: &str,
    name: String,
    fonts: &Fonts,
) -> Vec<Node> {
    let whole = segment.rect(site.rect.y);
    let visible = Room { from: whole.x, to: whole.right() }.within(site.window);
    if visible.width() <= 0.0 {
        return Vec::new();
    }
    let rect = Rect { x: visible.from, width: visible.width(), ..whole };
    let key = format!("{key}/bar:{}", look.item.id);
    let shape = Shape::Rect {
        rect,
        radius: 4.0_f64.min(rect.width / 2.0).min(rect.height / 2.0),
        fill: Some(fill(segment, look)),
        stroke: Some(edge(segment, look)),
    };
    let mut nodes = vec![Node::new(key.clone(), shape).with_target(Target::Item { id: look.item.id }, name)];
    nodes.extend(progress(&key, look, rect));
    let run = label(segment, rect, site.is_whole(), fonts);
    nodes.extend(run.map(|run| Node::new(format!("{key}/name"), Shape::Text(run))));
    nodes
}

/// What serves only partly is lighter, as is what is done.
fn fill(segment: &Segment<'_>, look: &bar::Look<'_>) -> Role {
    let is_done = look.item.status == Status::Done;
    let tone = if is_done || segment.fulfilment == Fulfilment::Partly { Tone::Calm } else { Tone::Fill };
    Role::Hue(look.hue, tone)
}

/// What serves only partly has a dashed edge, so that it does not depend on colour.
fn edge(segment: &Segment<'_>, look: &bar::Look<'_>) -> Stroke {
    let (role, width) =
        if look.conflict.is_some() { (Role::Danger, 1.5) } else { (Role::Hue(look.hue, Tone::Edge), 1.0) };
    match segment.fulfilment {
        Fulfilment::Fully => Stroke::solid(role, width),
        Fulfilment::Partly => Stroke::dashed(role, width, [4.0, 3.0]),
    }
}

fn progress(key: &str, look: &bar::Look<'_>, rect: Rect) -> Option<Node> {
    let percent = look.progress();
    if percent == 0 || rect.height < WITH_PROGRESS {
        return None;
    }
    const THICKNESS: f64 = 3.0;
    let inset = 3.0_f64.min(rect.width / 4.0);
    let width = (rect.width - 2.0 * inset) * f64::from(percent) / 100.0;
    let line = Rect::new(rect.x + inset, rect.bottom() - THICKNESS - 0.5, width, THICKNESS);
    let fill = Some(Role::Hue(look.hue, Tone::Strong));
    let shape = Shape::Rect { rect: line, radius: (THICKNESS / 2.0).min(width / 2.0), fill, stroke: None };
    Some(Node::new(format!("{key}/progress"), shape))
}

/// The name, where it fits inside with three letters at least.
fn label(segment: &Segment<'_>, rect: Rect, slides: bool, fonts: &Fonts) -> Option<TextRun> {
    const LARGE: Lettering = Lettering::new(11.5, Weight::Medium, Role::Ink);
    const SMALL: Lettering = Lettering::new(9.0, Weight::Medium, Role::Ink);
    let (lettering, baseline) = match rect.height {
        20.0.. => (LARGE, 14.6),
        10.0.. => (SMALL, 8.0),
        _ => return None,
    };
    let colour = if segment.item.status == Status::Done { Role::Ink2 } else { Role::Ink };
    let at = Point { x: rect.x + INSET, y: rect.y + baseline };
    let room = rect.width - 2.0 * INSET;
    let run = lettering.coloured(colour).run_within(&segment.item.title, at, room, fonts)?;
    let most = rect.right() - INSET - run.width;
    Some(TextRun { slides_to: slides.then_some(most), ..run })
}
