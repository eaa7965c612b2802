//! `cargo xtask dist`: installers for the platform it runs on, with the app and `milepost-cli` in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Args;
use serde_json::json;

use crate::app::CLI;
use crate::front_end;
use crate::programs::{cargo, run, text_of};
use crate::repository::{Profile, Repository};
use crate::setup::{Purpose, setup};
use crate::stage::{Failure, Outcome, stage};

#[derive(Args)]
pub struct Options {
    /// Kinds of installers, with commas between; what is usual for the platform, when none is named
    ///
    /// Linux: deb, rpm, appimage (which downloads tools). macOS: app, dmg. Windows: nsis, msi.
    #[arg(long)]
    bundles: Option<String>,
}

pub fn dist(repository: &Repository, options: &Options) -> Outcome<ExitCode> {
    stage("Set-up", || setup(repository, Purpose::Window))?;
    stage("Front end", || front_end::build(repository))?;
    let companion = stage("Command line", || companion(repository))?;
    stage("Installers", || {
        bundle(repository, &companion, options.bundles.as_deref().unwrap_or(usual_bundles()))
    })?;
    println!("\nThe installers are in {}", repository.target().join("release/bundle").display());
    Ok(ExitCode::SUCCESS)
}

/// Builds `milepost-cli` and puts it where the bundler looks for a companion of the app: under a name that ends with
/// the platform, which it takes off again.
fn companion(repository: &Repository) -> Outcome<PathBuf> {
    run(cargo(repository).args(["build", "--release", "--package", CLI]))?;
    let platform =
        text_of(Command::new("rustc").current_dir(repository.root()).args(["--print", "host-tuple"]))?;
    let companion = repository.scratch()?.join(CLI);
    let named = format!("{CLI}-{}{}", platform.trim(), std::env::consts::EXE_SUFFIX);
    fs::copy(repository.program(CLI, Profile::Release), companion.with_file_name(named)).map_err(
        |error| Failure::new(format!("{CLI} could not be copied: {error}"), "check the disk and its rights"),
    )?;
    Ok(companion)
}

fn bundle(repository: &Repository, companion: &Path, bundles: &str) -> Outcome {
    // Not in tauri.conf.json: there every build would want to see it.
    let config = json!({ "bundle": { "externalBin": [companion] } });
    // Tauri's own entry for Node runs alike on every platform, without a shell in between.
    let tauri = repository.front_end().join("node_modules/@tauri-apps/cli/tauri.js");
    let mut command = Command::new("node");
    command.current_dir(repository.root()).arg(tauri);
    command.args(["build", "--ci", "--bundles", bundles, "--config", &config.to_string()]);
    run(&mut command)
}

fn usual_bundles() -> &'static str {
    match std::env::consts::OS {
        "macos" => "app,dmg",
        "windows" => "nsis,msi",
        // An AppImage needs tools that are downloaded while it is made.
        _ => "deb,rpm",
    }
}
