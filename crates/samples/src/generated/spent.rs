//! Made-up money: budget lines with caps, rates, costs of features and of the plan, and what is spent.

use milepost_plan::{
    ActualId, Amount, BudgetLineId, Cap, Category, Certainty, CostId, Day, Moment, Money, NewActual,
    NewBudgetLine, NewCost, NewItem, NewRate, Operation, RateId, Span, Timing,
};

use super::{LENGTH_DAYS, PlanSize, first_day};
use crate::build::ids;
use crate::northwind::sample_day;
use crate::random::Random;
use crate::titles;

const LINES: [(&str, Category); 20] = [
    ("Engineers", Category::People),
    ("Designers", Category::People),
    ("Testers", Category::People),
    ("Analysts", Category::People),
    ("Contractors", Category::People),
    ("Production", Category::Cloud),
    ("Warehouse", Category::Cloud),
    ("Pre-production", Category::Cloud),
    ("Backups", Category::Cloud),
    ("Design tools", Category::Licences),
    ("Databases", Category::Licences),
    ("Monitoring", Category::Licences),
    ("Fonts and pictures", Category::Licences),
    ("Campaigns", Category::Marketing),
    ("Events", Category::Marketing),
    ("Films", Category::Marketing),
    ("Courses", Category::Training),
    ("Conferences", Category::Training),
    ("Travel", Category::Other),
    ("Audits", Category::Other),
];

/// Role, and minor units a day.
const RATES: [(&str, i64); 4] =
    [("Engineer", 78_500), ("Designer", 71_250), ("Tester", 60_000), ("Analyst", 69_933)];

const SUPPLIERS: [&str; 8] = [
    "Halden Cloud",
    "Kestrel Contracting",
    "Oriel Studio",
    "Watchkeeper",
    "Inkwell Reports",
    "Plain Words Training",
    "Bramley Print",
    "Öresund Konsult",
];

/// As many costs and actuals as asked for, on twenty lines, or on one where there are few. Nothing if none are.
pub(super) fn budget(random: &mut Random, size: PlanSize, items: &[NewItem], salt: u32) -> Vec<Operation> {
    let PlanSize { costs, actuals, .. } = size;
    if costs + actuals == 0 {
        return Vec::new();
    }
    let lines: Vec<BudgetLineId> =
        ids(11, salt).take(if costs < LINES.len() { 1 } else { LINES.len() }).collect();
    let rates: Vec<RateId> = ids(12, salt).take(RATES.len()).collect();
    let mut operations = Vec::with_capacity(costs + actuals + lines.len() + rates.len());
    // What most lines will not use up, though some will.
    let cap = Money(i64::try_from(costs / lines.len() + 1).unwrap_or(1) * 500_000);
    for ((name, category), id) in LINES.into_iter().zip(&lines) {
        let cap = Some(Cap { amount: cap, span: all_days() });
        let (name, own_category, note) = (name.to_owned(), String::new(), String::new());
        operations.push(Operation::AddBudgetLine {
            line: NewBudgetLine { id: *id, name, category, own_category, cap, note },
        });
    }
    for ((role, per_day), id) in RATES.into_iter().zip(&rates) {
        let rate = NewRate { id: *id, role: role.to_owned(), per_day: Money(per_day) };
        operations.push(Operation::AddRate { rate });
    }
    operations.extend(
        ids(13, salt)
            .take(costs)
            .map(|id| Operation::AddCost { cost: cost(random, id, &lines, &rates, items) }),
    );
    operations.extend(ids(14, salt).zip(0..actuals).map(|(id, number)| Operation::AddActual {
        actual: actual(random, id, number, actuals, &lines, items),
    }));
    operations
}

fn all_days() -> Span {
    Span { first: first_day(), last: first_day().plus(LENGTH_DAYS - 1) }
}

/// One of the lines; the first ones have more on them, as in any plan.
fn line_of(random: &mut Random, lines: &[BudgetLineId]) -> BudgetLineId {
    lines[random.below(lines.len()).min(random.below(lines.len()))]
}

fn cost(
    random: &mut Random,
    id: CostId,
    lines: &[BudgetLineId],
    rates: &[RateId],
    items: &[NewItem],
) -> NewCost {
    let item = (!items.is_empty() && random.happens(90)).then(|| items[random.below(items.len())].id);
    let (amount, money) = if random.happens(40) {
        let (rate, days) = (random.below(rates.len()), random.days(1, 40));
        let hundredths = u32::try_from(50 * days).unwrap_or(50);
        (Amount::Effort { rate: rates[rate], hundredths }, RATES[rate].1 * i64::from(days) / 2)
    } else {
        let money = i64::from(random.days(1_000, 2_500_000));
        (Amount::Money { amount: Money(money) }, money)
    };
    let certainty = if random.happens(30) {
        Certainty::Estimated { low: Money(money * 8 / 10), high: Money(money * 3 / 2) }
    } else {
        Certainty::Certain
    };
    let timing = match (random.below(10), item) {
        (0..=5, Some(_)) => Timing::Spread { span: None },
        (6, Some(_)) => Timing::Monthly { span: None },
        (7, Some(_)) => Timing::Once { on: Moment::Start },
        (8, Some(_)) => Timing::Once { on: Moment::End },
        (0..=3, None) => Timing::Spread { span: Some(span(random)) },
        (4..=6, None) => Timing::Monthly { span: Some(span(random)) },
        _ => Timing::Once { on: Moment::Day { day: span(random).first } },
    };
    let name = if random.happens(50) { titles::title(random) } else { String::new() };
    NewCost { id, name, line: line_of(random, lines), item, amount, timing, certainty }
}

/// Up to a year, somewhere in the plan.
fn span(random: &mut Random) -> Span {
    let days = random.days(28, 365);
    let first = first_day().plus(random.days(0, LENGTH_DAYS - days));
    Span { first, last: first.plus(days - 1) }
}

fn actual(
    random: &mut Random,
    id: ActualId,
    number: usize,
    count: usize,
    lines: &[BudgetLineId],
    items: &[NewItem],
) -> NewActual {
    NewActual {
        id,
        day: day(number, count),
        amount: Money(i64::from(random.days(1_000, 900_000))),
        line: line_of(random, lines),
        item: (!items.is_empty() && random.happens(60)).then(|| items[random.below(items.len())].id),
        supplier: random.one_of(&SUPPLIERS).to_owned(),
        note: if random.happens(30) { titles::title(random) } else { String::new() },
        key: if random.happens(80) { format!("INV-{}", number + 1) } else { String::new() },
        in_advance: false,
        today: sample_day(),
    }
}

/// The days from the first of the plan to [`sample_day`], evenly.
fn day(number: usize, count: usize) -> Day {
    let days = usize::try_from(sample_day().days_since(first_day())).unwrap_or(0);
    first_day().plus(i32::try_from(number * (days + 1) / count.max(1)).unwrap_or(0))
}
