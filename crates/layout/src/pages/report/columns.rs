//! Columns of a table on paper, and what their cells hold.

use crate::lettering::Lettering;
use crate::paint::Role;

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub head: &'static str,
    /// Its part of the width of all columns.
    pub part: f64,
    pub is_number: bool,
}

/// A column of texts.
pub(super) const fn words(head: &'static str, part: f64) -> Column {
    Column { head, part, is_number: false }
}

/// A column of numbers, which end at its right.
pub(super) const fn numbers(head: &'static str, part: f64) -> Column {
    Column { head, part, is_number: true }
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    /// Words in a few lines.
    Words(String, Lettering),
    /// Bars one upon the other, each from the left, by shares of the column's width from 0 to 1, with a word beside them.
    Bars { shares: Vec<(f64, Role)>, word: String },
}
