//! The browser bridge: Milepost's handlers over HTTP, so that its page runs in an ordinary browser.
//!
//! Serves a folder of built pages, the calls that the page makes (`POST /api/METHOD`, the same [`dispatch`] as in the
//! app), and generated plans (`POST /generated-plan`, `POST /waiting-features`), which the app has no way to ask for. For
//! tests and measurements only: it answers on this machine's own address, and no page of another origin.
//!
//! [`dispatch`]: milepost_api::dispatch

mod calls;
mod http;
mod pages;

use std::io::{self, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use milepost_samples::PlanSize;

use self::calls::Plans;
use self::http::{Request, Response};
use self::pages::Pages;

/// What a program that serves prints right before its address, so that whoever started it finds it.
pub const SERVING: &str = "Serving at ";

/// A bridge that is bound to its port and waits to be crossed.
pub struct Bridge {
    listener: TcpListener,
    answering: Answering,
}

/// What every connection shares.
struct Answering {
    /// What a page may call this place; another name is a page from elsewhere that had itself led here.
    hosts: [String; 2],
    pages: Pages,
    plans: Plans,
}

impl Bridge {
    /// Binds to a port of 127.0.0.1 (0 takes a free one), to serve the pages in a folder.
    ///
    /// # Errors
    /// When the port is taken or the folder is not there.
    pub fn bind(port: u16, folder: &Path) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        let answering = Answering { hosts, pages: Pages::in_folder(folder)?, plans: Plans::new()? };
        Ok(Self { listener, answering })
    }

    /// Makes a generated plan up before somebody asks for it, so that its making is not measured with its showing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn prepare(&self, size: impl Into<PlanSize>) -> Result<(), String> {
        self.answering.plans.prepare(size.into()).map(drop).map_err(|error| error.message)
    }

    /// Where it is bound.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until the process ends, each connection in a thread of its own.
    pub fn serve(self) {
        let answering = Arc::new(self.answering);
        for stream in self.listener.incoming().flatten() {
            let answering = Arc::clone(&answering);
            // A connection that breaks concerns only whoever was at its other end.
            thread::spawn(move || answering.converse(&stream));
        }
    }
}

impl Answering {
    /// Answers request after request until the other end hangs up.
    fn converse(&self, stream: &TcpStream) -> io::Result<()> {
        // Without it the system waits for more to send, which costs more than any call.
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        while let Some(request) = Request::read(&mut reader)? {
            self.answer(&request).write(stream)?;
        }
        Ok(())
    }

    fn answer(&self, request: &Request) -> Response {
        if !self.is_own_page(request) {
            return Response::text(403, "Only pages of this bridge may cross it.");
        }
        match (request.method.as_str(), request.path.strip_prefix("/api/")) {
            ("POST", Some(method)) => self.plans.call(method, &request.body),
            ("POST", None) if request.path == "/generated-plan" => self.plans.show(&request.body),
            ("POST", None) if request.path == "/waiting-features" => self.plans.let_wait(&request.body),
            ("GET", None) => self.pages.page(&request.path),
            _ => Response::text(405, "Pages are fetched by GET, calls are made by POST."),
        }
    }

    fn is_own_page(&self, request: &Request) -> bool {
        let is_own = |host: &str| self.hosts.iter().any(|own| own == host);
        let from = request.origin.as_deref().map(|origin| origin.strip_prefix("http://").unwrap_or_default());
        request.host.as_deref().is_some_and(is_own) && from.is_none_or(is_own)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use tempfile::TempDir;

    use super::*;

    struct Running {
        address: SocketAddr,
        _folder: TempDir,
    }

    fn running() -> Running {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "page").unwrap();
        let bridge = Bridge::bind(0, folder.path()).unwrap();
        let address = bridge.address().unwrap();
        thread::spawn(|| bridge.serve());
        Running { address, _folder: folder }
    }

    impl Running {
        fn ask(&self, method: &str, path: &str, origin: &str, body: &str) -> (u16, String) {
            let host = self.address;
            let length = body.len();
            let head = format!(
                "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{origin}Content-Length: {length}\r\n\r\n"
            );
            let mut stream = TcpStream::connect(self.address).unwrap();
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
            stream.shutdown(std::net::Shutdown::Write).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            (head[9..12].parse().unwrap(), body.to_owned())
        }
    }

