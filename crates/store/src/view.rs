//! The tables of views: one of views, one of the kinds of work item that each shows.

use milepost_plan::{Diff, ItemKind, LanesBy, Rank, View, ViewSettings};
use rusqlite::Connection;

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for View {
    const TABLE: &'static str = "view";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/view/read.sql"),
        add: include_str!("queries/view/add.sql"),
        update: include_str!("queries/view/update.sql"),
        remove: include_str!("queries/view/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        let mut view = Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            settings: ViewSettings {
                lanes_by: cells.word("lanes_by", &[LanesBy::Theme], lanes_word)?,
                show_dependencies: cells.flag("show_dependencies")?,
                show_milestones: cells.flag("show_milestones")?,
                kinds: cells.words("kinds", &ItemKind::ALL, ItemKind::word)?,
            },
            rank: Rank(cells.integer("rank")?),
        };
        view.settings.kinds.sort_unstable();
        Ok(view)
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.name),
            row::text(lanes_word(self.settings.lanes_by)),
            row::integer(self.settings.show_dependencies),
            row::integer(self.settings.show_milestones),
            row::integer(self.rank.0),
        ]
    }
}

/// Makes the tables hold the after-side of a change.
pub(crate) fn write(connection: &Connection, diff: &Diff<View>) -> Result<(), Fault> {
    if let Some(before) = &diff.before {
        let mut remove = connection.prepare_cached(include_str!("queries/view/remove_kinds.sql"))?;
        remove.execute([row::id(before.id)])?;
    }
    row::write(connection, diff)?;
    diff.after.as_ref().map_or(Ok(()), |view| add_kinds(connection, view))
}

/// Adds a view to a new file.
pub(crate) fn add(connection: &Connection, view: &View) -> Result<(), Fault> {
    row::add(connection, view)?;
    add_kinds(connection, view)
}

fn add_kinds(connection: &Connection, view: &View) -> Result<(), Fault> {
    let mut add = connection.prepare_cached(include_str!("queries/view/add_kind.sql"))?;
    for kind in &view.settings.kinds {
        add.execute([row::id(view.id), row::text(kind.word())])?;
    }
    Ok(())
}

/// The word in files.
fn lanes_word(lanes_by: LanesBy) -> &'static str {
    match lanes_by {
        LanesBy::Theme => "theme",
    }
}
