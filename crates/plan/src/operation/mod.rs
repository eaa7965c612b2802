//! Operations: the things a user does to a plan, each one undo step.
//!
//! An operation is data. [`Operation::change`] works out its effect on a plan without touching it. It does not
//! write its own undo: reversing the change set does that.

// Reason for length: all that can be done stands in one list, with one list of its names and one of its rules.

mod baseline;
mod budget;
mod customer;
mod dependency;
mod duplicate;
mod feedback;
mod goal;
mod import;
mod item;
mod milestone;
mod need;
mod order;
mod passing;
mod place;
mod settings;
mod theme;
mod view;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::aspect::AspectValue;
use crate::budget::{BudgetLine, ExchangeRate, Rate};
use crate::cancel::{Cancel, Cancelled};
use crate::change::ChangeSet;
use crate::customer::Customer;
use crate::draft::Draft;
use crate::goal::Goal;
use crate::id::{
    ActualId, BaselineId, BudgetLineId, CostId, CustomerId, DependencyId, FeedbackId, GoalId, Id, ItemId,
    MilestoneId, NeedId, RateId, ThemeId, ViewId,
};
use crate::plan::Plan;
use crate::reschedule::push_successors;
use crate::settings::PlanSettings;
use crate::theme::Theme;
use crate::violation::RuleViolation;

pub use baseline::NewBaseline;
pub use budget::actual::{ActualEdit, NewActual};
pub use budget::cost::{CostEdit, NewCost};
pub use budget::line::{BudgetLineEdit, NewBudgetLine};
pub use budget::periods::PeriodAmount;
pub use budget::rate::{NewRate, RateEdit};
pub use customer::{CustomerEdit, NewCustomer};
pub use dependency::{DependencyEdit, NewDependency};
pub use feedback::{FeedbackEdit, NewFeedback};
pub use goal::{GoalEdit, NewGoal};
pub use import::ImportedMoney;
pub use item::{ItemEdit, NewItem};
pub use milestone::{MilestoneEdit, NewMilestone};
pub use need::{NeedEdit, NewNeed};
pub use passing::Passing;
pub use place::Edge;
pub use theme::{NewTheme, ThemeEdit};
pub use view::{NewView, ViewEdit};

/// One thing a user does to the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "operation", rename_all = "snake_case")]
pub enum Operation {
    /// Replaces the plan's settings.
    EditSettings {
        /// The settings from now on.
        settings: PlanSettings,
    },

    /// Adds a theme after the last one.
    AddTheme {
        /// The theme.
        theme: NewTheme,
    },
    /// Edits one field of a theme.
    EditTheme {
        /// Which theme.
        id: ThemeId,
        /// Which field and its value.
        edit: ThemeEdit,
    },
    /// Changes the order of the lanes.
    ReorderTheme {
        /// Which theme.
        id: ThemeId,
        /// The theme that it shall stand before; none for the end.
        before: Option<ThemeId>,
    },
    /// Deletes a theme; its items stay, without a theme.
    DeleteTheme {
        /// Which theme.
        id: ThemeId,
    },

    /// Adds a work item after the last one.
    AddItem {
        /// The item.
        item: NewItem,
    },
    /// Sets one field of one or more items to the same value.
    EditItems {
        /// Which items; one that is named twice counts once.
        ids: Vec<ItemId>,
        /// Which field and its value.
        edit: ItemEdit,
    },
    /// Moves dated items in time, to another lane, or both.
    MoveItems {
        /// Which items; one that is named twice counts once. Where the plan keeps working lengths, the first leads: the
        /// others go as many working days as it does.
        ids: Vec<ItemId>,
        /// Days to the right; negative to the left.
        days: i32,
        /// What the lane that they go to stands for; nothing leaves them in theirs.
        lane: Vec<AspectValue>,
    },
    /// Moves one end of dated items, of each no further than to the other end.
    ResizeItems {
        /// Which items; one that is named twice counts once.
        ids: Vec<ItemId>,
        /// Which end.
        edge: Edge,
        /// Days to the right; negative to the left.
        days: i32,
    },
    /// Changes the order by hand.
    ReorderItem {
        /// Which item.
        id: ItemId,
        /// The item that it shall stand before; none for the end.
        before: Option<ItemId>,
    },
    /// Copies items and all that they hold, with their fields but without their keys, and the dependencies between what is
    /// copied; nothing else that hangs on them. Copies stand right after their originals.
    DuplicateItems {
        /// Which items; one that is named twice counts once.
        ids: Vec<ItemId>,
        /// Id of the first copy. Further ones count up from it: first those of the items named, in their order, then those of
        /// what they hold, then those of dependencies.
        first_id: ItemId,
    },
    /// Deletes items, all items that they hold, and the dependencies of all of these.
    DeleteItems {
        /// Which items.
        ids: Vec<ItemId>,
    },

