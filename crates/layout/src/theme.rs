//! Themes: the value of every role on a light screen, a dark screen and paper.

use std::fmt::{self, Write};

use crate::paint::{Role, Tone};

/// The style sheet of the screen's themes: a custom property for every role, by the name that the role displays.
///
/// Screen and paper cannot disagree as long as the user interface takes its colours from here.
pub fn css() -> String {
    let mut sheet = String::new();
    for (selector, theme) in [(":root", Theme::light()), (":root[data-theme=\"dark\"]", Theme::dark())] {
        let _ = writeln!(sheet, "{selector} {{");
        for role in Role::all() {
            let _ = writeln!(sheet, "  --{role}: {};", theme.colour(role));
        }
        sheet.push_str("}\n");
    }
    sheet
}

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(
    /// Red, 0 to 255.
    pub u8,
    /// Green, 0 to 255.
    pub u8,
    /// Blue, 0 to 255.
    pub u8,
);

impl Rgb {
    const fn hex(value: u32) -> Self {
        let [_, red, green, blue] = value.to_be_bytes();
        Self(red, green, blue)
    }

    /// `share` of this colour laid on `ground`, 0 to 1.
    fn on(self, ground: Self, share: f64) -> Self {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a mix of bytes is a byte"
        )]
        let mix =
            |over: u8, under: u8| (f64::from(over) * share + f64::from(under) * (1.0 - share)).round() as u8;
        Self(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }

    /// Contrast ratio of WCAG 2.2 between two colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance of WCAG 2.2.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The value of every role.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    ground: Rgb,
    surface: Rgb,
    sunken: Rgb,
    line: Rgb,
    line_strong: Rgb,
    control_edge: Rgb,
    ink: [Rgb; 3],
    accent: Rgb,
    accent_soft: Rgb,
    on_accent: Rgb,
    danger: Rgb,
    warn: Rgb,
    ok: Rgb,
    /// Neutral, then the lane hues 1 to 8.
    hues: [Rgb; 9],
    shares: Shares,
}

/// How much of a colour its softer tones have on the surface, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shares {
    fill: f64,
    calm: f64,
    edge: f64,
    soft: f64,
}

impl Theme {
    /// A light screen.
    pub fn light() -> Self {
        Self {
            ground: Rgb::hex(0xf6f7f9),
            surface: Rgb::hex(0xffffff),
            sunken: Rgb::hex(0xeef0f4),
            line: Rgb::hex(0xe2e5eb),
            line_strong: Rgb::hex(0xcfd4dd),
            control_edge: Rgb::hex(0x7d8799),
            ink: [0x1b2130, 0x566074, 0x677081].map(Rgb::hex),
            accent: Rgb::hex(0x2f5bea),
            accent_soft: Rgb::hex(0xe6ecfe),
            on_accent: Rgb::hex(0xffffff),
            danger: Rgb::hex(0xc22f37),
            warn: Rgb::hex(0x9a5c00),
            ok: Rgb::hex(0x1a7f4e),
            hues: [0x6b7486, 0x3b6fe0, 0x0f8f88, 0xb45cc4, 0xc9661a, 0x5b8c2a, 0xc8475f, 0x6a5acd, 0x7a6a55]
                .map(Rgb::hex),
            shares: Shares { fill: 0.17, calm: 0.08, edge: 0.46, soft: 0.10 },
        }
    }

    /// A dark screen.
    pub fn dark() -> Self {
        Self {
            ground: Rgb::hex(0x12151c),
            surface: Rgb::hex(0x191d26),
            sunken: Rgb::hex(0x141820),
            line: Rgb::hex(0x272d39),
            line_strong: Rgb::hex(0x38404f),
            control_edge: Rgb::hex(0x717b90),
            ink: [0xe8ebf2, 0xa3acbd, 0x8892a4].map(Rgb::hex),
            accent: Rgb::hex(0x6d90ff),
            accent_soft: Rgb::hex(0x202c4d),
            on_accent: Rgb::hex(0x0d1220),
            danger: Rgb::hex(0xff6f76),
            warn: Rgb::hex(0xf0b04c),
            ok: Rgb::hex(0x4cc98a),
            hues: [0x8892a4, 0x6d95f5, 0x3fb8b0, 0xcf86dc, 0xe8935a, 0x8cbb58, 0xe87a8f, 0x9488ea, 0xb09c82]
                .map(Rgb::hex),
            shares: Shares { fill: 0.22, calm: 0.11, edge: 0.50, soft: 0.18 },
        }
    }

