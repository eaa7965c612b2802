//! Budget lines by periods: planned, actual, forecast and variance in a grid, cut by paper between lines and between
//! periods.

use std::ops::Range;

use milepost_plan::{BudgetLine, Measure, Money, Span, Sums};

use super::Page;
use crate::axis::filled;
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::pages::OutlineEntry;
use crate::pages::report::{HEAD, NOTE, Report, TITLE, unbroken, wrapped};
use crate::paint::Role;
use crate::scene::{Node, Point, Rect, Shape};
use crate::speech;

const NAME: &str = "Budget lines by periods";
/// Width of the column of lines as a part of the sheet's, and its bounds in points.
const LINES: (f64, f64, f64) = (0.2, 120.0, 190.0);
/// Width of the column that says what a row tells, in points.
const MEASURES: f64 = 44.0;
/// Height of a row, and of what stands above and below the rows of a line, in points.
const ROW: f64 = 10.5;
const PADDING: f64 = 3.5;
/// Heights of the title of a sheet and of the heads, in points.
const ABOVE: f64 = 24.0;
const HEADS: f64 = 14.0;
const GAP: f64 = 8.0;
/// How much wider than their amounts columns become to fill a sheet.
const WIDER: f64 = 1.5;

const LINE: Lettering = Lettering::new(8.5, Weight::SemiBold, Role::Ink);
const AMOUNT: Lettering = Lettering::new(7.5, Weight::Regular, Role::Ink);
const SMALL: Lettering = Lettering::new(7.5, Weight::Regular, Role::Ink2);
const NOTHING: Lettering = Lettering::new(7.5, Weight::Regular, Role::Ink3);
const MORE: Lettering = Lettering::new(7.5, Weight::Medium, Role::Danger);
const NOW: Lettering = Lettering::new(7.5, Weight::SemiBold, Role::Accent);

/// What is told of each line and period.
const TOLD: [(&str, Measure); 4] = [
    ("Planned", |sums| sums.planned),
    ("Spent", |sums| sums.actual),
    ("Forecast", Sums::forecast),
    ("Variance", Sums::variance),
];

impl Page<'_> {
    /// The sheets of lines by periods.
    pub(super) fn table(&self) -> (Vec<Report>, Vec<OutlineEntry>) {
        let table = Table::new(self);
        let mut sheets = Vec::new();
        let y = self.document.sheet.report().y;
        let outline = vec![OutlineEntry { title: NAME.to_owned(), level: 1, page: 0, y }];
        for rows in table.row_ranges() {
            for columns in table.column_ranges() {
                let place = table.place(&rows, &columns);
                sheets.push(Report { nodes: table.sheet(&rows, &columns), place });
            }
        }
        (sheets, outline)
    }
}

/// A line, or all of them.
struct Row<'a> {
    line: Option<&'a BudgetLine>,
    /// By column.
    sums: Vec<Sums>,
}

struct Table<'a> {
    page: &'a Page<'a>,
    area: Rect,
    rows: Vec<Row<'a>>,
    periods: Vec<Span>,
    /// Of the periods, of what has no days if there is anything, and of all of it.
    heads: Vec<String>,
    lines: f64,
    /// Width of a column of amounts.
    column: f64,
}

impl<'a> Table<'a> {
    fn new(page: &'a Page<'a>) -> Self {
        let area = page.document.sheet.report();
        let (unit, year) = (page.document.options.unit, page.plan().settings().fiscal_year);
        let periods = page.ledger.periods_of_money(unit, year);
        let undated: Sums = page.lines.iter().map(|line| page.ledger.undated(line.id)).sum();
        let has_undated = !undated.is_nothing();
        let mut heads: Vec<String> =
            periods.iter().map(|period| speech::money_period(unit, period.first, year)).collect();
        heads.extend(has_undated.then(|| "Without days".to_owned()));
        heads.push("Total".to_owned());
        let mut rows: Vec<Row<'a>> = page
            .lines
            .iter()
            .map(|line| {
                let between = |period: &Span| page.ledger.between(line.id, period.first, period.last);
                let undated = has_undated.then(|| page.ledger.undated(line.id));
                let total = page.ledger.total(line.id);
                let sums = periods.iter().map(between).chain(undated).chain([total]).collect();
                Row { line: Some(line), sums }
            })
            .collect();
        let all =
            (0..heads.len()).map(|column| rows.iter().filter_map(|row| row.sums.get(column)).copied().sum());
        let all = all.collect();
        rows.push(Row { line: None, sums: all });
        let lines = (LINES.0 * area.width).clamp(LINES.1, LINES.2);
        let mut table = Self { page, area, rows, periods, heads, lines, column: 0.0 };
        table.column = table.widest() + GAP;
        let columns = table.column_ranges().first().map_or(1, Range::len);
        let even = (area.right() - table.left()) / columns as f64;
        table.column = even.clamp(table.column, WIDER * table.column);
        table
    }

