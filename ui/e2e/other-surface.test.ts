/** Another roadmap, or another plan, may have another beginning and end: what is in sight does not stay within the one before. */
import { afterEach, beforeEach, expect, it } from "vitest";

import type { PlanState } from "../src/bindings/PlanState";
import { Milepost } from "./page";

/** A request for a part of the surface, and how far the whole goes. */
interface Asked {
  from: number;
  to: number;
  left: number;
}

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
});
afterEach(() => milepost.stop());

it("shows all of a roadmap that begins after what was in sight", async () => {
  const { page, bridge } = milepost;
  await milepost.empty();
  const item = {
    id: "01900000-0000-7000-8000-000000000001",
    kind: "feature",
    title: "Long ago",
    schedule: { kind: "dated", first: "2024-01-08", last: "2024-03-29" },
  };
  await bridge.call("apply", { operation: { operation: "add_item", item } });
  await milepost.load();
  await milepost.act("fit");
  await milepost.bar("Long ago").waitFor({ state: "attached" });
  const asked: Asked[] = [];
  page.on("requestfinished", (request) => {
    if (!request.url().endsWith("/api/scene")) return;
    const { viewport } = request.postDataJSON() as { viewport: { left: number; width: number } };
    void request.response().then(async (response) => {
      const { extent } = (await response!.json()) as { extent: { left: number } };
      asked.push({ from: viewport.left, to: viewport.left + viewport.width, left: extent.left });
    });
  });
  await milepost.press("Alt+6");
  await page.getByText("No budget lines yet").waitFor();
  const width = await page
    .locator("canvas")
    .first()
    .evaluate((canvas) => canvas.clientWidth);
  const reached = () => Math.max(...asked.filter(({ left, from }) => from <= left + 1).map(({ to }) => to));
  await expect.poll(() => reached() - asked.at(-1)!.left).toBeGreaterThan(width - 200);
});

it("comes back to where a plan was left beyond the end of the one that was shown meanwhile", async () => {
  const { bridge } = milepost;
  const fill = async (...years: number[]) => {
    for (const year of years) {
      const schedule = { kind: "dated", first: `${year}-01-08`, last: `${year}-03-29` };
      const id = `01900000-0000-7000-8000-00000000${year}`;
      const item = { id, kind: "feature", title: `In ${year}`, schedule };
      await bridge.call("apply", { operation: { operation: "add_item", item } });
    }
    return (await bridge.call<PlanState>("plan_state", null)).path;
  };
  await bridge.newPlan(false);
  const short = await fill(2024);
  await bridge.newPlan(false);
  const long = await fill(2024, 2044);
  await milepost.load();
  const open = async (path: string) => {
    milepost.typePath(path);
    await milepost.press("Control+o");
  };
  const [here, there] = [milepost.bar("In 2024"), milepost.bar("In 2044")];
  await here.waitFor({ state: "attached" });
  await milepost.press("End");
  await there.waitFor({ state: "attached" });

  await open(short);
  await there.waitFor({ state: "detached" });
  await milepost.press("Home");
  await here.waitFor({ state: "attached" });
  await open(long);
  await there.waitFor({ state: "attached" });
});
