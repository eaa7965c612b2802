//! “Northwind Insights”: a reporting product half a year before its third release, as the first plan a user sees.
//!
//! The story stands in tables, one module for each sort of thing; this module puts them together.

mod budget;
mod customers;
mod features;
mod feedback;
mod goals;
mod items;
mod needs;
mod stories;
mod time;

use milepost_plan::{
    Aspect, BaselineId, Day, NewTheme, NewView, Operation, Plan, Roadmap, ThemeId, ViewId, ViewSettings,
};

use crate::build::{Fault, ids, plan_of, sound};

/// The day on which the story of the sample plan stands: 2026-11-23.
///
/// The dates and statuses of the sample and of generated plans agree on it.
pub fn sample_day() -> Day {
    Day::from_number(20_780)
}

/// The plan “Northwind Insights”: five themes, their features with a few epics, stories and bugs, three releases; the
/// customers, what they need and what they have said; what it costs and has cost so far.
pub fn sample_plan() -> Plan {
    sound(northwind())
}

const THEMES: [(&str, u8); 5] = [
    ("Self-service reporting", 1),
    ("Data quality", 2),
    ("Onboarding", 3),
    ("Platform and reliability", 4),
    ("Adoption", 5),
];

fn northwind() -> Result<Plan, Fault> {
    let themes: Vec<ThemeId> = ids(1, 0).take(THEMES.len()).collect();
    let mut operations = Vec::new();
    for ((name, hue), id) in THEMES.into_iter().zip(&themes) {
        let theme = NewTheme { id: *id, name: name.to_owned(), hue: Some(hue) };
        operations.push(Operation::AddTheme { theme });
    }
    let (added, customers) = customers::customers();
    operations.extend(added);
    let (added, goals) = goals::goals()?;
    operations.extend(added);
    let (added, needs) = needs::needs(&customers)?;
    operations.extend(added);
    let (added, items) = items::items(&themes, &needs, &goals)?;
    operations.extend(added);
    operations.extend(feedback::feedback(&customers, &needs, &items)?);
    operations.extend(budget::budget(&items)?);
    operations.extend(time::milestones()?);
    for id in ids::<BaselineId>(6, 0).take(1) {
        operations.extend(time::baseline(id, &items)?);
    }
    let views = [board_view, needs_view].into_iter().zip(ids::<ViewId>(5, 0));
    operations.extend(views.map(|(view, id)| Operation::AddView { view: Box::new(view(id)) }));
    plan_of(time::settings()?, operations)
}

/// What the board is shown: features without the lines between them.
fn board_view(id: ViewId) -> NewView {
    let settings = ViewSettings { show_dependencies: false, ..ViewSettings::default() };
    NewView { id, name: "For the board".to_owned(), settings, range: None }
}

/// When each customer gets what it needs, the most important in red.
fn needs_view(id: ViewId) -> NewView {
    let settings = ViewSettings {
        roadmap: Roadmap::Needs,
        lanes_by: Some(Aspect::Customer),
        colour_by: Some(Aspect::Importance),
        ..ViewSettings::default()
    };
    NewView { id, name: "Needs by customer".to_owned(), settings, range: None }
}
