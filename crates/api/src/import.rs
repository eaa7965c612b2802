//! Bringing a table into the plan: a look at what would come of it, then the import itself as one undo step.

use std::path::PathBuf;

use milepost_exchange::{Import, Mapping, Preview, Report, RowsAre, Table, inspect, plan_import};
use milepost_plan::{Cancel, Plan};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::{App, OpenPlan};
use crate::edit::{Patch, patch};
use crate::error::{ApiError, ErrorCode};
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
    /// The id by which it can be cancelled while it goes on.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub work: Option<Uuid>,
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
    let work = app.works.begin(request.work);
    let is_cancelled = || work.is_cancelled();
    let cancel = Cancel::when(&is_cancelled);
    let open = app.opened()?;
    let table = read(request, cancel)?;
    let plan = open.session.plan().snapshot();
    let mapping = mapping(app, &plan, request, &table);
    let preview = inspect(&table, &mapping, &plan, app.today(), cancel)?;
    Ok(ImportLook { mapping, preview })
}

/// Imports a table: all rows that can be taken in one undo step, and a report that accounts for every row.
pub fn import(app: &App, request: &ImportRequest) -> Result<ImportAnswer, ApiError> {
    let work = app.works.begin(request.work);
    import_unless(app, request, Cancel::when(&|| work.is_cancelled())).map_err(|error| match error.code {
        ErrorCode::Cancelled => {
            ApiError::new(ErrorCode::Cancelled, "Import cancelled. The plan is as it was.", "")
        }
        _ => error,
    })
}

fn import_unless(app: &App, request: &ImportRequest, cancel: Cancel<'_>) -> Result<ImportAnswer, ApiError> {
    let open = app.opened()?;
    let import = planned(app, &open, request, cancel)?;
    if import.is_empty() {
        return Ok(ImportAnswer { report: import.report, patch: None });
    }
    let applied = open.session.apply_unless(&import.operation, cancel)?;
    Ok(ImportAnswer { report: import.report, patch: Some(patch(app, &open, applied)) })
}

/// The report that an import would give, without importing.
pub fn import_dry_run(app: &App, request: &ImportRequest) -> Result<Report, ApiError> {
    Ok(planned(app, &*app.opened()?, request, Cancel::NEVER)?.report)
}

/// Works the import out on a copy of the plan, so that nobody who changes the plan waits for a large table.
fn planned(
    app: &App,
    open: &OpenPlan,
    request: &ImportRequest,
    cancel: Cancel<'_>,
) -> Result<Import, ApiError> {
    let table = read(request, cancel)?;
    let plan = open.session.plan().snapshot();
    let mapping = mapping(app, &plan, request, &table);
    Ok(plan_import(&table, &mapping, &plan, app.today(), Uuid::now_v7, cancel)?)
}

fn read(request: &ImportRequest, cancel: Cancel<'_>) -> Result<Table, ApiError> {
    Ok(Table::read(&files::read(&request.path, cancel)?, cancel)?)
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;
    use std::path::Path;

    use milepost_plan::Plan;
    use milepost_testkit::{PlanBuilder, day};

    use super::*;
    use crate::state::{PathRequest, open_plan};
    use crate::work::{CancelRequest, cancel};

    const TABLES: [(&str, &str); 3] = [
        (
            "items.csv",
            "Key,Title,Kind,Parent,Depends on\nE-1,Reports,Epic,,\nF-1,Export,Feature,E-1,\nF-2,Alerts,Feature,E-1,F-1\n",
        ),
        (
            "feedback.csv",
            "Id,Text,Day,Votes,Duplicate of\nA,Too slow,2026-10-01,3,\nB,Slow,2026-10-02,1,A\nC,Loud,2026-10-03,1,\n",
        ),
        ("actuals.csv", "Day,Amount,Budget line\n2026-10-01,12.50,Cloud\n2026-10-02,3.00,Cloud\n"),
    ];

    fn with_plan(folder: &Path) -> App {
        let path = folder.join("plan.milepost");
        let plan = PlanBuilder::new("Imports").budget_line("Cloud").build();
        milepost_store::PlanFile::create(&path, &plan).unwrap();
        let app = App::new(|| day("2026-11-23"), None);
        open_plan(&app, &PathRequest { path }).unwrap();
        app
    }

    fn request(folder: &Path, (name, text): (&str, &str)) -> ImportRequest {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        ImportRequest { path, mapping: None, rows_are: None, work: None }
    }

    /// The plan in memory, and as it is in the file.
    fn plans(app: &App, folder: &Path) -> [Plan; 2] {
        let kept = milepost_store::PlanFile::open(&folder.join("plan.milepost")).unwrap().plan;
        [app.opened().unwrap().with_plan(|plan| Plan::clone(plan)), kept]
    }

    #[test]
    fn an_import_cancelled_at_any_moment_leaves_the_plan_as_it_was() {
        for table in TABLES {
            let folder = tempfile::tempdir().unwrap();
            let app = with_plan(folder.path());
            let request = request(folder.path(), table);
            let before = plans(&app, folder.path());
            let looks = Cell::new(0);
            let mut last = 0;
            let answer = loop {
                looks.set(0);
                let is_cancelled = || {
                    looks.set(looks.get() + 1);
                    looks.get() > last
                };
                match import_unless(&app, &request, Cancel::when(&is_cancelled)) {
                    Ok(answer) => break answer,
                    Err(error) => assert_eq!(error.code, ErrorCode::Cancelled, "{}", error.message),
                }
                assert!(plans(&app, folder.path()) == before, "{} at look {last}", table.0);
                assert_eq!(app.opened().unwrap().session.history().undo, None);
                last += 1;
            };
            assert!(last > 15, "{} looked up {last} times", table.0);
            assert_eq!(answer.report.counts.refused, 0, "{}", answer.report.summary);
            let [now, kept] = plans(&app, folder.path());
            assert!(now == kept && now != before[0], "{}", table.0);
        }
    }

    #[test]
    fn a_cancelled_import_says_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let app = with_plan(folder.path());
        let work = Uuid::from_u128(7);
        let request = ImportRequest { work: Some(work), ..request(folder.path(), TABLES[0]) };
        cancel(&app, &CancelRequest { work }).unwrap();
        let error = import(&app, &request).unwrap_err();
        let told = (error.code, error.message.as_str(), error.hint.as_str());
        assert_eq!(told, (ErrorCode::Cancelled, "Import cancelled. The plan is as it was.", ""));
        import(&app, &request).unwrap();
    }

    #[test]
    fn a_look_at_a_table_ends_when_nobody_wants_it_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let app = with_plan(folder.path());
        let work = Uuid::from_u128(7);
        let request = ImportRequest { work: Some(work), ..request(folder.path(), TABLES[1]) };
        cancel(&app, &CancelRequest { work }).unwrap();
        assert_eq!(import_look(&app, &request).unwrap_err().code, ErrorCode::Cancelled);
        assert_eq!(import_look(&app, &request).unwrap().preview.rows_in_file, 3);
    }
}
