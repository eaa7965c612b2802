//! Runs other programs: says what it runs, lets them print, and turns a bad end into a failure.
//!
//! Standard input is closed to all of them, so that none can wait for an answer nobody gives.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::repository::Repository;
use crate::stage::{Failure, Outcome};

/// The cargo that runs this program, in the repository's root.
pub fn cargo(repository: &Repository) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(repository.root());
    command
}

/// npm in the front end's folder.
pub fn npm(repository: &Repository) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(repository.front_end());
    command
}

/// git in the repository's root.
pub fn git(repository: &Repository) -> Command {
    let mut command = Command::new("git");
    command.current_dir(repository.root());
    command
}

/// Runs a command whose output goes straight to the terminal.
///
/// # Errors
/// When the program cannot be started or ends with anything but success.
pub fn run(command: &mut Command) -> Outcome {
    announce(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(command, &error))?;
    ended(command, status)
}

/// Runs a command as `run` does, and keeps what it prints on standard output too.
///
/// The text is returned whatever the end, since runners of tests count in it when they fail.
pub fn run_listening(command: &mut Command) -> (String, Outcome) {
    announce(command);
    let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return (String::new(), Err(not_started(command, &error))),
    };
    let mut heard = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            heard.push_str(&line);
            heard.push('\n');
        }
    }
    let outcome = child.wait().map_err(|error| not_started(command, &error));
    (heard, outcome.and_then(|status| ended(command, status)))
}

/// What a command prints on standard output, without showing it.
///
/// # Errors
/// When the program cannot be started or ends with anything but success.
pub fn text_of(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    ended(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command ends well; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where a program stands in PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
        .find(|candidate| candidate.is_file())
}

fn announce(command: &Command) {
    println!("  $ {}", written(command));
}

/// A command as it would be typed.
fn written(command: &Command) -> String {
    let cargo = std::env::var_os("CARGO");
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let arguments =
        command.get_args().map(|word| if Some(word) == cargo.as_deref() { "cargo".as_ref() } else { word });
    std::iter::once(program).chain(arguments).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn ended(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(
        format!("`{}` ended with {status}", written(command)),
        "what it printed above says more",
    ))
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(
        format!("`{}` could not be started: {error}", written(command)),
        format!("install {program} or add it to PATH"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["fmt", "--all"]);
        assert_eq!(written(&command), "cargo fmt --all");
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failure_with_its_name() {
        let failure = run(&mut Command::new("no-such-program")).expect_err("it does not exist");
        assert!(failure.to_string().contains("install no-such-program"), "{failure}");
    }

    #[test]
    fn programs_are_found_in_the_path_only() {
        assert!(find("cargo").is_some());
        assert!(find("no-such-program").is_none());
    }
}
