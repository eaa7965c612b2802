import { type Action, withItems } from "./action";
import { deleteDependency } from "./dependencies";
import { withMilestone } from "./move-milestone";

export const deleteItems: Action = {
  id: "delete",
  label: "Delete",
  keys: ["Delete", "Backspace"],
  ofSelected: true,
  once: true,
  available: (milepost) =>
    deleteDependency.available(milepost) || withItems(milepost) || withMilestone(milepost),
  async run(milepost) {
    const { selection } = milepost;
    // Its line is what stands out, and not the bar that waits.
    if (deleteDependency.available(milepost)) return await deleteDependency.run(milepost);
    const { milestone } = selection;
    const ids = [...(await selection.chosen())];
    if (milestone === null && ids.length === 0) return;
    // The name of what was selected a moment ago is on its way.
    if (ids.length === 1) await selection.ready;
    const named = selection.detail?.item.id === ids[0] ? selection.detail?.item.title : undefined;
    const what = ids.length === 1 ? `“${named ?? "item"}”` : `${ids.length.toLocaleString()} items`;
    const done =
      milestone === null
        ? await milepost.commit({ operation: "delete_items", ids })
        : await milepost.commit({ operation: "delete_milestone", id: milestone });
    // The selection has let go of it by now, and holds what was selected since.
    if (!done) return;
    const held = heldWords(done.removed.length - ids.length, ids.length);
    milepost.tellUndoable(milestone === null ? `Deleted ${what}${held}.` : "Deleted the milestone.");
  },
};

/** What has gone along with so many items, since it was in them. */
function heldWords(held: number, items: number): string {
  if (held <= 0) return "";
  const count = `${held.toLocaleString()} ${held === 1 ? "item" : "items"}`;
  return ` and ${count} in ${items === 1 ? "it" : "them"}`;
}
