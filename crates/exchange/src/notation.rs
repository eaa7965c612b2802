//! How a dependency is written in a cell: `KEY`, `KEY SS`, `KEY SS+3`, `KEY +2`, `KEY FF-1`.
//!
//! The letters say which ends are tied (finish or start of the predecessor, then of the successor) and the number is
//! the lag in working days. Finish-to-start without a lag is the bare key.

use milepost_plan::DependencyKind;

/// What follows the key, split off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tie<'t> {
    /// The key.
    pub reference: &'t str,
    /// Which ends are tied, if the cell says so.
    pub kind: Option<DependencyKind>,
    /// The lag in working days, if the cell says so.
    pub lag_days: Option<i32>,
}

/// The tie that a text ends with, if it does. A key may hold spaces and even letters that look like a tie, so whoever
/// asks looks for the whole text as a key first.
pub(crate) fn split_tie(text: &str) -> Option<Tie<'_>> {
    let (reference, tie) = text.trim().rsplit_once(char::is_whitespace)?;
    let reference = reference.trim_end();
    let (letters, lag) = tie.split_at(tie.find(['+', '-']).unwrap_or(tie.len()));
    let kind = DependencyKind::ALL.into_iter().find(|kind| short(*kind).eq_ignore_ascii_case(letters));
    let lag_days = if lag.is_empty() { None } else { Some(lag.parse().ok()?) };
    let tells = kind.is_some() || (letters.is_empty() && lag_days.is_some());
    tells.then_some(Tie { reference, kind, lag_days })
}

/// The tie of a dependency as it is written after a reference.
pub(crate) fn with_tie(reference: &str, kind: DependencyKind, lag_days: i32) -> String {
    match (kind, lag_days) {
        (DependencyKind::FinishToStart, 0) => reference.to_owned(),
        (kind, 0) => format!("{reference} {}", short(kind)),
        (kind, lag_days) => format!("{reference} {}{lag_days:+}", short(kind)),
    }
}

fn short(kind: DependencyKind) -> &'static str {
    match kind {
        DependencyKind::FinishToStart => "FS",
        DependencyKind::StartToStart => "SS",
        DependencyKind::FinishToFinish => "FF",
        DependencyKind::StartToFinish => "SF",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_read_as_it_is_written() {
        for kind in DependencyKind::ALL {
            for lag_days in [-12, 0, 3] {
                let text = with_tie("A (2)", kind, lag_days);
                match split_tie(&text) {
                    Some(tie) => {
                        assert_eq!(tie.reference, "A (2)");
                        assert_eq!((tie.kind, tie.lag_days.unwrap_or(0)), (Some(kind), lag_days));
                    }
                    None => assert_eq!(
                        (text.as_str(), kind, lag_days),
                        ("A (2)", DependencyKind::FinishToStart, 0)
                    ),
                }
            }
        }
        assert_eq!(split_tie("A +2"), Some(Tie { reference: "A", kind: None, lag_days: Some(2) }));
        assert_eq!(
            split_tie("A ss"),
            Some(Tie { reference: "A", kind: Some(DependencyKind::StartToStart), lag_days: None })
        );
    }

    #[test]
    fn what_only_looks_like_a_tie_is_none() {
        for text in ["KEP-3", "A", "A B", "A SS+", "A +", "A SS+3d", "A SS+99999999999", "SS+3"] {
            assert_eq!(split_tie(text), None, "{text}");
        }
    }
}
