/** How each plan was looked at, and where in each of its views and roadmaps, kept on this machine. */
import { type Look, readSettings } from "./look";

export interface Place {
  scale: number;
  /** Day at the left edge, with its fraction. */
  day: number;
  top: number;
}

const keyOf = (path: string): string => `milepost.place:${path}`;

/** The place in a saved view, or in looking at a roadmap without one; as far as this version can read it. */
export function readPlace(path: string, look: Look): Place | null {
  const { scale, day, top } = placesOf(path)[nameOf(look)] ?? {};
  const sound = [scale, day, top].every((number) => Number.isFinite(number));
  return sound ? ({ scale, day, top } as Place) : null;
}

export function keepPlace(path: string, look: Look, place: Place): void {
  write(path, { places: { ...placesOf(path), [nameOf(look)]: place } });
}

export const readLook = (path: string): Look | null => lookOf(read(path));

/** How the roadmaps were looked at last that were not in sight in the end. */
export function readOthers(path: string): Look[] {
  const { others } = read(path);
  return Array.isArray(others) ? others.flatMap((other) => lookOf(other) ?? []) : [];
}

export const keepLook = (path: string, { settings, chosen }: Look, others: readonly Look[] = []): void =>
  write(path, { settings, chosen, others });

function lookOf(kept: unknown): Look | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { settings: read, chosen } = kept as Record<string, unknown>;
  const settings = readSettings(read);
  return settings && { settings, chosen: typeof chosen === "string" ? chosen : null };
}

/** A plan goes on under another path. */
export function copyKept(from: string, to: string): void {
  const kept = localStorage.getItem(keyOf(from));
  if (kept !== null) localStorage.setItem(keyOf(to), kept);
}

/** A plan is shown next as if it had never been looked at. */
export const forgetKept = (path: string): void => localStorage.removeItem(keyOf(path));

const nameOf = ({ settings, chosen }: Look): string => chosen ?? settings.roadmap;

/** Keeps a part; what else is kept of the plan stays. */
function write(path: string, part: Record<string, unknown>): void {
  localStorage.setItem(keyOf(path), JSON.stringify({ ...read(path), ...part }));
}

function placesOf(path: string): Record<string, Record<string, unknown>> {
  const { places } = read(path);
  return typeof places === "object" && places !== null
    ? (places as Record<string, Record<string, unknown>>)
    : {};
}

function read(path: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(path)) ?? "null");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    // What was kept is not readable: the plan is shown as if it were new here.
    return {};
  }
}
