import { type Action, editable } from "./action";

export const deleteItems: Action = {
  id: "delete",
  label: "Delete",
  keys: ["Delete", "Backspace"],
  available: (milepost) =>
    editable(milepost) && (milepost.selection.items.size > 0 || milepost.selection.milestone !== null),
  async run(milepost) {
    const { selection } = milepost;
    const ids = [...selection.items];
    const what = ids.length === 1 ? `“${selection.detail?.item.title ?? "item"}”` : `${ids.length} items`;
    const { milestone } = selection;
    const done =
      milestone === null
        ? await milepost.commit({ operation: "delete_items", ids })
        : await milepost.commit({ operation: "delete_milestone", id: milestone });
    if (!done) return;
    selection.clear();
    milepost.tellUndoable(milestone === null ? `Deleted ${what}.` : "Deleted the milestone.");
  },
};
