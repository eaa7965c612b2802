//! The axis: two rows of dates above the lanes, and the lines they send down through them.

mod unit;

use milepost_plan::{Day, PlanSettings};

use self::unit::{Tick, Unit, tiers};
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{Role, Stroke};
use crate::scene::{Node, PathStep, Point, Rect, Shape, TextRun};
use crate::speech;

/// Height of the upper row, in points.
const UPPER: f64 = 28.0;
/// Height of the lower row, in points.
const LOWER: f64 = 24.0;
/// Height of both rows together, in points.
pub(crate) const HEIGHT: f64 = UPPER + LOWER;
/// Space between a line and the label to its right, in points.
const INSET: f64 = 8.0;
const UPPER_LABEL: Lettering = Lettering::new(12.5, Weight::SemiBold, Role::Ink);
const LOWER_LABEL: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink2);

/// The axis between two x, ready to be painted.
#[derive(Debug)]
pub(crate) struct Axis {
    scale: f64,
    upper: Vec<Tick>,
    lower: Vec<Tick>,
}

impl Axis {
    pub(crate) fn between(left: f64, right: f64, scale: f64, settings: &PlanSettings) -> Self {
        let (upper, lower) = tiers(scale);
        let (left, right) = (day_in_sight(left, scale), day_in_sight(right, scale));
        Self {
            scale,
            upper: upper.ticks(left, right, settings, Unit::long_label),
            lower: lower.ticks(left, right, settings, Unit::short_label),
        }
    }

    fn x(&self, day: Day) -> f64 {
        x_of(day, self.scale)
    }

    /// Nodes of the axis region.
    pub(crate) fn nodes(&self, left: f64, right: f64, fonts: &Fonts) -> Vec<Node> {
        let ground = filled(Rect::new(left, 0.0, right - left, HEIGHT), Role::Surface);
        let mut nodes = vec![Node::new("axis/ground", ground)];
        for tick in &self.upper {
            // A month begins within a week, too, whose label its line would run through.
            let meets = self.lower.iter().any(|lower| lower.first == tick.first);
            let line = Rect::new(self.x(tick.first), 0.0, 1.0, if meets { HEIGHT } else { UPPER });
            nodes.push(Node::new(format!("axis/upper/{}/line", tick.first), filled(line, Role::LineStrong)));
            nodes.extend(self.label(tick, "upper", UPPER - 9.0, UPPER_LABEL, fonts));
        }
        for tick in &self.lower {
            let line = Rect::new(self.x(tick.first), UPPER, 1.0, LOWER);
            nodes.push(Node::new(format!("axis/lower/{}/line", tick.first), filled(line, Role::Line)));
            nodes.extend(self.label(tick, "lower", HEIGHT - 8.0, LOWER_LABEL, fonts));
        }
        let bottom = Rect::new(left, HEIGHT - 1.0, right - left, 1.0);
        nodes.push(Node::new("axis/bottom", filled(bottom, Role::LineStrong)));
        nodes
    }

    fn label(
        &self,
        tick: &Tick,
        row: &str,
        baseline: f64,
        lettering: Lettering,
        fonts: &Fonts,
    ) -> Option<Node> {
        let at = Point { x: self.x(tick.first) + INSET, y: baseline };
        let room = self.x(tick.end) - at.x - INSET / 2.0;
        let run = lettering.run(tick.label.clone(), at, fonts);
        (run.width <= room).then(|| {
            let slides_to = Some(self.x(tick.end) - INSET - run.width);
            Node::new(format!("axis/{row}/{}", tick.first), Shape::Text(TextRun { slides_to, ..run }))
        })
    }

    /// The nodes of an axis with the flag of today, instead of the labels that it would cover.
    pub(crate) fn flagged(&self, mut nodes: Vec<Node>, today: Day, window: Room, fonts: &Fonts) -> Vec<Node> {
        let flag = self.today_flag(today, window, fonts);
        let area = flag[1].bounds();
        nodes.retain(|node| match &node.shape {
            Shape::Text(run) => {
                !Rect::new(run.at.x, run.at.y - run.size, run.width, run.size).intersects(area)
            }
            _ => true,
        });
        nodes.extend(flag);
        nodes
    }

