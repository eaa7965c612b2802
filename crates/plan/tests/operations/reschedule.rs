//! Working lengths that are kept, and successors that are pushed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{
    DependencyKind, Edge, ItemEdit, ItemKind, Operation, Plan, RuleViolation, Status, WorkingCalendar,
};
use milepost_testkit::{PlanBuilder, day, item, span};

use crate::{after, item_id, refusal};

fn pushing(keeps_working_length: bool) -> PlanBuilder {
    PlanBuilder::new("Pushing").settings(|settings| {
        settings.pushes_successors = true;
        settings.keeps_working_length = keeps_working_length;
        settings.holidays = vec![milepost_plan::Holiday { day: day("2027-03-26"), name: String::new() }];
    })
}

/// Three features in a row, from Monday to Friday each, and one that waits for none.
fn chain(keeps_working_length: bool) -> Plan {
    pushing(keeps_working_length)
        .theme("T")
        .feature("T", "One", "2027-03-01", "2027-03-05")
        .feature("T", "Two", "2027-03-08", "2027-03-12")
        .feature("T", "Three", "2027-03-22", "2027-03-25")
        .feature("T", "Other", "2027-03-08", "2027-03-12")
        .link("One", "Two")
        .link_by("Two", "Three", DependencyKind::FinishToStart, 2)
        .build()
}

fn days_of(plan: &Plan, title: &str) -> (String, String) {
    let span = item(plan, title).schedule.span().unwrap();
    (span.first.to_string(), span.last.to_string())
}

fn shifted(plan: &Plan, title: &str, days: i32) -> Plan {
    after(plan, &Operation::MoveItems { ids: vec![item_id(plan, title)], days, lane: vec![] })
}

#[test]
fn what_waits_is_pushed_no_further_than_it_must_be() {
    let plan = shifted(&chain(false), "One", 2);
    assert_eq!(days_of(&plan, "One"), ("2027-03-03".to_owned(), "2027-03-07".to_owned()));
    assert_eq!(days_of(&plan, "Two").0, "2027-03-08", "it still starts after the other has ended");

    let plan = shifted(&chain(false), "One", 7);
    assert_eq!(days_of(&plan, "Two"), ("2027-03-15".to_owned(), "2027-03-19".to_owned()));
    assert_eq!(days_of(&plan, "Three").0, "2027-03-24", "two working days are free before it");
    assert_eq!(days_of(&plan, "Other"), days_of(&chain(false), "Other"));
    assert_eq!(plan.conflicts(), []);
}

#[test]
fn a_push_begins_on_a_working_day_and_is_one_step() {
    let plan = chain(false);
    let resize = Operation::ResizeItems { ids: vec![item_id(&plan, "One")], edge: Edge::End, days: 7 };
    let changes = resize.change(&plan).unwrap();
    assert_eq!(changes.changes.len(), 3, "the resized one and the two that wait");
    let plan = after(&plan, &resize);
    assert_eq!(days_of(&plan, "Two").0, "2027-03-15");
    assert_eq!(resize.label(&plan), "Resize feature");
}

#[test]
fn moving_back_pulls_nothing_and_moving_what_waits_pushes_nothing() {
    let plan = shifted(&chain(false), "One", -7);
    assert_eq!(days_of(&plan, "Two"), days_of(&chain(false), "Two"));
    let plan = shifted(&chain(false), "Two", -3);
    assert_eq!(days_of(&plan, "One"), days_of(&chain(false), "One"));
    assert_eq!(plan.conflicts().len(), 1, "whoever drags it there sees the conflict");
}

#[test]
fn a_plan_that_only_warns_pushes_nothing() {
    let warns = PlanBuilder::new("Warns")
        .feature("", "One", "2027-03-01", "2027-03-05")
        .feature("", "Two", "2027-03-08", "2027-03-12")
        .link("One", "Two")
        .build();
    let plan = shifted(&warns, "One", 7);
    assert_eq!(days_of(&plan, "Two").0, "2027-03-08");
    assert_eq!(plan.conflicts().len(), 1);
}

#[test]
fn what_is_done_stays_where_it_is() {
    let plan = chain(false);
    let done = ItemEdit::Status(Status::Done);
    let plan = after(&plan, &Operation::EditItems { ids: vec![item_id(&plan, "Two")], edit: done });
    let moved = shifted(&plan, "One", 30);
    assert_eq!(days_of(&moved, "Two"), days_of(&plan, "Two"));
}

