//! Themes: add, edit, reorder, delete.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::id::ThemeId;
use crate::item::WorkItem;
use crate::rank::{Rank, put_between};
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
    let last = draft.all::<Theme>().map(|theme| theme.rank).max();
    let hue = match new.hue {
        Some(hue) => rules::hue(hue)?,
        None => least_used_hue(draft),
    };
    draft.add(Theme { id: new.id, name: rules::name("theme", &new.name)?, hue, rank: Rank::after(last) })
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

pub(super) fn reorder(
    draft: &mut Draft<'_>,
    id: ThemeId,
    before: Option<ThemeId>,
) -> Result<(), RuleViolation> {
    let own = draft.find::<Theme>(id)?.place();
    let before = before.map(|before| draft.find::<Theme>(before).map(Theme::place)).transpose()?;
    let mut others: Vec<_> = draft.all::<Theme>().map(Theme::place).filter(|place| *place != own).collect();
    others.sort_unstable();
    let place_of = |place| others.partition_point(|other| *other < place);
    let put_at = before.map_or(others.len(), place_of);
    if put_at == place_of(own) {
        return Ok(());
    }
    let low = put_at.checked_sub(1).map(|low| others[low].0);
    for (id, rank) in put_between(low, id, others.split_off(put_at)) {
        let mut theme = draft.find::<Theme>(id)?.clone();
        theme.rank = rank;
        draft.put(theme);
    }
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
