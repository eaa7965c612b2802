/** How the answer to a preview is shown: the bars lifted from where they stand, and words beside the pointer. */
import type { GesturePreview } from "../bindings/GesturePreview";
import type { GesturePreviewItem } from "../bindings/GesturePreviewItem";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Chart } from "../chart/chart";
import { type Area, areaOf, hull } from "../chart/geometry";
import type { Marks } from "../chart/overlay";
import { numberOf, writtenSpan } from "../state/days";
import type { Hand, Tip } from "./gesture";
import type { Snap } from "./snap";

/** Nothing is under the hand any more. */
export const nothingHeld: Partial<Marks> = { preview: [], lifted: [], selected: [], guide: null };

/** The marks of a preview; the bars of `held` are under the hand, the others follow them. */
export function marksOf(
  chart: Chart,
  preview: GesturePreview,
  held: ReadonlySet<string>,
  snap: Snap | null,
): Partial<Marks> {
  const lifted = preview.items.flatMap(
    ({ id }) => hull(chart.partsOf(`bar:${id}`).map(({ bounds }) => bounds)) ?? [],
  );
  const selected = preview.items.flatMap(({ id, rect }): Area[] =>
    rect && held.has(id) ? [areaOf(rect)] : [],
  );
  return { preview: preview.nodes, lifted, selected, guide: guideOf(chart, preview, held, snap) };
}

/** The line at a day that was snapped to, if the rules have let an edge come to stand there. */
function guideOf(
  chart: Chart,
  { items }: GesturePreview,
  held: ReadonlySet<string>,
  snap: Snap | null,
): number | null {
  const meets = ({ id, span }: GesturePreviewItem) =>
    held.has(id) &&
    span !== null &&
    (numberOf(span.first) === snap?.at || numberOf(span.last) + 1 === snap?.at);
  return snap && items.some(meets) ? snap.at * chart.scale : null;
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
  const followers = preview?.items.filter(({ is_above }) => !is_above).map(({ id }) => id) ?? [];
  const pushed = [...followers, ...(preview?.elsewhere ?? [])].filter((id) => !held.has(id)).length;
  const text = [datesOf(found), pushed > 0 ? `pushes ${pushed}` : null, found?.conflict];
  const words = text.filter(Boolean).join(" · ");
  return words ? { x, y, text: words, danger: Boolean(found?.conflict) } : null;
}

function datesOf(item: GesturePreviewItem | undefined): string | null {
  return item?.span ? writtenSpan(item.span.first, item.span.last) : null;
}
