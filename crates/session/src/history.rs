//! Undo and redo: the steps taken, as change sets.

use std::sync::Arc;

use milepost_plan::ChangeSet;

/// What the next undo and the next redo would be, in the words of their operations; none if there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// The step that an undo takes back: “Move feature”.
    pub undo: Option<String>,
    /// The step that a redo takes again.
    pub redo: Option<String>,
}

/// One step of the user.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub label: String,
    /// What the step did last: the operation's change set, or its reverse once it has been undone.
    pub changes: Arc<ChangeSet>,
}

impl Step {
    /// The step the other way round.
    pub(crate) fn reversed(&self) -> Self {
        Self { label: self.label.clone(), changes: Arc::new(ChangeSet::clone(&self.changes).reversed()) }
    }
}

/// Which way through the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Undo,
    Redo,
}

/// How many changed rows are remembered, of some 0.9 KB each with both sides and without long texts.
const MOST_ROWS: usize = 200_000;
/// How many steps can be undone in any case, however many rows they have changed.
const LEAST_STEPS: usize = 30;

/// The steps of a session, kept in memory only: a file that people send must not carry what was deleted. The oldest are
/// forgotten in the end, so that a long day does not fill the memory.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The revision that the last of the steps done made; none once steps were gone through since, or it was taken back by
    /// what went on from it.
    made: Option<u64>,
}

impl Steps {
    /// Remembers a new step, which made a revision; what had been undone is forgotten. If the last step made the revision that
    /// this one goes on from, both are one from then on, and none if one took back the other.
    pub(crate) fn push(&mut self, mut step: Step, revision: u64, goes_on_from: Option<u64>) {
        let is_one = goes_on_from.is_some() && goes_on_from == self.made;
        if let Some(last) = self.done.last().filter(|_| is_one)
            && let Some(joined) = last.changes.joined(&step.changes)
        {
            self.done.pop();
            step.changes = Arc::new(joined);
        }
        self.undone.clear();
        self.made = (!step.changes.is_empty()).then_some(revision);
        if self.made.is_some() {
            self.done.push(step);
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        let mut rows = 0;
        let sizes = self.done.iter().rev().map(|step| step.changes.changes.len());
        let remembered = sizes.take_while(|size| {
            rows += size;
            rows <= MOST_ROWS
        });
        let count = remembered.count().max(LEAST_STEPS);
        self.done.drain(..self.done.len().saturating_sub(count));
    }

    /// The step that going `direction` would take, ready to be taken.
    pub(crate) fn next(&self, direction: Direction) -> Option<Step> {
        match direction {
            Direction::Undo => self.done.last(),
            Direction::Redo => self.undone.last(),
        }
        .map(Step::reversed)
    }

    /// Records that the `step` that [`Steps::next`] answered has been taken.
    pub(crate) fn took(&mut self, direction: Direction, step: Step) {
        let (from, to) = match direction {
            Direction::Undo => (&mut self.done, &mut self.undone),
            Direction::Redo => (&mut self.undone, &mut self.done),
        };
        from.pop();
        to.push(step);
        self.made = None;
    }

    pub(crate) fn labels(&self) -> History {
        let label = |steps: &[Step]| steps.last().map(|step| step.label.clone());
        History { undo: label(&self.done), redo: label(&self.undone) }
    }
}

#[cfg(test)]
mod tests {
    use milepost_plan::{Change, PlanSettings};

    use super::*;

    fn step_of(rows: usize) -> Step {
        let settings = Box::new(PlanSettings::default());
        let change = Change::Settings { before: settings.clone(), after: settings };
        Step { label: String::new(), changes: Arc::new(ChangeSet { changes: vec![change; rows] }) }
    }

    #[test]
    fn the_oldest_steps_are_forgotten_once_many_rows_have_changed() {
        let mut steps = Steps::default();
        for revision in 0..100 {
            steps.push(step_of(4_000), revision, None);
        }
        assert_eq!(steps.done.len(), MOST_ROWS / 4_000);
        // One more makes as much room as it needs.
        steps.push(step_of(8_000), 100, None);
        assert_eq!(steps.done.len(), MOST_ROWS / 4_000 - 1);
    }

    #[test]
    fn some_steps_stay_however_large_they_are() {
        let mut steps = Steps::default();
        for revision in 0..40 {
            steps.push(step_of(10_000), revision, None);
        }
        assert_eq!(steps.done.len(), LEAST_STEPS);
    }
}
