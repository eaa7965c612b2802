use milepost_plan::{
    AspectValue, Edge, Horizon, Id, ItemEdit, ItemKind, Operation, RuleViolation, Schedule, Span, Status,
    ThemeId,
};
use milepost_testkit::{PlanBuilder, day, id, item, span, theme};

use crate::{after, changes_nothing, item_id, plan, refusal};

fn shift(titles: &[&str], days: i32, lane: Vec<AspectValue>) -> Operation {
    Operation::MoveItems { ids: titles.iter().map(|title| item_id(&plan(), title)).collect(), days, lane }
}

fn resize(title: &str, edge: Edge, to: &str) -> Operation {
    let span = item(&plan(), title).schedule.span();
    let end = span.map(|span| if edge == Edge::Start { span.first } else { span.last });
    Operation::ResizeItems {
        ids: vec![item_id(&plan(), title)],
        edge,
        days: end.map_or(1, |end| day(to).days_since(end)),
    }
}

#[test]
fn a_move_keeps_the_length_and_the_lane() {
    let plan = after(&plan(), &shift(&["Templates", "Alerts"], 30, vec![]));
    assert_eq!(item(&plan, "Templates").schedule.span(), Some(span("2027-02-03", "2027-02-14")));
    assert_eq!(item(&plan, "Alerts").schedule.span(), Some(span("2027-03-03", "2027-03-14")));
    assert_eq!(item(&plan, "Templates").theme, Some(theme(&plan, "Reporting").id));
}

#[test]
fn a_change_of_lane_keeps_the_days() {
    let quality = theme(&plan(), "Quality").id;
    let dropped = after(&plan(), &shift(&["Templates"], 0, vec![AspectValue::Theme(Some(quality))]));
    assert_eq!(item(&dropped, "Templates").theme, Some(quality));
    assert_eq!(item(&dropped, "Templates").schedule, item(&plan(), "Templates").schedule);
    let out = after(&dropped, &shift(&["Templates"], -3, vec![AspectValue::Theme(None)]));
    assert_eq!(item(&out, "Templates").theme, None);
    assert_eq!(item(&out, "Templates").schedule.span(), Some(span("2027-01-01", "2027-01-12")));
}

#[test]
fn an_item_without_days_changes_its_lane_but_is_not_moved_in_time() {
    let lane = vec![AspectValue::Theme(Some(theme(&plan(), "Quality").id))];
    let dropped = after(&plan(), &shift(&["Loose"], 0, lane.clone()));
    assert_eq!(item(&dropped, "Loose").theme, Some(theme(&plan(), "Quality").id));
    let not_dated = RuleViolation::NotDated { title: "Loose".to_owned() };
    assert_eq!(refusal(&plan(), &shift(&["Templates", "Loose"], 1, lane)), not_dated);
    assert_eq!(refusal(&plan(), &resize("Loose", Edge::End, "2027-01-01")), not_dated);
}

#[test]
fn what_is_dropped_on_a_lane_gets_all_that_the_lane_stands_for() {
    let lane = vec![AspectValue::Status(Status::Done), AspectValue::Owner("Ada ".to_owned())];
    let dropped = after(&plan(), &shift(&["Templates", "Alerts"], 1, lane));
    for title in ["Templates", "Alerts"] {
        let item = item(&dropped, title);
        assert_eq!((item.status, item.owner.as_str()), (Status::Done, "Ada"));
    }
    let under_itself = AspectValue::Parent(Some(item_id(&plan(), "Templates")));
    let refused = refusal(&plan(), &shift(&["Templates"], 1, vec![under_itself]));
    assert!(!matches!(refused, RuleViolation::NotDated { .. }), "{refused}");
}

#[test]
fn an_item_named_twice_is_moved_once() {
    let plan = after(&plan(), &shift(&["Templates", "Templates"], 1, vec![]));
    assert_eq!(item(&plan, "Templates").schedule.span(), Some(span("2027-01-05", "2027-01-16")));
}

