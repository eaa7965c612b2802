//! Looks for a Node that the front end's tools run on.

use std::process::Command;

use crate::programs;
use crate::stage::{Failure, Outcome};

/// The oldest Node that Vite 8 runs on, as its `engines` field says.
const OLDEST: (u32, u32) = (20, 19);

/// # Errors
/// When Node is missing or too old.
pub fn look_for_node() -> Outcome {
    let mend =
        "install Node 22 or newer from https://nodejs.org or your system's packages, then run this again";
    let said = programs::text_of(Command::new("node").arg("--version"))
        .map_err(|_| Failure::new("Node is not installed", mend))?;
    let (major, minor) = OLDEST;
    match version(&said) {
        Some(found) if found >= OLDEST => {
            println!("  Node {}: new enough", said.trim());
            Ok(())
        }
        _ => Err(Failure::new(
            format!("Node is {}, and {major}.{minor} or newer is needed", said.trim()),
            mend,
        )),
    }
}

/// Major and minor of what `node --version` prints.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert!(version("v22.1.0") > Some(OLDEST));
        assert!(version("v20.9.0") < Some(OLDEST));
        assert_eq!(version("command not found"), None);
    }
}
