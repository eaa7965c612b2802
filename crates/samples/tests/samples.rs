//! The sample plan tells its story, and generated plans are what their documentation says.

use std::collections::BTreeMap;

use milepost_plan::{
    Amount, Certainty, CertaintyFilter, Change, Cost, Coverage, CustomerKind, FeedbackStatus, ItemKind,
    Ledger, Money, Operation, Plan, Schedule, Standing, Status, Sums, Timing, check_plan,
};
use milepost_samples::{PlanSize, generated_plan, sample_day, sample_plan, waiting_for};

fn features(plan: &Plan) -> impl Iterator<Item = &milepost_plan::WorkItem> {
    plan.items().iter().filter(|item| item.kind == ItemKind::Feature)
}

#[test]
fn the_sample_plan_keeps_every_rule_and_holds_every_kind_of_thing() {
    let plan = sample_plan();
    assert_eq!(check_plan(&plan), []);
    assert_eq!(plan.settings().name, "Northwind Insights");
    assert_eq!(features(&plan).count(), 32);
    assert_eq!(features(&plan).filter(|item| item.schedule.span().is_some()).count(), 22);
    assert_eq!(features(&plan).filter(|item| item.schedule == Schedule::None).count(), 5);
    assert_eq!((plan.themes().len(), plan.milestones().len(), plan.dependencies().len()), (5, 3, 5));
    for kind in ItemKind::ALL {
        assert!(plan.items().iter().any(|item| item.kind == kind), "no {}", kind.label());
    }
    for status in Status::ALL {
        assert!(plan.items().iter().any(|item| item.status == status), "nothing is {}", status.label());
    }
}

#[test]
fn the_sample_says_who_needs_what_and_how_far_that_is() {
    let plan = sample_plan();
    assert_eq!((plan.customers().len(), plan.needs().len(), plan.goals().len()), (12, 18, 4));
    for kind in CustomerKind::ALL {
        assert!(plan.customers().iter().any(|customer| customer.kind == kind), "no {}", kind.word());
    }
    let coverages: Vec<Coverage> = plan.needs().iter().map(|need| plan.coverage(need)).collect();
    let standing = |standing| coverages.iter().filter(|coverage| coverage.standing == standing).count();
    assert_eq!(Standing::ALL.map(standing), [3, 9, 4, 2]);
    assert_eq!(coverages.iter().filter(|coverage| coverage.days_late.is_some()).count(), 4);
    assert!(plan.needs().iter().all(|need| !need.customers.is_empty()));
    assert!(plan.customers().iter().all(|customer| plan.needs_of_customer(customer.id).count() > 0));
    assert!(plan.goals().iter().all(|goal| plan.items_of_goal(goal.id).count() > 2));
}

#[test]
fn the_sample_has_feedback_in_every_state() {
    let plan = sample_plan();
    assert_eq!(plan.feedback().len(), 40);
    for status in FeedbackStatus::ALL {
        assert!(plan.feedback().iter().any(|feedback| feedback.status == status), "none {}", status.word());
    }
    assert_eq!(plan.feedback().iter().filter(|feedback| feedback.duplicate_of.is_some()).count(), 2);
    assert_eq!(plan.feedback_to_answer().count(), 6);
    let said_by_day = plan.feedback().iter().is_sorted_by_key(|feedback| feedback.day);
    assert!(said_by_day && plan.feedback().iter().all(|feedback| feedback.day < sample_day()));
}

#[test]
fn the_sample_has_a_budget_of_twelve_months_one_line_of_which_will_pass_its_cap() {
    let plan = sample_plan();
    assert_eq!((plan.budget_lines().len(), plan.rates().len()), (5, 3));
    let ledger = Ledger::of(&plan, sample_day());
    let lines = plan.budget_lines_in_order();
    let all: Sums = lines.iter().map(|line| ledger.total(line.id)).sum();
    let caps: Money = lines.iter().filter_map(|line| line.cap).map(|cap| cap.amount).sum();
    assert_eq!((all.planned, caps), (Money(41_236_000), Money(48_000_000)));
    assert_eq!(all.actual, Money(3_820_475));
    assert_eq!(ledger.span().map(|span| span.last), "2027-09-01".parse().ok());
    assert!(plan.actuals().iter().all(|actual| actual.day <= sample_day() && !actual.key.is_empty()));
    let standings = lines.iter().map(|line| ledger.cap_standing(&plan, line, CertaintyFilter::All).unwrap());
    let over: Vec<(&str, String)> = lines
        .iter()
        .zip(standings)
        .filter_map(|(line, standing)| Some((line.name.as_str(), standing.passed_on?.to_string())))
        .collect();
    assert_eq!(over, [("Cloud", "2027-09-05".to_owned())]);
}

