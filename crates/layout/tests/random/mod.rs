//! Random plans and random operations on them, as a user might do them one after the other.

mod money;
mod needs;

use milepost_plan::{
    Arrangement, Aspect, AspectValue, BaselineId, ChangeSet, Column, DependencyEdit, DependencyId,
    DependencyKind, Edge, Filter, Horizon, Id, ItemEdit, ItemId, ItemKind, MilestoneEdit, MilestoneId,
    NewBaseline, NewDependency, NewItem, NewMilestone, NewTheme, Operation, Plan, Schedule, Sort, Span,
    Status, ThemeEdit, ThemeId, ViewSettings, Weekday,
};
use milepost_testkit::{day, id};
use proptest::prelude::*;

#[allow(unused_imports, reason = "not every suite looks at money")]
pub use money::{MoneyTry, money_views};
#[allow(unused_imports, reason = "not every suite looks at needs")]
pub use needs::{NeedTry, any_views, need_views};

/// What somebody tries to do; rows are told by their place in the plan, so that most tries hit something.
#[derive(Debug, Clone)]
pub enum Try {
    AddItem {
        kind: usize,
        theme: usize,
        title: String,
        schedule: Schedule,
    },
    Move {
        items: Vec<usize>,
        days: i32,
        theme: Option<usize>,
    },
    Resize {
        item: usize,
        at_start: bool,
        days: i32,
    },
    Edit {
        item: usize,
        edit: Box<ItemEdit>,
    },
    Reparent {
        item: usize,
        parent: usize,
    },
    Reorder {
        item: usize,
        before: usize,
    },
    Duplicate {
        item: usize,
    },
    DeleteItem {
        item: usize,
    },
    Link {
        from: usize,
        to: usize,
        kind: usize,
    },
    EditLink {
        link: usize,
        lag_days: i32,
    },
    Unlink {
        link: usize,
    },
    AddTheme {
        name: String,
    },
    EditTheme {
        theme: usize,
        edit: ThemeEdit,
    },
    ReorderTheme {
        theme: usize,
        before: usize,
    },
    /// Takes the baseline that views may show, or deletes it.
    Baseline,
    DeleteTheme {
        theme: usize,
    },
    AddMilestone {
        name: String,
        day: i32,
    },
    MoveMilestone {
        milestone: usize,
        day: i32,
    },
    DeleteMilestone {
        milestone: usize,
    },
    Calendar {
        first: usize,
    },
    OfNeeds(NeedTry),
    OfMoney(MoneyTry),
    /// Takes back the last of the steps that were carried out.
    Undo,
}

/// One try.
pub fn tries() -> impl Strategy<Value = Try> {
    let at = 0_usize..1_000;
    prop_oneof![
        6 => (0..8_usize, at.clone(), title(), schedule())
            .prop_map(|(kind, theme, title, schedule)| Try::AddItem { kind, theme, title, schedule }),
        4 => (prop::collection::vec(at.clone(), 1..4), -40..40, prop::option::of(at.clone()))
            .prop_map(|(items, days, theme)| Try::Move { items, days, theme }),
        2 => (at.clone(), any::<bool>(), -60..60)
            .prop_map(|(item, at_start, days)| Try::Resize { item, at_start, days }),
        3 => (at.clone(), edit()).prop_map(|(item, edit)| Try::Edit { item, edit: Box::new(edit) }),
        1 => (at.clone(), at.clone()).prop_map(|(item, parent)| Try::Reparent { item, parent }),
        1 => (at.clone(), at.clone()).prop_map(|(item, before)| Try::Reorder { item, before }),
        1 => at.clone().prop_map(|item| Try::Duplicate { item }),
        2 => at.clone().prop_map(|item| Try::DeleteItem { item }),
        3 => (at.clone(), at.clone(), 0..4_usize).prop_map(|(from, to, kind)| Try::Link { from, to, kind }),
        1 => (at.clone(), -3..10).prop_map(|(link, lag_days)| Try::EditLink { link, lag_days }),
        1 => at.clone().prop_map(|link| Try::Unlink { link }),
        1 => title().prop_map(|name| Try::AddTheme { name }),
        1 => (at.clone(), theme_edit()).prop_map(|(theme, edit)| Try::EditTheme { theme, edit }),
        1 => (at.clone(), at.clone()).prop_map(|(theme, before)| Try::ReorderTheme { theme, before }),
        1 => Just(Try::Baseline),
        1 => at.clone().prop_map(|theme| Try::DeleteTheme { theme }),
        1 => (title(), 0..400).prop_map(|(name, day)| Try::AddMilestone { name, day }),
        1 => (at.clone(), 0..400).prop_map(|(milestone, day)| Try::MoveMilestone { milestone, day }),
        1 => at.clone().prop_map(|milestone| Try::DeleteMilestone { milestone }),
        1 => (0..7_usize).prop_map(|first| Try::Calendar { first }),
        12 => needs::need_tries().prop_map(Try::OfNeeds),
        10 => money::money_tries().prop_map(Try::OfMoney),
        3 => Just(Try::Undo),
    ]
}

