//! Amounts as pictures say them, in English as all of their words: whole, and short where there is little room.

use super::currency::digits_of;
use super::money::Money;

impl Money {
    /// With its currency and all of its digits: “€1,234.50”, “CHF 7.00”, “-¥500”.
    pub fn written(self, currency: &str) -> String {
        let plain = Self(self.0.saturating_abs()).plain(digits_of(currency));
        let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(a, b)| (a, Some(b)));
        let mut amount = grouped(whole);
        if let Some(part) = part {
            amount.push('.');
            amount.push_str(part);
        }
        self.signed(currency, &amount)
    }

    /// With its currency and three digits at most, unless more stand before the mark: “€12.3k”, “€480k”, “CHF 1.5m”.
    pub fn short(self, currency: &str) -> String {
        const SUFFIXES: [&str; 5] = ["", "k", "m", "bn", "tn"];
        let unit = 10_u128.pow(u32::from(digits_of(currency).min(9)));
        let amount = u128::from(self.0.unsigned_abs());
        let mut thousands = unit;
        let mut suffixes = SUFFIXES.iter();
        let mut suffix = suffixes.next().copied().unwrap_or_default();
        // Halves go up, and what is rounded to a thousand of something is one of the next. A tenth is told of thousands
        // below a hundred.
        let tenths = |of: u128| match (amount * 10 + of / 2) / of {
            tenths if of > unit && tenths < 1_000 => tenths,
            _ => (amount + of / 2) / of * 10,
        };
        while tenths(thousands) >= 10_000
            && let Some(next) = suffixes.next()
        {
            suffix = next;
            thousands *= 1_000;
        }
        let tenths = tenths(thousands);
        let amount = match tenths % 10 {
            0 => grouped(&(tenths / 10).to_string()),
            tenth => format!("{}.{tenth}", tenths / 10),
        };
        self.signed(currency, &format!("{amount}{suffix}"))
    }

    fn signed(self, currency: &str, amount: &str) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        match symbol(currency) {
            Some(symbol) => format!("{sign}{symbol}{amount}"),
            None => format!("{sign}{currency}\u{a0}{amount}"),
        }
    }
}

/// The symbol of a currency, if it has one that English text has for no other.
fn symbol(currency: &str) -> Option<char> {
    Some(match currency {
        "EUR" => '€',
        "GBP" => '£',
        "ILS" => '₪',
        "INR" => '₹',
        "JPY" => '¥',
        "KRW" => '₩',
        "PHP" => '₱',
        "USD" => '$',
        "VND" => '₫',
        _ => return None,
    })
}

/// Digits with a comma before every three of the last ones.
fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_amounts_have_all_digits_of_their_currency() {
        assert_eq!(Money(123_456_750).written("EUR"), "€1,234,567.50");
        assert_eq!(Money(-500).written("JPY"), "-¥500");
        assert_eq!(Money(7).written("KWD"), "KWD\u{a0}0.007");
        assert_eq!(Money(100_000).written("GBP"), "£1,000.00");
        assert_eq!(Money(0).written("CHF"), "CHF\u{a0}0.00");
    }

    #[test]
    fn short_amounts_have_three_digits() {
        let short = |major: i64| Money(major).short("JPY");
        let amounts =
            [0, 7, 999, 1_000, 12_345, 12_000, 480_400, 999_400, 999_600, 1_540_000, 12_000_000_000];
        let said = ["¥0", "¥7", "¥999", "¥1k", "¥12.3k", "¥12k", "¥480k", "¥999k", "¥1m", "¥1.5m", "¥12bn"];
        assert_eq!(amounts.map(short), said);
        assert_eq!(Money(1_250).short("EUR"), "€13");
        assert_eq!(Money(6_420).short("GBP"), "£64", "a tenth of a pound says nothing");
        assert_eq!(Money(-1_234_567).short("SEK"), "-SEK\u{a0}12.3k");
        assert_eq!(Money(i64::MAX).short("JPY"), "¥9,223,372tn");
        assert_eq!(Money(99_960).short("GBP"), "£1k", "rounded to a thousand");
    }
}
