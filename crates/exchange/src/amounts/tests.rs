//! Amounts as banks and ledgers write them.

use super::*;

fn minor(text: &str, mark: Option<DecimalMark>, digits: u8) -> Result<i64, NoAmount> {
    read_amount(text, mark, digits).map(|amount| amount.minor)
}

#[test]
fn amounts_of_every_notation_are_read_to_the_minor_unit() {
    for (text, expected) in [
        ("1234.50", 123_450),
        ("-1.234,50", -123_450),
        ("1,234.5", 123_450),
        ("1 234,50", 123_450),
        ("1\u{202f}234\u{a0}567,89", 123_456_789),
        ("1'234.50", 123_450),
        ("12,34,567.00", 123_456_700),
        ("(99.00)", -9_900),
        ("99.00-", -9_900),
        ("−5", -500),
        ("+5", 500),
        ("€ 12,5", 1_250),
        ("-€12.50", -1_250),
        ("12,50 EUR", 1_250),
        ("USD -7", -700),
        (".5", 50),
        ("12.", 1_200),
        ("0", 0),
        ("-0,00", 0),
        ("1.234", 123_400),
        ("1.500,000", 150_000),
    ] {
        assert_eq!(minor(text, None, 2), Ok(expected), "{text}");
    }
    assert_eq!(minor("1.234", None, 0), Ok(1_234));
    assert_eq!(minor("1.234", Some(DecimalMark::Point), 3), Ok(1_234));
    assert_eq!(minor("1.234", Some(DecimalMark::Comma), 3), Ok(1_234_000));
}

#[test]
fn currencies_are_stated_by_codes_and_signs() {
    let stated = |text: &str| read_amount(text, None, 2).unwrap().currencies;
    assert_eq!(stated("CHF 1.00"), ["CHF"]);
    assert_eq!(stated("-€12.50"), ["€"]);
    assert_eq!(stated("US$12.50-"), ["US$"]);
    assert_eq!(stated("$12.50 CAD"), ["$", "CAD"]);
    assert_eq!(stated("₫5"), [""; 0], "a sign that no list knows");
    for (stated, code) in [("€", "EUR"), ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("eur", "EUR")] {
        assert!(currency::can_be(stated, code) && !currency::can_be(stated, "GBP"), "{stated}");
    }
    for (stated, one, other) in [("$", "USD", "MXN"), ("£", "GBP", "GIP"), ("¥", "JPY", "CNY")] {
        assert!(currency::can_be(stated, one) && currency::can_be(stated, other), "{stated}");
        assert!(!currency::can_be(stated, "EUR"), "{stated}");
    }
}

#[test]
fn columns_state_the_currency_at_the_end_of_their_names() {
    for (name, expected) in [
        ("Amount EUR", Some("EUR")),
        ("Umsatz in EUR", Some("EUR")),
        ("AmountEUR", Some("EUR")),
        ("BETRAG (CHF)", Some("CHF")),
        ("amount_usd", Some("usd")),
        ("Amount (€)", Some("€")),
        ("Betrag", None),
        ("Montant TTC", None),
        ("AMOUNTEUR", None),
        ("Debiteur", None),
        ("Net amount all", None),
        ("", None),
    ] {
        assert_eq!(currency::in_name(name), expected, "{name}");
    }
}

#[test]
fn the_sign_of_a_column_is_that_of_most_amounts() {
    let negative = |texts: &[&str]| are_mostly_negative(texts.iter().copied());
    assert!(negative(&["-5", "0.00", "0.00", "0,00", "", "2026-10-03"]));
    assert!(!negative(&["-5", "5"]));
    assert!(!negative(&["500.00", "500.00-", "12"]));
}

#[test]
fn what_is_no_amount_is_not_made_one() {
    for text in [
        "",
        "-",
        "abc",
        "1.2.3,4,5",
        "12 Mon",
        "1-2",
        "--5",
        "(-5)",
        "5%",
        "1e5",
        "12.34.56",
        "1,23,4.00",
        "EURO 5",
    ] {
        assert_eq!(minor(text, None, 2), Err(NoAmount::NotANumber), "{text}");
    }
    assert_eq!(minor("1,234.50", Some(DecimalMark::Comma), 2), Err(NoAmount::NotANumber));
    assert_eq!(minor("1.005", Some(DecimalMark::Point), 2), Err(NoAmount::TooManyDecimals));
    assert_eq!(minor("1.5", None, 0), Err(NoAmount::TooManyDecimals));
    assert_eq!(minor("99999999999999999999", None, 2), Err(NoAmount::TooLarge));
}

#[test]
fn the_mark_is_told_by_all_amounts_together() {
    let found = |texts: &[&str], digits| find_decimal_mark(texts.iter().copied(), digits);
    let known = |mark| MarkFound::Known(mark);
    assert_eq!(found(&["5", "", "total"], 2), MarkFound::NotNeeded);
    assert_eq!(found(&["1.234", "12,50"], 2), known(DecimalMark::Comma));
    assert_eq!(found(&["1.234", "12.50"], 2), known(DecimalMark::Point), "zeros for the sake of it");
    assert_eq!(found(&["1.234", "5"], 2), known(DecimalMark::Comma));
    assert_eq!(found(&["1.234", "5"], 3), MarkFound::Open(vec!["1.234".to_owned()]));
    assert_eq!(found(&["0.234", "1.234"], 3), known(DecimalMark::Point));
    assert_eq!(found(&["1.5", "1,5"], 2), MarkFound::Open(vec!["1.5".to_owned(), "1,5".to_owned()]));
    assert_eq!(found(&["1.234.567"], 0), known(DecimalMark::Comma));
}
