use milepost_plan::{
    DependencyEdit, DependencyId, DependencyKind, Id, ItemId, ItemKind, NewDependency, Operation, Plan,
    RuleViolation,
};
use milepost_testkit::{PlanBuilder, id, item};

use crate::{after, item_id, plan, refusal};

fn link(plan: &Plan, predecessor: &str, successor: &str) -> NewDependency {
    NewDependency {
        id: id(100),
        predecessor: item_id(plan, predecessor),
        successor: item_id(plan, successor),
        kind: DependencyKind::FinishToStart,
        lag_days: 0,
    }
}

/// The refusal of one more dependency.
#[track_caller]
fn refused(plan: &Plan, dependency: NewDependency) -> RuleViolation {
    refusal(plan, &Operation::Link { dependency })
}

fn chain() -> Plan {
    let letters = ["a", "b", "c", "d", "e"];
    let items = letters.iter().fold(PlanBuilder::new("Chain"), |plan, title| plan.item(ItemKind::Bug, title));
    items.link("a", "b").link("b", "c").link("a", "d").link("d", "c").link("c", "e").build()
}

#[test]
fn two_items_are_linked_edited_and_unlinked() {
    let mut dependency = link(&plan(), "Alerts", "Loose");
    dependency.lag_days = -3;
    let plan = after(&plan(), &Operation::Link { dependency });
    let edits = [DependencyEdit::Kind(DependencyKind::StartToFinish), DependencyEdit::LagDays(3_650)];
    let plan = edits
        .into_iter()
        .fold(plan, |plan, edit| after(&plan, &Operation::EditDependency { id: id(100), edit }));
    let row = plan.dependencies().get(id(100)).unwrap();
    assert_eq!((row.kind, row.lag_days), (DependencyKind::StartToFinish, 3_650));
    assert_eq!(plan.dependencies_of(item(&plan, "Alerts").id).count(), 2);
    let plan = after(&plan, &Operation::Unlink { id: id(100) });
    assert_eq!(plan.dependencies_of(item(&plan, "Loose").id).count(), 0);
}

#[test]
fn an_item_waits_neither_for_itself_nor_twice_for_the_same() {
    let plan = plan();
    let itself = RuleViolation::DependsOnItself { title: "Loose".to_owned() };
    assert_eq!(refused(&plan, link(&plan, "Loose", "Loose")), itself);
    let mut again = link(&plan, "Templates", "Alerts");
    again.kind = DependencyKind::StartToStart;
    let (predecessor, successor) = ("Templates".to_owned(), "Alerts".to_owned());
    assert_eq!(refused(&plan, again), RuleViolation::DependencyExists { predecessor, successor });
}

#[test]
fn a_circle_is_refused_and_shown_from_its_start_to_its_start() {
    let plan = chain();
    let circle = |titles: &[&str]| RuleViolation::DependencyCycle {
        titles: titles.iter().map(|&title| title.to_owned()).collect(),
    };
    assert_eq!(refused(&plan, link(&plan, "b", "a")), circle(&["b", "a", "b"]));
    let RuleViolation::DependencyCycle { titles } = refused(&plan, link(&plan, "e", "a")) else {
        panic!("a circle through five items");
    };
    assert!(titles == ["e", "a", "b", "c", "e"] || titles == ["e", "a", "d", "c", "e"], "{titles:?}");
    assert_eq!(circle(&["b", "a", "b"]).to_string(), "that would be a circle of dependencies: b → a → b");
    after(&plan, &Operation::Link { dependency: link(&plan, "a", "e") });
}

#[test]
fn a_circle_is_refused_across_the_parts_of_a_batch() {
    let plan = plan();
    let mut back = link(&plan, "Loose", "Templates");
    back.id = id(101);
    let operations = vec![
        Operation::Link { dependency: link(&plan, "Alerts", "Loose") },
        Operation::Link { dependency: back.clone() },
    ];
    let batch = Operation::Batch { label: "Link".to_owned(), operations };
    assert!(matches!(refusal(&plan, &batch), RuleViolation::DependencyCycle { .. }));
    let operations = vec![
        Operation::Unlink { id: id(1) },
        Operation::Link { dependency: link(&plan, "Alerts", "Loose") },
        Operation::Link { dependency: back },
    ];
    let batch = Operation::Batch { label: "Turn round".to_owned(), operations };
    assert_eq!(after(&plan, &batch).dependencies().len(), 2);
}

#[test]
fn a_lag_is_at_most_ten_years_of_days() {
    for lag_days in [3_651, -3_651] {
        let (field, value) = ("the lag", i64::from(lag_days));
        let violation = RuleViolation::NumberOutOfRange { field, value, low: -3_650, high: 3_650 };
        let mut dependency = link(&plan(), "Alerts", "Loose");
        dependency.lag_days = lag_days;
        assert_eq!(refused(&plan(), dependency), violation);
        let edit = DependencyEdit::LagDays(lag_days);
        assert_eq!(refusal(&plan(), &Operation::EditDependency { id: id(1), edit }), violation);
    }
}

#[test]
fn ends_and_dependencies_that_are_gone_are_named() {
    let plan = plan();
    let gone: ItemId = id(99);
    let missing = RuleViolation::Missing { word: "work item", id: gone.uuid() };
    let whole = link(&plan, "Alerts", "Loose");
    assert_eq!(refused(&plan, NewDependency { predecessor: gone, ..whole.clone() }), missing);
    assert_eq!(refused(&plan, NewDependency { successor: gone, ..whole.clone() }), missing);
    let taken: DependencyId = id(1);
    let violation = RuleViolation::IdTaken { word: "dependency", id: taken.uuid() };
    assert_eq!(refused(&plan, NewDependency { id: taken, ..whole }), violation);
    let gone: DependencyId = id(99);
    let missing = RuleViolation::Missing { word: "dependency", id: gone.uuid() };
    assert_eq!(refusal(&plan, &Operation::Unlink { id: gone }), missing);
    let operation = Operation::EditDependency { id: gone, edit: DependencyEdit::LagDays(1) };
    assert_eq!(refusal(&plan, &operation), missing);
}
