//! What a push does: it goes as far as it must, for all of a step at once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, HashSet};

use milepost_plan::{
    Day, Dependency, DependencyKind, Edge, Holiday, ItemEdit, ItemId, ItemKind, Operation, Plan, Span,
    Weekday, WorkItem, WorkingCalendar,
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
    /// Where the first stands.
    first: (i32, i32),
    /// Where those stand that wait; more than one make up an epic.
    waiting: Vec<(i32, i32)>,
}

impl Pair {
    fn plan(&self, pushes_successors: bool) -> Plan {
        let mut plan = working_weeks(pushes_successors, self.keeps_working_length);
        let [first, last] = days(self.first);
        plan = plan.feature("", "First", &first, &last);
        if let [waiting] = self.waiting[..] {
            let [first, last] = days(waiting);
            plan = plan.feature("", "Waiting", &first, &last);
        } else {
            plan = plan.item(ItemKind::Epic, "Waiting");
            for (number, held) in self.waiting.iter().enumerate() {
                let [first, last] = days(*held);
                plan = plan.feature("", &format!("Held {number}"), &first, &last).under("Waiting");
            }
        }
        plan.link_by("First", "Waiting", self.kind, self.lag_days).build()
    }
}

/// Good Friday and Easter Monday are off, as every weekend.
fn working_weeks(pushes_successors: bool, keeps_working_length: bool) -> PlanBuilder {
    PlanBuilder::new("Pushes").settings(|settings| {
        let off = |text| Holiday { day: day(text), name: String::new() };
        settings.working_days = Weekday::ALL[..5].to_vec();
        settings.holidays = ["2027-03-26", "2027-03-29"].map(off).to_vec();
        settings.pushes_successors = pushes_successors;
        settings.keeps_working_length = keeps_working_length;
    })
}

fn span_of((start, days): (i32, i32)) -> Span {
    let first = day("2027-03-01").plus(start);
    Span { first, last: first.plus(days - 1) }
}

fn days(place: (i32, i32)) -> [String; 2] {
    let Span { first, last } = span_of(place);
    [first, last].map(|day| day.to_string())
}

/// Days after the first of March 2027, and a length in days.
fn place() -> impl Strategy<Value = (i32, i32)> + Clone {
    (0..28_i32, 1..12_i32)
}

fn pairs() -> impl Strategy<Value = Pair> {
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
        // What was late before and need not wait any longer is left late.
        let left_on = |plan: &Plan| plan.conflicts().first().map(|conflict| conflict.predecessor_day);
        let is_left_late = left_on(&plan).is_some_and(|before| left_on(&by_hand) <= Some(before));
        if by_hand.conflicts().is_empty() || by_hand == pair.plan(false) || is_left_late {
            prop_assert_eq!(now, before, "nothing asks for it");
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

    #[test]
    fn days_that_are_set_in_one_step_stay_and_push_the_rest_whatever_their_order(
        keeps_working_length in any::<bool>(),
        features in prop::collection::vec(place(), 7),
        ties in prop::collection::vec(((0..6_usize, 1..7_usize), select(&DependencyKind::ALL), -2..4_i32), 0..9),
        set in prop::collection::vec((any::<prop::sample::Index>(), place()), 1..5)
            .prop_flat_map(|set| (Just(set.clone()), Just(set).prop_shuffle())),
    ) {
        let mut plan = working_weeks(true, keeps_working_length);
        for (number, place) in features.iter().enumerate() {
            let [first, last] = days(*place);
            plan = plan.feature("", &number.to_string(), &first, &last);
        }
        let mut tied = HashSet::new();
        for ((before, after), kind, lag_days) in ties {
            if before < after && tied.insert((before, after)) {
                plan = plan.link_by(&before.to_string(), &after.to_string(), kind, lag_days);
            }
        }
        let plan = plan.build();
        let mut places: BTreeMap<ItemId, Span> = BTreeMap::new();
        let ids: Vec<ItemId> = plan.items().iter().map(|item| item.id).collect();
        let (there, shuffled) = set;
        for (which, place) in &there {
            places.entry(*which.get(&ids)).or_insert_with(|| span_of(*place));
        }
        let step = |order: &[(prop::sample::Index, (i32, i32))]| {
            let ids = order.iter().map(|(which, _)| *which.get(&ids));
            let operations = ids.map(|id| Operation::EditItems { ids: vec![id], edit: ItemEdit::Schedule(places[&id].into()) });
            after(&plan, &Operation::Batch { label: "Paste".to_owned(), operations: operations.collect() })
        };
        let pasted = step(&there);
        prop_assert!(pasted == step(&shuffled), "the order makes a difference");
        let calendar = WorkingCalendar::of(pasted.settings());
        let days_in = |plan: &Plan, id| plan.items().get(id).and_then(|item| item.schedule.span());
        for (id, span) in &places {
            prop_assert_eq!(days_in(&pasted, *id), Some(*span));
        }
        for row in pasted.dependencies() {
            if days_in(&plan, row.predecessor) != days_in(&pasted, row.predecessor) && !places.contains_key(&row.successor) {
                let left_on = |plan: &Plan| plan.conflict(row, &calendar).map(|conflict| conflict.predecessor_day);
                let is_left_late = left_on(&plan).is_some_and(|before| left_on(&pasted) <= Some(before));
                prop_assert!(is_left_late || left_on(&pasted).is_none());
            }
        }
        for id in ids.iter().filter(|id| !places.contains_key(id) && days_in(&plan, **id) != days_in(&pasted, **id)) {
            let before = |row: &&Dependency| row.successor == *id && days_in(&plan, row.predecessor) != days_in(&pasted, row.predecessor);
            prop_assert!(pasted.dependencies().iter().any(|row| before(&row)), "nothing asks for it");
        }
    }
}
