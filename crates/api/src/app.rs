//! The running program as its front end sees it: which plan is open, and what is kept between calls.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use milepost_layout::{Fonts, Timeline};
use milepost_plan::{Change, ChangeSet, Day, Ledger, Operation, Plan, RuleViolation, ViewSettings};
use milepost_session::{PlanGuard, Session};

use crate::budget::Books;
use crate::error::ApiError;
use crate::feedback::{AlikeFeedback, AlikeNeeds, Inbox};
use crate::kept::{Kept, lock_whole};
use crate::needs::{NeedsList, NeedsQuery};
use crate::search::Texts;
use crate::system_fonts::SystemFonts;
use crate::work::Works;

/// The program behind a window or a command line.
pub struct App {
    fonts: Fonts,
    today: Box<dyn Fn() -> Day + Send + Sync>,
    /// Where the program keeps what is not part of a plan; none keeps nothing.
    pub(crate) settings_folder: Option<PathBuf>,
    open: RwLock<Option<Arc<OpenPlan>>>,
    /// What can be cancelled.
    pub(crate) works: Works,
}

/// A plan that is open, with the timelines that the screen looks at and what else is worked out from it.
pub(crate) struct OpenPlan {
    pub(crate) session: Session,
    /// Which one it is of all that this program has opened.
    pub(crate) opening: u64,
    pub(crate) inbox: Kept<Inbox>,
    pub(crate) alike_needs: Kept<AlikeNeeds>,
    pub(crate) alike_feedback: Kept<AlikeFeedback>,
    /// What all but feedback is found by.
    pub(crate) texts: Kept<Texts>,
    books: Kept<Books>,
    timelines: Mutex<Vec<Timeline>>,
    /// The list of needs that the screen looks at.
    needs: Mutex<Option<NeedsList>>,
}

/// Timelines kept at once: what is on screen, and what it was before the last zoom.
const KEPT_TIMELINES: usize = 2;

impl App {
    /// A program without an open plan. `today` tells the date; `settings_folder` holds the list of recent plans.
    pub fn new(today: impl Fn() -> Day + Send + Sync + 'static, settings_folder: Option<PathBuf>) -> Self {
        let fonts = Fonts::with_fallback(Arc::new(SystemFonts::default()));
        Self {
            fonts,
            today: Box::new(today),
            settings_folder,
            open: RwLock::new(None),
            works: Works::default(),
        }
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    pub(crate) fn today(&self) -> Day {
        (self.today)()
    }

    /// The open plan, or the error that says that none is.
    pub(crate) fn opened(&self) -> Result<Arc<OpenPlan>, ApiError> {
        self.if_opened().ok_or_else(ApiError::no_plan)
    }

    pub(crate) fn if_opened(&self) -> Option<Arc<OpenPlan>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_opened(&self, session: Session) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        let opening = open.as_ref().map_or(0, |before| before.opening) + 1;
        *open = Some(Arc::new(OpenPlan::of(session, opening)));
    }
}

impl OpenPlan {
    fn of(session: Session, opening: u64) -> Self {
        Self {
            session,
            opening,
            inbox: Kept::default(),
            alike_needs: Kept::default(),
            alike_feedback: Kept::default(),
            texts: Kept::default(),
            books: Kept::default(),
            timelines: Mutex::new(Vec::new()),
            needs: Mutex::new(None),
        }
    }

    /// Looks at the timeline of a view at a scale, placing it first if nobody has looked at it yet.
    pub(crate) fn with_timeline<T>(
        &self,
        app: &App,
        view: &ViewSettings,
        scale: f64,
        look: impl FnOnce(&Timeline) -> T,
    ) -> T {
        let today = app.today();
        let mut timelines = lock_whole(&self.timelines);
        #[allow(clippy::float_cmp, reason = "a scale is a choice that is sent back as it was, not a result")]
        let found = timelines
            .iter()
            .position(|kept| kept.view() == view && kept.scale() == scale && kept.today() == today);
        let timeline = match found {
            Some(index) => timelines.remove(index),
            None => {
                let plan = self.session.plan();
                let like = timelines.iter().find(|kept| kept.view() == view && kept.today() == today);
                match like {
                    Some(like) => like.at_scale(&plan, scale, app.fonts()),
                    None => Timeline::new(&plan, view.clone(), scale, today, app.fonts()),
                }
            }
        };
        let seen = look(&timeline);
        timelines.insert(0, timeline);
        timelines.truncate(KEPT_TIMELINES);
        seen
    }

