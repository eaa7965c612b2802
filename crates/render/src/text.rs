//! What text needs from its painters: a walk over all of it, and which characters the font lacks.

use milepost_layout::{Fonts, Node, Shape, TextRun, Weight};

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

/// How the font stands to a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coverage {
    /// It has a glyph for it.
    Shown,
    /// Nobody would see a glyph for it: controls, joiners, variation selectors.
    Invisible,
    /// A reader would miss it.
    Missing,
}

/// How the font stands to a character.
pub(crate) fn coverage(fonts: &Fonts, weight: Weight, character: char) -> Coverage {
    if is_invisible(character) {
        Coverage::Invisible
    } else if fonts.face(weight).covers(character) {
        Coverage::Shown
    } else {
        Coverage::Missing
    }
}

/// Controls and those of Unicode's default-ignorable characters that turn up in titles.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            u32::from(character),
            0xad | 0x34f
                | 0x061c
                | 0x180b..=0x180f
                | 0x200b..=0x200f
                | 0x2028..=0x202e
                | 0x2060..=0x206f
                | 0xfe00..=0xfe0f
                | 0xfeff
                | 0xe0000..=0xe0fff
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_shown_from_missing_from_invisible() {
        let fonts = Fonts::bundled();
        let of = |character| coverage(&fonts, Weight::Medium, character);
        for shown in ['a', 'ß', 'ł', 'я', 'Ω', '≥', '…', ' '] {
            assert_eq!(of(shown), Coverage::Shown, "{shown}");
        }
        for missing in ['路', '🚀', 'א'] {
            assert_eq!(of(missing), Coverage::Missing, "{missing}");
        }
        for invisible in ['\u{7}', '\u{200d}', '\u{fe0f}', '\u{feff}'] {
            assert_eq!(of(invisible), Coverage::Invisible, "{invisible:?}");
        }
    }
}
