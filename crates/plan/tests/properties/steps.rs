//! Random things for a user to do.
//!
//! A step names rows by number, not by id: it becomes an operation only on the plan it meets, so that most steps
//! find what they ask for, and a failing sequence stays meaningful when proptest takes steps out of it.

mod served;
mod values;

use milepost_plan::{
    AspectValue, Baseline, Day, Dependency, DependencyEdit, DependencyKind, Edge, Entity, Id, ItemEdit,
    ItemId, ItemKind, Milestone, MilestoneEdit, NewBaseline, NewDependency, NewItem, NewMilestone, NewTheme,
    NewView, Operation, Plan, Row, Schedule, Status, Theme, ThemeEdit, View, ViewEdit, ViewSettings, Weekday,
    WorkItem,
};
use milepost_testkit::id;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub use served::{ServedStep, merges};
use values::{any_row, day, days, key, kind, name, rows, schedule};

/// Stands for the row of an entity with that number, counted round; one that is gone if there is none.
#[derive(Debug, Clone, Copy)]
pub struct Nth(u8);

/// One thing to do.
#[derive(Debug, Clone)]
pub enum Step {
    EditSettings { name: String, working_days: Vec<Weekday>, scheduling: (bool, bool) },
    AddTheme { name: String, hue: Option<u8> },
    EditTheme { theme: Nth, edit: ThemeEdit },
    ReorderTheme { theme: Nth, before: Option<Nth> },
    DeleteTheme { theme: Nth },
    AddItem { kind: ItemKind, parent: Option<Nth>, theme: Option<Nth>, key: String, schedule: Schedule },
    EditItems { items: Vec<Nth>, edit: ItemEdit },
    PutUnder { items: Vec<Nth>, parent: Option<Nth> },
    PutInTheme { items: Vec<Nth>, theme: Option<Nth> },
    MoveItems { items: Vec<Nth>, days: i32, lane: Option<Option<Nth>> },
    ResizeItems { items: Vec<Nth>, edge: Edge, days: i32 },
    ReorderItem { item: Nth, before: Option<Nth> },
    DuplicateItems { items: Vec<Nth> },
    DeleteItems { items: Vec<Nth> },
    AddMilestone { name: String, day: Day },
    EditMilestone { milestone: Nth, edit: MilestoneEdit },
    DeleteMilestone { milestone: Nth },
    Link { predecessor: Nth, successor: Nth, kind: DependencyKind, lag_days: i32 },
    EditDependency { dependency: Nth, edit: DependencyEdit },
    Unlink { dependency: Nth },
    AddView { name: String, kinds: Vec<ItemKind> },
    EditView { view: Nth, edit: ViewEdit },
    DeleteView { view: Nth },
    TakeBaseline { name: String },
    RenameBaseline { baseline: Nth, name: String },
    DeleteBaseline { baseline: Nth },
    Served(ServedStep),
    Batch { steps: Vec<Step> },
}

/// Up to that many steps of all kinds.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let batch = vec(single(), 0..5).prop_map(|steps| Step::Batch { steps });
    vec(prop_oneof![12 => single(), 1 => batch], 0..=most)
}

/// The same steps in a plan that never pushes.
pub fn without_pushes(mut steps: Vec<Step>) -> Vec<Step> {
    for step in &mut steps {
        match step {
            Step::EditSettings { scheduling: (_, pushes_successors), .. } => *pushes_successors = false,
            Step::Batch { steps } => *steps = without_pushes(std::mem::take(steps)),
            _ => {}
        }
    }
    steps
}

/// Up to that many changes of the order of items.
pub fn reorders(most: usize) -> impl Strategy<Value = Vec<Step>> {
    vec(reorder(), 0..=most)
}

