//! What holds for every plan, whatever is in it and however it came about.

// Reason for length: the checks and the properties that use them are read together.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

#[macro_use]
mod plans;
mod random;

use std::collections::{HashMap, HashSet};

use milepost_layout::{Node, Rect, RegionKind, Scene, Shape, Target, Timeline, Viewport};
use milepost_plan::{
    Aspect, Change, Filter, Fulfilment, ItemEdit, ItemId, ItemKind, NewItem, Operation, Plan, Roadmap,
    Schedule, Span, Status, Timing, ViewSettings,
};
use milepost_testkit::{PlanBuilder, day, id, item};
use proptest::prelude::*;
use random::{Desk, any_views, desks, money_views, need_views, tries, views};

/// Scales from quarters to weeks, and beyond.
fn scales() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![0.3, 0.7, 2.5, 12.0, 30.0])
}

fn timeline(plan: &Plan, view: &ViewSettings, scale: f64) -> Timeline {
    Timeline::new(plan, view.clone(), scale, day(plans::TODAY), plans::fonts())
}

/// Everything on the surface, with as much around it as any viewport of these tests may show.
fn whole(timeline: &Timeline, plan: &Plan) -> Scene {
    let extent = timeline.extent();
    const AROUND: f64 = 1_000.0;
    let width = extent.right - extent.left + 2.0 * AROUND;
    let (left, height) = (extent.left - AROUND, extent.height + 2.0 * AROUND);
    let viewport = Viewport { left, top: -AROUND, width, height };
    timeline.scene(plan, viewport, plans::fonts())
}

/// A view of all kinds of work item.
fn bars(scene: &Scene) -> Vec<(ItemId, Rect)> {
    let body = scene.region(RegionKind::Body).iter();
    let bars = body.filter_map(|node| match (&node.target, &node.shape) {
        (Some(Target::Item { id }), Shape::Rect { rect, .. }) => Some((*id, *rect)),
        _ => None,
    });
    bars.collect()
}

fn texts(nodes: &[Node]) -> Vec<(&str, Rect)> {
    let runs = nodes.iter().filter_map(|node| match &node.shape {
        Shape::Text(run) => {
            let box_ = Rect::new(run.at.x, run.at.y - 0.75 * run.size, run.width, 0.95 * run.size);
            Some((run.text.as_str(), box_))
        }
        _ => None,
    });
    runs.filter(|(text, _)| *text != "!").collect()
}

fn check_bars(plan: &Plan, scene: &Scene) {
    let bars = bars(scene);
    for (index, (_, one)) in bars.iter().enumerate() {
        for (_, other) in &bars[index + 1..] {
            assert!(!one.intersects(*other), "{one:?} covers {other:?}");
        }
    }
    let names: HashMap<&str, &str> = scene
        .region(RegionKind::Body)
        .iter()
        .filter_map(|node| match &node.shape {
            Shape::Text(run) => Some((node.key.as_str(), run.text.as_str())),
            _ => None,
        })
        .collect();
    for (id, rect) in &bars {
        let title = &plan.items().get(*id).unwrap().title;
        let name = names.get(format!("bar:{id}/name").as_str());
        let name = name.unwrap_or_else(|| panic!("“{title}” has no name at {rect:?}"));
        let kept = name.strip_suffix('…').unwrap_or(name);
        assert!(
            *name == title || (title.starts_with(kept) && kept.chars().count() >= 3),
            "{name} of {title}"
        );
    }
}

/// Needs stand apart, each with its statement, and hold what serves them.
fn check_needs(plan: &Plan, scene: &Scene) {
    let body = scene.region(RegionKind::Body);
    let rects = |wanted: fn(&Target) -> bool| {
        body.iter().filter_map(move |node| match (&node.target, &node.shape) {
            (Some(target), Shape::Rect { rect, .. }) if wanted(target) => Some((node, *rect)),
            _ => None,
        })
    };
    let needs: Vec<(&Node, Rect)> = rects(|target| matches!(target, Target::Need { .. })).collect();
    for (index, (one, place)) in needs.iter().enumerate() {
        for (other, other_place) in &needs[index + 1..] {
            assert!(!place.intersects(*other_place), "{} covers {}", one.key, other.key);
        }
        let Some(Target::Need { id }) = one.target else { continue };
        let need = plan.needs().get(id).unwrap();
        let name = body.iter().find(|node| node.key == format!("{}/name", one.key));
        let Some(Shape::Text(run)) = name.map(|node| &node.shape) else {
            panic!("“{}” has no name", need.statement)
        };
        let kept = run.text.strip_suffix('…').unwrap_or(&run.text);
        assert!(
            run.text == need.statement || (need.statement.starts_with(kept) && kept.chars().count() >= 3)
        );
    }
    for (segment, place) in rects(|target| matches!(target, Target::Item { .. })) {
        let key = thing(segment);
        let (_, need) = needs.iter().find(|(node, _)| node.key == key).unwrap();
        assert!(
            place.x >= need.x - 0.01 && place.right() <= need.right() + 0.01,
            "{} stands out",
            segment.key
        );
        assert!(place.y > need.y && place.bottom() < need.bottom());
    }
}

