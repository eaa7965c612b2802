import { afterEach, expect, it, vi } from "vitest";

import { leaveComposing } from "./composing";
import { settle, show } from "./screens/fakes";
import TextField from "./widgets/TextField.svelte";

let shown: ReturnType<typeof show>;
let stop: () => void;
afterEach(async () => {
  stop();
  await shown.leave();
});

it("takes Enter for the end of a field only once no word is being put together", async () => {
  const save = vi.fn(() => Promise.resolve(null));
  stop = leaveComposing();
  shown = show(TextField, { label: "Owner", value: "", save });
  const field = shown.find<HTMLInputElement>("input");
  field.value = "にほん";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
    field.dispatchEvent(event);
    await settle();
    return event.defaultPrevented;
  };
  for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(await press("Enter", more)).toBe(false);
    expect(await press("Escape", more)).toBe(false);
  }
  expect(save).not.toHaveBeenCalled();
  expect(field.value).toBe("にほん");
  await press("Enter");
  expect(save).toHaveBeenCalledWith("にほん", false);
});
