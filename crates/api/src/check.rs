//! Looking for everything that can be wrong with a plan's file: its pages and rows first, then the plan's rules.

use milepost_plan::{Id, Plan, RuleViolation, Subject, check_plan};
use milepost_store::PlanFile;
use serde::Serialize;

use crate::app::App;
use crate::error::{ApiError, sentence};
use crate::state::PathRequest;

/// What is wrong with a plan's file; all is well if both lists are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckAnswer {
    /// What is wrong with the file.
    pub file: Vec<String>,
    /// Which rules the plan in it breaks, and where.
    pub rules: Vec<String>,
}

impl CheckAnswer {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.file.is_empty() && self.rules.is_empty()
    }
}

/// Checks a plan's file without changing it. The plan that is open stays open.
///
/// # Errors
/// If there is no plan to be checked.
pub fn check(_: &App, request: &PathRequest) -> Result<CheckAnswer, ApiError> {
    let report = PlanFile::check(&request.path)?;
    let rules = report.plan.as_ref().map(broken_rules).unwrap_or_default();
    Ok(CheckAnswer { file: report.problems.iter().map(|problem| sentence(problem)).collect(), rules })
}

fn broken_rules(plan: &Plan) -> Vec<String> {
    let told = |(subject, violation): (Option<Subject>, RuleViolation)| {
        let sentence = sentence(&violation.to_string());
        subject.map_or_else(|| sentence.clone(), |subject| format!("{}: {sentence}", named(subject)))
    };
    check_plan(plan).into_iter().map(told).collect()
}

/// Ids, not names: a name may be what is wrong.
fn named(subject: Subject) -> String {
    let (word, id) = match subject {
        Subject::Theme(id) => ("theme", id.uuid()),
        Subject::Item(id) => ("work item", id.uuid()),
        Subject::Milestone(id) => ("milestone", id.uuid()),
        Subject::Dependency(id) => ("dependency", id.uuid()),
        Subject::View(id) => ("view", id.uuid()),
        Subject::Baseline(id) => ("baseline", id.uuid()),
        Subject::Customer(id) => ("customer", id.uuid()),
        Subject::Need(id) => ("need", id.uuid()),
        Subject::Goal(id) => ("goal", id.uuid()),
        Subject::Feedback(id) => ("feedback", id.uuid()),
        Subject::BudgetLine(id) => ("budget line", id.uuid()),
        Subject::Cost(id) => ("cost", id.uuid()),
        Subject::Actual(id) => ("actual", id.uuid()),
        Subject::Rate(id) => ("rate", id.uuid()),
    };
    format!("{word} {id}")
}
