use milepost_plan::{Id, ItemKind, NewView, Operation, RuleViolation, ViewEdit, ViewId, ViewSettings};
use milepost_testkit::{id, view};

use crate::{after, changes_nothing, plan, refusal};

fn add(id: ViewId, name: &str, kinds: &[ItemKind]) -> Operation {
    let settings = ViewSettings { kinds: kinds.to_vec(), ..ViewSettings::default() };
    Operation::AddView { view: NewView { id, name: name.to_owned(), settings } }
}

fn rename(name: &str) -> Operation {
    Operation::EditView { id: id(1), edit: ViewEdit::Name(name.to_owned()) }
}

#[test]
fn a_view_is_saved_edited_and_deleted_with_its_kinds_in_order() {
    let kinds = [ItemKind::Bug, ItemKind::Epic, ItemKind::Bug];
    let plan = after(&plan(), &add(id(100), "Epics", &kinds));
    assert_eq!(view(&plan, "Epics").settings.kinds, [ItemKind::Epic, ItemKind::Bug]);
    assert!(view(&plan, "Epics").rank > view(&plan, "Board").rank);
    let settings = ViewSettings { show_dependencies: false, ..ViewSettings::default() };
    let edit = ViewEdit::Settings(settings.clone());
    let plan = after(&plan, &Operation::EditView { id: id(100), edit });
    assert_eq!(view(&plan, "Epics").settings, settings);
    let plan = after(&plan, &Operation::DeleteView { id: id(100) });
    assert_eq!(plan.views().len(), 1);
}

#[test]
fn no_two_views_share_a_name() {
    let taken = RuleViolation::NameTaken { word: "view", name: "Board".to_owned() };
    assert_eq!(refusal(&plan(), &add(id(100), " Board", &[])), taken);
    let two = after(&plan(), &add(id(100), "Team", &[]));
    let violation = RuleViolation::NameTaken { word: "view", name: "Team".to_owned() };
    assert_eq!(refusal(&two, &rename("Team")), violation);
    assert!(changes_nothing(&two, &rename("Board")));
    assert_eq!(view(&after(&two, &rename("Directors")), "Directors").id, id(1));
}

#[test]
fn a_view_without_a_name_under_a_taken_id_or_gone_is_refused() {
    assert_eq!(refusal(&plan(), &rename("")), RuleViolation::EmptyName { word: "view" });
    let taken: ViewId = id(1);
    let violation = RuleViolation::IdTaken { word: "view", id: taken.uuid() };
    assert_eq!(refusal(&plan(), &add(taken, "Again", &[])), violation);
    let gone: ViewId = id(99);
    let missing = RuleViolation::Missing { word: "view", id: gone.uuid() };
    assert_eq!(refusal(&plan(), &Operation::DeleteView { id: gone }), missing);
    let operation = Operation::EditView { id: gone, edit: ViewEdit::Name("New".to_owned()) };
    assert_eq!(refusal(&plan(), &operation), missing);
}

#[test]
fn labels_tell_a_new_name_from_new_settings() {
    assert_eq!(rename("New").label(&plan()), "Rename view");
    let settings = Operation::EditView { id: id(1), edit: ViewEdit::Settings(ViewSettings::default()) };
    assert_eq!(settings.label(&plan()), "Edit view");
}
