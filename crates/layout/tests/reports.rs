//! What follows the roadmap as tables: complete, tidy on every paper, and counted together with it.

// Reason for length: most of it are the four plans that its tests share.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot do without stops it")]

#[macro_use]
#[allow(dead_code, unused_macros, reason = "this suite has plans of its own")]
mod plans;
mod sheets;

use std::collections::HashSet;
use std::fmt::Write;

use milepost_layout::{Fit, Orientation, PageOptions, Pages, Paper, Part, PathStep, Point, Shape, paginate};
use milepost_plan::{
    Cancel, FiscalYear, Fulfilment, Importance, Ledger, Moment, Money, NewBaseline, Operation, PeriodUnit,
    Plan, Span, Status, Timing,
};
use milepost_testkit::{PlanBuilder, day, golden, id};
use sheets::{check_page, words};

fn small() -> Plan {
    PlanBuilder::new("Northwind Insights")
        .customer("Finance", 140)
        .customer("Stores", 2_600)
        .customer("Legal", 12)
        .feature("", "Report templates", "2027-01-04", "2027-01-15")
        .with(|item| item.status = Status::Done)
        .feature("", "Alerts at eight", "2027-02-01", "2027-02-12")
        .feature("", "Confetti", "2027-02-01", "2027-02-05")
        .need("Close the books on day three", &[("Finance", Importance::Critical)])
        .need("See yesterday's sales at eight", &[("Finance", Importance::Low), ("Stores", Importance::High)])
        .need("Speak Polish", &[("Stores", Importance::Medium)])
        .wanted_by("See yesterday's sales at eight", "2027-02-01")
        .serves("Report templates", "Close the books on day three", Fulfilment::Fully)
        .serves("Report templates", "See yesterday's sales at eight", Fulfilment::Partly)
        .serves("Alerts at eight", "See yesterday's sales at eight", Fulfilment::Fully)
        .feedback("2026-11-02", "The numbers come at noon, when nobody needs them any more")
        .speaks_of_item("The numbers come at noon, when nobody needs them any more", "Alerts at eight")
        .operation(&Operation::TakeBaseline {
            baseline: NewBaseline {
                id: id(1),
                name: "Told in November".to_owned(),
                taken: day("2026-11-01"),
            },
        })
        .operation(&Operation::MoveItems { ids: vec![id(2)], days: 7, lane: Vec::new() })
        .build()
}

/// Sixty needs and eighty features with long names, some of them from right to left.
fn large() -> Plan {
    let mut plan =
        PlanBuilder::new("A plan with a name that does not end where other names have ended long before");
    let customers: Vec<String> = (1..=12)
        .map(|number| {
            format!("Customer {number} of the association of customers with long names and longer breath")
        })
        .collect();
    for (index, name) in customers.iter().enumerate() {
        plan = plan.customer(name, 10 * (index as u32 + 1));
    }
    for number in 0..80 {
        let title = match number % 4 {
            0 => format!("דוח מכירות יומי {number}"),
            1 => format!(
                "Feature {number} that is called so long that its head cannot stand whole over its column"
            ),
            2 => format!("F{number}"),
            _ => format!("Exports in {number} formats"),
        };
        let first = day("2027-01-04").plus(number * 5);
        plan = plan.feature("", &title, &first.to_string(), &first.plus(20).to_string());
    }
    for number in 0..60_u32 {
        let statement = match number % 3 {
            0 => format!(
                "Need {number}: to know at every hour of the day which of the reports have been sent to whom, and by whom that was asked for, and why they have not been read"
            ),
            1 => format!("צורך {number} לראות את המספרים בזמן"),
            _ => format!("Need {number}"),
        };
        let customer = customers[number as usize % customers.len()].as_str();
        let importance = Importance::ALL[number as usize % 4];
        plan = plan.need(&statement, &[(customer, importance)]);
    }
    let built = plan.build();
    let mut plan = built;
    for number in 0..240_u32 {
        let fulfilment = if number % 3 == 0 { Fulfilment::Partly } else { Fulfilment::Fully };
        let edit =
            milepost_plan::ItemEdit::Need { need: id(number * 7 % 60 + 1), fulfilment: Some(fulfilment) };
        let operation = Operation::EditItems { ids: vec![id(number % 80 + 1)], edit };
        let change = operation.change(&plan).unwrap();
        plan.accept(&change);
    }
    plan
}

