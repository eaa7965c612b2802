//! Views: save, edit, delete.

use serde::{Deserialize, Serialize};

use crate::day::Span;
use crate::draft::Draft;
use crate::id::ViewId;
use crate::rank::Rank;
use crate::rules;
use crate::view::{View, ViewSettings};
use crate::violation::RuleViolation;

/// What a new view starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewView {
    /// Its id.
    pub id: ViewId,
    /// Its name, unique in the plan.
    pub name: String,
    /// What it shows and how.
    pub settings: ViewSettings,
    /// The days that fill the width of the timeline; none if the view does not say.
    pub range: Option<Span>,
}

/// One field of a view and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum ViewEdit {
    /// The name, unique in the plan.
    Name(String),
    /// What it shows and how.
    Settings(Box<ViewSettings>),
    /// The days that fill the width of the timeline.
    Range(Option<Span>),
}

impl ViewEdit {
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => "Rename view",
            Self::Settings(_) | Self::Range(_) => "Edit view",
        }
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewView) -> Result<(), RuleViolation> {
    draft.free::<View>(new.id)?;
    let last = draft.all::<View>().map(|view| view.rank).max();
    let name = rules::free_name(draft, new.id, &new.name, |view: &View| &view.name)?;
    draft.add(View {
        id: new.id,
        name,
        settings: rules::view_settings(&new.settings)?,
        range: rules::range(new.range)?,
        rank: Rank::after(last),
    })
}

pub(super) fn edit(draft: &mut Draft<'_>, id: ViewId, edit: &ViewEdit) -> Result<(), RuleViolation> {
    let mut view = draft.find::<View>(id)?.clone();
    match edit {
        ViewEdit::Name(name) => view.name = rules::free_name(draft, id, name, |view: &View| &view.name)?,
        ViewEdit::Settings(settings) => view.settings = rules::view_settings(settings)?,
        ViewEdit::Range(range) => view.range = rules::range(*range)?,
    }
    draft.put(view);
    Ok(())
}

pub(super) fn delete(draft: &mut Draft<'_>, id: ViewId) -> Result<(), RuleViolation> {
    draft.find::<View>(id)?;
    draft.remove::<View>(id);
    Ok(())
}
