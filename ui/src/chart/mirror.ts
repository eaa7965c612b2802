/**
 * What is in sight as elements: they carry focus, names for screen readers, tooltips and handles for tests. The
 * chart is one tab stop; inside it the focus roves over bars and milestones.
 */
import type { Target } from "../bindings/Target";
import { type Area, intersects } from "./geometry";
import type { Picture, Reachable } from "./picture";

/** What can have the focus. */
export type Thing = Extract<Target, { entity: "item" | "milestone" }>;

export const isThing = (target: Target): target is Thing =>
  target.entity === "item" || target.entity === "milestone";

/** What is selected. */
export interface Selected {
  items: ReadonlySet<string>;
  milestone: string | null;
}

export class Mirror {
  private readonly elements = new Map<string, HTMLElement>();
  /** Where the elements stand on the surface. */
  private readonly bounds = new Map<string, Area>();
  private current: Thing | null = null;
  /** Whether the focus is being moved from here, which tells nobody anything new. */
  private moving = false;

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
    const near = picture.reachable.filter(({ bounds }) => intersects(bounds, visible)).sort(asRead);
    const keep = new Set<string>();
    for (const { target, name, bounds } of near) {
      if (!isThing(target)) continue;
      const key = keyOf(target);
      keep.add(key);
      const element = this.elements.get(key) ?? this.add(key, target);
      place(element, bounds, visible);
      this.bounds.set(key, bounds);
      element.setAttribute("aria-label", name);
      const pressed =
        target.entity === "item" ? selected.items.has(target.id) : selected.milestone === target.id;
      element.setAttribute("aria-pressed", String(pressed));
    }
    for (const [key, element] of this.elements) {
      // The focused element stays until the focus moves, or the keyboard would fall out of the chart.
      if (keep.has(key) || element === document.activeElement) continue;
      element.remove();
      this.elements.delete(key);
      this.bounds.delete(key);
    }
    this.order(keep);
    if (this.current === null || !this.elements.has(keyOf(this.current))) this.makeFirstTabStop(near);
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

  /** Moves the focus to something that is in sight. */
  focus(thing: Thing): void {
    this.rove(thing);
    this.moving = true;
    this.elements.get(keyOf(thing))?.focus({ preventScroll: true });
    this.moving = false;
  }

  /** What has the focus; null while it is elsewhere. */
  get focused(): Thing | null {
    return this.root.contains(document.activeElement) ? this.current : null;
  }

  /** Where something stood that may be gone, while its element still has the focus. */
  lastPlace(thing: Thing): Area | undefined {
    return this.bounds.get(keyOf(thing));
  }

  private add(key: string, target: Thing): HTMLElement {
    const element = document.createElement("div");
    element.className = "mirrored";
    element.tabIndex = -1;
    element.dataset[target.entity] = target.id;
    element.setAttribute("role", "button");
    this.root.append(element);
    this.elements.set(key, element);
    return element;
  }

  private rove(thing: Thing): void {
    const before = this.current === null ? undefined : this.elements.get(keyOf(this.current));
    if (before) before.tabIndex = -1;
    this.current = thing;
    const element = this.elements.get(keyOf(thing));
    if (element) element.tabIndex = 0;
  }

  private makeFirstTabStop(near: readonly Reachable[]): void {
    const all = near.flatMap(({ target }) => (isThing(target) ? [target] : []));
    const first = all.find(({ entity }) => entity === "item") ?? all[0];
    if (first) this.rove(first);
  }
}

/** From the top down, and along each row. */
const asRead = ({ bounds: a }: Reachable, { bounds: b }: Reachable): number => a.y - b.y || a.x - b.x;

const keyOf = ({ entity, id }: Thing): string => `${entity}:${id}`;

/** What an element stands for, by the handle that it has for tests, too. */
export function thingOf({ dataset }: HTMLElement): Thing | null {
  const { item, milestone } = dataset;
  if (item !== undefined) return { entity: "item", id: item };
  return milestone === undefined ? null : { entity: "milestone", id: milestone };
}

function place(element: HTMLElement, bounds: Area, visible: Area): void {
  element.style.transform = `translate(${bounds.x - visible.x}px, ${bounds.y - visible.y}px)`;
  element.style.width = `${bounds.width}px`;
  element.style.height = `${bounds.height}px`;
}
