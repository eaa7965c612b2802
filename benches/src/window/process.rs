//! What Linux tells of a process: its children, its memory, its time on the CPU.

use std::fs;

use crate::Fault;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Process(pub u32);

impl Process {
    /// Memory that is in use for it, in MB. What it shares with other processes counts in full.
    pub fn resident(self) -> Result<f64, Fault> {
        self.megabytes("status", "VmRSS:")
    }

    /// The same with what it shares divided among those that share it.
    pub fn proportional(self) -> Result<f64, Fault> {
        self.megabytes("smaps_rollup", "Pss:")
    }

    /// Memory that nobody else has and no file holds, in MB: without the web view's libraries, which are most of the rest.
    pub fn own(self) -> Result<f64, Fault> {
        self.megabytes("status", "RssAnon:")
    }

    /// Milliseconds that its threads have spent on the CPU.
    pub fn cpu_time(self) -> Result<f64, Fault> {
        /// Linux counts in hundredths of a second, whatever the kernel's own tick is.
        const TICK: f64 = 10.0;
        let stat = self.file("stat")?;
        // The name before the bracket may hold blanks. User and system time are fields 14 and 15 of the whole.
        let (_, fields) = stat.rsplit_once(')').ok_or("stat names no process")?;
        let ticks: Result<Vec<f64>, _> = fields.split_whitespace().skip(11).take(2).map(str::parse).collect();
        Ok(ticks?.iter().sum::<f64>() * TICK)
    }

    pub fn name(self) -> Result<String, Fault> {
        Ok(self.file("comm")?.trim().to_owned())
    }

    /// Everything that it has started, and what these have started.
    pub fn descendants(self) -> Vec<Self> {
        let mut found = Vec::new();
        let mut ask = vec![self];
        while let Some(process) = ask.pop() {
            let children = process.children();
            found.extend(&children);
            ask.extend(children);
        }
        found
    }

    /// Any of its threads may have started one. Processes end while they are looked at, which is no fault.
    fn children(self) -> Vec<Self> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.0)).into_iter().flatten().flatten();
        let listed = threads.flat_map(|thread| fs::read_to_string(thread.path().join("children")));
        listed
            .flat_map(|ids| ids.split_whitespace().flat_map(str::parse).map(Self).collect::<Vec<_>>())
            .collect()
    }

    fn megabytes(self, file: &str, key: &str) -> Result<f64, Fault> {
        let text = self.file(file)?;
        let value =
            text.lines().find_map(|line| line.strip_prefix(key)).ok_or_else(|| format!("no {key}"))?;
        let kilobytes: f64 = value.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1024.0)
    }

    fn file(self, name: &str) -> Result<String, Fault> {
        Ok(fs::read_to_string(format!("/proc/{}/{name}", self.0))?)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn linux_tells_of_this_process_and_of_its_children() -> Result<(), Fault> {
        let own = Process(std::process::id());
        // It lives until its input is closed.
        let mut child = Command::new("cat").stdin(Stdio::piped()).spawn()?;
        assert!(own.descendants().contains(&Process(child.id())));
        drop(child.stdin.take());
        child.wait()?;
        assert!(own.resident()? >= own.proportional()? && own.resident()? >= own.own()?);
        assert!(own.cpu_time()? >= 0.0 && !own.name()?.is_empty());
        Ok(())
    }
}
