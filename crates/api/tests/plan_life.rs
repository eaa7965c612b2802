//! A plan's life through the door that every front end uses: made, changed, exported, imported, opened again.

#![allow(clippy::unwrap_used, reason = "a broken set-up is a failed test")]

mod common;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use common::{app, call, found, refused, view, with_sample};
use milepost_api::{App, ErrorCode};
use serde_json::{Value, json};

fn export_request(path: &Path) -> Value {
    json!({
        "path": path, "replace": false, "csv": { "separator": "comma", "bom": true },
        "pages": { "view": view(), "paper": "a4", "orientation": "landscape", "fit": "width", "scale": 2.5,
                   "version": "", "audience": "", "author": "" },
    })
}

#[test]
fn a_move_is_seen_in_the_file_and_undone_and_redone() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let id = found(&app, "Scheduled report delivery");
    let days = |app: &App| call(app, "item", &json!({ "id": id }))["item"]["schedule"]["first"].clone();
    assert_eq!(days(&app), "2027-02-02");

    let operation = json!({ "operation": "move_items", "ids": [id], "days": 30, "lane": [] });
    let patch = call(&app, "apply", &json!({ "operation": operation }));
    assert_eq!((&patch["label"], &patch["changed"]), (&json!("Move feature"), &json!([id])));
    assert_eq!(patch["state"]["undo"], "Move feature");
    assert_eq!(days(&app), "2027-03-04");

    let other = self::app();
    call(&other, "open_plan", &json!({ "path": folder.path().join("sample.milepost") }));
    assert_eq!(days(&other), "2027-03-04", "what is acknowledged is in the file");

    call(&app, "undo", &Value::Null);
    assert_eq!(days(&app), "2027-02-02");
    call(&app, "redo", &Value::Null);
    assert_eq!(days(&app), "2027-03-04");
    assert_eq!(call(&app, "redo", &Value::Null), Value::Null);
}

#[test]
fn opening_the_plan_that_is_open_keeps_what_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let id = found(&app, "Scheduled report delivery");
    let operation = json!({ "operation": "move_items", "ids": [id], "days": 30, "lane": [] });
    let before = call(&app, "apply", &json!({ "operation": operation }))["state"].clone();
    let this = json!({ "path": folder.path().join("sample.milepost") });
    assert_eq!(call(&app, "open_plan", &this), before);

    let other = self::app();
    call(&other, "open_plan", &this);
    call(&other, "apply", &json!({ "operation": operation }));
    let anew = call(&app, "open_plan", &this);
    assert_eq!(
        (&anew["undo"], anew["opening"].as_u64()),
        (&Value::Null, before["opening"].as_u64().map(|n| n + 1))
    );
}

#[test]
fn save_as_asks_before_it_replaces() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let other = folder.path().join("other.milepost");
    call(&self::app(), "new_plan", &json!({ "path": other, "sample": false }));
    let save = |replace: bool| json!({ "path": other, "replace": replace });
    assert_eq!(refused(&app, "save_as", &save(false)).0, ErrorCode::Exists);
    assert_eq!(call(&app, "plan_state", &Value::Null)["file_name"], "sample.milepost");
    assert_eq!(call(&app, "save_as", &save(true))["file_name"], "other.milepost");
}

#[cfg(unix)]
#[test]
fn a_plan_whose_file_is_gone_says_so_and_goes_on_in_another() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let id = found(&app, "Scheduled report delivery");
    let later = json!({ "operation": { "operation": "move_items", "ids": [id], "days": 30, "lane": [] } });
    assert_eq!(call(&app, "is_in_place", &Value::Null), true);
    std::fs::remove_file(folder.path().join("sample.milepost")).unwrap();
    assert_eq!(call(&app, "is_in_place", &Value::Null), false);
    let (code, message) = refused(&app, "apply", &later);
    assert_eq!(code, ErrorCode::NotSaved);
    assert!(message.ends_with("sample.milepost is not there any more."), "{message}");
    call(&app, "save_as", &json!({ "path": folder.path().join("other.milepost"), "replace": false }));
    assert_eq!(call(&app, "is_in_place", &Value::Null), true);
    call(&app, "apply", &later);
}

