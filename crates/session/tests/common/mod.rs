//! Sessions on files of their own, and operations to try on them.

#![allow(dead_code, reason = "each suite uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use milepost_plan::{Day, Id, ItemEdit, ItemId, ItemKind, NewItem, Operation, Plan, Schedule};
use milepost_session::Session;
use uuid::Uuid;

pub fn id<I: Id>(number: u8) -> I {
    I::from_uuid(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(number)))
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A session on an empty plan in a folder of the test's own.
pub fn session() -> (tempfile::TempDir, PathBuf, Session) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("plan.milepost");
    let session = Session::create(&path, Plan::default()).unwrap();
    (folder, path, session)
}

/// A session whose plan has one dated feature, number 1, in March 2027.
pub fn session_with_feature() -> (tempfile::TempDir, PathBuf, Session) {
    let (folder, path, session) = session();
    session.apply(&add_feature(1)).unwrap();
    (folder, path, session)
}

pub fn add_feature(number: u8) -> Operation {
    let schedule = Schedule::Dated { first: day("2027-03-01"), last: day("2027-03-31") };
    let item =
        NewItem { schedule, ..NewItem::new(id(number), ItemKind::Feature, format!("Feature {number}")) };
    Operation::AddItem { item }
}

pub fn rename(number: u8, title: &str) -> Operation {
    Operation::EditItems { ids: vec![id(number)], edit: ItemEdit::Title(title.to_owned()) }
}

pub fn shift(number: u8, days: i32) -> Operation {
    Operation::MoveItems { ids: vec![id(number)], days, lane: Vec::new() }
}

pub fn title(plan: &Plan, number: u8) -> String {
    plan.items().get(id::<ItemId>(number)).unwrap().title.clone()
}
