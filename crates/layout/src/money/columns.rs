//! The columns: what is planned in each period, light, and what is spent, dark and narrower in front of it, so that
//! either can be told whichever is more.

use std::cmp::Ordering;

use milepost_plan::Money;

use super::{Band, MoneyByPeriod, PeriodMoney, curve, share};
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{Role, Tone};
use crate::scene::{Node, Point, Rect, Shape, Target};
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
    let Some(Spot { y, colour, is_passed }) = place(money, period, band, width) else { return Vec::new() };
    let at = Point { x: room.middle() - width / 2.0, y };
    let key = band.key(&format!("period/{}/amount", period.span.first));
    let clear = Rect::new(at.x - 1.0, at.y - 8.5, width + 2.0, 10.5);
    let clearing = is_passed.then(|| Node::new(format!("{key}/clearing"), filled(clear, Role::Surface)));
    let run = Node::new(key, Shape::Text(LABEL.coloured(colour).run(text, at, fonts)));
    clearing.into_iter().chain([run]).collect()
}

/// Where an amount stands.
#[derive(Clone, Copy)]
struct Spot {
    /// Its baseline.
    y: f64,
    colour: Role,
    /// Whether the curve would strike it through there.
    is_passed: bool,
}

/// The place of an amount of that width: over its column, or in it where the curve or a cap passes over it and there is
/// room. None where a cap would still run through it.
fn place(money: &MoneyByPeriod, period: &PeriodMoney, band: &Band<'_>, width: f64) -> Option<Spot> {
    /// Height of a column in which an amount has room.
    const LEAST: f64 = 20.0;
    let top = top_of(money, period, band);
    let above = top - TO_LABEL;
    let middle = band.stretch(period.span).middle();
    let [from, to] = [-0.5, 0.5].map(|half| middle + half * width);
    let [begins, ends] = [from, to].map(|x| curve::height_at(money, band, x));
    let is_passed = begins.min(ends) < above + 2.0 && begins.max(ends) > above - LABEL.size;
    let is_free =
        |y: f64| !curve::is_capped(money, band, Rect::new(from, y - LABEL.size, width, LABEL.size + 3.0));
    // What is spent is too dark for it.
    let has_room = band.base() - top >= LEAST
        && width <= planned_room(&band.stretch(period.span)).width()
        && period.sums.actual == Money::ZERO;
    let over = Spot { y: above, colour: LABEL.colour, is_passed };
    let within = Spot { y: top + LABEL.size + TO_LABEL, colour: Role::OnEdge, is_passed: false };
    let is_clear = !is_passed && is_free(above);
    let spots = if is_clear || !has_room { [over, within] } else { [within, over] };
    let possible = if has_room { &spots[..] } else { &spots[..1] };
    possible.iter().find(|spot| is_free(spot.y)).copied()
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
    let parts = [
        ("planned", period.sums.planned, planned, Tone::Edge),
        ("spent", period.sums.actual, spent, Tone::Strong),
    ];
    for (part, amount, room, tone) in parts {
        let height = height_of(money, amount, band);
        if height > 0.0 && room.width() > 0.0 {
            let rect = Rect::new(room.from, band.base() - height, room.width(), height);
            let radius = 2.5_f64.min(room.width() / 2.0).min(height / 2.0);
            let fill = Some(Role::Hue(band.hue, tone));
            nodes.push(Node::new(format!("{key}/{part}"), Shape::Rect { rect, radius, fill, stroke: None }));
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
