//! The texts that something is found by, in lower case and in one piece, so that they are folded once and searched often.

use std::ops::Range;

/// The texts of one thing in lower case. No word reaches from one into the next, since line breaks stand between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folded {
    all: Box<str>,
    /// It begins with the title, which has so many bytes.
    title: usize,
    key: Range<usize>,
}

impl Folded {
    /// Of a title and other texts, of which the key comes first.
    pub(crate) fn of<'t>(title: &str, others: impl IntoIterator<Item = &'t str>) -> Self {
        let mut all = title.to_lowercase();
        let title = all.len();
        let mut others = others.into_iter();
        push(&mut all, others.next().unwrap_or_default());
        // Without a key this is nothing at the end of the title.
        let key = (title + 1).min(all.len())..all.len();
        others.for_each(|text| push(&mut all, text));
        Self { all: all.into(), title, key }
    }

    /// The same with more texts.
    pub(crate) fn with<'t>(self, more: impl IntoIterator<Item = &'t str>) -> Self {
        let mut all = self.all.into_string();
        more.into_iter().for_each(|text| push(&mut all, text));
        Self { all: all.into(), ..self }
    }

    /// The same with the first line of the title as its title; the rest of it is another text.
    pub(crate) fn titled_by_first_line(self) -> Self {
        let title = self.title().lines().next().map_or(0, str::len);
        Self { title, ..self }
    }

    pub(crate) fn all(&self) -> &str {
        &self.all
    }

    pub(crate) fn title(&self) -> &str {
        &self.all[..self.title]
    }

    pub(crate) fn key(&self) -> &str {
        &self.all[self.key.clone()]
    }
}

fn push(all: &mut String, text: &str) {
    if !text.is_empty() {
        all.push('\n');
        all.push_str(&text.to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_keys_are_found_again() {
        let folded = Folded::of("Größe İ", ["WF-12", "", "Zoë"]);
        assert_eq!((folded.title(), folded.key(), folded.all()), ("größe i̇", "wf-12", "größe i̇\nwf-12\nzoë"));
        let unkeyed = Folded::of("", ["", "Note"]);
        assert_eq!((unkeyed.title(), unkeyed.key(), unkeyed.all()), ("", "", "\nnote"));
        let alone = Folded::of("Alone", []);
        assert_eq!((alone.title(), alone.key()), ("alone", ""));
    }

    #[test]
    fn a_remark_has_its_first_line_as_its_title() {
        let folded = Folded::of("Too slow\r\nBy far", ["K1"]).titled_by_first_line().with(["Why", ""]);
        assert_eq!((folded.title(), folded.key()), ("too slow", "k1"));
        assert_eq!(folded.all(), "too slow\r\nby far\nk1\nwhy");
    }
}
