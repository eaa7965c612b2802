//! Searching the plan: work items by any of their texts, milestones, needs, customers, goals, budget lines and feedback.

use milepost_plan::{
    BudgetLine, BudgetLineId, Customer, CustomerId, Feedback, FeedbackId, Goal, GoalId, ItemId, ItemKind,
    Milestone, MilestoneId, Need, NeedId, Plan, Span, WorkItem,
};
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

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// Which.
    pub target: HitTarget,
    /// Its title, name or statement; of a feedback the first line.
    pub title: String,
    /// What sort of item; none for anything else.
    pub kind: Option<ItemKind>,
    /// The days that it takes, if it stands on any.
    pub span: Option<Span>,
    /// Where the words were found, if not in its title or far behind in it: the key, the owner, or a part of a longer text.
    pub excerpt: Option<String>,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "entity", rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is what the plan calls it")]
pub enum HitTarget {
    Item { id: ItemId },
    Milestone { id: MilestoneId },
    Need { id: NeedId },
    Customer { id: CustomerId },
    Goal { id: GoalId },
    BudgetLine { id: BudgetLineId },
    Feedback { id: FeedbackId },
}

/// How well something fits; the best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    TitleBegins,
    InTitle,
    Key,
    Elsewhere,
}

/// Searches titles first, then keys, owners, descriptions and links, and the notes and measures of what is no item. Feedback
/// is found by what its duplicates say, too, and stands for them.
/// Costs one look at every text of the plan.
pub fn search(app: &App, request: &SearchRequest) -> Result<SearchAnswer, ApiError> {
    let words = Words::of(&request.text);
    let open = app.opened()?;
    if words.is_nothing() {
        return Ok(SearchAnswer { total: 0, hits: Vec::new() });
    }
    open.with_plan(|plan| {
        let found = ranked(everything(plan), |found| words.fit(found.title(), &found.others(plan)));
        let total = found.len();
        let best = found.into_iter().take(request.limit);
        Ok(SearchAnswer { total, hits: best.map(|(fit, found)| found.hit(plan, fit, &words)).collect() })
    })
}

/// What fits, best first; among equals in the order in which it comes.
pub(crate) fn ranked<T>(all: impl IntoIterator<Item = T>, fit: impl Fn(&T) -> Option<Fit>) -> Vec<(Fit, T)> {
    let mut found: Vec<(Fit, T)> =
        all.into_iter().filter_map(|each| fit(&each).map(|fit| (fit, each))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    found
}

fn everything(plan: &Plan) -> impl Iterator<Item = Found<'_>> {
    let items = plan.items_in_order().map(Found::Item);
    let milestones = plan.milestones().iter().map(Found::Milestone);
    let needs = plan.needs().iter().map(Found::Need);
    let customers = plan.customers().iter().map(Found::Customer);
    let goals = plan.goals().iter().map(Found::Goal);
    let lines = plan.budget_lines().iter().map(Found::BudgetLine);
    // The newest first.
    let feedback = plan.feedback().iter().rev().filter(|row| row.duplicate_of.is_none()).map(Found::Feedback);
    items.chain(milestones).chain(needs).chain(customers).chain(goals).chain(lines).chain(feedback)
}

