//! Several items at once: what they have in common, copying and pasting them, choosing all, and chains.

#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

mod common;

use common::{call, found, refused, view, with_sample};
use milepost_api::{App, ErrorCode};
use serde_json::{Value, json};

fn paste(app: &App, text: &str) -> Value {
    call(app, "paste", &json!({ "text": text, "day_order": "dmy" }))
}

fn title(app: &App, id: &Value) -> String {
    call(app, "item", &json!({ "id": id }))["item"]["title"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_copied_is_pasted_as_new_items_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let ids = [found(&app, "Report templates v2"), found(&app, "Scheduled report delivery")];
    let copied = call(&app, "copy", &json!({ "ids": ids }));
    assert_eq!(copied["items"], json!(8), "they hold six stories");
    let pasted = paste(&app, copied["text"].as_str().unwrap());
    let items = pasted["items"].as_array().unwrap();
    assert_eq!(items.len(), 8);
    assert!(items.iter().all(|id| !ids.contains(&id.as_str().unwrap().to_owned())));
    assert_eq!(title(&app, &items[0]), "Report templates v2");
    assert_eq!(pasted["patch"]["label"], "Paste 8 items");
    let original = call(&app, "item", &json!({ "id": ids[0] }));
    let copy = call(&app, "item", &json!({ "id": items[0] }));
    for field in ["schedule", "theme", "parent", "status", "owner", "description", "progress", "kind"] {
        assert_eq!(copy["item"][field], original["item"][field], "{field}");
    }
    assert_eq!(copy["item"]["key"], "");
    call(&app, "undo", &Value::Null);
    assert_eq!(refused(&app, "item", &json!({ "id": items[0] })).0, ErrorCode::Rule);
}

#[test]
fn a_paste_says_what_was_changed_and_refused() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(&app, "Title\tStatus\nOne\tdone\nTwo\tparked\n\tdone\n");
    assert_eq!(
        (&pasted["counts"]["taken"], &pasted["counts"]["taken_with_change"], &pasted["counts"]["refused"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert!(pasted["refused"].as_str().unwrap().contains("needs a name"), "{pasted}");
    assert!(pasted["changed"].as_str().unwrap().contains("“parked”"), "{pasted}");

    let nothing = paste(&app, "Title\tStatus\n\tdone\n");
    assert_eq!((&nothing["patch"], &nothing["items"]), (&Value::Null, &json!([])));
    let blank = json!({ "text": " \n", "day_order": "dmy" });
    assert_eq!(refused(&app, "paste", &blank).0, ErrorCode::Input);
}

#[test]
fn a_step_of_what_passes_is_one_to_undo_and_tells_what_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(&app, "Title\nOne\nTwo\n");
    let edit = |at: usize, field: &str, value: &str| json!({ "operation": "edit_items", "ids": [pasted["items"][at]], "edit": { "field": field, "value": value } });
    let ask = |operations: Vec<Value>| {
        call(&app, "apply_passing", &json!({ "label": "Paste 4 values", "operations": operations }))
    };
    let all =
        vec![edit(0, "key", "X-1"), edit(1, "key", "X-1"), edit(1, "title", " "), edit(1, "title", "Three")];
    let done = ask(all);
    assert_eq!(
        done["refused"],
        json!([
            { "place": 1, "why": "The key X-1 belongs to “One” already." },
            { "place": 2, "why": "A feature needs a name." },
        ])
    );
    assert_eq!(done["patch"]["label"], "Paste 4 values");
    assert_eq!(title(&app, &pasted["items"][1]), "Three");
    call(&app, "undo", &Value::Null);
    assert_eq!(title(&app, &pasted["items"][1]), "Two");
    assert_eq!(call(&app, "item", &json!({ "id": pasted["items"][0] }))["item"]["key"], "");

    assert_eq!(ask(vec![edit(0, "title", "")])["patch"], Value::Null);
    assert_eq!(ask(vec![edit(0, "title", "Four")])["refused"], json!([]));
}

#[test]
fn a_step_names_all_that_it_adds_and_takes_away_however_many_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let rows: String = (1..=150).map(|number| format!("Row {number}\n")).collect();
    let pasted = paste(&app, &format!("Title\n{rows}"));
    let items = pasted["items"].as_array().unwrap();
    assert_eq!((items.len(), &pasted["patch"]["added"]), (150, &pasted["items"]));
    let undone = call(&app, "undo", &Value::Null);
    assert!(undone["removed"] == pasted["items"] && undone["added"] == json!([]));
    assert!(call(&app, "redo", &Value::Null)["added"] == pasted["items"]);

    let all =
        json!({ "operation": "edit_items", "ids": items, "edit": { "field": "owner", "value": "Ada" } });
    let edited = call(&app, "apply", &json!({ "operation": all }));
    assert!(edited["changed"] == pasted["items"] && edited["added"] == json!([]));
    let first = "01999999-0000-7000-8000-000000000000";
    let duplicate = json!({ "operation": "duplicate_items", "ids": items, "first_id": first });
    let copies = call(&app, "apply", &json!({ "operation": duplicate }))["added"].clone();
    assert_eq!((copies.as_array().unwrap().len(), &copies[0]), (150, &json!(first)));
    let deleted =
        call(&app, "apply", &json!({ "operation": { "operation": "delete_items", "ids": copies } }));
    assert_eq!(deleted["removed"], copies);
}

#[test]
fn what_only_makes_room_for_a_copy_is_not_told_as_added() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(&app, "Title\nOne\nTwo\n");
    let mut makes_room = 0;
    for number in 0..25 {
        let duplicate = json!({ "operation": "duplicate_items", "ids": [pasted["items"][0]],
            "first_id": format!("01999999-0000-7000-8000-0000000000{number:02}") });
        let patch = call(&app, "apply", &json!({ "operation": duplicate }));
        assert_eq!(patch["added"], json!([duplicate["first_id"]]));
        makes_room += patch["changed"].as_array().unwrap().len();
    }
    assert!(makes_room > 0, "there is room for some twenty copies only");
}

