/** What colour text stands on. Knows nothing of themes and of settings. */
import { parentOf } from '../dom-tree.js';

/** The colour that an element stands on: of the nearest background that cannot be seen through. */
export function backgroundColorOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(|.*\/)/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}
