//! What the suites share: the program with the sample plan open, and what is asked of it.

#![allow(dead_code, reason = "each suite is a crate of its own, and not all ask the same")]
#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

use std::path::Path;

use milepost_api::{App, ErrorCode, dispatch};
use milepost_plan::Day;
use serde_json::{Value, json};

pub fn app() -> App {
    App::new(|| Day::from_ymd(2026, 11, 23).unwrap(), None)
}

pub fn call(app: &App, method: &str, request: &Value) -> Value {
    serde_json::from_str(&dispatch(app, method, &request.to_string()).unwrap()).unwrap()
}

pub fn refused(app: &App, method: &str, request: &Value) -> (ErrorCode, String) {
    let error = dispatch(app, method, &request.to_string()).unwrap_err();
    assert!(!error.message.is_empty());
    (error.code, error.message)
}

pub fn with_sample(folder: &Path) -> App {
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.join("sample.milepost"), "sample": true }));
    app
}

/// Id of the item with that title.
pub fn found(app: &App, title: &str) -> String {
    let found = call(app, "find", &json!({ "search": title, "limit": 1 }));
    found[0]["id"].as_str().unwrap().to_owned()
}

pub fn view() -> Value {
    json!({
        "roadmap": "features",
        "arrangement": "timeline",
        "columns": ["title", "status"],
        "sort": null,
        "lane_order": [],
        "collapsed_epics": [],
        "show_overview": false,
        "show_budget": true,
        "lanes_by": "theme",
        "then_by": null,
        "colour_by": "theme",
        "collapsed": [],
        "kinds": ["feature"],
        "filter": { "text": "", "themes": [], "statuses": [], "owners": [],
            "customers": [], "needs": [], "goals": [], "from": null, "to": null },
        "baseline": null,
        "show_dependencies": true,
        "show_milestones": true,
        "show_days_off": true,
    })
}