/// Two lines, one over its cap; costs of every sort, some of them estimated and some without days.
fn costly() -> Plan {
    let monthly = Timing::Monthly { span: Some(Span { first: day("2026-10-01"), last: day("2027-03-31") }) };
    PlanBuilder::new("Northwind Insights")
        .feature("", "Report templates", "2027-01-04", "2027-02-26")
        .feature("", "Alerts at eight", "2027-02-01", "2027-02-12")
        .undated("", "Confetti")
        .budget_line("Cloud")
        .cap("Cloud", 500_000, "2026-10-01", "2027-03-31")
        .budget_line("Training")
        .cost("Cloud", "", 90_050, monthly)
        .cost("Cloud", "Report templates", 100_001, Timing::Spread { span: None })
        .estimated(80_000, 150_000)
        .cost("Training", "Alerts at eight", 40_000, Timing::Once { on: Moment::End })
        .cost("Training", "Confetti", 7_000, Timing::Spread { span: None })
        .actual("Cloud", "", "2026-10-05", 95_025)
        .actual("Cloud", "Report templates", "2026-11-02", 12_345)
        .build()
}

/// Fifteen lines with long names over three years, in a currency.
fn costlier(currency: &str) -> Plan {
    let mut plan =
        PlanBuilder::new("A plan with a name that does not end where other names have ended long before")
            .settings(|settings| {
                settings.currency = currency.to_owned();
                settings.fiscal_year = FiscalYear { first_month: 4 };
            });
    for number in 0..14 {
        let title = match number % 3 {
            0 => format!("דוח מכירות יומי {number}"),
            1 => format!(
                "Feature {number} that is called so long that its name cannot stand whole in its column, whatever the paper"
            ),
            _ => format!("F{number}"),
        };
        let first = day("2027-01-04").plus(number * 40);
        plan = plan.feature("", &title, &first.to_string(), &first.plus(90).to_string());
        let line = match number % 3 {
            0 => format!(
                "Line {number}: services by others that nobody could have foreseen when the budget was agreed upon, and their travels"
            ),
            1 => format!("קו תקציב {number}"),
            _ => format!("L{number}"),
        };
        let amount = [7, 123_456, 98_765_432_101, 400_000_000_000][number as usize % 4];
        plan = plan
            .budget_line(&line)
            .cap(&line, amount, "2027-01-01", "2028-12-31")
            .cost(&line, &title, amount + 1, Timing::Spread { span: None })
            .estimated(amount / 2, amount * 2)
            .actual(&line, "", "2026-11-02", amount / 3);
    }
    plan.budget_line("Nothing at all").build()
}

fn paged(plan: &Plan, parts: &[Part], change: impl FnOnce(&mut PageOptions)) -> Pages {
    let mut options = PageOptions {
        parts: parts.to_vec(),
        since: Some(id(1)),
        version: "revision 12".to_owned(),
        ..PageOptions::default()
    };
    change(&mut options);
    paginate(plan, &options, day(plans::TODAY), plans::fonts(), Cancel::NEVER)
        .unwrap_or_else(|error| panic!("{error}"))
}

const REPORTS: [Part; 3] = [Part::Matrix, Part::Customers, Part::Insight];

#[test]
fn the_reports_of_a_small_plan_say() {
    let pages = paged(&small(), &REPORTS, |_| {});
    let mut text = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let _ = writeln!(text, "== sheet {}", index + 1);
        text.push_str(&words(page).join("\n"));
        text.push('\n');
    }
    text.push_str("== outline\n");
    for entry in &pages.outline {
        let _ = writeln!(text, "{}{} on {}", "  ".repeat(entry.level.into()), entry.title, entry.page + 1);
    }
    golden::assert("reports/small.txt", text);
}

#[test]
fn reports_are_tidy_on_every_paper() {
    for (name, plan) in
        [("small", small()), ("large", large()), ("empty", plans::empty()), ("typical", plans::typical())]
    {
        for paper in Paper::ALL {
            for orientation in [Orientation::Landscape, Orientation::Portrait] {
                let pages = paged(&plan, &REPORTS, |options| {
                    options.paper = paper;
                    options.orientation = orientation;
                });
                assert!(pages.pages.len() >= 3, "{name}");
                pages.pages.iter().for_each(check_page);
            }
        }
    }
}

