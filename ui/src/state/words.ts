/** What kinds, statuses, horizons and aspects are called on screen. */
import type { Aspect } from "../bindings/Aspect";
import type { Column } from "../bindings/Column";
import type { FeedbackStatus } from "../bindings/FeedbackStatus";
import type { Horizon } from "../bindings/Horizon";
import type { ItemKind } from "../bindings/ItemKind";
import type { Schedule } from "../bindings/Schedule";
import type { Roadmap } from "../bindings/Roadmap";
import type { Status } from "../bindings/Status";
import { writtenSpan } from "./days";

export const ROADMAP_WORDS: Record<Roadmap, string> = {
  features: "Features",
  needs: "Needs",
  budget: "Budget",
};

export const KIND_WORDS: Record<ItemKind, string> = {
  epic: "Epic",
  feature: "Feature",
  user_story: "User story",
  bug: "Bug",
  issue: "Issue",
};

/** Several of them. */
export const KINDS_WORDS: Record<ItemKind, string> = {
  epic: "Epics",
  feature: "Features",
  user_story: "User stories",
  bug: "Bugs",
  issue: "Issues",
};

export const ASPECT_WORDS: Record<Aspect, string> = {
  theme: "Theme",
  status: "Status",
  owner: "Owner",
  kind: "Kind",
  parent: "Parent",
  horizon: "Horizon",
  customer: "Customer",
  need: "Need",
  goal: "Goal",
  importance: "Importance",
};

export const COLUMN_WORDS: Record<Column, string> = {
  title: "Title",
  kind: "Kind",
  status: "Status",
  start: "Start",
  end: "End",
  days: "Days",
  progress: "Progress",
  theme: "Theme",
  parent: "Parent",
  owner: "Owner",
  key: "Key",
  weight: "Weight",
  needs: "Needs",
};

export const STATUS_WORDS: Record<Status, string> = {
  idea: "Idea",
  planned: "Planned",
  in_progress: "In progress",
  done: "Done",
  dropped: "Dropped",
};

export const FEEDBACK_STATUS_WORDS: Record<FeedbackStatus, string> = {
  new: "New",
  linked: "Linked",
  planned: "Planned",
  answered: "Answered",
  declined: "Declined",
};

export const HORIZON_WORDS: Record<Horizon, string> = { now: "Now", next: "Next", later: "Later" };

/** The entries of a list to choose from. */
export const optionsOf = <T extends string>(words: Record<T, string>): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));

export function scheduleWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case "dated":
      return writtenSpan(schedule.first, schedule.last);
    case "horizon":
      return HORIZON_WORDS[schedule.horizon];
    case "none":
      return "No dates";
  }
}

/** The same words at the start of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Why the days of an epic that holds dated items cannot be set. */
export const SPANS_WHAT_IT_HOLDS = "An epic spans what it holds. Move or resize that instead.";

/** Why its progress cannot be set. */
export const COMES_AS_FAR = "An epic has come as far as what it holds. Change that instead.";
