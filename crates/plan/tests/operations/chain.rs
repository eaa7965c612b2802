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

/// p before the epic E, which holds a and b; x before a, b before y; E before z. Numbers are those of the dependencies.
fn with_epic() -> PlanBuilder {
    PlanBuilder::new("Chain")
        .item(ItemKind::Bug, "p")
        .item(ItemKind::Epic, "E")
        .item(ItemKind::Feature, "a")
        .under("E")
        .item(ItemKind::Feature, "b")
        .under("E")
        .item(ItemKind::Bug, "x")
        .item(ItemKind::Bug, "y")
        .item(ItemKind::Bug, "z")
        .link("p", "E")
        .link("x", "a")
        .link("b", "y")
        .link("E", "z")
}

#[test]
fn the_chain_of_an_epic_is_that_of_all_it_holds() {
    let plan = with_epic().build();
    assert_eq!(chain_of(&plan, "E"), ("xp".to_owned(), "yz".to_owned(), vec![1, 2, 3, 4]));
}

#[test]
fn what_an_epic_holds_waits_as_the_epic_does_and_is_waited_for_with_it() {
    let plan = with_epic().build();
    assert_eq!(chain_of(&plan, "a"), ("xp".to_owned(), "z".to_owned(), vec![1, 2, 4]));
    assert_eq!(chain_of(&plan, "b"), ("p".to_owned(), "yz".to_owned(), vec![1, 3, 4]));
}

#[test]
fn an_epic_is_in_a_chain_with_all_that_it_holds() {
    let plan = with_epic().build();
    assert_eq!(chain_of(&plan, "p"), (String::new(), "Eabyz".to_owned(), vec![1, 3, 4]));
    assert_eq!(chain_of(&plan, "z"), ("Eabxp".to_owned(), String::new(), vec![1, 2, 4]));
    assert_eq!(chain_of(&plan, "x"), (String::new(), "az".to_owned(), vec![2, 4]));
}

#[test]
fn stories_go_with_the_epic_over_their_feature() {
    let plan = with_epic().item(ItemKind::UserStory, "s").under("a").build();
    assert_eq!(chain_of(&plan, "s"), ("p".to_owned(), "z".to_owned(), vec![1, 4]));
    assert_eq!(chain_of(&plan, "E").0, "xp", "nothing of its own is before it");
}

#[test]
fn ties_within_an_epic_are_along_the_way_but_lead_to_nothing_new() {
    let plan = with_epic().link("a", "b").build();
    assert_eq!(chain_of(&plan, "E"), ("xp".to_owned(), "yz".to_owned(), vec![1, 2, 3, 4, 5]));
    assert_eq!(chain_of(&plan, "a"), ("xp".to_owned(), "byz".to_owned(), vec![1, 2, 3, 4, 5]));
}
