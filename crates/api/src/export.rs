//! Handing the plan on: PDF, SVG and PNG of what a view shows and of reports, CSV of work items, feedback, needs and money.

use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use milepost_exchange::{CsvOptions, write_csv};
use milepost_layout::{Page, PageOptions, Pages, Part, Theme, paginate};
use milepost_plan::{BaselineId, Cancel, Day, Plan};
use milepost_render as render;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::error::{ApiError, ErrorCode};
use crate::files;

/// What to export and where to.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportRequest {
    /// The file; its ending says the format: .pdf, .csv, .svg or .png.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// Whether a file that is there already may be replaced.
    pub replace: bool,
    /// How the chart is brought onto paper.
    pub pages: PageOptions,
    /// How a CSV is written.
    pub csv: CsvOptions,
    /// The date that the export stands for; none for today.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub as_of: Option<Day>,
    /// The id by which it can be cancelled while it goes on.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub work: Option<Uuid>,
}

/// What an export would take.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportSheets {
    /// Number of pages.
    pub pages: usize,
    /// Size of the smallest text on paper, in points.
    pub smallest_text_pt: f64,
    /// Whether there is a file at the path already.
    pub exists: bool,
    /// Characters that no font of the machine has, for which a box would stand.
    pub missing: String,
    /// Parts that are asked for and get no page, since there is nothing in them yet.
    pub left_out: Vec<Part>,
    /// The first page as it will look on paper: a PNG in base64, [`PREVIEW_PIXELS`] along its longer side. A picture that
    /// the page drew itself would be set in whatever font the machine has.
    pub first_page: String,
    /// Width and height of a page, in points.
    pub size: (f64, f64),
}

/// Length of the longer side of a page before it is exported: enough for the place that it is shown at, twice as sharp.
const PREVIEW_PIXELS: f64 = 1_200.0;

/// What was exported.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportReport {
    /// The file.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: usize,
    /// Number of pages; none for a CSV.
    pub pages: Option<usize>,
    /// Characters that no font of the machine has, for which a box stands in the file.
    pub missing: String,
    /// Parts that were asked for and have no page, since there is nothing in them yet.
    pub left_out: Vec<Part>,
}

/// What an export would take, before it is made.
pub fn export_sheets(app: &App, request: &ExportRequest) -> Result<ExportSheets, ApiError> {
    let work = app.works.begin(request.work);
    let is_cancelled = || work.is_cancelled();
    let cancel = Cancel::when(&is_cancelled);
    let pages = pages(app, request, cancel)?;
    let first = pages.pages.first();
    let picture = |page: &Page| {
        let scale = PREVIEW_PIXELS / page.width.max(page.height);
        render::png(page, &Theme::paper(), app.fonts(), scale, cancel).map(|png| BASE64_STANDARD.encode(png))
    };
    Ok(ExportSheets {
        pages: pages.pages.len(),
        smallest_text_pt: pages.smallest_text_pt,
        exists: request.path.exists(),
        missing: missing(app, &pages),
        left_out: pages.left_out.clone(),
        first_page: first.map(picture).transpose()?.unwrap_or_default(),
        size: first.map(|page| (page.width, page.height)).unwrap_or_default(),
    })
}

/// Exports to a file, which is written whole or not at all.
pub fn export(app: &App, request: &ExportRequest) -> Result<ExportReport, ApiError> {
    let work = app.works.begin(request.work);
    export_unless(app, request, Cancel::when(&|| work.is_cancelled()))
        .map_err(|error| if error.code == ErrorCode::Cancelled { cancelled(&request.path) } else { error })
}

/// What is told of an export that was cancelled.
fn cancelled(path: &Path) -> ApiError {
    let kept = match path.file_name().filter(|_| path.exists()) {
        Some(name) => format!("“{}” is as it was.", name.display()),
        None => "Nothing was written.".to_owned(),
    };
    ApiError::new(ErrorCode::Cancelled, format!("Export cancelled. {kept}"), "")
}

