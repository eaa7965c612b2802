//! Sheets filled from top to bottom with sections and rows of tables. The head of a table is repeated on every sheet,
//! and a section that goes on says so.

use super::columns::{Cell, Column};
use super::{HEAD, NOTE, Report, SECTION, TEXT, TITLE, wrapped};
use crate::axis::filled;
use crate::lettering::Lettering;
use crate::pages::{Document, OutlineEntry};
use crate::paint::Role;
use crate::scene::{Node, Point, Rect, Shape};

/// Height of a line of text in a row, and of what stands above and below it, in points.
const LINE: f64 = 10.5;
const PADDING: f64 = 3.5;
/// Space between two columns, in points.
const BETWEEN: f64 = 10.0;
/// Height of the head of a table, in points.
const HEAD_HEIGHT: f64 = 14.0;
/// Height of the line of a section, in points.
const SECTION_HEIGHT: f64 = 20.0;
/// Space above a section that is not the first of its sheet, in points.
const ABOVE_SECTION: f64 = 12.0;
/// Height that a section needs at least so that it is worth beginning: its line, its head and two rows, in points.
const WORTH_BEGINNING: f64 = SECTION_HEIGHT + HEAD_HEIGHT + 2.0 * (LINE + 2.0 * PADDING);
/// Most lines of a cell.
const MOST_LINES: usize = 4;

pub(super) struct Flow<'a> {
    document: &'a Document<'a>,
    area: Rect,
    title: &'static str,
    sheets: Vec<Vec<Node>>,
    outline: Vec<OutlineEntry>,
    /// Where the next thing goes.
    y: f64,
    section: Option<(String, String)>,
    columns: Vec<Column>,
    /// Counts the nodes, for their keys.
    count: usize,
}

impl<'a> Flow<'a> {
    /// A report with a title and a sentence under it.
    pub(super) fn new(document: &'a Document<'a>, title: &'static str, summary: &str) -> Self {
        let area = document.sheet.report();
        let mut flow = Self {
            document,
            area,
            title,
            sheets: vec![Vec::new()],
            outline: Vec::new(),
            y: area.y,
            section: None,
            columns: Vec::new(),
            count: 0,
        };
        flow.entry(title, 0);
        flow.text(title, TITLE, Point { x: area.x, y: area.y + 13.0 }, area.width);
        flow.y += 22.0;
        for line in wrapped(summary, NOTE, area.width, 3, document.fonts) {
            let at = Point { x: area.x, y: flow.y + 8.0 };
            flow.text(&line, NOTE, at, area.width);
            flow.y += LINE + 1.0;
        }
        flow.y += 6.0;
        flow
    }

    /// Begins a section with a note at its right, and the columns of its rows.
    pub(super) fn section(&mut self, name: &str, note: &str, columns: &[Column]) {
        self.begin(name, note, columns, WORTH_BEGINNING);
    }

    /// A section with all of its rows on one sheet, as long as a sheet has room for them.
    pub(super) fn whole_section(&mut self, name: &str, note: &str, columns: &[Column], rows: &[Vec<Cell>]) {
        self.columns = columns.to_vec();
        let places = self.places();
        let rows_height: f64 = rows.iter().map(|row| height_of(&self.set(row, &places))).sum();
        let height = SECTION_HEIGHT + HEAD_HEIGHT + rows_height;
        let fits = height <= self.area.height;
        self.begin(name, note, columns, if fits { height } else { WORTH_BEGINNING });
        rows.iter().for_each(|row| self.row(row));
    }

    /// Begins a section of which so much has to stand on its first sheet.
    fn begin(&mut self, name: &str, note: &str, columns: &[Column], height: f64) {
        self.section = None;
        if self.y > self.area.y {
            if self.y + ABOVE_SECTION + height > self.area.bottom() {
                self.next_sheet();
            } else {
                self.y += ABOVE_SECTION;
            }
        }
        self.columns = columns.to_vec();
        self.entry(name, 1);
        self.section_line(name, note);
        self.section = Some((name.to_owned(), note.to_owned()));
        self.head();
    }

