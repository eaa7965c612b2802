//! What the product of the story shall achieve, and which items serve that.

use milepost_plan::{GoalId, NewGoal, Operation};

use crate::build::{Fault, Named, ids};

/// Title, measure, target, and the day by which it shall be reached.
#[rustfmt::skip]
const GOALS: [(&str, &str, &str, &str); 4] = [
    (DELIVERED, "Reports that go out without anybody's hand", "80 % of all", "2027-06-30"),
    (ONE_ANSWER, "Order totals that differ between two dashboards", "None at the end of a month", "2027-07-30"),
    (BY_THEMSELVES, "Departments with ten reports of their own", "12 of 14", "2027-09-30"),
    (BY_DAY, "Releases made in working hours", "All of them", "2027-03-31"),
];

const DELIVERED: &str = "Reports go out by themselves";
const ONE_ANSWER: &str = "One question, one figure";
const BY_THEMSELVES: &str = "Departments make their own reports";
const BY_DAY: &str = "No release at night";

/// Item, and the goal that it serves.
pub(super) const SERVED: [(&str, &str); 20] = [
    ("Report templates v2", DELIVERED),
    ("Report templates v2", BY_THEMSELVES),
    ("Job scheduler", DELIVERED),
    ("Scheduled report delivery", DELIVERED),
    ("Saved filters", BY_THEMSELVES),
    ("Freshness alerts", ONE_ANSWER),
    ("Duplicate detection", ONE_ANSWER),
    ("Lineage view", ONE_ANSWER),
    ("Drill-through to source", ONE_ANSWER),
    ("Reconcile order totals", ONE_ANSWER),
    ("Data dictionary", ONE_ANSWER),
    ("Guided first report", BY_THEMSELVES),
    ("Sample workspace", BY_THEMSELVES),
    ("Template gallery", BY_THEMSELVES),
    ("Product tours", BY_THEMSELVES),
    ("Training wave 2", BY_THEMSELVES),
    ("Scripted deployments", BY_DAY),
    ("Pre-production tenant", BY_DAY),
    ("Contract tests in CI", BY_DAY),
    ("Failover rehearsal", BY_DAY),
];

/// Adds all goals; gives them by their titles too.
pub(super) fn goals() -> Result<(Vec<Operation>, Named<GoalId>), Fault> {
    let mut named = Named::new("goal");
    let mut operations = Vec::new();
    for ((title, measure, target, by), id) in GOALS.into_iter().zip(ids(8, 0)) {
        named.add(title, id);
        let (title, measure, target) = (title.to_owned(), measure.to_owned(), target.to_owned());
        let by = Some(by.parse()?);
        operations.push(Operation::AddGoal { goal: NewGoal { id, title, measure, target, by } });
    }
    Ok((operations, named))
}
