//! A window under the driver.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::actions::{self, Key, PointerStep};
use super::driver::Driver;
use super::http::exchange;

/// What the driver calls an element's reference.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An app that was started by a driver, with its page. Both end with this value.
pub struct Session {
    driver: Driver,
    id: String,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub struct Element(String);

/// A command that the driver did not carry out.
#[derive(Debug)]
pub struct Refused {
    /// WebDriver's name of the error, such as “no such element”.
    pub error: String,
    /// What the driver says of it.
    pub message: String,
}

impl Session {
    /// Starts the app with arguments and the environment set by `prepare`.
    pub fn start(app: &Path, arguments: &[&str], prepare: impl FnOnce(&mut Command)) -> Self {
        let options = json!({"binary": app, "args": arguments});
        Self::with(&json!({"webkitgtk:browserOptions": options}), prepare)
    }

    /// Starts the web view's own bare browser, with the environment set by `prepare`.
    pub fn browser(prepare: impl FnOnce(&mut Command)) -> Self {
        Self::with(&json!({}), prepare)
    }

    fn with(capabilities: &Value, prepare: impl FnOnce(&mut Command)) -> Self {
        let driver = Driver::start(prepare);
        let wish = json!({"capabilities": {"alwaysMatch": capabilities}});
        let (status, answer) =
            exchange(driver.address, "POST", "/session", &wish).expect("the driver answers");
        assert_eq!(status, 200, "the app starts: {answer}");
        let id = answer["value"]["sessionId"].as_str().expect("a session has an id").to_owned();
        Self { driver, id }
    }

    /// Process ids of what the driver has started: the app.
    pub fn processes(&self) -> Vec<u32> {
        self.driver.children()
    }

    /// Goes to a page and waits until it is loaded.
    pub fn visit(&self, url: &str) {
        self.post("url", &json!({"url": url})).expect("the page is there");
    }

    /// Makes the window this large, as far as the display has room. Its frame and bars are part of it.
    pub fn resize(&self, width: u32, height: u32) {
        let wish = json!({"x": 0, "y": 0, "width": width, "height": height});
        self.post("window/rect", &wish).expect("the window can be resized");
    }

    /// The first element that a selector finds, if there is one.
    pub fn find(&self, css: &str) -> Option<Element> {
        match self.post("element", &json!({"using": "css selector", "value": css})) {
            Ok(found) => {
                Some(Element(found[ELEMENT].as_str().expect("an element has a reference").to_owned()))
            }
            // WebKit's driver finds an element first and makes its handle then: what the page takes away in
            // between is called stale, and is as little there as what was never found.
            Err(refused)
                if matches!(refused.error.as_str(), "no such element" | "stale element reference") =>
            {
                None
            }
            Err(refused) => panic!("{css}: {refused:?}"),
        }
    }

    /// Clicks at the middle of an element.
    pub fn click(&self, element: &Element) -> Result<(), Refused> {
        self.post(&format!("element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Empties a field and types into it.
    pub fn fill(&self, element: &Element, text: &str) -> Result<(), Refused> {
        self.post(&format!("element/{}/clear", element.0), &json!({}))?;
        self.post(&format!("element/{}/value", element.0), &json!({"text": text})).map(drop)
    }

    /// Runs the body of a function in the page and answers what it returns.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("execute/sync", &json!({"script": script, "args": arguments}))
            .unwrap_or_else(|refused| panic!("{script}: {refused:?}"))
    }

    /// Runs the body of a function in the page and waits for what it hands to its last argument, a function.
    pub fn execute_and_wait(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("execute/async", &json!({"script": script, "args": arguments}))
            .unwrap_or_else(|refused| panic!("{script}: {refused:?}"))
    }

    /// Moves, presses and releases the pointer.
    pub fn point(&self, steps: &[PointerStep]) {
        self.post("actions", &actions::pointer(steps)).expect("the pointer moves");
    }

    /// Turns the wheel over a point of the page, by so many pixels across and down.
    pub fn turn_wheel(&self, at: (f64, f64), by: (i32, i32)) {
        self.post("actions", &actions::wheel(at, by)).expect("the wheel turns");
    }

    /// Presses keys together and lets go of them.
    pub fn press(&self, keys: &[Key]) {
        self.post("actions", &actions::chord(keys)).expect("the keys are pressed");
    }

    /// What the page shows, as PNG in base64; none if the driver does not say so in time.
    pub fn screenshot(&self) -> Option<String> {
        // WebKit waits for the page to be painted, which one at rest never is.
        let repaint = "setTimeout(() => {
                           const { style } = document.documentElement;
                           style.outline = style.outline ? '' : '1px solid transparent';
                       }, 100);";
        self.post("execute/sync", &json!({"script": repaint, "args": []})).ok()?;
        let path = format!("/session/{}/screenshot", self.id);
        let (_, answer) = exchange(self.driver.address, "GET", &path, &json!({})).ok()?;
        Some(answer["value"].as_str()?.to_owned())
    }

    /// Ends the app at once, without a chance to tidy up.
    pub fn kill_app(&self) {
        let ids = self.processes();
        assert!(!ids.is_empty(), "the app runs");
        for id in ids {
            let killed = Command::new("kill").args(["-KILL", &id.to_string()]).status();
            assert!(killed.is_ok_and(|status| status.success()), "the app is killed");
        }
    }

    fn post(&self, command: &str, content: &Value) -> Result<Value, Refused> {
        let path = format!("/session/{}/{command}", self.id);
        let (status, mut answer) =
            exchange(self.driver.address, "POST", &path, content).expect("the driver answers");
        let value = answer["value"].take();
        if status == 200 {
            return Ok(value);
        }
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        Err(Refused { error: text("error"), message: text("message") })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The app may have been killed; then there is no session left to end.
        let _ = exchange(self.driver.address, "DELETE", &format!("/session/{}", self.id), &json!({}));
        self.driver.outlive_children();
    }
}
