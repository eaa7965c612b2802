//! What the product of the story costs: lines with their caps, rates, what is planned, and what is spent so far.
//!
//! The money of twelve months, from October 2026 to September 2027. One line, Cloud, will pass its cap.

mod costs;
mod spent;

use milepost_plan::{
    BudgetLineId, Cap, Category, ItemId, Money, NewBudgetLine, NewRate, Operation, RateId, Span,
};

use crate::build::{Fault, Named, ids};

const PEOPLE: &str = "People";
const CLOUD: &str = "Cloud";
const LICENCES: &str = "Licences";
const MARKETING: &str = "Marketing";
const TRAINING: &str = "Training";

/// Name, category, cap in pounds, its first and its last day, note.
#[rustfmt::skip]
const LINES: [(&str, Category, i64, &str, &str, &str); 5] = [
    (PEOPLE, Category::People, 300_000, "2026-10-01", "2027-09-30", "Contractors by the day. Our own people stand in another budget."),
    (CLOUD, Category::Cloud, 78_000, "2026-10-01", "2027-09-30", "Agreed before anybody knew what the warehouse would take."),
    (LICENCES, Category::Licences, 42_000, "2026-10-01", "2027-09-30", ""),
    (MARKETING, Category::Marketing, 24_000, "2027-01-01", "2027-12-31", "By the calendar year, like everything in Marketing."),
    (TRAINING, Category::Training, 36_000, "2026-10-01", "2027-09-30", ""),
];

const DATA_ENGINEER: &str = "Data engineer";
const FRONT_END: &str = "Front-end developer";
const TESTER: &str = "Tester";

/// Role, and pounds a day.
const RATES: [(&str, i64); 3] = [(DATA_ENGINEER, 800), (FRONT_END, 750), (TESTER, 600)];

/// Adds lines, rates, costs and actuals.
pub(super) fn budget(items: &Named<ItemId>) -> Result<Vec<Operation>, Fault> {
    let mut lines = Named::<BudgetLineId>::new("budget line");
    let mut rates = Named::<RateId>::new("rate");
    let mut operations = Vec::new();
    for ((name, category, cap, first, last, note), id) in LINES.into_iter().zip(ids(11, 0)) {
        lines.add(name, id);
        let cap = Some(Cap { amount: pounds(cap), span: days(first, last)? });
        let (name, own_category, note) = (name.to_owned(), String::new(), note.to_owned());
        let line = NewBudgetLine { id, name, category, own_category, cap, note };
        operations.push(Operation::AddBudgetLine { line });
    }
    for ((role, per_day), id) in RATES.into_iter().zip(ids(12, 0)) {
        rates.add(role, id);
        let rate = NewRate { id, role: role.to_owned(), per_day: pounds(per_day) };
        operations.push(Operation::AddRate { rate });
    }
    operations.extend(costs::costs(&lines, &rates, items)?);
    operations.extend(spent::actuals(&lines, items)?);
    Ok(operations)
}

fn pounds(amount: i64) -> Money {
    Money(100 * amount)
}

fn days(first: &str, last: &str) -> Result<Span, Fault> {
    Ok(Span::new(first.parse()?, last.parse()?)?)
}

/// The id of the item with that title; none for an empty one.
fn item_of(items: &Named<ItemId>, title: &str) -> Result<Option<ItemId>, Fault> {
    if title.is_empty() { Ok(None) } else { items.id(title).map(Some) }
}
