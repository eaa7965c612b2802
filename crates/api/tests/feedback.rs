//! The feedback inbox through the door that every front end uses: lists, counts, triage, suggestions, answers.

#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

mod common;

use std::path::Path;

use common::{app, call, refused};
use milepost_api::{App, ErrorCode};
use serde_json::{Value, json};

fn id(number: u32) -> String {
    format!("0190c0de-0000-7000-8000-{number:012}")
}

fn apply(app: &App, operation: &Value) -> Value {
    call(app, "apply", &json!({ "operation": operation }))
}

fn say(app: &App, number: u32, day: &str, source: &str, text: &str) {
    let feedback = json!({ "id": id(number), "day": day, "source": source, "text": text });
    apply(app, &json!({ "operation": "add_feedback", "feedback": feedback }));
}

fn edit(app: &App, number: u32, field: &str, value: &Value) {
    let edit = json!({ "field": field, "value": value });
    let patch = apply(app, &json!({ "operation": "edit_feedback", "ids": [id(number)], "edit": edit }));
    assert_eq!(patch["feedback"], json!([id(number)]));
}

fn need(app: &App, number: u32, statement: &str) {
    let need = json!({ "id": id(number), "statement": statement, "note": "", "evidence": [], "customers": [],
                       "wanted_by": null, "alternatives": "" });
    apply(app, &json!({ "operation": "add_need", "need": need }));
}

fn customer(app: &App, number: u32, name: &str) {
    let customer = json!({ "id": id(number), "name": name, "kind": "segment", "size": 10, "unit": "people", "note": "" });
    apply(app, &json!({ "operation": "add_customer", "customer": customer }));
}

fn list(text: &str, standing: Option<&str>, order: &str) -> Value {
    json!({ "filter": { "text": text, "customer": null, "linked": null }, "standing": standing, "order": order })
}

fn band(app: &App, list: &Value) -> Value {
    call(app, "feedback_list", &json!({ "list": list, "offset": 0, "limit": 100 }))
}

/// The numbers of what the tests said themselves in a list, in order.
fn numbers(app: &App, list: &Value) -> Vec<u32> {
    let ids = call(app, "feedback_ids", &json!({ "list": list, "offset": 0, "limit": 100 }));
    let number = |said: &Value| {
        let number = said.as_str()?.rsplit('-').next()?.parse().ok()?;
        (*said == json!(id(number))).then_some(number)
    };
    ids.as_array().unwrap().iter().filter_map(number).collect()
}

fn counts(app: &App) -> Value {
    call(app, "feedback_counts", &Value::Null)
}

/// A plan without the sample's own feedback, with five remarks.
fn with_remarks(folder: &Path) -> App {
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.join("inbox.milepost"), "sample": false }));
    say(&app, 1, "2026-03-03", "Ada", "We start every report from a blank page");
    say(&app, 2, "2026-05-01", "Ben", "The overnight report fails and nobody is told");
    say(&app, 3, "2026-04-01", "Cem", "Templates for reports, please");
    say(&app, 4, "2026-05-01", "Dana", "Exporting to spreadsheets by hand takes hours");
    say(&app, 5, "2026-01-15", "", "Ein Export nach Excel auf Knopfdruck");
    app
}

#[test]
fn lists_are_in_order_and_found_by_any_of_their_words() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    assert_eq!(numbers(&app, &list("", None, "newest")), [4, 2, 3, 1, 5]);
    edit(&app, 3, "votes", &json!(12));
    edit(&app, 5, "votes", &json!(3));
    assert_eq!(numbers(&app, &list("", None, "votes")), [3, 5, 4, 2, 1]);
    assert_eq!(numbers(&app, &list("REPORT", None, "newest")), [2, 3, 1]);
    assert_eq!(numbers(&app, &list("report ben", None, "newest")), [2], "the source counts, too");
    assert_eq!(numbers(&app, &list("nothing of the sort", None, "newest")), [0; 0]);
    let part = json!({ "list": list("", None, "newest"), "offset": 1, "limit": 2 });
    let band = call(&app, "feedback_list", &part);
    assert_eq!((&band["total"], &band["rows"][0]["id"]), (&json!(5), &json!(id(2))));
    let place = |number: u32| {
        call(&app, "feedback_place", &json!({ "list": list("report", None, "newest"), "id": id(number) }))
    };
    assert_eq!((place(1), place(4), place(99)), (json!(2), Value::Null, Value::Null));
}

