//! Lines that have been set, kept because the same names are measured and painted again and again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::line::Line;
use super::weight::Weight;

/// Glyphs kept at most, some ten megabytes of them.
const MOST_GLYPHS: usize = 400_000;

/// Lines by weight and text.
#[derive(Debug, Default)]
pub(super) struct KeptLines(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    lines: [HashMap<Box<str>, Arc<Line>>; Weight::ALL.len()],
    glyphs: usize,
}

impl KeptLines {
    /// The line of a text, set now if it is not kept.
    pub fn line(&self, text: &str, weight: Weight, set: impl FnOnce() -> Line) -> Arc<Line> {
        // A panic while setting leaves at worst a line that is set again.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(line) = kept.lines[weight as usize].get(text) {
            return Arc::clone(line);
        }
        let line = Arc::new(set());
        if kept.glyphs > MOST_GLYPHS {
            *kept = Kept::default();
        }
        kept.glyphs += line.glyphs().count();
        kept.lines[weight as usize].insert(text.into(), Arc::clone(&line));
        line
    }
}
