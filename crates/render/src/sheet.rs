//! A part of a scene as a page: axis, lane names and body put where the screen has them.

use milepost_layout::{Extent, Node, Page, Point, Rect, RegionKind, Scene, Shape};

/// The page that shows `part` of the surface, given in the coordinates of the body, with the axis above it and the
/// lane names at its left and the strip below, if there is one. It is as large as these and the part together.
///
/// The scene has to cover the part; what it does not cover stays empty.
pub fn sheet(scene: &Scene, part: Rect) -> Page {
    let Extent { names_width: names, axis_height: axis, strip_height: strip, .. } = scene.extent;
    let nodes = scene.regions.iter().map(|region| {
        let (key, clip, offset) = match region.kind {
            RegionKind::Axis => {
                ("axis", Rect::new(names, 0.0, part.width, axis), Point { x: names - part.x, y: 0.0 })
            }
            RegionKind::LaneNames => {
                ("names", Rect::new(0.0, axis, names, part.height), Point { x: 0.0, y: axis - part.y })
            }
            RegionKind::Strip => (
                "strip",
                Rect::new(names, axis + part.height, part.width, strip),
                Point { x: names - part.x, y: axis + part.height },
            ),
            RegionKind::StripNames => (
                "strip-names",
                Rect::new(0.0, axis + part.height, names, strip),
                Point { x: 0.0, y: axis + part.height },
            ),
            RegionKind::Body => (
                "body",
                Rect::new(names, axis, part.width, part.height),
                Point { x: names - part.x, y: axis - part.y },
            ),
        };
        Node::new(key, Shape::Group { clip: Some(clip), offset, nodes: region.nodes.clone() })
    });
    Page { width: names + part.width, height: axis + part.height + strip, nodes: nodes.collect() }
}

#[cfg(test)]
mod tests {
    use milepost_layout::Region;

    use super::*;

    #[test]
    fn regions_stand_around_the_body() {
        let kinds = [RegionKind::Body, RegionKind::Axis, RegionKind::LaneNames];
        let scene = Scene {
            regions: kinds.map(|kind| Region { kind, nodes: Vec::new() }).to_vec(),
            covers: Rect::default(),
            extent: Extent {
                left: 0.0,
                right: 9e3,
                height: 900.0,
                axis_height: 40.0,
                names_width: 150.0,
                strip_height: 0.0,
            },
        };
        let page = sheet(&scene, Rect::new(1000.0, 20.0, 600.0, 300.0));
        assert_eq!((page.width, page.height), (750.0, 340.0));
        let groups: Vec<_> = page
            .nodes
            .iter()
            .map(|node| match &node.shape {
                Shape::Group { clip: Some(clip), offset, .. } => {
                    (node.key.as_str(), *clip, (offset.x, offset.y))
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(
            groups,
            [
                ("body", Rect::new(150.0, 40.0, 600.0, 300.0), (-850.0, 20.0)),
                ("axis", Rect::new(150.0, 0.0, 600.0, 40.0), (-850.0, 0.0)),
                ("names", Rect::new(0.0, 40.0, 150.0, 300.0), (0.0, 20.0)),
            ]
        );
    }
}
