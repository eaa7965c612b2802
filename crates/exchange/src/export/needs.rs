//! Tables of needs for people: what each weighs and how far it is served. They are not read back.

use milepost_plan::{Baseline, Cancelled, Coverage, Customer, Day, Importance, Need, Plan};

use super::{Writing, Written};
use crate::formula::defuse;

/// One row per need, the heaviest first.
pub(super) fn each<'c>(plan: &Plan, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    let mut written = Written::new(
        how,
        [
            "Need",
            "Weight",
            "Standing",
            "Wanted by",
            "Met on",
            "Days late",
            "Customers",
            "Served by",
            "Alternatives",
            "Note",
            "Evidence",
            "Id",
        ],
    );
    for (need, weight) in plan.needs_by_weight() {
        let coverage = plan.coverage(need);
        let served_by: Vec<&str> = plan.serving(need.id).map(|item| item.title.as_str()).collect();
        written.row([
            defuse(&need.statement),
            weight.to_string(),
            coverage.standing.label().to_owned(),
            day(need.wanted_by),
            day(met_on(&coverage)),
            number(coverage.days_late),
            defuse(&customers(plan, need)),
            defuse(&served_by.join("; ")),
            defuse(&need.alternatives),
            defuse(&need.note),
            defuse(&need.evidence.join("\n")),
            need.id.to_string(),
        ])?;
    }
    Ok(written)
}

/// One row per need and one column per item that serves any: “fully”, “partly” or nothing in the cells.
pub(super) fn matrix<'c>(plan: &Plan, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    let items = plan.serving_any();
    let titles: Vec<String> = items.iter().map(|item| defuse(&item.title)).collect();
    let header = ["Need", "Weight", "Standing"].into_iter().chain(titles.iter().map(String::as_str));
    let mut written = Written::new(how, header);
    for (need, weight) in plan.needs_by_weight() {
        let standing = plan.coverage(need).standing.label();
        let head = [defuse(&need.statement), weight.to_string(), standing.to_owned()];
        let cells = items.iter().map(|item| item.fulfilment_of(need.id).map_or("", |how| how.word()));
        written.row(head.into_iter().chain(cells.map(str::to_owned)))?;
    }
    Ok(written)
}

/// One row per customer and need, by what matters most to each; a customer without needs has one row.
pub(super) fn by_customer<'c>(plan: &Plan, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    let mut written = Written::new(
        how,
        [
            "Customer",
            "Size",
            "Unit",
            "Need",
            "Importance",
            "Weight",
            "Standing",
            "Wanted by",
            "Met on",
            "Days late",
        ],
    );
    for customer in plan.customers_in_order() {
        let head = || [defuse(&customer.name), customer.size.to_string(), defuse(&customer.unit)];
        let mut needs: Vec<(Importance, &Need)> = needs_of(plan, customer).collect();
        needs.sort_by_key(|(importance, _)| *importance);
        if needs.is_empty() {
            written.row(head().into_iter().chain(std::iter::repeat_n(String::new(), 7)))?;
        }
        for (importance, need) in needs {
            let coverage = plan.coverage(need);
            let weight = importance.points() * u64::from(customer.size);
            let cells = [
                defuse(&need.statement),
                importance.word().to_owned(),
                weight.to_string(),
                coverage.standing.label().to_owned(),
                day(need.wanted_by),
                day(met_on(&coverage)),
                number(coverage.days_late),
            ];
            written.row(head().into_iter().chain(cells))?;
        }
    }
    Ok(written)
}

/// What is open of what sources have been promised, what comes first first.
pub(super) fn promises<'c>(
    plan: &Plan,
    since: Option<&Baseline>,
    how: Writing<'c>,
) -> Result<Written<'c>, Cancelled> {
    let header =
        ["Source", "Customer", "Said on", "Feedback", "Work item", "Status", "Last day", "Days moved"];
    let mut written = Written::new(how, header);
    for promise in plan.insight(since).promises {
        let (Some(feedback), Some(item)) =
            (plan.feedback().get(promise.feedback), plan.items().get(promise.item))
        else {
            continue;
        };
        let customer = feedback.customer.and_then(|id| plan.customers().get(id));
        written.row([
            defuse(&feedback.source),
            defuse(customer.map_or("", |customer| customer.name.as_str())),
            feedback.day.to_string(),
            defuse(&feedback.text),
            defuse(&item.title),
            item.status.label().to_owned(),
            day(promise.last),
            number(promise.moved_days),
        ])?;
    }
    Ok(written)
}

fn needs_of<'p>(plan: &'p Plan, customer: &Customer) -> impl Iterator<Item = (Importance, &'p Need)> {
    let id = customer.id;
    plan.needs_of_customer(id).filter_map(move |need| Some((need.importance_to(id)?, need)))
}

/// “Finance: critical; Stores: high”, in the order by hand.
fn customers(plan: &Plan, need: &Need) -> String {
    let mut rows: Vec<(&Customer, Importance)> = need
        .customers
        .iter()
        .filter_map(|row| Some((plan.customers().get(row.customer)?, row.importance)))
        .collect();
    rows.sort_by_key(|(customer, _)| (customer.rank, customer.id));
    let told = rows.iter().map(|(customer, importance)| format!("{}: {}", customer.name, importance.word()));
    told.collect::<Vec<_>>().join("; ")
}

/// The day on which it is or will be met, as far as anything serves it.
fn met_on(coverage: &Coverage) -> Option<Day> {
    coverage.span.map(|span| span.last)
}

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn number(number: Option<i32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
