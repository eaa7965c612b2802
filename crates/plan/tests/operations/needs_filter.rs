//! Which needs a filter lets through, and which items for the sake of their needs.

use milepost_plan::{Filter, Plan, Status};
use milepost_testkit::{day, id};

use crate::served;

fn needs(filter: &Filter) -> Vec<String> {
    let plan = served();
    let passing = plan.needs().iter().filter(|need| filter.passes_need(&plan, need));
    passing.map(|need| need.statement.clone()).collect()
}

fn items(filter: &Filter) -> Vec<String> {
    let plan: Plan = served();
    let passing = plan.items().iter().filter(|item| filter.passes(&plan, item));
    passing.map(|item| item.title.clone()).collect()
}

const ALL: [&str; 3] = ["Close early", "Read at eight", "Speak Polish"];

#[test]
fn an_empty_filter_lets_every_need_through() {
    assert_eq!(needs(&Filter::default()), ALL);
}

#[test]
fn needs_are_found_by_their_words() {
    let text = |text: &str| needs(&Filter { text: text.to_owned(), ..Filter::default() });
    assert_eq!(text("EIGHT read"), ["Read at eight"]);
    assert_eq!(text("templates"), [""; 0]);
    assert_eq!(text(" "), ALL);
}

#[test]
fn needs_and_items_are_those_of_a_customer() {
    let stores = Filter { customers: vec![id(2)], ..Filter::default() };
    assert_eq!(needs(&stores), ["Read at eight"]);
    assert_eq!(items(&stores), ["Templates", "Alerts"]);
}

#[test]
fn what_was_deleted_is_passed_over_and_without_anything_else_all_pass() {
    let plan = served();
    let everything = (needs(&Filter::default()), items(&Filter::default()));
    let gone = Filter {
        themes: vec![Some(id(99))],
        customers: vec![id(99)],
        needs: vec![id(99)],
        goals: vec![id(99)],
        parents: vec![Some(id(99))],
        ..Filter::default()
    };
    assert_eq!((needs(&gone), items(&gone)), everything);
    assert!(gone.asks_nothing(&plan));
    let stores = Filter { customers: vec![id(99), id(2)], ..gone.clone() };
    assert_eq!((needs(&stores), items(&stores).len()), (vec!["Read at eight".to_owned()], 2));
    assert!(!stores.asks_nothing(&plan));
    let free = Filter { parents: vec![Some(id(99)), None], ..gone.clone() };
    assert_eq!(items(&free), ["Templates", "Alerts", "Loose"], "to be held by nothing is still asked for");
    assert!(!free.asks_nothing(&plan));
    assert!(!Filter { statuses: vec![Status::Done], ..gone }.asks_nothing(&plan));
}

#[test]
fn needs_are_named_themselves() {
    let filter = Filter { needs: vec![id(1), id(3)], ..Filter::default() };
    assert_eq!(needs(&filter), ["Close early", "Speak Polish"]);
    assert_eq!(items(&filter), ["Templates"]);
}

#[test]
fn a_need_stands_on_the_days_of_what_serves_it() {
    let from = |from: &str| Filter { from: Some(day(from)), ..Filter::default() };
    assert_eq!(needs(&from("2027-01-15")), ["Close early", "Read at eight"]);
    assert_eq!(needs(&from("2027-01-16")), ["Read at eight"]);
    assert_eq!(needs(&from("2027-02-13")), [""; 0]);
    let to = |to: &str| Filter { to: Some(day(to)), ..Filter::default() };
    assert_eq!(needs(&to("2027-01-03")), [""; 0]);
    assert_eq!(needs(&to("2027-01-04")), ["Close early", "Read at eight"]);
}

#[test]
fn a_need_passes_for_the_sake_of_one_item_that_has_all_that_is_asked() {
    let done = Filter { statuses: vec![Status::Done], ..Filter::default() };
    assert_eq!(needs(&done), [""; 0]);
    let goal = Filter { goals: vec![id(1)], ..Filter::default() };
    assert_eq!(needs(&goal), ["Close early", "Read at eight"]);
    assert_eq!(items(&goal), ["Templates"]);
    let other = Filter { goals: vec![id(2)], ..Filter::default() };
    assert_eq!(needs(&other), [""; 0]);
    let nobody = Filter { owners: vec![String::new()], themes: vec![None], ..Filter::default() };
    assert_eq!(needs(&nobody), ["Close early", "Read at eight"]);
}