fn export_unless(app: &App, request: &ExportRequest, cancel: Cancel<'_>) -> Result<ExportReport, ApiError> {
    if !request.replace && request.path.exists() {
        let message = format!("“{}” exists already.", request.path.display());
        return Err(ApiError::new(ErrorCode::Exists, message, "Replace it, or choose another name."));
    }
    let made = match Format::of(&request.path)? {
        Format::Csv => {
            let bytes = app.opened()?.with_plan(|plan| {
                let since = since(plan, request.csv.since, &request.pages);
                let options = CsvOptions { since, ..request.csv };
                write_csv(plan, &options, &request.pages.view, day_of(app, request), cancel)
            })?;
            Made { bytes, pages: None, missing: String::new(), left_out: Vec::new() }
        }
        paper => on_paper(app, paper, &pages(app, request, cancel)?, cancel)?,
    };
    files::write_whole(&request.path, &made.bytes, cancel)?;
    Ok(ExportReport {
        path: request.path.clone(),
        bytes: made.bytes.len(),
        pages: made.pages,
        missing: made.missing,
        left_out: made.left_out,
    })
}

struct Made {
    bytes: Vec<u8>,
    pages: Option<usize>,
    missing: String,
    left_out: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Pdf,
    Csv,
    Svg,
    Png,
}

impl Format {
    fn of(path: &Path) -> Result<Self, ApiError> {
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "pdf" => Ok(Self::Pdf),
            "csv" => Ok(Self::Csv),
            "svg" => Ok(Self::Svg),
            "png" => Ok(Self::Png),
            _ => Err(ApiError::input(
                format!("“{}” does not say what to export.", path.display()),
                "Let the name end in .pdf, .csv, .svg or .png.",
            )),
        }
    }
}

fn on_paper(app: &App, format: Format, pages: &Pages, cancel: Cancel<'_>) -> Result<Made, ApiError> {
    let bytes = match format {
        Format::Pdf => render::pdf(pages, app.fonts(), cancel)?,
        Format::Csv | Format::Svg | Format::Png => picture(app, format, pages, cancel)?,
    };
    let count = Some(pages.pages.len());
    Ok(Made { bytes, pages: count, missing: missing(app, pages), left_out: pages.left_out.clone() })
}

fn picture(app: &App, format: Format, pages: &Pages, cancel: Cancel<'_>) -> Result<Vec<u8>, ApiError> {
    /// Pixels per point of a picture: twice the screen's, so that it stays sharp in a document.
    const SCALE: f64 = 2.0;
    let [page] = pages.pages.as_slice() else {
        let message = format!("This would take {} pages, and a picture has one.", pages.pages.len());
        return Err(ApiError::input(message, "Fit it to one page, or export a PDF."));
    };
    if format == Format::Svg {
        return Ok(render::svg(page, &Theme::paper(), app.fonts()).into_bytes());
    }
    Ok(render::png(page, &Theme::paper(), app.fonts(), SCALE, cancel)?)
}

/// Characters that no font has.
fn missing(app: &App, pages: &Pages) -> String {
    render::missing(pages, app.fonts()).into_iter().collect()
}

fn pages(app: &App, request: &ExportRequest, cancel: Cancel<'_>) -> Result<Pages, ApiError> {
    let open = app.opened()?;
    let mut options = request.pages.clone();
    let today = day_of(app, request);
    open.with_plan(|plan| {
        if options.version.is_empty() {
            options.version = format!("revision {}", plan.revision());
        }
        options.since = since(plan, options.since, &options);
        Ok(paginate(plan, &options, today, app.fonts(), cancel)?)
    })
}

/// The day that an export stands for.
fn day_of(app: &App, request: &ExportRequest) -> Day {
    request.as_of.unwrap_or_else(|| app.today())
}

