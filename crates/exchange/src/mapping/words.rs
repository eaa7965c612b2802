//! The words that tools use for kinds, statuses and horizons, and what they mean here.
//!
//! A word that is not listed has no meaning: it is reported, never guessed.

use milepost_plan::{FeedbackStatus, Horizon, ItemKind, Status};

/// The word without case, space, punctuation and pictures: “🏗 In-Progress” is `inprogress`.
pub(crate) fn plain_word(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn kind(word: &str) -> Option<ItemKind> {
    Some(match plain_word(word).as_str() {
        "epic" => ItemKind::Epic,
        "feature" | "newfeature" | "enhancement" | "improvement" | "initiative" | "capability" => {
            ItemKind::Feature
        }
        "story" | "userstory" | "pbi" | "productbacklogitem" => ItemKind::UserStory,
        "bug" | "defect" | "fault" => ItemKind::Bug,
        "task" | "issue" | "subtask" | "support" | "ticket" | "incident" | "chore" | "spike" | "question"
        | "impediment" | "servicerequest" => ItemKind::Issue,
        _ => return None,
    })
}

pub(super) fn status(word: &str) -> Option<Status> {
    Some(match plain_word(word).as_str() {
        "idea" | "provisional" | "proposed" | "proposal" | "backlog" | "new" | "draft" | "triage"
        | "candidate" | "submitted" | "requested" | "underconsideration" => Status::Idea,
        "planned"
        | "implementable"
        | "accepted"
        | "approved"
        | "todo"
        | "open"
        | "reopened"
        | "selected"
        | "selectedfordevelopment"
        | "ready"
        | "readyfordevelopment"
        | "scheduled"
        | "notstarted"
        | "unstarted" => Status::Planned,
        "inprogress" | "doing" | "active" | "started" | "ongoing" | "underway" | "wip" | "committed"
        | "indevelopment" | "underdevelopment" | "inreview" | "codereview" | "review" | "intest"
        | "intesting" | "testing" | "inqa" => Status::InProgress,
        "done" | "implemented" | "closed" | "resolved" | "complete" | "completed" | "finished" | "fixed"
        | "merged" | "released" | "shipped" | "delivered" | "launched" => Status::Done,
        "dropped" | "withdrawn" | "rejected" | "declined" | "replaced" | "superseded" | "removed"
        | "cancelled" | "canceled" | "wontdo" | "wontfix" | "abandoned" | "obsolete" | "discarded"
        | "duplicate" => Status::Dropped,
        _ => return None,
    })
}

pub(super) fn feedback_status(word: &str) -> Option<FeedbackStatus> {
    Some(match plain_word(word).as_str() {
        "new" | "open" | "received" | "submitted" | "unread" | "inbox" | "triage" => FeedbackStatus::New,
        "linked" | "triaged" => FeedbackStatus::Linked,
        "planned" | "accepted" | "scheduled" | "started" | "inprogress" | "doing" | "indevelopment" => {
            FeedbackStatus::Planned
        }
        "answered" | "completed" | "complete" | "done" | "delivered" | "released" | "shipped"
        | "implemented" | "fixed" => FeedbackStatus::Answered,
        "declined" | "rejected" | "wontdo" | "wontfix" | "notplanned" => FeedbackStatus::Declined,
        _ => return None,
    })
}

/// Whether a word for a status says that something else says the same, which is no status here.
pub(crate) fn is_duplicate(word: &str) -> bool {
    matches!(plain_word(word).as_str(), "duplicate" | "duplicated" | "merged")
}

pub(crate) fn horizon(word: &str) -> Option<Horizon> {
    let word = plain_word(word);
    Horizon::ALL.into_iter().find(|horizon| horizon.word() == word)
}
