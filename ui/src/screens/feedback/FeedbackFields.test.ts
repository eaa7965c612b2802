import { afterEach, expect, it, vi } from "vitest";

import { leaveOnRemoval, settle, show } from "../fakes";
import FeedbackPanel from "./FeedbackPanel.svelte";
import { fakeInbox, said } from "./fake-inbox";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
});

it.each([false, true])(
  "keeps what is being typed when other feedback is selected, for what it was typed for; told that it is left: %s",
  async (isTold) => {
    const { milepost, asked } = fakeInbox([said("f1", "One"), said("f2", "Two")]);
    milepost.inbox.open();
    await milepost.inbox.settled();
    shown = show(FeedbackPanel, { milepost, onleave() {} });
    await settle();
    await shown.begin("[data-field=feedback-source]", "Bo");
    if (isTold) leaveOnRemoval();
    await milepost.inbox.selectAt(1);
    await settle();
    expect(shown.find("[data-field=feedback-text]")).toHaveProperty("value", "Two");
    expect(asked("apply").map(({ operation }) => operation)).toEqual([
      { operation: "edit_feedback", ids: ["f1"], edit: { field: "source", value: "Bo" } },
    ]);
  },
);