fn check_texts(nodes: &[Node]) {
    let texts = texts(nodes);
    for (index, (one, place)) in texts.iter().enumerate() {
        for (other, other_place) in &texts[index + 1..] {
            assert!(!place.intersects(*other_place), "“{one}” runs into “{other}”");
        }
    }
}

fn check_keys(scene: &Scene) {
    for region in &scene.regions {
        let mut seen = HashSet::new();
        for node in &region.nodes {
            assert!(seen.insert(&node.key), "{} stands twice in {:?}", node.key, region.kind);
        }
    }
}

/// A node as far as it can be told inside an area: what goes on for ever is cut there.
fn seen_in(node: &Node, area: Rect) -> Node {
    let mut node = node.clone();
    match &mut node.shape {
        Shape::Rect { rect, .. } => {
            let (x, y) = (rect.x.max(area.x), rect.y.max(area.y));
            let (right, bottom) = (rect.right().min(area.right()), rect.bottom().min(area.bottom()));
            // A tenth of a thousandth is what adding up in another order may cost.
            let near = |value: f64| (value * 1e4).round() / 1e4;
            *rect = Rect::new(near(x), near(y), near(right - x), near(bottom - y));
        }
        // Lines down through the lanes end below whatever is in sight.
        Shape::Path { steps, .. } if node.key == "today" || node.key.ends_with("/line") => steps.truncate(1),
        // The line of a cap begins and ends where the viewport does.
        Shape::Path { steps, .. } if node.key.starts_with("money:") => steps.clear(),
        _ => {}
    }
    node
}

/// The key of what a node belongs to.
fn thing(node: &Node) -> &str {
    node.key.split('/').next().unwrap()
}

/// What a viewport shows is what the whole scene shows there, and nothing that is not there.
fn check_viewport(timeline: &Timeline, plan: &Plan, viewport: Viewport) {
    let all = whole(timeline, plan);
    let part = timeline.scene(plan, viewport, plans::fonts());
    for (region, area) in [
        (RegionKind::Body, part.covers),
        (RegionKind::Axis, Rect { y: 0.0, height: 1e9, ..part.covers }),
        (RegionKind::LaneNames, Rect { x: 0.0, width: 1e9, ..part.covers }),
    ] {
        // A curve goes on to the points around what is in sight, so what its bounds touch says nothing of it.
        let is_curve = |node: &Node| node.key.starts_with("money:") && node.key.contains("/curve/");
        let touches = |node: &&Node| node.bounds().intersects(area) && !is_curve(node);
        let expected: Vec<Node> =
            all.region(region).iter().filter(touches).map(|node| seen_in(node, area)).collect();
        let found: Vec<Node> =
            part.region(region).iter().filter(touches).map(|node| seen_in(node, area)).collect();
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{region:?} of {viewport:?}");
        }
        let keys = |nodes: &[Node]| nodes.iter().map(|node| node.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&found), keys(&expected), "{region:?} of {viewport:?}");
    }
    let slots = part.region(RegionKind::Body).iter().filter(|node| node.target.is_some());
    for node in slots {
        let family = part.region(RegionKind::Body).iter().filter(|other| other.key.starts_with(thing(node)));
        let is_there = family.into_iter().any(|node| node.bounds().intersects(part.covers));
        assert!(is_there || node.key.ends_with("/ground"), "{} is out of sight", node.key);
    }
}

#[test]
fn every_plan_keeps_bars_apart_and_named() {
    for (_name, plan) in plans::all() {
        for scale in [0.3, 0.7, 2.5, 12.0] {
            let timeline = timeline(&plan, &ViewSettings::default(), scale);
            let scene = whole(&timeline, &plan);
            check_bars(&plan, &scene);
            check_texts(scene.region(RegionKind::Body));
            check_texts(scene.region(RegionKind::LaneNames));
            check_keys(&scene);
        }
    }
}

