import { afterEach, expect, it, vi } from "vitest";

import { fakeMilepost, show } from "../fakes";
import LinkField from "./LinkField.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const OPEN = "[aria-label='Open link']";

function showLink(value: string, openAddress = vi.fn(() => Promise.resolve()), disabled = false) {
  const { milepost } = fakeMilepost({}, { openAddress });
  shown = show(LinkField, { milepost, value, save: () => Promise.resolve(null), disabled });
  return { milepost, openAddress };
}

it("opens an address, also in a plan that can only be read", async () => {
  const { openAddress } = showLink("HTTPS://tracker.example/RPT-12", undefined, true);
  await shown.click(OPEN);
  expect(openAddress.mock.calls).toEqual([["https://tracker.example/RPT-12"]]);
});

it("offers nothing where the link is no address", () => {
  showLink("file:///etc/passwd");
  expect(shown.has("[data-field=link]")).toBe(true);
  expect(shown.has(OPEN)).toBe(false);
});

it("tells that a link could not be opened, and why", async () => {
  const { milepost } = showLink(
    "https://tracker.example",
    vi.fn(() => Promise.reject("no browser")),
  );
  await shown.click(OPEN);
  expect(milepost.notices.notices).toMatchObject([
    { message: "The link could not be opened.", hint: expect.stringContaining("no browser") as string },
  ]);
});
