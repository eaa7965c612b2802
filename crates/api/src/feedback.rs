//! The feedback inbox: lists of feedback a band at a time, counts, and where a feedback stands in a list.
//!
//! Duplicates are in no list: the feedback that stands for them has their votes, and is found by their texts.

mod detail;
mod inbox;
mod listing;
mod similar;

use milepost_plan::{
    CustomerId, Day, Feedback, FeedbackId, FeedbackStatus, ItemId, ItemKind, Plan, Span, Status,
};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;
use crate::needs::{FoundNeed, found_need};

pub(crate) use detail::{FeedbackDetail, FeedbackOf, FeedbackOfRequest, FeedbackRequest};
pub(crate) use detail::{feedback, feedback_of};
pub(crate) use inbox::Inbox;
pub(crate) use similar::{AlikeFeedback, AlikeNeeds, SimilarFeedback, SimilarFeedbackRequest};
pub(crate) use similar::{SimilarNeed, SimilarNeedsRequest, similar_feedback, similar_needs};

/// Where a feedback stands, which is a tab of the inbox: its status, but that it leaves the open ones once all that it
/// waits for is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FeedbackStanding {
    /// Nobody has looked at it.
    New,
    /// It is known which need it speaks of.
    Linked,
    /// There is a work item for it.
    Planned,
    /// All is done, and its source has not been told.
    ToAnswer,
    /// Its source has been told.
    Answered,
    /// Nothing will be done about it.
    Declined,
}

impl FeedbackStanding {
    /// How many there are.
    pub(crate) const COUNT: usize = 6;

    pub(crate) fn of(plan: &Plan, feedback: &Feedback) -> Self {
        match feedback.status {
            _ if plan.is_to_be_answered(feedback.id) => Self::ToAnswer,
            FeedbackStatus::New => Self::New,
            FeedbackStatus::Linked => Self::Linked,
            FeedbackStatus::Planned => Self::Planned,
            FeedbackStatus::Answered => Self::Answered,
            FeedbackStatus::Declined => Self::Declined,
        }
    }
}

/// Which feedback a list is about, whatever its standing. What is left out lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FeedbackFilter {
    /// Words that are all contained in its text, its source, its channel, its key or its customer's name, whatever the
    /// case.
    pub text: String,
    /// Only what sources of this customer said.
    pub customer: Option<CustomerId>,
    /// Only what is linked to a need or a work item, or only what is not.
    pub linked: Option<bool>,
}

/// In which order a list of feedback is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FeedbackOrder {
    /// What was said last comes first.
    Newest,
    /// What most have said comes first; what was said last among equals.
    Votes,
}

/// A list of feedback.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackList {
    /// Which feedback it is about.
    pub filter: FeedbackFilter,
    /// Only what stands there; none for all.
    pub standing: Option<FeedbackStanding>,
    /// In which order.
    pub order: FeedbackOrder,
}

/// A part of a list of feedback.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackListRequest {
    /// Which list.
    pub list: FeedbackList,
    /// How many to leave out at the start.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// A feedback in a list.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackPlaceRequest {
    /// Which list.
    pub list: FeedbackList,
    /// Which feedback.
    pub id: FeedbackId,
}

/// What a part of a list shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackBand {
    /// How many are in the whole list.
    pub total: usize,
    /// How many stand where, of what the filter lets through.
    pub counts: FeedbackCounts,
    /// Those asked for.
    pub rows: Vec<FeedbackRow>,
}

/// How much feedback stands where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs, reason = "each is a standing")]
pub struct FeedbackCounts {
    pub new: usize,
    pub linked: usize,
    pub planned: usize,
    pub to_answer: usize,
    pub answered: usize,
    pub declined: usize,
    pub all: usize,
}

impl FeedbackCounts {
    /// By the order of the standings.
    pub(crate) fn of(
        [new, linked, planned, to_answer, answered, declined]: [usize; FeedbackStanding::COUNT],
    ) -> Self {
        let all = new + linked + planned + to_answer + answered + declined;
        Self { new, linked, planned, to_answer, answered, declined, all }
    }
}

