//! Exporting a plan and importing the file into an empty plan gives the same items, whatever their texts hold.

mod common;

use std::collections::BTreeMap;

use milepost_exchange::{CsvOptions, Separator, write_csv};
use milepost_plan::{
    Cancel, Day, DependencyId, DependencyKind, Fulfilment, GoalId, Horizon, Id, ItemEdit, ItemId, ItemKind,
    NeedId, NewDependency, NewGoal, NewItem, NewNeed, NewTheme, Operation, Plan, Schedule, Status, ThemeId,
    ViewSettings, WorkItem,
};
use proptest::prelude::*;
use uuid::Uuid;

/// An item without ids: what it holds and hangs on is told by places in the order by hand.
#[derive(Debug, PartialEq)]
struct Content {
    item: WorkItem,
    theme: Option<String>,
    parent: Option<usize>,
    waits_for: BTreeMap<usize, (DependencyKind, i32)>,
}

fn contents(plan: &Plan) -> Vec<Content> {
    let places: BTreeMap<ItemId, usize> =
        plan.items_in_order().enumerate().map(|(place, item)| (item.id, place)).collect();
    plan.items_in_order()
        .map(|item| Content {
            theme: item.theme.and_then(|theme| plan.themes().get(theme)).map(|theme| theme.name.clone()),
            parent: item.parent.map(|parent| places[&parent]),
            waits_for: plan
                .dependencies_of(item.id)
                .filter(|row| row.successor == item.id)
                .map(|row| (places[&row.predecessor], (row.kind, row.lag_days)))
                .collect(),
            item: WorkItem {
                id: ItemId::from_uuid(Uuid::nil()),
                theme: None,
                parent: None,
                rank: milepost_plan::Rank::default(),
                ..item.clone()
            },
        })
        .collect()
}

/// Texts that break tables: marks, breaks, formulas, writing from right to left, pictures, look-alikes of notation.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just("'".to_owned()),
        Just(";".to_owned()),
        Just("; ".to_owned()),
        Just("=1+1".to_owned()),
        Just("+".to_owned()),
        Just("-".to_owned()),
        Just("@".to_owned()),
        Just("＝".to_owned()),
        Just("\t".to_owned()),
        Just("\r".to_owned()),
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just(",".to_owned()),
        Just(";".to_owned()),
        Just(" ".to_owned()),
        Just(" SS+3".to_owned()),
        Just("KEY".to_owned()),
        Just("sep=;".to_owned()),
        Just("שלום".to_owned()),
        Just("\u{202e}abc".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("Start in the file: 2020-01-01".to_owned()),
        "[a-zA-Z0-9é]{1,6}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        Just(Schedule::None),
        proptest::sample::select(&Horizon::ALL[..]).prop_map(|horizon| Schedule::Horizon { horizon }),
        (-25_000..80_000_i32, 0..900_i32).prop_map(|(first, days)| {
            let first = Day::from_number(first);
            Schedule::Dated { first, last: first.plus(days) }
        }),
    ]
}

prop_compose! {
    fn new_item()(
        kind in proptest::sample::select(&ItemKind::ALL[..]),
        status in proptest::sample::select(&Status::ALL[..]),
        texts in [hostile(), hostile(), hostile(), hostile(), hostile()],
        progress in 0..=100_u8,
        schedule in schedule(),
    ) -> NewItem {
        let [title, description, owner, link, key] = texts;
        NewItem {
            status, progress, schedule, description, owner, link, key,
            ..NewItem::new(ItemId::from_uuid(Uuid::nil()), kind, title)
        }
    }
}

