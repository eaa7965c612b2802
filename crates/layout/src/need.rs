//! A need: its shape on the needs roadmap. A first line says what is needed and how it stands; under it an envelope runs
//! from the first to the last day of what serves it, with each of these as a segment.

pub(crate) mod marks;
pub(crate) mod segments;

use milepost_plan::{Coverage, Day, Need, NeedId, Plan, Span, Standing};

use crate::axis::{filled, x_of};
use crate::fonts::{Fonts, Weight};
use crate::lane::stretch;
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{Role, Stroke};
use crate::rows::{Held, Slot};
use crate::scene::{Node, PathStep, Point, Rect, Shape, Target, TextRun};
use crate::speech;
use crate::surface::Surface;
use marks::Mark;

/// From one row of needs to the next, in points.
pub(crate) const ROW: f64 = 48.0;
/// Height of a need with its first line, in points.
pub(crate) const HEIGHT: f64 = 42.0;
/// Top of the envelope under that of the first line, and its height, in points.
const ENVELOPE: (f64, f64) = (16.0, 26.0);
const STATEMENT: Lettering = Lettering::new(12.0, Weight::Medium, Role::Ink);
const NOTE: Lettering = Lettering::new(11.0, Weight::SemiBold, Role::Danger);
/// The baseline of the first line under its top, in points.
const BASELINE: f64 = 11.5;
/// Width of the mark before the statement with the space after it, in points.
const LEAD: f64 = 15.0;
/// Space between the statement and the note, in points.
const BESIDE: f64 = 7.0;
/// Most of the first line that is kept free for it where it is longer than the envelope, on screen, in points.
const KEPT: f64 = 240.0;
/// How much of the envelope is left of the first line's start at least when that slides along, in points.
const SLID: f64 = 30.0;
/// How far the flag reaches to the right of its day, in points.
const FLAG: f64 = 8.0;

/// What is drawn of a need besides its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look<'p> {
    pub need: &'p Need,
    pub coverage: Coverage,
}

impl<'p> Look<'p> {
    pub(crate) fn of(plan: &Plan, need: &'p Need) -> Self {
        Self { need, coverage: plan.coverage(need) }
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark::of(&self.coverage)
    }

    /// “12 days late”.
    fn note(&self) -> Option<String> {
        self.coverage.days_late.map(speech::days_late)
    }

    /// Width of the whole first line, in points.
    fn line_width(&self, fonts: &Fonts) -> f64 {
        let note = self.note().map_or(0.0, |note| BESIDE + NOTE.width(&note, fonts));
        LEAD + STATEMENT.width(&self.need.statement, fonts) + note
    }
}

/// Where a need stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'a> {
    /// The envelope with the first line above it.
    pub rect: Rect,
    /// The stretch of the row that may be drawn on.
    pub room: Room,
    /// The stretch of the surface in sight.
    pub window: Room,
    pub surface: &'a Surface,
}

impl Site<'_> {
    /// Where the part of the envelope that is in sight stands; narrower than nothing if none is.
    fn envelope(&self) -> Room {
        Room { from: self.rect.x, to: self.rect.right() }.within(self.window)
    }

    fn envelope_rect(&self) -> Rect {
        let stretch = self.envelope();
        Rect::new(stretch.from, self.rect.y + ENVELOPE.0, stretch.width(), ENVELOPE.1)
    }

    fn is_whole(&self) -> bool {
        self.window == Room::ENDLESS
    }
}

/// The slot of a need, if any of the days on which it is served is shown.
pub(crate) fn slot(plan: &Plan, need: &Need, surface: &Surface, fonts: &Fonts) -> Option<Slot> {
    let look = Look::of(plan, need);
    slot_of(plan, look, look.line_width(fonts), surface)
}

