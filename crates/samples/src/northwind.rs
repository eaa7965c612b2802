//! “Northwind Insights”: a reporting product half a year before its third release, as the first plan a user sees.
//!
//! Reason for length: it is a story in tables; there is no logic to it beyond turning rows into operations.

use milepost_plan::{
    BaselineId, Day, DependencyId, DependencyKind, Holiday, Horizon, IdSequence, ItemId, ItemKind,
    MilestoneEdit, MilestoneId, NewBaseline, NewDependency, NewItem, NewMilestone, NewTheme, NewView,
    Operation, Plan, PlanSettings, Schedule, Status, ThemeId, ViewId, ViewSettings,
};

use crate::build::{Fault, dated, ids, plan_of, sound};

/// The day on which the story of the sample plan stands: 2026-11-23.
///
/// The dates and statuses of the sample and of generated plans agree on it.
pub fn sample_day() -> Day {
    Day::from_number(20_780)
}

/// The plan “Northwind Insights”: five themes, their features with a few epics, stories and bugs, three releases.
pub fn sample_plan() -> Plan {
    sound(northwind())
}

const THEMES: [(&str, u8); 5] = [
    ("Self-service reporting", 1),
    ("Data quality", 2),
    ("Onboarding", 3),
    ("Platform and reliability", 4),
    ("Adoption", 5),
];

/// A feature or an epic as it is written down below.
struct Row {
    /// Place of its theme in [`THEMES`].
    theme: usize,
    title: &'static str,
    when: When,
    status: Status,
    progress: u8,
    owner: &'static str,
    description: &'static str,
}

/// A schedule as it is written down below.
enum When {
    Days(&'static str, &'static str),
    Roughly(Horizon),
    Undated,
}

use Status::{Done, Dropped, Idea, InProgress, Planned};
use When::{Days, Roughly, Undated};

