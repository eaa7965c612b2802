//! Golden scenes: what every plan looks like at three scales, node by node, in `tests/golden/scenes/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

mod dump;
#[macro_use]
mod plans;

use std::fmt::Write;

use milepost_layout::{
    LaneKey, Node, Rect, Region, RegionKind, Scene, Shape, TableRow, Target, Timeline, Viewport,
};
use milepost_plan::{
    Arrangement, Aspect, AspectValue, Column, Horizon, ItemKind, Ledger, Moment, Operation, Plan, Roadmap,
    Sort, Timing, ViewSettings, WorkItem,
};
use milepost_testkit::{PlanBuilder, day, golden, item, span};

/// Points per day at which the axis shows weeks, months and quarters.
const SCALES: [(&str, f64); 3] = [("week", 12.0), ("month", 2.5), ("quarter", 0.7)];

/// Plans whose axis is worth reading; it is the same in the others.
const WITH_AXIS: [&str; 7] = [
    "typical",
    "leap_day",
    "ten_years",
    "turn_of_the_century",
    "ends_of_time",
    "sunday_weeks",
    "themes_without_features",
];

/// The scenes of a plan where its first bars stand.
fn scenes(name: &str, plan: &Plan, width: f64, height: f64, top: f64) -> String {
    scenes_of(name, plan, &ViewSettings::default(), Viewport { left: 0.0, top, width, height })
}

/// The same in any view; the viewport's left edge is set where the first bars stand.
fn scenes_of(name: &str, plan: &Plan, view: &ViewSettings, viewport: Viewport) -> String {
    let fonts = plans::fonts();
    let with_axis = WITH_AXIS.contains(&name);
    let mut text = String::new();
    for (name, scale) in SCALES {
        let timeline = Timeline::new(plan, view.clone(), scale, day(plans::TODAY), fonts);
        let air = (120.0 * scale).max(400.0) - 60.0;
        let viewport = Viewport { left: timeline.extent().left + air, ..viewport };
        let scene = timeline.scene(plan, viewport, fonts);
        let _ = writeln!(text, "== {name}: {scale} points per day");
        text.push_str(&dump::scene(&scene, with_axis));
    }
    text
}

macro_rules! tests {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let file = format!("scenes/{}.txt", stringify!($name).replace('_', "-"));
                golden::assert(&file, scenes(stringify!($name), &plans::$name(), 760.0, 420.0, 0.0));
            }
        )*
    };
}
for_each_plan!(tests);

#[test]
fn a_slice_of_a_huge_plan() {
    let plan = milepost_samples::generated_plan(10_000, 1);
    golden::assert("scenes/slice-of-a-huge-plan.txt", scenes("", &plan, 500.0, 150.0, 9_000.0));
}

/// Every way to group, and hues that stand for something else than the lanes.
#[test]
fn lanes_by_everything() {
    let plan = plans::people();
    let views = [
        (Some(Aspect::Status), None, Some(Aspect::Theme)),
        (Some(Aspect::Owner), Some(Aspect::Status), Some(Aspect::Owner)),
        (Some(Aspect::Kind), Some(Aspect::Theme), Some(Aspect::Status)),
        (Some(Aspect::Parent), None, Some(Aspect::Parent)),
        (None, None, None),
    ];
    for (lanes_by, then_by, colour_by) in views {
        let kinds = vec![ItemKind::Epic, ItemKind::Feature];
        let view = ViewSettings { lanes_by, then_by, colour_by, kinds, ..ViewSettings::default() };
        let words = [lanes_by, then_by].into_iter().flatten().map(Aspect::label).collect::<Vec<_>>();
        let name = if words.is_empty() { "nothing".to_owned() } else { words.join("-").to_lowercase() };
        let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 900.0 };
        golden::assert(&format!("scenes/lanes-by-{name}.txt"), scenes_of("lanes", &plan, &view, viewport));
    }
}

#[test]
fn epics_as_brackets() {
    let view = ViewSettings { kinds: vec![ItemKind::Epic, ItemKind::Feature], ..ViewSettings::default() };
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 420.0 };
    golden::assert("scenes/epics-as-brackets.txt", scenes_of("lanes", &plans::epics(), &view, viewport));
}

#[test]
fn a_collapsed_lane() {
    let theme = plans::typical().themes().iter().next().unwrap().id;
    let collapsed = vec![vec![AspectValue::Theme(Some(theme))]];
    let view = ViewSettings { collapsed, ..ViewSettings::default() };
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 420.0 };
    golden::assert("scenes/collapsed-lane.txt", scenes_of("lanes", &plans::typical(), &view, viewport));
}

