import type { Theme } from "../../bindings/Theme";

/** The themes to choose from; the empty value stands for none. */
export const themeOptions = (themes: readonly Theme[]): { value: string; label: string }[] => [
  { value: "", label: "None" },
  ...themes.map(({ id, name }) => ({ value: id, label: name })),
];
