//! Every library is accounted for in docs/dependencies.md, and nothing stands there that is not used.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Finding;
use super::tree::Tree;
use super::workspace::Workspace;

const ACCOUNT: &str = "docs/dependencies.md";
const FRONT_END: &str = "ui/package.json";

pub fn each_is_accounted_for(tree: &Tree, workspace: &Workspace) -> Vec<Finding> {
    let used = used(tree, workspace);
    let accounted = accounted(tree.text(ACCOUNT).unwrap_or_default());
    let missing =
        used.iter().filter(|(name, _)| !accounted.contains_key(name.as_str())).map(|(name, manifest)| {
            Finding::in_file(
                manifest,
                format!("{name} has no line in {ACCOUNT}: what for, licence, why not our own"),
            )
        });
    let stale = accounted
        .iter()
        .filter(|(name, _)| !used.iter().any(|(used, _)| used == *name))
        .map(|(name, line)| Finding::at(ACCOUNT, *line, format!("{name} is not used by any manifest")));
    missing.chain(stale).collect()
}

/// Names of libraries with one of the manifests that ask for them.
fn used(tree: &Tree, workspace: &Workspace) -> BTreeSet<(String, String)> {
    let mut used = BTreeMap::new();
    for member in &workspace.members {
        for dependency in member.dependencies.iter().filter(|dependency| !dependency.own) {
            used.entry(dependency.name.clone()).or_insert_with(|| member.manifest());
        }
    }
    let package: Value =
        tree.text(FRONT_END).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    for list in ["dependencies", "devDependencies"] {
        for name in package[list].as_object().into_iter().flat_map(|names| names.keys()) {
            used.entry(name.clone()).or_insert_with(|| FRONT_END.to_owned());
        }
    }
    used.into_iter().collect()
}

/// Names in the first column of the document's tables, in backticks, with the number of their line.
fn accounted(document: &str) -> BTreeMap<&str, usize> {
    document
        .lines()
        .enumerate()
        .filter_map(|(index, line)| {
            let name = line.strip_prefix("| `")?.split_once('`')?.0;
            Some((name, index + 1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(account: &str) -> Tree {
        Tree::made_of(&[(ACCOUNT, account), (FRONT_END, r#"{ "devDependencies": { "vite": "8" } }"#)])
    }

    fn workspace() -> Workspace {
        Workspace::made_of(&[("milepost-plan", "crates/plan", &["chrono", "milepost-testkit"])])
    }

    #[test]
    fn libraries_of_both_sides_need_a_line() {
        let accounted = tree("| name | what for |\n| `chrono` | days |\n| `vite` | builds |\n");
        assert_eq!(each_is_accounted_for(&accounted, &workspace()), []);
        let paths: Vec<_> =
            each_is_accounted_for(&tree(""), &workspace()).into_iter().map(|f| f.path).collect();
        assert_eq!(paths, ["crates/plan/Cargo.toml", FRONT_END]);
    }

    #[test]
    fn a_line_without_a_library_is_stale() {
        let stale = tree("| `chrono` | days |\n| `vite` | builds |\n| `leftpad` | pads |\n");
        let finding = Finding::at(ACCOUNT, 3, "leftpad is not used by any manifest");
        assert_eq!(each_is_accounted_for(&stale, &workspace()), [finding]);
    }
}
