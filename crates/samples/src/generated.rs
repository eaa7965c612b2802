//! Plausible plans of any size, to measure and to test with.

mod said;
mod served;
mod size;
mod spent;

use std::collections::BTreeSet;

use milepost_plan::{
    Day, DependencyId, DependencyKind, Holiday, Horizon, ItemId, ItemKind, MilestoneId, NewDependency,
    NewItem, NewMilestone, NewTheme, Operation, Plan, PlanSettings, Schedule, Span, Status, ThemeId, Weekday,
};

use crate::build::{Fault, ids, plan_of, sound};
use crate::northwind::sample_day;
use crate::random::Random;
use crate::titles;

pub use size::PlanSize;

/// The years that a generated plan covers.
const YEARS: std::ops::RangeInclusive<i32> = 2025..=2027;
/// Days in those years.
const LENGTH_DAYS: i32 = 3 * 365;

/// A plan of forty themes and that many features from 2025 to 2027, with a quarter as many dependencies.
///
/// Some features in a hundred have a horizon or no schedule; the statuses of the others agree with their dates on
/// [`sample_day`]. No dependency leads back in time, so there is no circle. The same arguments give the same plan, and
/// customers, needs and feedback leave the features as they are but for the needs and goals that they serve. Costs and
/// actuals leave everything else as it is.
pub fn generated_plan(size: impl Into<PlanSize>, seed: u64) -> Plan {
    sound(generated(size.into(), seed))
}

fn generated(size: PlanSize, seed: u64) -> Result<Plan, Fault> {
    let PlanSize { features, .. } = size;
    let mut random = Random::seeded(seed);
    // A stream of its own, so that features are the same with and without.
    let mut on_needs = Random::seeded(!seed);
    let mut on_money = Random::seeded(seed.rotate_left(32) ^ 0x5bd1_e995);
    // Ids carry what of the seed has room, so that two generated plans do not share them.
    let salt = u32::try_from((seed ^ (seed >> 32)) & 0x3fff_ffff)? | 0x4000_0000;
    let themes: Vec<ThemeId> = ids(1, salt).take(titles::THEMES.len()).collect();
    let mut items: Vec<NewItem> = ids::<ItemId>(2, salt)
        .zip(1..=features)
        .map(|(id, number)| feature(&mut random, id, number, &themes))
        .collect();

    let mut operations: Vec<Operation> = titles::THEMES
        .into_iter()
        .zip(&themes)
        .map(|(name, id)| Operation::AddTheme {
            theme: NewTheme { id: *id, name: name.to_owned(), hue: None },
        })
        .collect();
    let ties = ties(&mut random, &items, features / 4);
    let customers = served::customers(&mut on_needs, size.customers, salt);
    let needs = served::needs(&mut on_needs, size.needs, &customers, salt);
    let goals = served::goals(size.needs, salt);
    served::serve(&mut on_needs, &mut items, &needs, &goals);
    let said = said::feedback(&mut on_needs, size.feedback, (&customers, &needs, &items), salt);
    let budget = spent::budget(&mut on_money, size, &items, salt);
    operations.extend(served::added(customers, needs, goals));
    operations.extend(items.into_iter().map(|item| Operation::AddItem { item }));
    operations.extend(releases(salt));
    for (id, (predecessor, successor)) in ids::<DependencyId>(4, salt).zip(ties) {
        let lag_days = if random.happens(20) { random.days(1, 10) } else { 0 };
        let kind = DependencyKind::FinishToStart;
        let dependency = NewDependency { id, predecessor, successor, kind, lag_days };
        operations.push(Operation::Link { dependency });
    }
    operations.extend(said);
    operations.extend(budget);
    plan_of(settings(), operations)
}

fn feature(random: &mut Random, id: ItemId, number: usize, themes: &[ThemeId]) -> NewItem {
    let mut item = NewItem::new(id, ItemKind::Feature, titles::title(random));
    // The lesser of two draws: real lanes are not equally full.
    let theme = random.below(themes.len()).min(random.below(themes.len()));
    item.theme = themes.get(theme).copied();
    item.owner = titles::owner(random);
    item.key = format!("GEN-{number}");
    item.schedule = match random.below(100) {
        0..=2 => Schedule::Horizon { horizon: Horizon::ALL[random.below(Horizon::ALL.len())] },
        3..=5 => Schedule::None,
        _ => span(random).into(),
    };
    (item.status, item.progress) = match item.schedule.span() {
        Some(span) => how_far(random, span),
        None => (if random.happens(70) { Status::Idea } else { Status::Planned }, 0),
    };
    item
}