/// Something can be dropped on them before anything stands there.
#[test]
fn lanes_by_horizon_have_one_for_each_that_holds_nothing() {
    let plan = plans::one_feature();
    let named = |lanes_by| {
        let view = ViewSettings { lanes_by: Some(lanes_by), ..ViewSettings::default() };
        let timeline = Timeline::new(&plan, view, 2.5, day(plans::TODAY), plans::fonts());
        let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 420.0 };
        let scene = timeline.scene(&plan, viewport, plans::fonts());
        let horizons = scene.region(RegionKind::LaneNames).iter().filter_map(|node| match &node.target {
            Some(Target::Lane { lane: LaneKey::Horizon { horizon } }) => Some(*horizon),
            _ => None,
        });
        horizons.collect::<Vec<_>>()
    };
    assert_eq!(named(Aspect::Horizon), Horizon::ALL);
    assert_eq!(named(Aspect::Theme), []);
}

/// Each item on a row of its own, those without days too, in lanes that were put in order by hand.
#[test]
fn rows_of_a_table() {
    let lane = |horizon| vec![AspectValue::Horizon(horizon)];
    let view = ViewSettings {
        arrangement: Arrangement::Both,
        sort: Some(Sort { by: Column::Title, descending: false }),
        lanes_by: Some(Aspect::Horizon),
        lane_order: vec![lane(Some(Horizon::Later)), lane(None)],
        collapsed: vec![lane(Some(Horizon::Next))],
        ..ViewSettings::default()
    };
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 900.0 };
    let plan = plans::typical();
    golden::assert("scenes/rows-of-a-table.txt", scenes_of("rows", &plan, &view, viewport));

    let timeline = Timeline::new(&plan, view, 2.5, day(plans::TODAY), plans::fonts());
    let table = timeline.table(0.0, 900.0);
    let named = |id| plan.items().get(id).unwrap().title.clone();
    let mut text = String::new();
    for lane in &table.lanes {
        let folded = if lane.is_collapsed { ", collapsed" } else { "" };
        let _ = writeln!(text, "{} {} ({}{folded})", lane.top, lane.name, lane.count);
        let within = |row: &&TableRow| row.top >= lane.top && row.top < lane.top + lane.height;
        for row in table.rows.iter().filter(within) {
            let _ = writeln!(text, "  {} {}. {}", row.top, row.index, named(row.id));
        }
    }
    golden::assert("scenes/rows-of-a-table-as-text.txt", text);
    let part = timeline.table(200.0, 300.0);
    assert!(part.rows.iter().all(|row| row.top < 300.0 && row.top + part.row_height > 200.0));
    let known: Vec<_> = table.rows.iter().filter(|row| part.rows.contains(row)).copied().collect();
    assert_eq!(part.rows, known, "a band shows what the whole table shows there");
}

#[test]
fn collapsed_epics_stand_for_what_they_hold() {
    let plan = plans::epics();
    let kinds = vec![ItemKind::Epic, ItemKind::Feature];
    let epics: Vec<_> =
        plan.items().iter().filter(|item| item.kind == ItemKind::Epic).map(|item| item.id).collect();
    let shown = |collapsed_epics, kinds| {
        let view = ViewSettings { collapsed_epics, kinds, ..ViewSettings::default() };
        plan.items().iter().filter(|item| view.shows(&plan, item)).count()
    };
    let held = |item: &WorkItem| plan.epics_above(item).next().is_some() && kinds.contains(&item.kind);
    let held = plan.items().iter().filter(|item| held(item)).count();
    assert!(held > 0);
    let all = shown(Vec::new(), kinds.clone());
    assert_eq!(shown(epics.clone(), kinds.clone()), all - held);
    let features = shown(Vec::new(), vec![ItemKind::Feature]);
    assert_eq!(
        shown(epics.clone(), vec![ItemKind::Feature]),
        features,
        "an epic that is not shown stands for nothing"
    );
    let view = ViewSettings { collapsed_epics: epics, kinds, ..ViewSettings::default() };
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 420.0 };
    golden::assert("scenes/collapsed-epics.txt", scenes_of("lanes", &plan, &view, viewport));
}

