import { tick } from "svelte";

import type { Thing } from "../chart/mirror";
import type { Milepost } from "../milepost.svelte";
import { isTaken } from "../widgets/taken";
import type { Action } from "./action";

export const inspect: Action = {
  id: "inspect",
  label: "Show details",
  keys: ["Enter"],
  ofSelected: true,
  available: ({ selection }: Milepost) => selection.items.size > 0 || selection.milestone !== null,
  run: (milepost) => milepost.keysAhead.during(() => openAtTitle(milepost)),
};

/**
 * Opens the inspector with the keyboard on the name of what is selected, as soon as that is what it shows; `replaces` lets
 * typing replace the name, and ends that by Enter. False if there is no such field, or something else was selected meanwhile.
 */
export async function openAtTitle(milepost: Milepost, replaces = false): Promise<boolean> {
  const { selection, keysAhead } = milepost;
  const { items, milestone } = selection;
  selection.inspectorOpen = true;
  await selection.ready;
  await tick();
  if (selection.items !== items || selection.milestone !== milestone) return false;
  const field = document.querySelector<HTMLTextAreaElement>("[data-field=title]");
  field?.focus();
  if (replaces) field?.select();
  if (replaces && field) leaveByEnter(milepost, field);
  if (field === null || document.activeElement !== field) return false;
  // Where it had the focus already nothing has said so.
  keysAhead.meet(field);
  return true;
}

/**
 * Who only names something is done with that by Enter, as on its bar: the keyboard goes to it on the timeline, or out of the
 * field where it has no place there. A name that is not taken keeps it.
 */
function leaveByEnter({ chart, selection }: Milepost, field: HTMLElement): void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const { only, milestone } = selection;
  const thing: Thing | null =
    only !== null
      ? { entity: "item", id: only }
      : milestone !== null
        ? { entity: "milestone", id: milestone }
        : null;
  const leave = async () => {
    if (!(await isTaken(field.parentElement)) || signal.aborted) return;
    chart?.updateMirror();
    if (thing && chart?.thing(thing)) chart.mirror.focus(thing);
    field.blur();
  };
  // The field has heard of it before that, and keeps the name.
  const pressed = ({ key, target }: KeyboardEvent) => void (key === "Enter" && target === field && leave());
  window.addEventListener("keydown", pressed, { signal });
  field.addEventListener("blur", () => stopped.abort(), { signal });
}