/// Names of all sorts: words, long ones, other scripts, emoji.
fn title() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z]{0,9}( [a-z]{1,10}){0,5}",
        1 => "[a-z ]{80,120}".prop_map(|text| format!("x{text}")),
        1 => "[\u{5d0}-\u{5ea}]{1,20}",
        1 => "[🎉🚀路线图]{1,15}",
    ]
}

fn schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        6 => (0..400, 0..120).prop_map(|(first, days)| {
            Schedule::from(Span { first: on(first), last: on(first + days) })
        }),
        1 => (0..3_usize).prop_map(|at| Schedule::Horizon { horizon: Horizon::ALL[at] }),
        1 => Just(Schedule::None),
    ]
}

fn edit() -> impl Strategy<Value = ItemEdit> {
    prop_oneof![
        title().prop_map(ItemEdit::Title),
        (0..5_usize).prop_map(|at| ItemEdit::Kind(ItemKind::ALL[at])),
        (0..5_usize).prop_map(|at| ItemEdit::Status(Status::ALL[at])),
        (0..=100_u8).prop_map(ItemEdit::Progress),
        schedule().prop_map(ItemEdit::Schedule),
        Just(ItemEdit::Theme(None)),
        "[AB]?".prop_map(ItemEdit::Owner),
    ]
}

fn theme_edit() -> impl Strategy<Value = ThemeEdit> {
    prop_oneof![title().prop_map(ThemeEdit::Name), (1..=8_u8).prop_map(ThemeEdit::Hue),]
}

fn on(number: i32) -> milepost_plan::Day {
    day("2026-06-01").plus(number)
}

/// A plan that is worked on.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    pub plan: Plan,
    done: Vec<ChangeSet>,
    ids: u32,
}

impl Desk {
    /// Carries out what can be carried out; answers the changes, none if it was refused.
    pub fn carry_out(&mut self, wanted: &Try) -> Option<ChangeSet> {
        let change_set = match wanted {
            Try::Undo => self.done.pop()?.reversed(),
            _ => {
                let change_set = self.operation(wanted)?.change(&self.plan).ok()?;
                self.done.push(change_set.clone());
                change_set
            }
        };
        self.plan.accept(&change_set);
        Some(change_set)
    }

