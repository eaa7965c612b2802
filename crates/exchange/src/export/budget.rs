//! Money as tables: budget lines by periods, every cost and actual, and rates.
//!
//! Amounts are plain numbers with the decimals of the currency and a point before them, and all of them are exact: periods
//! add up to totals, and costs to what is planned. Importing the ledger as actuals into the same plan adds nothing.

use milepost_plan::{
    Actual, Amount, BudgetLine, Cancelled, Certainty, Cost, Id, ItemId, Ledger, Measure, Money, PeriodUnit,
    Plan, Span, Sums, Timing,
};
use uuid::Uuid;

use super::names::Names;
use super::{Writing, Written};
use crate::formula::defuse;

/// The header of the ledger. A file that has all of these columns is known as one of ours.
pub(super) const COLUMNS: [&str; 17] = [
    "What",
    "Key",
    "Day",
    "Last day",
    "Amount",
    "Currency",
    "Low",
    "High",
    "Budget line",
    "Work item",
    "Supplier",
    "Note",
    "Timing",
    "Person-days",
    "Rate",
    "In advance",
    "Id",
];

/// What the rows of the ledger are.
pub(crate) const COST: &str = "cost";
pub(crate) const ACTUAL: &str = "actual";

/// What is told of each line and period.
const MEASURES: [(&str, Measure); 4] = [
    ("Planned", |sums| sums.planned),
    ("Actual", |sums| sums.actual),
    ("Forecast", Sums::forecast),
    ("Variance", Sums::variance),
];

/// Four rows for each budget line, and four for all of them together: planned, actual, forecast and variance by period.
pub(super) fn periods<'c>(
    plan: &Plan,
    ledger: &Ledger,
    unit: PeriodUnit,
    how: Writing<'c>,
) -> Result<Written<'c>, Cancelled> {
    let year = plan.settings().fiscal_year;
    let periods = ledger.periods_of_money(unit, year);
    let names: Vec<String> = periods.iter().map(|period| unit.name(period.first, year)).collect();
    let head = ["Budget line", "Category", "Cap", "Cap from", "Cap to", "Currency", "What"].into_iter();
    let head = head.chain(names.iter().map(String::as_str)).chain(["Without days", "Total"]);
    let mut written = Written::new(how, head);
    let mut all = vec![Sums::default(); periods.len() + 2];
    for line in plan.budget_lines_in_order() {
        let between = |period: &Span| ledger.between(line.id, period.first, period.last);
        let sums: Vec<Sums> =
            periods.iter().map(between).chain([ledger.undated(line.id), ledger.total(line.id)]).collect();
        for (all, own) in all.iter_mut().zip(&sums) {
            *all = [*all, *own].into_iter().sum();
        }
        rows(&mut written, plan, &about(plan, line), &sums)?;
    }
    rows(&mut written, plan, &["All lines", "", "", "", ""].map(str::to_owned), &all)?;
    Ok(written)
}

/// Name, category and cap of a line.
fn about(plan: &Plan, line: &BudgetLine) -> [String; 5] {
    let category =
        if line.own_category.is_empty() { line.category.word() } else { line.own_category.as_str() };
    let cap = |told: &dyn Fn(milepost_plan::Cap) -> String| line.cap.map(told).unwrap_or_default();
    [
        defuse(&line.name),
        defuse(category),
        cap(&|cap| cap.amount.plain(plan.money_digits())),
        cap(&|cap| cap.span.first.to_string()),
        cap(&|cap| cap.span.last.to_string()),
    ]
}

fn rows(written: &mut Written<'_>, plan: &Plan, about: &[String], sums: &[Sums]) -> Result<(), Cancelled> {
    let digits = plan.money_digits();
    for (name, of) in MEASURES {
        let cells = sums.iter().map(|sums| of(sums).plain(digits));
        let what = [plan.settings().currency.clone(), name.to_owned()];
        written.row(about.iter().cloned().chain(what).chain(cells))?;
    }
    Ok(())
}

