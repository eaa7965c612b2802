import type { Status } from "../bindings/Status";

/** A colour token for each status, which says the same as its word. */
export const STATUS_DOTS: Record<Status, string> = {
  idea: "hue-0-strong",
  planned: "hue-7-strong",
  in_progress: "hue-1-strong",
  done: "ok",
  dropped: "line-strong",
};