#[test]
fn the_sample_plan_is_the_one_of_the_picture() {
    let plan = sample_plan();
    let lanes: Vec<(&str, u8)> =
        plan.themes_in_order().iter().map(|theme| (theme.name.as_str(), theme.hue)).collect();
    assert_eq!(lanes[0], ("Self-service reporting", 1));
    assert_eq!(lanes[4], ("Adoption", 5));
    let delivery = features(&plan).find(|item| item.title == "Scheduled report delivery").unwrap();
    assert_eq!(delivery.schedule.span().unwrap().first.to_string(), "2027-02-02");
    assert_eq!(delivery.schedule.span().unwrap().last.to_string(), "2027-04-16");
    assert_eq!((delivery.status, delivery.progress), (Status::InProgress, 15));
    assert_eq!(plan.dependencies_of(delivery.id).count(), 3);
    assert_eq!(plan.children(delivery.id).count(), 4);
}

#[test]
fn no_bar_of_the_sample_begins_or_ends_on_a_day_without_work() {
    let plan = sample_plan();
    let calendar = milepost_plan::WorkingCalendar::of(plan.settings());
    for item in features(&plan) {
        if let Some(span) = item.schedule.span() {
            for day in [span.first, span.last] {
                assert!(calendar.is_working_day(day), "{}: {day}", item.title);
            }
        }
    }
}

#[test]
fn ids_are_versioned_and_never_shared() {
    let mut seen = BTreeMap::new();
    for plan in [sample_plan(), generated_plan(40, 1), generated_plan(40, 2)] {
        use milepost_plan::Id;
        let ids = plan.items().iter().map(|row| row.id.uuid());
        let ids = ids.chain(plan.themes().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.milestones().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.customers().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.needs().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.goals().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.feedback().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.budget_lines().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.rates().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.costs().iter().map(|row| row.id.uuid()));
        let ids = ids.chain(plan.actuals().iter().map(|row| row.id.uuid()));
        for id in ids.chain(plan.dependencies().iter().map(|row| row.id.uuid())) {
            assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
            assert_eq!(seen.insert(id, ()), None, "{id} twice");
        }
    }
}

#[test]
fn a_generated_plan_has_the_size_asked_for_and_keeps_every_rule() {
    for (size, seed) in [(0, 1), (1, 1), (4, 2), (8, 3), (100, 4), (2_000, u64::MAX)] {
        let plan = generated_plan(size, seed);
        assert_eq!(check_plan(&plan), []);
        assert_eq!(features(&plan).count(), size);
        assert_eq!(plan.dependencies().len(), size / 4, "{size} features, seed {seed}");
        assert_eq!((plan.themes().len(), plan.milestones().len()), (40, 12));
    }
}

/// A hundredth of what Milepost is measured with.
const SMALL: PlanSize =
    PlanSize { features: 100, customers: 5, needs: 50, feedback: 500, costs: 300, actuals: 200 };

#[test]
fn a_generated_plan_has_as_much_of_everything_as_asked_for() {
    let small = |change: fn(&mut PlanSize)| {
        let mut size = SMALL;
        change(&mut size);
        size
    };
    for size in [
        SMALL,
        small(|size| size.features = 0),
        small(|size| size.customers = 0),
        small(|size| size.needs = 0),
        small(|size| size.feedback = 0),
        small(|size| size.costs = 0),
        small(|size| size.actuals = 0),
        PlanSize { features: 3, customers: 600, needs: 0, feedback: 1, costs: 1, actuals: 1 },
    ] {
        let plan = generated_plan(size, 1);
        assert_eq!(check_plan(&plan), [], "{size:?}");
        assert_eq!((features(&plan).count(), plan.customers().len()), (size.features, size.customers));
        assert_eq!((plan.needs().len(), plan.feedback().len()), (size.needs, size.feedback));
        assert_eq!((plan.costs().len(), plan.actuals().len()), (size.costs, size.actuals));
    }
}

