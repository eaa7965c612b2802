/** The two roadmaps on one axis, and the ways from what stands on one to what it has to do with on the other. */
import { tick } from "svelte";

import type { Roadmap } from "../bindings/Roadmap";
import { plannedFor } from "../gestures/plan-feature";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";
import { newId } from "../state/ids";
import { ROADMAPS, emptyFilter } from "../state/look";
import { type Action, editable, onFeatures, withPlan } from "./action";

const LABELS: Record<Roadmap, string> = { features: "Features roadmap", needs: "Needs roadmap" };

/** Alt and a digit, after the arrangements. */
const FIRST_KEY = 4;

/** Shows the other roadmap as it was looked at last, at the same days. */
function goTo({ view, chart, selection }: Milepost, roadmap: Roadmap): void {
  if (view.settings.roadmap === roadmap) return;
  const left = chart?.visible.x;
  if (selection.need !== null) selection.clear();
  view.goTo(roadmap);
  if (left !== undefined) chart?.scrollTo(left, 0);
}

export const roadmaps: readonly Action[] = ROADMAPS.map((roadmap, index) => ({
  id: `roadmap-${roadmap}`,
  label: LABELS[roadmap],
  keys: [`Alt+${FIRST_KEY + index}`],
  available: withPlan,
  run: (milepost) => goTo(milepost, roadmap),
}));

/** The needs that the one selected item serves. */
const servedBy = ({ selection }: Milepost): string[] =>
  (selection.only === selection.detail?.item.id && selection.detail?.item.needs.map(({ need }) => need)) || [];

export const showFeaturesOfNeed: Action = {
  id: "show-features-of-need",
  label: "Show the features of the need",
  menuLabel: () => "Show its features",
  keys: ["Enter"],
  available: ({ selection, chart }) => selection.need !== null && chart !== null,
  run: (milepost) => featuresOf(milepost, milepost.selection.need),
};

/** Goes to the features roadmap with nothing on it but what serves a need. */
export function featuresOf(milepost: Milepost, need: string | null): void {
  if (need === null) return;
  goTo(milepost, "features");
  milepost.view.change({ filter: { ...emptyFilter, needs: [need] } });
}

export const showNeedsOfItem: Action = {
  id: "show-needs-of-item",
  label: "Show the needs that it serves",
  menuLabel: () => "Show its needs",
  keys: [],
  available: (milepost) => onFeatures(milepost) && servedBy(milepost).length > 0,
  async run(milepost) {
    const [need] = servedBy(milepost);
    if (need === undefined) return;
    goTo(milepost, "needs");
    await tick();
    await milepost.attempt(async () => {
      if (!(await milepost.revealNeed(need))) {
        milepost.view.change({ filter: emptyFilter });
        await milepost.revealNeed(need);
      }
    });
    milepost.selection.selectNeed(need);
    milepost.selection.inspectorOpen = true;
  },
};

export const planFeature: Action = {
  id: "plan-feature",
  label: "Plan a feature for the need",
  menuLabel: ({ spot }) => (spot?.day == null ? "Plan a feature for it" : "Plan a feature for it here"),
  keys: ["Shift+N"],
  available: (milepost) => editable(milepost) && milepost.selection.need !== null,
  async run(milepost) {
    const { selection, plan, spot } = milepost;
    const { need } = selection;
    if (need === null || !plan.state) return;
    const found = await milepost.backend.call("need_statement", { id: need });
    await planFor(milepost, need, found, spot?.day ?? numberOf(plan.state.today));
  },
};

/** Makes a feature for a need, from a day on, and shows what came of it. */
export async function planFor(milepost: Milepost, need: string, statement: string, day: number): Promise<void> {
  const id = newId();
  if (!(await milepost.commit(plannedFor(id, need, statement, day)))) return;
  milepost.notices.say(`Planned a feature for “${statement}”.`);
  await milepost.attempt(async () => void (await milepost.revealNeed(need)));
  milepost.selection.select([id]);
}
