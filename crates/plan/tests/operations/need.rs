use milepost_plan::{
    CustomerId, Fulfilment, Id, Importance, ItemEdit, ItemId, ItemKind, ItemNeed, NeedCustomer, NeedEdit,
    NeedId, NewItem, NewNeed, Operation, Plan, RuleViolation,
};
use milepost_testkit::{day, feedback, id, item, need};

use crate::{after, changes_nothing, refusal, served};

fn row(customer: u32, importance: Importance) -> NeedCustomer {
    NeedCustomer { customer: id(customer), importance }
}

fn edit(ids: &[u32], edit: NeedEdit) -> Operation {
    Operation::EditNeeds { ids: ids.iter().copied().map(id).collect(), edit }
}

fn importance(needs: &[u32], customer: u32, importance: Option<Importance>) -> Operation {
    edit(needs, NeedEdit::Importance { customer: id(customer), importance })
}

fn link(item: u32, need: u32, fulfilment: Option<Fulfilment>) -> Operation {
    Operation::EditItems { ids: vec![id(item)], edit: ItemEdit::Need { need: id(need), fulfilment } }
}

fn missing(word: &'static str, id: impl Id) -> RuleViolation {
    RuleViolation::Missing { word, id: id.uuid() }
}

fn served_by(plan: &Plan, which: u32) -> Vec<&str> {
    plan.items_of_need(id(which)).map(|item| item.title.as_str()).collect()
}

#[test]
fn a_new_need_has_its_texts_trimmed_and_each_customer_once_in_order() {
    let mut new = NewNeed::new(id(100), " Count\neverybody once ");
    new.evidence = vec![" https://example.org/a ".to_owned(), " \t".to_owned()];
    new.customers = vec![row(2, Importance::Low), row(1, Importance::High), row(2, Importance::Critical)];
    new.wanted_by = Some(day("2199-12-31"));
    let plan = after(&served(), &Operation::AddNeed { need: new });
    let need = need(&plan, "Count everybody once");
    assert_eq!(need.evidence, ["https://example.org/a"]);
    assert_eq!(need.customers, [row(1, Importance::High), row(2, Importance::Critical)]);
    assert_eq!(
        (need.importance(), need.importance_to(id(1))),
        (Some(Importance::Critical), Some(Importance::High))
    );
    assert_eq!(plan.needs_of_customer(id(2)).count(), 2);
}

#[test]
fn a_need_without_a_statement_for_nobody_known_or_on_no_day_is_refused() {
    let add = |change: fn(&mut NewNeed)| {
        let mut need = NewNeed::new(id(100), "Count");
        change(&mut need);
        refusal(&served(), &Operation::AddNeed { need })
    };
    assert_eq!(add(|need| need.statement.clear()), RuleViolation::EmptyName { word: "need" });
    let stranger = add(|need| need.customers = vec![row(99, Importance::Low)]);
    assert_eq!(stranger, missing("customer", id::<CustomerId>(99)));
    let late = add(|need| need.wanted_by = Some(day("2199-12-31").plus(1)));
    assert!(matches!(late, RuleViolation::DayOutOfRange { .. }), "{late}");
    assert_eq!(
        add(|need| need.id = id(1)),
        RuleViolation::IdTaken { word: "need", id: id::<NeedId>(1).uuid() }
    );
    let long = add(|need| need.alternatives = "x".repeat(100_001));
    assert!(matches!(long, RuleViolation::TextTooLong { length: 100_001, .. }), "{long}");
}

#[test]
fn two_needs_may_have_the_same_statement() {
    let plan = after(&served(), &Operation::AddNeed { need: NewNeed::new(id(100), "Close early") });
    assert_eq!(plan.needs().iter().filter(|need| need.statement == "Close early").count(), 2);
}

#[test]
fn one_field_of_several_needs_is_edited_at_once() {
    let plan = after(&served(), &edit(&[1, 2, 1], NeedEdit::WantedBy(Some(day("2027-03-31")))));
    let wanted = |statement| need(&plan, statement).wanted_by;
    assert_eq!((wanted("Close early"), wanted("Speak Polish")), (Some(day("2027-03-31")), None));
    let operation = edit(&[1, 2, 1], NeedEdit::Note("Why".to_owned()));
    assert_eq!(operation.label(&plan), "Edit 2 needs");
    let plan = after(&plan, &operation);
    assert_eq!(need(&plan, "Read at eight").note, "Why");
    let plan = after(&plan, &edit(&[1], NeedEdit::Alternatives("Paper".to_owned())));
    let plan = after(&plan, &edit(&[1], NeedEdit::Evidence(vec!["https://example.org".to_owned()])));
    let plan = after(&plan, &edit(&[1], NeedEdit::Statement("Close on day three".to_owned())));
    assert_eq!(need(&plan, "Close on day three").evidence.len(), 1);
}

