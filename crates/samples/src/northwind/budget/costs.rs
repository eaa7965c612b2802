//! What is planned: on features and epics, and on the plan as a whole.

use milepost_plan::{
    Amount, BudgetLineId, Certainty, CostId, ItemId, Moment, NewCost, Operation, RateId, Timing,
};

use super::{
    CLOUD, DATA_ENGINEER, FRONT_END, LICENCES, MARKETING, PEOPLE, TESTER, TRAINING, days, item_of, pounds,
};
use crate::build::{Fault, Named, ids};
use Due::{AtStart, EachMonth, EachMonthOfItem, On, Over, OverItem};
use HowMuch::{Days, Pounds};
use Sure::{Between, Certain};

/// How much a cost is as it is written down below.
#[derive(Clone, Copy)]
enum HowMuch {
    Pounds(i64),
    /// Days of somebody's work.
    Days(u32, &'static str),
}

/// When a cost falls due as it is written down below.
#[derive(Clone, Copy)]
enum Due {
    OverItem,
    EachMonthOfItem,
    AtStart,
    On(&'static str),
    Over(&'static str, &'static str),
    EachMonth(&'static str, &'static str),
}

/// How sure a cost is as it is written down below.
#[derive(Clone, Copy)]
enum Sure {
    Certain,
    /// From pounds to pounds.
    Between(i64, i64),
}

/// Budget line, name, work item if it is of one, how much, when, how sure.
#[rustfmt::skip]
const COSTS: [(&str, &str, &str, HowMuch, Due, Sure); 49] = [
    (PEOPLE, "Discovery for 2027", "", Days(10, DATA_ENGINEER), Over("2026-10-01", "2026-10-30"), Certain),
    (PEOPLE, "", "Report templates v2", Days(10, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Report templates v2", Days(8, FRONT_END), OverItem, Certain),
    (PEOPLE, "", "Job scheduler", Days(14, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Saved filters", Days(7, FRONT_END), OverItem, Certain),
    (PEOPLE, "", "Scheduled report delivery", Days(28, DATA_ENGINEER), OverItem, Between(20_000, 27_000)),
    (PEOPLE, "", "Scheduled report delivery", Days(12, FRONT_END), OverItem, Certain),
    (PEOPLE, "", "Row-level security", Days(28, DATA_ENGINEER), OverItem, Between(19_000, 33_000)),
    (PEOPLE, "", "Row-level security", Days(8, TESTER), OverItem, Certain),
    (PEOPLE, "", "Drill-through to source", Days(16, DATA_ENGINEER), OverItem, Between(11_000, 20_000)),
    (PEOPLE, "", "Drill-through to source", Days(12, FRONT_END), OverItem, Certain),
    (PEOPLE, "", "Mobile layout", Days(34, FRONT_END), OverItem, Between(19_000, 38_000)),
    (PEOPLE, "", "Freshness alerts", Days(9, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Duplicate detection", Days(16, DATA_ENGINEER), OverItem, Between(12_000, 18_000)),
    (PEOPLE, "", "Lineage view", Days(20, DATA_ENGINEER), OverItem, Between(14_000, 24_000)),
    (PEOPLE, "", "Contract tests in CI", Days(14, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Contract tests in CI", Days(10, TESTER), OverItem, Certain),
    (PEOPLE, "", "Guided first report", Days(16, FRONT_END), OverItem, Certain),
    (PEOPLE, "", "Sample workspace", Days(8, FRONT_END), OverItem, Certain),
    (PEOPLE, "", "Template gallery", Days(14, FRONT_END), OverItem, Certain),
    (PEOPLE, "Interviews in six stores", "Useful on the first day", Pounds(3_000), OverItem, Certain),
    (PEOPLE, "", "Scripted deployments", Days(6, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Pre-production tenant", Days(14, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Cost dashboard", Days(8, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Failover rehearsal", Days(5, DATA_ENGINEER), OverItem, Certain),
    (PEOPLE, "", "Failover rehearsal", Days(6, TESTER), OverItem, Certain),
    (PEOPLE, "", "Reconcile order totals", Days(10, DATA_ENGINEER), OverItem, Between(5_000, 12_000)),
    (PEOPLE, "Warranty after 2027.3", "", Pounds(6_000), Over("2027-07-26", "2027-09-24"), Between(3_000, 9_000)),
    (CLOUD, "Production", "", Pounds(4_200), EachMonth("2026-10-05", "2027-09-30"), Certain),
    (CLOUD, "Warehouse, by use", "", Pounds(1_650), EachMonth("2026-10-05", "2027-09-30"), Between(1_400, 2_200)),
    (CLOUD, "Tenant with masked data", "Pre-production tenant", Pounds(900), EachMonth("2027-01-11", "2027-09-30"), Certain),
    (CLOUD, "Second site for a week", "Failover rehearsal", Pounds(2_400), AtStart, Between(1_800, 3_500)),
    (CLOUD, "Telephones to test with", "Mobile layout", Pounds(600), EachMonthOfItem, Certain),
    (LICENCES, "Report designer, 40 seats", "", Pounds(7_200), On("2026-10-12"), Certain),
    (LICENCES, "Monitoring", "", Pounds(380), EachMonth("2026-10-15", "2027-09-30"), Certain),
    (LICENCES, "Mail gateway", "Scheduled report delivery", Pounds(3_200), AtStart, Certain),
    (LICENCES, "Masking of test data", "Pre-production tenant", Pounds(4_800), AtStart, Between(4_000, 6_500)),
    (LICENCES, "Scanner of sources", "Lineage view", Pounds(950), EachMonthOfItem, Certain),
    (MARKETING, "Posters for 2027.1", "", Pounds(900), On("2027-01-22"), Certain),
    (MARKETING, "Drawings and voices", "Product tours", Pounds(3_600), OverItem, Certain),
    (MARKETING, "Rooms and trains", "User group", Pounds(2_800), AtStart, Certain),
    (MARKETING, "Three short films", "Success stories", Pounds(4_500), OverItem, Between(3_500, 6_500)),
    (MARKETING, "Print of the first number", "Report of the month", Pounds(1_500), On("2026-12-01"), Certain),
    (TRAINING, "Training wave 1", "", Pounds(3_800), On("2026-10-22"), Certain),
    (TRAINING, "Trainers, half a day each", "Training wave 2", Pounds(11_800), OverItem, Between(9_500, 14_500)),
    (TRAINING, "Booklets", "Training wave 2", Pounds(1_400), AtStart, Certain),
    (TRAINING, "Course for whoever is on call", "Failover rehearsal", Pounds(2_200), AtStart, Certain),
    (TRAINING, "Office hours for authors", "", Pounds(250), EachMonth("2027-02-01", "2027-09-30"), Certain),
    (TRAINING, "A day on contracts for the order team", "Contract tests in CI", Pounds(1_200), AtStart, Certain),
];

/// Adds all costs.
pub(super) fn costs(
    lines: &Named<BudgetLineId>,
    rates: &Named<RateId>,
    items: &Named<ItemId>,
) -> Result<Vec<Operation>, Fault> {
    let cost = |((line, name, item, how_much, due, sure), id): (_, CostId)| -> Result<Operation, Fault> {
        let amount = match how_much {
            Pounds(amount) => Amount::Money { amount: pounds(amount) },
            Days(days, role) => Amount::Effort { rate: rates.id(role)?, hundredths: 100 * days },
        };
        let certainty = match sure {
            Certain => Certainty::Certain,
            Between(low, high) => Certainty::Estimated { low: pounds(low), high: pounds(high) },
        };
        let (line, item, timing) = (lines.id(line)?, item_of(items, item)?, timing(due)?);
        let name = str::to_owned(name);
        Ok(Operation::AddCost { cost: NewCost { id, name, line, item, amount, timing, certainty } })
    };
    COSTS.into_iter().zip(ids(13, 0)).map(cost).collect()
}

fn timing(due: Due) -> Result<Timing, Fault> {
    Ok(match due {
        OverItem => Timing::Spread { span: None },
        EachMonthOfItem => Timing::Monthly { span: None },
        AtStart => Timing::Once { on: Moment::Start },
        On(day) => Timing::Once { on: Moment::Day { day: day.parse()? } },
        Over(first, last) => Timing::Spread { span: Some(days(first, last)?) },
        EachMonth(first, last) => Timing::Monthly { span: Some(days(first, last)?) },
    })
}
