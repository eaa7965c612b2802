//! Feedback: add, edit, link, merge, delete.

use serde::{Deserialize, Serialize};

use super::each_once;
use crate::day::Day;
use crate::draft::Draft;
use crate::feedback::{Feedback, FeedbackStatus};
use crate::id::{CustomerId, FeedbackId, ItemId, NeedId};
use crate::links::FeedbackOn;
use crate::rules;
use crate::violation::RuleViolation;

/// What a new feedback starts with. Its status follows what it is linked to, if that is anything, unless it is closed
/// from the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[allow(missing_docs, reason = "the fields are those of Feedback")]
pub struct NewFeedback {
    pub id: FeedbackId,
    pub day: Day,
    pub text: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub source: String,
    #[serde(default)]
    pub customer: Option<CustomerId>,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub channel: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<FeedbackStatus>"))]
    pub status: FeedbackStatus,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub reason: String,
    /// One if left out.
    #[serde(default = "one")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<u32>"))]
    pub votes: u32,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub key: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<NeedId>>"))]
    pub needs: Vec<NeedId>,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<ItemId>>"))]
    pub items: Vec<ItemId>,
}

fn one() -> u32 {
    1
}

impl NewFeedback {
    /// A feedback with nothing but an id, a day and a text.
    pub fn new(id: FeedbackId, day: Day, text: impl Into<String>) -> Self {
        Self {
            id,
            day,
            text: text.into(),
            source: String::new(),
            customer: None,
            channel: String::new(),
            status: FeedbackStatus::New,
            reason: String::new(),
            votes: one(),
            key: String::new(),
            needs: Vec::new(),
            items: Vec::new(),
        }
    }
}

/// One field of a feedback and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Feedback")]
pub enum FeedbackEdit {
    Day(Day),
    Source(String),
    Customer(Option<CustomerId>),
    Channel(String),
    Text(String),
    /// A status other than declined forgets the reason. An open one follows the links, if there are any, whichever it
    /// is. It holds for the duplicates too.
    Status(FeedbackStatus),
    /// Declines it for a reason, and its duplicates.
    Decline(String),
    Votes(u32),
    Key(String),
    /// Whether it speaks of a need.
    Need {
        need: NeedId,
        linked: bool,
    },
    /// Whether it speaks of a work item.
    Item {
        item: ItemId,
        linked: bool,
    },
}

impl FeedbackEdit {
    fn verb(&self) -> &'static str {
        match self {
            Self::Status(FeedbackStatus::Answered) => "Answer",
            Self::Status(_) => "Change status of",
            Self::Decline(_) => "Decline",
            Self::Need { linked: true, .. } | Self::Item { linked: true, .. } => "Link",
            Self::Need { linked: false, .. } | Self::Item { linked: false, .. } => "Unlink",
            Self::Day(_)
            | Self::Source(_)
            | Self::Customer(_)
            | Self::Channel(_)
            | Self::Text(_)
            | Self::Votes(_)
            | Self::Key(_) => "Edit",
        }
    }

    pub(super) fn label(&self, ids: &[FeedbackId]) -> String {
        label(self.verb(), ids)
    }
}

/// “Decline feedback”, “Decline 3 pieces of feedback”.
pub(super) fn label(verb: &str, ids: &[FeedbackId]) -> String {
    match each_once(ids).count() {
        1 => format!("{verb} feedback"),
        count => format!("{verb} {count} pieces of feedback"),
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewFeedback) -> Result<(), RuleViolation> {
    let mut feedback = Feedback {
        id: new.id,
        day: new.day,
        source: new.source.clone(),
        customer: new.customer,
        channel: new.channel.clone(),
        text: new.text.clone(),
        status: new.status,
        reason: new.reason.clone(),
        votes: new.votes,
        key: new.key.clone(),
        duplicate_of: None,
        needs: new.needs.clone(),
        items: new.items.clone(),
    };
    if feedback.has_links() {
        feedback.follow_links();
    }
    let feedback = checked(draft, feedback)?;
    draft.add(feedback)
}

pub(super) fn edit(
    draft: &mut Draft<'_>,
    ids: &[FeedbackId],
    edit: &FeedbackEdit,
) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        edit_one(draft, id, edit)?;
        if matches!(edit, FeedbackEdit::Status(_) | FeedbackEdit::Decline(_)) {
            // What comes of a feedback comes of those that say the same.
            let duplicates = draft.feedback_on(FeedbackOn::Original(id));
            duplicates.into_iter().try_for_each(|duplicate| edit_one(draft, duplicate, edit))?;
        }
    }
    Ok(())
}

