//! The epics and features of the story.

use milepost_plan::{
    Horizon,
    Status::{self, Dropped, Idea, InProgress, Planned},
};

use When::{Days, Roughly, Undated};

/// A feature or an epic as it is written down below.
pub(super) struct Row {
    /// Place of its theme in [`super::THEMES`].
    pub(super) theme: usize,
    pub(super) title: &'static str,
    pub(super) when: When,
    pub(super) status: Status,
    pub(super) progress: u8,
    pub(super) owner: &'static str,
    pub(super) description: &'static str,
}

/// A schedule as it is written down below.
pub(super) enum When {
    Days(&'static str, &'static str),
    Roughly(Horizon),
    Undated,
}

#[rustfmt::skip]
pub(super) const EPICS: [Row; 3] = [
    Row {
        theme: 0, title: "Reports without a ticket", when: Undated, status: InProgress, progress: 35, owner: "Priya Raman",
        description: "Three of five support tickets ask for a report that somebody could make alone. We want those tickets gone.",
    },
    Row {
        theme: 1, title: "Numbers people trust", when: Undated, status: InProgress, progress: 25, owner: "Tomás Oliveira",
        description: "When two dashboards disagree, the product should say which is right, and why.",
    },
    Row {
        theme: 2, title: "Useful on the first day", when: Undated, status: Planned, progress: 10, owner: "Hannah Brandt",
        description: "A new department sees its own figures on the day it signs in.",
    },
];

