/**
 * What is typed into a field: kept on leaving and on Enter, brought back to what was there by Esc, unless it is being kept
 * already. How text becomes a value is the field's own business.
 */
import { getContext, onDestroy, setContext } from "svelte";

import { Refused } from "./refused.svelte";
import type { Save } from "./save";
import { keeping } from "./taken";

const KEY = Symbol("who keeps what is being typed in a field that goes");

/**
 * Lets the fields below a component keep what is being typed in them when they go with it, as they do when they are left: not
 * every web view says so to one that goes. What they save must be of what they were made for, whatever is shown by then.
 */
export function keepsDrafts(): void {
  setContext(KEY, true);
}

/** For the field that is being made. */
export function keptOnGoing(edited: Edited): void {
  if (getContext<true | undefined>(KEY)) onDestroy(() => edited.leave());
}

export class Edited {
  private shownDraft = $state<string | null>(null);
  /** The same for the end: what is taken down with the field still reads the state from before it was left. */
  private lastDraft: string | null = null;

  /** `keep` is told, too, whether another text is on its way, so that what the field shows is not what will be there. */
  constructor(
    private readonly keep: (text: string, isAfterOther: boolean) => ReturnType<Save<string>>,
    private readonly why = new Refused(),
    /** Resolves when the field has been given the value that was kept. */
    private readonly followed: () => Promise<unknown> = () => Promise.resolve(),
  ) {}

  /** Why what stands there was not taken; empty if it was. */
  get refused(): string {
    return this.why.why;
  }

  set refused(reason: string) {
    this.why.why = reason;
  }

  /** What is being typed, or was and is not taken; null while the field shows what is kept. */
  get draft(): string | null {
    return this.shownDraft;
  }

  set draft(text: string | null) {
    this.shownDraft = text;
    this.lastDraft = text;
  }

  /** The field is not on the page any more. What was refused before is told by who refused it. */
  leave(): void {
    if (this.lastDraft !== null && !this.why.isSet && this.sent?.text !== this.lastDraft) void this.finish();
  }

  readonly typed = (event: Event & { currentTarget: { value: string } }): void => {
    this.draft = event.currentTarget.value;
    this.refused = "";
  };

  /** What is being kept, or has been and is not shown yet; null if nothing is. */
  private sent: { text: string; kept: Promise<void> } | null = null;

  /** Keeps what is typed, once: Enter and then leaving the field mean the same. */
  readonly finish = async (): Promise<void> => {
    const text = this.lastDraft;
    if (text === null) return;
    if (this.sent?.text !== text) {
      const isAfterOther = this.sent !== null;
      this.sent = { text, kept: keeping(this.keepText(text, isAfterOther)) };
    }
    await this.sent.kept;
  };

  private async keepText(text: string, isAfterOther: boolean): Promise<void> {
    const reason = await this.keep(text, isAfterOther);
    if (reason === null) return void this.showKept(text);
    this.isAnswered(text);
    // What was typed meanwhile is not lost, and the reason is none for it.
    if (this.lastDraft === text) this.refused = reason;
  }

  /** What was typed stands there until the field has the new value: never the old one in between. */
  private async showKept(text: string): Promise<void> {
    await this.followed();
    this.isAnswered(text);
    if (this.lastDraft === text) this.draft = null;
  }

  private isAnswered(text: string): void {
    if (this.sent?.text === text) this.sent = null;
  }

  readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter") {
      event.preventDefault();
      void this.finish();
    } else if (event.key === "Escape" && this.draft !== null && this.sent?.text !== this.draft) {
      event.preventDefault();
      event.stopPropagation();
      this.draft = null;
      this.refused = "";
    }
  };
}