fn edit_one(draft: &mut Draft<'_>, id: FeedbackId, edit: &FeedbackEdit) -> Result<(), RuleViolation> {
    let mut feedback = draft.find::<Feedback>(id)?.clone();
    match edit {
        FeedbackEdit::Day(day) => feedback.day = *day,
        FeedbackEdit::Source(source) => feedback.source.clone_from(source),
        FeedbackEdit::Customer(customer) => feedback.customer = *customer,
        FeedbackEdit::Channel(channel) => feedback.channel.clone_from(channel),
        FeedbackEdit::Text(text) => feedback.text.clone_from(text),
        FeedbackEdit::Status(status) => {
            feedback.status = *status;
            if feedback.has_links() {
                feedback.follow_links();
            }
        }
        FeedbackEdit::Decline(reason) => {
            feedback.status = FeedbackStatus::Declined;
            feedback.reason.clone_from(reason);
        }
        FeedbackEdit::Votes(votes) => feedback.votes = *votes,
        FeedbackEdit::Key(key) => feedback.key.clone_from(key),
        FeedbackEdit::Need { need, linked } if feedback.needs.contains(need) != *linked => {
            link(&mut feedback.needs, *need, *linked);
            feedback.follow_links();
        }
        FeedbackEdit::Item { item, linked } if feedback.items.contains(item) != *linked => {
            link(&mut feedback.items, *item, *linked);
            feedback.follow_links();
        }
        FeedbackEdit::Need { .. } | FeedbackEdit::Item { .. } => {}
    }
    let feedback = checked(draft, feedback)?;
    draft.put(feedback);
    Ok(())
}

fn link<T: PartialEq>(links: &mut Vec<T>, to: T, linked: bool) {
    if linked {
        links.push(to);
    } else {
        links.retain(|other| *other != to);
    }
}

/// Lets `into` stand for others that say the same, and for what these stood for. It speaks of what they spoke of. What
/// has come of it for good has come of them.
pub(super) fn merge(
    draft: &mut Draft<'_>,
    ids: &[FeedbackId],
    into: FeedbackId,
) -> Result<(), RuleViolation> {
    let into = draft.find::<Feedback>(into)?;
    let mut original = draft.find::<Feedback>(into.duplicate_of.unwrap_or(into.id))?.clone();
    for id in each_once(ids) {
        if id == original.id {
            return Err(RuleViolation::MergedIntoItself);
        }
        let mut merged = draft.feedback_on(FeedbackOn::Original(id));
        merged.push(id);
        for id in merged {
            let mut duplicate = draft.find::<Feedback>(id)?.clone();
            original.needs.extend(&duplicate.needs);
            original.items.extend(&duplicate.items);
            duplicate.duplicate_of = Some(original.id);
            if original.is_closed() {
                duplicate.status = original.status;
                duplicate.reason.clone_from(&original.reason);
            }
            draft.put(duplicate);
        }
    }
    if original.has_links() {
        original.follow_links();
    }
    let original = checked(draft, original)?;
    draft.put(original);
    Ok(())
}

/// Lets a duplicate stand for itself again.
pub(super) fn split(draft: &mut Draft<'_>, id: FeedbackId) -> Result<(), RuleViolation> {
    let mut feedback = draft.find::<Feedback>(id)?.clone();
    feedback.duplicate_of = None;
    draft.put(feedback);
    Ok(())
}

/// Deletes feedback together with its duplicates.
pub(super) fn delete(draft: &mut Draft<'_>, ids: &[FeedbackId]) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        draft.find::<Feedback>(id)?;
    }
    for id in each_once(ids) {
        for duplicate in draft.feedback_on(FeedbackOn::Original(id)) {
            draft.remove::<Feedback>(duplicate);
        }
        draft.remove::<Feedback>(id);
    }
    Ok(())
}

/// The feedback with its texts trimmed and its links in order, if it keeps every rule.
fn checked(draft: &Draft<'_>, mut feedback: Feedback) -> Result<Feedback, RuleViolation> {
    rules::in_order(&mut feedback.needs);
    rules::in_order(&mut feedback.items);
    feedback.text = rules::words("feedback", "the text", &feedback.text)?;
    feedback.source = rules::line("the source", &feedback.source)?;
    feedback.channel = rules::line("the channel", &feedback.channel)?;
    feedback.key = rules::line("the key", &feedback.key)?;
    feedback.reason = rules::text("the reason", &feedback.reason)?;
    if feedback.status != FeedbackStatus::Declined {
        feedback.reason.clear();
    }
    rules::feedback(draft, &feedback)?;
    Ok(feedback)
}
