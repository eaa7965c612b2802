//! Baselines: taken as the plan stands, kept whatever happens to it, and compared.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{
    Baseline, BaselineId, ChangeSet, Diff, Entity, Id, ItemEdit, NewBaseline, Operation, Plan, RuleViolation,
    Schedule,
};
use milepost_testkit::{day, id, span};

use crate::{after, item_id, plan, refusal};

fn take(number: u32, name: &str) -> Operation {
    let baseline = NewBaseline { id: id(number), name: name.to_owned(), taken: day("2026-11-23") };
    Operation::TakeBaseline { baseline }
}

fn baseline(plan: &Plan, number: u32) -> &Baseline {
    plan.baselines().get(id(number)).unwrap()
}

fn moved(plan: &Plan, title: &str, days: i32) -> Plan {
    after(plan, &Operation::MoveItems { ids: vec![item_id(plan, title)], days, lane: vec![] })
}

#[test]
fn a_baseline_keeps_what_was_dated_whatever_comes() {
    let taken = after(&plan(), &take(200, " Spring "));
    let templates = item_id(&taken, "Templates");
    assert_eq!(baseline(&taken, 200).name, "Spring");
    assert_eq!(baseline(&taken, 200).spans.len(), 3, "the others have no days");
    let gone = after(&moved(&taken, "Alerts", 7), &Operation::DeleteItems { ids: vec![templates] });
    assert_eq!(baseline(&gone, 200), baseline(&taken, 200));
    assert_eq!(baseline(&gone, 200).span_of(templates), Some(span("2027-01-04", "2027-01-15")));
    assert_eq!(baseline(&gone, 200).span_of(item_id(&plan(), "Loose")), None);
}

#[test]
fn what_slipped_most_comes_first_in_working_days() {
    let start = after(&plan(), &take(200, "Spring"));
    let later = after(&moved(&moved(&start, "Templates", -3), "Alerts", 14), &take(201, "Summer"));
    let slips = later.slips(baseline(&later, 200), None);
    let told: Vec<_> = slips.iter().map(|slip| (slip.title.as_str(), slip.days)).collect();
    assert_eq!(told, [("Alerts", Some(10)), ("Epic", Some(-3)), ("Templates", Some(-3))]);

    let none = ItemEdit::Schedule(Schedule::None);
    let ids = vec![item_id(&later, "Alerts")];
    let undated = after(&later, &Operation::EditItems { ids, edit: none });
    let slips = undated.slips(baseline(&undated, 200), None);
    assert_eq!(slips.iter().map(|slip| slip.days).collect::<Vec<_>>(), [Some(-3), Some(-3), None]);
    assert_eq!(slips[2].after, None);
    let between = undated.slips(baseline(&undated, 200), Some(baseline(&undated, 201)));
    assert_eq!(between, later.slips(baseline(&later, 200), None), "two baselines compare as they were");
}

#[test]
fn an_epic_is_kept_with_the_days_that_it_spans() {
    let taken = after(&plan(), &take(200, "Spring"));
    let epic = item_id(&taken, "Epic");
    assert_eq!(baseline(&taken, 200).span_of(epic), Some(span("2027-01-04", "2027-01-15")));
    let later = moved(&taken, "Templates", 7);
    let slips = later.slips(baseline(&later, 200), None);
    let slip = slips.iter().find(|slip| slip.item == epic).unwrap();
    assert_eq!(
        (slip.before, slip.after),
        (baseline(&taken, 200).span_of(epic), Some(span("2027-01-11", "2027-01-22")))
    );
    assert_eq!(slip.days, Some(5));
}

#[test]
fn an_epic_that_a_baseline_leaves_out_stood_where_what_it_holds_stood() {
    let taken = after(&plan(), &take(200, "Spring"));
    let epic = item_id(&taken, "Epic");
    let mut old = baseline(&taken, 200).clone();
    old.spans.retain(|kept| kept.item != epic);
    let (before, after) = (Some(baseline(&taken, 200).clone()), Some(old.clone()));
    let mut plan = taken.clone();
    plan.accept(&ChangeSet { changes: vec![Baseline::change(Diff { before, after })] });
    assert_eq!(plan.slips(&old, None), [], "nothing has moved since");
    let later = moved(&plan, "Templates", 7);
    let slips = later.slips(&old, None);
    let slip = slips.iter().find(|slip| slip.item == epic).unwrap();
    assert_eq!((slip.before, slip.days), (Some(span("2027-01-04", "2027-01-15")), Some(5)));
}

#[test]
fn baselines_are_told_apart_by_name() {
    let taken = after(&plan(), &take(200, "Spring"));
    let violation = RuleViolation::NameTaken { word: "baseline", name: "Spring".to_owned() };
    assert_eq!(refusal(&taken, &take(201, "Spring")), violation);
    let renamed = after(&taken, &Operation::RenameBaseline { id: id(200), name: "Before".to_owned() });
    assert_eq!(baseline(&renamed, 200).name, "Before");
    assert_eq!(after(&renamed, &Operation::DeleteBaseline { id: id(200) }).baselines().len(), 0);
    let gone: BaselineId = id(99);
    let missing = RuleViolation::Missing { word: "baseline", id: gone.uuid() };
    assert_eq!(refusal(&taken, &Operation::DeleteBaseline { id: gone }), missing);
}
