//! Plans on disk, made and read by `milepost-cli`, so that what the window says is compared with what was kept.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use milepost_plan::Plan;
use tempfile::TempDir;

/// A plan in a folder of its own.
pub struct PlanFile {
    folder: TempDir,
    name: String,
}

/// A work item as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub theme: String,
    pub first: String,
    pub last: String,
}

impl PlanFile {
    /// The sample plan.
    pub fn sample() -> Self {
        Self::made("plan.milepost", &["--sample"])
    }

    /// A plan without anything in it.
    pub fn empty(name: &str) -> Self {
        Self::made(name, &[])
    }

    fn made(name: &str, options: &[&str]) -> Self {
        let plan = Self { folder: tempfile::tempdir().unwrap(), name: name.to_owned() };
        plan.cli(&[&["new", name], options].concat());
        plan
    }

    pub fn path(&self) -> PathBuf {
        self.beside(&self.name)
    }

    /// A file in the plan's folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// An item as the file has it now, by its title.
    pub fn item(&self, title: &str) -> Item {
        self.cli(&["export", &self.name, "now.csv", "--no-bom"]);
        let mut table = csv::Reader::from_path(self.beside("now.csv")).unwrap();
        let rows = table.deserialize::<HashMap<String, String>>().map(Result::unwrap);
        let row = rows.into_iter().find(|row| row["Title"] == title).expect("the item is in the plan");
        let cell = |name: &str| row[name].clone();
        Item { theme: cell("Theme"), first: cell("First day"), last: cell("Last day") }
    }

    /// The plan as the file has it now.
    pub fn kept(&self) -> Plan {
        milepost_store::PlanFile::open(&self.path()).expect("the file can be read").plan
    }

    /// Counts the plan's changes.
    pub fn revision(&self) -> u64 {
        let info: serde_json::Value =
            serde_json::from_str(&self.cli(&["info", &self.name, "--json"])).unwrap();
        info["revision"].as_u64().unwrap()
    }

    /// Fails if anything is wrong with the file.
    pub fn check(&self) {
        self.cli(&["check", &self.name]);
    }

    fn cli(&self, arguments: &[&str]) -> String {
        let output =
            Command::new(program("MILEPOST_CLI")).args(arguments).current_dir(self.folder.path()).output();
        let output = output.expect("milepost-cli starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "milepost-cli {arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// One of the programs under test.
pub fn program(variable: &str) -> PathBuf {
    let named =
        std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} is set by `cargo xtask e2e`"));
    assert!(Path::new(&named).is_file(), "{variable} names a program");
    named.into()
}
