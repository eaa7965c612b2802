//! Scenes: positioned shapes, ready to be painted by anyone.
//!
//! Lengths are points, which are CSS pixels on screen and 1/72 inch on paper; x grows to the right, y downwards.

// Reason for length: the types of the wire that a scene is made of, each with its words.

use milepost_plan::{
    AspectValue, BudgetLineId, CostId, Day, DependencyId, Horizon, ItemId, MilestoneId, NeedId,
};
use serde::{Deserialize, Serialize, Serializer};

use crate::fonts::Weight;
use crate::paint::{Role, Stroke};

/// A place on the surface.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "[number, number]"))]
pub struct Point {
    /// From the left, in points.
    pub x: f64,
    /// From the top, in points.
    pub y: f64,
}

impl Serialize for Point {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (hundredths(self.x), hundredths(self.y)).serialize(serializer)
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(type = "[x: number, y: number, width: number, height: number]")
)]
pub struct Rect {
    /// Left edge, in points.
    pub x: f64,
    /// Top edge, in points.
    pub y: f64,
    /// In points, never negative.
    pub width: f64,
    /// In points, never negative.
    pub height: f64,
}

impl Rect {
    /// A rectangle by its left and top edges and its size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The same with a border of that width around it, in points.
    fn grown(self, border: f64) -> Self {
        Self::new(self.x - border, self.y - border, self.width + 2.0 * border, self.height + 2.0 * border)
    }

    /// The smallest rectangle around points; none around no points.
    fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().map(|point| Self::new(point.x, point.y, 0.0, 0.0)).reduce(Self::union)
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self::new(x, y, right - x, bottom - y)
    }

    /// Whether the two share more than an edge.
    pub fn intersects(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

impl Serialize for Rect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (hundredths(self.x), hundredths(self.y), hundredths(self.width), hundredths(self.height))
            .serialize(serializer)
    }
}

/// A hundredth of a point is finer than any screen or printer; shorter numbers are quicker to send.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn serialize_hundredths<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(hundredths(*value))
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PathStep {
    /// Begins a new line at a point.
    Move(Point),
    /// A straight line to a point.
    Line(Point),
    /// A cubic curve by two control points to a third.
    Curve(Point, Point, Point),
    /// Back to where the line began.
    Close,
}

/// A line of text, already measured and shortened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextRun {
    /// Left end of the baseline.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// Size of the type in points.
    #[serde(serialize_with = "serialize_hundredths")]
    pub size: f64,
    /// Weight of the type.
    pub weight: Weight,
    /// Colour.
    pub colour: Role,
    /// Measured advance width in points.
    #[serde(serialize_with = "serialize_hundredths")]
    pub width: f64,
    /// Which way it is read, if it holds more than one letter of Inter after another; none for such plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub direction: Option<Direction>,
    /// The greatest x that the text may slide to in order to stay in sight when its start is scrolled or cut off.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub slides_to: Option<f64>,
    /// Width of what stands right before the text and slides along with it, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub lead: Option<f64>,
    /// How the text follows the top of what is in sight when what it names is scrolled away; none stays where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub hangs: Option<Hang>,
    /// Whether it is turned by a quarter and reads upwards from where it is. Only on paper, for the heads of narrow
    /// columns.
    #[serde(skip_serializing_if = "is_upright")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub turned: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_upright(turned: &bool) -> bool {
    !turned
}

/// Which way a text is read on the whole; parts of it may be read the other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    #[serde(rename = "ltr")]
    LeftToRight,
    #[serde(rename = "rtl")]
    RightToLeft,
}

/// Text that hangs from an upper edge and follows what is in sight down from there.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Hang {
    /// The edge: the text goes down by as much as this is above what is in sight.
    #[serde(serialize_with = "serialize_hundredths")]
    pub from: f64,
    /// How far down it goes at most, in points.
    #[serde(serialize_with = "serialize_hundredths")]
    pub most: f64,
}

/// What a node draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A rectangle, its corners rounded by a radius in points.
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of the corners in points; zero for square ones.
        #[serde(serialize_with = "serialize_hundredths")]
        radius: f64,
        /// Colour inside.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        fill: Option<Role>,
        /// Line around, centred on the edge.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        stroke: Option<Stroke>,
    },
    /// Lines and curves.
    Path {
        /// In order; the first is a move.
        steps: Vec<PathStep>,
        /// Colour inside.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        fill: Option<Role>,
        /// Line along the path.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text(TextRun),
    /// Nodes moved by an offset and shown only inside a rectangle (given in the coordinates around the group).
    Group {
        /// Where the nodes show; everywhere if none.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        clip: Option<Rect>,
        /// Added to every place inside.
        offset: Point,
        /// What is in it, in painting order.
        nodes: Vec<Node>,
    },
}

