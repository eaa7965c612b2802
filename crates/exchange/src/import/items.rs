//! Rows to items: new ones are added, known ones are edited where the file says something else.

use std::collections::HashMap;

use milepost_plan::{
    Id, ItemEdit, ItemId, ItemKind, NewItem, NewTheme, Operation, RuleViolation, Schedule, ThemeId, WorkItem,
};
use uuid::Uuid;

use super::identity::Identity;
use super::rows::Row;
use super::schedule::{with_day_lines, without_day_lines};
use super::scratch::Scratch;
use crate::mapping::Field;
use crate::report::{Remark, quoted};

/// Shorter texts are not too long for any field, in bytes.
const LONG: usize = 2_000;

/// What became of a row; a kind is to come that the item cannot take before its parent has changed.
pub(super) type Landing = super::landing::Landing<ItemId, ItemKind>;

/// Brings rows into the plan one by one, all but what ties them to other rows.
pub(super) struct Items<'i> {
    pub scratch: &'i mut Scratch,
    pub ids: &'i mut dyn FnMut() -> Uuid,
    themes: HashMap<String, ThemeId>,
}

impl<'i> Items<'i> {
    pub(super) fn new(scratch: &'i mut Scratch, ids: &'i mut dyn FnMut() -> Uuid) -> Self {
        let mut themes = HashMap::new();
        for theme in scratch.plan.themes_in_order() {
            themes.entry(theme.name.clone()).or_insert(theme.id);
        }
        Self { scratch, ids, themes }
    }

    pub(super) fn land(&mut self, row: &mut Row, identity: &Identity<ItemId>) -> Landing {
        let existing = identity.existing.and_then(|id| self.scratch.plan.items().get(id)).cloned();
        let landed = match existing {
            _ if row.is_blank => return Landing::refused(&mut row.remarks, "the row is empty"),
            Some(item) => self.update(row, identity, &item),
            None => self.add(row, identity),
        };
        landed.unwrap_or_else(|violation| Landing::refused(&mut row.remarks, violation.to_string()))
    }

    fn add(&mut self, row: &mut Row, identity: &Identity<ItemId>) -> Result<Landing, RuleViolation> {
        let id = identity.own_id.unwrap_or_else(|| ItemId::from_uuid((self.ids)()));
        let mut item = NewItem {
            description: with_day_lines(&row.body, &row.day_lines),
            status: row.status.unwrap_or_default(),
            progress: row.progress.unwrap_or_default(),
            owner: row.owner.clone(),
            link: row.link.clone(),
            key: identity.key.clone(),
            schedule: row.schedule.unwrap_or_default(),
            ..NewItem::new(id, row.kind.unwrap_or(ItemKind::Feature), row.title.clone())
        };
        self.leave_out_what_is_too_long(row, &mut item);
        // A row that is refused leaves no theme behind.
        if !row.theme.is_empty() && !self.themes.contains_key(&row.theme) {
            self.scratch.would_change(&Operation::AddItem { item: item.clone() })?;
        }
        item.theme = self.theme(row);
        self.scratch.apply(Operation::AddItem { item })?;
        Ok(Landing::taken(id))
    }

    /// Each of the long texts that the plan does not take, with a remark.
    fn leave_out_what_is_too_long(&self, row: &mut Row, item: &mut NewItem) {
        type Text = fn(&mut NewItem) -> &mut String;
        let texts: [(Field, Text); 3] = [
            (Field::Owner, |item| &mut item.owner),
            (Field::Link, |item| &mut item.link),
            (Field::Description, |item| &mut item.description),
        ];
        for (field, text) in texts {
            // Others than long ones are taken anyway, which spares asking the plan's rules.
            if text(item).len() < LONG {
                continue;
            }
            let mut alone = NewItem::new(item.id, ItemKind::Feature, "A title");
            text(&mut alone).clone_from(text(item));
            if let Err(violation @ RuleViolation::TextTooLong { .. }) =
                self.scratch.would_change(&Operation::AddItem { item: alone })
            {
                row.remarks.push(Remark::on(field, format!("{violation}; it was not taken")));
                let left = if field == Field::Description { row.day_lines.join("\n") } else { String::new() };
                *text(item) = left;
            }
        }
    }

    /// Edits what the file says otherwise. Either all edits of a row are made or none.
    fn update(
        &mut self,
        row: &mut Row,
        identity: &Identity<ItemId>,
        item: &WorkItem,
    ) -> Result<Landing, RuleViolation> {
        let mut landing = Landing::unchanged(item.id);
        let mut changes = Vec::new();
        for (field, edit) in edits(row, identity, item) {
            let operation = Operation::EditItems { ids: vec![item.id], edit };
            match self.scratch.would_change(&operation) {
                Ok(true) => changes.push((field, operation)),
                Ok(false) => {}
                Err(RuleViolation::LevelDoesNotFit { .. }) => landing.to_come = row.kind,
                Err(violation @ RuleViolation::KeyTaken { .. }) => {
                    row.remarks.push(Remark::on(Field::Key, format!("{violation}; the key stays as it is")));
                }
                Err(violation) => stays(row, field, violation)?,
            }
        }
        if !self.is_in_theme(item, &row.theme)
            && let Some(theme) = self.theme(row)
        {
            changes.push((Field::Theme, edit(item.id, ItemEdit::Theme(Some(theme)))));
        }
        for (field, operation) in changes {
            match self.scratch.apply(operation) {
                Ok(true) => landing.changed(field),
                Ok(false) => {}
                // The row has just made an epic of it.
                Err(violation) => stays(row, field, violation)?,
            }
        }
        if let Some(after) = self.scratch.plan.items().get(item.id) {
            note_schedule(&mut landing, item.schedule, after.schedule);
        }
        Ok(landing)
    }

