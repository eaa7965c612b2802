//! Money in the lanes of budget lines: behind it stand features, an epic, what is dropped, and costs that stand alone.

use milepost_plan::{
    Amount, BudgetLineId, Certainty, CostId, ItemEdit, ItemId, ItemKind, Money, NewCost, NewItem, Operation,
    Plan, Roadmap, Status, Timing, ViewSettings,
};
use milepost_testkit::{id, item, span};

use super::money;

/// The budget roadmap with some lines unfolded, told by their numbers.
#[allow(dead_code, reason = "not every suite looks at money")]
pub fn budget_view(unfolded: &[u32]) -> ViewSettings {
    let unfolded = unfolded.iter().map(|number| id(*number)).collect();
    ViewSettings { roadmap: Roadmap::Budget, unfolded, ..ViewSettings::default() }
}

/// A plan after some more operations.
#[allow(dead_code, reason = "not every suite looks at money")]
pub fn after(mut plan: Plan, operations: impl IntoIterator<Item = Operation>) -> Plan {
    for operation in operations {
        let change_set = operation.change(&plan).unwrap();
        plan.accept(&change_set);
    }
    plan
}

/// Another cost on a line, of an item told by its title; in whole euros.
#[allow(dead_code, reason = "not every suite looks at money")]
pub fn costs(number: u32, line: u32, item: Option<ItemId>, euros: i64, timing: Timing) -> Operation {
    let cost = NewCost {
        id: id::<CostId>(number),
        name: if number.is_multiple_of(2) { "Conference".to_owned() } else { String::new() },
        line: id::<BudgetLineId>(line),
        item,
        amount: Amount::Money { amount: Money(100 * euros) },
        timing,
        certainty: Certainty::Certain,
    };
    Operation::AddCost { cost }
}

/// What [`money`] has, and an epic with a cost over its feature, an item without days whose cost has some, a feature on
/// two lines, and one that is dropped.
#[allow(dead_code, reason = "not every suite looks at money")]
pub fn lines() -> Plan {
    let plan = money();
    let [templates, delivery] = ["Report templates", "Scheduled delivery"].map(|title| item(&plan, title).id);
    let spread = Timing::Spread { span: None };
    let own = Timing::Spread { span: Some(span("2027-02-15", "2027-06-30")) };
    let edit = |item: ItemId, edit: ItemEdit| Operation::EditItems { ids: vec![item], edit };
    let add = |number: u32, kind: ItemKind, title: &str| Operation::AddItem {
        item: NewItem::new(id(number), kind, title),
    };
    after(
        plan,
        [
            add(301, ItemKind::Epic, "Reports by themselves"),
            edit(templates, ItemEdit::Parent(Some(id(301)))),
            costs(31, 1, Some(id(301)), 4_200, spread),
            add(302, ItemKind::Feature, "Some day"),
            costs(33, 2, Some(id(302)), 700, own),
            costs(35, 2, Some(delivery), 2_050, spread),
            costs(36, 3, None, 12_000, own),
            add(303, ItemKind::Feature, "By fax"),
            costs(37, 1, Some(id(303)), 9_000, own),
            edit(id(303), ItemEdit::Status(Status::Dropped)),
        ],
    )
}
