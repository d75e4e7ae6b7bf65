import type { Span } from '../../core/article.js';
import type { Reader } from '../../reader/reader.js';
import type { AllTerms } from '../i18n/terms.js';

/**
 * Sets a bookmark, or takes it away.
 *
 * @param sentence where; by default the one that is read, else the first that is seen
 * @returns what became of it, in words; empty where there is no article
 */
export async function toggleBookmark(
  reader: Reader,
  terms: AllTerms,
  sentence?: Span,
): Promise<string> {
  const places = await reader.loadPlaces();
  if (!places) return '';
  return places.toggleBookmark(sentence) ? terms.bookmarkAdded : terms.bookmarkRemoved;
}
