//! The calls of the page, carried out on one of the plans that the bridge has made.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use milepost_api::{ApiError, App, ApplyRequest, ErrorCode, GenerateRequest, dispatch, handlers};
use milepost_plan::{ItemId, Operation};
use milepost_samples::{PlanSize, generated_plan, sample_day, waiting_for};
use serde_json::Value;
use tempfile::TempDir;

use super::http::Response;

/// What generated plans are made from.
const SEED: u64 = 1;

/// Generated plans, each open in a program of its own, so that showing another one does not open a file.
pub(super) struct Plans {
    folder: TempDir,
    made: Mutex<BTreeMap<PlanSize, Arc<App>>>,
    /// The one that calls go to; at first a program without a plan.
    shown: Mutex<Arc<App>>,
}

impl Plans {
    pub(super) fn new() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        Ok(Self { folder, made: Mutex::default(), shown: Mutex::new(Arc::new(program())) })
    }

    /// Carries out a call of the page.
    pub(super) fn call(&self, method: &str, request: &str) -> Response {
        let app = Arc::clone(&lock(&self.shown));
        answer(dispatch(&app, method, request))
    }

    /// Lets calls go to a generated plan of the size that a request like `{"features": 100, "customers": 5, "needs": 50,
    /// "feedback": 500, "costs": 300, "actuals": 200}` says, as it was when it was made. What is left out is none. Answers its state.
    pub(super) fn show(&self, request: &str) -> Response {
        let wish: Value = serde_json::from_str(request).unwrap_or_default();
        let Some(features) = number(&wish["features"]) else {
            return answer(Err(refusal("Say how many features: {\"features\": 100}.")));
        };
        let [customers, needs, feedback, costs, actuals] =
            ["customers", "needs", "feedback", "costs", "actuals"]
                .map(|what| number(&wish[what]).unwrap_or(0));
        let size = PlanSize { features, customers, needs, feedback, costs, actuals };
        answer(self.prepare(size).and_then(|app| {
            while handlers::undo(&app, &())?.is_some() {}
            *lock(&self.shown) = Arc::clone(&app);
            dispatch(&app, "plan_state", "null")
        }))
    }

    /// Lets features wait for an item of the generated plan that is shown, which must be as it was made, as a request
    /// like `{"features": 100, "item": "…", "successors": 500}` says. Answers the plan's state. Showing a plan takes
    /// them back.
    pub(super) fn let_wait(&self, request: &str) -> Response {
        let Some(operation) = waiting(request) else {
            return answer(Err(refusal(
                "Say which dated item of how many features, and how many wait for it.",
            )));
        };
        let app = Arc::clone(&lock(&self.shown));
        let applied = handlers::apply(&app, &ApplyRequest { operation, goes_on_from: None });
        answer(applied.and_then(|_| dispatch(&app, "plan_state", "null")))
    }

    /// The program with a plan of that size, made if it is the first time.
    pub(super) fn prepare(&self, size: PlanSize) -> Result<Arc<App>, ApiError> {
        let mut made = lock(&self.made);
        if let Some(app) = made.get(&size) {
            return Ok(Arc::clone(app));
        }
        let app = Arc::new(program());
        let PlanSize { features, customers, needs, feedback, costs, actuals } = size;
        let served = format!("{customers}-customers-{needs}-needs-{feedback}-remarks");
        let name = format!("{costs}-costs-{actuals}-actuals-{served}-{features}-features.milepost");
        let path = self.folder.path().join(name);
        handlers::generate(&app, &GenerateRequest { path, size, seed: SEED })?;
        made.insert(size, Arc::clone(&app));
        Ok(app)
    }
}

fn waiting(request: &str) -> Option<Operation> {
    let wish: Value = serde_json::from_str(request).ok()?;
    let item: ItemId = serde_json::from_value(wish["item"].clone()).ok()?;
    waiting_for(&generated_plan(number(&wish["features"])?, SEED), item, number(&wish["successors"])?)
}

fn number(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|number| usize::try_from(number).ok())
}

/// Always on the same day, so that the same plan is always the same picture.
fn program() -> App {
    App::new(sample_day, None)
}

fn answer(outcome: Result<String, ApiError>) -> Response {
    match outcome {
        Ok(content) => Response::json(200, content),
        Err(error) => Response::json(400, serde_json::to_string(&error).unwrap_or_default()),
    }
}

fn refusal(message: &str) -> ApiError {
    ApiError { code: ErrorCode::Input, message: message.to_owned(), hint: String::new() }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panic leaves behind here is at worst a plan that is made once more.
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
