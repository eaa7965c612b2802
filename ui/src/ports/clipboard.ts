/**
 * Puts text on the clipboard, and gets it from there.
 *
 * Not every webview takes the app's own address for a secure one, and without that there is no `navigator.clipboard`.
 * So there is the old way, too, which works wherever something has just been pressed.
 */

/**
 * Copies a text, or one that is still on its way. Webviews let only those copy who do it right as something is
 * pressed, so what is on its way goes to the system as such wherever that is possible.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text !== "string") {
    if (await promised(text)) return;
    text = await text;
  }
  if (copySelected(text)) return;
  if (!navigator.clipboard) throw new Error("The clipboard cannot be reached.");
  await navigator.clipboard.writeText(text);
}

/** Rejects where the webview does not let the page read. */
export async function readText(): Promise<string> {
  if (!navigator.clipboard) throw new Error("The clipboard cannot be reached.");
  return await navigator.clipboard.readText();
}

/** Hands over a text before it is there. False if the system does not take that. */
async function promised(text: Promise<string>): Promise<boolean> {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  const blob = text.then((found) => new Blob([found], { type: "text/plain" }));
  // Where the item is refused nobody asks for it.
  blob.catch(() => {});
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false;
  }
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
