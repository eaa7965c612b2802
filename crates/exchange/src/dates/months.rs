//! The names of months in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish, whole and short.

/// Names as they are compared: in small letters, without accents.
const NAMES: [&[&str]; 12] = [
    &[
        "jan", "january", "januar", "janner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro",
        "januari", "styczen", "stycznia", "sty",
    ],
    &[
        "feb",
        "february",
        "februar",
        "fevrier",
        "fevr",
        "febrero",
        "febbraio",
        "fevereiro",
        "fev",
        "februari",
        "luty",
        "lutego",
        "lut",
    ],
    &["mar", "march", "marz", "mrz", "maerz", "mars", "marzo", "marco", "maart", "mrt", "marzec", "marca"],
    &["apr", "april", "avril", "avr", "abril", "abr", "aprile", "kwiecien", "kwietnia", "kwi"],
    &["may", "mai", "mayo", "maggio", "mag", "maio", "mei", "maj", "maja"],
    &["jun", "june", "juni", "juin", "junio", "giugno", "giu", "junho", "czerwiec", "czerwca", "cze"],
    &["jul", "july", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "lipiec", "lipca", "lip"],
    &["aug", "august", "aout", "agosto", "ago", "augustus", "sierpien", "sierpnia", "sie"],
    &[
        "sep",
        "sept",
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "set",
        "setembro",
        "wrzesien",
        "wrzesnia",
        "wrz",
    ],
    &[
        "oct",
        "october",
        "oktober",
        "okt",
        "octobre",
        "octubre",
        "ottobre",
        "ott",
        "outubro",
        "out",
        "pazdziernik",
        "pazdziernika",
        "paz",
    ],
    &["nov", "november", "novembre", "noviembre", "novembro", "listopad", "listopada", "lis"],
    &[
        "dec",
        "december",
        "dezember",
        "dez",
        "decembre",
        "diciembre",
        "dic",
        "dicembre",
        "dezembro",
        "grudzien",
        "grudnia",
        "gru",
    ],
];

/// The month of that name, 1 to 12.
pub(super) fn month(name: &str) -> Option<u32> {
    // The longest name has thirteen letters; accents take two bytes each.
    if name.len() > 26 {
        return None;
    }
    let plain: String = name.to_lowercase().chars().map(without_accent).collect();
    (1..).zip(NAMES).find(|(_, names)| names.contains(&plain.as_str())).map(|(month, _)| month)
}

fn without_accent(c: char) -> char {
    match c {
        'ä' | 'á' | 'à' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' => 'e',
        'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ń' => 'n',
        'ś' => 's',
        'ź' => 'z',
        other => other,
    }
}
