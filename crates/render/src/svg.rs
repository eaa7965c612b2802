//! A page as a standalone SVG.
//!
//! Text stays text, in Inter where it is installed, and in the fonts that stand in for what Inter lacks; each run is
//! told the width that the layout gave it, so that another font does not break the picture. Everything that comes from
//! a plan is escaped.

use std::collections::HashMap;
use std::fmt;

use milepost_layout::{
    Direction, Fonts, Node, Page, PathStep, Point, Rect, Role, Shape, Stroke, TextRun, Theme,
};

use crate::outline::outlines;
use crate::text::each_text;

/// Fonts to show text in, best first.
const FAMILIES: &str = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans'";

/// Fonts that are good enough for what none of the others has. They come last, since they have letters of many scripts.
const LAST_FAMILIES: &str = "'DejaVu Sans', sans-serif";

/// How text is written that is more than one letter of Inter after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// As text, for a reader that shapes it.
    Text,
    /// As the outlines of its glyphs.
    Outlines,
}

/// Paints a page as SVG, a point as one CSS pixel, on the theme's ground.
pub fn svg(page: &Page, theme: &Theme, fonts: &Fonts) -> String {
    paint(page, theme, fonts, Foreign::Text)
}

/// Paints a page as SVG with a choice of how text is written that is not plain.
pub(crate) fn paint(page: &Page, theme: &Theme, fonts: &Fonts, foreign: Foreign) -> String {
    let families = families(page, fonts);
    let (width, height) = (Length(page.width), Length(page.height));
    let out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{families}\" \
         style=\"font-kerning:none;font-variant-ligatures:none\" stroke-miterlimit=\"10\" \
         xml:space=\"preserve\">\n"
    );
    let mut painter = Painter { theme, fonts, foreign, out, clips: HashMap::new(), depth: 1 };
    painter.rect(Rect::new(0.0, 0.0, page.width, page.height), 0.0, Some(Role::Ground), None, None);
    painter.nodes(&page.nodes);
    painter.out.push_str("</svg>\n");
    painter.out
}

/// Fonts for plain text, those that the rest of the page was measured in, in the order of their first use, and others.
fn families(page: &Page, fonts: &Fonts) -> String {
    let mut used: Vec<String> = Vec::new();
    each_text(&page.nodes, &mut |run| {
        let line = fonts.line(&run.text, run.weight);
        for face in line.iter().flat_map(|line| &line.pieces).filter_map(|piece| piece.face.as_ref()) {
            // What a name of a family may hold without being taken for markup or the end of the name.
            let plain = |c: &char| c.is_alphanumeric() || " .-_".contains(*c);
            let family = format!("'{}', ", face.family().chars().filter(plain).collect::<String>());
            if !std::ptr::eq(&**face, &**fonts.face(run.weight)) && !used.contains(&family) {
                used.push(family);
            }
        }
    });
    format!("{FAMILIES}, {}{LAST_FAMILIES}", used.concat())
}

struct Painter<'a> {
    theme: &'a Theme,
    fonts: &'a Fonts,
    foreign: Foreign,
    out: String,
    /// Number of every clip so far, by its attributes.
    clips: HashMap<String, usize>,
    /// How far lines are indented.
    depth: usize,
}

