//! Which mark stands before decimals, told from all amounts of a file together.

use super::DecimalMark;
use super::written::written;

/// What the amounts of a file say about their decimal mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MarkFound {
    /// No amount has a mark.
    NotNeeded,
    /// Those that have some agree, or nothing speaks against the more certain ones.
    Known(DecimalMark),
    /// They contradict one another, or none of them tells; with a few examples.
    Open(Vec<String>),
}

/// What one number tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It has no mark.
    Nothing,
    /// It can be read in one way only.
    Certain(DecimalMark),
    /// A mark before three figures groups them, since the currency has fewer decimals; unless a tool writes zeros
    /// for the sake of it.
    Likely(DecimalMark),
    /// A mark before three figures, in a currency with three decimals.
    Open,
}

impl Told {
    pub(super) fn mark(self) -> Option<DecimalMark> {
        match self {
            Self::Certain(mark) | Self::Likely(mark) => Some(mark),
            Self::Nothing | Self::Open => None,
        }
    }
}

/// Most examples that are given.
const EXAMPLES: usize = 3;

/// Looks at every text that stands where amounts are expected; the currency has that many digits.
pub(crate) fn find_decimal_mark<'t>(texts: impl Iterator<Item = &'t str>, digits: u8) -> MarkFound {
    let mut examples: [Vec<String>; 5] = Default::default();
    let place = |told: Told| match told {
        Told::Nothing => None,
        Told::Certain(DecimalMark::Point) => Some(0),
        Told::Certain(DecimalMark::Comma) => Some(1),
        Told::Likely(DecimalMark::Point) => Some(2),
        Told::Likely(DecimalMark::Comma) => Some(3),
        Told::Open => Some(4),
    };
    for text in texts {
        let Some(written) = written(text) else { continue };
        let Some(place) = place(told_by(&written.number, digits)) else { continue };
        if examples[place].len() < EXAMPLES && !examples[place].iter().any(|example| example == text.trim()) {
            examples[place].push(text.trim().to_owned());
        }
    }
    let [point, comma, likely_point, likely_comma, open] = examples;
    for (point, comma) in [(point, comma), (likely_point, likely_comma)] {
        match (point.first(), comma.first()) {
            (Some(point), Some(comma)) => return MarkFound::Open(vec![point.clone(), comma.clone()]),
            (Some(_), None) => return MarkFound::Known(DecimalMark::Point),
            (None, Some(_)) => return MarkFound::Known(DecimalMark::Comma),
            (None, None) => {}
        }
    }
    if open.is_empty() { MarkFound::NotNeeded } else { MarkFound::Open(open) }
}

/// What a number of figures, points and commas tells.
pub(super) fn told_by(number: &str, digits: u8) -> Told {
    let Some(at) = number.rfind(['.', ',']) else { return Told::Nothing };
    let last = if number[at..].starts_with('.') { DecimalMark::Point } else { DecimalMark::Comma };
    let has_other = number.contains(last.other().char());
    let alike = number.matches(last.char()).count();
    if has_other || alike > 1 {
        return Told::Certain(if alike > 1 { last.other() } else { last });
    }
    let (whole, behind) = (&number[..at], number.len() - at - 1);
    if behind != 3 || whole.is_empty() || whole.len() > 3 || whole == "0" {
        return Told::Certain(last);
    }
    if digits < 3 { Told::Likely(last.other()) } else { Told::Open }
}
