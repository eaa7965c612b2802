//! Hues: which colour a value of an aspect has.

use milepost_plan::{AspectValue, HUES, Horizon, Id, Importance, ItemKind, Plan, Status};

/// The hue of a value; 0, which is grey, for none.
///
/// Themes have the hue that the user gave them. What is known by a name or an id keeps its hue whatever else is in the plan.
pub(crate) fn hue_of(plan: &Plan, value: &AspectValue) -> u8 {
    match value {
        AspectValue::Theme(theme) => theme.and_then(|id| plan.themes().get(id)).map_or(0, |theme| theme.hue),
        AspectValue::Status(status) => match status {
            Status::Idea | Status::Dropped => 0,
            Status::Planned => 7,
            Status::InProgress => 1,
            Status::Done => 5,
        },
        AspectValue::Kind(kind) => match kind {
            ItemKind::Epic => 7,
            ItemKind::Feature => 1,
            ItemKind::UserStory => 2,
            ItemKind::Bug => 6,
            ItemKind::Issue => 4,
        },
        AspectValue::Owner(owner) if owner.is_empty() => 0,
        AspectValue::Owner(owner) => drawn_from(owner.bytes()),
        AspectValue::Horizon(horizon) => horizon.map_or(0, |horizon| match horizon {
            Horizon::Now => 1,
            Horizon::Next => 2,
            Horizon::Later => 7,
        }),
        AspectValue::Importance(importance) => importance.map_or(0, |importance| match importance {
            Importance::Critical => 6,
            Importance::High => 4,
            Importance::Medium => 1,
            Importance::Low => 8,
        }),
        AspectValue::Customer(Some(id)) => drawn_from_id(*id),
        AspectValue::Need(Some(id)) => drawn_from_id(*id),
        AspectValue::Goal(Some(id)) => drawn_from_id(*id),
        AspectValue::Parent(Some(id)) => drawn_from_id(*id),
        AspectValue::Customer(None)
        | AspectValue::Need(None)
        | AspectValue::Goal(None)
        | AspectValue::Parent(None) => 0,
    }
}

fn drawn_from_id(id: impl Id) -> u8 {
    drawn_from(id.to_string().bytes())
}

/// A hue that is always the same for the same bytes (FNV-1a).
fn drawn_from(bytes: impl Iterator<Item = u8>) -> u8 {
    let mixed = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |mixed, byte| {
        (mixed ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    // The upper bits are mixed best.
    1 + u8::try_from((mixed >> 32) % u64::from(HUES)).unwrap_or(0)
}
