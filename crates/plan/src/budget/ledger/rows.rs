//! Which rows a line has in the ledger. Whoever adds a line up asks these, and not the plan, which may be ahead of the
//! ledger: what comes of it then changes with the rows that the ledger follows.

use std::collections::HashSet;
use std::hash::Hash;

use super::{Entry, Ledger};
use crate::id::{ActualId, BudgetLineId, CostId};

/// The rows of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct RowsOfLine {
    pub costs: HashSet<CostId>,
    pub actuals: HashSet<ActualId>,
}

impl Ledger {
    /// The rows of a line, in no order.
    pub(super) fn entries_of(&self, line: BudgetLineId) -> impl Iterator<Item = &Entry> {
        let rows = self.rows.get(&line);
        let costs = rows.into_iter().flat_map(|rows| &rows.costs).filter_map(|id| self.costs.get(id));
        let actuals = rows.into_iter().flat_map(|rows| &rows.actuals).filter_map(|id| self.actuals.get(id));
        costs.chain(actuals)
    }

    /// Follows a row that comes to a line, leaves it or goes from one to another.
    pub(super) fn change_line<I: Eq + Hash>(
        &mut self,
        before: Option<&Entry>,
        after: Option<&Entry>,
        of: fn(&mut RowsOfLine) -> &mut HashSet<I>,
        id: I,
    ) {
        let [before, after] = [before, after].map(|entry| entry.map(|entry| entry.line));
        if before == after {
            return;
        }
        if let Some(rows) = before.and_then(|line| self.rows.get_mut(&line)) {
            of(rows).remove(&id);
        }
        if let Some(line) = after {
            of(self.rows.entry(line).or_default()).insert(id);
        }
    }
}
