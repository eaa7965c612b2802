//! Money on the time axis: columns by period, what they add up to, and the cap.
//!
//! Draws sums into a band that somebody else makes room for: the strip below the lanes, a lane of its own, paper.

mod columns;
mod curve;
mod reading;

use milepost_plan::{BudgetLineId, Cap, Day, Money, PeriodUnit, Span, Sums};
use serde::Serialize;

use crate::axis::x_of;
use crate::fonts::Fonts;
use crate::packing::Room;
use crate::scene::Node;

/// Money by period, ready to be drawn: what is in sight, and what decides how high it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MoneyByPeriod {
    /// Whose money; none for that of all lines together.
    pub line: Option<BudgetLineId>,
    /// ISO 4217 code.
    pub currency: String,
    /// The periods in sight in which anything falls or that lie between such, in order.
    pub periods: Vec<PeriodMoney>,
    /// The most that is planned or spent in any period, in sight or not.
    pub highest: Money,
    /// What has come together by the morning of days in order, from the one before what is in sight to the one after it.
    pub points: Vec<CurvePoint>,
    /// The most that comes together, in sight or not.
    pub most: Money,
    /// What may be spent, and on which days that is so, in order; of all lines together what the money may come to by the
    /// caps of those that have one.
    pub caps: Vec<Cap>,
    /// The days on which lines pass their caps, in order.
    pub passed: Vec<PassedCap>,
}

impl MoneyByPeriod {
    /// All of it in a band: columns under the curve and the cap, and amounts over them.
    pub(crate) fn nodes(&self, band: &Band<'_>, fonts: &Fonts) -> Vec<Node> {
        let mut nodes = columns::columns(self, band);
        nodes.extend(curve::curve(self, band));
        nodes.extend(columns::labels(self, band, fonts));
        nodes.extend(curve::cap(self, band, fonts));
        nodes
    }
}

/// What falls into a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PeriodMoney {
    pub span: Span,
    pub sums: Sums,
}

/// What has come together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CurvePoint {
    /// By the morning of this day.
    pub day: Day,
    /// Spent, and planned after today.
    pub forecast: Money,
}

/// A line that is over its cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PassedCap {
    /// Which line.
    pub line: BudgetLineId,
    /// Its name.
    pub name: String,
    /// The first day by whose end it is.
    pub day: Day,
    /// By how much, in minor units.
    pub by: Money,
    /// All of this in words, without a full stop.
    pub words: String,
}

/// Where money is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Band<'k> {
    /// What the keys of all nodes begin with, such as “money”.
    pub key: &'k str,
    /// Upper edge, in points.
    pub top: f64,
    /// In points; some sixty at least for amounts over columns.
    pub height: f64,
    /// What is in sight.
    pub sight: Room,
    /// Points per day.
    pub scale: f64,
    /// The day up to which money is spent and after which it is planned.
    pub today: Day,
    /// The hue of columns and curve.
    pub hue: u8,
}

/// Space under columns, in points.
const BELOW: f64 = 8.0;
/// Space over the highest point, for the word of the cap, in points.
const ABOVE: f64 = 22.0;

impl Band<'_> {
    /// Where nothing stands: the feet of the columns.
    fn base(&self) -> f64 {
        self.top + self.height - BELOW
    }

    /// Height of the highest point over the base, in points.
    fn tallest(&self) -> f64 {
        (self.height - BELOW - ABOVE).max(1.0)
    }

    /// From the morning of the first day to the night of the last.
    fn stretch(&self, span: Span) -> Room {
        Room { from: x_of(span.first, self.scale), to: x_of(span.last.plus(1), self.scale) }
    }

    fn key(&self, part: &str) -> String {
        format!("{}/{part}", self.key)
    }
}

/// The periods that fit a scale in points per day: as long as what the lower row of the axis tells, months at least and
/// years at most.
pub(crate) fn period_unit(scale: f64) -> PeriodUnit {
    match scale {
        scale if scale >= 1.2 => PeriodUnit::Month,
        scale if scale >= 0.32 => PeriodUnit::Quarter,
        _ => PeriodUnit::Year,
    }
}

/// A part of a whole, 0 to 1 and beyond; 0 of nothing.
fn share(part: Money, whole: Money) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "only for drawing")]
    let [part, whole] = [part, whole].map(|money| money.0 as f64);
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests;
