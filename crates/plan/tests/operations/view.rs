use milepost_plan::{
    Aspect, AspectValue, Column, Filter, Horizon, Id, ItemId, ItemKind, NewView, Operation, RuleViolation,
    Schedule, Span, Status, ViewEdit, ViewId, ViewSettings, WorkItem,
};
use milepost_testkit::{PlanBuilder, day, id, item, span, view};

use crate::{after, changes_nothing, plan, refusal};

fn add(id: ViewId, name: &str, kinds: &[ItemKind]) -> Operation {
    let settings = ViewSettings { kinds: kinds.to_vec(), ..ViewSettings::default() };
    Operation::AddView { view: Box::new(NewView { id, name: name.to_owned(), settings, range: None }) }
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
    let edit = ViewEdit::Settings(Box::new(settings.clone()));
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
    let settings = Operation::EditView { id: id(1), edit: ViewEdit::Settings(Box::default()) };
    assert_eq!(settings.label(&plan()), "Edit view");
}

#[test]
fn settings_are_kept_with_lists_in_order_and_lanes_divided_once() {
    let filter = Filter {
        text: " reports\nweekly ".to_owned(),
        statuses: vec![Status::Done, Status::Idea, Status::Done],
        owners: vec!["Bo ".to_owned(), "Ada".to_owned(), "Bo".to_owned()],
        ..Filter::default()
    };
    let (by, again) = (Some(Aspect::Owner), Some(Aspect::Owner));
    let settings = ViewSettings { lanes_by: by, then_by: again, filter, ..ViewSettings::default() };
    let operation = Operation::EditView { id: id(1), edit: ViewEdit::Settings(Box::new(settings)) };
    let kept = view(&after(&plan(), &operation), "Board").settings.clone();
    assert_eq!(kept.then_by, None);
    assert_eq!(kept.filter.text, "reports weekly");
    assert_eq!(kept.filter.statuses, [Status::Idea, Status::Done]);
    assert_eq!(kept.filter.owners, ["Ada", "Bo"]);
}

#[test]
fn a_filter_asks_for_what_holds_an_item_and_for_its_horizon() {
    let plan = PlanBuilder::new("Plan")
        .item(ItemKind::Epic, "Reports")
        .feature("", "Templates", "2027-01-04", "2027-01-15")
        .under("Reports")
        .item(ItemKind::UserStory, "As a reader")
        .under("Templates")
        .item(ItemKind::Feature, "Free")
        .item(ItemKind::UserStory, "As a writer")
        .under("Free")
        .item(ItemKind::Feature, "Waiting")
        .with(|item| item.schedule = Schedule::Horizon { horizon: Horizon::Next })
        .build();
    let passing = |filter: Filter| -> Vec<String> {
        plan.items_in_order()
            .filter(|item| filter.passes(&plan, item))
            .map(|item| item.title.clone())
            .collect()
    };
    let held_by = |parents: Vec<Option<ItemId>>| passing(Filter { parents, ..Filter::default() });
    let reports = Some(item(&plan, "Reports").id);
    assert_eq!(held_by(vec![reports]), ["Templates", "As a reader"]);
    assert_eq!(held_by(vec![None]), ["Reports", "Free", "As a writer", "Waiting"]);
    assert_eq!(held_by(vec![Some(item(&plan, "Free").id)]), ["As a writer"]);
    assert_eq!(held_by(vec![None, reports]).len(), 6);
    let of = |horizons: Vec<Option<Horizon>>| passing(Filter { horizons, ..Filter::default() });
    assert_eq!(of(vec![Some(Horizon::Next)]), ["Waiting"]);
    assert_eq!(of(vec![Some(Horizon::Now)]), Vec::<String>::new());
    assert_eq!(of(vec![None]), ["Reports", "Templates", "As a reader", "Free", "As a writer"]);
}

#[test]
fn a_range_that_a_plan_cannot_have_is_refused() {
    let edit = |first, last| Operation::EditView {
        id: id(1),
        edit: ViewEdit::Range(Some(Span { first: day(first), last: day(last) })),
    };
    let kept = after(&plan(), &edit("2027-01-01", "2027-12-31"));
    assert_eq!(view(&kept, "Board").range, Some(span("2027-01-01", "2027-12-31")));
    assert!(matches!(
        refusal(&plan(), &edit("2027-12-31", "2027-01-01")),
        RuleViolation::EndBeforeStart { .. }
    ));
}

#[test]
fn a_filter_lets_through_what_every_part_of_it_does() {
    let mut item = item(&plan(), "Templates").clone();
    item.owner = "Ada".to_owned();
    item.description = "For the weekly Report".to_owned();
    let passes = |filter: Filter| filter.passes(&plan(), &item);
    assert!(passes(Filter::default()));
    assert!(passes(Filter { text: "REPORT templ ada".to_owned(), ..Filter::default() }));
    assert!(!passes(Filter { text: "report daily".to_owned(), ..Filter::default() }));
    assert!(passes(Filter { owners: vec!["Ada".to_owned(), "Bo".to_owned()], ..Filter::default() }));
    assert!(!passes(Filter { owners: vec![String::new()], ..Filter::default() }));
    assert!(passes(Filter { themes: vec![None, item.theme], ..Filter::default() }));
    assert!(!passes(Filter { themes: vec![None], statuses: vec![item.status], ..Filter::default() }));
    let last = item.schedule.span().map(|span| span.last);
    assert!(passes(Filter { from: last, ..Filter::default() }));
    assert!(!passes(Filter { from: last.map(|day| day.plus(1)), ..Filter::default() }));
    let undated = WorkItem { schedule: Schedule::None, ..item.clone() };
    assert!(!Filter { to: last, ..Filter::default() }.passes(&plan(), &undated), "it stands on no day");
}

#[test]
fn columns_begin_with_the_title_and_lanes_in_an_order_by_hand_stand_once() {
    let lane = |status| vec![AspectValue::Status(status)];
    let settings = ViewSettings {
        columns: vec![Column::End, Column::Owner, Column::Title, Column::End],
        lane_order: vec![lane(Status::Done), lane(Status::Idea), lane(Status::Done)],
        collapsed_epics: vec![id(9), id(3), id(9)],
        unfolded: vec![id(5), id(4), id(5)],
        ..ViewSettings::default()
    };
    let operation = Operation::EditView { id: id(1), edit: ViewEdit::Settings(Box::new(settings)) };
    let kept = view(&after(&plan(), &operation), "Board").settings.clone();
    assert_eq!(kept.columns, [Column::Title, Column::End, Column::Owner]);
    assert_eq!(kept.lane_order, [lane(Status::Done), lane(Status::Idea)]);
    assert_eq!(kept.collapsed_epics, [id(3), id(9)]);
    assert_eq!(kept.unfolded, [id(4), id(5)]);
}
