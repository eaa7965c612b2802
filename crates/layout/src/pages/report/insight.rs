//! What the roadmap does for whom, on paper.

use milepost_plan::{Insight, NeedShare, Promise, Standing, WorkItem};

use super::columns::{Cell, Column, numbers, words};
use super::flow::Flow;
use super::{NOTE, Report, TEXT, met_on, number, per_cent, period, short_day};
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::pages::{Document, OutlineEntry};
use crate::paint::{Role, Tone};
use crate::speech;

/// Most rows of each section: whoever wants all of them takes the CSV.
const MOST: usize = 40;
const LATE: Lettering = Lettering::new(8.5, Weight::Medium, Role::Danger);

const CARRYING: [Column; 5] = [
    words("Need", 0.37),
    words("Standing", 0.1),
    words("Met on", 0.16),
    words("Share of the weight", 0.2),
    words("Share of the planned days", 0.23),
];
const CUSTOMERS: [Column; 5] = [
    words("Customer", 0.28),
    numbers("Needs", 0.07),
    numbers("Unserved", 0.08),
    numbers("Weight", 0.1),
    words("Served of it", 0.4),
];
const UNSERVED: [Column; 3] = [words("Need", 0.6), words("Customers", 0.3), numbers("Weight", 0.1)];
const NOBODY: [Column; 2] = [words("Feature", 0.7), words("Days", 0.3)];
const PROMISED: [Column; 6] = [
    words("Source", 0.14),
    words("Customer", 0.13),
    words("What was said", 0.33),
    words("Feature", 0.22),
    words("Last day", 0.1),
    words("Moved", 0.12),
];

pub(super) fn of(document: &Document<'_>) -> (Vec<Report>, Vec<OutlineEntry>) {
    let since = document.options.since.and_then(|id| document.plan.baselines().get(id));
    let insight = document.plan.insight(since);
    let mut flow = Flow::new(document, "Insight", &summary(&insight));
    let page = Page { document, insight: &insight };
    page.carrying(&mut flow);
    page.customers(&mut flow);
    page.unserved(&mut flow);
    page.nobody(&mut flow);
    page.promised(&mut flow, since.map(|baseline| baseline.name.as_str()));
    flow.into_sheets()
}

/// “18 needs: 3 unserved, 9 planned, 4 partly met, 2 met. 2 of them will be met too late.”
fn summary(insight: &Insight) -> String {
    let counts: Vec<String> = Standing::ALL
        .into_iter()
        .zip(insight.standings)
        .filter(|(_, count)| *count > 0)
        .map(|(standing, count)| format!("{count} {}", standing.label()))
        .collect();
    let needs = speech::counted(insight.needs.len(), "need");
    let late = match insight.late {
        0 => String::new(),
        late => format!(" {late} of them will be met too late."),
    };
    if counts.is_empty() { format!("{needs}.") } else { format!("{needs}: {}.{late}", counts.join(", ")) }
}

struct Page<'a> {
    document: &'a Document<'a>,
    insight: &'a Insight,
}

