//! Of several operations those that the rules let pass, for a step that does what it can and tells the rest.

use super::Operation;
use crate::draft::Draft;
use crate::plan::Plan;
use crate::reschedule::push_successors;
use crate::violation::RuleViolation;

/// What can be done of several operations, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Passing {
    /// Those that can be done, in their order; together they are never refused.
    pub operations: Vec<Operation>,
    /// The places of the others, from 0, with the rule that each of them breaks.
    pub refused: Vec<(usize, RuleViolation)>,
}

impl Passing {
    /// Tries each operation on the plan as those before it leave it. Where what they move together would push something out
    /// of the years of a plan, all that move anything are refused.
    pub fn of(operations: Vec<Operation>, plan: &Plan) -> Self {
        if together(&operations, plan).is_ok() {
            return Self { operations, refused: Vec::new() };
        }
        let passing = Self::each(operations.clone(), plan, None);
        match together(&passing.operations, plan) {
            Ok(()) => passing,
            Err(violation) => Self::each(operations, plan, Some(&violation)),
        }
    }

    /// What passes one by one; nothing that moves anything, if that breaks a rule.
    fn each(operations: Vec<Operation>, plan: &Plan, moving: Option<&RuleViolation>) -> Self {
        // What an operation has changed before it is refused must not stay, so each has a plan to itself.
        let mut tried = plan.clone();
        let mut passing = Self { operations: Vec::new(), refused: Vec::new() };
        for (place, operation) in operations.into_iter().enumerate() {
            let mut draft = Draft::of(&tried);
            let refused = operation.draft(&mut draft).err();
            match refused.or_else(|| moving.filter(|_| !draft.moved.is_empty()).cloned()) {
                Some(violation) => passing.refused.push((place, violation)),
                None => {
                    let change = draft.into_change_set();
                    tried.accept(&change);
                    passing.operations.push(operation);
                }
            }
        }
        passing
    }
}

/// Whether operations can be done as one step.
fn together(operations: &[Operation], plan: &Plan) -> Result<(), RuleViolation> {
    let mut draft = Draft::of(plan);
    operations.iter().try_for_each(|operation| operation.draft(&mut draft))?;
    push_successors(&mut draft)
}