/// Columns by month and by quarter, the curve and the cap, and which line passes its own.
#[test]
fn money_below_the_lanes() {
    let (plan, fonts) = (plans::money(), plans::fonts());
    let ledger = Ledger::of(&plan, day(plans::TODAY));
    let mut text = String::new();
    for (name, scale) in SCALES {
        let timeline = Timeline::new(&plan, ViewSettings::default(), scale, day(plans::TODAY), fonts);
        let left = timeline.extent().left + 60.0;
        let viewport = Viewport { left, top: 0.0, width: 760.0, height: 40.0 };
        let scene = timeline.with_money(timeline.scene(&plan, viewport, fonts), &plan, &ledger, fonts);
        let _ = writeln!(text, "== {name}: {scale} points per day, strip of {}", scene.extent.strip_height);
        let regions = scene.regions.into_iter();
        let strip = |region: &Region| matches!(region.kind, RegionKind::Strip | RegionKind::StripNames);
        text.push_str(&dump::scene(&Scene { regions: regions.filter(strip).collect(), ..scene }, false));
    }
    golden::assert("scenes/money-below-the-lanes.txt", text);
}

/// All money against all caps only where each line keeps its money in the days of its own cap.
#[test]
fn the_strip_says_what_the_caps_leave_only_if_all_of_it_is_under_caps() {
    let told = |plan: PlanBuilder| {
        let plan = plan.feature("", "Reports", "2027-01-04", "2027-03-31").build();
        let (ledger, fonts) = (Ledger::of(&plan, day(plans::TODAY)), plans::fonts());
        let timeline = Timeline::new(&plan, ViewSettings::default(), 1.0, day(plans::TODAY), fonts);
        let strip = timeline.money_strip(&plan, &ledger, Viewport::ALL, fonts).unwrap();
        let nodes = strip.regions.iter().flat_map(|region| &region.nodes);
        let said =
            nodes.filter(|node| node.key.starts_with("money/head/")).filter_map(|node| match &node.shape {
                Shape::Text(run) => Some(run.text.clone()),
                _ => None,
            });
        // After the title.
        said.skip(1).collect::<Vec<_>>().join(", ")
    };
    let on = |day_of: &str| Timing::Once { on: Moment::Day { day: day(day_of) } };
    let year = ("2027-01-01", "2027-12-31");
    let capped = || {
        let plan = PlanBuilder::new("Money").budget_line("Cloud").cap("Cloud", 10_000_000, year.0, year.1);
        plan.cost("Cloud", "", 9_000_000, on("2027-03-01"))
    };
    assert_eq!(told(capped()), "€90k of €100k, €0 spent");
    let other = || capped().budget_line("People");
    assert_eq!(told(other()), "€90k of €100k, €0 spent");
    let uncapped = other().cost("People", "", 20_000_000, on("2027-02-01"));
    assert_eq!(told(uncapped), "€290k forecast, €0 spent");
    let later = capped().cost("Cloud", "", 1_000_000, on("2028-01-01"));
    assert_eq!(told(later), "€100k forecast, €0 spent");
    let someday = capped().undated("", "Someday");
    let someday = someday.cost("Cloud", "Someday", 1_000_000, Timing::Spread { span: None });
    assert_eq!(told(someday), "€90k of €100k, €0 spent, €10k without days");
}

/// Folded and unfolded lines: money by period, what is behind it, and what else the heads say.
#[test]
fn budget_lines() {
    let view = plans::budget_view(&[1, 2]);
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 600.0 };
    golden::assert("scenes/budget-lines.txt", scenes_of("typical", &plans::lines(), &view, viewport));
}

