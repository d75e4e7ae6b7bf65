/** Units that no number says: after a power (10⁸ م²), alone (كم/س), and after a noun (نسمة/كم²). */
import { knownNoun, single } from '../counted.js';
import { measureOf, rateWords } from '../measures.js';
import { nominative } from '../number-words.js';
import type { SayMark } from './mark.js';
import { sign } from './sign.js';

/** Found at the sign above the line, or at the slash, of a unit. */
export const unit: SayMark = ({ text, index, end }, writer) => {
  const before = /[\p{L}\p{M}²³]+$/u.exec(text.slice(Math.max(writer.at, index - 8), index))?.[0];
  const start = index - (before?.length ?? 0);
  const measure = measureOf(text.slice(start, end));
  if (measure) writer.put(start, end, single(measure, nominative));
};

/** Found at the slash after a word: what is counted, for each of what comes after it; but يوم/شهر. */
export const rate: SayMark = (mark, writer) => {
  const { text, index, end, found } = mark;
  const [, number, word = ''] =
    /(\d )?([\p{L}\p{M}]+)$/u.exec(text.slice(Math.max(0, index - 20), index)) ?? [];
  const noun = knownNoun(word.replace(/\p{M}/gu, ''));
  const isTime = noun && rateWords(`/${noun.one}`)?.startsWith('في ');
  if ((noun ?? number) && !isTime) writer.put(index, end, rateWords(found)!);
  else sign({ ...mark, found: '/' }, writer);
};
