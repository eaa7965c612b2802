//! Golden scenes: what every plan looks like at three scales, node by node, in `tests/golden/scenes/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

mod dump;
#[macro_use]
mod plans;

use std::fmt::Write;

use milepost_layout::{Timeline, Viewport};
use milepost_plan::{Plan, ViewSettings};
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
    let fonts = plans::fonts();
    let with_axis = WITH_AXIS.contains(&name);
    let mut text = String::new();
    for (name, scale) in SCALES {
        let timeline = Timeline::new(plan, ViewSettings::default(), scale, day(plans::TODAY), fonts);
        let air = (120.0 * scale).max(400.0) - 60.0;
        let viewport = Viewport { left: timeline.extent().left + air, top, width, height };
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