#[test]
fn a_crowd_keeps_bars_apart_and_named() {
    let plan = milepost_samples::generated_plan(600, 7);
    for scale in [0.7, 2.5] {
        let scene = whole(&timeline(&plan, &ViewSettings::default(), scale), &plan);
        check_bars(&plan, &scene);
        check_texts(scene.region(RegionKind::Body));
        check_keys(&scene);
    }
}

#[test]
fn a_viewport_from_nowhere_does_no_harm() {
    let plan = plans::typical();
    let timeline = timeline(&plan, &ViewSettings::default(), 2.5);
    for left in [f64::MIN, -1e300, 1e12, 1e300, f64::NAN, f64::INFINITY] {
        for size in [0.0, 1.0, 1e15, f64::INFINITY, f64::NAN, -5.0] {
            let viewport = Viewport { left, top: left, width: size, height: size };
            let scene = timeline.scene(&plan, viewport, plans::fonts());
            let nodes: usize = scene.regions.iter().map(|region| region.nodes.len()).sum();
            assert!(nodes < 30_000, "{nodes} nodes in {viewport:?}");
        }
    }
}

#[test]
fn what_is_dropped_where_a_lane_is_hidden_moves_no_other() {
    let plan = plans::horizons();
    let whole = whole(&timeline(&plan, &ViewSettings::default(), 2.5), &plan);
    let lanes: Vec<&str> =
        whole.region(RegionKind::LaneNames).iter().filter_map(|node| node.name.as_deref()).collect();
    assert_eq!(
        lanes,
        [
            "0 milestones",
            "Lane A, 0 items",
            "Lane B, 0 items",
            "Lane Now, 1 item",
            "Lane Next, 1 item",
            "Lane Later, 2 items"
        ]
    );
}

/// A feature with a story under the first of two epics, and another story beside it.
fn tree() -> Plan {
    PlanBuilder::new("Tree")
        .item(ItemKind::Epic, "A")
        .item(ItemKind::Epic, "B")
        .feature("", "Held", "2027-01-04", "2027-01-15")
        .under("A")
        .feature("", "Story", "2027-01-04", "2027-01-08")
        .with(|item| item.kind = ItemKind::UserStory)
        .under("Held")
        .feature("", "Dropped", "2027-02-01", "2027-02-12")
        .with(|item| item.status = Status::Dropped)
        .under("A")
        .build()
}

fn view_of(filter: Filter) -> ViewSettings {
    ViewSettings { kinds: ItemKind::ALL.to_vec(), filter, ..ViewSettings::default() }
}

/// Carries out an operation; answers its changes.
fn done(plan: &mut Plan, operation: &Operation) -> Vec<Change> {
    let change_set = operation.change(plan).unwrap();
    plan.accept(&change_set);
    change_set.changes
}

fn check_followed(following: &Timeline, plan: &Plan) {
    let new = timeline(plan, following.view(), following.scale());
    assert_eq!(whole(following, plan), whole(&new, plan));
}

#[test]
fn what_hangs_under_an_item_follows_it_into_the_filter_and_out() {
    let mut plan = tree();
    let epic = |plan: &Plan, title| Some(item(plan, title).id);
    for parents in [vec![epic(&plan, "A")], vec![epic(&plan, "B")], vec![None]] {
        let view = view_of(Filter { parents, ..Filter::default() });
        let mut following = timeline(&plan, &view, 2.5);
        for parent in [epic(&plan, "B"), None, epic(&plan, "A")] {
            let ids = vec![item(&plan, "Held").id];
            let changes = done(&mut plan, &Operation::EditItems { ids, edit: ItemEdit::Parent(parent) });
            following.update(&plan, &changes, plans::fonts());
            check_followed(&following, &plan);
        }
    }
}

