/**
 * Whether fields have taken what was typed in them. Fields are kept as they are left, which may need an answer: whoever leaves
 * them all, or goes on with what they hold, waits for that.
 */
import { tick } from "svelte";

const underWay = new Set<Promise<void>>();

/** Takes the focus from the field that has it, which keeps what was typed: not every webview says so to one that goes. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Remembers that a field is being kept until that is done. */
export function keeping(kept: Promise<void>): Promise<void> {
  const done = kept.finally(() => underWay.delete(done));
  underWay.add(done);
  return done;
}

/** The first field whose value was not taken. */
const faultyIn = (element: ParentNode | null): HTMLElement | null =>
  element?.querySelector<HTMLElement>("[aria-invalid]") ?? null;

/** Waits for the fields; one whose text was not taken gets the focus. True if there is none, also without an element. */
export async function isTaken(element: ParentNode | null): Promise<boolean> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
  await tick();
  const faulty = faultyIn(element);
  faulty?.focus();
  return faulty === null;
}
