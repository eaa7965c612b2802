/** What a view shows, in words: its lanes, what it counts, each part of its filter. */
import type { Customer } from "../bindings/Customer";
import type { Filter } from "../bindings/Filter";
import type { Goal } from "../bindings/Goal";
import type { ItemKind } from "../bindings/ItemKind";
import type { Theme } from "../bindings/Theme";
import type { ViewSettings } from "../bindings/ViewSettings";
import { written } from "./days";
import { emptyFilter } from "./look";
import { ASPECT_WORDS, HORIZON_WORDS, KINDS_WORDS, KIND_WORDS, STATUS_WORDS } from "./words";

export const NO_THEME = "No theme";
export const NO_OWNER = "No owner";
export const NO_EPIC = "No epic";
export const NO_HORIZON = "No horizon";

/** What the lanes stand for: “Owner, status”; empty if there is one lane for everything. */
export function laneWords({ roadmap, lanes_by, then_by }: ViewSettings): string {
  if (roadmap === "budget") return "Budget line";
  const words = [lanes_by, then_by].flatMap((aspect) => (aspect ? ASPECT_WORDS[aspect] : []));
  return sentence(words.join(", "));
}

/** “12 features”, or “12 items” where kinds are mixed. */
export function counted(count: number, kinds: readonly ItemKind[]): string {
  const [kind] = kinds;
  const [one, several] =
    kind !== undefined && kinds.length === 1 ? [KIND_WORDS[kind], KINDS_WORDS[kind]] : ["item", "items"];
  return `${count.toLocaleString()} ${(count === 1 ? one : several).toLowerCase()}`;
}

/** What has no place in time, as far as the view shows it. */
export const withoutDates = ([kind, ...others]: readonly ItemKind[]): string =>
  kind !== undefined && others.length === 0 ? `${KINDS_WORDS[kind]} without dates` : "Without dates";

/** The names of what a filter chooses by id. */
export interface Names {
  themes: readonly Pick<Theme, "id" | "name">[];
  customers: readonly Pick<Customer, "id" | "name">[];
  goals: readonly Pick<Goal, "id" | "title">[];
  /** As far as they are known. */
  epics: readonly { id: string; title: string }[];
}

export interface FilterPart {
  part: keyof Filter;
  words: string;
  /** What the filter is without it. */
  without: Partial<Filter>;
}

/** The parts of a filter that may keep something out, in the order in which they are asked for. */
export function filterParts(filter: Filter, names: Names): FilterPart[] {
  const { text, statuses, owners, needs, from, to } = filter;
  const themeName = (id: string | null) =>
    id === null ? NO_THEME : (names.themes.find((theme) => theme.id === id)?.name ?? "a deleted theme");
  const customerName = (id: string) =>
    names.customers.find((customer) => customer.id === id)?.name ?? "a deleted customer";
  const goalTitle = (id: string) => names.goals.find((goal) => goal.id === id)?.title ?? "a deleted goal";
  const epicTitle = (id: string | null) =>
    id === null ? NO_EPIC : (names.epics.find((epic) => epic.id === id)?.title ?? "an epic");
  const words: Record<keyof Filter, string> = {
    text: text.trim() && `Text: ${text.trim()}`,
    from: from === null ? "" : `From ${written(from)}`,
    to: to === null ? "" : `To ${written(to)}`,
    statuses: listed(
      "Status",
      statuses.map((status) => STATUS_WORDS[status].toLowerCase()),
    ),
    themes: listed("Theme", filter.themes.map(themeName)),
    parents: listed("Epic", filter.parents.map(epicTitle)),
    horizons: listed(
      "Horizon",
      filter.horizons.map((horizon) =>
        horizon === null ? NO_HORIZON : HORIZON_WORDS[horizon].toLowerCase(),
      ),
    ),
    owners: listed(
      "Owner",
      owners.map((owner) => owner || NO_OWNER),
    ),
    customers: listed("Customer", filter.customers.map(customerName)),
    goals: listed("Goal", filter.goals.map(goalTitle)),
    needs: needs.length === 0 ? "" : `${needs.length} ${needs.length === 1 ? "need" : "needs"}`,
  };
  return (Object.keys(words) as (keyof Filter)[])
    .filter((part) => words[part] !== "")
    .map((part) => ({ part, words: words[part], without: { [part]: emptyFilter[part] } }));
}

/** Names that a chip has room for. */
const ROOM = 3;

function listed(what: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length > ROOM + 1 ? [`${names.length - ROOM} more`] : [];
  return `${what}: ${[...names.slice(0, more.length ? ROOM : ROOM + 1), ...more].join(", ")}`;
}

const sentence = (words: string): string => words.slice(0, 1) + words.slice(1).toLowerCase();
