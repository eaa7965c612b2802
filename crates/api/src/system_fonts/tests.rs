//! What is taken from a shelf of known fonts, the same on every machine.

use super::*;

const HEBREW: &[u8] = include_bytes!("../../../../tests/files/fonts/Hebrew.ttf");
const CHINESE: &[u8] = include_bytes!("../../../../tests/files/fonts/Chinese.otf");
const INTER: [&[u8]; 2] = [
    include_bytes!("../../../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf"),
];

fn shelf(files: &[&[u8]]) -> SystemFonts {
    let mut database = Database::new();
    files.iter().for_each(|file| database.load_font_data(file.to_vec()));
    let fonts = SystemFonts::default();
    fonts.shelf.set(Shelf::of(database)).unwrap();
    fonts
}

fn name(fonts: &SystemFonts, character: char, weight: Weight) -> Option<String> {
    fonts.face_for(character, weight).map(|face| face.name().to_owned())
}

#[test]
fn a_face_is_found_by_its_characters() {
    let fonts = shelf(&[HEBREW, CHINESE]);
    assert_eq!(name(&fonts, 'ש', Weight::Medium).as_deref(), Some("NotoSansHebrew-Regular"));
    assert_eq!(name(&fonts, '路', Weight::SemiBold).as_deref(), Some("NotoSansCJKsc-Regular"));
    assert_eq!(name(&fonts, 'क', Weight::Medium), None);
}

#[test]
fn headings_are_bold_where_the_family_is() {
    let fonts = shelf(&INTER);
    assert_eq!(name(&fonts, 'a', Weight::Medium).as_deref(), Some("Inter-Regular"));
    assert_eq!(name(&fonts, 'a', Weight::SemiBold).as_deref(), Some("Inter-SemiBold"));
}

#[test]
fn a_face_is_read_once() {
    let fonts = shelf(&[HEBREW]);
    let [one, other] = ['ש', 'ל'].map(|character| fonts.face_for(character, Weight::Medium).unwrap());
    assert!(Arc::ptr_eq(&one, &other));
}

#[test]
fn what_has_no_outline_is_not_taken() {
    let fonts = shelf(&[HEBREW]);
    assert!(name(&fonts, ' ', Weight::Medium).is_some(), "a space needs none");
    assert_eq!(name(&fonts, 'a', Weight::Medium), None);
}

#[test]
fn a_font_that_must_not_be_embedded_is_not_taken() {
    let fonts = shelf(&[&restricted(HEBREW)]);
    assert_eq!(name(&fonts, 'ש', Weight::Medium), None);
}

/// The font with the word in its table `OS/2` that forbids embedding.
fn restricted(font: &[u8]) -> Vec<u8> {
    let mut font = font.to_vec();
    let table = RawFace::parse(&font, 0).unwrap().table_records.into_iter();
    let record = table.into_iter().find(|record| record.tag == Tag::from_bytes(b"OS/2")).unwrap();
    let place = record.offset as usize + 8;
    font[place..place + 2].copy_from_slice(&2_u16.to_be_bytes());
    font
}
