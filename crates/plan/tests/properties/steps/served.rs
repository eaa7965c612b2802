//! Random things to do with customers, needs, goals and feedback.

use milepost_plan::{
    Customer, CustomerEdit, CustomerKind, Day, Feedback, FeedbackEdit, FeedbackStatus, Fulfilment, Goal,
    GoalEdit, Importance, ItemEdit, Need, NeedCustomer, NeedEdit, NewCustomer, NewFeedback, NewGoal, NewNeed,
    Operation, Plan, WorkItem,
};
use milepost_testkit::id;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::values::{any_row, day, key, name, rows};
use super::{Nth, nth};

/// One thing to do.
#[derive(Debug, Clone)]
pub enum ServedStep {
    AddCustomer {
        name: String,
        size: u32,
    },
    EditCustomer {
        customer: Nth,
        edit: CustomerEdit,
    },
    ReorderCustomer {
        customer: Nth,
        before: Option<Nth>,
    },
    DeleteCustomer {
        customer: Nth,
    },
    AddGoal {
        title: String,
        by: Option<Day>,
    },
    EditGoal {
        goal: Nth,
        edit: GoalEdit,
    },
    ReorderGoal {
        goal: Nth,
        before: Option<Nth>,
    },
    DeleteGoal {
        goal: Nth,
    },
    AddNeed {
        statement: String,
        customers: Vec<(Nth, Importance)>,
    },
    EditNeeds {
        needs: Vec<Nth>,
        edit: NeedEdit,
    },
    Matter {
        needs: Vec<Nth>,
        customer: Nth,
        importance: Option<Importance>,
    },
    DeleteNeeds {
        needs: Vec<Nth>,
    },
    ServeNeed {
        items: Vec<Nth>,
        need: Nth,
        fulfilment: Option<Fulfilment>,
    },
    ServeGoal {
        items: Vec<Nth>,
        goal: Nth,
        serves: bool,
    },
    AddFeedback {
        text: String,
        status: FeedbackStatus,
        votes: u32,
        key: String,
        needs: Vec<Nth>,
        items: Vec<Nth>,
    },
    EditFeedback {
        feedback: Vec<Nth>,
        edit: FeedbackEdit,
    },
    SaidBy {
        feedback: Vec<Nth>,
        customer: Option<Nth>,
    },
    SpeakOfNeed {
        feedback: Vec<Nth>,
        need: Nth,
        linked: bool,
    },
    SpeakOfItem {
        feedback: Vec<Nth>,
        item: Nth,
        linked: bool,
    },
    Merge {
        feedback: Vec<Nth>,
        into: Nth,
    },
    Split {
        feedback: Nth,
    },
    DeleteFeedback {
        feedback: Vec<Nth>,
    },
}

impl ServedStep {
    /// The step as an operation on this plan, with `fresh` for the id of a new row.
    pub fn on(self, plan: &Plan, fresh: u32) -> Operation {
        let customer = |which: Nth| nth::<Customer>(plan, which);
        let goal = |which: Nth| nth::<Goal>(plan, which);
        match self {
            Self::AddCustomer { name, size } => {
                let (kind, unit, note) = (CustomerKind::Person, "people".to_owned(), String::new());
                let customer = NewCustomer { id: id(fresh), name, kind, size, unit, note };
                Operation::AddCustomer { customer }
            }
            Self::EditCustomer { customer: which, edit } => {
                Operation::EditCustomer { id: customer(which), edit }
            }
            Self::ReorderCustomer { customer: which, before } => {
                Operation::ReorderCustomer { id: customer(which), before: before.map(customer) }
            }
            Self::DeleteCustomer { customer: which } => Operation::DeleteCustomer { id: customer(which) },
            Self::AddGoal { title, by } => {
                let (measure, target) = (String::new(), String::new());
                Operation::AddGoal { goal: NewGoal { id: id(fresh), title, measure, target, by } }
            }
            Self::EditGoal { goal: which, edit } => Operation::EditGoal { id: goal(which), edit },
            Self::ReorderGoal { goal: which, before } => {
                Operation::ReorderGoal { id: goal(which), before: before.map(goal) }
            }
            Self::DeleteGoal { goal: which } => Operation::DeleteGoal { id: goal(which) },
            Self::ServeGoal { items, goal: which, serves } => Operation::EditItems {
                ids: each::<WorkItem>(plan, items),
                edit: ItemEdit::Goal { goal: goal(which), serves },
            },
            of_needs_or_feedback => of_needs_or_feedback.on_needs(plan, fresh),
        }
    }

