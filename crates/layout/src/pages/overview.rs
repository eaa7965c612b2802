//! The plan at a glance: all lanes and bars, small, with the pages where they stand large.

// Reason for length: strips, their bars and their words share one set of measures.

use std::collections::HashMap;

use milepost_plan::{Need, Plan, Roadmap, Span, Status, ViewSettings, WorkItem};

use super::Document;
use super::chart::{Tile, settled};
use super::fitting::Fitted;
use super::legend::Mark;
use super::scaled::scaled;
use crate::axis::{self, filled, x_of};
use crate::bar::slip;
use crate::fonts::{Fonts, Weight};
use crate::lane::Lane;
use crate::lettering::Lettering;
use crate::line;
use crate::milestone;
use crate::money::{Band, MoneyByPeriod};
use crate::need;
use crate::packing::{self, Room};
use crate::paint::{Role, Stroke, Tone};
use crate::rows::Held;
use crate::scene::{LaneKey, Node, Point, Rect, Shape, Target};
use crate::surface::{Surface, Walls};
use crate::timeline::{Timeline, lane_node_key, lane_word};

/// Size of the axis and the milestones against the screen's.
const FACTOR: f64 = 0.62;
/// Widths of the columns of lane names and page numbers, in points.
const NAMES: f64 = 140.0;
const PAGES: f64 = 34.0;
/// Greatest distance from one row of bars to the next, in points.
const WIDEST_PITCH: f64 = 12.0;
/// Space above and below the rows of a lane, and the least height of a lane, in points.
const PADDING: f64 = 4.5;
const LEAST_LANE: f64 = 21.0;
/// Height of a lane in which a name can just stand, in points.
const NAMED_LANE: f64 = 10.5;
/// Distance of rows from which on bars are wide enough for an edge, in points.
const EDGED_PITCH: f64 = 4.0;
/// Most of the height that milestones may take; where they need more they stand without names.
const MOST_MILESTONES: f64 = 0.3;
const NAME: Lettering = Lettering::new(8.5, Weight::Medium, Role::Ink);
const NOTE: Lettering = Lettering::new(7.5, Weight::Regular, Role::Ink2);

/// Whether it shows one of the chart's marks, too. Needs are drawn without what serves them, lines without what costs
/// money on them, features without the money below them.
pub(super) fn shows(mark: Mark, roadmap: Roadmap) -> bool {
    use Mark::{
        Cap, Done, Dropped, Forecast, Hue, Milestone, PassedCap, Planned, PlannedMoney, Progress, SpentMoney,
        Standing, Today,
    };
    match mark {
        Standing(_) | Milestone | Today => true,
        PlannedMoney | SpentMoney | Forecast | Cap | PassedCap => roadmap == Roadmap::Budget,
        Hue(_) | Planned | Progress | Done | Dropped => roadmap == Roadmap::Features,
        _ => false,
    }
}

/// All of the plan in an area of a page; `tiles` are the pages of the chart, which begin with the second page.
pub(super) fn nodes(document: &Document<'_>, fitted: &Fitted, tiles: &[Tile], area: Rect) -> Vec<Node> {
    let numbers_pages = tiles.len() > 1;
    let numbers = if numbers_pages { PAGES } else { 0.0 };
    let body = Rect::new(area.x + NAMES, area.y, area.width - NAMES - numbers, area.height);
    let overview = Overview { document, fitted, area, body, numbers_pages, pages: pages_of_lanes(tiles) };
    overview.nodes()
}

struct Overview<'a> {
    document: &'a Document<'a>,
    fitted: &'a Fitted,
    area: Rect,
    /// Where the bars stand.
    body: Rect,
    /// Whether there is more than one page to tell.
    numbers_pages: bool,
    /// Index of the first and last page of each lane.
    pages: HashMap<LaneKey, (usize, usize)>,
}

