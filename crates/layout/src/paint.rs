//! Paint by role: which colour a shape has is decided by the theme, as late as possible.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::scene::{Rect, Shape};

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
    /// The ground of [`whole`]: as the edge, and as what is around it where the system forces its colours.
    Whole,
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
            Self::Danger,
            Self::DangerSoft,
            Self::Warn,
            Self::WarnSoft,
            Self::Ok,
        ];
        let tones = [Tone::Fill, Tone::Calm, Tone::Edge, Tone::Whole, Tone::Strong];
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
                    Tone::Whole => "whole",
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

/// What is planned, or all there is to do, for what is spent or done of it to stand in front of.
///
/// It is told from that without its colour: where the system forces colours, its edge alone is left, and that is filled.
pub(crate) fn whole(rect: Rect, radius: f64, hue: u8) -> Shape {
    const EDGE: f64 = 1.0;
    let edge = Role::Hue(hue, Tone::Edge);
    if rect.width.min(rect.height) < 2.0 * EDGE {
        // Too small for an edge around anything.
        return Shape::Rect { rect, radius, fill: Some(edge), stroke: None };
    }
    let inner = Rect::new(rect.x + EDGE / 2.0, rect.y + EDGE / 2.0, rect.width - EDGE, rect.height - EDGE);
    let fill = Some(Role::Hue(hue, Tone::Whole));
    let radius = (radius - EDGE / 2.0).max(0.0);
    Shape::Rect { rect: inner, radius, fill, stroke: Some(Stroke::solid(edge, EDGE)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_planned_is_told_by_its_edge_and_takes_no_more_room_for_it() {
        let rect = Rect::new(10.0, 20.0, 30.0, 4.0);
        let Shape::Rect { rect: inner, fill, stroke: Some(stroke), .. } = whole(rect, 2.5, 3) else {
            panic!("an edge")
        };
        assert_eq!(inner, Rect::new(10.5, 20.5, 29.0, 3.0));
        assert_eq!((fill, stroke.colour), (Some(Role::Hue(3, Tone::Whole)), Role::Hue(3, Tone::Edge)));
        let line = Rect::new(10.0, 20.0, 30.0, 1.0);
        let fill = Some(Role::Hue(3, Tone::Edge));
        assert_eq!(whole(line, 0.5, 3), Shape::Rect { rect: line, radius: 0.5, fill, stroke: None });
    }
}
