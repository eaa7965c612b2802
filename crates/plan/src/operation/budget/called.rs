//! What a refusal calls a row among thousands, so that it is found.

use crate::budget::{Actual, BudgetLine, Cost, Moment, Timing};
use crate::draft::Draft;
use crate::id::BudgetLineId;
use crate::item::WorkItem;

/// “the cost “Licences” on “Cloud””, “the cost of “Reports” on “People””, “a cost on “Cloud” from 1 Jan 2027”.
pub(super) fn cost(draft: &Draft<'_>, cost: &Cost) -> String {
    let line = line(draft, cost.line);
    let item = cost.item.and_then(|item| draft.get::<WorkItem>(item));
    match (cost.name.as_str(), item, cost.timing) {
        ("", Some(item), _) => format!("the cost of “{}” on {line}", item.title),
        ("", None, Timing::Once { on: Moment::Day { day } }) => {
            format!("a cost on {line} on {}", day.written())
        }
        ("", None, Timing::Monthly { span: Some(span) } | Timing::Spread { span: Some(span) }) => {
            format!("a cost on {line} from {}", span.first.written())
        }
        ("", ..) => format!("a cost on {line}"),
        (name, ..) => format!("the cost “{name}” on {line}"),
    }
}

/// “what “Stratus” was paid on 3 Oct 2026”, “what was spent on “Cloud” on 3 Oct 2026”.
pub(super) fn actual(draft: &Draft<'_>, actual: &Actual) -> String {
    match actual.supplier.as_str() {
        "" => format!("what was spent on {} on {}", line(draft, actual.line), actual.day.written()),
        supplier => format!("what “{supplier}” was paid on {}", actual.day.written()),
    }
}

fn line(draft: &Draft<'_>, id: BudgetLineId) -> String {
    draft.get::<BudgetLine>(id).map_or_else(|| "no budget line".to_owned(), |line| format!("“{}”", line.name))
}
