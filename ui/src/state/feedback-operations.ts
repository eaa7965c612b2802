/** What triage does to feedback, as operations: each is one step of undo. */
import type { FeedbackDetail } from "../bindings/FeedbackDetail";
import type { FeedbackEdit } from "../bindings/FeedbackEdit";
import type { FeedbackStatus } from "../bindings/FeedbackStatus";
import type { NewFeedback } from "../bindings/NewFeedback";
import type { Operation } from "../bindings/Operation";
import { pieces } from "./feedback-words";

const edit = (ids: string[], change: FeedbackEdit): Operation => ({
  operation: "edit_feedback",
  ids,
  edit: change,
});

const ofCount = (verb: string, count: number): string =>
  `${verb} ${count === 1 ? "feedback" : pieces(count)}`;

export const linkToNeed = (ids: string[], need: string): Operation =>
  edit(ids, { field: "need", value: { need, linked: true } });

export const linkToItem = (ids: string[], item: string): Operation =>
  edit(ids, { field: "item", value: { item, linked: true } });

export const decline = (ids: string[], reason: string): Operation =>
  edit(ids, { field: "decline", value: reason });

export const answer = (ids: string[]): Operation => edit(ids, { field: "status", value: "answered" });

/** Adds a need that customers of the feedback have, and links the feedback to it. */
export function needFrom(ids: string[], need: string, statement: string, customers: string[]): Operation {
  const rows = customers.map((customer) => ({ customer, importance: "medium" as const }));
  return {
    operation: "batch",
    label: "Add need from feedback",
    operations: [
      {
        operation: "add_need",
        need: {
          id: need,
          statement,
          note: "",
          evidence: [],
          customers: rows,
          wanted_by: null,
          alternatives: "",
        },
      },
      linkToNeed(ids, need),
    ],
  };
}

/** Takes away every link of some feedback; null if there is none. */
export function unlink(details: readonly FeedbackDetail[]): Operation | null {
  const operations = details.flatMap(({ feedback: { id, needs, items } }) => [
    ...needs.map((need) => edit([id], { field: "need", value: { need, linked: false } })),
    ...items.map((item) => edit([id], { field: "item", value: { item, linked: false } })),
  ]);
  if (operations.length === 0) return null;
  return { operation: "batch", label: ofCount("Unlink", details.length), operations };
}

/** Lets closed feedback stand where its links put it; null if none is closed. */
export function reopen(details: readonly FeedbackDetail[]): Operation | null {
  const statusOf = ({ feedback: { needs, items } }: FeedbackDetail): FeedbackStatus =>
    items.length > 0 ? "planned" : needs.length > 0 ? "linked" : "new";
  const operations = details
    .filter(({ feedback: { status } }) => status === "answered" || status === "declined")
    .map((detail) => edit([detail.feedback.id], { field: "status", value: statusOf(detail) }));
  if (operations.length === 0) return null;
  return { operation: "batch", label: ofCount("Reopen", operations.length), operations };
}

/** Adds feedback: one piece, or many as one step. */
export function add(feedback: readonly NewFeedback[]): Operation {
  const operations = feedback.map((each): Operation => ({ operation: "add_feedback", feedback: each }));
  const [only] = operations;
  if (only && operations.length === 1) return only;
  return { operation: "batch", label: `Add ${pieces(operations.length)}`, operations };
}
