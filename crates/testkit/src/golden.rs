//! Golden files: what a test expects, kept in `tests/golden/` where it can be read and reviewed.
//!
//! `cargo xtask golden` runs the tests with `MILEPOST_ACCEPT=1`, which takes over what they found.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::diff::diff;

/// Stops the test unless the golden file holds exactly these bytes.
///
/// `path` is relative to `tests/golden/` and written with `/`. Text is shown as a diff; of other files the place
/// of the first difference is told and the new bytes are kept to be looked at.
#[track_caller]
pub fn assert(path: &str, actual: impl AsRef<[u8]>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let accept = std::env::var_os("MILEPOST_ACCEPT").is_some_and(|value| value == "1");
    if let Err(message) = settle(&root, path, actual.as_ref(), accept) {
        panic!("{message}");
    }
}

fn settle(root: &Path, path: &str, actual: &[u8], accept: bool) -> Result<(), String> {
    let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    assert!(inside && !path.is_empty(), "“{path}” leads out of tests/golden");
    let file = root.join(path);
    let expected = fs::read(&file).ok();
    if expected.as_deref() == Some(actual) {
        return Ok(());
    }
    if accept {
        return write(&file, actual).map_err(|error| format!("tests/golden/{path}: {error}"));
    }
    let difference = match &expected {
        None => "There is no such file yet.\n".to_owned(),
        Some(expected) => match (str::from_utf8(expected), str::from_utf8(actual)) {
            (Ok(expected), Ok(actual)) => diff(expected, actual),
            _ => binary_difference(path, expected, actual),
        },
    };
    Err(format!(
        "tests/golden/{path} is not what the test found:\n\n{difference}\n\
         If the new content is right, take it over with: cargo xtask golden"
    ))
}

fn binary_difference(path: &str, expected: &[u8], actual: &[u8]) -> String {
    let same = expected.iter().zip(actual).take_while(|(left, right)| left == right).count();
    let kept = kept_at(path);
    let place = match write(&kept, actual) {
        Ok(()) => format!("The new content is in {}.", kept.display()),
        Err(error) => format!("The new content could not be kept: {error}."),
    };
    format!(
        "{} bytes expected, {} found, the same up to byte {same}. {place}\n",
        expected.len(),
        actual.len()
    )
}

fn kept_at(path: &str) -> PathBuf {
    std::env::temp_dir().join("milepost-golden").join(path)
}

fn write(file: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_holds_the_same_passes_and_one_that_differs_shows_where() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("scene.txt"), "one\ntwo\n").unwrap();
        assert_eq!(settle(root.path(), "scene.txt", b"one\ntwo\n", false), Ok(()));
        let message = settle(root.path(), "scene.txt", b"one\n2\n", false).unwrap_err();
        assert!(message.contains("- two\n+ 2\n"), "{message}");
        assert!(message.contains("cargo xtask golden"), "{message}");
    }

    #[test]
    fn a_missing_file_fails_until_it_is_accepted() {
        let root = tempfile::tempdir().unwrap();
        let missing = settle(root.path(), "scenes/new.txt", b"new", false).unwrap_err();
        assert!(missing.contains("no such file yet"), "{missing}");
        assert_eq!(settle(root.path(), "scenes/new.txt", b"new", true), Ok(()));
        assert_eq!(fs::read(root.path().join("scenes/new.txt")).unwrap(), b"new");
        assert_eq!(settle(root.path(), "scenes/new.txt", b"new", false), Ok(()));
    }

    #[test]
    fn bytes_that_are_no_text_are_told_by_place_and_kept() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("testkit.png"), [0x89, 0xff, 1]).unwrap();
        let message = settle(root.path(), "testkit.png", &[0x89, 0xff, 2, 3], false).unwrap_err();
        assert!(message.contains("3 bytes expected, 4 found, the same up to byte 2"), "{message}");
        assert_eq!(fs::read(kept_at("testkit.png")).unwrap(), [0x89, 0xff, 2, 3]);
    }

    #[test]
    #[should_panic(expected = "leads out of tests/golden")]
    fn a_path_that_leads_out_is_refused() {
        let _ = settle(Path::new("."), "../secret", b"", true);
    }
}
