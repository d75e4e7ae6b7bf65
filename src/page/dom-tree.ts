/** Steps in the tree as it is rendered, through slots and shadow roots. Knows nothing of the article. */

/** The element that an element hangs from as it is rendered: through slots and shadow roots. */
export function parentOf(node: Element | Text): Element | null {
  return (
    node.assignedSlot ??
    node.parentElement ??
    (node.getRootNode() as Partial<ShadowRoot>).host ??
    null
  );
}

/** The nearest element of a node, itself included. */
export const elementOf = (node: Node): Element | null =>
  node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
