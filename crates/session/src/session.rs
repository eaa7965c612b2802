//! One open plan.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use milepost_plan::{Cancel, ChangeSet, Operation, Plan, RuleViolation, check_plan};
use milepost_store::{Opened, PlanFile};

use crate::current::{Current, PlanGuard};
use crate::error::SessionError;
use crate::history::{Direction, History, Step, Steps};
use crate::looking;

/// An open plan, shared by all who look at it.
///
/// Changes come one after the other; whoever reads the plan waits for none of them to reach the disk, only for the
/// moment in which memory takes over what is on it.
#[derive(Debug)]
pub struct Session {
    current: Current,
    kept: Mutex<Kept>,
}

/// What a change has to itself from beginning to end.
#[derive(Debug)]
struct Kept {
    file: PlanFile,
    steps: Steps,
}

/// What an operation, an undo or a redo has done.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The plan's revision after it.
    pub revision: u64,
    /// The rows that changed; empty if nothing did, and then there is no new revision and no undo step.
    pub changes: Arc<ChangeSet>,
    /// What the step is called.
    pub label: String,
    /// What can be undone and redone now.
    pub history: History,
}

impl Session {
    /// Makes a file of `plan` and opens it.
    ///
    /// # Errors
    /// If there is a file already, or the file cannot be made.
    pub fn create(path: &Path, plan: Plan) -> Result<Self, SessionError> {
        let file = PlanFile::create(path, &plan)?;
        Ok(Self::of(file, plan))
    }

    /// Opens a file.
    ///
    /// # Errors
    /// If the file cannot be opened, or what is in it breaks a rule. The file is left as it was.
    pub fn open(path: &Path) -> Result<Self, SessionError> {
        let Opened { file, plan, .. } = PlanFile::open(path)?;
        let violations = check_plan(&plan);
        let count = violations.len();
        match violations.into_iter().next() {
            Some((_, first)) => Err(SessionError::Unsound { path: file.path().to_path_buf(), first, count }),
            None => Ok(Self::of(file, plan)),
        }
    }

    fn of(file: PlanFile, plan: Plan) -> Self {
        let current = Current::new(plan, &file);
        Self { current, kept: Mutex::new(Kept { file, steps: Steps::default() }) }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> PlanGuard<'_> {
        self.current.read()
    }

    /// The plan's revision; every change counts it up by one.
    pub fn revision(&self) -> u64 {
        self.current.read().revision()
    }

    /// Carries out an operation: in the file, in memory, as one undo step. What had been undone is forgotten.
    ///
    /// # Errors
    /// If a rule is broken or the file cannot be written; nothing has changed then.
    pub fn apply(&self, operation: &Operation) -> Result<Applied, SessionError> {
        self.take(operation, None, Cancel::NEVER)
    }

