//! Turns a plan into shapes on a surface.
//!
//! Knows nothing of pixels, files or windows: a [`Scene`] holds shapes in points, in painting order, with colours
//! named by role. Screen, PDF, SVG and PNG paint the same shapes. Nothing here reads a clock; today is an argument.

mod axis;
mod bar;
mod fonts;
mod hue;
mod lane;
mod lanes;
mod lettering;
mod line;
mod links;
mod milestone;
mod money;
mod need;
mod packing;
mod pages;
mod paint;
mod rows;
mod scene;
mod speech;
mod surface;
pub mod theme;
mod timeline;

pub use fonts::{Face, Fallback, Fonts, Glyph, Line, Piece, UnreadableFont, Weight};
pub use money::PassedCap;
pub use pages::{Fit, Orientation, OutlineEntry, Page, PageError, PageOptions, Pages, Paper, Part, paginate};
pub use paint::{Role, Stroke, Tone};
pub use scene::{
    Direction, Extent, Hang, LaneKey, Node, PathStep, Point, Rect, Region, RegionKind, Scene, Shape, Target,
    TextRun,
};
pub use surface::SCALES;
pub use theme::{Rgb, Theme};
pub use timeline::{
    MoneyStrip, Overview, Preview, PreviewItem, TableLane, TableRow, TableRows, Timeline, Troubled, Viewport,
};
