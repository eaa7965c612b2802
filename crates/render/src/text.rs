//! What text needs from its painters: a walk over all of it, and what is shown for characters that no font has.

use std::collections::BTreeSet;

use milepost_layout::{Fonts, Glyph, Node, Pages, Shape, TextRun};

/// Characters on pages that no font has, in order. On paper and in pictures a box stands for each; searching and copying
/// still find them.
pub fn missing(pages: &Pages, fonts: &Fonts) -> Vec<char> {
    let mut missing = BTreeSet::new();
    each_text(pages.pages.iter().flat_map(|page| &page.nodes), &mut |run| {
        if let Some(line) = fonts.line(&run.text, run.weight) {
            missing.extend(line.missing(&run.text));
        }
    });
    missing.into_iter().collect()
}

/// Calls `visit` with every text in the nodes, in painting order.
pub(crate) fn each_text<'a>(nodes: impl IntoIterator<Item = &'a Node>, visit: &mut dyn FnMut(&'a TextRun)) {
    for node in nodes {
        match &node.shape {
            Shape::Text(run) => visit(run),
            Shape::Group { nodes, .. } => each_text(nodes, visit),
            Shape::Rect { .. } | Shape::Path { .. } => {}
        }
    }
}

/// What is shown instead of a character for which there is no glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum StandIn {
    /// A box, since a reader would miss it.
    Box,
    /// Nothing: a control, or a mark that takes no room of its own.
    Blank,
}

impl StandIn {
    /// What is shown for a glyph without a face.
    pub(crate) fn of(glyph: &Glyph) -> Self {
        if glyph.advance > 0.0 { Self::Box } else { Self::Blank }
    }

    /// The glyph of the box, or what else a face has for it.
    pub(crate) fn glyph(face: &ttf_parser::Face<'_>) -> Option<ttf_parser::GlyphId> {
        ['□', '?'].into_iter().find_map(|character| face.glyph_index(character))
    }
}