impl Painter<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            let name = node.name.as_deref();
            match &node.shape {
                Shape::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, *fill, *stroke, name),
                Shape::Path { steps, fill, stroke } => self.path(steps, *fill, *stroke, name),
                Shape::Text(run) => self.text(run),
                Shape::Group { clip, offset, nodes } => self.group(*clip, *offset, nodes, name),
            }
        }
    }

    fn rect(
        &mut self,
        rect: Rect,
        radius: f64,
        fill: Option<Role>,
        stroke: Option<Stroke>,
        name: Option<&str>,
    ) {
        let mut attributes = Attributes::of_rect(rect);
        let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
        if radius > 0.0 {
            attributes.add("rx", Length(radius));
        }
        attributes.paint(self.theme, fill, stroke);
        self.leaf("rect", &attributes, name);
    }

    fn path(&mut self, steps: &[PathStep], fill: Option<Role>, stroke: Option<Stroke>, name: Option<&str>) {
        let mut attributes = Attributes::default();
        attributes.add("d", steps.iter().map(step).collect::<String>());
        attributes.paint(self.theme, fill, stroke);
        self.leaf("path", &attributes, name);
    }

    fn text(&mut self, run: &TextRun) {
        if run.text.is_empty() {
            return;
        }
        if run.turned {
            let mut attributes = Attributes::default();
            let (x, y) = (Length(run.at.x), Length(run.at.y));
            attributes.add("transform", format_args!("rotate(-90 {x} {y})"));
            self.open(&format!("<g{attributes}>"));
            self.text(&TextRun { turned: false, ..run.clone() });
            self.depth -= 1;
            return self.line("</g>");
        }
        if self.foreign == Foreign::Outlines
            && let Some(line) = self.fonts.line(&run.text, run.weight)
        {
            let mut attributes = Attributes::default();
            attributes.add("d", outlines(run, &line, self.fonts));
            attributes.paint(self.theme, Some(run.colour), None);
            return self.leaf("path", &attributes, None);
        }
        let mut attributes = Attributes::default();
        attributes.add("x", Length(run.at.x));
        attributes.add("y", Length(run.at.y));
        attributes.add("font-size", Length(run.size));
        attributes.add("font-weight", run.weight.css());
        attributes.add("fill", self.theme.colour(run.colour));
        if run.width > 0.0 {
            attributes.add("textLength", Length(run.width));
        }
        if run.direction.is_some() {
            // Spaces between its letters would tear a text apart whose letters join.
            attributes.add("lengthAdjust", "spacingAndGlyphs");
        }
        if run.direction == Some(Direction::RightToLeft) {
            // Such a text ends at its left.
            attributes.add("direction", "rtl");
            attributes.add("text-anchor", "end");
        }
        self.line(&format!("<text{attributes}>{}</text>", Escaped(&run.text)));
    }

    fn group(&mut self, clip: Option<Rect>, offset: Point, nodes: &[Node], name: Option<&str>) {
        let mut opened = 0;
        if let Some(clip) = clip {
            let number = self.clip(clip);
            self.open(&format!("<g clip-path=\"url(#c{number})\">"));
            opened += 1;
        }
        if offset != Point::default() || opened == 0 {
            let mut attributes = Attributes::default();
            if offset != Point::default() {
                attributes
                    .add("transform", format_args!("translate({} {})", Length(offset.x), Length(offset.y)));
            }
            self.open(&format!("<g{attributes}>"));
            opened += 1;
        }
        if let Some(name) = name {
            self.line(&format!("<title>{}</title>", Escaped(name)));
        }
        self.nodes(nodes);
        for _ in 0..opened {
            self.depth -= 1;
            self.line("</g>");
        }
    }

    /// The number of a clip, which is defined where it is first used.
    fn clip(&mut self, rect: Rect) -> usize {
        let attributes = Attributes::of_rect(rect).to_string();
        if let Some(number) = self.clips.get(&attributes) {
            return *number;
        }
        let number = self.clips.len() + 1;
        self.line(&format!("<clipPath id=\"c{number}\"><rect{attributes}/></clipPath>"));
        self.clips.insert(attributes, number);
        number
    }

    fn leaf(&mut self, element: &str, attributes: &Attributes, name: Option<&str>) {
        match name {
            Some(name) => {
                let title = Escaped(name);
                self.line(&format!("<{element}{attributes}><title>{title}</title></{element}>"));
            }
            None => self.line(&format!("<{element}{attributes}/>")),
        }
    }

    fn open(&mut self, tag: &str) {
        self.line(tag);
        self.depth += 1;
    }

    fn line(&mut self, markup: &str) {
        self.out.extend(std::iter::repeat_n(' ', self.depth));
        self.out.push_str(markup);
        self.out.push('\n');
    }
}

fn step(step: &PathStep) -> String {
    let at = |place: Point| format!("{} {}", Length(place.x), Length(place.y));
    match *step {
        PathStep::Move(to) => format!("M{}", at(to)),
        PathStep::Line(to) => format!("L{}", at(to)),
        PathStep::Curve(first, second, to) => format!("C{} {} {}", at(first), at(second), at(to)),
        PathStep::Close => "Z".to_owned(),
    }
}

/// Attributes of an element, each with a space before it.
#[derive(Debug, Default)]
struct Attributes(String);

impl Attributes {
    fn of_rect(rect: Rect) -> Self {
        let mut attributes = Self::default();
        attributes.add("x", Length(rect.x));
        attributes.add("y", Length(rect.y));
        attributes.add("width", Length(rect.width));
        attributes.add("height", Length(rect.height));
        attributes
    }

    /// Adds an attribute whose value needs no escaping.
    fn add(&mut self, name: &str, value: impl fmt::Display) {
        self.0.push_str(&format!(" {name}=\"{value}\""));
    }

    fn paint(&mut self, theme: &Theme, fill: Option<Role>, stroke: Option<Stroke>) {
        match fill {
            Some(fill) => self.add("fill", theme.colour(fill)),
            None => self.add("fill", "none"),
        }
        if let Some(stroke) = stroke {
            self.add("stroke", theme.colour(stroke.colour));
            self.add("stroke-width", Length(stroke.width));
            if let Some([dash, gap]) = stroke.dash {
                self.add("stroke-dasharray", format_args!("{} {}", Length(dash), Length(gap)));
            }
        }
    }
}

impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A length in points, written in hundredths; zero for what is no number.
pub(crate) struct Length(pub(crate) f64);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounded = (self.0 * 100.0).round() / 100.0;
        // Adding zero takes the sign off a negative zero.
        write!(f, "{}", if rounded.is_finite() { rounded + 0.0 } else { 0.0 })
    }
}

/// Text as the content of an element: never markup, and without the controls that XML 1.0 does not take.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '\u{fffe}' | '\u{ffff}' => {}
                control if control.is_control() => {}
                plain => f.write_char(plain)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let text = "a<script>&amp;</script>\u{0}\u{1b}\u{ffff}]]>\"'";
        assert_eq!(Escaped(text).to_string(), "a&lt;script&gt;&amp;amp;&lt;/script&gt;]]&gt;\"'");
    }

    #[test]
    fn lengths_are_short_and_always_numbers() {
        for (length, written) in
            [(1.0, "1"), (0.125, "0.13"), (-0.001, "0"), (595.2756, "595.28"), (f64::NAN, "0")]
        {
            assert_eq!(Length(length).to_string(), written);
        }
    }
}
