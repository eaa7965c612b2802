//! Over any plan and any periods: what falls into periods is what the lines come to, to the minor unit, whatever is done
//! and taken back.

use milepost_plan::{
    Amount, BudgetLine, BudgetLineEdit, BudgetLineId, Cap, CapStanding, Certainty, CertaintyFilter, Cost,
    Day, FiscalYear, Ledger, Moment, Money, Operation, PeriodAmount, PeriodUnit, Plan, Span, Sums, Timing,
};
use milepost_testkit::id;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::after;
use super::drawn::{any_day, any_plan, any_span, any_step, counted, operation, without_costs};

fn any_unit() -> impl Strategy<Value = PeriodUnit> {
    select(vec![PeriodUnit::Month, PeriodUnit::Quarter, PeriodUnit::Year])
}

fn all_sums(ledger: &Ledger) -> Sums {
    [id(1), id(2)].into_iter().map(|line| ledger.total(line)).sum()
}

fn planned(ledger: &Ledger, line: BudgetLineId, period: Span) -> Money {
    ledger.between(line, period.first, period.last).planned
}

/// Whether setting periods may change a cost: a sum of money of the plan, once on a day, without a name.
fn is_plain(cost: &Cost) -> bool {
    let on_a_day = matches!(cost.timing, Timing::Once { on: Moment::Day { .. } });
    let is_money = matches!(cost.amount, Amount::Money { .. });
    cost.item.is_none() && on_a_day && is_money && cost.certainty == Certainty::Certain
}

/// A span that a cap may have.
fn any_cap_span() -> impl Strategy<Value = Span> {
    any_span().prop_filter("days that a plan takes", |span| Span::new(span.first, span.last).is_ok())
}

/// Gives a line a cap.
fn capped(line: u32, amount: Money, span: Span) -> Operation {
    let cap = Some(Cap { amount, span });
    Operation::EditBudgetLine { id: id(line), edit: BudgetLineEdit::Cap(cap) }
}

