//! Rows of a table of money: what each says was spent, before the plan is asked for more than its currency.

use milepost_plan::{Cancel, Cancelled, Day, Money, Plan};

use super::totals::adds_up_others;
use crate::amounts::{
    Amount, DecimalMark, MarkFound, NoAmount, are_mostly_negative, currency, find_decimal_mark, read_amount,
};
use crate::dates::{DayOrderFound, Reading, read_day};
use crate::error::ExchangeError;
use crate::export::{ACTUAL, COST};
use crate::import::reader::{Reader, columns_counted, one_line};
use crate::mapping::{Field, Mapping, Spending, plain_word};
use crate::report::{Remark, quoted};
use crate::table::{Record, Table};

/// What one row says was spent.
#[derive(Debug, Default)]
pub(in crate::import) struct Row {
    pub line: u32,
    pub id: String,
    pub key: String,
    /// Both are there unless the row is refused.
    pub day: Option<Day>,
    pub amount: Option<Money>,
    pub supplier: String,
    pub note: String,
    pub cost_centre: String,
    /// A cell that names a work item.
    pub item: Vec<String>,
    /// Why nothing can be made of the row, whatever the plan holds.
    pub refusal: Option<String>,
    pub remarks: Vec<Remark>,
}

impl Row {
    /// When how much was spent; none if the row is refused.
    pub(super) fn payment(&self) -> Option<(Day, Money)> {
        self.day.zip(self.amount)
    }
}

/// All rows of a table, with what its days and amounts tell of how they are written.
#[derive(Debug)]
pub(in crate::import) struct Rows {
    pub rows: Vec<Row>,
    pub day_order: DayOrderFound,
    pub decimal_mark: MarkFound,
}

/// References that banks give where there is none.
const NO_KEYS: [&str; 8] = ["notprovided", "nonref", "none", "na", "null", "0", "keine", "norefprovided"];

const AMOUNTS: [Field; 3] = [Field::Amount, Field::Debit, Field::Credit];

/// Reads every row of a table.
pub(in crate::import) fn read(
    table: &Table,
    mapping: &Mapping,
    plan: &Plan,
    cancel: Cancel<'_>,
) -> Result<Rows, ExchangeError> {
    let cells = Reader::new(table, mapping, &[Field::Day])?;
    if !cells.columns.has(Field::Day) {
        return Err(ExchangeError::NoDayColumn);
    }
    if !cells.columns.has(Field::Amount) && !cells.columns.has(Field::Debit) {
        return Err(ExchangeError::NoAmountColumn);
    }
    let usual = mapping.usual_line.filter(|line| plan.budget_lines().contains(*line));
    if !cells.columns.has(Field::CostCentre) && usual.is_none() {
        return Err(ExchangeError::NoLine);
    }
    let digits = plan.money_digits();
    let texts = |fields: &[Field]| {
        let columns = fields.iter().flat_map(|field| cells.columns.of(*field).iter().copied());
        let columns: Vec<usize> = columns.collect();
        table.records.iter().flat_map(move |record| columns.clone().into_iter().map(|at| record.cell(at)))
    };
    let decimal_mark = match mapping.decimal_mark {
        Some(told) => MarkFound::Known(told),
        None => find_decimal_mark(texts(&AMOUNTS), digits),
    };
    let debits_are_negative = are_mostly_negative(texts(&[Field::Debit]));
    let mark = if let MarkFound::Known(mark) = decimal_mark { Some(mark) } else { None };
    let reader = RowReader { cells, mark, digits, debits_are_negative, currency: &plan.settings().currency };
    let rows = cancel.over(&table.records).map(|record| record.map(|record| reader.row(record)));
    let rows = rows.collect::<Result<_, Cancelled>>()?;
    Ok(Rows { rows, day_order: reader.cells.found, decimal_mark })
}

struct RowReader<'t> {
    cells: Reader<'t>,
    mark: Option<DecimalMark>,
    /// Digits of the plan's currency, and its code.
    digits: u8,
    currency: &'t str,
    /// The sign that the bank gives to what is spent, where that has a column of its own: the other one takes it back.
    debits_are_negative: bool,
}

impl<'t> RowReader<'t> {
    fn row(&self, record: &'t Record) -> Row {
        if record.is_blank() {
            let refusal = Some("the row is empty".to_owned());
            return Row { line: record.line, refusal, ..Row::default() };
        }
        let key = self.cells.line(record, Field::Key);
        let plain_key = plain_word(&key);
        let stands_for_none = plain_key.is_empty() || NO_KEYS.contains(&plain_key.as_str());
        // A key in a file of ours is what somebody has called the actual.
        let is_no_key = stands_for_none && !self.cells.mapping.formulas_are_defused;
        let mut row = Row {
            line: record.line,
            id: self.cells.line(record, Field::Id),
            key: if is_no_key { String::new() } else { key },
            supplier: self.cells.line(record, Field::Supplier),
            note: self.note(record),
            cost_centre: self.cells.line(record, Field::CostCentre),
            item: self.cells.names(record, Field::Item),
            ..Row::default()
        };
        match self.spent(record) {
            Ok((day, amount)) => (row.day, row.amount) = (Some(day), Some(amount)),
            Err(reason) => row.refusal = Some(reason),
        }
        row
    }

