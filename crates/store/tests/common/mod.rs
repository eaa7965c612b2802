//! Plans to keep, and the difference between two of them.

#![allow(dead_code, reason = "each suite uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

pub mod random;
mod random_budget;
mod random_needs;
mod version_4;
mod version_5;
mod version_6;
mod version_7;
mod version_8;

use std::path::PathBuf;

use milepost_plan::{
    Actual, Arrangement, Aspect, AspectValue, Baseline, BaselineSpan, BudgetLine, Change, ChangeSet, Column,
    Cost, Customer, Day, Dependency, DependencyKind, Diff, Entity, Feedback, Filter, FiscalYear, Goal,
    Holiday, Horizon, Id, ItemKind, Milestone, Need, Plan, PlanSettings, Rank, Rate, Schedule, Sort, Span,
    Status, Theme, View, ViewSettings, Weekday, WorkItem,
};
use milepost_store::PlanFile;
use uuid::Uuid;

pub use version_4::plan_of_version_4;
pub use version_5::plan_of_version_5;
pub use version_6::plan_of_version_6;
pub use version_7::plan_of_version_7;
pub use version_8::full_plan;

/// A folder of the test's own, and a place for a plan in it.
pub fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("Road map.milepost");
    (folder, path)
}

/// A folder with the [`full_plan`] in a file.
pub fn kept_plan() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = place();
    PlanFile::create(&path, &full_plan()).unwrap();
    (folder, path)
}

pub fn rename_plan(plan: &Plan, name: &str) -> ChangeSet {
    let after = PlanSettings { name: name.to_owned(), ..plan.settings().clone() };
    let before = plan.settings().clone();
    ChangeSet { changes: vec![Change::Settings { before: Box::new(before), after: Box::new(after) }] }
}

pub fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number))
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn feature(number: u128, title: &str) -> WorkItem {
    WorkItem {
        id: id(number),
        kind: ItemKind::Feature,
        parent: None,
        theme: None,
        title: title.to_owned(),
        description: String::new(),
        status: Status::Idea,
        progress: 0,
        owner: String::new(),
        link: String::new(),
        key: String::new(),
        schedule: Schedule::None,
        rank: Rank(i64::try_from(number).unwrap()),
        needs: Vec::new(),
        goals: Vec::new(),
    }
}

/// A change set that adds these rows.
pub fn additions<R: Entity>(rows: impl IntoIterator<Item = R>) -> ChangeSet {
    let changes = rows.into_iter().map(|row| R::change(Diff { before: None, after: Some(row) })).collect();
    ChangeSet { changes }
}

/// The same as far as version 3 could keep it.
pub fn plan_of_version_3() -> Plan {
    let mut plan = plan_of_version_2();
    let before = plan.settings().clone();
    let after = PlanSettings { fiscal_year: FiscalYear { first_month: 4 }, ..before.clone() };
    let settings = Change::Settings { before: Box::new(before), after: Box::new(after) };
    plan.accept(&ChangeSet { changes: vec![settings] });
    plan.accept(&additions([view_of_version_3()]));
    plan
}

/// The same as far as version 2 could keep it.
pub fn plan_of_version_2() -> Plan {
    let mut plan = plan_of_version_1();
    let before = plan.settings().clone();
    let after = PlanSettings { keeps_working_length: true, pushes_successors: true, ..before.clone() };
    let settings = Change::Settings { before: Box::new(before), after: Box::new(after) };
    plan.accept(&ChangeSet { changes: vec![settings] });
    plan.accept(&additions([view_of_version_2()]));
    plan.accept(&additions([baseline_of_version_2()]));
    plan
}

