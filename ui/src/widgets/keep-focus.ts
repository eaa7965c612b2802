/**
 * Keeps the keyboard where it was when what has the focus is taken out of the page, as a row is whose own button deletes it:
 * without it keys would go nowhere, and Tab would begin at the top. It leaves alone who has the focus elsewhere by then.
 */

const FOCUSABLE =
  ":is(input, select, textarea, button, summary, [href], [tabindex]):not(:disabled, [tabindex='-1'])";

/** What can have the focus in a part, the part itself included. */
const focusableIn = (part: Element): HTMLElement[] =>
  [part, ...part.querySelectorAll(FOCUSABLE)].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && each.matches(FOCUSABLE),
  );

const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * An attachment for an element. The focus of what leaves it goes to the same place in the next part, such as the next row,
 * else in the one before, else to what comes next in the element. If the element itself leaves with the focus, `onleft`
 * takes it.
 */
export function keepsFocus(onleft?: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    let focused: HTMLElement | null = null;

    const entered = ({ target }: FocusEvent) => (focused = target instanceof HTMLElement ? target : null);
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget) focused = null;
      // Some web views tell of what is taken out of the page as of what is left.
      else queueMicrotask(() => (focused = focused === target && focused?.isConnected ? null : focused));
    };
    element.addEventListener("focusin", entered);
    element.addEventListener("focusout", left);

    const observer = new MutationObserver((changes) => {
      if (!focused || focused.isConnected || !isFree()) return;
      const next = nextTo(focused, changes, element);
      if (!next) return;
      next.focus();
      ignoreHeld(next);
    });
    observer.observe(element, { childList: true, subtree: true });

    return () => {
      observer.disconnect();
      element.removeEventListener("focusin", entered);
      element.removeEventListener("focusout", left);
      if (focused && onleft) queueMicrotask(() => isFree() && onleft());
    };
  };
}

/** The key that took the other one away may still be held, and is not meant for what has the focus in its place. */
function ignoreHeld(next: HTMLElement): void {
  const heard = (event: KeyboardEvent) => {
    if (event.repeat) event.preventDefault();
    else next.removeEventListener("keydown", heard);
  };
  next.addEventListener("keydown", heard);
}

/** Where the focus goes from an element that left with one of the changes. */
function nextTo(
  focused: HTMLElement,
  changes: readonly MutationRecord[],
  element: HTMLElement,
): HTMLElement | undefined {
  let gone: Node = focused;
  for (const { removedNodes, target, nextSibling, previousSibling } of changes) {
    const part = [...removedNodes].find((node) => node.contains(gone));
    if (!(part instanceof Element)) continue;
    if (!target.isConnected) {
      gone = target;
      continue;
    }
    const place = focusableIn(part).indexOf(focused);
    const siblings = [...from(nextSibling, "nextSibling"), ...from(previousSibling, "previousSibling")];
    const [alike, others] = [true, false].map((is) =>
      siblings.filter(({ tagName }) => (tagName === part.tagName) === is),
    );
    const found = alike?.map((each) => atPlace(focusableIn(each), place)).find((each) => each);
    if (found) return found;
    const other = others?.flatMap((each) => focusableIn(each))[0];
    if (other) return other;
    const all = focusableIn(element).filter((each) => each !== element);
    const follows = (each: Element) =>
      target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    return all.find(follows) ?? all.at(-1);
  }
  return undefined;
}

const atPlace = (all: readonly HTMLElement[], place: number) =>
  all[Math.min(Math.max(place, 0), all.length - 1)];

/** The elements from a sibling on in one direction. */
function from(first: Node | null, direction: "nextSibling" | "previousSibling"): Element[] {
  const found: Element[] = [];
  for (let node = first; node; node = node[direction]) if (node instanceof Element) found.push(node);
  return found;
}
