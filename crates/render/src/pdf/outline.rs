//! The outline of the document: lanes, and folded away under each its features.

use lopdf::{Dictionary, Document, Object, ObjectId, text_string};
use milepost_layout::{OutlineEntry, Pages};

/// Adds the outline and answers its root; none if there is nothing in it.
pub(super) fn add(document: &mut Document, pages: &Pages) -> Option<ObjectId> {
    if pages.outline.is_empty() {
        return None;
    }
    let sheets: Vec<ObjectId> = document.page_iter().collect();
    let places = pages.outline.len() + 1;
    let ids: Vec<ObjectId> = (0..places).map(|_| document.new_object_id()).collect();
    let mut items = vec![Dictionary::new(); places];
    for (place, family) in families(&pages.outline).iter().enumerate() {
        link(place, family, &ids, &mut items);
    }
    for (item, entry) in items[1..].iter_mut().zip(&pages.outline) {
        item.set("Title", text_string(&entry.title));
        if let (Some(sheet), Some(page)) = (sheets.get(entry.page), pages.pages.get(entry.page)) {
            item.set("Dest", destination(*sheet, page.height - entry.y));
        }
    }
    let root = ids[0];
    for (id, item) in ids.into_iter().zip(items) {
        document.set_object(id, item);
    }
    Some(root)
}

/// Who stands under whom: the root has place 0, the entries follow from place 1. An entry stands under the nearest one
/// before it that is less deep.
fn families(outline: &[OutlineEntry]) -> Vec<Vec<usize>> {
    let mut families = vec![Vec::new(); outline.len() + 1];
    let mut above: Vec<(u8, usize)> = Vec::new();
    for (place, entry) in (1..).zip(outline) {
        while above.last().is_some_and(|(level, _)| *level >= entry.level) {
            above.pop();
        }
        let parent = above.last().map_or(0, |(_, place)| *place);
        families[parent].push(place);
        above.push((entry.level, place));
    }
    families
}

/// Ties a parent to its children and these to one another.
fn link(parent: usize, family: &[usize], ids: &[ObjectId], items: &mut [Dictionary]) {
    let (Some(&first), Some(&last)) = (family.first(), family.last()) else { return };
    items[parent].set("First", ids[first]);
    items[parent].set("Last", ids[last]);
    // Below the root a negative count keeps the children folded away.
    let count = i64::try_from(family.len()).unwrap_or(i64::MAX);
    items[parent].set("Count", if parent == 0 { count } else { -count });
    for &child in family {
        items[child].set("Parent", ids[parent]);
    }
    for pair in family.windows(2) {
        items[pair[0]].set("Next", ids[pair[1]]);
        items[pair[1]].set("Prev", ids[pair[0]]);
    }
}

/// A height on a page, in points from its bottom; sideways place and zoom stay as they are.
#[allow(clippy::cast_possible_truncation, reason = "a page is small enough for single precision")]
fn destination(sheet: ObjectId, height: f64) -> Object {
    let height = (height * 100.0).round() / 100.0;
    vec![sheet.into(), "XYZ".into(), Object::Null, Object::Real(height as f32), Object::Null].into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_under_the_nearest_one_less_deep() {
        let at = |level| OutlineEntry { title: String::new(), level, page: 0, y: 0.0 };
        let outline = [0, 1, 1, 0, 2, 1].map(at);
        assert_eq!(families(&outline), [vec![1, 4], vec![2, 3], vec![], vec![], vec![5, 6], vec![], vec![]]);
    }

    #[test]
    fn features_without_a_lane_stand_at_the_top() {
        let at = |level| OutlineEntry { title: String::new(), level, page: 0, y: 0.0 };
        assert_eq!(families(&[1, 1, 0].map(at))[0], [1, 2, 3]);
    }
}
