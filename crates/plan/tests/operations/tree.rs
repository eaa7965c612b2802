use milepost_plan::{
    DependencyKind, ItemEdit, ItemKind, NewDependency, NewItem, Operation, Plan, RuleViolation,
};
use milepost_testkit::{PlanBuilder, id, item};

use crate::{after, item_id, plan, refusal};

fn put_under(plan: &Plan, titles: &[&str], parent: Option<&str>) -> Operation {
    let ids = titles.iter().map(|title| item_id(plan, title)).collect();
    Operation::EditItems { ids, edit: ItemEdit::Parent(parent.map(|parent| item_id(plan, parent))) }
}

fn make(plan: &Plan, title: &str, kind: ItemKind) -> Operation {
    Operation::EditItems { ids: vec![item_id(plan, title)], edit: ItemEdit::Kind(kind) }
}

fn misfit(child: (&str, ItemKind), parent: (&str, ItemKind)) -> RuleViolation {
    RuleViolation::LevelDoesNotFit {
        child: child.0.to_owned(),
        child_kind: child.1.label(),
        parent: parent.0.to_owned(),
        parent_kind: parent.1.label(),
    }
}

fn batch(operations: impl IntoIterator<Item = Operation>) -> Operation {
    Operation::Batch { label: "Both".to_owned(), operations: operations.into_iter().collect() }
}

#[test]
fn an_item_is_put_under_one_of_a_higher_level_and_taken_out_again() {
    let held = after(&plan(), &put_under(&plan(), &["Alerts", "Loose"], Some("Epic")));
    assert_eq!(held.children(item_id(&held, "Epic")).count(), 3);
    let story = after(&held, &put_under(&held, &["Story"], Some("Epic")));
    assert_eq!(item(&story, "Story").parent, Some(item_id(&story, "Epic")));
    let out = after(&held, &put_under(&held, &["Alerts"], None));
    assert_eq!(item(&out, "Alerts").parent, None);
}

#[test]
fn an_item_under_one_of_its_own_or_a_lower_level_is_refused() {
    let plan = plan();
    let same = misfit(("Loose", ItemKind::Feature), ("Alerts", ItemKind::Feature));
    assert_eq!(refusal(&plan, &put_under(&plan, &["Loose"], Some("Alerts"))), same);
    let above = misfit(("Loose", ItemKind::Feature), ("Story", ItemKind::UserStory));
    assert_eq!(refusal(&plan, &put_under(&plan, &["Loose"], Some("Story"))), above);
    assert_eq!(above.to_string(), "“Loose”, a feature, cannot be placed under “Story”, a user story");
    let mut story = NewItem::new(id(100), ItemKind::UserStory, "Below a story");
    story.parent = Some(item_id(&plan, "Story"));
    let added = Operation::AddItem { item: story };
    let story_in_story = misfit(("Below a story", ItemKind::UserStory), ("Story", ItemKind::UserStory));
    assert_eq!(refusal(&plan, &added), story_in_story);
}

#[test]
fn an_item_inside_itself_is_refused_as_such() {
    let plan = plan();
    let cycle = |title: &str| RuleViolation::ParentCycle { title: title.to_owned() };
    assert_eq!(refusal(&plan, &put_under(&plan, &["Epic"], Some("Story"))), cycle("Epic"));
    assert_eq!(refusal(&plan, &put_under(&plan, &["Epic"], Some("Epic"))), cycle("Epic"));
}

#[test]
fn a_kind_fits_what_is_above_and_what_is_below() {
    let plan = plan();
    let epic_in_epic = misfit(("Templates", ItemKind::Epic), ("Epic", ItemKind::Epic));
    assert_eq!(refusal(&plan, &make(&plan, "Templates", ItemKind::Epic)), epic_in_epic);
    let story_in_bug = misfit(("Story", ItemKind::UserStory), ("Templates", ItemKind::Bug));
    assert_eq!(refusal(&plan, &make(&plan, "Templates", ItemKind::Bug)), story_in_bug);
    let bug = after(&plan, &make(&plan, "Story", ItemKind::Bug));
    assert_eq!(item(&bug, "Story").kind, ItemKind::Bug);
}

#[test]
fn later_parts_of_a_batch_see_where_items_were_put() {
    let plan = plan();
    let emptied = batch([put_under(&plan, &["Story"], None), make(&plan, "Templates", ItemKind::Bug)]);
    assert_eq!(item(&after(&plan, &emptied), "Templates").kind, ItemKind::Bug);
    let filled = batch([put_under(&plan, &["Story"], Some("Loose")), make(&plan, "Loose", ItemKind::Bug)]);
    let story_in_bug = misfit(("Story", ItemKind::UserStory), ("Loose", ItemKind::Bug));
    assert_eq!(refusal(&plan, &filled), story_in_bug);
    let moved_and_deleted = batch([
        put_under(&plan, &["Story"], Some("Loose")),
        Operation::DeleteItems { ids: vec![item_id(&plan, "Loose")] },
    ]);
    assert_eq!(after(&plan, &moved_and_deleted).items().len(), 3);
    let moved_out_first = batch([
        put_under(&plan, &["Story"], None),
        Operation::DeleteItems { ids: vec![item_id(&plan, "Templates")] },
    ]);
    assert_eq!(after(&plan, &moved_out_first).items().len(), 4);
}

#[test]
fn an_item_and_what_holds_it_cannot_wait_for_one_another() {
    let plan = plan();
    let link = |predecessor: &str, successor: &str| Operation::Link {
        dependency: NewDependency {
            id: id(100),
            predecessor: item_id(&plan, predecessor),
            successor: item_id(&plan, successor),
            kind: DependencyKind::StartToStart,
            lag_days: 0,
        },
    };
    let part_of = |part: &str, whole: &str| RuleViolation::DependsOnWhole {
        part: part.to_owned(),
        whole: whole.to_owned(),
    };
    assert_eq!(refusal(&plan, &link("Epic", "Templates")), part_of("Templates", "Epic"));
    assert_eq!(refusal(&plan, &link("Templates", "Epic")), part_of("Templates", "Epic"));
    assert_eq!(refusal(&plan, &link("Story", "Epic")), part_of("Story", "Epic"));
    assert_eq!(
        part_of("Story", "Epic").to_string(),
        "“Story” is part of “Epic”, so neither can wait for the other"
    );
}

#[test]
fn an_item_is_not_put_under_one_that_it_or_a_part_of_it_is_tied_to() {
    let plan = PlanBuilder::new("Tied")
        .item(ItemKind::Epic, "Epic")
        .undated("", "Feature")
        .item(ItemKind::UserStory, "Story")
        .under("Feature")
        .undated("", "Free")
        .link("Epic", "Story")
        .build();
    let refused = RuleViolation::DependsOnWhole { part: "Story".to_owned(), whole: "Epic".to_owned() };
    assert_eq!(refusal(&plan, &put_under(&plan, &["Feature"], Some("Epic"))), refused);
    let freed =
        batch([put_under(&plan, &["Story"], Some("Free")), put_under(&plan, &["Feature"], Some("Epic"))]);
    assert_eq!(item(&after(&plan, &freed), "Feature").parent, Some(item_id(&plan, "Epic")));
}
