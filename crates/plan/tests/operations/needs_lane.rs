//! What an item gets that is dropped on the lane of a need, a goal, a customer or an importance.

use milepost_plan::{
    AspectValue, CustomerId, Fulfilment, GoalId, Id, Importance, ItemEdit, ItemNeed, NeedId, Operation, Plan,
    RuleViolation,
};
use milepost_testkit::{id, item};

use crate::{after, changes_nothing, refusal, served};

fn drop_on(value: AspectValue) -> Operation {
    Operation::MoveItems { ids: vec![id(1)], days: 0, lane: vec![value] }
}

fn needs(plan: &Plan) -> Vec<(NeedId, Fulfilment)> {
    let served = |served: &ItemNeed| (served.need, served.fulfilment);
    item(plan, "Templates").needs.iter().map(served).collect()
}

#[test]
fn it_serves_the_need_of_the_lane_in_the_place_of_the_leading_one() {
    let plan = served();
    assert_eq!(plan.leading_need(item(&plan, "Templates")), Some(id(2)));
    assert!(changes_nothing(&plan, &drop_on(AspectValue::Need(Some(id(2))))));
    let dropped = after(&plan, &drop_on(AspectValue::Need(Some(id(3)))));
    assert_eq!(needs(&dropped), [(id(1), Fulfilment::Fully), (id(3), Fulfilment::Partly)]);
    let out = after(&plan, &drop_on(AspectValue::Need(None)));
    assert_eq!(needs(&out), []);
}

#[test]
fn what_served_nothing_serves_the_need_of_its_lane_fully() {
    let out = after(&served(), &drop_on(AspectValue::Need(None)));
    let dropped = after(&out, &drop_on(AspectValue::Need(Some(id(3)))));
    assert_eq!(needs(&dropped), [(id(3), Fulfilment::Fully)]);
}

#[test]
fn it_serves_the_goal_of_the_lane_in_the_place_of_the_leading_one() {
    let plan = served();
    assert!(changes_nothing(&plan, &drop_on(AspectValue::Goal(Some(id(1))))));
    let goals = |plan: &Plan| item(plan, "Templates").goals.clone();
    assert_eq!(goals(&after(&plan, &drop_on(AspectValue::Goal(Some(id(2)))))), [id::<GoalId>(2)]);
    assert_eq!(goals(&after(&plan, &drop_on(AspectValue::Goal(None)))), []);
}

#[test]
fn whom_it_is_for_and_how_important_it_is_come_from_its_needs_only() {
    for value in [
        AspectValue::Customer(Some(id::<CustomerId>(2))),
        AspectValue::Customer(None),
        AspectValue::Importance(Some(Importance::Low)),
        AspectValue::Importance(None),
    ] {
        assert!(changes_nothing(&served(), &drop_on(value.clone())), "{value:?}");
    }
}

#[test]
fn a_lane_of_what_is_gone_takes_nothing() {
    let missing = |word, id: uuid::Uuid| RuleViolation::Missing { word, id };
    let refused = refusal(&served(), &drop_on(AspectValue::Need(Some(id(99)))));
    assert_eq!(refused, missing("need", id::<NeedId>(99).uuid()));
    let refused = refusal(&served(), &drop_on(AspectValue::Goal(Some(id(99)))));
    assert_eq!(refused, missing("goal", id::<GoalId>(99).uuid()));
}

#[test]
fn an_item_has_the_greatest_importance_of_its_needs() {
    use milepost_plan::Aspect;
    let plan = served();
    let importance = |plan: &Plan, title| Aspect::Importance.of(plan, item(plan, title));
    assert_eq!(importance(&plan, "Templates"), AspectValue::Importance(Some(Importance::Critical)));
    assert_eq!(importance(&plan, "Alerts"), AspectValue::Importance(Some(Importance::High)));
    let nobodys = ItemEdit::Need { need: id(3), fulfilment: Some(Fulfilment::Fully) };
    let plan = after(&plan, &Operation::EditItems { ids: vec![id(3)], edit: nobodys });
    assert_eq!(importance(&plan, "Loose"), AspectValue::Importance(None));
}
