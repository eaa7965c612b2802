/**
 * What is typed into a field: kept on leaving and on Enter, brought back to what was there by Esc, unless it is being kept
 * already. How text becomes a value is the field's own business.
 */
import { Refused } from "./refused.svelte";
import type { Save } from "./save";
import { keeping } from "./taken";

export class Edited {
  /** What is being typed, or was and is not taken; null while the field shows what is kept. */
  draft = $state<string | null>(null);

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

  readonly typed = (event: Event & { currentTarget: { value: string } }): void => {
    this.draft = event.currentTarget.value;
    this.refused = "";
  };

  /** What is being kept, or has been and is not shown yet; null if nothing is. */
  private sent: { text: string; kept: Promise<void> } | null = null;

  /** Keeps what is typed, once: Enter and then leaving the field mean the same. */
  readonly finish = async (): Promise<void> => {
    const text = this.draft;
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
    if (this.draft === text) this.refused = reason;
  }

  /** What was typed stands there until the field has the new value: never the old one in between. */
  private async showKept(text: string): Promise<void> {
    await this.followed();
    this.isAnswered(text);
    if (this.draft === text) this.draft = null;
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
