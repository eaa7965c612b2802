/**
 * Keys that are pressed for a field which is still on its way, as the name of a new feature is: they wait, and are typed
 * into the next text field that gets the focus. Without this they would be taken for the keys of actions.
 */
import { isTextField } from "./text-field";

interface Waiting {
  text: string;
  /** Whether Enter came after the text. */
  enters: boolean;
  stop: AbortController;
}

export class KeysAhead {
  private waiting: Waiting | null = null;

  /** Lets keys wait while something brings up a field, and on until that has the focus; false if none comes after all. */
  async during(bringUp: () => Promise<boolean>): Promise<void> {
    const waiting = (this.waiting ??= this.begin());
    let comes = false;
    try {
      comes = await bringUp();
    } finally {
      if (!comes && this.waiting === waiting) this.drop();
    }
  }

  /** No field comes, so what was typed for it is nothing. */
  drop(): void {
    this.waiting?.stop.abort();
    this.waiting = null;
  }

  private begin(): Waiting {
    const stop = new AbortController();
    const how = { signal: stop.signal, capture: true };
    window.addEventListener("keydown", (event) => this.pressed(event), how);
    // Who goes elsewhere meanwhile types for what is there.
    window.addEventListener("pointerdown", () => this.drop(), how);
    window.addEventListener("focusin", ({ target }) => this.meet(target), how);
    return { text: "", enters: false, stop };
  }

  private pressed(event: KeyboardEvent): void {
    const { waiting } = this;
    const { key } = event;
    if (!waiting || ["Shift", "Control", "Alt", "Meta", "AltGraph"].includes(key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === "Escape") return this.drop();
    // The key that asked for the field may still be held.
    if (event.repeat || waiting.enters) return;
    if (key === "Enter") waiting.enters = true;
    else if (key === "Backspace") waiting.text = waiting.text.slice(0, -1);
    else if (isText(event)) waiting.text += key;
  }

  /** Types what waits into something that has the focus, if it is a text field. One that has had it before is told of by this alone. */
  meet(target: EventTarget | null): void {
    const { waiting } = this;
    if (!waiting || !isTextField(target)) return;
    this.drop();
    const field = target as HTMLInputElement | HTMLTextAreaElement;
    // Who gives it the focus may be about to select what stands in it.
    queueMicrotask(() => typeInto(field, waiting));
  }
}

/** Whether a key types a sign, as some do with Ctrl and Alt held. */
function isText(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if ([...key].length !== 1) return false;
  return event.getModifierState("AltGraph") || (!ctrlKey && !metaKey && !altKey);
}

function typeInto(field: HTMLInputElement | HTMLTextAreaElement, { text, enters }: Waiting): void {
  if (text !== "") {
    const { selectionStart: start, selectionEnd: end } = field;
    // A number does not say what of it is selected, and takes a text as a whole only.
    if (start === null || end === null) field.value = text;
    else field.setRangeText(text, start, end, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text }));
  }
  if (enters)
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
}
