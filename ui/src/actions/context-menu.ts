import type { Milepost } from "../milepost.svelte";
import type { Action } from "./action";

/** The keyboard's twin of a right click: on what has the focus, else on what is selected. */
export const contextMenu: Action = {
  id: "context-menu",
  label: "Open the menu of what is focused",
  keys: ["ContextMenu", "Shift+F10"],
  available: (milepost) => milepost.chart !== null && milepost.menu === null,
  run(milepost) {
    const on = focused() ?? selected(milepost);
    if (!on) return;
    const { left, top, width, height } = on.getBoundingClientRect();
    const [clientX, clientY] = [left + Math.min(24, width / 2), top + height];
    on.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX, clientY }));
  },
};

/** What can have a menu of its own. */
const ON =
  "[data-item], [data-milestone], [data-need], [data-cost], [data-lane], [data-tray], [data-line] > *, [data-on]";

const focused = (): Element | null => document.activeElement?.closest(ON) ?? null;

function selected({ chart, selection }: Milepost): Element | null {
  const [id] = selection.items;
  const { milestone, need } = selection;
  if (need !== null) chart?.mirror.focus({ entity: "need", id: need });
  else if (milestone !== null) chart?.mirror.focus({ entity: "milestone", id: milestone });
  else if (id !== undefined) chart?.mirror.focus({ entity: "item", id });
  return focused();
}
