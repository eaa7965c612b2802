//! What becomes of rows of money.

use milepost_plan::{
    Actual, BudgetLineId, Cancel, Category, Id, ItemId, ItemKind, Money, NewBudgetLine, NewItem, ViewSettings,
};

use super::*;
use crate::export::{CsvOptions, CsvTable, write_csv};
use crate::mapping::Spending;

pub(super) fn line(number: u128) -> BudgetLineId {
    BudgetLineId::from_uuid(Uuid::from_u128(number))
}

pub(super) fn apply(plan: &mut Plan, operation: &Operation) {
    let change = operation.change(plan).unwrap();
    plan.accept(&change);
}

/// A desk whose plan has lines of these names, numbered from 1.
pub(super) fn desk(lines: &[&str]) -> Desk {
    let mut desk = Desk::new();
    for (number, name) in (1..).zip(lines) {
        let line = NewBudgetLine {
            id: line(number),
            name: (*name).to_owned(),
            category: Category::Other,
            own_category: String::new(),
            cap: None,
            note: String::new(),
        };
        apply(&mut desk.plan, &Operation::AddBudgetLine { line });
    }
    desk
}

pub(super) fn actuals(plan: &Plan) -> Vec<&Actual> {
    let mut actuals: Vec<&Actual> = plan.actuals().iter().collect();
    actuals.sort_by_key(|actual| (actual.day, actual.id));
    actuals
}

pub(super) const HEAD: &str = "Date,Amount,Cost centre,Supplier,Text,Document number\n";

#[test]
fn a_cost_centre_that_could_be_two_lines_is_neither() {
    let mut desk = desk(&["Travel (EU)", "Travel EU"]);
    let import = desk.import(&format!(
        "{HEAD}2026-10-03,5,TRAVEL-EU,,,\n2026-10-03,6,9 travel eu,,,\n2026-10-03,7,travel eu,,,\n"
    ));
    assert_eq!(outcomes(&import), [Outcome::Refused, Outcome::Refused, Outcome::Taken]);
    assert_eq!(remarks(&import)[0], "no budget line belongs to the cost centre “TRAVEL-EU”");
    assert_eq!(actuals(&desk.plan)[0].line, line(2));
}

#[test]
fn a_full_row_becomes_an_actual() {
    let mut desk = desk(&["Cloud hosting"]);
    let item = NewItem::new(ItemId::from_uuid(ids(99)()), ItemKind::Feature, "Faster search");
    apply(&mut desk.plan, &Operation::AddItem { item: NewItem { key: "A-1".to_owned(), ..item } });
    let import = desk.import(
        "Posting date,Amount,Cost centre,Supplier,Text,Document number,Work item\n\
         2026-10-03,\"1,234.50\",cloud-hosting,Stratus,Compute,5100,A-1\n\
         2026-10-04,7,4711 Cloud Hosting,,Disks,,B-9\n",
    );
    assert_eq!(outcomes(&import), [Outcome::Taken, Outcome::TakenWithChange]);
    assert_eq!(remarks(&import), ["the work item “B-9” is not in the plan and was not taken"]);
    let [first, second] = actuals(&desk.plan)[..] else { panic!("two actuals") };
    assert_eq!(
        (first.day.to_string().as_str(), first.amount, first.line),
        ("2026-10-03", Money(123_450), line(1))
    );
    assert_eq!(
        (first.supplier.as_str(), first.note.as_str(), first.key.as_str()),
        ("Stratus", "Compute", "5100")
    );
    assert_eq!(first.item, Some(desk.item("A-1").id));
    assert_eq!((second.amount, second.item), (Money(700), None));
    assert_eq!(import.operation.label(&desk.plan), "Import 2 actuals");
    assert_eq!(import.report.summary, "2 rows: 1 taken, 1 taken with a change.");
}

