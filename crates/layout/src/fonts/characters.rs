//! What is special about some characters when text is set.

/// Controls and those of Unicode's default-ignorable characters that turn up in titles: nobody would see a glyph for
/// them, so no font need have one.
pub(super) fn is_invisible(character: char) -> bool {
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

/// Marks of the scripts that Inter has, which stand on the letter before them.
pub(super) fn joins(character: char) -> bool {
    matches!(u32::from(character), 0x300..=0x36f | 0x483..=0x489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20f0)
}

/// Width in ems of what no font at hand has: nothing for marks that join, a full em for wide scripts.
pub(super) fn assumed_width(character: char) -> f64 {
    if is_invisible(character) || joins(character) {
        return 0.0;
    }
    match u32::from(character) {
        0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 => 1.0,
        // Two of these make a flag, and these only give the emoji before them a colour.
        0x1f1e6..=0x1f1ff => 0.65,
        0x1f3fb..=0x1f3ff => 0.0,
        0x1f000..=0x3ffff => 1.3,
        _ => 0.6,
    }
}

/// Letters that tell which of the fonts of East Asia a text wants: those that only Japanese or Korean has, then those
/// that all share.
pub(super) fn tells_region(text: &str) -> Option<char> {
    let find = |is: fn(u32) -> bool| text.chars().find(|c| is(u32::from(*c)));
    find(|code| matches!(code, 0x3040..=0x30ff | 0x31f0..=0x31ff | 0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7a3))
        .or_else(|| find(|code| matches!(code, 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x20000..=0x3ffff)))
}
