/** From a line of insight to what it is about. */
import type { Milepost } from "../../milepost.svelte";

/** Shows a feedback in the inbox, selected. */
export async function goToFeedback(milepost: Milepost, id: string): Promise<void> {
  milepost.screen.current = "feedback";
  await milepost.attempt(() => milepost.inbox.reveal(id));
}

export const goToCustomer = (milepost: Milepost, id: string): void =>
  milepost.dialogs.show({ kind: "customers", at: id });
