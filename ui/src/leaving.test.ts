import { afterEach, expect, it } from "vitest";

import { CLOSING } from "./leaving";
import type { Milepost } from "./milepost.svelte";
import NewBaseline from "./screens/dialogs/baselines/NewBaseline.svelte";
import CurrencyField from "./screens/dialogs/settings/CurrencyField.svelte";
import DeclineDialog from "./screens/feedback/DeclineDialog.svelte";
import AddItemCost from "./screens/inspector/AddItemCost.svelte";
import ViewName from "./screens/roadmap/look/ViewName.svelte";
import TextField from "./widgets/TextField.svelte";
import { keep } from "./widgets/save";
import { keeping } from "./widgets/taken";
import {
  type Answers,
  fakeMilepost,
  otherPlan,
  patch,
  planState,
  refusal,
  settle,
  show,
} from "./screens/fakes";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const FIELD = "[data-field=owner]";

function begin(answers: Answers) {
  const fake = fakeMilepost(answers);
  const save = (value: string) =>
    keep(fake.milepost, { operation: "edit_items", ids: ["i1"], edit: { field: "owner", value } });
  shown = show(TextField, { label: "Owner", field: "owner", value: "", save });
  return { ...fake, closes: () => fake.milepost.leaving.mayGo(CLOSING) };
}

