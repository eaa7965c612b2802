//! The plan's own settings.

use super::budget;
use crate::draft::Draft;
use crate::rules;
use crate::settings::PlanSettings;
use crate::violation::RuleViolation;

pub(super) fn edit(draft: &mut Draft<'_>, settings: &PlanSettings) -> Result<(), RuleViolation> {
    let settings = rules::settings(settings)?;
    budget::currency::may_change(draft, &settings.currency)?;
    draft.set_settings(settings);
    Ok(())
}
