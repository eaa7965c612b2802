//! What no plan takes, and the words in which it is refused.

use milepost_plan::{
    Actual, Amount, BudgetLine, BudgetLineEdit, Cap, Certainty, ChangeSet, Cost, CostEdit, Diff, Entity,
    ExchangeRate, Moment, Money, NewActual, NewCost, NewRate, Operation, PlanSettings, Rate, RateEdit, Span,
    Subject, Timing, check_plan,
};
use milepost_testkit::{PlanBuilder, day, id, span};

use super::{add_line, after, cost, refusal};

const TOO_MUCH: i64 = Money::LARGEST.0 + 1;
const YEAR: (&str, &str) = ("2027-01-01", "2027-12-31");

/// A plan with one row of everything, all of them of the number 1.
fn plan() -> milepost_plan::Plan {
    PlanBuilder::new("Money")
        .feature("", "Reports", "2027-01-04", "2027-03-31")
        .budget_line("Cloud")
        .rate("Engineer", 80_000)
        .effort("Cloud", "Reports", "Engineer", 250)
        .actual("Cloud", "Reports", "2026-11-02", 50_000)
        .build()
}

fn once(on: &str) -> Timing {
    Timing::Once { on: Moment::Day { day: day(on) } }
}

fn add(change: impl FnOnce(&mut NewCost)) -> Operation {
    let mut new = cost(2, None, 5, once("2027-01-01"));
    change(&mut new);
    Operation::AddCost { cost: new }
}

fn spend(change: impl FnOnce(&mut NewActual)) -> Operation {
    let mut new = NewActual {
        id: id(2),
        day: day("2026-11-02"),
        amount: Money(5),
        line: id(1),
        item: None,
        supplier: String::new(),
        note: String::new(),
        key: String::new(),
        in_advance: false,
        today: day("2026-11-23"),
    };
    change(&mut new);
    Operation::AddActual { actual: new }
}

fn capped(amount: i64, (first, last): (&str, &str)) -> Operation {
    add_line(
        2,
        "Training",
        Some(Cap { amount: Money(amount), span: Span { first: day(first), last: day(last) } }),
    )
}

fn raised(per_day: i64) -> Operation {
    Operation::EditRate { id: id(1), edit: RateEdit::PerDay(Money(per_day)) }
}

