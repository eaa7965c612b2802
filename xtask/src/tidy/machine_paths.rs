//! Nothing in the repository knows the machine it was written on.

use super::Finding;
use super::tree::{Source, Tree};

/// Folders that exist on some machines only, or belong to somebody.
const FOLDERS: &[&str] = &["/work/", "/root/", "/tmp/", "/home/", "/Users/"];

pub fn no_path_of_one_machine(tree: &Tree) -> Vec<Finding> {
    let sources = tree.sources_in("", &[""]).filter(|source| !may_hold_any_path(source.path));
    let named = |source: Source<'_>| {
        let lines = source.lines().filter_map(|(line, text)| Some((line, folder_in(text)?)));
        let finding = |(line, folder)| {
            Finding::at(source.path, line, format!("names {folder}, a folder of one machine"))
        };
        lines.map(finding).collect::<Vec<_>>()
    };
    sources.flat_map(named).collect()
}

/// Tests make up paths that must not exist.
fn may_hold_any_path(path: &str) -> bool {
    path.starts_with("tests/")
        || path.contains("/tests/")
        || path.contains(".test.")
        || path.ends_with("tests.rs")
}

/// The first such folder at the beginning of a path; `a/work/b` and `framework/` hold none.
fn folder_in(line: &str) -> Option<&'static str> {
    FOLDERS.iter().copied().find(|folder| {
        line.match_indices(folder).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            !before.is_some_and(|letter| letter.is_alphanumeric() || "._-~}/*".contains(letter))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_paths_are_found() {
        let tree =
            Tree::made_of(&[("docs/a.md", "Open it.\nSee `/home/me/plan`."), ("tests/a.rs", "\"/tmp/x\"")]);
        let finding = Finding::at("docs/a.md", 2, "names /home/, a folder of one machine");
        assert_eq!(no_path_of_one_machine(&tree), [finding]);
    }

    #[test]
    fn folders_by_these_names_elsewhere_are_fine() {
        assert_eq!(folder_in("src/work/items and the framework/ too"), None);
        assert_eq!(folder_in("https://example.org/home/"), None);
        assert_eq!(folder_in("\"/tmp/x\""), Some("/tmp/"));
    }
}
