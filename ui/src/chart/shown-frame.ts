/** Resolves after the next frame; a window that shows none does not keep others waiting. */
export function shownFrame(): Promise<void> {
  const LONG_ENOUGH = 50;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONG_ENOUGH);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
