/**
 * Looks again at what is under the pointer once the wheel has come to rest: a pointer that rests is told of nothing that the
 * wheel brings under it, and to look it up in every frame of a scroll would cost more than anybody could see.
 */

/** Milliseconds of rest after which it looks. */
const REST = 90;

/**
 * `look` gets the last turn of the wheel over an element, as soon as what it has led to is `shown`; unless the pointer has been
 * moved since, which tells by itself what is under it.
 */
export function onWheelRest(
  element: HTMLElement,
  shown: () => Promise<void>,
  look: (turn: WheelEvent) => void,
  signal: AbortSignal,
): void {
  let last: WheelEvent | null = null;
  let rest = 0;
  const forget = () => {
    last = null;
    clearTimeout(rest);
  };
  const rested = async (turn: WheelEvent) => {
    await shown();
    if (last !== turn) return;
    last = null;
    look(turn);
  };
  const turned = (turn: WheelEvent) => {
    forget();
    last = turn;
    rest = window.setTimeout(() => void rested(turn), REST);
  };
  element.addEventListener("wheel", turned, { passive: true, signal });
  for (const type of ["pointermove", "pointerdown", "pointerleave"])
    element.addEventListener(type, forget, { signal });
  signal.addEventListener("abort", forget);
}