/// The same where the width of the first line is known.
pub(crate) fn slot_of(plan: &Plan, look: Look<'_>, name: f64, surface: &Surface) -> Option<Slot> {
    let days = look.coverage.span.filter(|span| surface.shows(*span))?;
    let whole = stretch(days, surface);
    // What lasts a day is drawn wider than a day is.
    let spans = plan.serving(look.need.id).filter_map(|item| plan.span_of(item));
    let bar = spans
        .filter(|span| surface.shows(*span))
        .map(|span| stretch(span, surface))
        .fold(whole, |bar, segment| Room { from: bar.from.min(segment.from), to: bar.to.max(segment.to) });
    let kept = name.min(KEPT.max(surface.naming.kept));
    let (first, last) = (surface.walls.window_from(bar.from), surface.walls.window_to(bar.to));
    let lines = [first, last].map(|window| {
        let from = line_start(bar, kept, window);
        Room { from, to: (from + kept).min(window.to) }
    });
    let flag = look
        .need
        .wanted_by
        .filter(|day| surface.shows(Span { first: *day, last: *day }))
        .map(|day| flag(day, surface));
    let room = lines
        .into_iter()
        .chain(flag)
        .fold(bar, |room, part| Room { from: room.from.min(part.from), to: room.to.max(part.to) });
    Some(Slot { held: Held::Need(look.need.id), bar, room, days: Some(days), name })
}

/// Where the first line begins: with the envelope, or before it where the sheet ends too soon.
fn line_start(bar: Room, width: f64, window: Room) -> f64 {
    bar.from.max(window.from).min((window.to - width).max(window.from))
}

/// The stretch of the flag at the end of a day.
pub(crate) fn flag(day: Day, surface: &Surface) -> Room {
    let x = x_of(day.plus(1), surface.scale);
    // At the end of a sheet it stands on the last of its days.
    let window = surface.walls.window_to(x);
    let x = x.min(window.to - 1.0);
    Room { from: x - 1.0, to: (x + FLAG).min(window.to) }
}

/// The key of a need where it stands in a lane, told by its word.
pub(crate) fn key(need: NeedId, lane: &str) -> String {
    format!("need:{need}@{lane}")
}

/// The nodes of a need but for its segments, in two parts: what lies under them and what lies over them.
pub(crate) fn nodes(
    look: &Look<'_>,
    site: &Site<'_>,
    key: &str,
    name: String,
    fonts: &Fonts,
) -> (Vec<Node>, Vec<Node>) {
    let target = Target::Need { id: look.need.id };
    let node = |part: &str, shape: Shape| Node::new(format!("{key}/{part}"), shape);
    let flag = look.need.wanted_by.map(|day| flag(day, site.surface));
    let flag = flag.filter(|flag| flag.from >= site.window.from && flag.to <= site.window.to);
    let mut over = Vec::new();
    if let Some(flag) = flag {
        over.extend(flag_nodes(look, site, flag.from + 1.0, &node));
    }
    if site.envelope().width() <= 0.0 {
        return (Vec::new(), over);
    }
    let (line, taken) = first_line(look, site, key, fonts);
    let (left, right) = (taken.from.min(site.envelope().from), taken.to.max(site.envelope().to));
    let ground = Rect::new(left, site.rect.y, right - left, site.rect.height);
    let ground = Shape::Rect { rect: ground, radius: 0.0, fill: None, stroke: None };
    let mut under = vec![Node::new(key, ground).with_target(target, name)];
    // Lines through the lanes do not strike it through.
    let clear = Rect::new(taken.from, site.rect.y, taken.width(), ENVELOPE.0 - 1.0);
    under.push(node("clearing", filled(clear, Role::Surface)));
    under.extend(line);
    under.push(node("envelope", envelope(look, site)));
    under.extend(late(look, site).into_iter().map(|(part, shape)| node(part, shape)));
    (under, over)
}

/// A need in a collapsed lane: where it is and how it stands, nothing more.
pub(crate) fn thin(look: &Look<'_>, rect: Rect, key: &str, name: String) -> Node {
    let fill = Some(look.mark().role());
    let shape = Shape::Rect { rect, radius: (rect.height / 2.0).min(2.0), fill, stroke: None };
    Node::new(key, shape).with_target(Target::Need { id: look.need.id }, name)
}

