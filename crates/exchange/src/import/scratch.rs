//! The plan as the import is making it, and the operations that make it so.

use milepost_plan::{Operation, Plan, RuleViolation};

/// Every operation is tried by the plan's own rules before it is kept, so that all of them together pass as well.
#[derive(Debug)]
pub(super) struct Scratch {
    pub plan: Plan,
    pub operations: Vec<Operation>,
}

impl Scratch {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { plan: plan.clone(), operations: Vec::new() }
    }

    /// Carries an operation out and keeps it. One that would change nothing is not kept; says whether it was.
    pub(super) fn apply(&mut self, operation: Operation) -> Result<bool, RuleViolation> {
        let change = operation.change(&self.plan)?;
        if change.is_empty() {
            return Ok(false);
        }
        self.plan.accept(&change);
        self.operations.push(operation);
        Ok(true)
    }

    /// Whether an operation would change anything, if it may be carried out at all.
    pub(super) fn would_change(&self, operation: &Operation) -> Result<bool, RuleViolation> {
        operation.change(&self.plan).map(|change| !change.is_empty())
    }
}
