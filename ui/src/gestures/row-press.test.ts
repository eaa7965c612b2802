import { expect, it, vi } from "vitest";

import { RowPress } from "./row-press";

const element = Object.assign(document.createElement("div"), { setPointerCapture: vi.fn() });
type Pressed = PointerEvent & { currentTarget: HTMLElement };
const at = (clientX: number, buttons = 1) =>
  ({ button: 0, buttons, clientX, clientY: 0, pointerId: 7, currentTarget: element }) as unknown as Pressed;

function begin() {
  const [drag, choose] = [vi.fn(), vi.fn()];
  const press = new RowPress<string>(drag, choose);
  press.down(at(0), 4, "pressed");
  return { press, drag, choose };
}

it("drags the row that was pressed, whichever one the pointer is over by then", () => {
  const { press, drag, choose } = begin();
  expect(element.setPointerCapture).toHaveBeenCalledWith(7);
  press.moved(at(1));
  expect(drag).not.toHaveBeenCalled();
  press.moved(at(9));
  press.moved(at(20));
  press.released();
  expect(drag.mock.calls).toEqual([["pressed", 7]]);
  expect(choose).not.toHaveBeenCalled();
});

it("begins no drag once the button is up, whoever has heard of that", () => {
  const { press, drag, choose } = begin();
  press.moved(at(40, 0));
  press.moved(at(50));
  press.released();
  expect([drag, choose].map(({ mock }) => mock.calls)).toEqual([[], []]);
});

it("chooses the row that is let go where it was pressed", () => {
  const { press, choose } = begin();
  press.released();
  press.released();
  expect(choose.mock.calls).toEqual([[4, "pressed"]]);
});
