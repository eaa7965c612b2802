/** What a view shows, as a value: the usual one, the same one, one that can be read back. Knows no screen. */
import type { Arrangement } from "../bindings/Arrangement";
import type { Aspect } from "../bindings/Aspect";
import type { Column } from "../bindings/Column";
import type { Filter } from "../bindings/Filter";
import type { Horizon } from "../bindings/Horizon";
import type { Importance } from "../bindings/Importance";
import type { ItemKind } from "../bindings/ItemKind";
import type { Roadmap } from "../bindings/Roadmap";
import type { Sort } from "../bindings/Sort";
import type { Status } from "../bindings/Status";
import type { ViewSettings } from "../bindings/ViewSettings";

export interface Look {
  settings: ViewSettings;
  /** Id of the saved view that was chosen. */
  chosen: string | null;
}

export const ASPECTS: readonly Aspect[] = [
  "theme",
  "status",
  "owner",
  "kind",
  "parent",
  "horizon",
  "customer",
  "need",
  "goal",
  "importance",
];
export const ARRANGEMENTS: readonly Arrangement[] = ["timeline", "both", "table"];
/** All columns that a table can have, in the order in which they are offered. */
export const COLUMNS: readonly Column[] = [
  "title",
  "kind",
  "status",
  "start",
  "end",
  "days",
  "progress",
  "theme",
  "parent",
  "owner",
  "key",
  "weight",
  "needs",
];
export const IMPORTANCES: readonly Importance[] = ["critical", "high", "medium", "low"];
export const ROADMAPS: readonly Roadmap[] = ["features", "needs", "budget"];
/** What needs have values of, too, in the order in which it is offered. */
export const NEED_ASPECTS: readonly Aspect[] = ["customer", "importance", "goal", "theme"];
export const KINDS: readonly ItemKind[] = ["epic", "feature", "user_story", "bug", "issue"];
export const STATUSES: readonly Status[] = ["idea", "planned", "in_progress", "done", "dropped"];

export const emptyFilter: Filter = {
  text: "",
  themes: [],
  statuses: [],
  owners: [],
  customers: [],
  needs: [],
  goals: [],
  parents: [],
  horizons: [],
  from: null,
  to: null,
};

/** How a plan is looked at until somebody chooses otherwise. */
export const usualView: ViewSettings = {
  roadmap: "features",
  arrangement: "timeline",
  columns: ["title", "status", "start", "end"],
  sort: null,
  lanes_by: "theme",
  then_by: null,
  colour_by: "theme",
  lane_order: [],
  collapsed: [],
  collapsed_epics: [],
  unfolded: [],
  kinds: ["feature"],
  filter: emptyFilter,
  baseline: null,
  show_dependencies: true,
  show_milestones: true,
  show_days_off: true,
  show_overview: false,
  show_budget: true,
};

/** How each roadmap is looked at until somebody chooses otherwise. */
const USUAL: Record<Roadmap, ViewSettings> = {
  features: usualView,
  needs: { ...usualView, roadmap: "needs", lanes_by: "customer" },
  budget: { ...usualView, roadmap: "budget", lanes_by: null },
};

export const usualOf = (roadmap: Roadmap): ViewSettings => USUAL[roadmap];

/** Whether a filter may keep something out. */
export const isFiltering = ({ text, from, to, ...lists }: Filter): boolean =>
  text.trim() !== "" || Object.values(lists).some((list) => list.length > 0) || from !== null || to !== null;

/**
 * As the plan keeps it: lists in their order, and no lanes divided by what they stand for anyway. Needs and money stand
 * on the axis alone: needs in lanes of what they have values of, money in those of the budget lines.
 */
export function tidied(settings: ViewSettings): ViewSettings {
  const { roadmap, arrangement, then_by, kinds, filter, columns } = settings;
  const isAlone = roadmap !== "features";
  const grouping = { features: ASPECTS, needs: NEED_ASPECTS, budget: [] }[roadmap];
  const lanes_by = grouping.find((aspect) => aspect === settings.lanes_by) ?? null;
  return {
    ...settings,
    arrangement: isAlone ? "timeline" : arrangement,
    columns: [...new Set<Column>(["title", ...columns])],
    lanes_by,
    then_by: isAlone || lanes_by === null || then_by === lanes_by ? null : then_by,
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    filter: { ...filter, statuses: STATUSES.filter((status) => filter.statuses.includes(status)) },
  };
}

/** Whether two settings show the same. */
export const isSame = (a: ViewSettings, b: ViewSettings): boolean => written(a) === written(b);

/** Whether two settings show the same things, however these are arranged and drawn. */
export const isOfSame = (a: ViewSettings, b: ViewSettings): boolean => isSame(thingsIn(a), thingsIn(b));

