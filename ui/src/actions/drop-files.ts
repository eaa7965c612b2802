/**
 * Files that are dropped on the window: a plan is opened, a table is imported, and of anything else it is said what can be
 * dropped. Links and other pages never take the place of this one.
 */
import { isTyping } from "../gestures/hands";
import type { Milepost } from "../milepost.svelte";
import { editable } from "./action";
import { PLAN_FILES, TABLE_FILES, fileNameOf, isOneOf } from "./plan-files";
import { tellReadOnly } from "./read-only";

/** Does what the files that were dropped are for, or says what can be dropped. */
export function drop(milepost: Milepost, paths: readonly string[]): void {
  const { dialogs, notices, plan } = milepost;
  const [path] = paths;
  if (path === undefined) return;
  if (paths.length > 1) notices.tell("Drop one file at a time: a plan to open it, or a table to import it.");
  else if (dialogs.open) notices.tell(`Close what is open first, then drop “${fileNameOf(path)}” again.`);
  else if (isOneOf(path, PLAN_FILES)) void milepost.open(path);
  else if (!isOneOf(path, TABLE_FILES))
    notices.tell(
      `“${fileNameOf(path)}” is neither a plan, which would be opened, nor a CSV, which would be imported.`,
    );
  else if (plan.state === null)
    notices.tell(`Open a plan first; then “${fileNameOf(path)}” can be imported into it.`);
  else if (!editable(milepost)) tellReadOnly(milepost);
  else dialogs.show({ kind: "import", path });
}

/** Keeps the page where it is when something is dropped on it that no field takes. */
function keepPage(event: DragEvent): void {
  if (!isTyping(event.target)) event.preventDefault();
}

/** Listens for what is dropped until the function is called that this gives back. */
export function followDrops(milepost: Milepost): () => void {
  milepost.desktop.onDropped((paths) => drop(milepost, paths));
  window.addEventListener("dragover", keepPage);
  window.addEventListener("drop", keepPage);
  return () => {
    window.removeEventListener("dragover", keepPage);
    window.removeEventListener("drop", keepPage);
  };
}
