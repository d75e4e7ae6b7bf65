/** What is written after a number, in the patterns that several rules ask. */
import { MONTH } from '../dates.js';
import { MEASURE } from '../measures.js';
import { pattern } from '../words.js';
import { SCALES } from './word-lists.js';

/** A pattern that is asked at an offset, and finds nothing further on. */
export function sticky({
  source,
  flags,
}: RegExp): (text: string, at: number) => RegExpExecArray | null {
  const pattern = new RegExp(source, `${flags}y`);
  return (text, at) => {
    // All of them want a character: most bare numbers have none after them.
    if (at >= text.length) return null;
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
}

export const SCALE = sticky(pattern`[ \xa0]?(${SCALES})(?![\p{L}\p{M}])`);
export const UNIT = sticky(pattern`[ \xa0]?(${MEASURE})`);
/** No و that is written onto another number. */
export const WORD = sticky(/[ \xa0]([\p{L}\p{M}ـ]+)(?!\d)/u);
export const MONTH_AFTER = sticky(
  pattern`(?:[ \xa0]من[ \xa0]|[ \xa0]?)(${MONTH})(?:[ \xa0]?/?[ \xa0]?(عام|سنة)?[ \xa0]?(\d{4})(?!\d))?`,
);
