//! Every feedback with what it is linked to.
//!
//! Importing the table into a plan with the same customers, needs and work items gives the same feedback again.

use milepost_plan::{Cancelled, Feedback, Id, Plan};

use super::names::Names;
use super::{Writing, Written};
use crate::formula::defuse;

/// The header. A file that has all of these columns is known as one of ours.
pub(super) const COLUMNS: [&str; 13] = [
    "Key",
    "Text",
    "Day",
    "Source",
    "Customer",
    "Channel",
    "Status",
    "Reason",
    "Votes",
    "Needs",
    "Work items",
    "Duplicate of",
    "Id",
];

/// The feedback of a plan from the first day to the last.
pub(super) fn all<'c>(plan: &Plan, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    let names = Names::of(plan);
    let mut feedback: Vec<&Feedback> = plan.feedback().iter().collect();
    feedback.sort_by_key(|feedback| (feedback.day, feedback.id));
    let mut written = Written::new(how, COLUMNS);
    for feedback in feedback {
        written.row(cells(plan, &names, feedback))?;
    }
    Ok(written)
}

fn cells(plan: &Plan, names: &Names, feedback: &Feedback) -> [String; COLUMNS.len()] {
    let customer = feedback.customer.and_then(|id| plan.customers().get(id));
    let needs = feedback.needs.iter().filter_map(|id| plan.needs().get(*id));
    let items = feedback.items.iter().filter_map(|id| plan.items().get(*id));
    let original = feedback.duplicate_of.and_then(|id| plan.feedback().get(id));
    [
        defuse(&feedback.key),
        defuse(&feedback.text),
        feedback.day.to_string(),
        defuse(&feedback.source),
        defuse(customer.map_or("", |customer| customer.name.as_str())),
        defuse(&feedback.channel),
        feedback.status.word().to_owned(),
        defuse(&feedback.reason),
        feedback.votes.to_string(),
        defuse(&names.needs(needs)),
        defuse(&names.items(items)),
        original.map(name_of_original).map(|name| defuse(&name)).unwrap_or_default(),
        feedback.id.to_string(),
    ]
}

/// The key of a feedback, unless it has none or one that could be taken for an id.
fn name_of_original(feedback: &Feedback) -> String {
    let is_plain = !feedback.key.is_empty() && uuid::Uuid::try_parse(&feedback.key).is_err();
    if is_plain { feedback.key.clone() } else { feedback.id.uuid().to_string() }
}
