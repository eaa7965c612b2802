//! Searching the plan: work items by any of their texts, milestones, needs, customers, goals, budget lines and feedback.

mod excerpt;
mod folded;
mod texts;
mod words;

use milepost_plan::{
    BudgetLine, BudgetLineId, Customer, CustomerId, Feedback, FeedbackId, Goal, GoalId, ItemId, ItemKind,
    Milestone, MilestoneId, Need, NeedId, Plan, Span, WorkItem,
};
use serde::{Deserialize, Serialize};

use self::excerpt::{MOST, excerpt};
pub(crate) use self::folded::Folded;
pub(crate) use self::texts::Texts;
use self::words::Fit;
pub(crate) use self::words::{Best, Words};
use crate::app::App;
use crate::error::ApiError;
use crate::feedback::Inbox;

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

/// What can be found, in the order in which it comes among equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

/// Searches titles first, then keys, owners, descriptions and links, and the notes and measures of what is no item. Feedback
/// is found by what its duplicates say, too, and stands for them.
/// Costs one look at every text of the plan in lower case, which the first search folds.
pub fn search(app: &App, request: &SearchRequest) -> Result<SearchAnswer, ApiError> {
    let words = Words::of(&request.text);
    let open = app.opened()?;
    if words.is_nothing() {
        return Ok(SearchAnswer { total: 0, hits: Vec::new() });
    }
    open.texts.held(&open.session, |texts| {
        open.inbox.with(&open.session, |inbox, plan| Ok(found(plan, texts, inbox, &words, request.limit)))
    })
}

fn found(plan: &Plan, texts: &Texts, inbox: &Inbox, words: &Words, most: usize) -> SearchAnswer {
    let best = best(texts, inbox, words, most);
    let total = best.total();
    let hits =
        best.in_order().filter_map(|(fit, target)| Some(Found::get(plan, target)?.hit(plan, fit, words)));
    SearchAnswer { total, hits: hits.collect() }
}

/// What fits, and the best of it.
fn best(texts: &Texts, inbox: &Inbox, words: &Words, most: usize) -> Best<HitTarget> {
    let mut best = Best::of(most);
    for (target, folded) in texts.in_order() {
        best.add(words.fit(folded), target);
    }
    for (id, folded) in inbox.newest_first() {
        best.add(words.fit(folded), HitTarget::Feedback { id });
    }
    best
}

/// A row that can be found.
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
    /// In the order in which they come among equals: feedback comes after them.
    fn all_but_feedback(plan: &'p Plan) -> impl Iterator<Item = Self> {
        let items = plan.items_in_order().map(Self::Item);
        let milestones = plan.milestones().iter().map(Self::Milestone);
        let needs = plan.needs().iter().map(Self::Need);
        let customers = plan.customers().iter().map(Self::Customer);
        let goals = plan.goals().iter().map(Self::Goal);
        let lines = plan.budget_lines().iter().map(Self::BudgetLine);
        items.chain(milestones).chain(needs).chain(customers).chain(goals).chain(lines)
    }

    /// None if it is gone.
    fn get(plan: &'p Plan, target: HitTarget) -> Option<Self> {
        match target {
            HitTarget::Item { id } => plan.items().get(id).map(Self::Item),
            HitTarget::Milestone { id } => plan.milestones().get(id).map(Self::Milestone),
            HitTarget::Need { id } => plan.needs().get(id).map(Self::Need),
            HitTarget::Customer { id } => plan.customers().get(id).map(Self::Customer),
            HitTarget::Goal { id } => plan.goals().get(id).map(Self::Goal),
            HitTarget::BudgetLine { id } => plan.budget_lines().get(id).map(Self::BudgetLine),
            HitTarget::Feedback { id } => plan.feedback().get(id).map(Self::Feedback),
        }
    }

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

    fn folded(&self, plan: &'p Plan) -> Folded {
        Folded::of(self.title(), self.others(plan))
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
            excerpt: is_elsewhere.then(|| excerpt(&self.others(plan), words)).flatten(),
        }
    }
}

/// The word for what a line is for, which may be the user's own.
fn category_word(line: &BudgetLine) -> &str {
    if line.own_category.is_empty() { line.category.word() } else { &line.own_category }
}

#[cfg(test)]
mod tests;
