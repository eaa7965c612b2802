//! What is pasted becomes new items, whatever it says of itself.

use milepost_plan::{
    Cancel, DependencyId, DependencyKind, Id, ItemId, NewDependency, Operation, Plan, WorkItem,
};
use uuid::Uuid;

use super::{Desk, ids, outcomes, remarks};
use crate::dates::DayOrder;
use crate::import::Import;
use crate::report::Outcome;
use crate::{Head, copied, head_of, plan_paste};

impl Desk {
    fn paste(&mut self, text: &str) -> Import {
        self.imports += 1;
        let paste = plan_paste(text, &self.plan, DayOrder::Dmy, ids(self.imports)).unwrap();
        let change = paste.operation.change(&self.plan).expect("a paste is never refused");
        self.plan.accept(&change);
        assert_eq!(milepost_plan::check_plan(&self.plan), []);
        paste
    }

    fn all(&self) -> Vec<ItemId> {
        self.plan.items_in_order().map(|item| item.id).collect()
    }
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.items_in_order().map(|item| item.title.as_str()).collect()
}

const FILE: &str = "Key,Title,Kind,Theme,Start,End,Parent,Depends on\n\
    E-1,Reports,Epic,Reporting,,,,\n\
    F-1,Templates,Feature,Reporting,2027-01-04,2027-01-15,E-1,\n\
    F-2,Alerts,Feature,Quality,2027-02-01,2027-02-12,E-1,F-1 SS+2\n";

#[test]
fn copies_are_tied_to_one_another_and_have_no_keys() {
    let mut desk = Desk::new();
    desk.import(FILE);
    let originals = desk.all();
    let (text, _) = copied(&desk.plan, &originals, Cancel::NEVER).unwrap();
    let paste = desk.paste(&text);

    assert_eq!(outcomes(&paste), [Outcome::Taken; 3]);
    assert!(matches!(&paste.operation, Operation::Import { label, .. } if label == "Paste 3 items"));
    let copies: Vec<_> = desk.plan.items_in_order().skip(3).collect();
    assert!(copies.iter().all(|copy| copy.key.is_empty() && !originals.contains(&copy.id)));
    assert_eq!(copies[1].parent, Some(copies[0].id));
    assert_eq!(copies[1].schedule, desk.item("F-1").schedule);
    assert_eq!(copies[2].theme, desk.item("F-2").theme);
    let ties: Vec<_> =
        desk.plan.dependencies_of(copies[2].id).map(|row| (row.predecessor, row.lag_days)).collect();
    assert_eq!(ties, [(copies[1].id, 2)]);
}

#[test]
fn a_copy_hangs_where_its_original_does() {
    let mut desk = Desk::new();
    desk.import(FILE);
    let alerts = desk.item("F-2").id;
    let (text, _) = copied(&desk.plan, &[alerts, alerts], Cancel::NEVER).unwrap();
    assert_eq!(text.lines().count(), 2, "an item that is named twice is copied once");
    desk.paste(&text);
    let copy = desk.plan.items_in_order().last().unwrap();
    assert_eq!(copy.parent, Some(desk.item("E-1").id));
    assert_eq!(desk.plan.dependencies_of(copy.id).count(), 1);
}

#[test]
fn what_a_copy_names_and_another_plan_does_not_have_is_told_without_its_id() {
    let mut desk = Desk::new();
    desk.import("Title,Kind,Parent\nReports,Epic,\nOne,Feature,Reports\nTwo,Feature,Reports");
    let id = |title: &str| desk.plan.items().iter().find(|item| item.title == title).unwrap().id;
    let (predecessor, successor) = (id("One"), id("Two"));
    let dependency = NewDependency {
        id: DependencyId::from_uuid(Uuid::from_u128(1)),
        predecessor,
        successor,
        kind: DependencyKind::StartToStart,
        lag_days: 2,
    };
    let change = Operation::Link { dependency }.change(&desk.plan).unwrap();
    desk.plan.accept(&change);
    let (text, _) = copied(&desk.plan, &[successor], Cancel::NEVER).unwrap();
    let mut other = Desk { imports: desk.imports, ..Desk::new() };
    let import = other.paste(&text);
    assert_eq!(
        remarks(&import),
        [
            "the parent is neither in what was pasted nor in the plan",
            "the predecessor is neither in what was pasted nor in the plan",
        ]
    );
}