/// Mostly Monday to Friday some weeks later; now and then a single day.
fn span(random: &mut Random) -> Span {
    let weeks = random.days(1, 8) + random.days(0, 8);
    // A week is kept free at the start, since the Monday may lie up to six days before the day drawn.
    let latest = LENGTH_DAYS - 7 * weeks;
    let first = first_day().plus(random.days(7, latest)).week_start(Weekday::Monday);
    let last = if random.happens(2) { first } else { first.plus(7 * weeks - 3) };
    Span { first, last }
}

/// Status and progress of a feature with these days, as they may stand on [`sample_day`].
fn how_far(random: &mut Random, span: Span) -> (Status, u8) {
    let today = sample_day();
    let per_cent = |days: i32| u8::try_from((100 * days / span.days()).clamp(0, 100)).unwrap_or(0);
    if span.last < today {
        match random.below(100) {
            0..=4 => (Status::Dropped, per_cent(random.days(0, span.days() / 2))),
            5..=8 => (Status::InProgress, 90),
            _ => (Status::Done, 100),
        }
    } else if span.first <= today {
        let elapsed = today.days_since(span.first) + random.days(-10, 5);
        if random.happens(10) {
            (Status::Planned, 0)
        } else {
            (Status::InProgress, per_cent(elapsed).min(95))
        }
    } else {
        let soon = span.first.days_since(today) < 120;
        (if soon || random.happens(60) { Status::Planned } else { Status::Idea }, 0)
    }
}

/// Pairs of predecessor and successor, each once: neighbours in time, preferably of one theme.
fn ties(random: &mut Random, items: &[NewItem], wanted: usize) -> BTreeSet<(ItemId, ItemId)> {
    /// How many features back a predecessor is looked for.
    const REACH: usize = 300;
    let mut in_time: Vec<(Span, &NewItem)> =
        items.iter().filter_map(|item| Some((item.schedule.span()?, item))).collect();
    in_time.sort_by_key(|(span, item)| (span.first, item.id));
    let mut ties = BTreeSet::new();
    // A draw may repeat a pair; that happens rarely enough for eight draws a tie to be plenty.
    for _ in 0..8 * wanted {
        if ties.len() == wanted || in_time.len() < 2 {
            break;
        }
        let place = 1 + random.below(in_time.len() - 1);
        let (successor_span, successor) = in_time[place];
        let before = &in_time[place.saturating_sub(REACH)..place];
        let late_too = random.happens(5);
        let neighbour = before.iter().rev().find(|(span, item)| {
            item.theme == successor.theme && (late_too || span.last < successor_span.first)
        });
        let (_, predecessor) = neighbour.unwrap_or(&before[random.below(before.len())]);
        ties.insert((predecessor.id, successor.id));
    }
    ties
}

/// One release at the end of each quarter.
fn releases(salt: u32) -> Vec<Operation> {
    let quarters = YEARS.flat_map(|year| (1..=4).map(move |quarter| (year, quarter)));
    let starts = (1..).map(|quarters| first_day().month_start_plus(3 * quarters));
    quarters
        .zip(starts)
        .zip(ids::<MilestoneId>(3, salt))
        .map(|(((year, quarter), next_quarter), id)| {
            let day = next_quarter.plus(-1);
            Operation::AddMilestone { milestone: NewMilestone { id, name: format!("{year}.{quarter}"), day } }
        })
        .collect()
}

fn settings() -> PlanSettings {
    let holiday = |year: i32, month: u32, day: u32, name: &str| {
        Day::from_ymd(year, month, day).map(|day| Holiday { day, name: name.to_owned() })
    };
    let of_year = |year| [holiday(year, 1, 1, "New Year's Day"), holiday(year, 12, 25, "Christmas Day")];
    PlanSettings {
        name: "Generated plan".to_owned(),
        holidays: YEARS.flat_map(of_year).flatten().collect(),
        ..PlanSettings::default()
    }
}

fn first_day() -> Day {
    Day::from_ymd(*YEARS.start(), 1, 1).unwrap_or_else(sample_day)
}
