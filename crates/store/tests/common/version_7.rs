//! What version 7 added to the plan of every version: how the last import read actuals.

use milepost_plan::{Change, ChangeSet, Plan, PlanSettings};

use super::plan_of_version_6;

/// The same as far as version 7 could keep it.
pub fn plan_of_version_7() -> Plan {
    let mut plan = plan_of_version_6();
    let before = plan.settings().clone();
    let actuals_mapping = r#"{"columns":{"day":["Buchungstag"]}}"#.to_owned();
    let after = PlanSettings { actuals_mapping, ..before.clone() };
    let settings = Change::Settings { before: Box::new(before), after: Box::new(after) };
    plan.accept(&ChangeSet { changes: vec![settings] });
    plan
}
