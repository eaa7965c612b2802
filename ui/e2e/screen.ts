/** A screen or dialog of the page, and how to get there. */
import type { Milepost } from "./page";

export interface Screen {
  name: string;
  show(milepost: Milepost): Promise<void>;
}

export const onSample = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen => ({
  name,
  async show(milepost) {
    await milepost.sample();
    await show(milepost);
  },
});

/** A dialog that an action opens, with a part of it that comes last. */
export const dialog = (name: string, action: string, last: string): Screen =>
  onSample(name, async (milepost) => {
    await milepost.act(action);
    await milepost.page.locator(`dialog ${last}`).first().waitFor();
  });
