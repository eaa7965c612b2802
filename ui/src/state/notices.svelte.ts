/** Messages for the user: refusals, failures, things done that can be undone. */
import { type Refusal, refusalOf } from "../ports/backend";

export interface Notice {
  id: number;
  tone: "info" | "danger";
  message: string;
  hint: string;
  /** What the user can do about it. */
  action: { label: string; run: () => void } | null;
  /** Whether it goes by itself. */
  goes: boolean;
}

/** Milliseconds that a message stays which goes by itself. */
const STAYS = 6_000;

export class NoticeStore {
  notices = $state.raw<readonly Notice[]>([]);
  /** What a screen reader is told; another id lets it say the same words again. */
  spoken = $state.raw<{ id: number; text: string } | null>(null);
  private nextId = 1;
  private held = false;
  private readonly leaving = new Map<number, ReturnType<typeof setTimeout>>();

  /**
   * Shows a message and gives the id by which it can be closed. It goes by itself; what something can be done about stays
   * until it is closed or the plan changes.
   */
  tell(message: string, action: Notice["action"] = null): number {
    const id = this.nextId++;
    this.add({ id, tone: "info", message, hint: "", action, goes: action === null });
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
    this.add({ id: this.nextId++, tone: "danger", message, hint, action, goes });
    return refusal;
  }

  /** Tells a screen reader, and nobody else, what was done. */
  say(text: string): void {
    this.spoken = { id: this.nextId++, text };
  }

  close(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
    clearTimeout(this.leaving.get(id));
    this.leaving.delete(id);
  }

  /** The plan has changed: what was offered before is no way on any more. Failures wait to be read. */
  follow(): void {
    for (const { id, tone, action } of this.notices) if (action && tone === "info") this.close(id);
  }

  /** Lets no message go while somebody is at them; from when they are left, each has its whole time again. */
  hold(held: boolean): void {
    if (held === this.held) return;
    this.held = held;
    for (const timer of this.leaving.values()) clearTimeout(timer);
    this.leaving.clear();
    for (const notice of this.notices) this.letGo(notice);
  }

  private add(notice: Notice): void {
    // One message once: repeating a refused gesture must not pile up the same words.
    const others = this.notices.filter(({ message }) => message !== notice.message);
    this.notices = [...others.slice(-3), notice];
    this.letGo(notice);
  }

  private letGo({ id, goes }: Notice): void {
    if (!goes || this.held) return;
    this.leaving.set(
      id,
      setTimeout(() => this.close(id), STAYS),
    );
  }
}
