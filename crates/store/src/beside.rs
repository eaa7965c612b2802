//! A file written beside the place it is meant for, and moved there when it is whole.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::StoreError;

/// An empty file beside its target; it goes when it is dropped before it has been put in its place.
///
/// Whatever is written for the user comes to its place in this way, plans as well as what is exported of them.
#[derive(Debug)]
pub struct Beside {
    temporary: TempPath,
    target: PathBuf,
}

impl Beside {
    /// Makes the file. If there is a target already, it gets the same permissions; a link to one stays a link.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] if there is a target that is read-only, since it is meant to stay; and if the folder
    /// takes no file.
    pub fn of(target: &Path) -> Result<Self, StoreError> {
        let target = resolved(target)?;
        let old = fs::metadata(&target).ok().filter(fs::Metadata::is_file);
        if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
            return Err(StoreError::ReadOnly { path: target });
        }
        let folder = target.parent().unwrap_or(&target);
        let mut builder = tempfile::Builder::new();
        // Not longer than names that people give, since a longer one may be more than the system takes.
        builder.prefix(".milepost-").suffix(".new");
        #[cfg(unix)]
        {
            // As for any document: what the user's mask leaves of it, not the private mode of a temporary file.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let of_io = |error| StoreError::of_io(folder, &error);
        let file = builder.tempfile_in(folder).map_err(of_io)?;
        if let Some(old) = old {
            file.as_file().set_permissions(old.permissions()).map_err(of_io)?;
        }
        Ok(Self { temporary: file.into_temp_path(), target })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        &self.temporary
    }

    /// The place that the file is meant for.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Moves the file to its target, where there must be none.
    pub(crate) fn put(self) -> Result<PathBuf, StoreError> {
        let Self { temporary, target } = self;
        temporary.persist_noclobber(&target).map_err(|failed| StoreError::of_io(&target, &failed.error))?;
        sync_folder(&target)?;
        Ok(target)
    }

    /// Moves the file to the first of the names that is free.
    pub(crate) fn put_as(self, name: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
        let mut temporary = self.temporary;
        for attempt in 1.. {
            let target = name(attempt);
            match temporary.persist_noclobber(&target) {
                Ok(()) => {
                    sync_folder(&target)?;
                    return Ok(target);
                }
                Err(failed) if failed.error.kind() == std::io::ErrorKind::AlreadyExists => {
                    temporary = failed.path;
                }
                Err(failed) => return Err(StoreError::of_io(&target, &failed.error)),
            }
        }
        Err(StoreError::AlreadyExists { path: self.target })
    }

    /// Moves the file to its target in one step, over whatever is there; answers where that is. What is in the file should
    /// have reached the disk.
    ///
    /// # Errors
    /// If the system does not let it; what was there before is as it was then.
    pub fn replace(self) -> Result<PathBuf, StoreError> {
        let Self { temporary, target } = self;
        temporary.persist(&target).map_err(|failed| StoreError::of_io(&target, &failed.error))?;
        sync_folder(&target)?;
        Ok(target)
    }
}

/// The absolute path that `path` stands for, with a symbolic link followed, so that the link is not replaced.
pub(crate) fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    if path.is_symlink() { fs::canonicalize(path) } else { std::path::absolute(path) }
        .map_err(|error| StoreError::of_io(path, &error))
}

/// Makes a move last through a power cut. Only Unix has folders that can be told to.
fn sync_folder(moved: &Path) -> Result<(), StoreError> {
    match moved.parent() {
        Some(folder) if cfg!(unix) => fs::File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| StoreError::of_io(folder, &error)),
        _ => Ok(()),
    }
}
