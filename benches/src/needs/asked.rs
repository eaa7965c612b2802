//! What screens ask for while somebody types, scrolls and looks.

use milepost_api::{App, dispatch};
use milepost_samples::sample_day;
use serde_json::{Value, json};

use super::NeedsBench;
use crate::Fault;
use crate::runs::{Measurement, median};
use crate::workbench::{SCALE, viewport};

/// What is searched for, letter by letter and word by word, so that no two searches are the same.
const TYPED: [&str; 8] =
    ["p", "pri", "price l", "price lists", "gift", "on mobile", "straßen", "no such word"];

/// What is searched for when somebody begins to type: most of the plan has it.
const LETTERS: [&str; 5] = ["e", "t", "a", "n", "s"];

pub(super) fn all(bench: &NeedsBench) -> Result<Vec<Measurement>, Fault> {
    let app = App::new(sample_day, None);
    ask(&app, "open_plan", &json!({ "path": bench.path() }))?;
    let mut found = vec![searched(&app)?, band(&app)?, similar(&app)?, needs(&app)?];
    found.extend([
        plan_searched("search in the plan", &app, &TYPED)?,
        plan_searched("a letter in the plan", &app, &LETTERS)?,
    ]);
    found.extend(roadmap(&app)?);
    Ok(found)
}

fn ask(app: &App, method: &str, request: &Value) -> Result<String, Fault> {
    dispatch(app, method, &request.to_string()).map_err(|error| format!("{method}: {}", error.message).into())
}

/// The request for a part of the feedback that has these words.
fn feedback_list(text: &str, offset: usize) -> Value {
    let filter = json!({ "text": text, "customer": null, "linked": null });
    json!({ "list": { "filter": filter, "standing": null, "order": "newest" }, "offset": offset, "limit": 60 })
}

fn searched(app: &App) -> Result<Measurement, Fault> {
    let mut typed = TYPED.iter().cycle();
    median(
        "search in feedback",
        || typed.next().ok_or_else(|| Fault::from("nothing is typed")),
        |text| ask(app, "feedback_list", &feedback_list(text, 0)),
    )
}

/// Anything in the plan by its texts, with as many hits as the screen lists.
fn plan_searched(name: &'static str, app: &App, typed: &[&str]) -> Result<Measurement, Fault> {
    let mut typed = typed.iter().cycle();
    median(
        name,
        || typed.next().ok_or_else(|| Fault::from("nothing is typed")),
        |text| ask(app, "search", &json!({ "text": text, "limit": 50 })),
    )
}

/// What a list asks for while it is scrolled.
fn band(app: &App) -> Result<Measurement, Fault> {
    let mut offsets = (0..).step_by(60);
    median(
        "band of the inbox",
        || offsets.next().ok_or_else(|| Fault::from("the list ended")),
        |offset| ask(app, "feedback_list", &feedback_list("", offset)),
    )
}

fn similar(app: &App) -> Result<Measurement, Fault> {
    let request =
        json!({ "text": "We cannot compare price lists by region. So we keep a spreadsheet.", "limit": 5 });
    // The first question makes the index that later ones are answered from.
    ask(app, "similar_needs", &request)?;
    median("similar needs", || Ok(()), |()| ask(app, "similar_needs", &request))
}

/// The table of needs in another order each time.
fn needs(app: &App) -> Result<Measurement, Fault> {
    let filter = json!({ "text": "", "themes": [], "statuses": [], "owners": [], "customers": [], "needs": [],
        "goals": [], "from": null, "to": null });
    let mut sortings = 1_u32..;
    median(
        "table of needs, sorted",
        || sortings.next().ok_or_else(|| Fault::from("numbers ended")),
        |sorting| {
            let sort = json!({ "by": { "column": "weight" }, "descending": true });
            let query = json!({ "filter": filter, "marks": [], "sort": sort, "sorting": sorting });
            ask(app, "needs_table", &json!({ "query": query, "offset": 0, "limit": 60 }))
        },
    )
}

/// The needs on the axis, by customer: what stands in the window, and the same after another look at the plan.
fn roadmap(app: &App) -> Result<[Measurement; 2], Fault> {
    let request = |scale: f64| -> Result<Value, Fault> {
        let mut view = serde_json::to_value(milepost_plan::ViewSettings::default())?;
        (view["roadmap"], view["lanes_by"]) = (json!("needs"), json!("customer"));
        let chart = json!({ "view": view, "scale": scale });
        Ok(json!({ "chart": chart, "viewport": serde_json::to_value(viewport(sample_day()))? }))
    };
    let mut scales = (1..).map(|step| SCALE + 0.001 * f64::from(step));
    let placed = median(
        "needs roadmap, placed",
        || request(scales.next().ok_or("numbers ended")?),
        |request| ask(app, "scene", &request),
    )?;
    let same = request(SCALE)?;
    ask(app, "scene", &same)?;
    let scene = median("scene of needs as JSON", || Ok(()), |()| ask(app, "scene", &same))?;
    Ok([placed, scene])
}
