//! The work items of the story: what holds what, what waits for what, and what each of them is for.

use milepost_plan::{
    DependencyId, DependencyKind, GoalId, IdSequence, ItemId, ItemKind, ItemNeed, NeedId, NewDependency,
    NewItem, Operation, Schedule, Status, ThemeId,
};

use super::features::{EPICS, FEATURES, Row, When};
use super::stories::{STORIES, Story};
use super::{goals, needs};
use crate::build::{Fault, Named, dated, ids};

/// Feature, and the epic that holds it.
const HELD_BY_EPIC: [(&str, &str); 9] = [
    ("Report templates v2", "Reports without a ticket"),
    ("Job scheduler", "Reports without a ticket"),
    ("Scheduled report delivery", "Reports without a ticket"),
    ("Drill-through to source", "Reports without a ticket"),
    ("Freshness alerts", "Numbers people trust"),
    ("Duplicate detection", "Numbers people trust"),
    ("Lineage view", "Numbers people trust"),
    ("Guided first report", "Useful on the first day"),
    ("Sample workspace", "Useful on the first day"),
];

/// Predecessor and successor, each finish-to-start.
const DEPENDENCIES: [(&str, &str); 5] = [
    ("Report templates v2", "Scheduled report delivery"),
    ("Job scheduler", "Scheduled report delivery"),
    ("Scheduled report delivery", "Drill-through to source"),
    ("Duplicate detection", "Contract tests in CI"),
    ("Guided first report", "Sample workspace"),
];

/// Adds all items and the dependencies between them; gives the items by their titles too.
pub(super) fn items(
    themes: &[ThemeId],
    needs: &Named<NeedId>,
    goals: &Named<GoalId>,
) -> Result<(Vec<Operation>, Named<ItemId>), Fault> {
    let mut items = Items { named: Named::new("item"), ids: ids(2, 0), needs, goals };
    let mut operations = Vec::new();
    for row in &EPICS {
        operations.push(items.add(row, ItemKind::Epic, themes)?);
    }
    for row in &FEATURES {
        operations.push(items.add(row, ItemKind::Feature, themes)?);
    }
    for story in &STORIES {
        operations.push(items.add_story(story)?);
    }
    let items = items.named;
    for ((predecessor, successor), id) in DEPENDENCIES.into_iter().zip(ids::<DependencyId>(4, 0)) {
        let (predecessor, successor) = (items.id(predecessor)?, items.id(successor)?);
        let kind = DependencyKind::FinishToStart;
        let dependency = NewDependency { id, predecessor, successor, kind, lag_days: 0 };
        operations.push(Operation::Link { dependency });
    }
    Ok((operations, items))
}

/// The items so far, and what they can refer to.
struct Items<'n> {
    named: Named<ItemId>,
    ids: IdSequence<ItemId>,
    needs: &'n Named<NeedId>,
    goals: &'n Named<GoalId>,
}

impl Items<'_> {
    fn add(&mut self, row: &Row, kind: ItemKind, themes: &[ThemeId]) -> Result<Operation, Fault> {
        let epic = HELD_BY_EPIC.iter().find(|(feature, _)| *feature == row.title);
        let mut item = self.new_item(kind, row.title)?;
        item.parent = epic.map(|(_, epic)| self.named.id(epic)).transpose()?;
        item.theme = themes.get(row.theme).copied();
        row.description.clone_into(&mut item.description);
        row.owner.clone_into(&mut item.owner);
        item.status = row.status;
        item.progress = row.progress;
        item.schedule = match row.when {
            When::Days(first, last) => dated(first, last)?,
            When::Roughly(horizon) => Schedule::Horizon { horizon },
            When::Undated => Schedule::None,
        };
        Ok(Operation::AddItem { item })
    }

    fn add_story(&mut self, story: &Story) -> Result<Operation, Fault> {
        let mut item = self.new_item(story.kind, story.title)?;
        item.parent = Some(self.named.id(story.part_of)?);
        item.status = story.status;
        item.progress = if story.status == Status::Done { 100 } else { 0 };
        story.owner.clone_into(&mut item.owner);
        if let Some((first, last)) = story.days {
            item.schedule = dated(first, last)?;
        }
        Ok(Operation::AddItem { item })
    }

    fn new_item(&mut self, kind: ItemKind, title: &'static str) -> Result<NewItem, Fault> {
        let id = self.ids.next().ok_or("ids do not run out")?;
        self.named.add(title, id);
        let mut item = NewItem::new(id, kind, title);
        for (_, need, fulfilment) in needs::SERVED.iter().filter(|(served_by, ..)| *served_by == title) {
            item.needs.push(ItemNeed { need: self.needs.id(need)?, fulfilment: *fulfilment });
        }
        for (_, goal) in goals::SERVED.iter().filter(|(served_by, _)| *served_by == title) {
            item.goals.push(self.goals.id(goal)?);
        }
        Ok(item)
    }
}