impl Overview<'_> {
    fn nodes(&self) -> Vec<Node> {
        let (head, top) = self.head();
        let lanes = self.lanes(self.area.bottom() - top);
        // What has a horizon stands on no day.
        let dated = lanes.iter().filter(|strip| !strip.lane.key.is_horizon());
        let mut nodes = self.day_lines(top, top + dated.map(|strip| strip.height).sum::<f64>());
        let mut y = top;
        for lane in &lanes {
            nodes.extend(self.lane(lane, y));
            y += lane.height;
        }
        nodes.extend(head);
        nodes
    }

    /// Points per day.
    fn scale(&self) -> f64 {
        self.body.width / f64::from(self.fitted.range.days())
    }

    fn x(&self, number: f64) -> f64 {
        let first = f64::from(self.fitted.range.first.number());
        (self.body.x + (number - first) * self.scale()).clamp(self.body.x, self.body.right())
    }

    /// The axis and the milestones, and where they end.
    fn head(&self) -> (Vec<Node>, f64) {
        let (plan, fonts, today) = (self.document.plan, self.document.fonts, self.document.today);
        let range = self.fitted.range;
        let scale = self.scale() / FACTOR;
        let window = Room { from: x_of(range.first, scale), to: x_of(range.last.plus(1), scale) };
        let surface = Surface::paper(scale, range, Walls::new(vec![window.from, window.to]));
        let view = self.document.options.view.clone();
        let view = ViewSettings { kinds: Vec::new(), roadmap: Roadmap::Features, ..view };
        let timeline = Timeline::on(surface, plan, view, today, fonts);

        let axis = timeline.axis(plan, window.from, window.to);
        let mut nodes = settled(axis.nodes(window.from, window.to, fonts), window);
        let day = x_of(today, scale);
        if day >= window.from && day < window.to {
            nodes = axis.flagged(nodes, today, window, fonts);
        }
        let mut groups = vec![self.group("overview/axis", window, self.area.y, nodes, true)];
        let mut y = self.area.y + axis::HEIGHT * FACTOR;
        let milestones = timeline.lanes().iter().find(|lane| lane.key == LaneKey::Milestones);
        if let Some(lane) = milestones.filter(|lane| !lane.rows.is_empty()) {
            let is_crowded = lane.height() * FACTOR > MOST_MILESTONES * self.area.height;
            let (diamonds, height) = if is_crowded {
                (nameless(plan, lane, fonts), lane.pitch())
            } else {
                let band = Rect::new(window.from, lane.top, window.width(), lane.height());
                let mut nodes = timeline.slots(plan, band, window, fonts);
                // Bars have no ghosts here either.
                nodes.retain(|node| !slip::is_part(&node.key));
                (nodes, lane.height())
            };
            groups.push(self.group("overview/milestones", window, y, diamonds, false));
            y += height * FACTOR;
        }
        let rule = Rect::new(self.area.x, y, self.area.width, 0.5);
        groups.push(Node::new("overview/rule", filled(rule, Role::LineStrong)));
        if self.numbers_pages {
            let at = Point { x: self.area.right(), y: self.area.y + axis::HEIGHT * FACTOR - 5.0 };
            let run = NOTE.coloured(Role::Ink3).run_to("Page", at, fonts);
            groups.push(Node::new("overview/page", Shape::Text(run)));
        }
        (groups, y)
    }

    /// Nodes of a timeline in the overview's size, `y` from the top of the page.
    fn group(&self, key: &str, window: Room, y: f64, nodes: Vec<Node>, is_clipped: bool) -> Node {
        let offset = Point { x: self.body.x - window.from * FACTOR, y };
        let clip = Rect::new(self.body.x, y, self.body.width, axis::HEIGHT * FACTOR);
        let nodes = scaled(nodes, FACTOR);
        Node::new(key, Shape::Group { clip: is_clipped.then_some(clip), offset, nodes })
    }

    /// Lines of the axis, milestones and today through the lanes.
    fn day_lines(&self, top: f64, bottom: f64) -> Vec<Node> {
        let plan = self.document.plan;
        let whole = self.fitted.timeline.walls().whole();
        let axis = self.fitted.timeline.axis(plan, whole.from, whole.to);
        let range = self.fitted.range;
        let line = |key: String, x: f64, width: f64, role: Role| {
            Node::new(key, filled(Rect::new(x, top, width, bottom - top), role))
        };
        let units = axis.upper_starts().filter(|day| range.first < *day && *day <= range.last);
        let mut nodes: Vec<Node> = units
            .map(|day| line(format!("overview/grid/{day}"), self.x(f64::from(day.number())), 0.5, Role::Line))
            .collect();
        let noon = |day: milepost_plan::Day| self.x(f64::from(day.number()) + 0.5);
        let today = self.document.today;
        if range.first <= today && today <= range.last {
            nodes.push(line("overview/today".to_owned(), noon(today) - 0.4, 0.8, Role::Danger));
        }
        nodes
    }

    /// All lanes below the milestones, as high as the room allows.
    fn lanes(&self, room: f64) -> Vec<Strip<'_>> {
        let lanes = self.fitted.timeline.lanes().iter();
        let shown = lanes.filter(|lane| lane.is_shown() && lane.key != LaneKey::Milestones);
        let mut strips: Vec<Strip<'_>> = shown.map(|lane| self.strip(lane)).collect();
        let share = room / strips.len().max(1) as f64;
        let least = |size: f64| (LEAST_LANE * size).max(NAMED_LANE).min(share);
        let total = |size: f64| {
            strips.iter().map(|strip| strip.height_at(WIDEST_PITCH * size, least(size))).sum::<f64>()
        };
        let mut size = 1.0;
        while total(size) > room && size > 0.001 {
            size *= 0.97;
        }
        for strip in &mut strips {
            strip.pitch = WIDEST_PITCH * size;
            strip.height = strip.height_at(strip.pitch, least(size));
        }
        strips
    }

    /// The bars of a lane, packed without their names.
    fn strip<'l>(&'l self, lane: &'l Lane) -> Strip<'l> {
        let plan = self.document.plan;
        let held = lane.rows.iter().flatten().filter_map(|slot| match slot.held {
            Held::Item(id) => plan.items().get(id).map(Bar::Item),
            Held::Need(id) => plan.needs().get(id).map(Bar::Need),
            Held::Milestone(_) | Held::Cost(_) => None,
        });
        let held = held.filter(|_| lane.key.line().is_none());
        let mut bars: Vec<(Room, Bar<'_>)> = held
            .filter_map(|held| {
                let span = held.span(plan)?;
                let from = self.x(f64::from(span.first.number()));
                let to = self.x(f64::from(span.last.plus(1).number()));
                Some((Room { from: from.min(to - 1.5), to }, held))
            })
            .collect();
        bars.sort_by(|(a, one), (b, other)| {
            a.from.total_cmp(&b.from).then(b.to.total_cmp(&a.to)).then(one.held().cmp(&other.held()))
        });
        // The packing's gap is meant for full size.
        let rows = packing::rows(
            bars.iter().map(|(bar, _)| Room { from: bar.from, to: bar.to - packing::GAP + 1.0 }),
        );
        let count = rows.iter().max().map_or(1, |last| last + 1);
        let bars = bars.into_iter().zip(rows).map(|((bar, held), row)| (bar, held, row)).collect();
        Strip { lane, bars, rows: count, pitch: 0.0, height: 0.0 }
    }

    fn lane(&self, strip: &Strip<'_>, top: f64) -> Vec<Node> {
        let (lane, timeline) = (strip.lane, &self.fitted.timeline);
        let key = |part: &str| format!("overview/{}", lane_node_key(&lane.key, part));
        let weight = 0.5_f64.min(strip.height / 20.0);
        let line = Rect::new(self.area.x, top + strip.height - weight, self.area.width, weight);
        let ground = Rect::new(self.area.x, top, self.area.width, strip.height);
        let ground = Shape::Rect { rect: ground, radius: 0.0, fill: None, stroke: None };
        let spoken = format!("Lane {}, {}", lane.whole_name(), lane.content());
        let mut nodes = vec![
            Node::new(key("ground"), ground).with_target(Target::Lane { lane: lane.key.clone() }, spoken),
            Node::new(key("line"), filled(line, Role::Line)),
        ];
        nodes.extend(self.money(lane, top, strip.height));
        if matches!(lane.key, LaneKey::Items { .. } | LaneKey::Line { .. }) {
            let gap = weight + (strip.height / 10.0).min(1.0);
            let hue = Rect::new(self.area.x, top + gap, 2.0, strip.height - 2.0 * gap);
            nodes.push(Node::new(key("strip"), filled(hue, Role::Hue(lane.hue, Tone::Strong))));
        }
        nodes.extend(self.words(strip, top));
        let inner = (strip.height - strip.rows as f64 * strip.pitch) / 2.0;
        for (bar, held, row) in &strip.bars {
            let y = top + inner + *row as f64 * strip.pitch;
            nodes.extend(match held {
                Bar::Item(item) => {
                    let plan = self.document.plan;
                    let (hue, progress) = (timeline.hue_of(plan, item), plan.progress_of(item));
                    bar_nodes(item, hue, progress, *bar, y, strip.pitch)
                }
                Bar::Need(need) => {
                    let look = need::Look::of(self.document.plan, need);
                    let key = format!("overview/{}", need::key(need.id, &lane_word(&lane.key)));
                    vec![need_node(&look, key, bar_rect(*bar, y, strip.pitch), strip.pitch)]
                }
            });
        }
        nodes
    }

    /// The money in the lane of a budget line, as small as its height asks for.
    fn money(&self, lane: &Lane, top: f64, height: f64) -> Option<Node> {
        let (plan, ledger) = (self.document.plan, self.document.ledger.as_ref()?);
        let line = plan.budget_lines().get(lane.key.line()?)?;
        let factor = height / line::MONEY;
        let (range, scale) = (self.fitted.range, self.scale() / factor);
        let sight = Room { from: x_of(range.first, scale), to: x_of(range.last.plus(1), scale) };
        let money = MoneyByPeriod::of_line(plan, ledger, line, scale, sight);
        let (today, hue) = (self.document.today, lane.hue);
        let key = format!("overview/money:{}", line.id);
        let band = Band { key: &key, top: 0.0, height: line::MONEY, sight, scale, today, hue };
        // Amounts would be too small to read, and where none stands nothing has to give way to it.
        let mut nodes = money.nodes(&band, self.document.fonts);
        nodes.retain(|node| !matches!(node.shape, Shape::Text(_)) && !node.key.ends_with("/clearing"));
        let nodes = scaled(nodes, factor);
        let offset = Point { x: self.body.x - sight.from * factor, y: top };
        let clip = Some(Rect::new(self.body.x, top, self.body.width, height));
        Some(Node::new(key.clone(), Shape::Group { clip, offset, nodes }))
    }

    /// The lane's name and pages, as far as they can be read, and what stands in it without days.
    fn words(&self, strip: &Strip<'_>, top: f64) -> Vec<Node> {
        let (lane, fonts) = (strip.lane, self.document.fonts);
        let size = NAME.size.min(strip.height * 0.8);
        if size < 5.0 {
            return Vec::new();
        }
        let key = |part: &str| format!("overview/{}", lane_node_key(&lane.key, part));
        let y = top + (strip.height.min(LEAST_LANE) + size * 0.7) / 2.0;
        let name = Lettering { size, ..NAME };
        let note = Lettering { size: size.min(NOTE.size), ..NOTE };
        let mut runs = Vec::new();
        let at = Point { x: self.area.x + 9.0, y };
        runs.extend(name.run_within(&lane.whole_name(), at, NAMES - 16.0, fonts).map(|run| ("name", run)));
        if let Some((first, last)) = self.pages.get(&lane.key).filter(|_| self.numbers_pages) {
            let pages =
                if first == last { (first + 1).to_string() } else { format!("{}–{}", first + 1, last + 1) };
            runs.push(("pages", note.run_to(pages, Point { x: self.area.right(), y }, fonts)));
        }
        if lane.key.is_horizon() {
            let titles = titles(self.document.plan, lane);
            let at = Point { x: self.body.x + 2.0, y };
            runs.extend(
                note.run_within(&titles, at, self.body.width - 8.0, fonts).map(|run| ("titles", run)),
            );
        }
        runs.into_iter().map(|(part, run)| Node::new(key(part), Shape::Text(run))).collect()
    }
}

