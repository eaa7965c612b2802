//! Needs against the items that serve them: signs in a grid, cut by paper between rows and between columns.

use std::ops::Range;

use milepost_plan::{Fulfilment, Need, WorkItem};

use super::marks::{self, sign};
use super::{HEAD, NOTE, Report, TEXT, TITLE, number};
use crate::axis::filled;
use crate::lettering::Lettering;
use crate::pages::{Document, OutlineEntry, PageError, within_most};
use crate::paint::Role;
use crate::scene::{Node, Point, Rect, Shape};
use crate::speech;

const NAME: &str = "Needs and what serves them";
/// Part of the width that goes to the statements.
const STATEMENTS: f64 = 0.29;
/// Widths of the columns of weight and standing, in points.
const WEIGHT: f64 = 48.0;
const STANDING: f64 = 56.0;
/// Least and greatest width of a column of an item, in points.
const COLUMN: (f64, f64) = (14.0, 24.0);
/// Greatest height of the turned titles, in points.
const TITLES: f64 = 160.0;
/// Height of a line, in points.
const LINE: f64 = 10.0;
/// What is free above and below the lines of a row, in points: less where that takes fewer sheets.
const PADDINGS: [f64; 2] = [2.4, 3.0];
/// Height of the title of a sheet, in points.
const ABOVE: f64 = 24.0;
const GAP: f64 = 8.0;

pub(super) fn of(document: &Document<'_>) -> Result<(Vec<Report>, Vec<OutlineEntry>), PageError> {
    let matrix = Matrix::new(document);
    if matrix.needs.is_empty() {
        return Ok(matrix.of_nothing());
    }
    let (rows, columns) = (matrix.row_ranges(), matrix.column_ranges());
    // Before any of them is made: they are as many as needs times features.
    within_most(rows.len() * columns.len())?;
    let mut sheets = Vec::new();
    let area = document.sheet.report();
    let mut outline = vec![OutlineEntry { title: NAME.to_owned(), level: 0, page: 0, y: area.y }];
    for rows in &rows {
        for columns in &columns {
            document.cancel.check()?;
            if columns.start == 0 {
                outline.extend(matrix.entries(rows, sheets.len()));
            }
            let nodes = matrix.sheet(rows, columns);
            sheets.push(Report { nodes, place: matrix.place(rows, columns) });
        }
    }
    Ok((sheets, outline))
}

struct Row<'a> {
    need: &'a Need,
    weight: u64,
    lines: Vec<String>,
}

struct Matrix<'a> {
    document: &'a Document<'a>,
    area: Rect,
    needs: Vec<Row<'a>>,
    items: Vec<&'a WorkItem>,
    statements: f64,
    column: f64,
    titles: f64,
    padding: f64,
}

impl<'a> Matrix<'a> {
    fn new(document: &'a Document<'a>) -> Self {
        let area = document.sheet.report();
        let statements = STATEMENTS * area.width;
        let items = document.plan.serving_any();
        let left = area.width - statements - WEIGHT - STANDING - 3.0 * GAP;
        let each = columns_each(items.len(), left);
        let column = (left / each.max(1) as f64).clamp(COLUMN.0, COLUMN.1);
        let longest = items.iter().map(|item| TEXT.width(&item.title, document.fonts)).fold(0.0, f64::max);
        let needs = document.plan.needs_by_weight().into_iter().map(|(need, weight)| Row {
            need,
            weight,
            lines: document.fonts.wrapped(&need.statement, TEXT.weight, TEXT.size, statements, 2),
        });
        let (needs, titles) = (needs.collect(), longest.clamp(20.0, TITLES));
        let [less, padding] = PADDINGS;
        let mut matrix = Self { document, area, needs, items, statements, column, titles, padding };
        let sheets = matrix.row_ranges().len();
        matrix.padding = less;
        if matrix.row_ranges().len() == sheets {
            matrix.padding = padding;
        }
        matrix
    }

