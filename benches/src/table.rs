//! The table that is printed: a row for each piece of work, a column for each size.

use std::fmt;

use crate::Fault;
use crate::runs::Measurement;

/// Measures one size after the other and prints the table of what was found. `counted` is what the sizes are numbers of.
pub fn measure_each(
    counted: &'static str,
    sizes: &[usize],
    measure: impl Fn(usize) -> Result<Vec<Measurement>, Fault>,
) -> Result<(), Fault> {
    let mut table = Table::new(counted, sizes);
    for size in sizes {
        println!("Measuring {size} {counted} …");
        measure(*size)?.into_iter().for_each(|measurement| table.add(measurement));
    }
    println!("\n{table}");
    Ok(())
}

pub struct Table {
    counted: &'static str,
    sizes: Vec<usize>,
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    unit: &'static str,
    values: Vec<f64>,
}

impl Table {
    /// An empty table, for plans with so many of what is counted.
    pub fn new(counted: &'static str, sizes: &[usize]) -> Self {
        Self { counted, sizes: sizes.to_vec(), rows: Vec::new() }
    }

    /// Adds a value to the row of its name. Sizes come one after the other.
    pub fn add(&mut self, Measurement { name, value, unit }: Measurement) {
        match self.rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.values.push(value),
            None => self.rows.push(Row { name, unit, values: vec![value] }),
        }
    }

    /// What the last size costs of what the one before costs, if both are there.
    fn growth(&self, row: &Row) -> Option<f64> {
        match row.values.as_slice() {
            [.., before, last] if self.sizes.len() == row.values.len() && *before > 0.0 => {
                Some(last / before)
            }
            _ => None,
        }
    }
}

impl fmt::Display for Table {
    /// As a table in Markdown, so that it can be taken over into a page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "| {:<28} |", self.counted)?;
        for size in &self.sizes {
            write!(f, " {size:>10} |")?;
        }
        let last_two =
            self.sizes.iter().rev().take(2).map(ToString::to_string).collect::<Vec<_>>().join(" : ");
        writeln!(f, " {last_two:>14} |")?;
        writeln!(f, "|:{:-<28}-|{}-{:->14}:|", "", "-----------:|".repeat(self.sizes.len()), "")?;
        for row in &self.rows {
            write!(f, "| {:<28} |", row.name)?;
            for value in &row.values {
                write!(f, " {:>10} |", written(*value, row.unit))?;
            }
            let growth = self.growth(row).map(|growth| format!("{growth:.1}")).unwrap_or_default();
            writeln!(f, " {growth:>14} |")?;
        }
        Ok(())
    }
}

/// Three digits are as many as can be believed.
fn written(value: f64, unit: &str) -> String {
    let digits = match value {
        value if unit.is_empty() || value >= 100.0 => 0,
        value if value >= 10.0 => 1,
        value if value >= 1.0 => 2,
        _ => 3,
    };
    format!("{value:.digits$} {unit}").trim_end().to_owned()
}
