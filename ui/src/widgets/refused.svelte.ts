/**
 * Why what stands in a field was not taken. The field shows it. Where the field goes before that is mended it is told in a
 * message, for what goes with the field would be lost without a word.
 */
import { getContext, onDestroy, setContext } from "svelte";

import type { Milepost } from "../milepost.svelte";
import { Refusal } from "../ports/backend";

const KEY = Symbol("who tells what was refused");

/**
 * Lets the fields below a component tell what was refused once they are gone. With null they keep it to themselves: what is
 * given up as a whole is not missed.
 */
export function tellsRefused(milepost: Milepost | null): void {
  setContext(KEY, milepost);
}

export class Refused {
  private reason = $state("");
  private isGone = false;

  /** `holds`: whether what was refused stays in the field, and goes with it. */
  constructor(
    private readonly tell: (reason: string) => void = () => {},
    private readonly holds = () => true,
  ) {}

  /** Empty if it was taken. */
  get why(): string {
    return this.reason;
  }

  set why(reason: string) {
    this.reason = reason;
    if (this.isGone && reason) this.tell(reason);
  }

  /** The field is not on the page any more. */
  leave(): void {
    this.isGone = true;
    if (this.reason && this.holds()) this.tell(this.reason);
  }
}

/** That a value was not taken, by the name that its field has on screen. */
export const notSaved = (label: string, hint: string): Refusal =>
  new Refusal({ code: "rule", message: `“${label}” was not saved.`, hint, subject: null });

/**
 * For the field that is being made, by the name that it has on screen. What `holds` nothing has gone back to what was there,
 * and tells only what is refused after it has gone.
 */
export function refusedIn(label: () => string, holds?: () => boolean): Refused {
  const milepost = getContext<Milepost | null | undefined>(KEY);
  const tell = (reason: string) => void milepost?.notices.fail(notSaved(label(), reason));
  const refused = new Refused(tell, holds);
  onDestroy(() => refused.leave());
  return refused;
}
