//! Scenes as readable text: one node a line, places counted from the viewport's left edge.

use std::fmt::Write;

use milepost_layout::{Node, PathStep, RegionKind, Scene, Shape, Stroke, Target};

/// All regions of a scene; the axis and its grid only if asked for.
pub fn scene(scene: &Scene, with_axis: bool) -> String {
    let mut text = String::new();
    let extent = scene.extent;
    let left = scene.covers.x;
    let _ = writeln!(
        text,
        "extent {} to {}, height {}",
        number(extent.left - left),
        number(extent.right - left),
        number(extent.height)
    );
    for region in scene.regions.iter().filter(|region| with_axis || region.kind != RegionKind::Axis) {
        let name = format!("{:?}", region.kind).to_lowercase();
        let left = if name.ends_with("names") { 0.0 } else { left };
        let _ = writeln!(text, "{name}");
        for node in region
            .nodes
            .iter()
            .filter(|node| with_axis || !["grid/", "day-off/"].iter().any(|axis| node.key.starts_with(axis)))
        {
            text.push_str(&line(node, left));
        }
    }
    text
}

fn line(node: &Node, left: f64) -> String {
    let mut line = format!("  {}: {}", short(&node.key), shape(&node.shape, left));
    if let Some(target) = &node.target {
        let target = match target {
            Target::Item { .. } => "item",
            Target::Need { .. } => "need",
            Target::Milestone { .. } => "milestone",
            Target::Dependency { .. } => "dependency",
            Target::Lane { .. } => "lane",
            Target::Cost { .. } => "cost",
            Target::BudgetLine { .. } => "budget line",
            Target::Period { .. } => "period",
        };
        let _ = write!(line, " -> {target}");
    }
    if let Some(name) = &node.name {
        let _ = write!(line, " = {name}");
    }
    line.push('\n');
    line
}

fn shape(shape: &Shape, left: f64) -> String {
    match shape {
        Shape::Rect { rect, radius, fill, stroke } => {
            let mut text = format!(
                "rect {},{} {}×{}",
                number(rect.x - left),
                number(rect.y),
                number(rect.width),
                number(rect.height)
            );
            if *radius > 0.0 {
                let _ = write!(text, " round {}", number(*radius));
            }
            text + &paint(*fill, *stroke)
        }
        Shape::Path { steps, fill, stroke } => {
            let point = |at: &milepost_layout::Point| format!("{},{}", number(at.x - left), number(at.y));
            let steps = steps.iter().map(|step| match step {
                PathStep::Move(to) => format!("M{}", point(to)),
                PathStep::Line(to) => format!("L{}", point(to)),
                PathStep::Curve(first, second, to) => {
                    format!("C{} {} {}", point(first), point(second), point(to))
                }
                PathStep::Close => "Z".to_owned(),
            });
            format!("path {}{}", steps.collect::<Vec<_>>().join(" "), paint(*fill, *stroke))
        }
        Shape::Text(run) => {
            let mut text = format!(
                "text {},{} {}/{} {} wide {} “{}”",
                number(run.at.x - left),
                number(run.at.y),
                number(run.size),
                run.weight.css(),
                run.colour,
                number(run.width),
                run.text
            );
            if let Some(x) = run.slides_to {
                let _ = write!(text, " slides to {}", number(x - left));
            }
            if let Some(hang) = run.hangs {
                let _ = write!(text, " hangs from {} by {}", number(hang.from), number(hang.most));
            }
            text
        }
        Shape::Group { clip, offset, nodes } => {
            format!("group {clip:?} by {},{} of {}", number(offset.x), number(offset.y), nodes.len())
        }
    }
}

fn paint(fill: Option<milepost_layout::Role>, stroke: Option<Stroke>) -> String {
    let mut text = String::new();
    if let Some(fill) = fill {
        let _ = write!(text, " fill {fill}");
    }
    if let Some(stroke) = stroke {
        let _ = write!(text, " line {} {}", stroke.colour, number(stroke.width));
        if let Some([dash, gap]) = stroke.dash {
            let _ = write!(text, " dashed {}/{}", number(dash), number(gap));
        }
    }
    text
}

/// A key with the test kit's ids as `#1`, `#2`, which is all that tells them apart.
fn short(key: &str) -> String {
    const PREFIX: &str = "01900000-0000-7000-8000-";
    let mut parts = key.split(PREFIX);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_at(12);
        let _ = write!(text, "#{:x}{rest}", u64::from_str_radix(id, 16).unwrap());
    }
    text
}

/// Tenths of a point, without a tail of zeros.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    if tenths == 0.0 { "0".to_owned() } else { tenths.to_string() }
}
