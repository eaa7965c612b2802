/**
 * Copying and pasting items: as a table that spreadsheets understand, and from any table or list. And how what is pasted
 * anywhere comes to the action that takes it there.
 */
import type { DayOrder } from "../bindings/DayOrder";
import type { PasteAnswer } from "../bindings/PasteAnswer";
import type { Milepost } from "../milepost.svelte";
import { dayComesFirst } from "../widgets/day-text";
import { isTextField } from "../widgets/text-field";
import { actions } from ".";
import { tellReadOnly } from "./read-only";
import { type Action, editable } from "./action";
import { comeToAdded } from "./added";
import { writtenKeys } from "./keys";

export const copy: Action = {
  id: "copy",
  label: "Copy",
  keys: ["Mod+C"],
  ofSelected: true,
  available: ({ selection }) => selection.items.size > 0,
  async run(milepost) {
    const chosen = milepost.selection.chosen();
    await milepost.attempt(async () => {
      const copied = chosen.then((items) => milepost.backend.call("copy", { ids: [...items] }));
      await milepost.desktop.copyText(copied.then(({ text }) => text));
      const { items } = await copied;
      milepost.notices.say(items === 1 ? "Copied 1 item." : `Copied ${items.toLocaleString()} items.`);
    });
  },
};

/** What is on the clipboard goes into cells where one has the keyboard, and else becomes new items. */
export const pasteCells: Action = {
  id: "paste-cells",
  label: "Paste into cells of the table",
  menuLabel: () => "Paste into cells",
  keys: ["Mod+V"],
  byClipboard: async (milepost, text) => {
    await milepost.attempt(async () => await milepost.table?.paste(text));
  },
  available: (milepost) => editable(milepost) && milepost.table?.onCell === true,
  run: (milepost) => readFor(milepost, pasteCells),
};

export const paste: Action = {
  id: "paste",
  label: "Paste as new items",
  menuLabel: ({ table }) => (table?.onCell ? "Paste as new items" : "Paste"),
  keys: ["Mod+V"],
  // The keys come with what is on the clipboard, for which the system asks nobody.
  byClipboard: pasteText,
  available: editable,
  run: (milepost) => readFor(milepost, paste),
};

/** Reads the clipboard for an action that takes what is on it, or says which keys bring that without being asked. */
export async function readFor(milepost: Milepost, { keys, byClipboard }: Action): Promise<void> {
  // Some webviews keep the clipboard from the page by an error, and some by saying that it is empty.
  const text = await milepost.desktop.readText().catch(() => "");
  if (text.trim() !== "") return await byClipboard?.(milepost, text);
  const written = keys.map((each) => writtenKeys(each)).join();
  milepost.notices.tell(`Nothing could be read from the clipboard. Press ${written} instead.`);
}

/**
 * Takes what the system hands over on the keys for pasting, anywhere but in fields; gives back how to stop.
 *
 * WebKit asks first whether pasting makes sense where nothing can be typed, and takes silence for a no.
 */
export function followPaste(milepost: Milepost): () => void {
  const takerOf = ({ target }: Event): Action | undefined => {
    if (isTextField(target) || milepost.dialogs.open !== null) return undefined;
    const find = () => actions.find(({ byClipboard, available }) => byClipboard && available(milepost));
    return find() ?? milepost.plan.ifEditable(find);
  };
  const asked = (event: Event) => takerOf(event) && event.preventDefault();
  const pasted = (event: ClipboardEvent) => {
    const taker = takerOf(event);
    if (!taker) return;
    event.preventDefault();
    if (!taker.available(milepost)) return tellReadOnly(milepost);
    void taker.byClipboard?.(milepost, event.clipboardData?.getData("text/plain") ?? "");
  };
  window.addEventListener("beforepaste", asked);
  window.addEventListener("paste", pasted);
  return () => {
    window.removeEventListener("beforepaste", asked);
    window.removeEventListener("paste", pasted);
  };
}

/** Adds what a text says as new items, selects them and brings the first into sight that has dates. */
export async function pasteText(milepost: Milepost, text: string): Promise<void> {
  const day_order: DayOrder = dayComesFirst() ? "dmy" : "mdy";
  await milepost.attempt(async () => {
    const answer = await milepost.plan.paste({ text, day_order });
    if (answer.patch) milepost.tellUndoable(outcomeOf(answer));
    else milepost.notices.tell(outcomeOf(answer));
    if (answer.items.length > 0) await comeToAdded(milepost, answer.items);
  });
}

/** “Pasted 3 items. 1 changed: … 2 rows were refused, the first: …” */
export function outcomeOf({ items, counts, changed, refused, left_out }: PasteAnswer): string {
  const count = (many: number) => many.toLocaleString();
  const firstOf = (many: number) => (many === 1 ? "" : ", the first");
  const pasted = items.length === 1 ? "Pasted 1 item." : `Pasted ${count(items.length)} items.`;
  const parts = [items.length === 0 ? "Nothing was pasted." : pasted];
  if (counts.taken_with_change > 0) {
    const several = `${count(counts.taken_with_change)} changed${firstOf(counts.taken_with_change)}`;
    parts.push(`${items.length === 1 ? "It was changed" : several}: ${changed ?? ""}`);
  }
  if (counts.refused > 0) {
    const rows = counts.refused === 1 ? "1 row was refused" : `${count(counts.refused)} rows were refused`;
    parts.push(`${rows}${firstOf(counts.refused)}: ${refused ?? ""}`);
  }
  if (left_out !== null) parts.push(left_out);
  return parts.join(" ");
}
