//! Where faces come from for the characters that Inter lacks.

use std::fmt;
use std::sync::Arc;

use super::face::Face;
use super::weight::Weight;

/// Finds a face for what Inter lacks.
///
/// Layout reads no files: whoever runs the program hands it one that knows the fonts of the machine. It is asked only
/// when a text needs it, often for the same character, and answers the same every time.
pub trait Fallback: fmt::Debug + Send + Sync {
    /// A face with an outline for the character, as heavy as can be had; none if there is no such face.
    fn face_for(&self, character: char, weight: Weight) -> Option<Arc<Face>>;
}
