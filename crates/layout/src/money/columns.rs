//! The columns: what is planned in each period, light, and what is spent, dark and narrower in front of it, so that
//! either can be told whichever is more, without its colour as well.

use std::cmp::Ordering;

use milepost_plan::Money;

use super::{Band, MoneyByPeriod, PeriodMoney, curve, share};
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{self, Role, Tone};
use crate::scene::{Node, Point, Rect, Shape, Target, TextRun};
use crate::speech;

/// The part of the height that the highest column takes: the curve needs the rest.
const SHARE: f64 = 0.55;
/// Space between a column and the ends of its period, in points, and as a share of the period where that is less.
const INSET: (f64, f64) = (5.0, 0.12);
/// The part of a column's width that what is spent has.
const SPENT: f64 = 0.6;
/// Space between a column and the amount over it, in points.
const TO_LABEL: f64 = 4.0;
const LABEL: Lettering = Lettering::new(10.5, Weight::Regular, Role::Ink2);
/// What an amount covers below its baseline, and the height of its digits, in points.
const BELOW_BASELINE: f64 = 3.0;
const DIGIT: f64 = 7.6;

/// The columns in sight.
pub(crate) fn columns(money: &MoneyByPeriod, band: &Band<'_>) -> Vec<Node> {
    money.periods.iter().flat_map(|period| column(money, period, band)).collect()
}

/// The amounts over the columns, where there is room for them.
pub(crate) fn labels(money: &MoneyByPeriod, band: &Band<'_>, fonts: &Fonts) -> Vec<Node> {
    money.periods.iter().flat_map(|period| label(money, period, band, fonts)).collect()
}

fn label(money: &MoneyByPeriod, period: &PeriodMoney, band: &Band<'_>, fonts: &Fonts) -> Vec<Node> {
    let amount = shown(period);
    let room = band.stretch(period.span);
    let text = amount.short(&money.currency);
    let width = LABEL.width(&text, fonts);
    if amount == Money::ZERO || width > room.width() - 2.0 {
        return Vec::new();
    }
    let Some(Spot { y, colour, ground }) = place(money, period, band, width) else { return Vec::new() };
    let at = Point { x: room.middle() - width / 2.0, y };
    let key = band.key(&format!("period/{}/amount", period.span.first));
    let clear = Rect::new(at.x - 1.0, at.y - 8.5, width + 2.0, 10.5);
    let is_struck = curve::passes(money, band, area_of(at, width));
    let clearing = is_struck.then(|| Node::new(format!("{key}/clearing"), filled(clear, ground)));
    // At an edge it goes as a whole: what is left of an amount is another amount.
    let run = TextRun { slides_to: Some(at.x), ..LABEL.coloured(colour).run(text, at, fonts) };
    clearing.into_iter().chain([Node::new(key, Shape::Text(run))]).collect()
}

/// Where an amount stands.
#[derive(Clone, Copy)]
struct Spot {
    /// Its baseline.
    y: f64,
    colour: Role,
    /// What it stands on, which clears it of a curve that would strike it through.
    ground: Role,
}

/// What an amount of that width covers, from a point on its baseline on.
fn area_of(at: Point, width: f64) -> Rect {
    Rect::new(at.x, at.y - LABEL.size, width, LABEL.size + BELOW_BASELINE)
}

/// The place of an amount of that width: over its column, in it where the curve or a cap passes over it and there is
/// room, or else over the caps that are in its way. None where that is too high.
fn place(money: &MoneyByPeriod, period: &PeriodMoney, band: &Band<'_>, width: f64) -> Option<Spot> {
    let top = top_of(money, period, band);
    let x = band.stretch(period.span).middle() - width / 2.0;
    let area = |spot: &Spot| area_of(Point { x, y: spot.y }, width);
    let over = |y: f64| Spot { y, colour: LABEL.colour, ground: Role::Surface };
    let near = over(top - TO_LABEL);
    let within = within(period, band, top, width);
    let is_clear = !curve::passes(money, band, area(&near)) && !curve::is_capped(money, band, area(&near));
    let first = if is_clear { [Some(near), within] } else { [within, Some(near)] };
    let far = curve::over_caps(money, band, area(&near)).map(|bottom| over(bottom - BELOW_BASELINE));
    first
        .into_iter()
        .chain([far.filter(|spot| area(spot).y > band.top)])
        .flatten()
        .find(|spot| !curve::is_capped(money, band, area(spot)))
}

