/**
 * What is in sight as elements: they carry focus, names for screen readers, tooltips and handles for tests. The
 * chart is one tab stop; inside it the focus roves over bars, milestones, needs and costs. What stands in several places has an
 * element in each.
 */
import type { Target } from "../bindings/Target";
import { type Area, intersects } from "./geometry";
import type { Picture, Reachable } from "./picture";

/** What can have the focus. */
export type Thing = Extract<Target, { entity: "item" | "milestone" | "need" | "cost" }> & {
  /** The key of the one place that is meant, of something that may stand in several. */
  at?: string;
};

export const isThing = (target: Target): target is Thing =>
  ENTITIES.some((entity) => entity === target.entity);

/** What can have the focus there. */
export const thingIn = ({ target, key }: Reachable): Thing | null =>
  isThing(target) ? { ...target, at: key } : null;

/** What is selected. */
export interface Selected {
  items: ReadonlySet<string>;
  milestone: string | null;
  need: string | null;
}

export class Mirror {
  private readonly elements = new Map<string, HTMLElement>();
  /** Where the elements stand on the surface. */
  private readonly bounds = new Map<string, Area>();
  private current: Thing | null = null;
  /** Whether the focus is being moved from here, which tells nobody anything new. */
  private moving = false;
  /** Whether other things stand on the axis, so that the focus goes on to what is there now. */
  private renewed = false;

  constructor(
    readonly root: HTMLElement,
    private readonly onFocus: (thing: Thing) => void,
  ) {
    root.addEventListener("focusin", (event) => {
      const thing = thingOf(event.target as HTMLElement);
      if (!thing) return;
      this.rove(thing);
      if (!this.moving) this.onFocus(thing);
    });
  }

  /** Matches the elements to what is in sight; those that stay keep their focus. */
  update(picture: Picture, visible: Area, selected: Selected): void {
    const near = asRead(picture.reachable.filter(({ bounds }) => intersects(bounds, visible)));
    const keep = new Set<string>();
    for (const { key, target, name, bounds } of near) {
      if (!isThing(target)) continue;
      keep.add(key);
      const element = this.elements.get(key) ?? this.add(key, target);
      place(element, bounds, visible);
      this.bounds.set(key, bounds);
      element.setAttribute("aria-label", name);
      const pressed =
        target.entity === "item"
          ? selected.items.has(target.id)
          : target.entity !== "cost" && selected[target.entity] === target.id;
      element.setAttribute("aria-pressed", String(pressed));
    }
    const isInside = this.focused !== null;
    for (const [key, element] of this.elements) {
      // The focused element stays until the focus moves, or the keyboard would fall out of the chart.
      if (keep.has(key) || (element === document.activeElement && !this.renewed)) continue;
      element.remove();
      this.elements.delete(key);
      this.bounds.delete(key);
    }
    this.order(keep);
    if (!this.elementOf(this.current)) this.makeFirstTabStop(near);
    const { renewed, current } = this;
    this.renewed = false;
    if (!renewed || !isInside || !current) return;
    this.focus(current);
    this.onFocus(current);
  }

  /** Brings the elements into the order of their keys, in which a screen reader goes through them. */
  private order(keys: Iterable<string>): void {
    let next = this.root.firstElementChild;
    for (const key of keys) {
      const element = this.elements.get(key);
      // What is moved about loses the focus, so that one stays where it is until the focus is elsewhere.
      if (!element || element === next || element === document.activeElement)
        next = element?.nextElementSibling ?? next;
      else this.root.insertBefore(element, next);
    }
  }

  /** With the next update the focus goes from what is gone to the first thing there is. */
  renew(): void {
    this.renewed = true;
  }

  /** Moves the focus to something that is in sight. */
  focus(thing: Thing): void {
    this.rove(thing);
    this.moving = true;
    this.elementOf(this.current)?.focus({ preventScroll: true });
    this.moving = false;
  }

  /** What has the focus; null while it is elsewhere. */
  get focused(): Thing | null {
    return this.root.contains(document.activeElement) ? this.current : null;
  }

  /** Where on the surface something has the focus whose user is to see that; null otherwise. */
  get ring(): Area | null {
    const { activeElement } = document;
    if (!this.root.contains(activeElement) || !activeElement?.matches(":focus-visible")) return null;
    return this.bounds.get((activeElement as HTMLElement).dataset["at"] ?? "") ?? null;
  }

  /** Where something stood that may be gone, while its element still has the focus. */
  lastPlace(thing: Thing): Area | undefined {
    const key = thing.at ?? this.elementOf(thing)?.dataset["at"];
    return key === undefined ? undefined : this.bounds.get(key);
  }

  /** The element of a thing: at its place, or at the first one if none is meant. */
  private elementOf(thing: Thing | null): HTMLElement | undefined {
    if (!thing) return undefined;
    if (thing.at !== undefined) return this.elements.get(thing.at);
    return [...this.elements.values()].find(({ dataset }) => dataset[thing.entity] === thing.id);
  }

  private add(key: string, target: Thing): HTMLElement {
    const element = document.createElement("div");
    element.className = "mirrored";
    element.tabIndex = -1;
    element.dataset[target.entity] = target.id;
    element.dataset["at"] = key;
    element.setAttribute("role", "button");
    this.root.append(element);
    this.elements.set(key, element);
    return element;
  }

  private rove(thing: Thing): void {
    const before = this.elementOf(this.current);
    if (before) before.tabIndex = -1;
    // Where none of several places is meant, the focus stays at the one that it has.
    const stays =
      thing.at === undefined && this.current?.entity === thing.entity && this.current.id === thing.id;
    if (!stays || !before) this.current = thing;
    const element = this.elementOf(this.current);
    if (element) element.tabIndex = 0;
  }

  private makeFirstTabStop(near: readonly Reachable[]): void {
    const all = near.flatMap((each) => thingIn(each) ?? []);
    const first = all.find(({ entity }) => entity !== "milestone") ?? all[0];
    if (first) this.rove(first);
  }
}

/** From the top down, and along each row; the parts of a thing right after it. */
function asRead(near: readonly Reachable[]): Reachable[] {
  const places = new Map(near.map(({ key, bounds }) => [key, bounds]));
  const ranked = near.map((each) => {
    const owner = places.get(each.key.split("/", 1)[0]!) ?? each.bounds;
    return { each, rank: [owner.y, owner.x, owner === each.bounds ? 0 : 1, each.bounds.x, each.bounds.y] };
  });
  const by = (a: number[], b: number[]) => a.map((part, at) => part - b[at]!).find((off) => off !== 0) ?? 0;
  return ranked.sort((a, b) => by(a.rank, b.rank)).map(({ each }) => each);
}

const ENTITIES = ["item", "milestone", "need", "cost"] as const;

/** What an element stands for, by the handle that it has for tests, too. */
export function thingOf({ dataset }: HTMLElement): Thing | null {
  const entity = ENTITIES.find((each) => dataset[each] !== undefined);
  if (!entity) return null;
  const { at } = dataset;
  return { entity, id: dataset[entity]!, ...(at === undefined ? {} : { at }) };
}

function place(element: HTMLElement, bounds: Area, visible: Area): void {
  element.style.transform = `translate(${bounds.x - visible.x}px, ${bounds.y - visible.y}px)`;
  element.style.width = `${bounds.width}px`;
  element.style.height = `${bounds.height}px`;
}