    fn of_nothing(&self) -> (Vec<Report>, Vec<OutlineEntry>) {
        let mut nodes = Vec::new();
        self.title(&mut nodes);
        self.text(
            &mut nodes,
            "matrix/nothing",
            NOTE,
            "There are no needs yet.",
            self.area.x,
            self.top() + 8.0,
        );
        let entry = OutlineEntry { title: NAME.to_owned(), level: 0, page: 0, y: self.area.y };
        (vec![Report { nodes, place: NAME.to_owned() }], vec![entry])
    }

    /// Where the heads begin.
    fn top(&self) -> f64 {
        self.area.y + ABOVE
    }

    /// Where the first row begins.
    fn body(&self) -> f64 {
        self.top() + self.titles + 8.0
    }

    /// Where the first column of an item begins.
    fn left(&self) -> f64 {
        self.area.x + self.statements + WEIGHT + STANDING + 3.0 * GAP
    }

    fn height(&self, row: &Row<'_>) -> f64 {
        row.lines.len().max(1) as f64 * LINE + 2.0 * self.padding
    }

    fn row_ranges(&self) -> Vec<Range<usize>> {
        let room = self.area.bottom() - self.body();
        let mut ranges = Vec::new();
        let (mut start, mut height) = (0, 0.0);
        for (index, row) in self.needs.iter().enumerate() {
            let own = self.height(row);
            if height + own > room && index > start {
                ranges.push(start..index);
                (start, height) = (index, 0.0);
            }
            height += own;
        }
        ranges.push(start..self.needs.len());
        ranges
    }

    fn column_ranges(&self) -> Vec<Range<usize>> {
        let count = self.items.len();
        let each = columns_each(count, self.area.right() - self.left());
        // A matrix without items is a sheet of needs all the same.
        (0..count.max(1)).step_by(each).map(|start| start..(start + each).min(count)).collect()
    }

