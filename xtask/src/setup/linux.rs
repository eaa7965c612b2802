//! Installs what a Linux machine lacks, by the package manager it has.

use std::io::IsTerminal;
use std::process::Command;

use super::Purpose;
use super::needs::{NEEDS, Need};
use crate::programs;
use crate::stage::{Failure, Outcome};

/// A package manager that this program can speak to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manager {
    Apt,
    Dnf,
    Pacman,
}

pub fn install_what_is_missing(purpose: Purpose) -> Outcome {
    let missing = lacking(purpose);
    if missing.is_empty() {
        println!("  System packages: all there");
        return Ok(());
    }
    for need in &missing {
        println!("  Missing: {}", need.what);
    }
    let Some(manager) = Manager::of_this_machine() else {
        return Err(Failure::new(
            "this machine has none of apt-get, dnf and pacman, so the packages above are not installed",
            "install them by hand, then run this again",
        ));
    };
    install(manager, &missing)?;
    let still: Vec<_> = lacking(purpose).iter().map(|need| need.what).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("the packages are installed, and yet these are missing: {}", still.join(", ")),
        "check PATH and PKG_CONFIG_PATH",
    ))
}

fn lacking(purpose: Purpose) -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| need.serves(purpose) && !need.is_met()).collect()
}

fn install(manager: Manager, missing: &[&Need]) -> Outcome {
    let prefix = privileges();
    let by_hand = |failure: Failure| {
        let all: Vec<_> = missing.iter().map(|need| manager.package(need, |_| true)).collect();
        failure.mended_by(format!("as root: {} {}", manager.install_words().join(" "), all.join(" ")))
    };
    if manager == Manager::Apt {
        run_as_root(&prefix, &["apt-get", "update", "--quiet"]).map_err(by_hand)?;
    }
    let packages = missing.iter().map(|need| manager.package(need, apt_has));
    let words: Vec<&str> = manager.install_words().iter().copied().chain(packages).collect();
    run_as_root(&prefix, &words).map_err(by_hand)
}

fn run_as_root(prefix: &[&str], words: &[&str]) -> Outcome {
    let mut all = prefix.iter().chain(words);
    let mut command = Command::new(all.next().copied().unwrap_or_default());
    programs::run(command.args(all).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// What stands before a command that only root may run.
///
/// Without a terminal sudo must not ask for a password, or the run would wait for ever.
fn privileges() -> Vec<&'static str> {
    let is_root = programs::text_of(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    match (is_root, std::io::stdin().is_terminal()) {
        (true, _) => vec![],
        (false, true) => vec!["sudo", "--preserve-env=DEBIAN_FRONTEND"],
        (false, false) => vec!["sudo", "--non-interactive", "--preserve-env=DEBIAN_FRONTEND"],
    }
}

fn apt_has(package: &str) -> bool {
    programs::text_of(Command::new("apt-cache").args(["madison", package]))
        .is_ok_and(|text| !text.trim().is_empty())
}

impl Manager {
    fn of_this_machine() -> Option<Self> {
        let known = [("apt-get", Self::Apt), ("dnf", Self::Dnf), ("pacman", Self::Pacman)];
        known.into_iter().find(|(program, _)| programs::find(program).is_some()).map(|(_, manager)| manager)
    }

    fn install_words(self) -> &'static [&'static str] {
        match self {
            Self::Apt => {
                &["apt-get", "install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
            }
            Self::Dnf => &["dnf", "install", "--assumeyes"],
            Self::Pacman => &["pacman", "-Sy", "--needed", "--noconfirm"],
        }
    }

    /// The package that meets a need; `has` tells whether a package exists where names differ by release.
    fn package(self, need: &Need, has: impl Fn(&str) -> bool) -> &'static str {
        match self {
            Self::Dnf => need.dnf,
            Self::Pacman => need.pacman,
            Self::Apt => match need.apt {
                [only] => only,
                several => {
                    several.iter().find(|name| has(name)).or(several.first()).copied().unwrap_or_default()
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn driver() -> &'static Need {
        NEEDS.iter().find(|need| need.apt.len() > 1).expect("one need has two names")
    }

    #[test]
    fn a_package_goes_by_the_name_of_its_release() {
        assert_eq!(Manager::Apt.package(driver(), |_| true), "webkit2gtk-driver");
        assert_eq!(
            Manager::Apt.package(driver(), |name| name == "webkitgtk-webdriver"),
            "webkitgtk-webdriver"
        );
        assert_eq!(Manager::Apt.package(driver(), |_| false), "webkit2gtk-driver");
    }

    #[test]
    fn every_manager_knows_every_need_and_asks_nothing() {
        for need in NEEDS {
            for manager in [Manager::Apt, Manager::Dnf, Manager::Pacman] {
                assert!(!manager.package(need, |_| true).is_empty(), "{}", need.what);
            }
        }
        assert!(Manager::Apt.install_words().contains(&"--yes"));
        assert!(Manager::Dnf.install_words().contains(&"--assumeyes"));
        assert!(Manager::Pacman.install_words().contains(&"--noconfirm"));
    }
}