impl Shape {
    /// A rectangle that nothing of the shape is painted outside of; empty for a group of nothing.
    pub fn bounds(&self) -> Rect {
        let border = |stroke: &Option<Stroke>| stroke.map_or(0.0, |stroke| stroke.width);
        match self {
            Self::Rect { rect, stroke, .. } => rect.grown(border(stroke)),
            Self::Path { steps, stroke, .. } => {
                let points = steps.iter().flat_map(|step| match *step {
                    PathStep::Move(to) | PathStep::Line(to) => vec![to],
                    PathStep::Curve(first, second, to) => vec![first, second, to],
                    PathStep::Close => Vec::new(),
                });
                Rect::around(points).unwrap_or_default().grown(border(stroke))
            }
            // Some letters lean out of their advance; none of a text rises or hangs by more than its size.
            Self::Text(run) if run.turned => {
                Rect::new(run.at.x - run.size, run.at.y - run.width - 1.0, 1.4 * run.size, run.width + 2.0)
            }
            Self::Text(run) => {
                let slide = run.slides_to.map_or(0.0, |most| (most - run.at.x).max(0.0));
                Rect::new(run.at.x - 1.0, run.at.y - run.size, run.width + slide + 2.0, 1.4 * run.size)
            }
            Self::Group { clip: Some(clip), .. } => *clip,
            Self::Group { clip: None, offset, nodes } => {
                let inside = nodes.iter().map(Node::bounds).reduce(Rect::union).unwrap_or_default();
                Rect::new(inside.x + offset.x, inside.y + offset.y, inside.width, inside.height)
            }
        }
    }
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Node {
    /// Lives as long as what it shows; unique in its region.
    pub key: String,
    /// What to draw.
    pub shape: Shape,
    /// What a pointer on it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub target: Option<Target>,
    /// What a screen reader says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub name: Option<String>,
}

impl Node {
    /// A node that only decorates.
    pub fn new(key: impl Into<String>, shape: Shape) -> Self {
        Self { key: key.into(), shape, target: None, name: None }
    }

    /// A rectangle that nothing of the node is painted outside of.
    pub fn bounds(&self) -> Rect {
        self.shape.bounds()
    }

    /// The same node answering to the pointer and to screen readers.
    #[must_use]
    pub fn with_target(self, target: Target, name: String) -> Self {
        Self { target: Some(target), name: Some(name), ..self }
    }
}

/// What a pointer on a node means.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "entity", rename_all = "snake_case")]
#[allow(missing_docs, reason = "each names an entity of the plan by its id")]
pub enum Target {
    Item {
        id: ItemId,
    },
    Need {
        id: NeedId,
    },
    Cost {
        id: CostId,
    },
    Milestone {
        id: MilestoneId,
    },
    Dependency {
        id: DependencyId,
    },
    Lane {
        lane: LaneKey,
    },
    BudgetLine {
        id: BudgetLineId,
    },
    /// What falls into a period: of one line, or of all lines together if none.
    Period {
        line: Option<BudgetLineId>,
        first: Day,
        last: Day,
    },
}

/// Which lane.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum LaneKey {
    /// The row of the milestones.
    Milestones,
    /// The lane of the dated items that have these values.
    Items {
        /// One value of each aspect that the view groups by, the outermost first.
        values: Vec<AspectValue>,
    },
    /// The row of the items of one horizon.
    Horizon {
        /// Which horizon.
        horizon: Horizon,
    },
    /// The lane of a budget line: its money, and what is behind it.
    Line {
        /// Which line.
        line: BudgetLineId,
    },
}

impl LaneKey {
    /// The items that it is called after.
    pub(crate) fn parents(&self) -> impl Iterator<Item = ItemId> {
        let values = if let Self::Items { values } = self { values.as_slice() } else { &[] };
        values.iter().filter_map(|value| if let AspectValue::Parent(parent) = value { *parent } else { None })
    }

    /// What it stands for, if it is a lane of values.
    pub(crate) fn into_values(self) -> Option<Vec<AspectValue>> {
        if let Self::Items { values } = self { Some(values) } else { None }
    }

    pub(crate) fn is_horizon(&self) -> bool {
        matches!(self, Self::Horizon { .. })
    }

    /// The budget line that it is the lane of.
    pub(crate) fn line(&self) -> Option<BudgetLineId> {
        if let Self::Line { line } = self { Some(*line) } else { None }
    }
}

/// Which part of the timeline a region is; it says what scrolls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RegionKind {
    /// The dates above; scrolls sideways only. Its y starts at zero.
    Axis,
    /// The lane names at the left; scrolls up and down only. Its x starts at zero.
    LaneNames,
    /// The bars; scrolls both ways.
    Body,
    /// The strip below the lanes; scrolls sideways only. Its y starts at zero.
    Strip,
    /// What the strip is about, below the lane names; never scrolls. Its x and y start at zero.
    StripNames,
}

/// A part of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Region {
    /// Which part.
    pub kind: RegionKind,
    /// In painting order.
    pub nodes: Vec<Node>,
}

/// The whole surface that can be scrolled to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Extent {
    /// Least x worth scrolling to.
    pub left: f64,
    /// Greatest x worth scrolling to.
    pub right: f64,
    /// Height of all lanes together.
    pub height: f64,
    /// Height of the axis.
    pub axis_height: f64,
    /// Width of the column of lane names.
    pub names_width: f64,
    /// Height of the strip below the lanes; 0 if there is none.
    pub strip_height: f64,
}

/// What is in a viewport.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Scene {
    /// Axis, lane names and body, and the strip if there is one.
    pub regions: Vec<Region>,
    /// The part of the surface that the nodes cover.
    pub covers: Rect,
    /// The whole surface.
    pub extent: Extent,
}

impl Scene {
    /// The nodes of one region.
    pub fn region(&self, kind: RegionKind) -> &[Node] {
        self.regions.iter().find(|region| region.kind == kind).map_or(&[], |region| &region.nodes)
    }
}
