use milepost_plan::{Id, ItemId, ItemKind, Operation, RuleViolation};
use milepost_testkit::{PlanBuilder, id};

use crate::{after, item_id, order, plan, refusal};

fn delete(titles: &[&str]) -> Operation {
    Operation::DeleteItems { ids: titles.iter().map(|title| item_id(&plan(), title)).collect() }
}

#[test]
fn what_an_item_holds_and_the_dependencies_of_all_of_it_go_with_it() {
    let plan = after(&plan(), &delete(&["Epic"]));
    assert_eq!(order(&plan), ["Alerts", "Loose"]);
    assert!(plan.dependencies().is_empty());
    assert_eq!(plan.item_by_key("K-1"), None);
}

#[test]
fn an_item_is_deleted_with_its_parent_and_by_name_at_once() {
    assert_eq!(order(&after(&plan(), &delete(&["Story", "Epic", "Story"]))), ["Alerts", "Loose"]);
}

#[test]
fn dependencies_between_others_stay() {
    let plan = PlanBuilder::new("Chain")
        .item(ItemKind::Bug, "a")
        .item(ItemKind::Bug, "b")
        .item(ItemKind::Bug, "c")
        .link("a", "b")
        .link("b", "c")
        .link("a", "c")
        .build();
    let after = after(&plan, &Operation::DeleteItems { ids: vec![item_id(&plan, "b")] });
    assert_eq!(after.dependencies().len(), 1);
    assert_eq!(after.dependencies_of(item_id(&after, "a")).count(), 1);
}

#[test]
fn what_is_gone_is_not_deleted_again() {
    let gone: ItemId = id(99);
    let operation = Operation::DeleteItems { ids: vec![item_id(&plan(), "Loose"), gone] };
    assert_eq!(refusal(&plan(), &operation), RuleViolation::Missing { word: "work item", id: gone.uuid() });
}
