//! Baselines: take, rename, delete.

use serde::{Deserialize, Serialize};

use crate::baseline::{Baseline, dated, marked};
use crate::day::Day;
use crate::draft::Draft;
use crate::id::BaselineId;
use crate::item::WorkItem;
use crate::milestone::Milestone;
use crate::rank::Rank;
use crate::rules;
use crate::summary::span_in;
use crate::violation::RuleViolation;

/// What a new baseline starts with; the rest is how the plan stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewBaseline {
    /// Its id.
    pub id: BaselineId,
    /// Its name, unique in the plan.
    pub name: String,
    /// The date of today.
    pub taken: Day,
}

pub(super) fn take(draft: &mut Draft<'_>, new: &NewBaseline) -> Result<(), RuleViolation> {
    draft.free::<Baseline>(new.id)?;
    let last = draft.all::<Baseline>().map(|baseline| baseline.rank).max();
    let name = rules::free_name(draft, new.id, &new.name, |baseline: &Baseline| &baseline.name)?;
    let taken = new.taken.in_plan_range()?;
    let spans = dated(draft.all::<WorkItem>(), |item| span_in(draft, item));
    let milestones = Some(marked(draft.all::<Milestone>()));
    draft.add(Baseline { id: new.id, name, taken, spans, milestones, rank: Rank::after(last) })
}

pub(super) fn rename(draft: &mut Draft<'_>, id: BaselineId, name: &str) -> Result<(), RuleViolation> {
    let mut baseline = draft.find::<Baseline>(id)?.clone();
    baseline.name = rules::free_name(draft, id, name, |baseline: &Baseline| &baseline.name)?;
    draft.put(baseline);
    Ok(())
}

pub(super) fn delete(draft: &mut Draft<'_>, id: BaselineId) -> Result<(), RuleViolation> {
    draft.find::<Baseline>(id)?;
    draft.remove::<Baseline>(id);
    Ok(())
}
