/** Attached to what opens or is chosen, so that it is not left outside of what scrolls around it. */
export const intoSight = (element: HTMLElement): void => element.scrollIntoView?.({ block: "nearest" });
