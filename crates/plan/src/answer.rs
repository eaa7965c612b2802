//! What to write back to those who said something: a text to be copied, whatever came of it.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::day::Day;
use crate::feedback::{Feedback, FeedbackStatus};
use crate::item::{Status, WorkItem};
use crate::plan::Plan;

impl Plan {
    /// What a feedback waits for: the work items that it speaks of and those that serve its needs, each once, but for
    /// dropped ones; done ones first, then those whose last day is earlier.
    pub fn awaited_by(&self, feedback: &Feedback) -> Vec<&WorkItem> {
        let mut seen = BTreeSet::new();
        let mut items: Vec<&WorkItem> = self.awaited(feedback).filter(|item| seen.insert(item.id)).collect();
        let last = |item: &WorkItem| self.span_of(item).map_or(i32::MAX, |span| span.last.number());
        items.sort_by_key(|item| (item.status != Status::Done, last(item), item.id));
        items
    }

    /// What to write to those who said it: the source of the feedback and those of its duplicates.
    ///
    /// It quotes the feedback and says what is done, what is planned, or why it was declined. Years are left out where
    /// they are that of `today`.
    pub fn answer(&self, feedback: &Feedback, today: Day) -> String {
        let mut said: Vec<&Feedback> = vec![feedback];
        said.extend(self.duplicates_of(feedback.id));
        said.sort_by_key(|one| (one.day, one.id));
        let mut sources: Vec<&str> = Vec::new();
        for one in said.iter().filter(|one| !one.source.is_empty()) {
            if !sources.contains(&one.source.as_str()) {
                sources.push(&one.source);
            }
        }
        let greeting =
            if sources.is_empty() { "Hello,".to_owned() } else { format!("Hello {},", joined(&sources)) };
        let days = match (said.first(), said.last()) {
            (Some(first), Some(last)) if first.day != last.day => {
                format!("Between {} and {}", day_in_words(first.day, today), day_in_words(last.day, today))
            }
            _ => format!("On {}", day_in_words(feedback.day, today)),
        };
        let outcome = self.outcome(feedback, today);
        format!("{greeting}\n\n{days} you told us: {}\n\n{outcome}", quoted(&feedback.text))
    }

    fn outcome(&self, feedback: &Feedback, today: Day) -> String {
        if feedback.status == FeedbackStatus::Declined {
            return match feedback.reason.trim() {
                "" => "We have decided against it.".to_owned(),
                reason => format!("We have decided against it: {}", ended(reason)),
            };
        }
        let awaited = self.awaited_by(feedback);
        let (done, open): (Vec<&WorkItem>, Vec<&WorkItem>) =
            awaited.into_iter().partition(|item| item.status == Status::Done);
        let told = |items: &[&WorkItem]| {
            let items: Vec<String> = items.iter().map(|item| self.told(item, today)).collect();
            joined(&items)
        };
        match (done.is_empty(), open.is_empty()) {
            (true, true) => "We have noted it, and will tell you what comes of it.".to_owned(),
            (false, true) => format!("It is done: {}.", told(&done)),
            (true, false) => format!("It is planned: {}.", told(&open)),
            (false, false) => format!("Done so far: {}. Still to come: {}.", told(&done), told(&open)),
        }
    }

    /// “Report templates (since 12 June)”.
    fn told(&self, item: &WorkItem, today: Day) -> String {
        let last = self.span_of(item).map(|span| span.last);
        match last {
            Some(last) if item.status != Status::Done && last >= today => {
                format!("{} (by {})", item.title, day_in_words(last, today))
            }
            Some(last) if item.status == Status::Done && last <= today => {
                format!("{} (since {})", item.title, day_in_words(last, today))
            }
            _ => item.title.clone(),
        }
    }
}

/// “12 June”, or “12 June 2025” in another year than that of `today`.
fn day_in_words(day: Day, today: Day) -> String {
    let is_of_this_year = day.date().year() == today.date().year();
    day.date().format(if is_of_this_year { "%-d %B" } else { "%-d %B %Y" }).to_string()
}

/// “Ada, Ben and Cem”.
fn joined<T: AsRef<str>>(words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => String::new(),
    }
}

/// A text in quotation marks as a sentence's end: in one line, and no longer than is needed to recognise it.
fn quoted(text: &str) -> String {
    const MOST: usize = 240;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > MOST {
        let part: String = line.chars().take(MOST).collect();
        let whole_words = part.rfind(' ').map_or(part.as_str(), |space| &part[..space]);
        return format!("“{}…”", whole_words.trim_end_matches([',', ';', ':', '.', ' ']));
    }
    if line.ends_with(ENDS) { format!("“{line}”") } else { format!("“{line}”.") }
}

fn ended(sentence: &str) -> String {
    if sentence.ends_with(ENDS) { sentence.to_owned() } else { format!("{sentence}.") }
}

const ENDS: [char; 4] = ['.', '!', '?', '…'];
