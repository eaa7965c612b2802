//! `milepost-cli import`: a table into a plan.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use milepost_api::handlers;
use milepost_api::{
    App, BudgetLineId, DayOrder, DecimalMark, ImportRequest, Mapping, Outcome as RowOutcome, PathRequest,
    Report, RowReport, RowsAre, Spending,
};

use crate::failure::Failure;
use crate::terminal::{counted, say, while_working};
use crate::{Outcome, app, named};

/// Import a CSV, with a report of what became of every row
///
/// Rows are work items, feedback or actuals. Columns are known by their names. Importing the same file again updates by key, and of actuals adds what is new. One import is one undo step. How actuals were read is remembered in the plan.
#[derive(Args)]
pub struct Options {
    /// The plan's file
    plan: PathBuf,
    /// The table: commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252
    file: PathBuf,
    /// What the rows become; without it, what their columns suggest
    #[arg(long = "as", value_enum, value_name = "WHAT")]
    rows_are: Option<Rows>,
    /// Add the customers that feedback names and the plan does not have
    #[arg(long)]
    add_customers: bool,
    /// The budget line of actuals whose cost centre has none, by name
    #[arg(long, value_name = "NAME")]
    line: Option<String>,
    /// The budget line of a cost centre, by name; may be said several times
    #[arg(long = "cost-centre", value_name = "CENTRE=LINE", value_parser = cost_centre)]
    cost_centres: Vec<(String, String)>,
    /// The sign of money that is spent; needed only if most rows are something else
    #[arg(long, value_enum)]
    spending: Option<Sign>,
    /// The mark before the decimals of amounts; needed only if the file does not tell
    #[arg(long, value_enum)]
    decimal_mark: Option<Mark>,
    /// Take actuals whose days are still to come
    #[arg(long)]
    spent_in_advance: bool,
    /// Which columns mean what, as JSON: {"columns": {"title": ["Summary"], "last_day": ["Due"]}}
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What comes first in days such as 3/4/2027; needed only if the file does not tell
    #[arg(long, value_enum)]
    day_order: Option<Order>,
    /// Write the report about every row here, as JSON
    #[arg(long, value_name = "FILE.json")]
    report: Option<PathBuf>,
    /// Say what would become of every row, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Order {
    /// The day, the month, the year
    Dmy,
    /// The month, the day, the year
    Mdy,
}

#[derive(Clone, Copy, ValueEnum)]
enum Rows {
    /// Epics, features, user stories, bugs and issues
    Items,
    /// What somebody said about the product
    Feedback,
    /// Money that was spent
    Actuals,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sign {
    /// None, as in the books of who spends
    Positive,
    /// A minus, as on the statement of a bank
    Negative,
}

impl From<Sign> for Spending {
    fn from(sign: Sign) -> Self {
        match sign {
            Sign::Positive => Self::Positive,
            Sign::Negative => Self::Negative,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Mark {
    /// 1,234.50
    Point,
    /// 1.234,50
    Comma,
}

impl From<Mark> for DecimalMark {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Point => Self::Point,
            Mark::Comma => Self::Comma,
        }
    }
}

/// `4711=Cloud`, split at the last sign.
fn cost_centre(text: &str) -> Result<(String, String), String> {
    let (centre, line) = text.rsplit_once('=').ok_or("say CENTRE=LINE")?;
    Ok((centre.trim().to_owned(), line.trim().to_owned()))
}

impl From<Rows> for RowsAre {
    fn from(rows: Rows) -> Self {
        match rows {
            Rows::Items => Self::WorkItems,
            Rows::Feedback => Self::Feedback,
            Rows::Actuals => Self::Actuals,
        }
    }
}

impl From<Order> for DayOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Dmy => Self::Dmy,
            Order::Mdy => Self::Mdy,
        }
    }
}

pub fn run(options: &Options) -> Outcome {
    let app = app();
    handlers::open_plan(&app, &PathRequest { path: options.plan.clone() })?;
    let request = ImportRequest { mapping: mapping(&app, options)?, ..suggesting(options) };
    let report = while_working("Importing", || {
        if options.dry_run {
            handlers::import_dry_run(&app, &request)
        } else {
            handlers::import(&app, &request).map(|answer| answer.report)
        }
    })?;
    if let Some(path) = &options.report {
        write_report(path, &report)?;
    }
    tell(&report, options)
}

/// The import that the columns suggest.
fn suggesting(options: &Options) -> ImportRequest {
    ImportRequest {
        path: options.file.clone(),
        mapping: None,
        rows_are: options.rows_are.map(RowsAre::from),
        work: None,
    }
}

