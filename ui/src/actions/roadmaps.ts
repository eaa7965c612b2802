/** The three roadmaps on one axis, and the ways from what stands on one to what it has to do with on the other. */
import { tick } from "svelte";

import type { Roadmap } from "../bindings/Roadmap";
import { plannedFor } from "../gestures/plan-feature";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";
import { newId } from "../state/ids";
import { ROADMAPS, emptyFilter, isFiltering } from "../state/look";
import { ROADMAP_WORDS } from "../state/words";
import { type Action, editable, onFeatures, withPlan } from "./action";
import { goToNeed } from "./go-to-need";
import { lastTop, leavePlace } from "./place";

/** Alt and a digit, after the arrangements. */
const FIRST_KEY = 4;

/** More needs than have the statement of another one in theirs. */
const NAMESAKES = 10_000;

/** Shows another roadmap as it was looked at last, at the same days. */
export function goToRoadmap(milepost: Milepost, roadmap: Roadmap): void {
  const { view, chart, selection } = milepost;
  if (view.settings.roadmap === roadmap) return;
  leavePlace(milepost);
  if (selection.need !== null) selection.clear();
  view.goTo(roadmap);
  if (!chart) return;
  chart.scrollBy(0, (lastTop(milepost) ?? 0) - chart.sight.top);
  void chart.renew();
}

export const roadmaps: readonly Action[] = ROADMAPS.map((roadmap, index) => ({
  id: `roadmap-${roadmap}`,
  label: `${ROADMAP_WORDS[roadmap]} roadmap`,
  keys: [`Alt+${FIRST_KEY + index}`],
  available: withPlan,
  run: (milepost) => goToRoadmap(milepost, roadmap),
}));

const withNeed = ({ selection, chart }: Milepost): boolean => selection.need !== null && chart !== null;

export const showFeaturesOfNeed: Action = {
  id: "show-features-of-need",
  label: "Show the features of the need",
  menuLabel: () => "Show its features",
  // Enter on a need that has the focus; elsewhere it opens what is selected.
  keys: [],
  available: withNeed,
  run(milepost) {
    const { need } = milepost.selection;
    if (need !== null) featuresOf(milepost, need);
  },
};

/** Goes to the features roadmap with nothing on it but what serves a need; a filter that was made otherwise can be had back. */
export function featuresOf(milepost: Milepost, need: string): void {
  const { notices, view } = milepost;
  goToRoadmap(milepost, "features");
  const { filter } = view.settings;
  view.change({ filter: { ...emptyFilter, needs: [need] } });
  if (!isFiltering({ ...filter, needs: [] })) return;
  const run = () => view.changeOn("features", { filter });
  notices.tell("Nothing but what serves the need is shown now.", { label: "Filter as before", run });
}

/** The needs that the one selected item serves. */
function servedBy({ selection }: Milepost): string[] {
  return selection.detail?.item.needs.map(({ need }) => need) ?? [];
}

export const showNeedsOfItem: Action = {
  id: "show-needs-of-item",
  label: "Show the needs that it serves",
  menuLabel: () => "Show its needs",
  keys: [],
  available: (milepost) => onFeatures(milepost) && servedBy(milepost).length > 0,
  async run(milepost) {
    const [need] = servedBy(milepost);
    if (need !== undefined) await showOnRoadmap(milepost, need);
  },
};

/**
 * Shows a need on the needs roadmap, selected; what nothing with days serves waits in the tray there. Asks before a filter goes
 * that leaves it out.
 */
export async function showOnRoadmap(milepost: Milepost, need: string): Promise<void> {
  const { screen, selection, view } = milepost;
  screen.current = "roadmap";
  await tick();
  goToRoadmap(milepost, "needs");
  await milepost.attempt(async () => {
    if (await milepost.revealNeed(need)) return;
    if (await isLeftOut(milepost, need)) tellLeftOut(milepost, need);
    else view.trayOpen = true;
  });
  milepost.selectNeed(need);
  selection.inspectorOpen = true;
}

/** Whether the filter keeps a need off the roadmap that does not stand on the axis. */
async function isLeftOut({ backend, view }: Milepost, id: string): Promise<boolean> {
  if (!view.filtering) return false;
  const { need } = await backend.call("need", { id });
  const asked = { view: view.settings, search: need.statement, offset: 0, limit: NAMESAKES };
  const { needs } = await backend.call("need_tray", asked);
  return needs.every((each) => each.id !== id);
}

function tellLeftOut(milepost: Milepost, need: string): void {
  const run = () => {
    milepost.view.changeOn("needs", { filter: emptyFilter });
    void showOnRoadmap(milepost, need);
  };
  milepost.notices.tell("The filter leaves it out.", { label: "Clear the filter", run });
}

export const inspectNeedOnRoadmap: Action = {
  id: "inspect-need-on-roadmap",
  label: "Show details of the need",
  menuLabel: () => "Show details",
  keys: ["I"],
  ofSelected: true,
  available: withNeed,
  run({ selection }) {
    selection.inspectorOpen = true;
  },
};

export const openNeed: Action = {
  id: "open-need",
  label: "Open the need on the screen of needs",
  menuLabel: () => "Open among all needs",
  keys: [],
  available: withNeed,
  async run(milepost) {
    const { need } = milepost.selection;
    if (need !== null) await goToNeed(milepost, need);
  },
};

export const planFeatureFromDay: Action = {
  id: "plan-feature-from-day",
  label: "Plan a feature for the need from today",
  menuLabel: ({ spot }) => (spot?.day == null ? "Plan a feature from today" : "Plan a feature here"),
  keys: ["Shift+N"],
  ofSelected: true,
  available: (milepost) => editable(milepost) && withNeed(milepost) && statementOf(milepost) !== null,
  async run(milepost) {
    const { selection, plan, spot } = milepost;
    const statement = statementOf(milepost);
    if (selection.need === null || statement === null || !plan.state) return;
    await planFor(milepost, selection.need, statement, spot?.day ?? numberOf(plan.state.today));
  },
};

function statementOf({ needs, selection }: Milepost): string | null {
  const need = needs.detail?.need;
  return need && need.id === selection.need ? need.statement : null;
}

/** Makes a feature for a need, from a day on, and shows what came of it. */
export async function planFor(
  milepost: Milepost,
  need: string,
  statement: string,
  day: number,
): Promise<void> {
  const id = newId();
  if (!(await milepost.commit(plannedFor(id, need, statement, day)))) return;
  milepost.notices.say(`Planned a feature for “${statement}”.`);
  await milepost.attempt(async () => void (await milepost.revealNeed(need)));
  milepost.selection.select([id]);
}
