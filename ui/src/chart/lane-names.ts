/**
 * The lane names as buttons over their picture: they carry focus and names for screen readers, and collapse a lane or
 * expand it.
 */
import type { LaneKey } from "../bindings/LaneKey";
import { showsRing } from "../focus-ring";
import { folds } from "../state/collapsed";
import { type Area, grown, intersection } from "./geometry";
import type { Placed } from "./part";

/** What is seen of less is no place to press, in points. */
const LEAST = 24;
/** How far a ring stands inside of a button, in points, so that all of it shows. */
const INSET = 5;

export class LaneNames {
  private readonly shelf: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private lanes = new Map<string, LaneKey>();

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

  /**
   * Where on the surface a button has the focus whose user is to see that, by the names that are painted, which the buttons
   * may be about to follow; null otherwise.
   */
  ringAmong(names: () => readonly Placed[], visible: Area): Area | null {
    const { activeElement } = document;
    if (!this.shelf.contains(activeElement) || !activeElement || !showsRing(activeElement)) return null;
    const key = (activeElement as HTMLElement).dataset["lane"];
    const name = names().find(({ node }) => node.key === key);
    const bounds = name && shownOf(name.bounds, visible);
    return bounds ? grown(bounds, -INSET) : null;
  }

  /**
   * Matches the buttons to the names of a picture, of what is in sight of them; those that stay keep their focus. No button
   * reaches out of sight: what is clipped there would still be in the way of others to whoever goes by places.
   */
  update(names: readonly Placed[], visible: Area, isCollapsed: (lane: LaneKey) => boolean): void {
    this.shelf.style.transform = `translateY(${-visible.y}px)`;
    this.lanes = new Map();
    const shown = new Set<string>();
    for (const { node, bounds: whole } of names) {
      if (node.target?.entity !== "lane" || !folds(node.target.lane)) continue;
      const bounds = shownOf(whole, visible);
      const { lane } = node.target;
      this.lanes.set(node.key, lane);
      if (!bounds) continue;
      shown.add(node.key);
      const button = this.buttons.get(node.key) ?? this.add(node.key);
      button.setAttribute("aria-label", node.name ?? "");
      button.setAttribute("aria-expanded", String(!isCollapsed(lane)));
      button.title = isCollapsed(lane) ? "Expand the lane" : "Collapse the lane";
      button.style.top = `${bounds.y}px`;
      button.style.height = `${bounds.height}px`;
    }
    for (const [key, button] of this.buttons) {
      // What has the focus stays until that moves on, or the keyboard would fall out of the chart.
      if (shown.has(key) || (button === document.activeElement && this.lanes.has(key))) continue;
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

/** What is in sight of a button; null if that is too little. */
function shownOf(whole: Area, { y, height }: Area): Area | null {
  const shown = intersection(whole, { ...whole, y, height });
  return shown && shown.height >= Math.min(LEAST, whole.height) ? shown : null;
}
