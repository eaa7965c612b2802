/** Messages for the user: refusals, failures, things done that can be undone. */
import { type Refusal, refusalOf } from "../ports/backend";

export interface Notice {
  id: number;
  tone: "info" | "danger";
  message: string;
  hint: string;
  /** What the user can do about it. */
  action: { label: string; run: () => void } | null;
  /**
   * What makes it go: some seconds, the next change of the plan, or nobody but who reads it. A refusal goes with the next
   * change as well, and when another screen or a dialog comes, unless it waits for its reader.
   */
  until: "time" | "change" | "closed";
}

/** Milliseconds that a message stays which goes by itself. */
const STAYS = 6_000;

/** Whether a refusal is nothing to wait with once something else is done. */
const isOver = ({ tone, until }: Notice): boolean => tone === "danger" && until !== "closed";

export class NoticeStore {
  notices = $state.raw<readonly Notice[]>([]);
  /** What a screen reader is told; another id lets it say the same words again. */
  spoken = $state.raw<{ id: number; text: string } | null>(null);
  /** What was told before this id was told of something else than the dialog that is open. */
  sinceDialog = $state(0);
  private nextId = 1;
  private held = false;
  private readonly leaving = new Map<number, ReturnType<typeof setTimeout>>();

  /**
   * Shows a message and gives the id by which it can be closed. It goes by itself; what something can be done about stays
   * until it is closed or the plan changes.
   */
  tell(message: string, action: Notice["action"] = null): number {
    const id = this.nextId++;
    this.add({ id, tone: "info", message, hint: "", action, until: action ? "change" : "time" });
    this.say(action ? `${message} ${action.label} is offered.` : message);
    return id;
  }

  /**
   * Shows why something was not done. Refusals by a rule go by themselves, unless there is a way back to what was typed;
   * other failures stay until something succeeds.
   */
  fail(thrown: unknown, action: Notice["action"] = null): Refusal {
    const refusal = refusalOf(thrown);
    const { code, message, hint } = refusal.error;
    const isOfHands = code === "rule" || code === "input";
    const until = !isOfHands ? "change" : action ? "closed" : "time";
    this.add({ id: this.nextId++, tone: "danger", message, hint, action, until });
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

  /** The plan has changed: what was offered before is no way on any more, and what was refused is over. */
  follow(): void {
    for (const notice of this.notices) if (notice.until === "change" || isOver(notice)) this.close(notice.id);
  }

  /** Another screen or a dialog comes, which has nothing to do with what was told before. */
  pass(): void {
    this.sinceDialog = this.nextId;
    for (const notice of this.notices) if (isOver(notice)) this.close(notice.id);
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

  private letGo({ id, until }: Notice): void {
    if (until !== "time" || this.held) return;
    this.leaving.set(
      id,
      setTimeout(() => this.close(id), STAYS),
    );
  }
}
