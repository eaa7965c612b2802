//! Ties items to those they wait for, leaving out what would make a circle.
//!
//! A tie is held against the plan's rules as the plan stands before any tie of the file, and against a circle with
//! the file's other ties here: the plan's rule walks from the successor onwards, which over a long chain in an unlucky
//! order costs its square. The ties that are left are then carried out from the first item of each chain to the last,
//! where that walk ends at once.

use std::collections::HashMap;

use milepost_plan::{
    Cancel, Cancelled, DependencyEdit, DependencyId, Id, ItemId, ItemKind, NewDependency, Operation,
    RuleViolation,
};
use uuid::Uuid;

use super::graph::Graph;
use super::items::Landing;
use super::references::References;
use super::rows::Row;
use super::scratch::Scratch;
use crate::mapping::Field;
use crate::notation::{Tie, split_tie};
use crate::report::{Remark, quoted};

/// One entry of a list of dependencies.
struct Wish<'w> {
    row: usize,
    field: Field,
    text: &'w str,
    /// The item of the row.
    item: ItemId,
}

/// A dependency to be added.
struct Pending {
    row: usize,
    field: Field,
    dependency: NewDependency,
}

/// Ties between items, by predecessor and successor.
enum Known {
    InPlan(DependencyId),
    Pending(usize),
}

pub(super) struct Links<'l> {
    scratch: &'l mut Scratch,
    references: &'l References,
    ids: &'l mut dyn FnMut() -> Uuid,
    graph: Graph,
    known: HashMap<(ItemId, ItemId), Known>,
    pending: Vec<Pending>,
    /// Remarks by row, given to the rows at the end.
    remarks: Vec<(usize, Remark)>,
}

impl<'l> Links<'l> {
    pub(super) fn new(
        scratch: &'l mut Scratch,
        references: &'l References,
        ids: &'l mut dyn FnMut() -> Uuid,
    ) -> Self {
        let mut graph = Graph::default();
        let mut known = HashMap::new();
        for row in scratch.plan.dependencies() {
            graph.tie(row.predecessor, row.successor);
            known.insert((row.predecessor, row.successor), Known::InPlan(row.id));
        }
        Self { scratch, references, ids, graph, known, pending: Vec::new(), remarks: Vec::new() }
    }

    /// Adds what the rows ask for; says how many dependencies the plan has gained.
    pub(super) fn link(
        mut self,
        rows: &mut [Row],
        landings: &mut [Landing],
        cancel: Cancel<'_>,
    ) -> Result<u32, Cancelled> {
        for each in cancel.over(rows.iter().enumerate()) {
            let (index, row) = each?;
            let Some(item) = landings[index].became else { continue };
            for (field, texts) in [(Field::DependsOn, &row.depends_on), (Field::Blocks, &row.blocks)] {
                for text in texts {
                    self.wish(&Wish { row: index, field, text, item }, &mut landings[index]);
                }
            }
        }
        let added = self.carry_out(landings, cancel)?;
        for (row, remark) in self.remarks {
            rows[row].remarks.push(remark);
        }
        Ok(added)
    }

    fn wish(&mut self, wish: &Wish<'_>, landing: &mut Landing) {
        let Some((other, tie)) = self.find(wish.text) else {
            let name = split_tie(wish.text).map_or(wish.text, |tie| tie.reference);
            let what = if wish.field == Field::Blocks { "the successor" } else { "the predecessor" };
            return self.remark(wish, self.references.unfound(what, name));
        };
        let (predecessor, successor) = match wish.field {
            Field::Blocks => (wish.item, other),
            _ => (other, wish.item),
        };
        match self.known.get(&(predecessor, successor)) {
            Some(Known::InPlan(id)) => {
                let id = *id;
                self.edit(id, tie, wish, landing);
            }
            Some(Known::Pending(place)) => {
                let pending = &mut self.pending[*place].dependency;
                pending.kind = tie.kind.unwrap_or(pending.kind);
                pending.lag_days = tie.lag_days.unwrap_or(pending.lag_days);
            }
            None => {
                let dependency = NewDependency {
                    id: DependencyId::from_uuid((self.ids)()),
                    predecessor,
                    successor,
                    kind: tie.kind.unwrap_or_default(),
                    lag_days: tie.lag_days.unwrap_or_default(),
                };
                self.promise(wish, dependency);
            }
        }
    }

