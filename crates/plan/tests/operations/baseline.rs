//! Baselines: taken as the plan stands, kept whatever happens to it, and compared.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{
    Baseline, BaselineId, ChangeSet, Dated, Diff, Entity, Id, ItemEdit, Milestone, MilestoneEdit,
    NewBaseline, NewMilestone, Operation, Plan, RuleViolation, Schedule, check_plan,
};
use milepost_testkit::{day, id, milestone, span};

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
    let slip = slips.iter().find(|slip| slip.what == Dated::Item { id: epic }).unwrap();
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
    let (plan, old) = altered(&taken, |old| old.spans.retain(|kept| kept.item != epic));
    assert_eq!(plan.slips(&old, None), [], "nothing has moved since");
    let later = moved(&plan, "Templates", 7);
    let slips = later.slips(&old, None);
    let slip = slips.iter().find(|slip| slip.what == Dated::Item { id: epic }).unwrap();
    assert_eq!((slip.before, slip.days), (Some(span("2027-01-04", "2027-01-15")), Some(5)));
}

#[test]
fn a_baseline_keeps_the_days_of_milestones_whatever_comes() {
    let taken = after(&plan(), &take(200, "Spring"));
    let spring = milestone(&taken, "Spring").id;
    assert_eq!(baseline(&taken, 200).day_of(spring), Some(day("2027-04-23")));
    let moved = day_set(&taken, "Spring", "2027-05-07");
    let gone = after(&moved, &Operation::DeleteMilestone { id: spring });
    assert_eq!(baseline(&gone, 200), baseline(&taken, 200));
    assert_eq!(baseline(&gone, 200).day_of(id(99)), None);
}

#[test]
fn milestones_slip_with_items_and_before_them() {
    let start = add_milestone(&add_milestone(&plan(), 300, "Board", "2027-03-10"), 301, "Old", "2027-03-01");
    let start = after(&start, &take(200, "Spring"));
    let later = moved(&day_set(&start, "Spring", "2027-05-07"), "Alerts", 14);
    let later = day_set(&later, "Board", "2027-03-08");
    let later = after(&later, &Operation::DeleteMilestone { id: id(301) });
    let later = add_milestone(&later, 302, "New", "2027-06-01");
    let slips = later.slips(baseline(&later, 200), None);
    let told: Vec<_> = slips.iter().map(|slip| (slip.title.as_str(), slip.days)).collect();
    assert_eq!(
        told,
        [("Spring", Some(10)), ("Alerts", Some(10)), ("Board", Some(-2)), ("Old", None), ("New", None)]
    );
    let spring = slips.first().unwrap();
    assert_eq!(spring.what, Dated::Milestone { id: milestone(&later, "Spring").id });
    assert_eq!(
        (spring.before, spring.after),
        (Some(span("2027-04-23", "2027-04-23")), Some(span("2027-05-07", "2027-05-07")))
    );
    let ends = |slip: &milepost_plan::Slip| (slip.before.is_some(), slip.after.is_some());
    assert_eq!(slips[3..].iter().map(ends).collect::<Vec<_>>(), [(true, false), (false, true)]);

    let both = after(&later, &take(201, "Summer"));
    assert_eq!(both.slips(baseline(&both, 200), Some(baseline(&both, 201))), slips);
    let renamed = MilestoneEdit::Name("Easter".to_owned());
    let renamed = after(&start, &Operation::EditMilestone { id: id(300), edit: renamed });
    assert_eq!(renamed.slips(baseline(&renamed, 200), None), [], "a name is no day");
}

#[test]
fn a_baseline_that_kept_no_milestones_tells_nothing_of_them() {
    let taken = after(&after(&plan(), &take(200, "Spring")), &take(201, "Summer"));
    let (plan, old) = altered(&taken, |old| old.milestones = None);
    let later = moved(&day_set(&plan, "Spring", "2027-05-07"), "Alerts", 14);
    let titles =
        |slips: Vec<milepost_plan::Slip>| slips.into_iter().map(|slip| slip.title).collect::<Vec<_>>();
    assert_eq!(titles(later.slips(&old, None)), ["Alerts"]);
    assert_eq!(titles(later.slips(&old, Some(baseline(&later, 201)))), [""; 0]);
    assert_eq!(
        titles(later.slips(baseline(&later, 201), Some(&old))),
        [""; 0],
        "nor does it say that they went"
    );
    assert_eq!(old.day_of(milestone(&later, "Spring").id), None);
}

#[test]
fn a_baseline_names_each_milestone_once_on_a_day_that_a_plan_can_have() {
    let taken = after(&plan(), &take(200, "Spring"));
    let broken = |change: fn(&mut Baseline)| check_plan(&altered(&taken, change).0).len();
    assert_eq!(broken(|_| {}), 0);
    assert_eq!(broken(|old| old.milestones = None), 0);
    let twice = |old: &mut Baseline| {
        let kept = old.milestones.clone().unwrap();
        old.milestones = Some([kept.clone(), kept].concat());
    };
    assert_eq!(broken(twice), 1);
    assert_eq!(broken(|old| old.milestones.as_mut().unwrap()[0].day = day("1700-01-01")), 1);
}

/// The plan with its baseline 200 as an older file, or a broken one, has it.
fn altered(plan: &Plan, change: impl FnOnce(&mut Baseline)) -> (Plan, Baseline) {
    let mut old = baseline(plan, 200).clone();
    change(&mut old);
    let (before, after) = (Some(baseline(plan, 200).clone()), Some(old.clone()));
    let mut plan = plan.clone();
    plan.accept(&ChangeSet { changes: vec![Baseline::change(Diff { before, after })] });
    (plan, old)
}

fn day_set(plan: &Plan, name: &str, to: &str) -> Plan {
    let Milestone { id, .. } = *milestone(plan, name);
    after(plan, &Operation::EditMilestone { id, edit: MilestoneEdit::Day(day(to)) })
}

fn add_milestone(plan: &Plan, number: u32, name: &str, on: &str) -> Plan {
    let milestone = NewMilestone { id: id(number), name: name.to_owned(), day: day(on) };
    after(plan, &Operation::AddMilestone { milestone })
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
