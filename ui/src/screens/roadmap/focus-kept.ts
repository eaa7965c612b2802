/** Keeps the keyboard on the timeline when what has the focus there is deleted, or left out by the view. */
import type { Patch } from "../../bindings/Patch";
import type { Chart } from "../../chart/chart";
import type { Thing } from "../../chart/mirror";
import type { Milepost } from "../../milepost.svelte";

/** The focus goes on to the next thing from whatever is not there any more. Gives back how to stop. */
export function keepFocusOnThings(milepost: Milepost, chart: Chart): () => void {
  const leave = () => void milepost.attempt(() => leaveWhatIsOut(milepost, chart));
  const stops = [
    milepost.plan.onChange((patch) => {
      if (patch) chart.mirror.lose(isGoneBy(patch));
      leave();
    }),
    milepost.view.onChange(leave),
  ];
  return () => stops.forEach((stop) => stop());
}

/** What a change has deleted. Costs are deleted on other screens. */
function isGoneBy({ removed, removed_needs, state }: Patch): (thing: Thing) => boolean {
  const gone = new Set([...removed, ...removed_needs]);
  const milestones = new Set(state.milestones.map(({ id }) => id));
  return ({ entity, id }) => (entity === "milestone" ? !milestones.has(id) : gone.has(id));
}

/** Goes on from what has the focus, if the view does not show it any more. */
async function leaveWhatIsOut(milepost: Milepost, chart: Chart): Promise<void> {
  if (!chart.mirror.focused) return;
  await chart.painted();
  const { focused } = chart.mirror;
  if (!focused || chart.thing(focused) || (await hasPlace(milepost, chart, focused))) return;
  if (chart.mirror.focused === focused && !chart.thing(focused))
    chart.mirror.lose(({ entity, id }) => entity === focused.entity && id === focused.id);
}

/** Whether something stands anywhere on the timeline, near what is in sight or far from it. */
async function hasPlace({ backend, view }: Milepost, chart: Chart, thing: Thing): Promise<boolean> {
  const query = { view: view.settings, scale: chart.scale };
  const { id } = thing;
  if (thing.entity === "item") return (await backend.call("place", { chart: query, id })) !== null;
  if (thing.entity === "need") return (await backend.call("place_of_need", { chart: query, id })) !== null;
  // Milestones are few, and stand in sight with their days; costs nobody but the picture knows.
  return thing.entity === "milestone" && view.settings.show_milestones;
}
