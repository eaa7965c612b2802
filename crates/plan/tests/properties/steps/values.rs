//! Random names, keys, days and rows.

use milepost_plan::{Day, Horizon, ItemKind, Schedule, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::Nth;

pub fn any_row() -> impl Strategy<Value = Nth> {
    (0_u8..24).prop_map(Nth)
}

pub fn rows() -> impl Strategy<Value = Vec<Nth>> {
    vec(any_row(), 1..4)
}

/// Few enough to meet one another again; some that no name may be, some that are no trouble though they look it.
pub fn name() -> impl Strategy<Value = String> {
    let tame = select(
        &["A", "B", "Board", " spaced ", "two\r\nlines", "=1+1", "<b>", "Ünïcode 👩‍👩‍👧", "", "\u{200b}"][..],
    );
    prop_oneof![9 => tame.prop_map(str::to_owned), 1 => any::<String>()]
}

pub fn key() -> impl Strategy<Value = String> {
    select(&["", "", "K1", "K2", " K1 ", "K3"][..]).prop_map(str::to_owned)
}

pub fn kind() -> impl Strategy<Value = ItemKind> {
    select(&ItemKind::ALL)
}

/// Mostly around 2027, now and then where plans end, rarely where days do.
pub fn day() -> impl Strategy<Value = Day> {
    /// The days on both sides of 1900-01-01 and 2199-12-31.
    const PLANS_END: [i32; 4] = [-25_568, -25_567, 84_005, 84_006];
    prop_oneof![
        30 => 20_700..20_900_i32,
        2 => select(&PLANS_END),
        1 => any::<i32>(),
    ]
    .prop_map(Day::from_number)
}

pub fn days() -> impl Strategy<Value = i32> {
    prop_oneof![20 => -60..60_i32, 1 => any::<i32>()]
}

pub fn schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        6 => (day(), -1..60_i32).prop_map(|(first, days)| Span { first, last: first.plus(days) }.into()),
        1 => select(&Horizon::ALL).prop_map(|horizon| Schedule::Horizon { horizon }),
        1 => Just(Schedule::None),
    ]
}
