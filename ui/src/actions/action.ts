/**
 * Actions: everything a user can do by name. Menus, the palette, buttons and keys all read the one list of them.
 */
import type { LaneKey } from "../bindings/LaneKey";
import type { Milepost } from "../milepost.svelte";
import type { ScreenName } from "../state/screen.svelte";

export interface Action {
  /** Stable name, also of its buttons for tests. */
  id: string;
  /** What it is called on screen, in sentence case. */
  label: string;
  /** Other words that it is found by, which nobody is shown. */
  alsoCalled?: readonly string[];
  /** What a menu calls it that was opened on what it is about; its label if this is left out. */
  menuLabel?(milepost: Milepost): string;
  /** Key combinations, such as `Mod+Shift+Z`; `Mod` is ⌘ on macOS and Ctrl elsewhere. */
  keys: readonly string[];
  /** Whether its keys mean it where they were pressed; anywhere if this is left out. */
  keysAt?(milepost: Milepost, target: EventTarget | null): boolean;
  /**
   * Takes what is on the clipboard. Its keys reach the page as an event that brings the text, so that pressing them is not
   * taken for it.
   */
  byClipboard?(milepost: Milepost, text: string): void | Promise<void>;
  /** Whether it is about what is selected, so that its keys mean what has the focus where that is not selected. */
  ofSelected?: true;
  /** Whether a key that is held does it once: what has the focus next was not meant by it. */
  once?: true;
  /** Whether a key that is held does it again only once it is done: nothing more is done then when the key is let go. */
  keepsPace?: true;
  /** The one screen that it belongs to; left out where it makes sense on every one. */
  screen?: ScreenName;
  /** Of several that exclude each other, whether it is what holds now, which menus mark; left out where it is not one of such. */
  holds?(milepost: Milepost): boolean;
  /** Whether it can be done now. */
  available(milepost: Milepost): boolean;
  /** Does it; `again` if its key is held, and this is not the first time. */
  run(milepost: Milepost, again?: boolean): void | Promise<void>;
}

/** Where on the timeline a menu was opened, for actions that do something just there. */
export interface Spot {
  lane: LaneKey | null;
  /** As a number; null if it was opened on the name of a lane. */
  day: number | null;
}

export const always = (): boolean => true;
export const withPlan = ({ plan }: Milepost): boolean => plan.state !== null;
/** Whether the roadmap has its timeline, with what belongs to it, the tray for one: a table may take the place of both. */
export const hasTimeline = ({ view }: Milepost): boolean => view.settings.arrangement !== "table";
/** Whether the timeline is in sight. */
export const withChart = (milepost: Milepost): boolean => milepost.chart !== null && hasTimeline(milepost);
/** Whether features stand on the axis. */
export const onFeatures = (milepost: Milepost): boolean =>
  withPlan(milepost) && milepost.view.settings.roadmap === "features";
export const editable = ({ plan }: Milepost): boolean => plan.isEditable;
export const withItems = (milepost: Milepost): boolean =>
  editable(milepost) && milepost.selection.items.size > 0;
