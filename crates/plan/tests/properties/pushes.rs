//! What a push does: it goes as far as it must.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{
    Day, DependencyKind, Edge, Holiday, ItemId, ItemKind, Operation, Plan, Span, Weekday, WorkItem,
    WorkingCalendar,
};
use milepost_testkit::{PlanBuilder, after, day, item};
use proptest::prelude::*;
use proptest::sample::select;

/// A feature, and what waits for it.
#[derive(Debug, Clone)]
struct Pair {
    kind: DependencyKind,
    lag_days: i32,
    keeps_working_length: bool,
    /// The day of March 2027 that the first begins on, and its days.
    first: (i32, i32),
    /// The same of those that wait; more than one make up an epic.
    waiting: Vec<(i32, i32)>,
}

impl Pair {
    /// Good Friday and Easter Monday are off, as every weekend.
    fn plan(&self, pushes_successors: bool) -> Plan {
        let span = |(start, days): (i32, i32)| {
            let first = day("2027-03-01").plus(start);
            [first, first.plus(days - 1)].map(|day| day.to_string())
        };
        let [first, last] = span(self.first);
        let mut plan = PlanBuilder::new("Pair").settings(|settings| {
            let off = |text| Holiday { day: day(text), name: String::new() };
            settings.working_days = Weekday::ALL[..5].to_vec();
            settings.holidays = ["2027-03-26", "2027-03-29"].map(off).to_vec();
            settings.pushes_successors = pushes_successors;
            settings.keeps_working_length = self.keeps_working_length;
        });
        plan = plan.feature("", "First", &first, &last);
        if let [waiting] = self.waiting[..] {
            let [first, last] = span(waiting);
            return plan
                .feature("", "Waiting", &first, &last)
                .link_by("First", "Waiting", self.kind, self.lag_days)
                .build();
        }
        plan = plan.item(ItemKind::Epic, "Waiting");
        for (number, held) in self.waiting.iter().enumerate() {
            let [first, last] = span(*held);
            plan = plan.feature("", &format!("Held {number}"), &first, &last).under("Waiting");
        }
        plan.link_by("First", "Waiting", self.kind, self.lag_days).build()
    }
}

fn pairs() -> impl Strategy<Value = Pair> {
    let place = || (0..28_i32, 1..12_i32);
    let waiting =
        prop_oneof![3 => prop::collection::vec(place(), 1), 2 => prop::collection::vec(place(), 2..4)];
    (select(&DependencyKind::ALL), -6..12_i32, any::<bool>(), place(), waiting).prop_map(
        |(kind, lag_days, keeps_working_length, first, waiting)| Pair {
            kind,
            lag_days,
            keeps_working_length,
            first,
            waiting,
        },
    )
}

fn waiting(plan: &Plan) -> (ItemId, Span) {
    let waiting: &WorkItem = item(plan, "Waiting");
    (waiting.id, plan.span_of(waiting).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn one_working_day_less_than_it_is_pushed_would_break_a_tie(
        pair in pairs(),
        edge in select(&[Edge::Start, Edge::End]),
        days in -10..30_i32,
    ) {
        let plan = pair.plan(true);
        let resize = Operation::ResizeItems { ids: vec![item(&plan, "First").id], edge, days };
        let by_hand = after(&pair.plan(false), &resize);
        let pushed = after(&plan, &resize);
        let ((id, before), (_, now)) = (waiting(&plan), waiting(&pushed));
        if by_hand.conflicts().is_empty() {
            prop_assert_eq!(now, before);
            return Ok(());
        }
        let moved_to = |first: Day| {
            let days = first.days_since(before.first);
            after(&by_hand, &Operation::MoveItems { ids: vec![id], days, lane: vec![] })
        };
        prop_assert_eq!(waiting(&moved_to(now.first)).1, now, "it goes as it would by hand");
        prop_assert_eq!(pushed.conflicts(), [], "it goes as far as it must");
        let calendar = WorkingCalendar::of(plan.settings());
        prop_assert!(calendar.is_working_day(now.first), "a push begins on a working day");
        let less = (before.first.number()..now.first.number()).map(Day::from_number);
        if let Some(less) = less.rev().find(|day| calendar.is_working_day(*day)) {
            prop_assert_eq!(moved_to(less).conflicts().len(), 1, "{} would do as well as {}", less, now.first);
        }
    }
}
