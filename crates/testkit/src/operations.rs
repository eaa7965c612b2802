//! Plans after operations.

use milepost_plan::{Operation, Plan, RuleViolation, check_plan};

/// The plan after an operation that no rule refuses. Whatever it does can be taken back and keeps the rules.
#[track_caller]
pub fn after(plan: &Plan, operation: &Operation) -> Plan {
    let change_set = operation.change(plan).unwrap_or_else(|violation| panic!("{violation}: {operation:?}"));
    let mut changed = plan.clone();
    changed.accept(&change_set);
    assert_eq!(check_plan(&changed), []);
    let mut back = changed.clone();
    back.accept(&change_set.reversed());
    assert!(back == *plan, "reversing {operation:?} leaves something behind");
    changed
}

/// The rule that refuses the operation.
#[track_caller]
pub fn refusal(plan: &Plan, operation: &Operation) -> RuleViolation {
    match operation.change(plan) {
        Err(violation) => violation,
        Ok(change_set) => panic!("nothing refuses {operation:?}, which does {change_set:?}"),
    }
}
