//! What version 5 added to the plan of every version: money.

use milepost_plan::{
    Actual, Amount, BudgetLine, Cap, Category, Certainty, Cost, Moment, Money, Plan, Rank, Rate, Span, Timing,
};

use super::{additions, day, id, plan_of_version_4};

/// The same as far as version 5 could keep it.
pub fn plan_of_version_5() -> Plan {
    let mut plan = plan_of_version_4();
    plan.accept(&additions([
        BudgetLine {
            id: id(101),
            name: "Hosting".to_owned(),
            category: Category::Cloud,
            own_category: "Machines".to_owned(),
            cap: Some(Cap { amount: Money(1_000_000_000_000), span: span() }),
            note: "Two\nlines".to_owned(),
            rank: Rank(2),
        },
        BudgetLine {
            id: id(102),
            name: "Work".to_owned(),
            category: Category::People,
            own_category: String::new(),
            cap: None,
            note: String::new(),
            rank: Rank(-2),
        },
    ]));
    plan.accept(&additions([Rate {
        id: id(111),
        role: "Engineer".to_owned(),
        per_day: Money(64_050),
        rank: Rank(1),
    }]));
    plan.accept(&additions(full_costs()));
    plan.accept(&additions([
        Actual {
            id: id(131),
            day: day("2026-10-01"),
            amount: Money(99_999),
            line: id(101),
            item: Some(id(12)),
            supplier: "Hosting & Söhne".to_owned(),
            note: "=SUM(A1)\nsecond".to_owned(),
            key: "INV-1".to_owned(),
            in_advance: false,
        },
        Actual {
            id: id(132),
            day: day("2199-12-31"),
            amount: Money(0),
            line: id(102),
            item: None,
            supplier: String::new(),
            note: String::new(),
            key: String::new(),
            in_advance: true,
        },
    ]));
    plan
}

fn span() -> Span {
    Span { first: day("2027-01-01"), last: day("2027-12-31") }
}

/// A cost of every timing; the first is effort, and one is estimated.
fn full_costs() -> Vec<Cost> {
    let timings = [
        Timing::Once { on: Moment::Day { day: day("2028-02-29") } },
        Timing::Once { on: Moment::Start },
        Timing::Once { on: Moment::End },
        Timing::Monthly { span: None },
        Timing::Monthly { span: Some(span()) },
        Timing::Spread { span: None },
        Timing::Spread { span: Some(span()) },
    ];
    let cost = |(timing, number): (Timing, u8)| Cost {
        id: id(121 + u128::from(number)),
        name: format!("Cost {number}"),
        line: id(101),
        item: Some(id(12)),
        amount: match number {
            0 => Amount::Effort { rate: id(111), hundredths: 1_250 },
            _ => Amount::Money { amount: Money(i64::from(number) * 1_001) },
        },
        timing,
        certainty: match number {
            3 => Certainty::Estimated { low: Money(1), high: Money(9_000) },
            _ => Certainty::Certain,
        },
    };
    let mut costs: Vec<Cost> = timings.into_iter().zip(0_u8..).map(cost).collect();
    costs.push(Cost { id: id(129), item: None, line: id(102), ..costs[6].clone() });
    costs
}
