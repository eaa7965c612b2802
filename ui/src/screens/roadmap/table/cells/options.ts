/** The values that a cell offers to choose from. */
import type { ItemRow } from "../../../../bindings/ItemRow";
import type { Milepost } from "../../../../milepost.svelte";
import { KIND_WORDS, STATUS_WORDS, optionsOf } from "../../../../state/words";
import { themeOptions } from "../../../inspector/theme-options";
import type { Choice } from "../cell-edits";

export interface Option {
  /** Empty for none. */
  value: string;
  label: string;
  detail?: string;
}

/**
 * The option that a text means by itself: the one that is called so, or else the only one that was found by it. Undefined if
 * that is none or several, which `whyUnmeant` puts in words.
 */
export function meantBy(text: string, found: readonly Option[]): Option | undefined {
  const exactly = found.filter((option) => option.label.toLowerCase() === text.toLowerCase());
  const [option, ...others] = exactly.length > 0 ? exactly : found;
  return others.length === 0 ? option : undefined;
}

export const whyUnmeant = (text: string, found: readonly Option[]): string =>
  found.length > 0 ? `Nothing was chosen for “${text}”.` : `Nothing is called “${text}”.`;

/** Most that are offered at once. */
const LISTED = 12;

/** Those that a text is found in, those that begin with it first. */
export async function optionsFor(
  { plan, backend }: Milepost,
  column: Choice,
  { item }: ItemRow,
  text: string,
): Promise<readonly Option[]> {
  const wanted = text.trim().toLowerCase();
  if (column === "parent") {
    const found = await backend.call("parents", { kind: item.kind, search: text.trim(), limit: LISTED });
    const parents = found.map(({ id, title, kind }) => ({
      value: id,
      label: title,
      detail: KIND_WORDS[kind],
    }));
    return wanted ? parents : [{ value: "", label: "None" }, ...parents];
  }
  const all: readonly Option[] = {
    kind: optionsOf(KIND_WORDS),
    status: optionsOf(STATUS_WORDS),
    theme: themeOptions(plan.state?.themes ?? []),
  }[column];
  const at = ({ label }: Option) => label.toLowerCase().indexOf(wanted);
  const found = all.filter((option) => at(option) >= 0);
  return [...found.filter((option) => at(option) === 0), ...found.filter((option) => at(option) > 0)];
}
