/** Dependencies by name: the twins of a drag from the dot beside a bar to another bar. */
import { tick } from "svelte";

import type { Milepost } from "../milepost.svelte";
import { newId } from "../state/ids";
import { type Action, editable } from "./action";

/** Opens the inspector with the keyboard in the field that adds what the item waits for. */
export const addDependency: Action = {
  id: "add-dependency",
  label: "Add dependency…",
  keys: ["L"],
  available: (milepost) => editable(milepost) && milepost.selection.only !== null,
  async run({ selection }) {
    selection.inspectorOpen = true;
    await selection.ready;
    await tick();
    document.querySelector<HTMLElement>("[data-field=add-predecessor]")?.focus();
  },
};

/** Lets the later one of two wait for the one that starts first. */
export const linkSelected: Action = {
  id: "link-selected",
  label: "Link selected",
  keys: ["Shift+L"],
  available: (milepost) => editable(milepost) && milepost.selection.items.size === 2,
  async run(milepost) {
    const ends = await Promise.all([...milepost.selection.items].map((id) => startOf(milepost, id)));
    // What has no dates comes after what has; of two that start together the one selected first comes first.
    const [predecessor, successor] = ends.sort((a, b) =>
      a.first < b.first ? -1 : a.first > b.first ? 1 : 0,
    );
    if (!predecessor || !successor) return;
    const dependency = {
      id: newId(),
      predecessor: predecessor.id,
      successor: successor.id,
      kind: "finish_to_start",
      lag_days: 0,
    } as const;
    if (await milepost.commit({ operation: "link", dependency }))
      milepost.tellUndoable(`“${successor.title}” waits for “${predecessor.title}” now.`);
  },
};

async function startOf({ backend }: Milepost, id: string) {
  const { item } = await backend.call("item", { id });
  return { id, title: item.title, first: item.schedule.kind === "dated" ? item.schedule.first : "9999" };
}