    /// The same as more of the step that made a revision, if that was the last thing to happen: one undo takes back both.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn go_on(&self, operation: &Operation, from: u64) -> Result<Applied, SessionError> {
        self.take(operation, Some(from), Cancel::NEVER)
    }

    /// The same, as long as somebody wants it. What is in the file cannot be cancelled any more.
    ///
    /// # Errors
    /// As [`Session::apply`], and if it was cancelled; nothing has changed then.
    pub fn apply_unless(&self, operation: &Operation, cancel: Cancel<'_>) -> Result<Applied, SessionError> {
        self.take(operation, None, cancel)
    }

    fn take(
        &self,
        operation: &Operation,
        goes_on_from: Option<u64>,
        cancel: Cancel<'_>,
    ) -> Result<Applied, SessionError> {
        let mut kept = self.kept();
        let (changes, label) = {
            let plan = self.current.read();
            (operation.change_unless::<SessionError>(&plan, cancel)?, operation.label(&plan))
        };
        let step = Step { label, changes: Arc::new(changes) };
        if step.changes.is_empty() {
            return Ok(applied(&kept, step));
        }
        let revision = kept.file.write_unless(&step.changes, cancel).map_err(SessionError::of_write)?;
        kept.steps.push(step.clone(), revision, goes_on_from);
        Ok(self.accepted(&kept, step, revision))
    }

    /// Takes the last step back; none if there is none.
    ///
    /// # Errors
    /// If the file cannot be written; nothing has changed then.
    pub fn undo(&self) -> Result<Option<Applied>, SessionError> {
        self.go(Direction::Undo)
    }

    /// Takes the step again that was undone last; none if there is none.
    ///
    /// # Errors
    /// If the file cannot be written; nothing has changed then.
    pub fn redo(&self) -> Result<Option<Applied>, SessionError> {
        self.go(Direction::Redo)
    }

    /// Shows `look` what `operation` would make of the plan. Nothing changes, even if `look` panics.
    ///
    /// Its cost follows what the operation changes. Others wait for the plan meanwhile, so look briefly.
    ///
    /// # Errors
    /// The rule that the operation breaks.
    pub fn preview<T>(
        &self,
        operation: &Operation,
        look: impl FnOnce(&Plan, &ChangeSet) -> T,
    ) -> Result<T, RuleViolation> {
        self.current.preview(|plan| operation.change(plan), look)
    }

    /// What can be undone and redone now.
    pub fn history(&self) -> History {
        self.current.read().history().clone()
    }

    /// Writes the plan to another file and goes on there; what can be undone stays. With `replace`, a file that is there
    /// already is replaced once the new one is whole.
    ///
    /// # Errors
    /// If there is a file that may not be replaced, or it cannot be written; the session goes on with the old one then.
    pub fn save_as(&self, path: &Path, replace: bool) -> Result<(), SessionError> {
        let mut kept = self.kept();
        let plan = self.current.read().snapshot();
        kept.file.save_as(path, &plan, replace)?;
        self.current.move_to(&kept.file);
        Ok(())
    }

    /// Where the file is.
    pub fn path(&self) -> PathBuf {
        self.current.read().path().to_path_buf()
    }

    /// Whether opening `path` would bring nothing but this session once more: it leads to the same file, which nobody else has
    /// changed and which can be written.
    pub fn is_current_at(&self, path: &Path) -> bool {
        self.kept().file.is_current_at(path)
    }

    /// Whether the file still stands at its place. If it was moved, deleted or replaced, the plan may be whole nowhere but in
    /// memory.
    pub fn is_in_place(&self) -> bool {
        self.kept().file.is_in_place()
    }

    /// Whether the file can only be read; then every change is refused.
    pub fn is_read_only(&self) -> bool {
        self.current.read().is_read_only()
    }

    fn go(&self, direction: Direction) -> Result<Option<Applied>, SessionError> {
        let mut kept = self.kept();
        let Some(step) = kept.steps.next(direction) else {
            return Ok(None);
        };
        let revision = kept.file.write(&step.changes).map_err(SessionError::of_write)?;
        kept.steps.took(direction, step.clone());
        Ok(Some(self.accepted(&kept, step, revision)))
    }

    /// Takes into memory what is in the file: in this order, so that memory has not been touched if the file fails.
    fn accepted(&self, kept: &Kept, step: Step, revision: u64) -> Applied {
        self.current.accept(&step.changes, revision, kept.steps.labels());
        applied(kept, step)
    }

    /// A step is written, remembered and accepted without anything in between that could panic on purpose, so a
    /// poisoned lock hides nothing half-done.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        looking::ask();
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn applied(kept: &Kept, step: Step) -> Applied {
    Applied {
        revision: kept.file.revision(),
        changes: step.changes,
        label: step.label,
        history: kept.steps.labels(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn who_reads_does_not_wait_for_a_change_that_is_under_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("plan.milepost");
        let session = Session::create(&path, Plan::default()).unwrap();
        // As long as a change writes the file and waits for the plan to be let go.
        let _under_way = session.kept();
        assert_eq!(session.history(), History::default());
        assert_eq!((session.path(), session.is_read_only(), session.revision()), (path, false, 0));
    }
}
