//! Requests that come at once, each from a thread of its own, as a window's do.

#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

mod common;

use common::{call, found, view, with_sample};
use serde_json::{Value, json};

/// Whoever holds one lock while waiting for another may wait for ever; then this does not end.
#[test]
fn changes_previews_and_looks_from_many_threads_all_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let ids =
        ["Scheduled report delivery", "Lineage view", "Report templates v2"].map(|title| found(&app, title));
    let chart = json!({ "view": view(), "scale": 2.5 });
    let viewport = json!({ "left": 51000.0, "top": 0.0, "width": 1400.0, "height": 900.0 });
    let moved = |id: &str| json!({ "operation": "move_items", "ids": [id], "days": 1, "lane": [] });
    std::thread::scope(|scope| {
        for id in &ids {
            scope.spawn(|| {
                for _ in 0..8 {
                    call(&app, "apply", &json!({ "operation": moved(id) }));
                    call(&app, "undo", &Value::Null);
                }
            });
            scope.spawn(|| {
                for _ in 0..40 {
                    call(&app, "preview", &json!({ "chart": chart, "operation": moved(id) }));
                    call(&app, "plan_state", &Value::Null);
                    call(&app, "scene", &json!({ "chart": chart, "viewport": viewport }));
                }
            });
        }
    });
    let state = call(&app, "plan_state", &Value::Null);
    assert_eq!((&state["revision"], &state["undo"]), (&json!(48), &Value::Null));
}
