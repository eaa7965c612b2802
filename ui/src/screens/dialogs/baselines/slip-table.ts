/** What moved as a table that spreadsheets take from the clipboard: cells between tabs, days in ISO 8601. */
import type { Slip } from "../../../bindings/Slip";
import { slipWords } from "./slip-words";

/** `since` and `until` are what the two schedules are called. */
export function slipTable(slips: readonly Slip[], since: string, until: string): string {
  const heads = [
    "Title",
    "What it is",
    `First day, ${since}`,
    `Last day, ${since}`,
    `First day, ${until}`,
    `Last day, ${until}`,
    "Working days later",
    "Change",
  ];
  const rows = slips.map((slip) => [
    textCell(slip.title),
    slip.what.entity === "milestone" ? "Milestone" : "Item",
    slip.before?.first ?? "",
    slip.before?.last ?? "",
    slip.after?.first ?? "",
    slip.after?.last ?? "",
    slip.days === null ? "" : String(slip.days),
    slipWords(slip, null).word,
  ]);
  return [heads.map(textCell), ...rows].map((cells) => cells.join("\t")).join("\n");
}

/** Text as text: what a spreadsheet would take for a formula gets a mark in front, as in files of CSV. */
function textCell(text: string): string {
  const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
