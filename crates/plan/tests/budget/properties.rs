//! Over any plan and any periods: what falls into periods is what the lines come to, to the minor unit, under any drag
//! and its undo.

use milepost_plan::{
    Amount, BudgetLine, Cap, Certainty, CertaintyFilter, Day, Edge, FiscalYear, ItemEdit, Ledger, Moment,
    Money, NewCost, Operation, PeriodUnit, Plan, Schedule, Span, Status, Sums, Timing,
};
use milepost_testkit::id;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{cost, plan};

fn any_day() -> impl Strategy<Value = Day> {
    // 2023 to 2032: leap years and all ends of months.
    (19_358..23_010).prop_map(Day::from_number)
}

fn any_span() -> impl Strategy<Value = Span> {
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

/// Number of the item that it is of, its amount, when it falls due, and what it may come to.
type Drawn = (usize, i64, Timing, Option<(i64, i64)>);

/// A cost of one of the items, or of the plan where it has days of its own.
fn any_cost() -> impl Strategy<Value = Drawn> {
    let range = prop::option::of((0..1_000_i64, 1_000..90_000_i64));
    (0..5_usize, prop_oneof![0..40_i64, 0..9_000_000_i64], any_timing(), range)
}

#[derive(Debug, Clone)]
enum Step {
    Move(usize, i32),
    Resize(usize, i32),
    Undate(usize),
    Drop(usize, bool),
    Delete(usize),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..4_usize, -400..400_i32).prop_map(|(item, days)| Step::Move(item, days)),
        4 => (0..4_usize, -30..200_i32).prop_map(|(item, days)| Step::Resize(item, days)),
        1 => (0..4_usize).prop_map(Step::Undate),
        1 => (0..4_usize, any::<bool>()).prop_map(|(item, dropped)| Step::Drop(item, dropped)),
        1 => (0..4_usize).prop_map(Step::Delete),
    ]
}

fn with_costs(costs: Vec<Drawn>) -> Plan {
    let mut plan = plan();
    let items: Vec<_> = plan.items().iter().map(|item| item.id).collect();
    for ((owner, amount, timing, range), number) in costs.into_iter().zip(1..) {
        let item = items.get(owner).copied();
        let mut new: NewCost = cost(number, item, amount, timing);
        if number % 2 == 0 {
            new.line = id(2);
        }
        if let Some((low, high)) = range {
            new.certainty = Certainty::Estimated { low: Money(low), high: Money(high) };
        }
        // Costs of the plan without days are refused, and stay away.
        if let Ok(changes) = (Operation::AddCost { cost: new }).change(&plan) {
            plan.accept(&changes);
        }
    }
    plan
}

fn operation(plan: &Plan, step: &Step) -> Option<Operation> {
    let nth = |place: usize| plan.items().iter().nth(place).map(|item| vec![item.id]);
    Some(match *step {
        Step::Move(item, days) => Operation::MoveItems { ids: nth(item)?, days, lane: Vec::new() },
        Step::Resize(item, days) => Operation::ResizeItems { ids: nth(item)?, edge: Edge::End, days },
        Step::Undate(item) => {
            Operation::EditItems { ids: nth(item)?, edit: ItemEdit::Schedule(Schedule::None) }
        }
        Step::Drop(item, dropped) => {
            let status = if dropped { Status::Dropped } else { Status::Planned };
            Operation::EditItems { ids: nth(item)?, edit: ItemEdit::Status(status) }
        }
        Step::Delete(item) => Operation::DeleteItems { ids: nth(item)? },
    })
}

