/**
 * Keys that belong to an input method, which puts together signs that a keyboard lacks: its Enter takes a word, its Esc drops
 * one, and neither ends a field or does anything else on the page.
 */

/** What a key says that an input method has taken; WebKit tells the last one of a composition by nothing else. */
const TAKEN = 229;

/** Keeps such keys from whoever listens on the page. Gives back what ends that. */
export function leaveComposing(): () => void {
  const heard = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === TAKEN) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", heard, true);
  return () => window.removeEventListener("keydown", heard, true);
}
