//! The ledger: what is planned and spent, by budget line and month; follows every change at the cost of what changed.

mod days;
mod rows;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::actual::Actual;
use super::cap::CapStanding;
use super::cost::{Certainty, Cost};
use super::line::BudgetLine;
use super::money::Money;
use super::period::PeriodUnit;
use super::spread::Placed;
use super::sums::{CertaintyFilter, Sums};
use crate::change::{Change, Diff};
use crate::day::{Day, Span};
use crate::id::{ActualId, BudgetLineId, CostId, ItemId};
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::settings::FiscalYear;
use crate::table::Row;

pub(super) use days::MonthDays;
use rows::RowsOfLine;

/// One row as it stands in the ledger.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    line: BudgetLineId,
    /// The days that it falls on, whatever the amount; none for what has no days.
    placed: Option<Placed>,
    /// By month, each by its first day; none for what has no days.
    sums: Vec<(Option<Day>, Sums)>,
}

/// Sums by budget line and month. Months are told by their first day; what has no days stands under none.
#[derive(Debug, Clone)]
pub struct Ledger {
    today: Day,
    costs: HashMap<CostId, Entry>,
    actuals: HashMap<ActualId, Entry>,
    rows: HashMap<BudgetLineId, RowsOfLine>,
    lines: HashMap<BudgetLineId, BTreeMap<Option<Day>, Sums>>,
    /// How lines stand to their caps, as far as anybody has asked since they have changed.
    standings: RefCell<HashMap<BudgetLineId, CapStanding>>,
    /// What is forecast on each day of the months in which somebody has looked for the day of a passed cap; follows changes.
    days: RefCell<HashMap<(BudgetLineId, Day), MonthDays>>,
}

/// What has been asked of a ledger makes no difference.
impl PartialEq for Ledger {
    fn eq(&self, other: &Self) -> bool {
        let Self { today, costs, actuals, rows: _, lines, standings: _, days: _ } = other;
        self.today == *today && self.costs == *costs && self.actuals == *actuals && self.lines == *lines
    }
}

/// What rows a ledger had in the place of those that it has followed.
#[derive(Debug, Default)]
pub struct Replaced {
    costs: Vec<(CostId, Option<Entry>)>,
    actuals: Vec<(ActualId, Option<Entry>)>,
    standings: HashMap<BudgetLineId, CapStanding>,
}

impl Ledger {
    /// The ledger of a plan on a day.
    pub fn of(plan: &Plan, today: Day) -> Self {
        let mut ledger = Self {
            today,
            costs: HashMap::new(),
            actuals: HashMap::new(),
            rows: HashMap::new(),
            lines: HashMap::new(),
            standings: RefCell::default(),
            days: RefCell::default(),
        };
        for cost in plan.costs() {
            ledger.enter_cost(plan, cost.id);
        }
        for actual in plan.actuals() {
            ledger.enter_actual(plan, actual.id);
        }
        ledger
    }

