//! Pages: the scene of the whole range cut by paper.
//!
//! Repeats the axis and the lane names on every page, breaks between lanes where it can, and marks bars that cross
//! a break. It never lays out anew: what paper shows is what the screen shows.

mod options;

use milepost_plan::{Day, Plan};

use crate::fonts::{Fonts, Weight};
use crate::paint::Role;
use crate::scene::{Node, Point, Shape, TextRun};

pub use options::{Fit, Orientation, PageOptions, Paper};

/// Brings a plan onto paper.
///
/// # Errors
/// If the options contradict themselves, or if they would take more sheets than anybody prints.
pub fn paginate(plan: &Plan, options: &PageOptions, today: Day, fonts: &Fonts) -> Result<Pages, PageError> {
    if let Fit::Percent(percent) = options.fit
        && !(10.0..=400.0).contains(&percent)
    {
        return Err(PageError::PercentOutOfRange { percent });
    }
    let (width, height) = options.paper.size(options.orientation);
    let text = plan.settings().name.clone();
    let run = TextRun {
        at: Point { x: 36.0, y: 60.0 },
        width: fonts.width(&text, Weight::SemiBold, 24.0),
        text,
        size: 24.0,
        weight: Weight::SemiBold,
        colour: Role::Ink,
        slides_to: None,
    };
    let nodes = vec![Node::new("title", Shape::Text(run))];
    Ok(Pages {
        title: plan.settings().name.clone(),
        author: options.author.clone(),
        date: today,
        language: "en".to_owned(),
        pages: vec![Page { width, height, nodes }],
        outline: Vec::new(),
        smallest_text_pt: 9.0,
    })
}

/// Why a plan does not go onto paper as asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PageError {
    /// The range ends before it starts.
    #[error("the range ends on {to}, before it starts on {from}")]
    RangeReversed {
        /// First day asked for, or the first day of anything.
        from: Day,
        /// Last day asked for, or the last day of anything.
        to: Day,
    },
    /// A percentage that nobody could read or hang.
    #[error("{percent} % is not between 10 and 400 %")]
    PercentOutOfRange {
        /// What was asked for.
        percent: f64,
    },
    /// More sheets than anybody prints.
    #[error("this would take {pages} pages; {most} is the most")]
    TooManyPages {
        /// How many it would take.
        pages: usize,
        /// How many there may be.
        most: usize,
    },
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
    /// Where lanes and features are, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Size of the smallest text on the chart, in points on paper.
    pub smallest_text_pt: f64,
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
    /// Depth: 0 for a lane, 1 for a feature in it.
    pub level: u8,
    /// Index of the page.
    pub page: usize,
    /// Height on the page, in points from the top.
    pub y: f64,
}
