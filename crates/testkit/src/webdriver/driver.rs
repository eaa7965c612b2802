//! The driver's process.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};

use serde_json::json;

use super::http::exchange;
use crate::wait;

/// A running WebKitWebDriver; it ends with this value.
pub struct Driver {
    process: Child,
    pub address: SocketAddr,
}

impl Driver {
    /// Starts one on a free port. The app that it starts gets the environment set by `prepare`.
    pub fn start(prepare: impl FnOnce(&mut Command)) -> Self {
        let address = free_address();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={}", address.port())).stdin(Stdio::null()).stdout(Stdio::null());
        prepare(&mut command);
        let process = command.spawn().expect("WebKitWebDriver starts (`cargo xtask e2e` installs it)");
        let driver = Self { process, address };
        wait::until("the driver listens", || exchange(address, "GET", "/status", &json!({})).ok());
        driver
    }

    /// Process ids of what the driver has started: the app.
    pub fn children(&self) -> Vec<u32> {
        let id = self.process.id();
        let listed = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        listed.split_whitespace().map(|id| id.parse().expect("a process id is a number")).collect()
    }

    /// Waits until the app has ended, so that the folders it writes to can be removed. A driver that is asked to
    /// end it does not wait for that. An app that stays is no reason to fail a test a second time.
    pub fn outlive_children(&self) {
        let _ = wait::seen(|| self.children().is_empty().then_some(()));
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when the driver is gone already, which is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("a bound socket has an address")
}
