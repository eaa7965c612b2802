import { afterEach, describe, expect, it } from "vitest";

import { fakeChart, thing } from "../chart/fake-chart";
import { fakeMilepost, itemDetail, settle } from "../screens/fakes";
import { inspect, openAtTitle } from "./inspect";

afterEach(() => document.body.replaceChildren());

it("leaves the keys to the name where that has had the keyboard before", async () => {
  const { milepost } = fakeMilepost({ item: () => itemDetail });
  milepost.selection.select(["i1"]);
  document.body.innerHTML = "<textarea data-field='title'></textarea>";
  const title = document.querySelector("textarea")!;
  title.focus();
  await inspect.run(milepost);
  const pressed = new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true });
  title.dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(false);
});

describe("Enter in the name of what is only to be named", () => {
  async function begin(bars: string[], replaces = true) {
    const { milepost } = fakeMilepost({ item: () => itemDetail });
    document.body.innerHTML = "<div><textarea data-field='title'></textarea></div>";
    milepost.chart = fakeChart(bars.map((id) => thing("item", id, 0, 0)));
    milepost.selection.select(["i1"]);
    await openAtTitle(milepost, replaces);
    const title = document.querySelector("textarea")!;
    const enter = async () => {
      title.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      await settle();
      return milepost.chart?.mirror.focused?.id ?? document.activeElement;
    };
    return { title, enter };
  }

  it("gives the keyboard to it on the timeline, or leaves the field where it has no place there", async () => {
    expect(await (await begin(["i1"])).enter()).toBe("i1");
    expect(await (await begin(["other"])).enter()).toBe(document.body);
  });

  it("stays where the name was not taken, and where one came to the field for more than that", async () => {
    const { title, enter } = await begin(["i1"]);
    title.setAttribute("aria-invalid", "true");
    expect(await enter()).toBe(title);
    title.removeAttribute("aria-invalid");
    expect(await enter()).toBe("i1");
    title.focus();
    expect(await enter()).toBe(title);
    const other = await begin(["i1"], false);
    expect(await other.enter()).toBe(other.title);
  });
});