/// The statement, the mark and the note, and the stretch that they take. What comes after the statement slides along
/// with it.
fn first_line(look: &Look<'_>, site: &Site<'_>, key: &str, fonts: &Fonts) -> (Vec<Node>, Room) {
    let y = site.rect.y + BASELINE;
    let bar = Room { from: site.rect.x, to: site.rect.right() };
    let end = site.room.to.min(site.window.to);
    let from = line_start(bar, look.line_width(fonts), Room { to: end, ..site.window }).max(site.room.from);
    let room = end - from - LEAD;
    let colour = if look.coverage.standing == Standing::Met { Role::Ink2 } else { Role::Ink };
    let statement = STATEMENT.coloured(colour);
    let shortened = |room: f64| statement.shortened(&look.need.statement, room, fonts);
    let note = look.note().map(|note| (NOTE.width(&note, fonts), note));
    let with_note =
        note.and_then(|(width, note)| Some((shortened(room - BESIDE - width)?, Some((width, note)))));
    let Some((text, note)) = with_note.or_else(|| Some((shortened(room)?, None))) else {
        return (Vec::new(), site.envelope());
    };

    let run = statement.run(text, Point { x: from + LEAD, y }, fonts);
    let note_at = Point { x: run.at.x + run.width + BESIDE, y };
    let width = run.width + note.as_ref().map_or(0.0, |(width, _)| BESIDE + width);
    // On screen, the line stays in sight as long as there is something of the envelope under it.
    let slides_to = site.is_whole().then_some((bar.to - SLID).min(end - width));
    let run = TextRun { slides_to, lead: site.is_whole().then_some(LEAD), ..run };
    let name = format!("{key}/name");
    let mut nodes = vec![Node::new(name.clone(), Shape::Text(run))];
    let centre = Point { x: from + 6.0, y: y - 4.2 };
    nodes.extend(marks::nodes(look.mark(), centre, &format!("{name}/mark"), fonts));
    if let Some((_, note)) = note {
        nodes.push(Node::new(format!("{name}/note"), Shape::Text(NOTE.run(note, note_at, fonts))));
    }
    (nodes, Room { from, to: from + LEAD + width })
}

fn envelope(look: &Look<'_>, site: &Site<'_>) -> Shape {
    let rect = site.envelope_rect();
    let edge = match look.mark() {
        Mark::Late => Role::Danger,
        Mark::Met => Role::Ok,
        Mark::PartlyMet | Mark::Planned | Mark::Unserved => Role::LineStrong,
    };
    let radius = 6.0_f64.min(rect.width / 2.0);
    Shape::Rect { rect, radius, fill: Some(Role::Sunken), stroke: Some(Stroke::solid(edge, 1.0)) }
}

/// What of the envelope lies after the day it is wanted by, while it is late.
fn late(look: &Look<'_>, site: &Site<'_>) -> Vec<(&'static str, Shape)> {
    let (Some(wanted_by), Some(_)) = (look.need.wanted_by, look.coverage.days_late) else {
        return Vec::new();
    };
    let rect = site.envelope_rect();
    let from = x_of(wanted_by.plus(1), site.surface.scale).max(rect.x);
    if from >= rect.right() {
        return Vec::new();
    }
    let late = Rect::new(from, rect.y + 0.5, rect.right() - from, rect.height - 1.0);
    let line = Rect::new(from, rect.bottom() - 1.0, late.width, 2.0);
    vec![("late", filled(late, Role::DangerSoft)), ("late/line", filled(line, Role::Danger))]
}

/// A pole at the end of the day it is wanted by, with a pennant, and a thread to the envelope where that is elsewhere.
fn flag_nodes(look: &Look<'_>, site: &Site<'_>, x: f64, node: &impl Fn(&str, Shape) -> Node) -> Vec<Node> {
    let role = if look.coverage.days_late.is_some() { Role::Danger } else { Role::Ink2 };
    let (top, bottom) = (site.rect.y + ENVELOPE.0 - 2.0, site.rect.y + ENVELOPE.0 + ENVELOPE.1 + 1.0);
    let mut nodes = Vec::new();
    let bar = Room { from: site.rect.x, to: site.rect.right() };
    let (from, to) = if x > bar.to { (bar.to, x) } else { (x, bar.from) };
    let thread = Room { from, to }.within(site.window);
    if thread.width() > 1.0 {
        let y = (top + bottom) / 2.0;
        let steps =
            vec![PathStep::Move(Point { x: thread.from, y }), PathStep::Line(Point { x: thread.to, y })];
        let stroke = Some(Stroke::dashed(role, 1.0, [2.0, 3.0]));
        nodes.push(node("thread", Shape::Path { steps, fill: None, stroke }));
    }
    let pole = Rect::new(x - 0.75, top, 1.5, bottom - top);
    let pennant = vec![
        PathStep::Move(Point { x, y: top }),
        PathStep::Line(Point { x: x + FLAG - 1.0, y: top + 3.5 }),
        PathStep::Line(Point { x, y: top + 7.0 }),
        PathStep::Close,
    ];
    nodes.push(node("wanted", filled(pole, role)));
    nodes.push(node("wanted/flag", Shape::Path { steps: pennant, fill: Some(role), stroke: None }));
    nodes
}
