/** An Arabic text as it is said: looks for the marks in it, and has each of them said by its kind. */
import { composeSpoken, spokenFromPieces } from '../../core/spoken-pieces.js';
import type { Spoken, SpokenPiece } from '../../core/spoken.js';
import { europeanDigits } from './european-digits.js';
import { abbreviation } from './marks/abbreviation.js';
import type { SayMark } from './marks/mark.js';
import { blessing, bracket, dash, dots } from './marks/pauses.js';
import { power } from './marks/power.js';
import { roman } from './marks/roman.js';
import { sign } from './marks/sign.js';
import { rate, unit } from './marks/unit.js';
import { DOMAINS, SIGNS } from './marks/word-lists.js';
import { addressWords } from './marks/web-address.js';
import { RATE, UNIT_ALONE } from './measures.js';
import { sayNumber } from './numerals/say-number.js';
import { isDigit, PieceWriter } from './piece-writer.js';
import { pattern } from './words.js';

/** Where to look closer: whatever is no Arabic letter, space or plain punctuation. */
const NOTICED = /[^\s\u0620-\u063f\u0641-\u065f\u0670-\u06d3،؛؟:!,]|إلخ|الخ/g;

const LATIN = /[A-Za-z]+/y;

/**
 * Text as it is said.
 *
 * @param fixed is said as it stands, and divides the text.
 * @param rounds how often what was said may be looked at again.
 */
export function verbalise(
  source: string,
  region: string,
  fixed: readonly SpokenPiece[] = [],
  rounds = 4,
): Spoken {
  const spoken = spokenFromPieces(source, speak(source, region, fixed));
  if (spoken.text === source || fixed.length || !rounds) return spoken;
  NOTICED.lastIndex = 0;
  if (!NOTICED.test(spoken.text)) return spoken;
  // What a mark kept apart may now stand together (د«.» طارق): until nothing changes any more.
  const again = verbalise(spoken.text, region, [], rounds - 1);
  return again.text === spoken.text ? spoken : composeSpoken(spoken, again);
}

/** Pieces for all that is said otherwise than written. */
function speak(source: string, region: string, fixed: readonly SpokenPiece[]): SpokenPiece[] {
  const text = /[^\0-\x7f]/.test(source) ? europeanDigits(source) : source;
  const writer = new PieceWriter(source);
  for (const {
    source: { start, end },
    spoken,
  } of fixed) {
    // What is said otherwise is not looked at.
    sayMarks(text.slice(0, start), region, writer);
    writer.put(start, end, spoken);
  }
  sayMarks(text, region, writer);
  return writer.pieces;
}

/** Has the marks said that begin where what was said ends. */
function sayMarks(text: string, region: string, writer: PieceWriter): void {
  const isAddressed = text.includes('@');
  NOTICED.lastIndex = writer.at;
  for (let noticed = NOTICED.exec(text); noticed; noticed = NOTICED.exec(text)) {
    const { index } = noticed;
    // Most marks are digits, and only in an address are those anything but a number.
    if (isDigit(noticed[0]) && !isAddressed) {
      number({ text, found: noticed[0], index, end: index + 1 }, writer, region);
      NOTICED.lastIndex = Math.max(writer.at, index + 1);
      continue;
    }
    MARK.lastIndex = index;
    const match = MARK.exec(text);
    if (match) {
      const [found] = match;
      const [, say] = MARKS[match.lastIndexOf(found) - 1]!;
      // What this says may find more to say, and moves on.
      say({ text, found, index, end: index + found.length }, writer, region);
    }
    // Addresses and numerals begin where a Latin word begins: the rest of it needs no look.
    LATIN.lastIndex = index;
    const length = match ? 1 : (LATIN.exec(text) ?? noticed)[0].length;
    NOTICED.lastIndex = Math.max(writer.at, index + length);
  }
}

/** Words said for other words: without pieces, since nothing leads back into them. */
function plainWords(words: string): string {
  const { lastIndex } = NOTICED;
  const { text } = verbalise(words, '');
  NOTICED.lastIndex = lastIndex;
  return text;
}

const web: SayMark = ({ index, found }, writer) => {
  const address = found.replace(/[.,:;!؟?)\]}'…]+$/, '');
  writer.put(index, index + address.length, plainWords(addressWords(address)));
};

const number: SayMark = ({ text, index }, writer, region) => {
  for (const { source, spoken } of sayNumber(text, index, writer.at, region))
    writer.put(source.start, source.end, spoken);
};

const etc: SayMark = ({ text, index, end, found }, writer) => {
  const ends = found.endsWith('.') && /^\s*$/.test(text.slice(end, end + 9));
  writer.put(index, end, `إلى آخره${ends ? '.' : ''}`);
};

