//! A bar: a work item's shape on the timeline, with its name inside, beside it or shortened.

mod name;
pub(crate) mod slip;

use milepost_plan::{BudgetLineId, Conflict, ItemId, Status, Summary, WorkItem};

use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{self, Role, Stroke, Tone};
use crate::scene::{Node, PathStep, Point, Rect, Shape, Target, TextRun};
use crate::surface::Surface;
use name::{INSET, NAME};

pub(crate) use name::{chip_width, label, labelled, name_width, priced_width, room};
pub(crate) use slip::Slipped;

/// Height of a bar, in points.
pub(crate) const HEIGHT: f64 = 24.0;
/// Least width of a bar, so that one day can be seen and held at any zoom, in points.
pub(crate) const LEAST_WIDTH: f64 = 5.0;
/// How far a mark may stand over a bar's edges, in points.
pub(crate) const MARK_REACH: f64 = 8.0;

/// What a bar shows of an item besides its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look<'p> {
    pub item: &'p WorkItem,
    pub hue: u8,
    /// What it comes to, for an epic that holds dated items: it is drawn as a bracket over them.
    pub summary: Option<Summary>,
    /// How many items it stands for, if it is an epic that is collapsed.
    pub folded: Option<usize>,
    /// Why the dates do not hold, if they do not.
    pub conflict: Option<&'p Conflict>,
    /// Where it stood when the baseline in view was taken, if that is elsewhere.
    pub slip: Option<Slipped>,
    /// What it costs, where it stands in the lane of a budget line.
    pub share: Option<&'p Share>,
}

/// What something costs on a budget line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Share {
    pub line: BudgetLineId,
    /// “€12,000”.
    pub amount: String,
}

impl Look<'_> {
    /// In per cent.
    pub(crate) fn progress(&self) -> u8 {
        self.summary.map_or(self.item.progress, |summary| summary.progress)
    }

    /// The key of the bar. Where an item may have several, it says in which lane it stands.
    fn key(&self) -> String {
        match self.share {
            Some(share) => key_on_line(self.item.id, share.line),
            None => key(self.item.id),
        }
    }
}

/// The key of an item's bar where it has one.
pub(crate) fn key(item: ItemId) -> String {
    format!("bar:{item}")
}

/// The key of an item's bar in the lane of a budget line.
pub(crate) fn key_on_line(item: ItemId, line: BudgetLineId) -> String {
    format!("bar:{item}@{line}")
}

/// Where a bar stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Site {
    pub bar: Rect,
    /// The stretch of the row that the bar and its name may draw on.
    pub room: Room,
    /// The stretch of the surface in sight; what of the bar lies outside is on other sheets.
    pub window: Room,
}

impl Site {
    /// A bar with nothing around it.
    pub(crate) fn alone(bar: Rect, surface: &Surface) -> Self {
        let room = Room { from: bar.x, to: bar.right() + surface.naming.reach };
        Self { bar, room, window: Room::ENDLESS }
    }

    /// The part of the bar that is in sight.
    pub(crate) fn visible(&self) -> Room {
        Room { from: self.bar.x, to: self.bar.right() }.within(self.window)
    }

    fn is_cut_left(&self) -> bool {
        self.bar.x < self.window.from
    }

    fn is_cut_right(&self) -> bool {
        self.bar.right() > self.window.to
    }
}

