//! Random budget lines, and what is planned and spent on them.

use milepost_plan::{
    Amount, BudgetLineEdit, BudgetLineId, Cap, Category, Certainty, CostEdit, CostId, Moment, Money,
    NewActual, NewBudgetLine, NewCost, NewRate, Operation, RateEdit, RateId, Roadmap, Span, Timing,
    ViewSettings,
};
use milepost_testkit::{day, id};
use proptest::prelude::*;

use super::{Desk, on, title, views};

/// What somebody tries to do with money.
#[derive(Debug, Clone)]
pub enum MoneyTry {
    AddLine { name: String, cap: Option<(i64, i32)> },
    RenameLine { line: usize, name: String },
    Cap { line: usize, cap: Option<(i64, i32)> },
    ReorderLine { line: usize, before: usize },
    DeleteLine { line: usize },
    AddCost { line: usize, item: Option<usize>, amount: i64, timing: Timing, by_effort: bool },
    Amount { cost: usize, amount: i64 },
    Timing { cost: usize, timing: Timing },
    ToLine { cost: usize, line: usize },
    ToItem { cost: usize, item: usize },
    DeleteCost { cost: usize },
    AddActual { line: usize, amount: i64, day: i32 },
    AddRate { name: String, per_day: i64 },
    Rate { rate: usize, per_day: i64 },
}

pub fn money_tries() -> impl Strategy<Value = MoneyTry> {
    use MoneyTry as T;
    let at = 0_usize..1_000;
    let amount = || 0..5_000_000_i64;
    let cap = || prop::option::of((amount(), 0..300_i32));
    prop_oneof![
        2 => (title(), cap()).prop_map(|(name, cap)| T::AddLine { name, cap }),
        1 => (at.clone(), title()).prop_map(|(line, name)| T::RenameLine { line, name }),
        1 => (at.clone(), cap()).prop_map(|(line, cap)| T::Cap { line, cap }),
        1 => (at.clone(), at.clone()).prop_map(|(line, before)| T::ReorderLine { line, before }),
        1 => at.clone().prop_map(|line| T::DeleteLine { line }),
        8 => (at.clone(), prop::option::weighted(0.8, at.clone()), amount(), timing(), any::<bool>()).prop_map(
            |(line, item, amount, timing, by_effort)| T::AddCost { line, item, amount, timing, by_effort }
        ),
        2 => (at.clone(), amount()).prop_map(|(cost, amount)| T::Amount { cost, amount }),
        2 => (at.clone(), timing()).prop_map(|(cost, timing)| T::Timing { cost, timing }),
        1 => (at.clone(), at.clone()).prop_map(|(cost, line)| T::ToLine { cost, line }),
        1 => (at.clone(), at.clone()).prop_map(|(cost, item)| T::ToItem { cost, item }),
        1 => at.clone().prop_map(|cost| T::DeleteCost { cost }),
        2 => (at.clone(), amount(), 0..170).prop_map(|(line, amount, day)| T::AddActual { line, amount, day }),
        1 => (title(), amount()).prop_map(|(name, per_day)| T::AddRate { name, per_day }),
        1 => (at, amount()).prop_map(|(rate, per_day)| T::Rate { rate, per_day }),
    ]
}

fn timing() -> impl Strategy<Value = Timing> {
    let span = || {
        prop::option::of((0..400, 0..120))
            .prop_map(|days| days.map(|(first, days)| Span { first: on(first), last: on(first + days) }))
    };
    let moment = prop_oneof![
        Just(Moment::Start),
        Just(Moment::End),
        (0..400).prop_map(|day| Moment::Day { day: on(day) }),
    ];
    prop_oneof![
        1 => moment.prop_map(|on| Timing::Once { on }),
        1 => span().prop_map(|span| Timing::Monthly { span }),
        2 => span().prop_map(|span| Timing::Spread { span }),
    ]
}

fn cap_of((amount, first): (i64, i32)) -> Cap {
    Cap { amount: Money(amount), span: Span { first: on(first), last: on(first + 200) } }
}

