//! Pages: the scene of the whole range cut by paper.
//!
//! Repeats the axis and the lane names on every page, breaks between lanes where it can, and marks bars that cross
//! a break. It never lays out anew: what paper shows is what the screen shows.

use crate::scene::Node;

/// Sheets of paper, ready to be painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// Title of the document.
    pub title: String,
    /// Who it is by; may be empty.
    pub author: String,
    /// The day it stands for, ISO 8601; also the document's creation date, so that it is the same whenever it is made.
    pub date: milepost_plan::Day,
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
