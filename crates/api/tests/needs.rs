//! Needs, customers and goals as screens ask for them: the table, its sums, details, and what is found by words.

#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

mod common;

use std::path::Path;

use common::{call, refused};
use milepost_api::{App, ErrorCode};
use serde_json::{Value, json};

/// The id of the row of an entity with that number.
fn id(number: u32) -> String {
    format!("0190c0de-0000-7000-8000-{number:012}")
}

fn apply(app: &App, operation: &Value) -> Value {
    call(app, "apply", &json!({ "operation": operation }))
}

fn add_need(app: &App, number: u32, statement: &str, customers: &[(u32, &str)], wanted_by: &Value) {
    let customers: Vec<Value> = customers
        .iter()
        .map(|(customer, importance)| json!({ "customer": id(*customer), "importance": importance }))
        .collect();
    let need = json!({ "id": id(number), "statement": statement, "note": "", "evidence": [],
        "customers": customers, "wanted_by": wanted_by, "alternatives": "" });
    apply(app, &json!({ "operation": "add_need", "need": need }));
}

/// Finance (120 people) and Retail (10): one need served fully and late, one unserved, one met, one of nobody.
fn served(folder: &Path) -> App {
    let app = common::app();
    call(&app, "new_plan", &json!({ "path": folder.join("needs.milepost"), "sample": false }));
    for (number, name, size) in [(1, "Finance", 120), (2, "Retail", 10)] {
        let customer = json!({ "id": id(number), "name": name, "kind": "department", "size": size,
            "unit": "people", "note": "" });
        apply(&app, &json!({ "operation": "add_customer", "customer": customer }));
    }
    let goal = json!({ "id": id(31), "title": "Fewer exports", "measure": "exports a month", "target": "100",
        "by": null });
    apply(&app, &json!({ "operation": "add_goal", "goal": goal }));
    add_need(&app, 11, "Reports by nine", &[(1, "critical"), (2, "low")], &json!("2027-02-01"));
    add_need(&app, 12, "Exact figures", &[(2, "high")], &Value::Null);
    add_need(&app, 13, "Alerts", &[(1, "low")], &Value::Null);
    add_need(&app, 14, "Nobody’s", &[], &Value::Null);
    let item = |number: u32, title: &str, status: &str, needs: Value| {
        json!({ "id": id(number), "kind": "feature", "title": title, "status": status, "needs": needs,
            "goals": [id(31)],
            "schedule": { "kind": "dated", "first": "2027-01-04", "last": "2027-02-11" } })
    };
    let both = json!([{ "need": id(11), "fulfilment": "fully" }, { "need": id(13), "fulfilment": "partly" }]);
    let scheduled = item(21, "Scheduled delivery", "planned", both);
    apply(&app, &json!({ "operation": "add_item", "item": scheduled }));
    app
}

fn feedback(app: &App, number: u32, need: u32, votes: u32) {
    let feedback = json!({ "id": id(number), "day": "2026-11-20", "source": "Ada", "customer": id(1),
        "channel": "e-mail", "text": "Too late for the stand-up", "votes": votes, "key": "",
        "needs": [id(need)], "items": [] });
    apply(app, &json!({ "operation": "add_feedback", "feedback": feedback }));
}

fn query(by: &Value, descending: bool) -> Value {
    let filter = json!({ "text": "", "themes": [], "statuses": [], "owners": [], "customers": [],
        "needs": [], "goals": [], "from": null, "to": null });
    json!({ "filter": filter, "marks": [], "sort": { "by": by, "descending": descending }, "sorting": 0 })
}

fn by_weight() -> Value {
    query(&json!({ "column": "weight" }), true)
}

