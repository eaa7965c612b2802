//! Text on a page: which glyphs are shown and where (ISO 32000-1, 9.4).

use milepost_layout::{Glyph, Line, Point, TextRun};

use super::Painter;
use crate::pdf::embedding::EmbeddedFont;

/// Glyphs that are shown together, each where the one before leads to.
struct Strip {
    /// Of the line, in the scene's points.
    origin: Point,
    /// Of the type, in points.
    size: f64,
    /// Where the reader began to show text last, in the coordinates of the page or frame.
    start: Point,
    /// Where the glyphs so far lead to, in ems from the origin.
    next: (f64, f64),
    codes: Vec<u16>,
}

impl Strip {
    fn at(run: &TextRun) -> Self {
        let nowhere = (f64::NAN, f64::NAN);
        Self { origin: run.at, size: run.size, start: Point::default(), next: nowhere, codes: Vec::new() }
    }
}

impl Painter<'_> {
    /// A line of text.
    pub(super) fn text(&mut self, run: &TextRun) {
        if run.text.is_empty() {
            return;
        }
        if run.turned {
            return self.turned(run);
        }
        self.fill_with(run.colour);
        self.operator(&[], "BT");
        match self.fonts.line(&run.text, run.weight) {
            None => self.plain(run),
            Some(line) => self.line(&line, run),
        }
        self.operator(&[], "ET");
    }

    /// Text that reads upwards: set as any other while the page is turned about its start.
    fn turned(&mut self, run: &TextRun) {
        self.leave();
        let pen = self.pen;
        let about = self.at(run.at);
        self.operator(&[], "q");
        self.operator(&[0.0, 1.0, -1.0, 0.0, about.x + about.y, about.y - about.x], "cm");
        self.text(&TextRun { turned: false, ..run.clone() });
        self.leave();
        self.operator(&[], "Q");
        self.pen = pen;
    }

    /// Text that is one glyph of Inter after another.
    fn plain(&mut self, run: &TextRun) {
        let Some(font) = self.embedded.inter(run.weight) else { return };
        self.take_font(font, run.size);
        self.places([run.at], "Td");
        self.show(font.codes_of(&run.text));
    }

    /// Text whose glyphs have places of their own.
    fn line(&mut self, line: &Line, run: &TextRun) {
        let mut strip = Strip::at(run);
        for piece in &line.pieces {
            let Some(font) = self.embedded.of(piece, run.weight) else { continue };
            self.take_font(font, run.size);
            for cluster in piece.glyphs.chunk_by(|one, other| one.start == other.start) {
                // Several glyphs together may stand for their characters in any order, and say so.
                let spelled = cluster.iter().map(|glyph| glyph.text(&run.text)).collect::<String>();
                let is_spelled = cluster.len() > 1 && !piece.right_to_left;
                if is_spelled {
                    self.flush(&mut strip);
                    self.out.extend(b"/Span<</ActualText<feff");
                    spelled.encode_utf16().for_each(|unit| self.out.extend(format!("{unit:04x}").bytes()));
                    self.out.extend(b">>>BDC\n");
                }
                for glyph in cluster {
                    self.glyph(glyph, font.codes_for(glyph, piece, &run.text), &mut strip);
                }
                if is_spelled {
                    self.flush(&mut strip);
                    self.operator(&[], "EMC");
                }
            }
            self.flush(&mut strip);
        }
    }

    /// Shows a glyph, together with those before it if it stands where they lead to.
    fn glyph(&mut self, glyph: &Glyph, codes: Vec<(u16, f64)>, strip: &mut Strip) {
        /// In ems: less than a reader would see.
        const CLOSE: f64 = 0.002;
        let (x, y) = (f64::from(glyph.x), f64::from(glyph.y));
        let leads_here = (x - strip.next.0).abs() < CLOSE && (y - strip.next.1).abs() < CLOSE;
        if !leads_here {
            self.flush(strip);
            let (size, origin) = (strip.size, strip.origin);
            let to = self.at(Point { x: origin.x + x * size, y: origin.y - y * size });
            self.operator(&[to.x - strip.start.x, to.y - strip.start.y], "Td");
            (strip.start, strip.next) = (to, (x, y));
        }
        for (code, width) in codes {
            strip.codes.push(code);
            strip.next.0 += width;
        }
    }

    fn flush(&mut self, strip: &mut Strip) {
        self.show(std::mem::take(&mut strip.codes).into_iter());
    }

    fn take_font(&mut self, font: &EmbeddedFont, size: f64) {
        if self.pen.font.replace((font.key, size)) != Some((font.key, size)) {
            self.out.extend(format!("/{} ", font.key.name()).bytes());
            self.operator(&[size], "Tf");
        }
    }

    fn show(&mut self, codes: impl Iterator<Item = u16>) {
        let mut codes = codes.flat_map(u16::to_be_bytes).peekable();
        if codes.peek().is_none() {
            return;
        }
        self.out.push(b'(');
        for byte in codes {
            match byte {
                b'(' | b')' | b'\\' => self.out.extend([b'\\', byte]),
                // A bare carriage return would be read as a line feed.
                b'\r' => self.out.extend(b"\\r"),
                _ => self.out.push(byte),
            }
        }
        self.out.extend(b") ");
        self.operator(&[], "Tj");
    }
}
