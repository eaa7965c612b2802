//! Chains: everything before an item and everything after it, however far away.

use milepost_plan::{ItemKind, Plan};
use milepost_testkit::{PlanBuilder, id, item};

/// a before b and d, both before c, c before e; x before c, too; y apart.
fn tied() -> Plan {
    let titles = ["a", "b", "c", "d", "e", "x", "y"];
    let items = titles.iter().fold(PlanBuilder::new("Chain"), |plan, title| plan.item(ItemKind::Bug, title));
    items.link("a", "b").link("b", "c").link("a", "d").link("d", "c").link("c", "e").link("x", "c").build()
}

/// Titles before and after, and the numbers of the dependencies along the way.
fn chain_of(plan: &Plan, title: &str) -> (String, String, Vec<u32>) {
    let chain = plan.chain(item(plan, title).id);
    let titles = |ids: &[_]| {
        ids.iter().filter_map(|id| plan.items().get(*id)).map(|item| item.title.as_str()).collect()
    };
    let along = (1..=6).filter(|number| chain.dependencies.contains(&id(*number))).collect();
    (titles(&chain.before), titles(&chain.after), along)
}

#[test]
fn a_chain_leads_both_ways_and_names_each_item_once() {
    let plan = tied();
    assert_eq!(chain_of(&plan, "c"), ("bdxa".to_owned(), "e".to_owned(), vec![1, 2, 3, 4, 5, 6]));
    assert_eq!(chain_of(&plan, "a"), (String::new(), "bdce".to_owned(), vec![1, 2, 3, 4, 5]));
}

#[test]
fn what_only_shares_a_predecessor_is_not_in_the_chain() {
    let plan = tied();
    assert_eq!(chain_of(&plan, "b"), ("a".to_owned(), "ce".to_owned(), vec![1, 2, 5]));
    assert_eq!(chain_of(&plan, "y"), (String::new(), String::new(), vec![]));
}
