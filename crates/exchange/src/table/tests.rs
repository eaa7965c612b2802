use super::*;

fn read(text: &str) -> Table {
    Table::read(text.as_bytes(), Cancel::NEVER).unwrap()
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table
        .records
        .iter()
        .map(|record| (0..record.width()).map(|column| record.cell(column)).collect())
        .collect()
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = "Key;Title\r\nA-1;Größe „XL“ für 5 €\r\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let cases: [(&str, Vec<u8>); 7] = [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16LE", [b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat()),
        ("UTF-16BE", [b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat()),
        ("UTF-16LE", utf16(u16::to_le_bytes)),
        ("UTF-16BE", utf16(u16::to_be_bytes)),
        ("windows-1252", windows.into_owned()),
    ];
    for (encoding, bytes) in cases {
        let table = Table::read(&bytes, Cancel::NEVER).unwrap();
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.columns[0].name, "Key", "{encoding}");
        assert_eq!(cells(&table), [["A-1", "Größe „XL“ für 5 €"]], "{encoding}");
        assert!(!table.has_unreadable_characters);
    }
}

#[test]
fn bytes_that_are_no_text_are_marked() {
    let table = Table::read(b"\xef\xbb\xbfKey,Title\nA,caf\xe9\n", Cancel::NEVER).unwrap();
    assert!(table.has_unreadable_characters);
    assert_eq!(table.records[0].cell(1), "caf\u{fffd}");
}

#[test]
fn lines_above_the_head_are_passed_over_where_its_columns_are_known() {
    let table = read("Account;DE12 3456\nBalance;1.234,50\n\nDate;Supplier;Amount;\n2026-10-01;Rail;1,5;\n");
    assert_eq!((table.separator, table.lines_above), (Separator::Semicolon, 3));
    assert_eq!(table.columns[2].name, "Amount");
    assert_eq!((cells(&table), table.records[0].line), (vec![vec!["2026-10-01", "Rail", "1,5", ""]], 5));
    let told = read("sep=,\nAccount,12\nDate,Supplier,Amount\n2026-10-01,Rail,1\n");
    assert_eq!((told.separator, told.columns[0].name.as_str()), (Separator::Comma, "Date"));
    // A list of titles is no table with something above it, whatever its sentences hold.
    let list = read("Ideas\nDays, weeks, months\nOwner, if any, of a title\n");
    assert_eq!((list.lines_above, list.columns.len(), list.records.len()), (0, 1, 2));
}

#[test]
fn the_separator_is_the_one_that_makes_rows_equally_wide() {
    let cases = [
        ("a,b\n1;2;3,x\n4;5;6,y\n", Separator::Comma),
        ("a;b\n1,5;x\n2,5;y\n", Separator::Semicolon),
        ("Name; Start, planned;End\nx, y, z;1;2\nw;1;2\n", Separator::Semicolon),
        ("a\tb\n1,2,3\tx;y\n", Separator::Tab),
        ("a,b,c\n\"x;y;z\",2,3\n", Separator::Comma),
        ("title\nonly one, really\n", Separator::Comma),
        ("a,b;c\n", Separator::Comma),
    ];
    for (text, separator) in cases {
        assert_eq!(read(text).separator, separator, "{text}");
    }
}

#[test]
fn a_first_line_for_excel_names_the_separator_and_is_no_row() {
    for text in ["sep=;\r\na,x;b\r\n1;2\r\n", "\"SEP=;\"\r\na,x;b\r\n1;2\r\n"] {
        let table = read(text);
        assert_eq!(table.columns, [ColumnRef::first("a,x"), ColumnRef::first("b")]);
        assert_eq!(table.records[0].line, 3);
    }
    assert_eq!(read("sep=tor,b\n1,2\n").columns[0].name, "sep=tor");
}

#[test]
fn records_know_their_line() {
    let table = read("\na,b\r\n\"1\r\n1\n1\",x\n\n\n2,y\r3,z\r\r4,w");
    let lines: Vec<u32> = table.records.iter().map(|record| record.line).collect();
    assert_eq!(lines, [3, 8, 9, 11]);
    assert_eq!(table.records[0].cell(0), "1\r\n1\n1");
}

#[test]
fn rows_keep_the_width_that_they_have() {
    let table = read("a,b,c\n1\n1,2,3,4,5\n,,\n1,2,3\n");
    assert_eq!(table.records.iter().map(Record::width).collect::<Vec<_>>(), [1, 5, 3, 3]);
    assert_eq!((table.records[0].cell(2), table.records[1].cell(4)), ("", "5"));
    assert!(table.records[2].is_blank() && !table.records[3].is_blank());
}

#[test]
fn columns_of_one_name_are_counted() {
    let table = read("Sprint, Sprint ,Comment,Sprint\n");
    let occurrences: Vec<u32> = table.columns.iter().map(|column| column.occurrence).collect();
    assert_eq!(occurrences, [1, 2, 1, 3]);
    assert_eq!(table.position(&ColumnRef { name: "Sprint".to_owned(), occurrence: 3 }), Some(3));
}

#[test]
fn files_that_are_no_tables_are_refused_with_advice() {
    for (bytes, word) in [
        (&b"PK\x03\x04\x14\0"[..], "Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "Excel workbook"),
        (b"SQLite format 3\0", "Milepost plan"),
        (b"a,b\n1,\0\0\x01\xff\n", "binary"),
    ] {
        let message = Table::read(bytes, Cancel::NEVER).unwrap_err().to_string();
        assert!(message.contains(word), "{message}");
    }
    assert_eq!(Table::read(b"", Cancel::NEVER).unwrap_err(), ExchangeError::Empty);
    assert_eq!(Table::read(b" ,\n\n", Cancel::NEVER).unwrap_err(), ExchangeError::Empty);
}

#[test]
fn a_quotation_mark_that_never_closes_is_named_by_line() {
    let open = "a,b\n1,2\n3,\"open\n4,5\n6,7\n";
    assert_eq!(
        Table::read(open.as_bytes(), Cancel::NEVER).unwrap_err(),
        ExchangeError::UnclosedQuote { line: 3 }
    );
    // Tools that write tabs often know no quotation marks.
    let tabs = read("a\tb\n1\t\"inch\n2\tx\n");
    assert_eq!(cells(&tabs), [["1", "\"inch"], ["2", "x"]]);
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let wide = format!("{}\n", ",".repeat(COLUMN_LIMIT));
    assert!(
        matches!(Table::read(wide.as_bytes(), Cancel::NEVER), Err(ExchangeError::Empty)),
        "a header without names is none"
    );
    let wide = format!("a{}\n", ",b".repeat(COLUMN_LIMIT));
    let expected = ExchangeError::TooManyColumns { columns: COLUMN_LIMIT + 1, limit: COLUMN_LIMIT };
    assert_eq!(Table::read(wide.as_bytes(), Cancel::NEVER).unwrap_err(), expected);
    let long = "x\n".repeat(ROW_LIMIT + 2);
    assert_eq!(
        Table::read(long.as_bytes(), Cancel::NEVER).unwrap_err(),
        ExchangeError::TooManyRows { limit: ROW_LIMIT }
    );
    let large = vec![b'x'; FILE_LIMIT + 1];
    assert!(matches!(
        Table::read(&large, Cancel::NEVER),
        Err(ExchangeError::FileTooLarge { megabytes: 101, limit: 100 })
    ));
}
