/** What somebody who does not see the roadmap is told when it is looked at otherwise. */
import type { ViewSettings } from "../bindings/ViewSettings";
import { KINDS } from "./look";
import { laneWords } from "./view-words";
import { KINDS_WORDS } from "./words";

const PARTS = [
  ["show_milestones", "Milestones"],
  ["show_dependencies", "Dependencies"],
  ["show_days_off", "Days off"],
  ["show_overview", "Overview"],
] as const;

/** The difference between two ways to look, in a few words; empty if it is in nothing that is worth them. */
export function lookChange(before: ViewSettings, after: ViewSettings): string {
  const said: string[] = [];
  if (laneWords(before) !== laneWords(after))
    said.push(after.lanes_by ? `Lanes by ${laneWords(after).toLowerCase()}` : "No lanes");
  for (const kind of KINDS)
    if (before.kinds.includes(kind) !== after.kinds.includes(kind))
      said.push(shown(KINDS_WORDS[kind], after.kinds.includes(kind)));
  for (const [part, words] of PARTS) if (before[part] !== after[part]) said.push(shown(words, after[part]));
  const lanes = after.collapsed.length - before.collapsed.length;
  if (lanes !== 0)
    said.push(`${Math.abs(lanes) === 1 ? "Lane" : "Lanes"} ${lanes > 0 ? "collapsed" : "expanded"}`);
  if (before.arrangement !== after.arrangement) said.push(`Shown as ${after.arrangement}`);
  return said.join(", ");
}

const shown = (words: string, isShown: boolean): string => `${words} ${isShown ? "shown" : "hidden"}`;
