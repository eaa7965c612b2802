//! Crates depend on each other one way, as the picture in docs/architecture.md says.

use super::Finding;
use super::workspace::Workspace;

/// What each crate's own code may use of the others. Crates for tests only may use all.
const ALLOWED: &[(&str, &[&str])] = &[
    ("milepost-plan", &[]),
    ("milepost-store", &["milepost-plan"]),
    ("milepost-session", &["milepost-plan", "milepost-store"]),
    ("milepost-layout", &["milepost-plan"]),
    ("milepost-render", &["milepost-plan", "milepost-layout"]),
    ("milepost-exchange", &["milepost-plan"]),
    ("milepost-samples", &["milepost-plan"]),
    (
        "milepost-api",
        &[
            "milepost-plan",
            "milepost-store",
            "milepost-session",
            "milepost-layout",
            "milepost-render",
            "milepost-exchange",
            "milepost-samples",
        ],
    ),
    ("milepost-cli", &["milepost-api"]),
    ("milepost", &["milepost-api"]),
    ("xtask", &[]),
];

const FOR_TESTS: &[&str] = &["milepost-testkit", "milepost-tests", "milepost-benches"];

pub fn crates_depend_one_way(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in &workspace.members {
        let allowed = ALLOWED.iter().find(|(name, _)| *name == member.name).map(|(_, allowed)| *allowed);
        if allowed.is_none() && !FOR_TESTS.contains(&member.name.as_str()) {
            let says = format!(
                "{} has no place in the table of directions (xtask/src/tidy/direction.rs)",
                member.name
            );
            findings.push(Finding::in_file(&member.manifest(), says));
        }
        let Some(allowed) = allowed else { continue };
        let used = member.dependencies.iter().filter(|dependency| dependency.own && !dependency.for_tests);
        findings.extend(used.filter(|dependency| !allowed.contains(&dependency.name.as_str())).map(
            |dependency| {
                Finding::in_file(
                    &member.manifest(),
                    format!("{} must not depend on {}", member.name, dependency.name),
                )
            },
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_of_the_architecture_is_free() {
        let workspace = Workspace::made_of(&[
            ("milepost-plan", "crates/plan", &["chrono", "test:milepost-testkit"]),
            ("milepost-cli", "crates/cli", &["milepost-api"]),
            ("milepost-tests", "tests", &["milepost-store"]),
        ]);
        assert_eq!(crates_depend_one_way(&workspace), []);
    }

    #[test]
    fn the_other_way_is_not() {
        let workspace = Workspace::made_of(&[("milepost-plan", "crates/plan", &["milepost-store"])]);
        let finding =
            Finding::in_file("crates/plan/Cargo.toml", "milepost-plan must not depend on milepost-store");
        assert_eq!(crates_depend_one_way(&workspace), [finding]);
    }

    #[test]
    fn a_new_crate_must_be_given_a_place() {
        let workspace = Workspace::made_of(&[("milepost-news", "crates/news", &[])]);
        assert_eq!(crates_depend_one_way(&workspace).len(), 1);
    }
}
