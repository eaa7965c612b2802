/** How fields hand over what was typed. */
import type { Operation } from "../bindings/Operation";
import type { Milepost } from "../milepost.svelte";
import { refusalOf } from "../ports/backend";

/** Keeps a value. Resolves to null when that is done, else to the reason why it was not, which the field shows. */
export type Save<T> = (value: T) => Promise<string | null>;

/** Does the one operation that an edited field stands for. */
export async function keep(milepost: Milepost, operation: Operation): Promise<string | null> {
  try {
    await milepost.plan.apply(operation);
    return null;
  } catch (thrown) {
    const { code, message } = refusalOf(thrown).error;
    // What is wrong with the value is said beside it; what is wrong with the file or the plan concerns everything.
    if (code !== "rule" && code !== "input") milepost.fail(thrown);
    return message;
  }
}

/** How the fields of something are kept, each by its name. */
export const byField =
  <E extends { field: string; value: unknown }>(edit: Save<E>) =>
  <F extends E["field"]>(field: F): Save<Extract<E, { field: F }>["value"]> =>
  (value) =>
    // The compiler does not follow that a field and its value make up one of the edits.
    edit({ field, value } as unknown as E);