/// What a bar of the overview stands for.
#[derive(Debug, Clone, Copy)]
enum Bar<'a> {
    Item(&'a WorkItem),
    Need(&'a Need),
}

impl Bar<'_> {
    fn span(&self, plan: &Plan) -> Option<Span> {
        match self {
            Self::Item(item) => plan.span_of(item),
            Self::Need(need) => plan.coverage(need).span,
        }
    }

    fn held(&self) -> Held {
        match self {
            Self::Item(item) => Held::Item(item.id),
            Self::Need(need) => Held::Need(need.id),
        }
    }
}

/// A lane of the overview.
struct Strip<'a> {
    lane: &'a Lane,
    /// Each bar with its row.
    bars: Vec<(Room, Bar<'a>, usize)>,
    rows: usize,
    /// From one row to the next, in points.
    pitch: f64,
    /// In points.
    height: f64,
}

impl Strip<'_> {
    fn height_at(&self, pitch: f64, least: f64) -> f64 {
        if self.lane.key.line().is_some() {
            return (line::MONEY * FACTOR * pitch / WIDEST_PITCH).max(least);
        }
        let padding = PADDING.min(pitch * 0.6);
        (self.rows as f64 * pitch + 2.0 * padding).max(least)
    }
}

/// Where a bar stands on a row of the overview.
fn bar_rect(bar: Room, top: f64, pitch: f64) -> Rect {
    let height = (pitch * 0.72).min(8.0);
    Rect::new(bar.from, top + (pitch - height) / 2.0, bar.width(), height)
}

