//! From bytes to text: which encoding a file is in, and which files are no text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::ExchangeError;

pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub has_unreadable_characters: bool,
}

/// The text of a file. A byte order mark decides; without one, text that is sound UTF-8 is UTF-8, and the rest is
/// told by the frequency of its letters.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ExchangeError> {
    if let Some((what, advice)) = foreign_file(bytes) {
        return Err(ExchangeError::NotText { what, advice });
    }
    let encoding = encoding_of(bytes);
    let (text, encoding, has_unreadable_characters) = encoding.decode(bytes);
    if text.contains('\0') {
        let advice = "save the table as CSV and import that";
        return Err(ExchangeError::NotText { what: "a binary file", advice });
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), has_unreadable_characters })
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Latin letters in UTF-16 have a zero in every other byte, and always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4_096) & !1];
    let zeros = |side: usize| start.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = (start.len() / 2).div_ceil(3).max(1);
    match (even >= many, odd >= many) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// What a file is by its first bytes, and what to do with it, if it is known to be no text.
fn foreign_file(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const FILES: [(&[u8], &str, &str); 6] = [
        (b"PK\x03\x04", "an Excel workbook or another zipped file", "save it as CSV and import that"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook", "save it as CSV and import that"),
        (b"SQLite format 3\0", "a database, perhaps a Milepost plan", "open it instead of importing it"),
        (b"%PDF-", "a PDF", "export the table as CSV from where it was made"),
        (b"\x1f\x8b", "a compressed file", "unpack it and import what is inside"),
        (b"\x89PNG", "a picture", "export the table as CSV from where it was made"),
    ];
    FILES.iter().find(|(start, ..)| bytes.starts_with(start)).map(|(_, what, advice)| (*what, *advice))
}
