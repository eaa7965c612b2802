/**
 * Keys by which a browser does something of its own to a page: loads it anew, prints it, searches it. Some web views have
 * them, too, and a window that answered them would lose what is being typed. Keys that edit a text are not among them, nor
 * those that zoom or lead back, which web views leave alone unless they are told otherwise.
 */
import { isTextField } from "../widgets/text-field";
import { combinationsOf } from "./keys";

const WITH_MOD = /^Mod\+(Shift\+)?[FGJPRSU]$/;
const ALONE = /^(Mod\+)?(Shift\+)?(F3|F5|F7|BrowserRefresh|BrowserSearch)$/;

const COPYING = /^(Mod\+(C|X|Insert)|Shift\+Delete)$/;

/** Whether a browser takes a key for itself, if the page does not. */
export function isOfBrowsers(event: KeyboardEvent): boolean {
  const combinations = combinationsOf(event);
  // Where no text is selected, WebKit on Linux empties the clipboard instead.
  if (combinations.some((each) => COPYING.test(each))) return !isTextSelected(event.target);
  return combinations.some((each) => WITH_MOD.test(each) || ALONE.test(each));
}

function isTextSelected(at: EventTarget | null): boolean {
  if (isTextField(at) && (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) {
    // A number does not say what of it is selected, which may be all.
    return at.selectionStart === null || at.selectionStart !== at.selectionEnd;
  }
  return document.getSelection()?.isCollapsed === false;
}
