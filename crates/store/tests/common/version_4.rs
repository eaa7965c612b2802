//! What version 4 added to the plan of every version: customers, needs, goals, feedback, and what serves them.

use milepost_plan::{
    Aspect, AspectValue, Customer, CustomerKind, Feedback, FeedbackStatus, Filter, Fulfilment, Goal,
    Importance, ItemNeed, Need, NeedCustomer, Plan, Rank, Roadmap, View, ViewSettings, WorkItem,
};

use super::{additions, day, feature, id, plan_of_version_3};

/// The same as far as version 4 could keep it.
pub fn plan_of_version_4() -> Plan {
    let mut plan = plan_of_version_3();
    plan.accept(&additions([
        Customer {
            id: id(61),
            name: "Finance".to_owned(),
            kind: CustomerKind::Department,
            size: 120,
            unit: "people".to_owned(),
            note: "Two\nlines".to_owned(),
            rank: Rank(3),
        },
        Customer {
            id: id(62),
            name: "Ledger".to_owned(),
            kind: CustomerKind::System,
            size: 0,
            unit: String::new(),
            note: String::new(),
            rank: Rank(-3),
        },
    ]));
    plan.accept(&additions([
        full_need(),
        Need { evidence: Vec::new(), customers: Vec::new(), wanted_by: None, id: id(72), ..full_need() },
    ]));
    plan.accept(&additions([Goal {
        id: id(81),
        title: "Close the books in a day".to_owned(),
        measure: "Days to close".to_owned(),
        target: "1".to_owned(),
        by: Some(day("2027-12-31")),
        rank: Rank(5),
    }]));
    plan.accept(&additions([served_item()]));
    plan.accept(&additions(full_feedback()));
    plan.accept(&additions([view_of_version_4()]));
    plan
}

fn full_need() -> Need {
    Need {
        id: id(71),
        statement: "See who approved an invoice".to_owned(),
        note: "Without\nasking".to_owned(),
        evidence: vec!["https://example.org/?q=\"1\"".to_owned(), "Interview 7".to_owned()],
        customers: vec![
            NeedCustomer { customer: id(61), importance: Importance::Critical },
            NeedCustomer { customer: id(62), importance: Importance::Low },
        ],
        wanted_by: Some(day("2027-06-30")),
        alternatives: "A spreadsheet".to_owned(),
    }
}

fn served_item() -> WorkItem {
    WorkItem {
        needs: vec![
            ItemNeed { need: id(71), fulfilment: Fulfilment::Partly },
            ItemNeed { need: id(72), fulfilment: Fulfilment::Fully },
        ],
        goals: vec![id(81)],
        ..feature(17, "Approvals")
    }
}

fn full_feedback() -> [Feedback; 2] {
    let declined = Feedback {
        id: id(91),
        day: day("2026-10-01"),
        source: "Ada Lovelace".to_owned(),
        customer: Some(id(61)),
        channel: "e-mail".to_owned(),
        text: "=1+1 is\nwrong".to_owned(),
        status: FeedbackStatus::Declined,
        reason: "Arithmetic".to_owned(),
        votes: 12,
        key: "FB-1".to_owned(),
        duplicate_of: None,
        needs: vec![id(71), id(72)],
        items: vec![id(17)],
    };
    let duplicate = Feedback {
        id: id(92),
        customer: None,
        status: FeedbackStatus::New,
        reason: String::new(),
        key: String::new(),
        duplicate_of: Some(id(91)),
        needs: Vec::new(),
        items: Vec::new(),
        ..declined.clone()
    };
    [declined, duplicate]
}

/// What version 4 added to views: what stands on the axis, and a filter by what is served.
fn view_of_version_4() -> View {
    View {
        id: id(46),
        name: "Needs".to_owned(),
        settings: ViewSettings {
            roadmap: Roadmap::Needs,
            lanes_by: Some(Aspect::Customer),
            lane_order: vec![
                vec![AspectValue::Customer(Some(id(61)))],
                vec![AspectValue::Need(Some(id(71)))],
            ],
            collapsed: vec![
                vec![AspectValue::Importance(Some(Importance::High))],
                vec![AspectValue::Goal(None)],
            ],
            filter: Filter {
                customers: vec![id(61)],
                needs: vec![id(71)],
                goals: vec![id(81)],
                ..Filter::default()
            },
            ..ViewSettings::default()
        },
        range: None,
        rank: Rank(12),
    }
}
