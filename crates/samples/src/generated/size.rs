//! How much of what a generated plan holds.

/// Numbers of rows. A plan of features alone is made `from` their number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanSize {
    /// Features, with a quarter as many dependencies.
    pub features: usize,
    /// Customers, each under a name of its own.
    pub customers: usize,
    /// Needs, most of which up to four features serve, with a goal for every hundred, up to eight.
    pub needs: usize,
    /// Pieces of feedback, some of which are merged.
    pub feedback: usize,
    /// Costs, most of them of features, on up to twenty budget lines.
    pub costs: usize,
    /// Actuals up to the day of the sample plan, on the same lines.
    pub actuals: usize,
}

impl From<usize> for PlanSize {
    fn from(features: usize) -> Self {
        Self { features, ..Self::default() }
    }
}
