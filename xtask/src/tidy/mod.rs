//! `cargo xtask tidy`: rules about the repository itself, which no compiler holds.
//!
//! A rule is a function from a tree of files, or from the workspace, to what it finds. Each has tests on trees made up for it.

mod boundaries;
mod clock;
mod code_map;
mod dependencies;
mod direction;
mod length;
mod machine_paths;
mod tree;
mod workspace;

use std::fmt;
use std::process::ExitCode;

use crate::repository::Repository;
use crate::stage::{Failure, Outcome, stage};
use tree::Tree;
use workspace::Workspace;

/// A place that breaks a rule, and how.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    /// From 1; 0 when the whole file is meant.
    line: usize,
    says: String,
}

pub fn tidy(repository: &Repository) -> Outcome<ExitCode> {
    stage("Tidy", || look(repository))?;
    Ok(ExitCode::SUCCESS)
}

/// Applies every rule to the files that git knows or would add.
///
/// # Errors
/// When a rule is broken; each place is printed.
pub fn look(repository: &Repository) -> Outcome {
    let tree = Tree::of_repository(repository)?;
    let workspace = Workspace::of_repository(repository);
    let findings = findings(&tree, &workspace);
    for finding in &findings {
        println!("  {finding}");
    }
    if findings.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("{} places break a rule of this repository", findings.len()),
        "each line above names the place and the rule; docs/architecture.md has the reasons",
    ))
}

fn findings(tree: &Tree, workspace: &Workspace) -> Vec<Finding> {
    let of_tree = [
        boundaries::printpdf_stays_in_its_module,
        boundaries::tauri_is_imported_by_one_port,
        boundaries::sql_stays_in_the_store,
        clock::pure_crates_reach_for_nothing,
        length::long_files_have_a_reason,
        machine_paths::no_path_of_one_machine,
    ];
    let of_both = [code_map::the_map_names_what_is_there, dependencies::each_is_accounted_for];
    let of_workspace = [direction::crates_depend_one_way, boundaries::libraries_stay_in_their_crates];
    let mut all: Vec<_> = of_tree.iter().flat_map(|rule| rule(tree)).collect();
    all.extend(of_both.iter().flat_map(|rule| rule(tree, workspace)));
    all.extend(of_workspace.iter().flat_map(|rule| rule(workspace)));
    all.sort();
    all
}

impl Finding {
    fn in_file(path: &str, says: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: 0, says: says.into() }
    }

    fn at(path: &str, line: usize, says: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, says: says.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.path, self.says),
            line => write!(out, "{}:{line}: {}", self.path, self.says),
        }
    }
}