    /// Width of the widest amount or head.
    fn widest(&self) -> f64 {
        let fonts = self.page.document.fonts;
        let heads = self.heads.iter().map(|head| NOW.width(head, fonts));
        let sums = self.rows.iter().flat_map(|row| &row.sums);
        let amounts = sums.flat_map(|sums| TOLD.map(|(_, of)| of(sums)));
        let amounts = amounts.map(|amount| MORE.width(&self.number(amount), fonts));
        heads.chain(amounts).fold(0.0, f64::max)
    }

    /// An amount without its currency, which the title says.
    fn number(&self, money: Money) -> String {
        let written = self.page.written(money);
        let at = written.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let sign = if money < Money::ZERO { "-" } else { "" };
        format!("{sign}{}", written.get(at..).unwrap_or_default())
    }

    fn body(&self) -> f64 {
        self.area.y + ABOVE + HEADS
    }

    fn left(&self) -> f64 {
        self.area.x + self.lines + GAP + MEASURES
    }

    fn height() -> f64 {
        TOLD.len() as f64 * ROW + 2.0 * PADDING
    }

    fn row_ranges(&self) -> Vec<Range<usize>> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some rows")]
        let most = ((self.area.bottom() - self.body()) / Self::height()).floor().max(1.0) as usize;
        in_parts(self.rows.len(), most)
    }

    fn column_ranges(&self) -> Vec<Range<usize>> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some columns")]
        let most = ((self.area.right() - self.left()) / self.column).floor().max(1.0) as usize;
        in_parts(self.heads.len(), most)
    }

    /// “Lines 1–8 of 12, Oct 2026 to Mar 2027”.
    fn place(&self, rows: &Range<usize>, columns: &Range<usize>) -> String {
        let lines = self.rows.len() - 1;
        let lines = match rows.len() {
            _ if rows.len() == self.rows.len() => format!("All {}", speech::counted(lines, "budget line")),
            _ => format!("Budget lines {}–{} of {lines}", rows.start + 1, rows.end.min(lines)),
        };
        let head = |column: usize| self.heads.get(column).map_or("", String::as_str);
        // “Total” and “Without days” stand inside of a sentence here.
        let last = |column: usize| match self.periods.get(column) {
            Some(_) => head(column).to_owned(),
            None => head(column).to_lowercase(),
        };
        match columns.len() {
            1 => format!("{lines}, {}", head(columns.start)),
            _ => format!("{lines}, {} to {}", head(columns.start), last(columns.end - 1)),
        }
    }

    fn sheet(&self, rows: &Range<usize>, columns: &Range<usize>) -> Vec<Node> {
        let mut nodes = Vec::new();
        let currency = format!("in {}", self.page.plan().settings().currency);
        let title = Point { x: self.area.x, y: self.area.y + 13.0 };
        let note =
            NOTE.run_to(currency, Point { x: self.area.right(), y: title.y }, self.page.document.fonts);
        self.put(&mut nodes, "title", NAME, TITLE, title, note.at.x - self.area.x - GAP);
        nodes.push(Node::new("budget/table/currency", Shape::Text(note)));
        self.heads(&mut nodes, columns);
        let mut y = self.body();
        self.rule(&mut nodes, "head", y, Role::LineStrong);
        for index in rows.clone() {
            let Some(row) = self.rows.get(index) else { continue };
            self.row(&mut nodes, &format!("{index}"), row, columns, y);
            y += Self::height();
            let role = if row.line.is_none() || index + 2 == self.rows.len() {
                Role::LineStrong
            } else {
                Role::Line
            };
            self.rule(&mut nodes, &format!("{index}/rule"), y, role);
        }
        nodes
    }

    fn heads(&self, nodes: &mut Vec<Node>, columns: &Range<usize>) {
        let y = self.area.y + ABOVE + 9.0;
        self.put(nodes, "head/line", "Budget line", HEAD, Point { x: self.area.x, y }, self.lines);
        for (place, column) in columns.clone().enumerate() {
            let Some(head) = self.heads.get(column) else { continue };
            let today = self.page.document.today;
            let is_now =
                self.periods.get(column).is_some_and(|span| span.first <= today && today <= span.last);
            let how = if is_now { NOW } else { HEAD };
            self.put_to(nodes, &format!("head/{column}"), head, how, Point { x: self.end(place), y });
        }
    }

    /// Where the amounts of a column end.
    fn end(&self, place: usize) -> f64 {
        self.left() + (place + 1) as f64 * self.column
    }

    fn row(&self, nodes: &mut Vec<Node>, key: &str, row: &Row<'_>, columns: &Range<usize>, y: f64) {
        for (index, (text, how)) in self.about(row).into_iter().enumerate() {
            let at = Point { x: self.area.x, y: y + PADDING + 8.0 + index as f64 * ROW };
            self.put(nodes, &format!("{key}/about/{index}"), &text, how, at, self.lines);
        }
        for (index, (name, of)) in TOLD.into_iter().enumerate() {
            let y = y + PADDING + 8.0 + index as f64 * ROW;
            let at = Point { x: self.area.x + self.lines + GAP, y };
            self.put(nodes, &format!("{key}/{name}"), name, SMALL, at, MEASURES);
            for (place, column) in columns.clone().enumerate() {
                let Some(sums) = row.sums.get(column) else { continue };
                let amount = of(sums);
                let (text, how) = match amount {
                    Money::ZERO => ("–".to_owned(), NOTHING),
                    _ if name == "Variance" && amount > Money::ZERO => (self.number(amount), MORE),
                    _ => (self.number(amount), AMOUNT),
                };
                let end = Point { x: self.end(place), y };
                self.put_to(nodes, &format!("{key}/{name}/{column}"), &text, how, end);
            }
        }
    }

    /// The name of a line in one or two lines, its cap, and what is left of that.
    fn about(&self, row: &Row<'_>) -> Vec<(String, Lettering)> {
        let Some(line) = row.line else { return vec![("All budget lines".to_owned(), LINE)] };
        let fonts = self.page.document.fonts;
        let names = fonts.wrapped(&line.name, LINE.weight, LINE.size, self.lines, 2);
        let mut about: Vec<(String, Lettering)> = names.into_iter().map(|name| (name, LINE)).collect();
        if let Some(standing) = self.page.standing(line) {
            let cap = self.number(standing.cap.amount);
            // As many lines as the name and what is left have not.
            let most = TOLD.len() - 1 - about.len();
            let cap = format!("Cap {cap}, {}", unbroken(&speech::period(standing.cap.span)));
            let cap = wrapped(&cap, SMALL, self.lines, most, fonts);
            about.extend(cap.into_iter().map(|line| (line, SMALL)));
            about.push(if standing.left < Money::ZERO {
                (format!("{} over", self.number(Money::ZERO - standing.left)), MORE)
            } else {
                (format!("{} left", self.number(standing.left)), SMALL)
            });
        }
        about
    }

    fn rule(&self, nodes: &mut Vec<Node>, key: &str, y: f64, role: Role) {
        let rule = Rect::new(self.area.x, y - 0.25, self.area.width, 0.5);
        nodes.push(Node::new(format!("budget/table/{key}"), filled(rule, role)));
    }

    fn put(&self, nodes: &mut Vec<Node>, key: &str, text: &str, how: Lettering, at: Point, room: f64) {
        let run = how.run_within(text, at, room, self.page.document.fonts);
        nodes.extend(run.map(|run| Node::new(format!("budget/table/{key}"), Shape::Text(run))));
    }

    fn put_to(&self, nodes: &mut Vec<Node>, key: &str, text: &str, how: Lettering, end: Point) {
        let run = how.run_to(text, end, self.page.document.fonts);
        nodes.push(Node::new(format!("budget/table/{key}"), Shape::Text(run)));
    }
}

/// Parts of about the same size, none larger than `most`.
fn in_parts(count: usize, most: usize) -> Vec<Range<usize>> {
    let parts = count.div_ceil(most).max(1);
    let each = count.div_ceil(parts).max(1);
    (0..count.max(1)).step_by(each).map(|start| start..(start + each).min(count)).collect()
}
