//! What an import would do, for somebody to look at and answer before it is done.

use std::collections::BTreeMap;

use milepost_plan::{Actual, Cancel, Cancelled, Day, Feedback, Plan, WorkItem};
use uuid::Uuid;

use super::preview::{
    ColumnUse, FeedbackStatusWord, KindWord, Preview, PreviewActual, PreviewFeedback, PreviewItem,
    PreviewRow, Question, StatusWord,
};
use super::{Done, Read, actuals, feedback, warnings};
use crate::amounts::MarkFound;
use crate::dates::DayOrderFound;
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping, RowsAre};
use crate::report::{Counts, RowReport};
use crate::table::Table;

/// Rows that a preview shows.
const PREVIEW_ROWS: usize = 20;
/// Texts shown for a column, and the most characters of one.
const EXAMPLES: usize = 3;
const EXAMPLE_CHARACTERS: usize = 80;
/// Words shown for a field.
const WORDS: usize = 200;

/// Looks at a table under a mapping, without asking for anything that is missing and without changing anything.
///
/// # Errors
/// If it is cancelled.
pub fn inspect(
    table: &Table,
    mapping: &Mapping,
    plan: &Plan,
    today: Day,
    cancel: Cancel<'_>,
) -> Result<Preview, Cancelled> {
    let mut preview = Preview {
        encoding: table.encoding.to_owned(),
        separator: table.separator,
        rows_in_file: count(table.records.len()),
        columns: columns(table, mapping),
        questions: Vec::new(),
        warnings: Vec::new(),
        day_order: mapping.day_order,
        kinds: Vec::new(),
        statuses: Vec::new(),
        feedback_statuses: Vec::new(),
        rows_without_day: 0,
        unknown_customers: 0,
        decimal_mark: mapping.decimal_mark,
        cost_centres: Vec::new(),
        rows_to_come: 0,
        money_digits: plan.money_digits(),
        rows: Vec::new(),
        counts: Counts::default(),
    };
    preview.look_up_words(table, mapping);
    let rows = match Read::new(table, mapping, plan, cancel) {
        Ok(rows) => rows,
        Err(error) => {
            preview.questions.push(match error {
                ExchangeError::Cancelled(cancelled) => return Err(cancelled),
                ExchangeError::MissingColumn { name } => Question::MissingColumn { name },
                ExchangeError::NoTextColumn => Question::Text,
                ExchangeError::NoDayColumn => Question::Day,
                ExchangeError::NoAmountColumn => Question::Amount,
                ExchangeError::NoLine => Question::Line,
                _ => Question::Title,
            });
            return Ok(preview);
        }
    };
    preview.ask(&rows);
    preview.look_at_rows(&rows, mapping, plan, today);
    // Ids of a preview are never kept, so they need not be random.
    let mut number = 0;
    let mut ids = || {
        number += 1;
        Uuid::from_u128(number)
    };
    let done = rows.carry_out(mapping, plan, today, &mut ids, cancel)?;
    preview.warnings = warnings(table, done.have_identity);
    preview.counts = done.counts;
    preview.rows = done.reports.iter().take(PREVIEW_ROWS).map(|report| row(report, &done)).collect();
    Ok(preview)
}

impl Preview {
    /// Asks for what days and amounts leave open, and tells what they do not.
    fn ask(&mut self, rows: &Read) {
        match rows.day_order() {
            DayOrderFound::Known(order) => self.day_order = Some(*order),
            DayOrderFound::Open(examples) => {
                self.questions.push(Question::DayOrder { examples: examples.clone() });
            }
            DayOrderFound::NotNeeded => {}
        }
        match rows.decimal_mark() {
            Some(MarkFound::Known(mark)) => self.decimal_mark = Some(*mark),
            Some(MarkFound::Open(examples)) => {
                self.questions.push(Question::DecimalMark { examples: examples.clone() });
            }
            Some(MarkFound::NotNeeded) | None => {}
        }
    }

    fn look_at_rows(&mut self, rows: &Read, mapping: &Mapping, plan: &Plan, today: Day) {
        match rows {
            Read::Items(_) => {}
            Read::Feedback(rows) => {
                self.rows_without_day = count(rows.rows.iter().filter(|row| row.gives_no_day()).count());
                self.unknown_customers = count(feedback::unknown_customers(&rows.rows, plan).len());
            }
            Read::Actuals(rows) => {
                self.cost_centres = actuals::cost_centres(mapping, plan, &rows.rows);
                let is_to_come = |row: &&actuals::Row| row.day.is_some_and(|day| day > today);
                self.rows_to_come = count(rows.rows.iter().filter(is_to_come).count());
            }
        }
    }

