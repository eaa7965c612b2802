//! Rows to feedback: new ones are added, known ones are edited where the file says something else.

use milepost_plan::{
    Cancel, Cancelled, CustomerId, CustomerKind, Day, Feedback, FeedbackEdit, FeedbackId, FeedbackStatus, Id,
    NewCustomer, NewFeedback, Operation,
};
use uuid::Uuid;

use super::Row;
use super::names::Names;
use crate::import::identity::Identity;
use crate::import::names::Unfound;
use crate::import::scratch::Scratch;
use crate::mapping::{Field, Mapping};
use crate::report::{Remark, quoted};

/// What became of a row; the status is to come that it is to end with, whatever its links make of it.
pub(super) type Landing = crate::import::landing::Landing<FeedbackId, FeedbackStatus>;

/// Brings rows into the plan one by one, all but which stand for which.
pub(super) struct Lander<'l> {
    scratch: &'l mut Scratch,
    mapping: &'l Mapping,
    ids: &'l mut dyn FnMut() -> Uuid,
    names: Names,
}

/// The customer of a row, and what adds it if it is new.
#[derive(Default)]
struct Belonging {
    customer: Option<CustomerId>,
    addition: Option<Operation>,
}

impl<'l> Lander<'l> {
    pub(super) fn new(
        scratch: &'l mut Scratch,
        mapping: &'l Mapping,
        ids: &'l mut dyn FnMut() -> Uuid,
    ) -> Self {
        let names = Names::of(&scratch.plan);
        Self { scratch, mapping, ids, names }
    }

    pub(super) fn land(&mut self, row: &mut Row, identity: &Identity<FeedbackId>) -> Landing {
        if let Some(reason) = row.refusal.take() {
            return Landing::refused(&mut row.remarks, reason);
        }
        let existing = identity.existing.and_then(|id| self.scratch.plan.feedback().get(id)).cloned();
        let remarks = row.remarks.len();
        let landed = match existing {
            Some(feedback) => self.update(row, identity, &feedback),
            None => self.add(row, identity),
        };
        landed.unwrap_or_else(|reason| {
            // What was to be taken otherwise is not taken at all.
            row.remarks.truncate(remarks);
            Landing::refused(&mut row.remarks, reason)
        })
    }

    fn add(&mut self, row: &mut Row, identity: &Identity<FeedbackId>) -> Result<Landing, String> {
        let id = identity.own_id.unwrap_or_else(|| FeedbackId::from_uuid((self.ids)()));
        let day = self.day(row)?;
        let belonging = self.belonging(row);
        let feedback = NewFeedback {
            source: row.source.clone(),
            customer: belonging.customer,
            channel: row.channel.clone(),
            status: row.status.unwrap_or_default(),
            reason: reason(row, row.status),
            votes: row.votes.unwrap_or(1),
            key: identity.key.clone(),
            needs: self.names.needs(&self.scratch.plan, &row.needs)?,
            items: self.names.items(&self.scratch.plan, &row.items)?,
            ..NewFeedback::new(id, day, row.text.clone())
        };
        self.carry_out(row, belonging, vec![Operation::AddFeedback { feedback }])?;
        Ok(Landing { to_come: row.status, ..Landing::taken(id) })
    }

    /// Edits what the file says otherwise. Either all edits of a row are made or none.
    fn update(
        &mut self,
        row: &mut Row,
        identity: &Identity<FeedbackId>,
        feedback: &Feedback,
    ) -> Result<Landing, String> {
        let belonging = self.belonging(row);
        let status = row.status.filter(|status| self.applies(*status, feedback.status));
        let mut edits = edits(row, identity, feedback);
        let customer = belonging.customer.filter(|customer| feedback.customer != Some(*customer));
        edits.extend(customer.map(|customer| (Field::Customer, FeedbackEdit::Customer(Some(customer)))));
        for need in self.names.needs(&self.scratch.plan, &row.needs)? {
            let is_new = !feedback.needs.contains(&need);
            edits.extend(is_new.then_some((Field::Needs, FeedbackEdit::Need { need, linked: true })));
        }
        for item in self.names.items(&self.scratch.plan, &row.items)? {
            let is_new = !feedback.items.contains(&item);
            edits.extend(is_new.then_some((Field::Items, FeedbackEdit::Item { item, linked: true })));
        }
        edits.extend(status_edit(row, feedback, status));
        let mut landing = Landing { to_come: status, ..Landing::unchanged(feedback.id) };
        let mut operations = Vec::new();
        for (field, edit) in edits {
            let operation = Operation::EditFeedback { ids: vec![feedback.id], edit };
            // A new customer is not in the plan before all of the row is.
            let is_change = match (&belonging.addition, field) {
                (Some(_), Field::Customer) => true,
                _ => self.scratch.would_change(&operation).map_err(|violation| violation.to_string())?,
            };
            if is_change {
                landing.changed(field);
                operations.push(operation);
            }
        }
        if !operations.is_empty() {
            self.carry_out(row, belonging, operations)?;
        }
        Ok(landing)
    }

    /// The day of a new feedback.
    fn day(&self, row: &mut Row) -> Result<Day, String> {
        let day = row.day.or(self.mapping.usual_day).ok_or("the row gives no day")?;
        if row.day.is_none() {
            row.remarks.push(Remark::on(
                Field::Day,
                format!("the row gives no day; taken as said on {}", day.written()),
            ));
        }
        Ok(day)
    }