fn statements(app: &App, query: &Value) -> Vec<String> {
    let band = call(app, "needs_table", &json!({ "query": query, "offset": 0, "limit": 100 }));
    let rows = band["rows"].as_array().unwrap();
    assert_eq!(band["total"], json!(rows.len()));
    rows.iter().map(|row| row["need"]["statement"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_table_tells_weights_with_their_parts_and_where_needs_stand() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    feedback(&app, 41, 11, 3);
    let band = call(&app, "needs_table", &json!({ "query": by_weight(), "offset": 0, "limit": 2 }));
    assert_eq!((&band["total"], &band["heaviest"]), (&json!(4), &json!(490)));
    let row = &band["rows"][0];
    assert_eq!((&row["weight"], &row["mark"]), (&json!(490), &json!("late")));
    assert_eq!(row["coverage"]["days_late"], 10);
    assert_eq!((&row["feedback"], &row["votes"]), (&json!(1), &json!(3)));
    let finance =
        json!({ "customer": id(1), "importance": "critical", "points": 4, "size": 120, "weight": 480 });
    assert_eq!(row["parts"][0], finance);
    assert_eq!(row["parts"][1]["weight"], 10);
    assert_eq!(band["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn it_is_sorted_by_any_column_and_what_has_no_value_comes_last() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let sorted = |by: &Value, descending| statements(&app, &query(by, descending));
    assert_eq!(sorted(&json!({ "column": "weight" }), true)[..2], ["Reports by nine", "Alerts"]);
    assert_eq!(sorted(&json!({ "column": "statement" }), false)[0], "Alerts");
    assert_eq!(sorted(&json!({ "column": "standing" }), false)[..2], ["Exact figures", "Nobody’s"]);
    for descending in [false, true] {
        assert_eq!(sorted(&json!({ "column": "wanted_by" }), descending)[0], "Reports by nine");
        let by = json!({ "column": "importance", "customer": id(2) });
        let last = sorted(&by, descending)[2..].to_vec();
        assert_eq!(last, ["Alerts", "Nobody’s"]);
    }
    let retail = json!({ "column": "importance", "customer": id(2) });
    assert_eq!(sorted(&retail, false)[..2], ["Exact figures", "Reports by nine"]);
}

#[test]
fn a_filter_asks_for_customers_goals_words_and_standings() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let with = |part: &str, value: Value| {
        let mut query = by_weight();
        query["filter"][part] = value;
        statements(&app, &query)
    };
    assert_eq!(with("text", json!("nine REPORTS")), ["Reports by nine"]);
    assert_eq!(with("customers", json!([id(2)])), ["Reports by nine", "Exact figures"]);
    assert_eq!(with("goals", json!([id(31)])), ["Reports by nine", "Alerts"]);
    let mut query = by_weight();
    query["marks"] = json!(["unserved", "late"]);
    assert_eq!(statements(&app, &query), ["Reports by nine", "Exact figures", "Nobody’s"]);
}

#[test]
fn rows_keep_their_place_while_they_are_edited_until_they_are_sorted_anew() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let before = statements(&app, &by_weight());
    let edit = json!({ "field": "importance", "value": { "customer": id(1), "importance": "critical" } });
    apply(&app, &json!({ "operation": "edit_needs", "ids": [id(14)], "edit": edit }));
    add_need(&app, 15, "Another", &[(1, "high")], &Value::Null);
    let mut after = before.clone();
    after.push("Another".to_owned());
    assert_eq!(statements(&app, &by_weight()), after);

    let place = |number: u32| call(&app, "needs_place", &json!({ "query": by_weight(), "id": id(number) }));
    assert_eq!((place(15), place(99)), (json!(4), Value::Null));
    let between = json!({ "query": by_weight(), "first": 3, "end": 9 });
    assert_eq!(call(&app, "needs_between", &between), json!([id(14), id(15)]));

    apply(&app, &json!({ "operation": "delete_needs", "ids": [id(12)] }));
    call(&app, "undo", &Value::Null);
    assert_eq!(statements(&app, &by_weight()), after, "undo brings a row back to where it was");

    let mut anew = by_weight();
    anew["sorting"] = json!(1);
    assert_eq!(statements(&app, &anew)[..3], ["Reports by nine", "Nobody’s", "Another"]);
}

#[test]
fn sums_say_what_stands_where() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let sums = call(&app, "needs_sums", &by_weight());
    assert_eq!((&sums["all"], &sums["shown"]), (&json!(4), &json!(4)));
    assert_eq!(sums["weight"], 490 + 30 + 120);
    assert_eq!(sums["marks"][0], json!({ "mark": "unserved", "needs": 2, "weight": 30 }));
    assert_eq!(sums["marks"][1], json!({ "mark": "late", "needs": 1, "weight": 490 }));
    let mut filtered = by_weight();
    filtered["filter"]["text"] = json!("alerts");
    assert_eq!(call(&app, "needs_sums", &filtered)["shown"], 1);
}

#[test]
fn a_need_tells_what_serves_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let need = call(&app, "need", &json!({ "id": id(11) }));
    assert_eq!((&need["weight"], &need["mark"]), (&json!(490), &json!("late")));
    assert_eq!(need["serving"][0]["item"]["title"], "Scheduled delivery");
    assert_eq!(need["serving"][0]["fulfilment"], "fully");
    assert_eq!(refused(&app, "need", &json!({ "id": id(99) })).0, ErrorCode::Rule);
}