/// The nodes of a bar.
pub(crate) fn nodes(look: &Look<'_>, site: &Site, name: String, fonts: &Fonts) -> Vec<Node> {
    let (item, bar) = (look.item, site.bar);
    let key = look.key();
    if bar.height < HEIGHT {
        return vec![thin(look, bar, name)];
    }
    let is_bracket = look.summary.is_some();
    let ghost = look.slip.map(|slip| slip::ghost(&key, slip, site));
    let shape = Shape::Rect {
        rect: bar,
        radius: if is_bracket { 0.0 } else { 6.0_f64.min(bar.width / 2.0) },
        fill: (!is_bracket).then(|| fill(look)),
        stroke: (!is_bracket).then(|| edge(look)),
    };
    let mut nodes = Vec::with_capacity(5);
    nodes.extend(ghost);
    nodes.push(Node::new(key.clone(), shape).with_target(Target::Item { id: item.id }, name));
    if is_bracket {
        nodes.extend(bracket(&key, look, bar));
    } else if item.progress > 0 && item.status != Status::Dropped {
        nodes.push(progress(&key, look, bar));
    }
    if site.is_cut_left() {
        nodes.push(cut_mark(format!("{key}/cut-left"), look, site.window.from, bar, 1.0));
    }
    if site.is_cut_right() {
        nodes.push(cut_mark(format!("{key}/cut-right"), look, site.window.to, bar, -1.0));
    }
    // Under the beam of a bracket the name stands a little lower.
    let named = Site { bar: Rect { y: bar.y + if is_bracket { 2.0 } else { 0.0 }, ..bar }, ..*site };
    let amount = look.share.map(|share| share.amount.as_str());
    let name = label(&item.title, amount, &named, ink(item.status), fonts);
    let days = look.slip.and_then(|slip| slip::days(&key, slip, name.as_ref(), site, fonts));
    if let Some(run) = name {
        let strike = (item.status == Status::Dropped).then(|| strike(&key, &run));
        nodes.extend(labelled(&key, run, amount, site, fonts));
        nodes.extend(strike);
    }
    nodes.extend(days.into_iter().flatten());
    if look.conflict.is_some() {
        nodes.extend(conflict_mark(&key, site, fonts));
    }
    nodes
}

fn fill(look: &Look<'_>) -> Role {
    match look.item.status {
        Status::Done => Role::Hue(look.hue, Tone::Calm),
        Status::Dropped => Role::Surface,
        Status::Idea | Status::Planned | Status::InProgress => Role::Hue(look.hue, Tone::Fill),
    }
}

fn edge(look: &Look<'_>) -> Stroke {
    match (look.conflict, look.item.status) {
        (Some(_), _) => Stroke::solid(Role::Danger, 1.5),
        (None, Status::Dropped) => Stroke::solid(Role::LineStrong, 1.0),
        (None, _) if look.item.schedule.horizon().is_some() => {
            Stroke::dashed(Role::Hue(look.hue, Tone::Edge), 1.0, [4.0, 3.0])
        }
        (None, _) => Stroke::solid(Role::Hue(look.hue, Tone::Edge), 1.0),
    }
}

fn ink(status: Status) -> Role {
    match status {
        Status::Done => Role::Ink2,
        Status::Dropped => Role::Ink3,
        Status::Idea | Status::Planned | Status::InProgress => Role::Ink,
    }
}

/// Progress as a line along the bottom, inside the edge.
fn progress(key: &str, look: &Look<'_>, bar: Rect) -> Node {
    const THICKNESS: f64 = 3.0;
    let inset = 3.0_f64.min(bar.width / 4.0);
    let width = (bar.width - 2.0 * inset) * f64::from(look.item.progress) / 100.0;
    let rect = Rect::new(bar.x + inset, bar.bottom() - THICKNESS - 0.5, width, THICKNESS);
    let radius = (THICKNESS / 2.0).min(width / 2.0);
    let fill = Some(Role::Hue(look.hue, Tone::Strong));
    Node::new(format!("{key}/progress"), Shape::Rect { rect, radius, fill, stroke: None })
}

/// A bar in a collapsed lane: where it is and what it belongs to, nothing more.
fn thin(look: &Look<'_>, bar: Rect, name: String) -> Node {
    let tone = if look.item.status == Status::Done { Tone::Edge } else { Tone::Strong };
    let colour = if look.conflict.is_some() { Role::Danger } else { Role::Hue(look.hue, tone) };
    let shape =
        Shape::Rect { rect: bar, radius: (bar.height / 2.0).min(2.0), fill: Some(colour), stroke: None };
    Node::new(look.key(), shape).with_target(Target::Item { id: look.item.id }, name)
}

