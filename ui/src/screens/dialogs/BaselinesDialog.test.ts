import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Milestone } from "../../bindings/Milestone";
import type { Slip } from "../../bindings/Slip";
import type { TakenBaseline } from "../../bindings/TakenBaseline";
import type { Desktop } from "../../ports/backend";
import { type Answers, fakeMilepost, itemDetail, patch, planState, refusal, settle, show } from "../fakes";
import BaselinesDialog from "./BaselinesDialog.svelte";

let shown: ReturnType<typeof show>;
beforeEach(() => {
  vi.useFakeTimers();
  // Lists are as high as this; nothing is laid out here.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(300);
});
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const spring: TakenBaseline = { id: "b1", name: "Spring", taken: "2026-03-02", items: 12, milestones: 2 };
const autumn: TakenBaseline = { id: "b2", name: "Autumn", taken: "2026-09-01", items: 1, milestones: null };
const was = { first: "2027-02-01", last: "2027-02-12" };
const slip: Slip = {
  what: { entity: "item", id: "i1" },
  title: "Report templates",
  before: was,
  after: { first: "2027-02-15", last: "2027-02-26" },
  days: 10,
};
const gone: Slip = {
  what: { entity: "item", id: "i9" },
  title: "=Old",
  before: was,
  after: null,
  days: null,
};
const board: Milestone = { id: "m1", name: "Board review", day: "2027-04-02", note: "" };
const boardSlip: Slip = {
  what: { entity: "milestone", id: "m1" },
  title: "Board review",
  before: { first: "2027-03-10", last: "2027-03-10" },
  after: { first: "2027-04-02", last: "2027-04-02" },
  days: 17,
};
const dropped: Slip = {
  ...boardSlip,
  what: { entity: "milestone", id: "m9" },
  title: "Old gate",
  after: null,
  days: null,
};

const state = (baselines: TakenBaseline[], revision = 2) => ({ ...planState, revision, baselines });
const after = (baselines: TakenBaseline[], revision = 2) => ({ ...patch, state: state(baselines, revision) });
const rest = async () => {
  await vi.advanceTimersByTimeAsync(1);
  await settle();
};

async function open(
  baselines: TakenBaseline[],
  {
    readOnly = false,
    answers = {} as Answers,
    desktop = {} as Partial<Desktop>,
    milestones = [] as Milestone[],
  } = {},
) {
  const fake = fakeMilepost(
    {
      slips: () => [slip, gone],
      item({ id }) {
        if (id === "i9") throw refusal("rule", "That item does not exist any more.");
        return itemDetail;
      },
      ...answers,
    },
    desktop,
  );
  fake.milepost.plan.state = { ...state(baselines, 1), read_only: readOnly, milestones };
  fake.milepost.dialogs.show({ kind: "baselines" });
  shown = show(BaselinesDialog, { milepost: fake.milepost });
  await rest();
  return fake;
}

it("says what a baseline is for and takes the first one by the suggested name", async () => {
  const { asked, milepost } = await open([], {
    answers: {
      apply({ operation }) {
        if (operation.operation !== "take_baseline") throw new Error("Something else was asked.");
        return after([{ ...operation.baseline, items: 3, milestones: 0 }]);
      },
    },
  });
  expect(shown.text()).toContain("A baseline is a copy of all dates");
  expect(asked("slips")).toEqual([]);
  const name = shown.find<HTMLInputElement>("[data-field=new-baseline]").value;
  expect(name).toMatch(/^Baseline .*2026/);
  await shown.click("[data-action=keep-baseline]");
  await rest();
  expect(asked("apply")[0]?.operation).toMatchObject({ baseline: { name, taken: "2026-11-23" } });
  expect(shown.text()).toContain(`Took “${name}”.`);
  expect(shown.text()).toContain("3 items");
  expect(shown.find<HTMLInputElement>("[data-field=new-baseline]").value).toBe(`${name} (2)`);
  expect(asked("slips")).toEqual([{ since: milepost.plan.state?.baselines[0]?.id, until: null }]);
});

it("begins at the name of a new one, also where there are some", async () => {
  await open([spring]);
  const name = shown.find<HTMLInputElement>("[data-field=new-baseline]");
  expect(name.autofocus).toBe(true);
});

it("says beside the field why a name is not taken", async () => {
  await open([spring], {
    answers: {
      apply() {
        throw refusal("rule", "There is a baseline of that name already.");
      },
    },
  });
  shown.find<HTMLInputElement>("[data-field=new-baseline]").value = " Spring ";
  await shown.type("[data-field=new-baseline]", " Spring ");
  await shown.click("[data-action=keep-baseline]");
  expect(shown.text()).toContain("There is a baseline of that name already.");
  expect(shown.find<HTMLInputElement>("[data-field=new-baseline]").value).toBe(" Spring ");
});