enum Found<'p> {
    Item(&'p WorkItem),
    Milestone(&'p Milestone),
    Need(&'p Need),
    Customer(&'p Customer),
    Goal(&'p Goal),
    BudgetLine(&'p BudgetLine),
    Feedback(&'p Feedback),
}

impl<'p> Found<'p> {
    fn title(&self) -> &'p str {
        match self {
            Self::Item(item) => &item.title,
            Self::Milestone(row) => &row.name,
            Self::Need(need) => &need.statement,
            Self::Customer(customer) => &customer.name,
            Self::Goal(goal) => &goal.title,
            Self::BudgetLine(line) => &line.name,
            Self::Feedback(feedback) => feedback.text.lines().next().unwrap_or_default(),
        }
    }

    /// Its other texts, of which a key comes first.
    fn others(&self, plan: &'p Plan) -> Vec<&'p str> {
        match self {
            Self::Item(item) => vec![&item.key, &item.owner, &item.description, &item.link],
            Self::Milestone(row) => vec!["", &row.note],
            Self::Need(need) => vec!["", &need.note, &need.alternatives],
            Self::Customer(customer) => vec!["", &customer.note],
            Self::Goal(goal) => vec!["", &goal.measure, &goal.target],
            Self::BudgetLine(line) => vec!["", &line.note, category_word(line)],
            Self::Feedback(feedback) => {
                let all = std::iter::once(*feedback).chain(plan.duplicates_of(feedback.id));
                all.flat_map(|one| [&one.key, &one.text, &one.source, &one.channel, &one.reason])
                    .map(String::as_str)
                    .collect()
            }
        }
    }

    fn target(&self) -> HitTarget {
        match self {
            Self::Item(item) => HitTarget::Item { id: item.id },
            Self::Milestone(row) => HitTarget::Milestone { id: row.id },
            Self::Need(need) => HitTarget::Need { id: need.id },
            Self::Customer(customer) => HitTarget::Customer { id: customer.id },
            Self::Goal(goal) => HitTarget::Goal { id: goal.id },
            Self::BudgetLine(line) => HitTarget::BudgetLine { id: line.id },
            Self::Feedback(feedback) => HitTarget::Feedback { id: feedback.id },
        }
    }

    fn span(&self, plan: &Plan) -> Option<Span> {
        match self {
            Self::Item(item) => plan.span_of(item),
            Self::Milestone(row) => Some(Span { first: row.day, last: row.day }),
            Self::Need(need) => plan.coverage(need).span,
            Self::BudgetLine(line) => line.cap.map(|cap| cap.span),
            Self::Feedback(feedback) => Some(Span { first: feedback.day, last: feedback.day }),
            Self::Customer(_) | Self::Goal(_) => None,
        }
    }

    fn hit(&self, plan: &Plan, fit: Fit, words: &Words) -> Hit {
        let title = self.title();
        let is_elsewhere = fit > Fit::InTitle || title.chars().count() > MOST;
        Hit {
            target: self.target(),
            title: title.to_owned(),
            kind: if let Self::Item(item) = self { Some(item.kind) } else { None },
            span: self.span(plan),
            excerpt: is_elsewhere.then(|| excerpt(&self.others(plan), &words.0)).flatten(),
        }
    }
}

/// The word for what a line is for, which may be the user's own.
fn category_word(line: &BudgetLine) -> &str {
    if line.own_category.is_empty() { line.category.word() } else { &line.own_category }
}

/// What is searched for, word by word, in lower case.
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing is searched for.
    pub(crate) fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// How well they fit a title and other texts, of which the key comes first; none if one of them is nowhere.
    pub(crate) fn fit(&self, title: &str, others: &[&str]) -> Option<Fit> {
        let title = title.to_lowercase();
        if self.0.iter().all(|word| title.contains(word)) {
            let begins = self.0.first().is_some_and(|first| title.starts_with(first));
            return Some(if begins { Fit::TitleBegins } else { Fit::InTitle });
        }
        let others: Vec<String> = others.iter().map(|text| text.to_lowercase()).collect();
        let is_somewhere =
            |word: &String| title.contains(word) || others.iter().any(|text| text.contains(word));
        let is_key = self.0.iter().all(|word| others.first().is_some_and(|key| key.contains(word)));
        match (is_key, self.0.iter().all(is_somewhere)) {
            (true, _) => Some(Fit::Key),
            (false, true) => Some(Fit::Elsewhere),
            (false, false) => None,
        }
    }
}

/// Letters that can be read at a glance.
const MOST: usize = 90;

/// The line around the first of the words that is in one of the texts, no longer than can be read at a glance.
fn excerpt(texts: &[&str], words: &[String]) -> Option<String> {
    const BEFORE: usize = 20;
    let has = |line: &&str| words.iter().any(|word| line.to_lowercase().contains(word));
    let line = texts.iter().flat_map(|text| text.lines()).find(has)?;
    let lower = line.to_lowercase();
    let at = words.iter().filter_map(|word| lower.find(word.as_str())).min()?;
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
            Words::of(text).fit("Saved Filters", &["WF-12", "Zoë Åkerström", "Kept with the plan"])
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
        let told = excerpt(&["", text], &Words::of("promised").0).unwrap();
        assert!(told.starts_with("…reporting team has promised to hand over"), "{told}");
        assert_eq!(excerpt(&["İİİ ends here"], &Words::of("ends").0).as_deref(), Some("İİİ ends here"));
        assert_eq!(excerpt(&["nothing"], &Words::of("promised").0), None);
    }
}
