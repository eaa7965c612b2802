use milepost_plan::{Id, MilestoneEdit, MilestoneId, NewMilestone, Operation, RuleViolation};
use milepost_testkit::{day, id, milestone};

use crate::{after, plan, refusal};

fn add(id: MilestoneId, name: &str, on: &str) -> Operation {
    Operation::AddMilestone { milestone: NewMilestone { id, name: name.to_owned(), day: day(on) } }
}

fn edit(edit: MilestoneEdit) -> Operation {
    Operation::EditMilestone { id: id(1), edit }
}

#[test]
fn a_milestone_is_added_renamed_moved_noted_and_deleted() {
    let plan = after(&plan(), &add(id(100), " Summer ", "2027-07-23"));
    assert_eq!(milestone(&plan, "Summer").day, day("2027-07-23"));
    let plan = after(&plan, &edit(MilestoneEdit::Name("2027.2".to_owned())));
    let plan = after(&plan, &edit(MilestoneEdit::Day(day("2027-04-30"))));
    let plan = after(&plan, &edit(MilestoneEdit::Note("Why\r\nand what\u{0}\n\n".to_owned())));
    let edited = milestone(&plan, "2027.2");
    assert_eq!((edited.day, edited.note.as_str()), (day("2027-04-30"), "Why\nand what"));
    let plan = after(&plan, &Operation::DeleteMilestone { id: id(1) });
    assert_eq!(plan.milestones().len(), 1);
}

#[test]
fn a_milestone_without_a_name_out_of_range_or_under_a_taken_id_is_refused() {
    assert_eq!(
        refusal(&plan(), &add(id(100), "", "2027-07-23")),
        RuleViolation::EmptyName { word: "milestone" }
    );
    let old = day("1899-12-31");
    let violation = RuleViolation::DayOutOfRange { day: old };
    assert_eq!(refusal(&plan(), &add(id(100), "Old", "1899-12-31")), violation);
    assert_eq!(refusal(&plan(), &edit(MilestoneEdit::Day(old))), violation);
    let taken: MilestoneId = id(1);
    let violation = RuleViolation::IdTaken { word: "milestone", id: taken.uuid() };
    assert_eq!(refusal(&plan(), &add(taken, "Again", "2027-07-23")), violation);
    let long = "x".repeat(100_001);
    let violation = RuleViolation::TextTooLong { field: "the note", length: 100_001, limit: 100_000 };
    assert_eq!(refusal(&plan(), &edit(MilestoneEdit::Note(long))), violation);
}

#[test]
fn a_milestone_that_is_gone_is_neither_edited_nor_deleted() {
    let gone: MilestoneId = id(99);
    let missing = RuleViolation::Missing { word: "milestone", id: gone.uuid() };
    let operation = Operation::EditMilestone { id: gone, edit: MilestoneEdit::Name("New".to_owned()) };
    assert_eq!(refusal(&plan(), &operation), missing);
    assert_eq!(refusal(&plan(), &Operation::DeleteMilestone { id: gone }), missing);
}
