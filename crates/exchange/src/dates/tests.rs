use super::*;

fn day(text: &str) -> Reading {
    Reading::Day(text.parse().unwrap())
}

#[test]
fn days_that_tell_their_parts_need_no_order() {
    for (text, expected) in [
        ("2026-06-24", "2026-06-24"),
        (" 2026-6-4 ", "2026-06-04"),
        ("2026/06/24", "2026-06-24"),
        ("20260624", "2026-06-24"),
        ("20260624T101500Z", "2026-06-24"),
        ("2026-06-24T23:59:00.000-11:00", "2026-06-24"),
        ("2026-06-24 10:00", "2026-06-24"),
        ("24.6.2026", "2026-06-24"),
        ("4. 6. 2026", "2026-06-04"),
        ("24.06.26 17:39", "2026-06-24"),
        ("24/Jun/26 5:39 PM", "2026-06-24"),
        ("25/Jun/20 12:44", "2020-06-25"),
        ("3/Mär/26 12:44", "2026-03-03"),
        ("24/Juni/26", "2026-06-24"),
        ("02/févr./26 9:05 AM", "2026-02-02"),
        ("31 août 2026", "2026-08-31"),
        ("24/ene/26", "2026-01-24"),
        ("24 de junio de 2026", "2026-06-24"),
        ("24/giu/26 12:44", "2026-06-24"),
        ("24 de março de 2026", "2026-03-24"),
        ("24 mrt. 2026", "2026-03-24"),
        ("24/paź/26", "2026-10-24"),
        ("24 czerwca 2026", "2026-06-24"),
        ("Jun 24, 2026", "2026-06-24"),
        ("June 24th, 2026 at 5 pm", "2026-06-24"),
        ("24-Jun-2026", "2026-06-24"),
        ("2026-Jun-24", "2026-06-24"),
        ("Wed Jun 24 2026 09:13:51 GMT+0000 (GMT)", "2026-06-24"),
        ("Tuesday, 24 June 2026", "2026-06-24"),
        ("24/Jun/71", "1971-06-24"),
        ("29/Feb/24", "2024-02-29"),
    ] {
        assert_eq!(read_day(text, None), day(expected), "{text}");
        assert_eq!(read_day(text, Some(DayOrder::Mdy)), day(expected), "{text}");
    }
}

#[test]
fn what_is_no_day_is_not_made_one() {
    for text in [
        "",
        "2023-14-05",
        "2023-02-29",
        "31.04.2026",
        "24/13/2026x",
        "Q3 2026",
        "2026",
        "June 2026",
        "Jun 24",
        "Jun 24 10:30",
        "24 Jun 10:30",
        "45467",
        "1.2.3",
        "1/2/3",
        "1/2/2026/4",
        "1-2/2026",
        "TBD",
        "v1.2.2026",
        "99/99/9999",
        "123456789",
        "00/Jun/26",
        "24/Jun/026",
        "3 days ago",
        "٢٤/٠٦/٢٠٢٦",
    ] {
        assert_eq!(read_day(text, None), Reading::NotADay, "{text}");
        assert_eq!(read_day(text, Some(DayOrder::Dmy)), Reading::NotADay, "{text}");
    }
}

#[test]
fn slashes_follow_the_order_and_are_open_without_one() {
    for text in ["3/4/2026", "03-04-26", "3/4/2026 10:00"] {
        assert_eq!(read_day(text, None), Reading::Ambiguous, "{text}");
        assert_eq!(read_day(text, Some(DayOrder::Dmy)), day("2026-04-03"), "{text}");
        assert_eq!(read_day(text, Some(DayOrder::Mdy)), day("2026-03-04"), "{text}");
    }
    assert_eq!(read_day("4/4/2026", None), day("2026-04-04"));
    assert_eq!(read_day("24/6/2026", None), day("2026-06-24"));
    assert_eq!(read_day("24/6/2026", Some(DayOrder::Mdy)), Reading::NotADay);
    assert_eq!(read_day("6/24/2026", None), day("2026-06-24"));
}

#[test]
fn the_order_is_told_by_days_above_twelve() {
    let found = |texts: &[&str]| find_day_order(texts.iter().copied());
    assert_eq!(found(&["3/4/2026", "", "13/4/2026"]), DayOrderFound::Known(DayOrder::Dmy));
    assert_eq!(found(&["3/4/2026", "4/13/2026"]), DayOrderFound::Known(DayOrder::Mdy));
    assert_eq!(found(&["4/4/2026", "13/4/2026", "2026-01-02"]), DayOrderFound::NotNeeded);
    assert_eq!(
        found(&["3/4/2026", " 3/4/2026", "5/6/2026"]),
        DayOrderFound::Open(vec!["3/4/2026".into(), "5/6/2026".into()])
    );
    assert_eq!(found(&["3/4/2026", "13/4/2026", "4/13/2026"]), DayOrderFound::Open(vec!["3/4/2026".into()]));
    assert_eq!(found(&["3/4/2026", "13/14/2026"]), DayOrderFound::Open(vec!["3/4/2026".into()]));
}
