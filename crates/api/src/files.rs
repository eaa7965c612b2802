//! Files of the user's other than plans: read whole, written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::error::{ApiError, ErrorCode};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 100 * 1024 * 1024;

/// Reads a file of a size that a person would hand over.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, ApiError> {
    let failed = |error: std::io::Error| file_error("read", path, &error);
    let size = fs::metadata(path).map_err(failed)?.len();
    if size > LARGEST {
        let megabytes = size / (1024 * 1024);
        let message = format!("“{}” has {megabytes} MB; files of up to 100 MB can be read.", path.display());
        return Err(ApiError::new(
            ErrorCode::File,
            message,
            "Split it and import the parts one after the other.",
        ));
    }
    fs::read(path).map_err(failed)
}

/// Writes a file under a temporary name beside it and renames it, so that a failure leaves the old one.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    let failed = |error: std::io::Error| file_error("written", path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".milepost-").tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    readable_by_others(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Temporary files are private; what a person exports is to be handed on.
#[cfg(unix)]
fn readable_by_others(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

fn file_error(verb: &str, path: &Path, error: &std::io::Error) -> ApiError {
    use std::io::ErrorKind;
    let (why, hint) = match error.kind() {
        ErrorKind::NotFound => {
            ("there is no such file or folder".to_owned(), "Check the name, or choose another file.")
        }
        ErrorKind::PermissionDenied => {
            ("you may not".to_owned(), "Choose another folder, or ask for permission.")
        }
        ErrorKind::StorageFull => {
            ("the disk is full".to_owned(), "Make room and try again. Nothing was replaced.")
        }
        _ => (error.to_string(), "Nothing was replaced."),
    };
    ApiError::new(ErrorCode::File, format!("“{}” could not be {verb}: {why}.", path.display()), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.pdf");
        write_whole(&path, b"old").unwrap();
        let gone = folder.path().join("gone/plan.pdf");
        let error = write_whole(&gone, b"new").unwrap_err();
        assert!(error.message.contains("could not be written"), "{}", error.message);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }
}