#[test]
fn fields_are_shared_that_no_item_has_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(
        &app,
        "Title\tKind\tOwner\tStart\tEnd\nOne\tBug\tAda\t2027-01-04\t2027-01-08\nTwo\tFeature\tAda\t2027-02-01\t2027-02-02\n",
    );
    let mut ids = pasted["items"].as_array().unwrap().clone();
    ids.push(json!("0190c0de-0000-7000-8000-000000000009"));
    let shared = call(&app, "shared", &json!({ "ids": ids }));
    let fields: Vec<&str> =
        shared["fields"].as_array().unwrap().iter().map(|edit| edit["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["status", "theme", "parent", "owner", "link", "description", "progress"]);
    let placed = |edit: Value| {
        let operation = json!({ "operation": "edit_items", "ids": &ids[..2], "edit": edit });
        call(&app, "apply", &json!({ "operation": operation }));
        call(&app, "shared", &json!({ "ids": ids }))["fields"].as_array().unwrap().clone()
    };
    let start = json!({ "field": "start", "value": "2027-01-20" });
    assert!(placed(start.clone()).contains(&start));
    assert_eq!((&shared["count"], &shared["highest"]), (&json!(2), &json!("feature")));
    assert_eq!(call(&app, "shared", &json!({ "ids": [] }))["highest"], Value::Null);
}

#[test]
fn what_cannot_be_moved_with_the_others_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(
        &app,
        "Key\tTitle\tKind\tParent\tStart\tEnd\nE\tAn epic\tEpic\t\t\t\nF\tIn it\tFeature\tE\t2027-02-01\t2027-02-05\nU\tSomewhen\tFeature\t\t\t\n",
    );
    let [epic, held, undated] = [0, 1, 2].map(|row| pasted["items"][row].clone());
    let gone = "0190c0de-0000-7000-8000-000000000009";
    let stays = call(&app, "stays", &json!({ "ids": [undated, held, gone, epic] }));
    assert_eq!(stays, json!({ "undated": [undated], "spanning": [epic] }));
}

#[test]
fn all_that_a_view_shows_can_be_chosen_or_one_lane_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let shown = |lane: Value| {
        let chart = json!({ "view": view(), "scale": 2.5 });
        call(&app, "shown", &json!({ "chart": chart, "lane": lane })).as_array().unwrap().clone()
    };
    let all = shown(Value::Null);
    assert_eq!(json!(all.len()), call(&app, "tally", &view())["shown"]);
    let id = found(&app, "Scheduled report delivery");
    let theme = call(&app, "item", &json!({ "id": id }))["item"]["theme"].clone();
    let lane = shown(json!({ "by": "items", "values": [{ "field": "theme", "value": theme }] }));
    assert!(lane.contains(&json!(id)) && lane.len() < all.len());
}

#[test]
fn what_a_view_does_not_show_is_told_of_what_is_selected() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(
        &app,
        "Title\tKind\tOwner\tStart\tEnd\nDated\tFeature\tAda\t2027-02-01\t2027-02-05\nUndated\tFeature\tAda\t\t\nOther\tFeature\tBo\t2027-02-01\t2027-02-05\nFault\tBug\tAda\t2027-02-01\t2027-02-05\n",
    );
    let [dated, undated, other, fault] = [0, 1, 2, 3].map(|row| pasted["items"][row].clone());
    let held = found(&app, "Scheduled report delivery");
    let item = call(&app, "item", &json!({ "id": held }));
    let mut ids = pasted["items"].as_array().unwrap().clone();
    ids.extend([json!(held), json!("0190c0de-0000-7000-8000-000000000009")]);
    let not_shown = |view: &Value| {
        call(&app, "not_shown", &json!({ "chart": { "view": view, "scale": 2.5 }, "ids": ids }))
    };
    let mut seen = view();
    seen["kinds"] = json!(["feature", "epic"]);
    seen["collapsed_epics"] = json!([item["parent"]["id"]]);
    seen["collapsed"] = json!([[{ "field": "theme", "value": item["item"]["theme"] }]]);
    assert_eq!(not_shown(&seen), json!([fault]), "what is folded away stays");
    seen["filter"]["owners"] = json!(["Ada"]);
    assert_eq!(not_shown(&seen), json!([other, fault, held]));

    let on = |roadmap: &str| {
        let mut view = view();
        view["roadmap"] = json!(roadmap);
        not_shown(&view)
    };
    assert_ne!(item["needs"], json!([]), "it serves a need");
    assert_eq!(on("needs"), json!([dated, undated, other, fault]));
    let money = on("budget");
    let is_told = |id: &Value| money.as_array().unwrap().contains(id);
    assert_eq!(
        [&dated, &undated, &other].map(is_told),
        [true, false, true],
        "what has no dates is in the tray"
    );
}

