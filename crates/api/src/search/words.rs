//! How well words fit what they are looked for in, and the best of what fits.

use super::folded::Folded;

/// How well something fits; the best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    TitleBegins,
    InTitle,
    Key,
    Elsewhere,
}

impl Fit {
    /// The best first.
    const ALL: [Self; 4] = [Self::TitleBegins, Self::InTitle, Self::Key, Self::Elsewhere];
}

/// What is searched for, word by word, in lower case.
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing is searched for.
    pub(crate) fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How well they fit; none if one of them is nowhere.
    pub(crate) fn fit(&self, folded: &Folded) -> Option<Fit> {
        let all_in = |text: &str| self.iter().all(|word| text.contains(word));
        if !all_in(folded.all()) {
            return None;
        }
        let title = folded.title();
        Some(if all_in(title) {
            let begins = self.0.first().is_some_and(|first| title.starts_with(first));
            if begins { Fit::TitleBegins } else { Fit::InTitle }
        } else if all_in(folded.key()) {
            Fit::Key
        } else {
            Fit::Elsewhere
        })
    }
}

/// The best of what fits, while it comes in, and how many there are.
pub(crate) struct Best<T> {
    most: usize,
    total: usize,
    /// In the order of the fits, then in that in which they came; no more of any fit than are wanted.
    fitting: [Vec<T>; Fit::ALL.len()],
}

impl<T> Best<T> {
    /// None yet, of which no more than `most` are wanted.
    pub(crate) fn of(most: usize) -> Self {
        Self { most, total: 0, fitting: Fit::ALL.map(|_| Vec::new()) }
    }

    /// Takes in what fits; nothing where it does not.
    pub(crate) fn add(&mut self, fit: Option<Fit>, what: T) {
        let Some(fit) = fit else { return };
        self.total += 1;
        let fitting = &mut self.fitting[fit as usize];
        if fitting.len() < self.most {
            fitting.push(what);
        }
    }

    /// How many came in, those aside that are not wanted.
    pub(crate) fn total(&self) -> usize {
        self.total
    }

    /// The best first; among equals in the order in which they came.
    pub(crate) fn in_order(self) -> impl Iterator<Item = (Fit, T)> {
        let fits = Fit::ALL.into_iter().zip(self.fitting);
        fits.flat_map(|(fit, fitting)| fitting.into_iter().map(move |what| (fit, what))).take(self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_title_comes_before_what_is_elsewhere() {
        let folded = Folded::of("Saved Filters", ["WF-12", "Zoë Åkerström", "Kept with the plan"]);
        let fit = |text: &str| Words::of(text).fit(&folded);
        assert_eq!(fit("saved"), Some(Fit::TitleBegins));
        assert_eq!(fit("filters saved"), Some(Fit::InTitle));
        assert_eq!(fit("wf-12"), Some(Fit::Key));
        assert_eq!(fit("åkerström plan saved"), Some(Fit::Elsewhere));
        assert_eq!(fit("saved views"), None);
    }

    #[test]
    fn of_what_fits_equally_the_first_are_kept_and_all_are_counted() {
        let mut best = Best::of(3);
        let came =
            [(Fit::Elsewhere, 1), (Fit::Key, 2), (Fit::Elsewhere, 3), (Fit::TitleBegins, 4), (Fit::Key, 5)];
        came.into_iter().for_each(|(fit, what)| best.add(Some(fit), what));
        best.add(None, 6);
        assert_eq!(best.total(), 5);
        assert_eq!(
            best.in_order().collect::<Vec<_>>(),
            [(Fit::TitleBegins, 4), (Fit::Key, 2), (Fit::Key, 5)]
        );
    }
}
