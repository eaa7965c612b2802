//! Where things stand: the repository's root, the front end, what Cargo builds.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::programs;
use crate::stage::{Failure, Outcome};

/// The repository and Cargo's description of its workspace.
pub struct Repository {
    root: PathBuf,
    target: PathBuf,
    metadata: Value,
}

/// Which of Cargo's profiles a program is built with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

impl Repository {
    /// Asks Cargo for the workspace that this program belongs to.
    ///
    /// # Errors
    /// When a manifest of the workspace cannot be read.
    pub fn find() -> Outcome<Self> {
        // Set by `cargo run`; the folder at build time serves whoever starts the binary by hand.
        let own_folder =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(own_folder).args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: Value = serde_json::from_str(&programs::text_of(&mut cargo)?).map_err(|error| {
            Failure::new(format!("cargo metadata is not JSON: {error}"), "check the version of cargo")
        })?;
        let folder = |key: &str| metadata[key].as_str().map(PathBuf::from).unwrap_or_default();
        Ok(Self { root: folder("workspace_root"), target: folder("target_directory"), metadata })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn front_end(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Where Cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// A folder under Cargo's for what the doors write themselves.
    ///
    /// # Errors
    /// When it cannot be created.
    pub fn scratch(&self) -> Outcome<PathBuf> {
        let folder = self.target.join("xtask");
        std::fs::create_dir_all(&folder).map_err(|error| {
            Failure::new(
                format!("{} cannot be created: {error}", folder.display()),
                "check the disk and its rights",
            )
        })?;
        Ok(folder)
    }

    /// The path of a program that Cargo has built.
    pub fn program(&self, name: &str, profile: Profile) -> PathBuf {
        let folder = match profile {
            Profile::Dev => "debug",
            Profile::Release => "release",
        };
        self.target.join(folder).join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// What `cargo metadata --no-deps` says.
    pub fn metadata(&self) -> &Value {
        &self.metadata
    }
}
