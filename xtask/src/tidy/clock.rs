//! `plan` and `layout` are functions of what they are given: no clock, no chance, no files, no environment.

use super::Finding;
use super::tree::Tree;

const PURE: &[&str] = &["crates/plan/src/", "crates/layout/src/"];

const FORBIDDEN: &[(&str, &str)] = &[
    ("Utc::now", "today's date is an argument"),
    ("Local::now", "today's date is an argument"),
    ("SystemTime::now", "today's date is an argument"),
    ("Instant::now", "measuring is for benches"),
    ("Uuid::now_v7", "new ids are arguments"),
    ("Uuid::new_v4", "new ids are arguments"),
    ("std::fs", "files are for the store and the shell"),
    ("std::env", "the environment is for the shell"),
    ("std::net", "nothing here knows a network"),
    ("static mut ", "no state outlives a call"),
];

pub fn pure_crates_reach_for_nothing(tree: &Tree) -> Vec<Finding> {
    let sources = PURE.iter().flat_map(|folder| tree.sources_in(folder, &[".rs"]));
    let mut findings = Vec::new();
    for source in sources {
        for (line, code) in source.code() {
            let broken = FORBIDDEN.iter().filter(|(name, _)| code.contains(name));
            findings
                .extend(broken.map(|(name, why)| Finding::at(source.path, line, format!("{name}: {why}"))));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_in_the_plan_is_found_and_one_in_the_shell_is_not() {
        let code = "let today = chrono::Local::now();";
        let tree = Tree::made_of(&[("crates/plan/src/day.rs", code), ("src-tauri/clock.rs", code)]);
        let finding = Finding::at("crates/plan/src/day.rs", 1, "Local::now: today's date is an argument");
        assert_eq!(pure_crates_reach_for_nothing(&tree), [finding]);
    }

    #[test]
    fn unit_tests_may_read_files() {
        let code = "fn a() {}\n#[cfg(test)]\nmod tests { use std::fs; }";
        assert_eq!(pure_crates_reach_for_nothing(&Tree::made_of(&[("crates/layout/src/a.rs", code)])), []);
    }
}
