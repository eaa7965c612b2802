//! The crates of the workspace and what they depend on, as Cargo sees them.

use serde_json::Value;

use crate::repository::Repository;

#[derive(Debug, Default)]
pub struct Workspace {
    pub members: Vec<Member>,
}

#[derive(Debug)]
pub struct Member {
    pub name: String,
    /// From the root, with `/`; empty for the package at the root.
    pub folder: String,
    pub dependencies: Vec<Dependency>,
}

#[derive(Debug)]
pub struct Dependency {
    pub name: String,
    /// Wanted by tests only.
    pub for_tests: bool,
    /// A crate of this workspace.
    pub own: bool,
}

impl Workspace {
    pub fn of_repository(repository: &Repository) -> Self {
        Self::of_metadata(repository.metadata())
    }

    fn of_metadata(metadata: &Value) -> Self {
        let root = metadata["workspace_root"].as_str().unwrap_or_default();
        Self {
            members: list(&metadata["packages"]).map(|package| Member::of_metadata(package, root)).collect(),
        }
    }

    #[cfg(test)]
    pub fn made_of(members: &[(&str, &str, &[&str])]) -> Self {
        let dependency = |name: &&str| Dependency {
            name: name.trim_start_matches("test:").to_owned(),
            for_tests: name.starts_with("test:"),
            own: name.contains("milepost"),
        };
        let member = |(name, folder, dependencies): &(&str, &str, &[&str])| Member {
            name: (*name).to_owned(),
            folder: (*folder).to_owned(),
            dependencies: dependencies.iter().map(dependency).collect(),
        };
        Self { members: members.iter().map(member).collect() }
    }
}

impl Member {
    fn of_metadata(package: &Value, root: &str) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let manifest = text(&package["manifest_path"]).replace('\\', "/");
        let folder = manifest.trim_start_matches(&root.replace('\\', "/")).trim_end_matches("Cargo.toml");
        let dependency = |value: &Value| Dependency {
            name: text(&value["name"]),
            for_tests: value["kind"] == "dev",
            own: value["path"].is_string(),
        };
        Self {
            name: text(&package["name"]),
            folder: folder.trim_matches('/').to_owned(),
            dependencies: list(&package["dependencies"]).map(dependency).collect(),
        }
    }

    /// The manifest's path from the root.
    pub fn manifest(&self) -> String {
        if self.folder.is_empty() { "Cargo.toml".to_owned() } else { format!("{}/Cargo.toml", self.folder) }
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_read_from_what_cargo_says() {
        let metadata = serde_json::json!({
            "workspace_root": "/home/me/milepost",
            "packages": [
                { "name": "milepost", "manifest_path": "/home/me/milepost/Cargo.toml", "dependencies": [] },
                { "name": "milepost-plan", "manifest_path": "/home/me/milepost/crates/plan/Cargo.toml",
                  "dependencies": [ { "name": "chrono", "kind": null }, { "name": "proptest", "kind": "dev" } ] },
            ],
        });
        let workspace = Workspace::of_metadata(&metadata);
        assert_eq!(workspace.members[0].manifest(), "Cargo.toml");
        let plan = &workspace.members[1];
        assert_eq!(plan.manifest(), "crates/plan/Cargo.toml");
        assert!(!plan.dependencies[0].for_tests);
        assert!(plan.dependencies[1].for_tests);
    }
}