#[test]
fn a_move_by_nothing_changes_nothing() {
    assert!(changes_nothing(&plan(), &shift(&["Templates"], 0, vec![])));
    let own = vec![AspectValue::Theme(Some(theme(&plan(), "Reporting").id))];
    assert!(changes_nothing(&plan(), &shift(&["Templates"], 0, own)));
}

#[test]
fn nothing_is_moved_to_a_lane_that_is_gone_or_out_of_the_years_of_a_plan() {
    let gone: ThemeId = id(99);
    let operation = shift(&["Templates"], 0, vec![AspectValue::Theme(Some(gone))]);
    assert_eq!(refusal(&plan(), &operation), RuleViolation::Missing { word: "theme", id: gone.uuid() });
    let edge = PlanBuilder::new("Edge").feature("", "Last", "2199-12-30", "2199-12-31").build();
    let ids = vec![item_id(&edge, "Last")];
    let over = Operation::MoveItems { ids: ids.clone(), days: 1, lane: vec![] };
    assert_eq!(refusal(&edge, &over), RuleViolation::DayOutOfRange { day: day("2200-01-01") });
    for days in [i32::MIN, i32::MAX] {
        let far = Operation::MoveItems { ids: ids.clone(), days, lane: vec![] };
        assert!(matches!(refusal(&edge, &far), RuleViolation::DayOutOfRange { .. }));
    }
}

#[test]
fn either_end_is_moved_up_to_the_other() {
    let longer = after(&plan(), &resize("Templates", Edge::End, "2027-03-31"));
    assert_eq!(item(&longer, "Templates").schedule.span(), Some(span("2027-01-04", "2027-03-31")));
    let one_day = after(&plan(), &resize("Templates", Edge::Start, "2027-01-15"));
    assert_eq!(item(&one_day, "Templates").schedule.span(), Some(span("2027-01-15", "2027-01-15")));
    assert!(changes_nothing(&plan(), &resize("Templates", Edge::Start, "2027-01-04")));
}

#[test]
fn several_are_resized_together_each_once_or_none_of_them() {
    let ids: Vec<_> = ["Templates", "Alerts", "Templates"].map(|title| item_id(&plan(), title)).into();
    let both = Operation::ResizeItems { ids: ids.clone(), edge: Edge::End, days: 3 };
    let longer = after(&plan(), &both);
    assert_eq!(item(&longer, "Templates").schedule.span(), Some(span("2027-01-04", "2027-01-18")));
    assert_eq!(item(&longer, "Alerts").schedule.span(), Some(span("2027-02-01", "2027-02-15")));
    let with_loose = [ids, vec![item_id(&plan(), "Loose")]].concat();
    let refused = Operation::ResizeItems { ids: with_loose, edge: Edge::End, days: 3 };
    assert_eq!(refusal(&plan(), &refused), RuleViolation::NotDated { title: "Loose".to_owned() });
}

#[test]
fn a_resize_is_called_by_what_is_resized() {
    let label = |titles: &[&str]| {
        let ids = titles.iter().map(|title| item_id(&plan(), title)).collect();
        Operation::ResizeItems { ids, edge: Edge::End, days: 1 }.label(&plan())
    };
    assert_eq!(label(&["Templates", "Templates"]), "Resize feature");
    assert_eq!(label(&["Templates", "Alerts", "Story"]), "Resize 3 items");
}

#[test]
fn an_end_that_is_moved_past_the_other_leaves_one_day() {
    let start = after(&plan(), &resize("Templates", Edge::Start, "2027-01-16"));
    assert_eq!(item(&start, "Templates").schedule.span(), Some(span("2027-01-15", "2027-01-15")));
    let end = after(&plan(), &resize("Templates", Edge::End, "2026-12-03"));
    assert_eq!(item(&end, "Templates").schedule.span(), Some(span("2027-01-04", "2027-01-04")));
    let both = Operation::ResizeItems {
        ids: ["Templates", "Alerts"].map(|title| item_id(&end, title)).to_vec(),
        edge: Edge::End,
        days: -1,
    };
    let both = after(&end, &both);
    assert_eq!(item(&both, "Templates").schedule, item(&end, "Templates").schedule);
    assert_eq!(item(&both, "Alerts").schedule.span(), Some(span("2027-02-01", "2027-02-11")));
}

