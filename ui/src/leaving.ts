/**
 * Leaving the plan, by closing the window or for another plan: what is being typed is kept first, work under way is waited for,
 * and what would be lost for all that holds once.
 */
import type { Milepost } from "./milepost.svelte";
import { saveAsOffer } from "./actions/save-as";
import { refusalOf } from "./ports/backend";
import { isTaken, leaveField } from "./widgets/taken";

/** What is said of one way of leaving. */
export interface Words {
  /** What happens for now. */
  stays: string;
  /** What somebody does who does not mind. */
  again: string;
  /** What comes when work under way is done. */
  waits: string;
}

export const CLOSING: Words = {
  stays: "The window stays open",
  again: "Close it again to leave without it.",
  waits: "The window closes",
};

export const OTHER_PLAN: Words = {
  stays: "This plan stays open",
  again: "Open the other one again to leave without it.",
  waits: "The other plan opens",
};

/** What stands in the field that has the focus. */
function textInFocus(): string {
  const field = document.activeElement;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : "";
}

/** What is filled in and is not in the plan before it is added: what it is called, and as it is. */
type Draft = [name: string, filled: unknown];

/** Those that wait on whichever screen. */
function waiting({ inbox, needs, entries }: Milepost): Draft[] {
  return [
    ["feedback", inbox.entry.text.trim()],
    ["need", needs.typed.trim()],
    ["cost", entries.newCost?.entry],
    ["cost", [...entries.typedFor.values()].join(" ").trim()],
    ["actual", entries.newActual?.entry],
  ];
}

/** Whether work was not done that somebody wants done. */
const hasFailed = (ended: PromiseSettledResult<unknown>): boolean =>
  ended.status === "rejected" && refusalOf(ended.reason).error.code !== "cancelled";

export class Leaving {
  /** The refused text, and what waits to be added, that were told of. */
  private toldField: { field: Element; text: string } | null = null;
  private toldWaiting = "";
  /** The file that was told of because it is not where it was. */
  private toldGone: string | null = null;
  /** What is under way besides changes, by what it is called. */
  private readonly works = new Map<Promise<unknown>, string>();
  /** What tells of fields on the page that are lost with it unless what stands in them is added. */
  private readonly fields = new Set<() => Draft>();

  constructor(private readonly milepost: Milepost) {}

  /**
   * Holds the plan for what stands in a field of its own, which is added by pressing something: `filled` tells what that is,
   * empty or null if it is nothing that somebody has typed. Until what this returns is called.
   */
  holdsFor(name: string, filled: () => string | null): () => void {
    const tell = (): Draft => [name, filled()?.trim()];
    this.fields.add(tell);
    return () => void this.fields.delete(tell);
  }

  /** Lets work under way end before the plan is left; `name` is what it is called, such as “the import”. */
  async waitsFor<T>(name: string, work: Promise<T>): Promise<T> {
    this.works.set(work, name);
    try {
      return await work;
    } finally {
      this.works.delete(work);
    }
  }

  /** Answers whether nothing would be lost, or that has been said already and nothing else is there by now. */
  async mayGo(words: Words): Promise<boolean> {
    const { notices, plan } = this.milepost;
    leaveField();
    for (const name of this.works.values()) notices.tell(`${words.waits} when ${name} is done.`);
    const works = Promise.allSettled(this.works.keys());
    const taken = isTaken(document);
    const [isSaved, areTaken, ended] = await Promise.all([plan.settled(taken), taken, works]);
    // Why it was not done has been said.
    if (isSaved && ended.some(hasFailed)) return false;
    // Both are told of at once: what has been held for once is not held again.
    const [gone, untaken, unadded] = [await this.gone(), this.untaken(isSaved, areTaken), this.unadded()];
    const held = gone ?? untaken ?? unadded;
    const offer = gone === null ? null : saveAsOffer(this.milepost);
    if (held) notices.tell(`${words.stays}: ${held}. ${words.again}`, offer);
    return held === null;
  }

  /** The plan of a file that is gone would be lost with the memory that it is in. */
  private async gone(): Promise<string | null> {
    const { plan } = this.milepost;
    const now = (await plan.isInPlace()) ? null : (plan.state?.path ?? null);
    const told = this.toldGone;
    this.toldGone = now;
    if (now === null || now === told) return null;
    return `“${plan.state?.file_name}” was moved, deleted or replaced, and the plan may be whole nowhere but here`;
  }

  private untaken(isSaved: boolean, areTaken: boolean): string | null {
    if (isSaved && areTaken) return null;
    const field = areTaken ? null : document.activeElement;
    const [told, text] = [this.toldField, textInFocus()];
    if (told && told.field === field && told.text === text) return null;
    this.toldField = field && { field, text };
    return "the last change was not saved";
  }

  private unadded(): string | null {
    const all = [...waiting(this.milepost), ...[...this.fields].map((tell) => tell())];
    const drafts = all.filter(([, filled]) => Boolean(filled));
    const [told, now] = [this.toldWaiting, JSON.stringify(drafts)];
    this.toldWaiting = now;
    if (drafts.length === 0 || told === now) return null;
    const names = [...new Set(drafts.map(([name]) => name))];
    return `what was filled in as ${names.join(" and ")} is not added yet`;
  }
}
