import { expect, it } from "vitest";

import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import { PreviewLoop } from "./preview-loop";

const shift = (days: number): Operation => ({ operation: "move_items", ids: [], days, lane: [] });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it("has one question under way, then asks the newest only, and shows nothing after it was stopped", async () => {
  const asked: { days: number; answer: () => void }[] = [];
  const loop = new PreviewLoop(
    (operation) =>
      new Promise<PreviewAnswer>((resolve) => {
        if (operation.operation !== "move_items") throw new Error("not asked for");
        const { days } = operation;
        asked.push({ days, answer: () => resolve({ preview: null, refused: String(days) }) });
      }),
    (thrown) => {
      throw thrown;
    },
  );
  const shown: (string | null)[] = [];
  for (const days of [1, 2, 3]) loop.request(shift(days), ({ refused }) => shown.push(refused));
  expect(asked.map(({ days }) => days)).toEqual([1]);
  asked[0]!.answer();
  await settled();
  expect(asked.map(({ days }) => days)).toEqual([1, 3]);
  loop.stop();
  asked[1]!.answer();
  await settled();
  expect(shown).toEqual(["1"]);
});