it("renames in place, shows one baseline at most on the roadmap", async () => {
  const { asked, milepost } = await open([spring, autumn], {
    answers: { apply: () => after([{ ...spring, name: "March" }, autumn]) },
  });
  await shown.type("[data-baseline=b1] [data-field=baseline-name]", "March");
  expect(asked("apply")[0]?.operation).toEqual({ operation: "rename_baseline", id: "b1", name: "March" });
  const box = (id: string) => `[data-baseline=${id}] [data-field=show-baseline]`;
  await shown.click(box("b1"));
  expect(milepost.view.settings.baseline).toBe("b1");
  await shown.click(box("b2"));
  expect(milepost.view.settings.baseline).toBe("b2");
  expect(shown.find<HTMLInputElement>(box("b1")).checked).toBe(false);
  await shown.click(box("b2"));
  expect(milepost.view.settings.baseline).toBeNull();

  // The other roadmaps draw none.
  milepost.view.goTo("budget");
  await shown.click(box("b1"));
  expect(milepost.view.settings.baseline).toBeNull();
  expect(shown.find<HTMLInputElement>(box("b1")).checked).toBe(true);
  milepost.view.goTo("features");
  expect(milepost.view.settings.baseline).toBe("b1");
});

it("stays open while a name was not taken, whenever the answer comes, and tells it where the field goes", async () => {
  let refuse = () => {};
  const { milepost } = await open([spring, autumn], {
    answers: {
      apply: () =>
        new Promise((_, no) => (refuse = () => no(refusal("rule", "There is a baseline of that name.")))),
    },
  });
  const isOpen = () => milepost.dialogs.open !== null;
  await shown.type("[data-baseline=b1] [data-field=baseline-name]", "Autumn");
  const done = [...document.querySelectorAll("footer button")].at(-1) as HTMLElement;
  done.click();
  await settle();
  expect(isOpen()).toBe(true);
  refuse();
  await rest();
  expect([isOpen(), document.activeElement]).toEqual([
    true,
    shown.find("[data-baseline=b1] [data-field=baseline-name]"),
  ]);
  expect(shown.find("[data-baseline=b1]").textContent).toContain("There is a baseline of that name.");
  await shown.leave();
  expect(milepost.notices.notices).toMatchObject([
    { message: "“Name of the baseline” was not saved.", action: { label: "Copy what was typed" } },
  ]);
});

it("takes one baseline for each press, and lets go of a name that was not taken by Esc", async () => {
  let answer = (_: typeof patch) => {};
  let isRefused = false;
  const { asked, milepost } = await open([], {
    answers: {
      apply() {
        if (isRefused) throw refusal("rule", "There is a baseline of that name.");
        return new Promise((resolve) => (answer = resolve));
      },
    },
  });
  const field = () => shown.find<HTMLInputElement>("[data-field=new-baseline]");
  const submit = () => field().form!.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  const press = (key: string, repeat = false) => {
    const event = new KeyboardEvent("keydown", { key, repeat, bubbles: true, cancelable: true });
    field().dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press("Enter"), press("Enter", true)]).toEqual([false, true]);
  submit();
  submit();
  answer(after([spring]));
  await rest();
  expect(asked("apply")).toHaveLength(1);
  expect(shown.has("[role=alert]")).toBe(false);

  isRefused = true;
  await shown.type("[data-field=new-baseline]", "Spring");
  submit();
  await rest();
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(press("Escape")).toBe(true);
  await settle();
  expect([field().value, field().getAttribute("aria-invalid")]).toEqual([
    expect.stringContaining("Baseline"),
    null,
  ]);
  press("Escape");
  await rest();
  expect(milepost.dialogs.open).toBeNull();
});

it("deletes the baseline that is shown, shows none then, and takes it back", async () => {
  let revision = 1;
  const { asked, milepost } = await open([spring, autumn], {
    answers: {
      apply: ({ operation }) => after(operation.operation === "delete_baseline" ? [spring] : [], ++revision),
      undo: () => after([spring, autumn], ++revision),
    },
  });
  milepost.view.change({ baseline: "b2" });
  await shown.click("[data-baseline=b2] [data-action=delete-baseline]");
  await rest();
  expect(asked("apply")[0]?.operation).toEqual({ operation: "delete_baseline", id: "b2" });
  expect(milepost.shownBaseline).toBeNull();
  expect(asked("slips").at(-1)).toEqual({ since: "b1", until: null });
  expect(shown.text()).toContain("Deleted “Autumn”.");
  expect(document.activeElement).toBe(shown.find("[data-action=undo-delete]"));
  await shown.click("[data-action=undo-delete]");
  await rest();
  expect(document.activeElement).toBe(shown.find("[data-baseline=b2] [data-action=delete-baseline]"));
  expect(milepost.shownBaseline).toEqual(autumn);
  expect(shown.has("[data-action=undo-delete]")).toBe(false);
  expect(milepost.notices.notices).toEqual([]);
});

