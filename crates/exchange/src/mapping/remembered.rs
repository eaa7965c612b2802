//! How actuals were read last, kept in the plan so that the next file from the same place needs no answers.

use milepost_plan::Plan;

use super::{Field, Mapping, RowsAre};
use crate::table::Table;

impl Mapping {
    /// How the last import into a plan read actuals, if it is written down and fits the table.
    ///
    /// What cannot be read, as what another version of Milepost may have written, is like nothing.
    pub fn remembered(plan: &Plan, table: &Table) -> Option<Self> {
        let mapping: Self = serde_json::from_str(&plan.settings().actuals_mapping).ok()?;
        let fits = mapping.rows_are == RowsAre::Actuals && !mapping.columns.is_empty();
        let mut columns = mapping.columns.values().flatten();
        (fits && columns.all(|column| table.position(column).is_some())).then_some(mapping)
    }

    /// What names in the header suggest, or how the plan remembers to have read such a table. `rows_are` is what the
    /// rows become; none for what the table suggests.
    pub fn suggest_in(plan: &Plan, table: &Table, rows_are: Option<RowsAre>) -> Self {
        let suggested =
            rows_are.map_or_else(|| Self::suggest(table), |rows_are| Self::suggest_for(table, rows_are));
        if suggested.formulas_are_defused {
            return suggested;
        }
        if rows_are.is_none_or(|rows_are| rows_are == RowsAre::Actuals)
            && let Some(remembered) = Self::remembered(plan, table)
        {
            return remembered;
        }
        let mut lines = plan.budget_lines().iter();
        match (suggested.rows_are, lines.next(), lines.next()) {
            (RowsAre::Actuals, Some(only), None) if suggested.columns_of(Field::CostCentre).is_empty() => {
                Self { usual_line: Some(only.id), ..suggested }
            }
            _ => suggested,
        }
    }

    /// As a plan keeps it. What holds for one file only is left out: that its money is spent in advance.
    pub(crate) fn to_remember(&self) -> String {
        let kept = Self { spent_in_advance: false, ..self.clone() };
        // Nothing in it can fail to be written: the keys of its maps are text.
        serde_json::to_string(&kept).unwrap_or_default()
    }
}
