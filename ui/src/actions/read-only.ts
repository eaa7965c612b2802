/** What hands and keys are told that try to change a plan that can only be read. */
import type { Milepost } from "../milepost.svelte";
import { saveAsOffer } from "./save-as";

export function tellReadOnly(milepost: Milepost): void {
  milepost.notices.tell("This plan can only be read. A copy of it can be changed.", saveAsOffer(milepost));
}