#[test]
fn a_drag_tells_what_it_brings_into_conflict_and_draws_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let pasted = paste(
        &app,
        "Key\tTitle\tKind\tStart\tEnd\tDepends on\nA\tFirst of two\tFeature\t2027-03-01\t2027-03-12\t\nB\tSecond of two\tFeature\t2027-03-15\t2027-03-19\tA\n",
    );
    let (first, second) = (&pasted["items"][0], &pasted["items"][1]);
    let chain = call(&app, "item", &json!({ "id": second }))["chain"].clone();
    assert_eq!((&chain["before"], &chain["after"]), (&json!([first]), &json!([])));
    let preview = |days: i32| {
        let operation = json!({ "operation": "move_items", "ids": [first], "days": days, "lane": [] });
        let request = json!({ "chart": { "view": view(), "scale": 2.5 }, "operation": operation });
        call(&app, "preview", &request)["preview"].clone()
    };
    assert_eq!(preview(1)["troubled"], json!([]));
    let late = preview(14);
    assert_eq!(late["troubled"][0]["id"], *second);
    let conflict = &late["troubled"][0]["conflict"];
    assert_eq!(
        (&late["troubled"][0]["title"], &conflict["predecessor_title"], &conflict["day"]),
        (&json!("Second of two"), &json!("First of two"), &json!("2027-03-15"))
    );
    let bar = json!(format!("bar:{}", second.as_str().unwrap()));
    assert!(late["nodes"].as_array().unwrap().iter().any(|node| node["key"] == bar));
}

#[test]
fn items_are_compared_in_what_they_do_not_have_from_what_they_hold() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let (epic, feature) = (found(&app, "Reports without a ticket"), found(&app, "Scheduled report delivery"));
    let item = call(&app, "item", &json!({ "id": feature }))["item"].clone();
    let progress = |ids: &[&String]| {
        let shared = call(&app, "shared", &json!({ "ids": ids }));
        let found =
            shared["fields"].as_array().unwrap().iter().find(|edit| edit["field"] == "progress").cloned();
        found.map(|edit| edit["value"].clone())
    };
    assert_eq!(progress(&[&epic, &feature]), Some(item["progress"].clone()));
    assert_eq!(progress(&[&epic]), None);

    let ids = json!([epic, feature]);
    let set = json!({ "operation": "edit_items", "ids": ids, "edit": { "field": "progress", "value": 71 } });
    let (code, why) = refused(&app, "apply", &json!({ "operation": set }));
    assert_eq!(code, ErrorCode::Rule);
    assert!(why.contains("“Reports without a ticket” has come as far as what it holds"), "{why}");
}

#[test]
fn an_import_tells_what_of_it_the_view_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let path = folder.path().join("issues.csv");
    std::fs::write(&path, "Title,Kind,Owner,Start,End\nSeen,Feature,Ada,,\nOther,Feature,Bo,2027-02-01,2027-02-12\nFault,Issue,Ada,,\n").unwrap();
    let answer = call(&app, "import", &json!({ "path": path, "mapping": null }));
    let added = &answer["patch"]["added"];
    let left_out = |view: &Value| call(&app, "left_out", &json!({ "view": view, "ids": added }));
    let mut view = view();
    view["kinds"] = json!(["feature"]);
    assert_eq!(left_out(&view), json!({ "count": 1, "waiting": 1, "kinds": ["issue"], "by_filter": false }));
    view["filter"]["owners"] = json!(["Ada"]);
    assert_eq!(left_out(&view), json!({ "count": 2, "waiting": 1, "kinds": ["issue"], "by_filter": true }));
    view["kinds"] = json!(["feature", "issue"]);
    view["filter"]["owners"] = json!([]);
    assert_eq!(left_out(&view), json!({ "count": 0, "waiting": 0, "kinds": [], "by_filter": false }));
}

#[test]
fn what_is_folded_away_in_an_epic_counts_as_shown() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let mut view = view();
    view["kinds"] = json!(["epic", "feature"]);
    let before = call(&app, "tally", &view);
    let held = found(&app, "Scheduled report delivery");
    let epic = call(&app, "item", &json!({ "id": held }))["parent"]["id"].clone();
    assert!(epic.is_string());
    view["collapsed_epics"] = json!([epic]);
    assert_eq!(call(&app, "tally", &view), before);
}
