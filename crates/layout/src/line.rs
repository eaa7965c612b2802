//! The lane of a budget line: what its head says, and what stands for a cost of its own.
//!
//! The money by period is drawn by [`crate::money`], bars of items by [`crate::bar`].

use milepost_plan::{BudgetLine, Cost, Ledger, Money, Plan, Span};

use crate::bar::{self, Site};
use crate::fonts::Fonts;
use crate::paint::{Role, Stroke};
use crate::scene::{Node, Rect, Shape, Target};
use crate::speech;

/// Height of the part with the money, in points.
pub(crate) const MONEY: f64 = 80.0;
/// The hue of money.
pub(crate) const HUE: u8 = 2;

/// What the head of a lane says besides the name of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// “€31k of €36k”.
    pub forecast: String,
    /// “€12k spent”.
    pub spent: String,
    /// “€8k without days”, which is not part of the forecast; none if all of it has days.
    pub undated: Option<String>,
    /// “€3k over from 12 May 2027”.
    pub over: Option<String>,
    /// All of it for a screen reader, with whole amounts.
    pub spoken: String,
}

impl Head {
    pub(crate) fn of(plan: &Plan, ledger: &Ledger, line: &BudgetLine) -> Self {
        let currency = &plan.settings().currency;
        let standing = ledger.standing(plan, line);
        let dated = ledger.dated(line.id);
        let forecast = standing.map_or(dated.forecast(), |standing| standing.forecast);
        let spent = standing.map_or(dated.actual, |standing| standing.actual);
        let undated = ledger.undated(line.id).forecast();
        let of = |said: fn(Money, &str) -> String| match standing {
            Some(standing) => {
                format!("{} of {}", said(forecast, currency), said(standing.cap.amount, currency))
            }
            None => format!("{}, no cap", said(forecast, currency)),
        };
        let over = standing.and_then(|standing| Some((Money::ZERO - standing.left, standing.passed_on?)));
        let whole = over.map(|(over, day)| {
            format!(", over its cap by {} from {}", told(over, currency), speech::day(day))
        });
        Self {
            forecast: of(Money::short),
            spent: format!("{} spent", spent.short(currency)),
            over: over.map(|(over, day)| format!("{} over from {}", over.short(currency), day.written())),
            spoken: format!(
                "Budget line {}, {}, {} spent{}{}",
                line.name,
                of(told),
                told(spent, currency),
                without_days(undated, told, currency).map_or(String::new(), |words| format!(", {words}")),
                whole.unwrap_or_default()
            ),
            undated: without_days(undated, Money::short, currency),
        }
    }
}

/// “€8k without days”: what is planned beside all sums that go by days; none if that is nothing.
pub(crate) fn without_days(
    undated: Money,
    said: fn(Money, &str) -> String,
    currency: &str,
) -> Option<String> {
    (undated != Money::ZERO).then(|| format!("{} without days", said(undated, currency)))
}

/// An amount with its digits but for those that say nothing: “€12,000”, “€12.50”.
pub(crate) fn told(amount: Money, currency: &str) -> String {
    let written = amount.written(currency);
    match written.split_once('.') {
        Some((whole, part)) if part.chars().all(|digit| digit == '0') => whole.to_owned(),
        _ => written,
    }
}

/// What a cost is called that stands alone: by its own name, by its item or by its line.
pub(crate) fn name_of_cost<'p>(plan: &'p Plan, cost: &'p Cost) -> &'p str {
    let item = || cost.item.and_then(|id| plan.items().get(id)).map(|item| item.title.as_str());
    let line = || plan.budget_lines().get(cost.line).map_or("", |line| line.name.as_str());
    if cost.name.is_empty() { item().unwrap_or_else(line) } else { &cost.name }
}

/// The nodes of a cost that stands alone. Nothing is worked on meanwhile, so it is no bar of an item.
pub(crate) fn cost_nodes(plan: &Plan, cost: &Cost, days: Span, site: &Site, fonts: &Fonts) -> Vec<Node> {
    let seen = site.visible();
    let rect = Rect { x: seen.from, width: seen.width(), ..site.bar };
    // As high as bars to the hand, and lower to the eye.
    let ground = Shape::Rect { rect, radius: 0.0, fill: None, stroke: None };
    let shape = Shape::Rect {
        rect: Rect { y: rect.y + 2.0, height: rect.height - 4.0, ..rect },
        radius: 3.0_f64.min(rect.width / 2.0),
        fill: Some(Role::Sunken),
        stroke: Some(Stroke::solid(Role::LineStrong, 1.0)),
    };
    let key = format!("cost:{}", cost.id);
    let name = name_of_cost(plan, cost);
    let amount = told(plan.total_of_cost(cost), &plan.settings().currency);
    let line = plan.budget_lines().get(cost.line).map_or("", |line| line.name.as_str());
    let spoken = format!("{name}, cost, {amount} on {line}, {}", speech::span(days));
    let mut nodes = vec![
        Node::new(key.clone(), ground).with_target(Target::Cost { id: cost.id }, spoken),
        Node::new(format!("{key}/shape"), shape),
    ];
    let run = bar::label(name, Some(&amount), site, Role::Ink2, fonts);
    nodes.extend(run.into_iter().flat_map(|run| bar::labelled(&key, run, Some(&amount), site, fonts)));
    nodes
}
