//! How a plan takes over changes: row by row, with what is kept about who refers to whom.

use super::Plan;
use crate::budget::{Actual, Cost};
use crate::change::{Change, ChangeSet, Diff};
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::item::WorkItem;
use crate::links;
use crate::need::Need;
use crate::table::{Row, Table};

impl Plan {
    /// Takes over the after-sides of a change set. The rules have been checked when it was made; this never fails.
    pub fn accept(&mut self, change_set: &ChangeSet) {
        let mut epics = self.epics_over(change_set, |diff| diff.before.as_ref());
        for change in &change_set.changes {
            match change {
                Change::Settings { after, .. } => self.settings.clone_from(after),
                Change::Theme(diff) => replace(&mut self.themes, diff),
                Change::Item(diff) => self.accept_item(diff),
                Change::Milestone(diff) => replace(&mut self.milestones, diff),
                Change::Dependency(diff) => self.accept_dependency(diff),
                Change::View(diff) => replace(&mut self.views, diff),
                Change::Baseline(diff) => replace(&mut self.baselines, diff),
                Change::Customer(diff) => replace(&mut self.customers, diff),
                Change::Need(diff) => self.accept_need(diff),
                Change::Goal(diff) => replace(&mut self.goals, diff),
                Change::Feedback(diff) => self.accept_feedback(diff),
                Change::BudgetLine(diff) => replace(&mut self.budget_lines, diff),
                Change::Cost(diff) => self.accept_cost(diff),
                Change::Actual(diff) => self.accept_actual(diff),
                Change::Rate(diff) => replace(&mut self.rates, diff),
            }
        }
        epics.extend(self.epics_over(change_set, |diff| diff.after.as_ref()));
        self.follow_summaries(epics);
        self.follow_to_answer(change_set);
    }

    /// Looks again at the feedback that changes may have made come true, or taken that back.
    fn follow_to_answer(&mut self, change_set: &ChangeSet) {
        for id in self.feedback_touched_by(&change_set.changes) {
            if self.feedback.get(id).is_some_and(|feedback| self.has_come_true(feedback)) {
                self.to_answer.insert(id);
            } else {
                self.to_answer.remove(&id);
            }
        }
    }

    fn accept_cost(&mut self, diff: &Diff<Cost>) {
        if let Some(before) = &diff.before {
            self.links.remove_cost(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_cost(after);
        }
        replace(&mut self.costs, diff);
    }

    fn accept_actual(&mut self, diff: &Diff<Actual>) {
        if let Some(before) = &diff.before {
            self.links.remove_actual(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_actual(after);
        }
        replace(&mut self.actuals, diff);
    }

    fn accept_need(&mut self, diff: &Diff<Need>) {
        if let Some(before) = &diff.before {
            self.links.remove_need(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_need(after);
        }
        replace(&mut self.needs, diff);
    }

    fn accept_feedback(&mut self, diff: &Diff<Feedback>) {
        if let Some(before) = &diff.before {
            self.links.remove_feedback(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_feedback(after);
        }
        replace(&mut self.feedback, diff);
    }

    fn accept_item(&mut self, diff: &Diff<WorkItem>) {
        // A push changes the dates of hundreds, and links know none.
        let (before, after) = (diff.before.as_ref(), diff.after.as_ref());
        if !before.zip(after).is_some_and(|(before, after)| links::are_alike(before, after)) {
            if let Some(before) = before {
                self.links.remove_item(before);
            }
            if let Some(after) = after {
                self.links.add_item(after);
            }
        }
        replace(&mut self.items, diff);
    }

    fn accept_dependency(&mut self, diff: &Diff<Dependency>) {
        if let Some(before) = &diff.before {
            self.links.remove_dependency(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_dependency(after);
        }
        replace(&mut self.dependencies, diff);
    }
}

fn replace<R: Row>(table: &mut Table<R>, diff: &Diff<R>) {
    match (&diff.before, &diff.after) {
        (_, Some(after)) => table.put(after.clone()),
        (Some(before), None) => table.remove(before.id()),
        (None, None) => {}
    }
}
