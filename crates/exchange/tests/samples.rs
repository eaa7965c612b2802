//! Real files. The numbers were counted independently of this crate, by a script over the files' own text.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use milepost_exchange::{
    Counts, CsvOptions, DayOrder, Field, Import, Mapping, Outcome, RowsAre, Spending, Table, plan_import,
    write_csv,
};
use milepost_plan::{BudgetLineId, Cancel, ItemKind, Money, Plan, Schedule, Status, ViewSettings};
use milepost_testkit::PlanBuilder;

const ENHANCEMENTS: &[u8] = include_bytes!("../../../tests/files/samples/kubernetes-enhancements.csv");
const BANK: &[u8] = include_bytes!("../../../tests/files/samples/bank-statement.csv");
const LEDGER: &[u8] = include_bytes!("../../../tests/files/samples/erp-postings.csv");
const JIRA: &[u8] = include_bytes!("../../../tests/files/samples/jira-cloud.csv");

fn remarks_about(import: &Import, field: Field) -> Vec<&str> {
    let remarks = import.report.rows.iter().flat_map(|row| &row.remarks);
    remarks.filter(|remark| remark.about == Some(field)).map(|remark| remark.text.as_str()).collect()
}

fn statuses(plan: &Plan) -> BTreeMap<Status, usize> {
    let mut counts = BTreeMap::new();
    for item in plan.items() {
        *counts.entry(item.status).or_default() += 1;
    }
    counts
}

fn enhancements() -> (Plan, Import) {
    let mut plan = common::empty_plan();
    let import = common::import(&mut plan, ENHANCEMENTS, 1);
    (plan, import)
}

#[test]
fn every_enhancement_is_accounted_for() {
    let (plan, import) = enhancements();
    let expected = Counts {
        taken: 358,
        taken_with_change: 297,
        themes_added: 22,
        dependencies_added: 233,
        ..Counts::default()
    };
    assert_eq!(import.report.counts, expected);
    assert_eq!(import.operation.label(&plan), "Import 655 features");
    let lines: Vec<u32> = import.report.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, (2..=656).collect::<Vec<u32>>());
    let items: BTreeSet<_> = import.report.rows.iter().filter_map(|row| row.item).collect();
    assert_eq!(
        (items.len(), plan.items().len(), plan.themes().len(), plan.dependencies().len()),
        (655, 655, 22, 233)
    );
    assert!(plan.items().iter().all(|item| item.kind == ItemKind::Feature && item.theme.is_some()));
    assert_eq!(milepost_plan::check_plan(&plan), []);
    let expected = [(Status::Idea, 65), (Status::Planned, 279), (Status::Done, 290), (Status::Dropped, 21)];
    assert_eq!(statuses(&plan), BTreeMap::from(expected));
}

#[test]
fn no_date_of_an_enhancement_is_invented() {
    let (plan, import) = enhancements();
    let text = std::str::from_utf8(ENHANCEMENTS).unwrap();
    let mut dated = 0;
    for item in plan.items() {
        if let Some(span) = item.schedule.span() {
            dated += 1;
            let days = format!(",{},{},", span.first, span.last);
            let of_item = text
                .lines()
                .any(|line| line.contains(&days) && line.starts_with(item.key.split(" (").next().unwrap()));
            assert!(of_item, "{}: {days}", item.key);
        }
    }
    // 386 rows have both days; two of the days are impossible and eight ends are before their starts.
    assert_eq!(dated, 376);
    assert_eq!(
        plan.items().iter().filter(|item| item.description.starts_with("Start in the file: ")).count(),
        270
    );
    assert_eq!(
        plan.items().iter().filter(|item| item.description.starts_with("End in the file: ")).count(),
        2
    );
    assert_eq!(
        plan.items()
            .iter()
            .filter(|item| item.schedule == Schedule::None && item.description.is_empty())
            .count(),
        7
    );
    assert_eq!(remarks_about(&import, Field::FirstDay).len(), 4);
    assert_eq!(remarks_about(&import, Field::LastDay).len(), 268);
    let item = plan.item_by_key("KEP-4355").unwrap();
    assert_eq!(item.description, "Start in the file: 2023-14-05\nEnd in the file: 2025-04-23");
}

