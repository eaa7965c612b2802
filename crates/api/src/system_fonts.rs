//! The fonts of the machine, for characters that Inter lacks.
//!
//! They are looked for when a text first needs one, once in the life of the program: most plans never do. A face is
//! taken only if it can go on paper: it has an outline for the character, and its licence lets it be embedded.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, ID, Stretch, Style};
use milepost_layout::{Face, Fallback, Weight};
use ttf_parser::{Permissions, RawFace, Tag, cmap};

mod preference;

/// Finds faces among the fonts of the machine.
#[derive(Debug, Default)]
pub struct SystemFonts {
    shelf: OnceLock<Shelf>,
    found: Mutex<Found>,
}

/// What has been found so far.
#[derive(Debug, Default)]
struct Found {
    by_character: HashMap<(char, bool), Option<Arc<Face>>>,
    by_id: HashMap<ID, Arc<Face>>,
}

impl Fallback for SystemFonts {
    fn face_for(&self, character: char, weight: Weight) -> Option<Arc<Face>> {
        let bold = weight == Weight::SemiBold;
        // A panic while looking leaves at worst a character that is looked for again.
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = found.by_character.get(&(character, bold)) {
            return known.clone();
        }
        let shelf = self.shelf.get_or_init(Shelf::of_system);
        let face = shelf.find(character, bold).and_then(|id| found.face(id, shelf));
        found.by_character.insert((character, bold), face.clone());
        face
    }
}

impl Found {
    /// The face, read once.
    fn face(&mut self, id: ID, shelf: &Shelf) -> Option<Arc<Face>> {
        if let Some(face) = self.by_id.get(&id) {
            return Some(Arc::clone(face));
        }
        let read = shelf.database.with_face_data(id, |bytes, index| Face::read(bytes.to_vec(), index));
        let face = Arc::new(read?.ok()?);
        self.by_id.insert(id, Arc::clone(&face));
        Some(face)
    }
}

/// Fonts in the order in which they are tried.
struct Shelf {
    database: Database,
    families: Vec<Family>,
}

/// The two faces of a family that are used.
struct Family {
    name: String,
    regular: ID,
    bold: Option<ID>,
    /// Which characters the regular face has, read when it is first tried; empty for what cannot be used at all.
    characters: OnceLock<Vec<u8>>,
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").field("families", &self.families.len()).finish_non_exhaustive()
    }
}

impl Shelf {
    fn of_system() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        Self::of(database)
    }

    fn of(database: Database) -> Self {
        let upright = |face: &&FaceInfo| face.style == Style::Normal && face.stretch == Stretch::Normal;
        let mut faces: Vec<&FaceInfo> = database.faces().filter(upright).collect();
        faces.sort_by_cached_key(|face| (preference::of(face), family(face), place(face)));
        let families = faces
            .chunk_by(|one, other| family(one) == family(other))
            .filter_map(|faces| {
                let regular = nearest(faces, fontdb::Weight::NORMAL)?.id;
                let bold = nearest(faces, fontdb::Weight::BOLD)?.id;
                let bold = (bold != regular).then_some(bold);
                let name = family(faces.first()?).to_owned();
                Some(Family { name, regular, bold, characters: OnceLock::new() })
            })
            .collect();
        Self { database, families }
    }

    /// The first face that can show a character on paper.
    fn find(&self, character: char, bold: bool) -> Option<ID> {
        let names = preference::of_region(character);
        let is_regional = |family: &&Family| names.iter().any(|name| family.name.contains(name));
        let regional = self.families.iter().filter(is_regional);
        regional.chain(&self.families).find_map(|family| {
            if !family.has(character, &self.database) {
                return None;
            }
            let heavy = family.bold.filter(|_| bold);
            let faces = heavy.into_iter().chain([family.regular]);
            faces.into_iter().find(|id| self.can_show(*id, character))
        })
    }

    /// Whether a face has an outline for a character: fonts of coloured emoji have pictures instead.
    fn can_show(&self, id: ID, character: char) -> bool {
        let outlined = self.database.with_face_data(id, |bytes, index| {
            let face = ttf_parser::Face::parse(bytes, index).ok()?;
            let glyph = face.glyph_index(character)?;
            (character.is_whitespace() || face.glyph_bounding_box(glyph).is_some()).then_some(())
        });
        outlined.flatten().is_some()
    }
}

impl Family {
    fn has(&self, character: char, database: &Database) -> bool {
        let table = self
            .characters
            .get_or_init(|| database.with_face_data(self.regular, characters).flatten().unwrap_or_default());
        let Some(table) = cmap::Table::parse(table) else { return false };
        let subtables = table.subtables.into_iter().filter(cmap::Subtable::is_unicode);
        subtables.into_iter().any(|subtable| subtable.glyph_index(u32::from(character)).is_some())
    }
}

/// The table of a face's characters; none if the face must not or cannot be embedded.
fn characters(bytes: &[u8], index: u32) -> Option<Vec<u8>> {
    let face = ttf_parser::Face::parse(bytes, index).ok()?;
    let tables = face.tables();
    let may_be_embedded = face.permissions() != Some(Permissions::Restricted)
        && face.is_subsetting_allowed()
        && face.is_outline_embedding_allowed();
    let has_outlines = tables.glyf.is_some() || tables.cff.is_some();
    if !(may_be_embedded && has_outlines) {
        return None;
    }
    Some(RawFace::parse(bytes, index).ok()?.table(Tag::from_bytes(b"cmap"))?.to_vec())
}

/// The English name of a face's family.
fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name)
}

/// Where a face is, so that of two with one name the same is taken every time.
fn place(face: &FaceInfo) -> (String, u32) {
    let path = match &face.source {
        fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path.display().to_string(),
        fontdb::Source::Binary(_) => String::new(),
    };
    (path, face.index)
}

/// The first of the faces whose weight is nearest to one.
fn nearest<'f>(faces: &[&'f FaceInfo], weight: fontdb::Weight) -> Option<&'f FaceInfo> {
    faces.iter().copied().min_by_key(|face| face.weight.0.abs_diff(weight.0))
}

#[cfg(test)]
mod tests;