/// A beam with a leg at either end, over what an epic holds; what is done of it is stronger.
fn bracket(key: &str, look: &Look<'_>, bar: Rect) -> Vec<Node> {
    const BEAM: f64 = 4.0;
    const LEG: f64 = 2.0;
    let strong = if look.conflict.is_some() { Role::Danger } else { Role::Hue(look.hue, Tone::Strong) };
    let top = bar.y + 1.0;
    let part = |name: &str, rect: Rect| Node::new(format!("{key}/{name}"), filled(rect, strong));
    let done = bar.width * f64::from(look.progress()) / 100.0;
    let mut nodes = vec![
        Node::new(format!("{key}/beam"), paint::whole(Rect::new(bar.x, top, bar.width, BEAM), 0.0, look.hue)),
        part("progress", Rect::new(bar.x, top, done, BEAM)),
        part("from", Rect::new(bar.x, top, LEG, bar.height - 3.0)),
        part("to", Rect::new(bar.right() - LEG, top, LEG, bar.height - 3.0)),
    ];
    if look.folded.is_some() && bar.width >= INSET {
        nodes.push(fold_mark(format!("{key}/folded"), bar, LEG, strong));
    }
    nodes
}

/// A triangle before the name, which points to what is folded away.
fn fold_mark(key: String, bar: Rect, leg: f64, colour: Role) -> Node {
    const DEPTH: f64 = 5.0;
    const HALF: f64 = 4.0;
    let (base, y) = (bar.x + leg + 0.5, bar.y + 14.0);
    let steps = vec![
        PathStep::Move(Point { x: base, y: y - HALF }),
        PathStep::Line(Point { x: base + DEPTH, y }),
        PathStep::Line(Point { x: base, y: y + HALF }),
        PathStep::Close,
    ];
    Node::new(key, Shape::Path { steps, fill: Some(colour), stroke: None })
}

/// A line through the name of what was dropped, so that it does not depend on colour.
fn strike(key: &str, name: &TextRun) -> Node {
    let rect = Rect::new(name.at.x, name.at.y - NAME.size * 0.34, name.width, 1.0);
    Node::new(format!("{key}/name/strike"), filled(rect, Role::Ink3))
}

/// A triangle at the edge of the sheet that points to where the bar goes on. `inwards` is 1 at a left edge, -1 at a right one.
fn cut_mark(key: String, look: &Look<'_>, edge: f64, bar: Rect, inwards: f64) -> Node {
    const DEPTH: f64 = 4.5;
    const HALF: f64 = 4.0;
    let (tip, y) = (edge + 2.5 * inwards, bar.y + bar.height / 2.0);
    let base = tip + DEPTH * inwards;
    let steps = vec![
        PathStep::Move(Point { x: tip, y }),
        PathStep::Line(Point { x: base, y: y - HALF }),
        PathStep::Line(Point { x: base, y: y + HALF }),
        PathStep::Close,
    ];
    Node::new(key, Shape::Path { steps, fill: Some(Role::Hue(look.hue, Tone::Strong)), stroke: None })
}

/// A red disc with an exclamation mark on the corner.
fn conflict_mark(key: &str, site: &Site, fonts: &Fonts) -> [Node; 2] {
    const RADIUS: f64 = 6.5;
    const MARK: Lettering = Lettering::new(10.0, Weight::SemiBold, Role::OnAccent);
    let x = if site.is_cut_left() { site.window.from + 2.0 * RADIUS } else { site.bar.x };
    // On a sheet the disc stays whole at the edge; above, it must not reach into the row before.
    let centre = Point { x: x.max(site.window.from + RADIUS), y: site.bar.y + 2.0 };
    let disc = Rect::new(centre.x - RADIUS, centre.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
    let shape = Shape::Rect {
        rect: disc,
        radius: RADIUS,
        fill: Some(Role::Danger),
        stroke: Some(Stroke::solid(Role::Surface, 1.0)),
    };
    let half = MARK.width("!", fonts) / 2.0;
    let run = MARK.run("!", Point { x: centre.x - half, y: centre.y + MARK.size * 0.36 }, fonts);
    [Node::new(format!("{key}/conflict"), shape), Node::new(format!("{key}/conflict/mark"), Shape::Text(run))]
}