#[test]
fn an_epic_is_copied_with_all_that_it_holds() {
    let mut desk = Desk::new();
    desk.import(FILE);
    let (epic, templates) = (desk.item("E-1").id, desk.item("F-1").id);
    let (text, count) = copied(&desk.plan, &[epic, templates], Cancel::NEVER).unwrap();
    assert_eq!(count, 3);
    desk.paste(&text);
    let copies: Vec<_> = desk.plan.items_in_order().skip(3).collect();
    assert_eq!(copies.iter().map(|copy| &copy.title).collect::<Vec<_>>(), ["Reports", "Templates", "Alerts"]);
    assert!(copies[1..].iter().all(|copy| copy.parent == Some(copies[0].id)));
    assert_eq!(desk.plan.children(epic).count(), 2, "the original keeps what it holds");
    assert_eq!(desk.plan.dependencies_of(copies[2].id).count(), 1);
}

#[test]
fn what_looks_like_a_formula_is_copied_safely_and_pasted_as_it_was() {
    let mut desk = Desk::new();
    desk.paste("=1+1");
    let (text, _) = copied(&desk.plan, &desk.all(), Cancel::NEVER).unwrap();
    assert!(text.contains("\t'=1+1\t"), "{text}");
    desk.paste(&text);
    assert_eq!(titles(&desk.plan), ["=1+1", "=1+1"]);
}

#[test]
fn text_without_a_header_is_a_list_of_titles() {
    let mut desk = Desk::new();
    desk.paste("Reports, by mail\n\n  \nA \"quoted\" word\nTitle; more\n");
    assert_eq!(titles(&desk.plan), ["Reports, by mail", "A \"quoted\" word", "Title; more"]);
    desk.paste("\"Quoted\" title\n\"In\" and \"out\"\t\"Two\nlines\"\n\"Said\"\n");
    assert_eq!(titles(&desk.plan)[3..], ["\"Quoted\" title", "\"In\" and \"out\"", "Said"]);
    let mut desk = Desk::new();
    desk.paste("Reports\nFilters\nAlerts\n");
    let paste = desk.paste("Name");
    assert_eq!(outcomes(&paste), [Outcome::Taken]);
    let paste = desk.paste("First\t2027\nSecond");
    assert_eq!(outcomes(&paste), [Outcome::Taken; 2]);
    let told = "Not taken: column 2 (“2027”). A first row that names the columns says what they mean.";
    assert_eq!(paste.report.warnings, [told]);
    assert_eq!(titles(&desk.plan)[3..], ["Name", "First", "Second"]);
    for list in ["done\nopen", "2027-01-04\n2027-02-01", "1\n2", "Epic", "ABC-1\nABC-2"] {
        let mut desk = Desk::new();
        let paste = desk.paste(list);
        assert_eq!(paste.report.warnings, [""; 0], "{list}");
        assert_eq!(titles(&desk.plan), list.lines().collect::<Vec<_>>());
    }
}

/// Title, status, and the first and the last day of all items.
fn told(plan: &Plan) -> Vec<String> {
    let days = |item: &WorkItem| {
        item.schedule.span().map(|span| format!(" {}–{}", span.first, span.last)).unwrap_or_default()
    };
    plan.items_in_order()
        .map(|item| format!("{}, {}{}", item.title, item.status.label(), days(item)))
        .collect()
}

#[test]
fn rows_without_a_header_keep_the_dates_that_stand_in_two_columns() {
    let reports = "Reports, idea 2027-04-03–2027-05-14";
    for rows in [
        "Reports\t3/4/2027\t14/5/2027\nAlerts\t\t\n",
        "Reports\t3 Apr 2027\t14 May 2027\nAlerts\n",
        "2027-04-03\t2027-05-14\tReports\n\t\tAlerts\n",
        "ABC-1\tReports\t2027-04-03\t2027-05-14\nABC-2\tAlerts\t\t\n",
    ] {
        let mut desk = Desk::new();
        desk.paste(rows);
        assert_eq!(told(&desk.plan), [reports, "Alerts, idea"], "{rows}");
    }
    let mut desk = Desk::new();
    let paste = desk.paste("Done\tReports\t2027-04-03\t2027-05-14\thigh\nPlanned\tAlerts\tTBD\t2027-05-14\tlow\nIdea\tMore\t2027-04-03\t2027-05-14\t\n");
    assert_eq!(
        told(&desk.plan),
        ["Reports, done 2027-04-03–2027-05-14", "Alerts, planned", "More, idea 2027-04-03–2027-05-14"]
    );
    assert_eq!(remarks(&paste), ["“TBD” is not a day; no dates were taken"]);
    assert!(
        paste.report.warnings[0].starts_with("Not taken: column 5 (“high”). "),
        "{:?}",
        paste.report.warnings
    );
}

