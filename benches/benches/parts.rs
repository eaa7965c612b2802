//! Parts by themselves, with their spread: what the rows of the table are made of.

#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement that cannot go on has failed")]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use milepost_layout::{Fonts, PageOptions, Timeline, Viewport, paginate};
use milepost_plan::{Cancel, Operation, ViewSettings, check_plan};
use milepost_samples::{generated_plan, sample_day};
use milepost_session::Session;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn plan(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    for features in SIZES {
        let plan = generated_plan(features, 1);
        let dated = plan.items().iter().find(|item| item.schedule.span().is_some()).unwrap().id;
        let operation = Operation::MoveItems { ids: vec![dated], days: 1, lane: Vec::new() };
        group.bench_function(BenchmarkId::new("change of a move", features), |bench| {
            bench.iter(|| operation.change(&plan).unwrap());
        });
        group.bench_function(BenchmarkId::new("check of all rules", features), |bench| {
            bench.iter(|| check_plan(&plan));
        });
        group
            .bench_function(BenchmarkId::new("conflicts", features), |bench| bench.iter(|| plan.conflicts()));
    }
    group.finish();
}

fn store(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    for features in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.milepost");
        Session::create(&path, generated_plan(features, 1)).unwrap();
        group.bench_function(BenchmarkId::new("open", features), |bench| {
            bench.iter(|| Session::open(&path).unwrap());
        });
    }
    group.finish();
}

fn layout(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout");
    let (fonts, today) = (Fonts::bundled(), sample_day());
    for features in SIZES {
        let plan = generated_plan(features, 1);
        let place = |scale| Timeline::new(&plan, ViewSettings::default(), scale, today, &fonts);
        group.bench_function(BenchmarkId::new("placing all", features), |bench| bench.iter(|| place(2.6)));
        for (level, scale) in [("weeks", 14.0), ("months", 2.6), ("quarters", 0.9)] {
            let timeline = place(scale);
            let left = f64::from(today.number() - 24) * scale;
            let viewport = Viewport { left, top: 0.0, width: 1440.0, height: 900.0 };
            group.bench_function(BenchmarkId::new(format!("scene by {level}"), features), |bench| {
                bench.iter(|| timeline.scene(&plan, viewport, &fonts));
            });
        }
        group.bench_function(BenchmarkId::new("pages of all", features), |bench| {
            bench.iter(|| paginate(&plan, &PageOptions::default(), today, &fonts, Cancel::NEVER).unwrap());
        });
    }
    group.finish();
}

criterion_group!(parts, plan, store, layout);
criterion_main!(parts);