#[test]
fn every_need_meets_every_feature_on_one_sheet_of_the_matrix() {
    let plan = large();
    let pages = paged(&plan, &[Part::Matrix], |_| {});
    let keys: Vec<HashSet<&str>> =
        pages.pages.iter().map(|page| page.nodes.iter().map(|node| node.key.as_str()).collect()).collect();
    let mut signs = 0;
    for item in plan.items() {
        for served in &item.needs {
            let sign = format!("matrix/{}/{}", served.need, item.id);
            let on: Vec<_> = keys.iter().filter(|keys| keys.contains(sign.as_str())).collect();
            assert_eq!(on.len(), 1, "{sign}");
            assert!(on[0].contains(format!("matrix/item/{}", item.id).as_str()));
            assert!(on[0].contains(format!("matrix/{}/0", served.need).as_str()));
            signs += 1;
        }
    }
    assert!(signs > 200, "{signs}");
    let first = words(&pages.pages[0]);
    assert!(first.iter().any(|word| word.starts_with("Needs 1–")), "{first:?}");
}

#[test]
fn rows_of_the_matrix_stand_closer_where_that_saves_a_sheet() {
    const LONG: &str = "Set a region once for a whole template";
    let with = |needs: u32| {
        let plan = PlanBuilder::new("Rows").feature("", LONG, "2027-01-04", "2027-01-15");
        let plan = (1..=needs).fold(plan, |plan, number| plan.need(&format!("Need {number}"), &[]));
        let plan = plan.serves(LONG, "Need 1", Fulfilment::Fully).build();
        let pages = paged(&plan, &[Part::Matrix], |_| {}).pages;
        let baseline = |text: &str| {
            let nodes = pages[0].nodes.iter();
            nodes
                .filter_map(|node| match &node.shape {
                    Shape::Text(run) if run.text == text => Some(run.at.y),
                    _ => None,
                })
                .next()
                .unwrap()
        };
        (pages.len(), (10.0 * (baseline("Need 2") - baseline("Need 1")).abs()).round() / 10.0)
    };
    assert_eq!([17, 18, 30].map(with), [(1, 16.0), (1, 14.8), (2, 16.0)]);
}

#[test]
fn a_section_that_goes_on_says_so_under_the_same_heads() {
    let pages = paged(&large(), &[Part::Customers], |_| {});
    assert!(pages.pages.len() > 1);
    for page in &pages.pages {
        assert!(words(page).contains(&"Importance".to_owned()));
    }
    let customers = pages.outline.iter().filter(|entry| entry.level == 1).count();
    assert_eq!(customers, 12);
}

#[test]
fn pages_are_counted_together_with_the_roadmap() {
    let plan = small();
    for (parts, fit) in
        [(vec![Part::Roadmap, Part::Insight, Part::Matrix], Fit::Width), (Part::ALL.to_vec(), Fit::Page)]
    {
        let pages = paged(&plan, &parts, |options| options.fit = fit);
        let count = pages.pages.len();
        for (index, page) in pages.pages.iter().enumerate() {
            let number = format!("Page {} of {count}", index + 1);
            assert!(words(page).contains(&number), "{number}");
            check_page(page);
        }
        assert!(pages.outline.iter().all(|entry| entry.page < count));
        assert!(pages.outline.is_sorted_by_key(|entry| entry.page) || fit == Fit::Width);
    }
    let roadmap = paged(&plan, &[], |_| {});
    assert_eq!(roadmap, paged(&plan, &[Part::Roadmap], |_| {}));
}

#[test]
fn the_budget_of_a_small_plan_says() {
    let pages = paged(&costly(), &[Part::Budget], |_| {});
    let mut text = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let _ = writeln!(text, "== sheet {}", index + 1);
        text.push_str(&words(page).join("\n"));
        text.push('\n');
    }
    golden::assert("reports/budget.txt", text);
}

#[test]
fn a_cap_holds_for_whole_periods_and_steps_between_them() {
    for unit in PeriodUnit::ALL {
        let pages = paged(&costly(), &[Part::Budget], |options| options.unit = unit);
        let caps: Vec<&Shape> = pages
            .pages
            .iter()
            .flat_map(|page| &page.nodes)
            .filter(|node| node.key.starts_with("budget/chart/cap/"))
            .map(|node| &node.shape)
            .collect();
        let mut heights = HashSet::new();
        for cap in caps {
            let Shape::Path { steps, .. } = cap else { panic!("a line: {cap:?}") };
            let corners: Vec<Point> = steps
                .iter()
                .map(|step| match step {
                    PathStep::Move(at) | PathStep::Line(at) => *at,
                    other => panic!("a corner: {other:?}"),
                })
                .collect();
            for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
                assert!(from.x == to.x || from.y == to.y, "level or upright by {unit:?}: {corners:?}");
                heights.insert(to.y.to_bits());
            }
        }
        assert!(unit != PeriodUnit::Month || heights.len() > 1, "it steps: {heights:?}");
    }
}

