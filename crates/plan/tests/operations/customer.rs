use milepost_plan::{
    CustomerEdit, CustomerId, CustomerKind, Id, NewCustomer, Operation, Plan, RuleViolation,
};
use milepost_testkit::{customer, feedback, id, need};

use crate::{after, changes_nothing, refusal, served};

/// The largest size that a customer can have.
const LARGEST: u32 = 1_000_000_000;

fn new(name: &str, size: u32) -> NewCustomer {
    let (name, unit, note) = (name.to_owned(), " seats\n".to_owned(), "Two\r\nlines\n".to_owned());
    NewCustomer { id: id(100), name, kind: CustomerKind::Organisation, size, unit, note }
}

fn add(name: &str, size: u32) -> Operation {
    Operation::AddCustomer { customer: new(name, size) }
}

fn edit(edit: CustomerEdit) -> Operation {
    Operation::EditCustomer { id: id(1), edit }
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.customers_in_order().iter().map(|customer| customer.name.as_str()).collect()
}

fn gone() -> RuleViolation {
    RuleViolation::Missing { word: "customer", id: id::<CustomerId>(99).uuid() }
}

#[test]
fn a_new_customer_stands_last_with_its_texts_trimmed() {
    let plan = after(&served(), &add(" Board ", LARGEST));
    assert_eq!(names(&plan), ["Finance", "Stores", "Board"]);
    let board = customer(&plan, "Board");
    assert_eq!((board.kind, board.size), (CustomerKind::Organisation, LARGEST));
    assert_eq!((board.unit.as_str(), board.note.as_str()), ("seats", "Two\nlines"));
}

#[test]
fn a_name_that_is_empty_or_taken_a_size_too_large_and_a_taken_id_are_refused() {
    let plan = served();
    assert_eq!(refusal(&plan, &add("\u{200b}", 1)), RuleViolation::EmptyName { word: "customer" });
    let taken = RuleViolation::NameTaken { word: "customer", name: "Stores".to_owned() };
    assert_eq!(refusal(&plan, &add(" Stores", 1)), taken);
    assert_eq!(refusal(&plan, &edit(CustomerEdit::Name("Stores".to_owned()))), taken);
    let (field, value, high) = ("the size", i64::from(LARGEST) + 1, LARGEST.into());
    let large = RuleViolation::NumberOutOfRange { field, value, low: 0, high };
    assert_eq!(refusal(&plan, &add("Board", LARGEST + 1)), large);
    assert_eq!(refusal(&plan, &edit(CustomerEdit::Size(LARGEST + 1))), large);
    let customer = NewCustomer { id: id(1), ..new("Board", 1) };
    let id_taken = RuleViolation::IdTaken { word: "customer", id: id::<CustomerId>(1).uuid() };
    assert_eq!(refusal(&plan, &Operation::AddCustomer { customer }), id_taken);
}

#[test]
fn each_field_is_edited_alone() {
    let plan = served();
    let plan = after(&plan, &edit(CustomerEdit::Name(" Accounts ".to_owned())));
    let plan = after(&plan, &edit(CustomerEdit::Kind(CustomerKind::System)));
    let plan = after(&plan, &edit(CustomerEdit::Size(0)));
    let plan = after(&plan, &edit(CustomerEdit::Unit("loads a day".to_owned())));
    let plan = after(&plan, &edit(CustomerEdit::Note("Nightly".to_owned())));
    let row = customer(&plan, "Accounts");
    assert_eq!((row.kind, row.size), (CustomerKind::System, 0));
    assert_eq!((row.unit.as_str(), row.note.as_str()), ("loads a day", "Nightly"));
    assert!(changes_nothing(&plan, &edit(CustomerEdit::Name("Accounts".to_owned()))));
}

#[test]
fn customers_are_put_before_one_another_and_last() {
    let plan = after(&served(), &add("Board", 9));
    let put = |which: u32, before: Option<u32>| Operation::ReorderCustomer {
        id: id(which),
        before: before.map(id),
    };
    assert_eq!(names(&after(&plan, &put(100, Some(1)))), ["Board", "Finance", "Stores"]);
    assert_eq!(names(&after(&plan, &put(1, None))), ["Stores", "Board", "Finance"]);
    assert!(changes_nothing(&plan, &put(100, None)));
}

#[test]
fn the_needs_and_the_feedback_of_a_deleted_customer_stay_without_it() {
    let said = Operation::EditFeedback {
        ids: vec![id(1)],
        edit: milepost_plan::FeedbackEdit::Customer(Some(id(1))),
    };
    let plan = after(&served(), &said);
    assert_eq!(plan.feedback_of_customer(id(1)).count(), 1);
    let plan = after(&plan, &Operation::DeleteCustomer { id: id(1) });
    assert_eq!(names(&plan), ["Stores"]);
    assert_eq!(need(&plan, "Close early").customers, []);
    assert_eq!(need(&plan, "Read at eight").customers.len(), 1);
    assert_eq!(feedback(&plan, "Too late").customer, None);
    assert_eq!((plan.needs_of_customer(id(1)).count(), plan.feedback_of_customer(id(1)).count()), (0, 0));
}

#[test]
fn what_is_asked_of_a_customer_that_is_gone_is_refused() {
    for operation in [
        Operation::EditCustomer { id: id(99), edit: CustomerEdit::Size(1) },
        Operation::ReorderCustomer { id: id(99), before: None },
        Operation::ReorderCustomer { id: id(1), before: Some(id(99)) },
        Operation::DeleteCustomer { id: id(99) },
    ] {
        assert_eq!(refusal(&served(), &operation), gone(), "{operation:?}");
    }
    assert_eq!(gone().to_string(), "this customer is no longer in the plan");
}