    fn entries(&self, rows: &Range<usize>, page: usize) -> Vec<OutlineEntry> {
        let mut y = self.body();
        let entry = |row: &Row<'_>| {
            let entry = OutlineEntry { title: row.need.statement.clone(), level: 1, page, y };
            y += self.height(row);
            entry
        };
        self.needs[rows.clone()].iter().map(entry).collect()
    }

    /// “Needs 1–24 of 60, features 1–34 of 80”.
    fn place(&self, rows: &Range<usize>, columns: &Range<usize>) -> String {
        let part = |what: &str, range: &Range<usize>, of: usize| match of {
            0 => format!("no {what}"),
            _ if range.len() == of => speech::sentence_case(&format!("all {of} {what}")),
            _ => format!("{what} {}–{} of {of}", range.start + 1, range.end),
        };
        let needs = part("needs", rows, self.needs.len());
        let features = part("features", columns, self.items.len());
        speech::sentence_case(&format!("{needs}, {}", features.to_lowercase()))
    }

    fn sheet(&self, rows: &Range<usize>, columns: &Range<usize>) -> Vec<Node> {
        let mut nodes = Vec::new();
        self.title(&mut nodes);
        self.heads(&mut nodes, columns);
        let mut y = self.body();
        self.rule(&mut nodes, "matrix/head", y, columns, Role::LineStrong);
        for row in &self.needs[rows.clone()] {
            self.row(&mut nodes, row, columns, y);
            y += self.height(row);
            self.rule(&mut nodes, &format!("matrix/{}/rule", row.need.id), y, columns, Role::Line);
        }
        for place in 0..=columns.len() {
            let x = self.left() + place as f64 * self.column;
            let line = Rect::new(x - 0.2, self.body(), 0.4, y - self.body());
            nodes.push(Node::new(format!("matrix/line/{place}"), filled(line, Role::Line)));
        }
        nodes
    }

    /// The title, with what the signs mean at its right.
    fn title(&self, nodes: &mut Vec<Node>) {
        let y = self.area.y + 13.0;
        let fonts = self.document.fonts;
        let mut x = self.area.right();
        for fulfilment in [Fulfilment::Partly, Fulfilment::Fully] {
            let word = speech::sentence_case(fulfilment.word());
            x -= NOTE.width(&word, fonts);
            let key = format!("matrix/legend/{}", fulfilment.word());
            self.text(nodes, &format!("{key}/word"), NOTE, &word, x, y);
            x -= 5.0 + marks::RADIUS;
            nodes.extend(sign(&key, fulfilment, Point { x, y: y - 3.0 }));
            x -= marks::RADIUS + 14.0;
        }
        let room = x - self.area.x;
        let run = TITLE.run_within(NAME, Point { x: self.area.x, y }, room, fonts);
        nodes.extend(run.map(|run| Node::new("matrix/title", Shape::Text(run))));
    }

    fn heads(&self, nodes: &mut Vec<Node>, columns: &Range<usize>) {
        let y = self.body() - 5.0;
        self.text(nodes, "matrix/need", HEAD, "Need", self.area.x, y);
        let x = self.area.x + self.statements + GAP + WEIGHT;
        let width = HEAD.width("Weight", self.document.fonts);
        self.text(nodes, "matrix/weight", HEAD, "Weight", x - width, y);
        self.text(nodes, "matrix/standing", HEAD, "Standing", x + GAP, y);
        for (place, item) in self.items[columns.clone()].iter().enumerate() {
            let centre = self.left() + (place as f64 + 0.5) * self.column;
            let at = Point { x: centre + 3.0, y };
            let run = TEXT.run_up(&item.title, at, self.titles, self.document.fonts);
            nodes.extend(run.map(|run| Node {
                name: Some(item.title.clone()),
                ..Node::new(format!("matrix/item/{}", item.id), Shape::Text(run))
            }));
        }
    }

    fn row(&self, nodes: &mut Vec<Node>, row: &Row<'_>, columns: &Range<usize>, y: f64) {
        let key = format!("matrix/{}", row.need.id);
        for (index, line) in row.lines.iter().enumerate() {
            let baseline = y + self.padding + 8.0 + index as f64 * LINE;
            self.text(nodes, &format!("{key}/{index}"), TEXT, line, self.area.x, baseline);
        }
        let baseline = y + self.padding + 8.0;
        let weight = number(row.weight);
        let x = self.area.x + self.statements + GAP + WEIGHT;
        let width = TEXT.width(&weight, self.document.fonts);
        self.text(
            nodes,
            &format!("{key}/weight"),
            TEXT,
            &weight,
            (x - width).max(x - WEIGHT - GAP),
            baseline,
        );
        let standing = self.document.plan.coverage(row.need).standing.label();
        self.text(nodes, &format!("{key}/standing"), NOTE, standing, x + GAP, baseline);
        let middle = y + self.height(row) / 2.0;
        for (place, item) in self.items[columns.clone()].iter().enumerate() {
            let Some(fulfilment) = item.fulfilment_of(row.need.id) else { continue };
            let centre = Point { x: self.left() + (place as f64 + 0.5) * self.column, y: middle };
            nodes.extend(sign(&format!("{key}/{}", item.id), fulfilment, centre));
        }
    }

    fn rule(&self, nodes: &mut Vec<Node>, key: &str, y: f64, columns: &Range<usize>, role: Role) {
        let right = self.left() + columns.len() as f64 * self.column;
        let rule = Rect::new(self.area.x, y - 0.25, right - self.area.x, 0.5);
        nodes.push(Node::new(key, filled(rule, role)));
    }

    fn text(&self, nodes: &mut Vec<Node>, key: &str, how: Lettering, text: &str, x: f64, y: f64) {
        if !text.is_empty() {
            let run = how.run(text, Point { x, y }, self.document.fonts);
            nodes.push(Node::new(key, Shape::Text(run)));
        }
    }
}

/// How many columns of items stand on a sheet with that much room: about the same number on each, rather than a full
/// one and a sliver.
fn columns_each(count: usize, room: f64) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some dozens of columns")]
    let most = ((room + 0.01) / COLUMN.0).floor().max(1.0) as usize;
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}
