//! What version 6 added to the plan of every version: a view that leaves the budget out.

use milepost_plan::{Plan, Rank, View, ViewSettings};

use super::{additions, id, plan_of_version_5};

/// The same as far as version 6 could keep it.
pub fn plan_of_version_6() -> Plan {
    let mut plan = plan_of_version_5();
    plan.accept(&additions([View {
        id: id(141),
        name: "Without money".to_owned(),
        settings: ViewSettings { show_budget: false, ..ViewSettings::default() },
        range: None,
        rank: Rank(9),
    }]));
    plan
}
