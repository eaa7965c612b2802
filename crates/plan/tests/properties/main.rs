//! What holds after any sequence of operations whatever, the refused ones included.

mod looked_up;
mod pushes;
mod steps;

use milepost_plan::{
    Change, ChangeSet, Conflict, Diff, Entity, Id, ItemId, Operation, Plan, Row, RuleViolation, WorkItem,
    WorkingCalendar, check_plan,
};
use milepost_testkit::{PlanBuilder, id};
use proptest::prelude::*;

use steps::{Step, steps, without_pushes};

/// Something of everything, so that steps find what they ask for.
fn start() -> Plan {
    use milepost_plan::{DependencyKind, Fulfilment, Horizon, Importance, ItemKind, Status, ViewSettings};
    PlanBuilder::new("Start")
        .theme("A")
        .theme("B")
        .item(ItemKind::Epic, "Epic")
        .feature("A", "One", "2027-01-04", "2027-01-15")
        .under("Epic")
        .with(|item| item.key = "K1".to_owned())
        .item(ItemKind::UserStory, "Story")
        .under("One")
        .feature("B", "Two", "2027-02-01", "2027-02-12")
        .horizon("B", "Three", Horizon::Later)
        .undated("", "Four")
        .item(ItemKind::Bug, "Bug")
        .under("Two")
        .link("One", "Two")
        .link("Two", "Three")
        .item(ItemKind::Epic, "Later")
        .feature("B", "Five", "2027-02-01", "2027-02-12")
        .under("Later")
        .feature("B", "Six", "2027-03-01", "2027-03-05")
        .under("Later")
        .with(|item| item.status = Status::InProgress)
        .feature("A", "Seven", "2027-03-08", "2027-03-12")
        .link("Epic", "Later")
        .link_by("Later", "Seven", DependencyKind::FinishToFinish, 1)
        .milestone("Spring", "2027-04-23")
        .view("Board", ViewSettings::default())
        .customer("Finance", 140)
        .customer("Stores", 320)
        .goal("Deliver")
        .need("Read at eight", &[("Finance", Importance::High), ("Stores", Importance::Critical)])
        .need("Speak Polish", &[("Stores", Importance::Low)])
        .serves("Two", "Read at eight", Fulfilment::Fully)
        .serves_goal("Two", "Deliver")
        .feedback("2026-11-02", "Too late")
        .speaks_of("Too late", "Read at eight")
        .feedback("2026-11-03", "Far too late")
        .feedback("2026-11-04", "Never")
        .speaks_of_item("Never", "Three")
        .merge(&["Far too late"], "Too late")
        .build()
}

/// What a sequence of steps came to: each operation that was carried out, with its effect.
struct Course {
    done: Vec<(Operation, ChangeSet)>,
    end: Plan,
}

/// Carries the steps out one after the other and skips those that are refused.
fn run(start: &Plan, steps: &[Step]) -> Course {
    let mut course = Course { done: Vec::new(), end: start.clone() };
    for (number, step) in (0_u32..).zip(steps) {
        let operation = step.on(&course.end, number);
        if let Ok(change_set) = operation.change(&course.end) {
            course.end.accept(&change_set);
            course.done.push((operation, change_set));
        }
    }
    course
}

/// A plan of the same rows that has no history.
fn rebuilt(plan: &Plan) -> Plan {
    fn rows<R: Entity>(plan: &Plan) -> impl Iterator<Item = Change> {
        R::table(plan).iter().map(|row| R::change(Diff { before: None, after: Some(row.clone()) }))
    }
    use milepost_plan::{
        Baseline, Customer, Dependency, Feedback, Goal, Milestone, Need, Theme, View, WorkItem,
    };
    let changes = rows::<Theme>(plan)
        .chain(rows::<WorkItem>(plan))
        .chain(rows::<Milestone>(plan))
        .chain(rows::<Dependency>(plan))
        .chain(rows::<View>(plan))
        .chain(rows::<Baseline>(plan))
        .chain(rows::<Customer>(plan))
        .chain(rows::<Need>(plan))
        .chain(rows::<Goal>(plan))
        .chain(rows::<Feedback>(plan))
        .collect();
    let mut rebuilt = Plan::new(plan.settings().clone());
    rebuilt.accept(&ChangeSet { changes });
    rebuilt
}

