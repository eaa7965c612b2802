//! What files write beside amounts for their currency: a code, or a sign that may be that of several.

use milepost_plan::minor_digits;

/// Signs, and the currencies that are written with them.
const SIGNS: [(&str, &[&str]); 17] = [
    ("€", &["EUR"]),
    ("US$", &["USD"]),
    ("A$", &["AUD"]),
    ("AU$", &["AUD"]),
    ("C$", &["CAD"]),
    ("CA$", &["CAD"]),
    ("NZ$", &["NZD"]),
    ("HK$", &["HKD"]),
    ("S$", &["SGD"]),
    ("R$", &["BRL"]),
    (
        "$",
        &[
            "ARS", "AUD", "BBD", "BMD", "BND", "BRL", "BSD", "BZD", "CAD", "CLP", "COP", "CVE", "DOP", "FJD",
            "GYD", "HKD", "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "USD",
            "UYU", "XCD",
        ],
    ),
    ("£", &["EGP", "FKP", "GBP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"]),
    ("¥", &["CNY", "JPY"]),
    ("￥", &["CNY", "JPY"]),
    ("₹", &["INR"]),
    ("kr", &["DKK", "ISK", "NOK", "SEK"]),
    ("Kr", &["DKK", "ISK", "NOK", "SEK"]),
];

/// Codes that names of columns have in small letters as well; others could be words.
const OFTEN: [&str; 3] = ["eur", "gbp", "usd"];

/// Whether a text is a sign of known currencies.
pub(super) fn is_sign(text: &str) -> bool {
    SIGNS.iter().any(|(sign, _)| *sign == text)
}

/// Whether what is stated, a code or a sign, can be the currency of that code.
pub(crate) fn can_be(stated: &str, code: &str) -> bool {
    match SIGNS.iter().find(|(sign, _)| *sign == stated) {
        Some((_, codes)) => codes.contains(&code),
        None => stated.eq_ignore_ascii_case(code),
    }
}

/// The currency that a column of amounts has at the end of its name: `EUR` of “Umsatz in EUR” and “AmountEUR”, `€` of
/// “Amount (€)”.
pub(crate) fn in_name(name: &str) -> Option<&str> {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '_' | '-' | '/' | ':');
    let word = name.trim_end_matches(is_between).rsplit(is_between).next()?;
    let code = word.rsplit(|c: char| !c.is_ascii_uppercase()).next()?;
    if is_sign(word) || OFTEN.contains(&word) { Some(word) } else { minor_digits(code).map(|_| code) }
}
