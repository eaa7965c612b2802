/** What feedback can be linked to or merged into: what is most alike as long as nothing is typed, else what is found. */
import type { FeedbackDetail } from "../../bindings/FeedbackDetail";
import type { FeedbackRow } from "../../bindings/FeedbackRow";
import type { FoundNeed } from "../../bindings/FoundNeed";
import type { Backend } from "../../ports/backend";
import { votesWords } from "../../state/feedback-words";
import { EVERYTHING } from "../../state/inbox.svelte";
import { KIND_WORDS, scheduleWords } from "../../state/words";
import { MARK_WORDS } from "../../state/need-words";

export interface Pick {
  /** Null for a need that is still to be made. */
  id: string | null;
  title: string;
  /** What is said of it beside its name. */
  note: string;
  /** The words that it has in common with the feedback. */
  shared: readonly string[];
}

/** How many are offered. */
const MOST = 20;
const MOST_ALIKE = 8;

export class Picks {
  constructor(
    private readonly backend: Backend,
    /** The feedback that is to be linked; of several the last one selected. */
    private readonly detail: FeedbackDetail | null,
    private readonly ids: ReadonlySet<string>,
  ) {}

  async of(to: "need" | "item" | "feedback", typed: string): Promise<Pick[]> {
    if (to === "need") return typed === "" ? await this.similarNeeds() : await this.needs(typed);
    if (to === "item") return await this.items(typed);
    return typed === "" ? await this.similarFeedback() : await this.feedback(typed);
  }

  private async similarNeeds(): Promise<Pick[]> {
    const text = this.detail?.feedback.text ?? "";
    const alike = await this.backend.call("similar_needs", { text, limit: MOST_ALIKE });
    return alike.map(({ need, shared }) => ({ ...needPick(need), shared }));
  }

  private async needs(search: string): Promise<Pick[]> {
    const found = await this.backend.call("find_needs", { search, limit: MOST });
    return [...found.map(needPick), { id: null, title: search, note: "", shared: [] }];
  }

  private async items(search: string): Promise<Pick[]> {
    const found = await this.backend.call("find", { search, limit: MOST });
    return found.map(({ id, title, kind, schedule }) => ({
      id,
      title,
      note: `${KIND_WORDS[kind]}, ${scheduleWords(schedule)}`,
      shared: [],
    }));
  }

  private async similarFeedback(): Promise<Pick[]> {
    const id = this.detail?.feedback.id;
    if (id === undefined) return [];
    const alike = await this.backend.call("similar_feedback", { id, limit: MOST_ALIKE });
    return alike
      .filter(({ row }) => !this.ids.has(row.id))
      .map(({ row, shared }) => ({ ...rowPick(row), shared }));
  }

  private async feedback(text: string): Promise<Pick[]> {
    const list = { filter: { ...EVERYTHING, text }, standing: null, order: "votes" as const };
    const { rows } = await this.backend.call("feedback_list", {
      list,
      offset: 0,
      limit: MOST + this.ids.size,
    });
    return rows
      .filter(({ id }) => !this.ids.has(id))
      .slice(0, MOST)
      .map(rowPick);
  }
}

const needPick = ({ id, title, mark }: FoundNeed): Pick => ({
  id,
  title,
  note: MARK_WORDS[mark],
  shared: [],
});

const rowPick = ({ id, text, source, votes }: FeedbackRow): Pick => ({
  id,
  title: text,
  note: [source, votesWords(votes)].filter(Boolean).join(", "),
  shared: [],
});
