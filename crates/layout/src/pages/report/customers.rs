//! The needs of each customer, with how far they are served and when.

use milepost_plan::{Cancelled, Customer, CustomerShare, Need};

use super::columns::{Cell, Column, numbers, words};
use super::flow::Flow;
use super::{NOTE, Report, TEXT, met_on, number, per_cent, short_day};
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::pages::{Document, OutlineEntry};
use crate::paint::Role;
use crate::speech;

const LATE: Lettering = Lettering::new(8.5, Weight::Medium, Role::Danger);

const COLUMNS: [Column; 7] = [
    words("Need", 0.29),
    words("Importance", 0.11),
    numbers("Weight", 0.08),
    words("Standing", 0.1),
    words("Wanted by", 0.13),
    words("Met on", 0.17),
    words("Served by", 0.25),
];

pub(super) fn of(document: &Document<'_>) -> Result<(Vec<Report>, Vec<OutlineEntry>), Cancelled> {
    let plan = document.plan;
    let customers = plan.customers_in_order();
    let summary = format!(
        "{} and {}. The weight of a need is its importance (critical 4, high 3, medium 2, low 1) times the size of the customer.",
        speech::counted(customers.len(), "customer"),
        speech::counted(plan.needs().len(), "need"),
    );
    let mut flow = Flow::new(document, "Needs by customer", &summary);
    if customers.is_empty() {
        flow.sentence("There are no customers yet.");
    }
    let shares = plan.insight(None).customers;
    for customer in customers {
        let Some(share) = shares.iter().find(|share| share.customer == customer.id) else { continue };
        flow.section(&customer.name, &about(customer, share), &COLUMNS);
        let mut needs: Vec<&Need> = plan.needs_of_customer(customer.id).collect();
        needs.sort_by_key(|need| need.importance_to(customer.id));
        if needs.is_empty() {
            flow.sentence("No needs yet.");
        }
        for need in needs {
            document.cancel.check()?;
            flow.row(&row(document, customer, need));
        }
    }
    Ok(flow.into_sheets())
}

/// “140 people · 3 needs, 1 unserved · 62 % of their weight is served”.
fn about(customer: &Customer, share: &CustomerShare) -> String {
    let size = format!("{} {}", number(customer.size.into()), customer.unit);
    let unserved = if share.unserved > 0 { format!(", {} unserved", share.unserved) } else { String::new() };
    let needs = format!("{}{unserved}", speech::counted(share.needs, "need"));
    #[allow(clippy::cast_precision_loss, reason = "a share is told in whole per cent")]
    let served = per_cent(share.served as f64, share.weight as f64);
    let served =
        if share.weight > 0 { format!(" · {served} of their weight is served") } else { String::new() };
    format!("{} · {needs}{served}", size.trim())
}

fn row(document: &Document<'_>, customer: &Customer, need: &Need) -> Vec<Cell> {
    let plan = document.plan;
    let importance = need.importance_to(customer.id);
    let weight = importance.map_or(0, |importance| importance.points() * u64::from(customer.size));
    let coverage = plan.coverage(need);
    let mut serving: Vec<_> = plan.serving(need.id).collect();
    serving.sort_by_key(|item| (plan.span_of(item).map_or(i32::MAX, |span| span.first.number()), item.rank));
    let titles: Vec<&str> = serving.iter().map(|item| item.title.as_str()).collect();
    let met = if coverage.days_late.is_some() { LATE } else { TEXT };
    vec![
        Cell::Words(need.statement.clone(), TEXT),
        Cell::Words(importance.map_or("", |importance| importance.word()).to_owned(), TEXT),
        Cell::Words(number(weight), TEXT),
        Cell::Words(coverage.standing.label().to_owned(), TEXT),
        Cell::Words(need.wanted_by.map(short_day).unwrap_or_default(), TEXT),
        Cell::Words(met_on(&coverage), met),
        Cell::Words(titles.join(", "), NOTE),
    ]
}
