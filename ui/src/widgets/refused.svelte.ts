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
  /** The same for the end: what is taken down with the field still reads the state from before it was left. */
  private last = "";
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
    this.last = reason;
    if (this.isGone && reason) this.tell(reason);
  }

  /** Whether there is a reason, also for what is taken down with the field. */
  get isSet(): boolean {
    return this.last !== "";
  }

  /** The field is not on the page any more. */
  leave(): void {
    this.isGone = true;
    if (this.last && this.holds()) this.tell(this.last);
  }
}

/** That a value was not taken, by the name that its field has on screen. */
const notSaved = (label: string, hint: string): Refusal =>
  new Refusal({ code: "rule", message: `“${label}” was not saved.`, hint });

/** Tells that a value was not taken whose field has gone; what was typed there can be had from the message. */
export function tellNotSaved(milepost: Milepost, label: string, reason: string, typed: string | null): void {
  const run = () => void milepost.attempt(() => milepost.desktop.copyText(typed ?? ""));
  milepost.notices.fail(notSaved(label, reason), typed ? { label: "Copy what was typed", run } : null);
}

/**
 * For the field that is being made, by the name that it has on screen. What `holds` nothing has gone back to what was there,
 * and tells only what is refused after it has gone. What was `typed` into one that has gone can be had from the message.
 */
export function refusedIn(
  label: () => string,
  holds?: () => boolean,
  typed: () => string | null = () => null,
): Refused {
  const milepost = getContext<Milepost | null | undefined>(KEY);
  const tell = (reason: string) => {
    if (milepost) tellNotSaved(milepost, label(), reason, typed());
  };
  const refused = new Refused(tell, holds);
  onDestroy(() => refused.leave());
  return refused;
}

/** For the component that is being made: waits until nothing is on its way to the plan, and what it shows is as that has left it. */
export function settledIn(): () => Promise<void> {
  const milepost = getContext<Milepost | null | undefined>(KEY);
  return async () => {
    await milepost?.plan.settled();
    await milepost?.plan.followed;
  };
}

/** For the field that is being made: waits until it has been given what the last change of the plan has made of its value. */
export function followedIn(): () => Promise<unknown> {
  const milepost = getContext<Milepost | null | undefined>(KEY);
  return async () => await milepost?.plan.followed;
}
