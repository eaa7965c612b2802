//! Feedback that is exported and imported into a plan with the same needs, items and customers is the same again.

mod common;

use milepost_exchange::{CsvOptions, CsvTable, Separator, write_csv};
use milepost_plan::{
    Cancel, CustomerId, CustomerKind, Day, Feedback, FeedbackEdit, FeedbackId, FeedbackStatus, Id, ItemId,
    ItemKind, NeedId, NewCustomer, NewFeedback, NewItem, NewNeed, Operation, Plan, ViewSettings,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// Texts that break tables and lists.
fn hostile() -> impl Strategy<Value = String> {
    let pieces =
        ["\"", "'", "=1+1", "+", "-", "@", "\t", "\r\n", "\n", ";", ",", " ", "é", "שלום", "A", "b", "2"];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..6)
        .prop_map(|pieces| pieces.concat())
}

#[derive(Debug, Clone)]
struct Said {
    texts: [String; 5],
    day: i32,
    votes: u32,
    status: usize,
    customer: Option<Index>,
    needs: Vec<Index>,
    items: Vec<Index>,
    merged_into: Option<Index>,
}

prop_compose! {
    fn said()(
        texts in [hostile(), hostile(), hostile(), hostile(), hostile()],
        day in 0..40_000_i32,
        votes in 0..2_000_u32,
        status in 0..5_usize,
        customer in any::<Option<Index>>(),
        needs in proptest::collection::vec(any::<Index>(), 0..3),
        items in proptest::collection::vec(any::<Index>(), 0..3),
        merged_into in any::<Option<Index>>(),
    ) -> Said {
        Said { texts, day, votes, status, customer, needs, items, merged_into }
    }
}

fn apply(plan: &mut Plan, operation: &Operation) -> bool {
    operation.change(plan).map(|change| plan.accept(&change)).is_ok()
}

/// Customers, needs and items under hostile names: what the rules refuse is left out.
fn surroundings(names: &[String]) -> Plan {
    let mut plan = common::empty_plan();
    let mut id = common::ids(3);
    for name in names {
        let customer = NewCustomer {
            id: CustomerId::from_uuid(id()),
            name: name.clone(),
            kind: CustomerKind::Segment,
            size: 1,
            unit: String::new(),
            note: String::new(),
        };
        apply(&mut plan, &Operation::AddCustomer { customer });
        apply(&mut plan, &Operation::AddNeed { need: NewNeed::new(NeedId::from_uuid(id()), name.clone()) });
        let item = NewItem::new(ItemId::from_uuid(id()), ItemKind::Feature, name.clone());
        let keyed = NewItem { key: name.clone(), ..item.clone() };
        let _ = apply(&mut plan, &Operation::AddItem { item: keyed })
            || apply(&mut plan, &Operation::AddItem { item });
    }
    plan
}

fn chosen<T: Copy>(all: &[T], which: &[Index]) -> Vec<T> {
    if all.is_empty() { Vec::new() } else { which.iter().map(|index| *index.get(all)).collect() }
}

fn with_feedback(surroundings: &Plan, said: &[Said]) -> Plan {
    let mut plan = surroundings.clone();
    let customers: Vec<CustomerId> = plan.customers().iter().map(|row| row.id).collect();
    let needs: Vec<NeedId> = plan.needs().iter().map(|row| row.id).collect();
    let items: Vec<ItemId> = plan.items().iter().map(|row| row.id).collect();
    let mut id = common::ids(7);
    let mut known: Vec<FeedbackId> = Vec::new();
    for each in said {
        let [text, source, channel, reason, key] = each.texts.clone();
        let status = FeedbackStatus::ALL[each.status];
        let feedback = NewFeedback {
            source,
            channel,
            reason,
            key,
            status,
            votes: each.votes,
            customer: chosen(&customers, &Vec::from_iter(each.customer)).first().copied(),
            needs: chosen(&needs, &each.needs),
            items: chosen(&items, &each.items),
            ..NewFeedback::new(FeedbackId::from_uuid(id()), Day::from_number(each.day), text)
        };
        let keyless = NewFeedback { key: String::new(), ..feedback.clone() };
        let new = feedback.id;
        if !apply(&mut plan, &Operation::AddFeedback { feedback })
            && !apply(&mut plan, &Operation::AddFeedback { feedback: keyless })
        {
            continue;
        }
        if let Some(into) = each.merged_into.filter(|_| !known.is_empty()) {
            apply(&mut plan, &Operation::MergeFeedback { ids: vec![new], into: *into.get(&known) });
        }
        // A status by hand stays, whatever the links say.
        if status != FeedbackStatus::Declined {
            let edit = FeedbackEdit::Status(status);
            apply(&mut plan, &Operation::EditFeedback { ids: vec![new], edit });
        }
        known.push(new);
    }
    plan
}

fn all(plan: &Plan) -> Vec<Feedback> {
    plan.feedback().iter().cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn feedback_comes_back_from_its_table(
        names in proptest::collection::vec(hostile(), 0..5),
        said in proptest::collection::vec(said(), 0..10),
        separator in proptest::sample::select(&Separator::ALL[..]),
        bom: bool,
    ) {
        let mut copy = surroundings(&names);
        let mut plan = with_feedback(&copy, &said);
        let options = CsvOptions { table: CsvTable::Feedback, separator, bom, ..CsvOptions::default() };
        let file = write_csv(&plan, &options, &ViewSettings::default(), common::today(), Cancel::NEVER).unwrap();
        let import = common::import(&mut copy, &file, 8);
        prop_assert_eq!(import.report.counts.taken as usize, plan.feedback().len(), "{:?}", import.report);
        prop_assert_eq!(all(&copy), all(&plan));
        let again = common::import(&mut plan, &file, 9);
        prop_assert!(again.is_empty(), "{:?}", again);
    }
}
