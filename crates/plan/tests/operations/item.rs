use milepost_plan::{
    Horizon, Id, ItemEdit, ItemId, ItemKind, NewItem, Operation, RuleViolation, Schedule, Status, ThemeId,
};
use milepost_testkit::{day, id, item, span, theme};

use crate::{after, changes_nothing, item_id, order, plan, refusal};

fn add(change: impl FnOnce(&mut NewItem)) -> Operation {
    let mut item = NewItem::new(id(100), ItemKind::Feature, "New");
    change(&mut item);
    Operation::AddItem { item }
}

fn edit(titles: &[&str], edit: ItemEdit) -> Operation {
    Operation::EditItems { ids: titles.iter().map(|title| item_id(&plan(), title)).collect(), edit }
}

#[test]
fn a_new_item_stands_last_with_every_field_it_was_given() {
    let everything = add(|item| {
        item.title = " Gallery ".to_owned();
        item.parent = Some(item_id(&plan(), "Epic"));
        item.theme = Some(theme(&plan(), "Quality").id);
        item.description = "One\r\ntwo\n".to_owned();
        item.status = Status::InProgress;
        item.progress = 100;
        item.owner = "Priya".to_owned();
        item.link = "https://example.org/1".to_owned();
        item.key = "K-2".to_owned();
        item.schedule = span("2027-03-01", "2027-03-01").into();
    });
    let plan = after(&plan(), &everything);
    assert_eq!(order(&plan).last(), Some(&"Gallery"));
    let added = item(&plan, "Gallery");
    assert_eq!((added.kind, added.parent), (ItemKind::Feature, Some(item_id(&plan, "Epic"))));
    assert_eq!(added.theme, Some(theme(&plan, "Quality").id));
    assert_eq!((added.description.as_str(), added.owner.as_str()), ("One\ntwo", "Priya"));
    assert_eq!((added.link.as_str(), added.key.as_str()), ("https://example.org/1", "K-2"));
    assert_eq!((added.status, added.progress), (Status::InProgress, 100));
    assert_eq!(added.schedule.span(), Some(span("2027-03-01", "2027-03-01")));
    assert_eq!(plan.item_by_key("K-2"), Some(added));
}

#[test]
fn the_name_of_an_item_is_asked_for_by_its_kind() {
    for (kind, message) in [
        (ItemKind::Epic, "an epic needs a name"),
        (ItemKind::UserStory, "a user story needs a name"),
        (ItemKind::Issue, "an issue needs a name"),
    ] {
        let unnamed = add(|item| {
            item.kind = kind;
            item.title = " \n ".to_owned();
        });
        let violation = refusal(&plan(), &unnamed);
        assert_eq!(violation, RuleViolation::EmptyName { word: kind.label() });
        assert_eq!(violation.to_string(), message);
    }
}

#[test]
fn an_id_or_a_key_belongs_to_one_item() {
    let taken: ItemId = id(1);
    assert_eq!(
        refusal(&plan(), &add(|item| item.id = taken)),
        RuleViolation::IdTaken { word: "work item", id: taken.uuid() }
    );
    let violation = RuleViolation::KeyTaken { key: "K-1".to_owned(), title: "Templates".to_owned() };
    assert_eq!(refusal(&plan(), &add(|item| item.key = " K-1 ".to_owned())), violation);
    assert_eq!(refusal(&plan(), &edit(&["Alerts"], ItemEdit::Key("K-1".to_owned()))), violation);
    assert!(changes_nothing(&plan(), &edit(&["Templates"], ItemEdit::Key("K-1".to_owned()))));
    after(&plan(), &edit(&["Alerts", "Loose"], ItemEdit::Key(String::new())));
}

#[test]
fn one_key_for_two_items_is_refused_within_one_edit_too() {
    let violation = RuleViolation::KeyTaken { key: "K-9".to_owned(), title: "Alerts".to_owned() };
    assert_eq!(refusal(&plan(), &edit(&["Alerts", "Loose"], ItemEdit::Key("K-9".to_owned()))), violation);
}

#[test]
fn what_an_item_refers_to_is_in_the_plan() {
    let (gone_item, gone_theme): (ItemId, ThemeId) = (id(99), id(99));
    let missing_item = RuleViolation::Missing { word: "work item", id: gone_item.uuid() };
    let missing_theme = RuleViolation::Missing { word: "theme", id: gone_theme.uuid() };
    assert_eq!(refusal(&plan(), &add(|item| item.parent = Some(gone_item))), missing_item);
    assert_eq!(refusal(&plan(), &add(|item| item.theme = Some(gone_theme))), missing_theme);
    assert_eq!(refusal(&plan(), &edit(&["Loose"], ItemEdit::Parent(Some(gone_item)))), missing_item);
    assert_eq!(refusal(&plan(), &edit(&["Loose"], ItemEdit::Theme(Some(gone_theme)))), missing_theme);
    let edits_gone = Operation::EditItems { ids: vec![gone_item], edit: ItemEdit::Progress(1) };
    assert_eq!(refusal(&plan(), &edits_gone), missing_item);
}

