//! The parts of a text that writes an amount: its sign, its number with marks, its currency.

use super::currency::is_sign;

/// A text taken apart. The number has figures, points and commas only, and at least one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub is_negative: bool,
    pub number: String,
    /// Codes of three letters, and signs of known currencies.
    pub currencies: Vec<String>,
}

/// Takes a text apart; none if it writes no amount. Blanks and apostrophes between figures only group them.
pub(super) fn written(text: &str) -> Option<Written> {
    let mut rest: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{feff}')).collect();
    let mut is_negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        (is_negative, rest) = (true, inner.to_owned());
    }
    let first = rest.find(is_of_number)?;
    let end = rest.rfind(is_of_number)? + 1;
    let (before, number, after) = (rest.get(..first)?, rest.get(first..end)?, rest.get(end..)?);
    if !number.chars().all(is_of_number) || !number.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (before, after) = (affix(before)?, affix(after)?);
    if usize::from(is_negative) + usize::from(before.has_sign) + usize::from(after.has_sign) > 1 {
        return None;
    }
    is_negative |= before.is_negative || after.is_negative;
    let currencies = before.currency.into_iter().chain(after.currency).collect();
    Some(Written { is_negative, number: number.to_owned(), currencies })
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// What stands before or behind a number.
#[derive(Debug, Default)]
struct Affix {
    has_sign: bool,
    is_negative: bool,
    currency: Option<String>,
}

/// At most one sign, and a code or a sign of a currency; anything else makes the text no amount.
fn affix(text: &str) -> Option<Affix> {
    let mut affix = Affix::default();
    let bare = text.trim_matches(|c| matches!(c, '-' | '−' | '–' | '+'));
    match text.chars().count() - bare.chars().count() {
        0 => {}
        1 => {
            affix.has_sign = true;
            affix.is_negative = !text.contains('+');
        }
        _ => return None,
    }
    let is_code = bare.len() == 3 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
    // A sign that no list knows names no currency for certain.
    let may_be_sign = !bare.is_ascii() && bare.chars().count() <= 2 && !bare.contains(char::is_alphanumeric);
    if is_code || is_sign(bare) {
        affix.currency = Some(bare.to_owned());
    } else if !bare.is_empty() && !may_be_sign {
        return None;
    }
    Some(affix)
}
