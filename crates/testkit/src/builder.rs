//! Plans in a few lines.

mod budget;
mod served;

use milepost_plan::{
    DependencyKind, Horizon, Id, ItemKind, NewDependency, NewItem, NewMilestone, NewTheme, NewView,
    Operation, Plan, PlanSettings, Schedule, ThemeId, ViewSettings,
};

use crate::find::{day, id, item, span, theme};

/// Builds a plan step by step through operations, so that it keeps every rule.
///
/// ```
/// # use milepost_testkit::{PlanBuilder, item};
/// let plan = PlanBuilder::new("Northwind")
///     .theme("Reporting")
///     .feature("Reporting", "Templates", "2027-01-11", "2027-02-05")
///     .with(|item| item.progress = 40)
///     .feature("", "Without a theme", "2027-02-08", "2027-03-12")
///     .link("Templates", "Without a theme")
///     .build();
/// assert_eq!(item(&plan, "Templates").progress, 40);
/// ```
///
/// Ids count up from `id(1)` for each entity, in the order of the calls.
#[derive(Debug)]
pub struct PlanBuilder {
    plan: Plan,
    /// The item added last, held back because [`PlanBuilder::with`] may still change it.
    open: Option<NewItem>,
}

impl PlanBuilder {
    /// An empty plan with that name and the default settings.
    pub fn new(name: &str) -> Self {
        let settings = PlanSettings { name: name.to_owned(), ..PlanSettings::default() };
        Self { plan: Plan::new(settings), open: None }
    }

    /// Changes the plan's settings.
    #[track_caller]
    #[must_use]
    pub fn settings(self, change: impl FnOnce(&mut PlanSettings)) -> Self {
        let mut settings = self.plan.settings().clone();
        change(&mut settings);
        self.operation(&Operation::EditSettings { settings })
    }

    /// Adds a theme; the first has hue 1, the second hue 2, and so on round.
    #[track_caller]
    #[must_use]
    pub fn theme(self, name: &str) -> Self {
        let theme = NewTheme { id: next(self.plan.themes().len()), name: name.to_owned(), hue: None };
        self.operation(&Operation::AddTheme { theme })
    }

    /// Adds a dated feature to a theme, or to none for an empty name.
    #[track_caller]
    #[must_use]
    pub fn feature(self, theme: &str, title: &str, first: &str, last: &str) -> Self {
        self.scheduled(theme, title, span(first, last).into())
    }

    /// Adds a feature with a horizon to a theme, or to none for an empty name.
    #[track_caller]
    #[must_use]
    pub fn horizon(self, theme: &str, title: &str, horizon: Horizon) -> Self {
        self.scheduled(theme, title, Schedule::Horizon { horizon })
    }

    /// Adds a feature without a schedule to a theme, or to none for an empty name.
    #[track_caller]
    #[must_use]
    pub fn undated(self, theme: &str, title: &str) -> Self {
        self.scheduled(theme, title, Schedule::None)
    }

    #[track_caller]
    fn scheduled(self, theme: &str, title: &str, schedule: Schedule) -> Self {
        let theme = self.theme_id(theme);
        self.item(ItemKind::Feature, title).with(|item| {
            item.theme = theme;
            item.schedule = schedule;
        })
    }

    /// Adds an item of any kind with nothing but a title.
    #[track_caller]
    #[must_use]
    pub fn item(self, kind: ItemKind, title: &str) -> Self {
        let mut builder = self.closed();
        builder.open = Some(NewItem::new(next(builder.plan.items().len()), kind, title));
        builder
    }

