//! `milepost-cli export`: a plan to paper, to a picture or to a table.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use milepost_api::handlers;
use milepost_api::{
    CsvOptions, CsvTable, Day, ExportReport, ExportRequest, Fit, Orientation, PageOptions, Paper, Part,
    PathRequest, PeriodUnit, PlanState, Separator,
};

use crate::failure::Failure;
use crate::terminal::{counted, say, while_working};
use crate::{Outcome, app, named};

/// Export a plan to a .pdf, .csv, .svg or .png file
///
/// A file of that name is replaced once the new one is whole.
#[derive(Args)]
pub struct Options {
    /// The plan's file
    plan: PathBuf,
    /// Where to; the ending says the format
    #[arg(value_parser = target)]
    file: PathBuf,
    /// A saved view, by name; without it, all features by theme
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// Size of the pages
    #[arg(long, value_enum, default_value = "a4")]
    paper: Sheet,
    /// Pages that stand instead of lie
    #[arg(long)]
    portrait: bool,
    /// How large: as wide as a page, all on one page, or per cent of the size on screen
    #[arg(long, value_name = "width|page|PERCENT", value_parser = fit, default_value = "width")]
    fit: Fit,
    /// First day shown, such as 2027-01-01; without it, where the view begins
    #[arg(long, value_name = "DAY")]
    from: Option<Day>,
    /// Last day shown; without it, where the view ends
    #[arg(long, value_name = "DAY")]
    to: Option<Day>,
    /// The date that stands for today
    #[arg(long, value_name = "DAY")]
    as_of: Option<Day>,
    /// The parts of a PDF, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "roadmap")]
    pages: Vec<PagePart>,
    /// What a CSV holds
    #[arg(long, value_enum, default_value = "items")]
    what: Table,
    /// How long the periods of a budget are
    #[arg(long, value_enum, default_value = "month")]
    unit: Unit,
    /// What stands between the cells of a CSV
    #[arg(long, value_enum, default_value = "comma")]
    separator: CellSeparator,
    /// Leave out the mark by which Excel knows UTF-8 in a CSV
    #[arg(long)]
    no_bom: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sheet {
    A4,
    A3,
    Letter,
    Tabloid,
}

#[derive(Clone, Copy, ValueEnum)]
enum PagePart {
    /// The timeline
    Roadmap,
    /// Needs against the features that serve them
    Matrix,
    /// The needs of each customer
    Customers,
    /// What the roadmap does for whom
    Insight,
    /// What it costs
    Budget,
}

impl From<PagePart> for Part {
    fn from(part: PagePart) -> Self {
        match part {
            PagePart::Roadmap => Self::Roadmap,
            PagePart::Matrix => Self::Matrix,
            PagePart::Customers => Self::Customers,
            PagePart::Insight => Self::Insight,
            PagePart::Budget => Self::Budget,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Table {
    /// Every work item
    Items,
    /// The work items that the view shows, with or without dates
    Shown,
    /// Every feedback
    Feedback,
    /// Every need with its weight, standing and customers
    Needs,
    /// Needs against the work items that serve them
    Matrix,
    /// The needs of each customer
    Customers,
    /// What is open of what sources have been promised
    Promises,
    /// Budget lines by periods: planned, actual, forecast and variance
    Budget,
    /// Every cost and every actual
    Ledger,
    /// What a day of each role costs
    Rates,
}

impl From<Table> for CsvTable {
    fn from(table: Table) -> Self {
        match table {
            Table::Items => Self::WorkItems,
            Table::Shown => Self::ShownItems,
            Table::Feedback => Self::Feedback,
            Table::Needs => Self::Needs,
            Table::Matrix => Self::Matrix,
            Table::Customers => Self::Customers,
            Table::Promises => Self::Promises,
            Table::Budget => Self::Budget,
            Table::Ledger => Self::Ledger,
            Table::Rates => Self::Rates,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Unit {
    Month,
    /// Three months of the fiscal year
    Quarter,
    /// A fiscal year
    Year,
}

impl From<Unit> for PeriodUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Month => Self::Month,
            Unit::Quarter => Self::Quarter,
            Unit::Year => Self::Year,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum CellSeparator {
    Comma,
    Semicolon,
    Tab,
}

pub fn run(options: &Options) -> Outcome {
    let app = app();
    let plan = handlers::open_plan(&app, &PathRequest { path: options.plan.clone() })?;
    let request = request(options, &plan)?;
    let report = while_working("Exporting", || handlers::export(&app, &request))?;
    say(&told(&report))?;
    Ok(())
}

fn request(options: &Options, plan: &PlanState) -> Result<ExportRequest, Failure> {
    let view = options.view.as_deref();
    let view =
        view.map(|name| named::find(&plan.views, name, "saved view", |view| &view.name)).transpose()?;
    let range = view.and_then(|view| view.range);
    let pages = PageOptions {
        view: view.map(|view| view.settings.clone()).unwrap_or_default(),
        view_name: view.map(|view| view.name.clone()),
        paper: match options.paper {
            Sheet::A4 => Paper::A4,
            Sheet::A3 => Paper::A3,
            Sheet::Letter => Paper::Letter,
            Sheet::Tabloid => Paper::Tabloid,
        },
        orientation: if options.portrait { Orientation::Portrait } else { Orientation::Landscape },
        fit: options.fit,
        from: options.from.or(range.map(|range| range.first)),
        to: options.to.or(range.map(|range| range.last)),
        parts: options.pages.iter().copied().map(Part::from).collect(),
        unit: options.unit.into(),
        ..PageOptions::default()
    };
    let separator = match options.separator {
        CellSeparator::Comma => Separator::Comma,
        CellSeparator::Semicolon => Separator::Semicolon,
        CellSeparator::Tab => Separator::Tab,
    };
    let csv = CsvOptions {
        table: options.what.into(),
        separator,
        bom: !options.no_bom,
        since: None,
        unit: options.unit.into(),
    };
    Ok(ExportRequest {
        path: options.file.clone(),
        replace: true,
        pages,
        csv,
        as_of: options.as_of,
        work: None,
    })
}

/// Refuses names that do not say what to export.
fn target(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if ["pdf", "csv", "svg", "png"].contains(&ending.as_str()) {
        Ok(path)
    } else {
        Err("the name must end in .pdf, .csv, .svg or .png".to_owned())
    }
}

fn fit(text: &str) -> Result<Fit, String> {
    match text {
        "width" => Ok(Fit::Width),
        "page" => Ok(Fit::Page),
        _ => match text.trim_end_matches('%').parse() {
            Ok(percent) => Ok(Fit::Percent(percent)),
            Err(_) => Err("say width, page, or a number of per cent such as 80".to_owned()),
        },
    }
}

/// “Wrote roadmap.pdf: 3 pages, 41 KB.”
fn told(report: &ExportReport) -> String {
    let pages =
        report.pages.map(|pages| format!("{}, ", counted(pages, "page", "pages"))).unwrap_or_default();
    let missing = match report.missing.as_str() {
        "" => String::new(),
        letters => format!(
            "\nNo font on this computer can print {letters}; a box stands for each. \
             Noto Sans or Noto Emoji may have them."
        ),
    };
    let left_out: Vec<&str> = report.left_out.iter().map(|part| name(*part)).collect();
    let left_out = match left_out.as_slice() {
        [] => String::new(),
        parts => format!("\nLeft out, since nothing is in them yet: {}.", parts.join(", ")),
    };
    format!("Wrote {}: {pages}{} KB.{left_out}{missing}", report.path.display(), report.bytes.div_ceil(1024))
}

/// The word of a part on this command line.
fn name(part: Part) -> &'static str {
    match part {
        Part::Roadmap => "roadmap",
        Part::Matrix => "matrix",
        Part::Customers => "customers",
        Part::Insight => "insight",
        Part::Budget => "budget",
    }
}
