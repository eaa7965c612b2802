//! Plans that are made up, for what holds for all of them.

use milepost_plan::{
    Arrangement, Aspect, AspectValue, Baseline, BaselineMilestone, ChangeSet, Column, Day, Dependency,
    DependencyId, DependencyKind, Diff, Entity, Filter, FiscalYear, Holiday, Horizon, Id, ItemId, ItemKind,
    Milestone, MilestoneId, Plan, PlanSettings, Rank, Roadmap, Schedule, Sort, Span, Status, Theme, ThemeId,
    View, ViewId, ViewSettings, Weekday, WorkItem,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::id;
use super::random_budget::{any_budget, spend};
use super::random_needs::{any_served, serve};

/// Any plan that a file must be able to hold, sensible or not: rows refer only to rows that are there.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    let rows = (any_settings(), vec(any_theme(), 0..6), vec(any_item(), 0..20), vec(any_milestone(), 0..4));
    let looks = (vec(any_view(), 0..4), vec(any_baseline(), 0..3));
    (rows, vec(any_dependency(), 0..12), looks, any_served(), any_budget()).prop_map(
        |((settings, themes, items, milestones), dependencies, (views, baselines), served, budget)| {
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
            put(&mut plan, baselines);
            serve(&mut plan, served);
            spend(&mut plan, budget);
            plan
        },
    )
}

/// Adds rows or replaces those with the same id.
pub(super) fn put<R: Entity>(plan: &mut Plan, rows: Vec<R>) {
    for row in rows {
        let before = R::table(plan).get(row.id()).cloned();
        plan.accept(&ChangeSet { changes: vec![R::change(Diff { before, after: Some(row) })] });
    }
}

pub(super) fn any_id<I: Id>() -> impl Strategy<Value = I> {
    (0_u128..24).prop_map(id)
}

fn any_span() -> impl Strategy<Value = Span> {
    (any_day(), 0..5_000_i32).prop_map(|(first, days)| Span { first, last: first.plus(days) })
}

pub(super) fn any_day() -> impl Strategy<Value = Day> {
    (-25_567..84_006).prop_map(Day::from_number)
}

fn any_settings() -> impl Strategy<Value = PlanSettings> {
    let week = prop::sample::select(Weekday::ALL.to_vec());
    let holidays = prop::collection::btree_map(any_day(), ".{0,8}", 0..4);
    let working_days = prop::sample::subsequence(Weekday::ALL.to_vec(), 0..=7);
    let rest = (any::<(bool, bool)>(), "\\PC{0,12}");
    ("\\PC{1,12}", "[A-Z]{3}", (week, 1_u8..=12), working_days, holidays, rest).prop_map(
        |(
            name,
            currency,
            (first_day_of_week, first_month),
            working_days,
            holidays,
            (scheduling, mapping),
        )| {
            PlanSettings {
                name,
                currency,
                first_day_of_week,
                fiscal_year: FiscalYear { first_month },
                working_days,
                holidays: holidays.into_iter().map(|(day, name)| Holiday { day, name }).collect(),
                keeps_working_length: scheduling.0,
                pushes_successors: scheduling.1,
                actuals_mapping: mapping,
            }
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
                needs: Vec::new(),
                goals: Vec::new(),
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
    let settings = (aspect(), aspect(), aspect(), kinds, any_filter(), any::<[bool; 6]>()).prop_map(
        |(
            lanes_by,
            then_by,
            colour_by,
            kinds,
            filter,
            [show_dependencies, show_milestones, show_days_off, show_overview, show_budget, is_table],
        )| ViewSettings {
            roadmap: match (show_overview, show_budget) {
                (true, false) => Roadmap::Needs,
                (true, true) => Roadmap::Budget,
                (false, _) => Roadmap::Features,
            },
            arrangement: if is_table { Arrangement::Table } else { Arrangement::Timeline },
            columns: vec![Column::Title, Column::Key],
            sort: is_table.then_some(Sort { by: Column::Kind, descending: show_days_off }),
            lane_order: vec![vec![AspectValue::Horizon(None)]],
            collapsed_epics: Vec::new(),
            unfolded: if show_overview { vec![id(4), id(5)] } else { Vec::new() },
            lanes_by,
            then_by: then_by.filter(|by| lanes_by.is_some() && Some(*by) != lanes_by),
            colour_by,
            collapsed: lanes_by.map(|_| vec![AspectValue::Theme(None)]).into_iter().collect(),
            kinds: kinds.into_iter().collect(),
            filter,
            baseline: None,
            show_dependencies,
            show_milestones,
            show_days_off,
            show_overview,
            show_budget,
        },
    );
    (any_id::<ViewId>(), "\\PC{1,12}", settings, range, any::<i64>())
        .prop_map(|(id, name, settings, range, rank)| View { id, name, settings, range, rank: Rank(rank) })
}

fn any_baseline() -> impl Strategy<Value = Baseline> {
    let kept = (any_id(), "\\PC{1,12}", any_day());
    let kept = kept.prop_map(|(milestone, name, day)| BaselineMilestone { milestone, name, day });
    let milestones = prop::option::of(vec(kept, 0..3));
    (any_id(), "\\PC{1,12}", any_day(), milestones, any::<i64>()).prop_map(
        |(id, name, taken, milestones, rank)| Baseline {
            id,
            name,
            taken,
            spans: Vec::new(),
            milestones,
            rank: Rank(rank),
        },
    )
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
            customers: vec![id(1)],
            needs: Vec::new(),
            goals: vec![id(2), id(3)],
            parents: vec![None, Some(id(4))],
            horizons: vec![Some(Horizon::Later), None],
            from: days.map(|span| span.first),
            to: days.map(|span| span.last),
        },
    )
}
