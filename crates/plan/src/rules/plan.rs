//! All rules asked of a whole plan, for one that came from a file.

use std::collections::{BTreeMap, BTreeSet};

use super::dependency::{ends_fit, exists_already, find_cycle, lag_days};
use super::{
    actual, cap, cost, feedback, fits_in_tree, hue, key_is_free, line, money, name, need, progress, range,
    schedule, served, settings, text, view_settings, within, words,
};
use crate::baseline::{Baseline, BaselineMilestone, BaselineSpan};
use crate::customer::{Customer, LARGEST};
use crate::day::{Day, Span};
use crate::draft::Draft;
use crate::goal::Goal;
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::theme::Theme;
use crate::violation::{RuleViolation, Subject};

/// Every rule that the plan breaks and the row that breaks it; empty for a sound plan.
pub fn check_plan(plan: &Plan) -> Vec<(Option<Subject>, RuleViolation)> {
    let draft = Draft::of(plan);
    let mut found = Vec::new();
    let mut note = |subject: Option<Subject>, result: Result<(), RuleViolation>| {
        if let Err(violation) = result {
            found.push((subject, violation));
        }
    };
    note(None, settings(plan.settings()).map(drop));
    for theme in plan.themes() {
        note(Some(Subject::Theme(theme.id)), name("theme", &theme.name).and(hue(theme.hue)).map(drop));
    }
    for item in plan.items() {
        note(Some(Subject::Item(item.id)), item_rules(&draft, item));
    }
    for milestone in plan.milestones() {
        let sound = name("milestone", &milestone.name).and(text("the note", &milestone.note));
        note(Some(Subject::Milestone(milestone.id)), sound.and(milestone.day.in_plan_range().map(drop)));
    }
    let mut tied = BTreeSet::new();
    for row in plan.dependencies() {
        let again = || exists_already(&draft, row.predecessor, row.successor);
        let once = if tied.insert((row.predecessor, row.successor)) { Ok(()) } else { Err(again()) };
        let ends = ends_fit(&draft, row.predecessor, row.successor).and(once);
        note(Some(Subject::Dependency(row.id)), ends.and(lag_days(row.lag_days)).map(drop));
    }
    let mut names = BTreeMap::new();
    for view in plan.views() {
        let taken = || RuleViolation::NameTaken { word: "view", name: view.name.clone() };
        let unique = if names.insert(&view.name, view.id).is_some() { Err(taken()) } else { Ok(()) };
        let sound = name("view", &view.name).map(drop).and(unique);
        let looks = view_settings(&view.settings).map(drop).and(range(view.range).map(drop));
        note(Some(Subject::View(view.id)), sound.and(looks));
    }
    let mut names = BTreeMap::new();
    for baseline in plan.baselines() {
        let taken = || RuleViolation::NameTaken { word: "baseline", name: baseline.name.clone() };
        let unique = if names.insert(&baseline.name, baseline.id).is_some() { Err(taken()) } else { Ok(()) };
        let sound = name("baseline", &baseline.name).map(drop).and(unique);
        note(Some(Subject::Baseline(baseline.id)), sound.and(kept(baseline)));
    }
    needs_and_feedback(plan, &draft, &mut note);
    budget(plan, &draft, &mut note);
    if let Some(titles) = find_cycle(plan) {
        note(None, Err(RuleViolation::DependencyCycle { titles }));
    }
    found
}

/// Customers, needs, goals and feedback one by one.
fn needs_and_feedback(
    plan: &Plan,
    draft: &Draft<'_>,
    note: &mut impl FnMut(Option<Subject>, Result<(), RuleViolation>),
) {
    let mut names = BTreeSet::new();
    for customer in plan.customers() {
        note(Some(Subject::Customer(customer.id)), customer_rules(customer, &mut names));
    }
    for row in plan.needs() {
        let texts = name("need", &row.statement)
            .and(text("the note", &row.note))
            .and(text("the alternatives", &row.alternatives))
            .and(row.evidence.iter().try_for_each(|link| line("the evidence", link).map(drop)));
        note(Some(Subject::Need(row.id)), texts.and(need(draft, row)));
    }
    let mut titles = BTreeSet::new();
    for goal in plan.goals() {
        note(Some(Subject::Goal(goal.id)), goal_rules(goal, &mut titles));
    }
    for row in plan.feedback() {
        let texts = words("feedback", "the text", &row.text)
            .and(line("the source", &row.source))
            .and(line("the channel", &row.channel))
            .and(line("the key", &row.key))
            .and(text("the reason", &row.reason));
        note(Some(Subject::Feedback(row.id)), texts.and(feedback(draft, row)));
    }
}

