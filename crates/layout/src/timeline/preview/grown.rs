//! The room by which lanes would have to grow for what comes to them: it lies over what stands below, which stays where it is
//! until the gesture ends and is seen faintly in it, so that what comes is not taken for a part of the next lane.

use std::collections::BTreeMap;

use milepost_plan::Plan;

use super::Moved;
use super::lines::within;
use crate::axis::filled;
use crate::paint::Role;
use crate::scene::{Node, Rect};
use crate::timeline::Timeline;
use crate::timeline::scene::lane_node_key;

impl Timeline {
    /// That room, for what comes, with the lines on it and the lower edges of the lanes, as far as they are in a part of the
    /// surface.
    pub(super) fn grown<'m>(
        &self,
        plan: &Plan,
        comes: impl Iterator<Item = &'m Moved>,
        part: Rect,
    ) -> (Vec<Rect>, Vec<Node>) {
        let mut bottoms: BTreeMap<usize, f64> = BTreeMap::new();
        for Moved { rect, lane, .. } in comes {
            let bottom = bottoms.entry(*lane).or_insert_with(|| self.lanes[*lane].bottom());
            *bottom = bottom.max(self.lanes[*lane].bottom_around(*rect));
        }
        let reach = self.extent();
        // Whoever asks for everything does not want to paint it.
        let (left, right) = (part.x.max(reach.left), part.right().min(reach.right));
        let (mut rooms, mut nodes) = (Vec::new(), Vec::new());
        for (index, bottom) in bottoms {
            let lane = &self.lanes[index];
            let room = Rect::new(left, lane.bottom(), right - left, bottom - lane.bottom());
            if room.width <= 0.0 || room.height <= 0.0 || !room.intersects(part) {
                continue;
            }
            let key = lane_node_key(&lane.key, "grown");
            rooms.push(room);
            let mut lines = self.axis(plan, left, right).grid(room, room.bottom());
            lines.extend(self.today_line(room));
            nodes.extend(lines.into_iter().map(|node| within(node, room, &key)));
            let edge = Rect::new(left, room.bottom() - 1.0, room.width, 1.0);
            nodes.push(Node::new(format!("{key}/line"), filled(edge, Role::Line)));
        }
        (rooms, nodes)
    }
}
