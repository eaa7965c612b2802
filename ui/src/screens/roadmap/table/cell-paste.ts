/**
 * Putting what is on the clipboard into cells: one value into a cell, or into the cells of all selected rows, and a block into
 * those from a cell on down and to the right. What cannot be taken is told, and the rest is one step.
 */
import { pasteText } from "../../../actions/clipboard";
import type { Column } from "../../../bindings/Column";
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Operation } from "../../../bindings/Operation";
import type { Milepost } from "../../../milepost.svelte";
import { Refusal } from "../../../ports/backend";
import { count } from "../../../state/need-words";
import { COLUMN_WORDS } from "../../../state/words";
import { cellsOf, tooManyRows } from "../../../widgets/cells/block";
import type { Band } from "./band.svelte";
import { asItStands, isChoice, isOfDays, takenAway } from "./cell-edits";
import { type Sources, readTexts } from "./cell-texts";
import { meantBy, optionsFor } from "./cells/options";
import { COLUMN_LOOKS } from "./columns";
import type { ItemLine } from "./lines";

/** The cell that has the keyboard. */
export interface Cell {
  line: ItemLine;
  column: number;
}

/** A text for a cell. */
interface Wanted {
  row: ItemRow;
  texts: ReadonlyMap<Column, string>;
}

/** A text that was not taken. */
interface Refused {
  cell: string;
  why: string;
}

/** Puts a text into cells; one whose first row names columns makes new items, as it does anywhere else. */
export async function pasteIntoCells(
  milepost: Milepost,
  band: Band,
  cell: Cell,
  text: string,
): Promise<void> {
  const block = cellsOf(text);
  if (text.trim() === "" && !text.includes("\t")) return await pasteText(milepost, text);
  const head = block.length > 1 ? await milepost.backend.call("clipboard_head", { text }) : "nothing";
  if (head !== "nothing" && !(await isOfValues(milepost, cell, block[0] ?? []))) {
    if (head === "titles") return await pasteText(milepost, text);
    throw refusal("The first row names columns. Copy the values without it.");
  }
  const { wanted, hidden } = await wantedIn(milepost, band, cell, block);
  await put(milepost, wanted, hidden);
}

/** Whether a row that could name columns holds values of where it would go, such as “Feature” in the column of kinds. */
async function isOfValues(
  milepost: Milepost,
  { line, column }: Cell,
  texts: readonly string[],
): Promise<boolean> {
  const columns = milepost.view.settings.columns.slice(column);
  for (const [at, text] of texts.entries()) {
    const name = columns[at];
    if (name === undefined || !isChoice(name) || text === "") continue;
    if (meantBy(text, await optionsFor(milepost, name, line.row, text))) return true;
  }
  return false;
}

/** Which texts go into which rows, and how many selected items have no row here. */
async function wantedIn(
  { selection, view }: Milepost,
  band: Band,
  { line, column }: Cell,
  block: readonly (readonly string[])[],
): Promise<{ wanted: Wanted[]; hidden: number }> {
  const { items } = selection;
  const columns = view.settings.columns.slice(column);
  const isOne = block.length === 1 && block[0]?.length === 1;
  if (isOne && items.size > 1 && items.has(line.key)) {
    const rows = await band.rowsFrom(0, (found) => chosenOf(found, items).length === items.size);
    const chosen = chosenOf(rows, items);
    const texts = textsFor(columns, block[0] ?? []);
    return { wanted: chosen.map((row) => ({ row, texts })), hidden: items.size - chosen.length };
  }
  const width = Math.max(...block.map((row) => row.length));
  if (width > columns.length) {
    const there = columns.length === 1 ? "there is only 1" : `there are only ${columns.length}`;
    const from = COLUMN_WORDS[columns[0] ?? "title"];
    throw refusal(`The block has ${width} columns, but from “${from}” to the right ${there}.`);
  }
  // By its item, not its height: a change may have put other rows there, of which nobody has seen any.
  const rows = await band.rowsOf(line.key, (found) => found.length >= block.length);
  if (rows.length === 0) throw refusal(`“${line.row.item.title}” has no row here any more.`);
  const why = tooManyRows(block.length, line.row.item.title, rows.length, "row");
  if (why !== null) throw refusal(why);
  const wanted = block.flatMap((cells, at) => {
    const row = rows[at];
    return row ? [{ row, texts: textsFor(columns, cells) }] : [];
  });
  return { wanted, hidden: 0 };
}

const chosenOf = (rows: readonly ItemRow[], items: ReadonlySet<string>): readonly ItemRow[] =>
  rows.filter(({ item }) => items.has(item.id));