    /// Whether the item's theme has that name already, which several themes may have.
    fn is_in_theme(&self, item: &WorkItem, name: &str) -> bool {
        let theme = item.theme.and_then(|theme| self.scratch.plan.themes().get(theme));
        theme.is_some_and(|theme| theme.name == name)
    }

    /// The theme of that name, added if the plan does not have it.
    fn theme(&mut self, row: &mut Row) -> Option<ThemeId> {
        if row.theme.is_empty() {
            return None;
        }
        if let Some(theme) = self.themes.get(&row.theme) {
            return Some(*theme);
        }
        let id = ThemeId::from_uuid((self.ids)());
        let theme = NewTheme { id, name: row.theme.clone(), hue: None };
        if let Err(violation) = self.scratch.apply(Operation::AddTheme { theme }) {
            let text = format!("the theme {} was not taken: {violation}", quoted(&row.theme));
            row.remarks.push(Remark::on(Field::Theme, text));
            return None;
        }
        self.themes.insert(row.theme.clone(), id);
        Some(id)
    }
}

pub(super) fn edit(id: ItemId, edit: ItemEdit) -> Operation {
    Operation::EditItems { ids: vec![id], edit }
}

/// What a row says of an item that is in the plan. What it leaves empty says nothing.
fn edits(row: &Row, identity: &Identity<ItemId>, item: &WorkItem) -> Vec<(Field, ItemEdit)> {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    [
        (Field::Key, said(&identity.key).map(ItemEdit::Key)),
        (Field::Title, said(&row.title).map(ItemEdit::Title)),
        (Field::Kind, row.kind.map(ItemEdit::Kind)),
        (Field::Status, row.status.map(ItemEdit::Status)),
        (Field::FirstDay, row.schedule.map(ItemEdit::Schedule)),
        (Field::Progress, row.progress.map(ItemEdit::Progress)),
        (Field::Owner, said(&row.owner).map(ItemEdit::Owner)),
        (Field::Link, said(&row.link).map(ItemEdit::Link)),
        (Field::Description, description(row, &item.description).map(ItemEdit::Description)),
    ]
    .into_iter()
    .filter_map(|(field, edit)| Some((field, edit?)))
    .filter(|(_, edit)| !is_as_it_stands(item, edit))
    .collect()
}

/// Whether an item has a value already, letter by letter. That is so for nearly everything when a file is imported
/// again, and spares asking the plan's rules.
fn is_as_it_stands(item: &WorkItem, edit: &ItemEdit) -> bool {
    match edit {
        ItemEdit::Kind(kind) => item.kind == *kind,
        ItemEdit::Parent(parent) => item.parent == *parent,
        ItemEdit::Theme(theme) => item.theme == *theme,
        ItemEdit::Title(title) => item.title == *title,
        ItemEdit::Description(description) => item.description == *description,
        ItemEdit::Status(status) => item.status == *status,
        ItemEdit::Progress(progress) => item.progress == *progress,
        ItemEdit::Owner(owner) => item.owner == *owner,
        ItemEdit::Link(link) => item.link == *link,
        ItemEdit::Key(key) => item.key == *key,
        ItemEdit::Schedule(schedule) => item.schedule == *schedule,
        ItemEdit::Start(day) => item.schedule.span().is_some_and(|span| span.first == *day),
        ItemEdit::End(day) => item.schedule.span().is_some_and(|span| span.last == *day),
        ItemEdit::Days(days) => item.schedule.span().is_some_and(|span| span.days() == *days),
        ItemEdit::Need { need, fulfilment } => item.fulfilment_of(*need) == *fulfilment,
        ItemEdit::Goal { goal, serves } => item.goals.contains(goal) == *serves,
    }
}

/// The description that an item gets: the file's, or its own where the file has none. The lines about days are the
/// import's own and always those of the file at hand.
fn description(row: &Row, own: &str) -> Option<String> {
    if !row.body.is_empty() {
        return Some(with_day_lines(&row.body, &row.day_lines));
    }
    let has_dates = matches!(row.schedule, Some(Schedule::Dated { .. }));
    (has_dates || !row.day_lines.is_empty()).then(|| with_day_lines(without_day_lines(own), &row.day_lines))
}

/// Passes over what an epic takes from what it holds, and over what is too long, and says so. Any other violation is given
/// back.
fn stays(row: &mut Row, field: Field, violation: RuleViolation) -> Result<(), RuleViolation> {
    let (field, what) = match violation {
        RuleViolation::SpansWhatItHolds { .. } => (Field::FirstDay, "its own days stay as they are"),
        RuleViolation::ComesAsFarAsWhatItHolds { .. } => (Field::Progress, "its own progress stays as it is"),
        RuleViolation::TextTooLong { .. } => (field, "it stays as it is"),
        _ => return Err(violation),
    };
    row.remarks.push(Remark::on(field, format!("{violation}; {what}")));
    Ok(())
}

/// A schedule is one field of an item and three of a row: names those that have changed.
fn note_schedule(landing: &mut Landing, before: Schedule, after: Schedule) {
    landing.fields.retain(|field| *field != Field::FirstDay);
    let day = |schedule: Schedule, last: bool| {
        schedule.span().map(|span| if last { span.last } else { span.first })
    };
    let changed = [
        (Field::FirstDay, day(before, false) != day(after, false)),
        (Field::LastDay, day(before, true) != day(after, true)),
        (Field::Horizon, before.horizon() != after.horizon()),
    ];
    for (field, _) in changed.into_iter().filter(|(_, changed)| *changed) {
        landing.changed(field);
    }
}
