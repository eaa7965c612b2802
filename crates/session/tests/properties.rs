//! Whatever a user does, the file is what is in memory, and every step can be taken back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{id, session};
use milepost_plan::{
    AspectValue, Day, Edge, Horizon, ItemEdit, ItemKind, MilestoneEdit, NewDependency, NewItem, NewMilestone,
    NewTheme, NewView, Operation, Plan, PlanSettings, Schedule, Status, ThemeEdit, ViewSettings, check_plan,
};
use milepost_session::{Applied, Session, SessionError};
use milepost_store::PlanFile;
use proptest::prelude::*;

/// One thing that a user does.
#[derive(Debug, Clone)]
enum Act {
    Apply(Box<Operation>),
    /// The same as more of what was done last.
    GoOn(Box<Operation>),
    Undo,
    Redo,
    Reopen,
}

/// Few ids, so that operations meet.
fn any_number() -> impl Strategy<Value = u8> {
    0_u8..8
}

fn any_name() -> impl Strategy<Value = String> {
    "\\PC{0,10}"
}

fn any_day() -> impl Strategy<Value = Day> {
    (20_000..21_000).prop_map(Day::from_number)
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        (any_day(), 0..90).prop_map(|(first, days)| Schedule::Dated { first, last: first.plus(days) }),
        prop::sample::select(Horizon::ALL.to_vec()).prop_map(|horizon| Schedule::Horizon { horizon }),
        Just(Schedule::None),
    ]
}

fn any_kind() -> impl Strategy<Value = ItemKind> {
    prop::sample::select(ItemKind::ALL.to_vec())
}

fn any_edit() -> impl Strategy<Value = ItemEdit> {
    prop_oneof![
        any_kind().prop_map(ItemEdit::Kind),
        prop::option::of(any_number()).prop_map(|number| ItemEdit::Parent(number.map(id))),
        prop::option::of(any_number()).prop_map(|number| ItemEdit::Theme(number.map(id))),
        any_name().prop_map(ItemEdit::Title),
        any::<String>().prop_map(ItemEdit::Description),
        prop::sample::select(Status::ALL.to_vec()).prop_map(ItemEdit::Status),
        (0_u8..120).prop_map(ItemEdit::Progress),
        "[AB]{0,1}".prop_map(ItemEdit::Key),
        any_schedule().prop_map(ItemEdit::Schedule),
    ]
}

fn any_item_operation() -> impl Strategy<Value = Operation> {
    let ids = || prop::collection::btree_set(any_number(), 1..4);
    prop_oneof![
        4 => (any_number(), any_kind(), "\\PC{1,10}", any_schedule()).prop_map(|(number, kind, title, schedule)| {
            Operation::AddItem { item: NewItem { schedule, ..NewItem::new(id(number), kind, title) } }
        }),
        6 => (any_number(), any_edit())
            .prop_map(|(number, edit)| Operation::EditItems { ids: vec![id(number)], edit }),
        2 => (any_number(), -40..40, prop::option::of(prop::option::of(any_number()))).prop_map(
            |(number, days, lane)| Operation::MoveItems {
                ids: vec![id(number)],
                days,
                lane: lane.map(|theme| AspectValue::Theme(theme.map(id))).into_iter().collect(),
            }
        ),
        1 => (any_number(), -40..40)
            .prop_map(|(number, days)| Operation::ResizeItems { ids: vec![id(number)], edge: Edge::End, days }),
        1 => (any_number(), prop::option::of(any_number())).prop_map(|(number, before)| {
            Operation::ReorderItem { id: id(number), before: before.map(id) }
        }),
        1 => (any_number(), 100_u8..250)
            .prop_map(|(number, copy)| Operation::DuplicateItems { ids: vec![id(number)], first_id: id(copy) }),
        2 => ids().prop_map(|ids| Operation::DeleteItems { ids: ids.into_iter().map(id).collect() }),
    ]
}

