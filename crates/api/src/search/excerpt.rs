//! The part of a text that shows where words were found.

use super::Words;

/// Letters that can be read at a glance.
pub(super) const MOST: usize = 90;

/// The line around the first of the words that is in one of the texts, no longer than can be read at a glance.
pub(super) fn excerpt(texts: &[&str], words: &Words) -> Option<String> {
    const BEFORE: usize = 20;
    let has = |line: &&str| words.iter().any(|word| line.to_lowercase().contains(word));
    let line = texts.iter().flat_map(|text| text.lines()).find(has)?;
    let lower = line.to_lowercase();
    let at = words.iter().filter_map(|word| lower.find(word)).min()?;
    // Lower case may be longer than what it stands for, so that characters are counted, not bytes.
    let before = lower[..at].chars().count();
    let skipped = before.saturating_sub(BEFORE);
    let part: String = line.chars().skip(skipped).take(MOST).collect();
    // A word that is cut at the start says nothing.
    let words_on = if skipped > 0 { part.find(' ').map_or(0, |space| space + 1) } else { 0 };
    let is_whole = skipped + MOST >= line.chars().count();
    let (start, end) = (if skipped > 0 { "…" } else { "" }, if is_whole { "" } else { "…" });
    Some(format!("{start}{}{end}", part[words_on..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_the_line_around_the_word() {
        let text = "First line\nHere a feature waits for the templates that the reporting team has promised to hand over by the end of spring\nLast";
        let told = excerpt(&["", text], &Words::of("promised")).unwrap();
        assert!(told.starts_with("…reporting team has promised to hand over"), "{told}");
        assert_eq!(excerpt(&["İİİ ends here"], &Words::of("ends")).as_deref(), Some("İİİ ends here"));
        assert_eq!(excerpt(&["nothing"], &Words::of("promised")), None);
    }
}
