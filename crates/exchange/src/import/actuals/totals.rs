//! Rows that add others up, as banks and ledgers write them above and below.

use crate::mapping::plain_word;
use crate::table::Record;

/// Words that begin a cell of a row without a day.
const SUMS: [&str; 12] = [
    "total",
    "grandtotal",
    "subtotal",
    "sum",
    "summe",
    "gesamt",
    "endsumme",
    "zwischensumme",
    "soustotal",
    "totaal",
    "carriedforward",
    "broughtforward",
];

/// Words that are a whole cell of a row with a day; sums have none, and a payee may well be called “Total”.
const BALANCES: [&str; 12] = [
    "balance",
    "openingbalance",
    "closingbalance",
    "balancebroughtforward",
    "balancecarriedforward",
    "saldo",
    "anfangssaldo",
    "endsaldo",
    "kontostand",
    "neuerkontostand",
    "alterkontostand",
    "solde",
];

/// The text by which a row adds others up, if it does.
pub(super) fn adds_up_others(record: &Record, has_day: bool) -> Option<&str> {
    (0..record.width()).map(|column| record.cell(column).trim()).find(|text| {
        let word = plain_word(text);
        let begins = |known: &&str| word.starts_with(*known);
        let is_balance = BALANCES.contains(&word.as_str());
        is_balance || (!has_day && (SUMS.iter().chain(&BALANCES).any(begins)))
    })
}