#[track_caller]
fn refused(cases: impl IntoIterator<Item = (Operation, &'static str)>) {
    let plan = plan();
    for (operation, words) in cases {
        assert_eq!(refusal(&plan, &operation), words);
    }
}

#[test]
fn amounts_below_nothing() {
    let of = |low, high| {
        add(move |new| new.certainty = Certainty::Estimated { low: Money(low), high: Money(high) })
    };
    refused([
        (
            add(|new| new.amount = Amount::Money { amount: Money(-1) }),
            "the amount is negative; it must be 0 or more",
        ),
        (of(-1, 10), "the least amount is negative; it must be 0 or more"),
        (of(-2, -1), "the least amount is negative; it must be 0 or more"),
        (of(9, 8), "the least amount is more than the greatest"),
        (spend(|new| new.amount = Money(-500)), "the amount is negative; it must be 0 or more"),
        (capped(-1, YEAR), "the cap is negative; it must be 0 or more"),
        (raised(-1), "the rate is negative; it must be 0 or more"),
    ]);
}

#[test]
fn amounts_larger_than_a_plan_takes() {
    let largest = "the amount is more than a plan takes, which is €1,000,000,000,000.00";
    let of = |high| add(move |new| new.certainty = Certainty::Estimated { low: Money(0), high: Money(high) });
    refused([
        (add(|new| new.amount = Amount::Money { amount: Money(TOO_MUCH) }), largest),
        (of(TOO_MUCH), "the greatest amount is more than a plan takes, which is €1,000,000,000,000.00"),
        (spend(|new| new.amount = Money(i64::MAX)), largest),
        (capped(TOO_MUCH, YEAR), "the cap is more than a plan takes, which is €1,000,000,000,000.00"),
        (raised(TOO_MUCH), "the rate is more than a plan takes, which is €1,000,000,000,000.00"),
        (
            add(|new| new.amount = Amount::Effort { rate: id(1), hundredths: 10_000_001 }),
            "the effort is more than a plan takes, which is 100000 days",
        ),
    ]);
    let exactly = add(|new| new.amount = Amount::Money { amount: Money::LARGEST });
    assert!(exactly.change(&plan()).is_ok());
    let yen = PlanBuilder::new("Yen")
        .settings(|settings| settings.currency = "JPY".to_owned())
        .budget_line("Cloud");
    let too_much = add(|new| new.amount = Amount::Money { amount: Money(TOO_MUCH) });
    assert!(refusal(&yen.build(), &too_much).ends_with("which is ¥100,000,000,000,000"));
}

#[test]
fn a_budget_of_millions_fits_where_the_minor_unit_is_worth_nothing() {
    let plan = after(&plan(), &capped(100_000_000, YEAR));
    for (currency, rate) in [("IDR", 17_600), ("LBP", 105_000), ("UZS", 13_900), ("IRR", 49_000)] {
        let (currency, rate) = (currency.to_owned(), ExchangeRate(rate * 1_000_000_000));
        let plan = after(&plan, &Operation::ConvertCurrency { currency, rate });
        after(&plan, &add(|new| new.amount = Amount::Money { amount: Money(10_000_000_000_000) }));
    }
}

#[test]
fn effort_that_costs_more_than_a_plan_takes_whichever_of_both_is_changed() {
    let largest = "the amount is more than a plan takes, which is €1,000,000,000,000.00";
    let rich = |per_day| Operation::AddRate {
        rate: NewRate { id: id(2), role: "Oracle".to_owned(), per_day: Money(per_day) },
    };
    let hundred_days = add(|new| new.amount = Amount::Effort { rate: id(2), hundredths: 10_000 });
    let batch = |per_day| Operation::Batch {
        label: "Both".to_owned(),
        operations: vec![rich(per_day), hundred_days.clone()],
    };
    refused([
        (batch(1_000_000_000_001), largest),
        (
            raised(50_000_000_000_000),
            "the cost of “Reports” on “Cloud” comes to more than a plan takes, which is €1,000,000,000,000.00",
        ),
    ]);
    assert!(batch(1_000_000_000_000).change(&plan()).is_ok());
}

#[test]
fn another_currency_says_which_amount_is_too_large_in_it() {
    let convert = |rate: u64| Operation::ConvertCurrency {
        currency: "USD".to_owned(),
        rate: ExchangeRate(rate * 1_000_000_000),
    };
    let words = |operations: &[Operation], rate| {
        let plan = operations.iter().fold(plan(), |plan, operation| after(&plan, operation));
        let refusal = refusal(&plan, &convert(rate));
        refusal
            .strip_prefix("at this rate ")
            .unwrap()
            .strip_suffix(" is larger than a plan takes")
            .unwrap()
            .to_owned()
    };
    assert_eq!(words(&[], 600_000_000), "the cost of “Reports” on “Cloud”");
    assert_eq!(words(&[], 1_500_000_000), "the rate “Engineer”");
    assert_eq!(words(&[], 10_000_000_000), "what was spent on “Cloud” on 2 Nov 2026");
    let large = 90_000_000_000_000;
    assert_eq!(words(&[capped(large, YEAR)], 2), "the cap of “Training”");
    let amount = Amount::Money { amount: Money(large) };
    assert_eq!(words(&[add(|new| new.amount = amount)], 2), "a cost on “Cloud” on 1 Jan 2027");
    let named = add(|new| (new.name, new.amount) = ("Move".to_owned(), amount));
    assert_eq!(words(&[named], 2), "the cost “Move” on “Cloud”");
    let paid = spend(|new| (new.supplier, new.amount) = ("Stratus".to_owned(), Money(large)));
    assert_eq!(words(&[paid], 2), "what “Stratus” was paid on 2 Nov 2026");
}

#[test]
fn days_that_no_plan_has() {
    let far = "1 Jan 2200 is outside the years 1900 to 2199";
    let spread = |first: &str, last: &str| {
        let span = Some(Span { first: day(first), last: day(last) });
        add(move |new| new.timing = Timing::Spread { span })
    };
    let backwards = "the end, 31 Jan 2027, is before the start, 1 Feb 2027";
    refused([
        (add(|new| new.timing = once("1899-12-31")), "31 Dec 1899 is outside the years 1900 to 2199"),
        (spread("2199-12-01", "2200-01-01"), far),
        (spread("2027-02-01", "2027-01-31"), backwards),
        (capped(5, ("2027-02-01", "2027-01-31")), backwards),
        (capped(5, ("2199-01-01", "2200-01-01")), far),
        (spend(|new| new.day = day("1899-12-31")), "31 Dec 1899 is outside the years 1900 to 2199"),
        (spend(|new| (new.day, new.in_advance) = (day("2200-01-01"), true)), far),
        (
            spend(|new| new.day = day("2026-11-24")),
            "24 Nov 2026 is still to come; say that it is spent in advance, or choose a day up to today",
        ),
        (
            add(|new| new.timing = Timing::Monthly { span: None }),
            "a cost of the plan as a whole needs days of its own",
        ),
    ]);
    for edge in ["1900-01-01", "2199-12-31"] {
        assert!(add(|new| new.timing = once(edge)).change(&plan()).is_ok(), "{edge}");
    }
}

#[test]
fn rows_that_are_gone_or_taken() {
    refused([
        (add(|new| new.line = id(9)), "this budget line is no longer in the plan"),
        (add(|new| new.item = Some(id(9))), "this work item is no longer in the plan"),
        (
            add(|new| new.amount = Amount::Effort { rate: id(9), hundredths: 1 }),
            "this rate is no longer in the plan",
        ),
        (add(|new| new.id = id(1)), "a cost with this id is in the plan already"),
        (spend(|new| new.line = id(9)), "this budget line is no longer in the plan"),
        (Operation::DeleteCosts { ids: vec![id(9)] }, "this cost is no longer in the plan"),
        (Operation::DeleteActuals { ids: vec![id(9)] }, "this actual is no longer in the plan"),
        (add_line(2, "Cloud", None), "there is a budget line named “Cloud” already"),
        (add_line(2, "\u{200b}", None), "a budget line needs a name"),
        (Operation::EditRate { id: id(1), edit: RateEdit::Role(" ".to_owned()) }, "a rate needs a name"),
        (
            Operation::EditBudgetLine { id: id(9), edit: BudgetLineEdit::Cap(None) },
            "this budget line is no longer in the plan",
        ),
        (
            Operation::EditCosts { ids: vec![id(1)], edit: CostEdit::Item(None) },
            "a cost of the plan as a whole needs days of its own",
        ),
    ]);
}

#[test]
fn currencies_that_are_none() {
    let plan = plan();
    let settings = |code: &str| Operation::EditSettings {
        settings: PlanSettings { currency: code.to_owned(), ..plan.settings().clone() },
    };
    let convert = |code: &str| Operation::ConvertCurrency {
        currency: code.to_owned(),
        rate: ExchangeRate(1_000_000_000),
    };
    let words = |code: &str| format!("“{code}” is not a currency code of three letters, such as EUR");
    for code in ["ABC", "gbp", "€", "", "EURO"] {
        assert_eq!(refusal(&plan, &settings(code)), words(code));
        assert_eq!(refusal(&plan, &convert(code)), words(code));
    }
}

/// What `check_plan` says of the plan with another state of one of its rows.
#[track_caller]
fn faults<R: Entity>(change: impl FnOnce(&mut R)) -> Vec<(Option<Subject>, String)> {
    let mut plan = plan();
    let before = R::table(&plan).get(id(1)).cloned();
    let mut after = before.clone().unwrap();
    change(&mut after);
    plan.accept(&ChangeSet { changes: vec![R::change(Diff { before, after: Some(after) })] });
    check_plan(&plan).into_iter().map(|(subject, violation)| (subject, violation.to_string())).collect()
}

#[test]
fn each_fault_of_a_file_is_named_with_its_row() {
    let negative = |field: &str| format!("{field} is negative; it must be 0 or more");
    let one = |subject, words: String| vec![(Some(subject), words)];
    let (line, of_cost, of_actual, of_rate) =
        (Subject::BudgetLine(id(1)), Subject::Cost(id(1)), Subject::Actual(id(1)), Subject::Rate(id(1)));
    let cap = |row: &mut BudgetLine| row.cap = Some(Cap { amount: Money(-1), span: span(YEAR.0, YEAR.1) });
    assert_eq!(faults(cap), one(line, negative("the cap")));
    let amount = |row: &mut Cost| row.amount = Amount::Money { amount: Money(-1) };
    assert_eq!(faults(amount), one(of_cost, negative("the amount")));
    let gone = "this budget line is no longer in the plan".to_owned();
    assert_eq!(faults(|row: &mut Cost| row.line = id(9)), one(of_cost, gone.clone()));
    assert_eq!(faults(|row: &mut Actual| row.line = id(9)), one(of_actual, gone));
    assert_eq!(faults(|row: &mut Actual| row.amount = Money(-1)), one(of_actual, negative("the amount")));
    let rate = faults(|row: &mut Rate| row.per_day = Money(-1));
    assert_eq!(rate, [(Some(of_cost), negative("the amount")), (Some(of_rate), negative("the rate"))]);
    let rich = faults(|row: &mut Rate| row.per_day = Money::LARGEST);
    assert_eq!(rich.len(), 1, "two and a half days of it are too much: {rich:?}");
    // What is in the plan already stays there when the day that was to come is past, or not.
    assert_eq!(faults(|row: &mut Actual| row.day = day("2199-12-31")), []);
}