    /// Goes on with a section where there is no room for so much more of it.
    fn make_room(&mut self, height: f64) {
        if self.y + height <= self.area.bottom() {
            return;
        }
        self.next_sheet();
        if let Some((name, note)) = self.section.clone() {
            self.section_line(&format!("{name} (continued)"), &note);
            self.head();
        }
    }

    /// A row under the columns of the section.
    pub(super) fn row(&mut self, cells: &[Cell]) {
        let places = self.places();
        let set = self.set(cells, &places);
        let height = height_of(&set);
        self.make_room(height);
        let columns = self.columns.clone();
        for (((cell, lines), place), column) in cells.iter().zip(set).zip(&places).zip(&columns) {
            match cell {
                Cell::Words(_, how) => self.lines(&lines, *how, *place, column.is_number),
                Cell::Bars { shares, word } => self.bars(shares, word, *place),
            }
        }
        self.y += height;
        self.rule(Role::Line);
    }

    /// The lines of each cell of a row.
    fn set(&self, cells: &[Cell], places: &[Rect]) -> Vec<Vec<String>> {
        let lines = cells.iter().zip(places).map(|(cell, place)| match cell {
            Cell::Words(text, how) => wrapped(text, *how, place.width, MOST_LINES, self.document.fonts),
            Cell::Bars { .. } => Vec::new(),
        });
        lines.collect()
    }

    /// A sentence where rows would be.
    pub(super) fn sentence(&mut self, text: &str) {
        let at = Point { x: self.area.x, y: self.y + PADDING + 8.0 };
        self.text(text, NOTE, at, self.area.width);
        self.y += LINE + 2.0 * PADDING;
    }

    /// Words over the whole width, in as many lines as they take.
    pub(super) fn words(&mut self, text: &str, how: Lettering) {
        /// Nothing that is said is longer.
        const MOST: usize = 6;
        let lines = wrapped(text, how, self.area.width, MOST, self.document.fonts);
        self.make_room(lines.len() as f64 * LINE + 2.0 * PADDING);
        for (index, line) in lines.iter().enumerate() {
            let at = Point { x: self.area.x, y: self.y + PADDING + 8.0 + index as f64 * LINE };
            self.text(line, how, at, self.area.width);
        }
        self.y += lines.len() as f64 * LINE + 2.0 * PADDING;
    }

    /// Room over the whole width for a picture under a name and a note, on the next sheet if it has to be; whoever asks fills it.
    pub(super) fn picture(&mut self, name: &str, note: &str, height: f64) -> Rect {
        self.section = None;
        self.columns = Vec::new();
        if self.y + ABOVE_SECTION + SECTION_HEIGHT + height > self.area.bottom() {
            self.next_sheet();
        } else if self.y > self.area.y {
            self.y += ABOVE_SECTION;
        }
        self.entry(name, 1);
        self.section_line(name, note);
        let room = Rect::new(self.area.x, self.y, self.area.width, height);
        self.y += height;
        room
    }

    /// Puts nodes of a picture onto the sheet.
    pub(super) fn put_all(&mut self, nodes: impl IntoIterator<Item = Node>) {
        nodes.into_iter().for_each(|node| self.put(node));
    }

    /// The sheets, and what of them stands in the outline.
    pub(super) fn into_sheets(self) -> (Vec<Report>, Vec<OutlineEntry>) {
        let of = self.sheets.len();
        let title = self.title;
        let sheets = self.sheets.into_iter().enumerate().map(|(index, nodes)| {
            let place = if of == 1 { title.to_owned() } else { format!("{title}, {} of {of}", index + 1) };
            Report { nodes, place }
        });
        (sheets.collect(), self.outline)
    }

    fn next_sheet(&mut self) {
        self.sheets.push(Vec::new());
        self.y = self.area.y;
    }

