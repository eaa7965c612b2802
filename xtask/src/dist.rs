//! `cargo xtask dist`: installers for the platform it runs on.

use std::process::{Command, ExitCode};

use clap::Args;

use crate::front_end;
use crate::programs::run;
use crate::repository::Repository;
use crate::setup::{Purpose, setup};
use crate::stage::{Outcome, stage};

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
    stage("Installers", || bundle(repository, options.bundles.as_deref().unwrap_or(usual_bundles())))?;
    println!("\nThe installers are in {}", repository.target().join("release/bundle").display());
    Ok(ExitCode::SUCCESS)
}

fn bundle(repository: &Repository, bundles: &str) -> Outcome {
    // Tauri's own entry for Node runs alike on every platform, without a shell in between.
    let tauri = repository.front_end().join("node_modules/@tauri-apps/cli/tauri.js");
    run(Command::new("node").current_dir(repository.root()).arg(tauri).args([
        "build",
        "--ci",
        "--bundles",
        bundles,
    ]))
}

fn usual_bundles() -> &'static str {
    match std::env::consts::OS {
        "macos" => "app,dmg",
        "windows" => "nsis,msi",
        // An AppImage needs tools that are downloaded while it is made.
        _ => "deb,rpm",
    }
}