const textsFor = (columns: readonly Column[], cells: readonly string[]): ReadonlyMap<Column, string> =>
  new Map(cells.flatMap((text, at) => (columns[at] === undefined ? [] : [[columns[at], text] as const])));

/** Does in one step what the texts say, and tells what came of it. */
async function put(milepost: Milepost, wanted: readonly Wanted[], hidden: number): Promise<void> {
  const sources = sourcesOf(milepost);
  /** What is to be done, with the places of its cells among all of them, so that what is refused late stands where it belongs. */
  const operations = new Map<Operation, number[]>();
  /** Those of them that set a day which is there already, so that what other rows do pushes nothing away from it. */
  const standing = new Set<Operation>();
  const cells: string[] = [];
  const refused = new Map<number, Refused>();
  const emptied: string[] = [];
  for (const { row, texts } of wanted) {
    const [columns, before] = [[...texts.keys()], cells.length];
    cells.push(...columns.map((column) => `${COLUMN_WORDS[column]} of “${row.item.title}”`));
    for (const { column, typed } of await readTexts(row, texts, sources)) {
      const place = before + columns.indexOf(column);
      const cell = cells[place]!;
      if (typed === null && texts.get(column) !== "") {
        const stays = asItStands(column, row);
        if (stays) standing.add(stays);
        if (stays) operations.set(stays, [place]);
      }
      if (typed && "refused" in typed) refused.set(place, { cell, why: typed.refused });
      if (!typed || !("operation" in typed)) continue;
      operations.set(typed.operation, [...(operations.get(typed.operation) ?? []), place]);
      const away = texts.has("start") && texts.has("end") ? null : takenAway(typed.operation, row);
      if (away !== null) emptied.push(away);
    }
  }
  const setsDays = [...operations.keys()].some((each) => isOfDays(each) && !standing.has(each));
  if (!setsDays) for (const stays of standing) operations.delete(stays);
  const asked = { label: "Paste into cells", operations: [...operations.keys()] };
  const answer = operations.size > 0 ? await milepost.plan.applyPassing(asked) : null;
  const places = [...operations.values()];
  for (const { place, why } of answer?.refused ?? [])
    for (const at of places[place] ?? []) refused.set(at, { cell: cells[at] ?? "", why });
  const isChanged = (answer?.patch?.changed.length ?? 0) > 0;
  const first = [...refused].sort(([a], [b]) => a - b).map(([, each]) => each)[0];
  const words = outcomeOf({ cells: cells.length, isChanged, refused: refused.size, first, emptied, hidden });
  if (isChanged) milepost.tellUndoable(words);
  else milepost.notices.tell(words);
}

/** Looks every text up once, however many rows it goes into. */
function sourcesOf(milepost: Milepost): Sources {
  const { state } = milepost.plan;
  const themes = new Map(state?.themes.map(({ id, name }) => [id, name]));
  const known = new Map<string, ReturnType<typeof optionsFor>>();
  return {
    today: state?.today ?? "",
    shown: (column, row) => COLUMN_LOOKS[column].text(row, themes),
    find(column, row, text) {
      const key = JSON.stringify([column, row.item.kind, text]);
      const found = known.get(key) ?? optionsFor(milepost, column, row, text);
      known.set(key, found);
      return found;
    },
  };
}

interface Outcome {
  /** How many texts there were. */
  cells: number;
  isChanged: boolean;
  /** How many of them were refused, and the first. */
  refused: number;
  first: Refused | undefined;
  /** What was taken away besides, in words. */
  emptied: readonly string[];
  /** How many selected items have no row. */
  hidden: number;
}

/** “Pasted 5 values. 1 was refused: End of “Alerts”: “rubbish” is not a day.” */
export function outcomeOf({ cells, isChanged, refused, first, emptied, hidden }: Outcome): string {
  const taken = cells - refused;
  const parts = [];
  if (isChanged) parts.push(`Pasted ${count(taken, "value")}.`);
  else parts.push(taken > 0 ? "Nothing has changed: that is what is there." : "Nothing was pasted.");
  if (first) {
    const several = `${count(refused, "value")} were refused, the first`;
    parts.push(`${refused === 1 ? "1 value was refused" : several}: ${first.cell}: ${first.why}`);
  }
  if (emptied.length === 1) parts.push(emptied[0]);
  else if (emptied.length > 1)
    parts.push(`${count(emptied.length, "item")} have neither a start nor an end now.`);
  if (hidden > 0)
    parts.push(
      `${count(hidden, "selected item")} ${hidden === 1 ? "has" : "have"} no row here and stayed as before.`,
    );
  return parts.join(" ");
}

const refusal = (message: string): Refusal =>
  new Refusal({ code: "input", message, hint: "Nothing was pasted." });