    fn section_line(&mut self, name: &str, note: &str) {
        let (area, fonts) = (self.area, self.document.fonts);
        let y = self.y + 12.0;
        let note = NOTE.shortened(note, 0.6 * area.width, fonts).unwrap_or_default();
        let note_width = NOTE.width(&note, fonts);
        self.text(name, SECTION, Point { x: area.x, y }, area.width - note_width - BETWEEN);
        if !note.is_empty() {
            self.text(&note, NOTE, Point { x: area.right() - note_width, y }, note_width + 0.1);
        }
        self.y += SECTION_HEIGHT;
    }

    fn head(&mut self) {
        let columns = self.columns.clone();
        if columns.iter().all(|column| column.head.is_empty()) {
            return self.rule(Role::LineStrong);
        }
        for (column, place) in columns.iter().zip(self.places()) {
            self.line(column.head, HEAD, place, self.y + 9.0, column.is_number);
        }
        self.y += HEAD_HEIGHT;
        self.rule(Role::LineStrong);
    }

    /// Where the columns stand; their height is of no account.
    fn places(&self) -> Vec<Rect> {
        let all: f64 = self.columns.iter().map(|column| column.part).sum();
        let gaps = BETWEEN * (self.columns.len().saturating_sub(1)) as f64;
        let width = self.area.width - gaps;
        let mut x = self.area.x;
        let place = |column: &Column| {
            let place = Rect::new(x, self.y, width * column.part / all, 0.0);
            x = place.right() + BETWEEN;
            place
        };
        self.columns.iter().map(place).collect()
    }

    fn lines(&mut self, lines: &[String], how: Lettering, place: Rect, is_number: bool) {
        for (index, line) in lines.iter().enumerate() {
            let y = self.y + PADDING + 8.0 + index as f64 * LINE;
            self.line(line, how, place, y, is_number);
        }
    }

    fn line(&mut self, text: &str, how: Lettering, place: Rect, y: f64, is_number: bool) {
        let width = how.width(text, self.document.fonts);
        let x = if is_number { (place.right() - width).max(place.x) } else { place.x };
        self.text(text, how, Point { x, y }, place.width);
    }

    fn bars(&mut self, shares: &[(f64, Role)], word: &str, place: Rect) {
        /// Width that is kept for the word, in points.
        const WORD: f64 = 34.0;
        let room = (place.width - WORD).max(1.0);
        let top = self.y + PADDING + 1.5;
        self.rect(Rect::new(place.x, top, room, 7.0), Role::Sunken);
        for (share, role) in shares {
            let width = room * share.clamp(0.0, 1.0);
            if width > 0.0 {
                self.rect(Rect::new(place.x, top, width, 7.0), *role);
            }
        }
        let end = place.right();
        let width = TEXT.width(word, self.document.fonts);
        self.text(word, TEXT, Point { x: end - width, y: self.y + PADDING + 8.0 }, WORD);
    }

    fn rect(&mut self, rect: Rect, role: Role) {
        let key = self.key();
        self.put(Node::new(key, filled(rect, role)));
    }

    fn rule(&mut self, role: Role) {
        let rule = Rect::new(self.area.x, self.y - 0.25, self.area.width, 0.5);
        self.rect(rule, role);
    }

    fn text(&mut self, text: &str, how: Lettering, at: Point, room: f64) {
        let key = self.key();
        let run = how.run_within(text, at, room, self.document.fonts);
        if let Some(run) = run.filter(|run| !run.text.is_empty()) {
            self.put(Node::new(key, Shape::Text(run)));
        }
    }

    fn key(&mut self) -> String {
        self.count += 1;
        format!("report/{}", self.count)
    }

    fn put(&mut self, node: Node) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(node);
        }
    }

    fn entry(&mut self, title: &str, level: u8) {
        let page = self.sheets.len() - 1;
        self.outline.push(OutlineEntry { title: title.to_owned(), level, page, y: self.y });
    }
}

/// Height of a row by the lines of its cells.
fn height_of(cells: &[Vec<String>]) -> f64 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
    lines as f64 * LINE + 2.0 * PADDING
}
