//! The rules that every plan keeps, each in one place; operations ask them before they change a draft.

mod graph;
mod plan;

use crate::draft::Draft;
use crate::id::{Id, ItemId};
use crate::item::WorkItem;
use crate::rank::Rank;
use crate::schedule::Schedule;
use crate::settings::PlanSettings;
use crate::theme::HUES;
use crate::view::ViewSettings;
use crate::violation::RuleViolation;

pub(crate) use graph::no_dependency_cycle;
pub use plan::check_plan;

/// Longest name, title, owner, key or link, in characters.
const LINE_LIMIT: usize = 2_000;
/// Longest description or note, in characters.
const TEXT_LIMIT: usize = 100_000;
/// Most working days of lag either way: ten years.
const LAG_LIMIT: i32 = 3_650;

/// A name: one line with something visible in it, without space around it.
pub(crate) fn name(word: &'static str, text: &str) -> Result<String, RuleViolation> {
    let name = line("the name", text)?;
    if name.is_empty() { Err(RuleViolation::EmptyName { word }) } else { Ok(name) }
}

/// Text in one line: line breaks and other controls become spaces, space around it goes.
pub(crate) fn line(field: &'static str, text: &str) -> Result<String, RuleViolation> {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    fitting(field, spaced.trim(), LINE_LIMIT)
}

/// Text of any number of lines, separated by `\n`; other controls but the tab go.
pub(crate) fn text(field: &'static str, text: &str) -> Result<String, RuleViolation> {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unix.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    fitting(field, kept.trim_end(), TEXT_LIMIT)
}

fn fitting(field: &'static str, text: &str, limit: usize) -> Result<String, RuleViolation> {
    let length = text.chars().count();
    if length > limit {
        Err(RuleViolation::TextTooLong { field, length, limit })
    } else {
        Ok(text.to_owned())
    }
}

pub(crate) fn hue(hue: u8) -> Result<u8, RuleViolation> {
    within("the hue", i64::from(hue), 1, i64::from(HUES)).map(|()| hue)
}

pub(crate) fn progress(progress: u8) -> Result<(), RuleViolation> {
    within("the progress", i64::from(progress), 0, 100)
}

pub(crate) fn lag_days(lag_days: i32) -> Result<i32, RuleViolation> {
    within("the lag", i64::from(lag_days), i64::from(-LAG_LIMIT), i64::from(LAG_LIMIT)).map(|()| lag_days)
}

fn within(field: &'static str, value: i64, low: i64, high: i64) -> Result<(), RuleViolation> {
    if (low..=high).contains(&value) {
        Ok(())
    } else {
        Err(RuleViolation::NumberOutOfRange { field, value, low, high })
    }
}

pub(crate) fn schedule(schedule: Schedule) -> Result<(), RuleViolation> {
    match schedule {
        Schedule::Dated { first, last } => crate::day::Span::new(first, last).map(|_| ()),
        Schedule::Horizon { .. } | Schedule::None => Ok(()),
    }
}

/// The settings with lists in order and without repetition.
pub(crate) fn settings(settings: &PlanSettings) -> Result<PlanSettings, RuleViolation> {
    let mut settings = settings.clone();
    settings.name = name("plan", &settings.name)?;
    let code = &settings.currency;
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(RuleViolation::UnknownCurrency { code: code.chars().take(20).collect() });
    }
    settings.working_days.sort_unstable();
    settings.working_days.dedup();
    for holiday in &mut settings.holidays {
        holiday.day.in_plan_range()?;
        holiday.name = line("the holiday's name", &holiday.name)?;
    }
    settings.holidays.sort_unstable();
    settings.holidays.dedup_by_key(|holiday| holiday.day);
    Ok(settings)
}

/// The view settings with their kinds in order and without repetition.
pub(crate) fn view_settings(settings: &ViewSettings) -> ViewSettings {
    let mut settings = settings.clone();
    settings.kinds.sort_unstable();
    settings.kinds.dedup();
    settings
}

/// Keys of another system name one item each.
pub(crate) fn key_is_free(draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
    match draft.item_by_key(&item.key) {
        Some(other) if !item.key.is_empty() && other.id != item.id => {
            Err(RuleViolation::KeyTaken { key: item.key.clone(), title: other.title.clone() })
        }
        _ => Ok(()),
    }
}

/// An item hangs under one of a higher level, and its children stay below it. That rules out circles of parents
/// too, but a circle is named as such, since that is what the user sees.
pub(crate) fn fits_in_tree(draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
    let misfit = |child: &WorkItem, parent: &WorkItem| {
        let fits = parent.kind.level() < child.kind.level();
        let violation =
            || RuleViolation::LevelDoesNotFit { child: child.kind.label(), parent: parent.kind.label() };
        if fits { Ok(()) } else { Err(violation()) }
    };
    if let Some(parent) = item.parent {
        no_parent_cycle(draft, item, parent)?;
        misfit(item, draft.find::<WorkItem>(parent)?)?;
    }
    draft
        .children(item.id)
        .into_iter()
        .filter_map(|id| draft.get::<WorkItem>(id))
        .try_for_each(|child| misfit(child, item))
}

fn no_parent_cycle(draft: &Draft<'_>, item: &WorkItem, parent: ItemId) -> Result<(), RuleViolation> {
    let mut above = Some(parent);
    // Levels strictly fall, so a sound chain is short; the bound keeps a corrupt file from hanging us.
    for _ in 0..=crate::item::ItemKind::ALL.len() {
        match above {
            Some(id) if id == item.id => {
                return Err(RuleViolation::ParentCycle { title: item.title.clone() });
            }
            Some(id) => above = draft.get::<WorkItem>(id).and_then(|item| item.parent),
            None => return Ok(()),
        }
    }
    Err(RuleViolation::ParentCycle { title: item.title.clone() })
}

/// New ranks that put `id` before `before` (or last), among `others` in their order. Only `id` gets one, unless
/// its neighbours leave no room; then all are spaced anew.
pub(crate) fn place_before<I: Id>(
    others: &[(Rank, I)],
    id: I,
    before: Option<I>,
    word: &'static str,
) -> Result<Vec<(I, Rank)>, RuleViolation> {
    let place = match before {
        Some(before) => others
            .iter()
            .position(|(_, other)| *other == before)
            .ok_or(RuleViolation::Missing { word, id: before.uuid() })?,
        None => others.len(),
    };
    let low = place.checked_sub(1).map(|low| others[low].0);
    let rank = match (low, others.get(place)) {
        (low, None) => Some(Rank::after(low)),
        (None, Some((high, _))) => Some(Rank::before(*high)),
        (Some(low), Some((high, _))) => Rank::between(low, *high),
    };
    if let Some(rank) = rank {
        return Ok(vec![(id, rank)]);
    }
    let mut order: Vec<I> = others.iter().map(|(_, other)| *other).collect();
    order.insert(place, id);
    Ok(order.into_iter().zip(Rank::spaced()).collect())
}
