/** Messages for the user: refusals, failures, things done that can be undone. */
import { type Refusal, refusalOf } from "../ports/backend";

export interface Notice {
  id: number;
  tone: "info" | "danger";
  message: string;
  hint: string;
  /** What the user can do about it. */
  action: { label: string; run: () => void } | null;
}

/** Milliseconds that a message stays; failures stay until they are closed. */
const STAYS = 6_000;

export class NoticeStore {
  notices = $state.raw<readonly Notice[]>([]);
  /** What a screen reader is told; another id lets it say the same words again. */
  spoken = $state.raw<{ id: number; text: string } | null>(null);
  private nextId = 1;

  /** Shows a message and gives the id by which it can be closed. */
  tell(message: string, action: Notice["action"] = null): number {
    const id = this.nextId++;
    this.add({ id, tone: "info", message, hint: "", action }, STAYS);
    this.say(action ? `${message} ${action.label} is offered.` : message);
    return id;
  }

  /**
   * Shows why something was not done. Refusals by a rule go by themselves; other failures wait to be read, and so does what
   * something can be done about.
   */
  fail(thrown: unknown, action: Notice["action"] = null): Refusal {
    const refusal = refusalOf(thrown);
    const { code, message, hint } = refusal.error;
    const goes = (code === "rule" || code === "input") && !action;
    this.add({ id: this.nextId++, tone: "danger", message, hint, action }, goes ? STAYS : null);
    return refusal;
  }

  /** Tells a screen reader, and nobody else, what was done. */
  say(text: string): void {
    this.spoken = { id: this.nextId++, text };
  }

  close(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  private add(notice: Notice, stays: number | null): void {
    // One message once: repeating a refused gesture must not pile up the same words.
    const others = this.notices.filter(({ message }) => message !== notice.message);
    this.notices = [...others.slice(-3), notice];
    if (stays !== null) setTimeout(() => this.close(notice.id), stays);
  }
}
