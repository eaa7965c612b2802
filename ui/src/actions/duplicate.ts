import type { Milepost } from "../milepost.svelte";
import { newId } from "../state/ids";
import { type Action, withItems } from "./action";

export const duplicate: Action = {
  id: "duplicate",
  label: "Duplicate",
  keys: ["Mod+D"],
  available: withItems,
  async run(milepost) {
    const { selection, plan, notices } = milepost;
    const ids = [...selection.items];
    await milepost.attempt(async () => {
      const operation = { operation: "duplicate_items", ids, first_id: newId() } as const;
      const { label, added } = await plan.apply(operation);
      // What they hold is copied as well, and comes behind the copies of what is selected.
      const copies = added.slice(0, ids.length);
      selection.select(copies);
      await selection.ready;
      const first = copies.find((id) => !selection.stays?.undated.includes(id)) ?? copies[0];
      if (first !== undefined && (await milepost.comeTo(first))) return notices.say(`Done: ${label}`);
      tellWhere(milepost);
    });
  },
};

/** Says where copies without dates have gone. */
function tellWhere({ notices, view, selection }: Milepost): void {
  const where =
    selection.items.size > 1
      ? "The copies have no dates and wait in the tray."
      : "The copy has no dates and waits in the tray.";
  notices.tell(
    where,
    view.trayOpen ? null : { label: "Open the tray", run: () => void (view.trayOpen = true) },
  );
}
