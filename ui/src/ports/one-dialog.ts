/**
 * A file dialog of the system holds the page: it is asked for one thing at a time, and nothing else happens until that is
 * answered. GTK's dialogs leave the window behind them to whoever presses there, who could put another plan in the place of the
 * one that is about to be saved.
 */
import type { Desktop } from "./backend";

/** What people do to the page; what they let go of is not kept from it, since it was begun before. */
const INPUT = [
  "keydown",
  "beforeinput",
  "pointerdown",
  "mousedown",
  "click",
  "dblclick",
  "contextmenu",
  "wheel",
  "paste",
];

/** The same desktop, whose file dialogs hold the page. While one is open, another one is not asked for: null. */
export function oneDialog(desktop: Desktop): Desktop {
  let isOpen = false;

  async function held<T>(ask: () => Promise<T>): Promise<T | null> {
    if (isOpen) return null;
    isOpen = true;
    const held = new AbortController();
    for (const type of INPUT)
      window.addEventListener(type, swallow, { capture: true, passive: false, signal: held.signal });
    try {
      return await ask();
    } finally {
      held.abort();
      isOpen = false;
    }
  }

  return {
    ...desktop,
    chooseFile: (title, filters) => held(() => desktop.chooseFile(title, filters)),
    chooseTarget: (title, suggested, filters) => held(() => desktop.chooseTarget(title, suggested, filters)),
    onDropped: (callback) => desktop.onDropped((paths) => isOpen || callback(paths)),
    // As windows do whose dialogs are their own.
    onClose: (mayClose) => desktop.onClose(async () => !isOpen && (await mayClose())),
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