    /// Looks at the needs of a query as they are now, listing them first if nobody has asked for them yet.
    pub(crate) fn with_needs<T>(&self, query: &NeedsQuery, look: impl FnOnce(&NeedsList, &Plan) -> T) -> T {
        let mut kept = lock_whole(&self.needs);
        let plan = self.session.plan();
        let mut list = match kept.take() {
            Some(list) if list.query() == query => list,
            _ => NeedsList::of(&plan, plan.revision(), query.clone()),
        };
        list.follow(&plan, plan.revision());
        look(kept.insert(list), &plan)
    }

    /// Lets what is worked out from the plan follow a change that it has taken.
    pub(crate) fn follow(&self, app: &App, changes: &[Change]) {
        self.inbox.follow(&self.session, changes);
        self.alike_needs.follow(&self.session, changes);
        self.alike_feedback.follow(&self.session, changes);
        self.texts.follow(&self.session, changes);
        self.books.follow(&self.session, changes);
        let mut timelines = lock_whole(&self.timelines);
        let plan = self.session.plan();
        for timeline in timelines.iter_mut() {
            timeline.update(&plan, changes, app.fonts());
        }
    }

    /// Looks at the plan and its money as they are today.
    pub(crate) fn with_ledger<T>(&self, app: &App, look: impl FnOnce(&Plan, &Ledger) -> T) -> T {
        self.books.with(&self.session, |books, plan| look(plan, books.on(plan, app.today())))
    }

    /// Shows `look` what an operation would make of the plan and of its money. Nothing changes; costs what would.
    pub(crate) fn preview_with_ledger<T>(
        &self,
        app: &App,
        operation: &Operation,
        look: impl FnOnce(&Plan, &ChangeSet, &Ledger) -> T,
    ) -> Result<T, RuleViolation> {
        self.books.held(&self.session, |books| {
            // From the plan as it is, before the preview changes it.
            let ledger = books.on(&self.session.plan(), app.today());
            self.session.preview(operation, |plan, changes| {
                let replaced = ledger.follow(plan, &changes.changes);
                let seen = look(plan, changes, ledger);
                ledger.take_back(replaced);
                seen
            })
        })
    }

    /// Looks at the plan and at what is told of it.
    pub(crate) fn with_plan<T>(&self, look: impl FnOnce(&PlanGuard<'_>) -> T) -> T {
        look(&self.session.plan())
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use milepost_plan::Timing;
    use milepost_testkit::{PlanBuilder, day, id};

    use super::*;

    #[test]
    fn money_is_right_again_after_a_panic_while_a_preview_is_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let plan = PlanBuilder::new("Money")
            .feature("", "Reports", "2027-01-04", "2027-03-31")
            .budget_line("Cloud")
            .cap("Cloud", 5_000, "2027-01-01", "2027-02-28")
            .cost("Cloud", "Reports", 8_700, Timing::Spread { span: None })
            .build();
        let app = App::new(|| day("2026-11-23"), None);
        app.set_opened(Session::create(&folder.path().join("money.milepost"), plan.clone()).unwrap());
        let open = app.opened().unwrap();
        open.with_ledger(&app, |plan, ledger| {
            plan.budget_lines().iter().all(|line| ledger.standing(plan, line).is_some())
        });
        let moved = Operation::MoveItems { ids: vec![id(1)], days: 60, lane: Vec::new() };
        let looked = catch_unwind(AssertUnwindSafe(|| {
            open.preview_with_ledger(&app, &moved, |_, _, _| panic!("while somebody looks"))
        }));
        assert!(looked.is_err());
        open.with_ledger(&app, |now, ledger| {
            let anew = Ledger::of(&plan, day("2026-11-23"));
            assert!(*now == plan && *ledger == anew);
            let line = now.budget_lines().get(id(1)).unwrap();
            assert_eq!(ledger.standing(now, line), anew.standing(now, line));
        });
    }
    #[test]
    fn a_timeline_that_a_panic_left_while_it_followed_a_change_is_placed_anew() {
        let folder = tempfile::tempdir().unwrap();
        let plan = PlanBuilder::new("Bars").feature("", "Reports", "2027-01-04", "2027-03-31").build();
        let app = App::new(|| day("2026-11-23"), None);
        app.set_opened(Session::create(&folder.path().join("bars.milepost"), plan).unwrap());
        let open = app.opened().unwrap();
        let left = || {
            open.with_timeline(&app, &ViewSettings::default(), 2.5, |timeline| {
                timeline.rects_of(&open.session.plan(), id(1))[0].x
            })
        };
        let before = left();
        let moved = Operation::MoveItems { ids: vec![id(1)], days: 60, lane: Vec::new() };
        open.session.apply(&moved).unwrap();
        let followed = catch_unwind(AssertUnwindSafe(|| {
            let _following = open.timelines.lock().unwrap();
            panic!("before the timeline is where the plan is");
        }));
        assert!(followed.is_err());
        assert!(left() > before);
    }
}
