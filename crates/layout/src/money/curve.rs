//! The curve of what money adds up to, against the cap: thick up to today, thin where it is planned only; and the days
//! on which caps are passed.

use milepost_plan::{Cap, Money};

use super::{Band, CurvePoint, MoneyByPeriod, PassedCap, share};
use crate::axis::x_of;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{Role, Stroke, Tone};
use crate::scene::{Node, PathStep, Point, Rect, Shape, Target, TextRun};

/// Space left and right of the word of the cap, in points.
const INSET: f64 = 8.0;
/// From the baseline of that word to the line, in points.
const WORD: f64 = 5.0;
const LABEL: Lettering = Lettering::new(10.5, Weight::Medium, Role::Danger);
/// The line of a cap: how thick it is, and its dashes with what is between them, in points.
const STROKE: f64 = 1.25;
const DASH: [f64; 2] = [5.0, 4.0];

/// The curve in sight.
pub(crate) fn curve(money: &MoneyByPeriod, band: &Band<'_>) -> Vec<Node> {
    let colour = Role::Hue(band.hue, Tone::Strong);
    // By the night of today.
    let known = money.points.partition_point(|point| point.day <= band.today.plus(1));
    let line = |points: &[CurvePoint], part: &str, stroke: Stroke| {
        let steps = points.iter().map(|point| at(money, band, point)).enumerate();
        let steps = steps.map(|(index, at)| if index == 0 { PathStep::Move(at) } else { PathStep::Line(at) });
        let shape = Shape::Path { steps: steps.collect(), fill: None, stroke: Some(stroke) };
        (points.len() > 1).then(|| Node::new(band.key(part), shape))
    };
    let spent = line(&money.points[..known], "curve/spent", Stroke::solid(colour, 2.0));
    let planned =
        line(&money.points[known.saturating_sub(1)..], "curve/forecast", Stroke::solid(colour, 1.25));
    planned.into_iter().chain(spent).collect()
}

/// Whether the curve passes through an area or touches it.
pub(super) fn passes(money: &MoneyByPeriod, band: &Band<'_>, area: Rect) -> bool {
    /// Half of the stroke and a little more.
    const NEAR: f64 = 1.0;
    let [begins, ends] = [area.x, area.right()].map(|x| height_at(money, band, x));
    begins.min(ends) < area.bottom() - NEAR && begins.max(ends) > area.y
}

/// The y of the curve at an x; that of its nearest end beyond them.
fn height_at(money: &MoneyByPeriod, band: &Band<'_>, x: f64) -> f64 {
    let next = money.points.partition_point(|point| x_of(point.day, band.scale) < x);
    let at = |index: usize| money.points.get(index).map(|point| at(money, band, point));
    match (next.checked_sub(1).and_then(at), at(next)) {
        (Some(from), Some(to)) => from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x),
        (Some(only), None) | (None, Some(only)) => only.y,
        (None, None) => band.base(),
    }
}

fn at(money: &MoneyByPeriod, band: &Band<'_>, point: &CurvePoint) -> Point {
    let y = band.base() - share(point.forecast, scale_of(money)) * band.tallest();
    Point { x: x_of(point.day, band.scale), y }
}

/// The lines of the caps with their words, and the marks of the days on which caps are passed.
pub(crate) fn cap(money: &MoneyByPeriod, band: &Band<'_>, fonts: &Fonts) -> Vec<Node> {
    // What follows without a day between is one line, with a step where it is more or less from then on.
    let lines = money.caps.chunk_by(|one, next| one.span.last.plus(1) == next.span.first);
    let mut nodes: Vec<Node> = lines.flat_map(|caps| line(caps, money, band, fonts)).collect();
    nodes.extend(money.passed.iter().filter_map(|passed| mark(passed, dot(passed, money, band), band)));
    nodes
}

/// Where marks stand if no cap says, under the upper edge, in points.
const ABOVE_MARKS: f64 = 12.0;

/// What the whole height stands for.
fn scale_of(money: &MoneyByPeriod) -> Money {
    money.caps.iter().map(|cap| cap.amount).fold(money.most, Money::max)
}

/// The y of a cap.
fn height_of(cap: &Cap, money: &MoneyByPeriod, band: &Band<'_>) -> f64 {
    band.base() - share(cap.amount, scale_of(money)) * band.tallest()
}

/// Whether the line of a cap passes through an area, its word would, wherever on the line it slides, or a mark stands there.
pub(super) fn is_capped(money: &MoneyByPeriod, band: &Band<'_>, area: Rect) -> bool {
    money.caps.iter().any(|cap| area.intersects(taken(cap, money, band)))
        || money.passed.iter().any(|passed| area.intersects(dot(passed, money, band)))
}

/// The y over the caps that an area could be moved up to, with its lower edge, to be out of their way.
pub(super) fn over_caps(money: &MoneyByPeriod, band: &Band<'_>, area: Rect) -> Option<f64> {
    let in_the_way = money.caps.iter().map(|cap| taken(cap, money, band)).filter(|cap| area.intersects(*cap));
    in_the_way.map(|cap| cap.y).min_by(f64::total_cmp)
}

