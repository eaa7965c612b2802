import type { Milepost } from "../milepost.svelte";

/** What is said of a work item that was to be shown, and that the view has no place for. */
export const LEFT_OUT = "This view leaves it out.";

/**
 * Shows a work item on the roadmap, selected, in the inspector and with the keyboard on it; what the view leaves out is
 * told, and shown if the user wants.
 */
export async function goToItem(milepost: Milepost, id: string): Promise<void> {
  const { screen, selection } = milepost;
  screen.current = "roadmap";
  selection.select([id]);
  selection.inspectorOpen = true;
  await milepost.attempt(async () => void (await milepost.comeTo(id, LEFT_OUT)));
}
