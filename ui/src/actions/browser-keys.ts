/**
 * Keys by which a browser does something of its own to a page: loads it anew, prints it, searches it. Some web views have
 * them, too, and a window that answered them would lose what is being typed. Keys that edit a text are not among them, nor
 * those that zoom or lead back, which web views leave alone unless they are told otherwise.
 */
import { combinationOf } from "./keys";

const WITH_MOD = /^Mod\+(Shift\+)?[FGJPRSU]$/;
const ALONE = /^(Mod\+)?(Shift\+)?(F3|F5|F7|BrowserRefresh|BrowserSearch)$/;

/** Whether a browser takes a key for itself, if the page does not. */
export function isOfBrowsers(event: KeyboardEvent): boolean {
  const combination = combinationOf(event);
  return WITH_MOD.test(combination) || ALONE.test(combination);
}
