//! What a file brings into the plan, whatever its settings are by then: an import is worked out on a plan that others may
//! change before it is carried out, so that it says nothing of settings but what it means itself.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rules;
use crate::settings::PlanSettings;
use crate::violation::RuleViolation;

/// What the money in an import is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportedMoney {
    /// The currency that its amounts are in, by its ISO 4217 code. A plan that has another one refuses them.
    pub currency: String,
    /// How it was read, for [`PlanSettings::actuals_mapping`]; none leaves what the plan remembers.
    pub mapping: Option<String>,
}

/// Lets `operations` do their work while nothing is pushed, and remembers how money was read.
pub(super) fn bring<E: From<RuleViolation>>(
    draft: &mut Draft<'_>,
    money: Option<&ImportedMoney>,
    operations: impl FnOnce(&mut Draft<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let pushes_successors = draft.settings().pushes_successors;
    if let Some(ImportedMoney { currency, .. }) = money
        && *currency != draft.settings().currency
    {
        let plan = draft.settings().currency.clone();
        return Err(RuleViolation::OtherCurrency { amounts: currency.clone(), plan }.into());
    }
    draft.set_settings(PlanSettings { pushes_successors: false, ..draft.settings().clone() });
    operations(draft)?;
    let mut settings = PlanSettings { pushes_successors, ..draft.settings().clone() };
    if let Some(mapping) = money.and_then(|money| money.mapping.clone()) {
        settings = rules::settings(&PlanSettings { actuals_mapping: mapping, ..settings })?;
    }
    draft.set_settings(settings);
    Ok(())
}
