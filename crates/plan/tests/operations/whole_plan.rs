//! A plan that came from a file may break any rule; `check_plan` names each with the row that breaks it.

use milepost_plan::{
    Change, ChangeSet, Dependency, DependencyKind, Diff, Entity, ItemKind, Plan, RuleViolation, Subject,
    check_plan,
};
use milepost_testkit::{id, item};

use crate::plan;

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
    let missing = RuleViolation::Missing {
        word: "work item",
        id: milepost_plan::Id::uuid(id::<milepost_plan::ItemId>(99)),
    };
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
