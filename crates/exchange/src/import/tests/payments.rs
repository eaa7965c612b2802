//! Which rows of money are payments that the plan has already, and which are others.

use milepost_plan::{Actual, ActualEdit, Money, PlanSettings};

use super::actuals::{HEAD, actuals, apply, desk, line};
use super::*;

/// Changes the amount of the first actual that has such a one.
fn correct(desk: &mut Desk, from: i64, to: i64) {
    let with_amount = |actual: &&Actual| actual.amount == Money(from);
    let id = desk.plan.actuals().iter().find(with_amount).unwrap().id;
    apply(&mut desk.plan, &Operation::EditActuals { ids: vec![id], edit: ActualEdit::Amount(Money(to)) });
}

fn keys(plan: &Plan) -> Vec<&str> {
    actuals(plan).into_iter().map(|actual| actual.key.as_str()).collect()
}

/// The first remark on each row.
fn first_remarks(import: &Import) -> Vec<&str> {
    let rows = import.report.rows.iter();
    rows.map(|row| row.remarks.first().map_or("", |remark| remark.text.as_str())).collect()
}

#[test]
fn a_payment_lowered_by_its_refund_is_not_taken_again() {
    for key in ["", "INV-7"] {
        let mut desk = desk(&["Cloud"]);
        let file = format!(
            "{HEAD}2026-10-03,100,Cloud,Stratus,Disk,{key}\n2026-10-09,-20,Cloud,Stratus,Disk,{key}\n"
        );
        desk.import(&file);
        correct(&mut desk, 10_000, 8_000);
        let again = desk.import(&file);
        assert!(again.is_empty(), "{:?}", again.report);
        let called = if key.is_empty() { "“Stratus”" } else { "the key “INV-7”" };
        let reason =
            format!("the plan has {called} with 80.00 on 3 Oct 2026; change that actual if this is right");
        assert_eq!(first_remarks(&again)[0], reason);
    }
}

#[test]
fn one_of_several_rows_with_a_key_may_be_corrected() {
    let mut desk = desk(&["Cloud"]);
    let file = format!("{HEAD}2026-10-03,5,Cloud,Stratus,Disk,K-1\n2026-10-03,7,Cloud,Stratus,Rail,K-1\n");
    desk.import(&file);
    correct(&mut desk, 700, 600);
    let again = desk.import(&file);
    assert_eq!(outcomes(&again), [Outcome::Unchanged, Outcome::Refused], "{:?}", again.report);
    assert!(first_remarks(&again)[1].starts_with("the plan has the key “K-1 (2)” with 6.00 on 3 Oct 2026"));
    // The order of rows makes no difference, and one row more is one payment more.
    let more =
        format!("{HEAD}2026-10-03,8,Cloud,,,K-1\n2026-10-03,7,Cloud,,,K-1\n2026-10-03,5,Cloud,,,K-1\n");
    let more = desk.import(&more);
    let [refused, taken, known] = [Outcome::Refused, Outcome::TakenWithChange, Outcome::Unchanged];
    assert_eq!(outcomes(&more), [refused, taken, known]);
    assert_eq!(keys(&desk.plan), ["K-1", "K-1 (2)", "K-1 (3)"]);
}

#[test]
fn a_reference_that_comes_every_month_is_several_payments() {
    let mut desk = desk(&["Rooms"]);
    desk.import(&format!("{HEAD}2026-09-01,900,Rooms,Landlord,,RENT\n"));
    let next = format!("{HEAD}2026-10-01,900,Rooms,Landlord,,RENT\n");
    let import = desk.import(&next);
    assert_eq!(outcomes(&import), [Outcome::TakenWithChange]);
    assert_eq!(
        remarks(&import),
        ["the plan has the key “RENT” with 900.00 on 1 Sep 2026; kept as “RENT (2)”"]
    );
    assert!(desk.import(&next).is_empty());
    // Another booking day is no other payment.
    let booked = desk.import(&next.replace("10-01", "10-03"));
    assert_eq!(outcomes(&booked), [Outcome::Refused]);
    assert_eq!(
        remarks(&booked),
        ["the plan has the key “RENT (2)” with 900.00 on 1 Oct 2026; change that actual if this is right"]
    );
}

#[test]
fn a_reference_that_comes_every_week_is_several_payments() {
    for key in ["2026-W14", "ABO 77"] {
        let mut desk = desk(&["Cloud"]);
        let row = |day: &str| format!("{HEAD}2026-{day},5,Cloud,Stratus,,{key}\n");
        desk.import(&row("10-20"));
        for (day, count) in [("10-27", 2), ("11-03", 3), ("11-10", 4)] {
            let import = desk.import(&row(day));
            assert_eq!(outcomes(&import), [Outcome::TakenWithChange], "{:?}", import.report);
            assert_eq!(keys(&desk.plan).last(), Some(&format!("{key} ({count})").as_str()));
            assert!(desk.import(&row(day)).is_empty());
        }
    }
}

#[test]
fn a_reference_that_all_rows_have_is_told_by_the_days_of_the_file() {
    let mut desk = desk(&["Cloud"]);
    let file = |days: &[&str]| {
        let row = |day: &&str| format!("2026-{day},5,Cloud,Stratus,,4711\n");
        format!("{HEAD}{}", days.iter().map(row).collect::<String>())
    };
    desk.import(&file(&["10-20", "10-27"]));
    let import = desk.import(&file(&["11-03", "11-10"]));
    assert_eq!(import.report.counts.taken_with_change, 2, "{:?}", import.report);
    assert_eq!(keys(&desk.plan), ["4711", "4711 (2)", "4711 (3)", "4711 (4)"]);
}