/// A need without its statement: how long it is served and how it stands.
fn need_node(look: &need::Look<'_>, key: String, rect: Rect, pitch: f64) -> Node {
    let role = look.mark().role();
    let has_edge = pitch >= EDGED_PITCH;
    let radius = 2.0_f64.min(rect.height / 3.0).min(rect.width / 2.0);
    // Too thin for an edge, a bar is all edge.
    let fill = Some(if has_edge { Role::Sunken } else { role });
    let stroke = has_edge.then(|| Stroke::solid(role, 0.75));
    let shape = Shape::Rect { rect, radius, fill, stroke };
    Node { target: Some(Target::Need { id: look.need.id }), ..Node::new(key, shape) }
}

/// A bar without its name: only how long it is and how far it has come.
fn bar_nodes(item: &WorkItem, hue: u8, progress: u8, bar: Room, top: f64, pitch: f64) -> Vec<Node> {
    let rect = bar_rect(bar, top, pitch);
    let height = rect.height;
    let radius = 2.0_f64.min(height / 3.0).min(rect.width / 2.0);
    let has_edge = pitch >= EDGED_PITCH;
    let (fill, edge) = match item.status {
        Status::Dropped => (Role::Surface, Role::LineStrong),
        Status::Done => (Role::Hue(hue, Tone::Calm), Role::Hue(hue, Tone::Edge)),
        Status::Idea | Status::Planned | Status::InProgress => {
            (Role::Hue(hue, Tone::Fill), Role::Hue(hue, Tone::Edge))
        }
    };
    // Too thin for an edge, a bar is all edge, and what is done keeps back by colour alone.
    let fill = match item.status {
        _ if has_edge => fill,
        Status::Done => Role::Hue(hue, Tone::Fill),
        _ => edge,
    };
    let stroke = has_edge.then(|| Stroke::solid(edge, 0.5));
    let key = format!("overview/bar:{}", item.id);
    let shape = Shape::Rect { rect, radius, fill: Some(fill), stroke };
    let mut nodes =
        vec![Node { target: Some(Target::Item { id: item.id }), ..Node::new(key.clone(), shape) }];
    let shows_progress = item.status != Status::Dropped && (has_edge || item.status != Status::Done);
    if progress > 0 && shows_progress {
        let thickness = if has_edge { 2.0_f64.min(height / 3.0) } else { height };
        let width = rect.width * f64::from(progress) / 100.0;
        let done = Rect::new(rect.x, rect.bottom() - thickness, width, thickness);
        nodes.push(Node::new(format!("{key}/done"), filled(done, Role::Hue(hue, Tone::Strong))));
    }
    nodes
}

