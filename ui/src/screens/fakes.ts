/** Fakes for tests of screens: a back end that answers from a table, and a plan to show. */
import { flushSync, mount, unmount } from "svelte";
import type { Component } from "svelte";
import { vi } from "vitest";

import type { Counts } from "../bindings/Counts";
import type { ErrorCode } from "../bindings/ErrorCode";
import type { Health } from "../bindings/Health";
import type { ItemDetail } from "../bindings/ItemDetail";
import type { Patch } from "../bindings/Patch";
import type { PlanState } from "../bindings/PlanState";
import { Milepost, type TableOnScreen } from "../milepost.svelte";
import {
  type Answer,
  type Backend,
  type Desktop,
  type Method,
  Refusal,
  type Request,
} from "../ports/backend";

export type Answers = { [M in Method]?: (request: Request<M>) => Answer<M> | Promise<Answer<M>> };

export const planState: PlanState = {
  path: "/plans/insights.milepost",
  file_name: "insights.milepost",
  read_only: false,
  opening: 1,
  revision: 1,
  undo: null,
  redo: null,
  today: "2026-11-23",
  settings: {
    name: "Insights",
    currency: "EUR",
    first_day_of_week: "monday",
    fiscal_year: 1,
    working_days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    holidays: [],
    keeps_working_length: false,
    pushes_successors: false,
    actuals_mapping: "",
  },
  currency_digits: 2,
  themes: [
    { id: "t1", name: "Reporting", hue: 1, rank: 1 },
    { id: "t2", name: "Quality", hue: 2, rank: 2 },
  ],
  milestones: [],
  views: [],
  baselines: [],
};

/** Another plan, opened after that one. */
export const otherPlan: PlanState = { ...planState, path: "/plans/other.milepost", opening: 2 };

export const itemDetail: ItemDetail = {
  item: {
    id: "i1",
    kind: "feature",
    parent: null,
    theme: "t1",
    title: "Report templates",
    description: "",
    status: "planned",
    progress: 0,
    owner: "",
    link: "",
    key: "",
    schedule: { kind: "dated", first: "2027-02-02", last: "2027-04-16" },
    rank: 1,
    needs: [],
    goals: [],
  },
  parent: null,
  children: [],
  predecessors: [],
  successors: [],
  span: { first: "2027-02-02", last: "2027-04-16" },
  working_days: 53,
  progress: 0,
  sums_up: false,
  conflicts: [],
  chain: { before: [], after: [], dependencies: [] },
  weight: 0,
  needs: [],
  customers: [],
};

export const patch: Patch = {
  label: "Edit",
  state: { ...planState, revision: 2 },
  added: [],
  changed: [],
  removed: [],
  removed_needs: [],
  feedback: [],
  removed_feedback: [],
  touched: ["item"],
};

/** What is thrown when something is not done. */
export const refusal = (code: ErrorCode, message: string): Refusal =>
  new Refusal({ code, message, hint: "" });

const desktop: Desktop = {
  chooseFile: () => Promise.resolve(null),
  chooseTarget: () => Promise.resolve(null),
  openAddress: () => Promise.resolve(),
  copyText: async (text) => void (await text),
  readText: () => Promise.resolve(""),
  setTitle: () => Promise.resolve(),
  magnify: () => Promise.resolve(1),
  takeOpened: () => Promise.resolve([]),
  onOpened() {},
  onDropped() {},
  onClose() {},
};

const nothing = { planned: 0, certain: 0, low: 0, high: 0, actual: 0, forecast: 0, variance: 0 };

export const health: Health = {
  revision: 1,
  kinds: [],
  dated: 0,
  with_horizon: 0,
  unscheduled: 0,
  span: null,
  money: null,
  owners: ["Ada", "Bo"],
  conflicts: [],
  over_cap: [],
};

/** What an import or a paste comes to that does nothing. */
/** A table on screen in which nothing has the keyboard. */
export const fakeTable: TableOnScreen = {
  laneOf: () => undefined,
  reveal() {},
  hasFocus: false,
  onCell: false,
  focused: null,
  paste: () => Promise.resolve(),
  focus() {},
  comeBack() {},
};

