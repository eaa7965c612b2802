//! The legend: what the marks on a page mean, for those that appear.

// Reason for length: each mark has its place, its word and its sample here.

use std::collections::BTreeSet;

use milepost_plan::{Fulfilment, Need, Plan, Roadmap, Status};

use super::hues::Hues;
use crate::axis::filled;
use crate::bar::Slipped;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::line::HUE;
use crate::need;
use crate::need::marks::Mark as Standing;
use crate::packing::Room;
use crate::paint::{Role, Stroke, Tone};
use crate::scene::{LaneKey, Node, PathStep, Point, Rect, Shape, Target};
use crate::timeline::Timeline;

/// Height of a line, in points.
pub(super) const LINE: f64 = 12.5;
/// Height of a footer without a legend, in points: the page's place and number take two lines at the right.
pub(super) const LEAST: f64 = 2.0 * LINE;
/// Space under the last baseline, in points.
pub(super) const DESCENT: f64 = 2.5;
/// Width at the right that the page's number and place take, in points.
const NUMBER: f64 = 150.0;
/// Width and height of a sample, in points.
const SAMPLE: (f64, f64) = (18.0, 8.0);
/// Space between a sample and its word, and between a word and the next sample, in points.
const SPACE: (f64, f64) = (5.0, 13.0);
const WORD: Lettering = Lettering::new(8.0, Weight::Regular, Role::Ink2);

/// What appears on a page, in the order of the legend.
pub(super) type Legend = BTreeSet<Mark>;

/// Something on a chart that has to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// What the hue of that place among the document's hues stands for.
    Hue(usize),
    Standing(Standing),
    Planned,
    Partly,
    Progress,
    Done,
    Dropped,
    Epic,
    Horizon,
    Baseline,
    Later,
    Conflict,
    Dependency,
    Wanted,
    PlannedMoney,
    SpentMoney,
    Forecast,
    Cap,
    PassedCap,
    Milestone,
    Today,
    Cut,
}

impl Mark {
    /// All of a needs roadmap but the hues.
    const OF_NEEDS: [Self; 12] = [
        Self::Standing(Standing::Met),
        Self::Standing(Standing::PartlyMet),
        Self::Standing(Standing::Planned),
        Self::Standing(Standing::Late),
        Self::Partly,
        Self::Progress,
        Self::Done,
        Self::Conflict,
        Self::Wanted,
        Self::Milestone,
        Self::Today,
        Self::Cut,
    ];

    /// All of a budget roadmap but the hues.
    const OF_LINES: [Self; 12] = [
        Self::Progress,
        Self::Done,
        Self::Epic,
        Self::Conflict,
        Self::PlannedMoney,
        Self::SpentMoney,
        Self::Forecast,
        Self::Cap,
        Self::PassedCap,
        Self::Milestone,
        Self::Today,
        Self::Cut,
    ];

    /// What the strip of money below the lanes adds to a features roadmap.
    const OF_STRIP: [Self; 4] = [Self::PlannedMoney, Self::SpentMoney, Self::Forecast, Self::PassedCap];

    /// All of a features roadmap but the hues.
    const OF_FEATURES: [Self; 13] = [
        Self::Planned,
        Self::Progress,
        Self::Done,
        Self::Dropped,
        Self::Epic,
        Self::Horizon,
        Self::Baseline,
        Self::Later,
        Self::Conflict,
        Self::Dependency,
        Self::Milestone,
        Self::Today,
        Self::Cut,
    ];

    fn word(self, hues: &Hues, fonts: &Fonts) -> String {
        /// Most room that a name takes, in points.
        const NAME: f64 = 110.0;
        let word = match self {
            Self::Hue(place) => {
                let name = hues.get(place).map_or("", |hue| &hue.name);
                return WORD.shortened(name, NAME, fonts).unwrap_or_default();
            }
            Self::Standing(standing) => match standing {
                Standing::Met => "Need met",
                Standing::PartlyMet => "Partly met",
                Standing::Planned => "To be met",
                Standing::Late => "Later than wanted",
                Standing::Unserved => "Unserved",
            },
            Self::Partly => "Serves it partly",
            Self::Wanted => "Wanted by",
            Self::Planned => "Planned",
            Self::Progress => "Progress",
            Self::Done => "Done",
            Self::Dropped => "Dropped",
            Self::Epic => "Epic over what it holds",
            Self::Horizon => "No dates yet",
            Self::Baseline => "In the baseline",
            Self::Later => "Later than the baseline",
            Self::Conflict => "Conflict",
            Self::Dependency => "Dependency",
            Self::PlannedMoney => "Money planned",
            Self::SpentMoney => "Money spent",
            Self::Forecast => "Forecast, added up",
            Self::Cap => "Cap",
            Self::PassedCap => "Cap passed",
            Self::Milestone => "Milestone",
            Self::Today => "Today",
            Self::Cut => "Continues",
        };
        word.to_owned()
    }
}