    /// Follows changes that the plan has accepted. Answers what it had before, for changes that are only looked at.
    pub fn follow(&mut self, plan: &Plan, changes: &[Change]) -> Replaced {
        let mut replaced = Replaced { standings: self.standings.get_mut().clone(), ..Replaced::default() };
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
                        replaced.actuals.push((id, self.enter_actual(plan, id)));
                    }
                }
                // Its cap may be another one.
                Change::BudgetLine(diff) => self.forget_standing(diff.id()),
                _ => {}
            }
        }
        replaced.costs.extend(costs.into_iter().map(|cost| (cost, self.enter_cost(plan, cost))));
        replaced
    }

    /// Takes back what it has followed last.
    pub fn take_back(&mut self, replaced: Replaced) {
        for (id, entry) in replaced.costs.into_iter().rev() {
            self.put_cost(id, entry);
        }
        for (id, entry) in replaced.actuals.into_iter().rev() {
            self.put_actual(id, entry);
        }
        *self.standings.get_mut() = replaced.standings;
    }

    /// How a line stands to its cap with all of its money; none without a cap. Costs nothing as long as nothing on the
    /// line has changed since somebody asked.
    pub fn standing(&self, plan: &Plan, line: &BudgetLine) -> Option<CapStanding> {
        if let Some(known) = self.standings.borrow().get(&line.id) {
            return Some(*known);
        }
        let standing = self.cap_standing(plan, line, CertaintyFilter::All)?;
        self.standings.borrow_mut().insert(line.id, standing);
        Some(standing)
    }

    fn forget_standing(&mut self, line: Option<BudgetLineId>) {
        if let Some(line) = line {
            self.standings.get_mut().remove(&line);
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

    /// What falls on the days of one month, told by its first day, in order. Days on which nothing falls are left out.
    /// Costs a look at every row of the line.
    pub(crate) fn days(&self, plan: &Plan, line: BudgetLineId, month: Day) -> BTreeMap<Day, Sums> {
        let mut days: BTreeMap<Day, Sums> = BTreeMap::new();
        for actual in plan.actuals_of_line(line).filter(|actual| actual.day.month_start() == month) {
            days.entry(actual.day).or_default().add(Sums::spent(actual.amount));
        }
        let falls =
            |entry: &Entry| entry.sums.binary_search_by_key(&Some(month), |(month, _)| *month).is_ok();
        let costs = plan.costs_of_line(line);
        for cost in costs.filter(|cost| self.costs.get(&cost.id).is_some_and(falls)) {
            let by_day = |placed: Option<Placed>, _| match placed {
                Some(placed) => placed
                    .by_day(month)
                    .into_iter()
                    .map(|(day, share)| {
                        let remaining = if day > self.today { share } else { Money::ZERO };
                        Share { when: Some(day), money: share, remaining }
                    })
                    .collect(),
                None => Vec::new(),
            };
            for (day, sums) in sums_of(plan, cost, by_day) {
                if let Some(day) = day {
                    days.entry(day).or_default().add(sums);
                }
            }
        }
        days
    }

    /// What a line has without days.
    pub fn undated(&self, line: BudgetLineId) -> Sums {
        self.lines.get(&line).and_then(|months| months.get(&None)).copied().unwrap_or_default()
    }

    /// What a line has in its months, which is what caps are held against: all of it but what has no days.
    pub fn dated(&self, line: BudgetLineId) -> Sums {
        self.months(line).map(|(_, sums)| sums).sum()
    }

    /// All of a line, with days and without.
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

    /// The periods in which anything falls, with those between them and the one of today.
    pub fn periods(&self, unit: PeriodUnit, year: FiscalYear) -> Vec<Span> {
        let around = Span { first: self.today, last: self.today };
        let span = self.span().map_or(around, |span| span.union(around));
        unit.across(span, year).collect()
    }

    /// The same for what nobody scrolls: the period of today only where it stands among the others, or next to them.
    pub fn periods_of_money(&self, unit: PeriodUnit, year: FiscalYear) -> Vec<Span> {
        let mut periods = self.periods(unit, year);
        if let Some(span) = self.span() {
            let (first, last) = (unit.around(span.first, year).first, unit.around(span.last, year).last);
            let today = unit.around(self.today, year);
            let is_near = today.last.plus(1) >= first && today.first.plus(-1) <= last;
            periods.retain(|period| is_near || (period.last >= first && period.first <= last));
        }
        periods
    }

    fn enter_cost(&mut self, plan: &Plan, id: CostId) -> Option<Entry> {
        let entry = plan.costs().get(id).map(|cost| entry_of(plan, cost, self.today));
        self.put_cost(id, entry)
    }

    fn enter_actual(&mut self, plan: &Plan, id: ActualId) -> Option<Entry> {
        let of = |actual: &Actual| Entry {
            line: actual.line,
            placed: Some(Placed::Once { day: actual.day, money: Money::ZERO }),
            sums: vec![(Some(actual.day.month_start()), Sums::spent(actual.amount))],
        };
        let entry = plan.actuals().get(id).map(of);
        self.put_actual(id, entry)
    }

    fn put_cost(&mut self, id: CostId, entry: Option<Entry>) -> Option<Entry> {
        let before = self.costs.remove(&id);
        self.exchange(before.as_ref(), entry.as_ref());
        self.change_line(before.as_ref(), entry.as_ref(), |rows| &mut rows.costs, id);
        self.costs.extend(entry.map(|entry| (id, entry)));
        before
    }

    fn put_actual(&mut self, id: ActualId, entry: Option<Entry>) -> Option<Entry> {
        let before = self.actuals.remove(&id);
        self.exchange(before.as_ref(), entry.as_ref());
        self.change_line(before.as_ref(), entry.as_ref(), |rows| &mut rows.actuals, id);
        self.actuals.extend(entry.map(|entry| (id, entry)));
        before
    }

    fn exchange(&mut self, before: Option<&Entry>, after: Option<&Entry>) {
        for entry in [before, after].into_iter().flatten() {
            self.forget_standing(Some(entry.line));
        }
        if let Some(before) = before {
            self.leave(before);
            self.follow_days(before, |sum, money| *sum -= money);
        }
        if let Some(after) = after {
            self.join(after);
            self.follow_days(after, |sum, money| *sum += money);
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

/// A part of an amount.
struct Share {
    /// The first day of its month, or the day that it falls on; none for what has no days.
    when: Option<Day>,
    money: Money,
    /// What of it falls after today.
    remaining: Money,
}

fn entry_of(plan: &Plan, cost: &Cost, today: Day) -> Entry {
    if plan.is_called_off(cost) {
        return Entry { line: cost.line, placed: None, sums: Vec::new() };
    }
    let by_month = |placed: Option<Placed>, money| match placed {
        Some(placed) => placed.by_month().into_iter().map(|share| of_month(placed, share, today)).collect(),
        None => vec![Share { when: None, money, remaining: money }],
    };
    let mut sums = sums_of(plan, cost, by_month);
    sums.retain(|(_, sums)| !sums.is_nothing());
    Entry { line: cost.line, placed: plan.placed(cost, Money::ZERO), sums }
}

fn of_month(placed: Placed, (month, money): (Day, Money), today: Day) -> Share {
    let next = month.month_start_plus(1);
    let remaining = if month > today {
        money
    } else if today < next {
        placed.within(Span { first: today.plus(1), last: next.plus(-1) })
    } else {
        Money::ZERO
    };
    Share { when: Some(month), money, remaining }
}

/// What the shares of a cost come to. Its amount and both ends of an estimate fall on the same days, and are cut
/// alike.
fn sums_of(
    plan: &Plan,
    cost: &Cost,
    cut: impl Fn(Option<Placed>, Money) -> Vec<Share>,
) -> Vec<(Option<Day>, Sums)> {
    let money = plan.money_of(cost);
    let shares = |money: Money| cut(plan.placed(cost, money), money);
    let planned = shares(money);
    if cost.certainty == Certainty::Certain {
        return planned.into_iter().map(|share| (share.when, certain(&share))).collect();
    }
    let (low, high) = cost.range_around(money);
    let ends = shares(low).into_iter().zip(shares(high));
    planned.into_iter().zip(ends).map(|(share, ends)| (share.when, estimated(&share, &ends))).collect()
}

fn certain(share: &Share) -> Sums {
    let Share { money, remaining, .. } = *share;
    Sums {
        planned: money,
        low: money,
        high: money,
        certain: money,
        remaining,
        remaining_low: remaining,
        remaining_high: remaining,
        remaining_certain: remaining,
        actual: Money::ZERO,
    }
}

fn estimated(share: &Share, (low, high): &(Share, Share)) -> Sums {
    Sums {
        planned: share.money,
        low: low.money,
        high: high.money,
        remaining: share.remaining,
        remaining_low: low.remaining,
        remaining_high: high.remaining,
        ..Sums::default()
    }
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
