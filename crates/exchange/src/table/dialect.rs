//! How a file separates its cells, told by what makes its rows equally wide.

use super::records::{Reading, reader};
use super::{COLUMN_LIMIT, Separator};

/// How a file is to be cut into cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    pub separator: Separator,
    /// Bytes of a first line `sep=;`, with which Excel is told the separator and which is no row.
    pub preamble_bytes: usize,
}

/// Records that are looked at.
const SAMPLE_RECORDS: usize = 200;
/// Bytes that are looked at.
const SAMPLE_BYTES: usize = 500_000;

/// The dialect of a text. A table of a single column has no separator, for which the comma stands.
pub(super) fn sniff(text: &str) -> Dialect {
    if let Some(told) = told_by_first_line(text) {
        return told;
    }
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    let mut best = (Separator::Comma, 0.0);
    for separator in Separator::ALL {
        let score = score(sample, separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    Dialect { separator: best.0, preamble_bytes: 0 }
}

fn told_by_first_line(text: &str) -> Option<Dialect> {
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
    told.next().is_none().then_some(Dialect { separator, preamble_bytes: line.len() })
}

/// Columns of the header times the share of rows that are as wide; nothing for a header of one column.
fn score(sample: &str, separator: Separator) -> f64 {
    let mut reader = reader(sample.as_bytes(), separator, Reading::Quoted);
    let mut record = csv::ByteRecord::new();
    let (mut header, mut rows, mut as_wide) = (None, 0_u32, 0_u32);
    for _ in 0..SAMPLE_RECORDS {
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            break;
        }
        let header = *header.get_or_insert(record.len());
        rows += 1;
        as_wide += u32::from(record.len() == header);
    }
    match header {
        Some(columns @ 2..) => {
            f64::from(u32::try_from(columns.min(COLUMN_LIMIT)).unwrap_or(0)) * f64::from(as_wide)
                / f64::from(rows)
        }
        _ => 0.0,
    }
}
