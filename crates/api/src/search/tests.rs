//! Whatever becomes of a plan, what is kept finds the same as a look at every row of it.

use milepost_plan::{
    BudgetLineEdit, Category, ChangeSet, CustomerEdit, CustomerKind, FeedbackEdit, GoalEdit, ItemEdit,
    MilestoneEdit, NeedEdit, NewBudgetLine, NewCustomer, NewFeedback, NewGoal, NewItem, NewMilestone,
    NewNeed, Operation, PlanSettings,
};
use milepost_testkit::{day, id};
use proptest::prelude::*;

use super::*;
use crate::kept::Follow;

/// One thing that a user does.
#[derive(Debug, Clone)]
enum Act {
    Apply(Box<Operation>),
    /// Takes back what was done last, be it an undo.
    Undo,
}

/// Few ids, so that operations meet.
fn any_id<I: milepost_plan::Id>() -> impl Strategy<Value = I> {
    (1_u32..5).prop_map(id)
}

/// Few letters, so that words are found, with some whose lower case is longer or depends on what follows.
fn any_text() -> impl Strategy<Value = String> {
    "[abAÄİΣ \\n]{0,8}"
}

/// What has to say something.
fn any_title() -> impl Strategy<Value = String> {
    "[abAÄİΣ][abAÄİΣ ]{0,6}"
}

fn any_words() -> impl Strategy<Value = String> {
    "[abäÄiσς]{1,2}( [abäi]{1,2})?"
}

fn with_items() -> impl Strategy<Value = Operation> {
    let kind = || prop::sample::select(ItemKind::ALL.to_vec());
    let edit = prop_oneof![
        any_title().prop_map(ItemEdit::Title),
        any_text().prop_map(ItemEdit::Description),
        any_title().prop_map(ItemEdit::Owner),
        "[ab]{0,2}".prop_map(ItemEdit::Key),
        kind().prop_map(ItemEdit::Kind),
    ];
    prop_oneof![
        3 => (any_id(), kind(), any_title())
            .prop_map(|(id, kind, title)| Operation::AddItem { item: NewItem::new(id, kind, title) }),
        4 => (any_id(), edit).prop_map(|(id, edit)| Operation::EditItems { ids: vec![id], edit }),
        1 => (any_id(), prop::option::of(any_id()))
            .prop_map(|(id, before)| Operation::ReorderItem { id, before }),
        1 => any_id().prop_map(|id| Operation::DeleteItems { ids: vec![id] }),
    ]
}

fn with_feedback() -> impl Strategy<Value = Operation> {
    let edit = prop_oneof![
        any_text().prop_map(FeedbackEdit::Text),
        any_title().prop_map(FeedbackEdit::Source),
        any_title().prop_map(FeedbackEdit::Channel),
        any_title().prop_map(FeedbackEdit::Decline),
        "[ab]{0,2}".prop_map(FeedbackEdit::Key),
    ];
    prop_oneof![
        4 => (any_id(), any_text()).prop_map(|(id, text)| Operation::AddFeedback {
            feedback: NewFeedback::new(id, day("2026-11-20"), text)
        }),
        4 => (any_id(), edit).prop_map(|(id, edit)| Operation::EditFeedback { ids: vec![id], edit }),
        3 => (any_id(), any_id()).prop_map(|(id, into)| Operation::MergeFeedback { ids: vec![id], into }),
        1 => any_id().prop_map(|id| Operation::SplitFeedback { id }),
        1 => any_id().prop_map(|id| Operation::DeleteFeedback { ids: vec![id] }),
    ]
}

fn with_needs() -> impl Strategy<Value = Operation> {
    let edit = prop_oneof![
        any_title().prop_map(NeedEdit::Statement),
        any_text().prop_map(NeedEdit::Note),
        any_text().prop_map(NeedEdit::Alternatives),
    ];
    prop_oneof![
        2 => (any_id(), any_title())
            .prop_map(|(id, statement)| Operation::AddNeed { need: NewNeed::new(id, statement) }),
        2 => (any_id(), edit).prop_map(|(id, edit)| Operation::EditNeeds { ids: vec![id], edit }),
        1 => any_id().prop_map(|id| Operation::DeleteNeeds { ids: vec![id] }),
    ]
}

fn with_customers_and_goals() -> impl Strategy<Value = Operation> {
    let (size, unit) = (1, String::new);
    prop_oneof![
        2 => (any_id(), any_title(), any_text()).prop_map(move |(id, name, note)| Operation::AddCustomer {
            customer: NewCustomer { id, name, kind: CustomerKind::Segment, size, unit: unit(), note }
        }),
        1 => (any_id(), any_text())
            .prop_map(|(id, note)| Operation::EditCustomer { id, edit: CustomerEdit::Note(note) }),
        1 => any_id().prop_map(|id| Operation::DeleteCustomer { id }),
        2 => (any_id(), any_title(), any_text()).prop_map(|(id, title, measure)| Operation::AddGoal {
            goal: NewGoal { id, title, measure, target: String::new(), by: None }
        }),
        1 => (any_id(), any_text())
            .prop_map(|(id, target)| Operation::EditGoal { id, edit: GoalEdit::Target(target) }),
        1 => any_id().prop_map(|id| Operation::DeleteGoal { id }),
    ]
}