prop_compose! {
    /// Any plan that the rules allow: what they refuse is left out.
    fn plan()(
        items in proptest::collection::vec((new_item(), any::<Option<prop::sample::Index>>(), any::<prop::sample::Index>()), 0..12),
        themes in proptest::collection::vec(hostile(), 0..4),
        ties in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_usize, -9..9_i32), 0..12),
        names in proptest::collection::vec(hostile(), 0..4),
        served in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 0..12),
        uuid_version in 0..2_u8,
    ) -> Plan {
        let mut plan = common::empty_plan();
        let mut next = common::ids(7);
        // Ids of another version do not come back, and everything else must all the same.
        let mut id = move || match uuid_version {
            0 => next(),
            _ => Uuid::from_u128(next().as_u128() ^ (3 << 76)),
        };
        let mut apply = |operation: Operation| {
            if let Ok(change) = operation.change(&plan) {
                plan.accept(&change);
                return true;
            }
            false
        };
        let mut theme_ids = Vec::new();
        for name in themes {
            let theme = NewTheme { id: ThemeId::from_uuid(id()), name, hue: None };
            if apply(Operation::AddTheme { theme: theme.clone() }) {
                theme_ids.push(theme.id);
            }
        }
        let mut item_ids: Vec<ItemId> = Vec::new();
        for (mut item, parent, theme) in items {
            item.id = ItemId::from_uuid(id());
            item.parent = parent.filter(|_| !item_ids.is_empty()).map(|parent| *parent.get(&item_ids));
            item.theme = (!theme_ids.is_empty()).then(|| *theme.get(&theme_ids));
            let orphan = NewItem { parent: None, key: String::new(), ..item.clone() };
            if apply(Operation::AddItem { item: item.clone() }) || apply(Operation::AddItem { item: orphan }) {
                item_ids.push(item.id);
            }
        }
        let (mut needs, mut goals) = (Vec::new(), Vec::new());
        for name in names {
            let need = NewNeed::new(NeedId::from_uuid(id()), name.clone());
            if apply(Operation::AddNeed { need: need.clone() }) {
                needs.push(need.id);
            }
            let goal = NewGoal { id: GoalId::from_uuid(id()), title: name, measure: String::new(), target: String::new(), by: None };
            if apply(Operation::AddGoal { goal: goal.clone() }) {
                goals.push(goal.id);
            }
        }
        for (item, what, fully) in served {
            if item_ids.is_empty() || needs.is_empty() {
                continue;
            }
            let fulfilment = if fully { Fulfilment::Fully } else { Fulfilment::Partly };
            let ids = vec![*item.get(&item_ids)];
            let edit = ItemEdit::Need { need: *what.get(&needs), fulfilment: Some(fulfilment) };
            apply(Operation::EditItems { ids: ids.clone(), edit });
            if !goals.is_empty() {
                apply(Operation::EditItems { ids, edit: ItemEdit::Goal { goal: *what.get(&goals), serves: true } });
            }
        }
        for (predecessor, successor, kind, lag_days) in ties {
            if !item_ids.is_empty() {
                apply(Operation::Link { dependency: NewDependency {
                    id: DependencyId::from_uuid(id()),
                    predecessor: *predecessor.get(&item_ids),
                    successor: *successor.get(&item_ids),
                    kind: DependencyKind::ALL[kind],
                    lag_days,
                }});
            }
        }
        plan
    }
}

/// A plan with the needs and goals of another, and nothing else.
fn surroundings(plan: &Plan) -> Plan {
    let mut copy = common::empty_plan();
    let needs = plan
        .needs()
        .iter()
        .map(|need| Operation::AddNeed { need: NewNeed::new(need.id, need.statement.clone()) });
    let goals = plan.goals_in_order().into_iter().map(|goal| Operation::AddGoal {
        goal: NewGoal {
            id: goal.id,
            title: goal.title.clone(),
            measure: String::new(),
            target: String::new(),
            by: None,
        },
    });
    for operation in needs.chain(goals) {
        if let Ok(change) = operation.change(&copy) {
            copy.accept(&change);
        }
    }
    copy
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_comes_back_from_its_table(
        plan in plan(),
        separator in proptest::sample::select(&Separator::ALL[..]),
        bom: bool,
    ) {
        let file = write_csv(&plan, &CsvOptions { separator, bom, ..CsvOptions::default() }, &ViewSettings::default(), common::today(), Cancel::NEVER).unwrap();
        let mut copy = surroundings(&plan);
        let import = common::import(&mut copy, &file, 8);
        prop_assert_eq!(import.report.counts.taken as usize, plan.items().len(), "{:?}", import.report);
        prop_assert_eq!(contents(&copy), contents(&plan));

        // The plan that the file comes from has all of it already.
        let mut same = plan.clone();
        let keyless = plan.items().iter().any(|item| item.key.is_empty() && item.id.uuid().get_version_num() != 7);
        let again = common::import(&mut same, &file, 9);
        prop_assert!(keyless || again.is_empty(), "{:?}", again);
    }
}

#[test]
fn the_file_is_as_spreadsheets_and_rfc_4180_want_it() {
    let mut plan = common::empty_plan();
    let source = "Key,Title,Start,End,Description\nA,=1+1,2026-01-01,2026-01-31,\"a \"\"b\"\"\nc\"\nB,\"x;y,z\",,,-3\n";
    common::import(&mut plan, source.as_bytes(), 1);
    let file = String::from_utf8(
        write_csv(&plan, &CsvOptions::default(), &ViewSettings::default(), common::today(), Cancel::NEVER)
            .unwrap(),
    )
    .unwrap();
    let id = |key: &str| plan.item_by_key(key).unwrap().id;
    let expected = format!(
        "\u{feff}Key,Title,Kind,Status,Theme,Parent,First day,Last day,Horizon,Progress,Owner,Link,Depends on,Fully serves,Partly serves,Goals,Description,Id\r\n\
         A,'=1+1,feature,idea,,,2026-01-01,2026-01-31,,0,,,,,,,\"a \"\"b\"\"\nc\",{}\r\n\
         B,\"x;y,z\",feature,idea,,,,,,0,,,,,,,'-3,{}\r\n",
        id("A"),
        id("B"),
    );
    assert_eq!(file, expected);
    let semicolons = write_csv(
        &plan,
        &CsvOptions { separator: Separator::Semicolon, bom: false, ..CsvOptions::default() },
        &ViewSettings::default(),
        common::today(),
        Cancel::NEVER,
    )
    .unwrap();
    assert!(semicolons.starts_with(b"Key;Title;"));
}
