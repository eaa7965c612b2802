//! The folder of built pages, and nothing outside of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::http::Response;

/// What can be fetched, by how its name ends.
const KINDS: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ttf", "font/ttf"),
    ("woff2", "font/woff2"),
];

pub(super) struct Pages {
    folder: PathBuf,
}

impl Pages {
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        Ok(Self { folder: folder.canonicalize()? })
    }

    /// The file at a path; what lies elsewhere is not there, whichever way it is named.
    pub(super) fn page(&self, path: &str) -> Response {
        let path = if path == "/" { "/index.html" } else { path };
        self.file(path).unwrap_or_else(|| Response::text(404, "There is no such page."))
    }

    fn file(&self, path: &str) -> Option<Response> {
        let (_, kind) =
            KINDS.iter().find(|(ending, _)| path.rsplit_once('.').is_some_and(|(_, end)| end == *ending))?;
        let inside = path.strip_prefix('/')?;
        // The whole way is followed, so that neither dots nor links lead out.
        let file = self.folder.join(inside).canonicalize().ok()?;
        if !file.starts_with(&self.folder) {
            return None;
        }
        Some(Response::new(kind, fs::read(file).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_inside_the_folder_are_served() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("pages");
        fs::create_dir_all(folder.join("assets")).unwrap();
        fs::write(above.path().join("secret.html"), "secret").unwrap();
        fs::write(folder.join("index.html"), "page").unwrap();
        fs::write(folder.join("notes.txt"), "notes").unwrap();
        fs::write(folder.join("assets/page.js"), "code").unwrap();
        let pages = Pages::in_folder(&folder).unwrap();

        assert_eq!(pages.page("/"), Response::new("text/html; charset=utf-8", b"page".to_vec()));
        assert_eq!(pages.page("/assets/page.js").status, 200);
        let outside = above.path().join("secret.html");
        for path in
            ["/../secret.html", "/assets/../../secret.html", "/gone.html", "/notes.txt", "/assets", "", "//"]
        {
            assert_eq!(pages.page(path).status, 404, "{path}");
        }
        assert_eq!(pages.page(&format!("/{}", outside.display())).status, 404);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("pages");
        fs::create_dir(&folder).unwrap();
        fs::write(above.path().join("secret.html"), "secret").unwrap();
        std::os::unix::fs::symlink(above.path().join("secret.html"), folder.join("link.html")).unwrap();
        assert_eq!(Pages::in_folder(&folder).unwrap().page("/link.html").status, 404);
    }
}
