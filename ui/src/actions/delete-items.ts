import { type Action, editable } from "./action";

export const deleteItems: Action = {
  id: "delete",
  label: "Delete",
  keys: ["Delete", "Backspace"],
  available: (milepost) =>
    editable(milepost) && (milepost.selection.items.size > 0 || milepost.selection.milestone !== null),
  async run(milepost) {
    const { selection, notices } = milepost;
    const ids = [...selection.items];
    const what = ids.length === 1 ? `“${selection.detail?.item.title ?? "item"}”` : `${ids.length} items`;
    const { milestone } = selection;
    const done =
      milestone === null
        ? await milepost.commit({ operation: "delete_items", ids })
        : await milepost.commit({ operation: "delete_milestone", id: milestone });
    if (!done) return;
    selection.clear();
    const undo = {
      label: "Undo",
      run: () => void milepost.attempt(async () => void (await milepost.plan.undo())),
    };
    notices.tell(milestone === null ? `Deleted ${what}.` : "Deleted the milestone.", undo);
  },
};
