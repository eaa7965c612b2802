import type { NeedMark } from "../../bindings/NeedMark";

/** Where a need stands, in words. */
export const MARK_WORDS: Record<NeedMark, string> = {
  unserved: "Unserved",
  late: "Late",
  planned: "Planned",
  partly_met: "Partly met",
  met: "Met",
};
