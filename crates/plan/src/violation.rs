//! Why an operation is refused, in words for the person who asked for it.

use uuid::Uuid;

use crate::day::{Day, Span};
use crate::id::{
    ActualId, BaselineId, BudgetLineId, CostId, CustomerId, DependencyId, FeedbackId, GoalId, ItemId,
    MilestoneId, NeedId, RateId, ThemeId, ViewId,
};

/// A rule that a requested change breaks. Nothing has been changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleViolation {
    /// A name or title without a visible character.
    #[error("{} needs a name", with_article(.word))]
    EmptyName {
        /// What is to be named.
        word: &'static str,
    },
    /// A text without a visible character where one is needed.
    #[error("{word} needs a text")]
    EmptyText {
        /// What is to have one.
        word: &'static str,
    },
    /// A text longer than any screen or file should take.
    #[error("{field} is {length} characters long; at most {limit} fit")]
    TextTooLong {
        /// Which field.
        field: &'static str,
        /// Its length in characters.
        length: usize,
        /// The most it may have.
        limit: usize,
    },
    /// A span that ends before it starts.
    #[error("the end, {}, is before the start, {}", .last.written(), .first.written())]
    EndBeforeStart {
        /// Requested first day.
        first: Day,
        /// Requested last day.
        last: Day,
    },
    /// A day that no plan takes.
    #[error("{} is outside the years 1900 to 2199", .day.written())]
    DayOutOfRange {
        /// The day.
        day: Day,
    },
    /// Dependencies that would wait for one another in a circle.
    #[error("that would be a circle of dependencies: {}", .titles.join(" → "))]
    DependencyCycle {
        /// The titles around the circle, the first one again at the end.
        titles: Vec<String>,
    },
    /// Items that would wait for one another in a circle by way of epics, which begin and end with what they hold.
    #[error("that would be a circle, since an epic begins and ends with what it holds: {}", .titles.join(" → "))]
    CycleThroughEpics {
        /// The titles around the circle, the first one again at the end.
        titles: Vec<String>,
    },
    /// An item that would depend on itself.
    #[error("“{title}” cannot depend on itself")]
    DependsOnItself {
        /// Its title.
        title: String,
    },
    /// A dependency between an item and one that holds it, directly or through others.
    #[error("“{part}” is part of “{whole}”, so neither can wait for the other")]
    DependsOnWhole {
        /// Title of the item that is held.
        part: String,
        /// Title of the item that holds it.
        whole: String,
    },
    /// A second dependency between the same two items.
    #[error("“{successor}” depends on “{predecessor}” already")]
    DependencyExists {
        /// Title of the predecessor.
        predecessor: String,
        /// Title of the successor.
        successor: String,
    },
    /// An item that would hold itself, directly or through others.
    #[error("“{title}” cannot be placed inside itself")]
    ParentCycle {
        /// Its title.
        title: String,
    },
    /// An item under one of the same or a lower level.
    #[error(
        "“{child}”, {}, cannot be placed under “{parent}”, {}",
        with_article(.child_kind),
        with_article(.parent_kind)
    )]
    LevelDoesNotFit {
        /// Title of the item that would be held.
        child: String,
        /// Its kind.
        child_kind: &'static str,
        /// Title of the item that would hold it.
        parent: String,
        /// Its kind.
        parent_kind: &'static str,
    },
    /// A row that the request names and the plan does not have.
    #[error("this {word} is no longer in the plan")]
    Missing {
        /// What it was.
        word: &'static str,
        /// Its id.
        id: Uuid,
    },
    /// A new row under an id that is taken.
    #[error("a {word} with this id is in the plan already")]
    IdTaken {
        /// What it is.
        word: &'static str,
        /// The id.
        id: Uuid,
    },
    /// A key of another system that a different item has.
    #[error("the key {key} belongs to “{title}” already")]
    KeyTaken {
        /// The key.
        key: String,
        /// Title of the item that has it.
        title: String,
    },
    /// A name that must be unique and is not.
    #[error("there is a {word} named “{name}” already")]
    NameTaken {
        /// What is named.
        word: &'static str,
        /// The name.
        name: String,
    },
    /// A number outside its limits.
    #[error("{field} is {value}; it must be from {low} to {high}")]
    NumberOutOfRange {
        /// Which field.
        field: &'static str,
        /// Requested value.
        value: i64,
        /// Least value.
        low: i64,
        /// Greatest value.
        high: i64,
    },
    /// An amount below nothing.
    #[error("{field} is negative; it must be 0 or more")]
    Negative {
        /// Which field.
        field: &'static str,
    },
    /// An amount or an effort larger than any row takes.
    #[error("{field} is more than a plan takes, which is {most}")]
    TooLarge {
        /// Which field.
        field: &'static str,
        /// The most it may be, with its unit.
        most: String,
    },
    /// Effort that comes to more than any row takes, since its rate has changed.
    #[error("{cost} comes to more than a plan takes, which is {most}")]
    CostTooLarge {
        /// Which cost: “the cost of “Reports” on “People””.
        cost: String,
        /// The most it may be, with its currency.
        most: String,
    },
    /// An estimate with its ends the wrong way round.
    #[error("the least amount is more than the greatest")]
    LeastAboveGreatest,
    /// An operation on dates of an item that has none.
    #[error("“{title}” has no dates yet")]
    NotDated {
        /// Its title.
        title: String,
    },
    /// An end of an epic, or another place in time, which spans what it holds.
    #[error("“{title}” begins and ends with what it holds; move or resize that instead")]
    SpansWhatItHolds {
        /// Its title.
        title: String,
    },
    /// The progress of an epic, which comes as far as what it holds.
    #[error("“{title}” has come as far as what it holds; change that instead")]
    ComesAsFarAsWhatItHolds {
        /// Its title.
        title: String,
    },
    /// A customer or an importance that an item would have without a need that gives it that.
    #[error("the {word} of “{title}” comes from the needs that it serves; change those instead")]
    ComesFromNeeds {
        /// What would come from nowhere: customer or importance.
        word: &'static str,
        /// Title of the item.
        title: String,
    },
    /// An item that would lose its horizon and get nothing in its place.
    #[error("“{title}” keeps its horizon until it gets dates, or is taken off the timeline")]
    KeepsHorizon {
        /// Its title.
        title: String,
    },
    /// A baseline of a file that names an item or a milestone twice, or not in order.
    #[error("a baseline names its items or milestones out of order")]
    BaselineOutOfOrder,
    /// A feedback that would stand for itself.
    #[error("a feedback cannot be merged into itself")]
    MergedIntoItself,
    /// A feedback of a file that stands for one that itself is stood for, or refers to things out of order.
    #[error("{what} are not in order")]
    OutOfOrder {
        /// What is not.
        what: &'static str,
    },
    /// A cost without days of its own and without a work item that has some.
    #[error("a cost of the plan as a whole needs days of its own")]
    CostWithoutDays,
    /// Less than what features and other costs bring into a period.
    #[error("{elsewhere} on “{line}” come from features and other costs; at least that is planned from {} to {}", period.first.written(), period.last.written())]
    PlannedElsewhere {
        /// Name of the budget line.
        line: String,
        /// The period.
        period: Span,
        /// How much, with its currency.
        elsewhere: String,
    },
    /// Money that was spent on a day to come, by somebody who has not said so.
    #[error("{} is still to come; say that it is spent in advance, or choose a day up to today", .day.written())]
    SpentInTheFuture {
        /// The day.
        day: Day,
    },
    /// Something that other rows still need.
    #[error("{count} {needed_by} still refer to this {word}; give them another one first")]
    StillNeeded {
        /// What it is.
        word: &'static str,
        /// How many rows need it.
        count: usize,
        /// What these are.
        needed_by: &'static str,
    },
    /// Another currency without a rate, while there are amounts in the old one.
    #[error("the plan has amounts in {from}; say what one {from} is in {to} to convert them")]
    RateNeeded {
        /// The plan's currency.
        from: String,
        /// The requested one.
        to: String,
    },
    /// A conversion to the currency that the amounts are in.
    #[error("the plan's amounts are in {currency} already")]
    SameCurrency {
        /// The plan's currency.
        currency: String,
    },
    /// Amounts of a file in another currency than the plan has by the time that they come in.
    #[error("the amounts are in {amounts}, and the plan is in {plan} by now; import the file again")]
    OtherCurrency {
        /// The currency of the amounts.
        amounts: String,
        /// The plan's.
        plan: String,
    },
    /// A rate at which every amount would be nothing.
    #[error("the rate must be more than nothing")]
    RateOfNothing,
    /// An amount that no row takes in the new currency.
    #[error("at this rate {of} is larger than a plan takes")]
    ConvertedTooLarge {
        /// Which amount: “the cap of “Cloud””.
        of: String,
    },
    /// A currency that is no ISO 4217 code.
    #[error("“{code}” is not a currency code of three letters, such as EUR")]
    UnknownCurrency {
        /// The text given.
        code: String,
    },
}

/// “an epic”, “a user story”.
fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {word}")
}

/// The row of a plan that breaks a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A theme.
    Theme(ThemeId),
    /// A work item.
    Item(ItemId),
    /// A milestone.
    Milestone(MilestoneId),
    /// A dependency.
    Dependency(DependencyId),
    /// A view.
    View(ViewId),
    /// A baseline.
    Baseline(BaselineId),
    /// A customer.
    Customer(CustomerId),
    /// A need.
    Need(NeedId),
    /// A goal.
    Goal(GoalId),
    /// A feedback.
    Feedback(FeedbackId),
    /// A budget line.
    BudgetLine(BudgetLineId),
    /// A cost.
    Cost(CostId),
    /// An actual.
    Actual(ActualId),
    /// A rate.
    Rate(RateId),
}
