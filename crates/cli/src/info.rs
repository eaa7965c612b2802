//! `milepost-cli info`: a plan in numbers.

use std::path::PathBuf;

use clap::Args;
use milepost_api::{PathRequest, PlanInfo, handlers};

use crate::failure::Failure;
use crate::terminal::say;
use crate::{Outcome, app};

/// Tell how much is in a plan: counts per kind of thing, span, revision
#[derive(Args)]
pub struct Options {
    /// The plan's file
    plan: PathBuf,
    /// As JSON, for programs
    #[arg(long)]
    json: bool,
}

pub fn run(options: &Options) -> Outcome {
    let app = app();
    handlers::open_plan(&app, &PathRequest { path: options.plan.clone() })?;
    let info = handlers::info(&app, &())?;
    say(&if options.json { json(&info)? } else { table(&info) })?;
    Ok(())
}

fn json(info: &PlanInfo) -> Result<String, Failure> {
    serde_json::to_string_pretty(info).map_err(|error| Failure::refused(error.to_string(), ""))
}

fn table(info: &PlanInfo) -> String {
    let span = info.span.map_or("nothing is dated".to_owned(), |span| {
        format!("{} to {}, {} days", span.first, span.last, span.days())
    });
    let read_only = if info.read_only { " (read-only)" } else { "" };
    let mut rows = vec![
        ("Plan".to_owned(), info.name.clone()),
        ("File".to_owned(), format!("{}{read_only}", info.path.display())),
        ("Revision".to_owned(), info.revision.to_string()),
        ("Span".to_owned(), span),
        ("Themes".to_owned(), info.themes.to_string()),
    ];
    let kinds = info.items.iter().filter(|each| each.count > 0);
    rows.extend(kinds.map(|each| (plural(each.kind.label()), each.count.to_string())));
    rows.extend([
        ("Dated".to_owned(), info.dated.to_string()),
        ("On a horizon".to_owned(), info.with_horizon.to_string()),
        ("Unscheduled".to_owned(), info.unscheduled.to_string()),
        ("Milestones".to_owned(), info.milestones.to_string()),
        ("Dependencies".to_owned(), format!("{}, {} in conflict", info.dependencies, info.conflicts)),
        ("Customers".to_owned(), info.customers.to_string()),
        ("Needs".to_owned(), format!("{}, {} unserved", info.needs, info.unserved)),
        ("Goals".to_owned(), info.goals.to_string()),
        ("Feedback".to_owned(), format!("{}, {} to be answered", info.feedback, info.to_answer)),
        ("Views".to_owned(), info.views.to_string()),
        ("Baselines".to_owned(), info.baselines.to_string()),
    ]);
    rows.iter().map(|(name, value)| format!("{name:<14}{value}")).collect::<Vec<_>>().join("\n")
}

/// “user story” is “User stories”.
fn plural(label: &str) -> String {
    let many = match label.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{label}s"),
    };
    let mut letters = many.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
