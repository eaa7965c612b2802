//! Pages: a plan brought onto paper.
//!
//! The same timeline as on screen, placed on sheets instead of one endless surface: it knows where paper cuts it, so
//! that names stand whole on one side or the other, and bars that cross a break are marked and named on both. Axis,
//! milestones and lane names are repeated on every sheet; breaks fall between lanes where they can.
//!
//! What cannot stand on a timeline follows as tables: needs against features, the needs of each customer, insight, money.
//! Tables with nothing in them are left out, and said to be.

mod breaks;
mod chart;
mod fitting;
mod furniture;
mod hues;
mod legend;
mod options;
mod outline;
mod overview;
mod range;
mod report;
mod scaled;
mod sheet;
mod title;

use milepost_plan::{Arrangement, Cancel, Cancelled, Day, Ledger, Plan, Roadmap, Span, ViewSettings};

use crate::fonts::Fonts;
use crate::scene::Node;
use crate::surface::SCALES;
use crate::timeline::strip;
use chart::{Chart, Tile};
use fitting::Fitted;
use hues::Hues;
use report::Reports;
use sheet::Sheet;

pub use options::{Fit, Orientation, PageOptions, Paper, Part};

/// Most sheets of one document: whoever asks for more has mistaken the scale.
const MOST_PAGES: usize = 2_000;

/// Brings a plan onto paper.
///
/// Page one says what the plan is and shows all of it at a glance; the chart follows, from left to right and then
/// downwards. With [`Fit::Page`] all of it stands on one page.
///
/// # Errors
/// If the options contradict themselves, if they would take more sheets than anybody prints, or if it is cancelled.
pub fn paginate(
    plan: &Plan,
    options: &PageOptions,
    today: Day,
    fonts: &Fonts,
    cancel: Cancel<'_>,
) -> Result<Pages, PageError> {
    // A table of the screen is a roadmap on paper, of the same items.
    let view = ViewSettings { arrangement: Arrangement::Timeline, ..options.view.clone() };
    let options = &PageOptions { view, ..options.clone() };
    let hues = Hues::of(plan, &options.view);
    let has_strip = options.has(Part::Roadmap) && strip::belongs(plan, &options.view);
    let sheet = Sheet::new(options, has_strip, &hues, fonts);
    let asks_for_money = has_strip || options.view.roadmap == Roadmap::Budget;
    let ledger = asks_for_money.then(|| Ledger::of(plan, today));
    let left_out = report::left_out(plan, options);
    let document = Document { plan, options, today, fonts, sheet, hues, ledger, left_out, cancel };
    let reports = report::of(&document)?;
    if !options.has(Part::Roadmap) {
        return document.of_reports(reports);
    }
    match range::of(plan, options, today)? {
        Some(range) => document.of_range(range, reports),
        None => document.of_nothing(reports),
    }
}

/// Sheets of paper, ready to be painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// Title of the document.
    pub title: String,
    /// Who it is by; may be empty.
    pub author: String,
    /// The day it stands for, ISO 8601; also the document's creation date, so that it is the same whenever it is made.
    pub date: Day,
    /// Language of the text, BCP 47.
    pub language: String,
    /// The sheets.
    pub pages: Vec<Page>,
    /// Where lanes and what stands in them are, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Size of the smallest text on the chart, in points on paper.
    pub smallest_text_pt: f64,
    /// Parts that were asked for and that have nothing to show yet. They have no pages, unless there would be none at all.
    pub left_out: Vec<Part>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width in points, 1/72 inch.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// In painting order, in points from the top left corner.
    pub nodes: Vec<Node>,
}

/// An entry of the document's outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    /// What it says.
    pub title: String,
    /// Depth: 0 for a lane, 1 for a feature or a need in it.
    pub level: u8,
    /// Index of the page.
    pub page: usize,
    /// Height on the page, in points from the top.
    pub y: f64,
}

/// Why a plan does not go onto paper as asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PageError {
    /// The range ends before it starts.
    #[error("the range ends on {}, before it starts on {}", .to.written(), .from.written())]
    RangeReversed {
        /// First day asked for, or the first day of anything.
        from: Day,
        /// Last day asked for, or the last day of anything.
        to: Day,
    },
    /// A percentage that nobody could read or hang.
    #[error("{percent} % is not between 10 and 200 %")]
    PercentOutOfRange {
        /// What was asked for.
        percent: f64,
    },
    /// Days so narrow or wide that no axis fits them.
    #[error("{scale} points per day are not between {} and {}", SCALES.start(), SCALES.end())]
    ScaleOutOfRange {
        /// What was asked for.
        scale: f64,
    },
    /// More sheets than anybody prints.
    #[error("this would take {pages} pages; {most} is the most")]
    TooManyPages {
        /// How many it would take.
        pages: usize,
        /// How many there may be.
        most: usize,
    },
    /// Nobody wants them any more.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

fn within_most(pages: usize) -> Result<usize, PageError> {
    if pages > MOST_PAGES { Err(PageError::TooManyPages { pages, most: MOST_PAGES }) } else { Ok(pages) }
}

