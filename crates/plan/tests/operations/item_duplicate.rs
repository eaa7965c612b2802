use milepost_plan::{
    Dependency, DependencyKind, Id, ItemId, ItemKind, Operation, Plan, RuleViolation, WorkItem,
};
use milepost_testkit::{PlanBuilder, id};

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
    let plan = after(&before, &duplicate(&["Alerts"]));
    let (original, copy) = (row(&before, 4), row(&plan, 100));
    let expected = WorkItem { id: id(100), key: String::new(), rank: copy.rank, ..original.clone() };
    assert_eq!(*copy, expected);
    assert_eq!(row(&plan, 4), original);
    assert_eq!(plan.children(copy.id).count(), 0);
    assert_eq!(plan.dependencies_of(copy.id).count(), 0);
}

#[test]
fn copies_stand_right_after_their_originals() {
    let plan = after(&plan(), &duplicate(&["Loose", "Alerts", "Story"]));
    assert_eq!(order(&plan), ["Epic", "Templates", "Story", "Story", "Alerts", "Alerts", "Loose", "Loose"]);
    let ids: Vec<ItemId> = plan.items_in_order().map(|item| item.id).collect();
    assert_eq!((ids[3], ids[5], ids[7]), (id(102), id(101), id(100)));
}

#[test]
fn an_item_named_twice_is_copied_once() {
    assert_eq!(after(&plan(), &duplicate(&["Loose", "Loose"])).items().len(), plan().items().len() + 1);
}

#[test]
fn copies_of_copies_never_run_out_of_room() {
    let mut plan = plan();
    for number in 0..60 {
        let ids = vec![item_id(&crate::plan(), "Loose")];
        plan = after(&plan, &Operation::DuplicateItems { ids, first_id: id(100 + number) });
        let next = plan.items_in_order().nth(5).map(|item| item.id);
        assert_eq!(next, Some(id(100 + number)));
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

/// An epic with two features, one after the other, the first of which has a story; before and after it another feature.
fn whole() -> Plan {
    PlanBuilder::new("Whole")
        .undated("", "Before")
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-01-04", "2027-01-15")
        .with(|item| item.owner = "Ada".to_owned())
        .under("Epic")
        .item(ItemKind::UserStory, "Story")
        .under("One")
        .feature("", "Two", "2027-02-01", "2027-02-12")
        .under("Epic")
        .undated("", "After")
        .link("Before", "Epic")
        .link_by("One", "Two", DependencyKind::StartToStart, 3)
        .link("Two", "After")
        .build()
}

#[test]
fn a_copy_of_an_epic_holds_copies_of_all_that_it_holds() {
    let plan = after(&whole(), &Operation::DuplicateItems { ids: vec![id(2)], first_id: id(100) });
    assert_eq!(plan.items().len(), 10);
    let [epic, one, two, story] = [100, 101, 102, 103].map(|number| row(&plan, number));
    assert_eq!([&epic.title, &one.title, &two.title, &story.title], ["Epic", "One", "Two", "Story"]);
    assert_eq!(
        [epic.parent, one.parent, two.parent, story.parent],
        [None, Some(id(100)), Some(id(100)), Some(id(101))]
    );
    assert_eq!((one.schedule, one.owner.as_str()), (row(&plan, 3).schedule, "Ada"));
    assert_eq!(plan.span_of(epic), plan.span_of(row(&plan, 2)));
    assert_eq!(plan.children(id(2)).count(), 2, "the original keeps what it holds");
}

#[test]
fn what_is_copied_depends_on_one_another_as_the_originals_do() {
    let plan = after(&whole(), &Operation::DuplicateItems { ids: vec![id(2)], first_id: id(100) });
    assert_eq!(plan.dependencies().len(), 4, "none to or from what is not copied");
    let copy = plan.dependencies_of(id(102)).next();
    let expected = Dependency {
        id: id(104),
        predecessor: id(101),
        successor: id(102),
        kind: DependencyKind::StartToStart,
        lag_days: 3,
    };
    assert_eq!(copy, Some(&expected));
}

#[test]
fn what_is_named_with_what_holds_it_is_copied_once() {
    let ids = vec![id(3), id(2)];
    let plan = after(&whole(), &Operation::DuplicateItems { ids, first_id: id(100) });
    assert_eq!(plan.items().len(), 10);
    assert_eq!((row(&plan, 100).title.as_str(), row(&plan, 100).parent), ("One", Some(id(101))));
}