    /// Adds a milestone.
    AddMilestone {
        /// The milestone.
        milestone: NewMilestone,
    },
    /// Edits one field of a milestone.
    EditMilestone {
        /// Which milestone.
        id: MilestoneId,
        /// Which field and its value.
        edit: MilestoneEdit,
    },
    /// Deletes a milestone.
    DeleteMilestone {
        /// Which milestone.
        id: MilestoneId,
    },

    /// Makes one item wait for another: once, never in a circle, and never an item for what it is part of.
    Link {
        /// The dependency.
        dependency: NewDependency,
    },
    /// Edits one field of a dependency.
    EditDependency {
        /// Which dependency.
        id: DependencyId,
        /// Which field and its value.
        edit: DependencyEdit,
    },
    /// Deletes a dependency.
    Unlink {
        /// Which dependency.
        id: DependencyId,
    },

    /// Saves a new view.
    AddView {
        /// The view.
        view: Box<NewView>,
    },
    /// Edits one field of a view.
    EditView {
        /// Which view.
        id: ViewId,
        /// Which field and its value.
        edit: ViewEdit,
    },
    /// Deletes a view.
    DeleteView {
        /// Which view.
        id: ViewId,
    },

    /// Keeps how everything is dated now.
    TakeBaseline {
        /// The baseline.
        baseline: NewBaseline,
    },
    /// Renames a baseline.
    RenameBaseline {
        /// Which baseline.
        id: BaselineId,
        /// Its name, unique in the plan.
        name: String,
    },
    /// Deletes a baseline.
    DeleteBaseline {
        /// Which baseline.
        id: BaselineId,
    },

    /// Adds a customer after the last one.
    AddCustomer {
        /// The customer.
        customer: NewCustomer,
    },
    /// Edits one field of a customer.
    EditCustomer {
        /// Which customer.
        id: CustomerId,
        /// Which field and its value.
        edit: CustomerEdit,
    },
    /// Changes the order of the customers.
    ReorderCustomer {
        /// Which customer.
        id: CustomerId,
        /// The customer that it shall stand before; none for the end.
        before: Option<CustomerId>,
    },
    /// Deletes a customer; its needs and its feedback stay, without it.
    DeleteCustomer {
        /// Which customer.
        id: CustomerId,
    },

    /// Adds a goal after the last one.
    AddGoal {
        /// The goal.
        goal: NewGoal,
    },
    /// Edits one field of a goal.
    EditGoal {
        /// Which goal.
        id: GoalId,
        /// Which field and its value.
        edit: GoalEdit,
    },
    /// Changes the order of the goals.
    ReorderGoal {
        /// Which goal.
        id: GoalId,
        /// The goal that it shall stand before; none for the end.
        before: Option<GoalId>,
    },
    /// Deletes a goal; the items that serve it stay.
    DeleteGoal {
        /// Which goal.
        id: GoalId,
    },

    /// Adds a need.
    AddNeed {
        /// The need.
        need: NewNeed,
    },
    /// Sets one field of one or more needs to the same value.
    EditNeeds {
        /// Which needs; one that is named twice counts once.
        ids: Vec<NeedId>,
        /// Which field and its value.
        edit: NeedEdit,
    },
    /// Deletes needs; the items that serve them and the feedback that speaks of them stay.
    DeleteNeeds {
        /// Which needs.
        ids: Vec<NeedId>,
    },