#[test]
fn importance_is_given_changed_and_taken_away_for_one_customer() {
    let plan = after(&served(), &importance(&[1, 3], 2, Some(Importance::Medium)));
    assert_eq!(need(&plan, "Close early").importance_to(id(2)), Some(Importance::Medium));
    assert_eq!(need(&plan, "Speak Polish").importance(), Some(Importance::Medium));
    assert!(changes_nothing(&plan, &importance(&[1, 3], 2, Some(Importance::Medium))));
    let plan = after(&plan, &importance(&[1], 2, Some(Importance::Low)));
    assert_eq!(need(&plan, "Close early").importance_to(id(1)), Some(Importance::Critical));
    let plan = after(&plan, &importance(&[1], 1, None));
    assert_eq!(need(&plan, "Close early").customers, [row(2, Importance::Low)]);
    assert!(changes_nothing(&plan, &importance(&[1], 1, None)));
}

#[test]
fn an_item_serves_a_need_partly_fully_and_no_longer() {
    let plan = after(&served(), &link(3, 1, Some(Fulfilment::Partly)));
    assert_eq!(item(&plan, "Loose").fulfilment_of(id(1)), Some(Fulfilment::Partly));
    assert_eq!(served_by(&plan, 1), ["Templates", "Loose"]);
    let plan = after(&plan, &link(3, 1, Some(Fulfilment::Fully)));
    assert_eq!(item(&plan, "Loose").needs, [ItemNeed { need: id(1), fulfilment: Fulfilment::Fully }]);
    let plan = after(&plan, &link(3, 1, None));
    assert_eq!(served_by(&plan, 1), ["Templates"]);
    assert!(changes_nothing(&plan, &link(3, 1, None)));
}

#[test]
fn of_two_fulfilments_of_one_need_a_new_item_keeps_the_last() {
    let served_as = |need: u32, fulfilment| ItemNeed { need: id(need), fulfilment };
    let mut new = NewItem::new(id(100), ItemKind::Feature, "New");
    new.needs = vec![
        served_as(2, Fulfilment::Partly),
        served_as(1, Fulfilment::Partly),
        served_as(2, Fulfilment::Fully),
    ];
    new.goals = vec![id(2), id(1), id(2)];
    let plan = after(&served(), &Operation::AddItem { item: new });
    let new = item(&plan, "New");
    assert_eq!(new.needs, [served_as(1, Fulfilment::Partly), served_as(2, Fulfilment::Fully)]);
    assert_eq!(new.goals, [id(1), id(2)]);
}

#[test]
fn a_deleted_need_is_served_and_spoken_of_no_longer() {
    let plan = after(&served(), &Operation::DeleteNeeds { ids: vec![id(1), id(1)] });
    assert_eq!(plan.needs().len(), 2);
    assert_eq!(item(&plan, "Templates").needs.len(), 1);
    let said = feedback(&plan, "Too late");
    assert_eq!((said.needs.len(), said.status.word()), (0, "new"));
    assert_eq!(plan.needs_of_customer(id(1)).count(), 1);
    let all = Operation::DeleteNeeds { ids: vec![id(2), id(3)] };
    assert_eq!(all.label(&plan), "Delete 2 needs");
    assert_eq!(item(&after(&plan, &all), "Alerts").needs, []);
}

#[test]
fn a_deleted_item_serves_nothing_any_more() {
    let plan = after(&served(), &Operation::DeleteItems { ids: vec![id(1)] });
    assert_eq!(served_by(&plan, 1), [""; 0]);
    assert_eq!(served_by(&plan, 2), ["Alerts"]);
    assert_eq!(plan.items_of_goal(id(1)).count(), 0);
}

#[test]
fn a_copy_of_an_item_serves_what_the_item_serves() {
    let plan = after(&served(), &Operation::DuplicateItems { ids: vec![id(2)], first_id: id(100) });
    assert_eq!(served_by(&plan, 2), ["Templates", "Alerts", "Alerts"]);
}

#[test]
fn what_is_asked_of_what_is_gone_is_refused() {
    let plan = served();
    for operation in [
        edit(&[1, 99], NeedEdit::WantedBy(None)),
        Operation::DeleteNeeds { ids: vec![id(1), id(99)] },
        link(1, 99, Some(Fulfilment::Fully)),
    ] {
        assert_eq!(refusal(&plan, &operation), missing("need", id::<NeedId>(99)), "{operation:?}");
    }
    let stranger = importance(&[1], 99, Some(Importance::Low));
    assert_eq!(refusal(&plan, &stranger), missing("customer", id::<CustomerId>(99)));
    let nothing = link(99, 1, Some(Fulfilment::Fully));
    assert_eq!(refusal(&plan, &nothing), missing("work item", id::<ItemId>(99)));
    let unnamed = edit(&[1], NeedEdit::Statement("\u{200b}".to_owned()));
    assert_eq!(refusal(&plan, &unnamed), RuleViolation::EmptyName { word: "need" });
}
