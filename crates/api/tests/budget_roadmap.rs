//! The budget roadmap by its methods: lanes of money, what is behind it, and both while something is dragged.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{app, call, found, view, with_sample};
use milepost_api::App;
use serde_json::{Value, json};

fn line(app: &App, name: &str) -> String {
    let lines = call(app, "budget_lines", &Value::Null);
    let found = lines.as_array().unwrap().iter().find(|line| line["name"] == name);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

fn budget_view(unfolded: &[&str]) -> Value {
    let mut view = view();
    view["roadmap"] = json!("budget");
    view["unfolded"] = json!(unfolded);
    view
}

/// From the autumn of 2026 to that of 2027.
const VIEWPORT: (f64, f64) = (51_800.0, 1_100.0);

fn asked(view: &Value) -> Value {
    let viewport = json!({ "left": VIEWPORT.0, "top": 0.0, "width": VIEWPORT.1, "height": 1_500.0 });
    json!({ "chart": { "view": view, "scale": 2.5 }, "viewport": viewport })
}

fn region<'v>(scene: &'v Value, kind: &str) -> Vec<&'v Value> {
    let regions = scene["regions"].as_array().unwrap().iter();
    let regions = regions.filter(|region| region["kind"] == kind);
    regions.flat_map(|region| region["nodes"].as_array().unwrap()).collect()
}

/// Keys and names of the nodes that are about an entity.
fn named(nodes: &[&Value], entity: &str) -> Vec<(String, String)> {
    let nodes = nodes.iter().filter(|node| node["target"]["entity"] == entity);
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    nodes.map(|node| (said(&node["key"]), said(&node["name"]))).collect()
}

fn preview(app: &App, view: &Value, operation: &Value) -> Value {
    let mut request = asked(view);
    request["operation"] = operation.clone();
    call(app, "preview", &request)["preview"].clone()
}

#[test]
fn a_line_shows_its_money_and_unfolded_what_is_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let cloud = line(&app, "Cloud");
    let folded = call(&app, "scene", &asked(&budget_view(&[])));
    let body = region(&folded, "body");
    let periods = named(&body, "period");
    assert!(periods.iter().any(|(key, _)| key.starts_with(&format!("money:{cloud}/period/"))));
    assert_eq!(named(&body, "item"), [], "folded lines show money only");
    let lanes = named(&region(&folded, "lane_names"), "lane");
    let cloud_lane = lanes.iter().find(|(_, name)| name.starts_with("Budget line Cloud, ")).unwrap();
    assert!(cloud_lane.1.contains("over its cap by £"), "{}", cloud_lane.1);

    let view = budget_view(&[&cloud]);
    let unfolded = call(&app, "scene", &asked(&view));
    let bars = named(&region(&unfolded, "body"), "item");
    assert!(!bars.is_empty());
    for (key, name) in bars {
        assert!(key.ends_with(&format!("@{cloud}")) && name.contains(" on Cloud, "), "{key}: {name}");
    }
    let shown = call(&app, "shown", &json!({ "chart": asked(&view)["chart"], "lane": null }));
    assert!(shown.as_array().unwrap().len() > 3, "what is behind folded lines can be chosen, too");
}

#[test]
fn a_drag_moves_the_money_before_it_ends_and_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let (people, item) = (line(&app, "People"), found(&app, "Scheduled report delivery"));
    let view = budget_view(&[&people]);
    let scene = |view: &Value| call(&app, "scene", &asked(view));
    let before = scene(&view);
    let later = json!({ "operation": "move_items", "ids": [item], "days": 60, "lane": [] });

    let shown = preview(&app, &view, &later);
    assert_eq!(scene(&view), before, "a preview changes nothing");
    let nodes: Vec<&Value> = shown["nodes"].as_array().unwrap().iter().collect();
    let moved = named(&nodes, "period");
    assert_ne!(moved, [], "money moves along");
    assert!(shown["heads"].as_array().unwrap().iter().any(|node| node["target"]["lane"]["line"] == people));
    assert_eq!(shown["items"][0]["rects"].as_array().unwrap().len(), 1, "it stands in the one unfolded lane");

    call(&app, "apply", &json!({ "operation": later }));
    let after = scene(&view);
    let periods = named(&region(&after, "body"), "period");
    let of_people = periods.iter().filter(|(key, _)| key.starts_with(&format!("money:{people}/")));
    for period in of_people {
        assert!(moved.contains(period), "{period:?} was not shown before");
    }
    assert_ne!(periods, named(&region(&before, "body"), "period"));
    let elsewhere = call(&app, "place", &json!({ "chart": asked(&view)["chart"], "id": item }));
    let stretch = |rect: &Value| (rect[0].clone(), rect[2].clone());
    assert_eq!(stretch(&elsewhere), stretch(&shown["items"][0]["rects"][0]), "it stands where it was shown");

    call(&app, "undo", &Value::Null);
    assert_eq!(scene(&view), before);
}

#[test]
fn an_empty_roadmap_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.path().join("empty.milepost"), "sample": false }));
    let tally = || call(&app, "budget_tally", &Value::Null);
    assert_eq!(tally(), json!({ "lines": 0, "has_money": false }));
    let line = json!({ "id": "01900000-0000-7000-8000-000000000002", "name": "Cloud", "category": "cloud",
        "own_category": "", "cap": null, "note": "" });
    call(&app, "apply", &json!({ "operation": { "operation": "add_budget_line", "line": line } }));
    assert_eq!(tally(), json!({ "lines": 1, "has_money": false }));
    let scene = call(&app, "scene", &asked(&budget_view(&[])));
    assert_eq!(
        region(&scene, "lane_names").iter().filter(|node| node["target"]["lane"]["by"] == "line").count(),
        1
    );
}

#[test]
fn a_saved_view_keeps_the_roadmap_and_its_unfolded_lines() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let settings = budget_view(&[&line(&app, "Cloud")]);
    let view = json!({ "id": "01900000-0000-7000-8000-00000000f001", "name": "Money", "settings": settings,
        "range": null });
    call(&app, "apply", &json!({ "operation": { "operation": "add_view", "view": view } }));
    let path = folder.path().join("sample.milepost");
    let state = call(&app, "open_plan", &json!({ "path": path }));
    let views = state["views"].as_array().unwrap();
    let kept = views.iter().find(|view| view["name"] == "Money").unwrap();
    assert_eq!(kept["settings"]["roadmap"], "budget");
    assert_eq!(kept["settings"]["unfolded"], settings["unfolded"]);
}