    /// Adds a feedback.
    AddFeedback {
        /// The feedback.
        feedback: NewFeedback,
    },
    /// Sets one field of one or more pieces of feedback to the same value.
    EditFeedback {
        /// Which ones; one that is named twice counts once.
        ids: Vec<FeedbackId>,
        /// Which field and its value.
        edit: FeedbackEdit,
    },
    /// Lets one feedback stand for others that say the same: it counts their votes and speaks of what they spoke of.
    MergeFeedback {
        /// The others.
        ids: Vec<FeedbackId>,
        /// The one that stands for them.
        into: FeedbackId,
    },
    /// Lets a duplicate stand for itself again.
    SplitFeedback {
        /// Which feedback.
        id: FeedbackId,
    },
    /// Deletes feedback, and what it stands for.
    DeleteFeedback {
        /// Which ones.
        ids: Vec<FeedbackId>,
    },

    /// Adds a budget line after the last one.
    AddBudgetLine {
        /// The line.
        line: NewBudgetLine,
    },
    /// Edits one field of a budget line.
    EditBudgetLine {
        /// Which line.
        id: BudgetLineId,
        /// Which field and its value.
        edit: BudgetLineEdit,
    },
    /// Changes the order of the budget lines.
    ReorderBudgetLine {
        /// Which line.
        id: BudgetLineId,
        /// The line that it shall stand before; none for the end.
        before: Option<BudgetLineId>,
    },
    /// Deletes a budget line. Its costs and actuals go to another one; without another one it must have none.
    DeleteBudgetLine {
        /// Which line.
        id: BudgetLineId,
        /// Where its money goes.
        into: Option<BudgetLineId>,
    },

    /// Adds a cost.
    AddCost {
        /// The cost.
        cost: NewCost,
    },
    /// Sets one field of one or more costs to the same value.
    EditCosts {
        /// Which costs; one that is named twice counts once.
        ids: Vec<CostId>,
        /// Which field and its value.
        edit: CostEdit,
    },
    /// Deletes costs.
    DeleteCosts {
        /// Which costs.
        ids: Vec<CostId>,
    },

    /// Sets what is planned on a line in each of some periods, by costs of the line alone.
    PlanPeriods {
        /// Which line.
        line: BudgetLineId,
        /// What shall be planned, period by period.
        periods: Vec<PeriodAmount>,
        /// Id of the first cost that is added; further ones count up from it.
        first_id: CostId,
    },

    /// Adds an actual.
    AddActual {
        /// The actual.
        actual: NewActual,
    },
    /// Sets one field of one or more actuals to the same value.
    EditActuals {
        /// Which actuals; one that is named twice counts once.
        ids: Vec<ActualId>,
        /// Which field and its value.
        edit: ActualEdit,
    },
    /// Deletes actuals.
    DeleteActuals {
        /// Which actuals.
        ids: Vec<ActualId>,
    },

    /// Adds a rate after the last one.
    AddRate {
        /// The rate.
        rate: NewRate,
    },
    /// Edits one field of a rate; effort at it costs accordingly from then on.
    EditRate {
        /// Which rate.
        id: RateId,
        /// Which field and its value.
        edit: RateEdit,
    },
    /// Changes the order of the rates.
    ReorderRate {
        /// Which rate.
        id: RateId,
        /// The rate that it shall stand before; none for the end.
        before: Option<RateId>,
    },
    /// Deletes a rate that no cost refers to.
    DeleteRate {
        /// Which rate.
        id: RateId,
    },

    /// Changes the plan's currency and converts every amount.
    ConvertCurrency {
        /// ISO 4217 code of the new one.
        currency: String,
        /// What one unit of the old one is in the new one.
        rate: ExchangeRate,
    },

    /// Several operations as one undo step: all of them or none. What waits for anything that they move is pushed once, at
    /// the end; an item that one of them gives its days stays on those.
    Batch {
        /// What the step is called, in the imperative: “Plan feature for need”.
        label: String,
        /// In order; later ones see what earlier ones did.
        operations: Vec<Operation>,
    },
    /// What a file brings, as one undo step: all of it or none. Its days are taken as they are, so that nothing is pushed.
    Import {
        /// What the step is called, in the imperative: “Import 655 features”.
        label: String,
        /// In order; later ones see what earlier ones did.
        operations: Vec<Operation>,
        /// What the money in it is; none if it brings none.
        money: Option<ImportedMoney>,
    },
}

