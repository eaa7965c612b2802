//! Poppler's tools, which read what was written without sharing a line of code with it.

#![allow(dead_code, reason = "each test binary uses some of it")]
#![allow(clippy::unwrap_used, reason = "part of the tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A PDF on disk until dropped.
pub struct Document {
    folder: TempDir,
    path: PathBuf,
}

impl Document {
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document.pdf");
        std::fs::write(&path, bytes).unwrap();
        Self { folder, path }
    }

    /// What `pdfinfo` says of a field.
    pub fn info(&self, field: &str) -> String {
        let all = run("pdfinfo", &["-isodates", "-box"], &self.path, None);
        let line = all.lines().find_map(|line| line.strip_prefix(&format!("{field}:")));
        line.unwrap_or_else(|| panic!("no {field} in:\n{all}")).trim().to_owned()
    }

    /// The text, page by page.
    pub fn text(&self) -> String {
        run("pdftotext", &["-layout", "-enc", "UTF-8"], &self.path, Some(Path::new("-")))
    }

    /// The lines of `pdffonts`, without its head.
    pub fn fonts(&self) -> Vec<String> {
        run("pdffonts", &[], &self.path, None).lines().skip(2).map(str::to_owned).collect()
    }

    /// The first page as a PNG.
    pub fn raster(&self, pixels_per_inch: u32) -> Vec<u8> {
        let picture = self.folder.path().join("page");
        let resolution = pixels_per_inch.to_string();
        run("pdftoppm", &["-png", "-singlefile", "-r", &resolution], &self.path, Some(&picture));
        std::fs::read(picture.with_extension("png")).unwrap()
    }
}

/// Runs a tool, which must succeed and say nothing against the document.
fn run(tool: &str, options: &[&str], input: &Path, output: Option<&Path>) -> String {
    let ran = Command::new(tool).args(options).arg(input).args(output).output().unwrap_or_else(|error| {
        panic!("these tests need {tool} of Poppler (Debian: poppler-utils): {error}")
    });
    let complaints = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && complaints.is_empty(), "{tool}: {complaints}");
    String::from_utf8(ran.stdout).unwrap()
}
