//! Paint by role: which colour a shape has is decided by the theme, as late as possible.

use std::fmt;

use serde::{Serialize, Serializer};

/// What a colour is for. Themes give it a value; style sheets know it by the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[allow(missing_docs, reason = "the names are those of the look's tokens")]
pub enum Role {
    Ground,
    Surface,
    Sunken,
    Line,
    LineStrong,
    /// The edge by which a control is known.
    ControlEdge,
    Ink,
    Ink2,
    Ink3,
    Accent,
    AccentSoft,
    OnAccent,
    /// Text on the edge's tone of any hue, which is no ground for text where the system forces its colours.
    OnEdge,
    Danger,
    DangerSoft,
    Warn,
    WarnSoft,
    Ok,
    /// A tone of one of the lane hues 1 to 8; hue 0 is neutral, for what has no theme.
    Hue(u8, Tone),
}

/// How strongly a lane hue is laid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "explained where a theme mixes them")]
pub enum Tone {
    Fill,
    Calm,
    Edge,
    Strong,
}

impl Role {
    /// Every role there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let plain = [
            Self::Ground,
            Self::Surface,
            Self::Sunken,
            Self::Line,
            Self::LineStrong,
            Self::ControlEdge,
            Self::Ink,
            Self::Ink2,
            Self::Ink3,
            Self::Accent,
            Self::AccentSoft,
            Self::OnAccent,
            Self::OnEdge,
            Self::Danger,
            Self::DangerSoft,
            Self::Warn,
            Self::WarnSoft,
            Self::Ok,
        ];
        let tones = [Tone::Fill, Tone::Calm, Tone::Edge, Tone::Strong];
        let hues = (0..=milepost_plan::HUES).flat_map(move |hue| tones.map(|tone| Self::Hue(hue, tone)));
        plain.into_iter().chain(hues)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Ground => "ground",
            Self::Surface => "surface",
            Self::Sunken => "sunken",
            Self::Line => "line",
            Self::LineStrong => "line-strong",
            Self::ControlEdge => "control-edge",
            Self::Ink => "ink",
            Self::Ink2 => "ink-2",
            Self::Ink3 => "ink-3",
            Self::Accent => "accent",
            Self::AccentSoft => "accent-soft",
            Self::OnAccent => "on-accent",
            Self::OnEdge => "on-edge",
            Self::Danger => "danger",
            Self::DangerSoft => "danger-soft",
            Self::Warn => "warn",
            Self::WarnSoft => "warn-soft",
            Self::Ok => "ok",
            Self::Hue(hue, tone) => {
                let tone = match tone {
                    Tone::Fill => "fill",
                    Tone::Calm => "calm",
                    Tone::Edge => "edge",
                    Tone::Strong => "strong",
                };
                return write!(f, "hue-{hue}-{tone}");
            }
        };
        f.write_str(name)
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A line along an edge or a path.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stroke {
    /// Colour.
    pub colour: Role,
    /// Thickness in points.
    pub width: f64,
    /// Lengths of dash and gap in points; none for an unbroken line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub dash: Option<[f64; 2]>,
}

impl Stroke {
    /// An unbroken line.
    pub const fn solid(colour: Role, width: f64) -> Self {
        Self { colour, width, dash: None }
    }

    /// A dashed line.
    pub const fn dashed(colour: Role, width: f64, dash: [f64; 2]) -> Self {
        Self { colour, width, dash: Some(dash) }
    }
}
