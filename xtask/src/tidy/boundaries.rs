//! What only one place may know: SQL, Tauri and printpdf.

use super::Finding;
use super::tree::{Source, Tree};
use super::workspace::{Dependency, Workspace};

/// The only module that may speak of printpdf: a file or a folder.
const PDF_MODULE: &str = "crates/render/src/pdf";

/// The only file of the front end that may import Tauri.
const TAURI_PORT: &str = "ui/src/ports/tauri-backend.ts";

/// Libraries that belong to one crate, by how their names begin. Suites over several crates may use them to look
/// at what was written.
const HOMES: &[(&str, &str)] =
    &[("rusqlite", "milepost-store"), ("tauri", "milepost"), ("printpdf", "milepost-render")];

const SUITES: &[&str] = &["milepost-tests", "milepost-testkit"];

pub fn libraries_stay_in_their_crates(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in workspace.members.iter().filter(|member| !SUITES.contains(&member.name.as_str())) {
        let strays = |dependency: &Dependency| {
            let home = HOMES.iter().find(|(prefix, _)| dependency.name.starts_with(prefix))?;
            (home.1 != member.name).then(|| format!("only {} may depend on {}", home.1, dependency.name))
        };
        let says = member.dependencies.iter().filter_map(strays);
        findings.extend(says.map(|says| Finding::in_file(&member.manifest(), says)));
    }
    findings
}

pub fn printpdf_stays_in_its_module(tree: &Tree) -> Vec<Finding> {
    let outside = tree.sources_in("", &[".rs"]).filter(|source| !source.path.starts_with(PDF_MODULE));
    lines_with(outside, |line| line.contains("printpdf::"), "only render's pdf module may know printpdf")
}

pub fn tauri_is_imported_by_one_port(tree: &Tree) -> Vec<Finding> {
    let outside = tree.sources_in("ui/src/", &[".ts", ".svelte"]).filter(|source| source.path != TAURI_PORT);
    lines_with(
        outside,
        |line| line.contains("@tauri-apps/"),
        "only ui/src/ports/tauri-backend.ts may import Tauri",
    )
}

pub fn sql_stays_in_the_store(tree: &Tree) -> Vec<Finding> {
    let rust =
        tree.sources_in("crates/", &[".rs"]).filter(|source| !source.path.starts_with("crates/store/"));
    let shell = tree.sources_in("src-tauri/", &[".rs"]);
    let page = tree.sources_in("ui/src/", &[".ts", ".svelte"]);
    lines_with(rust.chain(shell).chain(page), has_sql, "only the store may know SQL")
}

/// Whether a line holds the beginning of an SQL statement in a string.
fn has_sql(line: &str) -> bool {
    let beginnings =
        ["SELECT ", "INSERT INTO ", "INSERT OR ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "];
    let quotes = ['"', '\'', '`'];
    beginnings
        .iter()
        .any(|beginning| line.match_indices(beginning).any(|(at, _)| line[..at].trim_end().ends_with(quotes)))
}

fn lines_with<'a>(
    sources: impl Iterator<Item = Source<'a>>,
    breaks: impl Fn(&str) -> bool,
    says: &str,
) -> Vec<Finding> {
    let broken = |source: Source<'a>| {
        source.code().filter(|(_, line)| breaks(line)).map(move |(n, _)| (source.path, n))
    };
    sources.flat_map(broken).map(|(path, line)| Finding::at(path, line, says)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_has_one_home() {
        let workspace = Workspace::made_of(&[
            ("milepost-store", "crates/store", &["rusqlite"]),
            ("milepost-api", "crates/api", &["rusqlite", "tauri-plugin-dialog"]),
            ("milepost", "", &["tauri", "tauri-build"]),
            ("milepost-tests", "tests", &["rusqlite"]),
        ]);
        let says: Vec<_> =
            libraries_stay_in_their_crates(&workspace).into_iter().map(|finding| finding.says).collect();
        assert_eq!(
            says,
            ["only milepost-store may depend on rusqlite", "only milepost may depend on tauri-plugin-dialog"]
        );
    }

    #[test]
    fn printpdf_has_one_module() {
        let tree = Tree::made_of(&[
            ("crates/render/src/pdf/fonts.rs", "use printpdf::ParsedFont;"),
            ("crates/render/src/svg.rs", "// not printpdf::Op\nuse printpdf::Op;"),
        ]);
        let finding =
            Finding::at("crates/render/src/svg.rs", 2, "only render's pdf module may know printpdf");
        assert_eq!(printpdf_stays_in_its_module(&tree), [finding]);
    }

    #[test]
    fn tauri_has_one_port() {
        let import = "import { invoke } from '@tauri-apps/api/core'";
        let tree = Tree::made_of(&[(TAURI_PORT, import), ("ui/src/screens/roadmap.svelte", import)]);
        assert_eq!(tauri_is_imported_by_one_port(&tree).len(), 1);
    }

    #[test]
    fn sql_has_one_crate() {
        let query = "let rows = run(\"SELECT id FROM item\");";
        let tree = Tree::made_of(&[
            ("crates/store/src/item.rs", query),
            ("crates/api/src/info.rs", query),
            ("crates/api/src/words.rs", "let label = \"Update the title\"; // SELECT nothing"),
        ]);
        let finding = Finding::at("crates/api/src/info.rs", 1, "only the store may know SQL");
        assert_eq!(sql_stays_in_the_store(&tree), [finding]);
    }
}
