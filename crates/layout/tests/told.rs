//! What a document says of itself: whom it is for, and what it leaves out.

#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "what a test cannot do without stops it")]

#[macro_use]
mod plans;
mod sheets;

use milepost_layout::{Orientation, PageOptions, Pages, Paper, Part, paginate};
use milepost_plan::{Cancel, Filter, Horizon, Plan, Roadmap, ViewSettings};
use milepost_testkit::{PlanBuilder, day};
use sheets::{placed, words};

fn paged(plan: &Plan, options: &PageOptions) -> Pages {
    paginate(plan, options, day(plans::TODAY), plans::fonts(), Cancel::NEVER).unwrap()
}

fn of_parts(parts: &[Part]) -> PageOptions {
    PageOptions { parts: parts.to_vec(), ..PageOptions::default() }
}

#[test]
fn parts_with_nothing_in_them_have_no_pages() {
    let plan = plans::typical();
    let whole = paged(&plan, &of_parts(&Part::ALL));
    assert_eq!(whole.left_out, [Part::Matrix, Part::Customers, Part::Insight, Part::Budget]);
    assert_eq!(whole.pages, paged(&plan, &of_parts(&[Part::Roadmap])).pages);

    let alone = paged(&plan, &of_parts(&[Part::Budget]));
    assert_eq!((alone.pages.len(), alone.left_out), (1, Vec::new()), "there would be no page at all");
    assert!(words(&alone.pages[0]).contains(&"There are no budget lines yet.".to_owned()));

    let needed = PlanBuilder::new("Needs").need("Reports arrive by themselves", &[]).build();
    let pages = paged(&needed, &of_parts(&[Part::Matrix, Part::Budget]));
    assert_eq!((pages.pages.len(), pages.left_out), (1, vec![Part::Budget]));
}

#[test]
fn a_filter_is_told_so_that_nobody_takes_a_part_for_all() {
    let plan = plans::typical();
    let told = |text: &str, to: Option<&str>| {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let view = ViewSettings { filter, ..ViewSettings::default() };
        let pages = paged(&plan, &PageOptions { view, to: to.map(day), ..PageOptions::default() });
        words(&pages.pages[0]).into_iter().find(|text| text.contains("not shown"))
    };
    assert_eq!(told("", None), None);
    assert_eq!(
        told("report", None).as_deref(),
        Some("2 features, 1 milestone. 5 features outside the filter are not shown.")
    );
    assert_eq!(
        told("report", Some("2026-12-31")).as_deref(),
        Some("1 feature. 1 feature outside this period and 5 outside the filter are not shown.")
    );
}

#[test]
fn tables_alone_say_whom_they_are_for_and_by() {
    let plan = PlanBuilder::new("Needs").need("Reports arrive by themselves", &[]).build();
    let options = PageOptions {
        audience: "The board".to_owned(),
        author: " Ada ".to_owned(),
        ..of_parts(&[Part::Matrix])
    };
    let words = words(&paged(&plan, &options).pages[0]);
    assert!(words.contains(&"For The board · By Ada".to_owned()), "{words:?}");
}

#[test]
fn a_feature_without_days_says_when_it_comes_as_far_as_that_is_known() {
    let plan = PlanBuilder::new("Needs")
        .need("Reports arrive by themselves", &[])
        .horizon("", "Saved filters", Horizon::Next)
        .undated("", "Row-level security")
        .build();
    let words = words(&paged(&plan, &of_parts(&[Part::Insight])).pages[0]);
    let after = |title: &str| {
        let at = words.iter().position(|word| word == title).unwrap();
        words[at + 1].clone()
    };
    assert_eq!((after("Saved filters"), after("Row-level security")), ("Next".into(), "no date".into()));
}

#[test]
fn what_tables_say_is_whole_and_dates_stand_on_one_line_on_every_paper() {
    let plan = milepost_samples::sample_plan();
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let ends_in_a_date = |text: &str| {
        let mut words = text.trim_end_matches(" –").rsplit(' ');
        let (last, before) = (words.next().unwrap_or_default(), words.next());
        months.contains(&last) || (last.parse::<u32>().is_ok_and(|day| day < 32) && before == Some("–"))
    };
    for paper in Paper::ALL {
        for orientation in [Orientation::Landscape, Orientation::Portrait] {
            let parts = [Part::Matrix, Part::Customers, Part::Insight, Part::Budget];
            let pages = paged(&plan, &PageOptions { paper, orientation, ..of_parts(&parts) });
            for text in pages.pages.iter().flat_map(words) {
                assert!(!ends_in_a_date(&text), "a date is torn: {text}, {paper:?} {orientation:?}");
                assert!(!text.contains('\u{a0}'), "{text}");
                assert!(!text.ends_with('…'), "{text}, {paper:?} {orientation:?}");
            }
        }
    }
}

#[test]
fn the_curve_is_whole_where_no_amount_stands_on_it() {
    let view = ViewSettings { roadmap: Roadmap::Budget, ..ViewSettings::default() };
    let pages = paged(&milepost_samples::sample_plan(), &PageOptions { view, ..PageOptions::default() });
    let keys = |page| placed(page).into_iter().map(|placed| placed.node.key.clone()).collect::<Vec<_>>();
    let is_cleared = |key: &String| key.ends_with("/clearing");
    assert!(keys(&pages.pages[1]).iter().any(is_cleared), "amounts stand there");
    assert!(!keys(&pages.pages[0]).iter().any(is_cleared));
}