/// The same as far as version 1 could keep it.
pub fn plan_of_version_1() -> Plan {
    let mut plan = Plan::new(PlanSettings {
        name: "Wayfinder – Ünïcode".to_owned(),
        currency: "CHF".to_owned(),
        first_day_of_week: Weekday::Sunday,
        working_days: vec![Weekday::Monday, Weekday::Tuesday, Weekday::Saturday],
        holidays: vec![
            Holiday { day: day("2026-12-25"), name: "Christmas".to_owned() },
            Holiday { day: day("2027-01-01"), name: String::new() },
        ],
        ..PlanSettings::default()
    });
    plan.accept(&additions([
        Theme { id: id(1), name: "Checkout".to_owned(), hue: 3, rank: Rank(1 << 20) },
        Theme { id: id(2), name: "Search & find".to_owned(), hue: 8, rank: Rank(-5) },
    ]));
    plan.accept(&additions(full_items()));
    plan.accept(&additions([Milestone {
        id: id(21),
        name: "Beta".to_owned(),
        day: day("2028-02-29"),
        note: "All of it\nor nothing".to_owned(),
    }]));
    plan.accept(&additions(DependencyKind::ALL.into_iter().zip(0_u8..).map(|(kind, place)| Dependency {
        id: id(31 + u128::from(place)),
        predecessor: id(12),
        successor: id(14),
        kind,
        lag_days: 7 * i32::from(place) - 10,
    })));
    plan.accept(&additions([
        View {
            id: id(41),
            name: "Board".to_owned(),
            settings: ViewSettings::default(),
            range: None,
            rank: Rank(0),
        },
        View {
            id: id(42),
            name: "Everything".to_owned(),
            settings: ViewSettings {
                kinds: ItemKind::ALL.to_vec(),
                show_dependencies: false,
                ..ViewSettings::default()
            },
            range: None,
            rank: Rank(9),
        },
        View {
            id: id(43),
            name: "Nothing".to_owned(),
            settings: ViewSettings { kinds: Vec::new(), show_milestones: false, ..ViewSettings::default() },
            range: None,
            rank: Rank(i64::MIN),
        },
    ]));
    plan
}

/// What version 2 added to it: a baseline that names an item that is gone, too.
pub fn baseline_of_version_2() -> Baseline {
    let (first, last) = (day("2026-12-01"), day("2027-02-28"));
    let spans = [(12, "Pay by \"card\""), (99, "Gone")].map(|(number, title)| BaselineSpan {
        item: id(number),
        title: title.to_owned(),
        first,
        last,
    });
    Baseline {
        id: id(51),
        name: "Board, spring".to_owned(),
        taken: first,
        spans: spans.to_vec(),
        milestones: None,
        rank: Rank(7),
    }
}

/// What version 2 added to it: a view with everything that a view can say.
pub fn view_of_version_2() -> View {
    let span = Span { first: "2027-01-01".parse().unwrap(), last: "2027-12-31".parse().unwrap() };
    View {
        id: id(44),
        name: "Late at Ada's".to_owned(),
        settings: ViewSettings {
            lanes_by: Some(Aspect::Owner),
            then_by: Some(Aspect::Status),
            colour_by: None,
            collapsed: vec![vec![AspectValue::Owner("Ada".to_owned()), AspectValue::Status(Status::Done)]],
            kinds: vec![ItemKind::Feature, ItemKind::Bug],
            filter: Filter {
                text: "late \"quoted\"".to_owned(),
                themes: vec![None, Some(id(2))],
                statuses: vec![Status::Planned],
                owners: vec![String::new(), "Ada".to_owned()],
                customers: Vec::new(),
                needs: Vec::new(),
                goals: Vec::new(),
                parents: Vec::new(),
                horizons: Vec::new(),
                from: Some(span.first),
                to: None,
            },
            baseline: Some(id(51)),
            show_dependencies: false,
            show_milestones: true,
            show_days_off: false,
            ..ViewSettings::default()
        },
        range: Some(span),
        rank: Rank(10),
    }
}

