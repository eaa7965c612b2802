/** What a view shows, as a value: the usual one, the same one, one that can be read back. Knows no screen. */
import type { Aspect } from "../bindings/Aspect";
import type { Filter } from "../bindings/Filter";
import type { ItemKind } from "../bindings/ItemKind";
import type { Status } from "../bindings/Status";
import type { ViewSettings } from "../bindings/ViewSettings";

export interface Look {
  settings: ViewSettings;
  /** Id of the saved view that was chosen. */
  chosen: string | null;
}

export const ASPECTS: readonly Aspect[] = ["theme", "status", "owner", "kind", "parent"];
export const KINDS: readonly ItemKind[] = ["epic", "feature", "user_story", "bug", "issue"];
export const STATUSES: readonly Status[] = ["idea", "planned", "in_progress", "done", "dropped"];

export const emptyFilter: Filter = {
  text: "",
  themes: [],
  statuses: [],
  owners: [],
  from: null,
  to: null,
};

/** How a plan is looked at until somebody chooses otherwise. */
export const usualView: ViewSettings = {
  lanes_by: "theme",
  then_by: null,
  colour_by: "theme",
  kinds: ["feature"],
  filter: emptyFilter,
  show_dependencies: true,
  show_milestones: true,
};

/** Whether a filter may keep something out. */
export const isFiltering = ({ text, themes, statuses, owners, from, to }: Filter): boolean =>
  text.trim() !== "" || themes.length + statuses.length + owners.length > 0 || from !== null || to !== null;

/** As the plan keeps it: lists in their order, and no lanes divided by what they stand for anyway. */
export function tidied(settings: ViewSettings): ViewSettings {
  const { lanes_by, then_by, kinds, filter } = settings;
  return {
    ...settings,
    then_by: lanes_by === null || then_by === lanes_by ? null : then_by,
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    filter: { ...filter, statuses: STATUSES.filter((status) => filter.statuses.includes(status)) },
  };
}

/** Whether two settings show the same. */
export const isSame = (a: ViewSettings, b: ViewSettings): boolean => written(a) === written(b);

function written(settings: ViewSettings): string {
  const { lanes_by, then_by, colour_by, kinds, filter, show_dependencies, show_milestones } =
    tidied(settings);
  const { text, themes, statuses, owners, from, to } = filter;
  const sorted = (list: readonly (string | null)[]) => list.map((each) => each ?? "").sort();
  const lists = [kinds, sorted(themes), statuses, sorted(owners)];
  return JSON.stringify([
    [lanes_by, then_by, colour_by, show_dependencies, show_milestones],
    [text.trim(), from, to],
    lists,
  ]);
}

/** Settings that were kept on this machine; null if they are not those that the program knows. */
export function readSettings(kept: unknown): ViewSettings | null {
  const { lanes_by, then_by, colour_by, kinds, filter, show_dependencies, show_milestones } = fieldsOf(kept);
  const { text, themes, statuses, owners, from, to } = fieldsOf(filter);
  const sound =
    [lanes_by, then_by, colour_by].every((aspect) => aspect === null || isOneOf(ASPECTS)(aspect)) &&
    isListOf(isOneOf(KINDS), kinds) &&
    typeof show_dependencies === "boolean" &&
    typeof show_milestones === "boolean" &&
    typeof text === "string" &&
    isListOf((theme) => theme === null || typeof theme === "string", themes) &&
    isListOf(isOneOf(STATUSES), statuses) &&
    isListOf((owner) => typeof owner === "string", owners) &&
    [from, to].every((day) => day === null || isDay(day));
  if (!sound) return null;
  const read = { lanes_by, then_by, colour_by, kinds, show_dependencies, show_milestones };
  return tidied({ ...read, filter: { text, themes, statuses, owners, from, to } } as ViewSettings);
}

/** The fields of what may be no object at all. */
const fieldsOf = (kept: unknown): Record<string, unknown> =>
  typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};

const isOneOf =
  (all: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === "string" && all.includes(value);

const isListOf = (is: (value: unknown) => boolean, list: unknown): boolean =>
  Array.isArray(list) && list.every(is);

const isDay = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