#[test]
fn what_stands_in_place_of_a_key_is_none() {
    let mut desk = desk(&["Cloud"]);
    let file = format!("{HEAD}2026-10-03,5,Cloud,A,,-\n2026-10-04,6,Cloud,B,,—\n2026-10-04,6,Cloud,B,,n/a\n");
    let import = desk.import(&file);
    assert_eq!(import.report.counts.taken, 3, "{:?}", import.report);
    assert_eq!(keys(&desk.plan), ["", "", ""]);
    let next = desk.import(&format!("{HEAD}2026-10-05,5,Cloud,A,,-\n"));
    assert_eq!(outcomes(&next), [Outcome::Taken]);
}

#[test]
fn what_the_bank_takes_back_from_a_debit_is_no_spending() {
    for (sign, taken_back) in [("", "-"), ("-", "")] {
        let mut desk = desk(&["Cloud"]);
        let import = desk.import_with(
            &format!(
                "Date,Description,Debit,Credit\n2026-10-03,A,{sign}500,\n2026-10-04,B,{sign}7.5,0.00\n2026-10-05,A,{taken_back}500,\n2026-10-06,,0.00,9\n2026-10-07,,0.00,9\n"
            ),
            |mapping| mapping.usual_line = Some(line(1)),
        );
        let [taken, refused] = [Outcome::Taken, Outcome::Refused];
        assert_eq!(outcomes(&import), [taken, taken, refused, refused, refused]);
        assert!(remarks(&import)[0].starts_with("500.00 came in"), "{:?}", remarks(&import));
    }
}

#[test]
fn an_amount_in_another_currency_is_refused_however_the_file_says_so() {
    let mut desk = desk(&["Cloud"]);
    let settings = PlanSettings { currency: "GBP".to_owned(), ..desk.plan.settings().clone() };
    apply(&mut desk.plan, &Operation::EditSettings { settings });
    let import = desk.import(&format!(
        "{HEAD}2026-10-03,€12.50,Cloud,,,\n2026-10-03,US$12.50,Cloud,,,\n2026-10-03,£12.50,Cloud,,,\n2026-10-03,$12.50,Cloud,,,\n"
    ));
    assert_eq!(
        first_remarks(&import),
        [
            "the amount is in “€”, and the plan in GBP",
            "the amount is in “US$”, and the plan in GBP",
            "",
            "the amount is in “$”, and the plan in GBP",
        ]
    );
    for (column, stated) in [("Amount EUR", "EUR"), ("Betrag EUR", "EUR"), ("Umsatz in EUR", "EUR")] {
        let file = format!("Date,{column},Cost centre\n2026-10-04,7,Cloud\n");
        let reason = format!("the amount is in “{stated}”, and the plan in GBP");
        assert_eq!(remarks(&desk.import(&file)), [reason]);
    }
    let own = desk.import("Date,Amount GBP,Cost centre\n2026-10-04,7,Cloud\n");
    assert_eq!(outcomes(&own), [Outcome::Taken]);
}

#[test]
fn amounts_are_refused_if_the_plan_has_another_currency_by_the_time_they_come_in() {
    for file in
        [format!("{HEAD}2026-10-03,5,Cloud,,,\n"), "Date,Amount,Budget line\n2026-10-03,5,Cloud\n".to_owned()]
    {
        let mut plan = desk(&["Cloud"]).plan;
        let table = Table::read(file.as_bytes(), Cancel::NEVER).unwrap();
        let mapping = Mapping::suggest(&table);
        let import = plan_import(&table, &mapping, &plan, today(), ids(1), Cancel::NEVER).unwrap();
        let settings = PlanSettings { currency: "GBP".to_owned(), ..plan.settings().clone() };
        apply(&mut plan, &Operation::EditSettings { settings });
        let refused = import.operation.change(&plan).unwrap_err().to_string();
        assert_eq!(refused, "the amounts are in EUR, and the plan is in GBP by now; import the file again");
    }
}

#[test]
fn cost_centres_that_a_plan_cannot_hold_are_not_remembered() {
    let mut desk = desk(&["Cloud"]);
    let row = |number: usize| format!("2026-10-03,5,Cloud {number} {},,,\n", "x".repeat(480));
    let rows: String = (0..220).map(row).collect();
    let import = desk.import(&format!("{HEAD}{rows}"));
    assert_eq!(import.report.counts.taken, 220);
    let table = Table::read(HEAD.as_bytes(), Cancel::NEVER).unwrap();
    let remembered = Mapping::remembered(&desk.plan, &table).unwrap();
    assert!(remembered.cost_centres.is_empty());
    // A mapping that is too large by itself leaves the one before.
    let large = |mapping: &mut Mapping| {
        let centres = (0..300).map(|number| (format!("{number} {}", "y".repeat(480)), Some(line(1))));
        mapping.cost_centres = centres.collect();
    };
    desk.import_with(&format!("{HEAD}2026-10-04,5,Cloud,,,\n"), large);
    assert_eq!(Mapping::remembered(&desk.plan, &table), Some(remembered));
}
