/**
 * Brings elements into the order in which a screen reader goes through them. Only those move that stand elsewhere, for a screen
 * reader is told of each one. What has the focus stays, since it would lose that by being moved: the others go
 * around it.
 */
export function putInOrder(parent: HTMLElement, elements: Iterable<HTMLElement>): void {
  let next = parent.firstElementChild;
  for (const element of elements) {
    if (element === next || element === document.activeElement) next = element.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}
