//! Reports: what follows the roadmap as tables, from top to bottom.
//!
//! Each sheet has the header and the footer of a chart page, and says at its foot which part of what it shows.

mod budget;
mod columns;
mod customers;
mod flow;
mod insight;
mod marks;
mod matrix;

use milepost_plan::{Coverage, Day};

use super::options::Part;
use super::{Document, OutlineEntry};
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::paint::Role;
use crate::scene::Node;
use crate::speech;

/// A sheet without its header and its footer.
pub(super) struct Report {
    pub nodes: Vec<Node>,
    /// Which part of what is shown stands here.
    pub place: String,
}

/// All reports of a document.
pub(super) struct Reports {
    pub sheets: Vec<Report>,
    /// Pages are counted from the first of these sheets.
    pub outline: Vec<OutlineEntry>,
    /// Size of the smallest text, in points; infinite if there is none.
    pub smallest_text_pt: f64,
}

const TITLE: Lettering = Lettering::new(14.0, Weight::SemiBold, Role::Ink);
const SECTION: Lettering = Lettering::new(10.5, Weight::SemiBold, Role::Ink);
const TEXT: Lettering = Lettering::new(8.5, Weight::Regular, Role::Ink);
const NOTE: Lettering = Lettering::new(8.5, Weight::Regular, Role::Ink2);
const HEAD: Lettering = Lettering::new(7.5, Weight::Medium, Role::Ink2);

/// The reports that a document asks for, in the order of [`Part::ALL`].
pub(super) fn of(document: &Document<'_>) -> Reports {
    let mut reports = Reports { sheets: Vec::new(), outline: Vec::new(), smallest_text_pt: f64::INFINITY };
    for part in Part::ALL.into_iter().filter(|part| document.options.has(*part)) {
        let (sheets, outline) = match part {
            Part::Roadmap => continue,
            Part::Matrix => matrix::of(document),
            Part::Customers => customers::of(document),
            Part::Insight => insight::of(document),
            Part::Budget => budget::of(document),
        };
        let first = reports.sheets.len();
        reports
            .outline
            .extend(outline.into_iter().map(|entry| OutlineEntry { page: first + entry.page, ..entry }));
        reports.sheets.extend(sheets);
        reports.smallest_text_pt = HEAD.size;
    }
    reports
}

/// “12,400”.
fn number(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or_default())
        .collect();
    groups.join(",")
}

/// Whole per cent of a share of something; zero of nothing.
fn per_cent(share: f64, whole: f64) -> String {
    let per_cent = if whole > 0.0 { 100.0 * share / whole } else { 0.0 };
    format!("{per_cent:.0} %")
}

/// “16 Apr 2027”.
fn short_day(day: Day) -> String {
    let date = day.date();
    use chrono::Datelike;
    format!("{} {} {}", date.day(), speech::month_short(day), date.year())
}

/// When a need is met, and how late that is: “16 Apr 2027, 12 days late”.
fn met_on(coverage: &Coverage) -> String {
    let Some(span) = coverage.span else { return String::new() };
    let late = coverage.days_late.map(|days| {
        let days = usize::try_from(days).unwrap_or_default();
        format!(", {} late", speech::counted(days, "day"))
    });
    format!("{}{}", short_day(span.last), late.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (value, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345_678, "12,345,678")] {
            assert_eq!(number(value), text);
        }
        assert_eq!((per_cent(1.0, 3.0), per_cent(0.0, 0.0)), ("33 %".to_owned(), "0 %".to_owned()));
    }
}