impl Page<'_> {
    fn carrying(&self, flow: &mut Flow<'_>) {
        let weight = format!("Weight of all needs: {}", number(self.insight.weight));
        flow.section("Needs that carry the roadmap", &weight, &CARRYING);
        let carrying =
            self.insight.needs.iter().filter(|share| share.coverage.standing != Standing::Unserved);
        let rows = carrying.map(|share| {
            #[allow(clippy::cast_precision_loss, reason = "a share is told in whole per cent")]
            let (weight, all) = (share.weight as f64, self.insight.weight as f64);
            let late = if share.coverage.days_late.is_some() { LATE } else { TEXT };
            vec![
                Cell::Words(self.statement(share), TEXT),
                Cell::Words(share.coverage.standing.label().to_owned(), TEXT),
                Cell::Words(met_on(&share.coverage), late),
                bar(weight, all, Role::Accent),
                bar(share.days, self.insight.days, Role::Hue(2, Tone::Edge)),
            ]
        });
        fill(flow, rows, "Nothing serves any need yet.");
    }

    fn customers(&self, flow: &mut Flow<'_>) {
        flow.section("Customers, those who get least first", "The dark part is done already", &CUSTOMERS);
        let rows = self.insight.customers.iter().filter_map(|share| {
            let customer = self.document.plan.customers().get(share.customer)?;
            #[allow(clippy::cast_precision_loss, reason = "a share is told in whole per cent")]
            let [served, met, weight] = [share.served, share.met, share.weight].map(|weight| weight as f64);
            let part = |of: f64| if weight > 0.0 { of / weight } else { 0.0 };
            let shares = vec![(part(served), Role::Hue(1, Tone::Edge)), (part(met), Role::Ok)];
            Some(vec![
                Cell::Words(customer.name.clone(), TEXT),
                Cell::Words(share.needs.to_string(), TEXT),
                Cell::Words(share.unserved.to_string(), TEXT),
                Cell::Words(number(share.weight), TEXT),
                Cell::Bars { shares, word: per_cent(served, weight) },
            ])
        });
        fill(flow, rows, "There are no customers yet.");
    }

    fn unserved(&self, flow: &mut Flow<'_>) {
        flow.section("Needs that nothing serves", "", &UNSERVED);
        let plan = self.document.plan;
        let unserved =
            self.insight.needs.iter().filter(|share| share.coverage.standing == Standing::Unserved);
        let rows = unserved.map(|share| {
            let customers = plan.needs().get(share.need).map(|need| &need.customers);
            let names = customers.into_iter().flatten().filter_map(|row| plan.customers().get(row.customer));
            let names: Vec<&str> = names.map(|customer| customer.name.as_str()).collect();
            vec![
                Cell::Words(self.statement(share), TEXT),
                Cell::Words(names.join(", "), NOTE),
                Cell::Words(number(share.weight), TEXT),
            ]
        });
        let none =
            if plan.needs().is_empty() { "There are no needs yet." } else { "Something serves every need." };
        fill(flow, rows, none);
    }

    fn nobody(&self, flow: &mut Flow<'_>) {
        let days = per_cent(self.insight.days_for_nobody, self.insight.days);
        let note = format!("{days} of the planned days");
        flow.section("Features that serve no need", &note, &NOBODY);
        let plan = self.document.plan;
        let items = self.insight.serve_nobody.iter().filter_map(|id| plan.items().get(*id));
        let rows = items.map(|item| {
            let days = plan.span_of(item).map_or_else(|| without_days(item), period);
            vec![Cell::Words(item.title.clone(), TEXT), Cell::Words(days, NOTE)]
        });
        fill(flow, rows, "Every feature serves a need.");
    }

    fn promised(&self, flow: &mut Flow<'_>, since: Option<&str>) {
        let note = since.map(|name| format!("Moved since “{name}”, in working days")).unwrap_or_default();
        flow.section("What was promised to whom", &note, &PROMISED);
        let rows = self.insight.promises.iter().filter_map(|promise| self.promise(promise));
        fill(flow, rows, "No open feedback is linked to a feature.");
    }

    fn promise(&self, promise: &Promise) -> Option<Vec<Cell>> {
        let plan = self.document.plan;
        let (feedback, item) = (plan.feedback().get(promise.feedback)?, plan.items().get(promise.item)?);
        let customer = feedback.customer.and_then(|id| plan.customers().get(id));
        let moved = promise.moved_days.unwrap_or_default();
        let days = speech::counted(moved.unsigned_abs() as usize, "day");
        let (moved, how) = match moved {
            0 => (String::new(), NOTE),
            1.. => (format!("{days} later"), LATE),
            _ => (format!("{days} earlier"), NOTE),
        };
        Some(vec![
            Cell::Words(feedback.source.clone(), TEXT),
            Cell::Words(customer.map(|customer| customer.name.clone()).unwrap_or_default(), TEXT),
            Cell::Words(feedback.text.clone(), TEXT),
            Cell::Words(item.title.clone(), TEXT),
            Cell::Words(promise.last.map_or_else(|| without_days(item), short_day), TEXT),
            Cell::Words(moved, how),
        ])
    }

    fn statement(&self, share: &NeedShare) -> String {
        self.document.plan.needs().get(share.need).map(|need| need.statement.clone()).unwrap_or_default()
    }
}

/// What stands in the place of the days of an item that has none: “Next”, or “no date”.
fn without_days(item: &WorkItem) -> String {
    item.schedule.horizon().map_or("no date", speech::horizon).to_owned()
}

fn bar(share: f64, whole: f64, role: Role) -> Cell {
    let part = if whole > 0.0 { share / whole } else { 0.0 };
    Cell::Bars { shares: vec![(part, role)], word: per_cent(share, whole) }
}

/// The first rows of a section, and how many more there are; a sentence if there are none.
fn fill(flow: &mut Flow<'_>, rows: impl Iterator<Item = Vec<Cell>>, if_none: &str) {
    let rows: Vec<Vec<Cell>> = rows.collect();
    if rows.is_empty() {
        return flow.sentence(if_none);
    }
    rows.iter().take(MOST).for_each(|row| flow.row(row));
    if rows.len() > MOST {
        flow.sentence(&format!("And {} more.", rows.len() - MOST));
    }
}