/// The place in a column, if an amount of that width has room there and can be read: what is spent is too dark for it.
fn within(period: &PeriodMoney, band: &Band<'_>, top: f64, width: f64) -> Option<Spot> {
    /// Height of a column in which an amount has room, in points.
    const LEAST: f64 = 16.0;
    let height = band.base() - top;
    // In the middle of low columns, near the top of high ones.
    let y = top + (LABEL.size + TO_LABEL).min((height + DIGIT) / 2.0);
    let is_light = period.sums.actual == Money::ZERO;
    let ground = Role::Hue(band.hue, Tone::Whole);
    let has_room = height >= LEAST && width <= planned_room(&band.stretch(period.span)).width();
    (is_light && has_room).then_some(Spot { y, colour: Role::Ink, ground })
}

/// What a period comes to: what was planned, as long as nothing is known to be spent in it.
fn shown(period: &PeriodMoney) -> Money {
    if period.sums.actual == Money::ZERO { period.sums.planned } else { period.sums.forecast() }
}

/// Where the column of what is planned stands in the room of its period.
fn planned_room(room: &Room) -> Room {
    let inset = INSET.0.min(INSET.1 * room.width());
    Room { from: room.from + inset, to: room.to - inset }
}

/// How an amount is drawn on a part of the surface with round corners, in the hue of its line.
type Filling = fn(Rect, f64, u8) -> Shape;

/// The ground of a period, which the pointer meets over its whole height, and its columns.
fn column(money: &MoneyByPeriod, period: &PeriodMoney, band: &Band<'_>) -> Vec<Node> {
    let room = band.stretch(period.span);
    let key = band.key(&format!("period/{}", period.span.first));
    let target = Target::Period { line: money.line, first: period.span.first, last: period.span.last };
    let ground = Rect::new(room.from, band.top, room.width(), band.height);
    let ground = Shape::Rect { rect: ground, radius: 0.0, fill: None, stroke: None };
    let mut nodes = vec![Node::new(key.clone(), ground).with_target(target, spoken(money, period))];
    let planned = planned_room(&room);
    let aside = planned.width() * (1.0 - SPENT) / 2.0;
    let spent = Room { from: planned.from + aside, to: planned.to - aside };
    let solid = |rect, radius, hue| Shape::Rect {
        rect,
        radius,
        fill: Some(Role::Hue(hue, Tone::Strong)),
        stroke: None,
    };
    let planned = ("planned", period.sums.planned, planned, paint::whole as Filling);
    let spent = ("spent", period.sums.actual, spent, solid as Filling);
    for (part, amount, room, shape) in [planned, spent] {
        let height = height_of(money, amount, band);
        if height > 0.0 && room.width() > 0.0 {
            let rect = Rect::new(room.from, band.base() - height, room.width(), height);
            let radius = 2.5_f64.min(room.width() / 2.0).min(height / 2.0);
            nodes.push(Node::new(format!("{key}/{part}"), shape(rect, radius, band.hue)));
        }
    }
    nodes
}

fn top_of(money: &MoneyByPeriod, period: &PeriodMoney, band: &Band<'_>) -> f64 {
    band.base() - height_of(money, period.sums.planned.max(period.sums.actual), band)
}

/// Nothing has no height; anything else can be seen.
fn height_of(money: &MoneyByPeriod, amount: Money, band: &Band<'_>) -> f64 {
    const LEAST: f64 = 1.0;
    if amount <= Money::ZERO {
        0.0
    } else {
        (share(amount, money.highest) * SHARE * band.tallest()).max(LEAST)
    }
}

/// “Nov 2026: €22,000.00 planned, €18,400.00 spent, €20,000.00 forecast, €2,000.00 less than planned”.
fn spoken(money: &MoneyByPeriod, period: &PeriodMoney) -> String {
    let written = |amount: Money| amount.written(&money.currency);
    let variance = period.sums.variance();
    let off = match variance.cmp(&Money::ZERO) {
        Ordering::Equal => String::new(),
        Ordering::Greater => format!(", {} more than planned", written(variance)),
        Ordering::Less => format!(", {} less than planned", written(Money::ZERO - variance)),
    };
    format!(
        "{}: {} planned, {} spent, {} forecast{off}",
        speech::period(period.span),
        written(period.sums.planned),
        written(period.sums.actual),
        written(period.sums.forecast()),
    )
}