/// What all costs come to, counted one by one without a ledger: payments by hand, spreads as a whole.
fn counted(plan: &Plan) -> Money {
    let of = |cost: &milepost_plan::Cost| {
        if plan.is_called_off(cost) {
            return 0;
        }
        let Amount::Money { amount } = cost.amount else { return 0 };
        let own = || plan.items().get(cost.item?).and_then(|item| plan.span_of(item));
        match cost.timing {
            Timing::Once { .. } | Timing::Spread { .. } => amount.0,
            Timing::Monthly { span } => match span.or_else(own) {
                Some(span) => amount.0 * payments(span),
                None => amount.0,
            },
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

fn all_sums(ledger: &Ledger, of: impl Fn(Sums) -> Money) -> Money {
    [id(1), id(2)].into_iter().map(|line| of(ledger.total(line))).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sums_are_exact_and_follow_every_drag_and_its_undo(
        costs in vec(any_cost(), 0..12),
        steps in vec(any_step(), 0..8),
        today in any_day(),
        unit in select(vec![PeriodUnit::Month, PeriodUnit::Quarter, PeriodUnit::Year]),
        first_month in 1_u8..=12,
    ) {
        let mut plan = with_costs(costs);
        let mut ledger = Ledger::of(&plan, today);
        let start = ledger.clone();
        let mut done = Vec::new();
        for step in &steps {
            let Some(Ok(changes)) = operation(&plan, step).map(|operation| operation.change(&plan)) else { continue };
            plan.accept(&changes);
            let before = ledger.clone();
            let replaced = ledger.follow(&plan, &changes.changes);
            prop_assert!(ledger == Ledger::of(&plan, today), "the ledger does not follow {step:?}");
            ledger.take_back(replaced);
            prop_assert!(ledger == before, "the ledger does not take {step:?} back");
            ledger.follow(&plan, &changes.changes);
            done.push(changes);
        }
        prop_assert_eq!(all_sums(&ledger, |sums| sums.planned), counted(&plan));
        let year = FiscalYear { first_month };
        for line in [id(1), id(2)] {
            let periods = ledger.span().into_iter().flat_map(|span| unit.across(span, year));
            let cut: Sums = periods.map(|period| ledger.between(line, period.first, period.last)).sum();
            let undated = ledger.undated(line);
            let total = ledger.total(line);
            prop_assert_eq!(cut.planned + undated.planned, total.planned);
            prop_assert_eq!(cut.low + undated.low, total.low);
            prop_assert_eq!(cut.high + undated.high, total.high);
            prop_assert_eq!(cut.remaining + undated.remaining, total.remaining);
            prop_assert!(total.low <= total.planned && total.planned <= total.high);
            prop_assert!(total.remaining <= total.planned);
        }
        for changes in done.into_iter().rev() {
            let back = changes.reversed();
            plan.accept(&back);
            ledger.follow(&plan, &back.changes);
        }
        prop_assert!(ledger == start, "undo leaves something behind");
    }

    #[test]
    fn the_certain_and_the_estimated_part_are_all_of_it(costs in vec(any_cost(), 0..12), today in any_day()) {
        let plan = with_costs(costs);
        let (ledger, without) = (Ledger::of(&plan, today), Ledger::of(&with_certain_only(&plan), today));
        for line in [id(1), id(2)] {
            for (month, all) in ledger.months(line).chain([(today, ledger.undated(line))]) {
                let [certain, estimated] = [CertaintyFilter::Certain, CertaintyFilter::Estimated].map(|which| all.of(which));
                prop_assert_eq!([certain, estimated].into_iter().sum::<Sums>(), Sums { certain: certain.certain, ..all });
                prop_assert_eq!(all.of(CertaintyFilter::All), all);
                prop_assert!(certain.low == certain.high && estimated.certain == Money::ZERO, "{month}");
            }
            let certain = ledger.total(line).of(CertaintyFilter::Certain);
            prop_assert_eq!(certain, without.total(line), "as if nothing were estimated");
        }
    }

    #[test]
    fn a_cap_counts_what_remains_less_from_its_first_day_to_its_last(
        costs in vec(any_cost(), 0..8),
        today in any_day(),
        span in any_span(),
        amount in 0..4_000_000_i64,
        certain in any::<bool>(),
    ) {
        let plan = with_costs(costs);
        let kept = plan.budget_lines().get(id(1)).unwrap().clone();
        let line = BudgetLine { cap: Some(Cap { amount: Money(amount), span }), ..kept };
        let filter = if certain { CertaintyFilter::Certain } else { CertaintyFilter::All };
        let standing = Ledger::of(&plan, today).cap_standing(&plan, &line, filter).unwrap();
        // A ledger of a later day has less that remains: by what falls until then.
        let after = |day: Day| {
            let ledger = Ledger::of(&plan, day.max(today));
            ledger.months(line.id).map(|(_, sums)| sums.of(filter)).sum::<Sums>()
        };
        let (before, within) = (after(span.first.plus(-1)), after(span.last));
        prop_assert_eq!(standing.before, after(today).remaining - before.remaining);
        prop_assert_eq!(standing.forecast, before.remaining - within.remaining);
        prop_assert_eq!(standing.low, before.remaining_low - within.remaining_low);
        prop_assert_eq!(standing.high, before.remaining_high - within.remaining_high);
        prop_assert_eq!(standing.passed_on.is_some(), standing.left < Money::ZERO);
        if let Some(day) = standing.passed_on {
            let until = |day: Day| before.remaining - after(day).remaining;
            prop_assert!(until(day.plus(-1)) <= Money(amount) && Money(amount) < until(day), "{day}");
        }
    }
}

/// The plan without its estimated costs.
fn with_certain_only(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let estimated = plan.costs().iter().filter(|cost| cost.certainty != Certainty::Certain);
    let ids: Vec<_> = estimated.map(|cost| cost.id).collect();
    // Without any there is nothing to delete, which is refused.
    if let Ok(changes) = (Operation::DeleteCosts { ids }).change(&plan) {
        plan.accept(&changes);
    }
    plan
}