#[test]
fn the_same_file_again_adds_nothing_and_equal_rows_are_several_payments() {
    let mut desk = desk(&["Cloud"]);
    let file = format!(
        "{HEAD}2026-10-03,5,Cloud,Stratus,Disk,\n2026-10-03,5,Cloud,Stratus,Disk,\n2026-10-04,6,Cloud,Stratus,,K-1\n2026-10-05,7,Cloud,Stratus,,K-1\n2026-10-06,9,Cloud,Rail,,NOTPROVIDED\n"
    );
    let import = desk.import(&file);
    assert_eq!(import.report.counts.taken + import.report.counts.taken_with_change, 5);
    let keys: Vec<&str> = actuals(&desk.plan).into_iter().map(|actual| actual.key.as_str()).collect();
    assert_eq!(keys, ["", "", "K-1", "K-1 (2)", ""]);
    let again = desk.import(&file);
    assert!(again.is_empty());
    assert_eq!(again.report.summary, "5 rows: 5 already there.");
    // One row more of the same is one payment more.
    let more = desk.import(&file.replace("K-1\n", "K-1\n2026-10-03,5,cloud,STRATUS, Disk ,\n"));
    assert_eq!((more.report.counts.taken, more.report.counts.unchanged), (2, 5), "{:?}", more.report);
}

#[test]
fn a_key_of_another_payment_is_refused_with_what_the_plan_has() {
    let mut desk = desk(&["Cloud"]);
    desk.import(&format!("{HEAD}2026-10-03,5,Cloud,Stratus,Disk,K-1\n"));
    let import = desk.import(&format!("{HEAD}2026-10-03,6,Cloud,Stratus,Disk,K-1\n"));
    assert_eq!(
        remarks(&import),
        ["the plan has the key “K-1” with 5.00 on 3 Oct 2026; change that actual if this is right"]
    );
    // Without a key in the plan, the words are enough to know a payment again.
    let mut desk = desk_with_keyless();
    let import = desk.import(&format!("{HEAD}2026-10-03,5,Cloud,Stratus,Disk,K-7\n"));
    assert_eq!(outcomes(&import), [Outcome::Unchanged]);
}

fn desk_with_keyless() -> Desk {
    let mut desk = desk(&["Cloud"]);
    desk.import(&format!("{HEAD}2026-10-03,5,Cloud,Stratus,Disk,\n"));
    desk
}

#[test]
fn what_is_no_spending_is_refused_by_line_with_the_reason() {
    let mut desk = desk(&["Cloud"]);
    let import = desk.import(
        "Date,Amount,Currency,Cost centre,Text\n\
         2026-10-03,5.00,EUR,Cloud,fine\n\
         2026-10-03,-5.00,EUR,Cloud,refund\n\
         2026-10-03,5.00,CHF,Cloud,abroad\n\
         2026-10-03,USD 5.00,,Cloud,abroad\n\
         2026-10-03,5.005,EUR,Cloud,mills\n\
         2026-10-03,five,EUR,Cloud,words\n\
         2026-10-03,,EUR,Cloud,nothing\n\
         2026-02-30,5.00,EUR,Cloud,no day\n\
         ,5.00,EUR,Cloud,none\n\
         2026-11-26,5.00,EUR,Cloud,tomorrow\n\
         2026-10-03,5.00,EUR,Travel,elsewhere\n\
         2026-10-03,5.00,EUR,,nowhere\n\
         ,,,,\n\
         Total,5.00,,,\n\
         2026-10-31,5.00,EUR,,Balance\n\
         1799-12-31,5.00,EUR,Cloud,long ago\n\
         2026-10-03,1,234,50,EUR,Cloud,commas\n",
    );
    let refused = |line: u32| {
        let row = import.report.rows.iter().find(|row| row.line == line).unwrap();
        assert_eq!(row.outcome, Outcome::Refused, "{row:?}");
        row.remarks[0].text.clone()
    };
    assert_eq!(import.report.counts.taken, 1);
    assert!(refused(3).starts_with("5.00 came in, and an actual is never negative"), "{}", refused(3));
    assert_eq!(refused(4), "the amount is in “CHF”, and the plan in EUR");
    assert_eq!(refused(5), "the amount is in “USD”, and the plan in EUR");
    assert_eq!(refused(6), "“5.005” has more decimals than EUR (2)");
    assert_eq!(refused(7), "“five” is not an amount with a decimal point");
    assert_eq!(refused(8), "the row gives no amount");
    assert_eq!(refused(9), "“2026-02-30” is not a day");
    assert_eq!(refused(10), "the row gives no day");
    assert_eq!(refused(11), "26 Nov 2026 is still to come; say that it is spent in advance to take it");
    assert_eq!(refused(12), "no budget line belongs to the cost centre “Travel”");
    assert_eq!(refused(13), "the row names no cost centre, and no budget line takes such rows");
    assert_eq!(refused(14), "the row is empty");
    assert_eq!(refused(15), "“Total” adds other rows up; it is no payment of its own");
    assert_eq!(refused(16), "“Balance” adds other rows up; it is no payment of its own");
    assert!(refused(17).contains("31 Dec 1799"), "{}", refused(17));
    assert_eq!(refused(18), "the row has 7 cells under 5 columns, so its cells cannot be told");
}

