//! The strip of money below the lanes: what all budget lines together come to, on the same axis.

use milepost_plan::{BudgetLine, Day, Ledger, Money, Plan, Roadmap, Span, Sums, ViewSettings};
use serde::Serialize;

use super::names::{INSET, WIDTH};
use super::{Timeline, Viewport};
use crate::axis::{self, filled};
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::line::without_days;
use crate::money::{Band, MoneyByPeriod, PassedCap};
use crate::packing::Room;
use crate::paint::Role;
use crate::scene::{Extent, Node, Point, Rect, Region, RegionKind, Scene, Shape};

/// Height of the strip, in points.
pub(crate) const HEIGHT: f64 = 104.0;
/// The hue of its columns and its curve.
const HUE: u8 = 2;

const TITLE: Lettering = Lettering::new(13.0, Weight::SemiBold, Role::Ink);
const SUM: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink3);
const WARNING: Lettering = Lettering::new(11.5, Weight::Medium, Role::Danger);

/// The strip of money of a part of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoneyStrip {
    /// What stands below the lanes and what stands below their names.
    pub regions: Vec<Region>,
    /// The part of the strip that the nodes cover.
    pub covers: Rect,
    /// The lines that are over their caps, in the order of the days on which they pass them.
    pub over_cap: Vec<PassedCap>,
}

impl Timeline {
    /// Whether a strip of money belongs below the lanes: the view asks for it, and there is money.
    pub fn has_money_strip(&self, plan: &Plan) -> bool {
        belongs(plan, &self.view)
    }

    /// The scene with the strip of money, if it belongs there.
    pub fn with_money(&self, mut scene: Scene, plan: &Plan, ledger: &Ledger, fonts: &Fonts) -> Scene {
        if self.has_money_strip(plan) {
            let sight = Room { from: scene.covers.x, to: scene.covers.right() };
            scene.regions.extend(self.strip(plan, ledger, (sight, WIDTH), fonts).regions);
            let Extent { left, right, .. } = scene.extent;
            let reach = ledger.span().map_or(Room { from: left, to: right }, |months| self.around(months));
            let (left, right) = (left.min(reach.from), right.max(reach.to));
            scene.extent = Extent { left, right, strip_height: HEIGHT, ..scene.extent };
        }
        scene
    }

    /// The strip of money of a part of the timeline, if it belongs there.
    pub fn money_strip(
        &self,
        plan: &Plan,
        ledger: &Ledger,
        part: Viewport,
        fonts: &Fonts,
    ) -> Option<MoneyStrip> {
        let sight = Room { from: part.left, to: part.left + part.width };
        self.has_money_strip(plan).then(|| self.strip(plan, ledger, (sight, WIDTH), fonts))
    }

    /// What money there is within some space of, from the first of some months to the end of the last.
    fn around(&self, months: Span) -> Room {
        const SPACE: f64 = 60.0;
        let end = months.last.month_start_plus(1);
        let [from, to] = [months.first, end].map(|day| axis::x_of(day, self.scale()));
        Room { from: from - SPACE, to: to + SPACE }
    }

    /// The strip in sight, beside a column of names of that width.
    pub(crate) fn strip(
        &self,
        plan: &Plan,
        ledger: &Ledger,
        (sight, names_width): (Room, f64),
        fonts: &Fonts,
    ) -> MoneyStrip {
        let money = MoneyByPeriod::of_all(plan, ledger, self.scale(), sight);
        let band = Band {
            key: "money",
            top: 0.0,
            height: HEIGHT,
            sight,
            scale: self.scale(),
            today: self.today,
            hue: HUE,
        };
        let covers = Rect::new(sight.from, 0.0, sight.width(), HEIGHT);
        let mut nodes = vec![Node::new("money/ground", filled(covers, Role::Surface))];
        nodes.extend(self.axis(plan, covers.x, covers.right()).grid(covers, HEIGHT));
        nodes.extend(money.nodes(&band, fonts));
        let today = axis::today_line(self.today, self.scale(), 0.0, HEIGHT);
        nodes.extend(Some(today).filter(|line| line.bounds().intersects(covers)));
        nodes.push(edge(covers.x, covers.width));
        let names = head(&money, &Told::of(plan, ledger), names_width, fonts);
        MoneyStrip {
            regions: vec![
                Region { kind: RegionKind::Strip, nodes },
                Region { kind: RegionKind::StripNames, nodes: names },
            ],
            covers,
            over_cap: money.passed,
        }
    }
}