    /// The columns of the note one behind the other, each once; blanks at an edge only where they are somebody's own.
    fn note(&self, record: &'t Record) -> String {
        if self.cells.mapping.formulas_are_defused {
            return self.cells.filled(record, Field::Note).map_or("", |(_, text)| text).to_owned();
        }
        let mut parts: Vec<&str> = Vec::new();
        for (_, text) in self.cells.all_filled(record, Field::Note) {
            if !parts.contains(&text.trim()) {
                parts.push(text.trim());
            }
        }
        parts.join(" · ")
    }

    /// The day and the amount, or why the row is no money that was spent.
    fn spent(&self, record: &'t Record) -> Result<(Day, Money), String> {
        let text = |field| self.cells.filled(record, field).map_or("", |(_, text)| text.trim());
        let day = read_day(text(Field::Day), self.cells.day_order());
        match plain_word(text(Field::Kind)).as_str() {
            ACTUAL => {}
            COST => return Err("it is a cost, which is planned; only what was spent is imported".to_owned()),
            "" => {
                if let Some(word) = adds_up_others(record, matches!(day, Reading::Day(_))) {
                    return Err(format!("{} adds other rows up; it is no payment of its own", quoted(word)));
                }
            }
            _ => return Err(format!("{} is neither actual nor cost", quoted(text(Field::Kind)))),
        }
        let day = match day {
            Reading::Day(day) => day,
            Reading::Ambiguous => {
                return Err(format!("{} can be two different days", quoted(text(Field::Day))));
            }
            Reading::NotADay if text(Field::Day).is_empty() => return Err("the row gives no day".to_owned()),
            Reading::NotADay => return Err(format!("{} is not a day", quoted(text(Field::Day)))),
        };
        // An amount with a decimal comma between commas falls apart: such a row has a cell too many.
        let columns = self.cells.table.columns.len();
        if (columns..record.width()).any(|column| !record.cell(column).trim().is_empty()) {
            let (cells, columns) = (record.width(), columns_counted(columns));
            return Err(format!("the row has {cells} cells under {columns}, so its cells cannot be told"));
        }
        let stated = text(Field::Currency);
        if !stated.is_empty() {
            self.in_currency(stated)?;
        }
        Ok((day, self.amount(record)?))
    }

    /// What was spent. Money that came in has no place among actuals, which are never negative: a refund lowers the
    /// payment that it belongs to, and no file tells which that is.
    fn amount(&self, record: &'t Record) -> Result<Money, String> {
        let read = |field| {
            let filled = self.cells.filled(record, field);
            filled.map(|(place, text)| self.read(text.trim(), self.name_of(field, place))).transpose()
        };
        let (amount, debit, credit) = (read(Field::Amount)?, read(Field::Debit)?, read(Field::Credit)?);
        let spent = match (debit.filter(|debit| *debit != 0), credit.filter(|credit| *credit != 0), amount) {
            (Some(_), Some(_), _) => return Err("both debit and credit are filled".to_owned()),
            (Some(debit), None, _) if self.debits_are_negative => -debit,
            (Some(debit), None, _) => debit,
            (None, Some(credit), _) => -credit.saturating_abs(),
            (None, None, Some(amount)) if self.cells.mapping.spending == Spending::Negative => -amount,
            (None, None, Some(amount)) => amount,
            (None, None, None) if debit.or(credit).is_some() => 0,
            (None, None, None) => return Err("the row gives no amount".to_owned()),
        };
        let money = Money(spent);
        if money < Money::ZERO {
            let plain = Money(spent.saturating_neg()).plain(self.digits);
            return Err(format!(
                "{plain} came in, and an actual is never negative; lower the actual that it belongs to by hand"
            ));
        }
        Ok(money)
    }

    /// The name of one of the columns of a field.
    fn name_of(&self, field: Field, place: usize) -> &str {
        let column = self.cells.columns.of(field).get(place).and_then(|at| self.cells.table.columns.get(*at));
        column.map_or("", |column| column.name.as_str())
    }

    /// An amount of a column of that name, in minor units.
    fn read(&self, text: &str, column: &str) -> Result<i64, String> {
        let shown = quoted(text);
        let Amount { minor, currencies } =
            read_amount(text, self.mark, self.digits).map_err(|why| match why {
                NoAmount::NotANumber => match self.mark {
                    Some(DecimalMark::Point) => format!("{shown} is not an amount with a decimal point"),
                    Some(DecimalMark::Comma) => format!("{shown} is not an amount with a decimal comma"),
                    None => format!("{shown} is not an amount"),
                },
                NoAmount::TooManyDecimals => {
                    format!("{shown} has more decimals than {} ({})", self.currency, self.digits)
                }
                NoAmount::TooLarge => format!("{shown} is more than a plan takes"),
            })?;
        currencies
            .iter()
            .map(String::as_str)
            .chain(currency::in_name(column))
            .try_for_each(|stated| self.in_currency(stated))?;
        Ok(minor)
    }

    fn in_currency(&self, stated: &str) -> Result<(), String> {
        if currency::can_be(&one_line(stated), self.currency) {
            return Ok(());
        }
        Err(format!("the amount is in {}, and the plan in {}", quoted(stated), self.currency))
    }
}
