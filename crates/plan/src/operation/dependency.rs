//! Dependencies: link, edit, unlink.

use serde::{Deserialize, Serialize};

use crate::dependency::{Dependency, DependencyKind};
use crate::draft::Draft;
use crate::id::{DependencyId, ItemId};
use crate::rules;
use crate::violation::RuleViolation;

/// What a new dependency starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewDependency {
    /// Its id.
    pub id: DependencyId,
    /// What comes first.
    pub predecessor: ItemId,
    /// What waits.
    pub successor: ItemId,
    /// Which ends are tied.
    #[serde(default)]
    pub kind: DependencyKind,
    /// Working days between the tied ends; negative for an overlap.
    #[serde(default)]
    pub lag_days: i32,
}

/// One field of a dependency and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum DependencyEdit {
    /// Which ends are tied.
    Kind(DependencyKind),
    /// Working days between the tied ends.
    LagDays(i32),
}

pub(super) fn link(draft: &mut Draft<'_>, new: &NewDependency) -> Result<(), RuleViolation> {
    draft.free::<Dependency>(new.id)?;
    rules::may_depend(draft, new.predecessor, new.successor)?;
    draft.add(Dependency {
        id: new.id,
        predecessor: new.predecessor,
        successor: new.successor,
        kind: new.kind,
        lag_days: rules::lag_days(new.lag_days)?,
    })
}

pub(super) fn edit(
    draft: &mut Draft<'_>,
    id: DependencyId,
    edit: &DependencyEdit,
) -> Result<(), RuleViolation> {
    let mut dependency = draft.find::<Dependency>(id)?.clone();
    match edit {
        DependencyEdit::Kind(kind) => dependency.kind = *kind,
        DependencyEdit::LagDays(lag_days) => dependency.lag_days = rules::lag_days(*lag_days)?,
    }
    draft.put(dependency);
    Ok(())
}

pub(super) fn unlink(draft: &mut Draft<'_>, id: DependencyId) -> Result<(), RuleViolation> {
    draft.find::<Dependency>(id)?;
    draft.remove::<Dependency>(id);
    Ok(())
}
