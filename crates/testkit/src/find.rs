//! Rows of a plan by the names that a test gave them, and days and ids in a few letters.

use milepost_plan::{
    BudgetLine, Customer, Day, Feedback, Goal, Id, Milestone, Need, Plan, Rate, Span, Theme, View, WorkItem,
};
use uuid::Uuid;

/// The day that an ISO text says.
#[track_caller]
pub fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The span from one ISO day to another, the last one included.
#[track_caller]
pub fn span(first: &str, last: &str) -> Span {
    Span::new(day(first), day(last)).unwrap_or_else(|violation| panic!("{violation}"))
}

/// The same id for the same number every time, shaped like a UUID of version 7.
///
/// [`PlanBuilder`](crate::PlanBuilder) counts up from 1 for each entity; take large numbers for what it is not to meet.
pub fn id<I: Id>(number: u32) -> I {
    const FIRST: u128 = 0x0190_0000_0000_7000_8000_0000_0000_0000;
    I::from_uuid(Uuid::from_u128(FIRST + u128::from(number)))
}

/// The work item with that title.
#[track_caller]
pub fn item<'p>(plan: &'p Plan, title: &str) -> &'p WorkItem {
    only("work item", title, plan.items().iter().filter(|row| row.title == title))
}

/// The theme with that name.
#[track_caller]
pub fn theme<'p>(plan: &'p Plan, name: &str) -> &'p Theme {
    only("theme", name, plan.themes().iter().filter(|row| row.name == name))
}

/// The milestone with that name.
#[track_caller]
pub fn milestone<'p>(plan: &'p Plan, name: &str) -> &'p Milestone {
    only("milestone", name, plan.milestones().iter().filter(|row| row.name == name))
}

/// The view with that name.
#[track_caller]
pub fn view<'p>(plan: &'p Plan, name: &str) -> &'p View {
    only("view", name, plan.views().iter().filter(|row| row.name == name))
}

/// The customer with that name.
#[track_caller]
pub fn customer<'p>(plan: &'p Plan, name: &str) -> &'p Customer {
    only("customer", name, plan.customers().iter().filter(|row| row.name == name))
}

/// The need with that statement.
#[track_caller]
pub fn need<'p>(plan: &'p Plan, statement: &str) -> &'p Need {
    only("need", statement, plan.needs().iter().filter(|row| row.statement == statement))
}

/// The goal with that title.
#[track_caller]
pub fn goal<'p>(plan: &'p Plan, title: &str) -> &'p Goal {
    only("goal", title, plan.goals().iter().filter(|row| row.title == title))
}

/// The feedback with that text.
#[track_caller]
pub fn feedback<'p>(plan: &'p Plan, text: &str) -> &'p Feedback {
    only("feedback", text, plan.feedback().iter().filter(|row| row.text == text))
}

/// The budget line with that name.
#[track_caller]
pub fn budget_line<'p>(plan: &'p Plan, name: &str) -> &'p BudgetLine {
    only("budget line", name, plan.budget_lines().iter().filter(|row| row.name == name))
}

/// The rate of that role.
#[track_caller]
pub fn rate<'p>(plan: &'p Plan, role: &str) -> &'p Rate {
    only("rate", role, plan.rates().iter().filter(|row| row.role == role))
}

#[track_caller]
fn only<'p, R>(word: &str, name: &str, mut rows: impl Iterator<Item = &'p R>) -> &'p R {
    let Some(row) = rows.next() else { panic!("no {word} is called “{name}”") };
    assert!(rows.next().is_none(), "more than one {word} is called “{name}”");
    row
}
