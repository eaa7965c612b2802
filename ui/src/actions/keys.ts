/** Key combinations: reading them from events and writing them as the system does. */

export const isMac = (): boolean => /mac/i.test(navigator.platform);

/**
 * The combinations that an event stands for, in the notation of actions: by the sign that it types, and where that is none that
 * combinations are written with, by the place of its key. Of several the first that means something counts.
 */
export function combinationsOf(event: KeyboardEvent, mac = isMac()): string[] {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const combined = (key: string, shifted: boolean) =>
    [mod && "Mod", event.altKey && "Alt", shifted && "Shift", key].filter(Boolean).join("+");
  const typed = keyOf(event);
  const byPlace = typed.length === 1 ? placeOf(event, typed) : null;
  const all = [combined(typed, isShifted(event, typed))];
  if (byPlace !== null) all.push(combined(byPlace, event.shiftKey));
  return all;
}

/** Shift is part of how a sign like “?” is typed, and of how digits are on some boards, not of the combination. */
function isShifted({ shiftKey, key, code, altKey }: KeyboardEvent, typed: string): boolean {
  if (!shiftKey) return false;
  const isDigitByShift = !altKey && /^[0-9]$/.test(key) && code.startsWith("Digit");
  return key.length > 1 || (/[A-Z0-9]/.test(typed) && !isDigitByShift);
}

/** With Alt held a key may type another sign, on macOS nearly every one does, so that its place on the board counts. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  const plain = altKey && (key.length === 1 || key === "Dead") ? placeIn(code) : null;
  return plain ?? (key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key);
}

/**
 * The letter or digit that stands at the place of a key on most boards: of keys that type letters of another script, and of
 * those for digits that type them with Shift only.
 */
function placeOf({ code, shiftKey }: KeyboardEvent, typed: string): string | null {
  if (/[A-Z0-9]/.test(typed)) return null;
  const isForeign = /[^\x20-\x7e]/.test(typed);
  return isForeign || (!shiftKey && code.startsWith("Digit")) ? placeIn(code) : null;
}

function placeIn(code: string): string | null {
  const [, letter, digit] = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code) ?? [];
  return letter ?? digit ?? null;
}

const MAC_SIGNS: Record<string, string> = {
  Mod: "⌘",
  Alt: "⌥",
  Shift: "⇧",
  Delete: "⌦",
  Backspace: "⌫",
  Enter: "↩",
};
const NAMES: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ContextMenu: "Menu",
  PageUp: "Page up",
  PageDown: "Page down",
};

/** A combination as users of this system read it: “Ctrl+Shift+Z”, “⌘⇧Z”. */
export function writtenKeys(keys: string, mac = isMac()): string {
  const parts = keys.split("+").map((part) => NAMES[part] ?? part);
  if (mac) return parts.map((part) => MAC_SIGNS[part] ?? part).join("");
  return parts.map((part) => (part === "Mod" ? "Ctrl" : part === "Delete" ? "Del" : part)).join("+");
}
