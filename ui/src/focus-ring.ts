/**
 * What has the focus shows a ring as long as keys are in use. `:focus-visible` alone does not say so: WebKit denies it to what
 * a key has led the focus to by script, if the focus had come by the pointer before.
 */

/** Stands on the root of the page while keys are in use. */
const MARK = "data-keys";

/** Held for other keys and for the pointer, and meant for nothing that has the focus. */
const HELD = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "ScrollLock", "Fn", "OS"];

/** Whether a key is one that by itself does nothing. */
export const isHeld = (key: string): boolean => HELD.includes(key);

/** Marks the page from a key until the pointer is pressed. Gives back what ends that. */
export function followKeysInUse(): () => void {
  const root = document.documentElement;
  const keyed = ({ key }: KeyboardEvent) => isHeld(key) || root.toggleAttribute(MARK, true);
  const pressed = () => root.removeAttribute(MARK);
  window.addEventListener("keydown", keyed, true);
  window.addEventListener("pointerdown", pressed, true);
  return () => {
    window.removeEventListener("keydown", keyed, true);
    window.removeEventListener("pointerdown", pressed, true);
    root.removeAttribute(MARK);
  };
}

/** Whether what has the focus shows it. */
export const showsRing = (focused: Element): boolean =>
  focused.matches(":focus-visible") || focused.matches(`[${MARK}] :focus`);

/** A selector of a style sheet with `:focus-visible` as it is meant here, and as specific as it was. */
export const meantByFocusVisible = (selector: string): string =>
  selector.replaceAll(":focus-visible", `:is(:focus-visible, :where([${MARK}]) :focus)`);
