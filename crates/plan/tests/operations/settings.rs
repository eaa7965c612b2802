use milepost_plan::{FiscalYear, Holiday, Operation, PlanSettings, RuleViolation, Weekday};
use milepost_testkit::day;

use crate::{after, plan, refusal};

fn edited(change: impl FnOnce(&mut PlanSettings)) -> Operation {
    let mut settings = plan().settings().clone();
    change(&mut settings);
    Operation::EditSettings { settings }
}

fn holiday(on: &str, name: &str) -> Holiday {
    Holiday { day: day(on), name: name.to_owned() }
}

#[test]
fn settings_are_replaced_with_their_lists_in_order_and_without_repetition() {
    let operation = edited(|settings| {
        settings.name = "  Northwind\r\n2027 ".to_owned();
        settings.currency = "GBP".to_owned();
        settings.first_day_of_week = Weekday::Sunday;
        settings.working_days = vec![Weekday::Friday, Weekday::Monday, Weekday::Friday];
        settings.holidays = vec![holiday("2027-12-27", "b"), holiday("2027-01-01", "a")];
    });
    let plan = after(&plan(), &operation);
    let settings = plan.settings();
    assert_eq!((settings.name.as_str(), settings.currency.as_str()), ("Northwind 2027", "GBP"));
    assert_eq!(settings.first_day_of_week, Weekday::Sunday);
    assert_eq!(settings.working_days, [Weekday::Monday, Weekday::Friday]);
    assert_eq!(settings.holidays, [holiday("2027-01-01", "a"), holiday("2027-12-27", "b")]);
}

#[test]
fn of_two_holidays_on_one_day_the_one_with_a_name_stays() {
    let operation = edited(|settings| {
        settings.holidays = vec![holiday("2027-01-01", ""), holiday("2027-01-01", "New Year's Day")];
    });
    assert_eq!(after(&plan(), &operation).settings().holidays, [holiday("2027-01-01", "New Year's Day")]);
}

#[test]
fn a_plan_needs_a_name_a_currency_and_a_day_to_work_on() {
    let unnamed = edited(|settings| settings.name = " ".to_owned());
    assert_eq!(refusal(&plan(), &unnamed), RuleViolation::EmptyName { word: "plan" });
    for code in ["", "eur", "EURO", "€€€", "E1R"] {
        let operation = edited(|settings| settings.currency = code.to_owned());
        assert_eq!(refusal(&plan(), &operation), RuleViolation::UnknownCurrency { code: code.to_owned() });
    }
    let idle = edited(|settings| settings.working_days.clear());
    let field = "the number of working days";
    assert_eq!(refusal(&plan(), &idle), RuleViolation::NumberOutOfRange { field, value: 0, low: 1, high: 7 });
}

#[test]
fn a_holiday_lies_in_the_years_of_a_plan() {
    let old = day("1899-12-31");
    let operation = edited(|settings| settings.holidays = vec![Holiday { day: old, name: String::new() }]);
    assert_eq!(refusal(&plan(), &operation), RuleViolation::DayOutOfRange { day: old });
}

#[test]
fn a_fiscal_year_begins_with_a_month_of_the_calendar() {
    let begin = |first_month| edited(|settings| settings.fiscal_year = FiscalYear { first_month });
    assert_eq!(after(&plan(), &begin(4)).settings().fiscal_year, FiscalYear { first_month: 4 });
    let field = "the first month of the fiscal year";
    for month in [0, 13] {
        let violation = RuleViolation::NumberOutOfRange { field, value: month.into(), low: 1, high: 12 };
        assert_eq!(refusal(&plan(), &begin(month)), violation);
    }
}
