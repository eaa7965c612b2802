//! One operation of each kind, in memory and with its commit.

use milepost_plan::{
    FeedbackEdit, FeedbackId, Id as _, Importance, ItemEdit, ItemId, NeedEdit, NewFeedback, Operation, Plan,
    Row as _, Status,
};
use milepost_samples::sample_day;
use milepost_session::Session;
use uuid::Uuid;

use super::NeedsBench;
use crate::Fault;
use crate::runs::{Measurement, median};

/// How many pieces of feedback wait for the feature that is done, if there are so many.
const WAITING: usize = 1_000;

/// There and back again, so that each run changes something.
struct Swing {
    /// Names of the rows in memory and in the file.
    names: [&'static str; 2],
    there: Operation,
    back: Operation,
}

/// What an operation costs without its file.
pub(super) fn in_memory(bench: &NeedsBench) -> Result<Vec<Measurement>, Fault> {
    let (mut plan, swings) = prepared(bench)?;
    let mut found = Vec::new();
    for Swing { names: [name, _], there, back } in swings {
        let mut is_there = false;
        found.push(median(
            name,
            || Ok::<_, Fault>(()),
            |()| {
                let changes = if is_there { &back } else { &there }.change(&plan)?;
                plan.accept(&changes);
                is_there = !is_there;
                Ok(())
            },
        )?);
    }
    Ok(found)
}

/// What the user waits for: the operation and its commit.
pub(super) fn in_the_file(bench: &NeedsBench) -> Result<Vec<Measurement>, Fault> {
    let (plan, swings) = prepared(bench)?;
    let session = Session::create(&bench.other_path(), plan)?;
    let mut found = Vec::new();
    for Swing { names: [_, name], there, back } in swings {
        let mut is_there = false;
        found.push(median(
            name,
            || Ok::<_, Fault>(()),
            |()| {
                session.apply(if is_there { &back } else { &there })?;
                is_there = !is_there;
                Ok(())
            },
        )?);
    }
    Ok(found)
}

/// The plan with a feature that many wait for, and what is done to it.
fn prepared(bench: &NeedsBench) -> Result<(Plan, Vec<Swing>), Fault> {
    let mut plan = bench.plan.clone();
    let originals: Vec<FeedbackId> =
        plan.feedback().iter().filter(|row| row.duplicate_of.is_none()).map(|row| row.id).collect();
    let [first, second, ..] = originals[..] else { return Err("two pieces of feedback are needed".into()) };
    let item = plan.items().iter().next().ok_or("a feature is needed")?.id;
    let wait = Operation::EditFeedback {
        ids: originals.into_iter().take(WAITING).collect(),
        edit: FeedbackEdit::Item { item, linked: true },
    };
    plan.accept(&wait.change(&plan)?);
    let swings = vec![
        add(),
        importance(&plan)?,
        link(&plan, first)?,
        Swing {
            names: ["merge feedback, in memory", "merge feedback, in the file"],
            there: Operation::MergeFeedback { ids: vec![second], into: first },
            back: Operation::SplitFeedback { id: second },
        },
        done(item),
    ];
    Ok((plan, swings))
}

fn add() -> Swing {
    let id = FeedbackId::from_uuid(Uuid::now_v7());
    Swing {
        names: ["add feedback, in memory", "add feedback, in the file"],
        there: Operation::AddFeedback { feedback: NewFeedback::new(id, sample_day(), "Too late") },
        back: Operation::DeleteFeedback { ids: vec![id] },
    }
}

fn importance(plan: &Plan) -> Result<Swing, Fault> {
    let need = plan.needs().iter().next().ok_or("a need is needed")?.id();
    let customer = plan.customers().iter().next().ok_or("a customer is needed")?.id();
    let edit = |importance| Operation::EditNeeds {
        ids: vec![need],
        edit: NeedEdit::Importance { customer, importance: Some(importance) },
    };
    let names = ["importance, in memory", "importance, in the file"];
    Ok(Swing { names, there: edit(Importance::Critical), back: edit(Importance::Low) })
}

fn link(plan: &Plan, feedback: FeedbackId) -> Result<Swing, Fault> {
    let need = plan.needs().iter().last().ok_or("a need is needed")?.id();
    let edit =
        |linked| Operation::EditFeedback { ids: vec![feedback], edit: FeedbackEdit::Need { need, linked } };
    let names = ["link feedback, in memory", "link feedback, in the file"];
    Ok(Swing { names, there: edit(true), back: edit(false) })
}

fn done(item: ItemId) -> Swing {
    let edit = |status| Operation::EditItems { ids: vec![item], edit: ItemEdit::Status(status) };
    Swing {
        names: ["1,000 come true, in memory", "1,000 come true, in the file"],
        there: edit(Status::Done),
        back: edit(Status::InProgress),
    }
}