    /// The flag of today, whole inside the window and in the row where it covers no label.
    fn today_flag(&self, today: Day, window: Room, fonts: &Fonts) -> [Node; 3] {
        const WORD: Lettering = Lettering::new(10.5, Weight::SemiBold, Role::OnAccent);
        const FLAG_HEIGHT: f64 = 18.0;
        const AROUND: f64 = 7.0;
        let x = self.x(today) + self.scale / 2.0;
        let half = WORD.width("Today", fonts) / 2.0 + AROUND;
        let middle = x.min(window.to - half).max(window.from + half);
        let flag = Room { from: middle - half, to: middle + half };
        let covers = |ticks: &[Tick], lettering: Lettering| {
            let label = |tick: &Tick| {
                let from = (self.x(tick.first) + INSET).max(window.from);
                Room { from, to: from + lettering.width(&tick.label, fonts) }
            };
            ticks.iter().any(|tick| flag.within(label(tick)).width() > 0.0)
        };
        let is_high = covers(&self.lower, LOWER_LABEL) && !covers(&self.upper, UPPER_LABEL);
        let y = if is_high { UPPER - FLAG_HEIGHT - 3.0 } else { UPPER - 1.0 };
        let rect = Rect::new(flag.from, y, flag.width(), FLAG_HEIGHT);
        let run = WORD.run("Today", Point { x: rect.x + AROUND, y: y + 12.8 }, fonts);
        let shape = Shape::Rect { rect, radius: 4.0, fill: Some(Role::Danger), stroke: None };
        [
            Node { key: "today/stem".to_owned(), ..today_line(today, self.scale, rect.bottom(), HEIGHT) },
            Node { name: Some(format!("Today, {}", speech::day(today))), ..Node::new("today/flag", shape) },
            Node::new("today/word", Shape::Text(run)),
        ]
    }

    /// The beginnings of the upper row's units.
    pub(crate) fn upper_starts(&self) -> impl Iterator<Item = Day> {
        self.upper.iter().map(|tick| tick.first)
    }

    /// The lines through the lanes that touch an area, from its top to `bottom`.
    pub(crate) fn grid(&self, covers: Rect, bottom: f64) -> Vec<Node> {
        let major = |tick: &&Tick| self.upper.iter().any(|upper| upper.first == tick.first);
        let minor = self.lower.iter().filter(|tick| !major(tick)).map(|tick| (tick, Role::Line));
        let lines = minor.chain(self.upper.iter().map(|tick| (tick, Role::LineStrong)));
        let lines = lines.map(|(tick, colour)| {
            let line = Rect::new(self.x(tick.first), 0.0, 1.0, bottom);
            Node::new(format!("grid/{}", tick.first), filled(line, colour))
        });
        lines.filter(|line| line.bounds().intersects(covers)).collect()
    }
}

/// The days between two, both included, at which a unit of the lower row begins.
pub(crate) fn unit_starts(first: Day, last: Day, scale: f64, settings: &PlanSettings) -> Vec<Day> {
    let (_, unit) = tiers(scale);
    let ticks = unit.ticks(first, last, settings, |_, _, _| String::new());
    ticks.into_iter().map(|tick| tick.first).filter(|day| *day >= first).collect()
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

/// The day that an x lies in, but none further away than any calendar on the axis: viewports come from outside.
fn day_in_sight(x: f64, scale: f64) -> Day {
    /// Days in a century; plans have days from 1900 to 2199.
    const CENTURY: i32 = 36_525;
    Day::from_number(day_at(x, scale).number().clamp(-CENTURY, 3 * CENTURY))
}

/// The line of today.
pub(crate) fn today_line(today: Day, scale: f64, top: f64, bottom: f64) -> Node {
    let x = x_of(today, scale) + scale / 2.0;
    let steps = vec![PathStep::Move(Point { x, y: top }), PathStep::Line(Point { x, y: bottom })];
    Node::new("today", Shape::Path { steps, fill: None, stroke: Some(Stroke::solid(Role::Danger, 1.5)) })
}

/// A rectangle of one colour.
pub(crate) fn filled(rect: Rect, colour: Role) -> Shape {
    Shape::Rect { rect, radius: 0.0, fill: Some(colour), stroke: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_covers_its_whole_width() {
        let day: Day = "2027-03-01".parse().unwrap();
        assert_eq!(day_at(x_of(day, 2.5), 2.5), day);
        assert_eq!(day_at(x_of(day.plus(1), 2.5) - 0.01, 2.5), day);
        let before_1970: Day = "1950-03-01".parse().unwrap();
        assert_eq!(day_at(x_of(before_1970, 2.5) + 1.0, 2.5), before_1970);
    }
}
