//! The plan's own row, its working days and its holidays.

use milepost_plan::{FiscalYear, Holiday, PlanSettings, Weekday};
use rusqlite::Connection;

use crate::error::Fault;
use crate::row::{self, Cells};

/// The settings and the revision that the file stands at.
pub(crate) fn read(connection: &Connection) -> Result<(PlanSettings, u64), Fault> {
    let mut statement = connection.prepare_cached(include_str!("queries/plan/read.sql"))?;
    let mut rows = statement.query(())?;
    let row = rows.next()?.ok_or_else(|| Fault::Damaged("the plan's own row is missing".to_owned()))?;
    let cells = Cells::of("plan", row);
    let settings = PlanSettings {
        name: cells.text("name")?,
        currency: cells.text("currency")?,
        first_day_of_week: weekday(&cells, "first_day_of_week")?,
        fiscal_year: FiscalYear { first_month: cells.integer("first_month_of_year")? },
        working_days: read_working_days(connection)?,
        holidays: read_holidays(connection)?,
        keeps_working_length: cells.flag("keeps_working_length")?,
        pushes_successors: cells.flag("pushes_successors")?,
        actuals_mapping: cells.text("actuals_mapping")?,
    };
    Ok((settings, cells.integer("revision")?))
}

/// Writes the settings of a new file.
pub(crate) fn add(connection: &Connection, settings: &PlanSettings, revision: u64) -> Result<(), Fault> {
    connection.prepare_cached(include_str!("queries/plan/add.sql"))?.execute((
        &settings.name,
        &settings.currency,
        settings.first_day_of_week.word(),
        settings.fiscal_year.first_month,
        settings.keeps_working_length,
        settings.pushes_successors,
        &settings.actuals_mapping,
        i64::try_from(revision).unwrap_or(i64::MAX),
    ))?;
    add_days(connection, settings)
}

/// Writes changed settings.
pub(crate) fn update(connection: &Connection, settings: &PlanSettings) -> Result<(), Fault> {
    connection.prepare_cached(include_str!("queries/plan/update.sql"))?.execute((
        &settings.name,
        &settings.currency,
        settings.first_day_of_week.word(),
        settings.fiscal_year.first_month,
        settings.keeps_working_length,
        settings.pushes_successors,
        &settings.actuals_mapping,
    ))?;
    connection.prepare_cached(include_str!("queries/plan/remove_working_days.sql"))?.execute(())?;
    connection.prepare_cached(include_str!("queries/plan/remove_holidays.sql"))?.execute(())?;
    add_days(connection, settings)
}

/// Counts the plan's revision up from `revision`, which the file must stand at.
pub(crate) fn count_revision(connection: &Connection, revision: u64) -> Result<u64, Fault> {
    let mut count = connection.prepare_cached(include_str!("queries/plan/count_revision.sql"))?;
    match count.execute([i64::try_from(revision).unwrap_or(i64::MAX)])? {
        1 => Ok(revision + 1),
        _ => Err(Fault::ChangedElsewhere),
    }
}

fn add_days(connection: &Connection, settings: &PlanSettings) -> Result<(), Fault> {
    let mut add = connection.prepare_cached(include_str!("queries/plan/add_working_day.sql"))?;
    for weekday in &settings.working_days {
        add.execute([weekday.word()])?;
    }
    let mut add = connection.prepare_cached(include_str!("queries/plan/add_holiday.sql"))?;
    for holiday in &settings.holidays {
        add.execute([row::day(holiday.day), row::text(&holiday.name)])?;
    }
    Ok(())
}

fn read_working_days(connection: &Connection) -> Result<Vec<Weekday>, Fault> {
    let mut statement = connection.prepare_cached(include_str!("queries/plan/read_working_days.sql"))?;
    let mut rows = statement.query(())?;
    let mut days = Vec::new();
    while let Some(row) = rows.next()? {
        days.push(weekday(&Cells::of("working_day", row), "weekday")?);
    }
    days.sort_unstable();
    Ok(days)
}

fn read_holidays(connection: &Connection) -> Result<Vec<Holiday>, Fault> {
    let mut statement = connection.prepare_cached(include_str!("queries/plan/read_holidays.sql"))?;
    let mut rows = statement.query(())?;
    let mut holidays = Vec::new();
    while let Some(row) = rows.next()? {
        let cells = Cells::of("holiday", row);
        holidays.push(Holiday { day: cells.day("day")?, name: cells.text("name")? });
    }
    Ok(holidays)
}

fn weekday(cells: &Cells<'_>, column: &'static str) -> Result<Weekday, Fault> {
    cells.word(column, &Weekday::ALL, Weekday::word)
}
