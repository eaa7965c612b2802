/** How the answer to a preview is shown: the bars lifted from where they stand, and words beside the pointer. */
import type { GesturePreview } from "../bindings/GesturePreview";
import type { GesturePreviewItem } from "../bindings/GesturePreviewItem";
import type { Node as SceneNode } from "../bindings/Node";
import type { OverCap } from "../bindings/OverCap";
import type { PassedCap } from "../bindings/PassedCap";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Troubled } from "../bindings/Troubled";
import type { Chart } from "../chart/chart";
import { type Area, areaOf, grown, hull, intersects } from "../chart/geometry";
import type { Marks } from "../chart/overlay";
import { numberOf, writtenSpan } from "../state/days";
import { conflictWords } from "../state/dependency-words";
import type { Hand, Tip } from "./gesture";
import type { Snap } from "./snap";

/** Nothing is under the hand any more. */
export const nothingHeld: Partial<Marks> = {
  preview: [],
  strip: null,
  lifted: [],
  beneath: { patches: [], faint: new Set() },
  heads: [],
  pushed: [],
  faded: { lines: [], under: [] },
  selected: [],
  guide: null,
};

/** The marks of a preview; the bars of `held` are under the hand, the others follow them. None of one that is refused. */
export function marksOf(
  chart: Chart,
  { preview, money }: PreviewAnswer,
  held: ReadonlySet<string>,
  snap: Snap | null,
): Partial<Marks> {
  if (!preview) return {};
  const things = [...preview.items.map(({ id }) => `bar:${id}`), ...(preview.lifted ?? [])];
  const taken = things.flatMap((key) => hull(chart.partsOf(key).map(({ bounds }) => bounds)) ?? []);
  // What stands where a lane would grow is as faint as what is taken away.
  const lifted = [...taken, ...(preview.grown ?? []).map(areaOf)];
  const beneath = beneathOf(chart, preview);
  const placed = (those: readonly GesturePreviewItem[]): Area[] =>
    those.flatMap(({ rects }) => rects.map(areaOf));
  const selected = placed(preview.items.filter(({ id }) => held.has(id)));
  const pushed = placed(movedBy(preview, held));
  const guide = guideOf(chart, preview, held, snap);
  const faded = fadedBy(chart, preview);
  const [heads, strip] = [preview.heads ?? [], money ?? null];
  return { preview: preview.nodes, strip, lifted, beneath, heads, pushed, faded, selected, guide };
}

/** What is to be seen where things are drawn anew whole: they stand among others, and on lines. */
function beneathOf(chart: Chart, { lifted = [] }: GesturePreview): Marks["beneath"] {
  const areas = lifted.flatMap((key) => hull(chart.partsOf(key).map(({ bounds }) => bounds)) ?? []);
  return { patches: areas.flatMap((area) => chart.paintedIn(grown(area, 1))), faint: new Set(lifted) };
}

/** The lines that the preview shows elsewhere, in the colour of the ground, and the bars that they may pass under. */
function fadedBy(chart: Chart, { nodes }: GesturePreview): Marks["faded"] {
  const lines = nodes.flatMap(({ key }) => (/^link:[^/]*$/.test(key) ? chart.partsOf(key) : []));
  const whole = hull(lines.map(({ bounds }) => bounds));
  const near = whole ? chart.items().map(({ bounds }) => bounds) : [];
  return {
    lines: lines.map(({ node }) => erased(node)),
    under: near.filter((bar) => whole && intersects(bar, whole)),
  };
}

function erased(node: SceneNode): SceneNode {
  if (!("path" in node.shape) || !node.shape.path.stroke) return node;
  const { path } = node.shape;
  const { width } = node.shape.path.stroke;
  return { ...node, shape: { path: { ...path, stroke: { colour: "surface", width: width + 0.8 } } } };
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
  return snap && items.some(meets) ? snap.at * chart.shownScale : null;
}

/** What moves along without being under the hand, pushed by that or held in it; epics that only span what they hold do not. */
const movedBy = ({ items }: GesturePreview, held: ReadonlySet<string>): GesturePreviewItem[] =>
  items.filter(({ id, is_above }) => !held.has(id) && !is_above);

/**
 * The new lane and dates, what goes along, what stays, what is wrong with them and what that makes of the budget; null if there is
 * nothing to say.
 */
export function tipOf(
  hand: Hand,
  { preview, refused, money }: PreviewAnswer,
  item: string,
  held: ReadonlySet<string>,
  overCap: readonly OverCap[],
  staying: string | null = null,
): Tip | null {
  const { clientX: x, clientY: y } = hand;
  if (refused !== null) return { x, y, text: refused, danger: true };
  const found = preview?.items.find(({ id }) => id === item) ?? preview?.items[0];
  const near = preview ? movedBy(preview, held).length : 0;
  const moved = near + (preview?.elsewhere ?? []).filter((id) => !held.has(id)).length;
  const own = found?.conflict ? conflictWords(found.conflict) : null;
  const conflict = own ?? troubleOf(preview?.troubled ?? []);
  const over = passedBy(money?.over_cap ?? [], overCap);
  const text = [placeOf(found), othersOf(moved), staying, conflict, over];
  const words = text.filter(Boolean).join(" · ");
  return words ? { x, y, text: words, danger: Boolean(conflict ?? over) } : null;
}

const othersOf = (moved: number): string | null =>
  moved === 0 ? null : `moves ${moved.toLocaleString()} ${moved === 1 ? "other" : "others"}`;

/** The cap that is passed by more than before: the first of them, and how many more there are. */
function passedBy(would: readonly PassedCap[], overCap: readonly OverCap[]): string | null {
  const before = new Map(overCap.map(({ line, by }) => [line, by]));
  const [first, ...others] = would.filter(({ line, by }) => by > (before.get(line) ?? 0));
  if (!first) return null;
  return others.length > 0 ? `${first.words}, and ${others.length} more` : first.words;
}

/** Why what stays where it is would be too early there: the first reason, and how many more there are. */
function troubleOf([first, ...others]: readonly Troubled[]): string | null {
  if (!first) return null;
  const reason = `“${first.title}” ${conflictWords(first.conflict)}`;
  return others.length > 0 ? `${reason}, and ${others.length} more` : reason;
}

/** Where in the plan an item would stand: in which lane, if that is another one, and on which days. */
export function placeOf(item: GesturePreviewItem | undefined): string | null {
  if (!item) return null;
  const { lane, span, schedule } = item;
  const days = span ? writtenSpan(span.first, span.last) : null;
  // What comes to a horizon gives up the days that it has.
  const none = lane && schedule.kind === "horizon" ? "no dates" : null;
  return [lane, days ?? none].filter(Boolean).join(" · ") || null;
}
