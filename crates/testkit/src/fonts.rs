//! Fonts that look the same on every machine: Inter, and for some words in scripts that it lacks small fonts of the tests.

use std::sync::Arc;

use milepost_layout::{Face, Fallback, Fonts, Weight};

/// The files, each cut down to a few words; `tests/files/fonts/README.md` says how.
const FILES: [&[u8]; 4] = [
    include_bytes!("../../../tests/files/fonts/Arabic.ttf"),
    include_bytes!("../../../tests/files/fonts/Hebrew.ttf"),
    include_bytes!("../../../tests/files/fonts/Devanagari.ttf"),
    include_bytes!("../../../tests/files/fonts/Chinese.otf"),
];

/// Finds faces among the fonts of the tests.
#[derive(Debug)]
struct Few(Vec<Arc<Face>>);

impl Fallback for Few {
    fn face_for(&self, character: char, _: Weight) -> Option<Arc<Face>> {
        self.0.iter().find(|face| face.covers(character)).cloned()
    }
}

/// Inter and the fonts of the tests.
pub fn fonts() -> Fonts {
    let read =
        |file: &&'static [u8]| Arc::new(Face::read(*file, 0).expect("a font of the tests can be read"));
    Fonts::with_fallback(Arc::new(Few(FILES.iter().map(read).collect())))
}
