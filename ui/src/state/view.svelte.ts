/** How the roadmap is looked at: what it shows, which saved view that came from, which zoom level. */
import { SvelteMap } from "svelte/reactivity";

import type { Filter } from "../bindings/Filter";
import type { Roadmap } from "../bindings/Roadmap";
import type { View } from "../bindings/View";
import type { ViewSettings } from "../bindings/ViewSettings";
import { type Look, isFiltering, tidied, usualOf, usualView } from "./look";

export type ZoomLevel = "day" | "week" | "month" | "quarter" | "year";

/** Points per day at each level: about two weeks, two months, a year, three years, seven years in a common window. */
export const SCALES: Record<ZoomLevel, number> = { day: 70, week: 14, month: 2.6, quarter: 0.9, year: 0.24 };

export const LEVELS: readonly ZoomLevel[] = ["day", "week", "month", "quarter", "year"];

/** The level whose axis a scale has, with the limits that the layout has. */
export function levelOf(scale: number): ZoomLevel {
  if (scale >= 27) return "day";
  if (scale >= 8) return "week";
  if (scale >= 1.2) return "month";
  return scale >= 0.32 ? "quarter" : "year";
}

/** What hangs open under the top bar. */
export type Panel = "views" | "new-view" | "rename-view" | "lanes" | "filter" | "columns";

export class ViewStore {
  private kept = $state.raw<Look>({ settings: usualView, chosen: null });
  /** Points per day now. */
  scale = $state(SCALES.month);
  level = $derived(levelOf(this.scale));
  trayOpen = $state(false);
  /** What is looked for in the tray of items, while it is open. */
  traySearch = $state("");
  panel = $state<Panel | null>(null);
  readonly filtering = $derived(isFiltering(this.kept.settings.filter));
  /** How the roadmaps that are not shown were looked at last. */
  private readonly aside = new SvelteMap<Roadmap, Look>();
  private readonly listeners = new Set<() => void>();

  get settings(): ViewSettings {
    return this.kept.settings;
  }

  /** What is shown and the saved view that it came from, which the plan may not have any more. */
  get look(): Look {
    return this.kept;
  }

  /** Calls back whenever something else is shown. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The one way to show something else. */
  change(changed: Partial<ViewSettings>): void {
    this.show({ ...this.kept, settings: tidied({ ...this.kept.settings, ...changed }) });
  }

  /** Lets a roadmap show something else, whether it is the one that is shown now or not. */
  changeOn(roadmap: Roadmap, changed: Partial<ViewSettings>): void {
    if (roadmap === this.settings.roadmap) return this.change(changed);
    const chosen = this.aside.get(roadmap)?.chosen ?? null;
    this.aside.set(roadmap, { settings: tidied({ ...this.settingsOf(roadmap), ...changed }), chosen });
    this.announce();
  }

  filter(changed: Partial<Filter>): void {
    this.change({ filter: { ...this.settings.filter, ...changed } });
  }

  /** Looks as a saved view says, or as usual. */
  choose(view: View | null): void {
    const settings = view?.settings ?? usualOf(this.settings.roadmap);
    this.show({ settings, chosen: view?.id ?? null });
  }

  /** Goes to a roadmap as it was looked at last. */
  goTo(roadmap: Roadmap): void {
    if (roadmap === this.settings.roadmap) return;
    this.show(this.aside.get(roadmap) ?? { settings: usualOf(roadmap), chosen: null });
  }

  /** What a roadmap shows, or showed when it was looked at last. */
  settingsOf(roadmap: Roadmap): ViewSettings {
    if (roadmap === this.settings.roadmap) return this.settings;
    return this.aside.get(roadmap)?.settings ?? usualOf(roadmap);
  }

  /** How the other roadmaps were looked at last, as far as they have been. */
  get others(): readonly Look[] {
    return [...this.aside.values()];
  }

  /** Looks as was kept of another time; `others` are the roadmaps that are not shown. */
  restore(look: Look, others: readonly Look[]): void {
    this.kept = look;
    this.aside.clear();
    for (const other of others) this.aside.set(other.settings.roadmap, other);
    this.show(look);
  }

  show(look: Look): void {
    this.aside.set(this.kept.settings.roadmap, this.kept);
    this.aside.delete(look.settings.roadmap);
    this.kept = { ...look, settings: tidied(look.settings) };
    this.announce();
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}
