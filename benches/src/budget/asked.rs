//! What the screens of money ask for, and what they wait for after a feature was dragged.

use milepost_api::{App, dispatch};
use milepost_plan::{BudgetLineId, Span};
use milepost_samples::sample_day;
use milepost_session::Session;
use serde_json::{Value, json};

use super::BudgetBench;
use crate::Fault;
use crate::runs::{Measurement, median};

pub(super) fn all(bench: &BudgetBench) -> Result<Vec<Measurement>, Fault> {
    let app = App::new(sample_day, None);
    let path = bench.other_path("asked");
    Session::create(&path, bench.plan.clone())?;
    ask(&app, "open_plan", &json!({ "path": path }))?;
    let line = bench.plan.budget_lines_in_order().first().map(|line| line.id).ok_or("a line is needed")?;
    let table = |unit: &str| json!({ "unit": unit, "span": months(36), "certainty": "all" });
    let curve = |line: Option<BudgetLineId>| json!({ "line": line, "unit": "month", "certainty": "all" });
    let by_month = table("month");
    let mut found = vec![
        asked(&app, "table of 36 months", "budget_table", &by_month)?,
        asked(&app, "table of 3 years", "budget_table", &table("year"))?,
        asked(&app, "curve of all lines", "budget_curve", &curve(None))?,
        asked(&app, "curve of a line", "budget_curve", &curve(Some(line)))?,
        asked(&app, "what is left", "budget_standing", &Value::Null)?,
        asked(&app, "costs of all lines, a part", "cost_list", &costs(None, ""))?,
        asked(&app, "costs of a line, a part", "cost_list", &costs(Some(line), ""))?,
        asked(&app, "costs found by words, a part", "cost_list", &costs(None, "feature 1"))?,
        asked(&app, "rows of a feature", "item_entries", &json!({ "id": bench.moved }))?,
        asked(&app, "health, with its warnings", "health", &Value::Null)?,
    ];
    for (name, by) in
        [("totals by feature", "item"), ("totals by theme", "theme"), ("totals by release", "milestone")]
    {
        found.push(asked(&app, name, "budget_totals", &totals(by))?);
    }
    found.push(dragged(bench, &app, &by_month)?);
    Ok(found)
}

fn asked(app: &App, name: &'static str, method: &str, request: &Value) -> Result<Measurement, Fault> {
    // The first answer makes what later ones find made.
    ask(app, method, request)?;
    median(name, || Ok(()), |()| ask(app, method, request))
}

/// What is in sight of a list of costs.
fn costs(line: Option<BudgetLineId>, text: &str) -> Value {
    json!({ "filter": { "line": line, "text": text }, "offset": 600, "limit": 60, "place_of": null })
}

/// What is in sight of a list of totals.
fn totals(by: &str) -> Value {
    let sort = json!({ "by": "forecast", "descending": true });
    json!({ "by": by, "certainty": "all", "sort": sort, "offset": 0, "limit": 60 })
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

/// As many months as that, from the first one of the generated plan on.
fn months(count: i32) -> Span {
    let first = sample_day().month_start_plus(-22);
    Span { first, last: first.month_start_plus(count).plus(-1) }
}

fn ask(app: &App, method: &str, request: &Value) -> Result<String, Fault> {
    dispatch(app, method, &request.to_string()).map_err(|error| format!("{method}: {}", error.message).into())
}