/// How all lines stand to their caps.
fn standings(ledger: &Ledger, plan: &Plan) -> Vec<Option<CapStanding>> {
    plan.budget_lines().iter().map(|line| ledger.standing(plan, line)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sums_are_exact_and_follow_whatever_is_done_and_taken_back(
        drawn in any_plan(),
        steps in vec(any_step(), 0..10),
        today in any_day(),
        unit in any_unit(),
        caps in any_cap_span(),
        first_month in 1_u8..=12,
    ) {
        let drawn = [1, 2].into_iter().fold(drawn, |plan, line| after(&plan, &capped(line, Money(500_000), caps)));
        let mut plan = drawn.clone();
        let mut ledger = Ledger::of(&plan, today);
        let start = ledger.clone();
        let mut asked_early = ledger.clone();
        let mut done = Vec::new();
        for step in &steps {
            let Some(Ok(changes)) = operation(&plan, step).map(|operation| operation.change(&plan)) else { continue };
            let earlier = plan.clone();
            plan.accept(&changes);
            let (before, stood) = (ledger.clone(), standings(&ledger, &earlier));
            let replaced = ledger.follow(&plan, &changes.changes);
            prop_assert!(ledger == Ledger::of(&plan, today), "the ledger does not follow {step:?}");
            let anew = standings(&Ledger::of(&plan, today), &plan);
            prop_assert_eq!(standings(&ledger, &plan), anew, "caps do not follow {:?}", step);
            ledger.take_back(replaced);
            prop_assert!(ledger == before, "the ledger does not take {step:?} back");
            prop_assert_eq!(standings(&ledger, &earlier), stood, "caps do not take {:?} back", step);
            ledger.follow(&plan, &changes.changes);
            standings(&asked_early, &plan);
            asked_early.follow(&plan, &changes.changes);
            done.push(changes);
        }
        prop_assert_eq!(standings(&asked_early, &plan), standings(&ledger, &plan), "asked before it followed");
        let all = all_sums(&ledger);
        prop_assert_eq!(all.planned, counted(&plan));
        prop_assert_eq!(all.actual, plan.actuals().iter().map(|actual| actual.amount).sum());
        let year = FiscalYear { first_month };
        for line in [id(1), id(2)] {
            let periods = ledger.span().into_iter().flat_map(|span| unit.across(span, year));
            let cut: Sums = periods.map(|period| ledger.between(line, period.first, period.last)).sum();
            let undated = ledger.undated(line);
            let total = ledger.total(line);
            prop_assert_eq!([cut, undated].into_iter().sum::<Sums>(), total);
            prop_assert!(total.low <= total.planned && total.planned <= total.high);
            prop_assert!(total.remaining <= total.planned);
        }
        for changes in done.into_iter().rev() {
            let back = changes.reversed();
            plan.accept(&back);
            ledger.follow(&plan, &back.changes);
        }
        prop_assert!(plan == drawn && ledger == start, "undo leaves something behind");
    }

    #[test]
    fn another_cap_is_stood_to_at_once(drawn in any_plan(), today in any_day(), caps in (any_cap_span(), any_cap_span())) {
        let plan = after(&drawn, &capped(1, Money(500_000), caps.0));
        let mut ledger = Ledger::of(&plan, today);
        let stood = standings(&ledger, &plan);
        let changes = capped(1, Money(400_000), caps.1).change(&plan).unwrap();
        let mut other = plan.clone();
        other.accept(&changes);
        let replaced = ledger.follow(&other, &changes.changes);
        prop_assert_eq!(standings(&ledger, &other), standings(&Ledger::of(&other, today), &other));
        ledger.take_back(replaced);
        prop_assert_eq!(standings(&ledger, &plan), stood);
    }

    #[test]
    fn the_certain_and_the_estimated_part_are_all_of_it(plan in any_plan(), today in any_day()) {
        let (ledger, without) = (Ledger::of(&plan, today), Ledger::of(&without_costs(&plan, |cost| cost.certainty != Certainty::Certain), today));
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
        plan in any_plan(),
        today in any_day(),
        span in any_span(),
        amount in 0..4_000_000_i64,
        certain in any::<bool>(),
    ) {
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

    #[test]
    fn setting_periods_gives_exactly_that_and_touches_nothing_else(
        drawn in any_plan(),
        within in any_span(),
        unit in any_unit(),
        rounds in vec(vec(prop::option::of(0..2_000_000_i64), 1..14), 1..4),
        is_more in any::<bool>(),
    ) {
        let (mut plan, line) = (drawn, id::<BudgetLineId>(1));
        let elsewhere = Ledger::of(&without_costs(&plan, is_plain), within.first);
        let brought = |period: Span| planned(&elsewhere, line, period);
        for (amounts, number) in rounds.into_iter().zip(1..) {
            let periods: Vec<PeriodAmount> = unit.across(within, plan.settings().fiscal_year).zip(amounts).map(|(period, amount)| {
                // On top of what other costs bring there, or whatever was drawn, which may be too little.
                let least = if is_more { brought(period) } else { Money::ZERO };
                PeriodAmount { period, amount: amount.map(|amount| Money(amount) + least) }
            }).collect();
            let set = Operation::PlanPeriods { line, periods: periods.clone(), first_id: id(100 * number) };
            let Ok(changes) = set.change(&plan) else {
                let is_refused = |set: &PeriodAmount| {
                    set.amount.is_some_and(|amount| amount < brought(set.period)) || Span::new(set.period.first, set.period.last).is_err()
                };
                prop_assert!(periods.iter().any(is_refused), "refused without a reason");
                continue;
            };
            let before = Ledger::of(&plan, within.first);
            let (mut after, mut ledger) = (plan.clone(), before.clone());
            after.accept(&changes);
            ledger.follow(&after, &changes.changes);
            prop_assert!(ledger == Ledger::of(&after, within.first));
            for PeriodAmount { period, amount } in &periods {
                prop_assert_eq!(planned(&ledger, line, *period), amount.unwrap_or_else(|| brought(*period)), "{:?}", period);
            }
            let is_set = |month: &Day| periods.iter().any(|set| set.period.first <= *month && *month <= set.period.last);
            let others = |ledger: &Ledger| ledger.months(line).filter(|(month, _)| !is_set(month)).collect::<Vec<_>>();
            prop_assert_eq!(others(&ledger), others(&before));
            prop_assert_eq!((ledger.undated(line), ledger.total(id(2))), (before.undated(line), before.total(id(2))));
            let mut back = after.clone();
            back.accept(&changes.reversed());
            prop_assert!(back == plan, "undo leaves something behind");
            plan = after;
        }
    }
}