#[test]
fn progress_ends_at_a_hundred() {
    let violation = RuleViolation::NumberOutOfRange { field: "the progress", value: 101, low: 0, high: 100 };
    assert_eq!(refusal(&plan(), &add(|item| item.progress = 101)), violation);
    assert_eq!(refusal(&plan(), &edit(&["Loose"], ItemEdit::Progress(101))), violation);
    assert_eq!(item(&after(&plan(), &edit(&["Loose"], ItemEdit::Progress(100))), "Loose").progress, 100);
}

#[test]
fn a_schedule_ends_on_or_after_its_start_and_lies_in_the_years_of_a_plan() {
    let (first, last) = (day("2027-03-02"), day("2027-03-01"));
    let backwards = edit(&["Loose"], ItemEdit::Schedule(Schedule::Dated { first, last }));
    assert_eq!(refusal(&plan(), &backwards), RuleViolation::EndBeforeStart { first, last });
    let (first, last) = (day("2199-12-31"), day("2200-01-01"));
    let late = edit(&["Loose"], ItemEdit::Schedule(Schedule::Dated { first, last }));
    assert_eq!(refusal(&plan(), &late), RuleViolation::DayOutOfRange { day: last });
    let whole = span("1900-01-01", "2199-12-31");
    let longest = edit(&["Loose"], ItemEdit::Schedule(whole.into()));
    assert_eq!(item(&after(&plan(), &longest), "Loose").schedule.span(), Some(whole));
}

#[test]
fn one_edit_sets_a_field_of_several_items() {
    let horizon = Schedule::Horizon { horizon: Horizon::Next };
    let plan = after(&plan(), &edit(&["Templates", "Loose"], ItemEdit::Schedule(horizon)));
    let titles: Vec<&str> = plan.items_with_horizon().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Templates", "Loose"]);
    assert_eq!(item(&plan, "Alerts").schedule.span(), Some(span("2027-02-01", "2027-02-12")));
}

#[test]
fn every_field_can_be_edited() {
    let quality = theme(&plan(), "Quality").id;
    let edits = [
        ItemEdit::Kind(ItemKind::Issue),
        ItemEdit::Parent(Some(item_id(&plan(), "Templates"))),
        ItemEdit::Theme(Some(quality)),
        ItemEdit::Description("Text".to_owned()),
        ItemEdit::Status(Status::Done),
        ItemEdit::Progress(99),
        ItemEdit::Owner("Wen".to_owned()),
        ItemEdit::Link("link".to_owned()),
        ItemEdit::Key("K-3".to_owned()),
        ItemEdit::Schedule(span("2027-05-03", "2027-05-04").into()),
        ItemEdit::Title("Tight".to_owned()),
    ];
    let plan = edits.into_iter().fold(plan(), |plan, one| after(&plan, &edit(&["Loose"], one)));
    let edited = item(&plan, "Tight");
    assert_eq!((edited.kind, edited.parent), (ItemKind::Issue, Some(item_id(&plan, "Templates"))));
    assert_eq!((edited.theme, edited.status, edited.progress), (Some(quality), Status::Done, 99));
    assert_eq!((edited.description.as_str(), edited.owner.as_str()), ("Text", "Wen"));
    assert_eq!((edited.link.as_str(), edited.key.as_str()), ("link", "K-3"));
    assert_eq!(edited.schedule.span(), Some(span("2027-05-03", "2027-05-04")));
}

#[test]
fn an_edit_of_no_items_or_to_the_same_value_changes_nothing() {
    assert!(changes_nothing(&plan(), &edit(&[], ItemEdit::Progress(101))));
    assert!(changes_nothing(&plan(), &edit(&["Loose"], ItemEdit::Title(" Loose".to_owned()))));
}

#[test]
fn labels_name_what_is_edited() {
    let label = |operation: Operation| operation.label(&plan());
    assert_eq!(label(edit(&["Loose"], ItemEdit::Title("New".to_owned()))), "Rename feature");
    assert_eq!(label(edit(&["Loose", "Story"], ItemEdit::Progress(1))), "Edit 2 items");
    assert_eq!(label(edit(&["Story"], ItemEdit::Theme(None))), "Change lane of user story");
    assert_eq!(label(add(|item| item.kind = ItemKind::Bug)), "Add bug");
}
