//! Money placed in time, and what of it falls into a period, exact to the minor unit.

use super::money::Money;
use crate::day::{Day, Span};

/// Money with the days that it falls on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placed {
    /// On one day.
    Once { day: Day, money: Money },
    /// As much every month of the span, on the day of the month that it begins with.
    Monthly { span: Span, money: Money },
    /// Over all days of the span.
    Spread { span: Span, money: Money },
}

impl Placed {
    /// Its months, each by its first day, with what falls into them, in order. Months without any are left out.
    pub(crate) fn by_month(self) -> Vec<(Day, Money)> {
        match self {
            Self::Once { day, money } => vec![(day.month_start(), money)],
            Self::Monthly { span, money } => payments(span).map(|day| (day.month_start(), money)).collect(),
            Self::Spread { span, money } => shares(span, money),
        }
    }

    /// How many payments it is made of; a spread amount counts as one.
    pub(crate) fn payments(self) -> usize {
        match self {
            Self::Once { .. } | Self::Spread { .. } => 1,
            Self::Monthly { span, .. } => payments(span).count(),
        }
    }

    /// All of it.
    pub(crate) fn total(self) -> Money {
        match self {
            Self::Once { money, .. } | Self::Spread { money, .. } => money,
            Self::Monthly { span, money } => times(money, payments(span).count()),
        }
    }

    /// What falls on the days of one month, told by its first day, in order. Days without any are left out.
    pub(crate) fn by_day(self, month: Day) -> Vec<(Day, Money)> {
        let in_month = |day: &Day| holds(whole_month(month), *day);
        match self {
            Self::Once { day, money } => {
                Some((day, money)).filter(|(day, _)| in_month(day)).into_iter().collect()
            }
            Self::Monthly { span, money } => {
                payments_in(span, whole_month(month)).map(|day| (day, money)).into_iter().collect()
            }
            Self::Spread { span, money } => {
                let share = shares(span, money).into_iter().find(|(of, _)| *of == month);
                share.into_iter().flat_map(|(_, share)| self.days_of_share(month, share)).collect()
            }
        }
    }

    /// The days of a month on which its share of that month falls, in order. That it falls there is known already.
    pub(crate) fn days_of_share(self, month: Day, share: Money) -> impl Iterator<Item = (Day, Money)> {
        let month = whole_month(month);
        let days = match self {
            Self::Once { day, .. } => Some(Span { first: day, last: day }),
            Self::Monthly { span, .. } => payments_in(span, month).map(|day| Span { first: day, last: day }),
            Self::Spread { span, .. } => overlap(span, month),
        };
        days.into_iter().flat_map(move |days| {
            let until = move |day: Day| first_days(share, days.days(), day.days_since(days.first));
            days.iter().map(move |day| (day, until(day.plus(1)) - until(day)))
        })
    }

    /// What falls from the first to the last day of a period.
    pub(crate) fn within(self, period: Span) -> Money {
        match self {
            Self::Once { day, money } => {
                if holds(period, day) {
                    money
                } else {
                    Money::ZERO
                }
            }
            Self::Monthly { span, money } => {
                times(money, payments(span).filter(|day| holds(period, *day)).count())
            }
            Self::Spread { span, money } => {
                let of_month = |(month, share): (Day, Money)| {
                    let days = overlap(span, whole_month(month))?;
                    let before = Span { first: days.first, last: period.last.min(days.last) };
                    let until = if before.last < before.first { 0 } else { before.days() };
                    let skipped = period.first.days_since(days.first).clamp(0, days.days());
                    Some(
                        first_days(share, days.days(), until)
                            - first_days(share, days.days(), skipped.min(until)),
                    )
                };
                shares(span, money).into_iter().filter_map(of_month).sum()
            }
        }
    }
}

/// The day of a month on which a monthly payment falls, if any does.
fn payments_in(span: Span, month: Span) -> Option<Day> {
    let in_month = span.first.days_since(span.first.month_start());
    Some(month.first.plus(in_month).min(month.last)).filter(|day| holds(span, *day))
}

/// The days on which a monthly payment falls.
fn payments(span: Span) -> impl Iterator<Item = Day> {
    let in_month = span.first.days_since(span.first.month_start());
    (0..)
        .map(move |months| {
            let month = span.first.month_start_plus(months);
            month.plus(in_month).min(whole_month(month).last)
        })
        .take_while(move |day| *day <= span.last)
}

/// What each month of a span gets of an amount, by its days.
fn shares(span: Span, money: Money) -> Vec<(Day, Money)> {
    let months =
        std::iter::successors(Some(span.first.month_start()), |month| Some(month.month_start_plus(1)));
    let months: Vec<Day> = months.take_while(|month| *month <= span.last).collect();
    let days = |month: &Day| overlap(span, whole_month(*month)).map_or(0, |days| i64::from(days.days()));
    let weights: Vec<i64> = months.iter().map(days).collect();
    months.into_iter().zip(divide(money, &weights)).collect()
}