#[test]
fn a_preview_says_what_would_be_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let (first, second) = (found(&app, "Report templates v2"), found(&app, "Scheduled report delivery"));
    let chart = json!({ "view": view(), "scale": 2.5 });
    let preview =
        |operation: Value| call(&app, "preview", &json!({ "chart": chart, "operation": operation }));
    let before = call(&app, "item", &json!({ "id": first }));

    let later = preview(json!({ "operation": "move_items", "ids": [first], "days": 7, "lane": [] }));
    assert_eq!(later["preview"]["items"][0]["id"], json!(first));
    assert!(!later["preview"]["nodes"].as_array().unwrap().is_empty());

    let id = "0190c0de-0000-7000-8000-000000000001";
    let back = json!({ "id": id, "predecessor": second, "successor": first, "kind": "finish_to_start", "lag_days": 0 });
    let circle = preview(json!({ "operation": "link", "dependency": back }));
    assert_eq!(circle["preview"], Value::Null);
    assert!(circle["refused"].as_str().unwrap().contains("circle"), "{circle}");

    assert_eq!(call(&app, "item", &json!({ "id": first })), before);
    assert_eq!(call(&app, "plan_state", &Value::Null)["revision"], 0);
}

#[test]
fn a_scene_follows_every_change_as_if_it_were_placed_anew() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let scene = |app: &App| {
        let viewport = json!({ "left": 51000.0, "top": 0.0, "width": 1400.0, "height": 900.0 });
        call(app, "scene", &json!({ "chart": { "view": view(), "scale": 2.5 }, "viewport": viewport }))
    };
    let first = scene(&app);
    let id = found(&app, "Lineage view");
    let operations = [
        json!({ "operation": "move_items", "ids": [id], "days": -45, "lane": [] }),
        json!({ "operation": "edit_items", "ids": [id], "edit": { "field": "theme", "value": null } }),
        json!({ "operation": "delete_items", "ids": [id] }),
    ];
    for operation in &operations {
        call(&app, "apply", &json!({ "operation": operation }));
        let followed = scene(&app);
        let anew = self::app();
        call(&anew, "open_plan", &json!({ "path": folder.path().join("sample.milepost") }));
        assert_eq!(followed, scene(&anew), "after {operation}");
    }
    for _ in &operations {
        call(&app, "undo", &Value::Null);
    }
    assert_eq!(scene(&app), first);
}

#[test]
fn a_pdf_is_the_same_whenever_it_is_made_and_never_replaces_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let path = folder.path().join("plan.pdf");
    let report = call(&app, "export", &export_request(&path));
    let first = std::fs::read(&path).unwrap();
    assert_eq!(report["bytes"], first.len());
    assert!(first.starts_with(b"%PDF-1.7"));

    assert_eq!(refused(&app, "export", &export_request(&path)).0, ErrorCode::Exists);
    let mut again = export_request(&path);
    again["replace"] = json!(true);
    call(&app, "export", &again);
    assert_eq!(std::fs::read(&path).unwrap(), first);

    let unknown = export_request(&folder.path().join("plan.docx"));
    assert_eq!(refused(&app, "export", &unknown).0, ErrorCode::Input);
}

#[test]
fn an_exported_csv_imported_into_an_empty_plan_exports_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let (first, second) = (folder.path().join("first.csv"), folder.path().join("second.csv"));
    call(&app, "export", &export_request(&first));

    let empty = self::app();
    call(&empty, "new_plan", &json!({ "path": folder.path().join("empty.milepost"), "sample": false }));
    let answer = call(&empty, "import", &json!({ "path": first, "mapping": null }));
    assert_eq!(answer["report"]["counts"]["refused"], 0);
    call(&empty, "export", &export_request(&second));
    // The names of needs and goals that the empty plan does not have are left out and said.
    let titles = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().map(|line| line.split(',').take(12).collect::<Vec<_>>().join(",")).collect::<Vec<_>>()
    };
    assert_eq!(titles(&second), titles(&first));
    let again = call(&app, "import", &json!({ "path": first, "mapping": null }));
    assert_eq!(again["patch"], Value::Null, "the plan itself holds all of it");

    let undone = call(&empty, "undo", &Value::Null);
    assert_eq!(undone["state"]["undo"], Value::Null, "an import is one undo step");
    assert_eq!(call(&empty, "health", &Value::Null)["dated"], 0);
}

#[test]
fn importing_a_file_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let app = app();
    call(&app, "new_plan", &json!({ "path": folder.path().join("k.milepost"), "sample": false }));
    let sample =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/files/samples/kubernetes-enhancements.csv");
    let request = json!({ "path": sample, "mapping": null });
    let look = call(&app, "import_look", &request);
    assert_eq!(look["preview"]["rows_in_file"], 655);
    let counts = call(&app, "import", &request)["report"]["counts"].clone();
    assert_eq!(counts["taken"].as_u64().unwrap() + counts["taken_with_change"].as_u64().unwrap(), 655);
    let revision = call(&app, "plan_state", &Value::Null)["revision"].clone();
    let again = call(&app, "import", &request);
    assert_eq!((&again["patch"], &again["report"]["counts"]["unchanged"]), (&Value::Null, &json!(655)));
    assert_eq!(call(&app, "plan_state", &Value::Null)["revision"], revision);
}