impl Step {
    /// The step as an operation on this plan. New rows get ids that belong to the step's number.
    pub fn on(&self, plan: &Plan, number: u32) -> Operation {
        let fresh = 1_000 * (number + 1);
        match self.clone() {
            Self::EditSettings { name, working_days, scheduling } => {
                let mut settings = plan.settings().clone();
                (settings.name, settings.working_days) = (name, working_days);
                (settings.keeps_working_length, settings.pushes_successors) = scheduling;
                Operation::EditSettings { settings }
            }
            Self::AddTheme { name, hue } => {
                Operation::AddTheme { theme: NewTheme { id: id(fresh), name, hue } }
            }
            Self::EditTheme { theme, edit } => Operation::EditTheme { id: nth::<Theme>(plan, theme), edit },
            Self::ReorderTheme { theme, before } => Operation::ReorderTheme {
                id: nth::<Theme>(plan, theme),
                before: before.map(|before| nth::<Theme>(plan, before)),
            },
            Self::DeleteTheme { theme } => Operation::DeleteTheme { id: nth::<Theme>(plan, theme) },
            Self::AddMilestone { name, day } => {
                Operation::AddMilestone { milestone: NewMilestone { id: id(fresh), name, day } }
            }
            Self::EditMilestone { milestone, edit } => {
                Operation::EditMilestone { id: nth::<Milestone>(plan, milestone), edit }
            }
            Self::DeleteMilestone { milestone } => {
                Operation::DeleteMilestone { id: nth::<Milestone>(plan, milestone) }
            }
            Self::Link { predecessor, successor, kind, lag_days } => {
                let predecessor = nth::<WorkItem>(plan, predecessor);
                let successor = nth::<WorkItem>(plan, successor);
                let dependency = NewDependency { id: id(fresh), predecessor, successor, kind, lag_days };
                Operation::Link { dependency }
            }
            Self::EditDependency { dependency, edit } => {
                Operation::EditDependency { id: nth::<Dependency>(plan, dependency), edit }
            }
            Self::Unlink { dependency } => Operation::Unlink { id: nth::<Dependency>(plan, dependency) },
            Self::AddView { name, kinds } => {
                let settings = ViewSettings { kinds, ..ViewSettings::default() };
                Operation::AddView { view: Box::new(NewView { id: id(fresh), name, settings, range: None }) }
            }
            Self::EditView { view, edit } => Operation::EditView { id: nth::<View>(plan, view), edit },
            Self::DeleteView { view } => Operation::DeleteView { id: nth::<View>(plan, view) },
            Self::TakeBaseline { name } => Operation::TakeBaseline {
                baseline: NewBaseline { id: id(fresh), name, taken: milepost_testkit::day("2026-11-23") },
            },
            Self::RenameBaseline { baseline, name } => {
                Operation::RenameBaseline { id: nth::<Baseline>(plan, baseline), name }
            }
            Self::DeleteBaseline { baseline } => {
                Operation::DeleteBaseline { id: nth::<Baseline>(plan, baseline) }
            }
            Self::Served(step) => step.on(plan, fresh),
            Self::Batch { steps } => {
                let numbers = (1_000 * (number + 1)..).take(steps.len());
                let operations = steps.iter().zip(numbers).map(|(step, number)| step.on(plan, number));
                Operation::Batch { label: "Several".to_owned(), operations: operations.collect() }
            }
            of_items => of_items.on_items(plan, fresh),
        }
    }

    /// The steps that are about work items.
    fn on_items(self, plan: &Plan, fresh: u32) -> Operation {
        let item = |item: Nth| nth::<WorkItem>(plan, item);
        let items = |items: Vec<Nth>| items.into_iter().map(item).collect();
        let theme = |theme: Option<Nth>| theme.map(|theme| nth::<Theme>(plan, theme));
        match self {
            Self::AddItem { kind, parent, theme: of_theme, key, schedule } => {
                let mut new = NewItem::new(id(fresh), kind, format!("Item {fresh}"));
                (new.parent, new.theme) = (parent.map(item), theme(of_theme));
                (new.key, new.schedule) = (key, schedule);
                Operation::AddItem { item: new }
            }
            Self::EditItems { items: which, edit } => Operation::EditItems { ids: items(which), edit },
            Self::PutUnder { items: which, parent } => {
                Operation::EditItems { ids: items(which), edit: ItemEdit::Parent(parent.map(item)) }
            }
            Self::PutInTheme { items: which, theme: into } => {
                Operation::EditItems { ids: items(which), edit: ItemEdit::Theme(theme(into)) }
            }
            Self::MoveItems { items: which, days, lane } => {
                let ids = which.into_iter().map(|which| nth_dated(plan, which)).collect();
                let lane = lane.map(|into| AspectValue::Theme(theme(into))).into_iter().collect();
                Operation::MoveItems { ids, days, lane }
            }
            Self::ResizeItems { items: which, edge, days } => {
                let ids = which.into_iter().map(|which| nth_dated(plan, which)).collect();
                Operation::ResizeItems { ids, edge, days }
            }
            Self::ReorderItem { item: which, before } => {
                Operation::ReorderItem { id: item(which), before: before.map(item) }
            }
            Self::DuplicateItems { items: which } => {
                Operation::DuplicateItems { ids: items(which), first_id: id(fresh) }
            }
            Self::DeleteItems { items: which } => Operation::DeleteItems { ids: items(which) },
            other => unreachable!("{other:?} is not about items"),
        }
    }
}

fn nth<R: Entity>(plan: &Plan, nth: Nth) -> R::Id {
    nth_of(R::table(plan).iter().map(Row::id).collect(), nth)
}

/// Only items with days can be moved and resized, and epics with the days of what they hold.
fn nth_dated(plan: &Plan, nth: Nth) -> ItemId {
    nth_of(plan.items().iter().filter(|item| plan.span_of(item).is_some()).map(Row::id).collect(), nth)
}

fn nth_of<I: Id>(ids: Vec<I>, Nth(number): Nth) -> I {
    let place = usize::from(number).checked_rem(ids.len());
    place.and_then(|place| ids.into_iter().nth(place)).unwrap_or_else(|| id(999_999))
}

fn single() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => settings_steps(),
        4 => theme_steps(),
        14 => item_steps(),
        2 => milestone_steps(),
        5 => dependency_steps(),
        2 => view_steps(),
        14 => served::served_steps().prop_map(Step::Served).boxed(),
    ]
}

