//! Which texts are about the same: for finding the need that a feedback speaks of, or others that say the same.
//!
//! Texts are compared by their words, cut down to stems (see [`words`]); what few texts say counts more than what many
//! say. It knows English and German word endings and needs no dictionary, so it finds what is said alike, not what
//! is meant alike.

mod words;

use std::collections::HashMap;
use std::hash::Hash;

use words::stems;

/// Texts by the words in them. It follows changes: whoever keeps it puts and removes texts as they change.
#[derive(Debug, Clone)]
pub struct Likeness<I> {
    /// The number that a stem has.
    numbers: HashMap<String, u32>,
    /// By the number of a stem: the slots of the texts that have it, in order, and how much it counts there.
    held_by: Vec<Vec<(u32, f32)>>,
    slots: HashMap<I, u32>,
    texts: Vec<Option<Text<I>>>,
    free: Vec<u32>,
}

/// A text without its words' order: the numbers of its stems, each once, in order, and how much each counts.
#[derive(Debug, Clone)]
struct Text<I> {
    id: I,
    stems: Box<[(u32, f32)]>,
}

/// A text that is like another.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike<I> {
    /// Which text.
    pub id: I,
    /// How alike: 0 if nothing is shared, 1 if all words are.
    pub score: f32,
    /// The words that are shared, as the text asked about has them, the most telling first.
    pub shared: Vec<String>,
}

/// A text that shares less than this is not worth being shown.
const LEAST_SCORE: f32 = 0.1;
/// So many shared words are told.
const MOST_SHARED: usize = 5;

/// A stem of the text asked about.
struct Asked<'t> {
    /// None if no text has the stem.
    number: Option<u32>,
    weight: f32,
    written: &'t str,
}

impl<I> Default for Likeness<I> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            held_by: Vec::new(),
            slots: HashMap::new(),
            texts: Vec::new(),
            free: Vec::new(),
        }
    }
}

impl<I: Copy + Eq + Ord + Hash> Likeness<I> {
    /// Takes a text, or takes it anew if it has changed. It is made of parts, each with how much its words count: 1 for
    /// what it is about, less for what is said beside.
    pub fn put(&mut self, id: I, parts: &[(&str, f32)]) {
        self.remove(id);
        let mut stems: Vec<(u32, f32)> = Vec::new();
        for (text, weight) in parts {
            stems.extend(self::stems(text).map(|(stem, _)| (self.number(stem), *weight)));
        }
        // Of a stem that comes more than once the greatest weight counts.
        stems.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        stems.dedup_by_key(|(number, _)| *number);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.texts.push(None);
            u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX)
        });
        for (number, weight) in &stems {
            let holders = &mut self.held_by[*number as usize];
            let at = holders.partition_point(|(other, _)| *other < slot);
            holders.insert(at, (slot, *weight));
        }
        self.slots.insert(id, slot);
        self.texts[slot as usize] = Some(Text { id, stems: stems.into() });
    }

    /// Forgets a text; one that it does not have is no error.
    pub fn remove(&mut self, id: I) {
        let Some(slot) = self.slots.remove(&id) else { return };
        let text = self.texts[slot as usize].take();
        for (number, _) in text.into_iter().flat_map(|text| text.stems) {
            let holders = &mut self.held_by[number as usize];
            let at = holders.partition_point(|(other, _)| *other < slot);
            holders.remove(at);
        }
        self.free.push(slot);
    }

    /// How many texts it has.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether it has no texts.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The texts that are most like `text`, the most alike first, at most `limit` of them.
    ///
    /// Costs a look at each text that shares a word with it.
    pub fn most_alike(&self, text: &str, limit: usize) -> Vec<Alike<I>> {
        let asked = self.asked(text);
        let length = asked.iter().map(|stem| stem.weight * stem.weight).sum::<f32>().sqrt();
        let mut found: Vec<(f32, &Text<I>)> = self
            .products(&asked)
            .into_iter()
            .filter_map(|(slot, product)| {
                let text = self.texts[slot as usize].as_ref()?;
                let score = product / (length * self.length(text));
                (score >= LEAST_SCORE).then_some((score, text))
            })
            .collect();
        found.sort_by(|(score, text), (other_score, other)| {
            other_score.total_cmp(score).then_with(|| text.id.cmp(&other.id))
        });
        found.truncate(limit);
        let told = found.into_iter().map(|(score, text)| Alike {
            id: text.id,
            score: score.min(1.0),
            shared: shared(&asked, text),
        });
        told.collect()
    }

    /// The stems of a text that is asked about, each once, the most telling first.
    fn asked<'t>(&self, text: &'t str) -> Vec<Asked<'t>> {
        let mut seen = std::collections::HashSet::new();
        let mut asked: Vec<Asked<'t>> = stems(text)
            .filter_map(|(stem, written)| {
                let number = self.numbers.get(&stem).copied();
                let weight = self.weight(number);
                seen.insert(stem).then_some(Asked { number, weight, written })
            })
            .collect();
        asked.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        asked
    }

    /// For each text that shares a stem with what is asked about: the product of their weights, summed.
    fn products(&self, asked: &[Asked<'_>]) -> Vec<(u32, f32)> {
        let mut sums = vec![0.0_f32; self.texts.len()];
        let mut met = Vec::new();
        for stem in asked {
            let Some(number) = stem.number else { continue };
            for (slot, weight) in &self.held_by[number as usize] {
                let sum = &mut sums[*slot as usize];
                if *sum == 0.0 {
                    met.push(*slot);
                }
                *sum += stem.weight * stem.weight * weight;
            }
        }
        met.into_iter().map(|slot| (slot, sums[slot as usize])).collect()
    }

    fn length(&self, text: &Text<I>) -> f32 {
        let squares = text.stems.iter().map(|(number, weight)| {
            let weight = weight * self.weight(Some(*number));
            weight * weight
        });
        squares.sum::<f32>().sqrt()
    }

    /// How telling a stem is: the more so, the fewer texts have it.
    #[allow(clippy::cast_precision_loss, reason = "a weight need not be exact")]
    fn weight(&self, number: Option<u32>) -> f32 {
        let holders = number.map_or(0, |number| self.held_by[number as usize].len());
        (1.0 + self.slots.len() as f32 / holders.max(1) as f32).ln()
    }

    fn number(&mut self, stem: String) -> u32 {
        let next = u32::try_from(self.held_by.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(stem).or_insert(next);
        if number == next {
            self.held_by.push(Vec::new());
        }
        number
    }
}

fn shared<I>(asked: &[Asked<'_>], text: &Text<I>) -> Vec<String> {
    let has = |number: u32| text.stems.binary_search_by_key(&number, |(other, _)| *other).is_ok();
    let shared = asked.iter().filter(|stem| stem.number.is_some_and(has));
    shared.take(MOST_SHARED).map(|stem| stem.written.to_owned()).collect()
}

#[cfg(test)]
mod tests;
