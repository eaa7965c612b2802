/** Remembers where each plan was looked at on this machine, and goes back there when it is shown again. */
import { goToLast, leavePlace } from "../../actions/place";
import type { Milepost } from "../../milepost.svelte";
import { showFirst } from "./first-sight";

export function rememberPlace(milepost: Milepost): () => void {
  const { plan } = milepost;
  const stopPlan = plan.onChange((patch) => {
    if (!patch) goBack(milepost);
  });
  goBack(milepost);
  const keep = () => leavePlace(milepost);
  const every = setInterval(keep, 2_000);
  window.addEventListener("pagehide", keep);
  return () => {
    keep();
    clearInterval(every);
    window.removeEventListener("pagehide", keep);
    stopPlan();
  };
}

function goBack(milepost: Milepost): void {
  if (milepost.plan.state && !goToLast(milepost)) void milepost.attempt(() => showFirst(milepost));
}
