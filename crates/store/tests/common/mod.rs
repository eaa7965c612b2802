//! Plans to keep, and the difference between two of them.

#![allow(dead_code, reason = "each suite uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use milepost_plan::{
    Aspect, AspectValue, Change, ChangeSet, Day, Dependency, DependencyId, DependencyKind, Diff, Entity,
    Filter, Holiday, Horizon, Id, ItemId, ItemKind, Milestone, MilestoneId, Plan, PlanSettings, Rank,
    Schedule, Span, Status, Theme, ThemeId, View, ViewId, ViewSettings, Weekday, WorkItem,
};
use milepost_store::PlanFile;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use uuid::Uuid;

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
    }
}

/// A change set that adds these rows.
pub fn additions<R: Entity>(rows: impl IntoIterator<Item = R>) -> ChangeSet {
    let changes = rows.into_iter().map(|row| R::change(Diff { before: None, after: Some(row) })).collect();
    ChangeSet { changes }
}

/// One row or more of every entity, with something in every field. The released files hold this plan.
pub fn full_plan() -> Plan {
    let mut plan = plan_of_version_1();
    let before = plan.settings().clone();
    let after = PlanSettings { keeps_working_length: true, pushes_successors: true, ..before.clone() };
    let settings = Change::Settings { before: Box::new(before), after: Box::new(after) };
    plan.accept(&ChangeSet { changes: vec![settings] });
    plan.accept(&additions([view_of_version_2()]));
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
                from: Some(span.first),
                to: None,
            },
            show_dependencies: false,
            show_milestones: true,
            show_days_off: false,
        },
        range: Some(span),
        rank: Rank(10),
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

/// Any plan that a file must be able to hold, sensible or not: rows refer only to rows that are there.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    let rows = (any_settings(), vec(any_theme(), 0..6), vec(any_item(), 0..20), vec(any_milestone(), 0..4));
    (rows, vec(any_dependency(), 0..12), vec(any_view(), 0..4)).prop_map(
        |((settings, themes, items, milestones), dependencies, views)| {
            let mut plan = Plan::new(settings);
            put(&mut plan, themes);
            put(&mut plan, items.clone());
            // Ties are made once all items are there; those to missing ones are dropped.
            let tied = items.into_iter().map(|item| WorkItem {
                parent: item.parent.filter(|parent| plan.items().contains(*parent)),
                theme: item.theme.filter(|theme| plan.themes().contains(*theme)),
                ..item
            });
            let tied: Vec<WorkItem> = tied.collect();
            put(&mut plan, tied);
            put(&mut plan, milestones);
            let tied = |row: &Dependency| {
                plan.items().contains(row.predecessor) && plan.items().contains(row.successor)
            };
            let dependencies: Vec<Dependency> = dependencies.into_iter().filter(tied).collect();
            put(&mut plan, dependencies);
            put(&mut plan, views);
            plan
        },
    )
}

/// Adds rows or replaces those with the same id.
fn put<R: Entity>(plan: &mut Plan, rows: Vec<R>) {
    for row in rows {
        let before = R::table(plan).get(row.id()).cloned();
        plan.accept(&ChangeSet { changes: vec![R::change(Diff { before, after: Some(row) })] });
    }
}

fn any_id<I: Id>() -> impl Strategy<Value = I> {
    (0_u128..24).prop_map(id)
}

fn any_span() -> impl Strategy<Value = Span> {
    (any_day(), 0..5_000_i32).prop_map(|(first, days)| Span { first, last: first.plus(days) })
}

fn any_day() -> impl Strategy<Value = Day> {
    (-25_567..84_006).prop_map(Day::from_number)
}

fn any_settings() -> impl Strategy<Value = PlanSettings> {
    let week = prop::sample::select(Weekday::ALL.to_vec());
    let holidays = prop::collection::btree_map(any_day(), ".{0,8}", 0..4);
    let working_days = prop::sample::subsequence(Weekday::ALL.to_vec(), 0..=7);
    let scheduling = any::<(bool, bool)>();
    ("\\PC{1,12}", "[A-Z]{3}", week, working_days, holidays, scheduling).prop_map(
        |(name, currency, first_day_of_week, working_days, holidays, scheduling)| PlanSettings {
            name,
            currency,
            first_day_of_week,
            working_days,
            holidays: holidays.into_iter().map(|(day, name)| Holiday { day, name }).collect(),
            keeps_working_length: scheduling.0,
            pushes_successors: scheduling.1,
        },
    )
}

