//! Features that wait for one of a plan, to measure what a drag costs that pushes all of them.

use milepost_plan::{
    DependencyId, DependencyKind, ItemId, ItemKind, NewDependency, NewItem, Operation, Plan, PlanSettings,
    Schedule, Span, ThemeId,
};

use crate::build::ids;
use crate::random::Random;
use crate::titles;

/// How many features wait for each other in a chain, each a week long.
const CHAIN: usize = 25;
const WEEK: i32 = 7;
/// What keeps their ids apart from those of any generated plan.
const SALT: u32 = 0x3fff_ffff;

/// What adds that many features to a plan which all wait for `item`, directly or one for the other, so closely that any
/// delay of it pushes all of them; the plan pushes successors from then on. None for an item without dates.
///
/// The chains stand in the plan's themes, one after the other. To be done once to a plan.
pub fn waiting_for(plan: &Plan, item: ItemId, count: usize) -> Option<Operation> {
    let span = plan.items().get(item).and_then(|item| item.schedule.span())?;
    let themes: Vec<ThemeId> = plan.themes_in_order().into_iter().map(|theme| theme.id).collect();
    let settings = PlanSettings { pushes_successors: true, ..plan.settings().clone() };
    let mut random = Random::seeded(1);
    let (mut features, mut ties) = (Vec::new(), Vec::new());
    let mut before = (item, span);
    for (index, (id, tie)) in ids::<ItemId>(5, SALT).zip(ids::<DependencyId>(6, SALT)).take(count).enumerate()
    {
        if index % CHAIN == 0 {
            before = (item, span);
        }
        let (predecessor, earlier) = before;
        let span = Span { first: earlier.last.plus(1), last: earlier.last.plus(WEEK) };
        let mut feature = NewItem::new(id, ItemKind::Feature, titles::title(&mut random));
        feature.theme = themes.get(index / CHAIN % themes.len().max(1)).copied();
        feature.schedule = Schedule::from(span);
        features.push(Operation::AddItem { item: feature });
        let kind = DependencyKind::FinishToStart;
        let dependency = NewDependency { id: tie, predecessor, successor: id, kind, lag_days: 0 };
        ties.push(Operation::Link { dependency });
        before = (id, span);
    }
    let settings = std::iter::once(Operation::EditSettings { settings });
    let operations = settings.chain(features).chain(ties).collect();
    Some(Operation::Batch { label: "Add features that wait".to_owned(), operations })
}
