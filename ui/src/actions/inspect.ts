import type { Milepost } from "../milepost.svelte";
import type { Action } from "./action";

export const inspect: Action = {
  id: "inspect",
  label: "Show details",
  keys: ["Enter"],
  available: ({ selection }: Milepost) => selection.items.size > 0 || selection.milestone !== null,
  run: openAtTitle,
};

/** Opens the inspector with the keyboard on the name of what it shows. */
export function openAtTitle({ selection }: Milepost): void {
  selection.inspectorOpen = true;
  queueMicrotask(() => document.querySelector<HTMLElement>("[data-field=title]")?.focus());
}
