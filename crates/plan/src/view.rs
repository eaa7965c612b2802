//! Views: saved ways to look at a plan.

use serde::{Deserialize, Serialize};

use crate::aspect::{Aspect, AspectValue};
use crate::column::{Column, Sort};
use crate::day::{Day, Span};
use crate::id::{BaselineId, BudgetLineId, CustomerId, GoalId, ItemId, NeedId, ThemeId, ViewId};
use crate::item::{ItemKind, Status, WorkItem};
use crate::need::Need;
use crate::plan::Plan;
use crate::rank::Rank;
use crate::schedule::Horizon;

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
    /// What stands on the axis.
    pub roadmap: Roadmap,
    /// Whether items stand as bars on the axis, as rows of a table, or as both.
    pub arrangement: Arrangement,
    /// The columns of the table, from left to right; the title always comes first.
    pub columns: Vec<Column>,
    /// What the rows of the table are sorted by inside their lanes; none is by first day.
    pub sort: Option<Sort>,
    /// What the lanes stand for; none is one lane for everything.
    pub lanes_by: Option<Aspect>,
    /// What each of those lanes is divided by; none leaves them whole.
    pub then_by: Option<Aspect>,
    /// What the hues stand for; none leaves bars grey.
    pub colour_by: Option<Aspect>,
    /// Lanes in the order of the user, by what they stand for, or by what the lanes stand for that they are a part of.
    /// Other lanes come after them in their usual order.
    pub lane_order: Vec<Vec<AspectValue>>,
    /// The lanes that are shown as one row of thin bars, by what they stand for.
    pub collapsed: Vec<Vec<AspectValue>>,
    /// The epics that stand for what they hold, which is not shown.
    pub collapsed_epics: Vec<ItemId>,
    /// The budget lines that show what is behind their money as bars, on the budget roadmap.
    #[serde(default)]
    pub unfolded: Vec<BudgetLineId>,
    /// The kinds of work item that stand as bars, in the order of [`ItemKind::ALL`]. What costs money stands on the
    /// budget roadmap whatever its kind.
    pub kinds: Vec<ItemKind>,
    /// Which items of those kinds.
    pub filter: Filter,
    /// The baseline whose spans are drawn under the bars, with the slip; none draws none.
    pub baseline: Option<BaselineId>,
    /// Whether dependency lines are drawn.
    pub show_dependencies: bool,
    /// Whether milestones are drawn.
    pub show_milestones: bool,
    /// Whether days on which no work is done are shaded, where days are wide enough.
    pub show_days_off: bool,
    /// Whether the whole range is shown small under the timeline.
    pub show_overview: bool,
    /// Whether the money of all budget lines is drawn below the lanes of work items, if there is any.
    pub show_budget: bool,
}

/// What stands on the axis of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Roadmap {
    /// Work items.
    #[default]
    Features,
    /// Needs, each from the first to the last day of what serves it.
    Needs,
    /// Budget lines, with their money by period and what it is for.
    Budget,
}

/// How the items of a view are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Arrangement {
    /// Bars on the axis, as many on a row as there is room for.
    Timeline,
    /// Rows of a table, one for each item.
    Table,
    /// A table with the bars beside it, each on the row of its item.
    Both,
}

impl ViewSettings {
    /// Whether the view shows an item, dated or not.
    pub fn shows(&self, plan: &Plan, item: &WorkItem) -> bool {
        self.lets_through(plan, item) && !self.is_folded_away(plan, item)
    }

    /// Whether each item has a row of its own. Needs and money always stand on the axis.
    pub fn has_row_each(&self) -> bool {
        self.arrangement != Arrangement::Timeline && self.roadmap == Roadmap::Features
    }

    /// The aspects that lanes and their parts stand for, as far as they are aspects of what stands in them.
    pub fn grouped_by(&self) -> (Option<Aspect>, Option<Aspect>) {
        match self.roadmap {
            Roadmap::Features => (self.lanes_by, self.then_by),
            Roadmap::Needs => (self.lanes_by.filter(|by| by.is_of_needs()), None),
            Roadmap::Budget => (None, None),
        }
    }

    /// Whether an item is of the kinds and fits the filter, folded away or not.
    pub fn lets_through(&self, plan: &Plan, item: &WorkItem) -> bool {
        self.kinds.contains(&item.kind) && self.filter.passes(plan, item)
    }

    /// Whether an epic that is shown stands for the item.
    fn is_folded_away(&self, plan: &Plan, item: &WorkItem) -> bool {
        let stands_for_it =
            |epic: &WorkItem| self.collapsed_epics.contains(&epic.id) && self.lets_through(plan, epic);
        !self.collapsed_epics.is_empty() && plan.epics_above(item).any(stands_for_it)
    }
}

impl Default for ViewSettings {
    fn default() -> Self {
        Self {
            roadmap: Roadmap::Features,
            arrangement: Arrangement::Timeline,
            columns: vec![Column::Title, Column::Status, Column::Start, Column::End],
            sort: None,
            lanes_by: Some(Aspect::Theme),
            then_by: None,
            colour_by: Some(Aspect::Theme),
            lane_order: Vec::new(),
            collapsed: Vec::new(),
            collapsed_epics: Vec::new(),
            unfolded: Vec::new(),
            kinds: vec![ItemKind::Feature],
            filter: Filter::default(),
            baseline: None,
            show_dependencies: true,
            show_milestones: true,
            show_days_off: true,
            show_overview: false,
            show_budget: true,
        }
    }
}

