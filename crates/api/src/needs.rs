//! Needs: the table of them, a band at a time, and each of them with all that hangs together with it.
//!
//! Needs on the time axis are a matter of `milepost-layout`.

mod detail;
mod list;
mod served;
mod table;

use milepost_plan::{Coverage, Feedback, Plan, Standing};
use serde::{Deserialize, Serialize};

pub(crate) use detail::found_need;
pub use detail::{FindNeedsRequest, FoundNeed, NeedDetail, NeedRequest, find_needs, need};
pub(crate) use list::NeedsList;
pub use list::NeedsQuery;
pub use served::{CustomerBehind, ServedNeed};
pub(crate) use served::{served_needs, shares};
pub use table::{
    NeedsBand, NeedsBetweenRequest, NeedsPlaceRequest, NeedsSums, NeedsTableRequest, needs_between,
    needs_place, needs_sums, needs_table,
};

/// Where a need stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NeedMark {
    /// Nothing serves it.
    Unserved,
    /// Not met, and what serves it ends after it is wanted.
    Late,
    /// Something will serve it.
    Planned,
    /// Some of what serves it is done, or all of it, which does not serve it fully.
    PartlyMet,
    /// All that serves it is done, and something of that serves it fully.
    Met,
}

impl NeedMark {
    /// All of them, in the order of their urgency.
    pub(crate) const ALL: [Self; 5] = [Self::Unserved, Self::Late, Self::Planned, Self::PartlyMet, Self::Met];

    pub(crate) fn of(coverage: &Coverage) -> Self {
        match coverage.standing {
            _ if coverage.days_late.is_some() => Self::Late,
            Standing::Unserved => Self::Unserved,
            Standing::Planned => Self::Planned,
            Standing::PartlyMet => Self::PartlyMet,
            Standing::Met => Self::Met,
        }
    }
}

/// How many pieces of feedback there are, those aside that another one stands for, and the votes of all of them.
pub(crate) fn count_votes<'p>(plan: &Plan, feedback: impl Iterator<Item = &'p Feedback>) -> (usize, u64) {
    let originals = feedback.filter(|feedback| feedback.duplicate_of.is_none());
    originals.fold((0, 0), |(count, votes), feedback| (count + 1, votes + plan.votes_of(feedback)))
}
