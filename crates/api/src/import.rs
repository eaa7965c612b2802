//! Bringing a table into the plan: a look at what would come of it, then the import itself as one undo step.

use std::path::PathBuf;

use milepost_exchange::{Import, Mapping, Preview, Report, RowsAre, Table, inspect, plan_import};
use milepost_plan::Plan;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::edit::{Patch, patch};
use crate::error::ApiError;
use crate::files;

/// A table and how it is to be read.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportRequest {
    /// The file.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// Which columns feed which fields; none for what their names suggest.
    pub mapping: Option<Mapping>,
    /// What the rows become where no mapping says it; none for what the names suggest.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub rows_are: Option<RowsAre>,
}

/// What would come of an import.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportLook {
    /// The mapping that was looked with.
    pub mapping: Mapping,
    /// The file under that mapping.
    pub preview: Preview,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportAnswer {
    /// What became of every row.
    pub report: Report,
    /// What became of the plan; none if nothing changed.
    pub patch: Option<Patch>,
}

/// Looks at a table without changing anything.
pub fn import_look(app: &App, request: &ImportRequest) -> Result<ImportLook, ApiError> {
    let open = app.opened()?;
    let table = Table::read(&files::read(&request.path)?)?;
    Ok(open.with_plan(|plan| {
        let mapping = mapping(app, plan, request, &table);
        let preview = inspect(&table, &mapping, plan, app.today());
        ImportLook { mapping, preview }
    }))
}

/// Imports a table: all rows that can be taken in one undo step, and a report that accounts for every row.
pub fn import(app: &App, request: &ImportRequest) -> Result<ImportAnswer, ApiError> {
    let open = app.opened()?;
    let import = planned(app, request)?;
    if import.is_empty() {
        return Ok(ImportAnswer { report: import.report, patch: None });
    }
    let applied = open.session.apply(&import.operation)?;
    Ok(ImportAnswer { report: import.report, patch: Some(patch(app, &open, applied)) })
}

/// The report that an import would give, without importing.
pub fn import_dry_run(app: &App, request: &ImportRequest) -> Result<Report, ApiError> {
    Ok(planned(app, request)?.report)
}

fn planned(app: &App, request: &ImportRequest) -> Result<Import, ApiError> {
    let open = app.opened()?;
    let table = Table::read(&files::read(&request.path)?)?;
    Ok(open.with_plan(|plan| {
        let mapping = mapping(app, plan, request, &table);
        plan_import(&table, &mapping, plan, app.today(), Uuid::now_v7)
    })?)
}

/// The mapping that is asked for, or the one that the plan remembers or the columns suggest: feedback without a day is from
/// today.
fn mapping(app: &App, plan: &Plan, request: &ImportRequest, table: &Table) -> Mapping {
    if let Some(mapping) = &request.mapping {
        return mapping.clone();
    }
    let suggested = Mapping::suggest_in(plan, table, request.rows_are);
    match suggested.rows_are {
        RowsAre::WorkItems | RowsAre::Actuals => suggested,
        RowsAre::Feedback => Mapping { usual_day: Some(app.today()), ..suggested },
    }
}
