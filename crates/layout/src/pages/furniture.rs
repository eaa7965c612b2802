//! What stands at the edges of a page: whose chart it is, which page, and how to read it.

use super::legend::{self, Legend};
use super::{Document, Part};
use crate::fonts::Weight;
use crate::lettering::Lettering;
use crate::paint::Role;
use crate::scene::{Node, Point, Shape};
use crate::speech;

const NAME: Lettering = Lettering::new(9.0, Weight::SemiBold, Role::Ink);
const NOTE: Lettering = Lettering::new(8.5, Weight::Regular, Role::Ink2);
/// Baseline of the header under the top margin, in points.
const BASELINE: f64 = 8.0;

impl Document<'_> {
    /// The header of a page that does not begin a document with a title block. A document without one says here whom it is
    /// for and by.
    pub(super) fn header(&self) -> Vec<Node> {
        let frame = self.sheet.frame;
        let y = frame.y + BASELINE;
        let name = &self.plan.settings().name;
        let mut nodes = Vec::new();
        let mut put = |key: &str, run| nodes.push(Node::new(key, Shape::Text(run)));

        let stamp = [self.version(), speech::day(self.today)];
        let stamp = stamp.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let stamp = NOTE.shortened(&stamp, frame.width * 0.4, self.fonts).unwrap_or_default();
        let stamp = NOTE.run_to(stamp, Point { x: frame.right(), y }, self.fonts);
        let room = stamp.at.x - frame.x - 12.0;
        put("header/stamp", stamp);
        if let Some(run) = NAME.run_within(name, Point { x: frame.x, y }, room, self.fonts) {
            let view = Point { x: frame.x + run.width + 8.0, y };
            let left = room - run.width - 8.0;
            put("header/plan", run);
            let about = self.about();
            let about =
                (!about.is_empty()).then(|| NOTE.run_within(&about, view, left, self.fonts)).flatten();
            if let Some(run) = about {
                put("header/about", run);
            }
        }
        nodes
    }

    /// What stands behind the plan's name.
    fn about(&self) -> String {
        let options = self.options;
        let mut about: Vec<String> = options.view_name.iter().cloned().collect();
        if !options.has(Part::Roadmap) {
            let titled = [("For", &options.audience), ("By", &options.author)];
            let titled = titled.map(|(word, name)| (word, name.trim())).into_iter();
            about.extend(
                titled.filter(|(_, name)| !name.is_empty()).map(|(word, name)| format!("{word} {name}")),
            );
        }
        about.join(" · ")
    }

    /// The footer: the legend, the tile's place in the grid and the page's number.
    pub(super) fn footer(
        &self,
        index: usize,
        pages: usize,
        place: Option<String>,
        legend: &Legend,
    ) -> Vec<Node> {
        let frame = self.sheet.frame;
        let mut nodes = legend::nodes(legend, &self.hues, frame, self.sheet.footer, self.fonts);
        let number = format!("Page {} of {pages}", index + 1);
        let y = frame.bottom() - legend::DESCENT;
        let number = NOTE.run_to(number, Point { x: frame.right(), y }, self.fonts);
        if let Some(place) = place {
            let end = Point { x: frame.right(), y: y - legend::LINE };
            let place = NOTE.coloured(Role::Ink3).run_to(place, end, self.fonts);
            nodes.push(Node::new("footer/place", Shape::Text(place)));
        }
        nodes.push(Node::new("footer/page", Shape::Text(number)));
        nodes
    }

    /// The version as it begins a line.
    pub(super) fn version(&self) -> String {
        let mut letters = self.options.version.trim().chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}
