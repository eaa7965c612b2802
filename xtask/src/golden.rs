//! `cargo xtask golden`: takes what the golden tests produce now as what they shall produce.

use std::process::ExitCode;

use crate::programs::{git, run};
use crate::repository::Repository;
use crate::rust_tests;
use crate::setup::{Purpose, setup};
use crate::stage::{Outcome, stage};
use crate::{app, front_end};

/// What turns golden tests from comparing to accepting: ours, and insta's.
const ACCEPT: [(&str, &str); 2] = [("MILEPOST_ACCEPT", "1"), ("INSTA_UPDATE", "always")];

pub fn golden(repository: &Repository) -> Outcome<ExitCode> {
    stage("Set-up", || setup(repository, Purpose::Tests))?;
    stage("Front end", || front_end::build(repository))?;
    stage("Build", || app::build_for_tests(repository, &["--tests"]))?;
    let accepted = stage("Accept", || accept(repository));
    stage("What changed", || show_changes(repository))?;
    // A test that fails for another reason does not undo what others accepted.
    accepted?;
    Ok(ExitCode::SUCCESS)
}

fn accept(repository: &Repository) -> Outcome {
    let (_, outcome) = rust_tests::all_but_window(repository, |command| {
        app::name_programs(repository, command);
        command.envs(ACCEPT);
    });
    outcome
}

/// References are the files in folders named `golden`, insta's snapshots, and the wire's types in TypeScript.
fn show_changes(repository: &Repository) -> Outcome {
    let references = [":(glob)**/golden/**", ":(glob)**/*.snap", "ui/src/bindings"];
    run(git(repository).args(["status", "--short", "--"]).args(references))?;
    println!("  Read every difference (git diff) before you commit it.");
    Ok(())
}
