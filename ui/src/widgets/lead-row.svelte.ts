/** What lists have in common that keep the focus themselves while keys go through their rows, of which one is the lead. */
import { tick } from "svelte";

/** What a press on a row does to what is selected. */
export function selectedBy(event: MouseEvent): "only" | "add" | "range" {
  if (event.shiftKey) return "range";
  return event.ctrlKey || event.metaKey ? "add" : "only";
}

interface Looked {
  list: () => { reveal(index: number): void } | undefined;
  pages: () => { isCurrent: boolean };
  lead: () => { id: string; index: number } | null;
  /** Which list it is; another one is looked at anew. */
  of: () => unknown;
}

/**
 * Brings the lead into sight whenever it is another one or stands elsewhere, as long as the component that calls this
 * while it is made is there. A change of the plan that leaves it where it is scrolls nothing.
 */
export function leadInSight({ list, pages, lead, of }: Looked): void {
  const place = $derived(lead() && JSON.stringify([of(), lead()]));
  let revealed: string | null = null;
  $effect(() => {
    const at = lead();
    // Before the new rows are there the list has the height of the old ones.
    if (!at || !pages().isCurrent || place === revealed) return;
    revealed = place;
    void tick().then(() => list()?.reveal(at.index));
  });
}

/**
 * The row that a menu is asked for, by the pointer on it or by the keyboard on the whole list, which means the lead; and
 * where the menu opens. `elementOf` is the id of the element of a row.
 */
export function menuOn(event: MouseEvent, lead: number | undefined, elementOf: (index: number) => string) {
  event.preventDefault();
  const { target, clientX: x, clientY: y } = event;
  const row = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
  const index = Number(row?.dataset["index"] ?? lead ?? 0);
  const place = () => {
    const box = row ? null : document.getElementById(elementOf(index))?.getBoundingClientRect();
    return { x: box ? box.left + 24 : x, y: box ? box.bottom : y, width: 0, height: 0 };
  };
  return { index, place };
}
