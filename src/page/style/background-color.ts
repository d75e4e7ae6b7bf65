import { parentOf } from '../geometry/css-zoom.js';

/** The colour that text stands on: of the nearest ground that cannot be seen through. */
export function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(|.*\/)/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}