fn any_other_operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        (any_number(), "\\PC{1,10}").prop_map(|(number, name)| {
            Operation::AddTheme { theme: NewTheme { id: id(number), name, hue: None } }
        }),
        (any_number(), 0_u8..10)
            .prop_map(|(number, hue)| Operation::EditTheme { id: id(number), edit: ThemeEdit::Hue(hue) }),
        any_number().prop_map(|number| Operation::DeleteTheme { id: id(number) }),
        (any_number(), "\\PC{1,10}", any_day()).prop_map(|(number, name, day)| {
            Operation::AddMilestone { milestone: NewMilestone { id: id(number), name, day } }
        }),
        (any_number(), any::<String>()).prop_map(|(number, note)| {
            Operation::EditMilestone { id: id(number), edit: MilestoneEdit::Note(note) }
        }),
        (any_number(), any_number(), any_number(), -5..5).prop_map(|(number, from, to, lag_days)| {
            let kind = milepost_plan::DependencyKind::default();
            let (predecessor, successor) = (id(from), id(to));
            Operation::Link {
                dependency: NewDependency { id: id(number), predecessor, successor, kind, lag_days },
            }
        }),
        any_number().prop_map(|number| Operation::Unlink { id: id(number) }),
        (any_number(), "[A-C]", prop::collection::vec(any_kind(), 0..4)).prop_map(|(number, name, kinds)| {
            let settings = ViewSettings { kinds, ..ViewSettings::default() };
            Operation::AddView { view: Box::new(NewView { id: id(number), name, settings, range: None }) }
        }),
        any_number().prop_map(|number| Operation::DeleteView { id: id(number) }),
        any_name().prop_map(|name| {
            Operation::EditSettings { settings: PlanSettings { name, ..PlanSettings::default() } }
        }),
    ]
}

fn any_operation() -> impl Strategy<Value = Operation> {
    let single = prop_oneof![2 => any_item_operation().boxed(), 1 => any_other_operation().boxed()];
    let batch = prop::collection::vec(any_item_operation(), 0..4)
        .prop_map(|operations| Operation::Batch { label: "Several".to_owned(), operations });
    prop_oneof![8 => single, 1 => batch]
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => any_operation().prop_map(|operation| Act::Apply(Box::new(operation))),
        4 => any_operation().prop_map(|operation| Act::GoOn(Box::new(operation))),
        2 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Reopen),
    ]
}

/// Does it and answers whether anything changed.
fn act(session: &mut Session, act: Act) -> bool {
    let is_changed = |applied: Result<Applied, SessionError>| match applied {
        Ok(applied) => !applied.changes.is_empty(),
        Err(SessionError::Rule(_)) => false,
        Err(error) => panic!("{error}"),
    };
    match act {
        Act::Apply(operation) => is_changed(session.apply(&operation)),
        Act::GoOn(operation) => is_changed(session.go_on(&operation, session.revision())),
        Act::Undo => session.undo().unwrap().is_some(),
        Act::Redo => session.redo().unwrap().is_some(),
        Act::Reopen => {
            *session = Session::open(&session.path()).unwrap();
            false
        }
    }
}

/// A third of random operations meets nothing to act on; these give them something.
fn furnish(session: &Session) -> Plan {
    for number in 0..4 {
        let theme = NewTheme { id: id(number), name: format!("Theme {number}"), hue: None };
        session.apply(&Operation::AddTheme { theme }).unwrap();
        session.apply(&common::add_feature(number)).unwrap();
    }
    session.plan().snapshot().as_ref().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_file_is_what_is_in_memory_after_every_step(acts in prop::collection::vec(any_act(), 1..25)) {
        let (_folder, path, mut session) = session();
        furnish(&session);
        for next in acts {
            let before = session.revision();
            let changed = act(&mut session, next);
            let opened = PlanFile::open(&path).unwrap();
            prop_assert_eq!(&opened.plan, &*session.plan());
            prop_assert_eq!(opened.revision, session.revision());
            prop_assert_eq!(opened.revision, before + u64::from(changed));
            prop_assert_eq!(check_plan(&opened.plan), Vec::new());
        }
    }

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_the_end(
        operations in prop::collection::vec((any_operation(), any::<bool>()), 1..25)
    ) {
        let (_folder, path, mut session) = session();
        furnish(&session);
        for (operation, goes_on) in operations {
            let how = if goes_on { Act::GoOn } else { Act::Apply };
            act(&mut session, how(Box::new(operation)));
        }
        let end = session.plan().snapshot();
        while session.undo().unwrap().is_some() {}
        prop_assert_eq!(&*session.plan(), &Plan::default());
        prop_assert_eq!(&PlanFile::open(&path).unwrap().plan, &Plan::default());
        while session.redo().unwrap().is_some() {}
        prop_assert_eq!(&*session.plan(), &*end);
        prop_assert_eq!(&PlanFile::open(&path).unwrap().plan, &*end);
    }

    #[test]
    fn a_preview_of_anything_changes_nothing(operations in prop::collection::vec(any_operation(), 1..25)) {
        let (_folder, _path, session) = session();
        let before = furnish(&session);
        for operation in operations {
            let expected = operation.change(&session.plan());
            let seen = session.preview(&operation, |_, changes| changes.clone());
            prop_assert_eq!(seen, expected);
            prop_assert_eq!(&*session.plan(), &before);
        }
    }
}