fn settings_steps() -> impl Strategy<Value = Step> {
    (name(), vec(select(&Weekday::ALL), 0..4), any::<(bool, bool)>())
        .prop_map(|(name, working_days, scheduling)| Step::EditSettings { name, working_days, scheduling })
}

fn theme_steps() -> impl Strategy<Value = Step> {
    let edit = prop_oneof![name().prop_map(ThemeEdit::Name), (0_u8..10).prop_map(ThemeEdit::Hue)];
    prop_oneof![
        (name(), option::of(0_u8..10)).prop_map(|(name, hue)| Step::AddTheme { name, hue }),
        (any_row(), edit).prop_map(|(theme, edit)| Step::EditTheme { theme, edit }),
        (any_row(), option::of(any_row())).prop_map(|(theme, before)| Step::ReorderTheme { theme, before }),
        any_row().prop_map(|theme| Step::DeleteTheme { theme }),
    ]
}

fn item_steps() -> impl Strategy<Value = Step> {
    let add = (kind(), option::of(any_row()), option::of(any_row()), key(), schedule()).prop_map(
        |(kind, parent, theme, key, schedule)| Step::AddItem { kind, parent, theme, key, schedule },
    );
    let lane = option::of(option::of(any_row()));
    let edge = select(&[Edge::Start, Edge::End]);
    prop_oneof![
        4 => add,
        3 => (rows(), item_edit()).prop_map(|(items, edit)| Step::EditItems { items, edit }),
        3 => (rows(), option::of(any_row())).prop_map(|(items, parent)| Step::PutUnder { items, parent }),
        1 => (rows(), option::of(any_row())).prop_map(|(items, theme)| Step::PutInTheme { items, theme }),
        3 => (rows(), days(), lane).prop_map(|(items, days, lane)| Step::MoveItems { items, days, lane }),
        2 => (rows(), edge, -60..60).prop_map(|(items, edge, days)| Step::ResizeItems { items, edge, days }),
        2 => reorder(),
        2 => rows().prop_map(|items| Step::DuplicateItems { items }),
        1 => rows().prop_map(|items| Step::DeleteItems { items }),
    ]
}

fn reorder() -> impl Strategy<Value = Step> {
    (any_row(), option::of(any_row())).prop_map(|(item, before)| Step::ReorderItem { item, before })
}

fn item_edit() -> impl Strategy<Value = ItemEdit> {
    prop_oneof![
        kind().prop_map(ItemEdit::Kind),
        name().prop_map(ItemEdit::Title),
        name().prop_map(ItemEdit::Description),
        select(&Status::ALL).prop_map(ItemEdit::Status),
        (0_u8..103).prop_map(ItemEdit::Progress),
        name().prop_map(ItemEdit::Owner),
        name().prop_map(ItemEdit::Link),
        key().prop_map(ItemEdit::Key),
        schedule().prop_map(ItemEdit::Schedule),
    ]
}

fn milestone_steps() -> impl Strategy<Value = Step> {
    let edit = prop_oneof![
        name().prop_map(MilestoneEdit::Name),
        day().prop_map(MilestoneEdit::Day),
        name().prop_map(MilestoneEdit::Note),
    ];
    prop_oneof![
        (name(), day()).prop_map(|(name, day)| Step::AddMilestone { name, day }),
        (any_row(), edit).prop_map(|(milestone, edit)| Step::EditMilestone { milestone, edit }),
        any_row().prop_map(|milestone| Step::DeleteMilestone { milestone }),
    ]
}

fn dependency_steps() -> impl Strategy<Value = Step> {
    let tie = || select(&DependencyKind::ALL);
    let lag = || prop_oneof![9 => -20..20_i32, 1 => any::<i32>()];
    let link = (any_row(), any_row(), tie(), lag()).prop_map(|(predecessor, successor, kind, lag_days)| {
        Step::Link { predecessor, successor, kind, lag_days }
    });
    let edit = prop_oneof![tie().prop_map(DependencyEdit::Kind), lag().prop_map(DependencyEdit::LagDays)];
    prop_oneof![
        4 => link,
        1 => (any_row(), edit).prop_map(|(dependency, edit)| Step::EditDependency { dependency, edit }),
        1 => any_row().prop_map(|dependency| Step::Unlink { dependency }),
    ]
}

fn view_steps() -> impl Strategy<Value = Step> {
    let kinds = || vec(kind(), 0..4);
    let settings = kinds().prop_map(|kinds| ViewSettings { kinds, ..ViewSettings::default() });
    let edit = prop_oneof![
        name().prop_map(ViewEdit::Name),
        settings.prop_map(|settings| ViewEdit::Settings(Box::new(settings)))
    ];
    prop_oneof![
        (name(), kinds()).prop_map(|(name, kinds)| Step::AddView { name, kinds }),
        (any_row(), edit).prop_map(|(view, edit)| Step::EditView { view, edit }),
        any_row().prop_map(|view| Step::DeleteView { view }),
        name().prop_map(|name| Step::TakeBaseline { name }),
        (any_row(), name()).prop_map(|(baseline, name)| Step::RenameBaseline { baseline, name }),
        any_row().prop_map(|baseline| Step::DeleteBaseline { baseline }),
    ]
}
