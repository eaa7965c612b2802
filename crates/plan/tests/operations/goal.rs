use milepost_plan::{GoalEdit, GoalId, Id, ItemEdit, NewGoal, Operation, Plan, RuleViolation};
use milepost_testkit::{day, goal, id, item};

use crate::{after, changes_nothing, refusal, served};

fn add(title: &str) -> Operation {
    let (measure, target) = (" Share of reports ".to_owned(), "80 %\n".to_owned());
    let by = Some(day("2027-06-30"));
    Operation::AddGoal { goal: NewGoal { id: id(100), title: title.to_owned(), measure, target, by } }
}

fn edit(edit: GoalEdit) -> Operation {
    Operation::EditGoal { id: id(1), edit }
}

fn serves(which: u32, serves: bool) -> Operation {
    Operation::EditItems { ids: vec![id(2)], edit: ItemEdit::Goal { goal: id(which), serves } }
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.goals_in_order().iter().map(|goal| goal.title.as_str()).collect()
}

fn gone() -> RuleViolation {
    RuleViolation::Missing { word: "goal", id: id::<GoalId>(99).uuid() }
}

#[test]
fn a_new_goal_stands_last_with_its_texts_trimmed() {
    let plan = after(&served(), &add(" Grow "));
    assert_eq!(titles(&plan), ["Deliver", "Trust", "Grow"]);
    let row = goal(&plan, "Grow");
    assert_eq!((row.measure.as_str(), row.target.as_str()), ("Share of reports", "80 %"));
    assert_eq!(row.by, Some(day("2027-06-30")));
}

#[test]
fn a_title_that_is_empty_or_taken_and_a_day_that_no_plan_takes_are_refused() {
    let plan = served();
    assert_eq!(refusal(&plan, &add(" \n ")), RuleViolation::EmptyName { word: "goal" });
    let taken = RuleViolation::NameTaken { word: "goal", name: "Trust".to_owned() };
    assert_eq!(refusal(&plan, &add("Trust")), taken);
    assert_eq!(refusal(&plan, &edit(GoalEdit::Title(" Trust".to_owned()))), taken);
    let far = day("2199-12-31").plus(1);
    let refused = refusal(&plan, &edit(GoalEdit::By(Some(far))));
    assert_eq!(refused, RuleViolation::DayOutOfRange { day: far });
}

#[test]
fn each_field_is_edited_alone_and_the_order_by_hand() {
    let plan = after(&served(), &edit(GoalEdit::Title("Send".to_owned())));
    let plan = after(&plan, &edit(GoalEdit::Measure("Sent".to_owned())));
    let plan = after(&plan, &edit(GoalEdit::Target("All".to_owned())));
    let plan = after(&plan, &edit(GoalEdit::By(None)));
    let row = goal(&plan, "Send");
    assert_eq!((row.measure.as_str(), row.target.as_str(), row.by), ("Sent", "All", None));
    let plan = after(&plan, &Operation::ReorderGoal { id: id(1), before: None });
    assert_eq!(titles(&plan), ["Trust", "Send"]);
    assert!(changes_nothing(&plan, &Operation::ReorderGoal { id: id(1), before: None }));
}

#[test]
fn an_item_serves_a_goal_once_and_no_longer() {
    let plan = after(&served(), &serves(1, true));
    assert!(changes_nothing(&plan, &serves(1, true)));
    assert_eq!(plan.items_of_goal(id(1)).count(), 2);
    let plan = after(&plan, &serves(1, false));
    assert_eq!(plan.items_of_goal(id(1)).count(), 1);
    assert!(changes_nothing(&plan, &serves(1, false)));
}

#[test]
fn the_items_of_a_deleted_goal_stay_without_it() {
    let plan = after(&served(), &Operation::DeleteGoal { id: id(1) });
    assert_eq!(titles(&plan), ["Trust"]);
    assert_eq!(item(&plan, "Templates").goals, []);
    assert_eq!(plan.items_of_goal(id(1)).count(), 0);
}

#[test]
fn what_is_asked_of_a_goal_that_is_gone_is_refused() {
    for operation in [
        Operation::EditGoal { id: id(99), edit: GoalEdit::By(None) },
        Operation::ReorderGoal { id: id(99), before: None },
        Operation::ReorderGoal { id: id(1), before: Some(id(99)) },
        Operation::DeleteGoal { id: id(99) },
        serves(99, true),
    ] {
        assert_eq!(refusal(&served(), &operation), gone(), "{operation:?}");
    }
}
