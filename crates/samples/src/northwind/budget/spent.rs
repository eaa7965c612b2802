//! What is spent so far.

use milepost_plan::{ActualId, BudgetLineId, ItemId, Money, NewActual, Operation};

use super::{CLOUD, LICENCES, PEOPLE, TRAINING, item_of};
use crate::build::{Fault, Named, ids};
use crate::northwind::sample_day;

/// Day, pence, budget line, work item if it was for one, supplier, number of the invoice, note.
#[allow(clippy::inconsistent_digit_grouping, reason = "pence stand apart from their pounds")]
#[rustfmt::skip]
const SPENT: [(&str, i64, &str, &str, &str, &str, &str); 17] = [
    ("2026-10-05", 4_200_00, CLOUD, "", "Halden Cloud", "HC-26-1004", "Production in October"),
    ("2026-10-05", 1_782_40, CLOUD, "", "Halden Cloud", "HC-26-1005", "Warehouse in September, by use"),
    ("2026-10-12", 7_200_00, LICENCES, "", "Inkwell Reports", "2026/3381", "Report designer, 40 seats until October 2027"),
    ("2026-10-15", 380_00, LICENCES, "", "Watchkeeper", "W-20914", ""),
    ("2026-10-23", 3_640_00, TRAINING, "", "Plain Words Training", "1187", "Wave 1: Retail operations and Marketing"),
    ("2026-10-30", 6_400_00, PEOPLE, "", "Kestrel Contracting", "K-4402", "Eight of ten days of discovery"),
    ("2026-11-05", 4_200_00, CLOUD, "", "Halden Cloud", "HC-26-1104", "Production in November"),
    ("2026-11-05", 2_011_75, CLOUD, "", "Halden Cloud", "HC-26-1105", "Warehouse in October: the nightly loads of Northwind Ireland"),
    ("2026-11-13", 2_400_00, PEOPLE, "Freshness alerts", "Kestrel Contracting", "K-4437", "Three days"),
    ("2026-11-13", 1_600_00, PEOPLE, "Scripted deployments", "Kestrel Contracting", "K-4438", "Two days"),
    ("2026-11-13", 800_00, PEOPLE, "Report templates v2", "Kestrel Contracting", "K-4439", "One day"),
    ("2026-11-16", 380_00, LICENCES, "", "Watchkeeper", "W-21377", ""),
    ("2026-11-18", 64_20, TRAINING, "", "Bramley Print", "B-0962", "Cards with the ten shortcuts"),
    ("2026-11-20", 750_00, PEOPLE, "Report templates v2", "Oriel Studio", "OS-311", "One day"),
    ("2026-11-20", 1_500_00, PEOPLE, "Saved filters", "Oriel Studio", "OS-312", "Two days"),
    ("2026-11-20", 800_00, PEOPLE, "Scripted deployments", "Kestrel Contracting", "K-4451", "One day; the way back works"),
    ("2026-11-23", 96_40, CLOUD, "Freshness alerts", "Halden Cloud", "HC-26-1139", "Queue for alerts, a month to try"),
];

/// Adds all actuals.
pub(super) fn actuals(lines: &Named<BudgetLineId>, items: &Named<ItemId>) -> Result<Vec<Operation>, Fault> {
    let actual =
        |((day, pence, line, item, supplier, key, note), id): (_, ActualId)| -> Result<Operation, Fault> {
            let actual = NewActual {
                id,
                day: str::parse(day)?,
                amount: Money(pence),
                line: lines.id(line)?,
                item: item_of(items, item)?,
                supplier: str::to_owned(supplier),
                note: str::to_owned(note),
                key: str::to_owned(key),
                in_advance: false,
                today: sample_day(),
            };
            Ok(Operation::AddActual { actual })
        };
    SPENT.into_iter().zip(ids(14, 0)).map(actual).collect()
}
