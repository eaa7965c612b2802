/** The feedback inbox, worked off by the keyboard alone. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import type { FeedbackBand } from "../src/bindings/FeedbackBand";
import type { FeedbackCounts } from "../src/bindings/FeedbackCounts";
import { cut } from "./fit";
import { Milepost, WHOLE } from "./page";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
afterAll(() => milepost.stop());

const SAID = [
  "Reports should arrive before our stand-up",
  "A chart in black and white would do",
  "Colours are hard to tell apart",
  "I cannot tell the colours apart",
  "Send me a fax",
];

beforeEach(async () => {
  await milepost.empty();
  await milepost.press("Control+3");
  await milepost.page.getByText("No feedback yet").waitFor();
});

const counts = () => milepost.bridge.call<FeedbackCounts>("feedback_counts", null);
const state = () => milepost.bridge.call<{ undo: string | null; revision: number }>("plan_state", null);
const undoable = async () => (await state()).undo;
const revision = async () => (await state()).revision;

async function listed(): Promise<FeedbackBand["rows"]> {
  const filter = { text: "", customer: null, linked: null };
  const list = { filter, standing: null, order: "newest" };
  return (await milepost.bridge.call<FeedbackBand>("feedback_list", { list, offset: 0, limit: 100 })).rows;
}

/** The text in the panel, which is that of what is selected. */
const shown = () => milepost.page.locator("[data-field=feedback-text]").inputValue();

async function typeAll(): Promise<void> {
  await milepost.press("Control+i");
  for (const [index, text] of SAID.entries()) {
    await milepost.page.keyboard.type(text);
    await milepost.press("Enter");
    await expect.poll(async () => (await counts()).new).toBe(index + 1);
    await expect.poll(() => milepost.page.locator("[data-field=new-feedback]").inputValue()).toBe("");
  }
}

/** Leaves the line for new feedback and goes to the first of the list. */
async function toList(): Promise<void> {
  await milepost.press("Escape", "Home");
  await expect.poll(shown).toBe(SAID.at(-1));
}

it("triages five pieces by the keyboard alone, and takes all of it back", async () => {
  const { page } = milepost;
  await typeAll();
  await toList();

  await milepost.press("d");
  await page.keyboard.type("Nobody else has a fax");
  await milepost.press("Enter");
  await expect.poll(shown).toBe("I cannot tell the colours apart");

  await milepost.press("m");
  await page.locator("[data-found]").first().waitFor();
  await milepost.press("Enter");
  await expect.poll(shown).toBe("Colours are hard to tell apart");

  await milepost.press("n");
  await expect.poll(shown).toBe("A chart in black and white would do");

  await milepost.press("l");
  await page.locator("[data-field=link-feedback]").waitFor();
  await page.keyboard.type("colours");
  await page.locator("[data-found]").first().getByText("Colours are hard").waitFor();
  await milepost.press("Enter");
  await expect.poll(shown).toBe("Reports should arrive before our stand-up");

  await milepost.press("a");
  await page.getByText("Nothing new.").waitFor();
  expect(await counts()).toMatchObject({ new: 0, linked: 2, declined: 1, answered: 1, all: 4 });
  expect((await listed()).find(({ text }) => text === SAID[2])).toMatchObject({ votes: 2, duplicates: 1 });

  for (let step = 0; step < 5 + SAID.length; step++) {
    const before = await revision();
    await milepost.press("Control+z");
    await expect.poll(revision).toBeGreaterThan(before);
  }
  await expect.poll(undoable).toBeNull();
  expect((await counts()).all).toBe(0);
});

it("adds many pasted lines in one step, and takes them back by the notice", async () => {
  const { page } = milepost;
  await milepost.press("Control+i");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "- One\n- Two\n\n- Three <b>bold</b>");
    document
      .querySelector("[data-field=new-feedback]")!
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByText("Added 3 pieces of feedback.").first().waitFor();
  expect(await undoable()).toBe("Add 3 pieces of feedback");
  await page.getByText("Three <b>bold</b>").first().waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect.poll(async () => (await counts()).all).toBe(0);
});

it("keeps what is typed when the screen is left and come back to", async () => {
  const { page } = milepost;
  await milepost.press("Control+i");
  await page.keyboard.type("Half a sen");
  await milepost.press("Control+1", "Control+3");
  await expect.poll(() => page.locator("[data-field=new-feedback]").inputValue()).toBe("Half a sen");
});

it("leaves room for what was said in the least window with the largest text", async () => {
  const { page } = milepost;
  await milepost.sample();
  await milepost.press("Control+3");
  await page.setViewportSize({ width: 512, height: 350 });
  try {
    const list = page.getByRole("listbox", { name: "Feedback" });
    const text = list.locator("[data-index='0'] p");
    await text.waitFor();
    expect(await cut(page)).toEqual([]);
    // Nearly two rows of 74, with some thirty letters in a line.
    expect((await list.boundingBox())?.height).toBeGreaterThan(140);
    expect((await text.boundingBox())?.width).toBeGreaterThan(180);
    await milepost.press("7");
    await expect
      .poll(async () => (await page.locator("[data-tab=all]").boundingBox())?.x)
      .toBeLessThan(512 - 40);
  } finally {
    await page.setViewportSize(WHOLE);
  }
});
