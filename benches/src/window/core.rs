//! The core as a process of its own behind the bridge, so that its memory can be told from the browser's.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use milepost_testkit::bridge::SERVING;
use tempfile::TempDir;

use super::process::Process;
use crate::Fault;

/// A running core with one plan; it ends with this value.
pub struct Core {
    child: Child,
    page: String,
    /// Where it keeps its plan, since it is ended without a chance to tidy up.
    _folder: TempDir,
}

impl Core {
    /// Starts one and waits until its plan is made.
    pub fn start(pages: &Path, features: usize) -> Result<Self, Fault> {
        println!("  Making the plan …");
        let folder = tempfile::tempdir()?;
        let mut child = Command::new(std::env::current_exe()?)
            .args(["serve", "--port", "0", "--sizes", &features.to_string(), "--pages"])
            .arg(pages)
            .env("TMPDIR", folder.path())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take();
        let mut core = Self { child, page: String::new(), _folder: folder };
        for line in output.into_iter().flat_map(|output| BufReader::new(output).lines()) {
            if let Some(address) = line?.strip_prefix(SERVING) {
                core.page = address.to_owned();
                return Ok(core);
            }
        }
        Err("the core ended before it served".into())
    }

    /// Where the page for measurements is.
    pub fn page(&self) -> &str {
        &self.page
    }

    pub fn process(&self) -> Process {
        Process(self.child.id())
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        // Both fail only when it is gone already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
