//! In which order fonts are tried.

use fontdb::FaceInfo;

/// Families of the systems' own, best first; a name stands for all that begin with it.
const OF_SYSTEMS: [&str; 24] = [
    "Segoe UI",
    "Nirmala UI",
    "Leelawadee UI",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "Microsoft JhengHei",
    "Gadugi",
    "Ebrima",
    "SF ",
    ".SF ",
    "Geeza Pro",
    "Arial Hebrew",
    "PingFang SC",
    "Hiragino Sans",
    "Apple SD Gothic Neo",
    "PingFang",
    "Kohinoor",
    "Devanagari Sangam MN",
    "Thonburi",
    "Apple Symbols",
    "Cantarell",
    "Ubuntu",
    "DejaVu Sans",
];

/// How late a face is tried: the least comes first.
pub(super) fn of(face: &FaceInfo) -> (usize, usize) {
    /// Fonts that have all characters, or claim to, and show none of them.
    const EMPTY: [&str; 4] = ["LastResort", ".LastResort", "Last Resort", "Adobe Blank"];
    const SIGNS: [&str; 4] = ["Noto Sans Symbols", "Noto Emoji", "Noto Sans Math", "Symbola"];
    const CHINESE_FIRST: [&str; 6] = [
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Noto Sans CJK JP",
        "Noto Sans JP",
        "Noto Sans CJK KR",
        "Noto Sans KR",
    ];
    let name = super::family(face);
    let among = |names: &[&str]| names.iter().position(|each| name.starts_with(each));
    let is_plain = !["Mono", "Serif", "Display", "Condensed"].iter().any(|word| name.contains(word));
    if among(&EMPTY).is_some() {
        (9, 0)
    } else if let Some(place) = among(&SIGNS) {
        (4, place)
    } else if name == "Noto Sans" {
        (0, 0)
    } else if let Some(place) = among(&CHINESE_FIRST) {
        (1, 1 + place)
    } else if name.starts_with("Noto Sans") && is_plain {
        (1, if name.contains("CJK") || name.ends_with("UI") { 9 } else { 0 })
    } else if let Some(place) = among(&OF_SYSTEMS).filter(|_| is_plain) {
        (2, place)
    } else if is_plain && !face.monospaced {
        (3, 0)
    } else {
        (5, 0)
    }
}

/// What the names of fonts hold that are made for the only script of East Asia that has a character; nothing for others.
pub(super) fn of_region(character: char) -> &'static [&'static str] {
    match u32::from(character) {
        0x3040..=0x30ff | 0x31f0..=0x31ff => &["CJK JP", "Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo"],
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7a3 => {
            &["CJK KR", "Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"]
        }
        _ => &[],
    }
}
