//! The budget roadmap: what stands in the lanes of unfolded lines, how it follows changes, and their money.
//!
//! An item stands in the lane of each line that it costs money on. Money by period is asked of a ledger with every
//! scene, since that follows the plan by itself; only bars are kept here.

use std::collections::{BTreeMap, BTreeSet};

use milepost_plan::{
    BudgetLine, BudgetLineId, Change, Cost, ItemId, Ledger, Plan, Roadmap, Span, Status, WorkItem,
};

use super::Timeline;
use super::consequences::epics_above;
use super::follow::Traffic;
use crate::bar::{self, Share, Site};
use crate::fonts::Fonts;
use crate::lane::{Lane, bar_slot};
use crate::line::{self, Head};
use crate::money::{Band, MoneyByPeriod};
use crate::packing::Room;
use crate::rows::{Held, Slot};
use crate::scene::{LaneKey, Node, Rect};

impl Timeline {
    /// Whether budget lines stand on the axis.
    pub fn holds_money(&self) -> bool {
        self.view.roadmap == Roadmap::Budget
    }

    /// Whether its scenes and previews ask for the ledger of the plan: for lanes of money, or for a strip below them.
    pub fn asks_for_money(&self, plan: &Plan) -> bool {
        self.holds_money() || self.has_money_strip(plan)
    }

    /// The slots of what costs money on unfolded lines, lane by lane.
    pub(super) fn line_slots(&self, plan: &Plan, fonts: &Fonts) -> Vec<Vec<Slot>> {
        let slots_in = |lane: &Lane| {
            let Some(line) = lane.key.line().filter(|_| !lane.is_collapsed) else { return Vec::new() };
            let held = held_on(plan, line).into_iter();
            held.filter_map(|held| self.line_slot(plan, held, line, fonts)).collect()
        };
        self.lanes.iter().map(slots_in).collect()
    }

    /// The slot of something in the lane of a line; none if it is not shown there or its days are not.
    fn line_slot(&self, plan: &Plan, held: Held, line: BudgetLineId, fonts: &Fonts) -> Option<Slot> {
        let currency = &plan.settings().currency;
        let (days, name, amount) = match held {
            Held::Item(id) => {
                let item = plan.items().get(id).filter(|item| self.is_on_lines(plan, item))?;
                (plan.span_of(item)?, item.title.as_str(), plan.cost_on_line(id, line)?)
            }
            Held::Cost(id) => {
                let cost = plan.costs().get(id).filter(|cost| cost.line == line)?;
                let days = self.days_alone(plan, cost)?;
                (days, line::name_of_cost(plan, cost), plan.total_of_cost(cost))
            }
            Held::Milestone(_) | Held::Need(_) => return None,
        };
        let width = bar::priced_width(name, &line::told(amount, currency), fonts);
        self.surface.shows(days).then(|| bar_slot(held, days, width, &self.surface))
    }

    /// Whether an item that costs money is shown. Costs of what is dropped count nowhere.
    fn is_on_lines(&self, plan: &Plan, item: &WorkItem) -> bool {
        item.status != Status::Dropped && self.view.filter.passes(plan, item)
    }

    /// The days of a cost that stands alone; none if it is told with its item, falls on no day or is filtered out.
    fn days_alone(&self, plan: &Plan, cost: &Cost) -> Option<Span> {
        let is_shown = match cost.item.and_then(|id| plan.items().get(id)) {
            Some(item) => self.is_on_lines(plan, item),
            None => self.view.filter.asks_nothing(plan),
        };
        plan.span_of_cost(cost).filter(|_| is_shown && told_with(plan, cost) == Held::Cost(cost.id))
    }

    /// Where something stands or would, lane by lane, among unfolded lines.
    pub(super) fn slots_on_lines(&self, plan: &Plan, held: Held, fonts: &Fonts) -> BTreeMap<usize, Slot> {
        let lines: BTreeSet<BudgetLineId> = match held {
            Held::Item(id) => plan.costs_of_item(id).map(|cost| cost.line).collect(),
            Held::Cost(id) => plan.costs().get(id).map(|cost| cost.line).into_iter().collect(),
            Held::Milestone(_) | Held::Need(_) => BTreeSet::new(),
        };
        let slots = lines.into_iter().filter_map(|line| {
            let lane = *self.lane_of.get(&LaneKey::Line { line })?;
            let slot = || self.line_slot(plan, held, line, fonts);
            Some((lane, (!self.lanes[lane].is_collapsed).then(slot)??))
        });
        slots.collect()
    }

    /// Follows changes of the plan as far as bars may stand elsewhere after them. Lanes stay.
    pub(super) fn follow_lines(
        &mut self,
        plan: &Plan,
        changes: &[Change],
        touched: &mut BTreeMap<usize, Traffic>,
        fonts: &Fonts,
    ) {
        for held in touched_on_lines(plan, changes) {
            let come = self.slots_on_lines(plan, held, fonts);
            self.carry_copies(held, come, touched);
        }
    }

    /// Whether a change leaves a budget roadmap with other lanes, with lanes of other names, or with others to show.
    pub(super) fn changes_lines(&self, change: &Change) -> bool {
        match change {
            Change::Settings { .. } | Change::BudgetLine(_) => true,
            Change::Customer(_) | Change::Need(_) | Change::Goal(_) => self.asks_whom_it_serves(),
            _ => false,
        }
    }