#[test]
fn generated_needs_and_feedback_are_of_every_sort() {
    let plan = generated_plan(PlanSize { needs: 200, ..SMALL }, 1);
    for standing in Standing::ALL {
        let has = plan.needs().iter().any(|need| plan.coverage(need).standing == standing);
        assert!(has, "no need is {}", standing.label());
    }
    for status in FeedbackStatus::ALL {
        assert!(plan.feedback().iter().any(|feedback| feedback.status == status), "none {}", status.word());
    }
    assert!(plan.feedback_to_answer().count() > 0);
    assert!(plan.feedback().iter().any(|feedback| feedback.duplicate_of.is_some()));
    assert!(plan.items().iter().any(|item| item.needs.len() > 1 && !item.goals.is_empty()));
}

#[test]
fn generated_money_is_of_every_sort() {
    let plan = generated_plan(PlanSize { costs: 3_000, actuals: 200, ..SMALL }, 1);
    assert_eq!((plan.budget_lines().len(), plan.rates().len()), (20, 4));
    let has = |what: &str, is: fn(&Cost) -> bool| assert!(plan.costs().iter().any(is), "no cost is {what}");
    has("of the plan", |cost| cost.item.is_none());
    has("effort", |cost| matches!(cost.amount, Amount::Effort { .. }));
    has("once", |cost| matches!(cost.timing, Timing::Once { .. }));
    has("monthly", |cost| matches!(cost.timing, Timing::Monthly { .. }));
    has("spread over its item", |cost| cost.timing == Timing::Spread { span: None });
    has("certain", |cost| cost.certainty == Certainty::Certain);
    has("estimated", |cost| cost.certainty != Certainty::Certain);
    assert!(plan.actuals().iter().all(|actual| actual.day <= sample_day()));
    let ledger = Ledger::of(&plan, sample_day());
    let standings =
        plan.budget_lines().iter().map(|line| ledger.cap_standing(&plan, line, CertaintyFilter::All));
    let over = standings.filter(|standing| standing.unwrap().passed_on.is_some());
    assert!((1..20).contains(&over.count()), "some lines are over, others are not");
}

#[test]
fn needs_feedback_and_money_leave_the_features_as_they_are() {
    let (alone, served) = (generated_plan(100, 1), generated_plan(SMALL, 1));
    for item in alone.items() {
        let mut other = served.items().get(item.id).unwrap().clone();
        (other.needs, other.goals) = (Vec::new(), Vec::new());
        assert_eq!(other, *item);
    }
    assert_eq!(alone.dependencies(), served.dependencies());
    let poor = generated_plan(PlanSize { costs: 0, actuals: 0, ..SMALL }, 1);
    assert_eq!((poor.items(), poor.feedback()), (served.items(), served.feedback()));
    assert_eq!(served, generated_plan(SMALL, 1));
}

#[test]
fn generated_statuses_agree_with_their_dates() {
    let plan = generated_plan(2_000, 7);
    for item in plan.items() {
        let Some(span) = item.schedule.span() else {
            assert_eq!(item.progress, 0, "{item:?}");
            continue;
        };
        assert!(span.first.to_string().as_str() >= "2025-01-01", "{item:?}");
        assert!(span.last.to_string().as_str() <= "2027-12-31", "{item:?}");
        match item.status {
            Status::Done => assert!(span.last < sample_day() && item.progress == 100, "{item:?}"),
            Status::InProgress => assert!(span.first <= sample_day(), "{item:?}"),
            Status::Idea | Status::Planned => assert!(item.progress == 0, "{item:?}"),
            Status::Dropped => {}
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_plan_and_another_one_another() {
    assert_eq!(generated_plan(200, 5), generated_plan(200, 5));
    let titles = |seed| -> Vec<String> {
        generated_plan(200, seed).items().iter().map(|item| item.title.clone()).collect()
    };
    assert_ne!(titles(5), titles(6));
}

#[test]
fn any_delay_pushes_all_that_wait_for_an_item() {
    let mut plan = generated_plan(100, 1);
    let dated = |item: &&milepost_plan::WorkItem| item.schedule.span().is_some();
    let item = plan.items().iter().find(dated).unwrap().id;
    let more = waiting_for(&plan, item, 60).unwrap().change(&plan).unwrap();
    plan.accept(&more);
    assert_eq!(check_plan(&plan), []);
    for days in [1, 5] {
        let moved = Operation::MoveItems { ids: vec![item], days, lane: Vec::new() }.change(&plan).unwrap();
        let moved = moved.changes.iter().filter(|change| matches!(change, Change::Item(_)));
        assert!(moved.count() >= 61, "{days}");
    }
}
