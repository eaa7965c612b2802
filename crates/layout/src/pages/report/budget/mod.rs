//! What the plan costs, on paper: what is over, how it adds up, the largest items, and lines by periods.

mod chart;
mod largest;
mod table;

use milepost_plan::{BudgetLine, CapStanding, Ledger, Money, Plan, Sums};

use super::flow::Flow;
use super::{NOTE, Report, TEXT, period, short_day};
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::pages::{Document, OutlineEntry};
use crate::paint::Role;
use crate::speech;

const OVER: Lettering = Lettering::new(8.5, Weight::Medium, Role::Danger);

pub(super) fn of(document: &Document<'_>) -> (Vec<Report>, Vec<OutlineEntry>) {
    let ledger = Ledger::of(document.plan, document.today);
    let page = Page { document, ledger: &ledger, lines: document.plan.budget_lines_in_order() };
    let mut flow = Flow::new(document, "Budget", &page.summary());
    if page.lines.is_empty() {
        flow.sentence("There are no budget lines yet.");
        return flow.into_sheets();
    }
    page.over(&mut flow);
    page.chart(&mut flow);
    page.largest(&mut flow);
    let (mut sheets, mut outline) = flow.into_sheets();
    let (of_table, entries) = page.table();
    outline
        .extend(entries.into_iter().map(|entry| OutlineEntry { page: sheets.len() + entry.page, ..entry }));
    sheets.extend(of_table);
    (sheets, outline)
}

struct Page<'a> {
    document: &'a Document<'a>,
    ledger: &'a Ledger,
    /// In the order by hand.
    lines: Vec<&'a BudgetLine>,
}

impl Page<'_> {
    fn plan(&self) -> &Plan {
        self.document.plan
    }

    fn written(&self, money: Money) -> String {
        money.written(&self.plan().settings().currency)
    }

    fn standing(&self, line: &BudgetLine) -> Option<CapStanding> {
        self.ledger.standing(self.plan(), line)
    }

    fn total(&self) -> Sums {
        self.lines.iter().map(|line| self.ledger.total(line.id)).sum()
    }

    /// “€480,000.00 planned, €33,204.75 spent by 23 Nov 2026; €492,000.00 forecast, which may become €470,000.00 to
    /// €520,000.00. 1 of 5 budget lines passes its cap.”
    fn summary(&self) -> String {
        if self.lines.is_empty() {
            return String::new();
        }
        let sums = self.total();
        let (low, high) = (sums.forecast_low(), sums.forecast_high());
        let band = if low == high {
            String::new()
        } else {
            format!(", which may become {} to {}", self.written(low), self.written(high))
        };
        let over =
            self.lines.iter().filter_map(|line| self.standing(line)).filter(|cap| cap.passed_on.is_some());
        let (over, lines) = (over.count(), speech::counted(self.lines.len(), "budget line"));
        let over = match over {
            0 => String::new(),
            1 => format!(" 1 of {lines} passes its cap."),
            _ => format!(" {over} of {lines} pass their caps."),
        };
        format!(
            "{} planned, {} spent by {}; {} forecast{band}.{over}",
            self.written(sums.planned),
            self.written(sums.actual),
            short_day(self.document.today),
            self.written(sums.forecast()),
        )
    }

    /// Each line that is over its cap, in words, the first to pass it first.
    fn over(&self, flow: &mut Flow<'_>) {
        flow.section("What is over", "", &[]);
        let mut over: Vec<(&BudgetLine, CapStanding)> =
            self.lines.iter().filter_map(|line| Some((*line, self.standing(line)?))).collect();
        over.retain(|(_, standing)| standing.passed_on.is_some());
        over.sort_by_key(|(line, standing)| (standing.passed_on, line.rank, line.id));
        if over.is_empty() {
            flow.words("No budget line is forecast to pass its cap.", NOTE);
        }
        for (line, standing) in over {
            let Some(passed_on) = standing.passed_on else { continue };
            let words = format!(
                "“{}” comes to {} of its cap of {} for {}: {} over, passed on {}.",
                line.name,
                self.written(standing.forecast),
                self.written(standing.cap.amount),
                period(standing.cap.span),
                self.written(Money::ZERO - standing.left),
                short_day(passed_on),
            );
            flow.words(&words, OVER);
        }
        let without = self.lines.iter().filter(|line| line.cap.is_none()).count();
        if without > 0 {
            flow.words(&format!("{} without a cap.", speech::counted(without, "budget line")), TEXT);
        }
    }
}
