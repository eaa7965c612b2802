//! Money as a front end gets it: lines by periods, the curve, totals and rows, following every change.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{app, call, found, refused};
use milepost_api::{App, ErrorCode};
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
    table(app, "all")
}

fn table(app: &App, certainty: &str) -> Value {
    call(app, "budget_table", &json!({ "unit": "quarter", "span": year(), "certainty": certainty }))
}

fn spend(app: &App, amount: i64, line: u32) {
    let actual = json!({
        "id": id(20), "day": "2026-11-02", "amount": amount, "line": id(line), "item": null, "supplier": "Ada",
        "note": "", "key": "", "in_advance": false, "today": "2026-11-23",
    });
    apply(app, &json!({ "operation": "add_actual", "actual": actual }));
}

/// What things cost, the largest forecast first.
fn totals(app: &App, by: &str, certainty: &str) -> Value {
    let sort = json!({ "by": "forecast", "descending": true });
    let request = json!({ "by": by, "certainty": certainty, "sort": sort, "offset": 0, "limit": 10 });
    call(app, "budget_totals", &request)
}

fn curve(app: &App, line: &Value, certainty: &str) -> Value {
    call(app, "budget_curve", &json!({ "line": line, "unit": "month", "certainty": certainty }))
}

/// What each point of a curve has in one field.
fn column(curve: &Value, field: &str) -> Vec<Option<i64>> {
    curve["points"].as_array().unwrap().iter().map(|point| point[field].as_i64()).collect()
}

fn planned(sums: &Value) -> Vec<i64> {
    sums["periods"].as_array().unwrap().iter().map(|cell| cell["planned"].as_i64().unwrap()).collect()
}

#[test]
fn the_days_of_a_plan_are_those_of_its_bars_and_apart_from_them_the_months_of_its_money() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    assert_eq!(call(&app, "health", &Value::Null)["money"], Value::Null);
    // An epic that spans “Reports” stands on the days of that, whatever its own are.
    let own = json!({ "kind": "dated", "first": "2020-01-01", "last": "2020-01-31" });
    let epic = json!({ "id": id(9), "kind": "epic", "title": "Reporting", "schedule": own });
    apply(&app, &json!({ "operation": "add_item", "item": epic }));
    let under = json!({ "field": "parent", "value": id(9) });
    apply(&app, &json!({ "operation": "edit_items", "ids": [id(1)], "edit": under }));
    let cost = json!({
        "id": id(10), "name": "Licences", "line": id(2), "item": null,
        "amount": { "by": "money", "amount": 2_400 },
        "timing": { "timing": "monthly", "span": { "first": "2028-01-10", "last": "2029-02-10" } },
        "certainty": { "certainty": "certain" },
    });
    apply(&app, &json!({ "operation": "add_cost", "cost": cost }));
    let health = call(&app, "health", &Value::Null);
    assert_eq!(health["span"], json!({ "first": "2027-01-04", "last": "2027-03-31" }));
    assert_eq!(health["money"], json!({ "first": "2028-01-01", "last": "2029-02-28" }));
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
    let says = "“Cloud” is over its cap of €50.00 for 1 Jan 2027 to 31 Dec 2027 by €37.00; it is passed on 23 Feb 2027.";
    assert_eq!(warning, says);
    let over =
        json!({ "line": id(2), "name": "Cloud", "by": 3_700, "passed_on": "2027-02-23", "reason": says });
    assert_eq!(call(&app, "health", &Value::Null)["over_cap"], json!([over]));

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
    spend(&app, 1_234, 3);
    let by_item = totals(&app, "item", "all");
    assert_eq!((by_item["count"].clone(), by_item["sums"]["forecast"].clone()), (json!(2), json!(9_934)));
    let rows = &by_item["rows"];
    assert_eq!(
        (rows[0]["name"].clone(), rows[0]["sums"]["planned"].clone()),
        (json!("Reports"), json!(8_700))
    );
    assert_eq!(rows[1]["of"], json!({ "entity": "plan" }), "of no work item");
    assert_eq!(rows[1]["sums"]["actual"], json!(1_234));
    assert_eq!(totals(&app, "need", "all")["rows"][0]["of"], Value::Null, "Reports serve no need");
    let rows = call(&app, "item_entries", &json!({ "id": found(&app, "Reports") }));
    assert_eq!(rows["costs"][0]["comes"]["span"], json!({ "first": "2027-01-04", "last": "2027-03-31" }));
    assert_eq!(rows["sums"]["forecast"], json!(8_700));
}

