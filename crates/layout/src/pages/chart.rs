//! A page of the chart: its tile of the timeline, with the axis, the milestones and the lane names around it.

use std::fmt;

use std::collections::HashSet;

use milepost_plan::Cancelled;

use super::Document;
use super::breaks::{self, Band};
use super::fitting::Fitted;
use super::legend::{self, Legend};
use super::scaled::scaled;
use crate::axis::{self, filled};
use crate::fonts::Weight;
use crate::lane::Lane;
use crate::lanes::heading;
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::Role;
use crate::scene::{LaneKey, Node, Point, Rect, Region, RegionKind, Shape, Target, TextRun};
use crate::timeline::names::{self, Part};

/// Most of a sheet's height that the milestones may take on every sheet.
const MOST_MILESTONES: f64 = 0.3;

/// A tile's place in the grid of the chart's pages, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, rows, column, columns } = self;
        match (rows, columns) {
            (_, 1) => write!(f, "Row {row} of {rows}"),
            (1, _) => write!(f, "Column {column} of {columns}"),
            _ => write!(f, "Row {row} of {rows}, column {column} of {columns}"),
        }
    }
}

/// What one page shows of the chart.
pub(super) struct Tile {
    pub nodes: Vec<Node>,
    /// None if there is but one tile.
    pub place: Option<Place>,
    pub legend: Legend,
    /// What stands on the page, and how far from its top, in points.
    pub shown: Vec<(Target, f64)>,
}

impl Tile {
    pub(super) fn smallest_text_pt(&self) -> f64 {
        smallest_text(&self.nodes)
    }
}

fn smallest_text(nodes: &[Node]) -> f64 {
    let sizes = nodes.iter().map(|node| match &node.shape {
        Shape::Text(run) => run.size,
        Shape::Group { nodes, .. } => smallest_text(nodes),
        Shape::Rect { .. } | Shape::Path { .. } => f64::INFINITY,
    });
    sizes.fold(f64::INFINITY, f64::min)
}

/// The chart of a document, cut into tiles.
pub(super) struct Chart<'a> {
    document: &'a Document<'a>,
    fitted: &'a Fitted,
    area: Rect,
    /// The milestones, if they are repeated on every page.
    frozen: Option<Band>,
    windows: Vec<Room>,
    bands: Vec<Band>,
}

impl<'a> Chart<'a> {
    pub(super) fn new(document: &'a Document<'a>, fitted: &'a Fitted, area: Rect) -> Self {
        let timeline = &fitted.timeline;
        let height = area.height / fitted.factor - axis::HEIGHT;
        let milestones = timeline.lanes().iter().find(|lane| lane.key == LaneKey::Milestones);
        let frozen = milestones
            .filter(|lane| lane.height() <= MOST_MILESTONES * height)
            .map(|lane| Band { top: lane.top, bottom: lane.bottom() });
        let top = frozen.map_or(0.0, |band| band.bottom);
        // A hair more than there is: on a single sheet the lanes were made to fit to the last bit.
        let room = height - top + 0.01;
        let mut bands = breaks::bands(timeline, top, room);
        let has_room = bands.last().is_some_and(|last| last.height() + document.strip_height() <= room);
        // The strip of money stands below the last lanes, or on a sheet of its own.
        if bands.is_empty() || !has_room {
            let end = bands.last().map_or(top, |last| last.bottom);
            bands.push(Band { top: end, bottom: end });
        }
        Self { document, fitted, area, frozen, windows: timeline.walls().windows().collect(), bands }
    }

    /// The places of all tiles, from left to right and then downwards.
    pub(super) fn places(&self) -> Vec<Place> {
        let (rows, columns) = (self.bands.len(), self.windows.len());
        let places =
            (1..=rows).flat_map(|row| (1..=columns).map(move |column| Place { row, rows, column, columns }));
        places.collect()
    }

    pub(super) fn tiles(&self) -> Result<Vec<Tile>, Cancelled> {
        let tile = |place| self.document.cancel.check().map(|()| self.tile(place));
        self.places().into_iter().map(tile).collect()
    }

