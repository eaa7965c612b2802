import { expect, it } from "vitest";

import { fakeMilepost, itemDetail, patch, settle } from "../screens/fakes";
import { actionNamed } from ".";

const act = async (id: string, stays = { undated: ["chip"], spanning: ["epic"] }) => {
  const fake = fakeMilepost({
    apply: () => ({ ...patch, label: "Move 2 items" }),
    stays: () => stays,
    item: () => itemDetail,
  });
  fake.milepost.selection.select(["a", "chip", "epic"]);
  await actionNamed(id).run(fake.milepost);
  await settle();
  return { operation: fake.asked("apply")[0]?.operation, said: fake.milepost.notices.spoken?.text };
};

it("moves what can be moved of what is selected, and says how many have no days", async () => {
  const { operation, said } = await act("move-later");
  expect(operation).toEqual({ operation: "move_items", ids: ["a", "epic"], days: 7, lane: [] });
  expect(said).toBe("Done: Move 2 items; 1 has no days");
});

it("resizes what has ends of its own", async () => {
  const { operation, said } = await act("end-later");
  expect(operation).toMatchObject({ operation: "resize_items", ids: ["a"] });
  expect(said).toContain("1 has no days, 1 spans what is in it");
});

it("leaves it to the rules to refuse what holds nothing that can be moved", async () => {
  const { operation } = await act("move-earlier", { undated: ["a", "chip", "epic"], spanning: [] });
  expect(operation).toMatchObject({ ids: ["a", "chip", "epic"] });
});
