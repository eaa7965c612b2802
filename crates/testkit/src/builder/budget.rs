//! Budget lines, rates, costs and actuals in a few lines.

use milepost_plan::{
    Amount, BudgetLineEdit, Cap, Category, Certainty, CostEdit, ItemId, Money, NewActual, NewBudgetLine,
    NewCost, NewRate, Operation, Timing,
};

use super::{PlanBuilder, next};
use crate::find::{budget_line, day, item, rate, span};

impl PlanBuilder {
    /// Adds a budget line for other spending, without a cap.
    #[track_caller]
    #[must_use]
    pub fn budget_line(self, name: &str) -> Self {
        let (id, category) = (next(self.plan.budget_lines().len()), Category::Other);
        let (name, own_category, cap, note) = (name.to_owned(), String::new(), None, String::new());
        let line = NewBudgetLine { id, name, category, own_category, cap, note };
        self.operation(&Operation::AddBudgetLine { line })
    }

    /// Says what may be spent on a budget line from one day to another, in minor units.
    #[track_caller]
    #[must_use]
    pub fn cap(self, name: &str, amount: i64, first: &str, last: &str) -> Self {
        let cap = Cap { amount: Money(amount), span: span(first, last) };
        let (id, edit) = (budget_line(&self.plan, name).id, BudgetLineEdit::Cap(Some(cap)));
        self.operation(&Operation::EditBudgetLine { id, edit })
    }

    /// Adds a rate, in minor units a day.
    #[track_caller]
    #[must_use]
    pub fn rate(self, role: &str, per_day: i64) -> Self {
        let id = next(self.plan.rates().len());
        let rate = NewRate { id, role: role.to_owned(), per_day: Money(per_day) };
        self.operation(&Operation::AddRate { rate })
    }

    /// Adds a certain cost of an item, or of the plan for an empty title, in minor units.
    #[track_caller]
    #[must_use]
    pub fn cost(self, line: &str, title: &str, amount: i64, timing: Timing) -> Self {
        self.planned(line, title, Amount::Money { amount: Money(amount) }, timing)
    }

    /// Adds somebody's work on an item, in hundredths of a person-day, spread over the days of the item.
    #[track_caller]
    #[must_use]
    pub fn effort(self, line: &str, title: &str, role: &str, hundredths: u32) -> Self {
        let rate = rate(&self.plan, role).id;
        self.planned(line, title, Amount::Effort { rate, hundredths }, Timing::Spread { span: None })
    }

    /// Makes the cost that was added last an estimate from low to high, in minor units.
    #[track_caller]
    #[must_use]
    pub fn estimated(self, low: i64, high: i64) -> Self {
        let last = self.plan.costs().iter().last().expect("`estimated` stands after a cost");
        let certainty = Certainty::Estimated { low: Money(low), high: Money(high) };
        let (ids, edit) = (vec![last.id], CostEdit::Certainty(certainty));
        self.operation(&Operation::EditCosts { ids, edit })
    }

    /// Adds money spent on an item, or on none for an empty title, in minor units.
    #[track_caller]
    #[must_use]
    pub fn actual(self, line: &str, title: &str, on: &str, amount: i64) -> Self {
        let builder = self.closed();
        let actual = NewActual {
            id: next(builder.plan.actuals().len()),
            day: day(on),
            amount: Money(amount),
            line: budget_line(&builder.plan, line).id,
            item: builder.titled(title),
            supplier: String::new(),
            note: String::new(),
            key: String::new(),
            in_advance: false,
            today: day(on),
        };
        builder.operation(&Operation::AddActual { actual })
    }

    #[track_caller]
    fn planned(self, line: &str, title: &str, amount: Amount, timing: Timing) -> Self {
        let builder = self.closed();
        let cost = NewCost {
            id: next(builder.plan.costs().len()),
            name: String::new(),
            line: budget_line(&builder.plan, line).id,
            item: builder.titled(title),
            amount,
            timing,
            certainty: Certainty::Certain,
        };
        builder.operation(&Operation::AddCost { cost })
    }

    #[track_caller]
    fn titled(&self, title: &str) -> Option<ItemId> {
        (!title.is_empty()).then(|| item(&self.plan, title).id)
    }
}

#[cfg(test)]
mod tests {
    use milepost_plan::{Ledger, check_plan};

    use super::*;

    #[test]
    fn a_budget_is_built_and_keeps_every_rule() {
        let plan = PlanBuilder::new("Money")
            .feature("", "Reports", "2027-01-04", "2027-01-08")
            .budget_line("Cloud")
            .budget_line("People")
            .cap("People", 5_000, "2027-01-01", "2027-12-31")
            .rate("Tester", 600)
            .effort("People", "Reports", "Tester", 250)
            .cost("Cloud", "", 70, Timing::Monthly { span: Some(span("2027-01-01", "2027-02-28")) })
            .estimated(50, 90)
            .actual("Cloud", "Reports", "2027-01-05", 65)
            .build();
        assert_eq!(check_plan(&plan), []);
        let ledger = Ledger::of(&plan, day("2027-01-05"));
        let [cloud, people] = ["Cloud", "People"].map(|name| budget_line(&plan, name));
        assert_eq!(ledger.total(people.id).planned, Money(1_500));
        let sums = ledger.total(cloud.id);
        assert_eq!((sums.low, sums.planned, sums.actual), (Money(100), Money(140), Money(65)));
        assert_eq!(people.cap.map(|cap| cap.amount), Some(Money(5_000)));
    }
}
