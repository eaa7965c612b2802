/**
 * Actions: everything a user can do by name. Menus, the palette, buttons and keys all read the one list of them.
 */
import type { Milepost } from "../milepost.svelte";

export interface Action {
  /** Stable name, also of its buttons for tests. */
  id: string;
  /** What it is called on screen, in sentence case. */
  label: string;
  /** Key combinations, such as `Mod+Shift+Z`; `Mod` is ⌘ on macOS and Ctrl elsewhere. */
  keys: readonly string[];
  /** Whether it can be done now. */
  available(milepost: Milepost): boolean;
  run(milepost: Milepost): void | Promise<void>;
}

export const always = (): boolean => true;
export const withPlan = ({ plan }: Milepost): boolean => plan.state !== null;
/** Whether the timeline is in sight: it is not where a table takes its place. */
export const withChart = ({ chart, view }: Milepost): boolean =>
  chart !== null && view.settings.arrangement !== "table";
export const editable = ({ plan }: Milepost): boolean => plan.state !== null && !plan.state.read_only;
export const withItems = (milepost: Milepost): boolean =>
  editable(milepost) && milepost.selection.items.size > 0;
