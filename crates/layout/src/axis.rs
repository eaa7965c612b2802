//! The axis: two rows of dates above the lanes, and the lines they send down through them.

use chrono::Datelike;
use milepost_plan::{Day, Weekday};

use crate::fonts::{Fonts, Weight};
use crate::paint::{Role, Stroke};
use crate::scene::{Node, Point, Rect, Shape, TextRun};
use crate::speech;

/// Height of the upper row, in points.
const UPPER: f64 = 28.0;
/// Height of the lower row, in points.
const LOWER: f64 = 24.0;
/// Height of both rows together, in points.
pub(crate) const HEIGHT: f64 = UPPER + LOWER;
/// Space between a line and the label to its right, in points.
const INSET: f64 = 8.0;
/// Size of the type, in points.
const UPPER_SIZE: f64 = 12.5;
const LOWER_SIZE: f64 = 11.5;

/// A stretch of time that gets a label: from a first day to the day before `end`.
#[derive(Debug, Clone, PartialEq)]
struct Tick {
    first: Day,
    end: Day,
    label: String,
}

/// A unit of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Quarter,
    Year,
}

/// The units of the upper and the lower row at a scale in points per day.
fn tiers(scale: f64) -> (Unit, Unit) {
    match scale {
        scale if scale >= 8.0 => (Unit::Month, Unit::Week),
        scale if scale >= 1.2 => (Unit::Quarter, Unit::Month),
        _ => (Unit::Year, Unit::Quarter),
    }
}

impl Unit {
    fn start(self, day: Day, first_weekday: Weekday) -> Day {
        match self {
            Self::Week => day.week_start(first_weekday),
            Self::Month => day.month_start(),
            Self::Quarter => day.quarter_start(),
            Self::Year => day.year_start(),
        }
    }

    fn next(self, start: Day) -> Day {
        match self {
            Self::Week => start.plus(7),
            Self::Month => start.month_start_plus(1),
            Self::Quarter => start.month_start_plus(3),
            Self::Year => start.month_start_plus(12),
        }
    }

    /// The label in the upper row, which stands for itself.
    fn long_label(self, start: Day) -> String {
        let year = start.date().year();
        match self {
            Self::Week => speech::day(start),
            Self::Month => format!("{} {year}", speech::month(start)),
            Self::Quarter => format!("Q{} {year}", start.date().month0() / 3 + 1),
            Self::Year => year.to_string(),
        }
    }

    /// The label in the lower row, under one that says the rest.
    fn short_label(self, start: Day) -> String {
        match self {
            Self::Week => start.date().day().to_string(),
            Self::Month => speech::month_short(start).to_owned(),
            Self::Quarter => format!("Q{}", start.date().month0() / 3 + 1),
            Self::Year => start.date().year().to_string(),
        }
    }

    fn ticks(
        self,
        left: Day,
        right: Day,
        first_weekday: Weekday,
        label: impl Fn(Self, Day) -> String,
    ) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut first = self.start(left, first_weekday);
        while first <= right {
            let end = self.next(first);
            ticks.push(Tick { first, end, label: label(self, first) });
            first = end;
        }
        ticks
    }
}

/// The axis between two x, ready to be painted.
#[derive(Debug)]
pub(crate) struct Axis {
    scale: f64,
    upper: Vec<Tick>,
    lower: Vec<Tick>,
}

impl Axis {
    pub(crate) fn between(left: f64, right: f64, scale: f64, first_weekday: Weekday) -> Self {
        let (upper, lower) = tiers(scale);
        let (left, right) = (day_at(left, scale), day_at(right, scale));
        Self {
            scale,
            upper: upper.ticks(left, right, first_weekday, Unit::long_label),
            lower: lower.ticks(left, right, first_weekday, Unit::short_label),
        }
    }

    fn x(&self, day: Day) -> f64 {
        x_of(day, self.scale)
    }

    /// Nodes of the axis region.
    pub(crate) fn nodes(&self, left: f64, right: f64, fonts: &Fonts) -> Vec<Node> {
        let mut nodes =
            vec![Node::new("axis/ground", filled(Rect::new(left, 0.0, right - left, HEIGHT), Role::Surface))];
        for tick in &self.upper {
            let line = Rect::new(self.x(tick.first), 0.0, 1.0, HEIGHT);
            nodes.push(Node::new(format!("axis/upper/{}/line", tick.first), filled(line, Role::LineStrong)));
            nodes.extend(self.label(
                tick,
                "upper",
                UPPER - 9.0,
                UPPER_SIZE,
                Weight::SemiBold,
                Role::Ink,
                fonts,
            ));
        }
        for tick in &self.lower {
            let line = Rect::new(self.x(tick.first), UPPER, 1.0, LOWER);
            nodes.push(Node::new(format!("axis/lower/{}/line", tick.first), filled(line, Role::Line)));
            nodes.extend(self.label(
                tick,
                "lower",
                HEIGHT - 8.0,
                LOWER_SIZE,
                Weight::Regular,
                Role::Ink2,
                fonts,
            ));
        }
        let bottom = Rect::new(left, HEIGHT - 1.0, right - left, 1.0);
        nodes.push(Node::new("axis/bottom", filled(bottom, Role::LineStrong)));
        nodes
    }

