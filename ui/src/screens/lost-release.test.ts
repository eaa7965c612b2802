/** A release can go elsewhere, such as to a dialog of the system: what is dragged is let go when the pointer is back without a button. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { movingChart } from "../chart/fake-chart";
import { REST } from "../state/following.svelte";
import ResizeHandle from "../widgets/ResizeHandle.svelte";
import ThemesDialog from "./dialogs/ThemesDialog.svelte";
import { fakeMilepost, patch, planState, settle, show } from "./fakes";
import Overview from "./roadmap/Overview.svelte";
import ColumnsPopover from "./roadmap/table/ColumnsPopover.svelte";
import Header from "./roadmap/table/Header.svelte";

let shown: ReturnType<typeof show>;
beforeEach(() => {
  HTMLElement.prototype.setPointerCapture = () => {};
});
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const point = (on: HTMLElement, type: string, at: number, buttons = 1) =>
  on.dispatchEvent(new PointerEvent(type, { buttons, clientX: at, clientY: at, bubbles: true }));

/** Lets each of the rows be 20 points high, one under the other. */
function layOut(css: string): void {
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    const top = 20 * [...document.querySelectorAll(css)].indexOf(this);
    return { top, bottom: top + 20, height: 20 } as DOMRect;
  });
}

/** Drags from one place to another, after which the pointer is back elsewhere without a button, and comes up somewhere. */
function dragAndLose(on: HTMLElement, from: number, to: number, back: number): void {
  point(on, "pointerdown", from);
  point(on, "pointermove", to);
  point(on, "pointermove", back, 0);
  point(on, "pointerup", back, 0);
}

it("ends the drag of a panel’s edge", () => {
  const onresize = vi.fn();
  shown = show(ResizeHandle, { label: "Width", width: 300, least: 200, greatest: 600, onresize });
  dragAndLose(shown.find("[role=separator]"), 500, 480, 400);
  expect(onresize.mock.calls).toEqual([[320]]);
});

it("ends the drag of a column’s edge", () => {
  const { milepost } = fakeMilepost({});
  const onresize = vi.fn();
  shown = show(Header, { milepost, widths: {}, stop: null, onresize, onfocus() {} });
  dragAndLose(shown.find("[data-column-name=title] .edge"), 300, 320, 400);
  expect(onresize).toHaveBeenCalledOnce();
});

it("ends the drag of a column among the others", async () => {
  const { milepost } = fakeMilepost({});
  milepost.view.panel = "columns";
  milepost.view.change({ columns: ["title", "owner", "status", "start"] });
  shown = show(ColumnsPopover, { milepost });
  await settle();
  layOut("[data-chosen]");
  dragAndLose(shown.find("[data-chosen=owner] .grip"), 30, 50, 70);
  expect(milepost.view.settings.columns).toEqual(["title", "status", "owner", "start"]);
});

it("ends the drag of a row without effect", async () => {
  const { milepost, asked } = fakeMilepost({ apply: () => patch });
  const themes = ["One", "Two", "Three"].map((name, rank) => ({ id: name, name, hue: 1, rank }));
  milepost.plan.state = { ...planState, themes };
  shown = show(ThemesDialog, { milepost });
  await settle();
  layOut("[data-id]");
  const grip = shown.find("[data-id=One] .grip");
  dragAndLose(grip, 10, 30, 50);
  await settle();
  expect(asked("apply")).toEqual([]);
  point(grip, "pointerdown", 10);
  point(grip, "pointermove", 50);
  point(grip, "pointerup", 50, 0);
  await settle();
  expect(asked("apply")).toHaveLength(1);
});

it("ends the drag of what the overview has in sight", async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private readonly onResized: () => void) {}
      observe = () => this.onResized();
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(400);
  const context = new Proxy({}, { get: () => () => {}, set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context as never);
  const overview = { first: "2024-01-01", last: "2027-12-31", counts: [1], milestones: [] };
  const { milepost } = fakeMilepost({ overview: () => overview });
  const moving = movingChart();
  milepost.chart = moving.asChart;
  shown = show(Overview, { milepost });
  await vi.advanceTimersByTimeAsync(REST);
  await settle();
  const grip = shown.find("[data-part=window]");
  const before = moving.visible.x;
  point(grip, "pointerdown", 100);
  point(grip, "pointermove", 120);
  const left = moving.visible.x;
  expect(left).not.toBe(before);
  point(grip, "pointermove", 160, 0);
  expect(moving.visible.x).toBe(left);
});
