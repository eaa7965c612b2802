import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Theme } from "../../../bindings/Theme";
import { REST } from "../../../state/following.svelte";
import { emptyFilter, usualView } from "../../../state/look";
import { filterParts } from "../../../state/view-words";
import { type Answers, fakeMilepost, itemDetail, settle, show } from "../../fakes";
import FilterChips from "./FilterChips.svelte";
import FilterPopover from "./FilterPopover.svelte";
import LanesPopover from "./LanesPopover.svelte";

let shown: ReturnType<typeof show>;
beforeEach(() => localStorage.clear());
afterEach(() => shown.leave());

const fake = (answers: Answers = {}) => fakeMilepost(answers).milepost;

it("says what the lanes stand for and changes it at once", async () => {
  const milepost = fake();
  shown = show(LanesPopover, { milepost });
  expect(shown.find("[data-popover=lanes]").textContent.trim()).toBe("By theme");
  await shown.click("[data-popover=lanes]");
  await shown.choose("[data-field=lanes-by]", "owner");
  await shown.choose("[data-field=then-by]", "status");
  expect(milepost.view.settings).toMatchObject({ lanes_by: "owner", then_by: "status", colour_by: "theme" });
  expect(shown.find("[data-popover=lanes]").textContent.trim()).toBe("By owner, status");

  // What the lanes stand for already does not divide them.
  const seconds = [...shown.find("[data-field=then-by]").querySelectorAll("option")];
  expect(seconds.map(({ value }) => value)).toEqual([
    "theme",
    "status",
    "kind",
    "parent",
    "horizon",
    "customer",
    "need",
    "goal",
    "importance",
    "nothing",
  ]);
  await shown.choose("[data-field=lanes-by]", "nothing");
  expect(milepost.view.settings).toMatchObject({ lanes_by: null, then_by: null });
  expect(shown.find("[data-field=then-by]")).toHaveProperty("disabled", true);
  expect(shown.find("[data-popover=lanes]").textContent.trim()).toBe("No lanes");
  await shown.choose("[data-field=colour-by]", "nothing");
  expect(milepost.view.settings.colour_by).toBeNull();
});

it("offers to change what the filter can be asked for, and no more than to take the rest away", async () => {
  const milepost = fake();
  milepost.view.filter({ text: "a", needs: ["n1"] });
  shown = show(FilterChips, { milepost });
  const words = [...document.querySelectorAll<HTMLElement>(".words")];
  expect(words.map(({ tagName, textContent }) => [tagName, textContent.trim()])).toEqual([
    ["BUTTON", "Text: a"],
    ["SPAN", "1 need"],
  ]);
  await shown.click("[data-chip=needs]");
  expect(milepost.view.settings.filter.needs).toEqual([]);
});

it("shows kinds, milestones and dependencies as they are ticked", async () => {
  const milepost = fake();
  shown = show(LanesPopover, { milepost });
  await shown.click("[data-popover=lanes]");
  await shown.click("[data-value=bug]");
  await shown.click("[data-value=epic]");
  expect(milepost.view.settings.kinds).toEqual(["epic", "feature", "bug"]);
  await shown.click("[data-value=show_overview]");
  expect(milepost.view.settings.show_overview).toBe(true);
  await shown.click("[data-value=show_milestones]");
  expect(milepost.view.settings).toMatchObject({ show_milestones: false, show_dependencies: true });
  // A table alone has no overview; what is not offered stays as it is.
  milepost.view.change({ arrangement: "table" });
  await settle();
  expect(shown.has("[data-value=show_overview]")).toBe(false);
  await shown.click("[data-value=show_milestones]");
  expect(milepost.view.settings).toMatchObject({ show_milestones: true, show_overview: true });
});

it("marks that milestones or dependencies are hidden where they would be shown, and says which", async () => {
  const milepost = fake();
  shown = show(LanesPopover, { milepost });
  const marked = () => shown.has("[data-field=view-hides]") && shown.find("[data-popover=lanes]").title;
  expect(marked()).toBe(false);
  milepost.view.change({ show_dependencies: false, show_days_off: false });
  await settle();
  expect(marked()).toBe("Lanes, colours and kinds: dependencies hidden (G)");
  milepost.view.change({ show_milestones: false });
  await settle();
  expect(marked()).toBe("Lanes, colours and kinds: milestones hidden, dependencies hidden (G)");
  milepost.view.change({ arrangement: "table" });
  await settle();
  expect(marked()).toBe(false);
});

