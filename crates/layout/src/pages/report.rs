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

use milepost_plan::{Coverage, Day, Plan, Span};

use super::options::{PageOptions, Part};
use super::{Document, OutlineEntry, PageError};
use crate::fonts::{Fonts, Weight};
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
///
/// # Errors
/// If they take more sheets than anybody prints, or if it is cancelled.
pub(super) fn of(document: &Document<'_>) -> Result<Reports, PageError> {
    let mut reports = Reports { sheets: Vec::new(), outline: Vec::new(), smallest_text_pt: f64::INFINITY };
    let stands = |part: &Part| document.options.has(*part) && !document.left_out.contains(part);
    for part in Part::ALL.into_iter().filter(stands) {
        document.cancel.check()?;
        let (sheets, outline) = match part {
            Part::Roadmap => continue,
            Part::Matrix => matrix::of(document)?,
            Part::Customers => customers::of(document)?,
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
    Ok(reports)
}

/// The parts that are asked for and have nothing to show, if there is anything else in the document.
pub(super) fn left_out(plan: &Plan, options: &PageOptions) -> Vec<Part> {
    let is_empty = |part: &Part| match part {
        Part::Roadmap => false,
        Part::Matrix => plan.needs().is_empty(),
        Part::Customers => plan.customers().is_empty(),
        Part::Insight => plan.needs().is_empty() && plan.customers().is_empty() && plan.feedback().is_empty(),
        Part::Budget => plan.budget_lines().is_empty(),
    };
    let asked = Part::ALL.into_iter().filter(|part| options.has(*part));
    let (empty, others): (Vec<Part>, Vec<Part>) = asked.partition(is_empty);
    if others.is_empty() { Vec::new() } else { empty }
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

/// A space at which no line breaks. It only tells where lines break: what is set has a plain space in its place.
const NO_BREAK: char = '\u{a0}';

/// Words that stay on one line, such as those of a date.
fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// The lines of a text, of at most so much width in points and so many.
fn wrapped(text: &str, how: Lettering, width: f64, most: usize, fonts: &Fonts) -> Vec<String> {
    let lines = fonts.wrapped(text, how.weight, how.size, width, most);
    lines.into_iter().map(|line| line.replace(NO_BREAK, " ")).collect()
}

/// “15 Mar 2027 – 21 May 2027”, which breaks between its days only.
fn period(span: Span) -> String {
    let words = speech::period(span);
    match words.split_once(" – ") {
        Some((first, last)) => format!("{}{NO_BREAK}– {}", unbroken(first), unbroken(last)),
        None => unbroken(&words),
    }
}

/// “16 Apr 2027”.
fn short_day(day: Day) -> String {
    unbroken(&day.written())
}

/// When a need is met, and how late that is: “16 Apr 2027, 12 days late”.
fn met_on(coverage: &Coverage) -> String {
    let Some(span) = coverage.span else { return String::new() };
    let late = coverage.days_late.map(|days| {
        let days = usize::try_from(days).unwrap_or_default();
        format!(", {}", unbroken(&format!("{} late", speech::counted(days, "day"))))
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