#[test]
fn a_customer_finds_what_its_sources_said_whatever_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    customer(&app, 31, "Retail operations");
    edit(&app, 2, "customer", &json!(id(31)));
    let of_customer = json!({ "filter": { "text": "", "customer": id(31), "linked": null }, "standing": null, "order": "newest" });
    assert_eq!(numbers(&app, &of_customer), [2]);
    assert_eq!(numbers(&app, &list("retail report", None, "newest")), [2]);
    let renamed = json!({ "field": "name", "value": "Shops" });
    apply(&app, &json!({ "operation": "edit_customer", "id": id(31), "edit": renamed }));
    assert_eq!(numbers(&app, &list("retail report", None, "newest")), [0; 0]);
    assert_eq!(numbers(&app, &list("shops report", None, "newest")), [2]);
}

#[test]
fn tabs_follow_what_becomes_of_feedback() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    need(&app, 21, "Start with a template");
    let feature = id(41);
    let item = json!({ "id": feature, "kind": "feature", "title": "Report templates",
                       "schedule": { "kind": "dated", "first": "2026-05-04", "last": "2026-06-12" } });
    apply(&app, &json!({ "operation": "add_item", "item": item }));
    let before = counts(&app);
    let standing = |app: &App| call(app, "feedback", &json!({ "id": id(1) }))["standing"].clone();
    let count = |app: &App, tab: &str| counts(app)[tab].as_i64().unwrap();

    assert_eq!((standing(&app), count(&app, "new"), count(&app, "all")), (json!("new"), 5, 5));
    edit(&app, 1, "need", &json!({ "need": id(21), "linked": true }));
    assert_eq!((standing(&app), count(&app, "new"), count(&app, "linked")), (json!("linked"), 4, 1));
    let linked = json!({ "filter": { "text": "blank", "customer": null, "linked": true }, "standing": "linked", "order": "newest" });
    assert!(numbers(&app, &linked).contains(&1));

    let serves = json!({ "field": "need", "value": { "need": id(21), "fulfilment": "fully" } });
    apply(&app, &json!({ "operation": "edit_items", "ids": [feature], "edit": serves }));
    let done = json!({ "field": "status", "value": "done" });
    apply(&app, &json!({ "operation": "edit_items", "ids": [feature], "edit": done }));
    assert_eq!((standing(&app), count(&app, "linked"), count(&app, "to_answer")), (json!("to_answer"), 0, 1));
    assert!(
        numbers(&app, &list("", Some("to_answer"), "newest")).contains(&1),
        "the list follows a work item"
    );
    let answer = call(&app, "feedback", &json!({ "id": id(1) }))["answer"].clone();
    assert_eq!(
        answer,
        "Hello Ada,\n\nOn 3 March you told us: “We start every report from a blank page”.\n\nIt is done: Report templates (since 12 June)."
    );

    edit(&app, 1, "status", &json!("answered"));
    assert_eq!((standing(&app), count(&app, "answered")), (json!("answered"), 1));
    for _ in 0..4 {
        call(&app, "undo", &Value::Null);
    }
    assert_eq!(counts(&app), before);
}

#[test]
fn an_original_counts_and_is_found_by_what_its_duplicates_say() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    assert_eq!(numbers(&app, &list("blank", None, "votes")), [1]);
    apply(&app, &json!({ "operation": "merge_feedback", "ids": [id(1)], "into": id(3) }));
    assert_eq!(numbers(&app, &list("", None, "votes"))[0], 3);
    assert_eq!(numbers(&app, &list("blank", None, "votes")), [3]);
    let row = band(&app, &list("blank", None, "votes"))["rows"][0].clone();
    assert_eq!((&row["votes"], &row["duplicates"]), (&json!(2), &json!(1)));
    assert_eq!(counts(&app)["all"], 4);
    edit(&app, 1, "votes", &json!(7));
    assert_eq!(band(&app, &list("", None, "votes"))["rows"][0]["votes"], 8, "a duplicate's votes count");
    let detail = call(&app, "feedback", &json!({ "id": id(3) }));
    assert_eq!(detail["duplicates"][0]["id"], json!(id(1)));
    assert!(detail["answer"].as_str().unwrap().starts_with("Hello Ada and Cem,"), "{detail}");
    apply(&app, &json!({ "operation": "split_feedback", "id": id(1) }));
    assert_eq!(numbers(&app, &list("blank", None, "votes")), [1]);
    assert_eq!(counts(&app)["all"], 5);
}

