/**
 * The strip below the lanes: where it is painted, and what of it is in sight as elements that carry focus and names for screen
 * readers. It is one tab stop; the arrow keys go from period to period, also to those out of sight.
 */
import type { BudgetLineId } from "../bindings/BudgetLineId";
import type { MoneyStrip } from "../bindings/MoneyStrip";
import type { Span } from "../bindings/Span";
import { type Area, type Point, contains, right } from "./geometry";
import type { Picture, Reachable } from "./picture";
import { putInOrder } from "./reading-order";

export interface StripHooks {
  /** The name of what is under the pointer, or has the focus; null for nothing. */
  onNamed(name: string | null, at: { clientX: number; clientY: number }): void;
  /** Brings a part of the surface into sight. */
  reveal(area: Area): void;
  /** A period was pressed, or a mark in it, which is about one budget line. */
  onPeriod(period: Span, line: BudgetLineId | null): void;
}

/** The key of what says what all of it comes to. */
const HEAD = "money/head";

export class Strip {
  readonly root: HTMLElement;
  readonly names: HTMLElement;
  private readonly list: HTMLElement;
  private readonly elements = new Map<string, HTMLElement>();
  private things: readonly Reachable[] = [];
  private name = "";
  /** Names by key as a gesture would make them. */
  private tried: ReadonlyMap<string, string> | null = null;
  private current: string | null = null;

  constructor(
    host: HTMLElement,
    /** The x that the left edge shows. */
    private readonly left: () => number,
    private readonly hooks: StripHooks,
  ) {
    this.names = made(host, "chart-strip-names");
    this.root = made(host, "chart-strip");
    this.list = made(this.root, "chart-strip-mirror");
    this.list.setAttribute("role", "listbox");
    this.root.addEventListener("pointermove", (event) => this.hover(event));
    this.root.addEventListener("pointerleave", (event) => hooks.onNamed(null, event));
    this.root.addEventListener("click", (event) => this.open(this.at(this.pointOf(event))));
    this.list.addEventListener("keydown", (event) => this.press(event));
    this.list.addEventListener("focusin", ({ target }) => this.focused(target as HTMLElement));
    this.list.addEventListener("focusout", () => hooks.onNamed(null, { clientX: 0, clientY: 0 }));
  }

  /** Matches the elements to what is in sight; the one with the focus stays. */
  update({ onStrip, stripNames }: Picture, visible: Area): void {
    this.things = onStrip;
    const named = stripNames.flatMap(({ nodes }) => nodes.flatMap(({ node }) => node.name ?? []));
    this.name = named[0] ?? "";
    const inSight = ({ x, width }: Area) => x + width > visible.x && x < right(visible);
    const keep = onStrip.filter(({ bounds }) => inSight(bounds));
    const keys = new Set(keep.map(({ key }) => key));
    for (const [key, element] of this.elements) {
      if (keys.has(key) || element === document.activeElement) continue;
      element.remove();
      this.elements.delete(key);
    }
    putInOrder(
      this.list,
      keep.map((thing) => this.place(thing, visible)),
    );
    this.relabel();
    if (this.current === null || !this.elements.has(this.current)) this.rove(keep[0]?.key);
  }

  /** Says what a gesture would make of it; null says what is so. */
  tell(tried: MoneyStrip | null): void {
    const nodes = tried?.regions.flatMap((region) => region.nodes) ?? [];
    this.tried =
      tried && new Map(nodes.flatMap(({ key, name }) => (name === undefined ? [] : [[key, name]])));
    this.relabel();
  }

  private relabel(): void {
    const { tried } = this;
    // Nothing to choose from has no name either.
    this.list.hidden = this.things.length === 0;
    this.list.setAttribute("aria-label", tried?.get(HEAD) ?? this.name);
    for (const { key, name } of this.things)
      this.elements.get(key)?.setAttribute("aria-label", tried?.get(key) ?? name);
  }

  private place({ key, target, bounds }: Reachable, visible: Area): HTMLElement {
    let element = this.elements.get(key);
    if (!element) {
      element = made(this.list, "mirrored");
      element.setAttribute("role", "option");
      element.dataset["key"] = key;
      element.dataset["on"] = target.entity;
      element.tabIndex = -1;
      this.elements.set(key, element);
    }
    element.style.transform = `translate(${bounds.x - visible.x}px, ${bounds.y}px)`;
    element.style.width = `${bounds.width}px`;
    element.style.height = `${bounds.height}px`;
    return element;
  }

  /** What has the focus is named in sight, as under the pointer. */
  private focused(element: HTMLElement): void {
    this.rove(element.dataset["key"]);
    const { left, width, top } = element.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top };
    this.hooks.onNamed(element.getAttribute("aria-label"), at);
  }

  private rove(key: string | undefined): void {
    if (key === undefined) return;
    const before = this.elements.get(this.current ?? "");
    if (before) before.tabIndex = -1;
    this.current = key;
    const element = this.elements.get(key);
    if (element) element.tabIndex = 0;
  }

  private press(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      return this.open(this.things.find(({ key }) => key === this.current));
    }
    const at = this.things.findIndex(({ key }) => key === this.current);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: this.things.length - 1 }[event.key];
    const next = to === undefined ? undefined : this.things[to];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    this.hooks.reveal({ ...next.bounds, y: 0, height: 0 });
    const shown = { x: this.left(), y: 0, width: this.root.clientWidth, height: 0 };
    this.place(next, shown);
    this.relabel();
    this.rove(next.key);
    this.elements.get(next.key)?.focus({ preventScroll: true });
  }

  private hover(event: PointerEvent): void {
    this.hooks.onNamed(this.at(this.pointOf(event))?.name ?? null, event);
  }

  private pointOf({ clientX, clientY }: MouseEvent): Point {
    const box = this.root.getBoundingClientRect();
    return { x: clientX - box.left + this.left(), y: clientY - box.top };
  }

  /** Goes to the money of a period; of a mark to that of its line, in the period that it stands in. */
  private open(thing: Reachable | undefined): void {
    if (!thing) return;
    const { bounds, target } = thing;
    const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    const around = this.things.filter((each) => contains(each.bounds, middle));
    for (const { target: period } of [thing, ...around]) {
      if (period.entity !== "period") continue;
      const { line, first, last } = period;
      return this.hooks.onPeriod({ first, last }, target.entity === "budget_line" ? target.id : line);
    }
  }

  /** What lies on top there: a mark before the period that it stands in. */
  private at(point: Point): Reachable | undefined {
    const there = this.things.filter(({ bounds }) => contains(bounds, point));
    return there.find(({ target }) => target.entity !== "period") ?? there[0];
  }
}

function made(parent: HTMLElement, className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  parent.append(element);
  return element;
}
