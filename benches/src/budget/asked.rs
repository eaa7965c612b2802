//! What the screens of money ask for, and what they wait for after a feature was dragged.

use milepost_api::{App, dispatch};
use milepost_plan::{Span, ViewSettings};
use milepost_samples::sample_day;
use milepost_session::Session;
use serde_json::{Value, json};

use super::BudgetBench;
use crate::Fault;
use crate::runs::{Measurement, median};
use crate::workbench::{SCALE, viewport};

pub(super) fn all(bench: &BudgetBench) -> Result<Vec<Measurement>, Fault> {
    let app = App::new(sample_day, None);
    let path = bench.other_path("asked");
    Session::create(&path, bench.plan.clone())?;
    ask(&app, "open_plan", &json!({ "path": path }))?;
    let line = bench.plan.budget_lines_in_order().first().map(|line| line.id).ok_or("a line is needed")?;
    let by_month = json!({ "unit": "month", "span": months(36), "certainty": "all" });
    let by_year = json!({ "unit": "year", "span": months(36), "certainty": "all" });
    let curve = |line: Value| json!({ "line": line, "unit": "month", "certainty": "all" });
    let costs = |line: Value, text: &str| {
        let filter = json!({ "line": line, "text": text });
        json!({ "filter": filter, "offset": 600, "limit": 60, "place_of": null })
    };
    let mut found = vec![
        asked(&app, "table of 36 months", "budget_table", &by_month)?,
        asked(&app, "table of 3 years", "budget_table", &by_year)?,
        asked(&app, "curve of all lines", "budget_curve", &curve(Value::Null))?,
        asked(&app, "curve of a line", "budget_curve", &curve(json!(line)))?,
        asked(&app, "what is left", "budget_standing", &Value::Null)?,
        asked(&app, "costs of a line, 60 rows", "cost_list", &costs(json!(line), ""))?,
        asked(&app, "costs of all lines, 60 rows", "cost_list", &costs(Value::Null, ""))?,
        asked(&app, "costs found by words, 60 rows", "cost_list", &costs(Value::Null, "feature 1"))?,
        asked(&app, "rows of a feature", "item_entries", &json!({ "id": bench.moved }))?,
        asked(&app, "health, with its warnings", "health", &Value::Null)?,
    ];
    for (name, by) in
        [("totals by feature", "item"), ("totals by theme", "theme"), ("totals by release", "milestone")]
    {
        let sort = json!({ "by": "forecast", "descending": true });
        let totals = json!({ "by": by, "certainty": "all", "sort": sort, "offset": 0, "limit": 60 });
        found.push(asked(&app, name, "budget_totals", &totals)?);
    }
    found.push(asked(&app, "scene with the strip", "scene", &scene("features")?)?);
    found.push(previewed(bench, &app, "preview of a drag", "features")?);
    found.push(asked(&app, "scene of the budget roadmap", "scene", &scene("budget")?)?);
    found.push(previewed(bench, &app, "preview of a drag there", "budget")?);
    found.push(dragged(bench, &app, &by_month)?);
    found.extend(below_the_lanes(bench, &app)?);
    Ok(found)
}

fn asked(app: &App, name: &'static str, method: &str, request: &Value) -> Result<Measurement, Fault> {
    // The first answer makes what later ones find made.
    ask(app, method, request)?;
    median(name, || Ok(()), |()| ask(app, method, request))
}

/// The request for what a window shows when a plan is opened.
fn scene(roadmap: &str) -> Result<Value, Fault> {
    let mut view = serde_json::to_value(ViewSettings::default())?;
    view["roadmap"] = json!(roadmap);
    let chart = json!({ "view": view, "scale": SCALE });
    Ok(json!({ "chart": chart, "viewport": serde_json::to_value(viewport(sample_day()))? }))
}

/// What is asked for while a feature is dragged: a day further each time, its bars and the money as it would be.
fn previewed(
    bench: &BudgetBench,
    app: &App,
    name: &'static str,
    roadmap: &str,
) -> Result<Measurement, Fault> {
    let mut request = scene(roadmap)?;
    let mut days = 1..;
    median(
        name,
        || {
            request["operation"] = json!(bench.move_by(days.next().ok_or("days ended")?));
            Ok(request.clone())
        },
        |request| ask(app, "preview", &request),
    )
}

/// The table after a feature was dragged across the ends of months, without the drag and its commit.
fn dragged(bench: &BudgetBench, app: &App, months: &Value) -> Result<Measurement, Fault> {
    let mut days = 45;
    median(
        "table after a move",
        || {
            let operation = bench.move_by(days);
            days = -days;
            ask(app, "apply", &json!({ "operation": operation }))
        },
        |_| ask(app, "budget_table", months),
    )
}

/// The strip of money below the lanes: with the scene, and with every move of the hand that drags a feature.
fn below_the_lanes(bench: &BudgetBench, app: &App) -> Result<[Measurement; 4], Fault> {
    let part = |show_budget: bool| {
        let view = ViewSettings { show_budget, ..ViewSettings::default() };
        // A window of a thousand points around today, at the scale of months.
        let left = f64::from(sample_day().number()) * 2.5 - 400.0;
        json!({
            "chart": { "view": view, "scale": 2.5 },
            "operation": bench.move_by(45),
            "viewport": { "left": left, "top": 0.0, "width": 1_000.0, "height": 700.0 },
        })
    };
    let (with, without) = (part(true), part(false));
    Ok([
        asked(app, "scene without the strip", "scene", &without)?,
        asked(app, "scene with the strip", "scene", &with)?,
        asked(app, "preview without the strip", "preview", &without)?,
        asked(app, "preview with the strip", "preview", &with)?,
    ])
}

/// As many months as that, from the first one of the generated plan on.
fn months(count: i32) -> Span {
    let first = sample_day().month_start_plus(-22);
    Span { first, last: first.month_start_plus(count).plus(-1) }
}

fn ask(app: &App, method: &str, request: &Value) -> Result<String, Fault> {
    dispatch(app, method, &request.to_string()).map_err(|error| format!("{method}: {}", error.message).into())
}
