//! Making plans, looking into them, checking them.

use serde_json::Value;

use crate::program::{Desk, plan_of_version};

fn info(desk: &Desk, plan: &str) -> Value {
    serde_json::from_str(&desk.done(&["info", plan, "--json"])).unwrap()
}

fn count(info: &Value, kind: &str) -> u64 {
    let of_kind = info["items"].as_array().unwrap().iter().find(|each| each["kind"] == kind).unwrap();
    of_kind["count"].as_u64().unwrap()
}

#[test]
fn a_new_plan_is_empty_and_named_for_its_file() {
    let desk = Desk::new();
    desk.done(&["new", "order-desk.milepost"]);
    let info = info(&desk, "order-desk.milepost");
    assert_eq!(info["name"], "Order desk");
    assert_eq!((count(&info, "feature"), info["revision"].as_u64()), (0, Some(0)));
    assert_eq!(info["span"], Value::Null);
}

#[test]
fn the_sample_has_something_of_everything() {
    let desk = Desk::with_sample();
    let info = info(&desk, "plan.milepost");
    assert_eq!(info["name"], "Northwind Insights");
    for kind in ["epic", "feature", "user_story", "bug"] {
        assert!(count(&info, kind) > 0, "{kind}");
    }
    let keys = [
        "themes",
        "dated",
        "with_horizon",
        "unscheduled",
        "milestones",
        "dependencies",
        "views",
        "baselines",
    ];
    let of_needs = ["customers", "needs", "unserved", "goals", "feedback", "to_answer"];
    for key in keys.into_iter().chain(of_needs) {
        assert!(info[key].as_u64().unwrap() > 0, "{key}");
    }
    let table = desk.done(&["info", "plan.milepost"]);
    assert!(table.starts_with("Plan          Northwind Insights\n"), "{table}");
    assert!(table.contains("\nUser stories  "), "{table}");
    assert!(table.contains("\nNeeds         18, 3 unserved\n"), "{table}");
    assert!(table.contains("\nFeedback      40, 6 to be answered\n"), "{table}");
}

#[test]
fn a_file_that_is_there_is_not_replaced_by_a_new_plan() {
    let desk = Desk::new();
    desk.write("plan.milepost", "a letter");
    let errors = desk.refused(1, &["new", "plan.milepost"]);
    assert!(errors.starts_with("error: ") && errors.contains("exists already"), "{errors}");
    assert!(errors.contains("\nhint: "), "{errors}");
    assert_eq!(desk.read("plan.milepost"), b"a letter");
}

#[test]
fn a_generated_plan_depends_on_size_and_seed_only() {
    let desk = Desk::new();
    for (plan, seed) in [("a.milepost", "7"), ("b.milepost", "7"), ("c.milepost", "8")] {
        desk.done(&["generate", plan, "--features", "120", "--seed", seed]);
        let csv = plan.replace("milepost", "csv");
        desk.done(&["export", plan, &csv]);
    }
    let info = info(&desk, "a.milepost");
    assert_eq!((count(&info, "feature"), info["themes"].as_u64()), (120, Some(40)));
    assert_eq!(info["dependencies"].as_u64(), Some(30));
    assert_eq!(desk.read("a.csv"), desk.read("b.csv"));
    assert_ne!(desk.read("a.csv"), desk.read("c.csv"));
}

#[test]
fn a_generated_plan_has_customers_needs_feedback_and_a_budget_if_asked() {
    let desk = Desk::new();
    let made = [
        "generate",
        "a.milepost",
        "--features",
        "20",
        "--customers",
        "5",
        "--needs",
        "9",
        "--feedback",
        "30",
        "--costs",
        "40",
        "--actuals",
        "7",
    ];
    desk.done(&made);
    assert_eq!(desk.done(&["check", "a.milepost"]), "a.milepost is sound.\n");
    let errors = desk.refused(1, &["generate", "b.milepost", "--features", "1", "--feedback", "100001"]);
    assert!(errors.contains("100001 pieces of feedback"), "{errors}");
}

#[test]
fn a_sound_plan_is_said_to_be_sound() {
    let desk = Desk::with_sample();
    assert_eq!(desk.done(&["check", "plan.milepost"]), "plan.milepost is sound.\n");
}

#[test]
fn a_damaged_plan_is_told_of_and_left_alone() {
    let desk = Desk::with_sample();
    let mut bytes = desk.read("plan.milepost");
    // All pages but the first few, so that the file is still known for a plan.
    let from = bytes.len() / 2;
    bytes[from..].fill(0xAA);
    desk.write("plan.milepost", &bytes);
    for command in ["check", "info"] {
        let errors = desk.refused(1, &[command, "plan.milepost"]);
        assert!(errors.starts_with("error: ") && errors.contains("plan.milepost"), "{command}: {errors}");
    }
    assert_eq!(desk.read("plan.milepost"), bytes);
}

#[test]
fn what_is_no_plan_is_refused_with_what_to_do() {
    let desk = Desk::new();
    desk.write(
        "letter.milepost",
        "Dear customer, this is a letter and not a plan, though it is long enough for one.",
    );
    for plan in ["letter.milepost", "missing.milepost"] {
        let errors = desk.refused(1, &["info", plan]);
        assert!(errors.starts_with("error: ") && errors.contains("\nhint: "), "{errors}");
    }
}

#[test]
fn asking_the_wrong_way_ends_with_two() {
    let desk = Desk::with_sample();
    let wrong: [&[&str]; 6] = [
        &[],
        &["improve", "plan.milepost"],
        &["generate", "x.milepost", "--features", "many"],
        &["export", "plan.milepost", "plan.docx"],
        &["export", "plan.milepost", "plan.pdf", "--fit", "nicely"],
        &["export", "plan.milepost", "plan.pdf", "--from", "2027-02-30"],
    ];
    for arguments in wrong {
        let errors = desk.refused(2, arguments);
        assert!(errors.contains("--help") || errors.contains("Usage"), "{arguments:?}: {errors}");
    }
    assert!(!desk.path("plan.pdf").exists());
}

#[test]
fn an_earlier_plan_that_is_refused_is_left_as_it_is() {
    let desk = Desk::new();
    let old = std::fs::read(plan_of_version(7)).unwrap();
    desk.write("plan.milepost", &old);
    desk.write("table.csv", "Title\nReports\n");
    for asked in [&["info", "plan.milepost"][..], &["import", "plan.milepost", "table.csv", "--dry-run"]] {
        let errors = desk.refused(1, asked);
        assert!(errors.contains("It was left as it is."), "{errors}");
        assert!(desk.read("plan.milepost") == old, "{asked:?}");
        assert!(!desk.path("plan.version-7.milepost").exists(), "{asked:?}");
    }
}
