import { expect, it } from "vitest";

import { fakeMilepost, itemDetail, patch } from "../screens/fakes";
import { actionNamed } from ".";

it("selects the copies, and nothing that only made room for them", async () => {
  const { milepost } = fakeMilepost({
    apply: () => ({ ...patch, added: ["c1"], changed: ["i2", "i3"] }),
    item: () => itemDetail,
  });
  milepost.selection.select(["i1"]);
  await actionNamed("duplicate").run(milepost);
  expect([...milepost.selection.items]).toEqual(["c1"]);
});
