//! Whole plans and change sets, to and from the tables.

use milepost_plan::{
    Actual, Baseline, BudgetLine, Cancel, Change, ChangeSet, Cost, Customer, Dependency, Feedback, Goal,
    Milestone, Need, Plan, Rate, Theme, View, WorkItem,
};
use rusqlite::Connection;

use crate::error::Fault;
use crate::{row, settings};

/// The plan that the file holds and the revision that it stands at.
pub(crate) fn read(connection: &Connection) -> Result<(Plan, u64), Fault> {
    let (settings, revision) = settings::read(connection)?;
    let mut changes = Vec::new();
    row::read::<Theme>(connection, &mut changes)?;
    row::read::<WorkItem>(connection, &mut changes)?;
    row::read::<Milestone>(connection, &mut changes)?;
    row::read::<Dependency>(connection, &mut changes)?;
    row::read::<View>(connection, &mut changes)?;
    row::read::<Baseline>(connection, &mut changes)?;
    row::read::<Customer>(connection, &mut changes)?;
    row::read::<Need>(connection, &mut changes)?;
    row::read::<Goal>(connection, &mut changes)?;
    row::read::<Feedback>(connection, &mut changes)?;
    row::read::<BudgetLine>(connection, &mut changes)?;
    row::read::<Rate>(connection, &mut changes)?;
    row::read::<Cost>(connection, &mut changes)?;
    row::read::<Actual>(connection, &mut changes)?;
    let mut plan = Plan::new(settings);
    plan.accept(&ChangeSet { changes });
    Ok((plan, revision))
}

/// Fills the tables of a new file.
pub(crate) fn add(connection: &Connection, plan: &Plan, revision: u64) -> Result<(), Fault> {
    settings::add(connection, plan.settings(), revision)?;
    plan.themes().iter().try_for_each(|theme| row::add(connection, theme))?;
    plan.items().iter().try_for_each(|item| row::add(connection, item))?;
    plan.milestones().iter().try_for_each(|milestone| row::add(connection, milestone))?;
    plan.dependencies().iter().try_for_each(|dependency| row::add(connection, dependency))?;
    plan.views().iter().try_for_each(|view| row::add(connection, view))?;
    plan.baselines().iter().try_for_each(|baseline| row::add(connection, baseline))?;
    plan.customers().iter().try_for_each(|customer| row::add(connection, customer))?;
    plan.needs().iter().try_for_each(|need| row::add(connection, need))?;
    plan.goals().iter().try_for_each(|goal| row::add(connection, goal))?;
    plan.feedback().iter().try_for_each(|feedback| row::add(connection, feedback))?;
    plan.budget_lines().iter().try_for_each(|line| row::add(connection, line))?;
    plan.rates().iter().try_for_each(|rate| row::add(connection, rate))?;
    plan.costs().iter().try_for_each(|cost| row::add(connection, cost))?;
    plan.actuals().iter().try_for_each(|actual| row::add(connection, actual))
}

/// Makes the tables hold the after-sides of a change set, unless it is cancelled.
pub(crate) fn write(connection: &Connection, changes: &ChangeSet, cancel: Cancel<'_>) -> Result<(), Fault> {
    cancel.over(&changes.changes).try_for_each(|change| match change? {
        Change::Settings { after, .. } => settings::update(connection, after),
        Change::Theme(diff) => row::write(connection, diff),
        Change::Item(diff) => row::write(connection, diff),
        Change::Milestone(diff) => row::write(connection, diff),
        Change::Dependency(diff) => row::write(connection, diff),
        Change::View(diff) => row::write(connection, diff),
        Change::Baseline(diff) => row::write(connection, diff),
        Change::Customer(diff) => row::write(connection, diff),
        Change::Need(diff) => row::write(connection, diff),
        Change::Goal(diff) => row::write(connection, diff),
        Change::Feedback(diff) => row::write(connection, diff),
        Change::BudgetLine(diff) => row::write(connection, diff),
        Change::Rate(diff) => row::write(connection, diff),
        Change::Cost(diff) => row::write(connection, diff),
        Change::Actual(diff) => row::write(connection, diff),
    })
}
