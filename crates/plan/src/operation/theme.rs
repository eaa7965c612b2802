//! Themes: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::order::last_rank;
use crate::draft::Draft;
use crate::id::ThemeId;
use crate::item::WorkItem;
use crate::rules;
use crate::theme::{HUES, Theme};
use crate::violation::RuleViolation;

/// What a new theme starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewTheme {
    /// Its id.
    pub id: ThemeId,
    /// Its name.
    pub name: String,
    /// Lane hue, 1 to [`HUES`]; none takes the one used least.
    pub hue: Option<u8>,
}

/// One field of a theme and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum ThemeEdit {
    /// The name.
    Name(String),
    /// The lane hue, 1 to [`HUES`].
    Hue(u8),
}

impl ThemeEdit {
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => "Rename theme",
            Self::Hue(_) => "Recolour theme",
        }
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewTheme) -> Result<(), RuleViolation> {
    let hue = match new.hue {
        Some(hue) => rules::hue(hue)?,
        None => least_used_hue(draft),
    };
    draft.add(Theme {
        id: new.id,
        name: rules::name("theme", &new.name)?,
        hue,
        rank: last_rank::<Theme>(draft),
    })
}

pub(super) fn edit(draft: &mut Draft<'_>, id: ThemeId, edit: &ThemeEdit) -> Result<(), RuleViolation> {
    let mut theme = draft.find::<Theme>(id)?.clone();
    match edit {
        ThemeEdit::Name(name) => theme.name = rules::name("theme", name)?,
        ThemeEdit::Hue(hue) => theme.hue = rules::hue(*hue)?,
    }
    draft.put(theme);
    Ok(())
}

pub(super) fn delete(draft: &mut Draft<'_>, id: ThemeId) -> Result<(), RuleViolation> {
    draft.find::<Theme>(id)?;
    for item in draft.items_of_theme(Some(id)) {
        let mut item = draft.find::<WorkItem>(item)?.clone();
        item.theme = None;
        draft.put(item);
    }
    draft.remove::<Theme>(id);
    Ok(())
}

/// The hue that the fewest themes have, the first of those.
fn least_used_hue(draft: &Draft<'_>) -> u8 {
    let used = |hue: u8| draft.all::<Theme>().filter(|theme| theme.hue == hue).count();
    (1..=HUES).min_by_key(|hue| used(*hue)).unwrap_or(1)
}
