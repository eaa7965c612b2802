/**
 * The lane names as buttons over their picture: they carry focus and names for screen readers, and collapse a lane or
 * expand it.
 */
import type { LaneKey } from "../bindings/LaneKey";
import { folds } from "../state/collapsed";
import { type Area, grown } from "./geometry";
import type { Placed } from "./part";

/** How far a ring stands inside of a button, in points, so that all of it shows. */
const INSET = 5;

export class LaneNames {
  private readonly shelf: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private lanes = new Map<string, LaneKey>();
  /** Where the buttons stand on the surface. */
  private bounds = new Map<string, Area>();

  constructor(
    root: HTMLElement,
    private readonly onPressed: (lane: LaneKey) => void,
  ) {
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Lanes");
    this.shelf = document.createElement("div");
    root.append(this.shelf);
    this.shelf.addEventListener("click", (event) => {
      const lane = this.laneOf(event.target as HTMLElement);
      if (lane) this.onPressed(lane);
    });
  }

  /** The lane whose button an element is, or is in. */
  laneOf(element: HTMLElement): LaneKey | undefined {
    const button = element.closest("button");
    const key = button && this.shelf.contains(button) ? button.dataset["lane"] : undefined;
    return key === undefined ? undefined : this.lanes.get(key);
  }

  /** Where on the surface a button has the focus whose user is to see that; null otherwise. */
  get ring(): Area | null {
    const { activeElement } = document;
    if (!this.shelf.contains(activeElement) || !activeElement?.matches(":focus-visible")) return null;
    const bounds = this.bounds.get((activeElement as HTMLElement).dataset["lane"] ?? "");
    return bounds ? grown(bounds, -INSET) : null;
  }

  /** Matches the buttons to the names of a picture shown from `top` on; those that stay keep their focus. */
  update(names: readonly Placed[], top: number, isCollapsed: (lane: LaneKey) => boolean): void {
    this.shelf.style.transform = `translateY(${-top}px)`;
    this.lanes = new Map();
    this.bounds = new Map();
    for (const { node, bounds } of names) {
      if (node.target?.entity !== "lane" || !folds(node.target.lane)) continue;
      const { lane } = node.target;
      this.lanes.set(node.key, lane);
      this.bounds.set(node.key, bounds);
      const button = this.buttons.get(node.key) ?? this.add(node.key);
      button.setAttribute("aria-label", node.name ?? "");
      button.setAttribute("aria-expanded", String(!isCollapsed(lane)));
      button.title = isCollapsed(lane) ? "Expand the lane" : "Collapse the lane";
      button.style.top = `${bounds.y}px`;
      button.style.height = `${bounds.height}px`;
    }
    for (const [key, button] of this.buttons) {
      if (this.lanes.has(key)) continue;
      button.remove();
      this.buttons.delete(key);
    }
  }

  private add(key: string): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["lane"] = key;
    this.shelf.append(button);
    this.buttons.set(key, button);
    return button;
  }
}