it("compares a baseline with now or with a later one, and counts", async () => {
  const { asked } = await open([spring, autumn]);
  expect(asked("slips")).toEqual([{ since: "b2", until: null }]);
  await shown.choose("[data-field=slips-since]", "b1");
  await shown.choose("[data-field=slips-until]", "b2");
  await rest();
  expect(asked("slips").at(-1)).toEqual({ since: "b1", until: "b2" });
  expect(shown.find("[data-field=slips-summary]").textContent.trim()).toBe(
    "1 item moved, 1 later; 1 deleted or without dates",
  );
  const row = shown.find("[data-slip=i1]").textContent.replace(/\s+/g, " ");
  expect(row).toContain("+10 days later");
  // Choosing the newest one as the earlier leaves only now to compare it with.
  await shown.choose("[data-field=slips-since]", "b2");
  await rest();
  expect(asked("slips").at(-1)).toEqual({ since: "b2", until: null });
});

it("goes to the item of a row and closes, unless the item is deleted", async () => {
  const { milepost } = await open([spring]);
  expect(shown.find("[data-slip=i9]").textContent).toContain("deleted");
  expect(shown.find("[data-slip=i9]").textContent).not.toContain("without dates");
  await shown.click("[data-slip=i9]");
  expect(shown.text()).toContain("“=Old” is not in the plan any more.");
  expect(milepost.dialogs.open).not.toBeNull();
  await shown.click("[data-slip=i1]");
  expect([...milepost.selection.items]).toEqual(["i1"]);
  expect(milepost.selection.inspectorOpen).toBe(true);
  expect(milepost.dialogs.open).toBeNull();
});

it("lists milestones as such, and goes to one unless it is deleted", async () => {
  const { milepost, asked } = await open([spring], {
    answers: { slips: () => [boardSlip, slip, dropped] },
    milestones: [board],
  });
  const row = (id: string) => shown.find(`[data-slip=${id}]`).textContent.replace(/\s+/g, " ");
  expect(row("m1")).toMatch(/Board review Milestone, Mar 10, 2027 .*Apr 2, 2027 \+17 days later/);
  expect(row("m9")).toContain("no day deleted");
  expect(row("i1")).not.toContain("Milestone");
  expect(shown.find("[data-field=slips-summary]").textContent.trim()).toBe(
    "1 item and 1 milestone moved, 2 later; 1 deleted",
  );
  expect(asked("item")).toEqual([]);
  await shown.click("[data-slip=m9]");
  expect(shown.text()).toContain("“Old gate” is not in the plan any more.");
  await shown.click("[data-slip=m1]");
  await rest();
  expect(milepost.selection.milestone).toBe("m1");
  expect(milepost.dialogs.open).toBeNull();
});

it("says which of the two compared baselines keeps no milestones, where there are some", async () => {
  await open([spring, autumn], { milestones: [board] });
  const note = "[data-field=without-milestones]";
  expect(shown.find(note).textContent).toContain("“Autumn” keeps no milestones");
  expect(shown.find("[data-baseline=b1]").textContent).toContain("12 items, 2 milestones");
  expect(shown.find("[data-baseline=b2]").textContent).not.toContain("milestone");
  await shown.choose("[data-field=slips-since]", "b1");
  await rest();
  expect(shown.has(note)).toBe(false);
  await shown.choose("[data-field=slips-until]", "b2");
  await rest();
  expect(shown.has(note)).toBe(true);
});

it("copies what moved as a table", async () => {
  const copyText = vi.fn(() => Promise.resolve());
  await open([spring], { desktop: { copyText } });
  await shown.click("[data-action=copy-slips]");
  expect(copyText).toHaveBeenCalledWith(
    [
      "Title\tWhat it is\tFirst day, Spring\tLast day, Spring\tFirst day, now\tLast day, now\tWorking days later\tChange",
      "Report templates\tItem\t2027-02-01\t2027-02-12\t2027-02-15\t2027-02-26\t10\tlater",
      "'=Old\tItem\t2027-02-01\t2027-02-12\t\t\t\tdeleted or without dates",
    ].join("\n"),
  );
  expect(shown.text()).toContain("Copied as a table.");
});

it("lets a plan that can only be read be looked at but not changed", async () => {
  const { milepost } = await open([spring], { readOnly: true });
  for (const control of [
    "[data-field=new-baseline]",
    "[data-field=baseline-name]",
    "[data-action=delete-baseline]",
  ])
    expect(shown.has(control)).toBe(false);
  expect(shown.text()).toContain("Spring");
  expect(shown.has("[data-slip=i1]")).toBe(true);
  await shown.click("[data-field=show-baseline]");
  expect(milepost.view.settings.baseline).toBe("b1");
});
