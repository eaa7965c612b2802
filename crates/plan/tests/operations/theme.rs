use milepost_plan::{Id, NewTheme, Operation, Plan, RuleViolation, ThemeEdit, ThemeId};
use milepost_testkit::{PlanBuilder, id, item, theme};

use crate::{after, changes_nothing, plan, refusal};

fn add(name: &str, hue: Option<u8>) -> Operation {
    Operation::AddTheme { theme: NewTheme { id: id(100), name: name.to_owned(), hue } }
}

fn lanes(plan: &Plan) -> Vec<&str> {
    plan.themes_in_order().iter().map(|theme| theme.name.as_str()).collect()
}

#[test]
fn a_new_theme_stands_last_and_takes_the_hue_used_least() {
    let plan = after(&plan(), &add(" Onboarding ", None));
    assert_eq!(lanes(&plan), ["Reporting", "Quality", "Onboarding"]);
    assert_eq!(theme(&plan, "Onboarding").hue, 3);
}

#[test]
fn when_every_hue_is_taken_they_start_again() {
    let nine = (1..=9).fold(PlanBuilder::new("Hues"), |plan, number| plan.theme(&format!("Theme {number}")));
    assert_eq!(theme(&nine.build(), "Theme 9").hue, 1);
}

#[test]
fn a_theme_without_a_name_under_a_taken_id_or_with_a_hue_that_the_look_lacks_is_refused() {
    assert_eq!(refusal(&plan(), &add("\t", None)), RuleViolation::EmptyName { word: "theme" });
    for hue in [0, 9] {
        let (field, value) = ("the hue", i64::from(hue));
        let violation = RuleViolation::NumberOutOfRange { field, value, low: 1, high: 8 };
        assert_eq!(refusal(&plan(), &add("Onboarding", Some(hue))), violation);
    }
    let taken: ThemeId = id(1);
    let again = Operation::AddTheme { theme: NewTheme { id: taken, name: "Again".to_owned(), hue: None } };
    assert_eq!(refusal(&plan(), &again), RuleViolation::IdTaken { word: "theme", id: taken.uuid() });
}

#[test]
fn a_theme_is_renamed_and_recoloured() {
    let quality = theme(&plan(), "Quality").id;
    let renamed = Operation::EditTheme { id: quality, edit: ThemeEdit::Name("Trust".to_owned()) };
    let recoloured = Operation::EditTheme { id: quality, edit: ThemeEdit::Hue(8) };
    let plan = after(&after(&plan(), &renamed), &recoloured);
    assert_eq!(theme(&plan, "Trust").hue, 8);
    let unnamed = Operation::EditTheme { id: quality, edit: ThemeEdit::Name(String::new()) };
    assert_eq!(refusal(&plan, &unnamed), RuleViolation::EmptyName { word: "theme" });
    let gone: ThemeId = id(99);
    let missing = Operation::EditTheme { id: gone, edit: ThemeEdit::Hue(1) };
    assert_eq!(refusal(&plan, &missing), RuleViolation::Missing { word: "theme", id: gone.uuid() });
}

#[test]
fn lanes_are_put_before_one_another_and_last() {
    let plan = after(&plan(), &add("Onboarding", None));
    let put = |name: &str, before: Option<&str>| Operation::ReorderTheme {
        id: theme(&plan, name).id,
        before: before.map(|before| theme(&plan, before).id),
    };
    let moved = after(&plan, &put("Onboarding", Some("Reporting")));
    assert_eq!(lanes(&moved), ["Onboarding", "Reporting", "Quality"]);
    let moved = after(&plan, &put("Onboarding", Some("Quality")));
    assert_eq!(lanes(&moved), ["Reporting", "Onboarding", "Quality"]);
    let moved = after(&plan, &put("Reporting", None));
    assert_eq!(lanes(&moved), ["Quality", "Onboarding", "Reporting"]);
    for there_already in
        [put("Onboarding", None), put("Reporting", Some("Quality")), put("Quality", Some("Quality"))]
    {
        assert!(changes_nothing(&plan, &there_already), "{there_already:?}");
    }
}

#[test]
fn a_lane_cannot_be_put_before_one_that_is_gone() {
    let gone: ThemeId = id(99);
    let missing = RuleViolation::Missing { word: "theme", id: gone.uuid() };
    let operation = Operation::ReorderTheme { id: id(1), before: Some(gone) };
    assert_eq!(refusal(&plan(), &operation), missing);
    let operation = Operation::ReorderTheme { id: gone, before: None };
    assert_eq!(refusal(&plan(), &operation), missing);
}

#[test]
fn the_items_of_a_deleted_theme_stay_without_one() {
    let plan = after(&plan(), &Operation::DeleteTheme { id: id(1) });
    assert_eq!(lanes(&plan), ["Quality"]);
    assert_eq!(item(&plan, "Templates").theme, None);
    assert_eq!(item(&plan, "Alerts").theme, Some(theme(&plan, "Quality").id));
    let gone: ThemeId = id(1);
    assert_eq!(
        refusal(&plan, &Operation::DeleteTheme { id: gone }),
        RuleViolation::Missing { word: "theme", id: gone.uuid() }
    );
}
