use milepost_plan::{Id, ItemId, Operation, Plan, RuleViolation, WorkItem};
use milepost_testkit::id;

use crate::{after, item_id, order, plan, refusal};

fn duplicate(titles: &[&str]) -> Operation {
    let ids = titles.iter().map(|title| item_id(&plan(), title)).collect();
    Operation::DuplicateItems { ids, first_id: id(100) }
}

fn row(plan: &Plan, number: u32) -> &WorkItem {
    plan.items().get(id(number)).unwrap_or_else(|| panic!("no item {number}"))
}

#[test]
fn a_copy_has_every_field_but_the_key_and_nothing_that_hangs_on_the_original() {
    let before = plan();
    let plan = after(&before, &duplicate(&["Templates"]));
    let (original, copy) = (row(&before, 2), row(&plan, 100));
    let expected = WorkItem { id: id(100), key: String::new(), rank: copy.rank, ..original.clone() };
    assert_eq!(*copy, expected);
    assert_eq!(row(&plan, 2), original);
    assert_eq!(plan.children(copy.id).count(), 0);
    assert_eq!(plan.dependencies_of(copy.id).count(), 0);
}

#[test]
fn copies_stand_right_after_their_originals() {
    let plan = after(&plan(), &duplicate(&["Loose", "Templates", "Epic"]));
    let expected = ["Epic", "Epic", "Templates", "Templates", "Story", "Alerts", "Loose", "Loose"];
    assert_eq!(order(&plan), expected);
    let ids: Vec<ItemId> = plan.items_in_order().map(|item| item.id).collect();
    assert_eq!((ids[1], ids[3], ids[7]), (id(102), id(101), id(100)));
}

#[test]
fn an_item_named_twice_is_copied_once() {
    assert_eq!(after(&plan(), &duplicate(&["Loose", "Loose"])).items().len(), plan().items().len() + 1);
}

#[test]
fn copies_of_copies_never_run_out_of_room() {
    let mut plan = plan();
    for number in 0..60 {
        let ids = vec![item_id(&crate::plan(), "Epic")];
        plan = after(&plan, &Operation::DuplicateItems { ids, first_id: id(100 + number) });
        let second = plan.items_in_order().nth(1).map(|item| item.id);
        assert_eq!(second, Some(id(100 + number)));
    }
}

#[test]
fn a_copy_is_not_made_of_what_is_gone_or_under_a_taken_id() {
    let gone: ItemId = id(99);
    let operation = Operation::DuplicateItems { ids: vec![gone], first_id: id(100) };
    assert_eq!(refusal(&plan(), &operation), RuleViolation::Missing { word: "work item", id: gone.uuid() });
    let taken: ItemId = id(3);
    let operation = Operation::DuplicateItems { ids: vec![id(1)], first_id: taken };
    assert_eq!(refusal(&plan(), &operation), RuleViolation::IdTaken { word: "work item", id: taken.uuid() });
}
