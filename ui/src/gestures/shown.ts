/** How the answer to a preview is shown: the bars lifted from where they stand, and words beside the pointer. */
import type { GesturePreview } from "../bindings/GesturePreview";
import type { GesturePreviewItem } from "../bindings/GesturePreviewItem";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Chart } from "../chart/chart";
import { type Area, areaOf } from "../chart/geometry";
import type { Marks } from "../chart/overlay";
import { writtenSpan } from "../state/days";
import type { Hand, Tip } from "./gesture";

/** The marks of a preview; the bars of `held` are under the hand, the others follow them. */
export function marksOf(chart: Chart, preview: GesturePreview, held: ReadonlySet<string>): Partial<Marks> {
  const lifted = preview.items.flatMap(({ id }) => chart.item(id)?.bounds ?? []);
  const selected = preview.items.flatMap(({ id, rect }): Area[] =>
    rect && held.has(id) ? [areaOf(rect)] : [],
  );
  return { preview: preview.nodes, lifted, selected };
}

/** The new dates, what is pushed, and what is wrong with them; null if there is nothing to say. */
export function tipOf(
  hand: Hand,
  { preview, refused }: PreviewAnswer,
  item: string,
  held: ReadonlySet<string>,
): Tip | null {
  const { clientX: x, clientY: y } = hand;
  if (refused !== null) return { x, y, text: refused, danger: true };
  const found = preview?.items.find(({ id }) => id === item) ?? preview?.items[0];
  const pushed = preview?.items.filter(({ id, is_above }) => !held.has(id) && !is_above).length ?? 0;
  const text = [datesOf(found), pushed > 0 ? `pushes ${pushed}` : null, found?.conflict];
  const words = text.filter(Boolean).join(" · ");
  return words ? { x, y, text: words, danger: Boolean(found?.conflict) } : null;
}

function datesOf(item: GesturePreviewItem | undefined): string | null {
  return item?.span ? writtenSpan(item.span.first, item.span.last) : null;
}
