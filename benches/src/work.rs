//! The pieces of work that are measured, in the order of the table.

use milepost_exchange::{CsvOptions, Mapping, Table, plan_import, write_csv};
use milepost_layout::{PageOptions, Timeline, paginate};
use milepost_plan::{Cancel, Plan, PlanSettings, ViewSettings};
use milepost_render::pdf;
use milepost_samples::waiting_for;
use milepost_session::Session;
use uuid::Uuid;

use crate::Fault;
use crate::runs::{Measurement, median};
use crate::workbench::{SCALE, Workbench, viewport};

/// Measures everything on one plan.
pub fn all(bench: &Workbench) -> Result<Vec<Measurement>, Fault> {
    let mut found = vec![
        median("open", || Ok(bench.path()), |path| Session::open(&path))?,
        move_in_memory(bench)?,
        move_with_commit(bench)?,
    ];
    found.extend(chart(bench)?);
    found.extend(push(bench)?);
    found.extend(paper(bench, &PAPER_ALL, &PageOptions::default())?);
    found.extend(paper(bench, &PAPER_SOME, &bench.some_pages()?)?);
    found.push(import(bench)?);
    found.push(median(
        "export CSV",
        || Ok::<_, Fault>(()),
        |()| {
            Ok(write_csv(
                &bench.plan,
                &CsvOptions::default(),
                &ViewSettings::default(),
                bench.today,
                Cancel::NEVER,
            )?)
        },
    )?);
    Ok(found)
}

fn move_in_memory(bench: &Workbench) -> Result<Measurement, Fault> {
    let mut plan = bench.plan.clone();
    let mut days = 1;
    median(
        "move, in memory",
        || Ok(()),
        |()| {
            let changes = bench.move_by(days).change(&plan)?;
            plan.accept(&changes);
            days = -days;
            Ok(())
        },
    )
}

fn move_with_commit(bench: &Workbench) -> Result<Measurement, Fault> {
    let session = Session::open(&bench.path())?;
    let mut days = 1;
    median(
        "move, in the file",
        || Ok(()),
        |()| {
            session.apply(&bench.move_by(days))?;
            days = -days;
            Ok(())
        },
    )
}

/// What the screen asks for: the timeline once, then scenes, previews while something is dragged, updates after it.
fn chart(bench: &Workbench) -> Result<Vec<Measurement>, Fault> {
    let nothing = || Ok::<_, Fault>(());
    let mut timeline = bench.timeline();
    let mut plan = bench.plan.clone();
    let placed = median("timeline, placed anew", nothing, |()| Ok(bench.timeline()))?;
    let rescaled = median("timeline, other scale", nothing, |()| {
        Ok(timeline.at_scale(&plan, 3.0 * SCALE, &bench.fonts))
    })?;
    let scene = median("scene of 1440 × 900", nothing, |()| {
        Ok(timeline.scene(&plan, viewport(bench.today), &bench.fonts))
    })?;
    let shown = timeline.scene(&plan, viewport(bench.today), &bench.fonts);
    let json = median("the same as JSON", nothing, |()| Ok(serde_json::to_string(&shown)?))?;
    let there = bench.move_by(1).change(&plan)?;
    let back = there.clone().reversed();
    plan.accept(&there);
    let preview = median("preview of a move", nothing, |()| {
        Ok(timeline.preview(&plan, &there.changes, viewport(bench.today), &bench.fonts))
    })?;
    plan.accept(&back);
    let mut is_there = false;
    let update = median(
        "timeline, after a move",
        || {
            let changes = if is_there { &back } else { &there };
            plan.accept(changes);
            is_there = !is_there;
            Ok::<_, Fault>((plan.clone(), changes))
        },
        |(plan, changes)| {
            timeline.update(&plan, &changes.changes, &bench.fonts);
            Ok(plan)
        },
    )?;
    Ok(vec![placed, rescaled, scene, json, preview, update])
}

/// A drag that pushes five hundred features: what the rule costs, and the whole answer to a move of the pointer.
fn push(bench: &Workbench) -> Result<[Measurement; 2], Fault> {
    const SUCCESSORS: usize = 500;
    let nothing = || Ok::<_, Fault>(());
    let mut plan = bench.plan.clone();
    let more = waiting_for(&plan, bench.moved, SUCCESSORS).ok_or("the moved feature has no dates")?;
    plan.accept(&more.change(&plan)?);
    let timeline = Timeline::new(&plan, ViewSettings::default(), SCALE, bench.today, &bench.fonts);
    let rule = median("push of 500, in memory", nothing, |()| Ok(bench.move_by(5).change(&plan)?))?;
    let session = Session::create(&bench.free_path()?, plan)?;
    let preview = median("preview of it as JSON", nothing, |()| {
        let preview = session.preview(&bench.move_by(5), |plan, changes| {
            timeline.preview(plan, &changes.changes, viewport(bench.today), &bench.fonts)
        })?;
        Ok(serde_json::to_string(&preview)?)
    })?;
    Ok([rule, preview])
}

/// Names of the three rows about a PDF: time, pages, size.
type PaperRows = [&'static str; 3];
const PAPER_ALL: PaperRows = ["PDF of all", "its pages", "its size"];
const PAPER_SOME: PaperRows = ["PDF of up to 24 pages", "pages of this one", "size of this one"];

fn paper(bench: &Workbench, rows: &PaperRows, options: &PageOptions) -> Result<[Measurement; 3], Fault> {
    let make = || -> Result<_, Fault> {
        let pages = paginate(&bench.plan, options, bench.today, &bench.fonts, Cancel::NEVER)?;
        Ok((pages.pages.len(), pdf(&pages, &bench.fonts, Cancel::NEVER)?.len()))
    };
    let (pages, bytes) = make()?;
    let time = median(rows[0], || Ok(()), |()| make())?;
    #[allow(clippy::cast_precision_loss, reason = "pages and kilobytes are far below 2^52")]
    let (pages, kilobytes) = (pages as f64, bytes as f64 / 1024.0);
    let counted = Measurement { name: rows[1], value: pages, unit: "" };
    Ok([time, counted, Measurement { name: rows[2], value: kilobytes, unit: "KB" }])
}

/// From the bytes of a table into the file of an empty plan.
fn import(bench: &Workbench) -> Result<Measurement, Fault> {
    let empty = || Ok(Session::create(&bench.free_path()?, Plan::new(PlanSettings::default()))?);
    median("import CSV", empty, |session: Session| {
        let table = Table::read(&bench.csv, Cancel::NEVER)?;
        let import = plan_import(
            &table,
            &Mapping::suggest(&table),
            &session.plan(),
            bench.today,
            Uuid::now_v7,
            Cancel::NEVER,
        )?;
        session.apply(&import.operation)?;
        Ok::<_, Fault>(session)
    })
}