#[test]
fn what_is_odd_in_the_enhancements_is_said_once_each() {
    let (plan, import) = enhancements();
    assert_eq!(remarks_about(&import, Field::Status).len(), 4);
    assert_eq!(
        remarks_about(&import, Field::Key),
        [
            "the key “KEP-0000” stands in line 122 already; kept as “KEP-0000 (2)”",
            "the key “KEP-0000” stands in line 122 already; kept as “KEP-0000 (3)”",
            "the key “KEP-2133” stands in line 221 already; kept as “KEP-2133 (2)”",
            "the key “KEP-0000” stands in line 122 already; kept as “KEP-0000 (4)”",
        ]
    );
    assert_eq!(plan.item_by_key("KEP-2133 (2)").unwrap().title, "Kubelet Credential Providers");
    let refused = remarks_about(&import, Field::DependsOn);
    let count = |words: &str| refused.iter().filter(|text| text.contains(words)).count();
    assert_eq!(count("neither in the file nor in the plan"), 21);
    assert_eq!(count("cannot depend on itself"), 2);
    assert_eq!(count("circle of dependencies"), 22);
    assert_eq!(refused.len(), 45);
}

#[test]
fn the_enhancements_again_change_nothing() {
    let (mut plan, _) = enhancements();
    let before = plan.clone();
    let again = common::import(&mut plan, ENHANCEMENTS, 2);
    assert!(again.is_empty());
    assert_eq!(again.report.counts, Counts { unchanged: 655, ..Counts::default() });
    assert_eq!(plan, before);
}

#[test]
fn jira_issues_keep_their_notes_and_their_lines() {
    let mut plan = common::empty_plan();
    let import = common::import(&mut plan, JIRA, 1);
    let expected = Counts { taken: 20, taken_with_change: 2, themes_added: 1, ..Counts::default() };
    assert_eq!(import.report.counts, expected);
    let lines: Vec<u32> = import.report.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19, 20, 22, 25, 26, 27, 28]);
    let kinds = |kind| plan.items().iter().filter(|item| item.kind == kind).count();
    assert_eq!((kinds(ItemKind::UserStory), kinds(ItemKind::Issue)), (15, 7));
    let expected = [(Status::Planned, 9), (Status::InProgress, 3), (Status::Done, 10)];
    assert_eq!(statuses(&plan), BTreeMap::from(expected));
    assert_eq!(plan.items().iter().filter(|item| !item.owner.is_empty()).count(), 11);
    assert!(plan.items().iter().all(|item| item.schedule == Schedule::None), "no issue has a start");
    let in_descriptions =
        |text: &str| plan.items().iter().map(|item| item.description.matches(text).count()).sum::<usize>();
    assert_eq!(in_descriptions("Sprint: "), 18);
    assert_eq!(in_descriptions("Comment: "), 17);
    assert_eq!(in_descriptions("End in the file: "), 2);
    let again = common::import(&mut plan, JIRA, 2);
    assert!(again.is_empty() && again.report.rows.iter().all(|row| row.outcome == Outcome::Unchanged));
}

#[test]
fn both_samples_survive_export_and_import() {
    for file in [ENHANCEMENTS, JIRA] {
        let mut plan = common::empty_plan();
        common::import(&mut plan, file, 1);
        let exported = write_csv(
            &plan,
            &CsvOptions::default(),
            &ViewSettings::default(),
            common::today(),
            Cancel::NEVER,
        )
        .unwrap();
        let mut copy = common::empty_plan();
        let import = common::import(&mut copy, &exported, 2);
        assert_eq!(import.report.counts.taken as usize, plan.items().len());
        assert_eq!(
            write_csv(
                &copy,
                &CsvOptions::default(),
                &ViewSettings::default(),
                common::today(),
                Cancel::NEVER
            )
            .unwrap(),
            exported
        );
        assert!(
            common::import(&mut plan, &exported, 3).is_empty(),
            "the plan itself holds all of it already"
        );
    }
}

fn plan_with_lines(names: &[&str]) -> (Plan, Vec<BudgetLineId>) {
    let empty = PlanBuilder::new("Lines");
    let plan = names.iter().fold(empty, |builder, name| builder.budget_line(name)).build();
    let lines = plan.budget_lines_in_order().into_iter().map(|line| line.id).collect();
    (plan, lines)
}

/// The outcome of each line of a file and the reason, if there is one.
fn told(import: &Import) -> Vec<(u32, Outcome, &str)> {
    let rows = import.report.rows.iter();
    rows.map(|row| (row.line, row.outcome, row.remarks.first().map_or("", |remark| remark.text.as_str())))
        .collect()
}

