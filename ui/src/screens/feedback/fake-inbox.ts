/** An inbox for tests: a back end that keeps feedback in a list, does what triage asks for, and takes it back. */
import { vi } from "vitest";

import type { Feedback } from "../../bindings/Feedback";
import type { FeedbackCounts } from "../../bindings/FeedbackCounts";
import type { FeedbackDetail } from "../../bindings/FeedbackDetail";
import type { FeedbackList } from "../../bindings/FeedbackList";
import type { FeedbackRow } from "../../bindings/FeedbackRow";
import type { FeedbackStanding } from "../../bindings/FeedbackStanding";
import type { Operation } from "../../bindings/Operation";
import type { Patch } from "../../bindings/Patch";
import { type Answers, fakeMilepost, patch, planState } from "../fakes";

export const said = (id: string, text: string, more: Partial<Feedback> = {}): Feedback => ({
  id,
  day: "2026-11-20",
  source: "Ada",
  customer: null,
  channel: "",
  text,
  status: "new",
  reason: "",
  votes: 1,
  key: "",
  duplicate_of: null,
  needs: [],
  items: [],
  ...more,
});

const rowOf = (each: Feedback): FeedbackRow => ({
  id: each.id,
  day: each.day,
  source: each.source,
  customer: each.customer,
  text: each.text,
  standing: each.status,
  votes: each.votes,
  duplicates: 0,
  needs: each.needs.map((id) => ({ id, title: `Need ${id}`, mark: "planned" })),
  items: [],
  links: each.needs.length,
});

const detailOf = (each: Feedback): FeedbackDetail => ({
  feedback: each,
  standing: each.status,
  votes: each.votes,
  duplicates: [],
  needs: rowOf(each).needs,
  items: [],
  answer: `Hello ${each.source},`,
});

/** The program with feedback in it, in the order in which lists show it. */
export function fakeInbox(first: readonly Feedback[], answers: Answers = {}, desktop = {}) {
  let all: readonly Feedback[] = first;
  let revision = planState.revision;
  const before: (readonly Feedback[])[] = [];

  const counts = (): FeedbackCounts => {
    const of = (standing: FeedbackStanding) => all.filter(({ status }) => status === standing).length;
    return {
      new: of("new"),
      linked: of("linked"),
      planned: of("planned"),
      to_answer: of("to_answer"),
      answered: of("answered"),
      declined: of("declined"),
      all: all.length,
    };
  };
  const listed = ({ filter, standing }: FeedbackList): Feedback[] =>
    all.filter(
      ({ text, status }) => text.includes(filter.text) && (standing === null || status === standing),
    );
  const changed = (label: string, was: readonly Feedback[]): Patch => ({
    ...patch,
    label,
    state: { ...planState, revision: ++revision, undo: before.length > 0 ? label : null },
    feedback: all.filter((each) => !was.includes(each)).map(({ id }) => id),
    removed_feedback: was.map(({ id }) => id).filter((id) => !all.some((each) => each.id === id)),
    touched: ["feedback"],
  });
  const one = (id: string): Feedback => {
    const found = all.find((each) => each.id === id);
    if (!found) throw new Error(`There is no feedback ${id}.`);
    return found;
  };

  const fake = fakeMilepost(
    {
      customers: () => [],
      goals: () => [],
      feedback_counts: counts,
      feedback_list: ({ list, offset, limit }) => {
        const rows = listed(list);
        return {
          total: rows.length,
          counts: counts(),
          rows: rows.slice(offset, offset + limit).map(rowOf),
        };
      },
      feedback_ids: ({ list, offset, limit }) =>
        listed(list)
          .slice(offset, offset + limit)
          .map(({ id }) => id),
      feedback_place: ({ list, id }) => {
        const at = listed(list).findIndex((each) => each.id === id);
        return at < 0 ? null : at;
      },
      feedback: ({ id }) => detailOf(one(id)),
      apply: ({ operation }) => {
        const was = all;
        before.push(all);
        all = done(all, operation);
        return changed(operation.operation, was);
      },
      undo: () => {
        const was = all;
        all = before.pop() ?? all;
        return changed("Undone", was);
      },
      ...answers,
    },
    desktop,
  );
  fake.milepost.screen.current = "feedback";
  return { ...fake, all: () => all };
}

function done(all: readonly Feedback[], operation: Operation): readonly Feedback[] {
  switch (operation.operation) {
    case "batch":
      return operation.operations.reduce(done, all);
    case "add_feedback": {
      const { id, text, source = "", votes = 1, customer = null } = operation.feedback;
      return [said(id, text, { source, votes, customer }), ...all];
    }
    case "edit_feedback": {
      const { ids, edit } = operation;
      return all.map((each) => {
        if (!ids.includes(each.id)) return each;
        if (edit.field === "status") return { ...each, status: edit.value };
        if (edit.field === "source") return { ...each, source: edit.value };
        if (edit.field === "decline") return { ...each, status: "declined", reason: edit.value };
        if (edit.field === "need") return { ...each, status: "linked", needs: [edit.value.need] };
        return each;
      });
    }
    case "delete_feedback":
      return all.filter(({ id }) => !operation.ids.includes(id));
    default:
      return all;
  }
}

/** The page of the tests has no layout: lists are as high as this says. */
export const withHeight = (height: number): void =>
  void vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(height);
