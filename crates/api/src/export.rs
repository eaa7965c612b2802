//! Handing the plan on: PDF, SVG and PNG of what a view shows and of reports, CSV of work items, feedback, needs and money.

use std::path::{Path, PathBuf};

use milepost_exchange::{CsvOptions, write_csv};
use milepost_layout::{PageOptions, Pages, Theme, paginate};
use milepost_plan::{BaselineId, Day, Plan};
use milepost_render as render;
use serde::{Deserialize, Serialize};

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
    /// The first page as SVG.
    pub first_page: String,
    /// Width and height of a page, in points.
    pub size: (f64, f64),
}

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
}

/// What an export would take, before it is made.
pub fn export_sheets(app: &App, request: &ExportRequest) -> Result<ExportSheets, ApiError> {
    let pages = pages(app, request)?;
    let first = pages.pages.first();
    Ok(ExportSheets {
        pages: pages.pages.len(),
        smallest_text_pt: pages.smallest_text_pt,
        exists: request.path.exists(),
        missing: missing(app, &pages),
        first_page: first.map(|page| render::svg(page, &Theme::paper(), app.fonts())).unwrap_or_default(),
        size: first.map(|page| (page.width, page.height)).unwrap_or_default(),
    })
}

/// Exports to a file, which is written whole or not at all.
pub fn export(app: &App, request: &ExportRequest) -> Result<ExportReport, ApiError> {
    if !request.replace && request.path.exists() {
        let message = format!("“{}” exists already.", request.path.display());
        return Err(ApiError::new(ErrorCode::Exists, message, "Replace it, or choose another name."));
    }
    let made = match Format::of(&request.path)? {
        Format::Csv => {
            let bytes = app.opened()?.with_plan(|plan| {
                let since = since(plan, request.csv.since, &request.pages);
                write_csv(plan, &CsvOptions { since, ..request.csv }, day_of(app, request))
            });
            Made { bytes, pages: None, missing: String::new() }
        }
        paper => on_paper(app, paper, &pages(app, request)?)?,
    };
    files::write_whole(&request.path, &made.bytes)?;
    Ok(ExportReport {
        path: request.path.clone(),
        bytes: made.bytes.len(),
        pages: made.pages,
        missing: made.missing,
    })
}

struct Made {
    bytes: Vec<u8>,
    pages: Option<usize>,
    missing: String,
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

fn on_paper(app: &App, format: Format, pages: &Pages) -> Result<Made, ApiError> {
    let count = Some(pages.pages.len());
    if format == Format::Pdf {
        let bytes = render::pdf(pages, app.fonts())?;
        return Ok(Made { bytes, pages: count, missing: missing(app, pages) });
    }
    let [page] = pages.pages.as_slice() else {
        let message = format!("This would take {} pages, and a picture has one.", pages.pages.len());
        return Err(ApiError::input(message, "Fit it to one page, or export a PDF."));
    };
    /// Pixels per point of a picture: twice the screen's, so that it stays sharp in a document.
    const SCALE: f64 = 2.0;
    let bytes = match format {
        Format::Svg => render::svg(page, &Theme::paper(), app.fonts()).into_bytes(),
        Format::Pdf | Format::Csv | Format::Png => render::png(page, &Theme::paper(), app.fonts(), SCALE)?,
    };
    Ok(Made { bytes, pages: count, missing: missing(app, pages) })
}

/// Characters that no font has.
fn missing(app: &App, pages: &Pages) -> String {
    render::missing(pages, app.fonts()).into_iter().collect()
}

fn pages(app: &App, request: &ExportRequest) -> Result<Pages, ApiError> {
    let open = app.opened()?;
    let mut options = request.pages.clone();
    if options.version.is_empty() {
        options.version = format!("revision {}", open.session.revision());
    }
    let today = day_of(app, request);
    open.with_plan(|plan: &Plan| {
        options.since = since(plan, options.since, &options);
        Ok(paginate(plan, &options, today, app.fonts())?)
    })
}

/// The day that an export stands for.
fn day_of(app: &App, request: &ExportRequest) -> Day {
    request.as_of.unwrap_or_else(|| app.today())
}

/// The baseline since which is told what has moved: the one that is asked for, else the view's, else the latest.
fn since(plan: &Plan, asked: Option<BaselineId>, pages: &PageOptions) -> Option<BaselineId> {
    asked.or(pages.view.baseline).or_else(|| plan.latest_baseline().map(|baseline| baseline.id))
}
