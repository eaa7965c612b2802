//! Views: saved ways to look at a plan.

use serde::{Deserialize, Serialize};

use crate::aspect::{Aspect, AspectValue};
use crate::day::{Day, Span};
use crate::id::{ThemeId, ViewId};
use crate::item::{ItemKind, Status, WorkItem};
use crate::rank::Rank;

/// A saved way to look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct View {
    /// Identity, for life.
    pub id: ViewId,
    /// Name; never empty, unique in the plan.
    pub name: String,
    /// What is shown and how.
    pub settings: ViewSettings,
    /// The days that fill the width of the timeline; none if the view does not say.
    pub range: Option<Span>,
    /// Order in the list of views.
    pub rank: Rank,
}

/// What is shown and how.
///
/// It may name what the plan does not have any more, which is like naming nothing: so deleting a theme leaves views
/// alone, and undoing that leaves them whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ViewSettings {
    /// What the lanes stand for; none is one lane for everything.
    pub lanes_by: Option<Aspect>,
    /// What each of those lanes is divided by; none leaves them whole.
    pub then_by: Option<Aspect>,
    /// What the hues stand for; none leaves bars grey.
    pub colour_by: Option<Aspect>,
    /// The lanes that are shown as one row of thin bars, by what they stand for.
    pub collapsed: Vec<Vec<AspectValue>>,
    /// The kinds of work item that stand as bars, in the order of [`ItemKind::ALL`].
    pub kinds: Vec<ItemKind>,
    /// Which items of those kinds.
    pub filter: Filter,
    /// Whether dependency lines are drawn.
    pub show_dependencies: bool,
    /// Whether milestones are drawn.
    pub show_milestones: bool,
    /// Whether days on which no work is done are shaded, where days are wide enough.
    pub show_days_off: bool,
}

impl ViewSettings {
    /// Whether the view shows an item, dated or not.
    pub fn shows(&self, item: &WorkItem) -> bool {
        self.kinds.contains(&item.kind) && self.filter.passes(item)
    }
}

impl Default for ViewSettings {
    fn default() -> Self {
        Self {
            lanes_by: Some(Aspect::Theme),
            then_by: None,
            colour_by: Some(Aspect::Theme),
            collapsed: Vec::new(),
            kinds: vec![ItemKind::Feature],
            filter: Filter::default(),
            show_dependencies: true,
            show_milestones: true,
            show_days_off: true,
        }
    }
}

/// Which items are shown: those that every part lets through. An empty part lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Words that title, key, owner or description contain, each of them, whatever the case.
    pub text: String,
    /// One of these themes, or none if that is among them.
    pub themes: Vec<Option<ThemeId>>,
    /// One of these statuses.
    pub statuses: Vec<Status>,
    /// One of these owners; an empty name is nobody.
    pub owners: Vec<String>,
    /// Dated, and not over before this day.
    pub from: Option<Day>,
    /// Dated, and begun by this day.
    pub to: Option<Day>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets an item through.
    pub fn passes(&self, item: &WorkItem) -> bool {
        self.passes_fields(item) && self.passes_days(item) && self.passes_text(item)
    }

    fn passes_fields(&self, item: &WorkItem) -> bool {
        (self.themes.is_empty() || self.themes.contains(&item.theme))
            && (self.statuses.is_empty() || self.statuses.contains(&item.status))
            && (self.owners.is_empty() || self.owners.contains(&item.owner))
    }

    fn passes_days(&self, item: &WorkItem) -> bool {
        let Some(span) = item.schedule.span() else { return self.from.is_none() && self.to.is_none() };
        self.from.is_none_or(|from| span.last >= from) && self.to.is_none_or(|to| span.first <= to)
    }

    fn passes_text(&self, item: &WorkItem) -> bool {
        if self.text.trim().is_empty() {
            return true;
        }
        let texts = [&item.title, &item.key, &item.owner, &item.description].map(|text| text.to_lowercase());
        let contained = |word: &str| texts.iter().any(|text| text.contains(word));
        self.text.to_lowercase().split_whitespace().all(contained)
    }
}
