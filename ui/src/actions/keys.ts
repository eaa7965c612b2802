/** Key combinations: reading them from events and writing them as the system does. */

export const isMac = (): boolean => /mac/i.test(navigator.platform);

/** The combination that an event stands for, in the notation of actions. */
export function combinationOf(event: KeyboardEvent, mac = isMac()): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const key = keyOf(event);
  // Shift is part of how a sign like “?” is typed, not of the combination.
  const shifted = event.shiftKey && (event.key.length > 1 || /[A-Z0-9]/.test(key));
  return [mod && "Mod", event.altKey && "Alt", shifted && "Shift", key].filter(Boolean).join("+");
}

/** With Alt held a key may type another sign, on macOS nearly every one does, so that its place on the board counts. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  const plain =
    altKey && (key.length === 1 || key === "Dead") ? /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code) : null;
  const [, letter, digit] = plain ?? [];
  return letter ?? digit ?? (key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key);
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
