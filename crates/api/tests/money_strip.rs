//! The strip of money below the lanes: it follows the plan, and a gesture before it ends.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{app, call, found, view};
use milepost_api::App;
use serde_json::{Value, json};

fn id(number: u32) -> String {
    format!("01900000-0000-7000-8000-{number:012}")
}

fn apply(app: &App, operation: &Value) -> Value {
    call(app, "apply", &json!({ "operation": operation }))
}

/// A feature from 4 January to 31 March 2027 that costs 8700 cents, day by day, on a line with that cap.
fn with_budget(folder: &std::path::Path, cap: &Value) -> App {
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.join("strip.milepost"), "sample": false }));
    let item = json!({
        "id": id(1), "kind": "feature", "title": "Reports", "parent": null, "theme": null,
        "schedule": { "kind": "dated", "first": "2027-01-04", "last": "2027-03-31" },
    });
    apply(&app, &json!({ "operation": "add_item", "item": item }));
    let line = json!({
        "id": id(2), "name": "Cloud", "category": "cloud", "own_category": "", "cap": cap, "note": "",
    });
    apply(&app, &json!({ "operation": "add_budget_line", "line": line }));
    let cost = json!({
        "id": id(10), "name": "", "line": id(2), "item": id(1),
        "amount": { "by": "money", "amount": 8_700 },
        "timing": { "timing": "spread", "span": null },
        "certainty": { "certainty": "certain" },
    });
    apply(&app, &json!({ "operation": "add_cost", "cost": cost }));
    app
}

/// Quarters are wide enough for their amounts, months are not.
fn chart(view: &Value) -> Value {
    json!({ "view": view, "scale": 0.7 })
}

fn viewport() -> Value {
    // From the summer of 2026 to the end of 2028.
    json!({ "left": 14_450.0, "top": 0.0, "width": 620.0, "height": 400.0 })
}

fn scene(app: &App) -> Value {
    call(app, "scene", &json!({ "chart": chart(&view()), "viewport": viewport() }))
}

fn preview(app: &App, operation: &Value) -> Value {
    call(app, "preview", &json!({ "chart": chart(&view()), "operation": operation, "viewport": viewport() }))
}

fn move_by(days: i32) -> Value {
    json!({ "operation": "move_items", "ids": [id(1)], "days": days, "lane": [] })
}

fn region<'v>(regions: &'v Value, kind: &str) -> Option<&'v Vec<Value>> {
    regions.as_array().unwrap().iter().find(|region| region["kind"] == kind)?["nodes"].as_array()
}

/// What the periods are called by a screen reader.
fn periods(regions: &Value) -> Vec<String> {
    let nodes = region(regions, "strip").unwrap().iter();
    let periods = nodes.filter(|node| node["target"]["entity"] == "period");
    periods.map(|node| node["name"].as_str().unwrap().to_owned()).collect()
}

/// What is said of the lines that are over their caps.
fn warnings(moved: &Value) -> Vec<&str> {
    let over = moved["over_cap"].as_array().unwrap().iter();
    over.map(|passed| passed["words"].as_str().unwrap()).collect()
}

const OVER: &str = "“Cloud” is over its cap of €50.00 by €37.00; it is passed on 23 February 2027";

#[test]
fn a_drag_across_the_end_of_a_quarter_changes_both_quarters_and_the_warning_before_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let cap = json!({ "amount": 5_000, "span": { "first": "2027-01-01", "last": "2027-03-31" } });
    let app = with_budget(folder.path(), &cap);
    let before = scene(&app);
    assert_eq!(
        periods(&before["regions"]),
        ["Jan 2027 – Mar 2027: €87.00 planned, €0.00 spent, €87.00 forecast"]
    );

    let moved = preview(&app, &move_by(31))["money"].clone();
    let quarters = [
        "Jan 2027 – Mar 2027: €56.00 planned, €0.00 spent, €56.00 forecast",
        "Apr 2027 – Jun 2027: €31.00 planned, €0.00 spent, €31.00 forecast",
    ];
    assert_eq!(periods(&moved["regions"]), quarters);
    let over = "“Cloud” is over its cap of €50.00 by €6.00; it is passed on 26 March 2027";
    assert_eq!(warnings(&moved), [over]);
    assert_eq!(warnings(&preview(&app, &move_by(40))["money"]), [""; 0]);
    assert_eq!(warnings(&preview(&app, &move_by(0))["money"]), [OVER], "nothing stays of a preview");
    assert_eq!(scene(&app), before, "nothing stays of a preview");

    apply(&app, &move_by(31));
    let after = scene(&app);
    assert_eq!(region(&after["regions"], "strip"), region(&moved["regions"], "strip"));
    call(&app, "undo", &Value::Null);
    assert_eq!(scene(&app), before);
}

#[test]
fn a_refused_preview_leaves_the_money_alone() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path(), &Value::Null);
    let before = scene(&app);
    let refused = preview(&app, &move_by(400_000));
    assert!(refused["refused"].is_string() && refused["money"].is_null(), "{refused}");
    assert_eq!(scene(&app), before);
    assert_eq!(found(&app, "Reports"), id(1));
}

#[test]
fn there_is_a_strip_where_the_view_shows_it_and_there_is_money() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path(), &Value::Null);
    let with = |field: &str, value: Value| {
        let mut view = view();
        view[field] = value;
        let request = json!({ "chart": chart(&view), "viewport": viewport() });
        let scene = call(&app, "scene", &request);
        (
            region(&scene["regions"], "strip").is_some(),
            scene["extent"]["strip_height"].as_f64().unwrap() > 0.0,
        )
    };
    assert_eq!(with("show_budget", json!(true)), (true, true));
    assert_eq!(with("show_budget", json!(false)), (false, false));
    assert_eq!(with("roadmap", json!("needs")), (false, false));
    apply(&app, &json!({ "operation": "delete_costs", "ids": [id(10)] }));
    assert_eq!(with("show_budget", json!(true)), (false, false));
}
