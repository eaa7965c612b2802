//! What the tables for people look like, whole.

use milepost_plan::{
    Amount, Cancel, Category, Certainty, CustomerId, CustomerKind, Day, FeedbackId, Filter, Fulfilment, Id,
    Importance, ItemEdit, ItemId, ItemKind, Money, NeedCustomer, NeedId, NewBudgetLine, NewCost, NewCustomer,
    NewFeedback, NewItem, NewNeed, NewRate, Operation, Plan, PlanSettings, Span, Timing,
};
use uuid::Uuid;

use super::*;

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn customer(number: u128, name: &str, size: u32) -> Operation {
    let (name, unit) = (name.to_owned(), "people".to_owned());
    let kind = CustomerKind::Department;
    Operation::AddCustomer {
        customer: NewCustomer { id: id(number), name, kind, size, unit, note: String::new() },
    }
}

fn need(number: u128, statement: &str, customers: &[(u128, Importance)]) -> Operation {
    let of = |(number, importance): &(u128, Importance)| NeedCustomer {
        customer: id::<CustomerId>(*number),
        importance: *importance,
    };
    let customers = customers.iter().map(of).collect();
    let wanted_by = (number == 1).then(|| day("2027-01-10"));
    Operation::AddNeed { need: NewNeed { customers, wanted_by, ..NewNeed::new(id(number), statement) } }
}

fn serves(item: u128, need: u128, fulfilment: Fulfilment) -> Operation {
    let edit = ItemEdit::Need { need: id::<NeedId>(need), fulfilment: Some(fulfilment) };
    Operation::EditItems { ids: vec![id::<ItemId>(item)], edit }
}

fn plan() -> Plan {
    let mut plan = Plan::new(PlanSettings::default());
    let item =
        |number, title: &str| Operation::AddItem { item: NewItem::new(id(number), ItemKind::Feature, title) };
    let span = Span { first: day("2027-01-04"), last: day("2027-01-15") };
    let dated = ItemEdit::Schedule(span.into());
    let operations = [
        customer(1, "Finance", 100),
        customer(2, "=Stores", 300),
        customer(3, "Nobody", 1),
        need(1, "Close early", &[(1, Importance::Critical)]),
        need(2, "-Read, at eight", &[(1, Importance::Low), (2, Importance::High)]),
        need(3, "Speak Polish", &[]),
        item(1, "Templates"),
        item(2, "@Alerts"),
        Operation::EditItems { ids: vec![id(1)], edit: dated },
        serves(1, 1, Fulfilment::Fully),
        serves(1, 2, Fulfilment::Partly),
        serves(2, 2, Fulfilment::Fully),
        Operation::AddFeedback {
            feedback: NewFeedback {
                source: "+Ann".to_owned(),
                items: vec![id(1)],
                customer: Some(id(2)),
                ..NewFeedback::new(id::<FeedbackId>(1), day("2026-11-02"), "=Too late")
            },
        },
    ];
    for operation in operations {
        let change = operation.change(&plan).unwrap();
        plan.accept(&change);
    }
    plan
}

fn told(table: CsvTable) -> String {
    let options = CsvOptions { table, bom: false, ..CsvOptions::default() };
    String::from_utf8(
        write_csv(&plan(), &options, &ViewSettings::default(), day("2026-11-25"), Cancel::NEVER).unwrap(),
    )
    .unwrap()
    .replace("\r\n", "\n")
}

#[test]
fn what_a_view_shows_is_a_table_of_the_same_form() {
    let plan = plan();
    let view = ViewSettings {
        filter: Filter { text: "templ".to_owned(), ..Filter::default() },
        ..ViewSettings::default()
    };
    let rows = |table: CsvTable, view: &ViewSettings| -> Vec<String> {
        let options = CsvOptions { table, ..CsvOptions::default() };
        let file = write_csv(&plan, &options, view, day("2026-11-25"), Cancel::NEVER).unwrap();
        String::from_utf8(file).unwrap().lines().map(str::to_owned).collect()
    };
    let all = rows(CsvTable::WorkItems, &view);
    assert_eq!(all.len(), 3);
    assert_eq!(rows(CsvTable::ShownItems, &view), all[..2]);
    let epics = ViewSettings { kinds: vec![ItemKind::Epic], ..view };
    assert_eq!(rows(CsvTable::ShownItems, &epics), all[..1]);
}