#[test]
fn days_to_come_are_taken_when_they_are_said_to_be_spent_in_advance() {
    let mut desk = desk(&["Cloud"]);
    let file = format!("{HEAD}2026-11-25,5,Cloud,,,\n2026-11-26,5,Cloud,,,\n");
    desk.import_with(&file, |mapping| mapping.spent_in_advance = true);
    let in_advance: Vec<bool> = actuals(&desk.plan).into_iter().map(|actual| actual.in_advance).collect();
    assert_eq!(in_advance, [false, true]);
    let table = Table::read(file.as_bytes(), Cancel::NEVER).unwrap();
    let remembered = Mapping::remembered(&desk.plan, &table).unwrap();
    assert!(!remembered.spent_in_advance, "every file is asked again");
}

#[test]
fn debit_and_credit_have_columns_of_their_own() {
    let mut desk = desk(&["Cloud"]);
    let import = desk.import_with(
        "Date,Description,Paid out,Paid in\n2026-10-03,A,5.50,\n2026-10-03,B,,7\n2026-10-03,C,3,0\n2026-10-03,D,1,1\n2026-10-03,E,,\n",
        |mapping| mapping.usual_line = Some(line(1)),
    );
    let [taken, refused] = [Outcome::Taken, Outcome::Refused];
    assert_eq!(outcomes(&import), [taken, refused, taken, refused, refused]);
    let amounts: Vec<Money> = actuals(&desk.plan).into_iter().map(|actual| actual.amount).collect();
    assert_eq!(amounts, [Money(550), Money(300)]);
}

#[test]
fn cost_centres_go_where_the_mapping_says_and_else_by_name() {
    let mut desk = desk(&["Cloud", "Training", "Everything else"]);
    let file = format!(
        "{HEAD}2026-10-01,1,4711,,,\n2026-10-02,2,TRAINING,,,\n2026-10-03,3,9999,,,\n2026-10-04,4,Canteen,,,\n"
    );
    let change = |mapping: &mut Mapping| {
        mapping.cost_centres.insert("4711".to_owned(), Some(line(1)));
        mapping.cost_centres.insert("canteen".to_owned(), None);
        mapping.usual_line = Some(line(3));
    };
    let import = desk.import_with(&file, change);
    assert_eq!(remarks(&import), ["rows of the cost centre “Canteen” are left out"]);
    let lines: Vec<BudgetLineId> = actuals(&desk.plan).into_iter().map(|actual| actual.line).collect();
    assert_eq!(lines, [line(1), line(2), line(3)]);
    // What was found by name is remembered, so that the line may be called otherwise.
    let edit = milepost_plan::BudgetLineEdit::Name("Courses".to_owned());
    apply(&mut desk.plan, &Operation::EditBudgetLine { id: line(2), edit });
    let next = file.replace("2026-10", "2026-11");
    let table = Table::read(next.as_bytes(), Cancel::NEVER).unwrap();
    let mapping = Mapping::remembered(&desk.plan, &table).unwrap();
    assert_eq!(mapping.usual_line, Some(line(3)));
    let look = inspect(&table, &mapping, &desk.plan, today(), Cancel::NEVER).unwrap();
    let centre = look.cost_centres.iter().find(|centre| centre.name == "TRAINING").unwrap();
    assert_eq!(centre.line, Some(line(2)));
    let other = Table::read(b"Datum;Betrag\n", Cancel::NEVER).unwrap();
    assert_eq!(Mapping::remembered(&desk.plan, &other), None, "it is for other columns");
}

