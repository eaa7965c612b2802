//! Files of the user's other than plans: read whole, written whole or not at all.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use milepost_plan::Cancel;
use milepost_store::{Beside, StoreError};

use crate::error::{ApiError, ErrorCode};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 100 * 1024 * 1024;

/// Reads a file of a size that a person would hand over.
pub(crate) fn read(path: &Path, cancel: Cancel<'_>) -> Result<Vec<u8>, ApiError> {
    let failed = |error: std::io::Error| {
        file_error("read", "Nothing was imported.", path, &StoreError::of_io(path, &error))
    };
    let size = fs::metadata(path).map_err(failed)?.len();
    if size > LARGEST {
        return Err(too_large(path, &format!("{} MB", size / (1024 * 1024))));
    }
    let mut file = fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    loop {
        cancel.check()?;
        if Read::by_ref(&mut file).take(PART as u64).read_to_end(&mut bytes).map_err(failed)? == 0 {
            return Ok(bytes);
        }
        // Pipes and devices do not tell their size, and a file may grow while it is read.
        if bytes.len() as u64 > LARGEST {
            return Err(too_large(path, "more than 100 MB"));
        }
    }
}

fn too_large(path: &Path, size: &str) -> ApiError {
    let message = format!("“{}” has {size}; files of up to 100 MB can be read.", path.display());
    ApiError::new(ErrorCode::File, message, "Split it and import the parts one after the other.")
}

/// How much is read or written before it is looked whether the file is still wanted, in bytes.
const PART: usize = 1024 * 1024;

/// Writes a file beside its place and moves it there, so that whatever keeps it from being written whole leaves the old
/// one, and nothing else. A link stays one, who may read the file stays as well, and a file that is read-only stays itself.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], cancel: Cancel<'_>) -> Result<(), ApiError> {
    let failed = |error: StoreError| file_error("written", "Nothing was replaced.", path, &error);
    let of_io = |error: std::io::Error| failed(StoreError::of_io(path, &error));
    let beside = Beside::of(path).map_err(failed)?;
    let mut file = fs::OpenOptions::new().write(true).open(beside.path()).map_err(of_io)?;
    for part in bytes.chunks(PART) {
        cancel.check()?;
        file.write_all(part).map_err(of_io)?;
    }
    file.sync_all().map_err(of_io)?;
    cancel.check()?;
    // Windows moves no file that is open.
    drop(file);
    beside.replace().map_err(failed)?;
    Ok(())
}

/// `kept` says what has not happened, where nothing better can be advised.
fn file_error(verb: &str, kept: &str, path: &Path, error: &StoreError) -> ApiError {
    let (why, hint) = match error {
        StoreError::NotFound { .. } => {
            ("there is no such file or folder".to_owned(), "Check the name, or choose another file.")
        }
        StoreError::NoPermission { .. } => {
            ("you may not".to_owned(), "Choose another folder, or ask for permission.")
        }
        StoreError::ReadOnly { .. } => (
            "it is read-only".to_owned(),
            "Choose another name, or let the file be changed. It was left as it is.",
        ),
        StoreError::DiskFull { .. } => {
            ("the disk is full".to_owned(), "Make room and try again. Nothing was replaced.")
        }
        StoreError::Io { detail, .. } => (detail.clone(), kept),
        other => (other.to_string(), kept),
    };
    ApiError::new(ErrorCode::File, format!("“{}” could not be {verb}: {why}.", path.display()), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_cannot_read_is_not_told_of_what_was_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let error = read(folder.path(), Cancel::NEVER).unwrap_err();
        assert!(error.message.contains("could not be read"), "{}", error.message);
        assert!(!error.hint.contains("replaced"), "{}", error.hint);
    }

    #[cfg(unix)]
    #[test]
    fn what_does_not_tell_its_size_is_read_as_far_as_any_file() {
        let error = read(Path::new("/dev/zero"), Cancel::NEVER).unwrap_err();
        assert_eq!(error.message, "“/dev/zero” has more than 100 MB; files of up to 100 MB can be read.");
    }

    #[test]
    fn a_file_that_is_read_only_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sent.pdf");
        fs::write(&path, b"old").unwrap();
        let mut protected = fs::metadata(&path).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(&path, protected).unwrap();
        let error = write_whole(&path, b"new", Cancel::NEVER).unwrap_err();
        assert!(error.message.ends_with("could not be written: it is read-only."), "{}", error.message);
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_is_as_private_as_it_was_and_a_link_to_it_stays_a_link() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let [path, link, new] = ["plan.pdf", "link.pdf", "new.pdf"].map(|name| folder.path().join(name));
        fs::write(&path, b"old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        symlink(&path, &link).unwrap();
        write_whole(&link, b"new", Cancel::NEVER).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        // What is new has what this user gives to any new file.
        fs::write(folder.path().join("other"), b"").unwrap();
        write_whole(&new, b"new", Cancel::NEVER).unwrap();
        assert_eq!(mode(&new), mode(&folder.path().join("other")));
    }

    #[test]
    fn a_failed_write_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.pdf");
        write_whole(&path, b"old", Cancel::NEVER).unwrap();
        let gone = folder.path().join("gone/plan.pdf");
        let error = write_whole(&gone, b"new", Cancel::NEVER).unwrap_err();
        assert!(error.message.contains("could not be written"), "{}", error.message);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write_whole(&path, b"new", Cancel::NEVER).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }
}