#[test]
fn every_kind_of_tie_pushes_the_end_that_it_holds() {
    for (kind, days, expected) in [
        (DependencyKind::StartToStart, 14, ("2027-03-15", "2027-03-19")),
        (DependencyKind::FinishToFinish, 14, ("2027-03-15", "2027-03-19")),
        (DependencyKind::StartToFinish, 14, ("2027-03-11", "2027-03-15")),
    ] {
        let plan = pushing(false)
            .feature("", "One", "2027-03-01", "2027-03-05")
            .feature("", "Two", "2027-03-08", "2027-03-12")
            .link_by("One", "Two", kind, 0)
            .build();
        let plan = shifted(&plan, "One", days);
        let (first, last) = days_of(&plan, "Two");
        assert_eq!((first.as_str(), last.as_str()), expected, "{kind:?}");
        assert_eq!(plan.conflicts(), [], "{kind:?}");
    }
}

#[test]
fn an_end_is_pushed_by_whole_working_days_past_another_end() {
    for (kind, lag_days, last) in [
        (DependencyKind::FinishToFinish, 1, "2027-03-15"),
        (DependencyKind::FinishToFinish, 6, "2027-03-22"),
        (DependencyKind::StartToFinish, 5, "2027-03-15"),
    ] {
        let plan = pushing(false)
            .feature("", "One", "2027-03-01", "2027-03-05")
            .feature("", "Two", "2027-03-08", "2027-03-12")
            .link_by("One", "Two", kind, lag_days)
            .build();
        let plan = shifted(&plan, "One", 7);
        assert_eq!(days_of(&plan, "Two").1, last, "{kind:?} {lag_days:+}");
        assert_eq!(plan.conflicts(), [], "{kind:?} {lag_days:+}");
    }
}

#[test]
fn a_kept_working_length_is_pushed_no_further_than_its_end_must_go() {
    let plan = pushing(true)
        .feature("", "One", "2027-03-01", "2027-03-05")
        .feature("", "Two", "2027-03-08", "2027-03-12")
        .link_by("One", "Two", DependencyKind::FinishToFinish, 0)
        .build();
    let until = |last: &str| {
        let edit = ItemEdit::End(day(last));
        after(&plan, &Operation::EditItems { ids: vec![item_id(&plan, "One")], edit })
    };
    let days = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(days_of(&until("2027-03-17"), "Two"), days("2027-03-11", "2027-03-17"));
    // Nobody works on Good Friday and at the weekend after it, so that what ends no sooner ends on the Monday.
    assert_eq!(days_of(&until("2027-03-26"), "Two"), days("2027-03-22", "2027-03-29"));
}

#[test]
fn working_lengths_are_kept_across_weekends_and_holidays() {
    let plan = chain(true);
    // Friday 26 March is a holiday, so five working days from Monday end on the Monday after.
    let moved = shifted(&plan, "One", 21);
    assert_eq!(days_of(&moved, "One"), ("2027-03-22".to_owned(), "2027-03-29".to_owned()));
    let calendar = WorkingCalendar::of(plan.settings());
    let length = |plan: &Plan, title: &str| calendar.working_days(item(plan, title).schedule.span().unwrap());
    for title in ["One", "Two", "Three"] {
        assert_eq!(length(&moved, title), length(&plan, title), "{title}");
    }
    // A move onto a weekend goes on to where it was heading.
    assert_eq!(days_of(&shifted(&plan, "Other", 5), "Other").0, "2027-03-15");
    assert_eq!(days_of(&shifted(&plan, "Other", -1), "Other").0, "2027-03-05");
}

/// Two bars in an epic, and one on a weekend, where Good Friday is off.
fn group() -> Plan {
    pushing(true)
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-03-01", "2027-03-05")
        .under("Epic")
        .feature("", "Two", "2027-03-03", "2027-03-09")
        .under("Epic")
        .feature("", "Go-live", "2027-03-13", "2027-03-14")
        .under("Epic")
        .build()
}

