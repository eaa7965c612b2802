//! The ledger: what is planned and spent, by budget line and month; follows every change at the cost of what changed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::actual::Actual;
use super::cost::{Certainty, Cost};
use super::money::Money;
use crate::change::{Change, Diff};
use crate::day::{Day, Span};
use crate::id::{ActualId, BudgetLineId, CostId, ItemId};
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::table::Row;

/// What falls into one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Sums {
    /// Planned.
    pub planned: Money,
    /// Planned at least: estimates at their low end.
    pub low: Money,
    /// Planned at most: estimates at their high end.
    pub high: Money,
    /// Planned, of what is certain.
    pub certain: Money,
    /// Planned after today.
    pub remaining: Money,
    /// Spent.
    pub actual: Money,
}

impl Sums {
    /// What it comes to: what is spent, and what is planned after today.
    pub fn forecast(&self) -> Money {
        self.actual + self.remaining
    }

    /// By how much more is forecast than planned; negative if less.
    pub fn variance(&self) -> Money {
        self.forecast() - self.planned
    }

    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, other: Self) {
        self.planned += other.planned;
        self.low += other.low;
        self.high += other.high;
        self.certain += other.certain;
        self.remaining += other.remaining;
        self.actual += other.actual;
    }

    fn take(&mut self, other: Self) {
        self.planned -= other.planned;
        self.low -= other.low;
        self.high -= other.high;
        self.certain -= other.certain;
        self.remaining -= other.remaining;
        self.actual -= other.actual;
    }
}

impl std::iter::Sum for Sums {
    fn sum<I: Iterator<Item = Self>>(sums: I) -> Self {
        sums.fold(Self::default(), |mut all, each| {
            all.add(each);
            all
        })
    }
}

/// One row as it stands in the ledger.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    line: BudgetLineId,
    /// By month, each by its first day; none for what has no days.
    sums: Vec<(Option<Day>, Sums)>,
}

/// Sums by budget line and month. Months are told by their first day; what has no days stands under none.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    today: Day,
    costs: HashMap<CostId, Entry>,
    actuals: HashMap<ActualId, Entry>,
    lines: HashMap<BudgetLineId, BTreeMap<Option<Day>, Sums>>,
}

impl Ledger {
    /// The ledger of a plan on a day.
    pub fn of(plan: &Plan, today: Day) -> Self {
        let mut ledger =
            Self { today, costs: HashMap::new(), actuals: HashMap::new(), lines: HashMap::new() };
        for cost in plan.costs() {
            ledger.enter_cost(plan, cost.id);
        }
        for actual in plan.actuals() {
            ledger.enter_actual(plan, actual.id);
        }
        ledger
    }

    /// Follows changes that the plan has accepted.
    pub fn follow(&mut self, plan: &Plan, changes: &[Change]) {
        let mut costs = BTreeSet::new();
        for change in changes {
            match change {
                Change::Cost(diff) => costs.extend(diff.id()),
                Change::Item(diff) => touch_costs_of(plan, diff, &mut costs),
                Change::Rate(diff) => {
                    costs.extend(
                        diff.id().into_iter().flat_map(|id| plan.costs_of_rate(id)).map(|cost| cost.id),
                    );
                }
                Change::Actual(diff) => {
                    if let Some(id) = diff.id() {
                        self.enter_actual(plan, id);
                    }
                }
                _ => {}
            }
        }
        for cost in costs {
            self.enter_cost(plan, cost);
        }
    }

    /// The day that tells what remains from what is past.
    pub fn today(&self) -> Day {
        self.today
    }

    /// The months of a line in order, with what falls into them.
    pub fn months(&self, line: BudgetLineId) -> impl Iterator<Item = (Day, Sums)> {
        let months = self.lines.get(&line).into_iter().flatten();
        months.filter_map(|(month, sums)| Some(((*month)?, *sums)))
    }

    /// What falls into the months from one to another, both told by their first days and both included.
    pub fn between(&self, line: BudgetLineId, first: Day, last: Day) -> Sums {
        let months = self.lines.get(&line).map(|months| months.range(Some(first)..=Some(last)));
        months.into_iter().flatten().map(|(_, sums)| *sums).sum()
    }

    /// What a line has without days.
    pub fn undated(&self, line: BudgetLineId) -> Sums {
        self.lines.get(&line).and_then(|months| months.get(&None)).copied().unwrap_or_default()
    }

    /// All of a line.
    pub fn total(&self, line: BudgetLineId) -> Sums {
        self.lines.get(&line).into_iter().flatten().map(|(_, sums)| *sums).sum()
    }

