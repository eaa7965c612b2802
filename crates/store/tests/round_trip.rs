//! What is written comes back, row by row and field by field.

mod common;

use common::random::any_plan;
use common::{day, difference, full_plan, place};
use milepost_plan::{Change, ChangeSet, Diff, Horizon, ItemKind, Plan, Schedule, WorkItem};
use milepost_store::PlanFile;
use proptest::prelude::*;

#[test]
fn every_entity_and_field_comes_back() {
    let (_folder, path) = place();
    PlanFile::create(&path, &full_plan()).unwrap();
    let opened = PlanFile::open(&path).unwrap();
    assert_eq!(opened.plan, full_plan());
    assert_eq!((opened.revision, opened.file.revision()), (0, 0));
    assert_eq!(opened.file.path(), path);
    assert!(!opened.file.is_read_only());
}

#[test]
fn an_empty_plan_comes_back() {
    let (_folder, path) = place();
    PlanFile::create(&path, &Plan::default()).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan, Plan::default());
}

#[test]
fn each_write_counts_the_revision_up_and_is_read_back() {
    let (_folder, path) = place();
    let mut plan = full_plan();
    let mut file = PlanFile::create(&path, &plan).unwrap();
    let schedules = [
        Schedule::None,
        Schedule::Horizon { horizon: Horizon::Later },
        Schedule::Dated { first: day("2027-02-28"), last: day("2027-02-28") },
    ];
    for (schedule, revision) in schedules.into_iter().zip(1..) {
        let before = plan.items().iter().find(|item| item.kind == ItemKind::Feature).unwrap().clone();
        let after = WorkItem { schedule, ..before.clone() };
        let changes = ChangeSet {
            changes: vec![Change::Item(Box::new(Diff { before: Some(before), after: Some(after) }))],
        };
        assert_eq!(file.write(&changes).unwrap(), revision);
        plan.accept(&changes);
        let opened = PlanFile::open(&path).unwrap();
        assert_eq!((opened.plan, opened.revision), (plan.clone(), revision));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_plan_comes_back_and_becomes_any_other_by_one_change_set(old in any_plan(), new in any_plan()) {
        let (_folder, path) = place();
        let mut file = PlanFile::create(&path, &old).unwrap();
        prop_assert_eq!(&PlanFile::open(&path).unwrap().plan, &old);
        file.write(&difference(&old, &new)).unwrap();
        prop_assert_eq!(&PlanFile::open(&path).unwrap().plan, &new);
        file.write(&difference(&old, &new).reversed()).unwrap();
        prop_assert_eq!(&PlanFile::open(&path).unwrap().plan, &old);
    }
}