/** لـ«الأنباء» is للأنباء; a Latin name stands apart. */
const glued: SayMark = ({ text, index, end }, writer) => {
  const article = text[index - 1] === 'ل' && text.startsWith('ال', end);
  const apart = /^[A-Za-z]/.test(text.slice(end, end + 1));
  writer.exactly(index, article ? end + 1 : end, apart ? ' ' : '');
};

/** Characters that stand for others: ½, ①, Ⅳ. */
const compatible: SayMark = ({ text, index, end, found }, writer) => {
  const plain = found.normalize('NFKC').replace('⁄', '/');
  const words = /\d/.test(plain) ? plainWords(plain) : /^[A-Z]+$/i.test(plain) ? plain : '';
  // و¾
  if (/(?<![\p{L}\p{M}])[وفبلك]$/u.test(text.slice(Math.max(0, index - 2), index)))
    writer.exactly(index, end, words);
  else writer.put(index, end, words);
};

const plusOrMinus: SayMark = ({ index, end }, writer) => writer.put(index, end, SIGNS['±']!);

/** A cell that holds nothing but the sign for yes or no. */
const yesOrNo: SayMark = ({ index, end, found }, writer) =>
  writer.put(index, end, /[✅✓✔]/u.test(found) ? 'نعم' : 'لا');

const silent: SayMark = ({ index, end }, writer) => writer.put(index, end, '');

/** Nothing, and the letters on either side of it stay together. */
const removed: SayMark = ({ index, end }, writer) => writer.exactly(index, end, '');

/** What may have to be said in other words where something was noticed, and what says it. */
const MARKS: readonly (readonly [RegExp, SayMark])[] = [
  [/(?:https?:\/\/|www\.)[^\s<>"«»،؛]+/u, web],
  [/\w(?<![\w.+-]\w)[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63})+/u, web],
  [
    pattern`(?<![\w.@/-])(?:[A-Za-z][\w-]{1,62}\.)+${DOMAINS}(?![\w-]|\.\w)(?:/[^\s<>"«»،؛]*)?`,
    web,
  ],
  [/\d/u, number],
  [UNIT_ALONE, unit],
  [/(?<=\S)[⁺⁻]?[⁰¹²³⁴-⁹]{1,3}|(?<=[\p{L}\p{N})])\^[−-]?\d{1,3}(?![\d.,]\d)/u, power],
  [pattern`(?<=[\p{L}\p{M}]{3})${RATE}`, rate],
  [/(?<=(?:^|[^\p{L}\p{M}ـ])(?:[وفبل]ـ*)?\p{L}ـ*)[./]/u, abbreviation],
  [/(?<=(?:^|[^\p{L}\p{M}])و?)(?:إلخ|الخ)(?![\p{L}\p{M}])\.{0,3}/u, etc],
  [/(?<![\p{L}\p{M}])[IVX]+(?!\p{L})/u, roman],
  [/\((?:ص|ع|رض)\)/u, blessing],
  [/(?<=(?:^|[^\p{L}\p{M}])[وف]?[بلك])ـ+\s?[«"“(]?(?=\p{L}(?!\.))/u, glued],
  [/[([{)\]}]/u, bracket],
  [/…+|\.{2,}/u, dots],
  [
    /(?<=\s)[-–—―]+(?=\s)|[–—―]+|(?<=[\p{L}\p{M}])-(?=\d)|(?<![\p{L}\p{M}\p{N}])-+(?![\p{L}\p{N}])/u,
    dash,
  ],
  [/\+\s?\/\s?[-−]/u, plusOrMinus],
  [/(?<=^\s*)[✅✓-✘❌](?=\s*$)/u, yesOrNo],
  [/[&<>=+×÷±~≈#@%٪‰°$€£¥₹₽₺﷼№/\\|ﷺﷻ−]/u, sign],
  [
    /ـ+(?! ?[\d$€£¥₹₽₺﷼]|[ـ./]|\p{L}\.)|[\u200b\u200e\u200f\u061c\u2060\u2063\u2066-\u2069\u202a-\u202e\ufeff\xad\ufe0f\u20e3]+/u,
    removed,
  ],
  [
    /[«»"“”„‟‹›*_^•·●▪◦■□◆►▶←→↑↓†‡§¶©®™`✓-✘]|\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u,
    silent,
  ],
  [/[\p{Nd}\p{No}\p{Nl}]/u, compatible],
];
const MARK = new RegExp(MARKS.map(([{ source }]) => `(${source})`).join('|'), 'uy');
