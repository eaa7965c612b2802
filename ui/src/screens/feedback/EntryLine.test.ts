import { afterEach, expect, it, vi } from "vitest";

import { patch, refusal, settle, show } from "../fakes";
import EntryLine from "./EntryLine.svelte";
import { fakeInbox } from "./fake-inbox";

const customers = ["Retail", "Retail operations", "Finance"].map((name, at) => ({
  id: `c${at + 1}`,
  name,
  kind: "segment" as const,
  size: 10,
  unit: "people",
  note: "",
  rank: at,
}));

let line: ReturnType<typeof show>;
let fake: ReturnType<typeof fakeInbox>;
afterEach(async () => {
  await line.leave();
  vi.useRealTimers();
});

async function open(answers: Parameters<typeof fakeInbox>[1] = {}): Promise<void> {
  vi.useFakeTimers();
  fake = fakeInbox([], { customers: () => customers, ...answers });
  fake.milepost.lists.follow(null);
  await vi.runAllTimersAsync();
  line = show(EntryLine, { milepost: fake.milepost });
}

const field = () => line.find<HTMLInputElement>("[data-field=new-feedback]");

async function type(text: string): Promise<void> {
  field().value = text;
  field().setSelectionRange(text.length, text.length);
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

async function paste(text: string): Promise<ClipboardEvent> {
  const event = new Event("paste", { bubbles: true, cancelable: true }) as ClipboardEvent;
  Object.assign(event, { clipboardData: { getData: () => text } });
  field().dispatchEvent(event);
  await settle();
  return event;
}

const operations = () => fake.asked("apply").map(({ operation }) => operation);

it("adds what was typed by Enter, and remembers who said it", async () => {
  await open();
  await line.type("[data-field=new-source]", "Ada");
  await line.type("[data-field=new-votes]", "3");
  await type("Reports are late");
  await line.press("[data-field=new-feedback]", "Enter");
  expect(operations()).toMatchObject([
    {
      operation: "add_feedback",
      feedback: { text: "Reports are late", source: "Ada", votes: 3, day: "2026-11-23", customer: null },
    },
  ]);
  expect(field().value).toBe("");
  await type("Again");
  await line.press("[data-field=new-feedback]", "Enter");
  expect(operations()[1]).toMatchObject({ feedback: { text: "Again", source: "Ada", votes: 1 } });
});

it("keeps what was refused, and says why beside it", async () => {
  await open({
    apply: () => {
      throw refusal("rule", "The text is too long.");
    },
  });
  await type("Long");
  await line.press("[data-field=new-feedback]", "Enter");
  expect(field().value).toBe("Long");
  expect(line.text()).toContain("The text is too long.");
});

it("keeps what is typed while the last is being written", async () => {
  let write = () => {};
  await open({
    apply: () =>
      new Promise((_, reject) => {
        write = () => reject(refusal("file", "The disk is full."));
      }),
  });
  await type("One");
  await line.press("[data-field=new-feedback]", "Enter");
  await type("One and a half");
  write();
  await settle();
  expect(field().value).toBe("One and a half");
});

it("makes one step of many pasted lines, with Undo", async () => {
  await open();
  const event = await paste("- Late\r\n- Slow @Finance\n\n- Blank");
  expect(event.defaultPrevented).toBe(true);
  expect(operations()).toMatchObject([
    {
      operation: "batch",
      label: "Add 3 pieces of feedback",
      operations: [
        { feedback: { text: "Late", customer: null } },
        { feedback: { text: "Slow", customer: "c3" } },
        { feedback: { text: "Blank" } },
      ],
    },
  ]);
  const [notice] = fake.milepost.notices.notices;
  expect(notice?.message).toBe("Added 3 pieces of feedback.");
  notice?.action?.run();
  await settle();
  expect(fake.all()).toEqual([]);
});

it("leaves a single pasted line to the field", async () => {
  await open();
  expect((await paste("Just one\n")).defaultPrevented).toBe(false);
});

it("offers customers after @, and keeps the one that was chosen", async () => {
  await open();
  await type("Slow @ret");
  expect(line.text()).toContain("Retail operations");
  await line.press("[data-field=new-feedback]", "ArrowDown");
  await line.press("[data-field=new-feedback]", "Enter");
  expect(field().value).toBe("Slow ");
  await line.press("[data-field=new-feedback]", "Enter");
  expect(operations()).toMatchObject([{ feedback: { text: "Slow", customer: "c2" } }]);
  expect(line.find<HTMLInputElement>("[data-field=new-customer]").value).toBe("Retail operations");
});

it("adds once what Enter is pressed for twice", async () => {
  let done = () => {};
  await open({ apply: () => new Promise((resolve) => (done = () => resolve(patch))) });
  await type("Reports are late");
  await line.press("[data-field=new-feedback]", "Enter");
  await line.press("[data-field=new-feedback]", "Enter");
  done();
  await settle();
  expect(operations()).toHaveLength(1);
  expect(field().value).toBe("");
});

it("keeps what is typed while pasted lines are being written, and pastes after what is entered", async () => {
  const answers: (() => void)[] = [];
  await open({
    apply: () => new Promise((resolve) => answers.push(() => resolve({ ...patch, touched: ["feedback"] }))),
  });
  const answer = async () => {
    answers.shift()?.();
    for (let turn = 0; turn < 3; turn++) await settle();
  };
  await type("One");
  await line.press("[data-field=new-feedback]", "Enter");
  await paste("Two\nThree");
  await answer();
  await type("Four, typed meanwhile");
  await answer();
  expect(field().value).toBe("Four, typed meanwhile");
  expect(operations()).toMatchObject([
    { feedback: { text: "One" } },
    { operations: [{ feedback: { text: "Two" } }, { feedback: { text: "Three" } }] },
  ]);
});
