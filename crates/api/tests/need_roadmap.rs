//! The needs roadmap by its methods: what waits, what is counted, and what follows when a feature is planned for a need.

#![allow(clippy::unwrap_used, reason = "what a test cannot do without stops it")]

mod common;

use common::{app, call, view};
use milepost_api::App;
use serde_json::{Value, json};

const RETAIL: &str = "01900000-0000-7000-8000-00000000c001";
const NEEDS: [&str; 3] = [
    "01900000-0000-7000-8000-000000000001",
    "01900000-0000-7000-8000-000000000002",
    "01900000-0000-7000-8000-000000000003",
];

fn needs_view() -> Value {
    let mut view = view();
    view["roadmap"] = json!("needs");
    view["lanes_by"] = json!("customer");
    view
}

fn apply(app: &App, operation: &Value) -> Value {
    call(app, "apply", &json!({ "operation": operation }))
}

/// A plan with one customer and three needs that nothing serves.
fn with_needs(folder: &std::path::Path) -> App {
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.join("needs.milepost"), "sample": false }));
    let customer =
        json!({ "id": RETAIL, "name": "Retail", "kind": "segment", "size": 10, "unit": "", "note": "" });
    apply(&app, &json!({ "operation": "add_customer", "customer": customer }));
    for (number, (id, importance)) in NEEDS.iter().zip(["low", "critical", "high"]).enumerate() {
        let need = json!({ "id": id, "statement": format!("Need {number}"), "note": "", "evidence": [],
            "customers": [{ "customer": RETAIL, "importance": importance }],
            "wanted_by": null, "alternatives": "" });
        apply(&app, &json!({ "operation": "add_need", "need": need }));
    }
    app
}

/// What the tray does with a need that is dropped on a day.
fn planned(need: &str) -> Value {
    json!({ "operation": "batch", "label": "Plan feature for need", "operations": [{
        "operation": "add_item",
        "item": { "id": "01900000-0000-7000-8000-00000000f001", "kind": "feature", "title": "Need 1",
            "schedule": { "kind": "dated", "first": "2026-12-01", "last": "2026-12-28" },
            "needs": [{ "need": need, "fulfilment": "fully" }] },
    }] })
}

#[test]
fn the_heaviest_need_waits_first_until_a_feature_is_planned_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_needs(folder.path());
    let tray = |search: &str| {
        call(&app, "need_tray", &json!({ "view": needs_view(), "search": search, "offset": 0, "limit": 9 }))
    };
    let statements = |tray: &Value| -> Vec<String> {
        let needs = tray["needs"].as_array().unwrap().iter();
        needs.map(|need| need["statement"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(statements(&tray("")), ["Need 1", "Need 2", "Need 0"]);
    assert_eq!(statements(&tray("NEED 2")), ["Need 2"]);
    let first = &tray("")["needs"][0];
    assert_eq!(
        (&first["importance"], &first["weight"], &first["standing"], &first["customers"]),
        (&json!("critical"), &json!(40), &json!("unserved"), &json!(1))
    );
    let tally = || call(&app, "need_tally", &needs_view());
    assert_eq!(tally(), json!({ "shown": 0, "waiting": 3, "unserved": 3, "late": 0, "left_out": 0 }));

    let chart = json!({ "view": needs_view(), "scale": 2.5 });
    let place = || call(&app, "place_of_need", &json!({ "chart": chart, "id": NEEDS[1] }));
    assert_eq!(place(), Value::Null);
    let patch = apply(&app, &planned(NEEDS[1]));
    assert_eq!(patch["state"]["undo"], "Plan feature for need");
    assert_eq!(tally(), json!({ "shown": 1, "waiting": 2, "unserved": 2, "late": 0, "left_out": 0 }));
    assert_eq!(tray("")["total"], 2);
    let (need, item) = (place(), call(&app, "place", &json!({ "chart": chart, "id": patch["added"][0] })));
    assert!(need[3].as_f64() > item[3].as_f64(), "the feature is a segment of the need");
    call(&app, "undo", &Value::Null);
    assert_eq!(tally()["waiting"], 3);
}

#[test]
fn a_preview_tells_the_need_that_is_drawn_anew_and_every_place_of_the_feature() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_needs(folder.path());
    let patch = apply(&app, &planned(NEEDS[1]));
    let id = &patch["added"][0];
    apply(
        &app,
        &json!({ "operation": "edit_items", "ids": [id],
            "edit": { "field": "need", "value": { "need": NEEDS[2], "fulfilment": "partly" } } }),
    );
    let operation = json!({ "operation": "move_items", "ids": [id], "days": 5, "lane": [] });
    let chart = json!({ "view": needs_view(), "scale": 2.5 });
    let preview = &call(&app, "preview", &json!({ "chart": chart, "operation": operation }))["preview"];
    assert_eq!(preview["items"][0]["rects"].as_array().unwrap().len(), 2);
    let lifted: Vec<String> = NEEDS[1..].iter().map(|need| format!("need:{need}@{RETAIL}")).collect();
    assert_eq!(preview["lifted"], json!(lifted));
}
