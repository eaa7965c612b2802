//! Rows of a plan that the command line chooses by name.

use crate::failure::Failure;

/// The row that is called `name`: letter by letter, or else the only one that is called so but for capitals.
///
/// # Errors
/// Says which there are of such `things`, a word in the singular.
pub fn find<'r, R>(
    rows: &'r [R],
    name: &str,
    thing: &str,
    name_of: impl Fn(&R) -> &str,
) -> Result<&'r R, Failure> {
    if let Some(row) = rows.iter().find(|row| name_of(row) == name) {
        return Ok(row);
    }
    let lower = name.to_lowercase();
    let mut alike = rows.iter().filter(|row| name_of(row).to_lowercase() == lower);
    let message = match (alike.next(), alike.next()) {
        (Some(row), None) => return Ok(row),
        (None, _) => format!("The plan has no {thing} named “{name}”."),
        _ => format!("The plan has several {thing}s named “{name}” but for capitals."),
    };
    let names: Vec<String> = rows.iter().map(|row| format!("“{}”", name_of(row))).collect();
    let hint = match names.as_slice() {
        [] => format!("It has no {thing}s."),
        names => format!("It has {}.", names.join(", ")),
    };
    Err(Failure::refused(message, hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> Result<usize, String> {
        let rows = ["Board", "board", "Übersicht"];
        match find(&rows, name, "saved view", |row| row) {
            Ok(row) => Ok(rows.iter().position(|other| other == row).unwrap()),
            Err(Failure::Refused { message, .. }) => Err(message),
            Err(Failure::NobodyListens) => unreachable!(),
        }
    }

    #[test]
    fn a_name_is_that_of_one_row_only() {
        assert_eq!(found("board"), Ok(1));
        assert_eq!(found("Board"), Ok(0));
        assert_eq!(found("übersicht"), Ok(2));
        assert_eq!(
            found("BOARD").unwrap_err(),
            "The plan has several saved views named “BOARD” but for capitals."
        );
        assert_eq!(found("Map").unwrap_err(), "The plan has no saved view named “Map”.");
    }
}