fn any_theme() -> impl Strategy<Value = Theme> {
    (any_id(), "\\PC{0,12}", 1_u8..=8, any::<i64>()).prop_map(|(id, name, hue, rank)| Theme {
        id,
        name,
        hue,
        rank: Rank(rank),
    })
}

fn any_item() -> impl Strategy<Value = WorkItem> {
    let schedule = prop_oneof![
        (any_day(), any_day()).prop_map(|(first, last)| Schedule::Dated { first, last }),
        prop::sample::select(Horizon::ALL.to_vec()).prop_map(|horizon| Schedule::Horizon { horizon }),
        Just(Schedule::None),
    ];
    let ties = (any_id::<ItemId>(), prop::option::of(any_id()), prop::option::of(any_id::<ThemeId>()));
    let words = (
        prop::sample::select(ItemKind::ALL.to_vec()),
        prop::sample::select(Status::ALL.to_vec()),
        0_u8..=100,
        any::<i64>(),
    );
    // Any text at all, not only what the rules let through.
    let texts = (any::<String>(), any::<String>(), ".{0,8}", ".{0,8}");
    (ties, words, texts, schedule).prop_map(
        |(
            (id, parent, theme),
            (kind, status, progress, rank),
            (title, description, owner, link),
            schedule,
        )| {
            WorkItem {
                id,
                kind,
                parent,
                theme,
                title,
                description,
                status,
                progress,
                owner,
                link,
                key: id.to_string(),
                schedule,
                rank: Rank(rank),
            }
        },
    )
}

fn any_milestone() -> impl Strategy<Value = Milestone> {
    (any_id::<MilestoneId>(), "\\PC{1,12}", any_day(), any::<String>())
        .prop_map(|(id, name, day, note)| Milestone { id, name, day, note })
}

fn any_dependency() -> impl Strategy<Value = Dependency> {
    let kind = prop::sample::select(DependencyKind::ALL.to_vec());
    (any_id::<DependencyId>(), any_id(), any_id(), kind, any::<i32>()).prop_map(
        |(id, predecessor, successor, kind, lag_days)| Dependency {
            id,
            predecessor,
            successor,
            kind,
            lag_days,
        },
    )
}

fn any_view() -> impl Strategy<Value = View> {
    let aspect = || prop::option::of(prop::sample::select(Aspect::ALL.to_vec()));
    let kinds = btree_set(prop::sample::select(ItemKind::ALL.to_vec()), 0..=5);
    let range = prop::option::of(any_span());
    let settings = (aspect(), aspect(), aspect(), kinds, any_filter(), any::<[bool; 3]>()).prop_map(
        |(
            lanes_by,
            then_by,
            colour_by,
            kinds,
            filter,
            [show_dependencies, show_milestones, show_days_off],
        )| ViewSettings {
            lanes_by,
            then_by: then_by.filter(|by| lanes_by.is_some() && Some(*by) != lanes_by),
            colour_by,
            collapsed: lanes_by.map(|_| vec![AspectValue::Theme(None)]).into_iter().collect(),
            kinds: kinds.into_iter().collect(),
            filter,
            show_dependencies,
            show_milestones,
            show_days_off,
        },
    );
    (any_id::<ViewId>(), "\\PC{1,12}", settings, range, any::<i64>())
        .prop_map(|(id, name, settings, range, rank)| View { id, name, settings, range, rank: Rank(rank) })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let themes = btree_set(prop::option::of(any_id::<ThemeId>()), 0..3);
    let statuses = btree_set(prop::sample::select(Status::ALL.to_vec()), 0..3);
    let owners = btree_set("[a-z\"'ß]{0,6}", 0..3);
    ("[a-z\"'ß]{0,9}", themes, statuses, owners, prop::option::of(any_span())).prop_map(
        |(text, themes, statuses, owners, days)| Filter {
            text,
            themes: themes.into_iter().collect(),
            statuses: statuses.into_iter().collect(),
            owners: owners.into_iter().collect(),
            from: days.map(|span| span.first),
            to: days.map(|span| span.last),
        },
    )
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
