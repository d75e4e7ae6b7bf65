/** Letters with full stops: titles, initials and set phrases. */
import { isWoman, letterNames, PHRASES, TITLES } from '../abbreviations.js';
import { MEASURES } from '../measures.js';
import type { PieceWriter } from '../piece-writer.js';
import type { Mark } from './mark.js';
import { sign } from './sign.js';
import { NOT_NAMES } from './word-lists.js';
import { pattern, SENTENCE_BEGINS } from '../words.js';

const ENDS = pattern`^${SENTENCE_BEGINS}`;

/** Found at the first full stop or slash: د. طارق, أ. د. محمد, ص.ب, أ.ف.ب. */
export function abbreviation(mark: Mark, writer: PieceWriter): void {
  const { text, index: dot } = mark;
  const { at } = writer;
  let start = dot - 1;
  while (text[start] === 'ـ') start--;
  if (start < at || !/\p{L}/u.test(text[start] ?? '')) return;
  const letters = /^\p{L}ـ*(?:[./]\s?\p{L}ـ*(?=[./]|[^\p{L}\p{M}ـ]|$))*/u.exec(
    text.slice(start, start + 40),
  )![0];
  const key = letters.replace(/[ـ\s]/g, '').replace(/\//g, '.');
  let end = start + letters.length;
  const slash = text[end] === '/' || letters.includes('/');
  const name = /^[./]?\s?([\p{L}\p{M}]{2,})/u.exec(text.slice(end, end + 40))?.[1];
  const title = TITLES[key];
  const [attached = ''] =
    /(?<![\p{L}\p{M}\p{N}])[وفبل]ـ*$/u.exec(text.slice(Math.max(at, start - 4), start)) ?? [];
  const particle = attached.replace(/ـ/g, '');
  if (title && name && /[./]/.test(text[end] ?? '') && !NOT_NAMES.includes(name)) {
    const before = text.slice(Math.max(0, start - 30), start - attached.length);
    const words = isWoman(name, before) ? title.replace(/$| /g, 'ة$&') : title;
    end += /^[./]\s?/.exec(text.slice(end, end + 2))![0].length;
    const said = particle === 'ل' ? `لل${words.slice(2)}` : particle + words;
    return writer.put(start - attached.length, end, `${said} `);
  }
  // ر.س 20: the number says it.
  if (
    MEASURES.get(key)?.money &&
    /^\s?\d/.test(text.slice(start + key.length, start + key.length + 2))
  )
    return;
  if (slash) return sign({ ...mark, found: '/' }, writer);
  const known = PHRASES[key];
  const several = key.includes('.');
  if (!known && !(several && /^[\p{Script=Arabic}.]+$/u.test(key))) {
    if (attached !== particle) writer.exactly(start - attached.length, start, particle);
    if (start < dot - 1) writer.exactly(start + 1, dot, '');
    const rest = text.slice(end + 1, end + 9);
    if (key === 'ص' && /^\s?\d/.test(rest)) writer.put(start, end + 1, 'صفحة');
    // A letter that counts an item, before a number or a sign: its full stop is none.
    else if (/^\s*[^\s\p{L}]/u.test(rest))
      writer.exactly(dot, dot + 1, /^\s/.test(rest) ? '' : ' ');
    return;
  }
  // The last full stop ends the sentence as well, if nothing follows; after ق.م what begins one will do.
  const after = text.slice(end + 1, end + 16);
  if (text[end] === '.' && !(key === 'ق.م' ? ENDS : /^\s*$/).test(after)) end++;
  writer.put(start - attached.length, end, particle + (known ?? letterNames(key.split('.'))));
}