#[test]
fn duplicates_add_their_votes_and_count_once() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    feedback(&app, 41, 11, 3);
    feedback(&app, 42, 11, 2);
    apply(&app, &json!({ "operation": "merge_feedback", "ids": [id(42)], "into": id(41) }));
    let band = call(&app, "needs_table", &json!({ "query": by_weight(), "offset": 0, "limit": 1 }));
    assert_eq!((&band["rows"][0]["feedback"], &band["rows"][0]["votes"]), (&json!(1), &json!(5)));
}

#[test]
fn an_item_tells_the_needs_and_the_customers_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let item = call(&app, "item", &json!({ "id": id(21) }));
    assert_eq!(item["weight"], 490 + 60);
    assert_eq!(
        (&item["needs"][0]["statement"], &item["needs"][0]["share"]),
        (&json!("Reports by nine"), &json!(490))
    );
    assert_eq!((&item["needs"][1]["weight"], &item["needs"][1]["share"]), (&json!(120), &json!(60)));
    let behind = json!([{ "customer": id(1), "share": 540 }, { "customer": id(2), "share": 10 }]);
    assert_eq!(item["customers"], behind);
}

#[test]
fn what_is_gone_is_named_whether_it_was_deleted_or_its_creation_was_undone() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    feedback(&app, 41, 11, 3);
    let undone = call(&app, "undo", &Value::Null);
    assert_eq!((&undone["removed_feedback"], &undone["removed_needs"]), (&json!([id(41)]), &json!([])));
    let deleted = apply(&app, &json!({ "operation": "delete_needs", "ids": [id(14), id(12)] }));
    assert_eq!(deleted["removed_needs"], json!([id(12), id(14)]));
    add_need(&app, 15, "Undone", &[], &Value::Null);
    let undone = call(&app, "undo", &Value::Null);
    assert_eq!((&undone["removed_needs"], &undone["removed"]), (&json!([id(15)]), &json!([])));
}

#[test]
fn customers_count_what_hangs_on_them_and_goals_what_serves_them() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    feedback(&app, 41, 11, 3);
    let sums = call(&app, "customer_sums", &Value::Null);
    assert_eq!((&sums[0]["customer"], &sums[0]["feedback"]), (&json!(id(1)), &json!(1)));
    assert_eq!(sums[1], json!({ "customer": id(2), "needs": 2, "unserved": 1, "feedback": 0 }));
    assert_eq!(call(&app, "goal_sums", &Value::Null), json!([{ "goal": id(31), "items": 1, "done": 0 }]));
}

#[test]
fn needs_customers_and_goals_are_found_by_words() {
    let folder = tempfile::tempdir().unwrap();
    let app = served(folder.path());
    let found = |text: &str| {
        let hits = call(&app, "search", &json!({ "text": text, "limit": 9 }))["hits"].clone();
        hits.as_array().unwrap().iter().map(|hit| hit["target"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(found("by nine"), [json!({ "entity": "need", "id": id(11) })]);
    assert_eq!(found("finance"), [json!({ "entity": "customer", "id": id(1) })]);
    assert_eq!(found("exports month"), [json!({ "entity": "goal", "id": id(31) })]);
    let needs = call(&app, "find_needs", &json!({ "search": "", "limit": 2 }));
    assert_eq!((&needs[0]["title"], &needs[1]["title"]), (&json!("Reports by nine"), &json!("Alerts")));
    assert_eq!(call(&app, "find_needs", &json!({ "search": "exact", "limit": 9 }))[0]["mark"], "unserved");
}
