//! Lets items serve the needs and goals that their rows name, once every row has landed. A name that finds nothing is
//! left out and said: an item is taken as far as it can be.

use milepost_plan::{Cancel, Cancelled, Fulfilment, Goal, GoalId, ItemEdit, Need, NeedId, Plan};

use super::items::{Landing, edit};
use super::names::{Called, Unfound, find_each};
use super::rows::Row;
use super::scratch::Scratch;
use crate::mapping::Field;
use crate::report::{Remark, quoted};

pub(super) fn serve(
    scratch: &mut Scratch,
    rows: &mut [Row],
    landings: &mut [Landing],
    cancel: Cancel<'_>,
) -> Result<(), Cancelled> {
    let names_nothing =
        |row: &Row| row.fully_serves.is_empty() && row.partly_serves.is_empty() && row.goals.is_empty();
    if rows.iter().all(names_nothing) {
        return Ok(());
    }
    let names = Names::of(&scratch.plan);
    for each in cancel.over(rows.iter_mut().zip(landings)) {
        let (row, landing) = each?;
        let Some(item) = landing.became else { continue };
        for (field, served) in names.served(&scratch.plan, row) {
            match served
                .map(|each| scratch.apply(edit(item, each)).map_err(|violation| violation.to_string()))
            {
                Ok(Ok(true)) => landing.changed(field),
                Ok(Ok(false)) => {}
                Ok(Err(why)) | Err(why) => row.remarks.push(Remark::on(field, why)),
            }
        }
    }
    Ok(())
}

/// Needs and goals of the plan by what cells call them.
struct Names {
    needs: Called<NeedId>,
    goals: Called<GoalId>,
}

impl Names {
    fn of(plan: &Plan) -> Self {
        Self {
            needs: Called::new(plan.needs().iter().map(|need| (need.statement.as_str(), need.id))),
            goals: Called::new(plan.goals().iter().map(|goal| (goal.title.as_str(), goal.id))),
        }
    }

    /// What a row names, or why a name finds nothing.
    fn served(&self, plan: &Plan, row: &Row) -> Vec<(Field, Result<ItemEdit, String>)> {
        let need = |name: &str| self.needs.find_own::<Need>(plan, name);
        let goal = |name: &str| self.goals.find_own::<Goal>(plan, name);
        let serves = |fulfilment| move |need| ItemEdit::Need { need, fulfilment: Some(fulfilment) };
        let partly = find_each(&row.partly_serves, need, serves(Fulfilment::Partly));
        let fully = find_each(&row.fully_serves, need, serves(Fulfilment::Fully));
        let goals = find_each(&row.goals, goal, |goal| ItemEdit::Goal { goal, serves: true });
        let told = |word: &'static str| {
            move |(name, why): (String, Unfound)| {
                format!("the {word} {} {} and was not taken", quoted(&name), why.words())
            }
        };
        let partly = partly.into_iter().map(|each| (Field::PartlyServes, each.map_err(told("need"))));
        let fully = fully.into_iter().map(|each| (Field::FullyServes, each.map_err(told("need"))));
        let goals = goals.into_iter().map(|each| (Field::Goals, each.map_err(told("goal"))));
        partly.chain(fully).chain(goals).collect()
    }
}
