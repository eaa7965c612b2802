//! The plan's own settings.

use crate::draft::Draft;
use crate::rules;
use crate::settings::PlanSettings;
use crate::violation::RuleViolation;

pub(super) fn edit(draft: &mut Draft<'_>, settings: &PlanSettings) -> Result<(), RuleViolation> {
    draft.set_settings(rules::settings(settings)?);
    Ok(())
}
