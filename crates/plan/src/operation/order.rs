//! Short lists in an order by hand: themes, customers, goals, budget lines, rates.

use crate::budget::{BudgetLine, Rate};
use crate::customer::Customer;
use crate::draft::{Draft, Drafted};
use crate::goal::Goal;
use crate::rank::{Place, Rank, put_between};
use crate::theme::Theme;
use crate::violation::RuleViolation;

/// A row of a list so short that an operation may walk over all of it.
pub(super) trait Ranked: Drafted {
    fn place(&self) -> Place<Self::Id>;
    fn rank_mut(&mut self) -> &mut Rank;
}

macro_rules! ranked {
    ($row:ty) => {
        impl Ranked for $row {
            fn place(&self) -> Place<Self::Id> {
                (self.rank, self.id)
            }

            fn rank_mut(&mut self) -> &mut Rank {
                &mut self.rank
            }
        }
    };
}

ranked!(Theme);
ranked!(Customer);
ranked!(Goal);
ranked!(BudgetLine);
ranked!(Rate);

/// A rank after all of them.
pub(super) fn last_rank<R: Ranked>(draft: &Draft<'_>) -> Rank {
    Rank::after(draft.all::<R>().map(|row| row.place().0).max())
}

/// Puts a row before another one, or at the end.
pub(super) fn reorder<R: Ranked>(
    draft: &mut Draft<'_>,
    id: R::Id,
    before: Option<R::Id>,
) -> Result<(), RuleViolation> {
    let own = draft.find::<R>(id)?.place();
    let before = before.map(|before| draft.find::<R>(before).map(R::place)).transpose()?;
    let mut others: Vec<_> = draft.all::<R>().map(R::place).filter(|place| *place != own).collect();
    others.sort_unstable();
    let place_of = |place| others.partition_point(|other| *other < place);
    let put_at = before.map_or(others.len(), place_of);
    if put_at == place_of(own) {
        return Ok(());
    }
    let low = put_at.checked_sub(1).map(|low| others[low].0);
    for (id, rank) in put_between(low, id, others.split_off(put_at)) {
        let mut row = draft.find::<R>(id)?.clone();
        *row.rank_mut() = rank;
        draft.put(row);
    }
    Ok(())
}