/// What version 3 added to it: a view that is a table, with lanes in an order by hand and an epic collapsed.
pub fn view_of_version_3() -> View {
    View {
        id: id(45),
        name: "Table".to_owned(),
        settings: ViewSettings {
            arrangement: Arrangement::Both,
            columns: vec![Column::Title, Column::Owner, Column::Days],
            sort: Some(Sort { by: Column::Owner, descending: true }),
            lanes_by: Some(Aspect::Horizon),
            lane_order: vec![
                vec![AspectValue::Horizon(Some(Horizon::Next))],
                vec![AspectValue::Horizon(None)],
            ],
            collapsed_epics: vec![id(15)],
            show_overview: true,
            ..ViewSettings::default()
        },
        range: None,
        rank: Rank(11),
    }
}

fn full_items() -> Vec<WorkItem> {
    let full = WorkItem {
        id: id(12),
        kind: ItemKind::Feature,
        parent: Some(id(15)),
        theme: Some(id(2)),
        title: "Pay by card 💳".to_owned(),
        description: "First line\n\tsecond line — “quoted”, 'single', NULL; DROP TABLE plan; --".to_owned(),
        status: Status::InProgress,
        progress: 100,
        owner: "Zoë Åkerström".to_owned(),
        link: "https://example.org/pay?a=1&b=2".to_owned(),
        key: "PAY-12".to_owned(),
        schedule: Schedule::Dated { first: day("1900-01-01"), last: day("2199-12-31") },
        rank: Rank(i64::MAX),
        needs: Vec::new(),
        goals: Vec::new(),
    };
    let placed =
        |number, horizon| WorkItem { schedule: Schedule::Horizon { horizon }, ..feature(number, "Some day") };
    vec![
        // The child has the smaller id, so that it is read and written before its parent.
        full,
        WorkItem { kind: ItemKind::UserStory, status: Status::Planned, ..placed(13, Horizon::Now) },
        WorkItem { kind: ItemKind::Bug, status: Status::Done, ..placed(14, Horizon::Next) },
        WorkItem { kind: ItemKind::Epic, status: Status::Dropped, ..feature(15, "Payments") },
        WorkItem { kind: ItemKind::Issue, ..placed(16, Horizon::Later) },
    ]
}

/// What makes `new` out of `old`.
pub fn difference(old: &Plan, new: &Plan) -> ChangeSet {
    let mut changes = Vec::new();
    if old.settings() != new.settings() {
        changes.push(Change::Settings {
            before: Box::new(old.settings().clone()),
            after: Box::new(new.settings().clone()),
        });
    }
    rows_differing::<Theme>(old, new, &mut changes);
    rows_differing::<WorkItem>(old, new, &mut changes);
    rows_differing::<Milestone>(old, new, &mut changes);
    rows_differing::<Dependency>(old, new, &mut changes);
    rows_differing::<View>(old, new, &mut changes);
    rows_differing::<Baseline>(old, new, &mut changes);
    rows_differing::<Customer>(old, new, &mut changes);
    rows_differing::<Need>(old, new, &mut changes);
    rows_differing::<Goal>(old, new, &mut changes);
    rows_differing::<Feedback>(old, new, &mut changes);
    rows_differing::<BudgetLine>(old, new, &mut changes);
    rows_differing::<Rate>(old, new, &mut changes);
    rows_differing::<Cost>(old, new, &mut changes);
    rows_differing::<Actual>(old, new, &mut changes);
    ChangeSet { changes }
}

fn rows_differing<R: Entity>(old: &Plan, new: &Plan, changes: &mut Vec<Change>) {
    let (old, new) = (R::table(old), R::table(new));
    let gone = old.iter().filter(|row| !new.contains(row.id()));
    changes.extend(gone.map(|row| R::change(Diff { before: Some(row.clone()), after: None })));
    let different = new.iter().filter(|row| old.get(row.id()) != Some(row));
    changes.extend(
        different.map(|row| R::change(Diff { before: old.get(row.id()).cloned(), after: Some(row.clone()) })),
    );
}