#[test]
fn what_a_filter_names_hides_nothing_once_it_is_deleted() {
    let start = PlanBuilder::new("Plan")
        .theme("Reporting")
        .item(ItemKind::Epic, "A")
        .feature("Reporting", "Held", "2027-01-04", "2027-01-15")
        .under("A")
        .feature("", "Free", "2027-01-04", "2027-01-15")
        .customer("Finance", 5)
        .need("Read at eight", &[])
        .serves("Free", "Read at eight", Fulfilment::Fully)
        .budget_line("People")
        .cost("People", "Free", 100_000, Timing::Spread { span: None })
        .cost("People", "Held", 100_000, Timing::Spread { span: None })
        .build();
    let epic = item(&start, "A").id;
    let theme = start.themes().iter().next().map(|theme| theme.id);
    let customer = start.customers().iter().next().unwrap().id;
    let named = [
        (Filter { themes: vec![theme], ..Filter::default() }, Operation::DeleteTheme { id: theme.unwrap() }),
        (
            Filter { parents: vec![Some(epic)], ..Filter::default() },
            Operation::DeleteItems { ids: vec![epic] },
        ),
        (
            Filter { customers: vec![customer], ..Filter::default() },
            Operation::DeleteCustomer { id: customer },
        ),
    ];
    for (filter, delete) in &named {
        for roadmap in [Roadmap::Features, Roadmap::Needs, Roadmap::Budget] {
            let unfolded = start.budget_lines().iter().map(|line| line.id).collect();
            let view = ViewSettings { roadmap, unfolded, lanes_by: None, ..view_of(filter.clone()) };
            let mut plan = start.clone();
            let free = item(&plan, "Free").id;
            let mut following = timeline(&plan, &view, 2.5);
            assert!(following.rects_of(&plan, free).is_empty(), "{roadmap:?} {filter:?}");
            let changes = done(&mut plan, delete);
            following.update(&plan, &changes, plans::fonts());
            assert_eq!(following.rects_of(&plan, free).len(), 1, "{roadmap:?} {filter:?}");
            check_followed(&following, &plan);
        }
    }
}

#[test]
fn an_epic_that_comes_to_stand_in_the_days_of_the_filter_folds_what_it_holds() {
    let mut plan = tree();
    let view = ViewSettings {
        collapsed_epics: vec![item(&plan, "A").id],
        ..view_of(Filter { from: Some(day("2027-02-10")), to: Some(day("2027-02-10")), ..Filter::default() })
    };
    for days in [30, -30] {
        let mut following = timeline(&plan, &view, 2.5);
        let ids = vec![item(&plan, "Held").id];
        let changes = done(&mut plan, &Operation::MoveItems { ids, days, lane: vec![] });
        following.update(&plan, &changes, plans::fonts());
        check_followed(&following, &plan);
    }
}

