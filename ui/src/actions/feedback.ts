/** What the feedback inbox can do: going through it, and triage of what is selected. */
import { tick } from "svelte";

import type { FeedbackDetail } from "../bindings/FeedbackDetail";
import type { Operation } from "../bindings/Operation";
import type { Milepost } from "../milepost.svelte";
import type { Dialog } from "../state/dialogs.svelte";
import * as operations from "../state/feedback-operations";
import { TABS, pieces, statementFrom } from "../state/feedback-words";
import { newId } from "../state/ids";
import { type Action, editable, withPlan } from "./action";

const withFeedback = (milepost: Milepost): boolean => withPlan(milepost) && milepost.inbox.lead !== null;
const canTriage = (milepost: Milepost): boolean => editable(milepost) && milepost.inbox.lead !== null;

/** Puts the focus into a field of the inbox, which is brought into sight first. */
async function toField(milepost: Milepost, field: string): Promise<void> {
  milepost.screen.current = "feedback";
  await tick();
  const input = document.querySelector<HTMLInputElement>(`[data-field="${field}"]`);
  input?.focus();
  input?.select();
}

export const enterFeedback: Action = {
  id: "enter-feedback",
  label: "Enter feedback",
  keys: ["Mod+I"],
  available: editable,
  run: (milepost) => toField(milepost, "new-feedback"),
};

const filterFeedback: Action = {
  id: "filter-feedback",
  label: "Filter the feedback by words",
  keys: ["Shift+F"],
  available: withPlan,
  run: (milepost) => toField(milepost, "feedback-filter"),
};

const step = (id: string, label: string, key: string, by: number): Action => ({
  id,
  label,
  keys: [key],
  available: withFeedback,
  run: ({ inbox }) => inbox.move(by),
});

const triage = (
  id: string,
  label: string,
  key: string,
  more: Pick<Action, "run"> & Partial<Action>,
): Action => ({
  id,
  label,
  keys: [key],
  once: true,
  available: canTriage,
  ...more,
});

/** Does one operation to what is selected, or to what a dialog was opened for, and goes on to the next. */
async function does(
  milepost: Milepost,
  operation: (ids: string[]) => Operation | null | Promise<Operation | null>,
  about: ReadonlySet<string> | null = null,
  told: ((ids: readonly string[]) => string) | null = null,
): Promise<boolean> {
  return await milepost.inbox.actAndGoOn(async (ids) => {
    const wanted = await operation(ids);
    if (wanted === null || !(await milepost.commit(wanted))) return false;
    // At once, since something else may be done while the list is fetched.
    if (told) milepost.tellUndoable(told(ids));
    return true;
  }, about);
}

/** Opens a dialog about what is selected, once that is known. */
const asks = (dialog: Dialog) => ({
  run: async ({ inbox, dialogs }: Milepost) => {
    await inbox.settled();
    if (inbox.lead) dialogs.show(dialog);
  },
});

const detailsOf = async ({ backend }: Milepost, ids: readonly string[]): Promise<FeedbackDetail[]> =>
  await Promise.all(ids.map((id) => backend.call("feedback", { id })));

const link = triage("link-to-need", "Link to a need", "L", asks({ kind: "link-feedback", to: "need" }));

const linkToFeature = triage(
  "link-to-feature",
  "Link to a feature",
  "F",
  asks({ kind: "link-feedback", to: "item" }),
);

const newNeed = triage("need-from-feedback", "New need from the text", "N", {
  run: async (milepost) => void (await addNeedFor(milepost)),
});

const merge = triage(
  "merge-feedback",
  "Merge into a similar one",
  "M",
  asks({ kind: "link-feedback", to: "feedback" }),
);

const decline = triage("decline-feedback", "Decline for a reason", "D", asks({ kind: "decline-feedback" }));

const answer = triage("answer-feedback", "Mark as answered", "A", {
  run: async (milepost) => void (await does(milepost, operations.answer)),
});

const copyAnswer: Action = {
  id: "copy-answer",
  label: "Copy the answer",
  keys: ["C"],
  available: ({ inbox }) => inbox.current !== null && inbox.ids.size === 1,
  async run(milepost) {
    const detail = milepost.inbox.current;
    if (!detail) return;
    await milepost.attempt(async () => {
      await milepost.desktop.copyText(detail.answer);
      milepost.notices.tell("Copied the answer.");
    });
  },
};

