//! The moving layer on a budget roadmap: bars of what a change concerns, in each lane where they stand, and the money and
//! the heads of the lanes whose money it moves, drawn anew whole.

use std::collections::{BTreeSet, HashMap, HashSet};

use milepost_plan::{BudgetLineId, Change, ItemId, Ledger, Plan};

use super::{Preview, free_row, moved_items};
use crate::axis::filled;
use crate::bar::{self, Site};
use crate::fonts::Fonts;
use crate::lane::Lane;
use crate::line;
use crate::packing::Room;
use crate::paint::Role;
use crate::rows::Held;
use crate::scene::{Node, PathStep, Point, Rect, Shape};
use crate::timeline::lines::{money_key, touched_on_lines};
use crate::timeline::{Place, Timeline};

impl Timeline {
    /// What [`Timeline::preview`] is where budget lines stand on the axis; `ledger` has the changes, too.
    pub(super) fn preview_of_lines(
        &self,
        plan: &Plan,
        ledger: &Ledger,
        changes: &[Change],
        part: Rect,
        fonts: &Fonts,
    ) -> Preview {
        let changed: HashSet<ItemId> = moved_items(plan, changes).map(|(item, _)| item.id).collect();
        let touched = touched_on_lines(plan, changes);
        let (mut nodes, heads) =
            self.moved_money(plan, ledger, &lines_of(plan, changes, &touched), part, fonts);
        let troubled = self.waiting_for(plan, &changed, part, &mut nodes, fonts);
        let mut lifted = Vec::new();
        let mut rects: HashMap<ItemId, Vec<Rect>> = HashMap::new();
        for held in touched {
            let places = self.moved_copies(plan, held, fonts);
            let before = self.copies_of(held);
            let all: Vec<Rect> = before.iter().chain(&places).map(|place| self.rect_at(place)).collect();
            if !all.into_iter().any(|rect| self.touches(part, rect)) {
                continue;
            }
            lifted.extend(before.iter().filter_map(|place| key_of(held, &self.lanes[place.lane])));
            for place in &places {
                nodes.extend(self.moved_bar(plan, held, place, fonts));
                if let Held::Item(id) = held {
                    rects.entry(id).or_default().push(self.rect_at(place));
                }
            }
        }
        let (items, elsewhere) = self.preview_items(plan, changes, &mut rects);
        Preview { nodes, items, elsewhere, lifted, grown: Vec::new(), heads, troubled }
    }

    /// The money and the heads of some lines as far as they are in sight, over what is drawn there now.
    fn moved_money(
        &self,
        plan: &Plan,
        ledger: &Ledger,
        lines: &BTreeSet<BudgetLineId>,
        part: Rect,
        fonts: &Fonts,
    ) -> (Vec<Node>, Vec<Node>) {
        let (mut nodes, mut heads) = (Vec::new(), Vec::new());
        // Heads are seen wherever the body is scrolled sideways, and nothing else of them is asked for.
        for lane in self.lanes_between(part.y, part.bottom()) {
            let Some(line) = self.line_of(plan, lane).filter(|line| lines.contains(&line.id)) else {
                continue;
            };
            heads.extend(self.name_nodes_of(plan, Some(ledger), lane, fonts));
            // Whoever asks for everything does not want to paint it.
            let reach = self.extent_with(Some(ledger));
            let left = part.x.max(reach.left);
            let covers = Rect::new(left, lane.top, part.right().min(reach.right) - left, line::MONEY);
            if covers.width <= 0.0 {
                continue;
            }
            let key = money_key(line.id);
            nodes.push(Node::new(format!("{key}/ground"), filled(covers, Role::Surface)));
            let axis = self.axis(plan, covers.x, covers.right());
            let lines = self.lines(plan, &axis, covers).into_iter();
            nodes.extend(lines.map(|node| within(node, covers, &key)));
            nodes.extend(self.money_in(plan, ledger, (lane, line), covers, fonts));
            nodes.extend(self.today_line(covers).map(|node| within(node, covers, &key)));
        }
        (nodes, heads)
    }

    /// Where something would stand, with the packing of now.
    fn moved_copies(&self, plan: &Plan, held: Held, fonts: &Fonts) -> Vec<Place> {
        let slots = self.slots_on_lines(plan, held, fonts).into_iter();
        let places = slots.map(|(lane, slot)| {
            let before = self.copies_of(held).iter().find(|place| place.lane == lane);
            let row = before.map_or_else(|| free_row(&self.lanes[lane].rows, &slot), |place| place.row);
            Place { lane, row, slot }
        });
        places.collect()
    }

    fn moved_bar(&self, plan: &Plan, held: Held, place: &Place, fonts: &Fonts) -> Vec<Node> {
        let (lane, rect) = (&self.lanes[place.lane], self.rect_at(place));
        let site = Site::alone(rect, &self.surface);
        match held {
            Held::Item(id) => {
                let Some(item) = plan.items().get(id) else { return Vec::new() };
                let conflict = self.conflict_of(plan, id);
                self.bar_nodes(plan, item, lane, &site, conflict.as_ref(), fonts)
            }
            Held::Cost(id) => {
                let Some(cost) = plan.costs().get(id) else { return Vec::new() };
                self.cost_nodes(plan, cost, (rect, site.room, Room::ENDLESS), fonts)
            }
            Held::Milestone(_) | Held::Need(_) => Vec::new(),
        }
    }
}

/// The key of what something is drawn with in a lane.
fn key_of(held: Held, lane: &Lane) -> Option<String> {
    match held {
        Held::Item(id) => Some(bar::key_on_line(id, lane.key.line()?)),
        Held::Cost(id) => Some(format!("cost:{id}")),
        Held::Milestone(_) | Held::Need(_) => None,
    }
}

/// The lines whose money changes move.
fn lines_of(plan: &Plan, changes: &[Change], touched: &BTreeSet<Held>) -> BTreeSet<BudgetLineId> {
    let mut lines = BTreeSet::new();
    for held in touched {
        match held {
            Held::Item(id) => lines.extend(plan.costs_of_item(*id).map(|cost| cost.line)),
            Held::Cost(id) => lines.extend(plan.costs().get(*id).map(|cost| cost.line)),
            Held::Milestone(_) | Held::Need(_) => {}
        }
    }
    for change in changes {
        match change {
            Change::Cost(diff) => {
                lines.extend([&diff.before, &diff.after].into_iter().flatten().map(|row| row.line));
            }
            Change::Actual(diff) => {
                lines.extend([&diff.before, &diff.after].into_iter().flatten().map(|row| row.line));
            }
            Change::BudgetLine(diff) => lines.extend(diff.id()),
            _ => {}
        }
    }
    lines
}

/// A line down through everything, cut to an area; its key says whose it is there.
pub(super) fn within(node: Node, covers: Rect, key: &str) -> Node {
    let key = format!("{key}/{}", node.key);
    let shape = match node.shape {
        Shape::Rect { rect, radius, fill, stroke } => {
            let rect = Rect { y: covers.y, height: covers.height, ..rect };
            Shape::Rect { rect, radius, fill, stroke }
        }
        Shape::Path { steps, fill, stroke } => {
            let cut = |point: Point| Point { y: point.y.clamp(covers.y, covers.bottom()), ..point };
            let steps = steps.into_iter().map(|step| match step {
                PathStep::Move(to) => PathStep::Move(cut(to)),
                PathStep::Line(to) => PathStep::Line(cut(to)),
                other => other,
            });
            Shape::Path { steps: steps.collect(), fill, stroke }
        }
        other => other,
    };
    Node { key, shape, ..node }
}
