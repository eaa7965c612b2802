//! A plan that came from a file may break any rule; `check_plan` names each with the row that breaks it.

use milepost_plan::{
    Change, ChangeSet, Customer, CustomerId, Dependency, DependencyKind, Diff, Entity, Feedback, FeedbackId,
    Goal, GoalId, Id, ItemId, ItemKind, Need, NeedId, Plan, RuleViolation, Subject, WorkItem, check_plan,
};
use milepost_testkit::{day, id, item};

use crate::{nth, plan, served};

/// The plan with a row that no operation would let in.
fn with<R: Entity>(mut plan: Plan, row: R) -> Plan {
    let before = R::table(&plan).get(row.id()).cloned();
    let change: Change = R::change(Diff { before, after: Some(row) });
    plan.accept(&ChangeSet { changes: vec![change] });
    plan
}

fn tie(number: u32, predecessor: u32, successor: u32) -> Dependency {
    let (predecessor, successor) = (id(predecessor), id(successor));
    Dependency { id: id(number), predecessor, successor, kind: DependencyKind::FinishToStart, lag_days: 0 }
}

#[test]
fn a_sound_plan_breaks_no_rule() {
    assert_eq!(check_plan(&plan()), []);
}

#[test]
fn a_row_that_breaks_a_rule_is_named() {
    let mut bad = item(&plan(), "Loose").clone();
    bad.progress = 200;
    let violation = RuleViolation::NumberOutOfRange { field: "the progress", value: 200, low: 0, high: 100 };
    assert_eq!(check_plan(&with(plan(), bad)), [(Some(Subject::Item(id(5))), violation)]);
}

#[test]
fn ties_to_itself_twice_to_the_whole_and_to_nothing_are_named() {
    let title = |title: &str| title.to_owned();
    let missing = RuleViolation::Missing { word: "work item", id: id::<ItemId>(99).uuid() };
    for (row, violation) in [
        (tie(50, 4, 99), missing),
        (tie(50, 5, 5), RuleViolation::DependsOnItself { title: title("Loose") }),
        (tie(50, 3, 1), RuleViolation::DependsOnWhole { part: title("Story"), whole: title("Epic") }),
        (
            tie(50, 2, 4),
            RuleViolation::DependencyExists { predecessor: title("Templates"), successor: title("Alerts") },
        ),
    ] {
        let found = check_plan(&with(plan(), row));
        assert_eq!(found, [(Some(Subject::Dependency(id(50))), violation)]);
    }
}

#[test]
fn a_circle_of_dependencies_is_named_once() {
    let found = check_plan(&with(plan(), tie(50, 4, 2)));
    assert_eq!(found.len(), 1);
    let titles = ["Alerts", "Templates", "Alerts"].map(str::to_owned).to_vec();
    assert!(
        found[0].1 == RuleViolation::DependencyCycle { titles }
            || found[0].1
                == RuleViolation::DependencyCycle {
                    titles: ["Templates", "Alerts", "Templates"].map(str::to_owned).to_vec()
                },
        "{found:?}"
    );
}

#[test]
fn a_circle_of_parents_is_named_without_hanging() {
    let mut epic = item(&plan(), "Epic").clone();
    epic.parent = Some(id(2));
    let found = check_plan(&with(plan(), epic));
    let cycle = RuleViolation::ParentCycle { title: "Epic".to_owned() };
    assert!(found.contains(&(Some(Subject::Item(id(1))), cycle)), "{found:?}");
}

#[test]
fn levels_are_checked_from_the_rows_alone() {
    let mut feature = item(&plan(), "Templates").clone();
    feature.kind = ItemKind::Bug;
    let found = check_plan(&with(plan(), feature));
    assert!(found.iter().any(|(_, violation)| matches!(violation, RuleViolation::LevelDoesNotFit { .. })));
}

/// The faults that are found when a row of [`served`] is changed like this.
fn faults<R: Entity>(number: u32, change: impl FnOnce(&mut R)) -> Vec<(Option<Subject>, RuleViolation)> {
    let plan = served();
    let mut row = nth::<R>(&plan, number).clone();
    change(&mut row);
    check_plan(&with(plan, row))
}

#[test]
fn each_fault_of_a_customer_or_a_goal_is_named() {
    let customer = |change: fn(&mut Customer)| faults(2, change);
    let subject = Some(Subject::Customer(id(2)));
    let named = |violation| vec![(subject, violation)];
    assert_eq!(customer(|row| row.name.clear()), named(RuleViolation::EmptyName { word: "customer" }));
    let taken = |word, name: &str| RuleViolation::NameTaken { word, name: name.to_owned() };
    assert_eq!(customer(|row| row.name = "Finance".to_owned()), named(taken("customer", "Finance")));
    let (field, value) = ("the size", 1_000_000_001);
    let large = RuleViolation::NumberOutOfRange { field, value, low: 0, high: 1_000_000_000 };
    assert_eq!(customer(|row| row.size = 1_000_000_001), named(large));
    let long = customer(|row| row.unit = "x".repeat(2_001));
    assert!(matches!(long[..], [(_, RuleViolation::TextTooLong { field: "the unit", .. })]), "{long:?}");

    let goal = |change: fn(&mut Goal)| faults(2, change);
    let named = |violation| vec![(Some(Subject::Goal(id(2))), violation)];
    assert_eq!(goal(|row| row.title.clear()), named(RuleViolation::EmptyName { word: "goal" }));
    assert_eq!(goal(|row| row.title = "Deliver".to_owned()), named(taken("goal", "Deliver")));
    let far = day("2199-12-31").plus(1);
    assert_eq!(
        goal(|row| row.by = Some(day("2199-12-31").plus(1))),
        named(RuleViolation::DayOutOfRange { day: far })
    );
}

