/** How large everything is shown. The keys are not those of the zoom, which changes the days in sight. */
import type { Milepost } from "../milepost.svelte";
import { type Action, always } from "./action";

const tell = ({ notices, textSize }: Milepost): void => notices.say(`Text at ${textSize.percent} %`);

export const largerText: Action = {
  id: "text-larger",
  label: "Larger text",
  keys: ["Mod+PageUp"],
  available: ({ textSize }) => textSize.canGrow,
  run(milepost) {
    milepost.textSize.step(1);
    tell(milepost);
  },
};

export const smallerText: Action = {
  id: "text-smaller",
  label: "Smaller text",
  keys: ["Mod+PageDown"],
  available: ({ textSize }) => textSize.canShrink,
  run(milepost) {
    milepost.textSize.step(-1);
    tell(milepost);
  },
};

export const usualText: Action = {
  id: "text-usual",
  label: "Usual text size",
  keys: ["Mod+0"],
  available: always,
  run(milepost) {
    milepost.textSize.usual();
    tell(milepost);
  },
};
