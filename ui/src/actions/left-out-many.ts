/** What the view leaves out of many items that have come in at once, in words, and the least that shows them all. */
import type { LeftOut } from "../bindings/LeftOut";
import type { ViewSettings } from "../bindings/ViewSettings";
import type { Milepost } from "../milepost.svelte";
import { emptyFilter } from "../state/look";
import { KINDS_WORDS } from "../state/words";

/** What is said of them, and offered. */
export interface ManyLeftOut {
  /** “22 of the new items are left out by this view, which shows no bugs and no issues.” */
  words: string;
  /** What shows them is called. */
  label: string;
  /** What the features roadmap is looked at otherwise by then. */
  change: Partial<ViewSettings>;
  /** Whether none of them has a place in time, so that all are in the tray then. */
  waits: boolean;
}

/** Null if the view leaves none of them out. */
export async function leftOutOf(
  { backend, view }: Milepost,
  ids: readonly string[],
): Promise<ManyLeftOut | null> {
  if (ids.length === 0) return null;
  const settings = view.settingsOf("features");
  const found = await backend.call("left_out", { view: settings, ids: [...ids] });
  if (found.count === 0) return null;
  const kinds = { kinds: [...settings.kinds, ...found.kinds] };
  return {
    words: wordsOf(found, ids.length),
    label: labelOf(found),
    waits: found.waiting === found.count,
    change: { ...kinds, ...(found.by_filter ? { filter: emptyFilter } : {}) },
  };
}

/** Shows them on the roadmap. */
export function showLeftOut({ dialogs, screen, view }: Milepost, { change, waits }: ManyLeftOut): void {
  dialogs.close();
  screen.current = "roadmap";
  view.goTo("features");
  view.change(change);
  if (waits) view.trayOpen = true;
}

const namesOf = ({ kinds }: LeftOut): string[] => kinds.map((kind) => KINDS_WORDS[kind].toLowerCase());

function wordsOf(found: LeftOut, all: number): string {
  const { count, by_filter } = found;
  const items =
    all === 1
      ? "The new item is"
      : `${count.toLocaleString()} of the new items ${count === 1 ? "is" : "are"}`;
  const names = namesOf(found);
  if (names.length === 0) return `${items} left out by the filter.`;
  const filter = by_filter ? ", and by its filter" : "";
  return `${items} left out by this view, which shows ${joined(names.map((name) => `no ${name}`))}${filter}.`;
}

function labelOf(found: LeftOut): string {
  const names = namesOf(found);
  if (names.length === 0) return "Clear the filter";
  return found.by_filter ? "Show everything" : `Show ${joined(names)}`;
}

/** “bugs, issues and user stories”. */
const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