#[test]
fn a_curve_adds_up_and_stands_under_what_the_caps_allow() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 8_700);
    spend(&app, 1_234, 3);
    let all = curve(&app, &Value::Null, "all");
    assert_eq!(all["points"].as_array().unwrap().len(), 14, "November to the end of the cap");
    assert_eq!(column(&all, "actual")[..2], [Some(1_234), None]);
    assert_eq!((column(&all, "planned")[4], column(&all, "forecast")[4]), (Some(8_700), Some(9_934)));
    assert_eq!(
        column(&all, "cap")[1..4],
        [None, Some(6_234), Some(6_234)],
        "People count with their forecast"
    );
    assert_eq!(
        (all["over"][0]["name"].clone(), all["over"][0]["by"].clone()),
        (json!("Cloud"), json!(3_700))
    );
    let people = curve(&app, &json!(id(3)), "all");
    assert_eq!((column(&people, "forecast"), people["over"].clone()), (vec![Some(1_234)], json!([])));
}

#[test]
fn what_an_ended_cap_has_left_stays_left_under_another() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 3_000);
    let next = json!({ "amount": 800, "span": { "first": "2027-07-01", "last": "2028-02-29" } });
    apply(
        &app,
        &json!({ "operation": "edit_budget_line", "id": id(3), "edit": { "field": "cap", "value": next } }),
    );
    let all = curve(&app, &Value::Null, "all");
    let caps: Vec<i64> = column(&all, "cap").into_iter().map(Option::unwrap_or_default).collect();
    assert_eq!(caps.len(), 14, "January 2027 to February 2028");
    assert_eq!([caps[5], caps[6], caps[11], caps[12]], [5_000, 5_800, 5_800, 5_800]);
}

#[test]
fn the_certain_and_the_estimated_part_are_told_by_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 3_000);
    let unsure = json!({
        "id": id(11), "name": "", "line": id(2), "item": null, "amount": { "by": "money", "amount": 4_000 },
        "timing": { "timing": "once", "on": { "at": "day", "day": "2027-05-03" } },
        "certainty": { "certainty": "estimated", "low": 1_500, "high": 9_000 },
    });
    apply(&app, &json!({ "operation": "add_cost", "cost": unsure }));
    spend(&app, 100, 2);
    let planned_as = |certainty: &str| planned(&table(&app, certainty)["total"]);
    assert_eq!(planned_as("all"), [3_000, 4_000, 0, 0]);
    assert_eq!(planned_as("certain"), [3_000, 0, 0, 0]);
    assert_eq!(planned_as("estimated"), [0, 4_000, 0, 0]);
    assert!(table(&app, "certain")["lines"][0]["warning"].is_string(), "a warning stays, whatever counts");
    let by_item = totals(&app, "item", "estimated");
    assert_eq!((by_item["count"].clone(), by_item["sums"]["forecast"].clone()), (json!(1), json!(4_000)));
    let line = json!(id(2));
    assert_eq!(curve(&app, &line, "certain")["over"], json!([]), "the certain part is under the cap");
    let all = curve(&app, &line, "all");
    assert_eq!(all["over"][0]["passed_on"], "2027-05-03");
    assert_eq!((column(&all, "low")[6], column(&all, "high")[6]), (Some(4_600), Some(12_100)), "May");
}