    fn tile(&self, place: Place) -> Tile {
        let (window, band) = (self.windows[place.column - 1], self.bands[place.row - 1]);
        let factor = self.fitted.factor;
        let mut sketch = Sketch { nodes: Vec::new(), shown: Vec::new() };
        let mut y = axis::HEIGHT;
        for (key, band) in [("milestones", self.frozen), ("lanes", Some(band))] {
            if let Some(band) = band {
                self.strip(&mut sketch, key, band, window, y);
                y += band.height();
            }
        }
        if place.row == place.rows {
            y += self.money(&mut sketch, window, y);
        }
        sketch.nodes.push(self.axis(window));
        sketch.nodes.extend(self.corner(window, y));

        let targets: Vec<Target> = sketch.shown.iter().map(|(target, _)| target.clone()).collect();
        let document = self.document;
        let mut legend = legend::of(document.plan, &self.fitted.timeline, &document.hues, window, &targets);
        let today = axis::x_of(document.today, self.fitted.timeline.scale());
        legend.extend((today >= window.from && today < window.to).then_some(legend::Mark::Today));

        let offset = Point { x: self.area.x, y: self.area.y };
        let nodes = scaled(sketch.nodes, factor);
        let shown = sketch.shown.into_iter().map(|(target, y)| (target, offset.y + y * factor));
        Tile {
            nodes: vec![Node::new("chart", Shape::Group { clip: None, offset, nodes })],
            place: (place.rows * place.columns > 1).then_some(place),
            legend,
            shown: shown.collect(),
        }
    }

    /// The lanes of a band with their names, `y` from the top of the chart.
    fn strip(&self, sketch: &mut Sketch, key: &str, band: Band, window: Room, y: f64) {
        let (timeline, plan, fonts) = (&self.fitted.timeline, self.document.plan, self.document.fonts);
        let covers = Rect::new(window.from, band.top, window.width(), band.height());
        let offset = Point { x: self.fitted.names_width - window.from, y: y - band.top };
        let clip = Rect::new(self.fitted.names_width, y, covers.width, covers.height);

        let axis = timeline.axis(plan, window.from, window.to);
        let mut behind = timeline.lines(plan, &axis, covers);
        let ledger = self.document.ledger.as_ref();
        let money = ledger.map(|ledger| timeline.money(plan, ledger, covers, fonts));
        behind.extend(money_on_sheet(money.unwrap_or_default(), window));
        behind.extend(timeline.links(plan, covers));
        let slots = timeline.slots(plan, covers, window, fonts);
        // Diamonds stand whole on their day, even if that is at the edge.
        let (diamonds, bars): (Vec<_>, Vec<_>) =
            slots.into_iter().partition(|node| node.key.starts_with("milestone:"));
        behind.extend(bars);
        behind.extend(timeline.today_line(covers));
        let parts: Vec<(&Lane, Part)> =
            timeline.lanes_between(band.top, band.bottom).map(|lane| (lane, part(lane, band))).collect();
        let names = parts.iter().flat_map(|(lane, part)| {
            let head = timeline.head_of(plan, ledger, lane);
            names::nodes(lane, head.as_ref(), *part, self.fitted.names_width, fonts)
        });
        let names: Vec<Node> = names.collect();

        let targets = names.iter().chain(&behind).chain(&diamonds);
        let targets =
            targets.filter_map(|node| Some((node.target.clone()?, node.bounds().y.max(band.top) + offset.y)));
        sketch.shown.extend(targets);
        sketch.group(&format!("{key}/body"), Some(clip), offset, behind);
        sketch.group(&format!("{key}/names"), None, Point { x: 0.0, y: offset.y }, names);
        sketch.group(&format!("{key}/milestones"), None, offset, diamonds);
    }

    /// The strip of money, `y` from the top of the chart. Answers its height.
    fn money(&self, sketch: &mut Sketch, window: Room, y: f64) -> f64 {
        let (document, names_width) = (self.document, self.fitted.names_width);
        let height = document.strip_height();
        let Some(ledger) = document.ledger.as_ref().filter(|_| height > 0.0) else { return 0.0 };
        let place = (window, names_width);
        let strip = self.fitted.timeline.strip(document.plan, ledger, place, document.fonts);
        for Region { kind, nodes } in strip.regions {
            if kind == RegionKind::StripNames {
                sketch.group("money/names", None, Point { x: 0.0, y }, nodes);
                continue;
            }
            let nodes = settled(nodes, window);
            let targets = nodes.iter().filter_map(|node| node.target.clone());
            sketch.shown.extend(targets.map(|target| (target, y)));
            let clip = Rect::new(names_width, y, window.width(), height);
            sketch.group("money/strip", Some(clip), Point { x: names_width - window.from, y }, nodes);
        }
        height
    }

    /// The axis over a window, its labels where they can be read.
    fn axis(&self, window: Room) -> Node {
        let (timeline, fonts) = (&self.fitted.timeline, self.document.fonts);
        let axis = timeline.axis(self.document.plan, window.from, window.to);
        let mut nodes = settled(axis.nodes(window.from, window.to, fonts), window);
        let today = axis::x_of(self.document.today, timeline.scale());
        if today >= window.from && today < window.to {
            nodes = axis.flagged(nodes, self.document.today, window, fonts);
        }
        let clip = Rect::new(self.fitted.names_width, 0.0, window.width(), axis::HEIGHT);
        let offset = Point { x: self.fitted.names_width - window.from, y: 0.0 };
        Node::new("axis", Shape::Group { clip: Some(clip), offset, nodes })
    }

