//! When things are: milestones, holidays, and what was agreed before.

use milepost_plan::{
    BaselineId, Holiday, ItemId, MilestoneEdit, MilestoneId, NewBaseline, NewMilestone, Operation,
    PlanSettings,
};

use crate::build::{Fault, Named, ids};

const MILESTONES: [(&str, &str, &str); 3] = [
    (
        "2027.1 Winter",
        "2027-01-22",
        "Saved filters, freshness alerts and scripted deployments reach everyone.",
    ),
    ("2027.2 Spring", "2027-04-23", "Reports deliver themselves."),
    ("2027.3 Summer", "2027-07-23", "Security by row, drill-through to source, contract tests."),
];

/// The bank holidays of England and Wales.
const HOLIDAYS: [(&str, &str); 16] = [
    ("2026-01-01", "New Year's Day"),
    ("2026-04-03", "Good Friday"),
    ("2026-04-06", "Easter Monday"),
    ("2026-05-04", "Early May bank holiday"),
    ("2026-05-25", "Spring bank holiday"),
    ("2026-08-31", "Summer bank holiday"),
    ("2026-12-25", "Christmas Day"),
    ("2026-12-28", "Boxing Day (substitute day)"),
    ("2027-01-01", "New Year's Day"),
    ("2027-03-26", "Good Friday"),
    ("2027-03-29", "Easter Monday"),
    ("2027-05-03", "Early May bank holiday"),
    ("2027-05-31", "Spring bank holiday"),
    ("2027-08-30", "Summer bank holiday"),
    ("2027-12-27", "Christmas Day (substitute day)"),
    ("2027-12-28", "Boxing Day (substitute day)"),
];

pub(super) fn milestones() -> Result<Vec<Operation>, Fault> {
    let mut operations = Vec::new();
    for ((name, day, note), id) in MILESTONES.into_iter().zip(ids::<MilestoneId>(3, 0)) {
        let milestone = NewMilestone { id, name: name.to_owned(), day: day.parse()? };
        operations.push(Operation::AddMilestone { milestone });
        operations.push(Operation::EditMilestone { id, edit: MilestoneEdit::Note(note.to_owned()) });
    }
    Ok(operations)
}

/// What was agreed in September, and how far some of it has moved since.
pub(super) fn baseline(id: BaselineId, items: &Named<ItemId>) -> Result<Vec<Operation>, Fault> {
    let slipped = [("Scheduled report delivery", 21), ("Mobile layout", 28), ("Lineage view", -14)];
    let shifted = |back: i32| -> Result<Vec<Operation>, Fault> {
        let shifted = slipped.map(|(title, days)| -> Result<Operation, Fault> {
            Ok(Operation::MoveItems { ids: vec![items.id(title)?], days: back * days, lane: Vec::new() })
        });
        shifted.into_iter().collect()
    };
    let taken = "2026-09-14".parse()?;
    let baseline = NewBaseline { id, name: "As agreed in September".to_owned(), taken };
    let mut operations = shifted(-1)?;
    operations.push(Operation::TakeBaseline { baseline });
    operations.extend(shifted(1)?);
    Ok(operations)
}

pub(super) fn settings() -> Result<PlanSettings, Fault> {
    let holiday = |(day, name): (&str, &str)| -> Result<Holiday, Fault> {
        Ok(Holiday { day: day.parse()?, name: name.to_owned() })
    };
    Ok(PlanSettings {
        name: "Northwind Insights".to_owned(),
        currency: "GBP".to_owned(),
        holidays: HOLIDAYS.into_iter().map(holiday).collect::<Result<_, _>>()?,
        ..PlanSettings::default()
    })
}
