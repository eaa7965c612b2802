use milepost_plan::{Id, ItemId, ItemKind, Operation, Plan, RuleViolation};
use milepost_testkit::{PlanBuilder, id};

use crate::{after, changes_nothing, item_id, order, refusal};

fn letters(titles: &[&str]) -> Plan {
    titles.iter().fold(PlanBuilder::new("Letters"), |plan, title| plan.item(ItemKind::Bug, title)).build()
}

fn put(plan: &Plan, title: &str, before: Option<&str>) -> Operation {
    Operation::ReorderItem { id: item_id(plan, title), before: before.map(|before| item_id(plan, before)) }
}

#[test]
fn an_item_is_put_first_between_two_and_last() {
    let plan = letters(&["a", "b", "c", "d"]);
    assert_eq!(order(&after(&plan, &put(&plan, "d", Some("a")))), ["d", "a", "b", "c"]);
    assert_eq!(order(&after(&plan, &put(&plan, "d", Some("b")))), ["a", "d", "b", "c"]);
    assert_eq!(order(&after(&plan, &put(&plan, "a", Some("d")))), ["b", "c", "a", "d"]);
    assert_eq!(order(&after(&plan, &put(&plan, "a", None))), ["b", "c", "d", "a"]);
}

#[test]
fn an_item_that_stands_there_already_stays_as_it_is() {
    let plan = letters(&["a", "b", "c"]);
    for (title, before) in [("a", Some("b")), ("b", Some("c")), ("c", None), ("b", Some("b"))] {
        assert!(changes_nothing(&plan, &put(&plan, title, before)), "{title} before {before:?}");
    }
}

#[test]
fn only_the_item_itself_changes_while_there_is_room() {
    let plan = letters(&["a", "b", "c", "d"]);
    assert_eq!(put(&plan, "d", Some("b")).change(&plan).unwrap().changes.len(), 1);
}

#[test]
fn when_one_spot_is_crowded_its_neighbours_move_up_and_the_rest_stays() {
    let titles: Vec<String> = (0..500).map(|number| format!("item {number}")).collect();
    let mut plan = letters(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    let mut expected: Vec<String> = titles.clone();
    let mut most_changed = 0;
    for title in &titles[400..] {
        let operation = put(&plan, title, Some("item 1"));
        most_changed = most_changed.max(operation.change(&plan).unwrap().changes.len());
        plan = after(&plan, &operation);
        expected.retain(|other| other != title);
        let place = expected.iter().position(|other| other == "item 1").unwrap();
        expected.insert(place, title.clone());
        assert_eq!(order(&plan), expected);
    }
    assert!(most_changed > 1, "a hundred items at one spot must run out of room");
    assert!(most_changed < 300, "{most_changed} rows changed for one");
}

#[test]
fn parts_of_a_batch_see_the_order_that_earlier_ones_made() {
    let plan = letters(&["a", "b", "c", "d"]);
    let operations = vec![
        put(&plan, "d", Some("a")),
        put(&plan, "c", Some("a")),
        Operation::DeleteItems { ids: vec![item_id(&plan, "b")] },
        put(&plan, "d", None),
    ];
    let batch = Operation::Batch { label: "Sort".to_owned(), operations };
    assert_eq!(order(&after(&plan, &batch)), ["c", "a", "d"]);
}

#[test]
fn an_item_is_not_put_before_one_that_is_gone() {
    let plan = letters(&["a"]);
    let gone: ItemId = id(99);
    let missing = RuleViolation::Missing { word: "work item", id: gone.uuid() };
    let operation = Operation::ReorderItem { id: item_id(&plan, "a"), before: Some(gone) };
    assert_eq!(refusal(&plan, &operation), missing);
    assert_eq!(refusal(&plan, &Operation::ReorderItem { id: gone, before: None }), missing);
}
