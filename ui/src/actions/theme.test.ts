import { beforeEach, expect, it } from "vitest";

import { fakeMilepost } from "../screens/fakes";
import { actionNamed, perform } from "./index";

beforeEach(() => localStorage.clear());

it("follows the system until a theme is chosen, and remembers the choice", () => {
  const { milepost } = fakeMilepost({});
  expect(milepost.theme.choice).toBe("system");
  perform(milepost, actionNamed("theme-dark"));
  expect(milepost.theme.dark).toBe(true);
  expect(fakeMilepost({}).milepost.theme.choice).toBe("dark");
  perform(milepost, actionNamed("theme-system"));
  expect(fakeMilepost({}).milepost.theme.choice).toBe("system");
});
