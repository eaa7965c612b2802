//! Of several operations those that the rules let pass, for a step that does what it can and tells the rest.

use super::Operation;
use crate::draft::Draft;
use crate::plan::Plan;
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
    /// Tries each operation on the plan as those before it leave it.
    pub fn of(operations: Vec<Operation>, plan: &Plan) -> Self {
        let mut draft = Draft::of(plan);
        if operations.iter().try_for_each(|operation| operation.draft(&mut draft)).is_ok() {
            return Self { operations, refused: Vec::new() };
        }
        // What an operation has changed before it is refused must not stay, so each has a plan to itself.
        let mut tried = plan.clone();
        let mut passing = Self { operations: Vec::new(), refused: Vec::new() };
        for (place, operation) in operations.into_iter().enumerate() {
            match operation.change(&tried) {
                Ok(change) => {
                    tried.accept(&change);
                    passing.operations.push(operation);
                }
                Err(violation) => passing.refused.push((place, violation)),
            }
        }
        passing
    }
}