    fn belonging(&mut self, row: &mut Row) -> Belonging {
        if row.customer.is_empty() {
            return Belonging::default();
        }
        let found = self.names.customer(&row.customer);
        if let Ok(customer) = found {
            return Belonging { customer: Some(customer), addition: None };
        }
        if found == Err(Unfound::Several) {
            let text = format!(
                "the plan has several customers called {} but for capitals, and none was taken",
                quoted(&row.customer)
            );
            row.remarks.push(Remark::on(Field::Customer, text));
            return Belonging::default();
        }
        if !self.mapping.adds_customers {
            let text = format!("the customer {} is not in the plan and was not taken", quoted(&row.customer));
            row.remarks.push(Remark::on(Field::Customer, text));
            return Belonging::default();
        }
        let id = CustomerId::from_uuid((self.ids)());
        let customer = NewCustomer {
            id,
            name: row.customer.clone(),
            kind: CustomerKind::default(),
            size: 1,
            unit: String::new(),
            note: String::new(),
        };
        Belonging { customer: Some(id), addition: Some(Operation::AddCustomer { customer }) }
    }

    /// Carries out all that a row asks for, or nothing of it.
    fn carry_out(
        &mut self,
        row: &Row,
        belonging: Belonging,
        mut operations: Vec<Operation>,
    ) -> Result<(), String> {
        let is_new = belonging.addition.is_some();
        operations.splice(0..0, belonging.addition);
        let operation = match operations.len() {
            1 => operations.remove(0),
            _ => Operation::Batch { label: "Import feedback".to_owned(), operations },
        };
        self.scratch.apply(operation).map_err(|violation| violation.to_string())?;
        if let Some(customer) = belonging.customer.filter(|_| is_new) {
            self.names.add_customer(&row.customer, customer);
        }
        Ok(())
    }

    /// Whether a status of the file goes before the one that a feedback has. A file of ours says what it shall be;
    /// another system only says how far things have come there.
    fn applies(&self, status: FeedbackStatus, now: FeedbackStatus) -> bool {
        let progress = |status| match status {
            FeedbackStatus::New => 0,
            FeedbackStatus::Linked => 1,
            FeedbackStatus::Planned => 2,
            FeedbackStatus::Answered | FeedbackStatus::Declined => 3,
        };
        status == now || self.mapping.formulas_are_defused || progress(status) > progress(now)
    }
}

/// Gives every feedback the status that its row wants. Links made by later rows may have changed it.
pub(super) fn settle(
    scratch: &mut Scratch,
    rows: &[Row],
    landings: &mut [Landing],
    cancel: Cancel<'_>,
) -> Result<(), Cancelled> {
    for each in cancel.over(rows.iter().zip(landings)) {
        let (row, landing) = each?;
        let Some(feedback) = landing.became.and_then(|id| scratch.plan.feedback().get(id)) else {
            continue;
        };
        let Some((field, edit)) = status_edit(row, feedback, landing.to_come) else { continue };
        let ids = vec![feedback.id];
        // Refused by nothing: the same status has been taken when the row has landed.
        if scratch.apply(Operation::EditFeedback { ids, edit }) == Ok(true) {
            landing.changed(field);
        }
    }
    Ok(())
}

/// What a row says of a feedback that is in the plan, but for its status and what it is linked to. What it leaves
/// empty says nothing.
fn edits(row: &Row, identity: &Identity<FeedbackId>, feedback: &Feedback) -> Vec<(Field, FeedbackEdit)> {
    let said = |text: &str, now: &str| (!text.is_empty() && text != now).then(|| text.to_owned());
    [
        (Field::Key, said(&identity.key, &feedback.key).map(FeedbackEdit::Key)),
        (Field::Text, said(&row.text, &feedback.text).map(FeedbackEdit::Text)),
        (Field::Day, row.day.filter(|day| *day != feedback.day).map(FeedbackEdit::Day)),
        (Field::Source, said(&row.source, &feedback.source).map(FeedbackEdit::Source)),
        (Field::Channel, said(&row.channel, &feedback.channel).map(FeedbackEdit::Channel)),
        (Field::Votes, row.votes.filter(|votes| *votes != feedback.votes).map(FeedbackEdit::Votes)),
    ]
    .into_iter()
    .filter_map(|(field, edit)| Some((field, edit?)))
    .collect()
}

fn status_edit(
    row: &Row,
    feedback: &Feedback,
    wanted: Option<FeedbackStatus>,
) -> Option<(Field, FeedbackEdit)> {
    let wanted = wanted?;
    let told = row.reason.trim();
    if wanted == FeedbackStatus::Declined {
        let is_another = feedback.status != wanted || !told.is_empty() && told != feedback.reason.trim();
        let reason = if told.is_empty() { feedback.reason.clone() } else { row.reason.clone() };
        let field = if feedback.status == wanted { Field::Reason } else { Field::Status };
        return is_another.then_some((field, FeedbackEdit::Decline(reason)));
    }
    (feedback.status != wanted).then_some((Field::Status, FeedbackEdit::Status(wanted)))
}

/// The reason of a row that is declined. Any other answer has no place in a plan, which is said.
fn reason(row: &mut Row, status: Option<FeedbackStatus>) -> String {
    if status == Some(FeedbackStatus::Declined) {
        return row.reason.clone();
    }
    if !row.reason.is_empty() {
        let text = "only the reason for declining is kept; this answer was not taken";
        row.remarks.push(Remark::on(Field::Reason, text));
    }
    String::new()
}
