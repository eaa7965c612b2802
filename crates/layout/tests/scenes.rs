//! Golden scenes: what every plan looks like at three scales, node by node, in `tests/golden/scenes/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

mod dump;
#[macro_use]
mod plans;

use std::fmt::Write;

use milepost_layout::{Timeline, Viewport};
use milepost_plan::{Aspect, AspectValue, ItemKind, Plan, ViewSettings};
use milepost_testkit::{day, golden};

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
