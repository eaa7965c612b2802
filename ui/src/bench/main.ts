/** The page for measurements: the timeline as the app shows it, over the browser bridge, and `window.bench`. */
import { mount, unmount } from "svelte";

import { loadFonts } from "../chart/fonts";
import { Milepost } from "../milepost.svelte";
import { browserDesktop, httpBackend } from "../ports/http-backend";
import Timeline from "../screens/roadmap/Timeline.svelte";
import "../styles/fonts.css";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/chart.css";
import "./bench.css";
import { Bench } from "./bench";
import { ListeningBackend } from "./listening-backend";

declare global {
  interface Window {
    bench: Bench;
  }
}

const target = document.getElementById("app");
if (!target) throw new Error("bench.html has no place for the timeline");

await loadFonts();
const backend = new ListeningBackend(httpBackend);
const milepost = new Milepost(backend, browserDesktop);
const show = () => {
  const timeline = mount(Timeline, { target, props: { milepost } });
  return () => unmount(timeline);
};
window.bench = new Bench(milepost, backend, show);
