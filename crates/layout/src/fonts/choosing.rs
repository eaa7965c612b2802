//! Which face each part of a text is set in.

use std::ops::Range;
use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::characters::{is_invisible, tells_region};
use super::face::Face;
use super::fallback::Fallback;
use super::inter::Inter;
use super::weight::Weight;

/// A stretch of a text and its face; none if no font has it.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub bytes: Range<usize>,
    pub face: Option<Arc<Face>>,
}

/// Chooses faces: Inter for what it has, another for the rest. What people take for one letter stays in one face if
/// there is one that has all of it.
pub(super) struct Chooser<'a> {
    pub inter: &'a Inter,
    pub fallback: Option<&'a dyn Fallback>,
    pub weight: Weight,
}

impl Chooser<'_> {
    /// The faces of a text, in the order of its characters.
    pub fn choices(&self, text: &str) -> Vec<Choice> {
        // One text of East Asia is set in one font, even where several have its signs.
        let regional = tells_region(text).and_then(|character| self.face_for(character));
        let mut choices: Vec<Choice> = Vec::new();
        for (start, letter) in text.grapheme_indices(true) {
            if let Some(face) = self.whole(letter, regional.as_ref()) {
                add(&mut choices, start..start + letter.len(), face);
                continue;
            }
            for (offset, character) in letter.char_indices() {
                let bytes = start + offset..start + offset + character.len_utf8();
                add(&mut choices, bytes, self.face_of(character));
            }
        }
        choices
    }

    /// The face for all of a letter, which is none for what nobody would see; nothing if no face has all of it.
    fn whole(&self, letter: &str, regional: Option<&Arc<Face>>) -> Option<Option<Arc<Face>>> {
        let mut visible = letter.chars().filter(|character| !is_invisible(*character));
        let Some(first) = visible.clone().next() else { return Some(None) };
        let Some(lacking) = visible.find(|character| !self.inter.covers(*character)) else {
            return Some(Some(Arc::clone(&self.inter.face)));
        };
        let has_all = |face: &Arc<Face>, known: Option<char>| {
            let mut others = letter.chars().filter(|c| Some(*c) != known && !is_invisible(*c));
            others.all(|character| face.covers(character))
        };
        if let Some(face) = regional.filter(|face| has_all(face, None)) {
            return Some(Some(Arc::clone(face)));
        }
        let by_base = if first == lacking { None } else { Some(first) };
        let mut candidates = [Some(lacking), by_base].into_iter().flatten();
        candidates.find_map(|known| {
            let face = self.face_for(known)?;
            has_all(&face, Some(known)).then_some(Some(face))
        })
    }

    fn face_of(&self, character: char) -> Option<Arc<Face>> {
        if is_invisible(character) {
            None
        } else if self.inter.covers(character) {
            Some(Arc::clone(&self.inter.face))
        } else {
            self.face_for(character)
        }
    }

    fn face_for(&self, character: char) -> Option<Arc<Face>> {
        self.fallback?.face_for(character, self.weight)
    }
}

/// Adds a stretch, to the one before if that has the same face.
fn add(choices: &mut Vec<Choice>, bytes: Range<usize>, face: Option<Arc<Face>>) {
    match choices.last_mut() {
        Some(last) if is_same(last.face.as_ref(), face.as_ref()) => last.bytes.end = bytes.end,
        _ => choices.push(Choice { bytes, face }),
    }
}

fn is_same(one: Option<&Arc<Face>>, other: Option<&Arc<Face>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}
