use super::*;

const NEEDS: [&str; 14] = [
    "Reports arrive before the 9:00 stand-up",
    "No manual exports to spreadsheets",
    "See which figures are out of date",
    "Only see the data of my own region",
    "Find out where a number comes from",
    "Read reports on the phone",
    "Start with a template instead of a blank page",
    "Know when a data source fails",
    "Sign in with the company account",
    "Share a report with people outside the company",
    "Kosten je Abteilung auf einen Blick sehen",
    "Berichte automatisch per E-Mail verschicken",
    "Zugriffsrechte je Rolle vergeben",
    "Work without a connection on site",
];

fn index() -> Likeness<usize> {
    let mut index = Likeness::default();
    for (id, need) in NEEDS.iter().enumerate() {
        index.put(id, &[(need, 1.0)]);
    }
    index
}

#[track_caller]
fn first(text: &str) -> &'static str {
    let alike = index().most_alike(text, 1);
    alike.first().map_or_else(|| panic!("nothing is like {text}"), |best| NEEDS[best.id])
}

#[test]
fn the_need_that_a_sentence_speaks_of_comes_first() {
    for (said, need) in [
        ("Our stand-up is at nine and the overnight report is still running. Could it arrive earlier?", 0),
        ("Every Monday I export everything by hand into a spreadsheet to build the summary.", 1),
        ("Half of the figures on the board were outdated and nobody noticed which.", 2),
        ("I should not be able to see the sales data of other regions at all.", 3),
        ("The CFO asked where this number came from and I had no idea.", 4),
        ("Reading a report on my phone is impossible, the table is cut off", 5),
        ("New colleagues stare at a blank page. Templates would help!", 6),
        ("When the data source failed last night nobody was told.", 7),
        ("We want single sign-on with our company accounts", 8),
        ("Can I share the report with our auditor, who is outside of the company?", 9),
        ("Ich möchte die Kosten für jede Abteilung sehen, ohne zu suchen", 10),
        ("Der Bericht sollte jede Woche automatisch als E-Mail kommen", 11),
        ("Rechte müssen pro Rolle vergeben werden können, nicht pro Person", 12),
        ("On site we have no connection, then the app does not work at all", 13),
    ] {
        assert_eq!(first(said), NEEDS[need], "{said}");
    }
}

#[test]
fn what_is_shared_is_told_as_it_was_written() {
    let alike = index().most_alike("Exporting to Spreadsheets by hand is tedious", 1);
    assert_eq!(alike[0].id, 1);
    assert_eq!(alike[0].shared.len(), 2);
    assert!(
        alike[0].shared.contains(&"Spreadsheets".to_owned())
            && alike[0].shared.contains(&"Exporting".to_owned())
    );
}

#[test]
fn nothing_is_like_words_that_nobody_uses() {
    assert_eq!(index().most_alike("The coffee machine leaks", 5), []);
    assert_eq!(index().most_alike("", 5), []);
    assert_eq!(Likeness::<usize>::default().most_alike("Anything", 5), []);
}

#[test]
fn the_same_text_is_as_alike_as_can_be() {
    let alike = index().most_alike(NEEDS[4], 5);
    assert_eq!(alike[0].id, 4);
    assert!(alike[0].score > 0.999, "{alike:?}");
    assert!(alike.iter().skip(1).all(|other| other.score < 0.7), "{alike:?}");
}

#[test]
fn what_is_said_beside_counts_less() {
    let mut index = Likeness::default();
    index.put(1, &[("Charts in colour", 1.0), ("asked for by the printing office", 0.4)]);
    index.put(2, &[("Printing office", 1.0), ("wants charts", 0.4)]);
    index.put(3, &[("Something else", 1.0)]);
    let ids = |text: &str| index.most_alike(text, 5).iter().map(|alike| alike.id).collect::<Vec<_>>();
    assert_eq!(ids("the charts"), [1, 2]);
    assert_eq!(ids("office for printing"), [2, 1]);
}

#[test]
fn texts_that_change_or_go_are_followed() {
    let mut followed = index();
    followed.put(4, &[("Print the board on paper", 1.0)]);
    followed.remove(9);
    followed.remove(99);
    followed.put(20, &[("Compare two quarters", 1.0)]);
    let mut anew = Likeness::default();
    for (id, need) in NEEDS.iter().enumerate().filter(|(id, _)| ![4, 9].contains(id)) {
        anew.put(id, &[(need, 1.0)]);
    }
    anew.put(20, &[("Compare two quarters", 1.0)]);
    anew.put(4, &[("Print the board on paper", 1.0)]);
    assert_eq!(followed.len(), anew.len());
    for text in NEEDS.iter().chain(&["Printing boards", "compared with the last quarter"]) {
        assert_eq!(followed.most_alike(text, 9), anew.most_alike(text, 9), "{text}");
    }
}
