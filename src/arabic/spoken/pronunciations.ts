/** Where the words stand whose pronunciation the page taught. It must not know what else is said. */
import type { SpokenPiece } from '../../core/spoken.js';
import { pattern } from './words.js';

const patterns = new WeakMap<object, RegExp>();

/** Where the words of a map stand in a text, as whole words. */
export function pronounced(text: string, map: Readonly<Record<string, string>>): SpokenPiece[] {
  const words = Object.keys(map).filter(Boolean);
  if (!words.length) return [];
  let found = patterns.get(map);
  if (!found) {
    found = new RegExp(
      pattern`(?<![\p{L}\p{M}\p{N}])([وفبلك]{0,2})(${words})(?![\p{L}\p{M}\p{N}])`,
      'gu',
    );
    patterns.set(map, found);
  }
  return Array.from(text.matchAll(found), (match) => ({
    source: { start: match.index, end: match.index + match[0].length },
    spoken: match[1]! + map[match[2]!]!,
  }));
}
