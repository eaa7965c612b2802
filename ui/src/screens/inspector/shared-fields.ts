/** Reading what several items have in common. */
import type { ItemEdit } from "../../bindings/ItemEdit";

type ValueOf<F extends ItemEdit["field"]> = Extract<ItemEdit, { field: F }>["value"];

/** The value of a field that all have; undefined while they differ in it. */
export function sharedValue<F extends ItemEdit["field"]>(
  fields: readonly ItemEdit[],
  field: F,
): ValueOf<F> | undefined {
  // The compiler does not follow that a field and its value make up one of the edits.
  return fields.find((edit) => edit.field === field)?.value as ValueOf<F> | undefined;
}
