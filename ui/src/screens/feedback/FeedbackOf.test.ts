import { afterEach, expect, it } from "vitest";

import { settle, show } from "../fakes";
import FeedbackOf from "./FeedbackOf.svelte";
import { fakeInbox, said } from "./fake-inbox";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

it("lists what was said of a need, and goes there", async () => {
  const fake = fakeInbox([said("f1", "One"), said("f2", "Two", { status: "linked" })], {
    feedback_of: () => ({
      total: 9,
      votes: 31,
      rows: [
        {
          id: "f2",
          day: "2026-11-20",
          source: "Ada",
          customer: null,
          text: "Two",
          standing: "linked",
          votes: 1,
          duplicates: 0,
          needs: [],
          items: [],
          links: 1,
        },
      ],
    }),
  });
  fake.milepost.screen.current = "needs";
  shown = show(FeedbackOf, { milepost: fake.milepost, need: "n1" });
  await settle();
  expect(shown.text()).toContain("9 pieces of feedback, 31 votes");
  expect(fake.asked("feedback_of")).toEqual([{ subject: { entity: "need", id: "n1" }, limit: 5 }]);
  await shown.click("[data-go-feedback=f2]");
  await settle();
  const { screen, inbox } = fake.milepost;
  expect([screen.current, inbox.tab, inbox.lead?.id]).toEqual(["feedback", null, "f2"]);
});
