//! Milepost's window in the words of somebody who uses it.

use std::fs;
use std::path::Path;
use std::process::Command;

use milepost_testkit::wait;
use milepost_testkit::webdriver::{Element, Key, PointerStep, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::plan_file::{PlanFile, program};

/// The day that is taken for today: that of the sample plan's story.
const TODAY: &str = "2026-11-23";

/// The running app. It ends with this value.
pub struct Window {
    session: Session,
    /// Settings of its own, so that no test sees another's, nor those of whoever runs them.
    _settings: TempDir,
}

/// A bar as it stands in the window, in its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// What a screen reader says.
    pub name: String,
}

impl Bar {
    pub fn middle(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

impl Window {
    /// Starts the app without a plan.
    pub fn empty() -> Self {
        Self::start(&[], |_| ())
    }

    /// Starts the app with a plan.
    pub fn open(plan: &PlanFile) -> Self {
        Self::start(&[plan.path().to_str().unwrap()], |_| ())
    }

    /// The same where assistive technology hears what the window itself says.
    pub fn open_heard(plan: &PlanFile) -> Self {
        // Set where nobody listens, since GTK waits for the bus of assistive technology otherwise.
        let hear = |command: &mut Command| _ = command.env_remove("NO_AT_BRIDGE");
        Self::start(&[plan.path().to_str().unwrap()], hear)
    }

    fn start(arguments: &[&str], prepare: impl FnOnce(&mut Command)) -> Self {
        let settings = tempfile::tempdir().unwrap();
        let folder = settings.path().to_owned();
        let session = Session::start(&program("MILEPOST_APP"), arguments, |command| {
            surround(command, &folder);
            prepare(command);
        });
        Self { session, _settings: settings }
    }

    /// Starts the app once more, as a double click on a plan does, and waits until that has ended.
    pub fn start_again(&self, plan: &Path) {
        let status = Command::new(program("MILEPOST_APP")).arg(plan).status().expect("the app starts");
        assert!(status.success(), "the second start hands over and ends well");
    }

    /// The name at the head of the window: that of the open plan.
    pub fn heading(&self) -> String {
        let heading = self.session.execute("return document.querySelector('h1')?.textContent;", &[]);
        heading.as_str().unwrap_or_default().to_owned()
    }

    /// An element, once it is there.
    #[track_caller]
    pub fn wait_for(&self, css: &str) -> Element {
        wait::until(&format!("{css} is in the window"), || self.session.find(css))
    }

    pub fn has(&self, css: &str) -> bool {
        self.session.find(css).is_some()
    }

    /// Clicks an element, once it is there and can be clicked.
    #[track_caller]
    pub fn click(&self, css: &str) {
        wait::until(&format!("{css} can be clicked"), || {
            let element = self.session.find(css)?;
            self.session.click(&element).ok()
        });
    }

    /// Does what a button of the toolbar does.
    #[track_caller]
    pub fn act(&self, action: &str) {
        self.click(&format!("[data-action={action}]:not(:disabled)"));
    }

    /// Writes into a field, once it is there.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) {
        wait::until(&format!("{css} can be written in"), || {
            let element = self.session.find(css)?;
            self.session.fill(&element, text).ok()
        });
    }

    pub fn press(&self, keys: &[Key]) {
        self.session.press(keys);
    }

    /// What a field of the inspector holds; none while it is not there.
    pub fn field(&self, name: &str) -> Option<String> {
        let script = "const field = document.querySelector(`[data-field=${arguments[0]}]`);
                      return field && ('value' in field ? field.value : field.textContent);";
        self.session.execute(script, &[json!(name)]).as_str().map(str::to_owned)
    }

    /// The bar of an item; none while it is not in sight.
    pub fn bar(&self, title: &str) -> Option<Bar> {
        let script = "const bar = [...document.querySelectorAll('[data-item]')]
                          .find((bar) => bar.getAttribute('aria-label').startsWith(arguments[0] + ', '));
                      if (!bar) return null;
                      const { x, y, width, height } = bar.getBoundingClientRect();
                      return { x, y, width, height, name: bar.getAttribute('aria-label') };";
        let found = self.session.execute(script, &[json!(title)]);
        let number = |key: &str| found[key].as_f64();
        Some(Bar {
            x: number("x")?,
            y: number("y")?,
            width: number("width")?,
            height: number("height")?,
            name: found["name"].as_str()?.to_owned(),
        })
    }

    /// The bar of an item, once it is in sight and stands still.
    #[track_caller]
    pub fn wait_for_bar(&self, title: &str) -> Bar {
        let mut last = None;
        wait::until(&format!("the bar of {title} stands still"), || {
            let before = last.take();
            last = self.bar(title);
            last.clone().filter(|_| last == before)
        })
    }

    /// The bar of an item, once a screen reader hears these words of it.
    #[track_caller]
    pub fn wait_for_bar_saying(&self, title: &str, words: &str) -> Bar {
        wait::until(&format!("the bar of {title} says {words}"), || {
            self.bar(title).filter(|bar| bar.name.contains(words))
        })
    }

    /// Clicks at a point of the window.
    pub fn click_at(&self, (x, y): (f64, f64)) {
        let there = PointerStep::Move { x: x.round(), y: y.round() };
        self.session.point(&[there, PointerStep::Press, PointerStep::Release]);
    }

    /// Asks for a menu at a point of the window.
    pub fn ask_for_menu_at(&self, (x, y): (f64, f64)) {
        let there = PointerStep::Move { x: x.round(), y: y.round() };
        self.session.point(&[there, PointerStep::PressForMenu, PointerStep::ReleaseForMenu]);
    }

    /// Drags by the pointer: press, a way in steps, release.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        self.hold_and_move(from, to);
        self.session.point(&[PointerStep::Release]);
    }

