//! What a plan is and what may be done to it.
//!
//! Pure: no files, no clock, no randomness. Today's date and new ids are arguments. A change is asked for as an
//! [`Operation`], its effect is a reversible [`ChangeSet`], and a request that breaks a rule is a
//! [`RuleViolation`]. How a plan is kept, drawn or exchanged is not known here.

mod answer;
mod aspect;
mod baseline;
mod budget;
mod calendar;
mod cancel;
mod chain;
mod change;
mod column;
mod conflict;
mod coverage;
mod customer;
mod day;
mod dependency;
mod draft;
mod feedback;
mod goal;
mod id;
mod insight;
mod item;
mod lag;
mod likeness;
mod links;
mod milestone;
mod need;
mod operation;
mod plan;
mod rank;
mod reschedule;
mod rules;
mod schedule;
mod settings;
mod summary;
mod table;
mod theme;
mod view;
mod violation;
mod waiting;

pub use aspect::{Aspect, AspectValue};
pub use baseline::{Baseline, BaselineMilestone, BaselineSpan, Dated, Slip, slip_days};
pub use budget::{
    Actual, Amount, BudgetLine, Cap, CapStanding, Category, Certainty, CertaintyFilter, Cost, CurvePoint,
    ExchangeRate, Ledger, Measure, Moment, Money, PeriodUnit, Rate, Replaced, Sums, Timing, minor_digits,
};
pub use calendar::WorkingCalendar;
pub use cancel::{Cancel, Cancelled};
pub use chain::Chain;
pub use change::{Change, ChangeSet, Diff};
pub use column::{Column, Sort};
pub use conflict::Conflict;
pub use coverage::{Coverage, Standing, WeightPart};
pub use customer::{Customer, CustomerKind, LARGEST};
pub use day::{Day, NotADay, Span};
pub use dependency::{Dependency, DependencyKind};
pub use feedback::{Feedback, FeedbackStatus};
pub use goal::Goal;
pub use id::{
    ActualId, BaselineId, BudgetLineId, CostId, CustomerId, DependencyId, FeedbackId, GoalId, Id, IdSequence,
    ItemId, MilestoneId, NeedId, RateId, ThemeId, ViewId,
};
pub use insight::{CustomerShare, Insight, NeedShare, Promise};
pub use item::{ItemKind, Status, WorkItem};
pub use likeness::{Alike, Likeness};
pub use milestone::Milestone;
pub use need::{Fulfilment, Importance, ItemNeed, Need, NeedCustomer};
pub use operation::{
    ActualEdit, BudgetLineEdit, CostEdit, CustomerEdit, DependencyEdit, Edge, FeedbackEdit, GoalEdit,
    ImportedMoney, ItemEdit, MilestoneEdit, NeedEdit, NewActual, NewBaseline, NewBudgetLine, NewCost,
    NewCustomer, NewDependency, NewFeedback, NewGoal, NewItem, NewMilestone, NewNeed, NewRate, NewTheme,
    NewView, Operation, Passing, PeriodAmount, RateEdit, ThemeEdit, ViewEdit,
};
pub use plan::{Entity, Plan};
pub use rank::Rank;
pub use rules::check_plan;
pub use schedule::{Horizon, Schedule};
pub use settings::{FiscalYear, Holiday, PlanSettings, Weekday};
pub use summary::Summary;
pub use table::{Row, Table};
pub use theme::{HUES, Theme};
pub use view::{Arrangement, Filter, Roadmap, View, ViewSettings};
pub use violation::{RuleViolation, Subject};