/// What of the targets on a sheet has to be explained. `window` is the stretch of the surface that the sheet shows.
pub(super) fn of(plan: &Plan, timeline: &Timeline, hues: &Hues, window: Room, targets: &[Target]) -> Legend {
    let mut legend = Legend::new();
    for target in targets {
        match target {
            Target::Milestone { id } => {
                legend.insert(Mark::Milestone);
                let row = plan.milestones().get(*id);
                legend.extend(row.and_then(|row| timeline.milestone_slip(plan, row)).map(of_slip));
            }
            Target::Dependency { .. } => drop(legend.insert(Mark::Dependency)),
            Target::Lane { lane: LaneKey::Line { line } } => {
                let cap = plan.budget_lines().get(*line).and_then(|line| line.cap);
                legend.extend(cap.map(|_| Mark::Cap));
            }
            Target::Period { .. } => {
                legend.extend([Mark::PlannedMoney, Mark::SpentMoney, Mark::Forecast]);
            }
            Target::BudgetLine { .. } => drop(legend.insert(Mark::PassedCap)),
            // It says by itself what it is.
            Target::Lane { .. } | Target::Cost { .. } => {}
            Target::Need { id } => {
                if let Some(need) = plan.needs().get(*id) {
                    legend.extend(of_need(plan, timeline, hues, window, need));
                }
            }
            // What serves needs is explained with them.
            Target::Item { .. } if timeline.holds_needs() => {}
            Target::Item { id } => {
                let id = *id;
                let Some(item) = plan.items().get(id) else { continue };
                legend.extend(hues.place_of(plan, item).map(Mark::Hue));
                let summary = plan.summary(item);
                let slip = timeline.slip_of(plan, item);
                legend.extend(slip.map(of_slip));
                legend.insert(match item.status {
                    _ if summary.is_some() => Mark::Epic,
                    Status::Done => Mark::Done,
                    Status::Dropped => Mark::Dropped,
                    _ if item.schedule.horizon().is_some() => Mark::Horizon,
                    Status::Idea | Status::Planned | Status::InProgress => Mark::Planned,
                });
                // A bar needs no word where its hue has one.
                if hues.len() > 0 || timeline.holds_money() {
                    legend.remove(&Mark::Planned);
                }
                let is_cut = timeline
                    .rects_of(plan, id)
                    .iter()
                    .any(|bar| bar.x < window.from || bar.right() > window.to);
                let shows_progress = summary.is_none() && item.progress > 0 && item.status != Status::Dropped;
                legend.extend(shows_progress.then_some(Mark::Progress));
                legend.extend(timeline.conflict_of(plan, id).map(|_| Mark::Conflict));
                legend.extend(is_cut.then_some(Mark::Cut));
            }
        }
    }
    legend
}

fn of_slip(slip: Slipped) -> Mark {
    if slip.days > 0 { Mark::Later } else { Mark::Baseline }
}

/// What has to be explained of a need and its segments.
fn of_need(plan: &Plan, timeline: &Timeline, hues: &Hues, window: Room, need: &Need) -> Legend {
    let look = need::Look::of(plan, need);
    let mut legend = Legend::from([Mark::Standing(look.mark())]);
    let is_cut = |rect: &Rect| rect.x < window.from || rect.right() > window.to;
    legend.extend(timeline.rects_of_need(need.id).iter().any(is_cut).then_some(Mark::Cut));
    legend.extend(timeline.shows_flag(need, window).then_some(Mark::Wanted));
    for (segment, stretch) in timeline.segments_of(plan, need) {
        if stretch.within(window).width() <= 0.0 {
            continue;
        }
        let item = segment.item;
        legend.extend(hues.place_of(plan, item).map(Mark::Hue));
        legend.extend((segment.fulfilment == Fulfilment::Partly).then_some(Mark::Partly));
        legend.extend((item.status == Status::Done).then_some(Mark::Done));
        legend.extend((plan.progress_of(item) > 0).then_some(Mark::Progress));
        legend.extend(timeline.conflict_of(plan, item.id).map(|_| Mark::Conflict));
    }
    legend
}

