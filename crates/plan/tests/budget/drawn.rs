//! Drawn plans with money, and what may be done to them.

use milepost_plan::{
    ActualId, Amount, Certainty, CostEdit, CostId, Day, DependencyKind, Edge, ExchangeRate, ItemEdit, ItemId,
    ItemKind, Moment, Money, NewActual, NewCost, Operation, Plan, RateEdit, Schedule, Span, Status, Timing,
};
use milepost_testkit::{PlanBuilder, id, span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::cost;

pub fn any_day() -> impl Strategy<Value = Day> {
    let ends = ["1900-01-01", "1900-02-28", "2000-02-29", "2100-02-28", "2199-12-31"];
    prop_oneof![
        // 2023 to 2032: leap years and all ends of months.
        9 => (19_358..23_010).prop_map(Day::from_number),
        1 => select(ends.to_vec()).prop_map(|day| day.parse().unwrap()),
    ]
}

pub fn any_span() -> impl Strategy<Value = Span> {
    (any_day(), 0..900_i32).prop_map(|(first, days)| Span { first, last: first.plus(days) })
}

fn any_timing() -> impl Strategy<Value = Timing> {
    prop_oneof![
        any_day().prop_map(|day| Timing::Once { on: Moment::Day { day } }),
        select(vec![Moment::Start, Moment::End]).prop_map(|on| Timing::Once { on }),
        prop::option::of(any_span()).prop_map(|span| Timing::Monthly { span }),
        prop::option::of(any_span()).prop_map(|span| Timing::Spread { span }),
    ]
}

fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => prop_oneof![0..40_i64, 0..9_000_000_i64].prop_map(|amount| Amount::Money { amount: Money(amount) }),
        1 => (0..5_000_u32).prop_map(|hundredths| Amount::Effort { rate: id(1), hundredths }),
    ]
}

fn any_certainty() -> impl Strategy<Value = Certainty> {
    let range = prop::option::of((0..1_000_i64, 1_000..90_000_i64));
    range.prop_map(|range| match range {
        Some((low, high)) => Certainty::Estimated { low: Money(low), high: Money(high) },
        None => Certainty::Certain,
    })
}

/// A cost of one of the items or of the plan, on one of the two lines.
fn any_cost() -> impl Strategy<Value = NewCost> {
    (0..6_usize, 1..3_u32, any_amount(), any_timing(), any_certainty()).prop_map(
        |(owner, line, amount, timing, certainty)| NewCost {
            line: id(line),
            amount,
            certainty,
            ..cost(0, ITEMS.get(owner).map(|number| id(*number)), 0, timing)
        },
    )
}

/// Numbers of the epic, the feature under it, the one that waits for that, the one without days, and a dated story of
/// the first feature, which the epic spans, too.
const ITEMS: [u32; 5] = [1, 2, 3, 4, 5];

/// Two lines, a rate, an epic with a feature that another one waits for and a story in it, and one without days; costs
/// on all of them.
/// Moves push what waits, or keep working days, or neither.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    (vec(any_cost(), 0..12), any::<bool>(), any::<bool>()).prop_map(|(costs, pushes, keeps_length)| {
        let mut plan = PlanBuilder::new("Drawn")
            .settings(|settings| {
                (settings.pushes_successors, settings.keeps_working_length) = (pushes, keeps_length);
            })
            .item(ItemKind::Epic, "Epic")
            .feature("", "Reports", "2027-01-04", "2027-03-31")
            .under("Epic")
            .feature("", "Alerts", "2027-04-01", "2027-05-31")
            .undated("", "Someday")
            .item(ItemKind::UserStory, "Story")
            .under("Reports")
            .with(|story| story.schedule = span("2027-01-11", "2027-01-15").into())
            .link_by("Reports", "Alerts", DependencyKind::FinishToStart, 0)
            .budget_line("Cloud")
            .budget_line("People")
            .rate("Engineer", 60_001)
            .build();
        for (new, number) in costs.into_iter().zip(1..) {
            // Costs of the plan without days are refused, and stay away.
            if let Ok(changes) =
                (Operation::AddCost { cost: NewCost { id: id(number), ..new } }).change(&plan)
            {
                plan.accept(&changes);
            }
        }
        plan
    })
}