#[test]
fn what_is_left_is_told_by_line_and_for_all_with_a_cap() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 3_000);
    spend(&app, 1_234, 3);
    let told = call(&app, "budget_standing", &Value::Null);
    let cloud = json!({ "cap": 5_000, "actual": 0, "remaining": 3_000, "low": 3_000, "high": 3_000 });
    assert_eq!((told["lines"][0]["standing"].clone(), told["capped"].clone()), (cloud.clone(), cloud));
    assert_eq!(
        (told["lines"][1]["standing"]["cap"].clone(), told["all"]["actual"].clone()),
        (Value::Null, json!(1_234))
    );
    assert_eq!((told["lines"][0]["over"].clone(), told["lines"][0]["span"].clone()), (Value::Null, year()));
}

#[test]
fn money_without_days_stands_beside_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 3_000);
    let undated = json!({ "kind": "none" });
    let schedule = json!({ "field": "schedule", "value": undated });
    apply(&app, &json!({ "operation": "edit_items", "ids": [found(&app, "Reports")], "edit": schedule }));
    let told = call(&app, "budget_standing", &Value::Null);
    let lines: Vec<Value> = (0..2).map(|line| told["lines"][line]["undated"].clone()).collect();
    assert_eq!((lines, told["undated"].clone()), (vec![json!(3_000), json!(0)], json!(3_000)));
    let remaining = ["capped", "all"].map(|sum| told[sum]["remaining"].clone());
    assert_eq!(remaining, [json!(0), json!(0)]);
}

#[test]
fn lists_of_costs_are_told_in_parts_in_the_order_of_their_days() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    add_cost(&app, 10, 8_700);
    for (number, name, day) in [(11, "Launch", "2027-06-01"), (12, "Kick-off", "2026-12-01")] {
        let cost = json!({
            "id": id(number), "name": name, "line": id(3), "item": null,
            "amount": { "by": "money", "amount": 100 },
            "timing": { "timing": "once", "on": { "at": "day", "day": day } },
            "certainty": { "certainty": "estimated", "low": 50, "high": 300 },
        });
        apply(&app, &json!({ "operation": "add_cost", "cost": cost }));
    }
    let list = |line: Value, text: &str, offset: u32| {
        let filter = json!({ "line": line, "text": text });
        call(
            &app,
            "cost_list",
            &json!({ "filter": filter, "offset": offset, "limit": 2, "place_of": id(11) }),
        )
    };
    let names = |band: &Value| -> Vec<String> {
        let rows = band["rows"].as_array().unwrap();
        rows.iter().map(|row| row["cost"]["name"].as_str().unwrap().to_owned()).collect()
    };
    let all = list(Value::Null, "", 0);
    assert_eq!(
        (names(&all), all["total"].clone(), all["place"].clone()),
        (vec!["Kick-off".into(), String::new()], json!(3), json!(2))
    );
    assert_eq!((all["sums"]["planned"].clone(), all["sums"]["high"].clone()), (json!(8_900), json!(9_300)));
    assert_eq!(names(&list(Value::Null, "", 2)), ["Launch"]);
    let people = list(json!(id(3)), "", 0);
    assert_eq!(
        (names(&people), people["place"].clone()),
        (vec!["Kick-off".into(), "Launch".into()], json!(1))
    );
    let found = list(Value::Null, "report CLOUD", 0);
    assert_eq!(
        (found["total"].clone(), found["place"].clone()),
        (json!(1), Value::Null),
        "by its item and its line"
    );
    let ids = call(&app, "cost_ids", &json!({ "line": null, "text": "" }));
    assert_eq!(ids, json!([id(12), id(10), id(11)]));
    let one = call(&app, "cost", &json!({ "id": id(10) }));
    assert_eq!(
        one["comes"],
        json!({
            "money": 8_700, "span": { "first": "2027-01-04", "last": "2027-03-31" }, "payments": 1, "total": 8_700,
            "called_off": false,
        })
    );
}