/// The height that the longest legend takes on a page of that width, in points.
pub(super) fn height(width: f64, (roadmap, has_strip): (Roadmap, bool), hues: &Hues, fonts: &Fonts) -> f64 {
    let others: &[Mark] = match roadmap {
        Roadmap::Features => &Mark::OF_FEATURES,
        Roadmap::Needs => &Mark::OF_NEEDS,
        Roadmap::Budget => &Mark::OF_LINES,
    };
    let of_strip = Mark::OF_STRIP.iter().filter(|_| has_strip);
    let marks = (0..hues.len()).map(Mark::Hue).chain(others.iter().chain(of_strip).copied());
    let lines = places(marks, width, hues, fonts).last().map_or(0, |(_, _, line)| line + 1);
    LEAST.max(lines as f64 * LINE)
}

/// The legend at the bottom of a frame, its lines from the top of the footer.
pub(super) fn nodes(legend: &Legend, hues: &Hues, frame: Rect, footer: f64, fonts: &Fonts) -> Vec<Node> {
    let places = places(legend.iter().copied(), frame.width, hues, fonts);
    let lines = places.last().map_or(0, |(_, _, line)| line + 1);
    let bottom = frame.bottom() - DESCENT;
    debug_assert!(lines as f64 * LINE <= footer, "the footer is as high as the longest legend");
    let mut nodes = Vec::new();
    for (mark, x, line) in places {
        let baseline = bottom - (lines - 1 - line) as f64 * LINE;
        let sample = Rect::new(frame.x + x, baseline - 7.0, SAMPLE.0, SAMPLE.1);
        let key = match mark {
            Mark::Hue(place) => format!("legend/hue-{place}"),
            Mark::Standing(standing) => format!("legend/{standing:?}").to_lowercase(),
            mark => format!("legend/{mark:?}").to_lowercase(),
        };
        nodes.extend(sample_nodes(mark, sample, &key, hues, fonts));
        let at = Point { x: sample.right() + SPACE.0, y: baseline };
        nodes
            .push(Node::new(format!("{key}/word"), Shape::Text(WORD.run(mark.word(hues, fonts), at, fonts))));
    }
    nodes
}

/// Where each mark stands: from the left in points, and on which line from the top.
fn places(
    marks: impl Iterator<Item = Mark>,
    width: f64,
    hues: &Hues,
    fonts: &Fonts,
) -> Vec<(Mark, f64, usize)> {
    let (mut x, mut line) = (0.0, 0);
    marks
        .map(|mark| {
            let needed = SAMPLE.0 + SPACE.0 + WORD.width(&mark.word(hues, fonts), fonts);
            if x > 0.0 && x + needed > width - NUMBER {
                (x, line) = (0.0, line + 1);
            }
            let place = (mark, x, line);
            x += needed + SPACE.1;
            place
        })
        .collect()
}