    fn look_up_words(&mut self, table: &Table, mapping: &Mapping) {
        match mapping.rows_are {
            RowsAre::WorkItems => {
                let kind = |(word, rows): (String, u32)| KindWord { kind: mapping.kind(&word), word, rows };
                self.kinds = words(table, mapping, Field::Kind).map(kind).collect();
                let status =
                    |(word, rows): (String, u32)| StatusWord { status: mapping.status(&word), word, rows };
                self.statuses = words(table, mapping, Field::Status).map(status).collect();
            }
            RowsAre::Feedback => {
                let status = |(word, rows): (String, u32)| FeedbackStatusWord {
                    status: mapping.feedback_status(&word),
                    word,
                    rows,
                };
                self.feedback_statuses = words(table, mapping, Field::Status).map(status).collect();
            }
            RowsAre::Actuals => {}
        }
    }
}

fn columns(table: &Table, mapping: &Mapping) -> Vec<ColumnUse> {
    table
        .columns
        .iter()
        .enumerate()
        .map(|(position, column)| {
            let texts = table.records.iter().map(|record| record.cell(position).trim());
            let mut examples: Vec<String> = Vec::new();
            let mut filled_rows = 0;
            for text in texts.filter(|text| !text.is_empty()) {
                filled_rows += 1;
                if examples.len() < EXAMPLES {
                    let example: String = text.chars().take(EXAMPLE_CHARACTERS).collect();
                    if !examples.contains(&example) {
                        examples.push(example);
                    }
                }
            }
            let fields = Field::all(mapping.rows_are).iter().copied();
            let fields = fields.filter(|field| mapping.columns_of(*field).contains(column)).collect();
            ColumnUse { column: column.clone(), fields, examples, filled_rows }
        })
        .collect()
}

/// The words in the columns of a field and how many rows have them, the most frequent first.
fn words(table: &Table, mapping: &Mapping, field: Field) -> impl Iterator<Item = (String, u32)> {
    let mut rows: BTreeMap<&str, u32> = BTreeMap::new();
    for position in mapping.columns_of(field).iter().filter_map(|column| table.position(column)) {
        for record in &table.records {
            let word = record.cell(position).trim();
            if !word.is_empty() {
                *rows.entry(word).or_default() += 1;
            }
        }
    }
    let mut words: Vec<(String, u32)> =
        rows.into_iter().map(|(word, rows)| (word.to_owned(), rows)).collect();
    words.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    words.into_iter().take(WORDS)
}

fn row(report: &RowReport, done: &Done) -> PreviewRow {
    let plan = &done.scratch.plan;
    PreviewRow {
        line: report.line,
        outcome: report.outcome,
        remarks: report.remarks.clone(),
        item: report.item.and_then(|id| plan.items().get(id)).map(|found| item(found, plan)),
        feedback: report
            .feedback
            .and_then(|id| plan.feedback().get(id))
            .map(|found| preview_of_feedback(found, plan)),
        actual: report.actual.and_then(|id| plan.actuals().get(id)).map(|found| actual(found, plan)),
    }
}

fn item(item: &WorkItem, plan: &Plan) -> PreviewItem {
    let theme = item.theme.and_then(|theme| plan.themes().get(theme));
    let parent = item.parent.and_then(|parent| plan.items().get(parent));
    PreviewItem {
        key: item.key.clone(),
        title: item.title.clone(),
        kind: item.kind,
        status: item.status,
        theme: theme.map(|theme| theme.name.clone()),
        parent: parent.map(|parent| parent.title.clone()),
        schedule: item.schedule,
        progress: item.progress,
        owner: item.owner.clone(),
        link: item.link.clone(),
        description: item.description.clone(),
    }
}

fn preview_of_feedback(feedback: &Feedback, plan: &Plan) -> PreviewFeedback {
    let customer = feedback.customer.and_then(|id| plan.customers().get(id));
    PreviewFeedback {
        key: feedback.key.clone(),
        text: feedback.text.clone(),
        day: feedback.day,
        source: feedback.source.clone(),
        customer: customer.map(|customer| customer.name.clone()),
        status: feedback.status,
        reason: feedback.reason.clone(),
        votes: feedback.votes,
        is_duplicate: feedback.duplicate_of.is_some(),
    }
}

fn actual(actual: &Actual, plan: &Plan) -> PreviewActual {
    let item = actual.item.and_then(|id| plan.items().get(id));
    PreviewActual {
        key: actual.key.clone(),
        day: actual.day,
        amount: actual.amount,
        line: plan.budget_lines().get(actual.line).map(|line| line.name.clone()).unwrap_or_default(),
        item: item.map(|item| item.title.clone()),
        supplier: actual.supplier.clone(),
        note: actual.note.clone(),
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