#[test]
fn days_that_can_be_meant_otherwise_are_left_out_and_said() {
    let mut desk = Desk::new();
    let paste = desk.paste("Reports\t2027-04-03\nAlerts\t2027-04-04\n");
    assert_eq!(told(&desk.plan), ["Reports, idea", "Alerts, idea"]);
    assert!(paste.report.warnings[0].contains("column 2 (“2027-04-03”)"), "{:?}", paste.report.warnings);
    let paste = desk.paste("Made\t2027-01-01\t2027-04-03\t2027-05-14\n");
    assert!(paste.report.warnings[0].starts_with("Not taken: column 2 (“2027-01-01”), column 3"));
    let paste = desk.paste("A\tb\tc\td\te\tf\n");
    assert!(
        paste.report.warnings[0]
            .starts_with("Not taken: column 2 (“b”), column 3 (“c”), column 4 (“d”), 2 more.")
    );
}

#[test]
fn a_first_row_without_days_names_the_columns_also_where_it_names_no_title() {
    let mut desk = Desk::new();
    let paste = desk.paste("What\tFrom\tUntil\tRoom\nReports\t2027-04-03\t2027-05-14\t3\nAlerts\t\t\t\n");
    assert_eq!(told(&desk.plan), ["Reports, idea 2027-04-03–2027-05-14", "Alerts, idea"]);
    assert_eq!(paste.report.warnings, ["Not taken: “Room”."]);
}

#[test]
fn rows_of_a_spreadsheet_keep_what_they_say_as_far_as_the_plan_knows_it() {
    let mut desk = Desk::new();
    let paste = desk.paste(
        "Title\tStatus\tParent\tStart\tEnd\nOne\tdone\tNobody\t3/4/2027\t5/4/2027\n\tdone\t\t\t\nTwo\tparked\t\t\t\n",
    );
    assert_eq!(outcomes(&paste), [Outcome::TakenWithChange, Outcome::Refused, Outcome::TakenWithChange]);
    assert!(remarks(&paste).iter().any(|remark| remark.contains("Nobody")), "{:?}", remarks(&paste));
    let one = desk.plan.items_in_order().next().unwrap();
    assert_eq!(one.schedule.span().unwrap().first.to_string(), "2027-04-03");
    assert!(matches!(&paste.operation, Operation::Import { label, .. } if label == "Paste 2 items"));
}

#[test]
fn a_table_that_looks_like_feedback_is_pasted_as_items() {
    let mut desk = Desk::new();
    let paste = desk.paste("Title\tVotes\tStatus\nOne\t3\tdone\n");
    assert_eq!(titles(&desk.plan), ["One"]);
    assert_eq!(paste.report.warnings, ["Not taken: “Votes”."]);
}

#[test]
fn a_first_row_names_columns_only_where_rows_follow_and_no_value_could_be_meant() {
    let mut desk = Desk::new();
    desk.import(FILE);
    let (text, _) = copied(&desk.plan, &desk.all(), Cancel::NEVER).unwrap();
    for headed in [text.as_str(), "Title\nOne\n", "Owner\tName\nAda\tOne", "Title,Effort\nOne,3"] {
        assert_eq!(head_of(headed), Head::Titles, "{headed}");
    }
    for headed in ["Start\tEnd\n2027-01-04\t2027-01-15\n", "Owner\tStatus\t\nAda\tdone\t\n"] {
        assert_eq!(head_of(headed), Head::OtherColumns, "{headed}");
    }
    let values =
        ["", "Title", "Title\n\n", "TBD\n2027-02-01\n2027-03-01", "Owner\nAda", "done\tAda\nidea\tBea"];
    for value in values {
        assert_eq!(head_of(value), Head::Nothing, "{value}");
    }
}