/// What the line of a cap and its word may take, wherever on the line that slides.
fn taken(cap: &Cap, money: &MoneyByPeriod, band: &Band<'_>) -> Rect {
    let (Room { from, to }, y) = (band.stretch(cap.span), height_of(cap, money, band));
    let above = WORD + LABEL.size;
    Rect::new(from, y - above, to - from, above + STROKE)
}

fn line(caps: &[Cap], money: &MoneyByPeriod, band: &Band<'_>, fonts: &Fonts) -> Vec<Node> {
    let Some(first) = caps.first() else { return Vec::new() };
    let ends = |cap: &Cap| {
        let (Room { from, to }, y) = (band.stretch(cap.span), height_of(cap, money, band));
        [Point { x: from, y }, Point { x: to, y }]
    };
    let corners: Vec<Point> = caps.iter().flat_map(ends).collect();
    // Half of its stroke reaches beyond its end.
    let steps = dashed(&corners, Room { from: band.sight.from - STROKE, to: band.sight.to + STROKE });
    if steps.is_empty() {
        return Vec::new();
    }
    let key = match money.caps.first() {
        Some(of_all) if of_all != first => band.key(&format!("cap/{}", first.span.first)),
        _ => band.key("cap"),
    };
    let stroke = Some(Stroke::dashed(Role::Danger, STROKE, DASH));
    let mut nodes = vec![Node::new(key.clone(), Shape::Path { steps, fill: None, stroke })];
    let text = match caps {
        [only] => format!("Cap {}", only.amount.short(&money.currency)),
        _ => "Caps".to_owned(),
    };
    let (whole, y) = (band.stretch(first.span), height_of(first, money, band));
    let run = LABEL.run(text, Point { x: whole.from + INSET, y: y - WORD }, fonts);
    let most = whole.to - INSET - run.width;
    if most >= run.at.x {
        let run = TextRun { slides_to: Some(most), ..run };
        nodes.push(Node::new(format!("{key}/word"), Shape::Text(run)));
    }
    nodes
}

/// The part in sight of a line that goes across and steps up and down at its corners, across at both ends; nothing if it is
/// out of sight. Dashes stand where they do whatever is in sight: they are counted from its beginning.
pub(super) fn dashed(corners: &[Point], sight: Room) -> Vec<PathStep> {
    let (Some(first), Some(last)) = (corners.first(), corners.last()) else { return Vec::new() };
    let seen = Room { from: first.x, to: last.x }.within(sight);
    if seen.width() <= 0.0 {
        return Vec::new();
    }
    let mut length = 0.0;
    // The pieces with their ends, and how far along the line each begins.
    let pieces: Vec<(Point, Point, f64)> = corners
        .iter()
        .zip(corners.iter().skip(1))
        .map(|(from, to)| {
            let begins = length;
            length += (to.x - from.x) + (to.y - from.y).abs();
            (*from, *to, begins)
        })
        .collect();
    let reached = pieces.iter().rfind(|(from, ..)| from.x <= seen.from);
    let reached = reached.map_or(0.0, |(from, _, begins)| begins + seen.from - from.x);
    let dash = DASH[0] + DASH[1];
    let begin = (reached / dash).floor() * dash;
    let mut steps = Vec::new();
    for (from, to, begins) in pieces.iter().skip(pieces.partition_point(|(.., begins)| *begins <= begin) - 1)
    {
        if from.x >= seen.to {
            break;
        }
        if steps.is_empty() {
            let on = begin - begins;
            let up = (to.y - from.y).signum() * on;
            let at = if to.x > from.x {
                Point { x: from.x + on, ..*from }
            } else {
                Point { y: from.y + up, ..*from }
            };
            steps.push(PathStep::Move(at));
        }
        steps.push(PathStep::Line(Point { x: to.x.min(seen.to), ..*to }));
    }
    steps
}

/// Where the mark of a cap that is passed stands: on the line of that.
fn dot(passed: &PassedCap, money: &MoneyByPeriod, band: &Band<'_>) -> Rect {
    const RADIUS: f64 = 4.5;
    let cap = money.caps.iter().find(|cap| cap.span.first <= passed.day && passed.day <= cap.span.last);
    let y = cap.map_or(band.top + ABOVE_MARKS, |cap| height_of(cap, money, band));
    let x = x_of(passed.day, band.scale) + band.scale / 2.0;
    Rect::new(x - RADIUS, y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS)
}

fn mark(passed: &PassedCap, rect: Rect, band: &Band<'_>) -> Option<Node> {
    let stroke = Some(Stroke::solid(Role::Surface, 1.5));
    let shape = Shape::Rect { rect, radius: rect.height / 2.0, fill: Some(Role::Danger), stroke };
    let key = band.key(&format!("passed/{}", passed.line));
    let target = Target::BudgetLine { id: passed.line };
    let is_in_sight = rect.right() + 1.0 > band.sight.from && rect.x - 1.0 < band.sight.to;
    is_in_sight.then(|| Node::new(key, shape).with_target(target, passed.words.clone()))
}
