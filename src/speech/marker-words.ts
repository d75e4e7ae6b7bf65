/** What is said for the number of an item. It must not know how a list counts. */
import type { ListMarker } from '../core/inline.js';
import { primaryLanguage, type ListNumbers } from '../core/settings.js';

const ORDINALS = ' أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'.split(' ');

/** `أولا` for 1 in Arabic, where that is wanted and there is a word for it; else what is seen. */
export const markerWords = (
  { number, letter }: ListMarker,
  numbers: ListNumbers,
  lang: string,
): string =>
  (numbers === 'ordinal' && primaryLanguage(lang) === 'ar' && ORDINALS[number]) ||
  (letter ?? String(number));