/// Every cost and every actual, in the order of their days; what has no days comes last.
pub(super) fn ledger<'c>(plan: &Plan, ledger: &Ledger, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    let names = Names::of(plan);
    let costs = plan.costs().iter().map(|cost| Entry::Cost(cost, plan.span_of_cost(cost)));
    let mut entries: Vec<Entry<'_>> = costs.chain(plan.actuals().iter().map(Entry::Actual)).collect();
    entries.sort_by_key(Entry::place);
    let mut written = Written::new(how, COLUMNS);
    for entry in entries {
        written.row(match entry {
            Entry::Cost(cost, span) => of_cost(plan, &names, cost, span, ledger.of_cost(cost.id)),
            Entry::Actual(actual) => of_actual(plan, &names, actual),
        })?;
    }
    Ok(written)
}

enum Entry<'p> {
    Cost(&'p Cost, Option<Span>),
    Actual(&'p Actual),
}

impl Entry<'_> {
    fn place(&self) -> (bool, i32, bool, Uuid) {
        match self {
            Self::Cost(cost, span) => {
                let first = span.map_or(0, |span| span.first.number());
                (span.is_none(), first, false, cost.id.uuid())
            }
            Self::Actual(actual) => (false, actual.day.number(), true, actual.id.uuid()),
        }
    }
}

fn of_cost(
    plan: &Plan,
    names: &Names,
    cost: &Cost,
    span: Option<Span>,
    sums: Sums,
) -> [String; COLUMNS.len()] {
    let money = |money: Money| money.plain(plan.money_digits());
    let estimated = |money: String| if cost.certainty == Certainty::Certain { String::new() } else { money };
    let (days, rate) = match cost.amount {
        Amount::Money { .. } => (String::new(), String::new()),
        Amount::Effort { rate, hundredths } => {
            let role = plan.rates().get(rate).map_or("", |rate| rate.role.as_str());
            (Money(hundredths.into()).plain(2), defuse(role))
        }
    };
    let timing = match cost.timing {
        Timing::Once { .. } => "once",
        Timing::Monthly { .. } => "monthly",
        Timing::Spread { .. } => "spread",
    };
    [
        COST.to_owned(),
        String::new(),
        span.map(|span| span.first.to_string()).unwrap_or_default(),
        span.map(|span| span.last.to_string()).unwrap_or_default(),
        money(sums.planned),
        plan.settings().currency.clone(),
        estimated(money(sums.low)),
        estimated(money(sums.high)),
        line_name(plan, cost.line),
        item_name(plan, names, cost.item),
        String::new(),
        defuse(&cost.name),
        timing.to_owned(),
        days,
        rate,
        String::new(),
        cost.id.to_string(),
    ]
}

fn of_actual(plan: &Plan, names: &Names, actual: &Actual) -> [String; COLUMNS.len()] {
    let nothing = String::new;
    [
        ACTUAL.to_owned(),
        defuse(&actual.key),
        actual.day.to_string(),
        actual.day.to_string(),
        actual.amount.plain(plan.money_digits()),
        plan.settings().currency.clone(),
        nothing(),
        nothing(),
        line_name(plan, actual.line),
        item_name(plan, names, actual.item),
        defuse(&actual.supplier),
        defuse(&actual.note),
        nothing(),
        nothing(),
        nothing(),
        if actual.in_advance { "yes".to_owned() } else { nothing() },
        actual.id.to_string(),
    ]
}

/// Every rate in the order by hand: what a day of the role costs, how many costs are told in its days, and what these come to.
pub(super) fn rates<'c>(plan: &Plan, ledger: &Ledger, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    let mut written = Written::new(how, ["Role", "Per day", "Currency", "Costs", "Planned"]);
    for rate in plan.rates_in_order() {
        let planned: Money = plan.costs_of_rate(rate.id).map(|cost| ledger.of_cost(cost.id).planned).sum();
        written.row([
            defuse(&rate.role),
            rate.per_day.plain(plan.money_digits()),
            plan.settings().currency.clone(),
            plan.costs_of_rate(rate.id).count().to_string(),
            planned.plain(plan.money_digits()),
        ])?;
    }
    Ok(written)
}

fn line_name(plan: &Plan, line: milepost_plan::BudgetLineId) -> String {
    defuse(plan.budget_lines().get(line).map_or("", |line| line.name.as_str()))
}

fn item_name(plan: &Plan, names: &Names, item: Option<ItemId>) -> String {
    defuse(&names.items(item.and_then(|id| plan.items().get(id)).into_iter()))
}