/// The milestones of a lane all on its first row, without their names.
fn nameless(plan: &Plan, lane: &Lane, fonts: &Fonts) -> Vec<Node> {
    let slots = lane.rows.iter().flatten();
    let diamonds = slots.filter_map(|slot| match slot.held {
        Held::Milestone(id) => {
            let at = (slot.bar.middle(), lane.bar_top(0));
            Some(milestone::nodes(plan.milestones().get(id)?, None, at, slot.bar, fonts))
        }
        Held::Item(_) | Held::Need(_) | Held::Cost(_) => None,
    });
    diamonds.flatten().collect()
}

/// The titles of a lane's items in their order.
fn titles(plan: &Plan, lane: &Lane) -> String {
    let items = lane.rows.iter().flatten().filter_map(|slot| match slot.held {
        Held::Item(id) => plan.items().get(id),
        Held::Milestone(_) | Held::Need(_) | Held::Cost(_) => None,
    });
    items.map(|item| item.title.as_str()).collect::<Vec<_>>().join(" · ")
}

/// Index of the first and last page that shows each lane.
fn pages_of_lanes(tiles: &[Tile]) -> HashMap<LaneKey, (usize, usize)> {
    let mut pages = HashMap::new();
    for (index, tile) in tiles.iter().enumerate() {
        for (target, _) in &tile.shown {
            if let Target::Lane { lane } = target {
                pages.entry(lane.clone()).or_insert((index + 1, index + 1)).1 = index + 1;
            }
        }
    }
    pages
}
