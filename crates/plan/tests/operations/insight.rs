//! What the roadmap does for whom.

use milepost_plan::{
    Baseline, ChangeSet, Diff, Entity, FeedbackEdit, FeedbackStatus, Fulfilment, Importance, ItemKind,
    NewBaseline, Operation, Plan, Standing, Status,
};
use milepost_testkit::{PlanBuilder, customer, day, feedback, id, item, need};

use super::served;

fn statements(plan: &Plan, of: impl Fn(&milepost_plan::NeedShare) -> bool) -> Vec<&str> {
    let insight = plan.insight(None);
    let shares = insight.needs.iter().filter(|share| of(share));
    shares.filter_map(|share| plan.needs().get(share.need)).map(|need| need.statement.as_str()).collect()
}

#[test]
fn needs_carry_the_roadmap_by_weight_and_by_days() {
    let plan = served();
    let insight = plan.insight(None);
    assert_eq!((insight.weight, insight.days), (1_400, 20.0));
    assert_eq!(insight.standings, [1, 2, 0, 0]);
    assert_eq!(statements(&plan, |_| true), ["Read at eight", "Close early", "Speak Polish"]);
    let told: Vec<_> = insight.needs.iter().map(|share| (share.weight, share.days)).collect();
    assert_eq!(told, [(1_000, 15.0), (400, 5.0), (0, 0.0)], "an item divides its days among its needs");
    assert_eq!(statements(&plan, |share| share.coverage.standing == Standing::Unserved), ["Speak Polish"]);
}

#[test]
fn a_feature_that_serves_no_need_serves_nobody() {
    let plan = PlanBuilder::new("Idle")
        .feature("", "Seven days", "2027-01-04", "2027-01-12")
        .feature("", "Dropped", "2027-01-04", "2027-01-12")
        .with(|item| item.status = Status::Dropped)
        .undated("", "No days")
        .item(ItemKind::UserStory, "A story of nothing")
        .feature("", "Serves by its story", "2027-01-04", "2027-01-08")
        .item(ItemKind::UserStory, "A story")
        .with(|item| item.schedule = milepost_testkit::span("2027-01-04", "2027-01-05").into())
        .under("Serves by its story")
        .need("Close early", &[])
        .serves("A story", "Close early", Fulfilment::Partly)
        .build();
    let insight = plan.insight(None);
    assert_eq!(insight.serve_nobody, [item(&plan, "Seven days").id, item(&plan, "No days").id]);
    assert_eq!((insight.days_for_nobody, insight.days), (7.0, 12.0));
    assert_eq!(insight.needs[0].days, 5.0, "the days of a story are those of its feature");
}

#[test]
fn what_an_epic_was_to_serve_that_was_dropped_is_served_by_nothing_under_it() {
    let plan = PlanBuilder::new("Dropped")
        .item(ItemKind::Epic, "Epic")
        .with(|item| item.status = Status::Dropped)
        .feature("", "Held", "2027-01-04", "2027-01-08")
        .under("Epic")
        .need("Close early", &[])
        .serves("Epic", "Close early", Fulfilment::Fully)
        .build();
    let insight = plan.insight(None);
    let share = insight.needs[0];
    assert_eq!((share.coverage.standing, share.days), (Standing::Unserved, 0.0));
    assert_eq!(insight.serve_nobody, [item(&plan, "Held").id]);
}

#[test]
fn customers_of_whom_little_is_served_come_first() {
    let plan = PlanBuilder::new("Shares")
        .customer("Nobody", 5)
        .customer("Whole", 10)
        .customer("Half", 100)
        .customer("None", 1)
        .customer("Large and half", 200)
        .feature("", "Full", "2027-01-04", "2027-01-15")
        .with(|item| item.status = Status::Done)
        .feature("", "Partial", "2027-01-04", "2027-01-15")
        .need("Whole", &[("Whole", Importance::Low)])
        .need("Half", &[("Half", Importance::High), ("Large and half", Importance::Low)])
        .need("Never", &[("None", Importance::Critical)])
        .serves("Full", "Whole", Fulfilment::Fully)
        .serves("Partial", "Half", Fulfilment::Partly)
        .build();
    let insight = plan.insight(None);
    let told: Vec<_> = insight
        .customers
        .iter()
        .map(|share| {
            let name = plan.customers().get(share.customer).unwrap().name.as_str();
            (name, share.weight, share.served, share.met, share.unserved)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("None", 4, 0, 0, 1),
            ("Half", 300, 150, 0, 0),
            ("Large and half", 200, 100, 0, 0),
            ("Whole", 10, 10, 10, 0),
            ("Nobody", 0, 0, 0, 0),
        ]
    );
    assert_eq!(customer(&plan, "Whole").id, insight.customers[3].customer);
}

