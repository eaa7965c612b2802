//! The user stories, bugs and issues of the story, each a part of a feature.

use milepost_plan::{
    ItemKind::{self, Bug, Issue, UserStory},
    Status::{self, Done, Idea, InProgress, Planned},
};

/// A user story, a bug or an issue as it is written down below.
pub(super) struct Story {
    pub(super) part_of: &'static str,
    pub(super) kind: ItemKind,
    pub(super) title: &'static str,
    pub(super) status: Status,
    pub(super) owner: &'static str,
    pub(super) days: Option<(&'static str, &'static str)>,
}

#[rustfmt::skip]
pub(super) const STORIES: [Story; 16] = [
    Story {
        part_of: "Scheduled report delivery", kind: UserStory, title: "Choose who receives a report",
        status: Done, owner: "Priya Raman", days: None,
    },
    Story {
        part_of: "Scheduled report delivery", kind: UserStory, title: "Receive it as PDF or spreadsheet",
        status: InProgress, owner: "Aisha Bello", days: None,
    },
    Story {
        part_of: "Scheduled report delivery", kind: UserStory, title: "See whether a delivery arrived",
        status: Planned, owner: "Aisha Bello", days: None,
    },
    Story {
        part_of: "Scheduled report delivery", kind: UserStory, title: "Pause a delivery over the holidays",
        status: Idea, owner: "", days: None,
    },
    Story {
        part_of: "Job scheduler", kind: Bug, title: "Reports run twice when the clocks change",
        status: Planned, owner: "Marek Nowak", days: None,
    },
    Story {
        part_of: "Job scheduler", kind: UserStory, title: "Retry a failed run from the list",
        status: InProgress, owner: "Marek Nowak", days: None,
    },
    Story {
        part_of: "Report templates v2", kind: Bug, title: "Template preview shows last year's figures",
        status: InProgress, owner: "Priya Raman", days: None,
    },
    Story {
        part_of: "Report templates v2", kind: UserStory, title: "Set a region once for a whole template",
        status: Done, owner: "Priya Raman", days: Some(("2026-11-09", "2026-11-18")),
    },
    Story {
        part_of: "Freshness alerts", kind: Bug, title: "Alert names the wrong source system",
        status: Planned, owner: "Tomás Oliveira", days: None,
    },
    Story {
        part_of: "Guided first report", kind: Issue, title: "Access requests take four days",
        status: Planned, owner: "Hannah Brandt", days: None,
    },
    Story {
        part_of: "Guided first report", kind: UserStory, title: "Skip the tour and come back later",
        status: Planned, owner: "Hannah Brandt", days: None,
    },
    // Delivered in November
    Story {
        part_of: "Saved filters", kind: UserStory, title: "Keep a filter under a name",
        status: Done, owner: "Aisha Bello", days: Some(("2026-11-16", "2026-11-18")),
    },
    Story {
        part_of: "Saved filters", kind: UserStory, title: "Share a filter with a team",
        status: Done, owner: "Aisha Bello", days: Some(("2026-11-18", "2026-11-20")),
    },
    Story {
        part_of: "Freshness alerts", kind: UserStory, title: "Show the age of every figure",
        status: Done, owner: "Tomás Oliveira", days: Some(("2026-11-02", "2026-11-13")),
    },
    Story {
        part_of: "Scripted deployments", kind: UserStory, title: "Go back with one command",
        status: Done, owner: "Marek Nowak", days: Some(("2026-11-09", "2026-11-20")),
    },
    Story {
        part_of: "Guided first report", kind: UserStory, title: "Start from a department's own figures",
        status: Planned, owner: "Hannah Brandt", days: None,
    },
];
