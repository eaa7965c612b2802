//! Importing into a plan that has items already: the same file again, and another one.

use super::*;

#[test]
fn a_key_that_comes_again_is_numbered_and_found_again() {
    let mut desk = Desk::new();
    let file = "Key,Title\nA,One\nA (2),Two\nA,Three\nA,Four\n";
    let import = desk.import(file);
    let keys: Vec<&str> = import.report.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["A", "A (2)", "A (3)", "A (4)"]);
    assert_eq!(remarks(&import)[0], "the key “A” stands in line 2 already; kept as “A (3)”");
    let again = desk.import(file);
    assert!(again.is_empty());
    assert_eq!(outcomes(&again), [Outcome::Unchanged; 4]);
}

#[test]
fn importing_again_edits_what_has_changed_and_nothing_else() {
    let mut desk = Desk::new();
    let header = "Key,Title,Status,Theme,Start,End,Owner,Description,Kind\n";
    desk.import(&format!(
        "{header}A,One,Open,T,2026-01-01,2026-01-31,Ann,Text,Feature\nB,Two,Open,T,2026-01-01,,,,\n"
    ));
    let before = desk.plan.clone();
    let again = desk.import(&format!(
        "{header}A,One,Open,T,1.1.2026,31.1.2026,Ann,Text,Feature\nB,Two,Open,T,2026-01-01,,,,\n"
    ));
    assert!(again.is_empty());
    assert_eq!(desk.plan, before);

    let changed = desk.import(&format!(
        "{header}A,Uno,Done,U,2026-01-01,2026-02-28,,,epic\nB,Two,,,2026-01-01,2026-01-02,,,\nC,New,,,,,,,\n"
    ));
    use Field::{Description, FirstDay, Kind, LastDay, Status as StatusField, Theme, Title};
    assert_eq!(outcomes(&changed), [Outcome::Updated, Outcome::Updated, Outcome::Taken]);
    let mut fields = changed.report.rows[0].fields.clone();
    fields.sort_unstable();
    assert_eq!(fields, [Title, Kind, StatusField, Theme, LastDay]);
    let mut fields = changed.report.rows[1].fields.clone();
    fields.sort_unstable();
    assert_eq!(fields, [FirstDay, LastDay, Description]);
    let (a, b) = (desk.item("A"), desk.item("B"));
    assert_eq!(
        (a.title.as_str(), a.owner.as_str(), a.description.as_str()),
        ("Uno", "Ann", "Text"),
        "empty says nothing"
    );
    assert_eq!(b.description, "", "the line about the day goes when the day is known");
    assert_eq!(changed.report.summary, "3 rows: 1 taken, 2 updated. 1 theme added.");
}

#[test]
fn the_dates_of_a_file_are_taken_as_they_are_even_where_a_plan_pushes() {
    let mut desk = Desk::new();
    set(&mut desk.plan, |settings| settings.pushes_successors = true);
    let header = "Key,Title,Start,End,Depends on\n";
    desk.import(&format!("{header}B,Two,2026-02-02,2026-02-27,A\nA,One,2026-01-05,2026-01-30,\n"));
    let file = format!("{header}B,Two,2026-02-09,2026-02-27,A\nA,One,2026-01-05,2026-02-20,\n");
    desk.import(&file);
    let days = |desk: &Desk, key: &str| desk.item(key).schedule.span().unwrap().first.to_string();
    assert_eq!(days(&desk, "B"), "2026-02-09", "the conflict is shown, not mended");
    assert!(desk.plan.settings().pushes_successors);
    assert!(desk.import(&file).is_empty(), "the file says what the plan has");
}

#[test]
fn what_is_set_while_a_file_is_read_stays() {
    let mut plan = Desk::new().plan;
    set(&mut plan, |settings| settings.pushes_successors = true);
    let table = Table::read(b"Key,Title\nA,One\n", Cancel::NEVER).unwrap();
    let mapping = Mapping::suggest(&table);
    let import = plan_import(&table, &mapping, &plan, today(), ids(1), Cancel::NEVER).unwrap();
    set(&mut plan, |settings| settings.name = "New".to_owned());
    let change = import.operation.change(&plan).unwrap();
    plan.accept(&change);
    assert_eq!((plan.settings().name.as_str(), plan.items().len()), ("New", 1));
    assert!(plan.settings().pushes_successors);
}

