//! Searching the plan: work items by any of their texts, and milestones.

use milepost_layout::Target;
use milepost_plan::{ItemKind, Plan, Span, WorkItem};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;

/// What to search for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchRequest {
    /// Words that are all contained, whatever the case.
    pub text: String,
    /// How many hits at most.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchAnswer {
    /// How many there are.
    pub total: usize,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
}

/// An item or a milestone that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// Which.
    pub target: Target,
    /// Its title or name.
    pub title: String,
    /// What sort of item; none for a milestone.
    pub kind: Option<ItemKind>,
    /// The days that it takes, if it stands on any.
    pub span: Option<Span>,
    /// Where the words were found, if not in its title: the key, the owner, or a part of the description or link.
    pub excerpt: Option<String>,
}

/// How well something fits; the best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    TitleBegins,
    InTitle,
    Key,
    Elsewhere,
}

/// Searches titles first, then keys, owners, descriptions and links, and the names and notes of milestones. Costs one
/// look at every text of the plan.
pub fn search(app: &App, request: &SearchRequest) -> Result<SearchAnswer, ApiError> {
    let text = request.text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let open = app.opened()?;
    if words.is_empty() {
        return Ok(SearchAnswer { total: 0, hits: Vec::new() });
    }
    open.with_plan(|plan| {
        let items = plan.items_in_order().filter_map(|item| {
            let others = [&item.key, &item.owner, &item.description, &item.link];
            fit(&words, &item.title, &others.map(String::as_str)).map(|fit| (fit, Found::Item(item)))
        });
        let milestones = plan.milestones().iter().filter_map(|row| {
            fit(&words, &row.name, &["", &row.note]).map(|fit| (fit, Found::Milestone(row)))
        });
        let mut found: Vec<(Fit, Found<'_>)> = items.chain(milestones).collect();
        found.sort_by_key(|(fit, _)| *fit);
        let total = found.len();
        let best = found.into_iter().take(request.limit);
        Ok(SearchAnswer { total, hits: best.map(|(fit, found)| found.hit(plan, fit, &words)).collect() })
    })
}

enum Found<'p> {
    Item(&'p WorkItem),
    Milestone(&'p milepost_plan::Milestone),
}

impl Found<'_> {
    fn hit(&self, plan: &Plan, fit: Fit, words: &[&str]) -> Hit {
        let is_elsewhere = fit > Fit::InTitle;
        match self {
            Self::Item(item) => {
                let texts = [&item.key, &item.owner, &item.description, &item.link].map(String::as_str);
                Hit {
                    target: Target::Item { id: item.id },
                    title: item.title.clone(),
                    kind: Some(item.kind),
                    span: plan.span_of(item),
                    excerpt: is_elsewhere.then(|| excerpt(&texts, words)).flatten(),
                }
            }
            Self::Milestone(row) => Hit {
                target: Target::Milestone { id: row.id },
                title: row.name.clone(),
                kind: None,
                span: Some(Span { first: row.day, last: row.day }),
                excerpt: is_elsewhere.then(|| excerpt(&[&row.note], words)).flatten(),
            },
        }
    }
}

/// How well the words fit a title and other texts, of which the key comes first; none if one of them is nowhere.
fn fit(words: &[&str], title: &str, others: &[&str]) -> Option<Fit> {
    let title = title.to_lowercase();
    if words.iter().all(|word| title.contains(word)) {
        let begins = words.first().is_some_and(|first| title.starts_with(first));
        return Some(if begins { Fit::TitleBegins } else { Fit::InTitle });
    }
    let others: Vec<String> = others.iter().map(|text| text.to_lowercase()).collect();
    let is_somewhere = |word: &&str| title.contains(*word) || others.iter().any(|text| text.contains(*word));
    let is_key = words.iter().all(|word| others.first().is_some_and(|key| key.contains(word)));
    match (is_key, words.iter().all(is_somewhere)) {
        (true, _) => Some(Fit::Key),
        (false, true) => Some(Fit::Elsewhere),
        (false, false) => None,
    }
}

/// The line around the first of the words that is in one of the texts, no longer than can be read at a glance.
fn excerpt(texts: &[&str], words: &[&str]) -> Option<String> {
    const BEFORE: usize = 20;
    const MOST: usize = 90;
    let has = |line: &&str| words.iter().any(|word| line.to_lowercase().contains(word));
    let line = texts.iter().flat_map(|text| text.lines()).find(has)?;
    let lower = line.to_lowercase();
    let at = words.iter().filter_map(|word| lower.find(word)).min()?;
    // Lower case may be longer than what it stands for, so that characters are counted, not bytes.
    let before = lower[..at].chars().count();
    let skipped = before.saturating_sub(BEFORE);
    let part: String = line.chars().skip(skipped).take(MOST).collect();
    // A word that is cut at the start says nothing.
    let words_on = if skipped > 0 { part.find(' ').map_or(0, |space| space + 1) } else { 0 };
    let is_whole = skipped + MOST >= line.chars().count();
    let (start, end) = (if skipped > 0 { "…" } else { "" }, if is_whole { "" } else { "…" });
    Some(format!("{start}{}{end}", part[words_on..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_title_comes_before_what_is_elsewhere() {
        let fit = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            fit(&words, "Saved Filters", &["WF-12", "Zoë Åkerström", "Kept with the plan"])
        };
        assert_eq!(fit("saved"), Some(Fit::TitleBegins));
        assert_eq!(fit("filters saved"), Some(Fit::InTitle));
        assert_eq!(fit("wf-12"), Some(Fit::Key));
        assert_eq!(fit("åkerström plan saved"), Some(Fit::Elsewhere));
        assert_eq!(fit("saved views"), None);
    }

    #[test]
    fn an_excerpt_is_the_line_around_the_word() {
        let text = "First line\nHere a feature waits for the templates that the reporting team has promised to hand over by the end of spring\nLast";
        let told = excerpt(&["", text], &["promised"]).unwrap();
        assert!(told.starts_with("…reporting team has promised to hand over"), "{told}");
        assert_eq!(excerpt(&["İİİ ends here"], &["ends"]).as_deref(), Some("İİİ ends here"));
        assert_eq!(excerpt(&["nothing"], &["promised"]), None);
    }
}