#[test]
fn changes_may_be_followed_late_and_by_what_was_made_with_them() {
    let mut plan = tree();
    let view = view_of(Filter::default());
    let mut following = timeline(&plan, &view, 2.5);
    let ids = vec![item(&plan, "Held").id];
    let moved = Operation::MoveItems { ids, days: 7, lane: vec![] };
    let changes = [&moved, &moved].map(|moved| done(&mut plan, moved));
    for changes in changes.iter().rev() {
        following.update(&plan, changes, plans::fonts());
    }
    check_followed(&following, &plan);
    let span = Schedule::from(Span { first: day("2027-01-04"), last: day("2027-01-15") });
    let new = NewItem { schedule: span, ..NewItem::new(id(99), ItemKind::Feature, "New") };
    let added = done(&mut plan, &Operation::AddItem { item: new });
    let mut made_with_it = timeline(&plan, &view, 2.5);
    made_with_it.update(&plan, &added, plans::fonts());
    check_followed(&made_with_it, &plan);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bars_of_a_row_do_not_overlap_and_all_are_named(desk in desks(), view in views(), scale in scales()) {
        let timeline = timeline(&desk.plan, &view, scale);
        let scene = whole(&timeline, &desk.plan);
        check_bars(&desk.plan, &scene);
        check_texts(scene.region(RegionKind::Body));
        check_keys(&scene);
    }

    #[test]
    fn every_viewport_shows_its_part_of_the_whole(
        desk in desks(),
        view in any_views(),
        scale in scales(),
        (x, y) in (0.0..1.0_f64, 0.0..1.0_f64),
        (width, height) in (1.0..900.0_f64, 1.0..500.0_f64),
    ) {
        let timeline = timeline(&desk.plan, &view, scale);
        let extent = timeline.extent();
        let left = extent.left + x * (extent.right - extent.left - width).max(0.0);
        let viewport = Viewport { left, top: y * extent.height, width, height };
        check_viewport(&timeline, &desk.plan, viewport);
    }

    /// The screen scrolls by moving what is painted, so a strip has to show exactly what a larger part shows there.
    #[test]
    fn strips_show_what_the_viewport_shows(
        desk in desks(),
        view in any_views(),
        scale in scales(),
        offset in 0.0..1.0_f64,
        strip in 1.0..30.0_f64,
    ) {
        let timeline = timeline(&desk.plan, &view, scale);
        let extent = timeline.extent();
        let left = extent.left + offset * (extent.right - extent.left);
        check_viewport(&timeline, &desk.plan, Viewport { left, top: 0.0, width: strip, height: extent.height });
        let top = offset * extent.height;
        check_viewport(&timeline, &desk.plan, Viewport { left: extent.left, top, width: extent.right - extent.left, height: strip });
    }

    #[test]
    fn a_timeline_that_follows_stands_like_a_new_one(
        mut desk in desks(),
        more in prop::collection::vec(tries(), 1..25),
        view in any_views(),
        scale in scales(),
    ) {
        let mut following = timeline(&desk.plan, &view, scale);
        let mut ids: HashSet<ItemId> = desk.plan.items().iter().map(|row| row.id).collect();
        for wanted in &more {
            let Some(change_set) = desk.carry_out(wanted) else { continue };
            following.update(&desk.plan, &change_set.changes, plans::fonts());
            ids.extend(desk.plan.items().iter().map(|row| row.id));

            let new = timeline(&desk.plan, &view, scale);
            prop_assert_eq!(following.extent(), new.extent(), "after {:?}", wanted);
            prop_assert_eq!(whole(&following, &desk.plan), whole(&new, &desk.plan), "after {:?}", wanted);
            for id in &ids {
                let rects = |timeline: &Timeline| timeline.rects_of(&desk.plan, *id);
                prop_assert_eq!(rects(&following), rects(&new), "after {:?}", wanted);
            }
        }
    }

    /// Changes are accepted one after the other, but may be followed in another order, or by what was made with them.
    #[test]
    fn a_timeline_that_follows_late_stands_like_a_new_one(
        mut desk in desks(),
        more in prop::collection::vec(tries(), 2..6),
        view in any_views(),
        scale in scales(),
    ) {
        let mut following = timeline(&desk.plan, &view, scale);
        let mut made_between = Vec::new();
        let mut change_sets = Vec::new();
        for wanted in &more {
            change_sets.extend(desk.carry_out(wanted));
            made_between.push(timeline(&desk.plan, &view, scale));
        }
        let new = timeline(&desk.plan, &view, scale);
        for change_set in change_sets.iter().rev() {
            following.update(&desk.plan, &change_set.changes, plans::fonts());
        }
        for change_set in &change_sets {
            for made in &mut made_between {
                made.update(&desk.plan, &change_set.changes, plans::fonts());
            }
        }
        for followed in made_between.iter().chain([&following]) {
            prop_assert_eq!(followed.extent(), new.extent(), "after {:?}", more);
            prop_assert_eq!(whole(followed, &desk.plan), whole(&new, &desk.plan), "after {:?}", more);
        }
    }

    #[test]
    fn a_timeline_taken_to_another_scale_stands_like_a_new_one(
        mut desk in desks(),
        more in prop::collection::vec(tries(), 1..12),
        view in any_views(),
        (from, to) in (scales(), scales()),
    ) {
        let (before, after) = more.split_at(more.len() / 2);
        let mut followed = timeline(&desk.plan, &view, from);
        for wanted in before {
            let Some(change_set) = desk.carry_out(wanted) else { continue };
            followed.update(&desk.plan, &change_set.changes, plans::fonts());
        }
        let mut taken = followed.at_scale(&desk.plan, to, plans::fonts());
        let new = timeline(&desk.plan, &view, to);
        prop_assert_eq!(taken.extent(), new.extent());
        prop_assert_eq!(whole(&taken, &desk.plan), whole(&new, &desk.plan));
        for wanted in after {
            let Some(change_set) = desk.carry_out(wanted) else { continue };
            taken.update(&desk.plan, &change_set.changes, plans::fonts());
        }
        let new = timeline(&desk.plan, &view, to);
        prop_assert_eq!(whole(&taken, &desk.plan), whole(&new, &desk.plan));
    }

    #[test]
    fn a_preview_is_what_comes_and_changes_nothing(
        desk in desks(),
        wanted in tries(),
        view in views(),
        scale in scales(),
    ) {
        let before = timeline(&desk.plan, &view, scale);
        let untouched = whole(&before, &desk.plan);
        let mut after_desk: Desk = desk.clone();
        let Some(change_set) = after_desk.carry_out(&wanted) else { return Ok(()) };

        let all = Viewport::ALL;
        let preview = before.preview(&after_desk.plan, &change_set.changes, all, plans::fonts());
        prop_assert_eq!(whole(&before, &desk.plan), untouched);
        prop_assert!(preview.elsewhere.is_empty());
        let part = Viewport { left: before.extent().left + 0.4 * before.extent().height, top: 40.0, width: 900.0, height: 90.0 };
        let of_part = before.preview(&after_desk.plan, &change_set.changes, part, plans::fonts());
        let area = Rect::new(part.left, part.top, part.width, part.height);
        // The ground of a lane that grows is cut to what was asked for.
        let of_part_seen: Vec<Node> = of_part.nodes.iter().map(|node| seen_in(node, area)).collect();
        for node in preview.nodes.iter().filter(|node| node.bounds().intersects(area)) {
            prop_assert!(of_part_seen.contains(&seen_in(node, area)), "{} is missing", node.key);
        }
        for item in &preview.items {
            let is_told = of_part.items.contains(item) || of_part.elsewhere.contains(&item.id) || item.is_above;
            prop_assert!(is_told, "{:?} is not told", item.id);
        }
        let mut seen = HashSet::new();
        for node in &preview.nodes {
            prop_assert!(seen.insert(&node.key), "{} stands twice", node.key);
        }
        let after = timeline(&after_desk.plan, &view, scale);
        let changes_lanes = change_set.changes.iter().any(|change| !matches!(change, Change::Item(_)))
            || view.then_by.is_some()
            || matches!(view.lanes_by, Some(Aspect::Owner | Aspect::Parent | Aspect::Horizon | Aspect::Customer | Aspect::Need));
        for item in &preview.items {
            let row = after_desk.plan.items().get(item.id).unwrap();
            prop_assert_eq!((item.schedule, item.theme), (row.schedule, row.theme));
            // A row without a bar is a place, too.
            let place = after.rect_of(item.id).filter(|place| place.width > 0.0);
            // Where lanes may come or go there may be no place to show yet.
            prop_assert!(item.rects.is_empty() || place.is_some() || changes_lanes);
            prop_assert!(!item.rects.is_empty() || place.is_none() || changes_lanes);
            if let (Some(shown), Some(place)) = (item.rects.first().copied(), place)
                && item.schedule.span().is_some()
            {
                prop_assert_eq!((shown.x, shown.width), (place.x, place.width));
            }
        }
    }

    #[test]
    fn needs_of_a_row_do_not_overlap_and_all_are_named(desk in desks(), view in need_views(), scale in scales()) {
        let timeline = timeline(&desk.plan, &view, scale);
        let scene = whole(&timeline, &desk.plan);
        check_needs(&desk.plan, &scene);
        check_texts(scene.region(RegionKind::Body));
        check_keys(&scene);
    }

    /// Every need that a change concerns is drawn as it would stand, as wide as it will, and nothing else is.
    #[test]
    fn a_preview_shows_needs_as_they_would_be(
        desk in desks(),
        wanted in tries(),
        view in need_views(),
        scale in scales(),
    ) {
        let before = timeline(&desk.plan, &view, scale);
        let mut after_desk: Desk = desk.clone();
        let Some(change_set) = after_desk.carry_out(&wanted) else { return Ok(()) };
        let preview = before.preview(&after_desk.plan, &change_set.changes, Viewport::ALL, plans::fonts());
        let mut seen = HashSet::new();
        for node in &preview.nodes {
            prop_assert!(seen.insert(&node.key), "{} stands twice", node.key);
        }
        let after = timeline(&after_desk.plan, &view, scale);
        let (then, now) = (whole(&after, &after_desk.plan), whole(&before, &desk.plan));
        let wide = |scene: &Scene| -> HashMap<String, (f64, f64)> {
            let bars = scene.region(RegionKind::Body).iter().filter(|node| node.key.contains("/bar:"));
            let bars = bars.filter(|node| matches!(node.target, Some(Target::Item { .. })));
            bars.map(|node| (node.key.clone(), (node.bounds().x, node.bounds().width))).collect()
        };
        let (then, now) = (wide(&then), wide(&now));
        let drawn: HashMap<&str, &Node> = preview.nodes.iter().map(|node| (node.key.as_str(), node)).collect();
        let has_other_lanes = change_set.changes.iter().any(|change| !matches!(change, Change::Item(_) | Change::Need(_)));
        for (key, place) in then.iter().filter(|(key, place)| now.get(*key).is_some_and(|before| before != *place)) {
            let Some(node) = drawn.get(key.as_str()) else {
                prop_assert!(has_other_lanes, "{key} moves unseen");
                continue;
            };
            let bounds = node.bounds();
            // A conflict has a thicker edge.
            prop_assert!((bounds.x - place.0).abs() < 1.0 && (bounds.width - place.1).abs() < 2.0, "{key} is drawn elsewhere");
        }
        for key in &preview.lifted {
            prop_assert!(key.starts_with("need:"));
        }
    }
    #[test]
    fn bars_on_lines_do_not_overlap_and_say_what_they_cost(
        desk in desks(),
        view in money_views(),
        scale in scales(),
    ) {
        let timeline = timeline(&desk.plan, &view, scale);
        let scene = whole(&timeline, &desk.plan);
        let body = scene.region(RegionKind::Body);
        let is_bar = |node: &&Node| matches!(node.target, Some(Target::Item { .. } | Target::Cost { .. }));
        let bars: Vec<&Node> = body.iter().filter(is_bar).collect();
        for (index, one) in bars.iter().enumerate() {
            for other in &bars[index + 1..] {
                // A conflict has a thicker edge.
                let (a, b) = (one.bounds(), other.bounds());
                let shared = a.right().min(b.right()) - a.x.max(b.x);
                prop_assert!(!a.intersects(b) || shared < 3.5, "{} covers {}", one.key, other.key);
            }
            let amount = format!("{}/name/amount", one.key);
            prop_assert!(body.iter().any(|node| node.key == amount), "{} does not say what it costs", one.key);
        }
        let names: Vec<Node> = body.iter().filter(|node| node.key.contains("/name")).cloned().collect();
        check_texts(&names);
        check_texts(scene.region(RegionKind::LaneNames));
        check_keys(&scene);
    }

    /// Every bar that a change moves is drawn where it would stand, and the money of every line that it moves anew.
    #[test]
    fn a_preview_shows_lines_as_they_would_be(
        desk in desks(),
        wanted in tries(),
        view in money_views(),
        scale in scales(),
    ) {
        let before = timeline(&desk.plan, &view, scale);
        let mut after_desk: Desk = desk.clone();
        let Some(change_set) = after_desk.carry_out(&wanted) else { return Ok(()) };
        let is_other = |change: &Change| matches!(
            change,
            Change::BudgetLine(_) | Change::Settings { .. } | Change::Milestone(_) | Change::Theme(_)
        );
        if change_set.changes.iter().any(is_other) {
            return Ok(());
        }
        let preview = before.preview(&after_desk.plan, &change_set.changes, Viewport::ALL, plans::fonts());
        let after = timeline(&after_desk.plan, &view, scale);
        let (then, now) = (whole(&after, &after_desk.plan), whole(&before, &desk.plan));
        let drawn: HashMap<&str, &Node> = preview.nodes.iter().map(|node| (node.key.as_str(), node)).collect();
        prop_assert_eq!(drawn.len(), preview.nodes.len(), "something stands twice");
        let place = |node: &Node| (node.bounds().x, node.bounds().width);
        let of = |scene: &Scene| -> HashMap<String, Node> {
            let body = scene.region(RegionKind::Body).iter();
            body.filter(|node| node.target.is_some()).map(|node| (node.key.clone(), node.clone())).collect()
        };
        let (then, now) = (of(&then), of(&now));
        for (key, node) in &then {
            if key.starts_with("bar:") && now.get(key).is_none_or(|before| place(before) != place(node)) {
                let shown = drawn.get(key.as_str()).map(|node| place(node));
                prop_assert_eq!(shown, Some(place(node)), "{} is drawn elsewhere", key);
            }
            // What a period comes to is told by its name.
            let is_period = matches!(node.target, Some(Target::Period { .. }));
            if is_period && now.get(key).is_none_or(|before| before.name != node.name) {
                let shown = drawn.get(key.as_str()).and_then(|node| node.name.clone());
                prop_assert_eq!(&shown, &node.name, "{} is another sum", key);
            }
        }
    }
}
