//! The plan as the import is making it, and the operations that make it so.

use milepost_plan::{Operation, Plan, PlanSettings, RuleViolation};

/// Every operation is tried by the plan's own rules before it is kept, so that all of them together pass as well.
#[derive(Debug)]
pub(super) struct Scratch {
    pub plan: Plan,
    pub operations: Vec<Operation>,
    settings: PlanSettings,
}

impl Scratch {
    pub(super) fn of(plan: &Plan) -> Self {
        let settings = plan.settings().clone();
        let mut scratch = Self { plan: plan.clone(), operations: Vec::new(), settings };
        // Settings that a plan has keep its rules, so this is never refused.
        let change = scratch.without_pushing().change(plan).unwrap_or_default();
        scratch.plan.accept(&change);
        scratch
    }

    /// All operations in order. While they are carried out nothing is pushed: a file's dates are taken as they are.
    pub(super) fn into_operations(self) -> Vec<Operation> {
        if self.operations.is_empty() || !self.settings.pushes_successors {
            return self.operations;
        }
        let first = self.without_pushing();
        let last = Operation::EditSettings { settings: self.settings };
        [first].into_iter().chain(self.operations).chain([last]).collect()
    }

    fn without_pushing(&self) -> Operation {
        Operation::EditSettings {
            settings: PlanSettings { pushes_successors: false, ..self.settings.clone() },
        }
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
