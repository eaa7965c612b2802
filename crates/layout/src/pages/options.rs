//! What the user chooses before exporting: paper, fit and range, and what the title block says.

use milepost_plan::{BaselineId, Day, PeriodUnit, ViewSettings};
use serde::{Deserialize, Serialize};

/// How a plan goes onto paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PageOptions {
    /// What goes onto paper, in the order of [`Part::ALL`] whichever way it is told; the roadmap if nothing is.
    #[serde(default = "roadmap")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Part>>"))]
    pub parts: Vec<Part>,
    /// The baseline since which is told what has moved of what was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub since: Option<BaselineId>,
    /// How long the periods are that money is told by.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<PeriodUnit>"))]
    pub unit: PeriodUnit,
    /// What the roadmap shows.
    pub view: ViewSettings,
    /// Name of the saved view that these settings are, if they are one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub view_name: Option<String>,
    /// Size of the sheets.
    pub paper: Paper,
    /// Which way the sheets lie.
    pub orientation: Orientation,
    /// How the chart is brought to the size of the paper.
    pub fit: Fit,
    /// Points per day before fitting, as on screen; only [`Fit::Percent`] keeps it.
    pub scale: f64,
    /// First day shown; none for the first day of anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub from: Option<Day>,
    /// Last day shown; none for the last day of anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub to: Option<Day>,
    /// Version of the plan in words, like “revision 12”; may be empty.
    pub version: String,
    /// Who it is for; may be empty.
    pub audience: String,
    /// Who it is by; may be empty.
    pub author: String,
}

fn roadmap() -> Vec<Part> {
    vec![Part::Roadmap]
}

impl PageOptions {
    /// Whether a part goes onto paper.
    pub(super) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part) || (self.parts.is_empty() && part == Part::Roadmap)
    }
}

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The timeline, with all of it at a glance before.
    Roadmap,
    /// Needs against the features that serve them.
    Matrix,
    /// The needs of each customer.
    Customers,
    /// What the roadmap does for whom.
    Insight,
    /// What it costs: against the caps, over time, and line by line.
    Budget,
}

impl Part {
    /// All parts, in the order in which they stand in a document.
    pub const ALL: [Self; 5] = [Self::Roadmap, Self::Matrix, Self::Customers, Self::Insight, Self::Budget];
}

impl Default for PageOptions {
    fn default() -> Self {
        Self {
            parts: roadmap(),
            since: None,
            unit: PeriodUnit::Month,
            view: ViewSettings::default(),
            view_name: None,
            paper: Paper::A4,
            orientation: Orientation::Landscape,
            fit: Fit::Width,
            scale: 2.5,
            from: None,
            to: None,
            version: String::new(),
            audience: String::new(),
            author: String::new(),
        }
    }
}

/// Size of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
    /// 8.5 × 11 inches.
    Letter,
    /// 11 × 17 inches.
    Tabloid,
}

impl Paper {
    /// All sizes.
    pub const ALL: [Self; 4] = [Self::A4, Self::A3, Self::Letter, Self::Tabloid];

    /// Short and long side in points.
    fn sides(self) -> (f64, f64) {
        const MILLIMETRE: f64 = 72.0 / 25.4;
        match self {
            Self::A4 => (210.0 * MILLIMETRE, 297.0 * MILLIMETRE),
            Self::A3 => (297.0 * MILLIMETRE, 420.0 * MILLIMETRE),
            Self::Letter => (612.0, 792.0),
            Self::Tabloid => (792.0, 1224.0),
        }
    }

    /// Width and height in points, 1/72 inch.
    pub fn size(self, orientation: Orientation) -> (f64, f64) {
        let (short, long) = self.sides();
        match orientation {
            Orientation::Landscape => (long, short),
            Orientation::Portrait => (short, long),
        }
    }
}

/// Which way a sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// The long side lies.
    #[default]
    Landscape,
    /// The long side stands.
    Portrait,
}

/// How the chart is brought to the size of the paper.
///
/// At its own size a point on screen is 1/96 inch, as in CSS, so that names stand on paper in 9 points.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// Days as wide as it takes for the range to fill the width; type keeps its size, and pages follow downwards.
    #[default]
    Width,
    /// Everything on a single sheet, type as small as that takes.
    Page,
    /// Days and type in per cent of their own size, 10 to 200; pages follow in both directions.
    Percent(f64),
}
