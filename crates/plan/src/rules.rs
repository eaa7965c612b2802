//! The rules that every plan keeps, each in one place; operations ask them before they change a draft.

mod budget;
mod dependency;
mod needs;
mod plan;
mod tree;

use std::collections::HashSet;
use std::hash::Hash;

use crate::column::Column;
use crate::day::Span;
use crate::draft::{Draft, Drafted};
use crate::item::WorkItem;
use crate::schedule::Schedule;
use crate::settings::PlanSettings;
use crate::theme::HUES;
use crate::view::ViewSettings;
use crate::violation::RuleViolation;

pub(crate) use budget::{actual, cap, cost, money};
pub(crate) use dependency::{lag_days, may_depend, no_circle_by_holding};
pub(crate) use needs::{feedback, need, served};
pub use plan::check_plan;
pub(crate) use tree::{fits_in_tree, ties_fit_in_tree, upwards};

/// Longest name, title, owner, key or link, in characters.
const LINE_LIMIT: usize = 2_000;
/// Longest description or note, in characters.
const TEXT_LIMIT: usize = 100_000;

/// A name: one line with something visible in it, without space around it.
pub(crate) fn name(word: &'static str, text: &str) -> Result<String, RuleViolation> {
    let name = line("the name", text)?;
    if name.chars().all(is_invisible) { Err(RuleViolation::EmptyName { word }) } else { Ok(name) }
}

/// A text of any number of lines with something visible in it.
pub(crate) fn words(word: &'static str, field: &'static str, words: &str) -> Result<String, RuleViolation> {
    let kept = text(field, words)?;
    if kept.chars().all(is_invisible) { Err(RuleViolation::EmptyText { word }) } else { Ok(kept) }
}

/// A name that no other row of its table has: such rows are chosen by name, on screen and on the command line.
pub(crate) fn free_name<R: Drafted>(
    draft: &Draft<'_>,
    id: R::Id,
    text: &str,
    name_of: impl Fn(&R) -> &str,
) -> Result<String, RuleViolation> {
    let name = name(R::WORD, text)?;
    if draft.all::<R>().any(|row| row.id() != id && name_of(row) == name) {
        return Err(RuleViolation::NameTaken { word: R::WORD, name });
    }
    Ok(name)
}

/// Space and the characters that Unicode draws nothing for: joiners, direction marks, fillers, variation selectors.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
        || matches!(c, '\u{e0000}'..='\u{e0fff}')
}

/// Text in one line: line breaks and other controls become spaces, space around it goes.
pub(crate) fn line(field: &'static str, text: &str) -> Result<String, RuleViolation> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let spaced = text.replace("\r\n", " ").replace(breaks, " ");
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

pub(crate) fn within(field: &'static str, value: i64, low: i64, high: i64) -> Result<(), RuleViolation> {
    if (low..=high).contains(&value) {
        Ok(())
    } else {
        Err(RuleViolation::NumberOutOfRange { field, value, low, high })
    }
}

pub(crate) fn schedule(schedule: Schedule) -> Result<(), RuleViolation> {
    match schedule {
        Schedule::Dated { first, last } => Span::new(first, last).map(|_| ()),
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
    within("the first month of the fiscal year", settings.fiscal_year.first_month.into(), 1, 12)?;
    settings.actuals_mapping = text("the mapping of actuals", &settings.actuals_mapping)?;
    in_order(&mut settings.working_days);
    let days = i64::try_from(settings.working_days.len()).unwrap_or(i64::MAX);
    within("the number of working days", days, 1, 7)?;
    for holiday in &mut settings.holidays {
        holiday.day.in_plan_range()?;
        holiday.name = line("the holiday's name", &holiday.name)?;
    }
    // Of two names for one day the later in the alphabet stays, so that any name wins over none.
    settings.holidays.sort_unstable_by(|a, b| a.day.cmp(&b.day).then_with(|| b.name.cmp(&a.name)));
    settings.holidays.dedup_by_key(|holiday| holiday.day);
    Ok(settings)
}

/// The view settings with lists without repetition, in order where they have one of their own, and no lanes divided by what they stand for anyway.
pub(crate) fn view_settings(settings: &ViewSettings) -> Result<ViewSettings, RuleViolation> {
    let mut settings = settings.clone();
    in_order(&mut settings.kinds);
    each_once(&mut settings.lane_order);
    in_order(&mut settings.collapsed);
    in_order(&mut settings.collapsed_epics);
    in_order(&mut settings.unfolded);
    settings.columns.insert(0, Column::Title);
    each_once(&mut settings.columns);
    if settings.lanes_by.is_none() || settings.then_by == settings.lanes_by {
        settings.then_by = None;
    }
    let filter = &mut settings.filter;
    filter.text = line("the filter's text", &filter.text)?;
    for owner in &mut filter.owners {
        *owner = line("the owner", owner)?;
    }
    in_order(&mut filter.themes);
    in_order(&mut filter.customers);
    in_order(&mut filter.needs);
    in_order(&mut filter.goals);
    in_order(&mut filter.statuses);
    in_order(&mut filter.parents);
    in_order(&mut filter.horizons);
    in_order(&mut filter.owners);
    for day in [filter.from, filter.to].into_iter().flatten() {
        day.in_plan_range()?;
    }
    Ok(settings)
}

/// Sorts a list and drops what stands in it several times.
pub(crate) fn in_order<T: Ord>(values: &mut Vec<T>) {
    values.sort_unstable();
    values.dedup();
}

/// Sorts a list by a key, and of those with the same key keeps the one that stood last.
pub(crate) fn last_of_each<T, K: Ord>(values: &mut Vec<T>, key_of: impl Fn(&T) -> K) {
    // A stable sort of the list back to front leaves the last of each key before the others.
    values.reverse();
    values.sort_by_key(&key_of);
    values.dedup_by_key(|value| key_of(value));
}

/// Keeps the first of what stands in a list several times.
fn each_once<T: Eq + Hash + Clone>(values: &mut Vec<T>) {
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(value.clone()));
}

/// The days that a view fills the timeline with.
pub(crate) fn range(range: Option<Span>) -> Result<Option<Span>, RuleViolation> {
    range.map(|span| Span::new(span.first, span.last)).transpose()
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
