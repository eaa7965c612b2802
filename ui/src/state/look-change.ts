/** What somebody who does not see the roadmap is told when it is looked at otherwise. */
import type { Arrangement } from "../bindings/Arrangement";
import type { ViewSettings } from "../bindings/ViewSettings";
import { KINDS } from "./look";
import { type Names, filterParts, laneWords } from "./view-words";
import { ASPECT_WORDS, COLUMN_WORDS, KINDS_WORDS, ROADMAP_WORDS } from "./words";

const PARTS = [
  ["show_milestones", "Milestones"],
  ["show_dependencies", "Dependencies"],
  ["show_days_off", "Days off"],
  ["show_overview", "Overview"],
  ["show_budget", "Budget strip"],
] as const;

/** The difference between two ways to look, in a few words; empty if it is in nothing that is worth them. */
export function lookChange(before: ViewSettings, after: ViewSettings, names: Names): string {
  if (before.roadmap !== after.roadmap) return `${ROADMAP_WORDS[after.roadmap]} roadmap`;
  const said: string[] = [];
  if (laneWords(before) !== laneWords(after))
    said.push(after.lanes_by ? `Lanes by ${laneWords(after).toLowerCase()}` : "No lanes");
  if (before.colour_by !== after.colour_by)
    said.push(after.colour_by ? `Coloured by ${ASPECT_WORDS[after.colour_by].toLowerCase()}` : "One colour");
  for (const kind of KINDS)
    if (before.kinds.includes(kind) !== after.kinds.includes(kind))
      said.push(shown(KINDS_WORDS[kind], after.kinds.includes(kind)));
  for (const [part, words] of PARTS) if (before[part] !== after[part]) said.push(shown(words, after[part]));
  const folded = ({ collapsed, unfolded }: ViewSettings) => collapsed.length - unfolded.length;
  const lanes = folded(after) - folded(before);
  if (lanes !== 0)
    said.push(`${Math.abs(lanes) === 1 ? "Lane" : "Lanes"} ${lanes > 0 ? "collapsed" : "expanded"}`);
  const epics = after.collapsed_epics.length - before.collapsed_epics.length;
  if (epics !== 0)
    said.push(`${Math.abs(epics) === 1 ? "Epic" : "Epics"} ${epics > 0 ? "collapsed" : "expanded"}`);
  if (before.arrangement !== after.arrangement) said.push(`${ARRANGED[after.arrangement]} shown`);
  if (before.baseline !== after.baseline)
    said.push(
      after.baseline === null ? "Baseline hidden" : `${before.baseline ? "Another b" : "B"}aseline shown`,
    );
  return [...said, ...orderChange(before, after), ...filterChange(before, after, names)].join(", ");
}

/** What the filter keeps to now. */
function filterChange(before: ViewSettings, after: ViewSettings, names: Names): string[] {
  const [old, now] = [before, after].map(({ filter }) =>
    filterParts(filter, names)
      .map(({ words }) => words)
      .join("; "),
  );
  return old === now ? [] : [now ? `Filter by ${now}` : "No filter"];
}

const ARRANGED: Record<Arrangement, string> = {
  timeline: "Timeline",
  both: "Table beside the timeline",
  table: "Table",
};

/** What stands in another order: lanes, columns and rows. */
function orderChange(before: ViewSettings, after: ViewSettings): string[] {
  const said: string[] = [];
  if (JSON.stringify(before.lane_order) !== JSON.stringify(after.lane_order))
    said.push(after.lane_order.length > 0 ? "Lanes in another order" : "Lanes in their usual order");
  if (before.columns.join() !== after.columns.join())
    said.push(`Columns: ${after.columns.map((column) => COLUMN_WORDS[column].toLowerCase()).join(", ")}`);
  const { sort } = after;
  if (JSON.stringify(before.sort) === JSON.stringify(sort)) return said;
  const order = sort?.descending ? "descending" : "ascending";
  const by = sort && COLUMN_WORDS[sort.by].toLowerCase();
  return [...said, sort ? `Sorted by ${by}, ${order}` : "Rows in their usual order"];
}

const shown = (words: string, isShown: boolean): string => `${words} ${isShown ? "shown" : "hidden"}`;