fn with_milestones_and_lines() -> impl Strategy<Value = Operation> {
    let category = (Category::Other, Category::Cloud);
    prop_oneof![
        2 => (any_id(), any_title()).prop_map(|(id, name)| Operation::AddMilestone {
            milestone: NewMilestone { id, name, day: day("2027-01-01") }
        }),
        1 => (any_id(), any_text())
            .prop_map(|(id, note)| Operation::EditMilestone { id, edit: MilestoneEdit::Note(note) }),
        1 => any_id().prop_map(|id| Operation::DeleteMilestone { id }),
        2 => (any_id(), any_title(), any_text()).prop_map(move |(id, name, note)| Operation::AddBudgetLine {
            line: NewBudgetLine { id, name, category: category.0, own_category: String::new(), cap: None, note }
        }),
        1 => (any_id(), any_title()).prop_map(move |(id, own_category)| Operation::EditBudgetLine {
            id,
            edit: BudgetLineEdit::Category { category: category.1, own_category }
        }),
        1 => any_id().prop_map(|id| Operation::DeleteBudgetLine { id, into: None }),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    let apply = |operation| Act::Apply(Box::new(operation));
    prop_oneof![
        4 => with_items().prop_map(apply),
        6 => with_feedback().prop_map(apply),
        2 => with_needs().prop_map(apply),
        2 => with_customers_and_goals().prop_map(apply),
        2 => with_milestones_and_lines().prop_map(apply),
        2 => Just(Act::Undo),
    ]
}

/// How well words fit, text by text.
fn looked_at(words: &[String], title: &str, others: &[&str]) -> Option<Fit> {
    let has = |text: &str, word: &String| text.to_lowercase().contains(word);
    if words.iter().all(|word| has(title, word)) {
        let begins = title.to_lowercase().starts_with(&words[0]);
        return Some(if begins { Fit::TitleBegins } else { Fit::InTitle });
    }
    if words.iter().all(|word| has(others[0], word)) {
        return Some(Fit::Key);
    }
    let somewhere = |word| has(title, word) || others.iter().any(|text| has(text, word));
    words.iter().all(somewhere).then_some(Fit::Elsewhere)
}

/// The answer of somebody who looks at every row.
fn looked_through(plan: &Plan, words: &Words, most: usize) -> SearchAnswer {
    let folded: Vec<String> = words.iter().map(str::to_owned).collect();
    let newest = plan.feedback().iter().rev().filter(|row| row.duplicate_of.is_none()).map(Found::Feedback);
    let mut found: Vec<(Fit, Found<'_>)> = Found::all_but_feedback(plan)
        .chain(newest)
        .filter_map(|found| Some((looked_at(&folded, found.title(), &found.others(plan))?, found)))
        .collect();
    found.sort_by_key(|(fit, _)| *fit);
    let best = found.iter().take(most);
    SearchAnswer { total: found.len(), hits: best.map(|(fit, found)| found.hit(plan, *fit, words)).collect() }
}

/// A plan with what is kept for searches, and the way back.
struct Desk {
    plan: Plan,
    texts: Texts,
    inbox: Inbox,
    done: Vec<ChangeSet>,
}

impl Desk {
    fn new() -> Self {
        let plan = Plan::new(PlanSettings::default());
        Self { texts: Texts::of(&plan), inbox: Inbox::of(&plan), plan, done: Vec::new() }
    }

    /// What breaks a rule changes nothing.
    fn act(&mut self, act: Act) {
        let changes = match act {
            Act::Apply(operation) => operation.change(&self.plan).ok(),
            Act::Undo => self.done.pop().map(ChangeSet::reversed),
        };
        let Some(changes) = changes else { return };
        self.plan.accept(&changes);
        self.texts.follow(&self.plan, &changes.changes);
        self.inbox.follow(&self.plan, &changes.changes);
        self.done.push(changes);
    }
}

proptest! {
    #[test]
    fn what_is_kept_finds_what_a_look_at_every_row_finds(
        acts in prop::collection::vec(any_act(), 1..40),
        asked in prop::collection::vec((any_words(), prop_oneof![0..4_usize, Just(100)]), 4),
    ) {
        let mut desk = Desk::new();
        for act in acts {
            desk.act(act);
            for (text, most) in &asked {
                let words = Words::of(text);
                let kept = found(&desk.plan, &desk.texts, &desk.inbox, &words, *most);
                prop_assert_eq!(kept, looked_through(&desk.plan, &words, *most), "{}", text);
            }
        }
    }
}
