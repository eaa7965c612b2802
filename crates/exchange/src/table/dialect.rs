//! How a file separates its cells, told by what makes its rows equally wide.

use super::records::{Reading, reader};
use super::{COLUMN_LIMIT, Separator};
use crate::mapping::names_columns;

/// How a file is to be cut into cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    pub separator: Separator,
    /// Bytes of a first line `sep=;`, with which Excel is told the separator and which is no row.
    pub preamble_bytes: usize,
    /// Records above the head, blank ones not counted.
    pub records_above: usize,
}

/// Records that are looked at.
const SAMPLE_RECORDS: usize = 200;
/// Bytes that are looked at.
const SAMPLE_BYTES: usize = 500_000;

/// The dialect of a text. A table of a single column has no separator, for which the comma stands.
pub(super) fn sniff(text: &str) -> Dialect {
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    if let Some((separator, preamble_bytes)) = told_by_first_line(text) {
        let sample = sample.get(preamble_bytes..).unwrap_or_default();
        let records_above = records_above(&first_records(sample, separator));
        return Dialect { separator, preamble_bytes, records_above };
    }
    let mut best = Dialect { separator: Separator::Comma, preamble_bytes: 0, records_above: 0 };
    let mut most = 0.0;
    for separator in Separator::ALL {
        let records = first_records(sample, separator);
        let records_above = records_above(&records);
        let score = score(records.get(records_above..).unwrap_or_default());
        if score > most {
            most = score;
            best = Dialect { separator, records_above, ..best };
        }
    }
    best
}

/// What a first line `sep=;` says, and its length in bytes.
fn told_by_first_line(text: &str) -> Option<(Separator, usize)> {
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    let bare = line.trim_matches('"');
    let (sep, told) = (bare.get(..4)?, bare.get(4..)?);
    if !sep.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let mut told = told.chars();
    let separator =
        Separator::ALL.into_iter().find(|separator| Some(separator.char()) == told.clone().next())?;
    told.next();
    told.next().is_none().then_some((separator, line.len()))
}

/// The records at the beginning that are not blank.
fn first_records(sample: &str, separator: Separator) -> Vec<csv::StringRecord> {
    let mut reader = reader(sample.as_bytes(), separator, Reading::Quoted);
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    for _ in 0..SAMPLE_RECORDS {
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            break;
        }
        if filled(&record) > 0 {
            records.push(record.clone());
        }
    }
    records
}

fn filled(record: &csv::StringRecord) -> usize {
    record.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Records above the head. Banks write the account and its balance there, a few cells wide; the head is told by the names
/// of columns that are known.
fn records_above(records: &[csv::StringRecord]) -> usize {
    /// Records among which a head is looked for.
    const WITHIN: usize = 30;
    /// Filled cells of a first record that may be something else than the head.
    const NARROW: usize = 2;
    if records.first().is_none_or(|first| filled(first) > NARROW) {
        return 0;
    }
    records.iter().take(WITHIN).position(|record| names_columns(record.iter())).unwrap_or(0)
}

/// Columns of the header times the share of rows that are as wide; nothing for a header of one column.
fn score(records: &[csv::StringRecord]) -> f64 {
    let Some(columns) = records.first().map(csv::StringRecord::len).filter(|columns| *columns > 1) else {
        return 0.0;
    };
    let as_wide = records.iter().filter(|record| record.len() == columns).count();
    #[allow(clippy::cast_precision_loss, reason = "some hundred records")]
    let share = as_wide as f64 / records.len() as f64;
    f64::from(u32::try_from(columns.min(COLUMN_LIMIT)).unwrap_or(0)) * share
}