#[test]
fn what_cannot_be_opened_leaves_the_open_plan() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let foreign = folder.path().join("foreign.milepost");
    std::fs::write(&foreign, "not a plan at all, but long enough to hold a header of SQLite".repeat(40))
        .unwrap();
    for path in [foreign, folder.path().join("gone.milepost"), folder.path().to_path_buf()] {
        assert_eq!(refused(&app, "open_plan", &json!({ "path": path })).0, ErrorCode::File);
    }
    assert_eq!(call(&app, "plan_state", &Value::Null)["file_name"], "sample.milepost");
    let taken = json!({ "path": folder.path().join("sample.milepost"), "sample": false });
    assert_eq!(refused(&app, "new_plan", &taken).0, ErrorCode::Exists);
}

#[test]
fn an_item_that_is_gone_breaks_a_rule() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let id = found(&app, "Mobile layout");
    let operation = json!({ "operation": "delete_items", "ids": [id] });
    call(&app, "apply", &json!({ "operation": operation }));
    // The front end tells by the code that there is nothing to report.
    assert_eq!(refused(&app, "item", &json!({ "id": id })).0, ErrorCode::Rule);
}

#[test]
fn reading_and_writing_from_many_threads_ends_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(with_sample(folder.path()));
    let id = found(&app, "Mobile layout");
    let threads: Vec<_> = (0..4)
        .map(|number| {
            let (app, id) = (Arc::clone(&app), id.clone());
            std::thread::spawn(move || {
                for _ in 0..5 {
                    if number == 0 {
                        let operation =
                            json!({ "operation": "move_items", "ids": [id], "days": 1, "lane": [] });
                        call(&app, "apply", &json!({ "operation": operation }));
                    } else {
                        let viewport =
                            json!({ "left": 52000.0, "top": 0.0, "width": 1000.0, "height": 800.0 });
                        call(
                            &app,
                            "scene",
                            &json!({ "chart": { "view": view(), "scale": 2.5 }, "viewport": viewport }),
                        );
                    }
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(call(&app, "plan_state", &Value::Null)["revision"], 5);
}

#[test]
fn nothing_is_asked_without_a_plan_and_unknown_requests_are_told() {
    let app = app();
    assert_eq!(refused(&app, "undo", &Value::Null).0, ErrorCode::NoPlan);
    assert_eq!(refused(&app, "frobnicate", &Value::Null).0, ErrorCode::Defect);
    assert_eq!(refused(&app, "open_plan", &json!({ "file": 1 })).0, ErrorCode::Input);
}

#[test]
fn a_table_has_a_row_for_each_item_and_the_overview_counts_bars() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let mut table = view();
    table["arrangement"] = json!("table");
    table["sort"] = json!({ "by": "title", "descending": true });
    let chart = json!({ "view": table, "scale": 2.5 });
    let band = call(&app, "table", &json!({ "chart": chart, "top": 0.0, "height": 1e6 }));
    let rows = band["rows"].as_array().unwrap();
    let tally = call(&app, "tally", &table);
    let all = tally["shown"].as_u64().unwrap() + tally["waiting"].as_u64().unwrap();
    assert_eq!(rows.len() as u64, all, "what waits in the tray has a row, too");
    let (first, third) = (&rows[0]["row"]["id"], &rows[2]["row"]["id"]);
    let between = call(&app, "rows_between", &json!({ "chart": chart, "from": third, "to": first }));
    assert_eq!(between, json!([first, rows[1]["row"]["id"], third]));
    let lanes = call(&app, "lanes", &chart);
    assert_eq!(lanes, band["lanes"], "all lanes are told at once, too");

    let overview =
        call(&app, "overview", &json!({ "chart": { "view": view(), "scale": 2.5 }, "stretches": 50 }));
    assert_eq!(overview["counts"].as_array().unwrap().len(), 50);
    assert!(overview["counts"].as_array().unwrap().iter().any(|count| count.as_u64().unwrap() > 3));
    assert_eq!(overview["milestones"].as_array().unwrap().len(), 3);
}

#[test]
fn a_search_finds_items_by_any_text_and_milestones_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let search = |text: &str| call(&app, "search", &json!({ "text": text, "limit": 5 }));
    let found = search("report deliv");
    assert_eq!(found["hits"][0]["title"], "Scheduled report delivery");
    assert_eq!(found["hits"][0]["excerpt"], Value::Null);
    let elsewhere = search("9:00 stand-up");
    assert_eq!(elsewhere["hits"][0]["title"], "Scheduled report delivery");
    assert!(elsewhere["hits"][0]["excerpt"].as_str().unwrap().contains("9:00"));
    assert_eq!(search("2027.1 winter")["hits"][0]["target"]["entity"], "milestone");
    assert_eq!(search("")["total"], 0);
    assert_eq!(search("no such words")["total"], 0);
}

#[test]
fn a_search_finds_feedback_by_what_was_said_and_by_whom() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let search = |text: &str| call(&app, "search", &json!({ "text": text, "limit": 50 }));
    let add = |number: u32, text: &str, source: &str| {
        let id = format!("01999999-0000-7000-8000-0000000000{number:02}");
        let feedback = json!({ "id": id, "day": "2026-11-20", "text": text, "source": source });
        let operation = json!({ "operation": "add_feedback", "feedback": feedback });
        call(&app, "apply", &json!({ "operation": operation }));
        id
    };
    let one = add(1, "The quokka view is slow\nIt takes a minute.", "Rosalind");
    let other = add(2, "Quokkas load forever", "Grace");
    let hit = search("rosalind minute")["hits"][0].clone();
    assert_eq!(hit["target"], json!({ "entity": "feedback", "id": one }));
    assert_eq!(hit["title"], "The quokka view is slow");
    assert_eq!(
        (&hit["excerpt"], &hit["span"]["first"]),
        (&json!("It takes a minute."), &json!("2026-11-20"))
    );
    assert_eq!(search("quokka")["total"], 2);
    let decline = json!({ "field": "decline", "value": "They are wombats" });
    let decline = json!({ "operation": "edit_feedback", "ids": [other], "edit": decline });
    call(&app, "apply", &json!({ "operation": decline }));
    assert_eq!(
        search("wombats")["hits"][0]["target"]["id"],
        json!(other),
        "by the reason for declining it, too"
    );
    let filter = json!({ "text": "wombats", "customer": null, "linked": null });
    let list = json!({ "filter": filter, "standing": null, "order": "newest" });
    let inbox = call(&app, "feedback_list", &json!({ "list": list, "offset": 0, "limit": 5 }));
    assert_eq!(inbox["total"], 0, "lists do not look at reasons");
    let merge = json!({ "operation": "merge_feedback", "ids": [other], "into": one });
    call(&app, "apply", &json!({ "operation": merge }));
    assert_eq!(search("quokka")["total"], 1);
    for text in ["forever grace", "wombats"] {
        assert_eq!(search(text)["hits"][0]["target"]["id"], json!(one), "the original stands for it");
    }
}

#[test]
fn insight_tells_of_the_sample_with_names() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(folder.path());
    let insight = call(&app, "insight", &json!({ "since": null }));
    let count = |list: &str| insight[list]["total"].as_u64().unwrap();
    let standings = insight["standings"].as_array().unwrap();
    let needs: u64 = standings.iter().map(|standing| standing["count"].as_u64().unwrap()).sum();
    assert_eq!(needs, count("carrying") + count("unserved"));
    assert_eq!(standings[0]["count"].as_u64().unwrap(), count("unserved"));
    assert!(count("promises") > 0 && count("customers") > 0 && count("serve_nobody") > 0);
    assert!(insight["promises"]["rows"][0]["title"].as_str().unwrap().len() > 2);
    let strange = json!({ "since": "01900000-0000-7000-8000-0000000000ff" });
    assert_eq!(refused(&app, "insight", &strange).0, ErrorCode::Rule);
}

#[test]
fn a_plan_that_is_open_overnight_is_told_of_the_new_day() {
    let folder = tempfile::tempdir().unwrap();
    let passed = Arc::new(AtomicI32::new(0));
    let clock = Arc::clone(&passed);
    let evening: milepost_plan::Day = "2026-11-23".parse().unwrap();
    let app = App::new(move || evening.plus(clock.load(Ordering::Relaxed)), None);
    call(&app, "new_plan", &json!({ "path": folder.path().join("sample.milepost"), "sample": true }));
    let told =
        || (call(&app, "today", &Value::Null), call(&app, "plan_state", &Value::Null)["today"].clone());
    assert_eq!(told(), (json!("2026-11-23"), json!("2026-11-23")));
    passed.store(1, Ordering::Relaxed);
    assert_eq!(told(), (json!("2026-11-24"), json!("2026-11-24")));
}