impl Desk {
    /// The operation that a try amounts to; none if the plan has no such row.
    pub(super) fn money_operation(&mut self, wanted: MoneyTry) -> Option<Operation> {
        Some(match wanted {
            MoneyTry::AddLine { name, cap } => Operation::AddBudgetLine {
                line: NewBudgetLine {
                    id: self.next_id(),
                    name,
                    category: Category::Cloud,
                    own_category: String::new(),
                    cap: cap.map(cap_of),
                    note: String::new(),
                },
            },
            MoneyTry::RenameLine { line, name } => {
                Operation::EditBudgetLine { id: self.line(line)?, edit: BudgetLineEdit::Name(name) }
            }
            MoneyTry::Cap { line, cap } => {
                Operation::EditBudgetLine { id: self.line(line)?, edit: BudgetLineEdit::Cap(cap.map(cap_of)) }
            }
            MoneyTry::ReorderLine { line, before } => {
                Operation::ReorderBudgetLine { id: self.line(line)?, before: self.line(before) }
            }
            MoneyTry::DeleteLine { line } => {
                Operation::DeleteBudgetLine { id: self.line(line)?, into: self.line(line + 1) }
            }
            MoneyTry::AddCost { line, item, amount, timing, by_effort } => {
                let item = match item {
                    Some(item) => Some(self.item(item)?),
                    None => None,
                };
                let rate = self.plan.rates().iter().next().filter(|_| by_effort);
                let amount = match rate {
                    Some(rate) => Amount::Effort { rate: rate.id, hundredths: 250 },
                    None => Amount::Money { amount: Money(amount) },
                };
                let (id, line) = (self.next_id(), self.line(line)?);
                let (name, certainty) = (String::new(), Certainty::Certain);
                Operation::AddCost { cost: NewCost { id, name, line, item, amount, timing, certainty } }
            }
            MoneyTry::Amount { cost, amount } => {
                self.edit_cost(cost, CostEdit::Amount(Amount::Money { amount: Money(amount) }))?
            }
            MoneyTry::Timing { cost, timing } => self.edit_cost(cost, CostEdit::Timing(timing))?,
            MoneyTry::ToLine { cost, line } => self.edit_cost(cost, CostEdit::Line(self.line(line)?))?,
            MoneyTry::ToItem { cost, item } => self.edit_cost(cost, CostEdit::Item(self.item(item)))?,
            MoneyTry::DeleteCost { cost } => Operation::DeleteCosts { ids: vec![self.cost(cost)?] },
            MoneyTry::AddActual { line, amount, day: number } => Operation::AddActual {
                actual: NewActual {
                    id: self.next_id(),
                    day: on(number),
                    amount: Money(amount),
                    line: self.line(line)?,
                    item: None,
                    supplier: String::new(),
                    note: String::new(),
                    key: String::new(),
                    in_advance: false,
                    today: day("2026-11-23"),
                },
            },
            MoneyTry::AddRate { name, per_day } => Operation::AddRate {
                rate: NewRate { id: self.next_id(), role: name, per_day: Money(per_day) },
            },
            MoneyTry::Rate { rate, per_day } => {
                Operation::EditRate { id: self.rate(rate)?, edit: RateEdit::PerDay(Money(per_day)) }
            }
        })
    }

    fn edit_cost(&self, cost: usize, edit: CostEdit) -> Option<Operation> {
        Some(Operation::EditCosts { ids: vec![self.cost(cost)?], edit })
    }

    fn line(&self, place: usize) -> Option<BudgetLineId> {
        let place = place.checked_rem(self.plan.budget_lines().len())?;
        self.plan.budget_lines().iter().nth(place).map(|row| row.id)
    }

    fn cost(&self, place: usize) -> Option<CostId> {
        let place = place.checked_rem(self.plan.costs().len())?;
        self.plan.costs().iter().nth(place).map(|row| row.id)
    }

    fn rate(&self, place: usize) -> Option<RateId> {
        let place = place.checked_rem(self.plan.rates().len())?;
        self.plan.rates().iter().nth(place).map(|row| row.id)
    }
}

/// Ways to look at money: lines are unfolded by their ids, which the first ones have by chance.
#[allow(dead_code, reason = "not every suite looks at money")]
pub fn money_views() -> impl Strategy<Value = ViewSettings> {
    (views(), any::<bool>()).prop_map(|(view, folds)| ViewSettings {
        roadmap: Roadmap::Budget,
        unfolded: if folds { Vec::new() } else { (1..80).map(|number| id(100 * number)).collect() },
        ..view
    })
}
