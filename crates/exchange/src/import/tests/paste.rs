//! What is pasted becomes new items, whatever it says of itself.

use milepost_plan::{ItemId, Plan};

use super::{Desk, ids, outcomes, remarks};
use crate::dates::DayOrder;
use crate::import::Import;
use crate::report::Outcome;
use crate::{copied, plan_paste};

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
    let (text, _) = copied(&desk.plan, &originals);
    let paste = desk.paste(&text);

    assert_eq!(outcomes(&paste), [Outcome::Taken; 3]);
    assert!(matches!(&paste.operation, super::Operation::Batch { label, .. } if label == "Paste 3 items"));
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
    let (text, _) = copied(&desk.plan, &[alerts, alerts]);
    assert_eq!(text.lines().count(), 2, "an item that is named twice is copied once");
    desk.paste(&text);
    let copy = desk.plan.items_in_order().last().unwrap();
    assert_eq!(copy.parent, Some(desk.item("E-1").id));
    assert_eq!(desk.plan.dependencies_of(copy.id).count(), 1);
}

#[test]
fn an_epic_is_copied_with_all_that_it_holds() {
    let mut desk = Desk::new();
    desk.import(FILE);
    let (epic, templates) = (desk.item("E-1").id, desk.item("F-1").id);
    let (text, count) = copied(&desk.plan, &[epic, templates]);
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
    let (text, _) = copied(&desk.plan, &desk.all());
    assert!(text.contains("\t'=1+1\t"), "{text}");
    desk.paste(&text);
    assert_eq!(titles(&desk.plan), ["=1+1", "=1+1"]);
}

#[test]
fn text_without_a_header_is_a_list_of_titles() {
    let mut desk = Desk::new();
    desk.paste("Reports, by mail\n\n  \nA \"quoted\" word\nTitle; more\n");
    assert_eq!(titles(&desk.plan), ["Reports, by mail", "A \"quoted\" word", "Title; more"]);
    let paste = desk.paste("Name");
    assert_eq!(outcomes(&paste), [Outcome::Taken]);
    let paste = desk.paste("First\t2027\nSecond");
    assert_eq!(outcomes(&paste), [Outcome::TakenWithChange, Outcome::Taken]);
    assert_eq!(titles(&desk.plan)[3..], ["Name", "First", "Second"]);
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
    assert!(matches!(&paste.operation, super::Operation::Batch { label, .. } if label == "Paste 2 items"));
}

#[test]
fn a_table_that_looks_like_feedback_is_pasted_as_items() {
    let mut desk = Desk::new();
    desk.paste("Title\tVotes\tStatus\nOne\t3\tdone\n");
    assert_eq!(titles(&desk.plan), ["One"]);
}
