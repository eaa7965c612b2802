//! Text that a spreadsheet would take for a formula, and the `'` that keeps it text.
//!
//! The rule is OWASP's for CSV injection. It is for columns of text only: a number or a day is never touched.

/// What makes a spreadsheet calculate: the signs, the same at full width, and what a cell may begin with before them.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would calculate with the text.
pub(crate) fn is_like_formula(text: &str) -> bool {
    text.starts_with(STARTS)
}

/// The text as it is safe to write.
///
/// Marks that stand before such a start already get one more, so that [`restore`] always finds the very text again.
pub(crate) fn defuse(text: &str) -> String {
    if is_like_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`defuse`] was given.
pub(crate) fn restore(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(bare) if is_like_formula(bare.trim_start_matches('\'')) => bare,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_marked_and_found_again() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''+1", "'''+1"),
            ("'quoted'", "'quoted'"),
            ("'", "'"),
            ("plain = text", "plain = text"),
            ("", ""),
        ] {
            assert_eq!(defuse(text), safe);
            assert_eq!(restore(safe), text);
        }
    }
}
