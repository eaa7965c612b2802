//! Whatever is planned and spent: the tables of money add up to the minor unit, and importing the ledger of a plan into it
//! adds nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use milepost_exchange::{CsvOptions, CsvTable, Mapping, RowsAre, Separator, Table, write_csv};
use milepost_plan::{
    Actual, ActualEdit, ActualId, Amount, BudgetLineId, Cancel, Category, Certainty, CostId, Day, Id, Ledger,
    Moment, Money, NewActual, NewBudgetLine, NewCost, Operation, PeriodUnit, Plan, PlanSettings, Span,
    Timing, ViewSettings,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Texts that break tables and numbers.
fn hostile() -> impl Strategy<Value = String> {
    let pieces =
        ["\"", "'", "=1+1", "+", "-", "@", "\t", "\r\n", "\n", ";", ",", " ", "é", "שלום", "A", "total", "2"];
    proptest::collection::vec(select(pieces.to_vec()), 0..6).prop_map(|pieces| pieces.concat())
}

/// Line, day, amount, supplier, note and key.
type Spent = (Index, i32, i64, String, String, String);
/// Line, first day, length, amount and timing.
type Planned = (Index, i32, i32, i64, u8);

fn spent() -> impl Strategy<Value = Spent> {
    let amount = prop_oneof![0..50_i64, 0..Money::LARGEST.0];
    (any::<Index>(), 20_600..20_660_i32, amount, hostile(), hostile(), hostile())
}

fn planned() -> impl Strategy<Value = Planned> {
    (any::<Index>(), 20_000..21_500_i32, 0..800_i32, 0..1_000_000_i64, 0..3_u8)
}

fn apply(plan: &mut Plan, operation: &Operation) -> bool {
    operation.change(plan).map(|change| plan.accept(&change)).is_ok()
}

fn lines(plan: &Plan) -> Vec<BudgetLineId> {
    plan.budget_lines_in_order().into_iter().map(|line| line.id).collect()
}

/// A plan in that currency with lines of these names, as far as the rules take them, and one that is always there.
fn plan_with(currency: &str, names: &[String]) -> Plan {
    let mut plan = Plan::new(PlanSettings { currency: currency.to_owned(), ..PlanSettings::default() });
    let mut id = common::ids(3);
    for name in names.iter().map(String::as_str).chain(["Cloud"]) {
        let line = NewBudgetLine {
            id: BudgetLineId::from_uuid(id()),
            name: name.to_owned(),
            category: Category::Other,
            own_category: name.to_owned(),
            cap: None,
            note: String::new(),
        };
        apply(&mut plan, &Operation::AddBudgetLine { line });
    }
    plan
}

fn spend(plan: &mut Plan, rows: &[Spent]) {
    let (lines, mut id) = (lines(plan), common::ids(4));
    for (line, day, amount, supplier, note, key) in rows {
        let actual = NewActual {
            id: ActualId::from_uuid(id()),
            day: Day::from_number(*day),
            amount: Money(*amount),
            line: *line.get(&lines),
            item: None,
            supplier: supplier.clone(),
            note: note.clone(),
            key: key.clone(),
            in_advance: false,
            today: common::today(),
        };
        let keyless = NewActual { key: String::new(), ..actual.clone() };
        let _ = apply(plan, &Operation::AddActual { actual })
            || apply(plan, &Operation::AddActual { actual: keyless });
    }
}

fn intend(plan: &mut Plan, rows: &[Planned]) {
    let (lines, mut id) = (lines(plan), common::ids(5));
    for (line, first, days, amount, timing) in rows {
        let first = Day::from_number(*first);
        let span = Some(Span { first, last: first.plus(*days) });
        let timing = match timing {
            0 => Timing::Once { on: Moment::Day { day: first } },
            1 => Timing::Monthly { span },
            _ => Timing::Spread { span },
        };
        let cost = NewCost {
            id: CostId::from_uuid(id()),
            name: String::new(),
            line: *line.get(&lines),
            item: None,
            amount: Amount::Money { amount: Money(*amount) },
            timing,
            certainty: Certainty::Certain,
        };
        assert!(apply(plan, &Operation::AddCost { cost }));
    }
}

fn written(plan: &Plan, table: CsvTable, unit: PeriodUnit, separator: Separator) -> Vec<u8> {
    let options = CsvOptions { table, unit, separator, ..CsvOptions::default() };
    write_csv(plan, &options, &ViewSettings::default(), common::today(), Cancel::NEVER).unwrap()
}

/// A plain number in minor units, whatever its decimals.
fn minor(text: &str) -> i64 {
    text.replace('.', "").parse().expect("a number")
}

fn all(plan: &Plan) -> Vec<Actual> {
    plan.actuals().iter().cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_of_a_plan_adds_nothing_to_it_and_all_to_a_copy(
        names in proptest::collection::vec(hostile(), 0..4),
        rows in proptest::collection::vec(spent(), 0..12),
        planned in proptest::collection::vec(planned(), 0..3),
        separator in select(&Separator::ALL[..]),
        currency in select(vec!["EUR", "JPY", "KWD"]),
    ) {
        let mut copy = plan_with(currency, &names);
        let mut plan = copy.clone();
        spend(&mut plan, &rows);
        intend(&mut plan, &planned);
        let file = written(&plan, CsvTable::Ledger, PeriodUnit::Month, separator);
        let again = common::import(&mut plan, &file, 8);
        prop_assert!(again.is_empty(), "{:?}", again.report);
        prop_assert_eq!(again.report.counts.unchanged as usize, plan.actuals().len(), "{:?}", again.report);
        prop_assert_eq!(again.report.counts.refused as usize, plan.costs().len());
        let import = common::import(&mut copy, &file, 9);
        prop_assert_eq!(import.report.counts.taken as usize, plan.actuals().len(), "{:?}", import.report);
        prop_assert_eq!(all(&copy), all(&plan));
    }

    /// Without the ids, as from another program: still every payment is known again, and equal ones stay as many, also after
    /// one has been lowered by hand.
    #[test]
    fn a_table_without_ids_adds_nothing_the_second_time(
        rows in proptest::collection::vec((0..3_usize, 0..3_i64, 0..2_usize, 0..3_usize), 0..14),
        (which, refund) in (any::<Index>(), 1..3_i64),
    ) {
        let texts = ["", "Disk", "Rail"];
        let mut file = "Date,Amount,Cost centre,Supplier,Note,Document number\n".to_owned();
        for (day, amount, text, key) in rows {
            let key = ["", "K-1", "K-2"][key];
            file.push_str(&format!("2026-10-0{},{amount},Cloud,{},{},{key}\n", day + 1, texts[text], texts[text + 1]));
        }
        let mut plan = plan_with("EUR", &[]);
        let first = common::import(&mut plan, file.as_bytes(), 8);
        prop_assert_eq!(first.report.counts.refused, 0, "{:?}", first.report);
        prop_assert_eq!(plan.actuals().len(), first.report.rows.len());
        let again = common::import(&mut plan, file.as_bytes(), 9);
        prop_assert!(again.is_empty(), "{:?}", again.report);
        if let paid @ [_, ..] = all(&plan).as_slice() {
            let actual = which.get(paid);
            let edit = ActualEdit::Amount(Money((actual.amount.0 - 100 * refund).max(0)));
            let lower = Operation::EditActuals { ids: vec![actual.id], edit };
            prop_assert!(apply(&mut plan, &lower));
        }
        let lowered = common::import(&mut plan, file.as_bytes(), 10);
        prop_assert!(lowered.is_empty(), "{:?}", lowered.report);
    }

    #[test]
    fn periods_and_costs_add_up_to_the_minor_unit(
        names in proptest::collection::vec(hostile(), 0..3),
        rows in proptest::collection::vec(spent(), 0..8),
        planned in proptest::collection::vec(planned(), 0..8),
        unit in select(&PeriodUnit::ALL[..]),
        currency in select(vec!["EUR", "JPY", "KWD"]),
    ) {
        let mut plan = plan_with(currency, &names);
        spend(&mut plan, &rows);
        intend(&mut plan, &planned);
        let ledger = Ledger::of(&plan, common::today());
        let table = Table::read(&written(&plan, CsvTable::Budget, unit, Separator::Comma), Cancel::NEVER).unwrap();
        let first = table.columns.iter().position(|column| column.name == "What").unwrap() + 1;
        let last = table.columns.len() - 1;
        let mut sums = vec![0; 4];
        for (place, record) in table.records.iter().enumerate() {
            let periods: i64 = (first..last).map(|column| minor(record.cell(column))).sum();
            prop_assert_eq!(periods, minor(record.cell(last)));
            if place < table.records.len() - 4 {
                sums[place % 4] += periods;
            } else {
                prop_assert_eq!(periods, sums[place % 4]);
            }
        }
        let total = |of: fn(&milepost_plan::Sums) -> Money| {
            lines(&plan).into_iter().map(|line| of(&ledger.total(line)).0).sum::<i64>()
        };
        prop_assert_eq!(sums, vec![
            total(|sums| sums.planned),
            total(|sums| sums.actual),
            total(milepost_plan::Sums::forecast),
            total(milepost_plan::Sums::variance),
        ]);
        let costs = Table::read(&written(&plan, CsvTable::Ledger, unit, Separator::Tab), Cancel::NEVER).unwrap();
        prop_assert_eq!(Mapping::suggest(&costs).rows_are, RowsAre::Actuals);
        let planned: i64 = costs
            .records
            .iter()
            .filter(|record| record.cell(0) == "cost")
            .map(|record| minor(record.cell(4)))
            .sum();
        prop_assert_eq!(planned, total(|sums| sums.planned));
    }
}

#[test]
fn a_cost_is_a_row_of_the_ledger() {
    let mut plan = plan_with("EUR", &[]);
    let line = lines(&plan)[0];
    let day = |text: &str| text.parse::<Day>().unwrap();
    let cost = NewCost {
        id: CostId::from_uuid(common::ids(1)()),
        name: "=Rent".to_owned(),
        line,
        item: None,
        amount: Amount::Money { amount: Money(10_050) },
        timing: Timing::Monthly { span: Some(Span { first: day("2026-12-15"), last: day("2027-02-28") }) },
        certainty: Certainty::Estimated { low: Money(9_000), high: Money(12_000) },
    };
    assert!(apply(&mut plan, &Operation::AddCost { cost }));
    let options = CsvOptions { table: CsvTable::Ledger, bom: false, ..CsvOptions::default() };
    let file = String::from_utf8(
        write_csv(&plan, &options, &ViewSettings::default(), common::today(), Cancel::NEVER).unwrap(),
    )
    .unwrap();
    let id = plan.costs().iter().next().unwrap().id;
    assert_eq!(
        file,
        format!(
            "What,Key,Day,Last day,Amount,Currency,Low,High,Budget line,Work item,Supplier,Note,Timing,Person-days,Rate,In advance,Id\r\n\
             cost,,2026-12-15,2027-02-28,301.50,EUR,270.00,360.00,Cloud,,,'=Rent,monthly,,,,{id}\r\n"
        )
    );
    let table = CsvOptions { table: CsvTable::Budget, unit: PeriodUnit::Quarter, bom: false, ..options };
    let file = String::from_utf8(
        write_csv(&plan, &table, &ViewSettings::default(), common::today(), Cancel::NEVER).unwrap(),
    )
    .unwrap();
    assert_eq!(
        file.replace("\r\n", "\n"),
        "Budget line,Category,Cap,Cap from,Cap to,Currency,What,2026-Q4,2027-Q1,Without days,Total\n\
         Cloud,Cloud,,,,EUR,Planned,100.50,201.00,0.00,301.50\n\
         Cloud,Cloud,,,,EUR,Actual,0.00,0.00,0.00,0.00\n\
         Cloud,Cloud,,,,EUR,Forecast,100.50,201.00,0.00,301.50\n\
         Cloud,Cloud,,,,EUR,Variance,0.00,0.00,0.00,0.00\n\
         All lines,,,,,EUR,Planned,100.50,201.00,0.00,301.50\n\
         All lines,,,,,EUR,Actual,0.00,0.00,0.00,0.00\n\
         All lines,,,,,EUR,Forecast,100.50,201.00,0.00,301.50\n\
         All lines,,,,,EUR,Variance,0.00,0.00,0.00,0.00\n"
    );
}
