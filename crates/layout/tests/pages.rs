//! What holds for plans on paper: everything is there, named, inside the margins, and the same every time.

// Reason for length: the properties share what takes pages apart.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

#[macro_use]
mod plans;
mod random;
mod sheets;

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use milepost_layout::{
    Fit, Orientation, PageError, PageOptions, Pages, Paper, Part, Shape, Target, TextRun, paginate,
};
use milepost_plan::{Cancel, ItemId, ItemKind, Plan, ViewSettings};
use milepost_samples::{PlanSize, generated_plan};
use milepost_testkit::{PlanBuilder, day, id, item};
use proptest::prelude::*;
use random::{desks, views};
use sheets::{check_page, placed, words};

fn options() -> PageOptions {
    PageOptions {
        version: "revision 12".to_owned(),
        audience: "The board".to_owned(),
        author: "Ada Lindqvist".to_owned(),
        ..PageOptions::default()
    }
}

fn paged(plan: &Plan, options: &PageOptions) -> Pages {
    paginate(plan, options, day(plans::TODAY), plans::fonts(), Cancel::NEVER)
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The titles that stand on the chart's pages as names of bars, whole or shortened, by item.
fn named(pages: &Pages) -> HashMap<ItemId, Vec<String>> {
    let mut names: HashMap<ItemId, Vec<String>> = HashMap::new();
    for page in &pages.pages {
        let placed = placed(page);
        let texts: HashMap<&str, &TextRun> = placed
            .iter()
            .filter_map(|placed| match &placed.node.shape {
                Shape::Text(run) => Some((placed.node.key.as_str(), run)),
                _ => None,
            })
            .collect();
        for placed in &placed {
            if let Some(Target::Item { id }) = placed.node.target
                && let Some(run) = texts.get(format!("bar:{id}/name").as_str())
            {
                names.entry(id).or_default().push(run.text.clone());
            }
        }
    }
    names
}

fn check_complete(plan: &Plan, pages: &Pages, options: &PageOptions) {
    let named = named(pages);
    for row in plan.items() {
        let Some(span) = plan.span_of(row).filter(|_| options.view.shows(plan, row)) else {
            continue;
        };
        let is_in_range =
            options.from.is_none_or(|from| span.last >= from) && options.to.is_none_or(|to| span.first <= to);
        if !is_in_range {
            assert!(!named.contains_key(&row.id), "“{}” is outside the range", row.title);
            continue;
        }
        let names = named.get(&row.id).unwrap_or_else(|| panic!("“{}” is not named", row.title));
        for name in names {
            let kept = name.strip_suffix('…').unwrap_or(name);
            assert!(row.title.starts_with(kept), "“{name}” is not “{}”", row.title);
        }
    }
}

fn fits() -> Vec<Fit> {
    vec![Fit::Width, Fit::Page, Fit::Percent(100.0), Fit::Percent(60.0)]
}

#[test]
fn every_plan_is_complete_and_tidy_on_every_paper() {
    for (name, plan) in plans::all() {
        for (paper, orientation) in [
            (Paper::A4, Orientation::Landscape),
            (Paper::Letter, Orientation::Portrait),
            (Paper::A3, Orientation::Landscape),
        ] {
            for fit in fits() {
                let options = PageOptions { paper, orientation, fit, ..options() };
                let today = day(plans::TODAY);
                let pages = match paginate(&plan, &options, today, plans::fonts(), Cancel::NEVER) {
                    Ok(pages) => pages,
                    Err(error) => {
                        assert_eq!(name, "ends_of_time", "{error}");
                        continue;
                    }
                };
                assert!(fit != Fit::Page || pages.pages.len() == 1, "{name} on {paper:?}");
                pages.pages.iter().for_each(check_page);
                check_complete(&plan, &pages, &options);
            }
        }
    }
}

#[test]
fn a_bar_that_crosses_a_break_is_marked_and_named_on_both_sides() {
    let plan = PlanBuilder::new("Northwind")
        .theme("A")
        .feature("A", "Crosses every break there is", "2026-01-05", "2027-12-31")
        .feature("A", "Stands alone", "2026-02-02", "2026-02-27")
        .build();
    let options = PageOptions { fit: Fit::Percent(100.0), ..options() };
    let pages = paged(&plan, &options);
    let chart = &pages.pages[1..];
    assert!(chart.len() >= 2, "{} pages", chart.len());
    let crossing = item(&plan, "Crosses every break there is").id;
    for (index, page) in chart.iter().enumerate() {
        let keys: HashSet<&str> = placed(page).iter().map(|placed| placed.node.key.as_str()).collect();
        assert_eq!(keys.contains(format!("bar:{crossing}/cut-left").as_str()), index > 0);
        assert_eq!(keys.contains(format!("bar:{crossing}/cut-right").as_str()), index + 1 < chart.len());
        let words = words(page);
        assert!(words.contains(&"Crosses every break there is".to_owned()), "{words:?}");
        assert!(words.contains(&"Continues".to_owned()), "the legend explains the mark");
        assert!(words.contains(&format!("Column {} of {}", index + 1, chart.len())), "{words:?}");
    }
    assert_eq!(named(&pages)[&item(&plan, "Stands alone").id].len(), 1);
}

#[test]
fn what_the_range_cuts_off_is_marked_and_what_lies_outside_is_left_out() {
    let plan = plans::typical();
    let options = PageOptions { from: Some(day("2026-12-01")), to: Some(day("2027-02-28")), ..options() };
    let pages = paged(&plan, &options);
    check_complete(&plan, &pages, &options);
    let words: HashSet<String> = pages.pages.iter().flat_map(words).collect();
    assert!(words.contains("Report templates v2"));
    assert!(!words.contains("Freshness alerts"), "it ended in October");
    assert!(words.contains("1 Dec 2026 – 28 Feb 2027") || words.contains("Dec 2026 – Feb 2027"));
    assert!(
        words.iter().any(|text| text.contains("1 feature outside this period is not shown.")),
        "{words:?}"
    );
    let keys: Vec<String> = placed(&pages.pages[1]).iter().map(|placed| placed.node.key.clone()).collect();
    let templates = item(&plan, "Report templates v2").id;
    assert!(keys.contains(&format!("bar:{templates}/cut-left")));
}

#[test]
fn lanes_stay_whole_where_they_can_and_say_so_where_they_cannot() {
    let mut builder = PlanBuilder::new("Northwind").theme("Low").theme("Tall").theme("Last");
    builder = builder.feature("Low", "One", "2026-11-02", "2026-12-18");
    for number in 0..45 {
        builder = builder.feature("Tall", &format!("Feature {number}"), "2026-11-02", "2026-12-18");
    }
    let plan = builder.feature("Last", "Another", "2026-11-02", "2026-12-18").build();
    let pages = paged(&plan, &options());
    pages.pages.iter().for_each(check_page);
    check_complete(&plan, &pages, &options());
    let chart: Vec<Vec<String>> = pages.pages[1..].iter().map(words).collect();
    assert!(chart.len() >= 3);
    for words in &chart {
        assert!(words.contains(&"Tall".to_owned()), "the name is repeated");
        assert!(words.contains(&"November 2026".to_owned()), "the axis is repeated");
    }
    assert!(chart[0].contains(&"45 items, continues".to_owned()));
    assert!(chart[1..].iter().all(|words| words.contains(&"continued".to_owned())));
    let with_last = chart.iter().filter(|words| words.contains(&"Last".to_owned())).count();
    assert_eq!(with_last, 1, "a lane that fits is not broken");
    assert!(chart[1].contains(&format!("Row 2 of {}", chart.len())));
    assert!(chart[1].contains(&format!("Page 3 of {}", chart.len() + 1)));
}

#[test]
fn milestones_stand_on_every_page() {
    let plan = PlanBuilder::new("Northwind");
    let plan = (0..60).fold(plan.theme("A").milestone("Launch", "2026-12-01"), |plan, number| {
        plan.feature("A", &format!("Feature {number}"), "2026-11-02", "2026-12-18")
    });
    let pages = paged(&plan.build(), &options());
    for page in &pages.pages {
        assert!(words(page).contains(&"Launch".to_owned()));
    }
}

#[test]
fn money_stands_below_the_last_lanes_of_every_column() {
    let plan = plans::money();
    for (fit, columns) in [(Fit::Page, 1), (Fit::Width, 1), (Fit::Percent(100.0), 2)] {
        let options = PageOptions { fit, scale: 8.0, ..options() };
        let pages = paged(&plan, &options);
        let strips = pages.pages.iter().filter(|page| {
            check_page(page);
            let placed = placed(page);
            let ground = placed.iter().find(|placed| placed.node.key == "money/ground");
            let lanes = placed.iter().filter(|placed| placed.node.key.ends_with("/name/line"));
            let lowest = lanes.map(|line| line.bounds.bottom()).fold(0.0, f64::max);
            ground.is_some_and(|ground| {
                assert!(ground.bounds.y >= lowest - 0.1, "{fit:?}");
                assert!(words(page).iter().any(|word| word == "Cloud over by €2.3k"), "{fit:?}");
                assert!(words(page).contains(&"Money spent".to_owned()), "the legend of {fit:?}");
                true
            })
        });
        assert_eq!(strips.count(), columns, "{fit:?}");
    }
    let view = ViewSettings { show_budget: false, ..ViewSettings::default() };
    let pages = paged(&plan, &PageOptions { view, fit: Fit::Page, ..options() });
    assert!(placed(&pages.pages[0]).iter().all(|placed| !placed.node.key.starts_with("money")));
}

#[test]
fn the_title_block_says_what_it_is_and_page_one_shows_all_lanes() {
    let plan = milepost_samples::sample_plan();
    let options = PageOptions { view_name: Some("Board view".to_owned()), ..options() };
    let pages =
        paginate(&plan, &options, milepost_samples::sample_day(), plans::fonts(), Cancel::NEVER).unwrap();
    let cover = words(&pages.pages[0]);
    let name = &plan.settings().name;
    for expected in ["Revision 12", "23 November 2026", "The board", "Ada Lindqvist", "Board view", name] {
        assert!(cover.contains(&expected.to_owned()), "{expected} is not on {cover:?}");
    }
    for theme in plan.themes() {
        assert!(cover.contains(&theme.name), "{} is not on {cover:?}", theme.name);
    }
    let bars: HashSet<ItemId> = placed(&pages.pages[0])
        .iter()
        .filter_map(|placed| match placed.node.target {
            Some(Target::Item { id }) => Some(id),
            _ => None,
        })
        .collect();
    for row in plan.items().iter().filter(|row| row.kind == ItemKind::Feature) {
        assert_eq!(bars.contains(&row.id), row.schedule.span().is_some(), "{}", row.title);
    }
    assert_eq!((pages.title.as_str(), pages.author.as_str()), (name.as_str(), "Ada Lindqvist"));
    assert_eq!(pages.date, milepost_samples::sample_day());
}

#[test]
fn page_one_shows_an_epic_as_far_as_what_it_holds() {
    let epic = |progress: u8| {
        let plan = PlanBuilder::new("Far")
            .item(ItemKind::Epic, "Epic")
            .with(|item| item.progress = 10)
            .feature("", "One", "2027-03-01", "2027-04-30")
            .with(move |item| item.progress = progress)
            .under("Epic")
            .build();
        let view = ViewSettings { kinds: vec![ItemKind::Epic], ..ViewSettings::default() };
        let pages = paged(&plan, &PageOptions { view, ..options() });
        let key = format!("overview/bar:{}", item(&plan, "Epic").id);
        let width = |key: &str| {
            let on_page = placed(&pages.pages[0]);
            on_page.iter().find(|placed| placed.node.key == key).map(|placed| placed.bounds.width)
        };
        (width(&format!("{key}/done")), width(&key).unwrap())
    };
    let (half, whole) = epic(50);
    assert!((half.unwrap() / whole - 0.5).abs() < 0.02, "{half:?} of {whole}");
    assert_eq!(epic(0).0, None);
}

#[test]
fn the_outline_leads_to_lanes_and_features_in_their_order() {
    let plan = plans::typical();
    let pages = paged(&plan, &options());
    let entries: Vec<(u8, &str)> =
        pages.outline.iter().map(|entry| (entry.level, entry.title.as_str())).collect();
    assert_eq!(
        entries,
        [
            (0, "At a glance"),
            (0, "Milestones"),
            (1, "2027.1 Winter"),
            (0, "Self-service reporting"),
            (1, "Report templates v2"),
            (1, "Saved filters"),
            (1, "Scheduled report delivery"),
            (0, "Data quality"),
            (1, "Freshness alerts"),
            (1, "Contract tests in CI"),
            (0, "No theme"),
            (1, "Partner marketplace"),
            (0, "Later"),
            (1, "Lineage view"),
        ]
    );
    for entry in &pages.outline[1..] {
        let page = &pages.pages[entry.page];
        let stands_there = placed(page).into_iter().any(|placed| {
            let says = matches!(&placed.node.shape, Shape::Text(run) if run.text == entry.title);
            says && (placed.bounds.y - entry.y).abs() < 30.0
        });
        assert!(stands_there, "“{}” does not stand at {} on page {}", entry.title, entry.y, entry.page);
    }
}

#[test]
fn nothing_to_show_is_said_on_one_page() {
    let said = |plan: &Plan, options: &PageOptions| {
        let pages = paged(plan, options);
        assert_eq!(pages.pages.len(), 1);
        check_page(&pages.pages[0]);
        words(&pages.pages[0])
    };
    assert!(said(&plans::empty(), &options()).contains(&"Nothing is planned yet.".to_owned()));
    let undated = said(&plans::undated(), &options());
    assert!(
        undated.contains(&"Nothing has dates yet: 2 features to be scheduled.".to_owned()),
        "{undated:?}"
    );
    let view = ViewSettings { kinds: vec![ItemKind::Bug], ..ViewSettings::default() };
    let without = said(&plans::undated(), &PageOptions { view, ..options() });
    assert!(
        without.contains(&"Nothing to show: 2 items are left out by this view.".to_owned()),
        "{without:?}"
    );
    let far = PageOptions { from: Some(day("2040-01-01")), to: Some(day("2040-12-31")), ..options() };
    assert!(said(&plans::one_feature(), &far).contains(&"Nothing is planned in this period.".to_owned()));
}

#[test]
fn type_keeps_its_size_unless_it_is_to_fit_a_page_or_a_scale() {
    let plan = plans::dense_lane();
    let smallest = |fit| paged(&plan, &PageOptions { fit, ..options() }).smallest_text_pt;
    let natural = smallest(Fit::Width);
    assert!(natural > 7.0, "{natural}");
    assert!(smallest(Fit::Page) < natural);
    assert!((smallest(Fit::Percent(50.0)) - natural / 2.0).abs() < 0.01);
    assert!((smallest(Fit::Percent(200.0)) - natural * 2.0).abs() < 0.01);
}

#[test]
fn what_cannot_be_done_is_refused() {
    let plan = plans::typical();
    let refused = |options: &PageOptions| {
        paginate(&plan, options, day(plans::TODAY), plans::fonts(), Cancel::NEVER).unwrap_err()
    };
    let (from, to) = (day("2027-02-01"), day("2027-01-31"));
    let reversed = PageOptions { from: Some(from), to: Some(to), ..options() };
    assert_eq!(refused(&reversed), PageError::RangeReversed { from, to });
    for percent in [9.0, 201.0, f64::NAN] {
        let options = PageOptions { fit: Fit::Percent(percent), ..options() };
        assert!(matches!(refused(&options), PageError::PercentOutOfRange { .. }));
    }
    let wide = PageOptions { fit: Fit::Percent(100.0), scale: f64::INFINITY, ..options() };
    assert!(matches!(refused(&wide), PageError::ScaleOutOfRange { .. }));
    let many =
        PageOptions { fit: Fit::Percent(200.0), scale: 200.0, from: Some(day("1900-01-01")), ..options() };
    assert!(matches!(refused(&many), PageError::TooManyPages { .. }));
}

#[test]
fn the_same_plan_gives_the_same_pages() {
    let plan = generated_plan(400, 3);
    for fit in fits() {
        let options = PageOptions { fit, ..options() };
        assert_eq!(paged(&plan, &options), paged(&plan.clone(), &options));
    }
}

#[test]
fn a_large_plan_is_complete_and_tidy() {
    let plan = generated_plan(800, 5);
    for fit in [Fit::Width, Fit::Percent(70.0)] {
        let options = PageOptions { fit, ..options() };
        let pages = paged(&plan, &options);
        pages.pages.iter().for_each(check_page);
        check_complete(&plan, &pages, &options);
    }
}

#[test]
fn a_range_of_a_few_days_is_wide_enough_for_names() {
    let plan = PlanBuilder::new("Short").theme("One").feature(
        "One",
        "Begins before the end",
        "2027-06-13",
        "2027-07-26",
    );
    let plan = plan.build();
    for (from, to) in
        [(None, "2027-06-17"), (Some("2027-06-16"), "2027-06-17"), (Some("2027-06-17"), "2027-06-17")]
    {
        let (from, to) = (from.map(day), Some(day(to)));
        let options = PageOptions { fit: Fit::Percent(60.0), from, to, ..options() };
        let pages = paged(&plan, &options);
        pages.pages.iter().for_each(check_page);
        check_complete(&plan, &pages, &options);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_is_complete_and_tidy(
        desk in desks(),
        view in views(),
        fit in prop::sample::select(fits()),
        paper in prop::sample::select(Paper::ALL.to_vec()),
        orientation in prop::sample::select(vec![Orientation::Landscape, Orientation::Portrait]),
        (from, to) in (prop::option::of(0..200), prop::option::of(200..400)),
    ) {
        let on = |number| day("2026-06-01").plus(number);
        let options = PageOptions {
            view,
            paper,
            orientation,
            fit,
            from: from.map(on),
            to: to.map(on),
            ..options()
        };
        let pages = match paginate(&desk.plan, &options, day(plans::TODAY), plans::fonts(), Cancel::NEVER) {
            Ok(pages) => pages,
            Err(PageError::RangeReversed { .. }) => return Ok(()),
            Err(error) => panic!("{error}"),
        };
        pages.pages.iter().for_each(check_page);
        check_complete(&desk.plan, &pages, &options);
    }
}

/// Every need is on paper with its statement, wherever the sheets end, and is in the outline.
#[test]
fn needs_are_on_paper_as_on_screen() {
    for (name, plan) in plans::all_of_needs() {
        for fit in fits() {
            let options = PageOptions { view: plans::needs_view(), fit, ..options() };
            let pages = paged(&plan, &options);
            for page in &pages.pages {
                check_page(page);
            }
            let shown = plan.needs().iter().filter(|need| plan.coverage(need).span.is_some());
            for need in shown {
                let key = format!("need:{}@", need.id);
                let says = |placed: &sheets::Placed<'_>| match &placed.node.shape {
                    Shape::Text(run) if placed.node.key.starts_with(&key) => {
                        placed.node.key.ends_with("/name")
                            && need.statement.starts_with(run.text.trim_end_matches('…'))
                    }
                    _ => false,
                };
                let is_named = pages.pages.iter().any(|page| placed(page).iter().any(says));
                assert!(is_named, "{name} by {fit:?}: “{}” is not named", need.statement);
                assert!(pages.outline.iter().any(|entry| entry.title == need.statement));
            }
        }
    }
}

/// Every budget line is on paper with its name, what it comes to and its money, wherever the sheets end, and what is
/// behind it with what it costs.
#[test]
fn money_is_on_paper_as_on_screen() {
    let plan = plans::lines();
    for unfolded in [&[][..], &[1, 2, 3]] {
        for fit in fits() {
            let options = PageOptions { view: plans::budget_view(unfolded), fit, ..options() };
            let pages = paged(&plan, &options);
            pages.pages.iter().for_each(check_page);
            let said: Vec<String> = pages.pages.iter().flat_map(words).collect();
            let says = |wanted: &str| said.iter().any(|text| text == wanted);
            for line in plan.budget_lines() {
                assert!(says(&line.name), "{} is not named by {fit:?}", line.name);
                assert!(pages.outline.iter().any(|entry| entry.level == 0 && entry.title == line.name));
                let key = format!("money:{}/", line.id);
                let is_drawn = |page| placed(page).iter().any(|placed| placed.node.key.starts_with(&key));
                assert!(pages.pages.iter().any(is_drawn), "{} has no money by {fit:?}", line.name);
            }
            assert!(
                says("Budget line") && says("Money planned") && says("Money spent") && says("Cap passed")
            );
            assert!(
                said.iter().any(|text| text.starts_with("3 budget lines") && text.contains("over")),
                "{said:?}"
            );
            assert_eq!(says("€38,000"), !unfolded.is_empty(), "by {fit:?}");
        }
    }
}

#[test]
fn a_plan_without_money_says_so_on_paper() {
    let options = PageOptions { view: plans::budget_view(&[]), ..options() };
    let said = words(
        &paged(&plans::typical(), &PageOptions { view: no_milestones(&options.view), ..options }).pages[0],
    );
    assert!(said.iter().any(|text| text == "There is no budget line yet."), "{said:?}");
}

/// Bars of the overview have no ghosts, so milestones have none there either, though they are told how far they slipped.
#[test]
fn the_overview_has_no_ghosts_of_milestones() {
    let view = ViewSettings { baseline: Some(id(1)), ..ViewSettings::default() };
    let pages = paged(&plans::slipped(), &PageOptions { view, ..PageOptions::default() });
    let has = |page: &milepost_layout::Page, part: &str| {
        let keys = placed(page).into_iter().map(|placed| placed.node.key.clone());
        keys.filter(|key| key.starts_with("milestone:")).any(|key| key.ends_with(part))
    };
    assert!(pages.pages[1..].iter().any(|page| has(page, "/baseline")), "the chart has them");
    assert!(has(&pages.pages[0], "/name"));
    assert!(!has(&pages.pages[0], "/baseline"));
}

fn no_milestones(view: &ViewSettings) -> ViewSettings {
    ViewSettings { show_milestones: false, ..view.clone() }
}

#[test]
fn whoever_cancels_waits_for_a_page_at_most() {
    let plan = generated_plan(120, 1);
    for fit in [Fit::Width, Fit::Page, Fit::Percent(100.0)] {
        let options = PageOptions { fit, parts: Part::ALL.to_vec(), ..PageOptions::default() };
        let looks = Cell::new(0);
        let made = |most: usize| {
            looks.set(0);
            let is_cancelled = || {
                looks.set(looks.get() + 1);
                looks.get() > most
            };
            paginate(&plan, &options, day(plans::TODAY), plans::fonts(), Cancel::when(&is_cancelled))
        };
        let pages = made(usize::MAX).unwrap().pages.len();
        let all = looks.get();
        assert!(all > pages, "{all} looks for {pages} pages, {fit:?}");
        for most in 0..all {
            assert!(matches!(made(most), Err(PageError::Cancelled(_))), "at look {most}, {fit:?}");
            assert_eq!(looks.get(), most + 1, "nothing is done after it, {fit:?}");
        }
    }
}

#[test]
fn more_sheets_than_anybody_prints_are_refused_before_any_is_made() {
    let plan = generated_plan(PlanSize { needs: 1_500, customers: 1, ..PlanSize::from(2_000) }, 1);
    let options = PageOptions { parts: vec![Part::Matrix], ..PageOptions::default() };
    let looks = Cell::new(0);
    let count = || {
        looks.set(looks.get() + 1);
        false
    };
    let refused = paginate(&plan, &options, day(plans::TODAY), plans::fonts(), Cancel::when(&count));
    assert!(matches!(refused, Err(PageError::TooManyPages { .. })));
    assert_eq!(looks.get(), 1, "it would look before each sheet");
}
