//! The one table of what can be asked: method name, request type, answer type, handler.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::ApiError;
use crate::{
    budget, chart, clipboard, customers, edit, export, feedback, health, import, insight, items,
    need_roadmap, needs, recent, search, shared, shown, slips, state, table, tally, work,
};

macro_rules! methods {
    ($($name:ident: $request:ty => $answer:ty = $handler:path;)*) => {
        /// Carries out a request: the JSON of its content in, the JSON of the answer out.
        pub fn dispatch(app: &App, method: &str, request: &str) -> Result<String, ApiError> {
            match method {
                $(stringify!($name) => answer::<$request, $answer>(app, request, $handler),)*
                _ => Err(ApiError::defect(format!("There is no method “{method}”."))),
            }
        }

        /// Each method with its request and its answer, for the front end's TypeScript.
        #[cfg(test)]
        #[derive(ts_rs::TS)]
        #[allow(dead_code, reason = "only its type is of interest")]
        pub(crate) struct Methods {
            $($name: ($request, $answer),)*
        }
    };
}

methods! {
    plan_state: () => Option<state::PlanState> = state::plan_state;
    new_plan: state::NewPlanRequest => state::PlanState = state::new_plan;
    open_plan: state::PathRequest => state::PlanState = state::open_plan;
    save_as: state::SaveAsRequest => state::PlanState = state::save_as;
    is_in_place: () => bool = state::is_in_place;
    recent_plans: () => Vec<recent::RecentPlan> = recent::recent_plans;
    forget_recent: state::PathRequest => Vec<recent::RecentPlan> = recent::forget_recent;
    scene: chart::SceneRequest => milepost_layout::Scene = chart::scene;
    preview: chart::PreviewRequest => chart::PreviewAnswer = chart::preview;
    place: chart::PlaceRequest => Option<milepost_layout::Rect> = chart::place;
    table: table::TableRequest => table::TableBand = table::table;
    lanes: chart::ChartQuery => Vec<milepost_layout::TableLane> = table::lanes;
    rows_between: table::RowsRequest => Vec<milepost_plan::ItemId> = table::rows_between;
    overview: table::OverviewRequest => milepost_layout::Overview = table::overview;
    customers: () => Vec<milepost_plan::Customer> = customers::customers;
    goals: () => Vec<milepost_plan::Goal> = customers::goals;
    budget_lines: () => Vec<milepost_plan::BudgetLine> = budget::lists::budget_lines;
    rates: () => Vec<milepost_plan::Rate> = budget::lists::rates;
    budget_line_sums: () => Vec<budget::lists::BudgetLineSum> = budget::lists::budget_line_sums;
    rate_sums: () => Vec<budget::lists::RateSum> = budget::lists::rate_sums;
    budget_table: budget::table::BudgetTableRequest => budget::table::BudgetTable = budget::table::budget_table;
    budget_curve: budget::curve::CurveRequest => budget::curve::Curve = budget::curve::budget_curve;
    budget_standing: () => budget::standing::BudgetStanding = budget::standing::budget_standing;
    budget_totals: budget::totals::TotalsRequest => budget::totals::BudgetTotals = budget::totals::budget_totals;
    budget_tally: () => budget::tally::BudgetTally = budget::tally::budget_tally;
    item_entries: items::ItemRequest => budget::entries::Entries = budget::entries::item_entries;
    cost: budget::entries::CostRequest => budget::entries::CostEntry = budget::entries::cost;
    actual: budget::entries::ActualRequest => budget::entries::ActualEntry = budget::entries::actual;
    cost_sum: budget::entries::CostSumRequest => budget::entries::CostSum = budget::entries::cost_sum;
    items_cost: shared::ItemsRequest => budget::entries::ItemsCost = budget::entries::items_cost;
    cost_list: budget::listing::CostListRequest => budget::listing::CostBand = budget::listing::cost_list;
    actual_list: budget::listing::ActualListRequest => budget::listing::ActualBand = budget::listing::actual_list;
    cost_ids: budget::listing::EntryFilter => Vec<milepost_plan::CostId> = budget::listing::cost_ids;
    actual_ids: budget::listing::EntryFilter => Vec<milepost_plan::ActualId> = budget::listing::actual_ids;
    currency: budget::currency::CurrencyRequest => budget::currency::CurrencyLook = budget::currency::currency;
    customer_sums: () => Vec<customers::CustomerSum> = customers::customer_sums;
    goal_sums: () => Vec<customers::GoalSum> = customers::goal_sums;
    needs_table: needs::NeedsTableRequest => needs::NeedsBand = needs::needs_table;
    needs_between: needs::NeedsBetweenRequest => Vec<milepost_plan::NeedId> = needs::needs_between;
    needs_place: needs::NeedsPlaceRequest => Option<usize> = needs::needs_place;
    needs_sums: needs::NeedsQuery => needs::NeedsSums = needs::needs_sums;
    need: needs::NeedRequest => needs::NeedDetail = needs::need;
    find_needs: needs::FindNeedsRequest => Vec<needs::FoundNeed> = needs::find_needs;
    feedback_list: feedback::FeedbackListRequest => feedback::FeedbackBand = feedback::feedback_list;
    feedback_ids: feedback::FeedbackListRequest => Vec<milepost_plan::FeedbackId> = feedback::feedback_ids;
    feedback_place: feedback::FeedbackPlaceRequest => Option<usize> = feedback::feedback_place;
    feedback_counts: () => feedback::FeedbackCounts = feedback::feedback_counts;
    feedback: feedback::FeedbackRequest => feedback::FeedbackDetail = feedback::feedback;
    feedback_of: feedback::FeedbackOfRequest => feedback::FeedbackOf = feedback::feedback_of;
    similar_needs: feedback::SimilarNeedsRequest => Vec<feedback::SimilarNeed> = feedback::similar_needs;
    similar_feedback: feedback::SimilarFeedbackRequest => Vec<feedback::SimilarFeedback> = feedback::similar_feedback;
    today: () => milepost_plan::Day = state::today;
    apply: edit::ApplyRequest => edit::Patch = edit::apply;
    apply_passing: edit::ApplyPassingRequest => edit::ApplyPassingAnswer = edit::apply_passing;
    undo: () => Option<edit::Patch> = edit::undo;
    redo: () => Option<edit::Patch> = edit::redo;
    item: items::ItemRequest => items::ItemDetail = items::item;
    dependency: items::DependencyRequest => items::DependencyDetail = items::dependency;
    tray: items::TrayRequest => items::Tray = items::tray;
    need_tray: need_roadmap::NeedTrayRequest => need_roadmap::NeedTray = need_roadmap::need_tray;
    need_tally: milepost_plan::ViewSettings => need_roadmap::NeedTally = need_roadmap::need_tally;
    place_of_need: need_roadmap::NeedPlaceRequest => Option<milepost_layout::Rect> = need_roadmap::place_of_need;
    shared: shared::ItemsRequest => shared::Shared = shared::shared;
    stays: shared::ItemsRequest => shared::Stays = shared::stays;
    shown: shown::ShownRequest => Vec<milepost_plan::ItemId> = shown::shown;
    not_shown: shown::NotShownRequest => Vec<milepost_plan::ItemId> = shown::not_shown;
    copy: shared::ItemsRequest => clipboard::CopyAnswer = clipboard::copy;
    paste: clipboard::PasteRequest => clipboard::PasteAnswer = clipboard::paste;
    clipboard_head: clipboard::HeadRequest => milepost_exchange::Head = clipboard::clipboard_head;
    parents: items::ParentsRequest => Vec<items::Related> = items::parents;
    find: items::FindRequest => Vec<items::Related> = items::find;
    search: search::SearchRequest => search::SearchAnswer = search::search;
    slips: slips::SlipsRequest => Vec<milepost_plan::Slip> = slips::slips;
    tally: milepost_plan::ViewSettings => tally::Tally = tally::tally;
    left_out: tally::LeftOutRequest => tally::LeftOut = tally::left_out;
    health: () => health::Health = health::health;
    insight: insight::InsightRequest => insight::InsightAnswer = insight::insight;
    import_look: import::ImportRequest => import::ImportLook = import::import_look;
    import: import::ImportRequest => import::ImportAnswer = import::import;
    export_sheets: export::ExportRequest => export::ExportSheets = export::export_sheets;
    export: export::ExportRequest => export::ExportReport = export::export;
    cancel: work::CancelRequest => () = work::cancel;
}

fn answer<Q: DeserializeOwned, A: Serialize>(
    app: &App,
    request: &str,
    handler: impl FnOnce(&App, &Q) -> Result<A, ApiError>,
) -> Result<String, ApiError> {
    let request: Q = serde_json::from_str(request)
        .map_err(|error| ApiError::input("The request could not be read.", error.to_string()))?;
    let answer = handler(app, &request)?;
    serde_json::to_string(&answer)
        .map_err(|error| ApiError::defect(format!("The answer could not be written: {error}")))
}