/// Whether a view of a plan has a strip of money.
pub(crate) fn belongs(plan: &Plan, view: &ViewSettings) -> bool {
    let has_money = !plan.costs().is_empty() || !plan.actuals().is_empty();
    view.show_budget && view.roadmap == Roadmap::Features && has_money
}

/// What all of the money may come to: all caps together, as long as each line keeps its money in the days of its own. Money
/// that no cap is for says nothing against the others; what has no days yet is told beside them.
fn cap_of(plan: &Plan, ledger: &Ledger) -> Option<Money> {
    let is_in =
        |span: Span, month: Day| span.first <= month && month.month_start_plus(1).plus(-1) <= span.last;
    let is_capped = |line: &BudgetLine| match line.cap {
        Some(cap) => ledger.months(line.id).all(|(month, _)| is_in(cap.span, month)),
        None => ledger.total(line.id).is_nothing(),
    };
    let lines = || plan.budget_lines().iter();
    let caps = lines().filter_map(|line| line.cap).map(|cap| cap.amount);
    caps.reduce(|a, b| a + b).filter(|_| lines().all(is_capped))
}

/// The line between lanes and strip.
fn edge(left: f64, width: f64) -> Node {
    Node::new("money/edge", filled(Rect::new(left, 0.0, width, 1.0), Role::LineStrong))
}

/// The sums of all lines, as the head tells them.
struct Told {
    /// What has days, as in what caps are held against.
    dated: Sums,
    /// What has none.
    undated: Money,
    /// What the dated money may come to.
    cap: Option<Money>,
}

impl Told {
    fn of(plan: &Plan, ledger: &Ledger) -> Self {
        let lines = || plan.budget_lines().iter();
        Self {
            dated: lines().map(|line| ledger.dated(line.id)).sum(),
            undated: lines().map(|line| ledger.undated(line.id).forecast()).sum(),
            cap: cap_of(plan, ledger),
        }
    }
}

/// What stands in the column of lane names: the sums, what they may be, and which line is over its cap first.
fn head(money: &MoneyByPeriod, told: &Told, width: f64, fonts: &Fonts) -> Vec<Node> {
    let short = |money_of: Money| money_of.short(&money.currency);
    let room = width - INSET - 8.0;
    let forecast = match told.cap {
        Some(cap) => format!("{} of {}", short(told.dated.forecast()), short(cap)),
        None => format!("{} forecast", short(told.dated.forecast())),
    };
    let spent = format!("{} spent", short(told.dated.actual));
    let undated = without_days(told.undated, Money::short, &money.currency);
    let ground = Node {
        name: Some(spoken([Some(&forecast), Some(&spent), undated.as_ref()], &money.passed)),
        ..Node::new("money/head", filled(Rect::new(0.0, 0.0, width, HEIGHT), Role::Surface))
    };
    let mut lines = vec![("title", TITLE, "Budget".to_owned())];
    lines.extend([("forecast", SUM, forecast), ("spent", SUM, spent)]);
    lines.extend(undated.map(|words| ("undated", SUM, words)));
    lines.extend(warning(money).map(|words| ("over", WARNING, words)));
    let mut nodes = vec![ground];
    let mut y = 21.0;
    for (part, lettering, text) in lines {
        let run = lettering.run_within(&text, Point { x: INSET, y }, room, fonts);
        nodes.extend(run.map(|run| Node::new(format!("money/head/{part}"), Shape::Text(run))));
        y += 17.0;
    }
    nodes.push(edge(0.0, width));
    nodes
}

/// “Cloud over by €1.2k”, or how many lines are.
fn warning(money: &MoneyByPeriod) -> Option<String> {
    match money.passed.as_slice() {
        [] => None,
        [only] => Some(format!("{} over by {}", only.name, only.by.short(&money.currency))),
        more => Some(format!("{} lines over their caps", more.len())),
    }
}

fn spoken(sums: [Option<&String>; 3], passed: &[PassedCap]) -> String {
    let sums: Vec<&str> = sums.into_iter().flatten().map(String::as_str).collect();
    let warnings = passed.iter().map(|passed| format!("; {}", passed.words));
    format!("Budget: {}{}", sums.join(", "), warnings.collect::<String>())
}
