import { afterEach, expect, it } from "vitest";

import { fakeMilepost, otherPlan, planState, settle } from "../screens/fakes";
import { followDrops } from "./drop-files";

let stop = () => {};
afterEach(() => stop());

function begin() {
  let dropped: (paths: readonly string[]) => void = () => {};
  const fake = fakeMilepost(
    { open_plan: ({ path }) => ({ ...otherPlan, path }) },
    { onDropped: (callback) => (dropped = callback) },
  );
  stop = followDrops(fake.milepost);
  const { milepost } = fake;
  const drop = async (...paths: string[]) => {
    dropped(paths);
    await settle();
    return milepost.notices.notices.at(-1)?.message;
  };
  return { ...fake, drop };
}

it("opens a plan that is dropped", async () => {
  const { milepost, drop } = begin();
  await drop("C:\\plans\\Q3.MILEPOST");
  expect(milepost.plan.state?.path).toBe("C:\\plans\\Q3.MILEPOST");
});

it("begins to import a table that is dropped", async () => {
  const { milepost, drop } = begin();
  await drop("/tmp/backlog.csv");
  expect(milepost.dialogs.open).toEqual({ kind: "import", path: "/tmp/backlog.csv" });
});

it("says what can be dropped, and when", async () => {
  const { milepost, asked, drop } = begin();
  expect(await drop("/tmp/a.pdf")).toContain("“a.pdf” is neither a plan");
  expect(await drop("C:\\files\\a.pdf")).toContain("“a.pdf” is neither a plan");
  expect(await drop("/tmp/a.milepost", "/tmp/b.milepost")).toContain("Drop one file at a time");
  milepost.dialogs.show({ kind: "export" });
  expect(await drop("/tmp/a.milepost")).toContain("Close what is open first");
  milepost.dialogs.close();
  milepost.plan.state = { ...planState, read_only: true };
  expect(await drop("/tmp/a.csv")).toContain("can only be read");
  milepost.plan.state = null;
  expect(await drop("/tmp/a.csv")).toContain("Open a plan first");
  expect([milepost.dialogs.open, asked("open_plan")]).toEqual([null, []]);
});

it("keeps the page when a link is dropped beside the fields", () => {
  begin();
  const field = document.body.appendChild(document.createElement("input"));
  const kept = [document.body, field].map((target) => {
    const event = new Event("drop", { bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  });
  field.remove();
  expect(kept).toEqual([true, false]);
});
