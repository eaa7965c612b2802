//! The name of a bar: inside it where it fits, else beside it, and an amount after it where it stands on a budget line.

use super::{HEIGHT, Site};
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::Role;
use crate::scene::{Node, Point, Rect, Shape, TextRun};
use crate::surface::Surface;

pub(super) const NAME: Lettering = Lettering::new(12.0, Weight::Medium, Role::Ink);
const AMOUNT: Lettering = Lettering::new(11.0, Weight::Regular, Role::Ink2);
/// Space between a name and the amount after it, in points.
const TO_AMOUNT: f64 = 6.0;
/// Space between an edge and the name, in points.
pub(super) const INSET: f64 = 9.0;
/// More of it where paper cuts the bar, for the mark, in points.
const CUT_INSET: f64 = 4.0;
/// Space between a bar and the name beside it, in points.
const BESIDE: f64 = 7.0;
/// The baseline under the top of the bar, in points.
const BASELINE: f64 = 16.3;

/// Width of an item's whole name, in points.
pub(crate) fn name_width(title: &str, fonts: &Fonts) -> f64 {
    NAME.width(title, fonts)
}

/// Width of a title and of an amount after it, in points.
pub(crate) fn priced_width(title: &str, amount: &str, fonts: &Fonts) -> f64 {
    name_width(title, fonts) + amount_width(Some(amount), fonts)
}

fn amount_width(amount: Option<&str>, fonts: &Fonts) -> f64 {
    amount.map_or(0.0, |amount| TO_AMOUNT + AMOUNT.width(amount, fonts))
}

/// The stretch of its row that a bar needs together with a name of that width: the name stands inside where it fits,
/// else beside the bar, on the right if the sheet leaves room for it there.
pub(crate) fn room(name: f64, bar: Room, surface: &Surface) -> Room {
    let kept = BESIDE + name.min(surface.naming.kept);
    let (first, last) = (surface.walls.window_from(bar.from), surface.walls.window_to(bar.to));
    let fits = |window: Room| {
        let is_cut = bar.from < window.from || bar.to > window.to;
        let insets = 2.0 * (INSET + if is_cut { CUT_INSET } else { 0.0 });
        let visible = bar.within(window).width();
        visible >= surface.naming.wide || name + insets <= visible
    };
    // Beside the bar is better than inside as soon as more can be read there.
    let taken = |free: f64, window: Room| {
        if free >= kept || free > bar.within(window).width() { kept.min(free) } else { 0.0 }
    };
    let (before, after) = ((bar.from - first.from).max(0.0), (last.to - bar.to).max(0.0));
    let (to_left, to_right) = (bar.from - taken(before, first), bar.to + taken(after, last));
    if first != last {
        // Each end is on a sheet of its own and says the name there.
        Room {
            from: if fits(first) { bar.from } else { to_left },
            to: if fits(last) { bar.to } else { to_right },
        }
    } else if fits(first) {
        bar
    } else if after >= kept || after >= before {
        Room { to: to_right, ..bar }
    } else {
        Room { from: to_left, ..bar }
    }
}

/// Width of the chip of an item that has a horizon instead of days, in points, by the width of its name.
pub(crate) fn chip_width(name: f64, surface: &Surface) -> f64 {
    const NARROWEST: f64 = 72.0;
    const WIDEST: f64 = 220.0;
    let widest = WIDEST.max(surface.naming.kept).min(surface.flow.width());
    (name + 2.0 * INSET).max(NARROWEST).min(widest)
}

/// The name, where there is most room for it: inside if it fits, else beside the bar, else shortened. It leaves room for
/// an amount after it, which is never shortened.
pub(crate) fn label(
    title: &str,
    amount: Option<&str>,
    site: &Site,
    colour: Role,
    fonts: &Fonts,
) -> Option<TextRun> {
    let name = NAME.coloured(colour);
    let after_name = amount_width(amount, fonts);
    let y = site.bar.y + BASELINE;
    let visible = site.visible();
    let from = visible.from + INSET + if site.is_cut_left() { CUT_INSET } else { 0.0 };
    let to = visible.to - INSET - if site.is_cut_right() { CUT_INSET } else { 0.0 };
    /// The room kept for a name is its width, but for the last digits of x far from 1970.
    const ROUNDING: f64 = 0.001;
    let before = if site.is_cut_left() { 0.0 } else { visible.from - BESIDE - site.room.from + ROUNDING };
    let after = if site.is_cut_right() { 0.0 } else { site.room.to - visible.to - BESIDE + ROUNDING };

    let inside = |text: String| {
        let run = name.run(text, Point { x: from, y }, fonts);
        // On screen, a name stays in sight while its bar begins beyond the left edge.
        TextRun { slides_to: (site.window == Room::ENDLESS).then_some(to - run.width - after_name), ..run }
    };
    let right = |text: String| name.run(text, Point { x: visible.to + BESIDE, y }, fonts);
    let left = |text: String| name.run_to(text, Point { x: visible.from - BESIDE - after_name, y }, fonts);

    let width = name.width(title, fonts) + after_name;
    if width <= to - from {
        return Some(inside(title.to_owned()));
    }
    if width <= after {
        return Some(right(title.to_owned()));
    }
    if width <= before {
        return Some(left(title.to_owned()));
    }
    let room = (to - from).max(after).max(before);
    let text = name.shortened(title, room - after_name, fonts)?;
    Some(if room <= to - from {
        inside(text)
    } else if room <= after {
        right(text)
    } else {
        left(text)
    })
}

/// The name and the amount after it, which slides along with it.
pub(crate) fn labelled(
    key: &str,
    name: TextRun,
    amount: Option<&str>,
    site: &Site,
    fonts: &Fonts,
) -> Vec<Node> {
    let at = Point { x: name.at.x + name.width + TO_AMOUNT, ..name.at };
    let amount = amount.map(|amount| AMOUNT.run(amount, at, fonts));
    let end = amount.as_ref().map_or(name.at.x + name.width, |amount| amount.at.x + amount.width);
    let text = |key: String, run: TextRun| Node::new(key, Shape::Text(run));
    let mut nodes: Vec<Node> = clearing(key, &name, end, site).into_iter().collect();
    nodes.push(text(format!("{key}/name"), name));
    nodes.extend(amount.map(|run| text(format!("{key}/name/amount"), run)));
    nodes
}

/// Ground under a name beside its bar, so that lines do not strike it through. `end` is where what belongs to it ends.
fn clearing(key: &str, name: &TextRun, end: f64, site: &Site) -> Option<Node> {
    const AROUND: f64 = 2.0;
    let is_inside = name.at.x >= site.bar.x && name.at.x < site.bar.right();
    let rect = Rect::new(name.at.x - AROUND, site.bar.y + 3.0, end - name.at.x + 2.0 * AROUND, HEIGHT - 6.0);
    (!is_inside).then(|| Node::new(format!("{key}/clearing"), filled(rect, Role::Surface)))
}
