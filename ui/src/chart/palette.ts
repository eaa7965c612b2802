/** The colour of every role in the theme that the page has now. */

export type Palette = (role: string) => string;

/** Reads colours from the style sheet's tokens, each once. Make a new one when the theme changes. */
export function readPalette(root: HTMLElement = document.documentElement): Palette {
  const style = getComputedStyle(root);
  const known = new Map<string, string>();
  return (role) => {
    let colour = known.get(role);
    if (colour === undefined) {
      colour = style.getPropertyValue(`--${role}`).trim() || "#ff00ff";
      known.set(role, colour);
    }
    return colour;
  };
}
