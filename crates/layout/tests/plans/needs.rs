//! Plans for the needs roadmap: needs that stand in every way, in several lanes, with names of all sorts.

use milepost_plan::{
    CustomerKind, Fulfilment, GoalId, Importance, ItemNeed, NeedCustomer, NeedId, NewCustomer, NewGoal,
    NewItem, NewNeed, Operation, Plan, Roadmap, Status, ViewSettings,
};
use milepost_testkit::{PlanBuilder, day, id};

use super::plan;

/// The needs roadmap in its usual look: lanes by customer, hues by theme.
#[allow(dead_code, reason = "not every suite looks at needs")]
pub fn needs_view() -> ViewSettings {
    let lanes_by = Some(milepost_plan::Aspect::Customer);
    ViewSettings { roadmap: Roadmap::Needs, lanes_by, ..ViewSettings::default() }
}

fn customers(names: &[&str]) -> PlanBuilder {
    let add = |plan: PlanBuilder, (number, name): (u32, &&str)| {
        plan.operation(&Operation::AddCustomer {
            customer: NewCustomer {
                id: id(number),
                name: (*name).to_owned(),
                kind: CustomerKind::Department,
                size: 10,
                unit: "people".to_owned(),
                note: String::new(),
            },
        })
    };
    (1..).zip(names).fold(plan(), add)
}

/// Adds a need of some customers, told by their numbers.
fn need(plan: PlanBuilder, number: u32, statement: &str, wanted_by: &str, customers: &[u32]) -> PlanBuilder {
    let customers = customers.iter().map(|number| NeedCustomer {
        customer: id(*number),
        importance: Importance::ALL[*number as usize % 4],
    });
    let wanted_by = (!wanted_by.is_empty()).then(|| day(wanted_by));
    let need = NewNeed { customers: customers.collect(), wanted_by, ..NewNeed::new(id(number), statement) };
    plan.operation(&Operation::AddNeed { need })
}

fn serves(item: &mut NewItem, number: u32, fulfilment: Fulfilment) {
    item.needs.push(ItemNeed { need: id::<NeedId>(number), fulfilment });
}

pub fn no_needs() -> Plan {
    customers(&["Retail"]).feature("", "For nobody", "2026-11-09", "2026-12-18").build()
}

/// One need that one feature serves.
pub fn one_need() -> Plan {
    need(customers(&["Retail"]), 1, "Reports before nine", "", &[1])
        .theme("Reporting")
        .feature("Reporting", "Scheduled delivery", "2026-11-09", "2027-01-15")
        .with(|item| serves(item, 1, Fulfilment::Fully))
        .build()
}

/// Met, partly met, late, to be met, unserved, and served on no day, for two customers and for nobody.
pub fn standings() -> Plan {
    let plan = customers(&["Retail", "Finance"]);
    let plan = need(plan, 1, "Reports before nine", "2027-02-26", &[1, 2]);
    let plan = need(plan, 2, "No copying into spreadsheets", "2027-06-30", &[2]);
    let plan = need(plan, 3, "Numbers that agree", "", &[1]);
    let plan = need(plan, 4, "Know who saw what", "2026-10-30", &[]);
    let plan = need(plan, 5, "Reports by telephone", "", &[1]);
    let plan = need(plan, 6, "Reports in Welsh", "2027-01-01", &[2]);
    plan.theme("Reporting")
        .theme("Quality")
        .feature("Reporting", "Templates", "2026-11-09", "2027-01-15")
        .with(|item| {
            (item.status, item.progress) = (Status::Done, 100);
            serves(item, 1, Fulfilment::Partly);
            serves(item, 2, Fulfilment::Partly);
        })
        .feature("Reporting", "Scheduled delivery", "2026-12-14", "2027-04-16")
        .with(|item| {
            item.progress = 20;
            serves(item, 1, Fulfilment::Fully);
        })
        .feature("Quality", "Contract tests", "2027-02-01", "2027-05-14")
        .with(|item| serves(item, 2, Fulfilment::Fully))
        .feature("Quality", "Freshness alerts", "2026-09-01", "2026-10-23")
        .with(|item| {
            (item.status, item.progress) = (Status::Done, 100);
            serves(item, 3, Fulfilment::Fully);
        })
        .feature("", "Audit trail", "2026-12-01", "2026-12-24")
        .with(|item| serves(item, 4, Fulfilment::Fully))
        .undated("", "Translations")
        .with(|item| {
            serves(item, 6, Fulfilment::Fully);
            serves(item, 2, Fulfilment::Partly);
        })
        .build()
}

/// So many features at once that they share the height of their need.
pub fn crowded_need() -> Plan {
    let plan = need(customers(&["Retail"]), 1, "Everything at once", "", &[1]).theme("Reporting");
    (0..7)
        .fold(plan, |plan, number| {
            let last = day("2026-12-01").plus(20 * number);
            plan.feature("Reporting", &format!("Part {number}"), "2026-11-09", &last.to_string())
                .with(|item| serves(item, 1, Fulfilment::Partly))
        })
        .build()
}

/// Statements that are far too long, of few letters, from right to left and without letters of Inter, over bars of one
/// day.
pub fn strange_needs() -> Plan {
    let statements = [
        "A statement that says at great length what could have been said in a few words, and then says it once more",
        "It",
        "دوشنبه پیش از ساعت نه صبح گزارش‌ها را ببینم",
        "🎉🎉🎉 路线图 by Monday",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    ];
    let plan = (1..)
        .zip(statements)
        .fold(customers(&["A customer of many, many names and titles"]), |plan, (number, text)| {
            need(plan, number, text, "2026-11-24", &[1])
        });
    (1..=5_u32)
        .fold(plan, |plan, number| {
            let first = day("2026-11-20").plus(i32::try_from(number).unwrap()).to_string();
            plan.feature("", statements[number as usize - 1], &first, &first)
                .with(|item| serves(item, number, Fulfilment::Fully))
        })
        .build()
}

/// A need that serves goals, through an epic that holds what has days, and one that is wanted long before and long
/// after.
pub fn goals_and_epics() -> Plan {
    let plan = need(customers(&["Retail"]), 1, "Long ago", "2025-01-31", &[1]);
    let plan = need(plan, 2, "Some day", "2029-01-31", &[1]);
    let goal = NewGoal {
        id: id::<GoalId>(1),
        title: "Half the calls".to_owned(),
        measure: "Calls a week".to_owned(),
        target: "40".to_owned(),
        by: None,
    };
    plan.operation(&Operation::AddGoal { goal })
        .item(milepost_plan::ItemKind::Epic, "Reports by themselves")
        .with(|item| {
            serves(item, 1, Fulfilment::Fully);
            item.goals.push(id(1));
        })
        .feature("", "Templates", "2026-11-09", "2027-01-15")
        .with(|item| serves(item, 2, Fulfilment::Partly))
        .under("Reports by themselves")
        .build()
}

/// All of them with what each is called.
#[allow(dead_code, reason = "not every suite looks at needs")]
pub fn all_of_needs() -> Vec<(&'static str, Plan)> {
    vec![
        ("no-needs", no_needs()),
        ("one-need", one_need()),
        ("standings", standings()),
        ("crowded-need", crowded_need()),
        ("strange-needs", strange_needs()),
        ("goals-and-epics", goals_and_epics()),
    ]
}
