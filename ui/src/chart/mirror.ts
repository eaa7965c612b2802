/**
 * What is in sight as elements: they carry focus, names for screen readers, tooltips and handles for tests. The
 * chart is one tab stop; inside it the focus roves over bars, milestones, needs and costs. What stands in several places has an
 * element in each.
 */
import type { Target } from "../bindings/Target";
import { showsRing } from "../focus-ring";
import { type Area, apart, intersects } from "./geometry";
import type { Picture, Reachable } from "./picture";
import { putInOrder } from "./reading-order";

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
  private selected: Selected = { items: new Set(), milestone: null, need: null };
  /** Whether something else has been selected, to which the focus goes on as soon as that is in sight. */
  private seeks = false;

  constructor(
    readonly root: HTMLElement,
    private readonly onFocus: (thing: Thing) => void,
  ) {
    // Screen readers leave letters and arrows to what can be chosen from, and keep them for themselves elsewhere.
    root.setAttribute("role", "listbox");
    root.setAttribute("aria-multiselectable", "true");
    root.setAttribute("aria-label", "Timeline");
    // For the keyboard to stay where nothing is left.
    root.tabIndex = -1;
    root.addEventListener("focusin", (event) => {
      const thing = thingOf(event.target as HTMLElement);
      if (!thing) return;
      this.rove(thing);
      if (this.moving) return;
      this.seeks = false;
      this.onFocus(thing);
    });
  }

  /** The focus goes on to what is selected now unless it `stays`, and so does the tab stop while it is elsewhere. */
  select({ items, milestone, need }: Selected, stays = false): void {
    const before = this.selected;
    this.selected = { items, milestone, need };
    const isNew =
      (milestone !== null && milestone !== before.milestone) ||
      (need !== null && need !== before.need) ||
      [...items].some((id) => !before.items.has(id));
    // Who deselects what has the focus, or goes on without selecting, stays there.
    this.seeks = isNew && !stays && !this.isSelected(this.current);
    for (const element of this.elements.values()) this.tell(element, thingOf(element));
    this.seek();
  }

  private seek(): void {
    if (!this.seeks) return;
    const found = [...this.elements.values()].map(thingOf).find((thing) => this.isSelected(thing));
    if (!found) return;
    this.seeks = false;
    this.stand(found);
  }

  /** Says of an element whether what it stands for is selected. */
  private tell(element: HTMLElement, thing: Thing | null): void {
    const said = String(this.isSelected(thing));
    if (element.getAttribute("aria-selected") !== said) element.setAttribute("aria-selected", said);
  }

  private isSelected(thing: Thing | null): boolean {
    if (!thing || thing.entity === "cost") return false;
    if (thing.entity === "item") return this.selected.items.has(thing.id);
    return this.selected[thing.entity] === thing.id;
  }

  /** Matches the elements to what is in sight; those that stay keep their focus. */
  update(picture: Picture, visible: Area): void {
    const near = asRead(picture.reachable.filter(({ bounds }) => intersects(bounds, visible)));
    const keep = new Set<string>();
    for (const { key, target, name, bounds } of near) {
      if (!isThing(target)) continue;
      keep.add(key);
      const element = this.elements.get(key) ?? this.add(key, target);
      place(element, bounds, visible);
      this.bounds.set(key, bounds);
      element.setAttribute("aria-label", name);
      this.tell(element, target);
    }
    const isInside = this.focused !== null;
    for (const [key, element] of this.elements) {
      // The focused element stays until the focus moves, or the keyboard would fall out of the chart.
      if (keep.has(key) || (element === document.activeElement && !this.renewed)) continue;
      element.remove();
      this.elements.delete(key);
      this.bounds.delete(key);
    }
    putInOrder(
      this.root,
      [...keep].map((key) => this.elements.get(key)!),
    );
    this.follow(picture, keep, visible);
    if (!this.elementOf(this.current)) this.makeFirstTabStop(near);
    this.seek();
    if (document.activeElement === this.root && this.current) this.focus(this.current);
    const { renewed, current } = this;
    this.renewed = false;
    if (!renewed || !isInside || !current) return;
    this.focus(current);
    this.onFocus(current);
  }

  /** What has the focus may have gone out of sight, and has another place or name there. */
  private follow({ reachable }: Picture, inSight: ReadonlySet<string>, visible: Area): void {
    const focused = document.activeElement as HTMLElement | null;
    const key = focused?.dataset["at"];
    if (!focused || key === undefined || inSight.has(key) || this.elements.get(key) !== focused) return;
    const found = reachable.find((each) => each.key === key);
    const bounds = found?.bounds ?? this.bounds.get(key);
    if (bounds) {
      place(focused, bounds, visible);
      this.bounds.set(key, bounds);
    }
    if (found) focused.setAttribute("aria-label", found.name);
  }

  /** Takes away what is gone; the focus goes on to what is nearest to where it stood, or to the timeline itself. */
  lose(isGone: (thing: Thing) => boolean): void {
    const { focused, current } = this;
    const stood = current && this.lastPlace(current);
    const lost = current !== null && isGone(current);
    // The focus moves before its element goes, so that it is never nowhere.
    const gone = [...this.elements].filter(([, element]) => isGone(thingOf(element)!));
    if (lost) {
      const left = [...this.elements].filter(([, element]) => !isGone(thingOf(element)!));
      const next =
        stood &&
        this.nearest(
          stood,
          current.entity,
          left.map(([key]) => key),
        );
      this.current = null;
      if (next) this.stand(next, focused !== null);
      else if (focused) this.root.focus({ preventScroll: true });
    }
    for (const [key, element] of gone) {
      element.remove();
      this.elements.delete(key);
      this.bounds.delete(key);
    }
  }

  /** Of some places the one nearest to another, with the same sort of thing if there is one. */
  private nearest(to: Area, entity: Thing["entity"], keys: readonly string[]): Thing | null {
    const ranked = keys
      .map((key) => ({ thing: thingOf(this.elements.get(key)!)!, far: apart(to, this.bounds.get(key)!) }))
      .sort((a, b) => a.far - b.far);
    return (ranked.find(({ thing }) => thing.entity === entity) ?? ranked[0])?.thing ?? null;
  }

  /** The tab stop goes to a thing, and the focus with it if it is here. */
  private stand(thing: Thing, isInside = this.root.contains(document.activeElement)): void {
    if (isInside) this.focus(thing);
    else this.rove(thing);
  }

  /** With the next update the focus goes from what is gone to the first thing there is. */
  renew(): void {
    this.renewed = true;
  }

  /** What is selected is not waited for any more: keys mean what has the focus. */
  settle(): void {
    this.seeks = false;
  }

  /** Moves the focus to something that is in sight, from where it goes on to what is selected if it `waits` for that. */
  focus(thing: Thing, waits = false): void {
    if (!waits) this.seeks = false;
    this.rove(thing);
    this.moving = true;
    this.elementOf(this.current)?.focus({ preventScroll: true });
    this.moving = false;
  }

  /** What has the focus; null while it is elsewhere. */
  get focused(): Thing | null {
    const { activeElement } = document;
    return activeElement !== this.root && this.root.contains(activeElement) ? this.current : null;
  }

  /** What keys mean: what has the focus, unless that is on its way to what was selected last. */
  get meant(): Thing | null {
    return this.seeks ? null : this.focused;
  }

  /** The key of what has the focus, if its user is to see that; null otherwise. */
  get ring(): string | null {
    const { activeElement } = document;
    if (!this.root.contains(activeElement) || !activeElement || !showsRing(activeElement)) return null;
    return (activeElement as HTMLElement).dataset["at"] ?? null;
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
    element.setAttribute("role", "option");
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
