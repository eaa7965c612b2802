/** The keyboard's way back from the inspector: to what it showed, wherever that stands on the screen. */
import { thingOf } from "../../chart/mirror";
import type { Milepost } from "../../milepost.svelte";

/**
 * Takes the focus to the bar of what is selected, else to its row in the tray, else to where it was on the timeline last,
 * which may be the place of something that was deleted.
 */
export function focusShown({ chart, selection }: Milepost): void {
  if (!chart) return;
  const { mirror } = chart;
  const { items, milestone, need } = selection;
  const isShown = ({ dataset }: HTMLElement): boolean =>
    dataset["need"] !== undefined
      ? dataset["need"] === need
      : dataset["milestone"] !== undefined
        ? dataset["milestone"] === milestone
        : items.has(dataset["item"] ?? dataset["tray"] ?? "");
  const all = (css: string, inside: ParentNode) => [...inside.querySelectorAll<HTMLElement>(css)];
  const element =
    all("[role=button]", mirror.root).find(isShown) ??
    all("[data-tray]", document).find((row) => isShown(row) || row.dataset["tray"] === need) ??
    all("[tabindex='0']", mirror.root)[0];
  const thing = element && mirror.root.contains(element) ? thingOf(element) : null;
  if (thing) mirror.focus(thing);
  else element?.focus();
}