/// However low a cap is on its lane, each month says what it comes to, and never across the line, its word or its mark.
#[test]
fn amounts_stand_clear_of_any_cap() {
    let year = ("2027-01-01", "2027-12-31");
    let fonts = plans::fonts();
    for part in 1..=20 {
        let plan = PlanBuilder::new("Money")
            .feature("", "Reports", "2027-03-01", "2027-08-31")
            .budget_line("Cloud")
            .cap("Cloud", 1_000_000 * part, year.0, year.1)
            .cost("Cloud", "", 1_200_000, Timing::Monthly { span: Some(span(year.0, year.1)) })
            .cost("Cloud", "Reports", 4_000_000, Timing::Spread { span: None })
            .build();
        let timeline = Timeline::new(&plan, plans::budget_view(&[]), 2.5, day(plans::TODAY), fonts);
        let scene = timeline.scene(&plan, Viewport::ALL, fonts);
        let ledger = Ledger::of(&plan, day(plans::TODAY));
        let scene = timeline.with_money(scene, &plan, &ledger, fonts);
        let nodes: Vec<&Node> = scene.regions.iter().flat_map(|region| &region.nodes).collect();
        let (amounts, caps): (Vec<&Node>, Vec<&Node>) = nodes
            .into_iter()
            .filter(|node| node.key.starts_with("money:"))
            .filter(|node| ["/amount", "/cap", "/cap/word"].iter().any(|end| node.key.ends_with(end)))
            .partition(|node| node.key.ends_with("/amount"));
        let passed = scene.regions.iter().flat_map(|region| &region.nodes);
        let passed = passed.filter(|node| node.key.contains("/passed/"));
        for amount in &amounts {
            let Shape::Text(run) = &amount.shape else { panic!("words: {amount:?}") };
            let digits = Rect::new(run.at.x, run.at.y - 8.0, run.width, 8.0);
            for other in caps.iter().copied().chain(passed.clone()) {
                assert!(!digits.intersects(other.bounds()), "{amount:?} with {other:?}, {part} of 20");
            }
        }
        assert_eq!(amounts.len(), 12, "{part} of 20");
    }
}

#[test]
fn ghosts_of_a_baseline() {
    let view = ViewSettings { baseline: Some(milepost_testkit::id(1)), ..ViewSettings::default() };
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 420.0 };
    golden::assert("scenes/ghosts-of-a-baseline.txt", scenes_of("lanes", &plans::slipped(), &view, viewport));
}

/// Brackets at the ends of dependencies that their dates do not hold, with ghosts of where they stood.
#[test]
fn epics_that_wait_and_are_waited_for() {
    let kinds = vec![ItemKind::Epic, ItemKind::Feature];
    let view = ViewSettings { kinds, baseline: Some(milepost_testkit::id(1)), ..ViewSettings::default() };
    let viewport = Viewport { left: 0.0, top: 0.0, width: 760.0, height: 420.0 };
    let plan = plans::waiting_epics();
    golden::assert("scenes/epics-that-wait.txt", scenes_of("lanes", &plan, &view, viewport));
}

/// A feature in an epic is dragged, and what waits for the epic would be too early: whatever stands on the axis.
#[test]
fn a_drag_tells_what_waits_for_the_epic_that_it_makes_longer() {
    let mut plan = plans::waiting_epics();
    let two = item(&plan, "Two").id;
    let moved = |days| Operation::MoveItems { ids: vec![two], days, lane: vec![] };
    plan.accept(&moved(-7).change(&plan).unwrap());
    for roadmap in [Roadmap::Features, Roadmap::Needs, Roadmap::Budget] {
        let view = ViewSettings { roadmap, ..ViewSettings::default() };
        let timeline = Timeline::new(&plan, view, 2.5, day(plans::TODAY), plans::fonts());
        let mut changed = plan.clone();
        let changes = moved(14).change(&plan).unwrap();
        changed.accept(&changes);
        let preview = timeline.preview(&changed, &changes.changes, Viewport::ALL, plans::fonts());
        let troubled: Vec<&str> = preview.troubled.iter().map(|each| each.title.as_str()).collect();
        assert_eq!(troubled, ["After"], "{roadmap:?}");
    }
}

#[test]
fn needs() {
    let viewport = Viewport { left: 0.0, top: 0.0, width: 1_200.0, height: 900.0 };
    for (name, plan) in plans::all_of_needs() {
        let scenes = scenes_of("needs", &plan, &plans::needs_view(), viewport);
        golden::assert(&format!("scenes/needs-{name}.txt"), scenes);
    }
}

#[test]
fn needs_in_other_lanes() {
    let viewport = Viewport { left: 0.0, top: 0.0, width: 1_200.0, height: 900.0 };
    let view = |lanes_by| ViewSettings { lanes_by, ..plans::needs_view() };
    let collapsed = vec![vec![AspectValue::Customer(Some(milepost_testkit::id(1)))]];
    let views = [
        ("importance", view(Some(Aspect::Importance))),
        ("theme", view(Some(Aspect::Theme))),
        ("goal", view(Some(Aspect::Goal))),
        // What only items have divides no needs.
        ("nothing", view(Some(Aspect::Owner))),
        ("collapsed", ViewSettings { collapsed, ..plans::needs_view() }),
    ];
    for (name, view) in views {
        let scenes = scenes_of("needs", &plans::standings(), &view, viewport);
        golden::assert(&format!("scenes/needs-by-{name}.txt"), scenes);
    }
}