#[test]
fn what_was_promised_is_told_with_how_far_it_has_moved() {
    let plan = PlanBuilder::new("Promises")
        .feature("", "Soon", "2027-01-04", "2027-01-15")
        .feature("", "Late", "2027-02-01", "2027-02-12")
        .undated("", "Some day")
        .operation(&Operation::TakeBaseline {
            baseline: NewBaseline { id: id(1), name: "Before".to_owned(), taken: day("2026-11-01") },
        })
        .feedback("2026-11-02", "Asked for late")
        .speaks_of_item("Asked for late", "Late")
        .feedback("2026-11-03", "Asked for soon")
        .speaks_of_item("Asked for soon", "Soon")
        .speaks_of_item("Asked for soon", "Some day")
        .feedback("2026-11-04", "Me too")
        .feedback("2026-11-05", "Has been told")
        .speaks_of_item("Has been told", "Soon")
        .edit_feedback("Has been told", FeedbackEdit::Status(FeedbackStatus::Answered))
        .merge(&["Me too"], "Asked for late")
        .operation(&Operation::MoveItems { ids: vec![id(2)], days: 7, lane: Vec::new() })
        .build();
    let before = plan.baselines().iter().next();
    let insight = plan.insight(before);
    let told: Vec<_> = insight
        .promises
        .iter()
        .map(|promise| {
            let text = plan.feedback().get(promise.feedback).unwrap().text.as_str();
            (text, plan.items().get(promise.item).unwrap().title.as_str(), promise.last, promise.moved_days)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Asked for soon", "Soon", Some(day("2027-01-15")), Some(0)),
            ("Asked for late", "Late", Some(day("2027-02-19")), Some(5)),
            ("Me too", "Late", Some(day("2027-02-19")), Some(5)),
            ("Asked for soon", "Some day", None, None),
        ]
    );
    assert!(plan.insight(None).promises.iter().all(|promise| promise.moved_days.is_none()));
    assert_eq!(insight.promises[2].feedback, feedback(&plan, "Me too").id);
}

#[test]
fn an_epic_was_promised_for_when_what_it_holds_stood_in_a_baseline_without_epics() {
    let mut plan = PlanBuilder::new("Promises")
        .item(ItemKind::Epic, "Epic")
        .feature("", "Held", "2027-01-04", "2027-01-08")
        .under("Epic")
        .feedback("2026-11-02", "Please")
        .speaks_of_item("Please", "Epic")
        .operation(&Operation::TakeBaseline {
            baseline: NewBaseline { id: id(1), name: "Before".to_owned(), taken: day("2026-11-01") },
        })
        .operation(&Operation::MoveItems { ids: vec![id(2)], days: 7, lane: Vec::new() })
        .build();
    let epic = item(&plan, "Epic").id;
    let taken = plan.baselines().get(id(1)).unwrap().clone();
    let mut old = taken.clone();
    old.spans.retain(|kept| kept.item != epic);
    let changes = vec![Baseline::change(Diff { before: Some(taken), after: Some(old.clone()) })];
    plan.accept(&ChangeSet { changes });
    assert_eq!(plan.insight(Some(&old)).promises[0].moved_days, Some(5));
}

#[test]
fn a_need_that_is_met_too_late_is_counted() {
    let plan = PlanBuilder::new("Late")
        .customer("Finance", 1)
        .feature("", "Templates", "2027-01-04", "2027-01-15")
        .need("Close early", &[("Finance", Importance::Critical)])
        .wanted_by("Close early", "2027-01-10")
        .serves("Templates", "Close early", Fulfilment::Fully)
        .build();
    assert_eq!(plan.insight(None).late, 1);
    assert_eq!(plan.coverage(need(&plan, "Close early")).days_late, Some(5));
}