    /// Changes the item that was added last.
    #[track_caller]
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut NewItem)) -> Self {
        change(self.open.as_mut().expect("`with` stands right after the item that it changes"));
        self
    }

    /// Hangs the item that was added last under the one with that title.
    #[track_caller]
    #[must_use]
    pub fn under(self, parent: &str) -> Self {
        let parent = item(&self.plan, parent).id;
        self.with(|item| item.parent = Some(parent))
    }

    /// Adds a milestone.
    #[track_caller]
    #[must_use]
    pub fn milestone(self, name: &str, on: &str) -> Self {
        let id = next(self.plan.milestones().len());
        let milestone = NewMilestone { id, name: name.to_owned(), day: day(on) };
        self.operation(&Operation::AddMilestone { milestone })
    }

    /// Makes one item wait for another, from the end of the first to the start of the second.
    #[track_caller]
    #[must_use]
    pub fn link(self, predecessor: &str, successor: &str) -> Self {
        self.link_by(predecessor, successor, DependencyKind::FinishToStart, 0)
    }

    /// Makes one item wait for another, with any kind of dependency and a lag in working days.
    #[track_caller]
    #[must_use]
    pub fn link_by(self, predecessor: &str, successor: &str, kind: DependencyKind, lag_days: i32) -> Self {
        let builder = self.closed();
        let dependency = NewDependency {
            id: next(builder.plan.dependencies().len()),
            predecessor: item(&builder.plan, predecessor).id,
            successor: item(&builder.plan, successor).id,
            kind,
            lag_days,
        };
        builder.operation(&Operation::Link { dependency })
    }

    /// Saves a view.
    #[track_caller]
    #[must_use]
    pub fn view(self, name: &str, settings: ViewSettings) -> Self {
        let id = next(self.plan.views().len());
        self.operation(&Operation::AddView {
            view: Box::new(NewView { id, name: name.to_owned(), settings, range: None }),
        })
    }

    /// Carries out any operation.
    #[track_caller]
    #[must_use]
    pub fn operation(self, operation: &Operation) -> Self {
        let mut builder = self.closed();
        match operation.change(&builder.plan) {
            Ok(change_set) => builder.plan.accept(&change_set),
            Err(violation) => panic!("{violation}: {operation:?}"),
        }
        builder
    }

    /// The plan.
    #[track_caller]
    #[must_use]
    pub fn build(self) -> Plan {
        self.closed().plan
    }

    /// With the open item in the plan.
    #[track_caller]
    fn closed(mut self) -> Self {
        match self.open.take() {
            Some(item) => self.operation(&Operation::AddItem { item }),
            None => self,
        }
    }

    #[track_caller]
    fn theme_id(&self, name: &str) -> Option<ThemeId> {
        (!name.is_empty()).then(|| theme(&self.plan, name).id)
    }
}

/// The id that follows `count` rows.
fn next<I: Id>(count: usize) -> I {
    id(u32::try_from(count + 1).expect("a test plan is small"))
}

#[cfg(test)]
mod tests {
    use milepost_plan::{ItemId, check_plan};

    use super::*;

    #[test]
    fn a_plan_of_everything_is_built_and_keeps_every_rule() {
        let plan = PlanBuilder::new("Everything")
            .settings(|settings| settings.currency = "GBP".to_owned())
            .theme("A")
            .theme("B")
            .item(ItemKind::Epic, "Epic")
            .feature("B", "Dated", "2027-01-04", "2027-01-08")
            .under("Epic")
            .with(|item| item.progress = 40)
            .horizon("A", "Later", Horizon::Later)
            .undated("", "Undated")
            .link("Dated", "Undated")
            .milestone("Release", "2027-01-31")
            .view("View", ViewSettings::default())
            .build();
        assert_eq!(check_plan(&plan), []);
        let dated = item(&plan, "Dated");
        assert_eq!(dated.id, id::<ItemId>(2));
        assert_eq!((dated.theme, dated.progress), (Some(theme(&plan, "B").id), 40));
        assert_eq!(dated.parent, Some(item(&plan, "Epic").id));
        assert_eq!(plan.dependencies_of(item(&plan, "Undated").id).count(), 1);
        assert_eq!((theme(&plan, "A").hue, theme(&plan, "B").hue), (1, 2));
    }

    #[test]
    #[should_panic(expected = "no theme is called “B”")]
    fn a_name_that_nothing_has_stops_the_test() {
        let _ = PlanBuilder::new("Wrong").theme("A").undated("B", "Nowhere");
    }
}
