//! What rows hang under: by key, id, title, or place in a tree.

use super::*;

#[test]
fn parents_are_found_by_key_id_or_title_and_kept_off_where_they_do_not_fit() {
    let mut desk = Desk::new();
    let import = desk.import(
        "Issue key,Issue id,Summary,Issue Type,Parent,Custom field (Epic Link)\n\
         T-1,101,By id,Story,103,\n\
         T-2,102,By key,Story,,T-3\n\
         T-3,103,The epic,Epic,,\n\
         T-4,104,By title,Bug,The epic,\n\
         T-5,105,Nobody's,Bug,999,\n\
         T-6,106,Below a story,Sub-task,101,\n\
         T-7,107,Its own,Story,T-7,\n",
    );
    let epic = desk.item("T-3").id;
    let parents: BTreeMap<&str, Option<_>> =
        desk.plan.items().iter().map(|item| (item.key.as_str(), item.parent)).collect();
    assert_eq!(parents["T-1"], Some(epic));
    assert_eq!(parents["T-2"], Some(epic));
    assert_eq!(parents["T-4"], Some(epic));
    assert!(["T-3", "T-5", "T-6", "T-7"].iter().all(|key| parents[key].is_none()));
    assert_eq!(
        remarks(&import),
        [
            "the parent “999” is neither in the file nor in the plan",
            "not placed under “By id”: “Below a story”, an issue, cannot be placed under “By id”, a user story",
            "not placed under “Its own”: “Its own” cannot be placed inside itself",
        ]
    );
}

#[test]
fn of_several_items_of_one_title_the_one_that_can_be_the_parent_is_meant() {
    let mut desk = Desk::new();
    let import = desk.import(
        "Key,Title,Kind,Parent\nE-1,Reports,Epic,\nF-1,Reports,Feature,Reports\nF-2,Alerts,Feature,Reports\n\
         S-1,Export,Story,Reports\n",
    );
    let epic = desk.item("E-1").id;
    assert_eq!(["F-1", "F-2"].map(|key| desk.item(key).parent), [Some(epic); 2]);
    assert_eq!(desk.item("S-1").parent, None);
    assert_eq!(remarks(&import), ["the parent “Reports” is in the plan several times; use its key"]);
}

#[test]
fn a_tree_of_titles_hangs_under_the_nearest_shallower_row() {
    let mut desk = Desk::new();
    desk.import(
        "ID,Work Item Type,Title 1,Title 2,Title 3\n1,Epic,E,,\n2,Feature,,F,\n3,User Story,,,S\n4,Bug,,,B\n5,Feature,,G,\n6,Epic,E2,,\n7,Bug,,,Deep\n",
    );
    let parent = |key: &str| {
        let parent = desk.item(key).parent?;
        desk.plan.items().get(parent).map(|item| item.key.clone())
    };
    let parents: Vec<String> =
        ["1", "2", "3", "4", "5", "6", "7"].iter().map(|key| parent(key).unwrap_or_default()).collect();
    assert_eq!(parents, ["", "1", "2", "2", "1", "", "6"]);
}
