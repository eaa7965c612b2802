/**
 * Attached to what scrolls: what has the focus stays in sight while other things come in around it, since not every web view
 * sees to that. Who scrolls away from it, or presses anything, is left where they are.
 */
export function keepsFocusInSight(element: HTMLElement): () => void {
  // What is in it may have taken the focus by coming in along with it.
  let stays = element.contains(document.activeElement);
  const entered = () => (stays = true);
  const wandered = () => (stays = false);
  element.addEventListener("focusin", entered);
  element.addEventListener("wheel", wandered, { passive: true });
  element.addEventListener("pointerdown", wandered);

  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    if (stays && activeElement && element.contains(activeElement)) {
      activeElement.scrollIntoView?.({ block: "nearest" });
    }
  });
  observer.observe(element, { childList: true, subtree: true });

  return () => {
    observer.disconnect();
    element.removeEventListener("focusin", entered);
    element.removeEventListener("wheel", wandered);
    element.removeEventListener("pointerdown", wandered);
  };
}
