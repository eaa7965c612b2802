//! What each operation does, at its edges too, and which rule refuses it.

mod answer;
mod baseline;
mod batch;
mod chain;
mod coverage;
mod customer;
mod dependency;
mod feedback;
mod feedback_merge;
mod goal;
mod import;
mod insight;
mod item;
mod item_delete;
mod item_duplicate;
mod item_order;
mod left_late;
mod milestone;
mod need;
mod needs_filter;
mod needs_lane;
mod place;
mod push_once;
mod reschedule;
mod settings;
mod sort;
mod spans;
mod summary;
mod text;
mod theme;
mod to_answer;
mod tree;
mod view;
mod whole_plan;
mod wire;

use milepost_plan::{Entity, Fulfilment, Importance, ItemId, ItemKind, Operation, Plan, ViewSettings};
use milepost_testkit::{PlanBuilder, after, id, item, refusal};

/// An epic with a feature with a story, a second feature that waits for the first, and one without anything.
fn plan() -> Plan {
    PlanBuilder::new("Northwind")
        .theme("Reporting")
        .theme("Quality")
        .item(ItemKind::Epic, "Epic")
        .feature("Reporting", "Templates", "2027-01-04", "2027-01-15")
        .with(|item| item.key = "K-1".to_owned())
        .under("Epic")
        .item(ItemKind::UserStory, "Story")
        .under("Templates")
        .feature("Quality", "Alerts", "2027-02-01", "2027-02-12")
        .undated("", "Loose")
        .link("Templates", "Alerts")
        .milestone("Spring", "2027-04-23")
        .view("Board", ViewSettings::default())
        .build()
}

/// Two customers and three needs, one of which nothing serves, two goals, and three remarks: on a need, on nothing, on
/// an item.
fn served() -> Plan {
    PlanBuilder::new("Served")
        .customer("Finance", 100)
        .customer("Stores", 300)
        .goal("Deliver")
        .goal("Trust")
        .feature("", "Templates", "2027-01-04", "2027-01-15")
        .feature("", "Alerts", "2027-02-01", "2027-02-12")
        .undated("", "Loose")
        .need("Close early", &[("Finance", Importance::Critical)])
        .need("Read at eight", &[("Finance", Importance::Low), ("Stores", Importance::High)])
        .need("Speak Polish", &[])
        .serves("Templates", "Close early", Fulfilment::Fully)
        .serves("Templates", "Read at eight", Fulfilment::Partly)
        .serves("Alerts", "Read at eight", Fulfilment::Fully)
        .serves_goal("Templates", "Deliver")
        .feedback("2026-11-02", "Too late")
        .speaks_of("Too late", "Close early")
        .feedback("2026-11-03", "Far too late")
        .feedback("2026-11-04", "Nothing at eight")
        .speaks_of_item("Nothing at eight", "Alerts")
        .build()
}

/// Whether the operation leaves every row as it is.
#[track_caller]
fn changes_nothing(plan: &Plan, operation: &Operation) -> bool {
    operation.change(plan).unwrap_or_else(|violation| panic!("{violation}")).is_empty()
}

/// The row of an entity that was added as number so many.
#[track_caller]
fn nth<R: Entity>(plan: &Plan, number: u32) -> &R {
    R::table(plan).get(id(number)).unwrap_or_else(|| panic!("no {} has the number {number}", R::WORD))
}

fn item_id(plan: &Plan, title: &str) -> ItemId {
    item(plan, title).id
}

/// The titles of all items in the order by hand.
fn order(plan: &Plan) -> Vec<&str> {
    plan.items_in_order().map(|item| item.title.as_str()).collect()
}
