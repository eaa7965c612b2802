/** Where and how each plan was looked at, kept on this machine. */
import { type Look, readSettings } from "./look";

export interface Place {
  scale: number;
  /** Day at the left edge, with its fraction. */
  day: number;
  top: number;
}

const keyOf = (path: string): string => `milepost.place:${path}`;

/** What was kept, as far as this version can read it. */
export function readPlace(path: string): Place | null {
  const { scale, day, top } = read(path);
  const sound = [scale, day, top].every((number) => Number.isFinite(number));
  return sound ? ({ scale, day, top } as Place) : null;
}

export function readLook(path: string): Look | null {
  const { settings: kept, chosen } = read(path);
  const settings = readSettings(kept);
  return settings && { settings, chosen: typeof chosen === "string" ? chosen : null };
}

/** Keeps a part; what else is kept of the plan stays. */
export function keep(path: string, part: Place | Look): void {
  localStorage.setItem(keyOf(path), JSON.stringify({ ...read(path), ...part }));
}

/** A plan goes on under another path. */
export function copyKept(from: string, to: string): void {
  const kept = localStorage.getItem(keyOf(from));
  if (kept !== null) localStorage.setItem(keyOf(to), kept);
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
