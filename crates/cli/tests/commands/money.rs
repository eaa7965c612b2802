//! What was spent into a plan, and money out of it.

use crate::program::{Desk, sample};

const POSTINGS: &str = "\
Posting date,Document number,Cost centre,Vendor,Text,Amount
2026-11-02,X-1,Cloud,Stratus,Compute,\"1,310.00\"
2026-11-03,X-2,4720,Bright Minds,Handouts,12.50
2026-11-04,X-3,4720,Bright Minds,Credit note,-2.50
2026-12-24,X-4,Cloud,Stratus,Prepaid,5.00
";

fn text(desk: &Desk, name: &str) -> String {
    String::from_utf8(desk.read(name)).unwrap()
}

#[test]
fn actuals_are_taken_by_line_and_the_way_is_remembered() {
    let desk = Desk::with_sample();
    desk.write("postings.csv", POSTINGS);
    let told = desk.done(&["import", "plan.milepost", "postings.csv", "--dry-run"]);
    assert!(
        told.contains("Line 3, X-2: refused: no budget line belongs to the cost centre “4720”."),
        "{told}"
    );
    assert!(told.contains("Line 4, X-3: refused: 2.50 came in"), "{told}");
    assert!(told.contains("Line 5, X-4: refused: 24 Dec 2026 is still to come"), "{told}");
    let centre = ["import", "plan.milepost", "postings.csv", "--cost-centre", "4720=training"];
    let told = desk.done(&centre);
    assert!(told.ends_with("4 rows: 2 taken, 2 refused.\n"), "{told}");
    // The cost centre is known from now on, and what is there is not taken again.
    let told = desk.done(&["import", "plan.milepost", "postings.csv", "--spent-in-advance"]);
    assert!(told.ends_with("4 rows: 1 taken, 2 already there, 1 refused.\n"), "{told}");
    desk.write(
        "next.csv",
        "Posting date,Document number,Cost centre,Vendor,Text,Amount\n2026-11-09,X-9,4720,B,,3\n",
    );
    let told = desk.done(&["import", "plan.milepost", "next.csv"]);
    assert!(told.ends_with("1 row: 1 taken.\n"), "{told}");
    desk.done(&["check", "plan.milepost"]);
    let errors = desk.refused(1, &["import", "plan.milepost", "next.csv", "--line", "Travel"]);
    assert!(errors.contains("no budget line named “Travel”") && errors.contains("“Cloud”"), "{errors}");
}

#[test]
fn a_statement_needs_a_line_for_its_payments() {
    let desk = Desk::with_sample();
    let file = sample("bank-statement.csv");
    let errors = desk.refused(1, &["import", "plan.milepost", &file]);
    assert!(errors.contains("which budget line the money belongs to"), "{errors}");
    let told = desk.done(&["import", "plan.milepost", &file, "--line", "cloud", "--dry-run"]);
    assert!(told.contains("The first 4 lines were passed over: the columns are named in line 5."), "{told}");
    assert!(told.contains("the amount is in “EUR”, and the plan in GBP"), "{told}");
}

#[test]
fn the_ledger_adds_nothing_to_its_plan() {
    let desk = Desk::with_sample();
    desk.done(&["export", "plan.milepost", "ledger.csv", "--what", "ledger"]);
    let told = desk.done(&["import", "plan.milepost", "ledger.csv"]);
    let summary = told.lines().last().unwrap();
    assert!(summary.contains("17 already there") && !summary.contains("taken"), "{summary}");
    assert!(text(&desk, "ledger.csv").starts_with("\u{feff}What,Key,Day,Last day,Amount,Currency"));
}

#[test]
fn lines_by_periods_are_a_table_of_any_unit() {
    let desk = Desk::with_sample();
    for (unit, column) in [("month", "2026-10"), ("quarter", "2026-Q4"), ("year", "2026")] {
        desk.done(&["export", "plan.milepost", "budget.csv", "--what", "budget", "--unit", unit, "--no-bom"]);
        let table = text(&desk, "budget.csv");
        let head = format!("Budget line,Category,Cap,Cap from,Cap to,Currency,What,{column}");
        assert!(table.starts_with(&head), "{table}");
        assert_eq!(table.lines().count(), 1 + 4 * 6, "five lines and all of them: {table}");
        assert!(table.contains("Cloud,cloud,78000.00,2026-10-01,2027-09-30,GBP,Planned,"), "{table}");
    }
}