    /// The items behind the money of some lines, folded ones included, each once, by their days.
    pub(super) fn costing_in(&self, plan: &Plan, lane: Option<&LaneKey>) -> Vec<ItemId> {
        let lanes = self.lanes.iter().filter(|each| lane.is_none_or(|lane| each.key == *lane));
        let held: BTreeSet<Held> =
            lanes.filter_map(|lane| lane.key.line()).flat_map(|line| held_on(plan, line)).collect();
        let items = held.into_iter().filter_map(|held| match held {
            Held::Item(id) => plan.items().get(id).filter(|item| self.is_on_lines(plan, item)),
            _ => None,
        });
        let mut items: Vec<&WorkItem> = items.collect();
        items.sort_by_key(|item| (plan.span_of(item).map(|span| span.first), item.rank, item.id));
        items.into_iter().map(|item| item.id).collect()
    }

    /// What an item costs on the line of a lane, if it is the lane of one.
    pub(super) fn share_on(&self, plan: &Plan, lane: &Lane, item: ItemId) -> Option<Share> {
        let line = lane.key.line()?;
        let amount = line::told(plan.cost_on_line(item, line)?, &plan.settings().currency);
        Some(Share { line, amount })
    }

    /// The nodes of a cost that stands alone in a lane.
    pub(super) fn cost_nodes(
        &self,
        plan: &Plan,
        cost: &Cost,
        (rect, room, window): (Rect, Room, Room),
        fonts: &Fonts,
    ) -> Vec<Node> {
        let site = Site { bar: rect, room, window };
        let days = plan.span_of_cost(cost).into_iter();
        days.flat_map(|days| line::cost_nodes(plan, cost, days, &site, fonts)).collect()
    }

    /// The money of the lines that touch an area, as far as it does.
    pub(crate) fn money(&self, plan: &Plan, ledger: &Ledger, covers: Rect, fonts: &Fonts) -> Vec<Node> {
        let lanes = self.lanes_between(covers.y, covers.bottom());
        let nodes = lanes.filter_map(|lane| Some((lane, self.line_of(plan, lane)?)));
        let nodes = nodes.flat_map(|(lane, line)| self.money_in(plan, ledger, (lane, line), covers, fonts));
        nodes.filter(|node| node.bounds().intersects(covers)).collect()
    }

    /// The money in a lane, as far as it is in sight from the left to the right of an area.
    pub(super) fn money_in(
        &self,
        plan: &Plan,
        ledger: &Ledger,
        (lane, line): (&Lane, &BudgetLine),
        covers: Rect,
        fonts: &Fonts,
    ) -> Vec<Node> {
        let sight = Room { from: covers.x, to: covers.right() };
        let money = MoneyByPeriod::of_line(plan, ledger, line, self.scale(), sight);
        let key = money_key(line.id);
        let band = Band {
            key: &key,
            top: lane.top,
            height: line::MONEY,
            sight,
            scale: self.scale(),
            today: self.today,
            hue: lane.hue,
        };
        money.nodes(&band, fonts)
    }

    /// The budget line that a lane is the lane of.
    pub(super) fn line_of<'p>(&self, plan: &'p Plan, lane: &Lane) -> Option<&'p BudgetLine> {
        plan.budget_lines().get(lane.key.line()?)
    }

    /// What the head of a lane says, if it is that of a budget line.
    pub(crate) fn head_of(&self, plan: &Plan, ledger: Option<&Ledger>, lane: &Lane) -> Option<Head> {
        Some(Head::of(plan, ledger?, self.line_of(plan, lane)?))
    }
}

/// The key of what a line's money is drawn with.
pub(super) fn money_key(line: BudgetLineId) -> String {
    format!("money:{line}")
}

/// What is behind the money of a line.
fn held_on(plan: &Plan, line: BudgetLineId) -> BTreeSet<Held> {
    plan.costs_of_line(line).map(|cost| told_with(plan, cost)).collect()
}

/// What a cost is told with: its item where that has days, else it stands alone.
fn told_with(plan: &Plan, cost: &Cost) -> Held {
    let item = cost.item.and_then(|id| plan.items().get(id));
    let dated = item.filter(|item| plan.span_of(item).is_some());
    dated.map_or(Held::Cost(cost.id), |item| Held::Item(item.id))
}

/// What changes may let stand elsewhere or cost something else: changed items and costs, what has costs at changed rates,
/// and epics that span other days now.
pub(super) fn touched_on_lines(plan: &Plan, changes: &[Change]) -> BTreeSet<Held> {
    let mut touched = BTreeSet::new();
    let of_item = |id: ItemId| {
        let costs = plan.costs_of_item(id).map(|cost| Held::Cost(cost.id));
        costs.chain([Held::Item(id)])
    };
    let of_cost = |cost: &Cost| [Some(Held::Cost(cost.id)), cost.item.map(Held::Item)].into_iter().flatten();
    for change in changes {
        match change {
            Change::Item(diff) => touched.extend(diff.id().into_iter().flat_map(of_item)),
            Change::Cost(diff) => {
                touched.extend([&diff.before, &diff.after].into_iter().flatten().flat_map(of_cost));
            }
            Change::Rate(diff) => {
                let costs = diff.id().into_iter().flat_map(|id| plan.costs_of_rate(id));
                touched.extend(costs.flat_map(of_cost));
            }
            _ => {}
        }
    }
    touched.extend(epics_above(plan, changes).into_iter().flat_map(|epic| of_item(epic.id)));
    touched
}