const unlink = triage("unlink-feedback", "Unlink from needs and work items", "U", {
  available: (milepost) => canTriage(milepost) && (milepost.inbox.ids.size > 1 || linksOf(milepost) > 0),
  run: async (milepost) =>
    void (await does(milepost, async (ids) => operations.unlink(await detailsOf(milepost, ids)))),
});

const reopen = triage("reopen-feedback", "Reopen", "R", {
  available: (milepost) => canTriage(milepost) && (milepost.inbox.ids.size > 1 || isClosed(milepost)),
  run: async (milepost) =>
    void (await does(milepost, async (ids) => operations.reopen(await detailsOf(milepost, ids)))),
});

const remove = triage("delete-feedback", "Delete feedback", "Delete", {
  run: async (milepost) =>
    void (await does(
      milepost,
      (ids) => ({ operation: "delete_feedback", ids }),
      null,
      (ids) => `Deleted ${pieces(ids.length)}.`,
    )),
});

const selectAll: Action = {
  id: "select-all-feedback",
  label: "Select all feedback in the list",
  keys: ["Mod+A"],
  available: withFeedback,
  run: ({ inbox }) => inbox.selectAll(),
};

const tabs = TABS.map(({ tab, label }, index): Action => ({
  id: `feedback-${tab ?? "all"}`,
  label: tab === null ? "Show all feedback" : `Show feedback: ${label.toLowerCase()}`,
  keys: [String(index + 1)],
  available: withPlan,
  run: ({ inbox }) => inbox.change({ tab }),
}));

const byDay: Action = {
  id: "feedback-newest",
  label: "Sort feedback by day",
  keys: [],
  available: withPlan,
  run: ({ inbox }) => inbox.change({ order: "newest" }),
};

const byVotes: Action = {
  id: "feedback-votes",
  label: "Sort feedback by votes",
  keys: [],
  available: withPlan,
  run: ({ inbox }) => inbox.change({ order: "votes" }),
};

/** What is done to selected feedback, in the order in which it is offered. */
export const triageActions: readonly Action[] = [
  link,
  linkToFeature,
  newNeed,
  merge,
  decline,
  answer,
  copyAnswer,
  unlink,
  reopen,
];

/** Everything that makes sense on the screen of the inbox alone. */
export const feedbackActions: readonly Action[] = [
  step("feedback-next", "Next feedback", "J", 1),
  step("feedback-previous", "Previous feedback", "K", -1),
  ...triageActions,
  remove,
  selectAll,
  filterFeedback,
  ...tabs,
  byDay,
  byVotes,
];

const linksOf = ({ inbox: { current: detail } }: Milepost): number =>
  detail ? detail.feedback.needs.length + detail.feedback.items.length : 0;

const isClosed = ({ inbox: { current: detail } }: Milepost): boolean =>
  detail?.standing === "answered" || detail?.standing === "declined";

/** Links feedback, or lets another one stand for it, as was chosen in a list. */
export async function linkTo(
  milepost: Milepost,
  about: ReadonlySet<string>,
  to: "need" | "item" | "feedback",
  chosen: string,
): Promise<boolean> {
  const operation = (ids: string[]): Operation => {
    if (to === "need") return operations.linkToNeed(ids, chosen);
    if (to === "item") return operations.linkToItem(ids, chosen);
    return { operation: "merge_feedback", ids: ids.filter((id) => id !== chosen), into: chosen };
  };
  return await does(milepost, operation, about);
}

/**
 * Adds a need for feedback and links it: called as was said for these, or else by the first words of the text of what is
 * selected.
 */
export async function addNeedFor(
  milepost: Milepost,
  said: { about: ReadonlySet<string>; statement: string } | null = null,
): Promise<boolean> {
  let called = "";
  const operation = async (ids: string[]): Promise<Operation | null> => {
    const details = await detailsOf(milepost, ids);
    const [first] = details;
    if (!first) return null;
    called = said?.statement ?? statementFrom(first.feedback.text);
    const customers = details.flatMap(({ feedback, duplicates }) =>
      [feedback, ...duplicates].flatMap(({ customer }) => customer ?? []),
    );
    return operations.needFrom(ids, newId(), called, [...new Set(customers)]);
  };
  return await does(milepost, operation, said?.about, () => `Added the need “${called}”.`);
}

/** Declines feedback. */
export const declineFor = (
  milepost: Milepost,
  about: ReadonlySet<string>,
  reason: string,
): Promise<boolean> => does(milepost, (ids) => operations.decline(ids, reason), about);