/** Types into the field and stays in it. */
async function type(text: string): Promise<void> {
  const field = shown.find<HTMLInputElement>(FIELD);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

it("keeps what is being typed, and waits for the file", async () => {
  let done = () => {};
  const { asked, closes } = begin({ apply: () => new Promise((resolve) => (done = () => resolve(patch))) });
  await type("Ada");
  const answer = closes();
  await settle();
  expect(asked("apply")).toMatchObject([{ operation: { edit: { field: "owner", value: "Ada" } } }]);
  done();
  expect(await answer).toBe(true);
});

it("holds the window for a value that is refused, until it is asked again", async () => {
  const { milepost, closes } = begin({ apply: () => Promise.reject(refusal("rule", "Too long.")) });
  await type("Ada");
  expect(await closes()).toBe(false);
  expect(milepost.notices.notices[0]?.message).toContain("The window stays open");
  expect(document.activeElement).toBe(shown.find(FIELD));
  await type("Bo");
  expect(await closes()).toBe(false);
  expect(await closes()).toBe(true);
});

it("holds it for a change that is refused while it waits, and only then", async () => {
  const { milepost, closes } = begin({ apply: () => Promise.reject(refusal("rule", "A title is needed.")) });
  void milepost.commit({ operation: "edit_items", ids: ["i1"], edit: { field: "title", value: "" } });
  expect(await closes()).toBe(false);
  expect(await closes()).toBe(true);
});

it("holds it for a change that a field makes only after it has looked something up", async () => {
  const { milepost, closes } = begin({ apply: () => Promise.reject(refusal("file", "The disk is full.")) });
  let found = () => {};
  void keeping(
    new Promise<void>((resolve) => (found = resolve)).then(async () => {
      await milepost.commit({ operation: "edit_items", ids: ["i1"], edit: { field: "theme", value: "t1" } });
    }),
  );
  const answer = closes();
  await settle();
  found();
  expect(await answer).toBe(false);
  expect(await closes()).toBe(true);
});

it("holds the window once for what waits to be added", async () => {
  const { milepost, closes } = begin({});
  milepost.inbox.entry.text = "Reports are late";
  milepost.needs.typed = "Reports by nine";
  expect(await closes()).toBe(false);
  expect(milepost.notices.notices[0]?.message).toBe(
    "The window stays open: what was filled in as feedback and need is not added yet. Close it again to leave without it.",
  );
  expect(await closes()).toBe(true);
  milepost.needs.typed = "Reports by eight";
  expect(await closes()).toBe(false);
});

it("holds the window once for a plan whose file is gone, and offers another", async () => {
  const path = "/plans/other.milepost";
  let isInPlace = false;
  const { milepost, closes, asked } = begin({
    is_in_place: () => isInPlace,
    apply: () => Promise.reject(refusal("not_saved", "It is not there any more.")),
    save_as: () => ((isInPlace = true), { ...planState, path }),
  });
  milepost.desktop.chooseTarget = () => Promise.resolve(path);
  await milepost.commit({ operation: "edit_items", ids: ["i1"], edit: { field: "title", value: "A" } });
  expect(milepost.plan.unsaved).toBe(true);
  expect(milepost.notices.notices).toMatchObject([
    { message: "It is not there any more.", action: { label: "Save as…" } },
  ]);
  expect(await closes()).toBe(false);
  expect(milepost.notices.notices[1]?.message).toBe(
    "The window stays open: “insights.milepost” was moved, deleted or replaced, and the plan may be whole nowhere but here. Close it again to leave without it.",
  );
  expect(await closes()).toBe(true);
  milepost.notices.notices[0]?.action?.run();
  await settle();
  expect([asked("save_as").length, milepost.plan.unsaved]).toEqual([1, false]);
  expect(milepost.notices.notices.map(({ message }) => message.slice(0, 9))).toEqual(["Saved as "]);
  expect(await closes()).toBe(true);
  isInPlace = false;
  expect(await milepost.open(otherPlan.path)).toBe(false);
});

/** Fields whose text is added by pressing something, with what is typed in them and what it is called. */
const none = () => {};
const FIELDS: [name: string, css: string, open: (milepost: Milepost) => ReturnType<typeof show>][] = [
  ["cost", "item-cost-amount", (milepost) => show(AddItemCost, { milepost, item: "i1" })],
  ["reason for declining", "decline-reason", (milepost) => show(DeclineDialog, { milepost })],
  [
    "baseline",
    "new-baseline",
    (milepost) => show(NewBaseline, { milepost, begin: true, first: true, ontaken: none }),
  ],
  ["view", "view-name", (milepost) => show(ViewName, { milepost, ...VIEW_NAME })],
];
const VIEW_NAME = {
  label: "Name",
  value: "",
  does: "Save",
  save: () => Promise.resolve(null),
  oncancel: none,
};

it.each(FIELDS)("holds the window once for a %s that is typed", async (name, field, open) => {
  const { milepost } = fakeMilepost({});
  const closes = () => milepost.leaving.mayGo(CLOSING);
  shown = open(milepost);
  expect(await closes()).toBe(true);
  const typed = shown.find<HTMLInputElement>(`[data-field=${field}]`);
  typed.value = "12";
  typed.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  expect(await closes()).toBe(false);
  expect(milepost.notices.notices.at(-1)?.message).toContain(`what was filled in as ${name} is not added`);
  expect(await closes()).toBe(true);
});

it("holds the window for an exchange rate, and for nothing that has gone with its field", async () => {
  const look = { has_amounts: true, digits: 2, example: 10_000, becomes: null };
  const { milepost } = fakeMilepost({ currency: () => look });
  const closes = () => milepost.leaving.mayGo(CLOSING);
  shown = show(CurrencyField, { milepost, save: () => Promise.resolve(null) });
  await shown.type("[data-field=currency]", "GBP");
  await shown.type("[data-field=exchange-rate]", "0.9");
  expect(await closes()).toBe(false);
  await shown.leave();
  expect(await closes()).toBe(true);
});

it("lets an import end before the window closes, and says so", async () => {
  let done = () => {};
  const { milepost, closes } = begin({
    import: () => new Promise((resolve) => (done = () => resolve({ report: {} as never, patch }))),
  });
  const brought = milepost.leaving.waitsFor(
    "the import",
    milepost.plan.import({ path: "a.csv", mapping: null }, new AbortController().signal),
  );
  expect(milepost.plan.saving).toBe(true);
  let closed = false;
  const answer = closes().then((closes) => (closed = closes));
  await settle();
  expect([closed, milepost.notices.notices[0]?.message]).toEqual([
    false,
    "The window closes when the import is done.",
  ]);
  done();
  await brought;
  expect(await answer).toBe(true);
  expect(milepost.plan.state?.revision).toBe(2);
});

it("holds the window for an export that fails while it waits", async () => {
  let fail = () => {};
  const { milepost, closes } = begin({
    export: () => new Promise((_, no) => (fail = () => no(refusal("file", "The disk is full.")))),
  });
  const request = {} as Parameters<typeof milepost.backend.call<"export">>[1];
  const ended = milepost.leaving.waitsFor("the export", milepost.backend.call("export", request));
  const answer = closes();
  await settle();
  fail();
  await expect(ended).rejects.toThrow("The disk is full.");
  expect(await answer).toBe(false);
});

it("closes the window after an export that is cancelled while it waits", async () => {
  let cancel = () => {};
  const { milepost, closes } = begin({});
  const ended = milepost.leaving.waitsFor(
    "the export",
    new Promise((_, no) => (cancel = () => no(refusal("cancelled", "The export was cancelled.")))),
  );
  const answer = closes();
  await settle();
  cancel();
  await expect(ended).rejects.toThrow("cancelled");
  expect(await answer).toBe(true);
});

it("keeps what is typed to the plan that it is typed for before another one comes in, and asks where it would be lost", async () => {
  const order: string[] = [];
  const { milepost } = begin({
    apply: () => (order.push("apply"), patch),
    open_plan: () => (order.push("open_plan"), otherPlan),
  });
  milepost.dialogs.show({ kind: "export" });
  milepost.renaming = "i1";
  milepost.inbox.entry.text = "Reports are late";
  await type("Ada");
  expect(await milepost.open(otherPlan.path)).toBe(false);
  expect([order, milepost.dialogs.open?.kind]).toEqual([["apply"], "export"]);
  expect(milepost.notices.notices[0]?.message).toContain("This plan stays open");
  expect(await milepost.open(otherPlan.path)).toBe(true);
  expect(order).toEqual(["apply", "open_plan"]);
  expect([milepost.dialogs.open, milepost.renaming, milepost.plan.state]).toEqual([null, null, otherPlan]);
});

it("asks nothing where the same plan comes in", async () => {
  const { milepost } = begin({ open_plan: () => planState });
  milepost.inbox.entry.text = "Reports are late";
  expect(await milepost.open(planState.path)).toBe(true);
  expect(milepost.inbox.entry.text).toBe("Reports are late");
});
