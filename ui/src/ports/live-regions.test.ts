import { beforeEach, expect, it, vi } from "vitest";

import { listenToLiveRegions } from "./live-regions";

let page: HTMLElement;
let said: string[];
beforeEach(() => {
  page = document.body.appendChild(document.createElement("main"));
  said = [];
  listenToLiveRegions(page, (text) => said.push(text));
});

const put = (html: string) => {
  const box = document.createElement("div");
  box.innerHTML = html;
  page.append(box);
  return box.firstElementChild as HTMLElement;
};
const rest = () => new Promise<void>((resolve) => setTimeout(resolve));

it("says a status as a whole, however little of it has changed, and the same words again", async () => {
  const status = put("<p role=status><span>Moved to</span> <b>3 May</b></p>");
  await rest();
  expect(said).toEqual([]);
  status.querySelector("b")!.firstChild!.nodeValue = "10 May";
  await rest();
  status.replaceChildren("Saved");
  await rest();
  status.replaceChildren("Saved");
  await rest();
  expect(said).toEqual(["Moved to 10 May", "Saved", "Saved"]);
});

it("says an alert that comes onto the page, in words that stand apart", async () => {
  put("<section><div role=alert><p>Not saved.</p><p>Choose another folder.</p></div></section>");
  await rest();
  expect(said).toEqual(["Not saved. Choose another folder."]);
});

it("says of another live region only what comes in", async () => {
  const region = put("<div aria-live=polite><p>One</p></div>");
  const off = put("<div aria-live=off></div>");
  await rest();
  region.append("Two");
  off.append("Three");
  put("<p>Four</p>");
  region.firstChild!.remove();
  await vi.waitFor(() => expect(said).toEqual(["Two"]));
});
