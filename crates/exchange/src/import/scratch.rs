//! The plan as the import is making it, and the operations that make it so.

use milepost_plan::{Operation, Plan, PlanSettings, RuleViolation};

/// Every operation is tried by the plan's own rules before it is kept, so that all of them together pass as well.
#[derive(Debug)]
pub(super) struct Scratch {
    pub plan: Plan,
    pub operations: Vec<Operation>,
    /// The settings to end with.
    settings: PlanSettings,
    /// Whether they are others than those to begin with.
    edits_settings: bool,
}

impl Scratch {
    pub(super) fn of(plan: &Plan) -> Self {
        let settings = plan.settings().clone();
        let mut scratch =
            Self { plan: plan.clone(), operations: Vec::new(), settings, edits_settings: false };
        // Settings that a plan has keep its rules, so this is never refused.
        let change = scratch.without_pushing().change(plan).unwrap_or_default();
        scratch.plan.accept(&change);
        scratch
    }

    /// All operations in order. While they are carried out nothing is pushed: a file's dates are taken as they are.
    pub(super) fn into_operations(self) -> Vec<Operation> {
        if self.operations.is_empty() {
            return self.operations;
        }
        let first = self.settings.pushes_successors.then(|| self.without_pushing());
        let last = (first.is_some() || self.edits_settings)
            .then_some(Operation::EditSettings { settings: self.settings });
        first.into_iter().chain(self.operations).chain(last).collect()
    }

    /// Lets the plan keep how actuals were read, if anything else is changed at all: the first of these mappings that the
    /// plan has room for, or else the one that it has.
    pub(super) fn remember(&mut self, mappings: impl IntoIterator<Item = String>) {
        for mapping in mappings {
            let settings = PlanSettings { actuals_mapping: mapping, ..self.settings.clone() };
            if self.would_change(&Operation::EditSettings { settings: settings.clone() }).is_ok() {
                self.edits_settings |= self.settings != settings;
                self.settings = settings;
                return;
            }
        }
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