/// Budget lines, costs, actuals and rates one by one.
fn budget(plan: &Plan, draft: &Draft<'_>, note: &mut impl FnMut(Option<Subject>, Result<(), RuleViolation>)) {
    let mut names = BTreeSet::new();
    for row in plan.budget_lines() {
        let taken = || RuleViolation::NameTaken { word: "budget line", name: row.name.clone() };
        let unique = if names.insert(&row.name) { Ok(()) } else { Err(taken()) };
        let texts = name("budget line", &row.name)
            .and(line("the category", &row.own_category))
            .and(text("the note", &row.note));
        note(Some(Subject::BudgetLine(row.id)), texts.map(drop).and(cap(draft, row.cap)).and(unique));
    }
    for row in plan.costs() {
        note(Some(Subject::Cost(row.id)), line("the name", &row.name).map(drop).and(cost(draft, row)));
    }
    for row in plan.actuals() {
        let texts = line("the supplier", &row.supplier)
            .and(text("the note", &row.note))
            .and(line("the key", &row.key));
        note(Some(Subject::Actual(row.id)), texts.map(drop).and(actual(draft, row)));
    }
    let mut roles = BTreeSet::new();
    for row in plan.rates() {
        let taken = || RuleViolation::NameTaken { word: "rate", name: row.role.clone() };
        let unique = if roles.insert(&row.role) { Ok(()) } else { Err(taken()) };
        let sound = name("rate", &row.role).map(drop).and(money(draft, "the rate", row.per_day));
        note(Some(Subject::Rate(row.id)), sound.and(unique));
    }
}

fn customer_rules<'p>(customer: &'p Customer, names: &mut BTreeSet<&'p str>) -> Result<(), RuleViolation> {
    name("customer", &customer.name)?;
    line("the unit", &customer.unit)?;
    text("the note", &customer.note)?;
    within("the size", customer.size.into(), 0, LARGEST.into())?;
    let taken = || RuleViolation::NameTaken { word: "customer", name: customer.name.clone() };
    if names.insert(&customer.name) { Ok(()) } else { Err(taken()) }
}

fn goal_rules<'p>(goal: &'p Goal, titles: &mut BTreeSet<&'p str>) -> Result<(), RuleViolation> {
    name("goal", &goal.title)?;
    line("the measure", &goal.measure)?;
    line("the target", &goal.target)?;
    goal.by.map(Day::in_plan_range).transpose()?;
    let taken = || RuleViolation::NameTaken { word: "goal", name: goal.title.clone() };
    if titles.insert(&goal.title) { Ok(()) } else { Err(taken()) }
}

/// The copy in a baseline: days that a plan can have, each item and each milestone once and in order.
fn kept(baseline: &Baseline) -> Result<(), RuleViolation> {
    baseline.taken.in_plan_range()?;
    baseline.spans.iter().try_for_each(|kept| Span::new(kept.first, kept.last).map(drop))?;
    let milestones = baseline.milestones.as_deref().unwrap_or_default();
    milestones.iter().try_for_each(|kept| kept.day.in_plan_range().map(drop))?;
    let items_in_order = |pair: &[BaselineSpan]| pair[0].item < pair[1].item;
    let milestones_in_order = |pair: &[BaselineMilestone]| pair[0].milestone < pair[1].milestone;
    let in_order =
        baseline.spans.windows(2).all(items_in_order) && milestones.windows(2).all(milestones_in_order);
    if in_order { Ok(()) } else { Err(RuleViolation::BaselineOutOfOrder) }
}

fn item_rules(draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
    name(item.kind.label(), &item.title)?;
    text("the description", &item.description)?;
    line("the owner", &item.owner)?;
    line("the link", &item.link)?;
    line("the key", &item.key)?;
    progress(item.progress)?;
    schedule(item.schedule)?;
    item.theme.map(|theme| draft.find::<Theme>(theme)).transpose()?;
    served(draft, item)?;
    key_is_free(draft, item)?;
    fits_in_tree(draft, item)
}
