/**
 * Keys that a control answers to itself while it has the focus, so that no action may take them from it. Fields, in which
 * every plain key is text, are not among them.
 */

const PRESS = ["Enter", " "];
const WALK = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

const OWN: readonly (readonly [controls: string, keys: readonly string[]])[] = [
  ["button, summary", PRESS],
  ["a[href]", ["Enter"]],
  ["[role^=menuitem], [role=option], [role=tab], [role=radio], [role=checkbox], [role=switch]", PRESS],
  [
    "[role=slider], [role=menu], [role^=menuitem], [role=listbox], [role=option], [role=tab], [role=radio]",
    WALK,
  ],
];

/** Bars and milestones are options to a screen reader only: Enter and arrows on them are an action's. */
const ON_TIMELINE = ".mirrored";

/** Whether what has the focus does something of its own at a key press. With Shift it mostly does the same. */
export function isOwnKey({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element) || target.matches(ON_TIMELINE))
    return false;
  return OWN.some(([controls, keys]) => keys.includes(key) && target.matches(controls));
}
