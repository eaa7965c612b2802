//! The peak of memory of one session's work, in a process of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use milepost_layout::{Fonts, PageOptions, Timeline, paginate};
use milepost_plan::{Cancel, Day, Operation, ViewSettings};
use milepost_render::pdf;
use milepost_samples::sample_day;
use milepost_session::Session;

use crate::Fault;
use crate::runs::Measurement;
use crate::workbench::{SCALE, Workbench, item_in, some_pages, viewport};

/// What the process is told.
#[derive(Args)]
pub struct Options {
    plan: PathBuf,
    from: Day,
    to: Day,
}

/// Measures it in a process whose peak is not that of this one, nor of making the plan up.
pub fn peak(bench: &Workbench) -> Result<Measurement, Fault> {
    let PageOptions { from, to, .. } = bench.some_pages()?;
    let days = [from, to].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    let output = Command::new(std::env::current_exe()?).arg("peak").arg(bench.path()).args(days).output()?;
    let told = String::from_utf8(output.stdout)?;
    let value = told.trim().parse().map_err(|_| format!("the process for memory said: {told}"))?;
    Ok(Measurement { name: "peak memory", value, unit: "MB" })
}

/// The process's part: opens the plan, shows it, moves a feature, exports 24 pages; then prints the peak in MB.
pub fn print_peak(options: &Options) -> Result<(), Fault> {
    let (session, fonts, today) = (Session::open(&options.plan)?, Fonts::bundled(), sample_day());
    let mut timeline = Timeline::new(&session.plan(), ViewSettings::default(), SCALE, today, &fonts);
    let before = timeline.scene(&session.plan(), viewport(today), &fonts);
    let moved = item_in(&before)?;
    let applied = session.apply(&Operation::MoveItems { ids: vec![moved], days: 1, lane: Vec::new() })?;
    timeline.update(&session.plan(), &applied.changes.changes, &fonts);
    let after = timeline.scene(&session.plan(), viewport(today), &fonts);
    let range = some_pages(options.from, options.to);
    let made = pdf(&paginate(&session.plan(), &range, today, &fonts, Cancel::NEVER)?, &fonts, Cancel::NEVER)?;
    if before == after || made.is_empty() {
        return Err("the move did not show".into());
    }
    println!("{:.1}", peak_megabytes()?);
    Ok(())
}

/// The most memory that this process has had at once. Only Linux tells it in a file; elsewhere it is unknown.
fn peak_megabytes() -> Result<f64, Fault> {
    let status = Path::new("/proc/self/status");
    if !status.exists() {
        return Ok(f64::NAN);
    }
    let text = fs::read_to_string(status)?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}
