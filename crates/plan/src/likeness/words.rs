//! From a text to the stems of the words that say what it is about.
//!
//! The endings are those of English and German, taken off whatever the language: both sides of a comparison lose the
//! same, so that a stem need not be a word. What most texts say anyway is left out.

/// The stems of a text, each with the word as it is written there.
pub(super) fn stems(text: &str) -> impl Iterator<Item = (String, &str)> {
    let is_word = |c: char| c.is_alphanumeric();
    text.split(move |c| !is_word(c)).flat_map(pieces).filter_map(|written| {
        let folded = fold(written);
        let says_something = folded.chars().nth(1).is_some() && !says_nothing(&folded);
        says_something.then(|| (stem(folded), written))
    })
}

/// Whether most texts say it anyway.
fn says_nothing(folded: &str) -> bool {
    [ENGLISH, GERMAN].iter().any(|words| words.binary_search(&folded).is_ok())
}

/// A word as it is, or each two neighbours of a script that puts no space between words.
fn pieces(word: &str) -> Vec<&str> {
    if !word.chars().any(is_unspaced) {
        return vec![word];
    }
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain(std::iter::once(word.len())).collect();
    ends.windows(3).map(|pair| &word[pair[0]..pair[2]]).collect()
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Lower case without accents.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ì'..='ï' | 'ī' | 'į' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Takes endings off for as long as something with a vowel in it is left that is long enough to be told from others.
fn stem(mut word: String) -> String {
    while let Some(ending) = ENDINGS.iter().find(|ending| can_lose(&word, ending)) {
        word.truncate(word.len() - ending.len());
    }
    undoubled(word)
}

fn can_lose(word: &str, ending: &str) -> bool {
    const SHORTEST: usize = 3;
    let Some(left) = word.strip_suffix(ending) else { return false };
    let is_double = ending == "s" && left.ends_with('s');
    let has_vowel = left.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    !is_double && has_vowel && left.chars().count() >= SHORTEST
}

/// “planning” and “plans” both come from “plan”.
fn undoubled(mut word: String) -> String {
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    if last == before && last.is_some_and(|last| last.is_ascii_lowercase()) && word.len() > 3 {
        word.pop();
    }
    word
}

/// The longest come first.
const ENDINGS: &[&str] = &[
    "ierung", "ically", "ations", "ation", "ieren", "ating", "iert", "ated", "ates", "isch", "lich", "keit",
    "ings", "ing", "ung", "ate", "ern", "ies", "ers", "ic", "ly", "ed", "er", "es", "en", "em", "al", "e",
    "s", "y",
];

/// Folded, in order.
const ENGLISH: &[&str] = &[
    "able", "about", "after", "all", "also", "always", "am", "an", "and", "any", "are", "as", "ask", "asked",
    "asks", "at", "be", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do",
    "does", "doesn", "doing", "don", "each", "even", "every", "for", "from", "get", "gets", "getting",
    "give", "go", "good", "had", "has", "have", "having", "he", "her", "here", "him", "his", "how", "if",
    "in", "into", "is", "isn", "it", "its", "just", "know", "let", "like", "ll", "lot", "make", "makes",
    "many", "may", "me", "more", "most", "much", "must", "my", "need", "needs", "never", "new", "no", "nor",
    "not", "now", "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own",
    "please", "re", "really", "same", "see", "shall", "she", "should", "so", "some", "still", "such", "take",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things", "this",
    "those", "through", "to", "too", "up", "us", "use", "used", "using", "ve", "very", "want", "wants",
    "was", "way", "we", "well", "were", "what", "when", "where", "which", "while", "who", "why", "will",
    "wish", "with", "without", "won", "would", "you", "your",
];

/// Folded, in order.
const GERMAN: &[&str] = &[
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "auch", "auf", "aus", "bei", "beim", "bin",
    "bis", "bitte", "brauche", "brauchen", "braucht", "da", "damit", "dann", "das", "dass", "dem", "den",
    "denn", "der", "des", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "durch",
    "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "etwas", "fur", "gerne", "gibt", "habe",
    "haben", "hat", "hatte", "hatten", "hier", "ich", "ihr", "ihre", "ihren", "im", "immer", "ist", "jede",
    "jedem", "jeden", "jeder", "jedes", "kann", "kein", "keine", "keinen", "konnen", "konnte", "konnten",
    "machen", "man", "mehr", "mein", "meine", "mit", "mochte", "mochten", "muss", "mussen", "nach", "nicht",
    "noch", "nur", "oder", "ohne", "schon", "sehr", "sein", "seine", "sich", "sie", "sind", "sollen",
    "sollte", "sollten", "um", "und", "uns", "unser", "unsere", "unseren", "vom", "von", "vor", "ware",
    "waren", "was", "wenn", "werden", "wie", "wieder", "wir", "wird", "wo", "wollen", "wurde", "wurden",
    "zu", "zum", "zur",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn stems_of(text: &str) -> Vec<String> {
        stems(text).map(|(stem, _)| stem).collect()
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            "report reports reporting reported",
            "plan plans planned planning",
            "delivery deliveries delivered delivering",
            "template templates",
            "filter filters filtering filtered filtern Filters",
            "integrate integration integrations integrated integrating",
            "copy copies",
            "Bericht Berichte Berichten Berichtes",
            "Vorlage Vorlagen",
            "exportieren exportiert export exports exporting",
            "automatic automatically automatisch",
            "monthly months",
            "Häuser Haus",
            "access accessed accesses",
        ] {
            let mut found = stems_of(forms);
            found.dedup();
            assert_eq!(found.len(), 1, "{forms}: {found:?}");
        }
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for words in [
            "report repair",
            "status statistics",
            "string stripe",
            "mail main",
            "budget budge",
            "Konto Kontrolle",
            "export import",
            "format form",
        ] {
            let found = stems_of(words);
            assert_ne!(found[0], found[1], "{words}");
        }
    }

    #[test]
    fn words_to_be_left_out_are_in_order() {
        assert!(ENGLISH.is_sorted() && GERMAN.is_sorted());
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        assert_eq!(
            stems_of("We would like to be able to do this, please! Ich möchte, dass es das gibt."),
            [""; 0]
        );
        assert_eq!(stems_of("It’s 9:00 — I don't"), ["00"]);
    }

    #[test]
    fn scripts_without_spaces_are_read_by_pairs() {
        assert_eq!(stems_of("自動レポート"), ["自動", "動レ", "レポ", "ポー", "ート"]);
        assert_eq!(stems_of("自"), [""; 0]);
    }
}
