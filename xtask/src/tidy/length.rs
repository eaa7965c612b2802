//! A source over 400 lines says near its top why it is one thing.

use super::Finding;
use super::tree::Tree;

const LONGEST: usize = 400;

/// What the line with the reason begins with, in a comment within the first lines.
const REASON: &str = "Reason for length:";
const NEAR_THE_TOP: usize = 15;

const SOURCES: &[&str] = &[".rs", ".ts", ".js", ".svelte", ".css", ".sql", ".sh"];

pub fn long_files_have_a_reason(tree: &Tree) -> Vec<Finding> {
    let written_by_hand =
        tree.sources_in("", SOURCES).filter(|source| !source.path.starts_with("ui/src/bindings/"));
    written_by_hand
        .filter(|source| source.text.lines().count() > LONGEST)
        .filter(|source| !source.text.lines().take(NEAR_THE_TOP).any(|line| line.contains(REASON)))
        .map(|source| {
            let lines = source.text.lines().count();
            Finding::in_file(
                source.path,
                format!("{lines} lines; divide it, or say near the top \"{REASON} …\" in a comment"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_needs_a_reason() {
        let long = "line\n".repeat(LONGEST + 1);
        let reasoned = format!("// {REASON} one table.\n{long}");
        let too_late = format!("{long}// {REASON} one table.\n");
        let just_right = "line\n".repeat(LONGEST);
        let tree = Tree::made_of(&[
            ("a/long.rs", &long),
            ("a/reasoned.rs", &reasoned),
            ("a/too_late.ts", &too_late),
            ("a/just_right.rs", &just_right),
            ("a/words.md", &long),
            ("ui/src/bindings/plan.ts", &long),
        ]);
        let paths: Vec<_> = long_files_have_a_reason(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["a/long.rs", "a/too_late.ts"]);
    }
}
