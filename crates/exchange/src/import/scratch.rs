//! The plan as the import is making it, and the operations that make it so.

use milepost_plan::{ImportedMoney, Operation, Plan, PlanSettings, RuleViolation};

/// Every operation is tried by the plan's own rules before it is kept, so that all of them together pass as well.
#[derive(Debug)]
pub(super) struct Scratch {
    pub plan: Plan,
    pub operations: Vec<Operation>,
    money: Option<ImportedMoney>,
}

impl Scratch {
    /// The plan as it is while a file comes in: nothing is pushed.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut scratch = Self { plan: plan.clone(), operations: Vec::new(), money: None };
        let settings = PlanSettings { pushes_successors: false, ..plan.settings().clone() };
        // Settings that a plan has keep its rules, so this is never refused.
        let change = Operation::EditSettings { settings }.change(plan).unwrap_or_default();
        scratch.plan.accept(&change);
        scratch
    }

    /// All operations in order, as what a file brings.
    pub(super) fn into_operation(self, label: String) -> Operation {
        let money = self.money.filter(|_| !self.operations.is_empty());
        Operation::Import { label, operations: self.operations, money }
    }

    /// Says that there is money in what comes in, and lets the plan keep how it was read: by the first of these mappings
    /// that the plan has room for, or else as it has been.
    pub(super) fn bring_money(&mut self, mappings: impl IntoIterator<Item = String>) {
        let currency = &self.plan.settings().currency;
        let money = |mapping| ImportedMoney { currency: currency.clone(), mapping };
        let fits = |money: &ImportedMoney| {
            let (operations, money) = (Vec::new(), Some(money.clone()));
            self.would_change(&Operation::Import { label: String::new(), operations, money }).is_ok()
        };
        let kept = mappings.into_iter().map(|mapping| money(Some(mapping))).find(fits);
        self.money = Some(kept.unwrap_or_else(|| money(None)));
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
