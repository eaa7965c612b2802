/** What hands are told that try to change a plan that can only be read. */
import type { Milepost } from "../milepost.svelte";
import { perform } from ".";
import { saveAs } from "./save-as";

export function tellReadOnly(milepost: Milepost): void {
  const action = { label: saveAs.label, run: () => perform(milepost, saveAs) };
  milepost.notices.tell("This plan can only be read. A copy of it can be changed.", action);
}
