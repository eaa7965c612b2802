/** Remembers where and how each plan was looked at on this machine, and goes back to it when it is shown again. */
import type { Chart } from "../../chart/chart";
import type { Milepost } from "../../milepost.svelte";
import { numberOf } from "../../state/days";
import { keep, readLook, readPlace } from "../../state/kept-look";
import { usualView } from "../../state/look";

export function rememberPlace(milepost: Milepost, chart: Chart): () => void {
  const { plan, view } = milepost;
  const stopPlan = plan.onChange((patch) => {
    if (!patch) goBack(milepost, chart);
  });
  goBack(milepost, chart);
  const stopView = view.onChange(() => {
    if (plan.state) keep(plan.state.path, view.look);
  });
  const keepPlace = () => {
    const { x, y } = chart.visible;
    const place = { scale: chart.scale, day: x / chart.scale, top: y };
    if (plan.state && chart.extent) keep(plan.state.path, place);
  };
  const every = setInterval(keepPlace, 2_000);
  window.addEventListener("pagehide", keepPlace);
  return () => {
    keepPlace();
    clearInterval(every);
    window.removeEventListener("pagehide", keepPlace);
    stopView();
    stopPlan();
  };
}

function goBack({ plan, view }: Milepost, chart: Chart): void {
  if (!plan.state) return;
  const { path, today } = plan.state;
  view.show(readLook(path) ?? { settings: usualView, chosen: null });
  const place = readPlace(path);
  if (place) {
    chart.zoomTo(place.scale, 0);
    chart.scrollTo(place.day * place.scale, place.top);
  } else {
    chart.scrollTo((numberOf(today) - 24) * chart.scale, 0);
  }
}
