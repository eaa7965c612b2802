import { expect, it } from "vitest";

import { fakeMilepost, itemDetail, settle, show } from "../fakes";
import StatusBar from "./StatusBar.svelte";

it("counts what is selected where that is more than one", async () => {
  const { milepost } = fakeMilepost({ item: () => itemDetail });
  const page = show(StatusBar, { milepost });
  milepost.selection.select(["i1"]);
  await settle();
  expect(page.has("[data-field=selected]")).toBe(false);
  milepost.selection.select(["i1", "i2"]);
  await settle();
  expect(page.find("[data-field=selected]").textContent).toBe("2 selected");
});