#[test]
fn one_step_takes_the_import_and_what_it_remembers_back() {
    let mut desk = desk(&["Cloud"]);
    let before = desk.plan.clone();
    let table = Table::read(format!("{HEAD}2026-10-01,1,Cloud,,,\n").as_bytes(), Cancel::NEVER).unwrap();
    let import =
        plan_import(&table, &Mapping::suggest(&table), &desk.plan, today(), ids(1), Cancel::NEVER).unwrap();
    let change = import.operation.change(&desk.plan).unwrap();
    desk.plan.accept(&change);
    assert!(!desk.plan.settings().actuals_mapping.is_empty());
    desk.plan.accept(&change.reversed());
    assert_eq!(desk.plan, before);
}

#[test]
fn what_is_missing_is_asked_for_before_anything_is_imported() {
    let plan = desk(&["Cloud"]).plan;
    let questions = |file: &str, change: &dyn Fn(&mut Mapping)| {
        let table = Table::read(file.as_bytes(), Cancel::NEVER).unwrap();
        let mut mapping = Mapping::suggest_for(&table, RowsAre::Actuals);
        change(&mut mapping);
        let asked = inspect(&table, &mapping, &plan, today(), Cancel::NEVER).unwrap().questions;
        assert!(
            plan_import(&table, &mapping, &plan, today(), ids(1), Cancel::NEVER).is_err() != asked.is_empty()
        );
        asked
    };
    assert_eq!(questions("A,B\n1,2\n", &|_| {}), [Question::Day]);
    assert_eq!(questions("Date,B\n1,2\n", &|_| {}), [Question::Amount]);
    assert_eq!(questions("Date,Amount\n2026-10-01,2\n", &|_| {}), [Question::Line]);
    let with_line: &dyn Fn(&mut Mapping) = &|mapping| mapping.usual_line = Some(line(1));
    assert_eq!(questions("Date,Amount\n2026-10-01,2\n", with_line), []);
    let examples = vec!["1.5".to_owned(), "2,5".to_owned()];
    assert_eq!(
        questions("Date;Amount\n2026-10-01;1.5\n2026-10-01;2,5\n", with_line),
        [Question::DecimalMark { examples }]
    );
    let examples = vec!["3/4/2026".to_owned()];
    assert_eq!(questions("Date;Amount\n3/4/2026;1\n", with_line), [Question::DayOrder { examples }]);
}

#[test]
fn the_sign_of_spending_is_the_one_that_most_rows_have() {
    let spending =
        |file: &str| Mapping::suggest(&Table::read(file.as_bytes(), Cancel::NEVER).unwrap()).spending;
    assert_eq!(spending("Date,Amount\n,-5\n,-6\n,7\n"), Spending::Negative);
    assert_eq!(spending("Date,Amount\n,5\n,(6)\n,7\n"), Spending::Positive);
}

#[test]
fn the_ledger_of_a_plan_is_known_and_adds_nothing_to_it() {
    let mut desk = desk(&["=Cloud", "Cloud"]);
    let file = format!("{HEAD}2026-10-01,1.5,Cloud,-Stratus,\"=1\n+2\",@K\n2026-10-02,0,=Cloud,,,\n");
    desk.import(&file);
    let options = CsvOptions { table: CsvTable::Ledger, ..CsvOptions::default() };
    let ledger = String::from_utf8(
        write_csv(&desk.plan, &options, &ViewSettings::default(), today(), Cancel::NEVER).unwrap(),
    )
    .unwrap();
    let again = desk.import(&ledger);
    assert!(again.is_empty(), "{:?}", again.report);
    let mut copy = self::desk(&["=Cloud", "Cloud"]);
    let import = copy.import(&ledger);
    assert_eq!(import.report.counts.taken, 2, "{:?}", import.report);
    assert_eq!(actuals(&copy.plan), actuals(&desk.plan));
    assert_eq!(copy.plan.settings().actuals_mapping, "", "a file of our own is not worth remembering");
}
