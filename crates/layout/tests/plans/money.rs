//! A plan with money: a line that passes its cap, one that stays under it, and one without; spent and planned.

use milepost_plan::{
    Amount, Cap, Category, Certainty, Moment, Money, NewActual, NewBudgetLine, NewCost, Operation, Plan,
    Timing,
};
use milepost_testkit::{PlanBuilder, day, id, span};

use super::{TODAY, plan};

/// Money in euros, so that amounts have symbols.
#[allow(dead_code, reason = "not every suite looks at money")]
pub fn money() -> Plan {
    let plan = plan()
        .settings(|settings| "EUR".clone_into(&mut settings.currency))
        .theme("Reporting")
        .feature("Reporting", "Report templates", "2026-11-09", "2027-01-15")
        .with(|item| item.id = id(101))
        .feature("Reporting", "Scheduled delivery", "2027-02-01", "2027-04-30")
        .with(|item| item.id = id(102));
    let plan = line(plan, 1, "People", Some((120_000, "2026-10-01", "2027-09-30")));
    let plan = line(plan, 2, "Cloud", Some((9_000, "2027-01-01", "2027-12-31")));
    let plan = line(plan, 3, "Events", None);
    let year = Some(span("2026-10-01", "2027-09-30"));
    let plan = cost(plan, 11, 1, Some(101), 38_000, Timing::Spread { span: None });
    let plan = cost(plan, 12, 1, Some(102), 61_500, Timing::Spread { span: None });
    let plan = cost(plan, 13, 2, None, 1_250, Timing::Monthly { span: year });
    let plan = cost(plan, 14, 3, None, 5_000, Timing::Once { on: Moment::Day { day: day("2027-05-20") } });
    let plan = actual(plan, 21, 1, 9_800, "2026-11-20");
    actual(plan, 22, 2, 1_400, "2026-10-02").build()
}

fn line(plan: PlanBuilder, number: u32, name: &str, cap: Option<(i64, &str, &str)>) -> PlanBuilder {
    let line = NewBudgetLine {
        id: id(number),
        name: name.to_owned(),
        category: Category::Other,
        own_category: String::new(),
        cap: cap.map(|(amount, first, last)| Cap { amount: euros(amount), span: span(first, last) }),
        note: String::new(),
    };
    plan.operation(&Operation::AddBudgetLine { line })
}

fn cost(
    plan: PlanBuilder,
    number: u32,
    line: u32,
    item: Option<u32>,
    amount: i64,
    timing: Timing,
) -> PlanBuilder {
    let cost = NewCost {
        id: id(number),
        name: String::new(),
        line: id(line),
        item: item.map(id),
        amount: Amount::Money { amount: euros(amount) },
        timing,
        certainty: Certainty::Certain,
    };
    plan.operation(&Operation::AddCost { cost })
}

fn actual(plan: PlanBuilder, number: u32, line: u32, amount: i64, on: &str) -> PlanBuilder {
    let actual = NewActual {
        id: id(number),
        day: day(on),
        amount: euros(amount),
        line: id(line),
        item: None,
        supplier: String::new(),
        note: String::new(),
        key: String::new(),
        in_advance: false,
        today: day(TODAY),
    };
    plan.operation(&Operation::AddActual { actual })
}

fn euros(amount: i64) -> Money {
    Money(amount * 100)
}
