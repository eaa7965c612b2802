import type { ScreenName } from "../state/screen.svelte";
import { SCREENS } from "../state/screen.svelte";
import { leaveField } from "../widgets/taken";
import { type Action, withPlan } from "./action";

/** Going from one screen to another. */
export const screens: readonly Action[] = SCREENS.map(({ name, label }, index) => ({
  id: `screen-${name}`,
  label: `Go to ${label.toLowerCase()}`,
  keys: [`Mod+${index + 1}`],
  available: withPlan,
  run({ screen }) {
    if (screen.current === name) return;
    leaveField();
    screen.current = name;
  },
}));

/** Actions about what only one screen shows: elsewhere nobody would see what they do. */
export function onScreen(name: ScreenName, ...actions: readonly Action[]): Action[] {
  return actions.map((action) => ({
    ...action,
    screen: name,
    available: (milepost) => milepost.screen.current === name && action.available(milepost),
  }));
}