#[test]
fn each_fault_of_a_need_or_of_who_serves_it_is_named() {
    let need = |change: fn(&mut Need)| faults(2, change);
    let named = |violation| vec![(Some(Subject::Need(id(2))), violation)];
    assert_eq!(
        need(|row| row.statement = "\u{200b}".to_owned()),
        named(RuleViolation::EmptyName { word: "need" })
    );
    let disorder = RuleViolation::OutOfOrder { what: "the customers of a need" };
    assert_eq!(need(|row| row.customers.reverse()), named(disorder.clone()));
    assert_eq!(need(|row| row.customers[1] = row.customers[0]), named(disorder));
    let stranger = RuleViolation::Missing { word: "customer", id: id::<CustomerId>(99).uuid() };
    assert_eq!(need(|row| row.customers[1].customer = id(99)), named(stranger));
    let far = RuleViolation::DayOutOfRange { day: day("1900-01-01").plus(-1) };
    assert_eq!(need(|row| row.wanted_by = Some(day("1900-01-01").plus(-1))), named(far));

    let item = |change: fn(&mut WorkItem)| faults(1, change);
    let named = |violation| vec![(Some(Subject::Item(id(1))), violation)];
    let disorder = RuleViolation::OutOfOrder { what: "the needs of a work item" };
    assert_eq!(item(|row| row.needs.reverse()), named(disorder));
    let gone = RuleViolation::Missing { word: "need", id: id::<NeedId>(99).uuid() };
    assert_eq!(item(|row| row.needs[1].need = id(99)), named(gone));
    let disorder = RuleViolation::OutOfOrder { what: "the goals of a work item" };
    assert_eq!(item(|row| row.goals = vec![id(2), id(1)]), named(disorder));
    let gone = RuleViolation::Missing { word: "goal", id: id::<GoalId>(99).uuid() };
    assert_eq!(item(|row| row.goals = vec![id(99)]), named(gone));
}

#[test]
fn each_fault_of_a_feedback_is_named() {
    let feedback = |change: fn(&mut Feedback)| faults(2, change);
    let named = |violation| vec![(Some(Subject::Feedback(id(2))), violation)];
    let missing = |word, id: uuid::Uuid| named(RuleViolation::Missing { word, id });
    assert_eq!(feedback(|row| row.text.clear()), named(RuleViolation::EmptyText { word: "feedback" }));
    let (field, value) = ("the number of votes", 1_000_000_001);
    let many = RuleViolation::NumberOutOfRange { field, value, low: 0, high: 1_000_000_000 };
    assert_eq!(feedback(|row| row.votes = 1_000_000_001), named(many));
    let far = RuleViolation::DayOutOfRange { day: day("2199-12-31").plus(1) };
    assert_eq!(feedback(|row| row.day = day("2199-12-31").plus(1)), named(far));
    let disorder = |what| named(RuleViolation::OutOfOrder { what });
    assert_eq!(feedback(|row| row.needs = vec![id(2), id(1)]), disorder("the needs of a feedback"));
    assert_eq!(feedback(|row| row.items = vec![id(1), id(1)]), disorder("the work items of a feedback"));
    assert_eq!(feedback(|row| row.customer = Some(id(99))), missing("customer", id::<CustomerId>(99).uuid()));
    assert_eq!(feedback(|row| row.needs = vec![id(99)]), missing("need", id::<NeedId>(99).uuid()));
    assert_eq!(feedback(|row| row.items = vec![id(99)]), missing("work item", id::<ItemId>(99).uuid()));
    assert_eq!(
        feedback(|row| row.duplicate_of = Some(id(99))),
        missing("feedback", id::<FeedbackId>(99).uuid())
    );
    assert_eq!(feedback(|row| row.duplicate_of = Some(id(2))), named(RuleViolation::MergedIntoItself));
}

#[test]
fn a_chain_of_duplicates_and_a_key_twice_are_named() {
    let duplicate = |plan: Plan, which: u32, of: u32| {
        let mut row = nth::<Feedback>(&plan, which).clone();
        row.duplicate_of = Some(id(of));
        with(plan, row)
    };
    let found = check_plan(&duplicate(duplicate(served(), 2, 1), 3, 2));
    let chain = RuleViolation::OutOfOrder { what: "the duplicates of a feedback" };
    assert_eq!(found, [(Some(Subject::Feedback(id(3))), chain)]);

    let keyed = |plan: Plan, which: u32| {
        let mut row = nth::<Feedback>(&plan, which).clone();
        row.key = "F-1".to_owned();
        with(plan, row)
    };
    let found = check_plan(&keyed(keyed(served(), 1), 2));
    assert!(matches!(&found[..], [(_, RuleViolation::KeyTaken { key, .. })] if key == "F-1"), "{found:?}");
}
