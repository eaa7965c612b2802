/**
 * What is typed into a field: kept on leaving and on Enter, brought back to what was there by Esc. How text becomes a
 * value is the field's own business.
 */
import type { Save } from "./save";

export class Edited {
  /** What is being typed; null while the field shows what is kept. */
  draft = $state<string | null>(null);
  /** Why the last value was not taken; empty if it was. */
  refused = $state("");

  constructor(private readonly keep: Save<string>) {}

  readonly typed = (event: Event & { currentTarget: { value: string } }): void => {
    this.draft = event.currentTarget.value;
    this.refused = "";
  };

  readonly finish = async (): Promise<void> => {
    const text = this.draft;
    if (text === null) return;
    this.refused = (await this.keep(text)) ?? "";
    // What was typed meanwhile is not lost.
    if (this.draft === text) this.draft = null;
  };

  readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      void this.finish();
    } else if (event.key === "Escape" && this.draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      this.draft = null;
      this.refused = "";
    }
  };
}
