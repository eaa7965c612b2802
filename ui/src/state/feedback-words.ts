/** What is said on screen about feedback: where it stands, how much of it there is, what is cut out of it. */
import type { FeedbackCounts } from "../bindings/FeedbackCounts";
import type { FeedbackStanding } from "../bindings/FeedbackStanding";

export const STANDING_WORDS: Record<FeedbackStanding, string> = {
  new: "New",
  linked: "Linked",
  planned: "Planned",
  to_answer: "To be answered",
  answered: "Answered",
  declined: "Declined",
};

/** A colour token for each standing, which says the same as its word. */
export const STANDING_DOTS: Record<FeedbackStanding, string> = {
  new: "accent",
  linked: "hue-7-strong",
  planned: "hue-2-strong",
  to_answer: "warn",
  answered: "ok",
  declined: "line-strong",
};

/** A tab of the inbox; null is the one of all feedback. */
export type Tab = FeedbackStanding | null;

export const TABS: readonly { tab: Tab; label: string; count: keyof FeedbackCounts }[] = [
  ...(Object.keys(STANDING_WORDS) as FeedbackStanding[]).map((tab) => ({
    tab,
    label: STANDING_WORDS[tab],
    count: tab,
  })),
  { tab: null, label: "All", count: "all" },
];

/** “1 piece of feedback”, “12 pieces of feedback”. */
export const pieces = (count: number): string =>
  count === 1 ? "1 piece of feedback" : `${count.toLocaleString()} pieces of feedback`;

export const votesWords = (votes: number): string =>
  votes === 1 ? "1 vote" : `${votes.toLocaleString()} votes`;

/** The longest statement of a need that is made from a text, in characters. */
const STATEMENT = 140;

/** What a need is called that is made from a text: its first sentence, as far as a line goes. */
export function statementFrom(text: string): string {
  const line = text.trim().split("\n", 1)[0]!.replace(/\s+/g, " ");
  const sentence = /^.{8,}?[.!?](?=\s)/.exec(line)?.[0] ?? line;
  const bare = sentence.replace(/[.\s]+$/, "");
  if (bare.length <= STATEMENT) return bare;
  const cut = bare.slice(0, STATEMENT);
  const space = cut.lastIndexOf(" ");
  return `${(space > 40 ? cut.slice(0, space) : cut).replace(/[,;:\s]+$/, "")}…`;
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+)?/, "").trim())
    .filter((line) => line !== "");

/** A text without the customer that is named in it by “@Name”, and which one that is; the longest name counts. */
export function namedIn<C extends { name: string }>(
  text: string,
  customers: readonly C[],
): { text: string; customer: C | null } {
  const lower = text.toLowerCase();
  const found = customers
    .map((customer) => ({ customer, at: lower.indexOf(`@${customer.name.toLowerCase()}`) }))
    .filter(({ at, customer }) => at >= 0 && isWordEnd(text, at + 1 + customer.name.length))
    .sort((a, b) => b.customer.name.length - a.customer.name.length)[0];
  if (!found) return { text, customer: null };
  const after = text.slice(found.at + 1 + found.customer.name.length);
  return {
    text: `${text.slice(0, found.at).trimEnd()} ${after.replace(/^[\s:,]+/, "")}`.trim(),
    customer: found.customer,
  };
}

const isWordEnd = (text: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(text[at] ?? "");
