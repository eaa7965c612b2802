//! Amounts of money as files write them: `-1.234,50`, `1,234.50`, `(12.00)`, `1 234,5 EUR`, `99.00-`.
//!
//! Whole minor units come of it, never a rounded number. What can be read in two ways is not guessed.

pub(crate) mod currency;
mod mark;
mod written;

use serde::{Deserialize, Serialize};

pub(crate) use mark::{MarkFound, find_decimal_mark};
use written::{Written, written};

/// The mark that stands before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

impl DecimalMark {
    fn char(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// An amount with what its text says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amount {
    /// In minor units; negative if the text says so.
    pub minor: i64,
    /// The currency as it stands beside the number, before and behind it.
    pub currencies: Vec<String>,
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoAmount {
    /// It is no number at all, or none with this decimal mark.
    NotANumber,
    /// It has more decimals than the currency.
    TooManyDecimals,
    /// It is more than anybody spends.
    TooLarge,
}

/// Reads a text as an amount of a currency with that many digits. The mark is only asked where the text leaves it
/// open.
pub(crate) fn read_amount(text: &str, mark: Option<DecimalMark>, digits: u8) -> Result<Amount, NoAmount> {
    let Written { is_negative, number, currencies } = written(text).ok_or(NoAmount::NotANumber)?;
    let mark = mark.or_else(|| mark::told_by(&number, digits).mark()).unwrap_or(DecimalMark::Point);
    let (whole, decimals) = number.split_once(mark.char()).unwrap_or((&number, ""));
    let thousands = mark.other().char();
    if !is_grouped(whole, thousands) || decimals.contains(['.', ',']) {
        return Err(NoAmount::NotANumber);
    }
    let decimals = decimals.trim_end_matches('0');
    let missing = usize::from(digits).checked_sub(decimals.len()).ok_or(NoAmount::TooManyDecimals)?;
    let figures = format!("{}{decimals}{}", whole.replace(thousands, ""), "0".repeat(missing));
    let minor: i64 = if figures.is_empty() { 0 } else { figures.parse().map_err(|_| NoAmount::TooLarge)? };
    Ok(Amount { minor: if is_negative { -minor } else { minor }, currencies })
}

/// Whether most of the amounts in a column are negative. Nothing has no sign, and neither has what is no amount.
pub(crate) fn are_mostly_negative<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let has_amount = |written: &Written| written.number.contains(|c: char| matches!(c, '1'..='9'));
    let (mut negative, mut positive) = (0_usize, 0_usize);
    for written in texts.filter_map(written).filter(has_amount) {
        *if written.is_negative { &mut negative } else { &mut positive } += 1;
    }
    negative > positive
}

/// Whether what separates thousands stands where it can: before the last three figures, and before every two or
/// three others.
fn is_grouped(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator).rev();
    let last = groups.next().unwrap_or_default();
    let others: Vec<usize> = groups.map(str::len).collect();
    let Some((first, between)) = others.split_last() else { return true };
    last.len() == 3 && (1..=3).contains(first) && between.iter().all(|length| (2..=3).contains(length))
}

#[cfg(test)]
mod tests;
