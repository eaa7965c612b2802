//! What is measured in one browser, in the order of the table.

use milepost_testkit::webdriver::PointerStep;
use serde_json::{Value, json};

use super::browser::Browser;
use super::core::Core;
use super::frames::{Frames, numbers, share};
use crate::Fault;
use crate::runs::Measurement;

/// Everything on a plan of that many features.
pub fn all(browser: &Browser, core: &Core, features: usize) -> Result<Vec<Measurement>, Fault> {
    println!("  Loading the plan …");
    browser.ask("loadFirst", &[json!(features)])?;
    let loaded = memory(browser, &LOADED)?;
    let load = browser.ask("loadAgain", &[json!(features)])?;
    let mut found = vec![
        milliseconds("first paint, page new", number(&load, "first")),
        milliseconds("first paint, page warm", number(&load, "again")),
    ];
    let drawing = &load["drawing"];
    for (name, backing) in FRAMES_BY.into_iter().zip(["processor", "graphics"]) {
        found.extend(drawing["times"][backing].as_f64().map(|time| milliseconds(name, time)));
    }
    if let Some(better) = drawing["better"].as_str() {
        println!("  Drawn by: {better}");
    }
    let near = browser.ask("look", &[])?;
    println!("  Scrolling and panning …");
    found.extend(glide(browser, "y")?.rows(&SCROLL));
    found.extend(glide(browser, "x")?.rows(&PAN));
    println!("  Dragging a bar …");
    let tops = [0, 150, 300].map(|top| ("aim", json!(top)));
    found.extend(drag(browser, &tops, &DRAG, &MOVE_TO_PREVIEW)?);
    println!("  Zooming …");
    found.extend(zoom_steps(browser, ["quarter", "month", "week"], ZOOM)?);
    println!("  Scrolling with quarters on the axis …");
    browser.ask("zoom", &[json!("quarter")])?;
    let far = browser.ask("look", &[])?;
    found.extend(glide(browser, "y")?.rows(&SCROLL_FAR));
    println!("  The same with years …");
    found.extend(zoom_steps(browser, ["quarter", "year", "quarter"], ZOOM_YEARS)?);
    browser.ask("zoom", &[json!("year")])?;
    let furthest = browser.ask("look", &[])?;
    found.extend(glide(browser, "y")?.rows(&SCROLL_YEARS));
    found.extend(glide(browser, "x")?.rows(&PAN_YEARS));
    found.extend(drag(browser, &tops, &DRAG_YEARS, &MOVE_TO_PREVIEW_YEARS)?);
    let count = |name, value: &Value, key| Measurement { name, value: number(value, key), unit: "" };
    found.push(count("bars in sight, months", &near, "visible"));
    found.push(count("bars in sight, quarters", &far, "visible"));
    found.push(count("bars in sight, years", &furthest, "visible"));
    found.push(count("nodes, months", &near, "nodes"));
    found.push(count("nodes, quarters", &far, "nodes"));
    found.push(count("nodes, years", &furthest, "nodes"));
    let in_the_end = memory(browser, &IN_THE_END)?;
    let of_core = megabytes("core", core.process().resident()?);
    println!("  Dragging a bar that pushes others …");
    found.extend(drag(browser, &[("aimPushing", json!(SUCCESSORS))], &PUSH, &PUSH_TO_PREVIEW)?);
    found.extend(EMPTY.into_iter().zip(browser.empty()).map(|(name, value)| megabytes(name, value)));
    found.extend(loaded);
    found.extend(in_the_end);
    found.push(of_core);
    Ok(found)
}

/// What the web view takes for scrolling and panning a canvas of that size with nothing on it.
pub fn floor(browser: &Browser, features: usize) -> Result<Vec<Measurement>, Fault> {
    browser.ask("loadFirst", &[json!(features)])?;
    let loaded = memory(browser, &LOADED)?;
    let mut found = glide(browser, "y")?.rows(&SCROLL);
    found.extend(glide(browser, "x")?.rows(&PAN));
    found.extend(loaded);
    Ok(found)
}

/// How the table of needs and the inbox scroll on the app's own page.
pub fn lists(browser: &Browser) -> Result<Vec<Measurement>, Fault> {
    let glide = |key: &str, css: &str| {
        Frames::during(browser, || browser.ask("glideList", &[json!(key), json!(css)]))
    };
    let mut found = glide("2", "[role=grid]")?.rows(&NEEDS);
    found.extend(glide("3", "[role=listbox][tabindex]")?.rows(&INBOX));
    Ok(found)
}

/// How many features one drag pushes.
const SUCCESSORS: u32 = 500;
/// Names of the rows about what draws: time of a frame with either.
const FRAMES_BY: [&str; 2] = ["frame by the processor", "frame by graphics card"];

