//! Whatever a file holds, it is read or refused, and what is planned from it passes the plan's rules.

mod common;

use milepost_exchange::{DayOrder, ExchangeError, Mapping, Outcome, Table, inspect, plan_import};
use milepost_plan::Cancel;
use proptest::prelude::*;

/// Reads bytes as far as they allow and goes through all that follows.
#[allow(clippy::unwrap_used, reason = "an import that the rules refuse is what these tests look for")]
fn go_through(bytes: &[u8]) -> Result<(), ExchangeError> {
    let table = Table::read(bytes, Cancel::NEVER)?;
    let mut mapping = Mapping::suggest(&table);
    let mut plan = common::empty_plan();
    inspect(&table, &mapping, &plan, common::today(), Cancel::NEVER).unwrap();
    mapping.day_order = Some(DayOrder::Mdy);
    mapping.adds_customers = true;
    mapping.usual_day = milepost_plan::Day::from_ymd(2026, 11, 23);
    let import = plan_import(&table, &mapping, &plan, common::today(), common::ids(1), Cancel::NEVER)?;
    assert_eq!(import.report.rows.len(), table.records.len());
    let change = import.operation.change(&plan).unwrap();
    plan.accept(&change);
    assert_eq!(milepost_plan::check_plan(&plan), []);
    Ok(())
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        6 => proptest::sample::select(&["A", "B", "C", "D", "A (2)", "A SS+1", "B; C", "A;D", "99"][..]).prop_map(str::to_owned),
        2 => proptest::sample::select(&["epic", "feature", "story", "bug", "odd"][..]).prop_map(str::to_owned),
        2 => proptest::sample::select(&["2026-01-01", "2026-02-30", "3/4/2026", "2025-12-31"][..]).prop_map(str::to_owned),
        1 => "[ -~]{0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = go_through(&bytes);
    }

    #[test]
    fn random_text_under_a_known_header_never_panics(text in "[ -~\\t\\r\\né\"';,=]{0,300}") {
        let _ = go_through(format!("Key,Title,Start,End,Parent,Depends on,Title 1,Title 2\n{text}").as_bytes());
        let _ = go_through(format!("Key,Text,Day,Votes,Status,Customer,Duplicate of,Needs,Work items\n{text}").as_bytes());
        let _ = go_through(format!("sep=;\nTitle 1;Title 2;Id;Parent;Horizon;Progress\n{text}").as_bytes());
    }

    #[test]
    fn a_second_import_of_any_feedback_changes_nothing(
        rows in proptest::collection::vec(
            (
                proptest::sample::select(&["A", "B", "C", "A (2)"][..]),
                proptest::sample::select(&["Text", "", "Two\nlines", "Text "][..]),
                proptest::sample::select(&["2026-01-01", "2026-02-30", ""][..]),
                proptest::sample::select(&["1", "-1", "", "7"][..]),
                proptest::sample::select(&["open", "planned", "completed", "declined", "duplicate", "odd"][..]),
                proptest::sample::select(&["", "Acme", "acme"][..]),
                proptest::sample::select(&["", "A", "B", "C", "D"][..]),
            ),
            0..12,
        ),
    ) {
        let lines: Vec<String> = rows.iter().map(|(key, text, day, votes, status, customer, original)| {
            format!("{key},\"{text}\",{day},{votes},{status},{customer},{original},why\n")
        }).collect();
        let file = format!("Key,Text,Day,Votes,Status,Customer,Duplicate of,Reason\n{}", lines.concat());
        let table = Table::read(file.as_bytes(), Cancel::NEVER).unwrap();
        let mut mapping = Mapping { adds_customers: true, ..Mapping::suggest(&table) };
        mapping.usual_day = milepost_plan::Day::from_ymd(2026, 11, 23);
        let mut plan = common::empty_plan();
        let mut carry_out = |first_id: u64| {
            let import = plan_import(&table, &mapping, &plan, common::today(), common::ids(first_id), Cancel::NEVER).unwrap();
            let change = import.operation.change(&plan).unwrap();
            plan.accept(&change);
            assert_eq!(milepost_plan::check_plan(&plan), []);
            import
        };
        carry_out(1);
        let again = carry_out(2);
        prop_assert!(again.is_empty(), "{:?}\n{}", again, file);
    }

    #[test]
    fn a_second_import_of_any_keyed_file_changes_nothing(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 8), 0..14),
        older in proptest::collection::vec(proptest::collection::vec(cell(), 8), 0..6),
    ) {
        let file = |rows: &[Vec<String>]| {
            let rows: Vec<String> = rows.iter().map(|cells| {
                cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",")
            }).collect();
            format!("Key,Title,Type,Parent,Depends on,Blocks,Start,End\n{}\n", rows.join("\n"))
        };
        let mut plan = common::empty_plan();
        let mut mapping = Mapping { day_order: Some(DayOrder::Dmy), ..Mapping::default() };
        let mut carry_out = |text: &str, first_id: u64| {
            let table = Table::read(text.as_bytes(), Cancel::NEVER).unwrap();
            mapping.columns = Mapping::suggest(&table).columns;
            let import = plan_import(&table, &mapping, &plan, common::today(), common::ids(first_id), Cancel::NEVER).unwrap();
            let change = import.operation.change(&plan).unwrap();
            plan.accept(&change);
            assert_eq!(milepost_plan::check_plan(&plan), []);
            import
        };
        // What a file does to a plan that knows some of its keys from another file, and then once more.
        let keyed: Vec<Vec<String>> = rows.into_iter().filter(|cells| !cells[0].trim().is_empty()).collect();
        carry_out(&file(&older), 1);
        carry_out(&file(&keyed), 2);
        let settled = carry_out(&file(&keyed), 3);
        let again = carry_out(&file(&keyed), 4);
        prop_assert!(again.is_empty(), "{:?}", again);
        prop_assert!(again.report.rows.iter().all(|row| matches!(row.outcome, Outcome::Unchanged | Outcome::Refused)));
        if older.is_empty() {
            prop_assert!(settled.is_empty(), "{:?}", settled);
        }
    }
}
