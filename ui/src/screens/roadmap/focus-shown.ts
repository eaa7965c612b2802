/** The keyboard's way back from the inspector: to what it showed, wherever that stands on the screen. */
import type { Chart } from "../../chart/chart";
import { thingOf } from "../../chart/mirror";
import type { Milepost } from "../../milepost.svelte";

/**
 * Takes the focus to the bar of what is selected, else to its row in the tray or in the table, else to where it was on the
 * timeline last, which may be the place of something that was deleted. What came from the table, or stands there alone, goes
 * back to it.
 */
export function focusShown({ chart, selection, table, view }: Milepost, fromTable = false): void {
  if (table && (fromTable || view.settings.arrangement === "table")) return table.comeBack();
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
  const shown =
    all("[data-at]", mirror.root).find(isShown) ??
    all("[data-tray]", document).find((row) => isShown(row) || row.dataset["tray"] === need);
  // An item without days has no bar, but a row.
  if (!shown && table && selection.only !== null) return table.comeBack();
  const element = shown ?? all("[tabindex='0']", mirror.root)[0];
  const thing = element && mirror.root.contains(element) ? thingOf(element) : null;
  if (!thing) return element?.focus();
  mirror.focus(thing, !shown);
  if (!shown) void waitForSelected(chart);
}

/** What was selected just now may be about to be painted; what is far away is not waited for. */
async function waitForSelected(chart: Chart): Promise<void> {
  await chart.painted();
  chart.updateMirror();
  chart.mirror.settle();
}
