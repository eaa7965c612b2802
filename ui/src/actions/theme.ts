/** Light, dark, or as the system has it. */
import type { ThemeChoice } from "../state/theme.svelte";
import { type Action, always } from "./action";

const theme = (choice: ThemeChoice, label: string): Action => ({
  id: `theme-${choice}`,
  label,
  keys: [],
  available: always,
  run({ theme, notices }) {
    theme.choose(choice);
    notices.say(label);
  },
});

export const themeChoices: readonly Action[] = [
  theme("system", "Light or dark as the system"),
  theme("light", "Light theme"),
  theme("dark", "Dark theme"),
];
