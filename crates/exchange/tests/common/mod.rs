//! What the suites share: ids that are always the same, and an import from bytes to a changed plan.

use milepost_exchange::{Import, Mapping, Table, plan_import};
use milepost_plan::{Cancel, Day, Plan, PlanSettings};
use uuid::Uuid;

/// Ids of version 7, counted up; `first` keeps those of different imports apart.
pub fn ids(first: u64) -> impl FnMut() -> Uuid {
    let mut next = 0x0190_0000_0000_7000_8000_0000_0000_0000 + (u128::from(first) << 32);
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

#[allow(dead_code, reason = "one suite has a plan of its own")]
pub fn empty_plan() -> Plan {
    Plan::new(PlanSettings::default())
}

/// The day on which the suites live.
#[allow(dead_code, clippy::unwrap_used, reason = "it is a day")]
pub fn today() -> Day {
    "2026-11-25".parse().unwrap()
}

/// Imports a file under the suggested mapping and carries the import out.
#[allow(dead_code, reason = "each suite is a crate of its own, and not all import like this")]
#[allow(clippy::unwrap_used, reason = "a test that cannot import has failed")]
pub fn import(plan: &mut Plan, bytes: &[u8], first_id: u64) -> Import {
    let table = Table::read(bytes, Cancel::NEVER).unwrap();
    let import =
        plan_import(&table, &Mapping::suggest(&table), plan, today(), ids(first_id), Cancel::NEVER).unwrap();
    let change = import.operation.change(plan).unwrap();
    plan.accept(&change);
    import
}
