import { expect, it } from "vitest";

import { fakeMilepost, itemDetail, patch } from "../screens/fakes";
import { deleteItems } from "./delete-items";

it("names what was selected a moment ago, not what was selected before", async () => {
  const { milepost } = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id, title: `Feature ${id}` } }),
    apply: () => patch,
  });
  milepost.selection.select(["a"]);
  await milepost.selection.ready;
  milepost.selection.select(["b"]);
  await deleteItems.run(milepost);
  expect(milepost.notices.notices[0]?.message).toBe("Deleted “Feature b”.");
});
