//! The web view's own bare browser with the page for measurements in it.

use milepost_testkit::wait;
use milepost_testkit::webdriver::{PointerStep, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::process::Process;
use super::{Mode, PageSize};
use crate::Fault;

/// A browser on the page; it ends with this value.
pub struct Browser {
    session: Session,
    web: Process,
    /// What the web process used before anything of ours was loaded, in MB: all, and what was its own.
    empty: [f64; 2],
    /// What it keeps, so that it finds nothing of an earlier one.
    _folder: TempDir,
}

impl Browser {
    /// Starts one on the page for measurements and waits until `window.bench` is there.
    pub fn open(page: &str, mode: Mode, size: PageSize, scale: u32) -> Result<Self, Fault> {
        Self::showing(page, None, "!!window.bench", mode, size, scale)
    }

    /// Starts one on the app's own page with a generated plan, and waits until its roadmap is there.
    pub fn open_app(page: &str, plan: &Value, mode: Mode, size: PageSize) -> Result<Self, Fault> {
        Self::showing(page, Some(plan), "!!document.querySelector('[data-item]')", mode, size, 1)
    }

    fn showing(
        page: &str,
        plan: Option<&Value>,
        is_ready: &str,
        mode: Mode,
        size: PageSize,
        scale: u32,
    ) -> Result<Self, Fault> {
        println!("  Starting the browser …");
        let folder = tempfile::tempdir()?;
        let session = Session::browser(|command| {
            for kept in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"] {
                command.env(kept, folder.path());
            }
            command.env("GDK_SCALE", scale.to_string());
            match mode {
                Mode::Usual => command.env_remove("WEBKIT_DISABLE_COMPOSITING_MODE"),
                Mode::Uncomposited => command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
            };
        });
        session.visit("about:blank");
        // What answers is there with all that any page needs.
        session.execute("return document.readyState;", &[]);
        let blank = web_process(&session)?;
        let empty = [blank.resident()?, blank.own()?];
        session.visit(page);
        size_page(&session, size);
        if let Some(plan) = plan {
            let script = "const [plan, done] = arguments;
                          fetch('/generated-plan', { method: 'POST', body: JSON.stringify(plan) }).then(() => done());";
            session.execute_and_wait(script, &[json!(plan)]);
            session.visit(page);
        }
        wait::until("the page has loaded", || {
            session.execute(&format!("return {is_ready};"), &[]).as_bool()?.then_some(())
        });
        session.execute(include_str!("harness.js"), &[]);
        let web = web_process(&session)?;
        Ok(Self { session, web, empty, _folder: folder })
    }

    /// Calls a function of the harness and waits for its answer.
    pub fn ask(&self, function: &str, arguments: &[Value]) -> Result<Value, Fault> {
        let script = "const [name, given, done] = arguments;
                      harness[name](...given).then((value) => done({ value }), (fault) => done({ fault: String(fault) }));";
        let mut answer = self.session.execute_and_wait(script, &[json!(function), json!(arguments)]);
        match answer["fault"].as_str() {
            Some(fault) => Err(format!("{function}: {fault}").into()),
            None => Ok(answer["value"].take()),
        }
    }

    pub fn point(&self, steps: &[PointerStep]) {
        self.session.point(steps);
    }

    /// What the web process used before anything of ours was loaded, in MB: all, and what was its own.
    pub fn empty(&self) -> [f64; 2] {
        self.empty
    }

    /// The process that runs and paints the page.
    pub fn web(&self) -> Process {
        self.web
    }
}

/// The window is as much larger than the page as its bars need.
fn size_page(session: &Session, PageSize(width, height): PageSize) {
    let shown = || session.execute("return [innerWidth, innerHeight, outerWidth, outerHeight];", &[]);
    let before = shown();
    let side = |index: usize| u32::try_from(before[index].as_u64().unwrap_or_default()).unwrap_or_default();
    session.resize(width + side(2) - side(0), height + side(3) - side(1));
    wait::until("the page has its size", || {
        let now = shown();
        (now[0] == json!(width) && now[1] == json!(height)).then_some(())
    });
}

/// The largest, since the browser keeps a spare one.
fn web_process(session: &Session) -> Result<Process, Fault> {
    let processes = session.processes().into_iter().flat_map(|id| Process(id).descendants());
    processes
        .filter(|process| process.name().is_ok_and(|name| name.starts_with("WebKitWeb")))
        .max_by(|one, other| one.resident().unwrap_or(0.0).total_cmp(&other.resident().unwrap_or(0.0)))
        .ok_or_else(|| "the browser has no web process".into())
}