/// Names of the rows about frames: median, 95 of 100, worst, how many lacked a part, CPU time of the web process.
pub type FrameRows = [&'static str; 5];
const SCROLL: FrameRows =
    ["scroll, median", "scroll, p95", "scroll, worst", "scroll, frames lacking", "scroll, CPU per frame"];
const PAN: FrameRows = ["pan, median", "pan, p95", "pan, worst", "pan, frames lacking", "pan, CPU per frame"];
const NEEDS: FrameRows =
    ["needs, median", "needs, p95", "needs, worst", "needs, frames lacking", "needs, CPU per frame"];
const INBOX: FrameRows =
    ["inbox, median", "inbox, p95", "inbox, worst", "inbox, frames lacking", "inbox, CPU per frame"];
const DRAG: FrameRows =
    ["drag, median", "drag, p95", "drag, worst", "drag, frames lacking", "drag, CPU per frame"];
const PUSH: FrameRows = [
    "push 500, median",
    "push 500, p95",
    "push 500, worst",
    "push 500, frames lacking",
    "push 500, CPU per frame",
];
/// Names of the rows about the time from a move of the pointer to the preview: median, 95 of 100.
type PreviewRows = [&'static str; 2];
const MOVE_TO_PREVIEW: PreviewRows = ["move → preview, median", "move → preview, p95"];
const PUSH_TO_PREVIEW: PreviewRows = ["push → preview, median", "push → preview, p95"];
const MOVE_TO_PREVIEW_YEARS: PreviewRows = ["years, move → preview, median", "years, move → preview, p95"];
/// Names of the rows about a step of the zoom: median and worst.
type ZoomRows = [&'static str; 2];
const ZOOM: ZoomRows = ["zoom step, median", "zoom step, worst"];
const ZOOM_YEARS: ZoomRows = ["zoom to years, median", "zoom to years, worst"];
const SCROLL_FAR: FrameRows = [
    "scroll quarters, median",
    "scroll quarters, p95",
    "scroll quarters, worst",
    "quarters, frames lacking",
    "quarters, CPU per frame",
];
const SCROLL_YEARS: FrameRows = [
    "scroll years, median",
    "scroll years, p95",
    "scroll years, worst",
    "scroll years, lacking",
    "scroll years, CPU",
];
const PAN_YEARS: FrameRows =
    ["pan years, median", "pan years, p95", "pan years, worst", "pan years, lacking", "pan years, CPU"];
const DRAG_YEARS: FrameRows =
    ["drag years, median", "drag years, p95", "drag years, worst", "drag years, lacking", "drag years, CPU"];

/// Zooms from the first level over the second to the third, several times.
fn zoom_steps(browser: &Browser, levels: [&str; 3], rows: ZoomRows) -> Result<[Measurement; 2], Fault> {
    let mut steps = numbers(&browser.ask("zoomSteps", &[json!(levels)])?);
    Ok([(rows[0], 0.5), (rows[1], 1.0)].map(|(name, part)| milliseconds(name, share(&mut steps, part))))
}

fn glide(browser: &Browser, along: &str) -> Result<Frames, Fault> {
    Frames::during(browser, || browser.ask("glide", &[json!(along)]))
}

/// Drags bars 300 px to the right, each where a function of the harness says, a day at each move, as often as a mouse
/// tells.
fn drag(
    browser: &Browser,
    aims: &[(&str, Value)],
    rows: &FrameRows,
    of_previews: &PreviewRows,
) -> Result<Vec<Measurement>, Fault> {
    const MOVES: u32 = 50;
    const STEP: f64 = 6.0;
    let (mut all, mut previews) = (Frames::default(), Vec::new());
    for (aim, argument) in aims {
        let center = browser.ask(aim, std::slice::from_ref(argument))?;
        let (x, y) = (number(&center, "x"), number(&center, "y"));
        browser.point(&[PointerStep::Move { x, y }]);
        let mut steps = vec![PointerStep::Press];
        for step in 1..=MOVES {
            steps.push(PointerStep::Move { x: x + STEP * f64::from(step), y });
            steps.push(PointerStep::Rest { milliseconds: 16 });
        }
        steps.push(PointerStep::Release);
        let frames = Frames::during(browser, || {
            browser.point(&steps);
            browser.ask("dropped", &[])
        })?;
        previews.extend(numbers(&frames.noted["previews"]));
        if previews.is_empty() {
            return Err("the pointer has moved no bar".into());
        }
        all.extend(frames);
    }
    let mut found = all.rows(rows);
    found.extend(
        of_previews
            .iter()
            .zip([0.5, 0.95])
            .map(|(name, part)| milliseconds(name, share(&mut previews, part))),
    );
    Ok(found)
}

/// Names of the rows about the web process: all memory that it uses, its share in what others use as well, what is its
/// own.
type MemoryRows = [&'static str; 3];
const LOADED: MemoryRows = ["web process, loaded", "its share, loaded", "its own, loaded"];
const IN_THE_END: MemoryRows = ["web process, in the end", "its share, in the end", "its own, in the end"];
/// The same before the page is loaded: all, and its own.
const EMPTY: [&str; 2] = ["web process, empty page", "its own, empty page"];

fn memory(browser: &Browser, [all, share, own]: &MemoryRows) -> Result<[Measurement; 3], Fault> {
    let web = browser.web();
    let values = [(all, web.resident()?), (share, web.proportional()?), (own, web.own()?)];
    Ok(values.map(|(name, value)| megabytes(name, value)))
}

fn milliseconds(name: &'static str, value: f64) -> Measurement {
    Measurement { name, value, unit: "ms" }
}

fn megabytes(name: &'static str, value: f64) -> Measurement {
    Measurement { name, value, unit: "MB" }
}

fn number(value: &Value, key: &str) -> f64 {
    value[key].as_f64().unwrap_or(f64::NAN)
}
