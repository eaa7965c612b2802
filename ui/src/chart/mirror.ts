/**
 * What is in sight as elements: they carry focus, names for screen readers, tooltips and handles for tests. The
 * chart is one tab stop; inside it the focus roves.
 */
import { type Area, grown, intersects } from "./geometry";
import type { Picture, Reachable } from "./picture";

export class Mirror {
  private readonly elements = new Map<string, HTMLElement>();
  private current: string | null = null;

  constructor(
    readonly root: HTMLElement,
    private readonly onFocus: (id: string) => void,
  ) {
    root.addEventListener("focusin", (event) => {
      const id = (event.target as HTMLElement).dataset["item"];
      if (id) {
        this.rove(id);
        this.onFocus(id);
      }
    });
  }

  /** Matches the elements to what is in sight; those that stay keep their focus. */
  update(picture: Picture, visible: Area, selected: ReadonlySet<string>): void {
    const near = picture.reachable.filter(({ bounds }) => intersects(bounds, grown(visible, 0)));
    const keep = new Set<string>();
    for (const each of near) {
      const key = keyOf(each);
      keep.add(key);
      const element = this.elements.get(key) ?? this.add(key, each);
      place(element, each.bounds, visible);
      element.setAttribute("aria-label", each.name);
      if (each.target.entity === "item")
        element.setAttribute("aria-pressed", String(selected.has(each.target.id)));
    }
    for (const [key, element] of this.elements) {
      // The focused element stays until the focus moves, or the keyboard would fall out of the chart.
      if (keep.has(key) || element === document.activeElement) continue;
      element.remove();
      this.elements.delete(key);
    }
    if (this.current === null || !this.elements.has(`item:${this.current}`)) this.makeFirstTabStop(near);
  }

  /** Moves the focus to an item that is in sight. */
  focus(id: string): void {
    this.rove(id);
    this.elements.get(`item:${id}`)?.focus({ preventScroll: true });
  }

  get focused(): string | null {
    return this.root.contains(document.activeElement) ? this.current : null;
  }

  private add(key: string, { target }: Reachable): HTMLElement {
    const element = document.createElement("div");
    element.className = "mirrored";
    element.tabIndex = -1;
    if (target.entity === "item") {
      element.dataset["item"] = target.id;
      element.setAttribute("role", "button");
    } else if (target.entity === "milestone") {
      element.dataset["milestone"] = target.id;
      element.setAttribute("role", "img");
    }
    this.root.append(element);
    this.elements.set(key, element);
    return element;
  }

  private rove(id: string): void {
    const before = this.current === null ? undefined : this.elements.get(`item:${this.current}`);
    if (before) before.tabIndex = -1;
    this.current = id;
    const element = this.elements.get(`item:${id}`);
    if (element) element.tabIndex = 0;
  }

  private makeFirstTabStop(near: readonly Reachable[]): void {
    const first = near.find(({ target }) => target.entity === "item");
    if (first?.target.entity === "item") this.rove(first.target.id);
  }
}

function keyOf({ target }: Reachable): string {
  return "id" in target ? `${target.entity}:${target.id}` : target.entity;
}

function place(element: HTMLElement, bounds: Area, visible: Area): void {
  element.style.transform = `translate(${bounds.x - visible.x}px, ${bounds.y - visible.y}px)`;
  element.style.width = `${bounds.width}px`;
  element.style.height = `${bounds.height}px`;
}