    #[test]
    fn calls_go_to_the_plan_that_was_shown_last_as_it_was_made() {
        let bridge = running();
        assert_eq!(bridge.ask("POST", "/api/plan_state", "", "null"), (200, "null".to_owned()));
        let (status, made) = bridge.ask("POST", "/generated-plan", "", r#"{"features": 3}"#);
        assert_eq!(status, 200, "{made}");
        let theme = r#"{"id": "00000000-0000-7000-8000-000000000001", "name": "News", "hue": null}"#;
        let add = format!(r#"{{"operation": {{"operation": "add_theme", "theme": {theme}}}}}"#);
        let (status, added) = bridge.ask("POST", "/api/apply", "", &add);
        assert_eq!(status, 200, "{added}");
        bridge.ask("POST", "/generated-plan", "", r#"{"features": 2}"#);
        let (_, two) = bridge.ask("POST", "/api/plan_state", "", "null");
        assert!(two.contains("2-features.milepost"), "{two}");
        bridge.ask("POST", "/generated-plan", "", r#"{"features": 3}"#);
        let (_, again) = bridge.ask("POST", "/api/plan_state", "", "null");
        assert!(again.contains("3-features.milepost") && again.contains(r#""undo":null"#), "{again}");
    }

    #[test]
    fn a_generated_plan_has_the_feedback_that_is_asked_for() {
        let bridge = running();
        let wish = r#"{"features": 2, "customers": 1, "needs": 1, "feedback": 1}"#;
        let (status, made) = bridge.ask("POST", "/generated-plan", "", wish);
        assert_eq!(status, 200, "{made}");
        assert!(made.contains("1-remarks-2-features.milepost"), "{made}");
        bridge.ask("POST", "/generated-plan", "", r#"{"features": 2}"#);
        let (_, other) = bridge.ask("POST", "/api/plan_state", "", "null");
        assert!(other.contains("0-remarks-2-features.milepost"), "{other}");
    }

    #[test]
    fn features_wait_until_the_plan_is_shown_again() {
        let bridge = running();
        bridge.ask("POST", "/generated-plan", "", r#"{"features": 1}"#);
        let (status, refused) = bridge.ask("POST", "/waiting-features", "", r#"{"features": 1}"#);
        assert_eq!((status, refused.contains(r#""code":"input""#)), (400, true), "{refused}");
        let item = milepost_samples::generated_plan(1, 1).items().iter().next().unwrap().id;
        let wish = format!(r#"{{"features": 1, "item": "{item}", "successors": 3}}"#);
        let (status, state) = bridge.ask("POST", "/waiting-features", "", &wish);
        assert_eq!(status, 200, "{state}");
        assert!(state.contains(r#""pushes_successors":true"#), "{state}");
        let (_, again) = bridge.ask("POST", "/generated-plan", "", r#"{"features": 1}"#);
        assert!(again.contains(r#""pushes_successors":false"#), "{again}");
    }

    #[test]
    fn refusals_arrive_as_the_page_reads_them() {
        let bridge = running();
        for (path, code) in
            [("/api/no_such_method", "defect"), ("/api/health", "no_plan"), ("/generated-plan", "input")]
        {
            let (status, answer) = bridge.ask("POST", path, "", "null");
            assert_eq!(status, 400);
            assert!(answer.contains(&format!(r#""code":"{code}""#)), "{answer}");
        }
    }

    #[test]
    fn pages_from_elsewhere_do_not_cross() {
        let bridge = running();
        let own = format!("Origin: http://{}\r\n", bridge.address);
        assert_eq!(bridge.ask("GET", "/", &own, ""), (200, "page".to_owned()));
        for origin in ["Origin: http://example.org\r\n", "Origin: null\r\n", "Host: example.org\r\n"] {
            assert_eq!(bridge.ask("GET", "/", origin, "").0, 403, "{origin}");
            assert_eq!(bridge.ask("POST", "/api/plan_state", origin, "null").0, 403, "{origin}");
        }
        assert_eq!(bridge.ask("PUT", "/index.html", "", "").0, 405);
    }
}
