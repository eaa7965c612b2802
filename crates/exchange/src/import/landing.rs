//! What becomes of a row of a file, whatever it is a row of.

use crate::mapping::Field;
use crate::report::{Outcome, Remark};

/// What became of a row: an entity with ids `I`, which may be to get a `T` when other rows have landed.
#[derive(Debug)]
pub(super) struct Landing<I, T = ()> {
    /// What the row became or changed; none if it was refused.
    pub became: Option<I>,
    pub outcome: Outcome,
    /// The fields that changed, of what was there before.
    pub fields: Vec<Field>,
    /// What the row wants of it that cannot be had before other rows have landed.
    pub to_come: Option<T>,
}

impl<I, T> Landing<I, T> {
    /// Of a row that became something new.
    pub(super) fn taken(id: I) -> Self {
        Self { became: Some(id), outcome: Outcome::Taken, fields: Vec::new(), to_come: None }
    }

    /// Of a row whose entity is in the plan and has not changed so far.
    pub(super) fn unchanged(id: I) -> Self {
        Self { outcome: Outcome::Unchanged, ..Self::taken(id) }
    }

    /// Of a row that is not taken, which its first remark says the reason of.
    pub(super) fn refused(remarks: &mut Vec<Remark>, reason: impl Into<String>) -> Self {
        remarks.insert(0, Remark::on_row(reason));
        Self { became: None, outcome: Outcome::Refused, fields: Vec::new(), to_come: None }
    }

    /// Notes that a field has changed.
    pub(super) fn changed(&mut self, field: Field) {
        if self.outcome == Outcome::Unchanged {
            self.outcome = Outcome::Updated;
        }
        if self.outcome == Outcome::Updated && !self.fields.contains(&field) {
            self.fields.push(field);
        }
    }
}