export const noCounts: Counts = {
  taken: 0,
  taken_with_change: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  themes_added: 0,
  dependencies_added: 0,
  customers_added: 0,
};

/** Counts follow every change; a test that looks at them answers them itself. */
const always: Answers = {
  health: () => health,
  is_in_place: () => true,
  stays: () => ({ undated: [], spanning: [] }),
  not_shown: () => [],
  tally: () => ({ shown: 1, waiting: 0, left_out: 0 }),
  feedback_of: () => ({ total: 0, votes: 0, rows: [] }),
  need_tally: () => ({ shown: 1, waiting: 0, unserved: 0, late: 0, left_out: 0 }),
  feedback_counts: () => ({
    new: 0,
    linked: 0,
    planned: 0,
    to_answer: 0,
    answered: 0,
    declined: 0,
    all: 0,
  }),
  budget_lines: () => [],
  budget_standing: () => ({
    currency: "EUR",
    digits: 2,
    today: planState.today,
    lines: [],
    capped: null,
    all: { cap: null, actual: 0, remaining: 0, low: 0, high: 0 },
    undated: 0,
  }),
  rates: () => [],
  item_entries: () => ({ costs: [], actuals: [], sums: nothing }),
  items_cost: () => ({ costs: 0, actuals: 0, sums: nothing }),
};

/** The program with a plan open; `call` records what was asked. */
export function fakeMilepost(answers: Answers, desktops: Partial<Desktop> = {}) {
  const call = vi.fn(async (method: Method, request: unknown): Promise<unknown> => {
    const answer = { ...always, ...answers }[method] as ((request: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`Nobody answers “${method}”.`);
    return await answer(request);
  });
  const milepost = new Milepost({ call } as unknown as Backend, { ...desktop, ...desktops });
  milepost.plan.state = planState;
  /** The requests of one method, in order. */
  const asked = <M extends Method>(method: M): Request<M>[] =>
    call.mock.calls.filter(([each]) => each === method).map(([, request]) => request as Request<M>);
  return { milepost, call, asked };
}

/** Lets promises and effects run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  flushSync();
}

function typeInto(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Lets a field that has the focus be left when it is taken off the page, as in some web views, until all mocks are restored. */
export function leaveOnRemoval(): void {
  const remove = Element.prototype.remove;
  vi.spyOn(Element.prototype, "remove").mockImplementation(function (this: Element) {
    const { activeElement } = document;
    if (activeElement && this.contains(activeElement)) activeElement.dispatchEvent(new FocusEvent("blur"));
    remove.call(this);
  });
}

/** Puts a component on the page. */
export function show<P extends Record<string, unknown>>(component: Component<P>, props: P) {
  const target = document.body.appendChild(document.createElement("div"));
  const mounted = mount(component, { target, props });
  flushSync();
  const find = <E extends HTMLElement = HTMLElement>(css: string): E => {
    const found = document.querySelector<E>(css);
    if (!found) throw new Error(`There is no ${css}.`);
    return found;
  };
  return {
    find,
    has: (css: string) => document.querySelector(css) !== null,
    text: () => document.body.textContent.replace(/\s+/g, " "),
    /** Types into a field and leaves it. */
    async type(css: string, text: string): Promise<void> {
      typeInto(find(css), text);
      find(css).dispatchEvent(new FocusEvent("blur"));
      await settle();
    },
    /** Types into a field and stays there. */
    async begin(css: string, text: string): Promise<void> {
      find(css).focus();
      typeInto(find(css), text);
      await settle();
    },
    async choose(css: string, value: string): Promise<void> {
      const select = find<HTMLSelectElement>(css);
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await settle();
    },
    async click(css: string): Promise<void> {
      find(css).click();
      await settle();
    },
    async press(css: string, key: string): Promise<void> {
      find(css).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await settle();
    },
    async leave(): Promise<void> {
      if (!target.isConnected) return;
      target.remove();
      await unmount(mounted);
    },
  };
}
