//! Money by period as the ledger has it. Costs a look at every month of the lines, of which there are few.

use std::collections::BTreeMap;

use milepost_plan::{
    BudgetLine, BudgetLineId, Cap, CertaintyFilter, Day, Ledger, Money, PeriodUnit, Plan, Span, Sums,
};

use super::{CurvePoint, MoneyByPeriod, PassedCap, PeriodMoney, period_unit};
use crate::axis::x_of;
use crate::packing::Room;
use crate::speech;

impl MoneyByPeriod {
    /// The money of all lines together, under what the caps let it come to.
    pub(crate) fn of_all(plan: &Plan, ledger: &Ledger, scale: f64, sight: Room) -> Self {
        let lines: Vec<&BudgetLine> = plan.budget_lines().iter().collect();
        let months = months(ledger, &lines);
        let points = points(&months, ledger, None);
        Self {
            caps: caps(plan, ledger, &lines),
            ..Self::of(plan, ledger, &lines, &months, points, scale, sight)
        }
    }

    /// The money of one line. With a cap the curve counts from the first to the last day of that.
    pub(crate) fn of_line(plan: &Plan, ledger: &Ledger, line: &BudgetLine, scale: f64, sight: Room) -> Self {
        let months = months(ledger, &[line]);
        let points = points(&months, ledger, line.cap.map(|cap| (line.id, cap.span)));
        let money = Self::of(plan, ledger, &[line], &months, points, scale, sight);
        Self { line: Some(line.id), caps: line.cap.into_iter().collect(), ..money }
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
            caps: Vec::new(),
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

/// What has come together by the beginning of each month, by the night of today and by the end; of what falls into the
/// span of a line's cap, if that is told.
fn points(
    months: &BTreeMap<Day, Sums>,
    ledger: &Ledger,
    counted: Option<(BudgetLineId, Span)>,
) -> Vec<CurvePoint> {
    let Some(all) = whole(months) else { return Vec::new() };
    let (line, counted) = counted.map_or((None, all), |(line, span)| (Some(line), span));
    let today = ledger.today();
    let mut forecast = Money::ZERO;
    let mut points = vec![CurvePoint { day: counted.first, forecast }];
    let mut month = counted.first.month_start();
    while month <= counted.last {
        let next = month.month_start_plus(1);
        let days = Span { first: counted.first.max(month), last: counted.last.min(next.plus(-1)) };
        let sums = months.get(&month).copied().unwrap_or_default();
        // A month in which the span begins or ends counts by its days.
        let cut = line.filter(|_| days.first > month || days.last.plus(1) < next);
        let until = |last: Day| cut.map(|line| ledger.forecast_within(line, Span { last, ..days }));
        if counted.first <= today && month <= today && today.plus(1) < next && today < counted.last {
            let spent = until(today).unwrap_or(sums.actual);
            points.push(CurvePoint { day: today.plus(1), forecast: forecast + spent });
        }
        forecast += until(days.last).unwrap_or_else(|| sums.forecast());
        month = next;
        points.push(CurvePoint { day: days.last.plus(1), forecast });
    }
    points
}

/// What the money of lines may come to, month by month, as the curve of the budget has it.
fn caps(plan: &Plan, ledger: &Ledger, lines: &[&BudgetLine]) -> Vec<Cap> {
    let points = ledger.curve(plan, lines, PeriodUnit::Month, CertaintyFilter::All);
    let mut caps: Vec<Cap> = Vec::new();
    for (span, amount) in points.into_iter().filter_map(|point| Some((point.period, point.cap?))) {
        match caps.last_mut() {
            Some(before) if before.amount == amount && before.span.last.plus(1) == span.first => {
                before.span.last = span.last;
            }
            _ => caps.push(Cap { amount, span }),
        }
    }
    caps
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