/// Something that a user does. Rows are told by their places, and a place where none is lets the step fall out.
#[derive(Debug, Clone)]
pub enum Step {
    Move(usize, i32),
    Resize(usize, Edge, i32),
    Undate(usize),
    Drop(usize, bool),
    Delete(usize),
    Hang(usize, bool),
    Raise(i64),
    Amount(usize, Amount),
    Timing(usize, Timing),
    Certainty(usize, Certainty),
    DeleteCost(usize),
    Spend(u32, Day, i64),
    DeleteActual(usize),
    Convert(&'static str, u64),
}

pub fn any_step() -> impl Strategy<Value = Step> {
    let item = 0..5_usize;
    let edge = select(vec![Edge::Start, Edge::End]);
    let code = select(vec!["JPY", "KWD", "GBP"]);
    prop_oneof![
        6 => (item.clone(), -400..400_i32).prop_map(|(item, days)| Step::Move(item, days)),
        6 => (item.clone(), edge, -30..200_i32).prop_map(|(item, edge, days)| Step::Resize(item, edge, days)),
        1 => item.clone().prop_map(Step::Undate),
        2 => (item.clone(), any::<bool>()).prop_map(|(item, dropped)| Step::Drop(item, dropped)),
        1 => item.clone().prop_map(Step::Delete),
        2 => (item, any::<bool>()).prop_map(|(item, under)| Step::Hang(item, under)),
        2 => (0..200_000_i64).prop_map(Step::Raise),
        2 => (0..12_usize, any_amount()).prop_map(|(cost, amount)| Step::Amount(cost, amount)),
        2 => (0..12_usize, any_timing()).prop_map(|(cost, timing)| Step::Timing(cost, timing)),
        1 => (0..12_usize, any_certainty()).prop_map(|(cost, certainty)| Step::Certainty(cost, certainty)),
        1 => (0..12_usize).prop_map(Step::DeleteCost),
        2 => (1..3_u32, any_day(), 0..90_000_i64).prop_map(|(line, day, amount)| Step::Spend(line, day, amount)),
        1 => (0..4_usize).prop_map(Step::DeleteActual),
        1 => (code, 1..200_000_000_000_u64).prop_map(|(code, rate)| Step::Convert(code, rate)),
    ]
}

/// The operation of a step on a plan as it is now.
pub fn operation(plan: &Plan, step: &Step) -> Option<Operation> {
    let nth = |place: usize| plan.items().iter().nth(place).map(|item| vec![item.id]);
    let nth_cost = |place: usize| plan.costs().iter().nth(place).map(|cost| vec![cost.id]);
    let item = |place, edit| Some(Operation::EditItems { ids: nth(place)?, edit });
    let of_cost = |place, edit| Some(Operation::EditCosts { ids: nth_cost(place)?, edit });
    match *step {
        Step::Move(item, days) => Some(Operation::MoveItems { ids: nth(item)?, days, lane: Vec::new() }),
        Step::Resize(item, edge, days) => Some(Operation::ResizeItems { ids: nth(item)?, edge, days }),
        Step::Undate(place) => item(place, ItemEdit::Schedule(Schedule::None)),
        Step::Drop(place, dropped) => {
            item(place, ItemEdit::Status(if dropped { Status::Dropped } else { Status::Planned }))
        }
        Step::Delete(item) => Some(Operation::DeleteItems { ids: nth(item)? }),
        Step::Hang(place, under) => item(place, ItemEdit::Parent(under.then_some(id::<ItemId>(ITEMS[0])))),
        Step::Raise(amount) => Some(Operation::EditRate { id: id(1), edit: RateEdit::PerDay(Money(amount)) }),
        Step::Amount(place, amount) => of_cost(place, CostEdit::Amount(amount)),
        Step::Timing(place, timing) => of_cost(place, CostEdit::Timing(timing)),
        Step::Certainty(place, certainty) => of_cost(place, CostEdit::Certainty(certainty)),
        Step::DeleteCost(place) => Some(Operation::DeleteCosts { ids: nth_cost(place)? }),
        Step::Spend(line, day, amount) => {
            Some(Operation::AddActual { actual: spent(plan, line, day, amount) })
        }
        Step::DeleteActual(place) => {
            Some(Operation::DeleteActuals { ids: vec![plan.actuals().iter().nth(place)?.id] })
        }
        Step::Convert(code, rate) => {
            Some(Operation::ConvertCurrency { currency: code.to_owned(), rate: ExchangeRate(rate) })
        }
    }
}

fn spent(plan: &Plan, line: u32, day: Day, amount: i64) -> NewActual {
    // Later than any that is there, so that no id is taken twice.
    let taken = |number: &u32| plan.actuals().get(id::<ActualId>(*number)).is_some();
    NewActual {
        id: id((1..).find(|number| !taken(number)).unwrap()),
        day,
        amount: Money(amount),
        line: id(line),
        item: None,
        supplier: String::new(),
        note: String::new(),
        key: String::new(),
        in_advance: false,
        today: day,
    }
}

/// What all costs come to, counted one by one without a ledger: payments by hand, spreads as a whole.
pub fn counted(plan: &Plan) -> Money {
    let of = |cost: &milepost_plan::Cost| {
        if plan.is_called_off(cost) {
            return 0;
        }
        let money = match cost.amount {
            Amount::Money { amount } => amount.0,
            Amount::Effort { hundredths, .. } => {
                // Half up, as somebody with a pencil would: in hundredths of a minor unit.
                let exact = plan.rates().iter().next().unwrap().per_day.0 * i64::from(hundredths);
                exact / 100 + i64::from(exact % 100 >= 50)
            }
        };
        let own = || plan.items().get(cost.item?).and_then(|item| plan.span_of(item));
        match cost.timing {
            Timing::Once { .. } | Timing::Spread { .. } => money,
            Timing::Monthly { span } => span.or_else(own).map_or(money, |span| money * payments(span)),
        }
    };
    Money(plan.costs().iter().map(of).sum())
}

/// Payments of a monthly cost, counted day by day: the day of the month that the span begins with, or the last one of a
/// month that has no such day.
fn payments(span: Span) -> i64 {
    use chrono::Datelike;
    let begun_on = span.first.date().day();
    let is_due = |day: &Day| {
        let is_last = day.plus(1).date().day() == 1;
        day.date().day() == begun_on || (is_last && day.date().day() < begun_on)
    };
    span.iter().filter(is_due).map(|_| 1).sum()
}

/// The plan without some of its costs.
pub fn without_costs(plan: &Plan, is_gone: impl Fn(&milepost_plan::Cost) -> bool) -> Plan {
    let mut plan = plan.clone();
    let ids: Vec<CostId> = plan.costs().iter().filter(|cost| is_gone(cost)).map(|cost| cost.id).collect();
    // Without any there is nothing to delete, which is refused.
    if let Ok(changes) = (Operation::DeleteCosts { ids }).change(&plan) {
        plan.accept(&changes);
    }
    plan
}
