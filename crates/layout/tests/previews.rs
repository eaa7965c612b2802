//! Where bars stand that a gesture takes to another lane, and what is told of that.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

use milepost_layout::{Node, Preview, PreviewItem, Shape, Timeline, Viewport};
use milepost_plan::{AspectValue, Horizon, ItemEdit, ItemId, Operation, Plan, Schedule, ViewSettings};
use milepost_testkit::fonts::fonts;
use milepost_testkit::{PlanBuilder, day, item, theme};

fn plan() -> Plan {
    PlanBuilder::new("Lanes")
        .theme("One")
        .theme("Two")
        .feature("One", "First", "2027-01-04", "2027-03-05")
        .feature("One", "Second", "2027-02-01", "2027-04-02")
        .feature("One", "Third", "2027-02-15", "2027-04-16")
        .feature("Two", "There", "2027-02-08", "2027-02-26")
        .horizon("Two", "At once", Horizon::Now)
        .horizon("Two", "Soon", Horizon::Next)
        .build()
}

fn preview_of(plan: &Plan, operation: &Operation) -> (Timeline, Preview) {
    let timeline = Timeline::new(plan, ViewSettings::default(), 2.5, day("2027-01-01"), &fonts());
    let change_set = operation.change(plan).unwrap();
    let mut changed = plan.clone();
    changed.accept(&change_set);
    let preview = timeline.preview(&changed, &change_set.changes, Viewport::ALL, &fonts());
    (timeline, preview)
}

fn ids(plan: &Plan, titles: &[&str]) -> Vec<ItemId> {
    titles.iter().map(|title| item(plan, title).id).collect()
}

fn told<'p>(preview: &'p Preview, plan: &Plan, title: &str) -> &'p PreviewItem {
    let id = item(plan, title).id;
    preview.items.iter().find(|item| item.id == id).unwrap()
}

#[test]
fn bars_that_come_to_a_lane_together_stand_clear_of_each_other_and_of_what_is_there() {
    let plan = plan();
    let lane = vec![AspectValue::Theme(Some(theme(&plan, "Two").id))];
    let titles = ["First", "Second", "Third"];
    let moved = Operation::MoveItems { ids: ids(&plan, &titles), days: 0, lane };
    let (timeline, preview) = preview_of(&plan, &moved);
    let mut stand = vec![timeline.rect_of(item(&plan, "There").id).unwrap()];
    for title in titles {
        let item = told(&preview, &plan, title);
        assert_eq!(item.lane.as_deref(), Some("Two"));
        let rect = item.rects[0];
        assert!(!stand.iter().any(|other| other.intersects(rect)), "{title} at {rect:?} among {stand:?}");
        stand.push(rect);
    }
}

#[test]
fn a_bar_that_stays_in_its_lane_tells_of_none_and_keeps_its_row() {
    let plan = plan();
    let moved = Operation::MoveItems { ids: ids(&plan, &["Second"]), days: -60, lane: vec![] };
    let (timeline, preview) = preview_of(&plan, &moved);
    let (told, stood) =
        (told(&preview, &plan, "Second"), timeline.rect_of(item(&plan, "Second").id).unwrap());
    assert_eq!((told.lane.as_deref(), told.rects[0].y), (None, stood.y));
}

/// The timeline as it is once an operation has been done.
fn after(plan: &Plan, operation: &Operation) -> Timeline {
    let mut changed = plan.clone();
    changed.accept(&operation.change(plan).unwrap());
    Timeline::new(&changed, ViewSettings::default(), 2.5, day("2027-01-01"), &fonts())
}

#[test]
fn chips_that_come_to_a_horizon_stand_where_they_will_and_those_behind_them_make_room() {
    let plan = plan();
    let edit = ItemEdit::Schedule(Schedule::Horizon { horizon: Horizon::Now });
    let moved = Operation::EditItems { ids: ids(&plan, &["First", "Second"]), edit };
    let (_, preview) = preview_of(&plan, &moved);
    let then = after(&plan, &moved);
    let at_once = item(&plan, "At once").id;
    let key = format!("bar:{at_once}");
    let drawn = preview.nodes.iter().find(|node| node.key == key).unwrap();
    let rect = then.rect_of(at_once).unwrap();
    for title in ["First", "Second"] {
        let told = told(&preview, &plan, title);
        let will = then.rect_of(told.id).unwrap();
        assert_eq!((told.lane.as_deref(), told.rects[0].x), (Some("Now"), will.x), "{title}");
        assert!(will.right() < rect.x, "it comes before in the order by hand");
    }
    assert!((drawn.bounds().right() - rect.right()).abs() < 2.0, "{drawn:?} is not at {rect:?}");
    assert_eq!(preview.lifted, [key]);
}

#[test]
fn chips_before_the_one_that_comes_to_a_horizon_stay_where_they_are() {
    let plan = plan();
    let edit = ItemEdit::Schedule(Schedule::Horizon { horizon: Horizon::Now });
    let moved = Operation::EditItems { ids: ids(&plan, &["Soon"]), edit };
    let (timeline, preview) = preview_of(&plan, &moved);
    let rect = told(&preview, &plan, "Soon").rects[0];
    assert!(rect.x > timeline.rect_of(item(&plan, "At once").id).unwrap().right());
    assert_eq!(preview.lifted, [""; 0]);
}

#[test]
fn a_lane_that_has_to_grow_for_what_comes_lies_over_the_next_one() {
    let plan = plan();
    let lane = vec![AspectValue::Theme(Some(theme(&plan, "Two").id))];
    let moved = Operation::MoveItems { ids: ids(&plan, &["First", "Second"]), days: 0, lane };
    let (timeline, preview) = preview_of(&plan, &moved);
    let [room] = preview.grown[..] else { panic!("no room") };
    // What stands in the next lane is seen through it.
    let covers = |node: &Node| matches!(node.shape, Shape::Rect { rect, fill: Some(_), .. } if rect == room);
    assert!(!preview.nodes.iter().any(covers));
    let bottom = ["First", "Second"].map(|title| told(&preview, &plan, title).rects[0].bottom());
    assert!(bottom.iter().all(|bottom| *bottom < room.bottom()), "{bottom:?} in {room:?}");
    let stands = timeline.rect_of(item(&plan, "There").id).unwrap();
    assert!(room.y > stands.bottom());
    // What is in a row that the lane has takes no more room.
    let lane = vec![AspectValue::Theme(Some(theme(&plan, "Two").id))];
    let beside = Operation::MoveItems { ids: ids(&plan, &["First"]), days: 90, lane };
    assert_eq!(preview_of(&plan, &beside).1.grown, []);
}