#[test]
fn needs_stand_by_weight_with_their_customers() {
    assert_eq!(
        told(CsvTable::Needs),
        "Need,Weight,Standing,Wanted by,Met on,Days late,Customers,Served by,Alternatives,Note,Evidence,Id\n\
         \"'-Read, at eight\",1000,planned,,2027-01-15,,Finance: low; =Stores: high,Templates; @Alerts,,,,00000000-0000-0000-0000-000000000002\n\
         Close early,400,planned,2027-01-10,2027-01-15,5,Finance: critical,Templates,,,,00000000-0000-0000-0000-000000000001\n\
         Speak Polish,0,unserved,,,,,,,,,00000000-0000-0000-0000-000000000003\n"
    );
}

#[test]
fn the_matrix_says_how_far_each_item_serves_each_need() {
    assert_eq!(
        told(CsvTable::Matrix),
        "Need,Weight,Standing,Templates,'@Alerts\n\
         \"'-Read, at eight\",1000,planned,partly,fully\n\
         Close early,400,planned,fully,\n\
         Speak Polish,0,unserved,,\n"
    );
}

#[test]
fn needs_stand_under_their_customers_by_importance() {
    assert_eq!(
        told(CsvTable::Customers),
        "Customer,Size,Unit,Need,Importance,Weight,Standing,Wanted by,Met on,Days late\n\
         Finance,100,people,Close early,critical,400,planned,2027-01-10,2027-01-15,5\n\
         Finance,100,people,\"'-Read, at eight\",low,100,planned,,2027-01-15,\n\
         '=Stores,300,people,\"'-Read, at eight\",high,900,planned,,2027-01-15,\n\
         Nobody,1,people,,,,,,,\n"
    );
}

#[test]
fn promises_name_the_source_and_the_day() {
    assert_eq!(
        told(CsvTable::Promises),
        "Source,Customer,Said on,Feedback,Work item,Status,Last day,Days moved\n\
         '+Ann,'=Stores,2026-11-02,'=Too late,Templates,idea,2027-01-15,\n"
    );
}

#[test]
fn rates_say_what_a_day_costs_and_what_is_planned_at_that() {
    let mut plan = plan();
    let line = NewBudgetLine {
        id: id(1),
        name: "People".to_owned(),
        category: Category::People,
        own_category: String::new(),
        cap: None,
        note: String::new(),
    };
    let rate = |number, role: &str, per_day| Operation::AddRate {
        rate: NewRate { id: id(number), role: role.to_owned(), per_day: Money(per_day) },
    };
    let cost = |number, item, hundredths| Operation::AddCost {
        cost: NewCost {
            id: id(number),
            name: String::new(),
            line: id(1),
            item: Some(id(item)),
            amount: Amount::Effort { rate: id(1), hundredths },
            timing: Timing::Spread { span: None },
            certainty: Certainty::Certain,
        },
    };
    let operations = [
        Operation::AddBudgetLine { line },
        rate(1, "=Engineer", 64_050),
        rate(2, "Designer", 70_000),
        cost(1, 1, 250),
        cost(2, 2, 100),
    ];
    for operation in operations {
        let change = operation.change(&plan).unwrap();
        plan.accept(&change);
    }
    let options = CsvOptions { table: CsvTable::Rates, bom: false, ..CsvOptions::default() };
    let file = String::from_utf8(
        write_csv(&plan, &options, &ViewSettings::default(), day("2026-11-25"), Cancel::NEVER).unwrap(),
    )
    .unwrap();
    assert_eq!(
        file.replace("\r\n", "\n"),
        "Role,Per day,Currency,Costs,Planned\n\
         '=Engineer,640.50,EUR,2,2241.75\n\
         Designer,700.00,EUR,0,0.00\n"
    );
}

#[test]
fn what_looks_like_a_list_of_others_is_written_by_id() {
    let mut plan = plan();
    for operation in [
        need(4, "Close early; Speak Polish", &[]),
        serves(2, 1, Fulfilment::Partly),
        serves(2, 3, Fulfilment::Partly),
    ] {
        let change = operation.change(&plan).unwrap();
        plan.accept(&change);
    }
    let file = String::from_utf8(
        write_csv(&plan, &CsvOptions::default(), &ViewSettings::default(), day("2026-11-25"), Cancel::NEVER)
            .unwrap(),
    )
    .unwrap();
    let ids = "00000000-0000-0000-0000-000000000001; 00000000-0000-0000-0000-000000000003";
    assert!(file.contains(ids), "{file}");
}