/// The baseline since which is told what has moved: the one that is asked for, else the view's, else the latest. One that
/// is gone from the plan is like none.
fn since(plan: &Plan, asked: Option<BaselineId>, pages: &PageOptions) -> Option<BaselineId> {
    let is_there = |id: &BaselineId| plan.baselines().contains(*id);
    let named = asked.filter(is_there).or(pages.view.baseline.filter(is_there));
    named.or_else(|| plan.latest_baseline().map(|baseline| baseline.id))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use milepost_samples::sample_day;

    use super::*;
    use crate::state::{NewPlanRequest, new_plan};
    use crate::work::{CancelRequest, cancel};

    fn with_sample(folder: &Path) -> App {
        let app = App::new(sample_day, None);
        new_plan(&app, &NewPlanRequest { path: folder.join("sample.milepost"), sample: true }).unwrap();
        app
    }

    fn request(path: PathBuf) -> ExportRequest {
        let picture = path.extension().is_some_and(|ending| ending != "pdf");
        let fit = if picture { milepost_layout::Fit::Page } else { milepost_layout::Fit::Width };
        let pages = PageOptions { fit, ..PageOptions::default() };
        ExportRequest { path, replace: true, pages, csv: CsvOptions::default(), as_of: None, work: None }
    }

    #[test]
    fn an_export_cancelled_at_any_moment_leaves_the_old_file_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let app = with_sample(folder.path());
        for name in ["plan.pdf", "plan.csv", "plan.svg", "plan.png"] {
            let target = tempfile::tempdir().unwrap();
            let request = request(target.path().join(name));
            fs::write(&request.path, "old").unwrap();
            let looks = Cell::new(0);
            let mut last = 0;
            loop {
                looks.set(0);
                let is_cancelled = || {
                    looks.set(looks.get() + 1);
                    looks.get() > last
                };
                let Err(error) = export_unless(&app, &request, Cancel::when(&is_cancelled)) else { break };
                assert_eq!(error.code, ErrorCode::Cancelled, "{name}: {}", error.message);
                assert_eq!(fs::read_to_string(&request.path).unwrap(), "old", "{name}");
                assert_eq!(fs::read_dir(target.path()).unwrap().count(), 1, "{name}");
                last += 1;
            }
            assert!(last > 3, "{name} looked up {last} times");
            assert_ne!(fs::read(&request.path).unwrap(), b"old", "{name}");
        }
    }

    #[test]
    fn a_baseline_that_is_gone_is_like_none() {
        let plan = milepost_samples::sample_plan();
        let latest = plan.latest_baseline().map(|baseline| baseline.id);
        let gone = Some(milepost_testkit::id(77));
        let mut pages = PageOptions::default();
        assert!(latest.is_some());
        assert_eq!(since(&plan, gone, &pages), latest);
        pages.view.baseline = gone;
        assert_eq!(since(&plan, None, &pages), latest);
        pages.view.baseline = latest;
        assert_eq!(since(&plan, gone, &pages), latest);
    }

    #[test]
    fn the_first_page_is_shown_as_it_will_look() {
        let folder = tempfile::tempdir().unwrap();
        let app = with_sample(folder.path());
        let request = request(folder.path().join("plan.png"));
        let shown = BASE64_STANDARD.decode(export_sheets(&app, &request).unwrap().first_page).unwrap();
        let pages = pages(&app, &request, Cancel::NEVER).unwrap();
        let page = &pages.pages[0];
        let own =
            render::png(page, &Theme::paper(), app.fonts(), 1_200.0 / page.width, Cancel::NEVER).unwrap();
        assert!(shown == own, "not painted as the picture is that is exported");
        let width = u32::from_be_bytes(shown[16..20].try_into().unwrap());
        assert_eq!(width, 1_200);
    }

    #[test]
    fn what_has_nothing_in_it_is_said_of_pictures_too() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(sample_day, None);
        let path = folder.path().join("empty.milepost");
        new_plan(&app, &NewPlanRequest { path, sample: false }).unwrap();
        for name in ["plan.pdf", "plan.svg", "plan.png"] {
            let mut request = request(folder.path().join(name));
            request.pages.parts = vec![Part::Roadmap, Part::Matrix];
            assert_eq!(export(&app, &request).unwrap().left_out, [Part::Matrix], "{name}");
        }
    }

    #[test]
    fn a_cancelled_export_says_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let app = with_sample(folder.path());
        let work = Uuid::from_u128(7);
        let request = ExportRequest { work: Some(work), ..request(folder.path().join("plan.pdf")) };
        let told = || {
            cancel(&app, &CancelRequest { work }).unwrap();
            let error = export(&app, &request).unwrap_err();
            assert_eq!((error.code, error.hint.as_str()), (ErrorCode::Cancelled, ""));
            error.message
        };
        assert_eq!(told(), "Export cancelled. Nothing was written.");
        assert!(!request.path.exists());
        export(&app, &request).unwrap();
        assert_eq!(told(), "Export cancelled. “plan.pdf” is as it was.");
    }
}