fn spent(plan: &Plan) -> Money {
    plan.actuals().iter().map(|actual| actual.amount).sum()
}

#[test]
fn the_statement_of_a_bank_is_read_line_by_line() {
    use Outcome::{Refused, Taken};
    let (mut plan, lines) = plan_with_lines(&["Betrieb"]);
    let table = Table::read(BANK, Cancel::NEVER).unwrap();
    assert_eq!((table.encoding, table.lines_above, table.records.len()), ("windows-1252", 4, 11));
    let suggested = Mapping::suggest(&table);
    assert_eq!((suggested.rows_are, suggested.spending), (RowsAre::Actuals, Spending::Negative));
    let mapping = Mapping { usual_line: Some(lines[0]), ..suggested };
    let import =
        plan_import(&table, &mapping, &plan, common::today(), common::ids(1), Cancel::NEVER).unwrap();
    assert_eq!(
        told(&import),
        [
            (6, Taken, ""),
            (7, Taken, ""),
            (8, Taken, ""),
            (
                9,
                Refused,
                "50.00 came in, and an actual is never negative; lower the actual that it belongs to by hand"
            ),
            (10, Taken, ""),
            (11, Refused, "the amount is in “USD”, and the plan in EUR"),
            (12, Taken, ""),
            (13, Refused, "“31.11.2026” is not a day"),
            (14, Refused, "15 Dec 2026 is still to come; say that it is spent in advance to take it"),
            (15, Refused, "“Saldo am 30.11.2026” adds other rows up; it is no payment of its own"),
            (16, Refused, "“Summe der Umsätze” adds other rows up; it is no payment of its own"),
        ]
    );
    let change = import.operation.change(&plan).unwrap();
    plan.accept(&change);
    assert_eq!(spent(&plan), Money(123_450 + 2 * 896_000 + 238_800 + 124_000));
    assert!(plan.actuals().iter().any(|actual| actual.supplier == "Müller & Söhne Beratung"));
    let remembered = Mapping::remembered(&plan, &table).unwrap();
    let again =
        plan_import(&table, &remembered, &plan, common::today(), common::ids(2), Cancel::NEVER).unwrap();
    assert!(again.is_empty(), "{:?}", again.report);
    assert_eq!(again.report.summary, "11 rows: 5 already there, 6 refused.");
}

#[test]
fn the_postings_of_a_ledger_find_their_budget_lines() {
    use Outcome::{Refused, Taken, TakenWithChange};
    let (mut plan, lines) = plan_with_lines(&["Cloud", "Training"]);
    let table = Table::read(LEDGER, Cancel::NEVER).unwrap();
    let mapping = Mapping::suggest(&table);
    assert_eq!((mapping.rows_are, mapping.spending), (RowsAre::Actuals, Spending::Positive));
    let import =
        plan_import(&table, &mapping, &plan, common::today(), common::ids(1), Cancel::NEVER).unwrap();
    let outcomes: Vec<Outcome> = import.report.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(
        outcomes,
        [
            TakenWithChange,
            Taken,
            TakenWithChange,
            Refused,
            Refused,
            TakenWithChange,
            Refused,
            Refused,
            Refused,
            Refused
        ]
    );
    assert_eq!(told(&import)[2].2, "several rows have the key “5100000118”; kept as “5100000118 (2)”");
    assert_eq!(told(&import)[3].2, "no budget line belongs to the cost centre “4799 Travel”");
    assert!(told(&import)[4].2.starts_with("120.00 came in"), "{:?}", told(&import)[4]);
    assert_eq!(told(&import)[6].2, "“12.345” has more decimals than EUR (2)");
    let change = import.operation.change(&plan).unwrap();
    plan.accept(&change);
    let of_line = |line| plan.actuals_of_line(line).map(|actual| actual.amount).sum::<Money>();
    assert_eq!((of_line(lines[0]), of_line(lines[1])), (Money(123_450 + 6_000 + 131_000), Money(94_000)));
    let days: BTreeSet<String> = plan.actuals().iter().map(|actual| actual.day.to_string()).collect();
    assert!(days.contains("2026-10-03"), "the month comes first, as other rows tell: {days:?}");
    assert_eq!(mapping.day_order, None::<DayOrder>);
}
