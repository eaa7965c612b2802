//! Themes: the strands of a product's direction, the default lanes of the roadmap.

use serde::{Deserialize, Serialize};

use crate::id::ThemeId;
use crate::rank::{Place, Rank};

/// How many lane hues the look defines; a theme's hue is 1 to this.
pub const HUES: u8 = 8;

/// A strand of the product's direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Theme {
    /// Identity, for life.
    pub id: ThemeId,
    /// Name; never empty.
    pub name: String,
    /// Lane hue, 1 to [`HUES`].
    pub hue: u8,
    /// Order of the lanes.
    pub rank: Rank,
}

impl Theme {
    /// Its place in the order of the lanes.
    pub(crate) fn place(&self) -> Place<ThemeId> {
        (self.rank, self.id)
    }
}