    /// The steps that are about needs.
    fn on_needs(self, plan: &Plan, fresh: u32) -> Operation {
        let customer = |which: Nth| nth::<Customer>(plan, which);
        match self {
            Self::AddNeed { statement, customers } => {
                let row = |(which, importance)| NeedCustomer { customer: customer(which), importance };
                let mut need = NewNeed::new(id(fresh), statement);
                need.customers = customers.into_iter().map(row).collect();
                Operation::AddNeed { need }
            }
            Self::EditNeeds { needs, edit } => Operation::EditNeeds { ids: each::<Need>(plan, needs), edit },
            Self::Matter { needs, customer: which, importance } => Operation::EditNeeds {
                ids: each::<Need>(plan, needs),
                edit: NeedEdit::Importance { customer: customer(which), importance },
            },
            Self::DeleteNeeds { needs } => Operation::DeleteNeeds { ids: each::<Need>(plan, needs) },
            Self::ServeNeed { items, need, fulfilment } => Operation::EditItems {
                ids: each::<WorkItem>(plan, items),
                edit: ItemEdit::Need { need: nth::<Need>(plan, need), fulfilment },
            },
            of_feedback => of_feedback.on_feedback(plan, fresh),
        }
    }

    /// The steps that are about feedback.
    fn on_feedback(self, plan: &Plan, fresh: u32) -> Operation {
        let edited =
            |which: Vec<Nth>, edit| Operation::EditFeedback { ids: each::<Feedback>(plan, which), edit };
        match self {
            Self::AddFeedback { text, status, votes, key, needs, items } => {
                let mut feedback = NewFeedback::new(id(fresh), milepost_testkit::day("2026-11-20"), text);
                (feedback.status, feedback.votes, feedback.key) = (status, votes, key);
                feedback.needs = each::<Need>(plan, needs);
                feedback.items = each::<WorkItem>(plan, items);
                Operation::AddFeedback { feedback }
            }
            Self::EditFeedback { feedback, edit } => edited(feedback, edit),
            Self::SaidBy { feedback, customer } => {
                let customer = customer.map(|which| nth::<Customer>(plan, which));
                edited(feedback, FeedbackEdit::Customer(customer))
            }
            Self::SpeakOfNeed { feedback, need, linked } => {
                edited(feedback, FeedbackEdit::Need { need: nth::<Need>(plan, need), linked })
            }
            Self::SpeakOfItem { feedback, item, linked } => {
                edited(feedback, FeedbackEdit::Item { item: nth::<WorkItem>(plan, item), linked })
            }
            Self::Merge { feedback, into } => {
                let ids = each::<Feedback>(plan, feedback);
                Operation::MergeFeedback { ids, into: nth::<Feedback>(plan, into) }
            }
            Self::Split { feedback } => Operation::SplitFeedback { id: nth::<Feedback>(plan, feedback) },
            Self::DeleteFeedback { feedback } => {
                Operation::DeleteFeedback { ids: each::<Feedback>(plan, feedback) }
            }
            other => unreachable!("{other:?} is not about feedback"),
        }
    }
}

fn each<R: milepost_plan::Entity>(plan: &Plan, which: Vec<Nth>) -> Vec<R::Id> {
    which.into_iter().map(|which| nth::<R>(plan, which)).collect()
}

pub fn served_steps() -> impl Strategy<Value = ServedStep> {
    // Boxed, since a choice of so many kinds does not fit on the stack of a test.
    prop_oneof![
        2 => customer_steps().boxed(),
        1 => goal_steps().boxed(),
        3 => need_steps().boxed(),
        5 => feedback_steps().boxed(),
    ]
}

/// Merging and splitting, with what else changes the votes of feedback.
pub fn merges(most: usize) -> impl Strategy<Value = Vec<ServedStep>> {
    let votes = (rows(), votes()).prop_map(|(feedback, votes)| ServedStep::EditFeedback {
        feedback,
        edit: FeedbackEdit::Votes(votes),
    });
    vec(prop_oneof![3 => merge(), 1 => split(), 1 => votes], 0..=most)
}

fn customer_steps() -> impl Strategy<Value = ServedStep> {
    let edit = prop_oneof![
        name().prop_map(CustomerEdit::Name),
        select(&CustomerKind::ALL).prop_map(CustomerEdit::Kind),
        votes().prop_map(CustomerEdit::Size),
        name().prop_map(CustomerEdit::Unit),
        name().prop_map(CustomerEdit::Note),
    ];
    prop_oneof![
        3 => (name(), votes()).prop_map(|(name, size)| ServedStep::AddCustomer { name, size }),
        2 => (any_row(), edit).prop_map(|(customer, edit)| ServedStep::EditCustomer { customer, edit }),
        1 => (any_row(), option::of(any_row()))
            .prop_map(|(customer, before)| ServedStep::ReorderCustomer { customer, before }),
        1 => any_row().prop_map(|customer| ServedStep::DeleteCustomer { customer }),
    ]
}