/// A mark as it stands on the chart, small.
fn sample_nodes(mark: Mark, at: Rect, key: &str, hues: &Hues, fonts: &Fonts) -> Vec<Node> {
    let hue = |tone| Role::Hue(1, tone);
    let bar = |fill, stroke| Shape::Rect { rect: at, radius: 2.5, fill: Some(fill), stroke: Some(stroke) };
    let planned = || bar(hue(Tone::Fill), Stroke::solid(hue(Tone::Edge), 0.75));
    let node = |part: &str, shape| Node::new(format!("{key}{part}"), shape);
    let middle = Point { x: at.x + at.width / 2.0, y: at.y + at.height / 2.0 };
    let path = |points: &[(f64, f64)], fill, stroke| {
        let point = |(x, y): (f64, f64)| Point { x: middle.x + x, y: middle.y + y };
        let mut steps: Vec<PathStep> = points.iter().map(|at| PathStep::Line(point(*at))).collect();
        if let Some(first) = points.first() {
            steps[0] = PathStep::Move(point(*first));
        }
        Shape::Path { steps, fill, stroke }
    };
    let line = |points: &[(f64, f64)], role| path(points, None, Some(Stroke::solid(role, 0.9)));
    match mark {
        Mark::Hue(place) => {
            let number = hues.get(place).map_or(0, |hue| hue.hue);
            let swatch = Rect { width: at.height, x: at.right() - at.height, ..at };
            let (fill, edge) = (Role::Hue(number, Tone::Fill), Role::Hue(number, Tone::Edge));
            let shape = Shape::Rect {
                rect: swatch,
                radius: 2.0,
                fill: Some(fill),
                stroke: Some(Stroke::solid(edge, 0.75)),
            };
            vec![node("", shape)]
        }
        Mark::Standing(standing) => {
            need::marks::nodes(standing, Point { x: at.right() - 5.0, y: middle.y }, key, fonts)
        }
        Mark::Partly => {
            vec![node("", bar(hue(Tone::Calm), Stroke::dashed(hue(Tone::Edge), 0.75, [2.5, 1.8])))]
        }
        Mark::Wanted => vec![
            node("", line(&[(0.0, -5.0), (0.0, 5.0)], Role::Ink2)),
            node("/flag", path(&[(0.0, -5.0), (6.0, -2.3), (0.0, 0.4)], Some(Role::Ink2), None)),
        ],
        Mark::Planned => vec![node("", planned())],
        Mark::Done => {
            vec![node("", bar(hue(Tone::Calm), Stroke::solid(hue(Tone::Edge), 0.75)))]
        }
        Mark::Progress => {
            let done = Rect::new(at.x + 1.5, at.bottom() - 2.4, at.width * 0.6, 2.0);
            vec![node("", planned()), node("/done", filled(done, hue(Tone::Strong)))]
        }
        Mark::Dropped => {
            let strike = Rect::new(at.x + 3.0, middle.y - 0.4, at.width - 6.0, 0.8);
            vec![
                node("", bar(Role::Surface, Stroke::solid(Role::LineStrong, 0.75))),
                node("/strike", filled(strike, Role::Ink3)),
            ]
        }
        Mark::Epic => {
            let beam = Rect::new(at.x, at.y, at.width, 1.8);
            let leg = |x: f64| filled(Rect::new(x, at.y, 1.0, at.height), hue(Tone::Strong));
            vec![
                node("", filled(beam, hue(Tone::Edge))),
                node("/from", leg(at.x)),
                node("/to", leg(at.right() - 1.0)),
            ]
        }
        Mark::Baseline | Mark::Later => {
            let role = if mark == Mark::Later { Role::Warn } else { Role::Ink3 };
            vec![node("", filled(Rect::new(at.x, middle.y - 1.0, at.width, 2.0), role))]
        }
        Mark::Horizon => {
            vec![node("", bar(hue(Tone::Fill), Stroke::dashed(hue(Tone::Edge), 0.75, [2.5, 1.8])))]
        }
        Mark::Conflict => {
            let disc = Rect::new(middle.x - 4.0, middle.y - 4.0, 8.0, 8.0);
            let sign = Lettering::new(6.5, Weight::SemiBold, Role::OnAccent);
            let half = sign.width("!", fonts) / 2.0;
            let run = sign.run("!", Point { x: middle.x - half, y: middle.y + 2.4 }, fonts);
            let disc = Shape::Rect { rect: disc, radius: 4.0, fill: Some(Role::Danger), stroke: None };
            vec![node("", disc), node("/mark", Shape::Text(run))]
        }
        Mark::Dependency => vec![
            node("", line(&[(-8.0, 0.0), (8.0, 0.0)], Role::Ink3)),
            node("/head", line(&[(4.5, -2.5), (8.0, 0.0), (4.5, 2.5)], Role::Ink3)),
        ],
        Mark::PlannedMoney | Mark::SpentMoney => {
            let tone = if mark == Mark::SpentMoney { Tone::Strong } else { Tone::Edge };
            let column = Rect { width: at.height, x: at.right() - at.height, ..at };
            vec![node("", filled(column, Role::Hue(HUE, tone)))]
        }
        Mark::Forecast => {
            let curve = [(-9.0, 3.5), (0.0, 1.0), (9.0, -3.5)];
            vec![node("", path(&curve, None, Some(Stroke::solid(Role::Hue(HUE, Tone::Strong), 1.2))))]
        }
        Mark::Cap => {
            let stroke = Stroke::dashed(Role::Danger, 0.9, [3.0, 2.0]);
            vec![node("", path(&[(-9.0, 0.0), (9.0, 0.0)], None, Some(stroke)))]
        }
        Mark::PassedCap => {
            let disc = Rect::new(middle.x + 2.0, middle.y - 3.0, 6.0, 6.0);
            vec![node("", Shape::Rect { rect: disc, radius: 3.0, fill: Some(Role::Danger), stroke: None })]
        }
        Mark::Milestone => {
            vec![node("", path(&[(0.0, -4.5), (4.5, 0.0), (0.0, 4.5), (-4.5, 0.0)], Some(Role::Ink), None))]
        }
        Mark::Today => vec![node("", line(&[(0.0, -5.0), (0.0, 5.0)], Role::Danger))],
        Mark::Cut => {
            let arrow = path(&[(6.0, -2.6), (8.6, 0.0), (6.0, 2.6)], Some(hue(Tone::Strong)), None);
            let bar = Rect { width: at.width + 0.5, ..at };
            vec![node("", filled(bar, hue(Tone::Fill))), node("/mark", arrow)]
        }
    }
}
