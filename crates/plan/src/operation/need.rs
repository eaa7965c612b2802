//! Needs: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::each_once;
use crate::day::Day;
use crate::draft::Draft;
use crate::feedback::Feedback;
use crate::id::{CustomerId, NeedId};
use crate::item::WorkItem;
use crate::links::FeedbackOn;
use crate::need::{Importance, Need, NeedCustomer};
use crate::rules;
use crate::violation::RuleViolation;

/// What a new need starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Need")]
pub struct NewNeed {
    pub id: NeedId,
    pub statement: String,
    pub note: String,
    pub evidence: Vec<String>,
    pub customers: Vec<NeedCustomer>,
    pub wanted_by: Option<Day>,
    pub alternatives: String,
}

impl NewNeed {
    /// A need with nothing but an id and a statement.
    pub fn new(id: NeedId, statement: impl Into<String>) -> Self {
        Self {
            id,
            statement: statement.into(),
            note: String::new(),
            evidence: Vec::new(),
            customers: Vec::new(),
            wanted_by: None,
            alternatives: String::new(),
        }
    }
}

/// One field of a need and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Need")]
pub enum NeedEdit {
    Statement(String),
    Note(String),
    Evidence(Vec<String>),
    WantedBy(Option<Day>),
    Alternatives(String),
    /// How important it is to one customer; none if it is not that customer's need.
    Importance {
        customer: CustomerId,
        importance: Option<Importance>,
    },
}

impl NeedEdit {
    fn verb(&self) -> &'static str {
        match self {
            Self::Statement(_) => "Rename",
            Self::Importance { .. } => "Change importance of",
            Self::Note(_) | Self::Evidence(_) | Self::WantedBy(_) | Self::Alternatives(_) => "Edit",
        }
    }

    pub(super) fn label(&self, ids: &[NeedId]) -> String {
        label(self.verb(), ids)
    }
}

/// “Delete need”, “Delete 3 needs”.
pub(super) fn label(verb: &str, ids: &[NeedId]) -> String {
    match each_once(ids).count() {
        1 => format!("{verb} need"),
        count => format!("{verb} {count} needs"),
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewNeed) -> Result<(), RuleViolation> {
    let need = Need {
        id: new.id,
        statement: new.statement.clone(),
        note: new.note.clone(),
        evidence: new.evidence.clone(),
        customers: new.customers.clone(),
        wanted_by: new.wanted_by,
        alternatives: new.alternatives.clone(),
    };
    let need = checked(draft, need)?;
    draft.add(need)
}

pub(super) fn edit(draft: &mut Draft<'_>, ids: &[NeedId], edit: &NeedEdit) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        let mut need = draft.find::<Need>(id)?.clone();
        match edit {
            NeedEdit::Statement(statement) => need.statement.clone_from(statement),
            NeedEdit::Note(note) => need.note.clone_from(note),
            NeedEdit::Evidence(evidence) => need.evidence.clone_from(evidence),
            NeedEdit::WantedBy(day) => need.wanted_by = *day,
            NeedEdit::Alternatives(text) => need.alternatives.clone_from(text),
            NeedEdit::Importance { customer, importance } => {
                need.customers.retain(|row| row.customer != *customer);
                let row = importance.map(|importance| NeedCustomer { customer: *customer, importance });
                need.customers.extend(row);
            }
        }
        let need = checked(draft, need)?;
        draft.put(need);
    }
    Ok(())
}

/// What serves them and what speaks of them stays.
pub(super) fn delete(draft: &mut Draft<'_>, ids: &[NeedId]) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        draft.find::<Need>(id)?;
        for item in draft.items_of_need(id) {
            let mut item = draft.find::<WorkItem>(item)?.clone();
            item.needs.retain(|served| served.need != id);
            draft.put(item);
        }
        for feedback in draft.feedback_on(FeedbackOn::Need(id)) {
            let mut feedback = draft.find::<Feedback>(feedback)?.clone();
            feedback.needs.retain(|need| *need != id);
            feedback.follow_links();
            draft.put(feedback);
        }
        draft.remove::<Need>(id);
    }
    Ok(())
}

/// The need with its texts trimmed and its customers in order, if it keeps every rule. Of two importances to one
/// customer the last one stays.
fn checked(draft: &Draft<'_>, mut need: Need) -> Result<Need, RuleViolation> {
    rules::last_of_each(&mut need.customers, |row| row.customer);
    for link in &mut need.evidence {
        *link = rules::line("the evidence", link)?;
    }
    need.evidence.retain(|link| !link.is_empty());
    need.statement = rules::name("need", &need.statement)?;
    need.note = rules::text("the note", &need.note)?;
    need.alternatives = rules::text("the alternatives", &need.alternatives)?;
    rules::need(draft, &need)?;
    Ok(need)
}