/// An amount by weights: rounded down, and the minor units that are left to those with the largest remainder, the earliest
/// among equals. Nobody gets anything where all weights are nothing.
pub(crate) fn divide(money: Money, weights: &[i64]) -> Vec<Money> {
    let all = weights.iter().map(|weight| i128::from(*weight)).sum::<i128>().max(1);
    let product = |weight: &i64| i128::from(money.0) * i128::from(*weight);
    let mut parts: Vec<Money> = weights
        .iter()
        .map(|weight| Money(i64::try_from(product(weight).div_euclid(all)).unwrap_or(0)))
        .collect();
    let left = money.0 - parts.iter().copied().sum::<Money>().0;
    let mut by_remainder: Vec<usize> = (0..weights.len()).filter(|place| weights[*place] > 0).collect();
    by_remainder.sort_by_key(|place| std::cmp::Reverse(product(&weights[*place]).rem_euclid(all)));
    for place in by_remainder.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[place] += Money(1);
    }
    parts
}

/// What the first of some days get of an amount: all the same, and the first ones what is left.
fn first_days(money: Money, days: i32, first: i32) -> Money {
    let (days, first) = (i64::from(days.max(1)), i64::from(first));
    Money((money.0 / days) * first + (money.0 % days).min(first))
}

/// A month from its first to its last day.
pub(super) fn whole_month(month: Day) -> Span {
    Span { first: month, last: month.month_start_plus(1).plus(-1) }
}

fn overlap(one: Span, other: Span) -> Option<Span> {
    let span = Span { first: one.first.max(other.first), last: one.last.min(other.last) };
    (span.first <= span.last).then_some(span)
}

fn holds(period: Span, day: Day) -> bool {
    period.first <= day && day <= period.last
}

fn times(money: Money, count: usize) -> Money {
    Money(money.0.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    fn told(placed: Placed) -> Vec<(String, i64)> {
        placed.by_month().into_iter().map(|(month, money)| (month.to_string(), money.0)).collect()
    }

    #[test]
    fn a_month_gets_its_share_by_its_days_and_the_largest_remainder_the_last_cent() {
        // 31 + 28 + 31 of 90 days: 34.44…, 31.11…, 34.44… of 100.
        let placed = Placed::Spread { span: span("2027-01-01", "2027-03-31"), money: Money(100) };
        let expected = [("2027-01-01", 35), ("2027-02-01", 31), ("2027-03-01", 34)];
        assert_eq!(told(placed), expected.map(|(month, share)| (month.to_owned(), share)));
        let leap = Placed::Spread { span: span("2028-02-29", "2028-03-01"), money: Money(3) };
        assert_eq!(told(leap), [("2028-02-01".to_owned(), 2), ("2028-03-01".to_owned(), 1)]);
    }

    #[test]
    fn monthly_money_falls_on_the_same_day_or_the_last_of_a_shorter_month() {
        let placed = Placed::Monthly { span: span("2027-01-31", "2027-04-30"), money: Money(5) };
        assert_eq!(told(placed).len(), 4, "31 January, 28 February, 31 March, 30 April");
        assert_eq!(placed.within(span("2027-02-28", "2027-02-28")), Money(5));
        assert_eq!(placed.within(span("2027-03-01", "2027-03-30")), Money(0));
        let cut = Placed::Monthly { span: span("2027-01-15", "2027-04-14"), money: Money(5) };
        assert_eq!(told(cut).len(), 3, "the fourth would come a day too late");
    }

    #[test]
    fn however_a_span_is_cut_the_parts_are_the_whole() {
        let whole = span("2027-01-20", "2028-03-03");
        let all = Span { first: whole.first.plus(-5), last: whole.last.plus(5) };
        let placed = [
            Placed::Spread { span: whole, money: Money(1_000_003) },
            Placed::Spread { span: whole, money: Money(7) },
            Placed::Monthly { span: whole, money: Money(333) },
            Placed::Once { day: day("2027-12-31"), money: Money(42) },
        ];
        for placed in placed {
            let total: Money = placed.by_month().into_iter().map(|(_, money)| money).sum();
            assert_eq!(placed.within(all), total);
            assert_eq!(placed.total(), total);
            let days: Money = all.iter().map(|day| placed.within(Span { first: day, last: day })).sum();
            assert_eq!(days, total, "day by day: {placed:?}");
            for length in [2, 7, 30, 31, 100] {
                let starts = (0..all.days()).step_by(length as usize).map(|days| all.first.plus(days));
                let cut = |first: Day| Span { first, last: first.plus(length - 1) };
                assert_eq!(starts.map(|first| placed.within(cut(first))).sum::<Money>(), total);
            }
            for (month, money) in placed.by_month() {
                assert_eq!(placed.within(whole_month(month)), money, "{placed:?}");
                for (day, share) in placed.by_day(month) {
                    assert_eq!(placed.within(Span { first: day, last: day }), share, "{day}: {placed:?}");
                }
                assert_eq!(placed.by_day(month).into_iter().map(|(_, share)| share).sum::<Money>(), money);
            }
        }
    }
}
