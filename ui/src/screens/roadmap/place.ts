/** Remembers where each plan was looked at on this machine, and goes there when it is shown again. */
import type { Chart } from "../../chart/chart";
import type { Milepost } from "../../milepost.svelte";
import { numberOf } from "../../state/days";

interface Place {
  scale: number;
  /** Day at the left edge, with its fraction. */
  day: number;
  top: number;
}

const keyOf = (path: string): string => `milepost.place:${path}`;

export function rememberPlace(milepost: Milepost, chart: Chart): () => void {
  const stop = milepost.plan.onChange((patch) => {
    if (!patch) goBack(milepost, chart);
  });
  goBack(milepost, chart);
  const keep = () => {
    const path = milepost.plan.state?.path;
    const { x, y } = chart.visible;
    if (path && chart.extent) write(keyOf(path), { scale: chart.scale, day: x / chart.scale, top: y });
  };
  const every = setInterval(keep, 2_000);
  window.addEventListener("pagehide", keep);
  return () => {
    keep();
    clearInterval(every);
    window.removeEventListener("pagehide", keep);
    stop();
  };
}

function goBack({ plan }: Milepost, chart: Chart): void {
  if (!plan.state) return;
  const place = read(keyOf(plan.state.path));
  if (place) {
    chart.zoomTo(place.scale, 0);
    chart.scrollTo(place.day * place.scale, place.top);
  } else {
    const today = numberOf(plan.state.today);
    chart.scrollTo((today - 24) * chart.scale, 0);
  }
}

function read(key: string): Place | null {
  try {
    const place = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<Place> | null;
    const numbers = [place?.scale, place?.day, place?.top];
    return numbers.every((number) => Number.isFinite(number)) ? (place as Place) : null;
  } catch {
    // What was kept is not readable: the plan is shown from today.
    return null;
  }
}

function write(key: string, place: Place): void {
  localStorage.setItem(key, JSON.stringify(place));
}