#[test]
fn lists_of_actuals_begin_with_the_newest() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    for (number, day, supplier) in [(20, "2026-11-02", "Ada"), (21, "2026-11-20", "Hosting Ltd")] {
        let actual = json!({
            "id": id(number), "day": day, "amount": 1_000, "line": id(3), "item": null, "supplier": supplier,
            "note": "Invoice", "key": "", "in_advance": false, "today": "2026-11-23",
        });
        apply(&app, &json!({ "operation": "add_actual", "actual": actual }));
    }
    let list = |text: &str| {
        let filter = json!({ "line": null, "text": text });
        call(&app, "actual_list", &json!({ "filter": filter, "offset": 0, "limit": 9, "place_of": id(20) }))
    };
    let all = list("invoice people");
    assert_eq!(
        (all["total"].clone(), all["amount"].clone(), all["place"].clone()),
        (json!(2), json!(2_000), json!(1))
    );
    assert_eq!(all["rows"][0]["actual"]["supplier"], "Hosting Ltd");
    assert_eq!(list("ada")["total"], json!(1));
    assert_eq!(call(&app, "actual_ids", &json!({ "line": id(2), "text": "" })), json!([]));
    assert_eq!(call(&app, "actual", &json!({ "id": id(20) }))["actual"]["supplier"], "Ada");
}

#[test]
fn a_cost_says_what_it_would_come_to_before_it_is_added() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    let sum = |item: Value, timing: Value| {
        let cost = json!({
            "id": id(30), "name": "", "line": id(2), "item": item, "timing": timing,
            "amount": { "by": "money", "amount": 500 }, "certainty": { "certainty": "certain" },
        });
        call(&app, "cost_sum", &json!({ "cost": cost }))
    };
    let monthly = sum(json!(found(&app, "Reports")), json!({ "timing": "monthly", "span": null }));
    assert_eq!((monthly["payments"].clone(), monthly["total"].clone()), (json!(3), json!(1_500)));
    let without = sum(Value::Null, json!({ "timing": "spread", "span": null }));
    assert_eq!(
        (without["span"].clone(), without["payments"].clone(), without["total"].clone()),
        (Value::Null, Value::Null, json!(500))
    );
}

#[test]
fn lines_rates_and_items_tell_what_hangs_on_them() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    apply(
        &app,
        &json!({ "operation": "add_rate", "rate": { "id": id(40), "role": "Engineer", "per_day": 80_000 } }),
    );
    add_cost(&app, 10, 8_700);
    let lines = call(&app, "budget_line_sums", &Value::Null);
    assert_eq!((lines[0]["costs"].clone(), lines[0]["sums"]["planned"].clone()), (json!(1), json!(8_700)));
    assert_eq!(lines[1]["actuals"], json!(0));
    assert_eq!(call(&app, "rate_sums", &Value::Null), json!([{ "rate": id(40), "costs": 0 }]));
    let items = call(&app, "items_cost", &json!({ "ids": [found(&app, "Reports")] }));
    assert_eq!((items["costs"].clone(), items["sums"]["forecast"].clone()), (json!(1), json!(8_700)));
    let hits = call(&app, "search", &json!({ "text": "clou", "limit": 5 }));
    assert_eq!(hits["hits"][0]["target"], json!({ "entity": "budget_line", "id": id(2) }));
    assert_eq!(hits["hits"][0]["span"], year());
}

#[test]
fn another_currency_is_looked_at_before_it_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_budget(folder.path());
    let look = |code: &str, rate: Value| call(&app, "currency", &json!({ "code": code, "rate": rate }));
    let unsaid = json!({ "digits": 0, "has_amounts": true, "example": 10_000, "becomes": null });
    assert_eq!(look("JPY", Value::Null), unsaid);
    assert_eq!(look("CHF", json!(943_000_000))["becomes"], json!(9_430));
    let (code, reason) = refused(&app, "currency", &json!({ "code": "XYZ", "rate": null }));
    assert_eq!(code, ErrorCode::Rule);
    assert!(reason.contains("XYZ” is not a currency code"), "{reason}");
    assert_eq!(call(&app, "plan_state", &Value::Null)["currency_digits"], json!(2));
}