/// A feedback in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackRow {
    /// Which.
    pub id: FeedbackId,
    /// When it was said.
    pub day: Day,
    /// Who said it, by name; may be empty.
    pub source: String,
    /// The customer that the source belongs to.
    pub customer: Option<CustomerId>,
    /// The first words of what was said, in one line.
    pub text: String,
    /// Where it stands.
    pub standing: FeedbackStanding,
    /// Its votes and those of its duplicates.
    #[cfg_attr(test, ts(type = "number"))]
    pub votes: u64,
    /// How many duplicates it stands for.
    pub duplicates: usize,
    /// The first needs that it speaks of.
    pub needs: Vec<FoundNeed>,
    /// The first work items that it speaks of.
    pub items: Vec<LinkedItem>,
    /// How many needs and work items it speaks of.
    pub links: usize,
}

/// A work item, by its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LinkedItem {
    /// Which.
    pub id: ItemId,
    /// What sort.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub status: Status,
    /// The days that it takes, if it stands on any.
    pub span: Option<Span>,
}

/// A part of a list. The first look at a list that nobody has asked for yet costs a look at every feedback.
pub fn feedback_list(app: &App, request: &FeedbackListRequest) -> Result<FeedbackBand, ApiError> {
    let open = app.opened()?;
    open.inbox.with(&open.session, |inbox, plan| {
        let listing = inbox.listing(plan, &request.list);
        let ids = listing.ids(request.list.standing);
        let part = ids.skip(request.offset).take(request.limit);
        let rows =
            part.filter_map(|id| plan.feedback().get(id)).map(|feedback| row(plan, feedback)).collect();
        Ok(FeedbackBand { total: listing.len(request.list.standing), counts: listing.counts(), rows })
    })
}

/// The ids of a part of a list.
pub fn feedback_ids(app: &App, request: &FeedbackListRequest) -> Result<Vec<FeedbackId>, ApiError> {
    let open = app.opened()?;
    open.inbox.with(&open.session, |inbox, plan| {
        let ids = inbox.listing(plan, &request.list).ids(request.list.standing);
        Ok(ids.skip(request.offset).take(request.limit).collect())
    })
}

/// How many come before a feedback in a list; none if it is not in it.
pub fn feedback_place(app: &App, request: &FeedbackPlaceRequest) -> Result<Option<usize>, ApiError> {
    let open = app.opened()?;
    open.inbox.with(&open.session, |inbox, plan| Ok(inbox.place(plan, &request.list, request.id)))
}

/// How much feedback of the plan stands where.
pub fn feedback_counts(app: &App, (): &()) -> Result<FeedbackCounts, ApiError> {
    let open = app.opened()?;
    open.inbox.with(&open.session, |inbox, _| Ok(inbox.counts()))
}

/// So many needs and so many work items are told of a feedback in a list.
const LINKS_IN_ROW: usize = 2;

pub(crate) fn row(plan: &Plan, feedback: &Feedback) -> FeedbackRow {
    FeedbackRow {
        id: feedback.id,
        day: feedback.day,
        source: feedback.source.clone(),
        customer: feedback.customer,
        text: first_words(&feedback.text),
        standing: FeedbackStanding::of(plan, feedback),
        votes: plan.votes_of(feedback),
        duplicates: plan.duplicates_of(feedback.id).count(),
        needs: linked_needs(plan, feedback).take(LINKS_IN_ROW).collect(),
        items: linked_items(plan, feedback).take(LINKS_IN_ROW).collect(),
        links: feedback.needs.len() + feedback.items.len(),
    }
}

pub(crate) fn linked_needs(plan: &Plan, feedback: &Feedback) -> impl Iterator<Item = FoundNeed> {
    feedback.needs.iter().filter_map(|id| plan.needs().get(*id)).map(|need| found_need(plan, need))
}

pub(crate) fn linked_items(plan: &Plan, feedback: &Feedback) -> impl Iterator<Item = LinkedItem> {
    feedback.items.iter().filter_map(|id| plan.items().get(*id)).map(|item| LinkedItem {
        id: item.id,
        kind: item.kind,
        title: item.title.clone(),
        status: item.status,
        span: plan.span_of(item),
    })
}

/// As much of a text as two lines of a list can show, as one line.
fn first_words(text: &str) -> String {
    const MOST: usize = 320;
    let start: String = text.chars().take(2 * MOST).collect();
    let line = start.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST && start.len() == text.len() {
        return line;
    }
    let cut: String = line.chars().take(MOST).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_no_more_of_a_text_than_fits() {
        assert_eq!(first_words("One line\n\nand  another"), "One line and another");
        let long = first_words(&"many words ".repeat(10_000));
        assert!(long.starts_with("many words many") && long.ends_with('…'), "{long}");
        assert!(long.chars().count() <= 321);
    }
}
