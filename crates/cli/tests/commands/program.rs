//! Runs the program in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder in which the program is called.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A desk with `plan.milepost`, the sample plan.
    pub fn with_sample() -> Self {
        let desk = Self::new();
        desk.done(&["new", "plan.milepost", "--sample"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// Calls the program and answers what it prints; it must have done what it was asked.
    pub fn done(&self, arguments: &[&str]) -> String {
        let answer = self.call(arguments);
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.errors);
        assert_eq!(answer.errors, "", "{arguments:?} has nothing to complain of");
        answer.output
    }

    /// Calls the program and answers what it prints on standard error; it must have ended with `code`.
    pub fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let answer = self.call(arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {}{}", answer.output, answer.errors);
        answer.errors
    }

    pub fn call(&self, arguments: &[&str]) -> Answer {
        let program = env!("CARGO_BIN_EXE_milepost-cli");
        let output = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env("MILEPOST_TODAY", "2026-11-23")
            .output()
            .unwrap();
        Answer::from(output)
    }
}

/// What the program answered.
pub struct Answer {
    pub code: i32,
    pub output: String,
    pub errors: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            output: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A sample that the repository keeps.
pub fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/files/samples").join(name);
    path.to_str().unwrap().to_owned()
}

/// The plan file that a released version has written.
pub fn plan_of_version(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/files/v{version}.milepost"))
}