const thingsIn = ({ roadmap, kinds, filter, show_milestones }: ViewSettings): ViewSettings => {
  return { ...usualView, roadmap, kinds, filter, show_milestones };
};

function written(settings: ViewSettings): string {
  const { filter, columns, lane_order, ...others } = tidied(settings);
  const unordered = inOrder({ ...others, filter: { ...filter, text: filter.text.trim() } });
  return JSON.stringify([unordered, columns, lane_order]);
}

/** The same for the same values, whatever the order of fields and of lists. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(inOrder(each))).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]: [string, unknown]) => [name, inOrder(each)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

/** What each field holds; the compiler asks for every one. */
const SOUND: Record<keyof ViewSettings, (value: unknown) => boolean> = {
  roadmap: isOneOf(ROADMAPS),
  arrangement: isOneOf(ARRANGEMENTS),
  columns: isListOf(isOneOf(COLUMNS)),
  sort: (value) => value === null || hasFields(SOUND_SORT, value),
  lane_order: isListOf(isListOf(isAspectValue)),
  collapsed_epics: isListOf((id) => typeof id === "string"),
  unfolded: isListOf((id) => typeof id === "string"),
  show_overview: (value) => typeof value === "boolean",
  show_budget: (value) => typeof value === "boolean",
  lanes_by: (value) => value === null || isOneOf(ASPECTS)(value),
  then_by: (value) => value === null || isOneOf(ASPECTS)(value),
  colour_by: (value) => value === null || isOneOf(ASPECTS)(value),
  collapsed: isListOf(isListOf(isAspectValue)),
  kinds: isListOf(isOneOf(KINDS)),
  filter: (value) => hasFields(SOUND_FILTER, value),
  baseline: isTextOrNull,
  show_dependencies: (value) => typeof value === "boolean",
  show_milestones: (value) => typeof value === "boolean",
  show_days_off: (value) => typeof value === "boolean",
};

const SOUND_SORT: Record<keyof Sort, (value: unknown) => boolean> = {
  by: isOneOf(COLUMNS),
  descending: (value) => typeof value === "boolean",
};

export const HORIZONS: readonly Horizon[] = ["now", "next", "later"];

/** What stands for a lane, each value with its aspect. */
const SOUND_VALUE: Record<Aspect, (value: unknown) => boolean> = {
  theme: isTextOrNull,
  status: isOneOf(STATUSES),
  owner: (value) => typeof value === "string",
  kind: isOneOf(KINDS),
  parent: isTextOrNull,
  horizon: (value) => value === null || isOneOf(HORIZONS)(value),
  customer: isTextOrNull,
  need: isTextOrNull,
  goal: isTextOrNull,
  importance: (value) => value === null || isOneOf(IMPORTANCES)(value),
};

const SOUND_FILTER: Record<keyof Filter, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  themes: isListOf(isTextOrNull),
  statuses: isListOf(isOneOf(STATUSES)),
  owners: isListOf((owner) => typeof owner === "string"),
  customers: isListOf((id) => typeof id === "string"),
  needs: isListOf((id) => typeof id === "string"),
  goals: isListOf((id) => typeof id === "string"),
  parents: isListOf(isTextOrNull),
  horizons: isListOf((value) => value === null || isOneOf(HORIZONS)(value)),
  from: isDayOrNull,
  to: isDayOrNull,
};

/** Settings that were kept on this machine; null if they are not those that the program knows. */
export function readSettings(kept: unknown): ViewSettings | null {
  const whole = withWholeFilter(kept);
  return hasFields(SOUND, whole) ? tidied(whole as ViewSettings) : null;
}

/** A filter that was kept before there was all that it can ask for asks for no more than it did. */
function withWholeFilter(kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null || !("filter" in kept)) return kept;
  const { filter } = kept;
  return typeof filter === "object" && filter !== null
    ? { ...kept, filter: { ...emptyFilter, ...filter } }
    : kept;
}

/** The core refuses fields that it does not know as well. */
function hasFields(sound: Record<string, (value: unknown) => boolean>, kept: unknown): boolean {
  if (typeof kept !== "object" || kept === null) return false;
  const fields = kept as Record<string, unknown>;
  const known = Object.keys(fields).every((name) => name in sound);
  return known && Object.entries(sound).every(([name, is]) => is(fields[name]));
}

function isOneOf(all: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === "string" && all.includes(value);
}

function isListOf(is: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(is);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isAspectValue(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("field" in value)) return false;
  const { field } = value;
  const aspect = ASPECTS.find((each) => each === field);
  return aspect !== undefined && hasFields({ field: () => true, value: SOUND_VALUE[aspect] }, value);
}

function isDayOrNull(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value));
}
