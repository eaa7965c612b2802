import type { Milepost } from "../milepost.svelte";
import { newId } from "../state/ids";
import { type Action, hasTimeline, withItems } from "./action";

export const duplicate: Action = {
  id: "duplicate",
  label: "Duplicate",
  keys: ["Mod+D"],
  available: withItems,
  async run(milepost) {
    const { selection, plan, notices } = milepost;
    const ids = [...selection.items];
    const original = selection.detail?.item.id === ids[0] ? selection.detail : null;
    await milepost.attempt(async () => {
      const operation = { operation: "duplicate_items", ids, first_id: newId() } as const;
      const { label, added } = await plan.apply(operation);
      selection.select(added);
      await selection.ready;
      const first = added.find((id) => !selection.stays?.undated.includes(id)) ?? added[0];
      if (first !== undefined && (await milepost.comeTo(first))) return notices.say(`Done: ${label}`);
      tellWhere(milepost, original && original.children.length > 0 ? original.item.title : null);
    });
  },
};

/** Says where a copy without dates has gone; `holder` is the title of what was copied without what it holds. */
function tellWhere(milepost: Milepost, holder: string | null): void {
  const { notices, view, selection } = milepost;
  const many = selection.items.size > 1;
  const without = holder === null ? "" : `“${holder}” was copied without what it holds. `;
  const where = many
    ? "The copies have no dates and wait in the tray."
    : "The copy has no dates and waits in the tray.";
  const open = { label: "Open the tray", run: () => void (view.trayOpen = true) };
  notices.tell(without + where, view.trayOpen || !hasTimeline(milepost) ? null : open);
}
