//! How money adds up over time, as a picture: planned, spent, forecast with its band, and the caps.

use milepost_plan::{CertaintyFilter, CurvePoint, Day, Money, Span};

use super::Page;
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::pages::report::flow::Flow;
use crate::paint::{Role, Stroke};
use crate::scene::{Node, PathStep, Point, Rect, Shape};
use crate::speech;

/// Height of the picture with its labels, and of what stands above and below the curves, in points.
const HEIGHT: f64 = 216.0;
const ABOVE: f64 = 30.0;
const BELOW: f64 = 16.0;
/// Most lines across.
const LINES: f64 = 5.0;
/// Space between labels, in points.
const GAP: f64 = 8.0;

const LABEL: Lettering = Lettering::new(7.5, Weight::Regular, Role::Ink2);
const TODAY: Lettering = Lettering::new(7.5, Weight::Medium, Role::Accent);
const PASSED: Lettering = Lettering::new(7.5, Weight::Medium, Role::Danger);

const PLANNED: Stroke = Stroke::dashed(Role::Ink3, 1.25, [2.0, 2.0]);
const SPENT: Stroke = Stroke::solid(Role::Ink, 2.0);
const FORECAST: Stroke = Stroke::solid(Role::Accent, 1.5);
const CAP: Stroke = Stroke::dashed(Role::Danger, 1.25, [6.0, 3.0]);

impl Page<'_> {
    /// The curve of all lines together.
    pub(super) fn chart(&self, flow: &mut Flow<'_>) {
        let unit = self.document.options.unit;
        let points = self.ledger.curve(self.plan(), &self.lines, unit, CertaintyFilter::All);
        let room = flow.picture("How it adds up", &self.undated(), HEIGHT);
        if points.is_empty() {
            let at = Point { x: room.x, y: room.y + 12.0 };
            let words = LABEL.run("Nothing is planned or spent on any day.", at, self.document.fonts);
            return flow.put_all([Node::new("budget/chart/nothing", Shape::Text(words))]);
        }
        let chart = Chart::new(self, room, points);
        flow.put_all(chart.nodes());
    }

    /// “€1,200.00 is planned without days, and so on no curve”.
    fn undated(&self) -> String {
        let undated: Money = self.lines.iter().map(|line| self.ledger.undated(line.id).planned).sum();
        match undated {
            Money::ZERO => String::new(),
            undated => format!("{} is planned without days, and so on no curve", self.written(undated)),
        }
    }
}

struct Chart<'a> {
    page: &'a Page<'a>,
    fonts: &'a Fonts,
    points: Vec<CurvePoint>,
    /// What the curves stand in.
    field: Rect,
    room: Rect,
    /// Amounts of the lines across, in minor units; the last is the top of the field.
    step: i64,
    most: f64,
}

/// A day that is told over the field.
struct Mark {
    x: f64,
    text: String,
    how: Lettering,
    /// The row of its words, from 0 at the field, and where they begin; none without room for them.
    place: Option<(usize, f64)>,
}

impl<'a> Chart<'a> {
    fn new(page: &'a Page<'a>, room: Rect, points: Vec<CurvePoint>) -> Self {
        let fonts = page.document.fonts;
        let ends = |point: &CurvePoint| {
            [point.planned, point.high, point.forecast, point.cap.unwrap_or_default()].into_iter().max()
        };
        let highest = points.iter().filter_map(ends).max().unwrap_or_default();
        let step = step_for(highest.0);
        let lines = highest.0.div_euclid(step) + i64::from(highest.0 % step != 0);
        let lines = lines.max(1);
        let currency = &page.plan().settings().currency;
        let label = |line: i64| LABEL.width(&Money(line * step).short(currency), fonts);
        let left = (0..=lines).map(label).fold(0.0, f64::max) + GAP;
        let field = Rect::new(room.x + left, room.y + ABOVE, room.width - left, room.height - ABOVE - BELOW);
        #[allow(clippy::cast_precision_loss, reason = "only for drawing")]
        let most = (lines * step) as f64;
        let chart = Self { page, fonts, points, field, room, step, most };
        // Further rows of words take their room from the field.
        let rows = chart.marks().iter().filter_map(|mark| Some(mark.place?.0)).max().unwrap_or(0);
        let rows = rows as f64 * ROW;
        Self { field: Rect { y: field.y + rows, height: field.height - rows, ..field }, ..chart }
    }

