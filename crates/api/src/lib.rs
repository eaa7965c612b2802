//! What a front end may ask of Milepost: wire types, error codes and handlers.
//!
//! The desktop shell, the command line and the test bridge all come through [`dispatch`] or the handlers behind it,
//! so they cannot differ. Knows nothing of windows and of Tauri. Requests and answers are JSON, in the types that
//! the front end's TypeScript is generated from.

mod app;
mod budget;
mod chart;
mod check;
mod clipboard;
mod clock;
mod customers;
mod dispatch;
mod edit;
mod error;
mod export;
mod feedback;
mod files;
mod generate;
mod health;
mod import;
mod info;
mod insight;
mod items;
mod kept;
mod need_roadmap;
mod needs;
mod recent;
mod refusals;
mod search;
mod shared;
mod shown;
mod slips;
mod state;
mod system_fonts;
mod table;
mod tally;
mod work;

#[cfg(test)]
mod bindings;

pub use app::App;
pub use chart::{ChartQuery, PreviewAnswer, PreviewRequest, SceneRequest};
pub use check::CheckAnswer;
pub use clock::clock;
pub use dispatch::dispatch;
pub use edit::{ApplyRequest, Patch};
pub use error::{ApiError, ErrorCode};
pub use export::{ExportReport, ExportRequest, ExportSheets};
pub use generate::{GenerateRequest, PlanSize};
pub use health::Health;
pub use import::{ImportAnswer, ImportLook, ImportRequest};
pub use info::PlanInfo;
pub use insight::{InsightAnswer, InsightRequest};
pub use items::{ItemDetail, Related, Tray, TrayRequest};
pub use recent::RecentPlan;
pub use state::{NewPlanRequest, PathRequest, PlanState, SaveAsRequest};
pub use work::CancelRequest;

/// What requests are made of and answers are read by, for callers that know no other crate than this one.
pub use milepost_exchange::{
    CsvOptions, CsvTable, DayOrder, DecimalMark, Mapping, Outcome, Report, RowReport, RowsAre, Separator,
    Spending,
};
pub use milepost_layout::{Fit, Orientation, PageOptions, Paper, Part};
pub use milepost_plan::{BudgetLine, BudgetLineId, Day, PeriodUnit, View};

/// Handlers for callers in this process, who need no JSON.
pub mod handlers {
    pub use crate::budget::lists::budget_lines;
    pub use crate::chart::{preview, scene};
    pub use crate::check::check;
    pub use crate::edit::{apply, redo, undo};
    pub use crate::export::{export, export_sheets};
    pub use crate::generate::generate;
    pub use crate::health::health;
    pub use crate::import::{import, import_dry_run, import_look};
    pub use crate::info::info;
    pub use crate::insight::insight;
    pub use crate::items::{item, tray};
    pub use crate::recent::{forget_recent, recent_plans};
    pub use crate::state::{new_plan, open_plan, plan_state, save_as};
    pub use crate::work::cancel;
}
