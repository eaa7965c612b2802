//! One face of a font: its file, which characters it has, and its shaper.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{
    Feature, FontRef, GlyphBuffer, ShapeOptions, ShapePlan, ShapePlanKey, Shaper, ShaperData, UnicodeBuffer,
};
use ttf_parser::{GlyphId, OutlineBuilder, name_id};

/// One face of a font, read from a file of the formats TrueType or OpenType.
pub struct Face {
    bytes: Cow<'static, [u8]>,
    index: u32,
    family: String,
    name: String,
    units_per_em: u16,
    /// What shaping looks up again and again, made when the face is first shaped with.
    shaper: OnceLock<ShaperData>,
    /// How each script is shaped in either direction, which takes longer to find out than to do.
    plans: Mutex<Vec<Arc<ShapePlan>>>,
}

/// A file that holds no face that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnreadableFont;

impl Face {
    /// Reads a face; `index` says which one of a collection, and is zero for files of one.
    ///
    /// # Errors
    /// [`UnreadableFont`] if the bytes are no font or the collection has no face of that index.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>, index: u32) -> Result<Self, UnreadableFont> {
        let bytes = bytes.into();
        let parsed = ttf_parser::Face::parse(&bytes, index).map_err(|_| UnreadableFont)?;
        FontRef::from_index(&bytes, index).map_err(|_| UnreadableFont)?;
        let named = |id| {
            let names = parsed.names().into_iter();
            names.filter(|name| name.name_id == id).find_map(|name| name.to_string()).unwrap_or_default()
        };
        let (family, name) = (named(name_id::FAMILY), named(name_id::POST_SCRIPT_NAME));
        let units_per_em = parsed.units_per_em();
        Ok(Self {
            bytes,
            index,
            family,
            name,
            units_per_em,
            shaper: OnceLock::new(),
            plans: Mutex::default(),
        })
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Which face of the file.
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Name of the family, such as “Noto Sans Arabic”.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// PostScript name, such as “NotoSansArabic-Regular”; empty if the file does not tell.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Font units in the size of the type.
    pub fn units_per_em(&self) -> u16 {
        self.units_per_em
    }

    /// Whether the face has a glyph for the character.
    pub fn covers(&self, character: char) -> bool {
        self.glyph(character).is_some()
    }

    /// The glyph of a character by itself.
    pub fn glyph(&self, character: char) -> Option<u16> {
        Some(self.parsed()?.glyph_index(character)?.0)
    }

    /// Hands the outline of a glyph to a builder, in font units from the baseline upwards.
    pub fn outline(&self, glyph: u16, builder: &mut dyn OutlineBuilder) {
        if let Some(parsed) = self.parsed() {
            parsed.outline_glyph(GlyphId(glyph), builder);
        }
    }

    /// Shapes a text whose direction and script are set; nothing only if the file were no font.
    pub(super) fn shape(&self, text: UnicodeBuffer, features: &[Feature]) -> Option<GlyphBuffer> {
        let font = FontRef::from_index(&self.bytes, self.index).ok()?;
        let shaper = self.shaper.get_or_init(|| ShaperData::new(&font)).shaper(&font).build();
        let plan = self.plan(&shaper, &text, features);
        Some(shaper.shape(text, ShapeOptions::new().plan(Some(&plan)).features(features)))
    }

    fn plan(&self, shaper: &Shaper<'_>, text: &UnicodeBuffer, features: &[Feature]) -> Arc<ShapePlan> {
        let (direction, script) = (text.direction(), text.script());
        // A panic while planning leaves the list as it was.
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let key = ShapePlanKey::new(Some(script), direction).features(features);
        if let Some(plan) = plans.iter().find(|plan| key.matches(plan)) {
            return Arc::clone(plan);
        }
        let plan = Arc::new(ShapePlan::new(shaper, direction, Some(script), None, features));
        plans.push(Arc::clone(&plan));
        plan
    }

    pub(super) fn parsed(&self) -> Option<ttf_parser::Face<'_>> {
        ttf_parser::Face::parse(&self.bytes, self.index).ok()
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("name", &self.name).field("index", &self.index).finish_non_exhaustive()
    }
}