/// Whether a diff starts from the row as it is in the plan and leads somewhere else.
fn starts_here<R: Entity>(plan: &Plan, diff: &Diff<R>) -> bool {
    diff.id().is_some_and(|id| R::table(plan).get(id) == diff.before.as_ref()) && diff.before != diff.after
}

fn without(order: Vec<ItemId>, moved: ItemId) -> Vec<ItemId> {
    order.into_iter().filter(|id| *id != moved).collect()
}

fn order(plan: &Plan) -> Vec<ItemId> {
    plan.items_in_order().map(Row::id).collect()
}

proptest! {
    #[test]
    fn every_rule_holds_after_any_sequence(steps in steps(20)) {
        let mut plan = start();
        for (number, step) in (0_u32..).zip(&steps) {
            if let Ok(change_set) = step.on(&plan, number).change(&plan) {
                plan.accept(&change_set);
                prop_assert_eq!(check_plan(&plan), [], "after {:?}", step);
            }
        }
    }

    #[test]
    fn what_is_reversed_leaves_nothing_behind(steps in steps(20)) {
        let mut plan = start();
        for (number, step) in (0_u32..).zip(&steps) {
            if let Ok(change_set) = step.on(&plan, number).change(&plan) {
                let mut changed = plan.clone();
                changed.accept(&change_set);
                let mut back = changed.clone();
                back.accept(&change_set.reversed());
                prop_assert!(back == plan, "reversing {step:?} leaves something behind");
                plan = changed;
            }
        }
    }

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_is_the_end(steps in steps(20)) {
        let Course { done, end } = run(&start(), &steps);
        let mut plan = end.clone();
        for (_, change_set) in done.iter().rev() {
            plan.accept(&change_set.clone().reversed());
        }
        prop_assert!(plan == start());
        for (_, change_set) in &done {
            plan.accept(&change_set.clone().reversed().reversed());
        }
        prop_assert!(plan == end);
    }

    /// But for pushes, which a batch does once.
    #[test]
    fn a_batch_does_what_its_parts_do_one_after_the_other(steps in steps(20).prop_map(without_pushes)) {
        let Course { done, end } = run(&start(), &steps);
        let operations: Vec<Operation> = done.into_iter().map(|(operation, _)| operation).collect();
        let batch = Operation::Batch { label: "All".to_owned(), operations };
        let mut plan = start();
        plan.accept(&batch.change(&plan).map_err(|violation| TestCaseError::fail(violation.to_string()))?);
        prop_assert!(plan == end);
    }

    #[test]
    fn a_batch_is_refused_for_the_reason_of_the_part_that_is(steps in steps(20).prop_map(without_pushes)) {
        let Course { done, end } = run(&start(), &steps);
        let gone = Operation::DeleteItems { ids: vec![id(999_999)] };
        let refused = steps.iter().map(|step| step.on(&end, 1_000)).chain([gone]);
        let (last, violation): (Operation, RuleViolation) = refused
            .filter_map(|operation| operation.change(&end).err().map(|violation| (operation, violation)))
            .next()
            .ok_or_else(|| TestCaseError::fail("an item that never was can be deleted"))?;
        let operations = done.into_iter().map(|(operation, _)| operation).chain([last]).collect();
        let batch = Operation::Batch { label: "All".to_owned(), operations };
        prop_assert_eq!(batch.change(&start()), Err(violation));
    }

    #[test]
    fn a_change_set_starts_from_the_plan_and_holds_each_row_once(steps in steps(20)) {
        let mut plan = start();
        for (number, step) in (0_u32..).zip(&steps) {
            let operation = step.on(&plan, number);
            let first = operation.change(&plan);
            prop_assert_eq!(&first, &operation.change(&plan), "the same question has the same answer");
            let Ok(change_set) = first else { continue };
            let mut rows = std::collections::HashSet::new();
            for change in &change_set.changes {
                let (entity, row, sound) = match change {
                    Change::Settings { before, after } => {
                        (0, None, **before == *plan.settings() && before != after)
                    }
                    Change::Theme(diff) => (1, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Item(diff) => (2, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Milestone(diff) => (3, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Dependency(diff) => (4, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::View(diff) => (5, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Baseline(diff) => (6, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Customer(diff) => (7, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Need(diff) => (8, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Goal(diff) => (9, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Feedback(diff) => (10, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::BudgetLine(diff) => (11, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Cost(diff) => (12, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Actual(diff) => (13, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                    Change::Rate(diff) => (14, diff.id().map(Id::uuid), starts_here(&plan, diff)),
                };
                prop_assert!(sound, "{change:?}");
                prop_assert!(rows.insert((entity, row)), "twice: {change:?}");
            }
            plan.accept(&change_set);
        }
    }

    #[test]
    fn a_plan_with_a_history_equals_one_without(steps in steps(20)) {
        let end = run(&start(), &steps).end;
        prop_assert!(rebuilt(&end) == end, "links do not follow the rows");
    }

    #[test]
    fn every_operation_survives_json(steps in steps(20)) {
        for (operation, _) in run(&start(), &steps).done {
            let text = serde_json::to_string(&operation).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let read: Operation = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(read, operation);
        }
    }

    #[test]
    fn reordering_moves_one_item_right_before_another(steps in steps(20), moves in steps::reorders(30)) {
        let mut plan = run(&start(), &steps).end;
        for step in &moves {
            let operation = step.on(&plan, 0);
            let Operation::ReorderItem { id: moved, before } = operation else { continue };
            let Ok(change_set) = operation.change(&plan) else { continue };
            let expected = without(order(&plan), moved);
            plan.accept(&change_set);
            let now = order(&plan);
            if before != Some(moved) {
                let next = now.iter().skip_while(|id| **id != moved).nth(1).copied();
                prop_assert_eq!(next, before);
            }
            prop_assert_eq!(without(now, moved), expected);
        }
    }

    /// What was moved holds back nothing that waits for it, and neither does what it pushed: epics with all that they hold.
    /// What it held back before it may hold back no later.
    #[test]
    fn nothing_that_was_moved_or_pushed_is_in_the_way(
        steps in steps(20),
        length in any::<bool>(),
        (items, days) in (prop::collection::vec(any::<prop::sample::Index>(), 1..3), -400..400_i32),
    ) {
        let mut plan = run(&start(), &steps).end;
        let mut settings = plan.settings().clone();
        (settings.pushes_successors, settings.keeps_working_length) = (true, length);
        if let Ok(changes) = (Operation::EditSettings { settings }).change(&plan) {
            plan.accept(&changes);
        }
        let stands = |item: &&WorkItem| plan.span_of(item).is_some();
        let ids: Vec<ItemId> = plan.items().iter().filter(stands).map(|row| row.id).collect();
        prop_assume!(!ids.is_empty());
        let ids = items.iter().map(|item| *item.get(&ids)).collect();
        let operation = Operation::MoveItems { ids, days, lane: vec![] };
        let Ok(change_set) = operation.change(&plan) else { return Ok(()) };
        let mut moved = plan.clone();
        moved.accept(&change_set);
        let calendar = WorkingCalendar::of(moved.settings());
        for row in moved.dependencies() {
            let days_in = |plan: &Plan| plan.items().get(row.predecessor).and_then(|item| plan.span_of(item));
            if days_in(&plan) != days_in(&moved)
                && let Some(conflict) = moved.conflict(row, &calendar)
            {
                let before = plan.conflict(row, &calendar);
                let comes_no_later = |before: Conflict| conflict.predecessor_day <= before.predecessor_day;
                prop_assert!(before.is_some_and(comes_no_later), "{:?}", conflict);
            }
        }
        let mut back = moved;
        back.accept(&change_set.reversed());
        prop_assert!(back == plan);
    }
}