/// The mapping by file, or what the columns suggest; what the command line says goes before both.
fn mapping(app: &App, options: &Options) -> Result<Option<Mapping>, Failure> {
    let by_file = options.map.as_deref().map(read_mapping).transpose()?;
    if !options.says_how() {
        return Ok(by_file);
    }
    let mut mapping = match by_file {
        Some(mapping) => mapping,
        None => handlers::import_look(app, &suggesting(options))?.mapping,
    };
    mapping.day_order = options.day_order.map(DayOrder::from).or(mapping.day_order);
    mapping.adds_customers |= options.add_customers;
    mapping.spending = options.spending.map_or(mapping.spending, Spending::from);
    mapping.decimal_mark = options.decimal_mark.map(DecimalMark::from).or(mapping.decimal_mark);
    mapping.spent_in_advance |= options.spent_in_advance;
    let lines = handlers::budget_lines(app, &())?;
    let line = |name: &str| -> Result<BudgetLineId, Failure> {
        Ok(named::find(&lines, name, "budget line", |line| &line.name)?.id)
    };
    if let Some(name) = &options.line {
        mapping.usual_line = Some(line(name)?);
    }
    for (centre, name) in &options.cost_centres {
        mapping.cost_centres.insert(centre.clone(), Some(line(name)?));
    }
    Ok(Some(mapping))
}

impl Options {
    /// Whether the command line says anything of how the file is read.
    fn says_how(&self) -> bool {
        let says_of_money = self.line.is_some()
            || !self.cost_centres.is_empty()
            || self.spending.is_some()
            || self.decimal_mark.is_some()
            || self.spent_in_advance;
        self.day_order.is_some() || self.add_customers || says_of_money
    }
}

fn read_mapping(path: &Path) -> Result<Mapping, Failure> {
    let failed = |why: String| {
        Failure::refused(
            format!("The mapping in {} cannot be used: {why}.", path.display()),
            "Nothing was imported.",
        )
    };
    let bytes = fs::read(path).map_err(|error| failed(error.to_string()))?;
    serde_json::from_slice(&bytes).map_err(|error| failed(error.to_string()))
}

fn write_report(path: &Path, report: &Report) -> Result<(), Failure> {
    let failed = |why: String| {
        let hint = "The import itself is done; `milepost-cli info` shows what is in the plan.";
        Failure::refused(format!("The report could not be written to {}: {why}.", path.display()), hint)
    };
    let json = serde_json::to_vec_pretty(report).map_err(|error| failed(error.to_string()))?;
    fs::write(path, json).map_err(|error| failed(error.to_string()))
}

/// Rows that are told of one by one; all of them stand in the report.
const TOLD_ROWS: usize = 20;

fn tell(report: &Report, options: &Options) -> Outcome {
    for warning in &report.warnings {
        say(warning)?;
    }
    let worth_telling: Vec<&RowReport> = report
        .rows
        .iter()
        .filter(|row| row.outcome != RowOutcome::Unchanged || row.actual.is_none())
        .filter(|row| row.outcome == RowOutcome::Refused || !row.remarks.is_empty())
        .collect();
    for row in worth_telling.iter().take(TOLD_ROWS) {
        say(&told(row))?;
    }
    let untold = worth_telling.len().saturating_sub(TOLD_ROWS);
    if untold > 0 {
        let rows = counted(untold, "row", "rows");
        say(&format!("… and {rows} more with something to say; --report FILE.json has all of them."))?;
    }
    let would = if options.dry_run { "Nothing was changed. Importing would give: " } else { "" };
    say(&format!("{would}{}", report.summary))?;
    Ok(())
}

/// “Line 12, KEP-3: taken with a change: the end is before the start.”
fn told(row: &RowReport) -> String {
    let name = if row.key.is_empty() { &row.title } else { &row.key };
    let name = if name.is_empty() { String::new() } else { format!(", {name}") };
    let outcome = match row.outcome {
        RowOutcome::Taken => "taken",
        RowOutcome::TakenWithChange => "taken with a change",
        RowOutcome::Updated => "updated",
        RowOutcome::Unchanged if row.actual.is_some() => "already there",
        RowOutcome::Unchanged => "unchanged",
        RowOutcome::Refused => "refused",
    };
    let remarks: Vec<&str> = row.remarks.iter().map(|remark| remark.text.as_str()).collect();
    format!("Line {}{name}: {outcome}: {}.", row.line, remarks.join("; "))
}
