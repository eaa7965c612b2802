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
    let load = browser.ask("load", &[json!(features)])?;
    let mut found = vec![
        milliseconds("first paint, page new", number(&load, "first")),
        milliseconds("first paint, page warm", number(&load, "again")),
    ];
    let near = browser.ask("look", &[])?;
    println!("  Scrolling and panning …");
    found.extend(glide(browser, "y")?.rows(&SCROLL));
    found.extend(glide(browser, "x")?.rows(&PAN));
    println!("  Dragging a bar …");
    found.extend(drag(browser)?);
    println!("  Zooming …");
    let mut steps = numbers(&browser.ask("zoomSteps", &[])?);
    found.push(milliseconds("zoom step, median", share(&mut steps, 0.5)));
    found.push(milliseconds("zoom step, worst", share(&mut steps, 1.0)));
    println!("  Scrolling with quarters on the axis …");
    browser.ask("zoom", &[json!("quarter")])?;
    let far = browser.ask("look", &[])?;
    found.extend(glide(browser, "y")?.rows(&SCROLL_FAR));
    let count = |name, value: &Value, key| Measurement { name, value: number(value, key), unit: "" };
    found.push(count("bars in sight, months", &near, "visible"));
    found.push(count("bars in sight, quarters", &far, "visible"));
    found.push(count("nodes, months", &near, "nodes"));
    found.push(count("nodes, quarters", &far, "nodes"));
    found.push(megabytes("web process", browser.web().resident()?));
    found.push(megabytes("web process, its share", browser.web().proportional()?));
    found.push(megabytes("core", core.process().resident()?));
    Ok(found)
}

/// Names of the rows about frames: median, 95 of 100, worst, how many lacked a part, CPU time of the web process.
pub type FrameRows = [&'static str; 5];
const SCROLL: FrameRows =
    ["scroll, median", "scroll, p95", "scroll, worst", "scroll, frames lacking", "scroll, CPU per frame"];
const PAN: FrameRows = ["pan, median", "pan, p95", "pan, worst", "pan, frames lacking", "pan, CPU per frame"];
const DRAG: FrameRows =
    ["drag, median", "drag, p95", "drag, worst", "drag, frames lacking", "drag, CPU per frame"];
const SCROLL_FAR: FrameRows = [
    "scroll quarters, median",
    "scroll quarters, p95",
    "scroll quarters, worst",
    "quarters, frames lacking",
    "quarters, CPU per frame",
];

fn glide(browser: &Browser, along: &str) -> Result<Frames, Fault> {
    Frames::during(browser, || browser.ask("glide", &[json!(along)]))
}

/// Drags three bars 300 px to the right, a day at each move, as often as a mouse tells.
fn drag(browser: &Browser) -> Result<Vec<Measurement>, Fault> {
    const MOVES: u32 = 50;
    const STEP: f64 = 6.0;
    let (mut all, mut previews) = (Frames::default(), Vec::new());
    for top in [0, 150, 300] {
        let center = browser.ask("aim", &[json!(top)])?;
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
    let mut rows = all.rows(&DRAG);
    rows.push(milliseconds("move → preview, median", share(&mut previews, 0.5)));
    rows.push(milliseconds("move → preview, p95", share(&mut previews, 0.95)));
    Ok(rows)
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
