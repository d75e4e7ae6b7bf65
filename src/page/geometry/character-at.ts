/** A step into a range by characters. Knows nothing of the article and of geometry on screen. */

/** The character so far from the beginning of a range, else its last; all of what has no text. */
export function characterAt(range: Range, count: number): Range {
  const { commonAncestorContainer, startContainer, startOffset, endContainer, endOffset } = range;
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer.childNodes[startOffset] ?? startContainer;
  const character = range.cloneRange();
  let left = Math.floor(count);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) break;
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const from = node === startContainer ? startOffset : 0;
    const to = node === endContainer ? endOffset : (node as Text).length;
    if (to <= from) continue;
    const at = Math.min(from + left, to - 1);
    character.setStart(node, at);
    character.setEnd(node, at + 1);
    if (from + left < to) break;
    left -= to - from;
  }
  return character;
}
