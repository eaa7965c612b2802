//! Lets feedback stand for what rows call its duplicates, once every row has landed.

use std::collections::HashMap;

use milepost_plan::{Cancel, Cancelled, FeedbackId, Id, Operation, Plan};
use uuid::Uuid;

use super::Row;
use super::land::Landing;
use crate::import::scratch::Scratch;
use crate::mapping::Field;
use crate::report::{Remark, quoted};

pub(super) fn merge(
    scratch: &mut Scratch,
    rows: &mut [Row],
    landings: &mut [Landing],
    cancel: Cancel<'_>,
) -> Result<(), Cancelled> {
    let by_file_id = by_file_id(rows, landings);
    for each in cancel.over(rows.iter_mut().zip(landings)) {
        let (row, landing) = each?;
        let Some(id) = landing.became else { continue };
        if row.duplicate_of.is_empty() {
            if row.is_duplicate {
                let text = "the file says that it is a duplicate, but not of what; merge it by hand";
                row.remarks.push(Remark::on(Field::Status, text));
            }
            continue;
        }
        let Some(original) = find(&scratch.plan, &by_file_id, &row.duplicate_of) else {
            let text =
                format!("the original {} is neither in the file nor in the plan", quoted(&row.duplicate_of));
            row.remarks.push(Remark::on(Field::DuplicateOf, text));
            continue;
        };
        if stands_for(&scratch.plan, original, id) {
            continue;
        }
        match scratch.apply(Operation::MergeFeedback { ids: vec![id], into: original }) {
            Ok(true) => landing.changed(Field::DuplicateOf),
            Ok(false) => {}
            Err(violation) => {
                let text = format!("{} was not taken: {violation}", quoted(&row.duplicate_of));
                row.remarks.push(Remark::on(Field::DuplicateOf, text));
            }
        }
    }
    Ok(())
}

/// What the rows have become, by the ids of the file.
fn by_file_id(rows: &[Row], landings: &[Landing]) -> HashMap<String, FeedbackId> {
    let mut ids = HashMap::new();
    for (row, landing) in rows.iter().zip(landings).filter(|(row, _)| !row.id.is_empty()) {
        if let Some(id) = landing.became {
            ids.entry(row.id.clone()).or_insert(id);
        }
    }
    ids
}

/// The feedback of that key or id. Text in the form of our ids is an id first, any other a key first.
fn find(plan: &Plan, by_file_id: &HashMap<String, FeedbackId>, text: &str) -> Option<FeedbackId> {
    let by_file_id = || by_file_id.get(text).copied();
    let by_key = || plan.feedback_by_key(text).map(|feedback| feedback.id);
    match Uuid::try_parse(text) {
        Ok(uuid) => {
            let own = Some(FeedbackId::from_uuid(uuid)).filter(|id| plan.feedback().contains(*id));
            by_file_id().or(own).or_else(by_key)
        }
        Err(_) => by_key().or_else(by_file_id),
    }
}

/// Whether an original, or what stands for it, stands for a feedback already.
fn stands_for(plan: &Plan, original: FeedbackId, feedback: FeedbackId) -> bool {
    let stands = |id| plan.feedback().get(id).and_then(|feedback| feedback.duplicate_of);
    stands(feedback) == Some(stands(original).unwrap_or(original))
}