/// Which items are shown: those that every part lets through. A part that is empty, or names only what the plan does not
/// have any more, lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Words that title, key, owner or description contain, each of them, whatever the case.
    pub text: String,
    /// One of these themes, or none if that is among them.
    pub themes: Vec<Option<ThemeId>>,
    /// Serving a need of one of these customers.
    pub customers: Vec<CustomerId>,
    /// Serving one of these needs.
    pub needs: Vec<NeedId>,
    /// Serving one of these goals.
    pub goals: Vec<GoalId>,
    /// Held by one of these items, at any level, or by no epic if none is among them.
    #[serde(default)]
    pub parents: Vec<Option<ItemId>>,
    /// One of these horizons, or none if that is among them.
    #[serde(default)]
    pub horizons: Vec<Option<Horizon>>,
    /// One of these statuses.
    pub statuses: Vec<Status>,
    /// One of these owners; an empty name is nobody.
    pub owners: Vec<String>,
    /// Standing on days, and not over before this one.
    pub from: Option<Day>,
    /// Standing on days, and begun by this one.
    pub to: Option<Day>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn asks_nothing(&self, plan: &Plan) -> bool {
        !self.asks_fields(plan)
            && !self.has_days()
            && !self.asks_customers(plan)
            && !self.asks_needs(plan)
            && !self.asks_goals(plan)
            && self.text.trim().is_empty()
    }

    /// Whether it lets an item through.
    pub fn passes(&self, plan: &Plan, item: &WorkItem) -> bool {
        self.passes_fields(plan, item)
            && (!self.has_days() || self.passes_days(plan.span_of(item)))
            && self.passes_served(plan, item)
            && self.passes_text(&[&item.title, &item.key, &item.owner, &item.description])
    }

    /// Whether it lets a need through: by its own words and customers, and by what serves it.
    pub fn passes_need(&self, plan: &Plan, need: &Need) -> bool {
        let is_of = |customer: &CustomerId| need.importance_to(*customer).is_some();
        (!self.asks_customers(plan) || self.customers.iter().any(is_of))
            && (!self.asks_needs(plan) || self.needs.contains(&need.id))
            && (!self.has_days() || self.passes_days(plan.coverage(need).span))
            && self.passes_text(&[&need.statement, &need.note, &need.alternatives])
            && self.passes_serving(plan, need)
    }

    /// Whether something serves a need that has what is asked of work items.
    fn passes_serving(&self, plan: &Plan, need: &Need) -> bool {
        let asks = self.asks_fields(plan) || self.asks_goals(plan);
        let fits = |item: &WorkItem| self.passes_fields(plan, item) && self.passes_goals(plan, item);
        !asks || plan.serving(need.id).any(fits)
    }

    fn passes_goals(&self, plan: &Plan, item: &WorkItem) -> bool {
        !self.asks_goals(plan) || item.goals.iter().any(|goal| self.goals.contains(goal))
    }

    fn passes_served(&self, plan: &Plan, item: &WorkItem) -> bool {
        let needs = || item.needs.iter().filter_map(|served| plan.needs().get(served.need));
        let is_of = |need: &Need| need.customers.iter().any(|row| self.customers.contains(&row.customer));
        let is_named = || item.needs.iter().any(|served| self.needs.contains(&served.need));
        (!self.asks_customers(plan) || needs().any(is_of))
            && (!self.asks_needs(plan) || is_named())
            && self.passes_goals(plan, item)
    }

    fn passes_fields(&self, plan: &Plan, item: &WorkItem) -> bool {
        (!self.asks_themes(plan) || self.themes.contains(&item.theme))
            && (self.statuses.is_empty() || self.statuses.contains(&item.status))
            && (self.owners.is_empty() || self.owners.contains(&item.owner))
            && (self.horizons.is_empty() || self.horizons.contains(&item.schedule.horizon()))
            && self.passes_parents(plan, item)
    }

    fn passes_parents(&self, plan: &Plan, item: &WorkItem) -> bool {
        let is_held = || plan.above(item).any(|above| self.parents.contains(&Some(above.id)));
        let is_free = || self.parents.contains(&None) && plan.epics_above(item).next().is_none();
        !self.asks_parents(plan) || is_held() || is_free()
    }

    fn asks_fields(&self, plan: &Plan) -> bool {
        !self.statuses.is_empty()
            || !self.owners.is_empty()
            || !self.horizons.is_empty()
            || self.asks_themes(plan)
            || self.asks_parents(plan)
    }

    // A part that only names what was deleted asks for nothing, else all that had it would be gone with it.

    fn asks_themes(&self, plan: &Plan) -> bool {
        self.themes.iter().any(|theme| theme.is_none_or(|id| plan.themes().get(id).is_some()))
    }

    fn asks_parents(&self, plan: &Plan) -> bool {
        self.parents.iter().any(|parent| parent.is_none_or(|id| plan.items().get(id).is_some()))
    }

    fn asks_customers(&self, plan: &Plan) -> bool {
        self.customers.iter().any(|id| plan.customers().get(*id).is_some())
    }

    fn asks_needs(&self, plan: &Plan) -> bool {
        self.needs.iter().any(|id| plan.needs().get(*id).is_some())
    }

    fn asks_goals(&self, plan: &Plan) -> bool {
        self.goals.iter().any(|id| plan.goals().get(*id).is_some())
    }

    /// An epic is asked for the days that it spans, which are those of its bar.
    fn passes_days(&self, span: Option<Span>) -> bool {
        let Some(span) = span else { return !self.has_days() };
        self.from.is_none_or(|from| span.last >= from) && self.to.is_none_or(|to| span.first <= to)
    }

    fn has_days(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    fn passes_text(&self, texts: &[&str]) -> bool {
        if self.text.trim().is_empty() {
            return true;
        }
        let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
        let contained = |word: &str| texts.iter().any(|text| text.contains(word));
        self.text.to_lowercase().split_whitespace().all(contained)
    }
}