    /// All of one cost; nothing if the plan has none with that id.
    pub fn of_cost(&self, cost: CostId) -> Sums {
        self.costs.get(&cost).map(|entry| entry.sums.iter().map(|(_, sums)| *sums).sum()).unwrap_or_default()
    }

    /// From the first to the last month in which anything falls; none if nothing does.
    pub fn span(&self) -> Option<Span> {
        let dated = |months: &BTreeMap<Option<Day>, Sums>| {
            let mut dated = months.keys().flatten();
            let first = *dated.next()?;
            Some(Span { first, last: *dated.next_back().unwrap_or(&first) })
        };
        self.lines.values().filter_map(dated).reduce(Span::union)
    }

    fn enter_cost(&mut self, plan: &Plan, id: CostId) {
        let entry = plan.costs().get(id).map(|cost| entry_of(plan, cost, self.today));
        if let Some(before) = self.costs.remove(&id) {
            self.leave(&before);
        }
        if let Some(entry) = entry {
            self.join(&entry);
            self.costs.insert(id, entry);
        }
    }

    fn enter_actual(&mut self, plan: &Plan, id: ActualId) {
        let of = |actual: &Actual| Entry {
            line: actual.line,
            sums: vec![(Some(actual.day.month_start()), Sums { actual: actual.amount, ..Sums::default() })],
        };
        let entry = plan.actuals().get(id).map(of);
        if let Some(before) = self.actuals.remove(&id) {
            self.leave(&before);
        }
        if let Some(entry) = entry {
            self.join(&entry);
            self.actuals.insert(id, entry);
        }
    }

    /// A row that comes to nothing leaves no trace, as it did not when it was not there.
    fn join(&mut self, entry: &Entry) {
        for (month, sums) in entry.sums.iter().filter(|(_, sums)| !sums.is_nothing()) {
            self.lines.entry(entry.line).or_default().entry(*month).or_default().add(*sums);
        }
    }

    /// Drops what has become nothing, so that equal plans have equal ledgers whatever their history.
    fn leave(&mut self, entry: &Entry) {
        let Some(months) = self.lines.get_mut(&entry.line) else { return };
        for (month, sums) in &entry.sums {
            if let Some(kept) = months.get_mut(month) {
                kept.take(*sums);
                if kept.is_nothing() {
                    months.remove(month);
                }
            }
        }
        if months.is_empty() {
            self.lines.remove(&entry.line);
        }
    }
}

fn entry_of(plan: &Plan, cost: &Cost, today: Day) -> Entry {
    if plan.is_called_off(cost) {
        return Entry { line: cost.line, sums: Vec::new() };
    }
    let money = plan.money_of(cost);
    let (low, high) = cost.range_around(money);
    let mut months: BTreeMap<Option<Day>, Sums> = BTreeMap::new();
    let mut enter = |money: Money, field: fn(&mut Sums) -> &mut Money| match plan.placed(cost, money) {
        Some(placed) => {
            for (month, share) in placed.by_month() {
                *field(months.entry(Some(month)).or_default()) += share;
            }
        }
        None => *field(months.entry(None).or_default()) += money,
    };
    enter(money, |sums| &mut sums.planned);
    enter(low, |sums| &mut sums.low);
    enter(high, |sums| &mut sums.high);
    let is_certain = cost.certainty == Certainty::Certain;
    for (month, sums) in &mut months {
        sums.certain = if is_certain { sums.planned } else { Money::ZERO };
        sums.remaining = match month {
            Some(month) if *month > today => sums.planned,
            Some(month) if today < month.month_start_plus(1) => {
                let still = Span { first: today.plus(1), last: month.month_start_plus(1).plus(-1) };
                plan.placed(cost, money).map_or(Money::ZERO, |placed| placed.within(still))
            }
            Some(_) => Money::ZERO,
            None => sums.planned,
        };
    }
    let sums = months.into_iter().filter(|(_, sums)| !sums.is_nothing()).collect();
    Entry { line: cost.line, sums }
}

/// The costs of a changed item and of the epics that it hangs under, or did, which span other days now.
fn touch_costs_of(plan: &Plan, diff: &Diff<WorkItem>, costs: &mut BTreeSet<CostId>) {
    let mut items: BTreeSet<ItemId> = diff.id().into_iter().collect();
    for parent in [&diff.before, &diff.after].into_iter().flatten().filter_map(|item| item.parent) {
        items.insert(parent);
        if let Some(parent) = plan.items().get(parent) {
            items.extend(plan.epics_above(parent).map(Row::id));
        }
    }
    costs.extend(items.into_iter().flat_map(|item| plan.costs_of_item(item)).map(|cost| cost.id));
}
