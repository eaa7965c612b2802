/**
 * What texts say that are put into several cells of one item at once, such as a row of a spreadsheet: each is read as if it
 * were typed there, only that the cells do not wait for one another.
 */
import type { Column } from "../../../bindings/Column";
import type { ItemRow } from "../../../bindings/ItemRow";
import { count } from "../../../state/need-words";
import type { DayContext } from "../../../widgets/day-text";
import {
  type Choice,
  type Ends,
  type Typed,
  bothTyped,
  chosen,
  cleared,
  isChoice,
  spanIn,
  textToEdit,
  typed,
  whyFixed,
} from "./cell-edits";
import { type Option, meantBy, whyUnmeant } from "./cells/options";
import { daysOf } from "./columns";

/** What the reader of texts asks for. */
export interface Sources extends DayContext {
  /** The values of a column that a text finds for an item. */
  find(column: Choice, row: ItemRow, text: string): Promise<readonly Option[]>;
  /** What a cell says. */
  shown(column: Column, row: ItemRow): string;
}

/** What a text does to its cell. */
export interface Said {
  column: Column;
  typed: Typed;
}

/** A parent has to fit the kind, and an end the start, so that these come first. */
const FIRST: readonly Column[] = ["kind", "parent", "start", "end", "days"];

/** What the texts of a row say together of where its item stands. */
interface Place {
  /** Whether one end is among them at least. */
  hasEnd: boolean;
  /** Both ends; null if one is not among them. */
  ends: Ends | null;
  /** What both do. */
  typed: Record<keyof Ends, Typed> | null;
}

/**
 * What the texts of some columns do to an item, in the order in which it is to be done. What is done by two cells together is
 * the same operation for both.
 */
export async function readTexts(
  row: ItemRow,
  texts: ReadonlyMap<Column, string>,
  sources: Sources,
): Promise<Said[]> {
  const early = FIRST.filter((column) => texts.has(column));
  const late = [...texts.keys()].filter((column) => !FIRST.includes(column));
  const place = placeIn(row, texts, sources);
  const said: Said[] = [];
  let known = row;
  for (const column of [...early, ...late]) {
    const found = await read(column, known, texts.get(column) ?? "", place, sources);
    said.push({ column, typed: found });
    const edit =
      found && "operation" in found && found.operation.operation === "edit_items" && found.operation.edit;
    if (edit && edit.field === "kind") known = { ...row, item: { ...row.item, kind: edit.value } };
  }
  return said;
}

function placeIn(row: ItemRow, texts: ReadonlyMap<Column, string>, sources: Sources): Place {
  const [start, end] = [texts.get("start"), texts.get("end")];
  const ends = start !== undefined && end !== undefined ? { start, end } : null;
  const hasEnd = (start ?? end) !== undefined;
  return { hasEnd, ends, typed: ends && bothTyped(row, ends, sources) };
}

async function read(
  column: Column,
  row: ItemRow,
  text: string,
  place: Place,
  sources: Sources,
): Promise<Typed> {
  const isThere =
    text === sources.shown(column, row) || (!isChoice(column) && text === textToEdit(column, row));
  const fixed = whyFixed(column, row);
  if (fixed !== null) return isThere ? null : { refused: fixed };
  // What stands there may be another by what stands beside it.
  if (place.typed && (column === "start" || column === "end")) return place.typed[column];
  if (place.hasEnd && column === "days") return readDays(row, text, place, sources);
  if (isThere) return null;
  if (text === "") return cleared(column, row);
  if (!isChoice(column)) return typed(column, row, text, sources);
  const found = await sources.find(column, row, text);
  const option = meantBy(text, found);
  return option ? chosen(column, row, option.value) : { refused: whyUnmeant(text, found) };
}

/** A length beside one end or both: with both it can only say the same. */
function readDays(row: ItemRow, text: string, { ends }: Place, sources: Sources): Typed {
  if (text === "") return null;
  const span = ends && spanIn(row, ends, sources);
  const said = typed("days", { ...row, span }, text, sources);
  if (!span || said === null || "refused" in said) return said;
  const days = count(daysOf({ ...row, span }) ?? 0, "day");
  return { refused: `Its start and end make ${days}.` };
}
