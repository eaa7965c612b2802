/** Why the view has no place for a work item, and the least that is to be changed so that it can be seen. */
import type { Operation } from "../bindings/Operation";
import type { ViewSettings } from "../bindings/ViewSettings";
import type { Milepost } from "../milepost.svelte";
import { emptyFilter } from "../state/look";
import { KINDS_WORDS } from "../state/words";

/** How the features roadmap comes to show an item. */
export interface WayIn {
  /** What it is looked at otherwise by; nothing if it shows the item as it is. */
  change: Partial<ViewSettings>;
  /** What that is called. */
  label: string;
  /** Whether nothing but lanes and epics is expanded. */
  expands: boolean;
  /** Whether the item has no place in time, so that it is in the tray then and not on the axis. */
  waits: boolean;
  /** What the item is called. */
  title: string;
}

/** The least that lets the features roadmap show an item which it has no bar for. */
export async function wayIn(milepost: Milepost, id: string): Promise<WayIn> {
  const { backend, view } = milepost;
  const settings = view.settingsOf("features");
  const { item, parent } = await backend.call("item", { id });
  const above = parent ? await epicsAbove(milepost, parent.id) : new Set<string>();
  const expanded = { collapsed_epics: settings.collapsed_epics.filter((epic) => !above.has(epic)) };
  const kinds = { kinds: [...settings.kinds, item.kind] };
  const filter = { filter: emptyFilter };
  const ways = [
    { change: {}, label: "Show it among features", expands: true },
    { change: expanded, label: "Expand its epic", expands: true },
    {
      change: { ...expanded, ...kinds },
      label: `Show ${KINDS_WORDS[item.kind].toLowerCase()}`,
      expands: false,
    },
    { change: { ...expanded, ...filter }, label: "Clear the filter", expands: false },
  ];
  const everything = {
    change: { ...expanded, ...kinds, ...filter },
    label: "Show everything",
    expands: false,
  };
  const place = (settings: ViewSettings) =>
    backend.call("place", { chart: { view: settings, scale: milepost.chart?.scale ?? view.scale }, id });
  let found: Omit<WayIn, "waits" | "title"> = everything;
  for (const way of ways) {
    // A table has a row for what has no place in time, too.
    if (!(await place({ ...settings, ...way.change, arrangement: "both" }))) continue;
    found = way;
    break;
  }
  const waits = (await place({ ...settings, ...found.change })) === null;
  return { ...found, waits, title: item.title };
}

/** An epic and all that hold it. */
async function epicsAbove({ backend }: Milepost, id: string): Promise<Set<string>> {
  const above = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !above.has(at);) {
    above.add(at);
    at = (await backend.call("item", { id: at })).parent?.id;
  }
  return above;
}

/** Expands the collapsed lane that an item's row is in. False if it is in none. */
export async function expandLaneOf({ backend, chart, view }: Milepost, id: string): Promise<boolean> {
  const { settings } = view;
  for (const values of settings.collapsed) {
    const lane = { by: "items", values } as const;
    const query = { view: settings, scale: chart?.scale ?? view.scale };
    if (!(await backend.call("shown", { chart: query, lane })).includes(id)) continue;
    view.change({ collapsed: settings.collapsed.filter((each) => each !== values) });
    return true;
  }
  return false;
}

/** The one item that an operation changes, where its bar is in sight. */
export function shownOf({ chart, screen }: Milepost, operation: Operation): string | null {
  if (operation.operation !== "edit_items" && operation.operation !== "move_items") return null;
  const [id, ...others] = operation.ids;
  const isOne = id !== undefined && others.length === 0 && screen.current === "roadmap";
  return isOne && chart?.item(id) ? id : null;
}

/** Says of an item whose bar was in sight that it is no more, unless it waits in the tray: nobody has hidden it. */
export async function tellIfGone(milepost: Milepost, id: string): Promise<void> {
  const { backend, chart, notices, plan, view } = milepost;
  const revision = plan.state?.revision;
  if (!chart || (await backend.call("place", { chart: { view: view.settings, scale: chart.scale }, id })))
    return;
  // Whoever has gone on meanwhile has taken it away, or brought it back.
  if (plan.state?.revision !== revision) return;
  const way = await wayIn(milepost, id);
  if (way.waits || plan.state?.revision !== revision) return;
  const run = () => void milepost.attempt(() => milepost.goIn(way, id));
  const message = `This view leaves “${way.title}” out now.`;
  closeOnceShown(milepost, id, notices.tell(message, { label: way.label, run }));
}

/** Takes the message away that an item is left out, by the id of the message, as soon as the view shows the item. */
export function closeOnceShown(
  { backend, chart, notices, view }: Milepost,
  id: string,
  message: number,
): void {
  const stop = view.onChange(() => {
    if (!notices.notices.some((each) => each.id === message)) return stop();
    const query = { view: view.settings, scale: chart?.scale ?? view.scale };
    // What cannot be asked for is gone, and its message with it.
    void backend.call("place", { chart: query, id }).then(
      (place) => place && notices.close(message),
      () => notices.close(message),
    );
  });
}
