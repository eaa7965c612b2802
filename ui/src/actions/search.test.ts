import { expect, it } from "vitest";

import type { Hit } from "../bindings/Hit";
import { fakeMilepost } from "../screens/fakes";
import { fakeInbox, said } from "../screens/feedback/fake-inbox";
import { needsAnswers } from "../screens/needs/fake-needs";
import { freeName } from "./customers";
import { goTo } from "./search";

const hit = (target: Hit["target"]): Hit => ({ target, title: "", kind: null, span: null, excerpt: null });

it("goes to what was found, each where it is at home", async () => {
  const { milepost } = fakeMilepost(needsAnswers);
  await goTo(milepost, hit({ entity: "need", id: "n2" }));
  expect([milepost.screen.current, milepost.needs.only]).toEqual(["needs", "n2"]);
  await goTo(milepost, hit({ entity: "customer", id: "c1" }));
  expect(milepost.dialogs.open).toEqual({ kind: "customers", at: "c1" });
  await goTo(milepost, hit({ entity: "goal", id: "g1" }));
  expect(milepost.dialogs.open).toEqual({ kind: "goals", at: "g1" });
  const day = { first: "2027-02-01", last: "2027-02-01" };
  await goTo(milepost, { ...hit({ entity: "milestone", id: "m1" }), span: day });
  expect([milepost.screen.current, milepost.selection.milestone]).toEqual(["roadmap", "m1"]);
});

it("goes to a feedback on its screen, also where the list does not have it", async () => {
  const { milepost } = fakeInbox([said("f1", "Too slow"), said("f2", "Too loud", { status: "answered" })]);
  milepost.screen.current = "roadmap";
  await goTo(milepost, hit({ entity: "feedback", id: "f2" }));
  expect([milepost.screen.current, milepost.inbox.lead?.id, milepost.inbox.tab]).toEqual([
    "feedback",
    "f2",
    null,
  ]);
});

it("finds a name that nothing has yet", () => {
  expect(freeName("New goal", [])).toBe("New goal");
  expect(freeName("New goal", ["new goal", "New goal 2"])).toBe("New goal 3");
});
