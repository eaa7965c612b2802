/** Dependencies by name: the twins of a drag from the dot beside a bar to another bar, and what is done with their lines. */
import { tick } from "svelte";

import type { Dependency } from "../bindings/Dependency";
import type { DependencyKind } from "../bindings/DependencyKind";
import type { Operation } from "../bindings/Operation";
import type { Milepost } from "../milepost.svelte";
import { DEPENDENCY_WORDS } from "../state/dependency-words";
import { newId } from "../state/ids";
import { type Action, editable, hasTimeline, onFeatures } from "./action";
import { goToItem } from "./go-to-item";

/** Opens the inspector with the keyboard in the field that adds what the item waits for. */
export const addDependency: Action = {
  id: "add-dependency",
  label: "Add dependency…",
  keys: ["L"],
  ofSelected: true,
  available: (milepost) => editable(milepost) && milepost.selection.only !== null,
  async run({ selection }) {
    selection.inspectorOpen = true;
    await selection.ready;
    await tick();
    document.querySelector<HTMLElement>("[data-field=add-predecessor]")?.focus();
  },
};

const SHOWN_AGAIN = "Dependencies are shown again.";

/** Shows the lines of a timeline that hides them, where a new one would be hidden with the others. Answers whether it did. */
function showLines(milepost: Milepost): boolean {
  const { view } = milepost;
  if (view.settings.show_dependencies || !onFeatures(milepost) || !hasTimeline(milepost)) return false;
  view.change({ show_dependencies: true });
  return true;
}

/** The same after one was drawn by hand, which says nothing by itself. */
export function showDrawn(milepost: Milepost): void {
  const run = () => milepost.view.change({ show_dependencies: false });
  if (showLines(milepost)) milepost.notices.tell(SHOWN_AGAIN, { label: "Hide", run });
}

/** How many are linked at once: who has selected more has hardly meant one chain of them. */
const MOST_LINKED = 50;

/** Lets each of some wait for the one that starts before it. */
export const linkSelected: Action = {
  id: "link-selected",
  label: "Link selected",
  keys: ["Shift+L"],
  available: (milepost) => editable(milepost) && milepost.selection.items.size > 1,
  async run(milepost) {
    const { items } = milepost.selection;
    if (items.size > MOST_LINKED) {
      milepost.notices.tell(`At most ${MOST_LINKED} are linked at once; ${items.size} are selected.`);
      return;
    }
    const ends = await Promise.all([...items].map((id) => startOf(milepost, id)));
    // What has no dates comes after what has; of two that start together the one selected first comes first.
    ends.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
    const links = ends.slice(1).map((successor, at) => linkOf(ends[at]!.id, successor.id));
    const [link] = links;
    const [predecessor, successor] = ends;
    if (!link || !predecessor || !successor) return;
    const isOne = links.length === 1;
    const label = `Link ${ends.length} items`;
    if (!(await milepost.commit(isOne ? link : { operation: "batch", label, operations: links }))) return;
    const said = isOne
      ? `“${successor.title}” waits for “${predecessor.title}” now.`
      : `Each of ${ends.length} items waits for the one before it now.`;
    milepost.tellUndoable(showLines(milepost) ? `${said} ${SHOWN_AGAIN}` : said);
  },
};

function linkOf(predecessor: string, successor: string): Operation {
  const ends = { predecessor, successor, kind: "finish_to_start", lag_days: 0 } as const;
  return { operation: "link", dependency: { id: newId(), ...ends } };
}

async function startOf({ backend }: Milepost, id: string) {
  const { item, span } = await backend.call("item", { id });
  return { id, title: item.title, first: span?.first ?? "9999" };
}

/**
 * Selects a dependency with the item that waits, whose details are there then. False if something else has been selected
 * meanwhile.
 */
export async function selectDependency({ chart, selection }: Milepost, id: string): Promise<boolean> {
  const successor = await selection.selectDependency(id);
  if (successor === null) return false;
  chart?.mirror.focus({ entity: "item", id: successor });
  await selection.ready;
  await tick();
  return selection.dependency === id;
}

/** The same, with the inspector open and the keyboard in the dependency's fields, if they can be changed. */
export async function openDependency(milepost: Milepost, id: string): Promise<void> {
  if (await selectDependency(milepost, id)) await goToFields(milepost);
}

async function goToFields({ selection }: Milepost): Promise<void> {
  selection.inspectorOpen = true;
  await tick();
  document.querySelector<HTMLElement>("[data-field=dependency-kind]")?.focus();
}

interface Selected {
  dependency: Dependency;
  predecessor: { id: string; title: string };
  successor: { id: string; title: string };
}

/** The dependency that is selected, with the names of what it ties. */
function selected({ selection: { detail, tie } }: Milepost): Selected | null {
  if (!detail || !tie) return null;
  const { dependency, other } = tie.tie;
  return tie.others === "predecessor"
    ? { dependency, predecessor: other, successor: detail.item }
    : { dependency, predecessor: detail.item, successor: other };
}

const changeable = (milepost: Milepost): boolean => editable(milepost) && selected(milepost) !== null;

const editDependency: Action = {
  id: "edit-dependency",
  label: "Edit dependency…",
  keys: [],
  available: changeable,
  run: goToFields,
};

const kindAction = (kind: DependencyKind): Action => ({
  id: `dependency-${kind.replaceAll("_", "-")}`,
  label: `Dependency: ${DEPENDENCY_WORDS[kind].toLowerCase()}`,
  menuLabel: () => DEPENDENCY_WORDS[kind],
  keys: [],
  available: changeable,
  holds: (milepost) => selected(milepost)?.dependency.kind === kind,
  async run(milepost) {
    const dependency = selected(milepost)?.dependency;
    if (!dependency || dependency.kind === kind) return;
    const edit = { field: "kind", value: kind } as const;
    await milepost.commit({ operation: "edit_dependency", id: dependency.id, edit });
  },
});

export const deleteDependency: Action = {
  id: "delete-dependency",
  label: "Delete dependency",
  keys: [],
  // What it ties need not be known yet.
  available: (milepost) => editable(milepost) && milepost.selection.dependency !== null,
  async run(milepost) {
    const { dependency: id } = milepost.selection;
    if (id === null) return;
    const { predecessor, successor } = await milepost.backend.call("dependency", { id });
    if (!(await milepost.commit({ operation: "unlink", id }))) return;
    milepost.tellUndoable(`“${successor.title}” no longer waits for “${predecessor.title}”.`);
  },
};

const goToEnd = (end: "predecessor" | "successor", label: string): Action => ({
  id: `go-to-${end}`,
  label,
  menuLabel: (milepost) => `Go to “${selected(milepost)?.[end].title ?? ""}”`,
  keys: [],
  available: (milepost) => selected(milepost) !== null,
  async run(milepost) {
    const found = selected(milepost);
    if (found) await goToItem(milepost, found[end].id);
  },
});

/** What is done with the dependency that is selected: by its line, or by its chip in the inspector. */
export const dependencyActions: readonly Action[] = [
  editDependency,
  ...(Object.keys(DEPENDENCY_WORDS) as DependencyKind[]).map(kindAction),
  goToEnd("predecessor", "Go to what the dependency waits for"),
  goToEnd("successor", "Go to what waits by the dependency"),
  deleteDependency,
];