    /// The operation that a try amounts to; none if the plan has no such row.
    pub fn operation(&mut self, wanted: &Try) -> Option<Operation> {
        Some(match wanted.clone() {
            Try::AddItem { kind, theme, title, schedule } => {
                let kind = ItemKind::ALL.get(kind).copied().unwrap_or(ItemKind::Feature);
                let mut item = NewItem::new(self.next_id(), kind, &title);
                (item.theme, item.schedule) = (self.theme(theme), schedule);
                Operation::AddItem { item }
            }
            Try::Move { items, days, theme } => Operation::MoveItems {
                ids: items.into_iter().map(|item| self.item(item)).collect::<Option<_>>()?,
                days,
                lane: theme.map(|theme| AspectValue::Theme(self.theme(theme))).into_iter().collect(),
            },
            Try::Resize { item, at_start, days } => Operation::ResizeItems {
                ids: vec![self.item(item)?],
                edge: if at_start { Edge::Start } else { Edge::End },
                days,
            },
            Try::Edit { item, edit } => Operation::EditItems { ids: vec![self.item(item)?], edit: *edit },
            Try::Reparent { item, parent } => Operation::EditItems {
                ids: vec![self.item(item)?],
                edit: ItemEdit::Parent(self.item(parent)),
            },
            Try::Reorder { item, before } => {
                Operation::ReorderItem { id: self.item(item)?, before: self.item(before) }
            }
            Try::Duplicate { item } => {
                Operation::DuplicateItems { ids: vec![self.item(item)?], first_id: self.next_id() }
            }
            Try::DeleteItem { item } => Operation::DeleteItems { ids: vec![self.item(item)?] },
            Try::Link { from, to, kind } => Operation::Link {
                dependency: NewDependency {
                    id: self.next_id(),
                    predecessor: self.item(from)?,
                    successor: self.item(to)?,
                    kind: DependencyKind::ALL[kind],
                    lag_days: 0,
                },
            },
            Try::EditLink { link, lag_days } => {
                Operation::EditDependency { id: self.link(link)?, edit: DependencyEdit::LagDays(lag_days) }
            }
            Try::Unlink { link } => Operation::Unlink { id: self.link(link)? },
            Try::AddTheme { name } => {
                Operation::AddTheme { theme: NewTheme { id: self.next_id(), name, hue: None } }
            }
            Try::EditTheme { theme, edit } => Operation::EditTheme { id: self.theme(theme)?, edit },
            Try::ReorderTheme { theme, before } => {
                Operation::ReorderTheme { id: self.theme(theme)?, before: self.theme(before) }
            }
            Try::Baseline if self.plan.baselines().get(baseline()).is_some() => {
                Operation::DeleteBaseline { id: baseline() }
            }
            Try::Baseline => {
                let (id, name, taken) = (baseline(), "Spring".to_owned(), day("2026-11-23"));
                Operation::TakeBaseline { baseline: NewBaseline { id, name, taken } }
            }
            Try::DeleteTheme { theme } => Operation::DeleteTheme { id: self.theme(theme)? },
            Try::AddMilestone { name, day } => {
                Operation::AddMilestone { milestone: NewMilestone { id: self.next_id(), name, day: on(day) } }
            }
            Try::MoveMilestone { milestone, day } => {
                Operation::EditMilestone { id: self.milestone(milestone)?, edit: MilestoneEdit::Day(on(day)) }
            }
            Try::DeleteMilestone { milestone } => {
                Operation::DeleteMilestone { id: self.milestone(milestone)? }
            }
            Try::Calendar { first } => {
                let mut settings = self.plan.settings().clone();
                settings.first_day_of_week = Weekday::ALL[first];
                Operation::EditSettings { settings }
            }
            Try::OfNeeds(wanted) => self.need_operation(wanted)?,
            Try::OfMoney(wanted) => self.money_operation(wanted)?,
            Try::Undo => return None,
        })
    }

    /// Ids leave room for the copies that a duplication makes.
    fn next_id<I: Id>(&mut self) -> I {
        self.ids += 100;
        id(self.ids)
    }

    fn item(&self, place: usize) -> Option<ItemId> {
        let place = place.checked_rem(self.plan.items().len())?;
        self.plan.items().iter().nth(place).map(|row| row.id)
    }

    /// One in so many is no theme at all.
    fn theme(&self, place: usize) -> Option<ThemeId> {
        let place = place % (self.plan.themes().len() + 1);
        self.plan.themes().iter().nth(place).map(|row| row.id)
    }

    fn milestone(&self, place: usize) -> Option<MilestoneId> {
        let place = place.checked_rem(self.plan.milestones().len())?;
        self.plan.milestones().iter().nth(place).map(|row| row.id)
    }