#[rustfmt::skip]
const EPICS: [Row; 3] = [
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
const FEATURES: [Row; 32] = [
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

/// Feature, and the epic that holds it.
const HELD_BY_EPIC: [(&str, &str); 9] = [
    ("Report templates v2", "Reports without a ticket"),
    ("Job scheduler", "Reports without a ticket"),
    ("Scheduled report delivery", "Reports without a ticket"),
    ("Drill-through to source", "Reports without a ticket"),
    ("Freshness alerts", "Numbers people trust"),
    ("Duplicate detection", "Numbers people trust"),
    ("Lineage view", "Numbers people trust"),
    ("Guided first report", "Useful on the first day"),
    ("Sample workspace", "Useful on the first day"),
];

/// Kind, title, status, owner, and the feature that holds it.
const SMALLER: [(ItemKind, &str, Status, &str, &str); 11] = [
    (ItemKind::UserStory, "Choose who receives a report", Done, "Priya Raman", "Scheduled report delivery"),
    (
        ItemKind::UserStory,
        "Receive it as PDF or spreadsheet",
        InProgress,
        "Aisha Bello",
        "Scheduled report delivery",
    ),
    (
        ItemKind::UserStory,
        "See whether a delivery arrived",
        Planned,
        "Aisha Bello",
        "Scheduled report delivery",
    ),
    (ItemKind::UserStory, "Pause a delivery over the holidays", Idea, "", "Scheduled report delivery"),
    (ItemKind::Bug, "Reports run twice when the clocks change", Planned, "Marek Nowak", "Job scheduler"),
    (ItemKind::UserStory, "Retry a failed run from the list", InProgress, "Marek Nowak", "Job scheduler"),
    (
        ItemKind::Bug,
        "Template preview shows last year's figures",
        InProgress,
        "Priya Raman",
        "Report templates v2",
    ),
    (
        ItemKind::UserStory,
        "Set a region once for a whole template",
        Done,
        "Priya Raman",
        "Report templates v2",
    ),
    (ItemKind::Bug, "Alert names the wrong source system", Planned, "Tomás Oliveira", "Freshness alerts"),
    (ItemKind::Issue, "Access requests take four days", Planned, "Hannah Brandt", "Guided first report"),
    (
        ItemKind::UserStory,
        "Skip the tour and come back later",
        Planned,
        "Hannah Brandt",
        "Guided first report",
    ),
];

const MILESTONES: [(&str, &str, &str); 3] = [
    (
        "2027.1 Winter",
        "2027-01-22",
        "Saved filters, freshness alerts and scripted deployments reach everyone.",
    ),
    ("2027.2 Spring", "2027-04-23", "Reports deliver themselves."),
    ("2027.3 Summer", "2027-07-23", "Security by row, drill-through to source, contract tests."),
];

/// Predecessor and successor, each finish-to-start.
const DEPENDENCIES: [(&str, &str); 5] = [
    ("Report templates v2", "Scheduled report delivery"),
    ("Job scheduler", "Scheduled report delivery"),
    ("Scheduled report delivery", "Drill-through to source"),
    ("Duplicate detection", "Contract tests in CI"),
    ("Guided first report", "Sample workspace"),
];

/// The bank holidays of England and Wales.
const HOLIDAYS: [(&str, &str); 16] = [
    ("2026-01-01", "New Year's Day"),
    ("2026-04-03", "Good Friday"),
    ("2026-04-06", "Easter Monday"),
    ("2026-05-04", "Early May bank holiday"),
    ("2026-05-25", "Spring bank holiday"),
    ("2026-08-31", "Summer bank holiday"),
    ("2026-12-25", "Christmas Day"),
    ("2026-12-28", "Boxing Day (substitute day)"),
    ("2027-01-01", "New Year's Day"),
    ("2027-03-26", "Good Friday"),
    ("2027-03-29", "Easter Monday"),
    ("2027-05-03", "Early May bank holiday"),
    ("2027-05-31", "Spring bank holiday"),
    ("2027-08-30", "Summer bank holiday"),
    ("2027-12-27", "Christmas Day (substitute day)"),
    ("2027-12-28", "Boxing Day (substitute day)"),
];

fn northwind() -> Result<Plan, Fault> {
    let themes: Vec<ThemeId> = ids(1, 0).take(THEMES.len()).collect();
    let mut items = Items { named: Vec::new(), ids: ids(2, 0) };
    let mut operations = Vec::new();
    for ((name, hue), id) in THEMES.into_iter().zip(&themes) {
        let theme = NewTheme { id: *id, name: name.to_owned(), hue: Some(hue) };
        operations.push(Operation::AddTheme { theme });
    }
    for row in &EPICS {
        operations.push(items.add(row, ItemKind::Epic, &themes)?);
    }
    for row in &FEATURES {
        operations.push(items.add(row, ItemKind::Feature, &themes)?);
    }
    for row in SMALLER {
        operations.push(items.add_smaller(row)?);
    }
    operations.extend(milestones()?);
    for ((predecessor, successor), id) in DEPENDENCIES.into_iter().zip(ids::<DependencyId>(4, 0)) {
        let (predecessor, successor) = (items.named(predecessor)?, items.named(successor)?);
        let kind = DependencyKind::FinishToStart;
        let dependency = NewDependency { id, predecessor, successor, kind, lag_days: 0 };
        operations.push(Operation::Link { dependency });
    }
    for id in ids::<BaselineId>(6, 0).take(1) {
        operations.extend(baseline(id, &items)?);
    }
    operations.extend(ids::<ViewId>(5, 0).take(1).map(|id| Operation::AddView { view: board_view(id) }));
    plan_of(settings()?, operations)
}

/// The items so far by title, to refer to them as the tables do.
struct Items {
    named: Vec<(&'static str, ItemId)>,
    ids: IdSequence<ItemId>,
}

impl Items {
    fn add(&mut self, row: &Row, kind: ItemKind, themes: &[ThemeId]) -> Result<Operation, Fault> {
        let epic = HELD_BY_EPIC.iter().find(|(feature, _)| *feature == row.title);
        let mut item = self.new_item(kind, row.title)?;
        item.parent = epic.map(|(_, epic)| self.named(epic)).transpose()?;
        item.theme = themes.get(row.theme).copied();
        row.description.clone_into(&mut item.description);
        row.owner.clone_into(&mut item.owner);
        item.status = row.status;
        item.progress = row.progress;
        item.schedule = match row.when {
            Days(first, last) => dated(first, last)?,
            Roughly(horizon) => Schedule::Horizon { horizon },
            Undated => Schedule::None,
        };
        Ok(Operation::AddItem { item })
    }

    fn add_smaller(
        &mut self,
        (kind, title, status, owner, feature): (ItemKind, &'static str, Status, &str, &str),
    ) -> Result<Operation, Fault> {
        let mut item = self.new_item(kind, title)?;
        item.parent = Some(self.named(feature)?);
        item.status = status;
        item.progress = if status == Done { 100 } else { 0 };
        owner.clone_into(&mut item.owner);
        Ok(Operation::AddItem { item })
    }

    fn new_item(&mut self, kind: ItemKind, title: &'static str) -> Result<NewItem, Fault> {
        let id = self.ids.next().ok_or("ids do not run out")?;
        self.named.push((title, id));
        Ok(NewItem::new(id, kind, title))
    }

    fn named(&self, title: &str) -> Result<ItemId, Fault> {
        let found = self.named.iter().find(|(name, _)| *name == title);
        found.map(|(_, id)| *id).ok_or_else(|| format!("no item is called “{title}”").into())
    }
}

fn milestones() -> Result<Vec<Operation>, Fault> {
    let mut operations = Vec::new();
    for ((name, day, note), id) in MILESTONES.into_iter().zip(ids::<MilestoneId>(3, 0)) {
        let milestone = NewMilestone { id, name: name.to_owned(), day: day.parse()? };
        operations.push(Operation::AddMilestone { milestone });
        operations.push(Operation::EditMilestone { id, edit: MilestoneEdit::Note(note.to_owned()) });
    }
    Ok(operations)
}

/// What was agreed in September, and how far some of it has moved since.
fn baseline(id: BaselineId, items: &Items) -> Result<Vec<Operation>, Fault> {
    let slipped = [("Scheduled report delivery", 21), ("Mobile layout", 28), ("Lineage view", -14)];
    let shifted = |back: i32| -> Result<Vec<Operation>, Fault> {
        let shifted = slipped.map(|(title, days)| -> Result<Operation, Fault> {
            Ok(Operation::MoveItems { ids: vec![items.named(title)?], days: back * days, lane: Vec::new() })
        });
        shifted.into_iter().collect()
    };
    let taken = "2026-09-14".parse()?;
    let baseline = NewBaseline { id, name: "As agreed in September".to_owned(), taken };
    let mut operations = shifted(-1)?;
    operations.push(Operation::TakeBaseline { baseline });
    operations.extend(shifted(1)?);
    Ok(operations)
}

/// What the board is shown: features without the lines between them.
fn board_view(id: ViewId) -> NewView {
    let settings = ViewSettings { show_dependencies: false, ..ViewSettings::default() };
    NewView { id, name: "For the board".to_owned(), settings, range: None }
}

fn settings() -> Result<PlanSettings, Fault> {
    let holiday = |(day, name): (&str, &str)| -> Result<Holiday, Fault> {
        Ok(Holiday { day: day.parse()?, name: name.to_owned() })
    };
    Ok(PlanSettings {
        name: "Northwind Insights".to_owned(),
        currency: "GBP".to_owned(),
        holidays: HOLIDAYS.into_iter().map(holiday).collect::<Result<_, _>>()?,
        ..PlanSettings::default()
    })
}
