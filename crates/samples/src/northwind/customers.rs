//! Whom the product of the story serves.

use milepost_plan::{
    CustomerId,
    CustomerKind::{self, Department, Organisation, Person, Segment, System},
    NewCustomer, Operation,
};

use crate::build::{Named, ids};

/// Name, kind, size with its unit, note.
#[rustfmt::skip]
const CUSTOMERS: [(&str, CustomerKind, u32, &str, &str); 12] = [
    ("Store managers", Segment, 410, "people", "Stand on the shop floor from seven. What they cannot read on a phone they do not read."),
    ("Retail operations", Department, 320, "people", "Runs the stores by region. Six of them test every release of ours."),
    ("Finance", Department, 140, "people", "Closes the books on the third working day and keeps forty copies of one template."),
    ("Logistics", Department, 180, "people", "Four warehouses, two of them without a good connection."),
    ("Customer service", Department, 130, "people", "Answers for orders of all countries. Two people read the screen with a screen reader."),
    ("Northwind Ireland", Organisation, 95, "people", "Joined in April; has its own stores and its own bookkeeping."),
    ("Marketing", Department, 60, "people", ""),
    ("Report authors", Segment, 40, "people", "Make nine of ten reports for everybody else. They meet in Leeds."),
    ("Internal audit", Department, 9, "people", "Few, but what they find goes to the board."),
    ("Chief financial officer", Person, 1, "person", "Margaret Ashby. Pays for the product."),
    ("Suppliers", Segment, 35, "companies", "See their own products only, by contract."),
    ("Order system", System, 96, "loads a day", "Sends us orders every quarter of an hour; its team answers for it."),
];

/// Adds all customers; gives them by their names too.
pub(super) fn customers() -> (Vec<Operation>, Named<CustomerId>) {
    let mut named = Named::new("customer");
    let added = CUSTOMERS.into_iter().zip(ids(7, 0)).map(|((name, kind, size, unit, note), id)| {
        named.add(name, id);
        let (name, unit, note) = (name.to_owned(), unit.to_owned(), note.to_owned());
        Operation::AddCustomer { customer: NewCustomer { id, name, kind, size, unit, note } }
    });
    (added.collect(), named)
}
