//! What the window says to screen readers, heard as they hear it: from the bus of assistive technology.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;
use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Type;
use zbus::zvariant::{Structure, Value};
use zbus::{MatchRule, Message};

use crate::plan_file::PlanFile;
use crate::window::Window;

const TITLE: &str = "Scheduled report delivery";

/// Somebody who hears all announcements on the bus.
struct Listener {
    heard: Receiver<String>,
    /// Programs announce nothing once the last who asked for it has gone.
    _bus: Connection,
}

impl Listener {
    fn start() -> zbus::Result<Self> {
        let session = Connection::session()?;
        let answer = session.call_method(
            Some("org.a11y.Bus"),
            "/org/a11y/bus",
            Some("org.a11y.Bus"),
            "GetAddress",
            &(),
        )?;
        let address: String = answer.body().deserialize()?;
        let bus = connection::Builder::address(address.as_str())?.build()?;
        let announcements = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface("org.a11y.atspi.Event.Object")?
            .member("Announcement")?
            .build();
        let messages = MessageIterator::for_match_rule(announcements, &bus, None)?;
        let registry = "org.a11y.atspi.Registry";
        let path = "/org/a11y/atspi/registry";
        bus.call_method(Some(registry), path, Some(registry), "RegisterEvent", &("object:announcement",))?;
        let (tell, heard) = mpsc::channel();
        thread::spawn(move || {
            for message in messages.flatten() {
                if let Some(text) = text_of(&message)
                    && tell.send(text).is_err()
                {
                    return;
                }
            }
        });
        Ok(Self { heard, _bus: bus })
    }

    /// Waits for an announcement with these words in it.
    #[track_caller]
    fn waits_for(&self, words: &str) {
        let mut heard = Vec::new();
        let found = wait::seen(|| {
            heard.extend(self.heard.try_iter());
            heard.iter().any(|text: &String| text.contains(words)).then_some(())
        });
        assert!(found.is_some(), "“{words}” is not announced, but {heard:?}");
    }
}

/// Such signals bear a detail, two numbers, any value, and what else there is to tell.
fn text_of(message: &Message) -> Option<String> {
    let body = message.body();
    let told: Structure<'_> = body.deserialize().ok()?;
    let Value::Value(text) = told.fields().get(3)? else { return None };
    Some(text.downcast_ref::<&str>().ok()?.to_owned())
}

#[test]
fn what_is_done_is_announced() {
    let listener = Listener::start().expect("there is a bus of assistive technology");
    let plan = PlanFile::sample();
    let window = Window::open_heard(&plan);
    window.click_at(window.wait_for_bar(TITLE).middle());
    window.saving(|| window.press(&[Key::Alt, Key::ArrowRight]));
    listener.waits_for("Moved");
    window.saving(|| window.press(&[Key::Control, Key::Letter('z')]));
    listener.waits_for("Undid");
}
