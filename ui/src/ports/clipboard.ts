/**
 * Puts text on the clipboard.
 *
 * Not every webview takes the app's own address for a secure one, and without that there is no `navigator.clipboard`.
 * So the old way goes first, which works wherever something has just been pressed.
 */

export async function copyText(text: string): Promise<void> {
  if (copySelected(text)) return;
  if (!navigator.clipboard) throw new Error("The clipboard cannot be reached.");
  await navigator.clipboard.writeText(text);
}

/** Selects the text in a field of its own and copies that. False if the system did not take it. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  field.style.userSelect = "text";
  // Beside a dialog nothing can be selected while it is open.
  (before?.closest("dialog") ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
