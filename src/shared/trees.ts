/**
 * Relations of nodes across the borders of open shadow roots. A shadow root
 * counts as standing in its host; on pages without any, each of these answers
 * as the DOM's own method does.
 */

/** The element around a node: its parent, or the host of the shadow root that it stands in; null at the top. */
export function parentOf(node: Node): Element | null {
  return node.parentElement ?? hostOf(node.parentNode);
}

/** The element around a node as it is laid out: of what was handed to a slot, the slot. */
export function parentAsShown(node: Node): Element | null {
  return (node as Partial<Element>).assignedSlot ?? parentOf(node);
}

/** Whether a node is an element, stands in it, or stands in a shadow root below it. */
export function holds(element: Element, node: Node): boolean {
  if (element.contains(node)) return true;
  const host = hostOf(node.getRootNode());
  return host !== null && holds(element, host);
}

/** The nearest element that a selector matches, from an element upwards; null where none does. */
export function closestOf(element: Element, selector: string): Element | null {
  const found = element.closest(selector);
  if (found !== null) return found;
  const host = hostOf(element.getRootNode());
  return host === null ? null : closestOf(host, selector);
}

function hostOf(root: Node | null): Element | null {
  return root instanceof ShadowRoot ? root.host : null;
}
