/** Remembers how each plan was looked at on this machine and where, and goes back to it when it is shown again. */
import { goToLast, leavePlace } from "../../actions/place";
import type { Milepost } from "../../milepost.svelte";
import { numberOf } from "../../state/days";
import { keepLook, readLook, readOthers } from "../../state/kept-look";
import { usualView } from "../../state/look";

/** Days before today that are in sight where nothing else is known. */
const BEFORE_TODAY = 24;

export function rememberPlace(milepost: Milepost): () => void {
  const { plan, view } = milepost;
  const stopPlan = plan.onChange((patch) => {
    if (!patch) goBack(milepost);
  });
  goBack(milepost);
  const stopView = view.onChange(() => {
    if (plan.state) keepLook(plan.state.path, view.look, view.others);
  });
  const keep = () => leavePlace(milepost);
  const every = setInterval(keep, 2_000);
  window.addEventListener("pagehide", keep);
  return () => {
    keep();
    clearInterval(every);
    window.removeEventListener("pagehide", keep);
    stopView();
    stopPlan();
  };
}

function goBack(milepost: Milepost): void {
  const { plan, view, chart } = milepost;
  if (!plan.state) return;
  const { path } = plan.state;
  view.restore(readLook(path) ?? { settings: usualView, chosen: null }, readOthers(path));
  if (!goToLast(milepost)) chart?.scrollTo((numberOf(plan.state.today) - BEFORE_TODAY) * chart.scale, 0);
}
