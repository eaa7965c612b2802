//! The code map in docs/architecture.md names what is there, and every crate is on it.
//!
//! The map is the first fenced block: one place per line, indented by what holds it, then words about it. In these
//! words, what ends in `/` or like a source file is a place too, inside the line's folder or beside it.

use super::Finding;
use super::tree::Tree;
use super::workspace::Workspace;

const DOCUMENT: &str = "docs/architecture.md";

/// Endings by which a word of the map is known to be a file.
const FILES: &[&str] =
    &[".rs", ".ts", ".toml", ".json", ".md", ".html", ".css", ".svelte", ".sql", ".taurignore", ".yml"];

/// Built, not written: on the map, and not in the tree.
const BUILT: &[&str] = &["ui/dist/", "target/"];

pub fn the_map_names_what_is_there(tree: &Tree, workspace: &Workspace) -> Vec<Finding> {
    let Some(document) = tree.text(DOCUMENT) else {
        return vec![Finding::in_file(DOCUMENT, "is missing; it holds the code map")];
    };
    let places = places(document);
    if places.is_empty() {
        return vec![Finding::in_file(DOCUMENT, "has no fenced block with the code map")];
    }
    let astray = places.iter().filter(|place| !place.candidates.iter().any(|path| exists(tree, path)));
    let astray = astray.map(|place| {
        Finding::at(DOCUMENT, place.line, format!("{} is on the map and not there", place.name))
    });
    let folders =
        workspace.members.iter().map(|member| member.folder.as_str()).filter(|folder| !folder.is_empty());
    let unmapped = folders
        .filter(|folder| !places.iter().any(|place| place.may_mean(folder)))
        .map(|folder| Finding::in_file(DOCUMENT, format!("{folder}/ is not on the map")));
    astray.chain(unmapped).collect()
}

/// A place that the map names, with the paths that it may mean.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    line: usize,
    /// As the map writes it.
    name: String,
    candidates: Vec<String>,
}

impl Place {
    fn may_mean(&self, folder: &str) -> bool {
        self.candidates.iter().any(|path| path.trim_end_matches('/') == folder)
    }
}

fn places(document: &str) -> Vec<Place> {
    let mut places = Vec::new();
    // The folders that hold the current line, with their indents.
    let mut holders: Vec<(usize, String)> = Vec::new();
    let map = document.lines().enumerate().skip_while(|(_, line)| !line.starts_with("```")).skip(1);
    for (index, line) in map.take_while(|(_, line)| !line.starts_with("```")) {
        let indent = line.len() - line.trim_start().len();
        let words = words(line);
        let deepest = holders.last().map_or(0, |(indent, _)| indent + 2);
        let begins_with_place = words.first().is_some_and(|word| is_place(word)) && indent <= deepest;
        if begins_with_place {
            holders.retain(|(above, _)| *above < indent);
        }
        for (position, word) in words.iter().enumerate().filter(|(_, word)| is_place(word)) {
            let is_first = position == 0 && begins_with_place;
            let candidates = candidates(&holders, word);
            if is_first && word.ends_with('/') {
                holders.push((indent, candidates[0].clone()));
            }
            places.push(Place { line: index + 1, name: word.clone(), candidates });
        }
    }
    places
}

/// The words of a line, with `a/{b, c}` spread out to `a/b` and `a/c`.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').unwrap_or((after, ""));
        let (before, stem) = before.rsplit_once(' ').unwrap_or(("", before));
        words.extend(plain_words(before));
        words.extend(plain_words(inside).map(|word| format!("{stem}{word}")));
        rest = after;
    }
    words.extend(plain_words(rest));
    words
}

fn plain_words(text: &str) -> impl Iterator<Item = String> {
    let separators = |letter: char| letter.is_whitespace() || ",;:()".contains(letter);
    text.split(separators)
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

fn is_place(word: &str) -> bool {
    !word.starts_with('/') && (word.ends_with('/') || FILES.iter().any(|ending| word.ends_with(ending)))
}

/// A word may mean a place inside the folder it stands under, or inside any folder around that.
fn candidates(holders: &[(usize, String)], word: &str) -> Vec<String> {
    let mut candidates: Vec<_> = holders.iter().rev().map(|(_, folder)| format!("{folder}{word}")).collect();
    candidates.push(word.to_owned());
    candidates
}

fn exists(tree: &Tree, path: &str) -> bool {
    if BUILT.contains(&path) {
        return true;
    }
    if let Some((before, after)) = path.split_once('*') {
        return tree.paths().any(|known| {
            known.len() >= before.len() + after.len() && known.starts_with(before) && known.ends_with(after)
        });
    }
    tree.paths().any(|known| known == path || (path.ends_with('/') && known.starts_with(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "# Architecture\n\
        ```\n\
        Cargo.toml       the workspace\n\
        deny.toml  icons/\n\
        crates/\n\
        \x20 plan/         pure: rules, see lib.rs\n\
        \x20 store/        the file: queries/*.sql,\n\
        \x20               in lib.rs\n\
        docs/{architecture.md, how-to/}\n\
        ```\n\
        later/ is not on the map\n";

    fn tree(without: &str) -> Tree {
        let paths = [
            "Cargo.toml",
            "deny.toml",
            "icons/icon.svg",
            "crates/plan/lib.rs",
            "crates/store/lib.rs",
            "crates/store/queries/item.sql",
            "docs/how-to/a.md",
        ];
        let mut files: Vec<_> =
            paths.iter().filter(|path| **path != without).map(|path| (*path, "")).collect();
        files.push((DOCUMENT, MAP));
        Tree::made_of(&files)
    }

    #[test]
    fn a_true_map_is_quiet() {
        let workspace = Workspace::made_of(&[("milepost-plan", "crates/plan", &[]), ("milepost", "", &[])]);
        assert_eq!(the_map_names_what_is_there(&tree(""), &workspace), []);
    }

    #[test]
    fn what_is_gone_is_found_wherever_it_is_named() {
        for (gone, line) in
            [("icons/icon.svg", 4), ("crates/store/queries/item.sql", 7), ("docs/how-to/a.md", 9)]
        {
            let findings = the_map_names_what_is_there(&tree(gone), &Workspace::default());
            assert_eq!(findings.iter().map(|finding| finding.line).collect::<Vec<_>>(), [line], "{gone}");
        }
    }

    #[test]
    fn a_crate_that_is_not_on_the_map_is_found() {
        let workspace = Workspace::made_of(&[("milepost-news", "crates/news", &[])]);
        let finding = Finding::in_file(DOCUMENT, "crates/news/ is not on the map");
        assert_eq!(the_map_names_what_is_there(&tree(""), &workspace), [finding]);
    }

    #[test]
    fn a_missing_document_is_a_finding() {
        assert_eq!(the_map_names_what_is_there(&Tree::made_of(&[]), &Workspace::default()).len(), 1);
    }
}
