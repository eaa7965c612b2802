//! What an import would do, for somebody to look at and answer before it is done.

use std::collections::BTreeMap;

use milepost_plan::{Day, Feedback, FeedbackStatus, ItemKind, Plan, Schedule, Status, WorkItem};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Done, Read, feedback, warnings};
use crate::dates::{DayOrder, DayOrderFound};
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping, RowsAre};
use crate::report::{Counts, Outcome, Remark, RowReport};
use crate::table::{ColumnRef, Separator, Table};

/// Rows that a preview shows.
const PREVIEW_ROWS: usize = 20;
/// Texts shown for a column, and the most characters of one.
const EXAMPLES: usize = 3;
const EXAMPLE_CHARACTERS: usize = 80;
/// Words shown for a field.
const WORDS: usize = 200;

/// A file under a mapping, and what would come of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preview {
    /// Name of the encoding, as the web calls it.
    pub encoding: String,
    /// What stands between the cells.
    pub separator: Separator,
    /// Rows after the header.
    pub rows_in_file: u32,
    /// Every column and what it feeds.
    pub columns: Vec<ColumnUse>,
    /// What must be answered before anything is imported.
    pub questions: Vec<Question>,
    /// What is to be known about the file as a whole.
    pub warnings: Vec<String>,
    /// The day order, as far as the mapping says it or the days tell it.
    pub day_order: Option<DayOrder>,
    /// The words in the columns of the kind, and what they are taken for.
    pub kinds: Vec<KindWord>,
    /// The words in the columns of the status, and what they are taken for.
    pub statuses: Vec<StatusWord>,
    /// The words in the columns of the status of feedback, likewise.
    pub feedback_statuses: Vec<FeedbackStatusWord>,
    /// Rows of feedback that give no day, which then is said on the mapping's usual one.
    pub rows_without_day: u32,
    /// Customers that rows of feedback name and the plan does not have.
    pub unknown_customers: u32,
    /// The first rows as they will be.
    pub rows: Vec<PreviewRow>,
    /// What would become of all rows.
    pub counts: Counts,
}

/// A column and what it feeds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ColumnUse {
    /// The column.
    pub column: ColumnRef,
    /// The fields that it feeds; none if it is not used.
    pub fields: Vec<Field>,
    /// Its first texts that differ.
    pub examples: Vec<String>,
    /// Rows in which it holds something.
    pub filled_rows: u32,
}

/// Something that only a person can say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "question", rename_all = "snake_case")]
pub enum Question {
    /// No column feeds the title.
    Title,
    /// No column feeds the text.
    Text,
    /// The mapping names a column that the file does not have.
    MissingColumn {
        /// Its name.
        name: String,
    },
    /// Days can be read in two ways.
    DayOrder {
        /// A few of them.
        examples: Vec<String>,
    },
}

/// A word for a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "a word, its rows, its meaning")]
pub struct KindWord {
    pub word: String,
    pub rows: u32,
    pub kind: Option<ItemKind>,
}

/// A word for a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "a word, its rows, its meaning")]
pub struct StatusWord {
    pub word: String,
    pub rows: u32,
    pub status: Option<Status>,
}

/// A word for a status of feedback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "a word, its rows, its meaning")]
pub struct FeedbackStatusWord {
    pub word: String,
    pub rows: u32,
    pub status: Option<FeedbackStatus>,
}

/// A row as it will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewRow {
    /// The line of the file that the row begins in, counted from 1.
    pub line: u32,
    /// What would become of it.
    pub outcome: Outcome,
    /// Why something would not be taken.
    pub remarks: Vec<Remark>,
    /// The item; none if the row is refused or is feedback.
    pub item: Option<PreviewItem>,
    /// The feedback; none if the row is refused or is a work item.
    pub feedback: Option<PreviewFeedback>,
}

/// An item as it will be, with names in place of ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of WorkItem")]
pub struct PreviewItem {
    pub key: String,
    pub title: String,
    pub kind: ItemKind,
    pub status: Status,
    pub theme: Option<String>,
    pub parent: Option<String>,
    pub schedule: Schedule,
    pub progress: u8,
    pub owner: String,
    pub link: String,
    pub description: String,
}

/// A feedback as it will be, with names in place of ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Feedback")]
pub struct PreviewFeedback {
    pub key: String,
    pub text: String,
    pub day: Day,
    pub source: String,
    pub customer: Option<String>,
    pub status: FeedbackStatus,
    pub reason: String,
    pub votes: u32,
    pub is_duplicate: bool,
}

/// Looks at a table under a mapping, without asking for anything that is missing and without changing anything.
pub fn inspect(table: &Table, mapping: &Mapping, plan: &Plan) -> Preview {
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
        rows: Vec::new(),
        counts: Counts::default(),
    };
    preview.look_up_words(table, mapping);
    let rows = match Read::new(table, mapping) {
        Ok(rows) => rows,
        Err(error) => {
            preview.questions.push(match error {
                ExchangeError::MissingColumn { name } => Question::MissingColumn { name },
                ExchangeError::NoTextColumn => Question::Text,
                _ => Question::Title,
            });
            return preview;
        }
    };
    match rows.day_order() {
        DayOrderFound::Known(order) => preview.day_order = Some(*order),
        DayOrderFound::Open(examples) => {
            preview.questions.push(Question::DayOrder { examples: examples.clone() });
        }
        DayOrderFound::NotNeeded => {}
    }
    if let Read::Feedback(rows) = &rows {
        preview.rows_without_day = count(rows.rows.iter().filter(|row| row.gives_no_day()).count());
        preview.unknown_customers = count(feedback::unknown_customers(&rows.rows, plan).len());
    }
    // Ids of a preview are never kept, so they need not be random.
    let mut number = 0;
    let done = rows.carry_out(mapping, plan, &mut || {
        number += 1;
        Uuid::from_u128(number)
    });
    preview.warnings = warnings(table, done.have_identity);
    preview.counts = done.counts;
    preview.rows = done.reports.iter().take(PREVIEW_ROWS).map(|report| row(report, &done)).collect();
    preview
}

impl Preview {
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

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