it("offers the baselines of the plan, and shows none when the chosen one is gone", async () => {
  const milepost = fake();
  shown = show(LanesPopover, { milepost });
  await shown.click("[data-popover=lanes]");
  expect(shown.has("[data-field=baseline]")).toBe(false);
  const spring = { id: "b1", name: "Spring", taken: "2026-03-02", items: 3, milestones: 0 };
  const autumn = { ...spring, id: "b2", name: "Autumn" };
  milepost.plan.state = { ...milepost.plan.state!, baselines: [spring, autumn] };
  await settle();
  await shown.choose("[data-field=baseline]", "b2");
  expect(milepost.view.settings.baseline).toBe("b2");
  milepost.plan.state = { ...milepost.plan.state, baselines: [spring] };
  await settle();
  expect(shown.find<HTMLSelectElement>("[data-field=baseline]").value).toBe("none");
  milepost.plan.state = { ...milepost.plan.state, baselines: [spring, autumn] };
  await settle();
  await shown.choose("[data-field=baseline]", "none");
  expect(milepost.view.settings.baseline).toBeNull();
});

it("filters by text, days, statuses, themes and owners, and counts the parts", async () => {
  const milepost = fake();
  shown = show(FilterPopover, { milepost });
  expect(shown.has("[data-field=filter-count]")).toBe(false);
  await shown.click("[data-popover=filter]");
  expect((document.activeElement as HTMLElement).dataset["field"]).toBe("filter-text");
  await shown.type("[data-field=filter-text]", "report");
  await shown.type("[data-field=filter-from] input", "2027-01-01");
  await shown.click("[data-list=statuses] [data-value=done]");
  await shown.click("[data-list=statuses] [data-value=planned]");
  await shown.click("[data-list=themes] [data-value='']");
  await shown.click("[data-list=owners] [data-value='']");
  expect(milepost.view.settings.filter).toEqual({
    ...emptyFilter,
    text: "report",
    themes: [null],
    statuses: ["planned", "done"],
    owners: [""],
    from: "2027-01-01",
    to: null,
  });
  expect(shown.find("[data-field=filter-count]").textContent).toBe("5");

  await shown.type("[data-field=filter-to] input", "2026-12-31");
  expect(shown.text()).toContain("From is after to.");
  expect(milepost.view.settings.filter.to).toBeNull();

  await shown.click("[data-action=clear-filter]");
  expect(milepost.view.settings.filter).toEqual(emptyFilter);
});

it("filters by epics and horizons, and names them on chips", async () => {
  const epic = { id: "e1", title: "Reports", kind: "epic" as const };
  vi.useFakeTimers();
  const milepost = fake({ parents: () => [epic as never] });
  shown = show(FilterPopover, { milepost });
  await shown.click("[data-popover=filter]");
  await vi.advanceTimersByTimeAsync(REST);
  await settle();
  await shown.click("[data-list=parents] [data-value=e1]");
  await shown.click("[data-list=horizons] [data-value=now]");
  await shown.click("[data-list=horizons] [data-value='']");
  expect(milepost.view.settings.filter).toEqual({ ...emptyFilter, parents: ["e1"], horizons: ["now", null] });
  await shown.leave();
  shown = show(FilterChips, { milepost });
  expect(shown.text()).toContain("Epic: Reports");
  expect(shown.text()).toContain("Horizon: now, No horizon");
  vi.useRealTimers();
});

