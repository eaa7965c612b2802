//! Made-up customers, needs, goals and feedback, and who serves what.

use std::collections::BTreeMap;

use milepost_plan::{
    Customer, CustomerId, CustomerKind, Feedback, FeedbackId, FeedbackStatus, Fulfilment, Goal, GoalId,
    Importance, ItemId, ItemNeed, Need, NeedCustomer, NeedId, Plan, Rank, WorkItem,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::random::{any_day, any_id, put};

/// Rows that refer to one another as they like.
#[derive(Debug, Clone)]
pub struct Served {
    customers: Vec<Customer>,
    needs: Vec<Need>,
    goals: Vec<Goal>,
    feedback: Vec<Feedback>,
    by: BTreeMap<ItemId, (BTreeMap<NeedId, Fulfilment>, Vec<GoalId>)>,
}

pub fn any_served() -> impl Strategy<Value = Served> {
    let fulfilments = btree_map(any_id(), select(Fulfilment::ALL.to_vec()), 0..4);
    let goals = btree_set(any_id(), 0..3).prop_map(|goals| goals.into_iter().collect());
    let by = btree_map(any_id(), (fulfilments, goals), 0..8);
    let rows = (vec(any_customer(), 0..5), vec(any_need(), 0..6), vec(any_goal(), 0..4));
    (rows, vec(any_feedback(), 0..8), by).prop_map(|((customers, needs, goals), feedback, by)| Served {
        customers,
        needs,
        goals,
        feedback,
        by,
    })
}

/// Puts the rows into a plan, without what refers to rows that are not there.
pub fn serve(plan: &mut Plan, served: Served) {
    put(plan, served.customers);
    put(plan, served.goals);
    let needs: Vec<Need> = served
        .needs
        .into_iter()
        .map(|mut need| {
            need.customers.retain(|row| plan.customers().contains(row.customer));
            need
        })
        .collect();
    put(plan, needs);
    let items: Vec<WorkItem> = served
        .by
        .into_iter()
        .filter_map(|(id, (needs, goals))| {
            let mut item = plan.items().get(id)?.clone();
            let needs = needs.into_iter().filter(|(need, _)| plan.needs().contains(*need));
            item.needs = needs.map(|(need, fulfilment)| ItemNeed { need, fulfilment }).collect();
            item.goals = goals.into_iter().filter(|goal| plan.goals().contains(*goal)).collect();
            Some(item)
        })
        .collect();
    put(plan, items);
    let feedback: Vec<Feedback> = served
        .feedback
        .into_iter()
        .map(|mut row| {
            row.customer = row.customer.filter(|id| plan.customers().contains(*id));
            row.needs.retain(|id| plan.needs().contains(*id));
            row.items.retain(|id| plan.items().contains(*id));
            row
        })
        .collect();
    put(plan, feedback.iter().map(|row| Feedback { duplicate_of: None, ..row.clone() }).collect());
    let tied: Vec<Feedback> = feedback
        .into_iter()
        .map(|mut row| {
            row.duplicate_of = row.duplicate_of.filter(|id| plan.feedback().contains(*id));
            row
        })
        .collect();
    put(plan, tied);
}

fn any_customer() -> impl Strategy<Value = Customer> {
    let kind = select(CustomerKind::ALL.to_vec());
    (any_id::<CustomerId>(), any::<String>(), kind, any::<u32>(), ".{0,8}", any::<i64>()).prop_map(
        |(id, name, kind, size, unit, rank)| Customer {
            id,
            note: name.clone(),
            name,
            kind,
            size,
            unit,
            rank: Rank(rank),
        },
    )
}

fn any_need() -> impl Strategy<Value = Need> {
    let customers = btree_map(any_id(), select(Importance::ALL.to_vec()), 0..4);
    let texts = (any::<String>(), any::<String>(), vec(any::<String>(), 0..3));
    (any_id::<NeedId>(), texts, customers, prop::option::of(any_day())).prop_map(
        |(id, (statement, note, evidence), customers, wanted_by)| Need {
            id,
            statement,
            alternatives: note.clone(),
            note,
            evidence,
            customers: customers
                .into_iter()
                .map(|(customer, importance)| NeedCustomer { customer, importance })
                .collect(),
            wanted_by,
        },
    )
}

fn any_goal() -> impl Strategy<Value = Goal> {
    (any_id::<GoalId>(), any::<String>(), ".{0,8}", prop::option::of(any_day()), any::<i64>()).prop_map(
        |(id, title, measure, by, rank)| Goal {
            id,
            title,
            target: measure.clone(),
            measure,
            by,
            rank: Rank(rank),
        },
    )
}

fn any_feedback() -> impl Strategy<Value = Feedback> {
    let texts = (any::<String>(), any::<String>(), ".{0,8}");
    let refers = (prop::option::of(any_id()), prop::option::of(any_id()), btree_set(any_id(), 0..4));
    let words = (select(FeedbackStatus::ALL.to_vec()), any::<u32>(), btree_set(any_id(), 0..4));
    (any_id::<FeedbackId>(), any_day(), texts, refers, words).prop_map(
        |(id, day, (text, source, channel), (customer, duplicate_of, needs), (status, votes, items))| {
            Feedback {
                id,
                day,
                reason: source.clone(),
                source,
                customer,
                channel,
                text,
                status,
                votes,
                key: id.to_string(),
                duplicate_of,
                needs: needs.into_iter().collect(),
                items: items.into_iter().collect(),
            }
        },
    )
}