/// What every sheet of one document needs to know.
struct Document<'a> {
    plan: &'a Plan,
    options: &'a PageOptions,
    today: Day,
    fonts: &'a Fonts,
    sheet: Sheet,
    hues: Hues,
    /// What budget lines come to, where they stand on the axis or below the lanes.
    ledger: Option<Ledger>,
    /// Parts that were asked for and have nothing to show.
    left_out: Vec<Part>,
    cancel: Cancel<'a>,
}

impl Document<'_> {
    /// Height of the strip of money below the lanes, in points of the timeline; 0 if there is none.
    fn strip_height(&self) -> f64 {
        if strip::belongs(self.plan, &self.options.view) { strip::HEIGHT } else { 0.0 }
    }

    fn of_range(&self, range: Span, reports: Reports) -> Result<Pages, PageError> {
        let (head, below) = self.title_block(Some(range));
        let is_single = self.options.fit == Fit::Page;
        let area = if is_single { self.sheet.chart_below(below) } else { self.sheet.chart() };
        let fitted = fitting::fit(self, range, area)?;
        if fitted.timeline.is_empty() {
            return self.of_nothing(reports);
        }
        let chart = Chart::new(self, &fitted, area);
        let before = chart.places().len() + usize::from(!is_single);
        let pages = within_most(before + reports.sheets.len())?;
        let mut tiles = chart.tiles()?;
        let smallest_text_pt = tiles.iter().map(Tile::smallest_text_pt).fold(f64::INFINITY, f64::min);
        let first = usize::from(!is_single);
        let mut outline = outline::of(self, &fitted.timeline, &tiles, first);
        let mut sheets = Vec::with_capacity(pages);
        if is_single {
            tiles[0].nodes.extend(head);
        } else {
            sheets.push(self.cover(head, below, &fitted, &tiles, pages));
        }
        for (index, tile) in tiles.into_iter().enumerate() {
            self.cancel.check()?;
            let header = if is_single { Vec::new() } else { self.header() };
            let place = tile.place.as_ref().map(ToString::to_string);
            let footer = self.footer(first + index, pages, place, &tile.legend);
            sheets.push([header, tile.nodes, footer].concat());
        }
        let smallest_text_pt = smallest_text_pt.min(reports.smallest_text_pt);
        self.append(reports, &mut sheets, &mut outline, pages);
        Ok(self.bound(sheets, outline, smallest_text_pt))
    }

    /// A document without a roadmap.
    fn of_reports(&self, reports: Reports) -> Result<Pages, PageError> {
        let pages = within_most(reports.sheets.len())?;
        let (mut sheets, mut outline) = (Vec::new(), Vec::new());
        let smallest_text_pt = reports.smallest_text_pt;
        self.append(reports, &mut sheets, &mut outline, pages);
        Ok(self.bound(sheets, outline, smallest_text_pt))
    }

    /// Puts reports behind the sheets so far, of `pages` in all.
    fn append(
        &self,
        reports: Reports,
        sheets: &mut Vec<Vec<Node>>,
        outline: &mut Vec<OutlineEntry>,
        pages: usize,
    ) {
        let first = sheets.len();
        for report in reports.sheets {
            let footer = self.footer(sheets.len(), pages, Some(report.place), &legend::Legend::new());
            sheets.push([self.header(), report.nodes, footer].concat());
        }
        outline.extend(
            reports.outline.into_iter().map(|entry| OutlineEntry { page: first + entry.page, ..entry }),
        );
    }

    /// Page one: the title block with all of the plan below it.
    fn cover(&self, head: Vec<Node>, below: f64, fitted: &Fitted, tiles: &[Tile], pages: usize) -> Vec<Node> {
        let marks = tiles.iter().flat_map(|tile| tile.legend.iter().copied());
        let legend = marks.filter(|mark| overview::shows(*mark, self.options.view.roadmap)).collect();
        let overview = overview::nodes(self, fitted, tiles, self.sheet.chart_below(below));
        [head, overview, self.footer(0, pages, None, &legend)].concat()
    }

    /// The one page of a roadmap that has nothing to show.
    fn of_nothing(&self, reports: Reports) -> Result<Pages, PageError> {
        let pages = within_most(1 + reports.sheets.len())?;
        let (mut nodes, below) = self.title_block(None);
        nodes.extend(title::nothing(self, below));
        nodes.extend(self.footer(0, pages, None, &legend::Legend::new()));
        let (mut sheets, mut outline) = (vec![nodes], Vec::new());
        let smallest_text_pt = reports.smallest_text_pt.min(title::SMALLEST_PT);
        self.append(reports, &mut sheets, &mut outline, pages);
        Ok(self.bound(sheets, outline, smallest_text_pt))
    }

    fn bound(&self, sheets: Vec<Vec<Node>>, outline: Vec<OutlineEntry>, smallest_text_pt: f64) -> Pages {
        let (width, height) = self.options.paper.size(self.options.orientation);
        Pages {
            title: self.plan.settings().name.clone(),
            author: self.options.author.clone(),
            date: self.today,
            language: "en".to_owned(),
            pages: sheets.into_iter().map(|nodes| Page { width, height, nodes }).collect(),
            outline,
            smallest_text_pt,
            left_out: self.left_out.clone(),
        }
    }
}
