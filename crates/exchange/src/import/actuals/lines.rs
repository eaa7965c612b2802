//! Which budget line a cost centre belongs to.

use std::collections::{BTreeMap, HashMap};

use milepost_plan::{BudgetLineId, Plan};
use serde::Serialize;

use super::Row;
use crate::import::names::Called;
use crate::mapping::{Mapping, plain_word, told};
use crate::report::quoted;

/// Cost centres that are told.
const MOST: usize = 200;

/// A cost centre of a file, and the line that its rows go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CostCentre {
    /// What the file calls it; empty for rows that name none.
    pub name: String,
    /// Rows that name it.
    pub rows: u32,
    /// The line that the mapping or its name gives it; none if only the usual one is left.
    pub line: Option<BudgetLineId>,
    /// Whether its rows are left out, as the mapping says.
    pub is_left_out: bool,
}

/// Finds the lines of cost centres in one plan.
pub(super) struct Lines<'m> {
    plan: &'m Plan,
    mapping: &'m Mapping,
    /// What the mapping says of cost centres, by their names in small letters.
    told: HashMap<String, Option<BudgetLineId>>,
    by_name: Called<BudgetLineId>,
    /// None for a name that several have but for signs and small letters.
    by_plain_name: BTreeMap<String, Option<BudgetLineId>>,
}

/// Where the rows of a cost centre go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Line(BudgetLineId),
    LeftOut,
    Unknown,
}

impl<'m> Lines<'m> {
    pub(super) fn of(plan: &'m Plan, mapping: &'m Mapping) -> Self {
        let lines = || plan.budget_lines().iter();
        let mut told = HashMap::new();
        for (name, line) in &mapping.cost_centres {
            told.entry(name.trim().to_lowercase()).or_insert(*line);
        }
        let mut by_plain_name = BTreeMap::new();
        for line in lines() {
            let other = by_plain_name.entry(plain_word(&line.name));
            other.and_modify(|other| *other = None).or_insert(Some(line.id));
        }
        Self {
            plan,
            mapping,
            told,
            by_name: Called::new(lines().map(|line| (line.name.as_str(), line.id))),
            by_plain_name,
        }
    }

    /// The line that a row goes to, or why there is none.
    pub(super) fn of_row(&self, row: &Row) -> Result<BudgetLineId, String> {
        match self.way(&row.cost_centre) {
            Way::Line(line) => Ok(line),
            Way::LeftOut => Err(format!("rows of the cost centre {} are left out", quoted(&row.cost_centre))),
            Way::Unknown => self.usual().ok_or_else(|| match row.cost_centre.as_str() {
                "" => "the row names no cost centre, and no budget line takes such rows".to_owned(),
                name => format!("no budget line belongs to the cost centre {}", quoted(name)),
            }),
        }
    }

    fn usual(&self) -> Option<BudgetLineId> {
        self.mapping.usual_line.filter(|line| self.plan.budget_lines().contains(*line))
    }

    /// What the mapping says, else a line that is called so, else the only line whose name is part of it.
    fn way(&self, cost_centre: &str) -> Way {
        if cost_centre.is_empty() {
            return Way::Unknown;
        }
        match self.told.get(&cost_centre.trim().to_lowercase()).copied() {
            Some(None) => return Way::LeftOut,
            Some(Some(line)) if self.plan.budget_lines().contains(line) => return Way::Line(line),
            _ => {}
        }
        let plain = plain_word(cost_centre);
        let named =
            self.by_name.find(cost_centre).ok().or_else(|| self.by_plain_name.get(&plain).copied().flatten());
        named.or_else(|| self.part_of(&plain)).map_or(Way::Unknown, Way::Line)
    }

    fn part_of(&self, plain: &str) -> Option<BudgetLineId> {
        /// Shorter names are part of too much.
        const SHORTEST: usize = 4;
        let is_part = |name: &str| name.chars().count() >= SHORTEST && plain.contains(name);
        let mut found = self.by_plain_name.iter().filter(|(name, _)| is_part(name));
        let (_, line) = found.next()?;
        if found.next().is_none() { *line } else { None }
    }
}

/// The cost centres of rows, the most frequent first.
pub(in crate::import) fn cost_centres(mapping: &Mapping, plan: &Plan, rows: &[Row]) -> Vec<CostCentre> {
    let lines = Lines::of(plan, mapping);
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.refusal.is_none()) {
        *counts.entry(&row.cost_centre).or_default() += 1;
    }
    let told = |(name, rows): (&str, u32)| {
        let way = lines.way(name);
        let line = if let Way::Line(line) = way { Some(line) } else { None };
        CostCentre { name: name.to_owned(), rows, line, is_left_out: way == Way::LeftOut }
    };
    let mut centres: Vec<CostCentre> = counts.into_iter().map(told).collect();
    centres.sort_by_key(|centre| std::cmp::Reverse(centre.rows));
    centres.truncate(MOST);
    centres
}

/// The mapping with the lines that were found by name, so that they are found when they are called otherwise.
pub(super) fn settled(mapping: &Mapping, plan: &Plan, rows: &[Row]) -> Mapping {
    let mut settled = mapping.clone();
    for centre in cost_centres(mapping, plan, rows) {
        if let Some(line) = centre.line
            && told(&settled.cost_centres, &centre.name) != Some(Some(line))
        {
            settled.cost_centres.insert(centre.name, Some(line));
        }
    }
    settled
}
