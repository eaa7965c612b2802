//! Money as a front end gets it: lines by periods, the curve, totals and rows, following every change.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{app, call, found};
use milepost_api::App;
use serde_json::{Value, json};

/// A plan with a feature from 4 January to 31 March 2027, a line with a cap and one without.
fn with_budget(folder: &std::path::Path) -> App {
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.join("money.milepost"), "sample": false }));
    let feature = json!({
        "id": id(1), "kind": "feature", "title": "Reports", "parent": null, "theme": null,
        "schedule": { "kind": "dated", "first": "2027-01-04", "last": "2027-03-31" },
    });
    apply(&app, &json!({ "operation": "add_item", "item": feature }));
    for (number, name, cap) in
        [(2, "Cloud", json!({ "amount": 5_000, "span": year() })), (3, "People", Value::Null)]
    {
        let line = json!({
            "id": id(number), "name": name, "category": "cloud", "own_category": "", "cap": cap, "note": "",
        });
        apply(&app, &json!({ "operation": "add_budget_line", "line": line }));
    }
    app
}

fn id(number: u32) -> String {
    format!("01900000-0000-7000-8000-{number:012}")
}

fn year() -> Value {
    json!({ "first": "2027-01-01", "last": "2027-12-31" })
}

fn apply(app: &App, operation: &Value) -> Value {
    call(app, "apply", &json!({ "operation": operation }))
}

fn add_cost(app: &App, number: u32, amount: i64) {
    let cost = json!({
        "id": id(number), "name": "", "line": id(2), "item": found(app, "Reports"),
        "amount": { "by": "money", "amount": amount },
        "timing": { "timing": "spread", "span": null },
        "certainty": { "certainty": "certain" },
    });
    let patch = apply(app, &json!({ "operation": "add_cost", "cost": cost }));
    assert_eq!(patch["touched"], json!(["cost"]));
}

fn quarters(app: &App) -> Value {
    call(app, "budget_table", &json!({ "unit": "quarter", "span": year() }))
}

fn planned(sums: &Value) -> Vec<i64> {
    sums["periods"].as_array().unwrap().iter().map(|cell| cell["planned"].as_i64().unwrap()).collect()
}

#[test]
fn a_table_follows_a_drag_across_the_end_of_a_quarter_and_its_undo() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 8_700);
    let before = quarters(&app);
    assert_eq!(planned(&before["lines"][0]["sums"]), [8_700, 0, 0, 0]);
    assert_eq!(planned(&before["total"]), [8_700, 0, 0, 0]);
    let warning = before["lines"][0]["warning"].as_str().unwrap();
    let says = "“Cloud” is over its cap of EUR 50.00 for 2027-01-01 to 2027-12-31 by EUR 37.00; it is passed on 2027-02-23.";
    assert_eq!(warning, says);
    assert_eq!(call(&app, "health", &Value::Null)["over_cap"], json!([says]));

    let moved = json!({ "operation": "move_items", "ids": [found(&app, "Reports")], "days": 31, "lane": [] });
    apply(&app, &moved);
    assert_eq!(planned(&quarters(&app)["lines"][0]["sums"]), [5_600, 3_100, 0, 0]);
    call(&app, "undo", &Value::Null);
    assert_eq!(quarters(&app), before);
}

#[test]
fn totals_and_rows_tell_what_costs_what() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 8_700);
    let actual = json!({
        "id": id(20), "day": "2026-11-02", "amount": 1_234, "line": id(3), "item": null, "supplier": "Ada",
        "note": "", "key": "", "in_advance": false, "today": "2026-11-23",
    });
    apply(&app, &json!({ "operation": "add_actual", "actual": actual }));
    let by_item = call(&app, "budget_totals", &json!({ "by": "item" }));
    assert_eq!(by_item[0]["name"], "Reports");
    assert_eq!(
        (by_item[0]["sums"]["planned"].clone(), by_item[1]["of"].clone()),
        (json!(8_700), Value::Null)
    );
    assert_eq!(by_item[1]["sums"]["actual"], json!(1_234));
    let rows = call(&app, "budget_entries", &json!({ "of": "item", "id": found(&app, "Reports") }));
    assert_eq!(rows["costs"][0]["span"], json!({ "first": "2027-01-04", "last": "2027-03-31" }));
    assert_eq!(rows["sums"]["forecast"], json!(8_700));
    let curve = call(&app, "budget_curve", &json!({ "line": null, "unit": "month" }));
    let points = curve["points"].as_array().unwrap();
    assert_eq!((points.len(), curve["cap"].clone()), (5, json!(5_000)), "November to March");
    assert_eq!(points[0]["actual"], json!(1_234));
    assert_eq!((points[1]["actual"].clone(), points[4]["planned"].clone()), (Value::Null, json!(8_700)));
    assert_eq!(points[4]["forecast"], json!(9_934));
}
