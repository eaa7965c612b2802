//! What version 8 added to the plan of every version: baselines that keep milestones, one that is gone among them, and one
//! of a plan without any.

use milepost_plan::{Baseline, BaselineMilestone, Plan, Rank};

use super::{additions, day, id, plan_of_version_7};

/// One row or more of every entity, with something in every field. The files of the last released version hold this
/// plan.
pub fn full_plan() -> Plan {
    let mut plan = plan_of_version_7();
    let milestones =
        [(21, "Beta", "2028-01-31"), (98, "\"Gone\"", "2027-05-01")].map(|(number, name, on)| {
            BaselineMilestone { milestone: id(number), name: name.to_owned(), day: day(on) }
        });
    let baseline = |number, name: &str, milestones| Baseline {
        id: id(number),
        name: name.to_owned(),
        taken: day("2027-01-15"),
        spans: Vec::new(),
        milestones: Some(milestones),
        rank: Rank(8),
    };
    plan.accept(&additions([
        baseline(151, "Board, autumn", milestones.to_vec()),
        baseline(152, "Before there were any", Vec::new()),
    ]));
    plan
}