#[test]
fn today_and_caps_passed_in_one_month_are_all_named() {
    let plan = PlanBuilder::new("Northwind Insights");
    let plan = ["People", "Cloud"].into_iter().fold(plan, |plan, line| {
        plan.budget_line(line).cap(line, 50_000, "2026-10-01", "2027-09-30").cost(
            line,
            "",
            40_000,
            Timing::Monthly { span: Some(Span { first: day("2026-10-01"), last: day("2027-09-30") }) },
        )
    });
    let plan =
        plan.actual("People", "", "2026-11-10", 60_000).actual("Cloud", "", "2026-11-19", 60_000).build();
    let pages = paged(&plan, &[Part::Budget], |_| {});
    let told: Vec<String> = pages.pages.iter().flat_map(words).collect();
    for word in ["Today", "People passes its cap", "Cloud passes its cap"] {
        assert!(told.iter().any(|told| told == word), "{word} in {told:?}");
    }
    pages.pages.iter().for_each(check_page);
}

#[test]
fn the_budget_is_tidy_on_every_paper_in_every_currency() {
    let plans = [costly(), costlier("EUR"), costlier("JPY"), costlier("KWD"), small(), plans::empty()];
    for plan in plans {
        for paper in [Paper::A4, Paper::Tabloid] {
            for orientation in [Orientation::Landscape, Orientation::Portrait] {
                for unit in PeriodUnit::ALL {
                    let pages = paged(&plan, &[Part::Budget], |options| {
                        options.paper = paper;
                        options.orientation = orientation;
                        options.unit = unit;
                    });
                    pages.pages.iter().for_each(check_page);
                }
            }
        }
    }
}

#[test]
fn every_line_and_period_stands_on_a_sheet_of_the_budget() {
    let plan = costlier("EUR");
    let pages = paged(&plan, &[Part::Budget], |_| {});
    let texts: Vec<String> = pages.pages.iter().flat_map(words).collect();
    let ledger = Ledger::of(&plan, day(plans::TODAY));
    let has = |money: Money| {
        let written = money.written("EUR").replace('€', "");
        texts.contains(&written)
    };
    for line in plan.budget_lines_in_order() {
        for (_, sums) in ledger.months(line.id) {
            let told = [sums.planned, sums.actual, sums.forecast()];
            assert!(told.into_iter().filter(|money| *money != Money::ZERO).all(has), "{}", line.name);
        }
    }
}

/// So many lines over their caps, each told in a line of its own or two, and a dozen features.
fn overspent(lines: usize) -> Plan {
    let mut plan = PlanBuilder::new("Northwind Insights");
    for number in 0..12_i32 {
        plan = plan.feature("", &format!("Feature {number}"), "2027-01-04", "2027-02-26");
    }
    for number in 0..lines {
        let (line, feature) = (format!("Line {number}"), format!("Feature {}", number % 12));
        plan = plan.budget_line(&line).cap(&line, 10, "2027-01-01", "2027-12-31");
        plan = plan.cost(&line, &feature, 100, Timing::Spread { span: None });
    }
    plan.build()
}

#[test]
fn the_ten_largest_stand_on_one_sheet() {
    for lines in 12..50 {
        let pages = paged(&overspent(lines), &[Part::Budget], |_| {});
        let begin = pages.outline.iter().find(|entry| entry.title == "The ten largest work items").unwrap();
        let told = words(&pages.pages[begin.page]);
        let features = told.iter().filter(|word| word.starts_with("Feature ")).count();
        assert_eq!(features, 10, "after {lines} lines");
        assert!(!words(&pages.pages[begin.page - 1]).is_empty());
        pages.pages.iter().for_each(check_page);
    }
}

#[test]
fn what_is_over_says_so_on_every_sheet() {
    let pages = paged(&overspent(60), &[Part::Budget], |_| {});
    let over: Vec<Vec<String>> = pages.pages.iter().map(words).collect();
    let over: Vec<&Vec<String>> =
        over.iter().filter(|words| words.iter().any(|word| word.contains("of its cap of"))).collect();
    assert!(over.len() > 1);
    for (index, words) in over.into_iter().enumerate() {
        let name = if index == 0 { "What is over" } else { "What is over (continued)" };
        assert!(words.contains(&name.to_owned()), "{words:?}");
    }
}
