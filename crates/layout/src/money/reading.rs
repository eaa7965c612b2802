//! Money by period as the ledger has it. Costs a look at every month of the lines, of which there are few.

use std::collections::BTreeMap;

use milepost_plan::{BudgetLine, Cap, Day, Ledger, Money, Plan, Span, Sums};

use super::{CurvePoint, MoneyByPeriod, PassedCap, PeriodMoney, period_unit};
use crate::axis::x_of;
use crate::packing::Room;
use crate::speech;

impl MoneyByPeriod {
    /// The money of all lines together; the caps, too.
    pub(crate) fn of_all(plan: &Plan, ledger: &Ledger, scale: f64, sight: Room) -> Self {
        let lines: Vec<&BudgetLine> = plan.budget_lines().iter().collect();
        let caps = lines.iter().filter_map(|line| line.cap);
        let cap = caps.reduce(|a, b| Cap { amount: a.amount + b.amount, span: a.span.union(b.span) });
        let months = months(ledger, &lines);
        let points = points(&months, ledger.today(), None);
        Self { cap, ..Self::of(plan, ledger, &lines, &months, points, scale, sight) }
    }

    /// The money of one line. With a cap the curve counts from the first to the last day of that.
    pub(crate) fn of_line(plan: &Plan, ledger: &Ledger, line: &BudgetLine, scale: f64, sight: Room) -> Self {
        let months = months(ledger, &[line]);
        let points = points(&months, ledger.today(), line.cap.map(|cap| cap.span));
        let money = Self::of(plan, ledger, &[line], &months, points, scale, sight);
        Self { line: Some(line.id), cap: line.cap, ..money }
    }

    fn of(
        plan: &Plan,
        ledger: &Ledger,
        lines: &[&BudgetLine],
        months: &BTreeMap<Day, Sums>,
        points: Vec<CurvePoint>,
        scale: f64,
        sight: Room,
    ) -> Self {
        let mut periods = periods(plan, months, scale);
        let highest = periods.iter().map(|period| period.sums.planned.max(period.sums.actual)).max();
        let stretch = |span: Span| Room { from: x_of(span.first, scale), to: x_of(span.last.plus(1), scale) };
        periods.retain(|PeriodMoney { span, .. }| stretch(*span).within(sight).width() > 0.0);
        // Amounts keep clear of the curve, so that is known wherever a period is that shows at all.
        let reach = periods.iter().map(|period| stretch(period.span)).fold(sight, |reach, period| Room {
            from: reach.from.min(period.from),
            to: reach.to.max(period.to),
        });
        Self {
            line: None,
            currency: plan.settings().currency.clone(),
            periods,
            highest: highest.unwrap_or_default(),
            most: points.iter().map(|point| point.forecast).max().unwrap_or_default(),
            points: in_sight(points, scale, reach),
            cap: None,
            passed: passed(plan, ledger, lines),
        }
    }
}

/// What falls into each month, by its first day.
fn months(ledger: &Ledger, lines: &[&BudgetLine]) -> BTreeMap<Day, Sums> {
    let mut months: BTreeMap<Day, Sums> = BTreeMap::new();
    for (month, sums) in lines.iter().flat_map(|line| ledger.months(line.id)) {
        let sum = months.entry(month).or_default();
        *sum = [*sum, sums].into_iter().sum();
    }
    months
}

/// From the first to the last day of the months.
fn whole(months: &BTreeMap<Day, Sums>) -> Option<Span> {
    let ((first, _), (last, _)) = (months.first_key_value()?, months.last_key_value()?);
    Some(Span { first: *first, last: last.month_start_plus(1).plus(-1) })
}

/// All periods from the first to the last month.
fn periods(plan: &Plan, months: &BTreeMap<Day, Sums>, scale: f64) -> Vec<PeriodMoney> {
    let unit = period_unit(scale);
    let spans = whole(months).into_iter().flat_map(|span| unit.across(span, plan.settings().fiscal_year));
    let with_sums = |span: Span| PeriodMoney {
        span,
        sums: months.range(span.first..=span.last).map(|(_, sums)| *sums).sum(),
    };
    spans.map(with_sums).collect()
}

/// What has come together by the beginning of each month, by the night of today and by the end; of what falls into a
/// span, if there is one.
fn points(months: &BTreeMap<Day, Sums>, today: Day, counted: Option<Span>) -> Vec<CurvePoint> {
    let Some(all) = whole(months) else { return Vec::new() };
    let counted = counted.unwrap_or(all);
    let mut forecast = Money::ZERO;
    let mut points = vec![CurvePoint { day: counted.first, forecast }];
    let mut month = counted.first.month_start();
    while month <= counted.last {
        let next = month.month_start_plus(1);
        let sums = months.get(&month).copied().unwrap_or_default();
        if counted.first <= today && month <= today && today.plus(1) < next && today < counted.last {
            points.push(CurvePoint { day: today.plus(1), forecast: forecast + sums.actual });
        }
        forecast += sums.forecast();
        month = next;
        points.push(CurvePoint { day: next.min(counted.last.plus(1)), forecast });
    }
    points
}

/// The points in sight, and the ones around them.
fn in_sight(points: Vec<CurvePoint>, scale: f64, sight: Room) -> Vec<CurvePoint> {
    /// How far the stroke of a curve reaches beyond its end, in points, and a little more.
    const STROKE: f64 = 2.0;
    let x = |point: &CurvePoint| x_of(point.day, scale);
    let first = points.partition_point(|point| x(point) < sight.from - STROKE).saturating_sub(1);
    let end = points.partition_point(|point| x(point) <= sight.to + STROKE) + 1;
    points.into_iter().take(end).skip(first).collect()
}

fn passed(plan: &Plan, ledger: &Ledger, lines: &[&BudgetLine]) -> Vec<PassedCap> {
    let currency = &plan.settings().currency;
    let standing = |line: &&BudgetLine| {
        let standing = ledger.standing(plan, line)?;
        let day = standing.passed_on?;
        let (cap, by) = (standing.cap.amount, Money::ZERO - standing.left);
        let words = format!(
            "“{}” is over its cap of {} by {}; it is passed on {}",
            line.name,
            cap.written(currency),
            by.written(currency),
            speech::day(day),
        );
        Some(PassedCap { line: line.id, name: line.name.clone(), day, by, words })
    };
    let mut passed: Vec<PassedCap> = lines.iter().filter_map(standing).collect();
    passed.sort_by_key(|passed| (passed.day, passed.line));
    passed
}
