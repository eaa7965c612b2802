//! What an item gets that is dropped on the lane of a need, a goal, a customer or an importance.

use milepost_plan::{
    Aspect, AspectValue, CustomerId, Fulfilment, GoalId, Horizon, Id, Importance, ItemEdit, ItemKind,
    ItemNeed, NeedId, NewItem, Operation, Plan, RuleViolation,
};
use milepost_testkit::{PlanBuilder, id, item};

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
    let dropped = after(&plan, &drop_on(AspectValue::Need(Some(id(1)))));
    assert_eq!(needs(&dropped), [(id(1), Fulfilment::Fully)], "as far as it served that before");
    let out = after(&plan, &drop_on(AspectValue::Need(None)));
    assert_eq!(needs(&out), []);
}

#[test]
fn what_would_outweigh_the_need_of_the_lane_goes_and_all_else_stays() {
    let plan = PlanBuilder::new("Weights")
        .customer("Finance", 100)
        .feature("", "Templates", "2027-01-04", "2027-01-15")
        .need("Heavy", &[("Finance", Importance::Critical)])
        .need("Heavy as well", &[("Finance", Importance::High)])
        .need("Here", &[("Finance", Importance::Medium)])
        .need("Light", &[("Finance", Importance::Low)])
        .need("Nobody's", &[])
        .serves("Templates", "Heavy", Fulfilment::Partly)
        .serves("Templates", "Heavy as well", Fulfilment::Partly)
        .serves("Templates", "Light", Fulfilment::Fully)
        .build();
    for (lane, kept) in [
        (1, vec![(1, Fulfilment::Partly), (2, Fulfilment::Partly), (4, Fulfilment::Fully)]),
        (2, vec![(2, Fulfilment::Partly), (4, Fulfilment::Fully)]),
        (3, vec![(3, Fulfilment::Partly), (4, Fulfilment::Fully)]),
        (4, vec![(4, Fulfilment::Fully)]),
        (5, vec![(5, Fulfilment::Partly)]),
    ] {
        let value = AspectValue::Need(Some(id(lane)));
        let dropped = after(&plan, &drop_on(value.clone()));
        assert_eq!(Aspect::Need.of(&dropped, item(&dropped, "Templates")), value);
        let kept: Vec<_> = kept.into_iter().map(|(need, how)| (id::<NeedId>(need), how)).collect();
        assert_eq!(needs(&dropped), kept);
    }
}

#[test]
fn goals_before_that_of_the_lane_go_and_those_after_it_stay() {
    let plan = ["First", "Second", "Third", "Fourth"]
        .iter()
        .fold(PlanBuilder::new("Goals"), |plan, goal| plan.goal(goal))
        .feature("", "Templates", "2027-01-04", "2027-01-15")
        .serves_goal("Templates", "Second")
        .serves_goal("Templates", "Third")
        .build();
    for (lane, kept) in [(1, vec![1, 3]), (2, vec![2, 3]), (3, vec![3]), (4, vec![4])] {
        let value = AspectValue::Goal(Some(id(lane)));
        let dropped = after(&plan, &drop_on(value.clone()));
        assert_eq!(Aspect::Goal.of(&dropped, item(&dropped, "Templates")), value);
        let kept: Vec<GoalId> = kept.into_iter().map(id).collect();
        assert_eq!(item(&dropped, "Templates").goals, kept);
    }
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
    let plan = served();
    let own = [Aspect::Customer, Aspect::Importance].map(|aspect| aspect.of(&plan, item(&plan, "Templates")));
    let finance: CustomerId = id(1);
    let others = [
        ("customer", AspectValue::Customer(Some(id(2)))),
        ("customer", AspectValue::Customer(None)),
        ("importance", AspectValue::Importance(Some(Importance::Low))),
        ("importance", AspectValue::Importance(None)),
    ];
    assert_eq!(own[0], AspectValue::Customer(Some(finance)));
    for value in own {
        assert!(changes_nothing(&plan, &drop_on(value.clone())), "{value:?}");
    }
    for (word, value) in others {
        let title = "Templates".to_owned();
        assert_eq!(refusal(&plan, &drop_on(value)), RuleViolation::ComesFromNeeds { word, title });
    }
}

#[test]
fn a_lane_of_a_customer_takes_what_the_need_beside_it_brings_there_and_nothing_by_half() {
    let plan = served();
    let on =
        |values: &[AspectValue]| Operation::MoveItems { ids: vec![id(3)], days: 0, lane: values.to_vec() };
    let (finance, stores) = (AspectValue::Customer(Some(id(1))), AspectValue::Customer(Some(id(2))));
    let eight = AspectValue::Need(Some(id(2)));
    let dropped = after(&plan, &on(&[stores.clone(), eight.clone()]));
    assert_eq!(Aspect::Customer.of(&dropped, item(&dropped, "Loose")), stores);
    assert!(matches!(refusal(&plan, &on(&[finance, eight])), RuleViolation::ComesFromNeeds { .. }));
}

#[test]
fn what_is_new_on_a_lane_of_a_customer_is_refused_unless_a_need_brings_it_there() {
    let plan = served();
    let stores = AspectValue::Customer(Some(id(2)));
    let add = |needs: Vec<ItemNeed>| {
        let new = NewItem { needs, ..NewItem::new(id(9), ItemKind::Feature, "New") };
        let holds = Operation::MoveItems { ids: vec![id(9)], days: 0, lane: vec![stores.clone()] };
        let operations = vec![Operation::AddItem { item: new }, holds];
        Operation::Batch { label: "Add feature".to_owned(), operations }
    };
    let title = "New".to_owned();
    assert_eq!(refusal(&plan, &add(vec![])), RuleViolation::ComesFromNeeds { word: "customer", title });
    let eight = ItemNeed { need: id(2), fulfilment: Fulfilment::Fully };
    let added = after(&plan, &add(vec![eight]));
    assert_eq!(Aspect::Customer.of(&added, item(&added, "New")), stores);
}

#[test]
fn a_lane_without_a_horizon_takes_only_what_has_none() {
    let plan = PlanBuilder::new("Horizons")
        .feature("", "Dated", "2027-01-04", "2027-01-15")
        .horizon("", "Soon", Horizon::Next)
        .build();
    let drop = |number| {
        let lane = vec![AspectValue::Horizon(None)];
        Operation::MoveItems { ids: vec![id(number)], days: 0, lane }
    };
    assert!(changes_nothing(&plan, &drop(1)));
    assert_eq!(refusal(&plan, &drop(2)), RuleViolation::KeepsHorizon { title: "Soon".to_owned() });
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
    let plan = served();
    let importance = |plan: &Plan, title| Aspect::Importance.of(plan, item(plan, title));
    assert_eq!(importance(&plan, "Templates"), AspectValue::Importance(Some(Importance::Critical)));
    assert_eq!(importance(&plan, "Alerts"), AspectValue::Importance(Some(Importance::High)));
    let nobodys = ItemEdit::Need { need: id(3), fulfilment: Some(Fulfilment::Fully) };
    let plan = after(&plan, &Operation::EditItems { ids: vec![id(3)], edit: nobodys });
    assert_eq!(importance(&plan, "Loose"), AspectValue::Importance(None));
}
