/**
 * What live regions of the page say, for a web view that tells screen readers nothing of them, as WebKitGTK (2.52) does not. A
 * status or an alert is said as a whole whenever something comes into it, other regions say what comes in, and an alert speaks as
 * soon as it is there.
 */
const WHOLE = "[role=status], [role=alert]";
const LIVE = `${WHOLE}, [aria-live]:not([aria-live=off])`;

/** Hands over what is to be said, once for all changes that come together. */
export function listenToLiveRegions(page: Node, say: (text: string) => void): void {
  const observer = new MutationObserver((changes) => {
    const speaking = new Set<Node>();
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(LIVE);
      const news = target instanceof Element ? [...addedNodes] : [target];
      for (const node of news) {
        if (region) speaking.add(region.matches(WHOLE) ? region : node);
        else for (const alert of alertsIn(node)) speaking.add(alert);
      }
    }
    // What has gone by now says nothing any more.
    for (const node of speaking) if (node.isConnected) sayText(node, say);
  });
  observer.observe(page, { childList: true, characterData: true, subtree: true });
}

function alertsIn(node: Node): Element[] {
  if (!(node instanceof Element)) return [];
  return [...(node.matches("[role=alert]") ? [node] : []), ...node.querySelectorAll("[role=alert]")];
}

function sayText(node: Node, say: (text: string) => void): void {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  if (node instanceof Text) parts.push(node.data);
  while (texts.nextNode()) parts.push((texts.currentNode as Text).data);
  const text = parts.join(" ").replaceAll(/\s+/g, " ").trim();
  if (text) say(text);
}
