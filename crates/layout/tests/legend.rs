//! The legend at the bottom of each page.

#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "what a test cannot do without stops it")]

#[macro_use]
mod plans;
mod sheets;

use milepost_layout::{PageOptions, Pages, Shape, paginate};
use milepost_plan::{Aspect, Cancel, ItemKind, Plan, ViewSettings};
use milepost_testkit::day;
use sheets::placed;

fn paged(plan: &Plan, options: &PageOptions) -> Pages {
    paginate(plan, options, day(plans::TODAY), plans::fonts(), Cancel::NEVER)
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_legend_explains_only_what_appears() {
    let marks = |plan: &Plan| {
        let pages = paged(plan, &PageOptions::default());
        let page = pages.pages.last().unwrap();
        let keys = placed(page).into_iter().filter_map(|placed| {
            let mark = placed.node.key.strip_prefix("legend/")?.strip_suffix("/word")?;
            Some(mark.to_owned())
        });
        keys.collect::<Vec<_>>()
    };
    assert_eq!(marks(&plans::one_feature()), ["planned", "today"]);
    assert_eq!(marks(&plans::conflict()), ["planned", "conflict", "dependency", "today"]);
    assert_eq!(marks(&plans::statuses()), ["planned", "progress", "done", "dropped", "today"]);
    assert_eq!(marks(&plans::milestones_on_one_day()), ["milestone", "today"]);
    assert_eq!(marks(&plans::horizons()), ["progress", "horizon", "today"]);
}

#[test]
fn the_legend_explains_where_milestones_stood() {
    let view = ViewSettings {
        baseline: Some(milepost_testkit::id(1)),
        kinds: vec![ItemKind::Issue],
        ..ViewSettings::default()
    };
    let marks = |view: ViewSettings| {
        let pages = paged(&plans::slipped(), &PageOptions { view, ..PageOptions::default() });
        let nodes = placed(pages.pages.last().unwrap());
        let has = |mark: &str| nodes.iter().any(|placed| placed.node.key == format!("legend/{mark}/word"));
        ["milestone", "baseline", "later"].map(has)
    };
    assert_eq!(marks(view.clone()), [true, true, true]);
    assert_eq!(marks(ViewSettings { baseline: None, ..view }), [true, false, false]);
}

#[test]
fn the_legend_says_what_hues_stand_for_unless_the_lanes_do() {
    let words = |colour_by| {
        let view = ViewSettings { colour_by, ..ViewSettings::default() };
        let pages = paged(&plans::people(), &PageOptions { view, ..PageOptions::default() });
        let nodes = placed(pages.pages.last().unwrap());
        let words = nodes.into_iter().filter_map(|placed| match &placed.node.shape {
            Shape::Text(run) if placed.node.key.starts_with("legend/hue-") => Some(run.text.clone()),
            _ => None,
        });
        words.collect::<Vec<_>>()
    };
    let owners = words(Some(Aspect::Owner));
    assert_eq!(owners.last().map(String::as_str), Some("No owner"));
    assert!(owners.len() > 1, "{owners:?}");
    assert_eq!(words(Some(Aspect::Theme)), [""; 0], "the lanes say it");
    assert_eq!(words(None), [""; 0]);
}

#[test]
fn the_legend_of_needs_says_how_they_stand() {
    let view = ViewSettings { show_milestones: false, ..plans::needs_view() };
    let pages = paged(&plans::standings(), &PageOptions { view, ..PageOptions::default() });
    let nodes = placed(pages.pages.last().unwrap());
    let words = nodes.iter().filter_map(|placed| match &placed.node.shape {
        Shape::Text(run) if placed.node.key.starts_with("legend/") => Some(run.text.as_str()),
        _ => None,
    });
    let words: Vec<&str> = words.filter(|word| *word != "!").collect();
    let hues = ["Reporting", "Quality", "No theme"];
    let marks = ["Need met", "Partly met", "Later than wanted", "Serves it partly"];
    let others = ["Progress", "Done", "Wanted by", "Today"];
    assert_eq!(words, [&hues[..], &marks, &others].concat());
}

#[test]
fn the_first_page_explains_no_money_that_is_on_another() {
    let pages = paged(&plans::money(), &PageOptions::default());
    let explains_money = |page: &milepost_layout::Page| {
        placed(page).iter().any(|placed| placed.node.key.starts_with("legend/plannedmoney"))
    };
    assert!(pages.pages.iter().skip(1).any(explains_money));
    assert!(!explains_money(&pages.pages[0]));
}