fn set(plan: &mut Plan, edit: impl FnOnce(&mut PlanSettings)) {
    let mut settings = plan.settings().clone();
    edit(&mut settings);
    let change = (Operation::EditSettings { settings }).change(plan).unwrap();
    plan.accept(&change);
}

#[test]
fn what_is_written_by_hand_stays_beside_the_lines_about_days() {
    let mut desk = Desk::new();
    let file = "Key,Title,Start\nA,One,2026-01-01\n";
    desk.import(file);
    let id = desk.item("A").id;
    let text = "By hand\n\nStart in the file: 2026-01-01".to_owned();
    let edit = items::edit(id, milepost_plan::ItemEdit::Description(text.clone()));
    let change = edit.change(&desk.plan).unwrap();
    desk.plan.accept(&change);
    assert!(desk.import(file).is_empty());
    desk.import("Key,Title,Start\nA,One,2027-01-01\n");
    assert_eq!(desk.item("A").description, "By hand\n\nStart in the file: 2027-01-01");
}

#[test]
fn what_is_too_long_is_left_out_and_all_else_of_its_row_is_taken() {
    let mut desk = Desk::new();
    let [owner, text] = [2_001, 100_001].map(|length| "x".repeat(length));
    let file = |title: &str| {
        format!("Key,Title,Owner,Description,Start\nA,{title},{owner},{text},2026-01-01\nB,Part,Ann,Words,\n")
    };
    let import = desk.import(&file("One"));
    assert_eq!(outcomes(&import), [Outcome::TakenWithChange, Outcome::Taken]);
    assert_eq!(remarks(&import)[1], "the owner is 2001 characters long; at most 2000 fit; it was not taken");
    let item = desk.item("A");
    assert_eq!((item.owner.as_str(), item.description.as_str()), ("", "Start in the file: 2026-01-01"));
    let again = desk.import(&file("Uno"));
    assert_eq!(outcomes(&again)[1], Outcome::Unchanged);
    assert_eq!(remarks(&again)[1], "the owner is 2001 characters long; at most 2000 fit; it stays as it is");
    assert_eq!((desk.item("A").title.as_str(), desk.item("A").owner.as_str()), ("Uno", ""));
}

#[test]
fn a_part_of_our_own_table_brings_back_the_texts_that_were_marked() {
    let file = "Key,Title,Owner,Link\nA,+1 button,@alice,\nB,Plain,=bob,\n";
    let mut desk = Desk::new();
    desk.import(file);
    let id = |desk: &Desk, key: &str| desk.item(key).id;
    let (a, b) = (id(&desk, "A"), id(&desk, "B"));
    let with_ids =
        format!("Key,Title,Owner,Id,Remarks\nA,'+1 button,'@alice,{a},-\nB,New,'=bob,{b},\nC,'-1,,,\n");
    let import = desk.import(&with_ids);
    assert_eq!(outcomes(&import), [Outcome::Unchanged, Outcome::Updated, Outcome::Taken]);
    assert_eq!((desk.item("B").owner.as_str(), desk.item("C").title.as_str()), ("=bob", "-1"));

    let without_key = format!("Title,Owner,Id\n'+1 button,'@carol,{a}\n");
    assert_eq!(outcomes(&desk.import(&without_key)), [Outcome::Updated]);
    assert_eq!((desk.item("A").owner.as_str(), desk.plan.items().len()), ("@carol", 3));

    let without_id = "Key,Title,Owner\nA,'+1 button,'@alice\nB,New,'=bob\n";
    assert_eq!(outcomes(&desk.import(without_id)), [Outcome::Updated, Outcome::Unchanged]);
    assert_eq!((desk.item("A").title.as_str(), desk.item("A").owner.as_str()), ("+1 button", "@alice"));
}

#[test]
fn a_mark_in_a_foreign_table_is_a_letter_of_its_text() {
    for file in ["Key,Title\nA,'+1'\nB,-1\n", "Key,Title,Severity\nA,'+1',\n", "Key,Title,Id\nA,'+1',17\n"] {
        let mut desk = Desk::new();
        desk.import(file);
        assert_eq!(desk.item("A").title, "'+1'", "{file}");
    }
}