    /// The item that an entry names, and the tie written after it. A key may look as if it ended with a tie.
    fn find<'t>(&self, text: &'t str) -> Option<(ItemId, Tie<'t>)> {
        let whole = Tie { reference: text, kind: None, lag_days: None };
        [Some(whole), split_tie(text)]
            .into_iter()
            .flatten()
            .find_map(|tie| Some((self.references.find(&self.scratch.plan, tie.reference)?, tie)))
    }

    /// Keeps a dependency to be added, if the rules take it and it closes no circle.
    fn promise(&mut self, wish: &Wish<'_>, dependency: NewDependency) {
        let NewDependency { predecessor, successor, .. } = dependency;
        let operation = Operation::Link { dependency: dependency.clone() };
        let fits = self.scratch.would_change(&operation).map(drop);
        if let Err(violation) = fits.and_then(|()| self.closes_no_circle(predecessor, successor)) {
            return self.remark(wish, format!("{} was not taken: {violation}", quoted(wish.text)));
        }
        self.graph.tie(predecessor, successor);
        self.known.insert((predecessor, successor), Known::Pending(self.pending.len()));
        self.pending.push(Pending { row: wish.row, field: wish.field, dependency });
    }

    fn closes_no_circle(&mut self, predecessor: ItemId, successor: ItemId) -> Result<(), RuleViolation> {
        let Some(circle) = self.graph.circle(predecessor, successor) else { return Ok(()) };
        let title = |id: ItemId| self.scratch.plan.items().get(id).map(|item| item.title.clone());
        Err(RuleViolation::DependencyCycle { titles: circle.into_iter().filter_map(title).collect() })
    }

    /// Changes a dependency of the plan where the entry says more than that there is one.
    fn edit(&mut self, id: DependencyId, tie: Tie<'_>, wish: &Wish<'_>, landing: &mut Landing) {
        let edits = [tie.kind.map(DependencyEdit::Kind), tie.lag_days.map(DependencyEdit::LagDays)];
        for edit in edits.into_iter().flatten() {
            match self.scratch.apply(Operation::EditDependency { id, edit }) {
                Ok(true) => landing.changed(wish.field),
                Ok(false) => {}
                Err(violation) => {
                    self.remark(wish, format!("{} was not taken: {violation}", quoted(wish.text)));
                }
            }
        }
    }

    fn carry_out(&mut self, landings: &mut [Landing], cancel: Cancel<'_>) -> Result<u32, Cancelled> {
        let order = self.graph.order();
        let is_epic =
            |id: ItemId| self.scratch.plan.items().get(id).is_some_and(|item| item.kind == ItemKind::Epic);
        // From an epic the rule walks on through all that it holds, so those ties come last of all.
        self.pending.sort_by_key(|Pending { dependency, .. }| {
            let ends = [dependency.predecessor, dependency.successor];
            (ends.into_iter().any(is_epic), order.get(&dependency.successor).copied())
        });
        let mut added = 0;
        for each in cancel.over(std::mem::take(&mut self.pending)) {
            let Pending { row, field, dependency } = each?;
            match self.scratch.apply(Operation::Link { dependency }) {
                Ok(_) => {
                    added += 1;
                    landings[row].changed(field);
                }
                Err(violation) => {
                    let remark = Remark::on(field, format!("a dependency was not taken: {violation}"));
                    self.remarks.push((row, remark));
                }
            }
        }
        Ok(added)
    }

    fn remark(&mut self, wish: &Wish<'_>, text: String) {
        self.remarks.push((wish.row, Remark::on(wish.field, text)));
    }
}
