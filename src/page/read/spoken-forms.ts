/**
 * What the page wants said for a stretch of its text. Loaded with the first listening to a text that
 * may have any; knows nothing of what numbers and abbreviations are said as.
 */
import type { Span } from '../../core/article.js';
import { firstIndex } from '../../core/search.js';
import { primaryLanguage } from '../../core/settings.js';
import type { SpokenPiece } from '../../core/spoken.js';
import { elementOf } from '../dom-tree.js';
import type { PageText } from '../page-text.js';
import { spanIn } from './composed-text.js';

const MARKED = '[data-spoken],abbr[title],time[datetime]';

/** `2020-07-30`, `10:30`, or both. */
const MOMENT = /^(\d{4}-\d\d-\d\d)?(?:(?:^|[T ])(\d\d:\d\d))?/;

/**
 * What is said for an element: `data-spoken`, also if empty; the `title` of an `abbr`; the `datetime`
 * of a `time` whose text is a date or a time in digits (07/08/2020), and only as much as that tells.
 */
function wordsFor(element: Element, written: string, lang: string): string | null {
  const own = element.getAttribute('data-spoken');
  if (own !== null) return own;
  if (element.localName === 'abbr') return element.getAttribute('title') || null;
  const tellsTime = written.includes(':');
  const tellsDate = /\p{Nd}\s?[-/.]\s?\p{Nd}/u.test(written);
  if (primaryLanguage(lang) !== 'ar' || /\p{L}/u.test(written)) return null;
  const [, date, time] = MOMENT.exec(element.getAttribute('datetime')!.trim())!;
  return [tellsDate && date, tellsTime && time].filter(Boolean).join('T') || null;
}

/**
 * What the page wants said instead of what is written in a span: `<span data-spoken="…">`,
 * `<abbr title>`, `<time datetime>`; of nested ones the outer. What reaches beyond the span is said as
 * it is written.
 *
 * @param lang BCP 47 language of the span
 * @returns in order, with offsets from the start of the span
 */
export function spokenFormsOf(page: PageText, span: Span, lang: string): readonly SpokenPiece[] {
  const { text } = page.article;
  const range = page.toRange(span);
  const scope = elementOf(range.commonAncestorContainer);
  const outer = scope?.closest(MARKED);
  const pieces: SpokenPiece[] = [];
  let last: Element | undefined;
  const marked = outer ? [outer] : (scope?.querySelectorAll(MARKED) ?? []);
  // Many of them may stand in a paragraph, and a sentence has few of those.
  const startOf = (index: number) => page.toOffset(marked[index]!, 0);
  const first = firstIndex(marked.length, (index) => (startOf(index) ?? -1) >= span.start);
  for (let index = first; index < marked.length; index++) {
    const element = marked[index]!;
    if (last?.contains(element)) continue;
    const start = startOf(index) ?? span.end;
    if (start >= span.end) break;
    let { end } = spanIn(page, element) ?? span;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    if (start >= end || end > span.end) continue;
    const spoken = wordsFor(element, text.slice(start, end), lang);
    if (spoken === null) continue;
    last = element;
    pieces.push({ source: { start: start - span.start, end: end - span.start }, spoken });
  }
  return pieces;
}