#[test]
fn what_moves_together_keeps_its_distances_and_comes_back() {
    let calendar = WorkingCalendar::of(group().settings());
    let span = |plan: &Plan, title: &str| item(plan, title).schedule.span().unwrap();
    let between = |plan: &Plan| {
        let (one, two) = (span(plan, "One"), span(plan, "Two"));
        calendar.working_days(milepost_plan::Span { first: one.first, last: two.first.plus(-1) })
    };
    for days in (-20..=40).filter(|days| *days != 0) {
        let moved = shifted(&group(), "Epic", days);
        assert_eq!(between(&moved), 2, "{days:+}");
        for title in ["One", "Two"] {
            assert_eq!(calendar.working_days(span(&moved, title)), 5, "{title} {days:+}");
        }
        let went = span(&moved, "One").first.days_since(span(&group(), "One").first);
        let weekend = span(&group(), "Go-live").shifted(went);
        assert_eq!(span(&moved, "Go-live"), weekend, "{days:+}: it has no working length to keep");
        let back = shifted(&moved, "Epic", -went);
        for title in ["One", "Two"] {
            assert_eq!(span(&back, title), span(&group(), title), "{title} {days:+}");
        }
    }
}

#[test]
fn the_first_that_is_moved_leads_the_others() {
    let plan = group();
    let moved = |titles: [&str; 2]| {
        let ids = titles.map(|title| item_id(&plan, title)).to_vec();
        let moved = after(&plan, &Operation::MoveItems { ids, days: 3, lane: vec![] });
        ["One", "Two"].map(|title| days_of(&moved, title).0)
    };
    assert_eq!(moved(["One", "Two"]), ["2027-03-04", "2027-03-08"]);
    // From Wednesday to Saturday, and so on to Monday.
    assert_eq!(moved(["Two", "One"]), ["2027-03-04", "2027-03-08"]);
    let ids = vec![item_id(&plan, "Go-live"), item_id(&plan, "One")];
    let back = after(&plan, &Operation::MoveItems { ids, days: -7, lane: vec![] });
    assert_eq!(days_of(&back, "Go-live").0, "2027-03-06");
    assert_eq!(days_of(&back, "One").0, "2027-02-22");
}

#[test]
fn an_epic_is_pushed_without_drifting_apart() {
    let plan = pushing(true)
        .feature("", "Before", "2027-02-22", "2027-02-26")
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-03-01", "2027-03-05")
        .under("Epic")
        .feature("", "Two", "2027-03-03", "2027-03-09")
        .under("Epic")
        .link("Before", "Epic")
        .build();
    let plan = shifted(&plan, "Before", 4);
    assert_eq!(days_of(&plan, "Before").1, "2027-03-04");
    assert_eq!(days_of(&plan, "One"), ("2027-03-05".to_owned(), "2027-03-11".to_owned()));
    assert_eq!(days_of(&plan, "Two"), ("2027-03-09".to_owned(), "2027-03-15".to_owned()));
}

#[test]
fn an_end_that_is_set_past_the_other_moves_the_working_length() {
    let plan = chain(true);
    let set = |edit: ItemEdit| {
        let ids = vec![item_id(&plan, "Other")];
        days_of(&after(&plan, &Operation::EditItems { ids, edit }), "Other")
    };
    let days = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(set(ItemEdit::Start(day("2027-03-17"))), days("2027-03-17", "2027-03-23"));
    assert_eq!(
        set(ItemEdit::Start(day("2027-03-20"))),
        days("2027-03-20", "2027-03-29"),
        "a day that is asked for"
    );
    assert_eq!(set(ItemEdit::End(day("2027-03-03"))), days("2027-02-25", "2027-03-03"));
    assert_eq!(set(ItemEdit::Start(day("2027-03-10"))), days("2027-03-10", "2027-03-12"));
}

#[test]
fn a_push_out_of_the_years_of_a_plan_is_refused_as_a_whole() {
    let plan = pushing(false)
        .feature("", "One", "2199-11-01", "2199-11-30")
        .feature("", "Two", "2199-12-02", "2199-12-31")
        .link("One", "Two")
        .build();
    let operation = Operation::MoveItems { ids: vec![item_id(&plan, "One")], days: 7, lane: vec![] };
    assert!(matches!(refusal(&plan, &operation), RuleViolation::DayOutOfRange { .. }));
    assert_eq!(item(&plan, "Two").schedule.span(), Some(span("2199-12-02", "2199-12-31")));
}