    /// The same without letting go.
    pub fn hold_and_move(&self, from: (f64, f64), to: (f64, f64)) {
        let press = [PointerStep::Move { x: from.0.round(), y: from.1.round() }, PointerStep::Press];
        let steps: Vec<PointerStep> = press.into_iter().chain(PointerStep::way(from, to)).collect();
        self.session.point(&steps);
    }

    pub fn release(&self) {
        self.session.point(&[PointerStep::Release]);
    }

    /// Turns the wheel over a point of the window, by so many pixels across and down.
    pub fn turn_wheel(&self, at: (f64, f64), by: (i32, i32)) {
        self.session.turn_wheel(at, by);
    }

    /// The revision that the page knows to be in the file.
    pub fn saved_revision(&self) -> Option<u64> {
        self.session.execute("return document.documentElement.dataset.saved;", &[]).as_str()?.parse().ok()
    }

    /// Does something that changes the plan and waits until the page knows it to be in the file.
    #[track_caller]
    pub fn saving<T>(&self, change: impl FnOnce() -> T) -> T {
        let before = wait::until("a plan is open", || self.saved_revision());
        let done = change();
        wait::until("the change is saved", || self.saved_revision().filter(|now| *now > before));
        done
    }

    /// Ends the app at once, as a power cut would.
    pub fn kill(&self) {
        self.session.kill_app();
    }

    /// Keeps a picture of the window as PNG.
    pub fn keep_picture(&self, path: &Path) {
        let picture = self.session.screenshot().expect("the window can be pictured");
        fs::write(path, from_base64(&picture)).unwrap();
    }

    pub fn execute(&self, script: &str) -> Value {
        self.session.execute(script, &[])
    }
}

impl Drop for Window {
    /// A failed test leaves a picture of what was to be seen.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        // Whoever panics here ends the test before the app is ended, which all others would meet then.
        let Some(picture) = self.session.screenshot() else { return };
        if fs::write(&path, from_base64(&picture)).is_ok() {
            println!("The window as it was: {}", path.display());
        }
    }
}

fn surround(command: &mut Command, settings: &Path) {
    command.env("TAURI_WEBVIEW_AUTOMATION", "true");
    command.env("MILEPOST_TODAY", TODAY).env("MILEPOST_SETTINGS_DIR", settings.join("settings"));
    // The web view keeps its own things, too.
    for kept in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        command.env(kept, settings.join(kept));
    }
    // Shaders are compiled by a process that may outlive the folder it would keep them in.
    command.env("MESA_SHADER_CACHE_DISABLE", "true");
}

/// Reads base64 as the driver writes it: without line breaks.
fn from_base64(text: &str) -> Vec<u8> {
    let sextet = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let letters: Vec<u8> = text.bytes().filter(|letter| *letter != b'=').map(sextet).collect();
    let mut bytes = Vec::with_capacity(letters.len() * 3 / 4);
    for group in letters.chunks(4) {
        let bits =
            group.iter().enumerate().fold(0, |bits, (place, six)| bits | u32::from(*six) << (18 - 6 * place));
        bytes.extend(&bits.to_be_bytes()[1..group.len()]);
    }
    bytes
}
