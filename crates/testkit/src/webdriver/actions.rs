//! What hands do: pointer and keys.

use serde_json::{Value, json};

/// One step of the pointer, in pixels of the window.
#[derive(Debug, Clone, Copy)]
pub enum PointerStep {
    /// To a point of the page, at once.
    Move {
        /// From its left edge.
        x: f64,
        /// From its top edge.
        y: f64,
    },
    /// The main button goes down.
    Press,
    /// The main button goes up.
    Release,
    /// The button for menus goes down.
    PressForMenu,
    /// The button for menus goes up.
    ReleaseForMenu,
    /// Nothing, for some milliseconds.
    Rest {
        /// How many.
        milliseconds: u32,
    },
}

impl PointerStep {
    /// A way from one point to another in steps, as a hand makes it.
    pub fn way(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = Self> {
        const STEPS: i32 = 12;
        (0..=STEPS).map(move |step| {
            let share = f64::from(step) / f64::from(STEPS);
            let between = |from: f64, to: f64| (from + (to - from) * share).round();
            Self::Move { x: between(from.0, to.0), y: between(from.1, to.1) }
        })
    }

    fn wire(self) -> Value {
        match self {
            // Whole pixels: that is all that a pointer has.
            #[allow(clippy::cast_possible_truncation, reason = "a window is smaller than that")]
            Self::Move { x, y } => {
                json!({"type": "pointerMove", "duration": 0, "x": x as i64, "y": y as i64, "origin": "viewport"})
            }
            Self::Press => json!({"type": "pointerDown", "button": 0}),
            Self::Release => json!({"type": "pointerUp", "button": 0}),
            Self::PressForMenu => json!({"type": "pointerDown", "button": 2}),
            Self::ReleaseForMenu => json!({"type": "pointerUp", "button": 2}),
            Self::Rest { milliseconds } => json!({"type": "pause", "duration": milliseconds}),
        }
    }
}

/// A key, as WebDriver names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// One that writes.
    Letter(char),
    /// Enter.
    Enter,
    /// Shift.
    Shift,
    /// Ctrl.
    Control,
    /// Alt.
    Alt,
    /// Esc.
    Escape,
    /// Page Up.
    PageUp,
    /// The arrow to the right.
    ArrowRight,
    /// The tenth function key.
    F10,
}

impl Key {
    /// As the wire has it.
    pub fn code(self) -> char {
        match self {
            Self::Letter(letter) => letter,
            Self::Enter => '\u{e007}',
            Self::Shift => '\u{e008}',
            Self::Control => '\u{e009}',
            Self::Alt => '\u{e00a}',
            Self::Escape => '\u{e00c}',
            Self::PageUp => '\u{e00e}',
            Self::ArrowRight => '\u{e014}',
            Self::F10 => '\u{e03a}',
        }
    }
}

/// The steps of a pointer, one after the other.
pub fn pointer(steps: &[PointerStep]) -> Value {
    let steps: Vec<Value> = steps.iter().map(|step| step.wire()).collect();
    json!({"actions": [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}]})
}

/// A turn of the wheel over a point of the page, by so many pixels across and down.
pub fn wheel((x, y): (f64, f64), (across, down): (i32, i32)) -> Value {
    #[allow(clippy::cast_possible_truncation, reason = "a window is smaller than that")]
    let step = json!({
        "type": "scroll", "origin": "viewport", "duration": 0,
        "x": x as i64, "y": y as i64, "deltaX": across, "deltaY": down,
    });
    json!({"actions": [{"type": "wheel", "id": "wheel", "actions": [step]}]})
}

/// Keys pressed in this order and released in the other.
pub fn chord(keys: &[Key]) -> Value {
    let step = |kind: &str, key: &Key| json!({"type": kind, "value": key.code()});
    let down = keys.iter().map(|key| step("keyDown", key));
    let up = keys.iter().rev().map(|key| step("keyUp", key));
    let steps: Vec<Value> = down.chain(up).collect();
    json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]})
}