#[test]
fn lists_that_followed_are_as_if_asked_for_anew() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    let lists = [list("report", None, "votes"), list("", Some("new"), "newest"), list("", None, "newest")];
    let seen = |app: &App| lists.clone().map(|list| band(app, &list));
    let first = seen(&app);
    need(&app, 21, "Templates");
    let batch = json!({ "operation": "batch", "label": "Triage", "operations": [
        { "operation": "edit_feedback", "ids": [id(1), id(4)], "edit": { "field": "need", "value": { "need": id(21), "linked": true } } },
        { "operation": "edit_feedback", "ids": [id(2)], "edit": { "field": "text", "value": "No report at all" } },
        { "operation": "edit_feedback", "ids": [id(3)], "edit": { "field": "day", "value": "2026-06-01" } },
        { "operation": "delete_feedback", "ids": [id(5)] },
    ] });
    apply(&app, &batch);
    let followed = seen(&app);
    assert_ne!(followed, first);
    let anew = common::app();
    call(&anew, "open_plan", &json!({ "path": folder.path().join("inbox.milepost") }));
    assert_eq!(followed, seen(&anew));
    call(&app, "undo", &Value::Null);
    assert_eq!(seen(&app), first);
}

#[test]
fn similar_needs_and_feedback_follow_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    need(&app, 21, "Start with a template instead of a blank page");
    need(&app, 22, "No manual exports to spreadsheets");
    let needs = |text: &str| call(&app, "similar_needs", &json!({ "text": text, "limit": 3 }));
    let first = needs("We start every report from a blank page")[0].clone();
    assert_eq!((&first["need"]["id"], &first["need"]["mark"]), (&json!(id(21)), &json!("unserved")));
    assert!(first["shared"].as_array().unwrap().contains(&json!("blank")), "{first}");
    need(&app, 23, "Be warned when the overnight report fails");
    assert_eq!(needs("The overnight report fails again")[0]["need"]["id"], json!(id(23)));
    apply(&app, &json!({ "operation": "delete_needs", "ids": [id(23)] }));
    assert!(needs("the overnight fails").as_array().unwrap().is_empty());

    let others = || {
        let others = call(&app, "similar_feedback", &json!({ "id": id(5), "limit": 3 }));
        others.as_array().unwrap().iter().map(|other| other["row"]["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(others(), [json!(id(4))]);
    edit(&app, 3, "text", &json!("Excel-Export"));
    assert_eq!(others(), [json!(id(3)), json!(id(4))]);
    apply(&app, &json!({ "operation": "merge_feedback", "ids": [id(3)], "into": id(4) }));
    assert_eq!(others(), [json!(id(4))], "a duplicate is not merged into");
}

#[test]
fn feedback_on_something_comes_by_votes() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_remarks(folder.path());
    need(&app, 21, "Templates");
    for number in [1, 2, 3] {
        edit(&app, number, "need", &json!({ "need": id(21), "linked": true }));
    }
    edit(&app, 2, "votes", &json!(9));
    apply(&app, &json!({ "operation": "merge_feedback", "ids": [id(1)], "into": id(3) }));
    let subject = json!({ "entity": "need", "id": id(21) });
    let on = call(&app, "feedback_of", &json!({ "subject": subject, "limit": 1 }));
    assert_eq!((&on["total"], &on["votes"], &on["rows"][0]["id"]), (&json!(2), &json!(11), &json!(id(2))));
    assert_eq!(on["rows"].as_array().unwrap().len(), 1);
    assert_eq!(refused(&app, "feedback", &json!({ "id": id(77) })).0, ErrorCode::Rule);
}