#[test]
fn an_end_is_not_moved_out_of_the_years_of_a_plan() {
    let out = resize("Templates", Edge::End, "2200-01-01");
    assert_eq!(refusal(&plan(), &out), RuleViolation::DayOutOfRange { day: day("2200-01-01") });
}

#[test]
fn a_lane_of_a_horizon_gives_it_and_the_lane_without_one_takes_nothing() {
    let to = |horizon| Operation::MoveItems {
        ids: vec![item_id(&plan(), "Templates")],
        days: 0,
        lane: vec![AspectValue::Horizon(horizon)],
    };
    let later = after(&plan(), &to(Some(Horizon::Later)));
    assert_eq!(item(&later, "Templates").schedule, Schedule::Horizon { horizon: Horizon::Later });
    assert!(changes_nothing(&plan(), &to(None)), "it says nothing of the days to have");
}

#[test]
fn all_are_given_the_same_first_or_last_day_in_one_step() {
    let start = plan();
    let titles = ["Templates", "Story", "Alerts", "Loose"];
    let ids = titles.map(|title| item_id(&start, title)).to_vec();
    let edit = |edit: ItemEdit| after(&start, &Operation::EditItems { ids: ids.clone(), edit });
    let begun = edit(ItemEdit::Start(day("2027-01-10")));
    let ended = edit(ItemEdit::End(day("2027-01-10")));
    for title in titles {
        let before = item(&start, title).schedule.span();
        let length = before.map_or(28, Span::days);
        let (first, last) = (day("2027-01-10"), day("2027-01-10"));
        let begins = item(&begun, title).schedule.span();
        let until = before.map(|span| span.last).filter(|last| *last >= first);
        assert_eq!(begins, Some(Span { first, last: until.unwrap_or(first.plus(length - 1)) }), "{title}");
        let ends = item(&ended, title).schedule.span();
        let from = before.map(|span| span.first).filter(|first| *first <= last);
        assert_eq!(ends, Some(Span { first: from.unwrap_or(last.plus(1 - length)), last }), "{title}");
    }
    assert_eq!(
        Operation::EditItems { ids: vec![ids[0]], edit: ItemEdit::Start(day("2027-01-10")) }.label(&start),
        "Schedule feature"
    );
}

#[test]
fn a_number_of_days_counts_from_the_first_day_that_there_is_by_then() {
    let start = plan();
    let id = item_id(&start, "Templates");
    let edit = |edit: ItemEdit| Operation::EditItems { ids: vec![id], edit };
    let begun = after(&start, &edit(ItemEdit::Start(day("2027-01-06"))));
    let lengthened = after(&begun, &edit(ItemEdit::Days(10)));
    let span = Span { first: day("2027-01-06"), last: day("2027-01-15") };
    assert_eq!(item(&lengthened, "Templates").schedule.span(), Some(span));
    assert_eq!(edit(ItemEdit::Days(10)).label(&start), "Resize feature");
    for days in [0, -3, i32::MIN, i32::MAX] {
        let refused = refusal(&start, &edit(ItemEdit::Days(days)));
        assert!(matches!(
            refused,
            RuleViolation::EndBeforeStart { .. } | RuleViolation::DayOutOfRange { .. }
        ));
    }
    let loose = Operation::EditItems { ids: vec![item_id(&start, "Loose")], edit: ItemEdit::Days(5) };
    assert_eq!(refusal(&start, &loose), RuleViolation::NotDated { title: "Loose".to_owned() });
}

#[test]
fn an_epic_that_spans_what_it_holds_has_no_end_to_set() {
    let plan = PlanBuilder::new("Plan")
        .item(ItemKind::Epic, "Reports")
        .feature("", "Templates", "2027-01-04", "2027-01-15")
        .under("Reports")
        .build();
    let ids = vec![item(&plan, "Reports").id];
    for edit in [ItemEdit::End(day("2027-02-01")), ItemEdit::Days(5)] {
        let operation = Operation::EditItems { ids: ids.clone(), edit };
        assert!(matches!(refusal(&plan, &operation), RuleViolation::SpansWhatItHolds { .. }));
    }
}