    /// What the lane names stand for, and the lines around them. `bottom` is the end of the lanes.
    fn corner(&self, window: Room, bottom: f64) -> Vec<Node> {
        const WORD: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink3);
        let width = self.fitted.names_width;
        let at = Point { x: 14.0, y: axis::HEIGHT - 8.0 };
        let word = heading(&self.document.options.view);
        let run = WORD.run_within(&word, at, width - at.x, self.document.fonts);
        let line = |key: &str, rect: Rect| Node::new(key, filled(rect, Role::LineStrong));
        let word = run.map(|run| Node::new("corner/word", Shape::Text(run)));
        let lines = [
            line("corner/top", Rect::new(0.0, 0.0, width + window.width(), 1.0)),
            line("corner/bottom", Rect::new(0.0, axis::HEIGHT - 1.0, width, 1.0)),
            line("corner/end", Rect::new(0.0, bottom - 1.0, width + window.width(), 1.0)),
            line("corner/side", Rect::new(width, 0.0, 1.0, bottom)),
        ];
        word.into_iter().chain(lines).collect()
    }
}

/// Nodes of a tile in points of the timeline, from the chart's top left corner, and what they stand for.
struct Sketch {
    nodes: Vec<Node>,
    shown: Vec<(Target, f64)>,
}

impl Sketch {
    fn group(&mut self, key: &str, clip: Option<Rect>, offset: Point, nodes: Vec<Node>) {
        if !nodes.is_empty() {
            self.nodes.push(Node::new(key, Shape::Group { clip, offset, nodes }));
        }
    }
}

/// The part of a lane that a band shows.
fn part(lane: &Lane, band: Band) -> Part {
    Part {
        top: lane.top.max(band.top),
        bottom: lane.bottom().min(band.bottom),
        is_continued: lane.top < band.top,
        continues: lane.bottom() > band.bottom,
        leads: lane.leads || lane.top <= band.top,
        folds: false,
    }
}

/// Nodes of an axis whose labels stand inside the window; those that cannot go.
pub(super) fn settled(nodes: Vec<Node>, window: Room) -> Vec<Node> {
    let is_inside = |node: &Node| node.bounds().x < window.to - 0.5;
    nodes.into_iter().filter(is_inside).filter_map(|node| settle(node, window)).collect()
}

/// Money as it stands on a sheet: amounts go that its edges would cut or the word of a cap would stand over.
fn money_on_sheet(nodes: Vec<Node>, window: Room) -> Vec<Node> {
    let nodes: Vec<Node> = nodes.into_iter().filter_map(|node| money_in(node, window)).collect();
    let place = |node: &Node| match &node.shape {
        Shape::Text(run) => Some(Rect::new(run.at.x, run.at.y - run.size, run.width, run.size)),
        _ => None,
    };
    let is_cap = |node: &&Node| node.key.ends_with("/cap/word");
    let caps: Vec<Rect> = nodes.iter().filter(is_cap).filter_map(place).collect();
    let covered = |node: &&Node| place(node).is_some_and(|at| caps.iter().any(|cap| cap.intersects(at)));
    let gone: HashSet<String> =
        nodes.iter().filter(|node| !is_cap(node)).filter(covered).map(|node| node.key.clone()).collect();
    let thing = |node: &Node| node.key.trim_end_matches("/clearing").to_owned();
    nodes.into_iter().filter(|node| !gone.contains(&thing(node))).collect()
}

fn money_in(node: Node, window: Room) -> Option<Node> {
    match &node.shape {
        Shape::Text(run) if run.slides_to.is_none() => {
            let is_whole = run.at.x >= window.from && run.at.x + run.width <= window.to;
            is_whole.then_some(node)
        }
        _ => settle(node, window),
    }
}

fn settle(node: Node, window: Room) -> Option<Node> {
    /// Space between a label and the edge of the window, in points.
    const INSET: f64 = 8.0;
    let Shape::Text(run) = node.shape else { return Some(node) };
    let x = run.at.x.max(window.from + INSET);
    let is_in_sight = run.slides_to.is_none_or(|most| x <= most) && x + run.width <= window.to;
    is_in_sight.then(|| {
        let run = TextRun { at: Point { x, ..run.at }, slides_to: None, ..run };
        Node { shape: Shape::Text(run), ..node }
    })
}