    #[allow(clippy::too_many_arguments, reason = "the two rows differ in just these")]
    fn label(
        &self,
        tick: &Tick,
        row: &str,
        baseline: f64,
        size: f64,
        weight: Weight,
        colour: Role,
        fonts: &Fonts,
    ) -> Option<Node> {
        let at = Point { x: self.x(tick.first) + INSET, y: baseline };
        let room = self.x(tick.end) - at.x - INSET / 2.0;
        let width = fonts.width(&tick.label, weight, size);
        (width <= room).then(|| {
            let slides_to = Some(self.x(tick.end) - INSET - width);
            let run = TextRun { at, text: tick.label.clone(), size, weight, colour, width, slides_to };
            Node::new(format!("axis/{row}/{}", tick.first), Shape::Text(run))
        })
    }

    /// The lines through the lanes, from `top` to `bottom`.
    pub(crate) fn grid(&self, top: f64, bottom: f64) -> Vec<Node> {
        let major = |day: Day| self.upper.iter().any(|tick| tick.first == day);
        let line = |day: Day, colour: Role| {
            let rect = Rect::new(self.x(day), top, 1.0, bottom - top);
            Node::new(format!("grid/{day}"), filled(rect, colour))
        };
        let lower =
            self.lower.iter().filter(|tick| !major(tick.first)).map(|tick| line(tick.first, Role::Line));
        lower.chain(self.upper.iter().map(|tick| line(tick.first, Role::LineStrong))).collect()
    }
}

/// The x of the morning of a day, at a scale in points per day.
pub(crate) fn x_of(day: Day, scale: f64) -> f64 {
    f64::from(day.number()) * scale
}

/// The day that an x lies in.
pub(crate) fn day_at(x: f64, scale: f64) -> Day {
    #[allow(clippy::cast_possible_truncation, reason = "casting saturates, and no calendar reaches that far")]
    Day::from_number((x / scale).floor() as i32)
}

/// The line of today, with the flag that the axis shows.
pub(crate) fn today_line(today: Day, scale: f64, top: f64, bottom: f64) -> Node {
    let x = x_of(today, scale) + scale / 2.0;
    let steps = vec![
        crate::scene::PathStep::Move(Point { x, y: top }),
        crate::scene::PathStep::Line(Point { x, y: bottom }),
    ];
    Node::new("today", Shape::Path { steps, fill: None, stroke: Some(Stroke::solid(Role::Danger, 1.5)) })
}

/// The flag of today in the axis.
pub(crate) fn today_flag(today: Day, scale: f64, fonts: &Fonts) -> [Node; 3] {
    const SIZE: f64 = 10.5;
    const FLAG_HEIGHT: f64 = 18.0;
    let x = x_of(today, scale) + scale / 2.0;
    let width = fonts.width("Today", Weight::SemiBold, SIZE);
    let flag = Rect::new(x - width / 2.0 - 7.0, UPPER - 1.0, width + 14.0, FLAG_HEIGHT);
    let run = TextRun {
        at: Point { x: x - width / 2.0, y: flag.y + 12.8 },
        text: "Today".to_owned(),
        size: SIZE,
        weight: Weight::SemiBold,
        colour: Role::OnAccent,
        width,
        slides_to: None,
    };
    let shape = Shape::Rect { rect: flag, radius: 4.0, fill: Some(Role::Danger), stroke: None };
    [
        Node { key: "today/stem".to_owned(), ..today_line(today, scale, flag.bottom(), HEIGHT) },
        Node { name: Some(format!("Today, {}", speech::day(today))), ..Node::new("today/flag", shape) },
        Node::new("today/word", Shape::Text(run)),
    ]
}

/// A rectangle of one colour.
pub(crate) fn filled(rect: Rect, colour: Role) -> Shape {
    Shape::Rect { rect, radius: 0.0, fill: Some(colour), stroke: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(scale: f64, from: &str, days: i32) -> (Vec<String>, Vec<String>) {
        let first: Day = from.parse().unwrap();
        let axis = Axis::between(x_of(first, scale), x_of(first.plus(days), scale), scale, Weekday::Monday);
        let of = |ticks: &[Tick]| ticks.iter().map(|tick| tick.label.clone()).collect();
        (of(&axis.upper), of(&axis.lower))
    }

    #[test]
    fn the_rows_fit_the_scale() {
        let (upper, lower) = labels(20.0, "2024-02-26", 10);
        assert_eq!(upper, ["February 2024", "March 2024"]);
        assert_eq!(lower, ["26", "4"]);
        let (upper, lower) = labels(2.5, "2026-11-23", 80);
        assert_eq!(upper, ["Q4 2026", "Q1 2027"]);
        assert_eq!(lower, ["Nov", "Dec", "Jan", "Feb"]);
        let (upper, lower) = labels(0.9, "2026-11-23", 200);
        assert_eq!(upper, ["2026", "2027"]);
        assert_eq!(lower, ["Q4", "Q1", "Q2"]);
    }

    #[test]
    fn a_day_covers_its_whole_width() {
        let day: Day = "2027-03-01".parse().unwrap();
        assert_eq!(day_at(x_of(day, 2.5), 2.5), day);
        assert_eq!(day_at(x_of(day.plus(1), 2.5) - 0.01, 2.5), day);
        let before_1970: Day = "1950-03-01".parse().unwrap();
        assert_eq!(day_at(x_of(before_1970, 2.5) + 1.0, 2.5), before_1970);
    }
}