    fn nodes(&self) -> Vec<Node> {
        let mut nodes = self.grid();
        nodes.extend(self.periods());
        nodes.extend(self.band());
        nodes.extend(self.curves());
        let marks = self.marks();
        nodes.extend(marks.iter().enumerate().flat_map(|(number, mark)| self.mark(number, mark)));
        nodes.extend(self.legend());
        nodes
    }

    fn y(&self, money: Money) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "only for drawing")]
        let part = money.0.max(0) as f64 / self.most;
        self.field.bottom() - part.min(1.0) * self.field.height
    }

    /// Where a period begins.
    fn x_of(&self, index: usize) -> f64 {
        self.field.x + self.field.width * index as f64 / self.points.len() as f64
    }

    /// Where the night of a day is, if the chart shows it.
    fn x_at(&self, day: Day) -> Option<f64> {
        let holds = |span: Span| span.first <= day && day <= span.last;
        let index = self.points.iter().position(|point| holds(point.period))?;
        let period = self.points.get(index)?.period;
        let part = f64::from(day.plus(1).number() - period.first.number()) / f64::from(period.days());
        Some(self.x_of(index) + part * (self.x_of(index + 1) - self.x_of(index)))
    }

    fn grid(&self) -> Vec<Node> {
        let currency = &self.page.plan().settings().currency;
        let mut nodes = Vec::new();
        let mut amount = Money::ZERO;
        #[allow(clippy::cast_precision_loss, reason = "only for drawing")]
        while amount.0 as f64 <= self.most {
            let y = self.y(amount);
            let role = if amount == Money::ZERO { Role::LineStrong } else { Role::Line };
            let rule = Rect::new(self.field.x, y - 0.25, self.field.width, 0.5);
            nodes.push(Node::new(format!("budget/chart/line/{}", amount.0), filled(rule, role)));
            let end = Point { x: self.field.x - GAP / 2.0, y: y + 2.5 };
            let label = LABEL.run_to(amount.short(currency), end, self.fonts);
            nodes.push(Node::new(format!("budget/chart/amount/{}", amount.0), Shape::Text(label)));
            amount += Money(self.step);
        }
        nodes
    }

    /// The names of periods under their beginnings: each, or every second, third and so on as there is room.
    fn periods(&self) -> Vec<Node> {
        let (unit, year) = (self.page.document.options.unit, self.page.plan().settings().fiscal_year);
        let names: Vec<String> =
            self.points.iter().map(|point| speech::money_period(unit, point.period.first, year)).collect();
        let widest = names.iter().map(|name| LABEL.width(name, self.fonts)).fold(0.0, f64::max) + GAP;
        let each = (1..=names.len())
            .find(|each| *each as f64 * self.field.width / names.len() as f64 >= widest)
            .unwrap_or(names.len().max(1));
        let mut nodes = Vec::new();
        for (index, name) in names.into_iter().enumerate().step_by(each) {
            let x = self.x_of(index);
            let key = format!("budget/chart/period/{index}");
            let tick = Rect::new(x - 0.25, self.field.bottom(), 0.5, 4.0);
            nodes.push(Node::new(format!("{key}/tick"), filled(tick, Role::LineStrong)));
            let at = Point { x, y: self.field.bottom() + 13.0 };
            if x + LABEL.width(&name, self.fonts) <= self.room.right() {
                nodes.push(Node::new(key, Shape::Text(LABEL.run(name, at, self.fonts))));
            }
        }
        nodes
    }

    /// From today on, all that the forecast may become.
    fn band(&self) -> Option<Node> {
        let (now, at, first) = self.now();
        let rest = self.points.get(first..)?;
        if rest.iter().all(|point| point.low == point.high) {
            return None;
        }
        let end = |index: usize, money: Money| Point { x: self.x_of(first + index + 1), y: self.y(money) };
        let upper = rest.iter().enumerate().map(|(index, point)| end(index, point.high));
        let lower = rest.iter().enumerate().rev().map(|(index, point)| end(index, point.low));
        let start = Point { x: at, y: self.y(now) };
        let outline = upper.chain(lower).map(PathStep::Line);
        let steps = [PathStep::Move(start)].into_iter().chain(outline).chain([PathStep::Close]).collect();
        let shape = Shape::Path { steps, fill: Some(Role::AccentSoft), stroke: None };
        Some(Node::new("budget/chart/band", shape))
    }

    /// What has been spent by the night of today, where that is, and the first period that ends later.
    fn now(&self) -> (Money, f64, usize) {
        let today = self.page.document.today;
        let known = self.points.iter().filter(|point| point.actual.is_some()).count();
        let spent = known.checked_sub(1).and_then(|last| self.points.get(last)?.actual).unwrap_or_default();
        match self.x_at(today) {
            Some(x) => (spent, x, known.saturating_sub(1)),
            None => (spent, self.x_of(known), known),
        }
    }

    fn curves(&self) -> Vec<Node> {
        let (now, at, first) = self.now();
        let start = Point { x: self.field.x, y: self.field.bottom() };
        let now = Point { x: at, y: self.y(now) };
        let ends = |of: &dyn Fn(&CurvePoint) -> Option<Money>, from: usize, to: usize| -> Vec<Point> {
            let points = self.points.iter().enumerate().take(to).skip(from);
            points
                .filter_map(|(index, point)| Some(Point { x: self.x_of(index + 1), y: self.y(of(point)?) }))
                .collect()
        };
        let all = self.points.len();
        let planned = [vec![start], ends(&|point| Some(point.planned), 0, all)].concat();
        let spent = [vec![start], ends(&|point| point.actual, 0, first), vec![now]].concat();
        let forecast = [vec![now], ends(&|point| Some(point.forecast), first, all)].concat();
        let mut nodes: Vec<Node> = self.caps();
        nodes.extend(path("budget/chart/planned", &planned, PLANNED));
        nodes.extend(path("budget/chart/forecast", &forecast, FORECAST));
        nodes.extend(path("budget/chart/spent", &spent, SPENT));
        nodes
    }

    /// What all may come to, wherever a cap holds: level through each period, upright between two that follow each other.
    fn caps(&self) -> Vec<Node> {
        let points: Vec<(usize, &CurvePoint)> = self.points.iter().enumerate().collect();
        let lines = points.chunk_by(|(_, one), (_, next)| one.cap.is_some() == next.cap.is_some());
        let level = |(index, point): &(usize, &CurvePoint)| {
            let y = self.y(point.cap?);
            Some([Point { x: self.x_of(*index), y }, Point { x: self.x_of(index + 1), y }])
        };
        let corners = lines.map(|line| line.iter().filter_map(level).flatten().collect::<Vec<Point>>());
        corners
            .enumerate()
            .filter_map(|(number, corners)| path(&format!("budget/chart/cap/{number}"), &corners, CAP))
            .collect()
    }

    /// Today, and the days on which lines pass their caps, each in the lowest row that has room for its words. Words begin
    /// where their rules are, and those further right are lower: so no rule goes through other words.
    fn marks(&self) -> Vec<Mark> {
        let today = self.page.document.today;
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(self.x_at(today).map(|x| Mark { x, text: "Today".to_owned(), how: TODAY, place: None }));
        for line in &self.page.lines {
            let passed_on = self.page.standing(line).and_then(|standing| standing.passed_on);
            let text = format!("{} passes its cap", line.name);
            let x = passed_on.and_then(|day| self.x_at(day));
            marks.extend(x.map(|x| Mark { x, text, how: PASSED, place: None }));
        }
        marks.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut free = [self.field.right(); ROWS];
        for mark in marks.iter_mut().rev() {
            let width = mark.how.width(&mark.text, self.fonts).min(MARK);
            let left = mark.x.min(self.field.right() - width).max(self.field.x);
            mark.place = (0..ROWS).find(|row| left + width <= free[*row]).map(|row| (row, left));
            if let Some((row, left)) = mark.place {
                free[row] = left - GAP;
            }
        }
        marks
    }

    fn mark(&self, number: usize, mark: &Mark) -> Vec<Node> {
        let key = format!("budget/chart/mark/{number}");
        let rise = mark.place.map_or(0.0, |(row, _)| row as f64 * ROW);
        let top = self.field.y - 3.0 - rise;
        let rule = Rect::new(mark.x - 0.25, top, 0.5, self.field.bottom() - top);
        let word = mark.place.and_then(|(_, left)| {
            let at = Point { x: left, y: top - 3.0 };
            mark.how.run_within(&mark.text, at, MARK + 0.1, self.fonts)
        });
        let word = word.map(|run| Node::new(format!("{key}/word"), Shape::Text(run)));
        [Node::new(key, filled(rule, mark.how.colour))].into_iter().chain(word).collect()
    }

    /// What the lines are, above the field from the left.
    fn legend(&self) -> Vec<Node> {
        let has_band = self.points.iter().any(|point| point.low != point.high);
        let has_cap = self.points.iter().any(|point| point.cap.is_some());
        let entries = [
            ("Planned", Some(PLANNED), true),
            ("Spent", Some(SPENT), true),
            ("Forecast", Some(FORECAST), true),
            ("What estimates may make of it", None, has_band),
            ("What the caps allow", Some(CAP), has_cap),
        ];
        let y = self.room.y + 8.0;
        let mut x = self.field.x;
        let mut nodes = Vec::new();
        for (word, stroke, _) in entries.into_iter().filter(|(.., is_shown)| *is_shown) {
            let key = format!("budget/chart/legend/{word}");
            match stroke {
                Some(stroke) => {
                    let ends = [Point { x, y: y - 2.5 }, Point { x: x + SAMPLE, y: y - 2.5 }];
                    nodes.extend(path(&key, &ends, stroke));
                }
                None => {
                    let sample = Rect::new(x, y - 6.0, SAMPLE, 7.0);
                    nodes.push(Node::new(key.clone(), filled(sample, Role::AccentSoft)));
                }
            }
            let run = LABEL.run(word, Point { x: x + SAMPLE + 4.0, y }, self.fonts);
            x += SAMPLE + 4.0 + run.width + 2.0 * GAP;
            nodes.push(Node::new(format!("{key}/word"), Shape::Text(run)));
        }
        nodes
    }
}