impl Operation {
    /// The rows that this operation changes in `plan`, or the rule that it breaks.
    ///
    /// An operation that changes nothing gives an empty change set.
    pub fn change(&self, plan: &Plan) -> Result<ChangeSet, RuleViolation> {
        let mut draft = Draft::of(plan);
        self.draft(&mut draft)?;
        push_successors(&mut draft)?;
        Ok(draft.into_change_set())
    }

    /// The same, as long as somebody wants it: what is made of several operations looks up between them.
    ///
    /// # Errors
    /// The rule that the operation breaks, or that it was cancelled.
    pub fn change_unless<E: From<RuleViolation> + From<Cancelled>>(
        &self,
        plan: &Plan,
        cancel: Cancel<'_>,
    ) -> Result<ChangeSet, E> {
        let mut draft = Draft::of(plan);
        let each = |draft: &mut Draft<'_>, operations: &[Self]| -> Result<(), E> {
            cancel.over(operations).try_for_each(|operation| Ok(operation?.draft(draft)?))
        };
        match self {
            Self::Batch { operations, .. } => each(&mut draft, operations)?,
            Self::Import { operations, money, .. } => {
                import::bring(&mut draft, money.as_ref(), |draft| each(draft, operations))?;
            }
            _ => self.draft(&mut draft)?,
        }
        push_successors(&mut draft)?;
        cancel.check()?;
        Ok(draft.into_change_set())
    }

    /// What the step is called in menus, in the imperative: “Move feature”.
    pub fn label(&self, plan: &Plan) -> String {
        let items = |verb: &str, ids: &[ItemId]| item::label(plan, verb, &each_once(ids).collect::<Vec<_>>());
        match self {
            Self::EditSettings { .. } => "Edit plan settings".to_owned(),
            Self::AddTheme { .. } => "Add theme".to_owned(),
            Self::EditTheme { edit, .. } => edit.label().to_owned(),
            Self::ReorderTheme { .. } => "Reorder themes".to_owned(),
            Self::DeleteTheme { .. } => "Delete theme".to_owned(),
            Self::AddItem { item } => format!("Add {}", item.kind.label()),
            Self::EditItems { ids, edit } => items(edit.verb(), ids),
            Self::MoveItems { ids, .. } => items("Move", ids),
            Self::ResizeItems { ids, .. } => items("Resize", ids),
            Self::ReorderItem { id, .. } => items("Reorder", &[*id]),
            Self::DuplicateItems { ids, .. } => items("Duplicate", ids),
            Self::DeleteItems { ids } => items("Delete", ids),
            Self::AddMilestone { .. } => "Add milestone".to_owned(),
            Self::EditMilestone { edit, .. } => edit.label().to_owned(),
            Self::DeleteMilestone { .. } => "Delete milestone".to_owned(),
            Self::Link { .. } => "Add dependency".to_owned(),
            Self::EditDependency { .. } => "Edit dependency".to_owned(),
            Self::Unlink { .. } => "Delete dependency".to_owned(),
            Self::AddView { .. } => "Save view".to_owned(),
            Self::EditView { edit, .. } => edit.label().to_owned(),
            Self::DeleteView { .. } => "Delete view".to_owned(),
            Self::TakeBaseline { .. } => "Take baseline".to_owned(),
            Self::RenameBaseline { .. } => "Rename baseline".to_owned(),
            Self::DeleteBaseline { .. } => "Delete baseline".to_owned(),
            Self::AddCustomer { .. } => "Add customer".to_owned(),
            Self::EditCustomer { edit, .. } => edit.label().to_owned(),
            Self::ReorderCustomer { .. } => "Reorder customers".to_owned(),
            Self::DeleteCustomer { .. } => "Delete customer".to_owned(),
            Self::AddGoal { .. } => "Add goal".to_owned(),
            Self::EditGoal { edit, .. } => edit.label().to_owned(),
            Self::ReorderGoal { .. } => "Reorder goals".to_owned(),
            Self::DeleteGoal { .. } => "Delete goal".to_owned(),
            Self::AddNeed { .. } => "Add need".to_owned(),
            Self::EditNeeds { ids, edit } => edit.label(ids),
            Self::DeleteNeeds { ids } => need::label("Delete", ids),
            Self::AddFeedback { .. } => "Add feedback".to_owned(),
            Self::EditFeedback { ids, edit } => edit.label(ids),
            Self::MergeFeedback { .. } => "Merge feedback".to_owned(),
            Self::SplitFeedback { .. } => "Split feedback".to_owned(),
            Self::DeleteFeedback { ids } => feedback::label("Delete", ids),
            Self::AddBudgetLine { .. } => "Add budget line".to_owned(),
            Self::EditBudgetLine { edit, .. } => edit.label().to_owned(),
            Self::ReorderBudgetLine { .. } => "Reorder budget lines".to_owned(),
            Self::DeleteBudgetLine { .. } => "Delete budget line".to_owned(),
            Self::AddCost { .. } => "Add cost".to_owned(),
            Self::EditCosts { ids, .. } => budget::cost::label("Edit", ids),
            Self::DeleteCosts { ids } => budget::cost::label("Delete", ids),
            Self::PlanPeriods { periods, .. } => budget::periods::label(periods),
            Self::AddActual { .. } => "Add actual".to_owned(),
            Self::EditActuals { ids, .. } => budget::actual::label("Edit", ids),
            Self::DeleteActuals { ids } => budget::actual::label("Delete", ids),
            Self::AddRate { .. } => "Add rate".to_owned(),
            Self::EditRate { edit, .. } => edit.label().to_owned(),
            Self::ReorderRate { .. } => "Reorder rates".to_owned(),
            Self::DeleteRate { .. } => "Delete rate".to_owned(),
            Self::ConvertCurrency { currency, .. } => format!("Convert to {currency}"),
            Self::Batch { label, .. } | Self::Import { label, .. } => label.clone(),
        }
    }

    fn draft(&self, draft: &mut Draft<'_>) -> Result<(), RuleViolation> {
        match self {
            Self::EditSettings { settings } => settings::edit(draft, settings),
            Self::AddTheme { theme } => theme::add(draft, theme),
            Self::EditTheme { id, edit } => theme::edit(draft, *id, edit),
            Self::ReorderTheme { id, before } => order::reorder::<Theme>(draft, *id, *before),
            Self::DeleteTheme { id } => theme::delete(draft, *id),
            Self::AddItem { item } => item::add(draft, item),
            Self::EditItems { ids, edit } => {
                item::edit(draft, ids, edit)?;
                if edit.places() {
                    placed(draft, ids);
                }
                if edit.places() || matches!(edit, ItemEdit::Days(_)) {
                    moved(draft, ids);
                }
                Ok(())
            }
            Self::MoveItems { ids, days, lane } => {
                let shifted = place::shift(draft, ids, *days, lane)?;
                if *days != 0 {
                    moved(draft, &shifted);
                }
                Ok(())
            }
            Self::ResizeItems { ids, edge, days } => {
                place::resize(draft, ids, *edge, *days)?;
                moved(draft, ids);
                Ok(())
            }
            Self::ReorderItem { id, before } => item::reorder(draft, *id, *before),
            Self::DuplicateItems { ids, first_id } => duplicate::duplicate(draft, ids, *first_id),
            Self::DeleteItems { ids } => item::delete(draft, ids),
            Self::AddMilestone { milestone } => milestone::add(draft, milestone),
            Self::EditMilestone { id, edit } => milestone::edit(draft, *id, edit),
            Self::DeleteMilestone { id } => milestone::delete(draft, *id),
            Self::Link { dependency } => dependency::link(draft, dependency),
            Self::EditDependency { id, edit } => dependency::edit(draft, *id, edit),
            Self::Unlink { id } => dependency::unlink(draft, *id),
            Self::AddView { view } => view::add(draft, view),
            Self::EditView { id, edit } => view::edit(draft, *id, edit),
            Self::DeleteView { id } => view::delete(draft, *id),
            Self::TakeBaseline { baseline } => baseline::take(draft, baseline),
            Self::RenameBaseline { id, name } => baseline::rename(draft, *id, name),
            Self::DeleteBaseline { id } => baseline::delete(draft, *id),
            Self::AddCustomer { customer } => customer::add(draft, customer),
            Self::EditCustomer { id, edit } => customer::edit(draft, *id, edit),
            Self::ReorderCustomer { id, before } => order::reorder::<Customer>(draft, *id, *before),
            Self::DeleteCustomer { id } => customer::delete(draft, *id),
            Self::AddGoal { goal } => goal::add(draft, goal),
            Self::EditGoal { id, edit } => goal::edit(draft, *id, edit),
            Self::ReorderGoal { id, before } => order::reorder::<Goal>(draft, *id, *before),
            Self::DeleteGoal { id } => goal::delete(draft, *id),
            Self::AddNeed { need } => need::add(draft, need),
            Self::EditNeeds { ids, edit } => need::edit(draft, ids, edit),
            Self::DeleteNeeds { ids } => need::delete(draft, ids),
            Self::AddFeedback { feedback } => feedback::add(draft, feedback),
            Self::EditFeedback { ids, edit } => feedback::edit(draft, ids, edit),
            Self::MergeFeedback { ids, into } => feedback::merge(draft, ids, *into),
            Self::SplitFeedback { id } => feedback::split(draft, *id),
            Self::DeleteFeedback { ids } => feedback::delete(draft, ids),
            Self::AddBudgetLine { line } => budget::line::add(draft, line),
            Self::EditBudgetLine { id, edit } => budget::line::edit(draft, *id, edit),
            Self::ReorderBudgetLine { id, before } => order::reorder::<BudgetLine>(draft, *id, *before),
            Self::DeleteBudgetLine { id, into } => budget::line::delete(draft, *id, *into),
            Self::AddCost { cost } => budget::cost::add(draft, cost),
            Self::EditCosts { ids, edit } => budget::cost::edit(draft, ids, edit),
            Self::DeleteCosts { ids } => budget::cost::delete(draft, ids),
            Self::PlanPeriods { line, periods, first_id } => {
                budget::periods::plan(draft, *line, periods, *first_id)
            }
            Self::AddActual { actual } => budget::actual::add(draft, actual),
            Self::EditActuals { ids, edit } => budget::actual::edit(draft, ids, edit),
            Self::DeleteActuals { ids } => budget::actual::delete(draft, ids),
            Self::AddRate { rate } => budget::rate::add(draft, rate),
            Self::EditRate { id, edit } => budget::rate::edit(draft, *id, edit),
            Self::ReorderRate { id, before } => order::reorder::<Rate>(draft, *id, *before),
            Self::DeleteRate { id } => budget::rate::delete(draft, *id),
            Self::ConvertCurrency { currency, rate } => budget::currency::convert(draft, currency, *rate),
            Self::Batch { operations, .. } => each_of(operations, draft),
            Self::Import { operations, money, .. } => {
                import::bring(draft, money.as_ref(), |draft| each_of(operations, draft))
            }
        }
    }
}

fn each_of(operations: &[Operation], draft: &mut Draft<'_>) -> Result<(), RuleViolation> {
    operations.iter().try_for_each(|operation| operation.draft(draft))
}

/// Has what waits for these items pushed when the step ends, if the plan does that.
fn moved(draft: &mut Draft<'_>, ids: &[ItemId]) {
    if draft.settings().pushes_successors {
        draft.moved.add(ids);
    }
}

/// Has an item stay that was given its days. Several that were given the same may wait for one another: they are pushed.
fn placed(draft: &mut Draft<'_>, ids: &[ItemId]) {
    if let [id] = *ids {
        draft.moved.place(id);
    }
}

/// The ids without repetition, so that naming an item twice does not move or copy it twice.
fn each_once<I: Id>(ids: &[I]) -> impl Iterator<Item = I> {
    let mut seen = HashSet::new();
    ids.iter().copied().filter(move |id| seen.insert(*id))
}
