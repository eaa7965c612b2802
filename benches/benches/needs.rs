//! The needs roadmap with five thousand needs of five hundred customers: what is in sight, and what a change costs.

#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement that cannot go on has failed")]

use criterion::{Criterion, criterion_group, criterion_main};
use milepost_layout::{Fonts, Timeline, Viewport};
use milepost_plan::{
    Aspect, CustomerKind, Fulfilment, Id, Importance, ItemEdit, ItemId, ItemNeed, NeedCustomer, NewCustomer,
    NewNeed, Operation, Plan, Roadmap, ViewSettings,
};
use milepost_samples::{generated_plan, sample_day};

const NEEDS: usize = 5_000;
const CUSTOMERS: usize = 500;
const FEATURES: usize = 10_000;

/// Each need is that of three customers, and three features serve it.
fn plan() -> Plan {
    let mut plan = generated_plan(FEATURES, 1);
    let mut ids = (0..).map(|number: u128| 0x0190_0000_0000_7000_9000_0000_0000_0000 + number);
    let mut operations = Vec::new();
    let mut customers = Vec::new();
    for number in 0..CUSTOMERS {
        let id = id::<milepost_plan::CustomerId>(ids.next().unwrap());
        customers.push(id);
        let (name, unit, note) = (format!("Customer {number}"), "people".to_owned(), String::new());
        let customer = NewCustomer { id, name, kind: CustomerKind::Segment, size: 10, unit, note };
        operations.push(Operation::AddCustomer { customer });
    }
    let items: Vec<ItemId> = plan.items().iter().map(|item| item.id).collect();
    for number in 0..NEEDS {
        let need =
            NewNeed::new(id(ids.next().unwrap()), format!("See what has changed since report {number}"));
        let served = ItemNeed { need: need.id, fulfilment: Fulfilment::Fully };
        let of = (0..3).map(|part| NeedCustomer {
            customer: customers[(number * 7 + part * 131) % CUSTOMERS],
            importance: Importance::ALL[(number + part) % 4],
        });
        operations.push(Operation::AddNeed { need: NewNeed { customers: of.collect(), ..need } });
        for part in 0..3 {
            let edit = ItemEdit::Need { need: served.need, fulfilment: Some(served.fulfilment) };
            let item = items[(number * 3 + part * 977) % items.len()];
            operations.push(Operation::EditItems { ids: vec![item], edit });
        }
    }
    let batch = Operation::Batch { label: "Needs".to_owned(), operations };
    let change_set = batch.change(&plan).unwrap();
    plan.accept(&change_set);
    plan
}

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(uuid::Uuid::from_u128(number))
}

fn needs(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("needs");
    let (fonts, today) = (Fonts::bundled(), sample_day());
    let plan = plan();
    for (name, lanes_by) in [("by customer", Some(Aspect::Customer)), ("in one lane", None)] {
        let view = ViewSettings { roadmap: Roadmap::Needs, lanes_by, ..ViewSettings::default() };
        let timeline = Timeline::new(&plan, view.clone(), 2.6, today, &fonts);
        let left = f64::from(today.number() - 24) * 2.6;
        let viewport = Viewport { left, top: 4_000.0, width: 1440.0, height: 900.0 };
        group.bench_function(format!("scene {name}"), |bench| {
            bench.iter(|| timeline.scene(&plan, viewport, &fonts));
        });
        group.bench_function(format!("placing all {name}"), |bench| {
            bench.iter(|| Timeline::new(&plan, view.clone(), 2.6, today, &fonts));
        });
        group.bench_function(format!("another scale {name}"), |bench| {
            bench.iter(|| timeline.at_scale(&plan, 2.9, &fonts));
        });
        let serves =
            |item: &&milepost_plan::WorkItem| !item.needs.is_empty() && item.schedule.span().is_some();
        let moved = plan.items().iter().filter(serves).nth(1_000).unwrap().id;
        // So far that the bars of its needs begin or end elsewhere.
        let operation = Operation::MoveItems { ids: vec![moved], days: -400, lane: Vec::new() };
        let there = operation.change(&plan).unwrap();
        let mut after = plan.clone();
        after.accept(&there);
        let back = there.clone().reversed();
        let mut following = timeline.clone();
        group.bench_function(format!("update after moving an item there and back {name}"), |bench| {
            bench.iter(|| {
                following.update(&after, &there.changes, &fonts);
                following.update(&plan, &back.changes, &fonts);
            });
        });
        group.bench_function(format!("preview of moving an item {name}"), |bench| {
            bench.iter(|| timeline.preview(&after, &there.changes, viewport, &fonts));
        });
    }
    group.finish();
}

criterion_group!(benches, needs);
criterion_main!(benches);
