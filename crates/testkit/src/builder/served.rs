//! Customers, needs, goals and feedback in a few lines.

use milepost_plan::{
    CustomerKind, FeedbackEdit, Fulfilment, Importance, ItemEdit, NeedCustomer, NeedEdit, NewCustomer,
    NewFeedback, NewGoal, NewNeed, Operation,
};

use super::{PlanBuilder, next};
use crate::find::{customer, day, feedback, goal, item, need};

impl PlanBuilder {
    /// Adds a department of that many people.
    #[track_caller]
    #[must_use]
    pub fn customer(self, name: &str, size: u32) -> Self {
        let (id, kind) = (next(self.plan.customers().len()), CustomerKind::Department);
        let (name, unit, note) = (name.to_owned(), "people".to_owned(), String::new());
        self.operation(&Operation::AddCustomer { customer: NewCustomer { id, name, kind, size, unit, note } })
    }

    /// Adds a need of these customers.
    #[track_caller]
    #[must_use]
    pub fn need(self, statement: &str, customers: &[(&str, Importance)]) -> Self {
        let mut new = NewNeed::new(next(self.plan.needs().len()), statement);
        let of = |(name, importance): &(&str, Importance)| NeedCustomer {
            customer: customer(&self.plan, name).id,
            importance: *importance,
        };
        new.customers = customers.iter().map(of).collect();
        self.operation(&Operation::AddNeed { need: new })
    }

    /// Says by when a need is to be met.
    #[track_caller]
    #[must_use]
    pub fn wanted_by(self, statement: &str, by: &str) -> Self {
        let (ids, edit) = (vec![need(&self.plan, statement).id], NeedEdit::WantedBy(Some(day(by))));
        self.operation(&Operation::EditNeeds { ids, edit })
    }

    /// Adds a goal with nothing but a title.
    #[track_caller]
    #[must_use]
    pub fn goal(self, title: &str) -> Self {
        let (id, title) = (next(self.plan.goals().len()), title.to_owned());
        let (measure, target, by) = (String::new(), String::new(), None);
        self.operation(&Operation::AddGoal { goal: NewGoal { id, title, measure, target, by } })
    }

    /// Lets an item serve a need.
    #[track_caller]
    #[must_use]
    pub fn serves(self, title: &str, statement: &str, fulfilment: Fulfilment) -> Self {
        let builder = self.closed();
        let ids = vec![item(&builder.plan, title).id];
        let need = need(&builder.plan, statement).id;
        let edit = ItemEdit::Need { need, fulfilment: Some(fulfilment) };
        builder.operation(&Operation::EditItems { ids, edit })
    }

    /// Lets an item serve a goal.
    #[track_caller]
    #[must_use]
    pub fn serves_goal(self, title: &str, goal_title: &str) -> Self {
        let builder = self.closed();
        let ids = vec![item(&builder.plan, title).id];
        let edit = ItemEdit::Goal { goal: goal(&builder.plan, goal_title).id, serves: true };
        builder.operation(&Operation::EditItems { ids, edit })
    }

    /// Adds a feedback of one vote that nobody has looked at.
    #[track_caller]
    #[must_use]
    pub fn feedback(self, on: &str, text: &str) -> Self {
        let feedback = NewFeedback::new(next(self.plan.feedback().len()), day(on), text);
        self.operation(&Operation::AddFeedback { feedback })
    }

    /// Sets one field of a feedback.
    #[track_caller]
    #[must_use]
    pub fn edit_feedback(self, text: &str, edit: FeedbackEdit) -> Self {
        let ids = vec![feedback(&self.plan, text).id];
        self.operation(&Operation::EditFeedback { ids, edit })
    }

    /// Lets a feedback speak of a need.
    #[track_caller]
    #[must_use]
    pub fn speaks_of(self, text: &str, statement: &str) -> Self {
        let edit = FeedbackEdit::Need { need: need(&self.plan, statement).id, linked: true };
        self.edit_feedback(text, edit)
    }

    /// Lets a feedback speak of a work item.
    #[track_caller]
    #[must_use]
    pub fn speaks_of_item(self, text: &str, title: &str) -> Self {
        let builder = self.closed();
        let edit = FeedbackEdit::Item { item: item(&builder.plan, title).id, linked: true };
        builder.edit_feedback(text, edit)
    }

    /// Lets one feedback stand for others.
    #[track_caller]
    #[must_use]
    pub fn merge(self, texts: &[&str], into: &str) -> Self {
        let ids = texts.iter().map(|text| feedback(&self.plan, text).id).collect();
        let into = feedback(&self.plan, into).id;
        self.operation(&Operation::MergeFeedback { ids, into })
    }
}

#[cfg(test)]
mod tests {
    use milepost_plan::{CustomerId, FeedbackStatus, check_plan};

    use super::*;
    use crate::find::id;

    #[test]
    fn a_plan_says_who_needs_what_and_who_said_so() {
        let plan = PlanBuilder::new("Served")
            .customer("Finance", 140)
            .need("Close on day three", &[("Finance", Importance::Critical)])
            .wanted_by("Close on day three", "2027-03-31")
            .goal("Reports deliver themselves")
            .undated("", "Templates")
            .serves("Templates", "Close on day three", Fulfilment::Partly)
            .serves_goal("Templates", "Reports deliver themselves")
            .feedback("2026-11-02", "Nine copies")
            .speaks_of("Nine copies", "Close on day three")
            .feedback("2026-11-03", "Nine copies again")
            .speaks_of_item("Nine copies again", "Templates")
            .merge(&["Nine copies again"], "Nine copies")
            .build();
        assert_eq!(check_plan(&plan), []);
        assert_eq!(customer(&plan, "Finance").id, id::<CustomerId>(1));
        let close = need(&plan, "Close on day three");
        assert_eq!((plan.weight_of_need(close), close.wanted_by), (560, Some(day("2027-03-31"))));
        let templates = item(&plan, "Templates");
        assert_eq!((templates.needs.len(), templates.goals.len()), (1, 1));
        let said = feedback(&plan, "Nine copies");
        assert_eq!((said.status, plan.votes_of(said)), (FeedbackStatus::Planned, 2));
    }
}