fn goal_steps() -> impl Strategy<Value = ServedStep> {
    let edit = prop_oneof![
        name().prop_map(GoalEdit::Title),
        name().prop_map(GoalEdit::Measure),
        name().prop_map(GoalEdit::Target),
        option::of(day()).prop_map(GoalEdit::By),
    ];
    prop_oneof![
        2 => (name(), option::of(day())).prop_map(|(title, by)| ServedStep::AddGoal { title, by }),
        2 => (any_row(), edit).prop_map(|(goal, edit)| ServedStep::EditGoal { goal, edit }),
        1 => (any_row(), option::of(any_row()))
            .prop_map(|(goal, before)| ServedStep::ReorderGoal { goal, before }),
        1 => any_row().prop_map(|goal| ServedStep::DeleteGoal { goal }),
        3 => (rows(), any_row(), any::<bool>())
            .prop_map(|(items, goal, serves)| ServedStep::ServeGoal { items, goal, serves }),
    ]
}

fn need_steps() -> impl Strategy<Value = ServedStep> {
    let edit = prop_oneof![
        name().prop_map(NeedEdit::Statement),
        name().prop_map(NeedEdit::Note),
        vec(name(), 0..3).prop_map(NeedEdit::Evidence),
        option::of(day()).prop_map(NeedEdit::WantedBy),
        name().prop_map(NeedEdit::Alternatives),
    ];
    let importance = || select(&Importance::ALL);
    prop_oneof![
        2 => (name(), vec((any_row(), importance()), 0..4))
            .prop_map(|(statement, customers)| ServedStep::AddNeed { statement, customers }),
        1 => (rows(), edit).prop_map(|(needs, edit)| ServedStep::EditNeeds { needs, edit }),
        2 => (rows(), any_row(), option::of(importance()))
            .prop_map(|(needs, customer, importance)| ServedStep::Matter { needs, customer, importance }),
        4 => (rows(), any_row(), option::weighted(0.8, select(&Fulfilment::ALL)))
            .prop_map(|(items, need, fulfilment)| ServedStep::ServeNeed { items, need, fulfilment }),
        1 => rows().prop_map(|needs| ServedStep::DeleteNeeds { needs }),
    ]
}

fn feedback_steps() -> impl Strategy<Value = ServedStep> {
    let status = || select(&FeedbackStatus::ALL);
    let few = || vec(any_row(), 0..3);
    let add = (name(), status(), votes(), key(), few(), few()).prop_map(
        |(text, status, votes, key, needs, items)| ServedStep::AddFeedback {
            text,
            status,
            votes,
            key,
            needs,
            items,
        },
    );
    let edit = prop_oneof![
        day().prop_map(FeedbackEdit::Day),
        name().prop_map(FeedbackEdit::Source),
        name().prop_map(FeedbackEdit::Text),
        status().prop_map(FeedbackEdit::Status),
        name().prop_map(FeedbackEdit::Decline),
        votes().prop_map(FeedbackEdit::Votes),
        key().prop_map(FeedbackEdit::Key),
    ];
    prop_oneof![
        4 => add,
        3 => (rows(), edit).prop_map(|(feedback, edit)| ServedStep::EditFeedback { feedback, edit }),
        1 => (rows(), option::of(any_row()))
            .prop_map(|(feedback, customer)| ServedStep::SaidBy { feedback, customer }),
        3 => (rows(), any_row(), any::<bool>())
            .prop_map(|(feedback, need, linked)| ServedStep::SpeakOfNeed { feedback, need, linked }),
        3 => (rows(), any_row(), any::<bool>())
            .prop_map(|(feedback, item, linked)| ServedStep::SpeakOfItem { feedback, item, linked }),
        3 => merge(),
        1 => split(),
        1 => rows().prop_map(|feedback| ServedStep::DeleteFeedback { feedback }),
    ]
}

fn merge() -> impl Strategy<Value = ServedStep> {
    (rows(), any_row()).prop_map(|(feedback, into)| ServedStep::Merge { feedback, into })
}

fn split() -> impl Strategy<Value = ServedStep> {
    any_row().prop_map(|feedback| ServedStep::Split { feedback })
}

/// Mostly small, now and then around the most that there can be.
fn votes() -> impl Strategy<Value = u32> {
    prop_oneof![9 => 0..50_u32, 1 => 999_999_998..1_000_000_003_u32]
}