it("finds epics by what is typed, says that there are more, and names a chosen one that it does not list", async () => {
  const epics = Array.from({ length: 300 }, (_, at) => ({ id: `e${at}`, title: `Epic ${at}`, kind: "epic" }));
  vi.useFakeTimers();
  const milepost = fake({
    parents: ({ search, limit }) =>
      epics.filter(({ title }) => title.includes(search)).slice(0, limit) as never,
    item: ({ id }) => ({ ...itemDetail, item: epics.find((epic) => epic.id === id) as never }),
  });
  shown = show(FilterPopover, { milepost });
  const rest = async () => {
    await vi.advanceTimersByTimeAsync(REST);
    await settle();
  };
  await shown.click("[data-popover=filter]");
  await rest();
  expect(shown.text()).toContain("There are more: search for them.");
  expect(shown.has("[data-list=parents] [data-value=e299]")).toBe(false);
  await shown.type("[data-list=parents] input[type=search]", "299");
  await rest();
  await shown.click("[data-list=parents] [data-value=e299]");
  await shown.type("[data-list=parents] input[type=search]", "");
  await rest();
  expect(shown.find<HTMLInputElement>("[data-list=parents] [data-value=e299]").checked).toBe(true);
  expect(filterParts(milepost.view.settings.filter, milepost.names)[0]?.words).toBe("Epic: Epic 299");
  vi.useRealTimers();
});

it("counts what the filter lets through on each roadmap, in its words", async () => {
  vi.useFakeTimers();
  const milepost = fake({
    tally: () => ({ shown: 30, waiting: 2, left_out: 0 }),
    need_tally: () => ({ shown: 4, waiting: 3, unserved: 0, late: 0, left_out: 0 }),
    budget_tally: () => ({ lines: 3, has_money: true }) as never,
    parents: () => [],
  });
  shown = show(FilterPopover, { milepost });
  await shown.click("[data-popover=filter]");
  const passed = async () => {
    await vi.advanceTimersByTimeAsync(REST);
    await settle();
    return shown.find("[data-field=filter-passed]").textContent;
  };
  const hint = () => shown.find<HTMLInputElement>("[data-field=filter-text]").placeholder;
  milepost.view.filter({ text: "report" });
  expect(await passed()).toBe("32 features shown");
  milepost.view.goTo("needs");
  expect([await passed(), hint()]).toEqual(["7 needs shown", "In statement, note or alternatives"]);
  milepost.view.goTo("budget");
  expect([await passed(), hint()]).toEqual(["", "In title, key, owner or description"]);
  vi.useRealTimers();
});

it("offers the owners of the plan, and those of the filter that own nothing any more", async () => {
  const milepost = fake();
  milepost.view.filter({ owners: ["Zoe"] });
  shown = show(FilterPopover, { milepost });
  await shown.click("[data-popover=filter]");
  const names = [...document.querySelectorAll("[data-list=owners] label")].map((each) =>
    each.textContent.trim(),
  );
  expect(names).toEqual(["Zoe", "No owner"]);
});

it("shows a chip for each part of the filter until it is taken away", async () => {
  const milepost = fake();
  shown = show(FilterChips, { milepost });
  expect(shown.has("[role=group]")).toBe(false);
  milepost.view.filter({ statuses: ["planned", "done"], text: "report", themes: ["t2"] });
  await settle();
  expect(shown.text()).toContain("Text: report");
  expect(shown.text()).toContain("Status: planned, done");
  expect(shown.text()).toContain("Theme: Quality");

  shown.find("[data-chip=statuses]").focus();
  await shown.click("[data-chip=statuses]");
  await settle();
  expect(milepost.view.settings.filter).toMatchObject({ statuses: [], text: "report", themes: ["t2"] });
  await vi.waitFor(() => expect((document.activeElement as HTMLElement).dataset["chip"]).toBe("themes"));

  // The words of a chip follow the plan.
  const [first, second] = milepost.plan.state!.themes as [Theme, Theme];
  milepost.plan.state = { ...milepost.plan.state!, themes: [first, { ...second, name: "Data quality" }] };
  await settle();
  expect(shown.text()).toContain("Theme: Data quality");

  await shown.click("[data-action=clear-filter]");
  expect(shown.has("[role=group]")).toBe(false);
  expect(milepost.view.settings).toEqual(usualView);
});

it("hands the focus to the button of the filter when the last chip or the whole filter goes", async () => {
  const milepost = fake();
  const button = document.body.appendChild(document.createElement("button"));
  button.dataset["popover"] = "filter";
  for (const css of ["[data-chip=statuses]", "[data-action=clear-filter]"]) {
    milepost.view.filter({ ...emptyFilter, statuses: ["planned"] });
    shown = show(FilterChips, { milepost });
    shown.find(css).focus();
    await shown.click(css);
    expect(document.activeElement).toBe(button);
    await shown.leave();
    button.blur();
  }
  button.remove();
});
