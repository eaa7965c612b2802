//! What an import would do, for somebody to look at and answer before it is done.

use std::collections::BTreeMap;

use milepost_plan::{ItemKind, Plan, Schedule, Status, WorkItem};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Done, Standing, carry_out, rows, warnings};
use crate::dates::{DayOrder, DayOrderFound};
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping};
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
    /// The item; none if the row is refused.
    pub item: Option<PreviewItem>,
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
        kinds: words(table, mapping, Field::Kind)
            .map(|(word, rows)| KindWord { kind: mapping.kind(&word), word, rows })
            .collect(),
        statuses: words(table, mapping, Field::Status)
            .map(|(word, rows)| StatusWord { status: mapping.status(&word), word, rows })
            .collect(),
        rows: Vec::new(),
        counts: Counts::default(),
    };
    let rows = match rows::read(table, mapping) {
        Ok(rows) => rows,
        Err(ExchangeError::MissingColumn { name }) => {
            preview.questions.push(Question::MissingColumn { name });
            return preview;
        }
        Err(_) => {
            preview.questions.push(Question::Title);
            return preview;
        }
    };
    match &rows.day_order {
        DayOrderFound::Known(order) => preview.day_order = Some(*order),
        DayOrderFound::Open(examples) => {
            preview.questions.push(Question::DayOrder { examples: examples.clone() });
        }
        DayOrderFound::NotNeeded => {}
    }
    // Ids of a preview are never kept, so they need not be random.
    let mut number = 0;
    let done = carry_out(rows, plan, Standing::Known, &mut || {
        number += 1;
        Uuid::from_u128(number)
    });
    preview.warnings = warnings(table, done.have_identity);
    preview.counts = done.counts;
    preview.rows = done.reports.iter().take(PREVIEW_ROWS).map(|report| row(report, &done)).collect();
    preview
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
            let fields =
                Field::ALL.into_iter().filter(|field| mapping.columns_of(*field).contains(column)).collect();
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

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