/// Width of a sample in the legend, and the greatest of the words of a mark, in points.
const SAMPLE: f64 = 18.0;
const MARK: f64 = 150.0;
/// Most rows of words over the field, and the height of one, in points.
const ROWS: usize = 3;
const ROW: f64 = 10.0;

/// A line through points; none through fewer than two.
fn path(key: &str, points: &[Point], stroke: Stroke) -> Option<Node> {
    let (first, rest) = points.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let steps =
        [PathStep::Move(*first)].into_iter().chain(rest.iter().copied().map(PathStep::Line)).collect();
    Some(Node::new(key, Shape::Path { steps, fill: None, stroke: Some(stroke) }))
}

/// The distance of lines across: one, two or five of a power of ten, so that there are a few up to the highest amount.
fn step_for(highest: i64) -> i64 {
    #[allow(clippy::cast_precision_loss, reason = "a round number comes of it")]
    let least = (highest as f64 / LINES).max(1.0);
    let mut power = 1_i64;
    while ((power * 10) as f64) <= least {
        power *= 10;
    }
    [1, 2, 5, 10]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step as f64 >= least)
        .unwrap_or(power * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_across_stand_at_round_amounts() {
        let steps = [0, 3, 5, 7, 49, 51, 100_000, 48_000_000].map(step_for);
        assert_eq!(steps, [1, 1, 1, 2, 10, 20, 20_000, 10_000_000]);
    }
}