#[rustfmt::skip]
pub(super) const FEATURES: [Row; 32] = [
    // Self-service reporting
    Row {
        theme: 0, title: "Report templates v2", when: Days("2026-11-09", "2027-01-15"), status: InProgress, progress: 70, owner: "Priya Raman",
        description: "Templates take parameters: region, period, currency. One template replaces the forty copies that Finance keeps today.",
    },
    Row {
        theme: 0, title: "Job scheduler", when: Days("2026-12-07", "2027-01-29"), status: InProgress, progress: 40, owner: "Marek Nowak",
        description: "Runs reports at set times, retries twice, and says what failed. A prototype runs in pre-production.",
    },
    Row {
        theme: 0, title: "Saved filters", when: Days("2026-11-16", "2026-12-18"), status: InProgress, progress: 90, owner: "Aisha Bello",
        description: "A filter can be named, kept and shared with a team.",
    },
    Row {
        theme: 0, title: "Scheduled report delivery", when: Days("2027-02-02", "2027-04-16"), status: InProgress, progress: 15, owner: "Priya Raman",
        description: "Reports arrive by mail before the 9:00 stand-up.\n\nWaits for templates with parameters and for the scheduler. Design is done; the mail gateway is agreed with Operations.",
    },
    Row {
        theme: 0, title: "Row-level security", when: Days("2027-03-08", "2027-05-28"), status: Planned, progress: 0, owner: "Marek Nowak",
        description: "People see the rows of their own region and department, in every report and every export.",
    },
    Row {
        theme: 0, title: "Drill-through to source", when: Days("2027-05-04", "2027-07-09"), status: Planned, progress: 0, owner: "Aisha Bello",
        description: "From any figure to the records that it is made of.",
    },
    Row {
        theme: 0, title: "Mobile layout", when: Days("2027-06-14", "2027-08-20"), status: Idea, progress: 0, owner: "Aisha Bello",
        description: "Store managers read the morning report on a phone.",
    },
    // Data quality
    Row {
        theme: 1, title: "Freshness alerts", when: Days("2026-11-02", "2027-01-08"), status: InProgress, progress: 80, owner: "Tomás Oliveira",
        description: "A report says when its figures are older than agreed, and tells the owner of the source.",
    },
    Row {
        theme: 1, title: "Duplicate detection", when: Days("2027-01-18", "2027-03-05"), status: Planned, progress: 0, owner: "Wen Li",
        description: "Finds customers who stand in two source systems under different numbers.",
    },
    Row {
        theme: 1, title: "Lineage view", when: Days("2027-02-15", "2027-05-14"), status: Planned, progress: 0, owner: "Tomás Oliveira",
        description: "Shows for each figure which sources and steps it came through.",
    },
    Row {
        theme: 1, title: "Contract tests in CI", when: Days("2027-04-05", "2027-06-18"), status: Planned, progress: 0, owner: "Wen Li",
        description: "A source that changes its columns fails its own build, not our Monday morning.",
    },
    // Onboarding
    Row {
        theme: 2, title: "Guided first report", when: Days("2026-12-14", "2027-02-19"), status: InProgress, progress: 20, owner: "Hannah Brandt",
        description: "Five steps from signing in to a first report of one's own. Tested with six people from Retail operations.",
    },
    Row {
        theme: 2, title: "Sample workspace", when: Days("2027-02-22", "2027-04-02"), status: Planned, progress: 0, owner: "Hannah Brandt",
        description: "A workspace with made-up figures, to try things in without fear.",
    },
    Row {
        theme: 2, title: "Template gallery", when: Days("2027-03-15", "2027-05-21"), status: Planned, progress: 0, owner: "Aisha Bello",
        description: "The twenty templates that are used most, with pictures, by department.",
    },
    // Platform and reliability
    Row {
        theme: 3, title: "Scripted deployments", when: Days("2026-11-02", "2026-12-23"), status: InProgress, progress: 95, owner: "Marek Nowak",
        description: "One command takes a release from pre-production to production, and back.",
    },
    Row {
        theme: 3, title: "Pre-production tenant", when: Days("2027-01-11", "2027-03-19"), status: InProgress, progress: 10, owner: "Ingrid Dahl",
        description: "A tenant with masked production data, for smoke tests and early access.",
    },
    Row {
        theme: 3, title: "Cost dashboard", when: Days("2027-03-30", "2027-05-07"), status: Planned, progress: 0, owner: "Ingrid Dahl",
        description: "What each department's reports cost to run, per month.",
    },
    Row {
        theme: 3, title: "Failover rehearsal", when: Days("2027-05-10", "2027-06-25"), status: Planned, progress: 0, owner: "Ingrid Dahl",
        description: "Switch to the second site on a working day, with people watching.",
    },
    // Adoption
    Row {
        theme: 4, title: "Product tours", when: Days("2027-01-25", "2027-02-26"), status: Planned, progress: 0, owner: "Samuel Osei",
        description: "Short tours inside the product for what is new in 2027.1.",
    },
    Row {
        theme: 4, title: "User group", when: Days("2027-03-01", "2027-03-12"), status: Planned, progress: 0, owner: "Samuel Osei",
        description: "Two afternoons in Leeds with forty report authors.",
    },
    Row {
        theme: 4, title: "Success stories", when: Days("2027-04-26", "2027-05-07"), status: Planned, progress: 0, owner: "Samuel Osei",
        description: "Three departments tell what self-service saved them.",
    },
    Row {
        theme: 4, title: "Training wave 2", when: Days("2027-05-24", "2027-06-30"), status: Planned, progress: 0, owner: "Samuel Osei",
        description: "Finance, Logistics and the Irish stores; half a day each.",
    },
    // Without days
    Row {
        theme: 1, title: "Reconcile order totals", when: Roughly(Horizon::Now), status: Planned, progress: 0, owner: "Wen Li",
        description: "Orders and invoices differ by up to 0.3 % a month. Finance wants to know why before the year ends.",
    },
    Row {
        theme: 0, title: "Comments on figures", when: Roughly(Horizon::Next), status: Idea, progress: 0, owner: "",
        description: "A remark stays with the figure it is about.",
    },
    Row {
        theme: 2, title: "Offline packs", when: Roughly(Horizon::Later), status: Idea, progress: 0, owner: "",
        description: "Reports for sites without a connection: ships and two warehouses.",
    },
    Row {
        theme: 0, title: "Voice questions", when: Roughly(Horizon::Later), status: Idea, progress: 0, owner: "",
        description: "Ask for a figure aloud. Nobody has asked for it but the board.",
    },
    Row {
        theme: 4, title: "Partner data marketplace", when: Roughly(Horizon::Later), status: Idea, progress: 0, owner: "",
        description: "Suppliers buy the sales figures of their own products.",
    },
    // Waiting in the tray
    Row {
        theme: 0, title: "Spreadsheet add-in", when: Undated, status: Idea, progress: 0, owner: "",
        description: "Live figures in a spreadsheet instead of copies.",
    },
    Row {
        theme: 1, title: "Data dictionary", when: Undated, status: Planned, progress: 0, owner: "Tomás Oliveira",
        description: "What each figure means, in one sentence, agreed with its owner.",
    },
    Row {
        theme: 2, title: "Department start page", when: Undated, status: Idea, progress: 0, owner: "Hannah Brandt",
        description: "The five reports that a department opens most.",
    },
    Row {
        theme: 3, title: "Audit log export", when: Undated, status: Idea, progress: 0, owner: "Ingrid Dahl",
        description: "Asked for by Internal audit, twice.",
    },
    Row {
        theme: 4, title: "Report of the month", when: Undated, status: Dropped, progress: 0, owner: "Samuel Osei",
        description: "Dropped in October: nobody read the newsletter that it stood in.",
    },
];
