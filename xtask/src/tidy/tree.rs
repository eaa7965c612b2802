//! The files of the repository, as text.

use std::collections::BTreeMap;

use crate::programs::{git, text_of};
use crate::repository::Repository;
use crate::stage::Outcome;

/// Paths from the root, with `/`, and what stands in them; nothing for files that are not text.
pub struct Tree {
    files: BTreeMap<String, Option<String>>,
}

/// A file whose text a rule reads.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub path: &'a str,
    pub text: &'a str,
}

impl Tree {
    /// The files that git tracks, and those it would add.
    ///
    /// # Errors
    /// When git cannot list them.
    pub fn of_repository(repository: &Repository) -> Outcome<Self> {
        let listed =
            text_of(git(repository).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
        let paths = listed.split('\0').filter(|path| !path.is_empty());
        // A file that is tracked and removed, but not yet committed so, is no longer part of the tree.
        let present =
            paths.filter_map(|path| Some((path, std::fs::read(repository.root().join(path)).ok()?)));
        Ok(Self {
            files: present.map(|(path, bytes)| (path.to_owned(), String::from_utf8(bytes).ok())).collect(),
        })
    }

    #[cfg(test)]
    pub fn made_of(files: &[(&str, &str)]) -> Self {
        Self {
            files: files.iter().map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned()))).collect(),
        }
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// Every text file.
    pub fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        self.files.iter().filter_map(|(path, text)| Some(Source { path, text: text.as_deref()? }))
    }

    /// Text files below a folder with one of these endings, without the rules themselves, which quote what they forbid.
    pub fn sources_in(&self, folder: &str, endings: &[&str]) -> impl Iterator<Item = Source<'_>> {
        self.sources().filter(move |source| {
            source.path.starts_with(folder)
                && !source.path.starts_with("xtask/src/tidy/")
                && endings.iter().any(|ending| source.path.ends_with(ending))
        })
    }
}

impl<'a> Source<'a> {
    /// Lines with their numbers from 1.
    pub fn lines(self) -> impl Iterator<Item = (usize, &'a str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Lines of code: no comments, and nothing from the unit tests at the end of a Rust file.
    pub fn code(self) -> impl Iterator<Item = (usize, &'a str)> {
        self.lines()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !["//", "*", "/*"].iter().any(|mark| line.trim_start().starts_with(mark)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_what_is_left_without_comments_and_unit_tests() {
        let text = "//! Title\nfn a() {}\n    // why\n#[cfg(test)]\nmod tests {}\n";
        let source = Source { path: "a.rs", text };
        assert_eq!(source.code().collect::<Vec<_>>(), [(2, "fn a() {}")]);
    }

    #[test]
    fn sources_are_picked_by_folder_and_ending() {
        let tree =
            Tree::made_of(&[("a/x.rs", ""), ("a/x.md", ""), ("b/x.rs", ""), ("xtask/src/tidy/x.rs", "")]);
        let picked = |folder| tree.sources_in(folder, &[".rs"]).map(|source| source.path).collect::<Vec<_>>();
        assert_eq!(picked("a/"), ["a/x.rs"]);
        assert_eq!(picked(""), ["a/x.rs", "b/x.rs"]);
    }
}
