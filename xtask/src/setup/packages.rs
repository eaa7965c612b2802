//! Installs the front end's packages when the lock file is not the one they were installed from.

use std::fs;
use std::path::Path;

use crate::programs;
use crate::repository::Repository;
use crate::stage::{Failure, Outcome};

/// # Errors
/// When there is no lock file, or npm cannot install from it.
pub fn install_when_changed(repository: &Repository) -> Outcome {
    let front_end = repository.front_end();
    let lock_file = front_end.join("package-lock.json");
    let lock = fs::read(&lock_file).map_err(|error| {
        Failure::new(
            format!("ui/package-lock.json cannot be read: {error}"),
            "restore it with `git checkout ui`",
        )
    })?;
    // A copy of the lock file stands in for "installed from this"; npm removes it with the packages.
    let installed_from = front_end.join("node_modules/.installed-from.json");
    if is_same(&installed_from, &lock) {
        println!("  Front-end packages: all there");
        return Ok(());
    }
    println!("  Missing: the front end's packages, as ui/package-lock.json names them");
    programs::run(programs::npm(repository).args(["ci", "--include=dev", "--no-audit", "--no-fund"]))
        .map_err(|failure| {
            failure.mended_by("check the network and that package.json and package-lock.json agree")
        })?;
    fs::write(&installed_from, lock).map_err(|error| {
        Failure::new(format!("ui/node_modules cannot be written: {error}"), "check the disk and its rights")
    })
}

fn is_same(path: &Path, content: &[u8]) -> bool {
    fs::read(path).is_ok_and(|found| found == content)
}
