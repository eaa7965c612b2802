import { tick } from "svelte";

import type { Milepost } from "../milepost.svelte";

/** Shows a need on its screen, selected and in the inspector; what the filter leaves out is told. */
export async function goToNeed(milepost: Milepost, id: string): Promise<void> {
  const { needs, screen } = milepost;
  screen.current = "needs";
  needs.select([id]);
  needs.inspectorOpen = true;
  await tick();
  await milepost.attempt(async () => {
    if (await needs.table?.reveal(id)) return;
    const run = () => {
      needs.showAll();
      void needs.table?.reveal(id);
    };
    milepost.notices.tell("The filter leaves it out.", { label: "Show everything", run });
  });
}
