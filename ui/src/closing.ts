/** Closing the window: what is being typed is kept first, and what was not taken holds the window once. */
import type { Milepost } from "./milepost.svelte";
import { isTaken, leaveField } from "./widgets/taken";

const STAYS = "The window stays open: the last change was not saved. Close it again to leave without it.";

/** What stands in the field that has the focus. */
function textInFocus(): string | null {
  const field = document.activeElement;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null;
}

/** Answers whether the window may be closed: not where a value was refused, unless that has been said already. */
export function mayClose(milepost: Milepost): () => Promise<boolean> {
  /** The refused text that was told of; null if there was none. */
  let told: { field: Element | null; text: string } | null = null;

  return async () => {
    leaveField();
    const [isSaved, areTaken] = await Promise.all([milepost.plan.settled(), isTaken(document)]);
    if (isSaved && areTaken) return true;
    const field = areTaken ? null : document.activeElement;
    const text = textInFocus() ?? "";
    if (told && field !== null && told.field === field && told.text === text) return true;
    told = { field, text };
    milepost.notices.tell(STAYS);
    return false;
  };
}
