//! Tables into plans.

use serde_json::Value;

use crate::program::{Desk, sample};

const TABLE: &str = "\
ID,Title,Theme,Start,Due
A-1,Report templates,Reporting,2027-01-04,2027-01-29
A-2,Saved filters,Reporting,2027-02-01,2027-01-15
,,,,
A-3,Job scheduler,Platform,2027-03-01,2027-03-26
";

fn report(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&desk.read(name)).unwrap()
}

#[test]
fn every_row_is_accounted_for() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("table.csv", TABLE);
    let told = desk.done(&["import", "plan.milepost", "table.csv", "--report", "report.json"]);
    let report = report(&desk, "report.json");
    assert_eq!(report["counts"]["taken"], 2, "{told}");
    assert_eq!(report["counts"]["taken_with_change"], 1, "{told}");
    assert!(told.contains("Line 3, A-2: taken with a change"), "{told}");
    assert!(told.ends_with(&format!("{}\n", report["summary"].as_str().unwrap())), "{told}");
    let csv = desk.done(&["export", "plan.milepost", "out.csv"]);
    assert!(csv.starts_with("Wrote out.csv: "), "{csv}");
    assert!(String::from_utf8(desk.read("out.csv")).unwrap().contains("Job scheduler"));
}

#[test]
fn a_dry_run_says_the_same_and_changes_nothing() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("table.csv", TABLE);
    let before = desk.read("plan.milepost");
    let told = desk.done(&["import", "plan.milepost", "table.csv", "--dry-run"]);
    assert!(told.contains("Nothing was changed. Importing would give: "), "{told}");
    assert_eq!(desk.read("plan.milepost"), before);
    let done = desk.done(&["import", "plan.milepost", "table.csv"]);
    assert_eq!(told.replace("Nothing was changed. Importing would give: ", ""), done);
}

#[test]
fn importing_again_updates_by_key() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("table.csv", TABLE);
    desk.done(&["import", "plan.milepost", "table.csv"]);
    desk.write("table.csv", TABLE.replace("2027-01-29", "2027-02-05"));
    desk.done(&["import", "plan.milepost", "table.csv", "--report", "report.json"]);
    let report = report(&desk, "report.json");
    assert_eq!(report["counts"]["updated"], 1, "{report}");
    assert_eq!(report["counts"]["taken"], 0, "{report}");
}

#[test]
fn a_mapping_says_what_names_do_not() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("table.csv", "Wat;Vanaf\nEerste;2027-01-04\n");
    let errors = desk.refused(1, &["import", "plan.milepost", "table.csv"]);
    assert!(errors.contains("title"), "{errors}");
    desk.write("map.json", r#"{"columns": {"title": ["Wat"], "first_day": ["Vanaf"]}}"#);
    desk.done(&["import", "plan.milepost", "table.csv", "--map", "map.json"]);
    desk.write("map.json", r#"{"kolommen": {}}"#);
    let errors = desk.refused(1, &["import", "plan.milepost", "table.csv", "--map", "map.json"]);
    assert!(errors.contains("map.json"), "{errors}");
}

#[test]
fn the_order_of_days_is_asked_when_it_cannot_be_told() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("table.csv", "Title,Start,End\nOne,3/4/2027,5/6/2027\n");
    let errors = desk.refused(1, &["import", "plan.milepost", "table.csv"]);
    assert!(errors.contains("dmy or mdy"), "{errors}");
    desk.done(&["import", "plan.milepost", "table.csv", "--day-order", "dmy"]);
    desk.done(&["export", "plan.milepost", "out.csv"]);
    let csv = String::from_utf8(desk.read("out.csv")).unwrap();
    assert!(csv.contains("2027-04-03,2027-06-05"), "{csv}");
}

#[test]
fn the_samples_of_the_wild_are_taken_whole() {
    for (name, rows) in [("kubernetes-enhancements.csv", 655), ("jira-cloud.csv", 0)] {
        let desk = Desk::new();
        desk.done(&["new", "plan.milepost"]);
        desk.done(&[
            "import",
            "plan.milepost",
            &sample(name),
            "--day-order",
            "dmy",
            "--report",
            "report.json",
        ]);
        let report = report(&desk, "report.json");
        let told = report["rows"].as_array().unwrap().len();
        assert!(told >= rows && told > 0, "{name}: {told}");
        desk.done(&["check", "plan.milepost"]);
    }
}

#[test]
fn feedback_is_known_by_its_columns_and_refused_by_line() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    let file = sample("fider.csv");
    let told = desk.done(&["import", "plan.milepost", &file, "--report", "report.json"]);
    assert!(told.contains("Not taken: comments_count"), "{told}");
    assert!(told.contains("Line 11, 8: refused: the votes are “-1”"), "{told}");
    assert!(told.contains("Line 12, 9: refused: “31/31/2026” is not a day"), "{told}");
    let report = report(&desk, "report.json");
    assert_eq!((&report["counts"]["refused"], &report["counts"]["taken"]), (&2.into(), &5.into()), "{told}");
    desk.done(&["check", "plan.milepost"]);
    let again = desk.done(&["import", "plan.milepost", &file]);
    assert!(again.contains("8 unchanged, 2 refused."), "{again}");
}

#[test]
fn the_same_rows_are_items_or_feedback_with_their_customers_as_asked() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("table.csv", "Key,Summary,Customer\nA-1,More colours,Acme\n");
    let told = desk.done(&["import", "plan.milepost", "table.csv", "--as", "feedback", "--add-customers"]);
    assert!(told.contains("1 customer added."), "{told}");
    let told = desk.done(&["import", "plan.milepost", "table.csv"]);
    assert!(told.contains("1 row: 1 taken."), "{told}");
}
