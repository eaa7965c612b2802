//! Packing: bars into as few rows as first fit finds.

/// A stretch of a row, from one x to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Room {
    pub from: f64,
    pub to: f64,
}

impl Room {
    /// All there is.
    pub(crate) const ENDLESS: Self = Self { from: f64::NEG_INFINITY, to: f64::INFINITY };

    pub(crate) fn width(self) -> f64 {
        self.to - self.from
    }

    pub(crate) fn middle(self) -> f64 {
        (self.from + self.to) / 2.0
    }

    /// The part that lies in another stretch too; narrower than nothing if there is none.
    pub(crate) fn within(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }
}

/// Least free space between two bars of a row, in points.
pub(crate) const GAP: f64 = 4.0;

/// How far the rows of a lane are taken. Bars must come in the order of `from`; each goes to the first row that is
/// free there.
#[derive(Debug, Default)]
pub(crate) struct FreeRows(Vec<f64>);

impl FreeRows {
    /// Rows whose last bars end at these x.
    pub(crate) fn after(ends: impl Iterator<Item = f64>) -> Self {
        Self(ends.map(|end| end + GAP).collect())
    }

    /// Puts a bar on a row, counted from the top.
    pub(crate) fn take(&mut self, bar: Room) -> usize {
        let row = self.0.iter().position(|free| *free <= bar.from).unwrap_or(self.0.len());
        let next_free = bar.to + GAP;
        match self.0.get_mut(row) {
            Some(free) => *free = next_free,
            None => self.0.push(next_free),
        }
        row
    }
}

/// The row of each bar, counted from the top. Bars must come in the order of `from`.
pub(crate) fn rows(bars: impl Iterator<Item = Room>) -> Vec<usize> {
    let mut free = FreeRows::default();
    bars.map(|bar| free.take(bar)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(bars: &[(f64, f64)]) -> Vec<usize> {
        rows(bars.iter().map(|(from, to)| Room { from: *from, to: *to }))
    }

    #[test]
    fn bars_share_a_row_only_with_space_between() {
        assert_eq!(packed(&[(0.0, 10.0), (14.0, 20.0)]), [0, 0]);
        assert_eq!(packed(&[(0.0, 10.0), (13.0, 20.0)]), [0, 1]);
    }

    #[test]
    fn the_first_free_row_is_taken() {
        assert_eq!(
            packed(&[(0.0, 100.0), (0.0, 10.0), (5.0, 30.0), (20.0, 40.0), (50.0, 60.0)]),
            [0, 1, 2, 1, 1]
        );
    }
}
