use milepost_plan::{Change, ItemEdit, ItemKind, NewItem, NewMilestone, Operation, Passing, RuleViolation};
use milepost_testkit::{day, id, item};

use crate::{after, changes_nothing, item_id, order, plan, refusal};

fn batch(operations: Vec<Operation>) -> Operation {
    Operation::Batch { label: "Import 2 features".to_owned(), operations }
}

fn add(number: u32, title: &str) -> Operation {
    Operation::AddItem { item: NewItem::new(id(number), ItemKind::Feature, title) }
}

fn rename(number: u32, title: &str) -> Operation {
    Operation::EditItems { ids: vec![id(number)], edit: ItemEdit::Title(title.to_owned()) }
}

#[test]
fn later_parts_see_what_earlier_ones_did() {
    let operation = batch(vec![add(100, "One"), rename(100, "Uno"), add(101, "Two")]);
    let plan = after(&plan(), &operation);
    assert_eq!(order(&plan)[5..], ["Uno", "Two"]);
    assert_eq!(operation.change(&crate::plan()).unwrap().changes.len(), 2, "each row once");
}

#[test]
fn one_refused_part_refuses_all_with_its_reason() {
    let operation = batch(vec![add(100, "One"), batch(vec![rename(100, " ")])]);
    assert_eq!(refusal(&plan(), &operation), RuleViolation::EmptyName { word: "feature" });
}

#[test]
fn what_comes_and_goes_within_a_batch_leaves_no_trace() {
    let delete = Operation::DeleteItems { ids: vec![id(100)] };
    assert!(changes_nothing(&plan(), &batch(vec![add(100, "One"), delete])));
    assert!(changes_nothing(&plan(), &batch(vec![rename(5, "Tight"), rename(5, "Loose")])));
    assert!(changes_nothing(&plan(), &batch(Vec::new())));
}

#[test]
fn keys_are_exchanged_by_way_of_a_free_one() {
    let key = |title: &str, key: &str| Operation::EditItems {
        ids: vec![item_id(&plan(), title)],
        edit: ItemEdit::Key(key.to_owned()),
    };
    let two = after(&plan(), &key("Alerts", "K-2"));
    let swap = batch(vec![key("Alerts", "free"), key("Templates", "K-2"), key("Alerts", "K-1")]);
    let swapped = after(&two, &swap);
    assert_eq!(swapped.item_by_key("K-1"), Some(item(&swapped, "Alerts")));
    assert_eq!(swapped.item_by_key("K-2"), Some(item(&swapped, "Templates")));
    assert_eq!(swapped.item_by_key("free"), None);
}

#[test]
fn a_row_that_goes_and_comes_again_under_its_id_is_one_change() {
    let delete = Operation::DeleteItems { ids: vec![id(5)] };
    let operation = batch(vec![delete, add(5, "Loose again")]);
    assert_eq!(operation.change(&plan()).unwrap().changes.len(), 1);
    assert_eq!(item(&after(&plan(), &operation), "Loose again").id, id(5));
}

#[test]
fn an_item_added_after_the_last_one_was_deleted_stands_where_it_would_alone() {
    let delete = Operation::DeleteItems { ids: vec![id(5)] };
    let apart = after(&after(&plan(), &delete), &add(100, "New"));
    let together = after(&plan(), &batch(vec![delete, add(100, "New")]));
    assert!(together == apart);
}

#[test]
fn what_came_last_goes_first_when_it_is_taken_back() {
    let milestone = NewMilestone { id: id(100), name: "Summer".to_owned(), day: day("2027-07-23") };
    let change_set =
        batch(vec![Operation::AddMilestone { milestone }, add(100, "One")]).change(&plan()).unwrap();
    assert!(matches!(change_set.changes[..], [Change::Item(_), Change::Milestone(_)]));
    let back = change_set.clone().reversed();
    assert!(matches!(back.changes[..], [Change::Milestone(_), Change::Item(_)]));
    assert_eq!(back.reversed(), change_set);
}

#[test]
fn the_label_is_the_one_given() {
    assert_eq!(batch(Vec::new()).label(&plan()), "Import 2 features");
}

#[test]
fn what_passes_of_several_parts_leaves_nothing_of_those_that_do_not() {
    let key = |numbers: &[u32], key: &str| Operation::EditItems {
        ids: numbers.iter().map(|number| id(*number)).collect(),
        edit: ItemEdit::Key(key.to_owned()),
    };
    // The second would give a key to the first of its items before it breaks a rule at the other.
    let asked = vec![rename(5, "Tight"), key(&[5, 4], "K-9"), key(&[4], "K-9"), rename(5, " ")];
    let Passing { operations, refused } = Passing::of(asked.clone(), &plan());
    assert_eq!(operations, [asked[0].clone(), asked[2].clone()]);
    let taken = RuleViolation::KeyTaken { key: "K-9".to_owned(), title: "Tight".to_owned() };
    assert_eq!(refused, [(1, taken), (3, RuleViolation::EmptyName { word: "feature" })]);
    assert_eq!(item(&after(&plan(), &batch(operations)), "Alerts").key, "K-9");

    let all = vec![add(100, "One"), rename(100, "Uno")];
    assert_eq!(Passing::of(all.clone(), &plan()), Passing { operations: all, refused: Vec::new() });
}
