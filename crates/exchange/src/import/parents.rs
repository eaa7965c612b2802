//! Hangs items under their parents, once every row has landed.

use milepost_plan::{Cancel, Cancelled, ItemEdit, ItemId, ItemKind, Operation};

use super::items::{Landing, edit};
use super::references::References;
use super::rows::{ParentRef, Row};
use super::scratch::Scratch;
use crate::mapping::Field;
use crate::report::{Remark, quoted};

pub(super) fn hang(
    scratch: &mut Scratch,
    rows: &mut [Row],
    landings: &mut [Landing],
    references: &References,
    cancel: Cancel<'_>,
) -> Result<(), Cancelled> {
    for index in 0..rows.len() {
        cancel.check()?;
        let Some(item) = landings[index].became else { continue };
        let parent = match &rows[index].parent {
            ParentRef::None => None,
            ParentRef::Row(above) => landings[*above].became,
            ParentRef::Text(text) => {
                let kind = scratch.plan.items().get(item).map_or(ItemKind::Feature, |item| item.kind);
                let kind = landings[index].to_come.unwrap_or(kind);
                match references.find_parent(&scratch.plan, text, kind) {
                    Ok(parent) => Some(parent),
                    Err(why) => {
                        let remark = Remark::on(Field::Parent, references.no_parent(text, why));
                        rows[index].remarks.push(remark);
                        None
                    }
                }
            }
        };
        match landings[index].to_come.take() {
            Some(kind) => change_kind(scratch, &mut rows[index], &mut landings[index], item, kind, parent),
            None => set_parent(scratch, &mut rows[index], &mut landings[index], item, parent),
        }
    }
    Ok(())
}

fn set_parent(
    scratch: &mut Scratch,
    row: &mut Row,
    landing: &mut Landing,
    item: ItemId,
    parent: Option<ItemId>,
) {
    let Some(parent) = parent else { return };
    if scratch.plan.items().get(item).is_some_and(|item| item.parent == Some(parent)) {
        return;
    }
    match scratch.apply(edit(item, ItemEdit::Parent(Some(parent)))) {
        Ok(true) => landing.changed(Field::Parent),
        Ok(false) => {}
        Err(violation) => {
            let title = scratch.plan.items().get(parent).map_or("", |parent| parent.title.as_str());
            let text = format!("not placed under {}: {violation}", quoted(title));
            row.remarks.push(Remark::on(Field::Parent, text));
        }
    }
}

/// An item whose new kind does not fit where it hangs takes it together with its new parent, or keeps the old one.
fn change_kind(
    scratch: &mut Scratch,
    row: &mut Row,
    landing: &mut Landing,
    item: ItemId,
    kind: ItemKind,
    parent: Option<ItemId>,
) {
    let moved = parent.map(|parent| Operation::Batch {
        label: "Move".to_owned(),
        operations: vec![
            edit(item, ItemEdit::Parent(None)),
            edit(item, ItemEdit::Kind(kind)),
            edit(item, ItemEdit::Parent(Some(parent))),
        ],
    });
    // Rows before this one may have moved what was in the way.
    if scratch.apply(edit(item, ItemEdit::Kind(kind))) == Ok(true) {
        landing.changed(Field::Kind);
        return set_parent(scratch, row, landing, item, parent);
    }
    if moved.map(|operation| scratch.apply(operation)) == Some(Ok(true)) {
        landing.changed(Field::Kind);
        return landing.changed(Field::Parent);
    }
    let text = format!("the kind stays as it is: “{}” does not fit where the item hangs", kind.label());
    row.remarks.push(Remark::on(Field::Kind, text));
    set_parent(scratch, row, landing, item, parent);
}