    /// White paper: the light screen without its tinted ground.
    pub fn paper() -> Self {
        Self { ground: Rgb::hex(0xffffff), ..Self::light() }
    }

    /// The colour that a role has.
    pub fn colour(&self, role: Role) -> Rgb {
        match role {
            Role::Ground => self.ground,
            Role::Surface => self.surface,
            Role::Sunken => self.sunken,
            Role::Line => self.line,
            Role::LineStrong => self.line_strong,
            Role::ControlEdge => self.control_edge,
            Role::Ink => self.ink[0],
            Role::Ink2 => self.ink[1],
            Role::Ink3 => self.ink[2],
            Role::Accent => self.accent,
            Role::AccentSoft => self.accent_soft,
            Role::OnAccent => self.on_accent,
            Role::Danger => self.danger,
            Role::DangerSoft => self.danger.on(self.surface, self.shares.soft),
            Role::Warn => self.warn,
            Role::WarnSoft => self.warn.on(self.surface, self.shares.soft),
            Role::Ok => self.ok,
            Role::Hue(hue, tone) => {
                let strong = self.hues[usize::from(hue) % self.hues.len()];
                match tone {
                    Tone::Fill => strong.on(self.surface, self.shares.fill),
                    Tone::Calm => strong.on(self.surface, self.shares.calm),
                    Tone::Edge | Tone::Whole => strong.on(self.surface, self.shares.edge),
                    Tone::Strong => strong,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_on_every_ground_it_stands_on() {
        for theme in [Theme::light(), Theme::dark(), Theme::paper()] {
            let contrast = |text: Role, ground: Role| theme.colour(text).contrast(theme.colour(ground));
            for ground in [Role::Ground, Role::Surface] {
                for text in [Role::Ink, Role::Ink2, Role::Ink3] {
                    assert!(
                        contrast(text, ground) >= 4.5,
                        "{text} on {ground}: {:.2}",
                        contrast(text, ground)
                    );
                }
            }
            for hue in 0..=milepost_plan::HUES {
                assert!(contrast(Role::Ink, Role::Hue(hue, Tone::Fill)) >= 4.5);
                assert!(contrast(Role::Ink2, Role::Hue(hue, Tone::Calm)) >= 4.5);
                // Amounts stand in the columns of what is planned.
                assert!(contrast(Role::Ink, Role::Hue(hue, Tone::Whole)) >= 4.5, "{hue}");
            }
            let pairs = [
                (Role::OnAccent, Role::Accent),
                (Role::OnAccent, Role::Danger),
                (Role::Ink, Role::Sunken),
                (Role::Ink2, Role::Sunken),
                (Role::Ink, Role::AccentSoft),
                // What is done or dropped, in a row that is selected.
                (Role::Ink2, Role::AccentSoft),
                (Role::Accent, Role::AccentSoft),
                (Role::Danger, Role::DangerSoft),
                (Role::Warn, Role::WarnSoft),
                (Role::Ok, Role::Surface),
            ];
            for (text, ground) in pairs {
                assert!(contrast(text, ground) >= 4.5, "{text} on {ground}: {:.2}", contrast(text, ground));
            }
        }
    }

    #[test]
    fn the_edge_of_a_control_is_seen_on_every_ground_it_stands_on() {
        for theme in [Theme::light(), Theme::dark()] {
            for ground in [Role::Surface, Role::Ground, Role::Sunken, Role::AccentSoft] {
                let contrast = theme.colour(Role::ControlEdge).contrast(theme.colour(ground));
                assert!(contrast >= 3.0, "on {ground}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_style_sheet_has_every_role_once_in_each_theme() {
        let sheet = css();
        for role in Role::all() {
            assert_eq!(sheet.matches(&format!("  --{role}: #")).count(), 2, "{role}");
        }
        assert_eq!(sheet.lines().count(), 2 * (Role::all().count() + 2));
        assert!(sheet.starts_with(":root {\n  --ground: #f6f7f9;\n"));
        assert!(sheet.contains(":root[data-theme=\"dark\"] {\n  --ground: #12151c;\n"));
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Rgb::hex(0x000000), Rgb::hex(0xffffff));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((Rgb::hex(0x777777).contrast(white) - 4.478).abs() < 0.001);
    }
}