    fn link(&self, place: usize) -> Option<DependencyId> {
        let place = place.checked_rem(self.plan.dependencies().len())?;
        self.plan.dependencies().iter().nth(place).map(|row| row.id)
    }
}

/// A plan after some tries, among them enough themes and items to make a crowd.
pub fn desks() -> impl Strategy<Value = Desk> {
    prop::collection::vec(tries(), 5..60).prop_map(|tries| {
        let mut desk = Desk::default();
        for name in ["Reporting", "Quality", "Onboarding"] {
            let _ = desk.carry_out(&Try::AddTheme { name: name.to_owned() });
        }
        for (number, wanted) in tries.iter().enumerate() {
            if number == tries.len() / 2 {
                let _ = desk.carry_out(&Try::Baseline);
            }
            let _ = desk.carry_out(wanted);
        }
        desk
    })
}

fn baseline() -> BaselineId {
    id(7_777)
}

/// Whether each item has a row, and in which order.
fn tables() -> impl Strategy<Value = Option<Option<Sort>>> {
    let columns =
        vec![Column::Title, Column::Kind, Column::End, Column::Parent, Column::Progress, Column::Owner];
    let sort =
        (prop::sample::select(columns), any::<bool>()).prop_map(|(by, descending)| Sort { by, descending });
    prop::option::weighted(0.4, prop::option::of(sort))
}

/// Items that hold what a filter lets through, or none.
fn parents() -> impl Strategy<Value = Vec<Option<ItemId>>> {
    let parent = prop::option::weighted(0.7, (1..12_u32).prop_map(|number| id(100 * number)));
    prop::collection::vec(parent, 1..5)
}

/// Themes that a filter lets through: those that every desk begins with, no theme at all, or some that are not there.
fn themes() -> impl Strategy<Value = Vec<Option<ThemeId>>> {
    let theme = prop::option::weighted(0.8, (1..6_u32).prop_map(|number| id(100 * number)));
    prop::collection::vec(theme, 1..3)
}

/// Ways to look: most of them with more in sight than the usual one.
pub fn views() -> impl Strategy<Value = ViewSettings> {
    let aspect = || prop::option::of(prop::sample::select(Aspect::ALL.to_vec()));
    let statuses = prop::sample::subsequence(Status::ALL.to_vec(), 2);
    let filter = prop_oneof![
        3 => Just(Filter::default()),
        1 => statuses.prop_map(|statuses| Filter { statuses, ..Filter::default() }),
        1 => "[ab]".prop_map(|text| Filter { text, ..Filter::default() }),
        1 => parents().prop_map(|parents| Filter { parents, ..Filter::default() }),
        1 => themes().prop_map(|themes| Filter { themes, ..Filter::default() }),
        1 => (prop::option::of(0..400), prop::option::of(0..400)).prop_map(|(from, to)| Filter {
            from: from.map(on),
            to: to.map(on),
            ..Filter::default()
        }),
    ];
    (aspect(), aspect(), aspect(), any::<[bool; 3]>(), filter, tables()).prop_map(
        |(lanes_by, then_by, colour_by, [all_kinds, with_baseline, collapses], filter, sort)| ViewSettings {
            arrangement: if sort.is_some() { Arrangement::Both } else { Arrangement::Timeline },
            sort: sort.flatten(),
            lane_order: vec![vec![AspectValue::Status(Status::Done)], vec![AspectValue::Theme(None)]],
            collapsed_epics: if collapses {
                (1..12).map(|number| id(100 * number)).collect()
            } else {
                Vec::new()
            },
            lanes_by,
            then_by: then_by.filter(|_| lanes_by.is_some() && then_by != lanes_by),
            colour_by,
            kinds: if all_kinds { ItemKind::ALL.to_vec() } else { vec![ItemKind::Feature] },
            filter,
            baseline: with_baseline.then(baseline),
            ..ViewSettings::default()
        },
    )
}
