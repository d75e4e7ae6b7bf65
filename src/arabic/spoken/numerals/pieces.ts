/** How what is said for a number becomes pieces of spoken text. */
import type { SpokenPiece } from '../../../core/spoken.js';
import { PREPOSITIONS } from '../governing-words.js';
import { pattern } from '../words.js';
import type { NumberContext } from './number-in-text.js';
import { DIRECTLY_BEFORE_RANGE } from './word-lists.js';

/** What a rule says, or nothing where it does not apply: in order, the last ends after the number. */
export type Pieces = SpokenPiece[] | undefined;

/** The same, or only the words where they are for the number alone. */
export type Said = string | Pieces;

export const piece = (start: number, end: number, spoken: string): SpokenPiece => ({
  source: { start, end },
  spoken,
});

/** One piece for the number and all that is attached to it. */
export const inWords = (number: NumberContext, end: number, words: string): SpokenPiece[] => [
  piece(number.start, end, attach(number.attached, words)),
];

export const toPieces = (number: NumberContext, end: number, said: Said): Pieces =>
  typeof said === 'string' ? inWords(number, end, said) : said;

/** Whether the article is attached to a number. */
export const hasArticle = ({ attached }: NumberContext): boolean =>
  !!attached && /[ال]لـ* ?$/.test(attached);

/** What is attached, and the words: ب + الثلاثين, ل + الثلاثين = للثلاثين, ال + الثلاثين = الثلاثين. */
function attach(attached: string, words: string): string {
  if (!attached) return words;
  const prefix = attached.replace(/[ـ ]/g, '');
  const rest = words.replace(/^ال/, '');
  if (/[ال]ل$/.test(prefix)) return prefix + rest;
  return /ل$/.test(prefix) && rest !== words ? `${prefix}ل${rest}` : prefix + words;
}

const DIRECTLY = pattern`(?:^|\s)${DIRECTLY_BEFORE_RANGE}\s$`;
/** لمدة 20-25 دقيقة, بعمق 5-7 أمتار */
const ATTACHED_HEAD = /(?:^|\s)[وف]?[بل](?!ل|ال)\p{L}{2,}\s$/u;

/** From one number to another: من … إلى, without من where something governs them already. */
export function fromTo(number: NumberContext, first: string, second: string): string {
  const { attached, before } = number;
  if (/(?:^|\s)[وف]?بين\s$/.test(before)) return `${first} و${second}`;
  const governed =
    attached.replace(/[وف]/g, '') ||
    PREPOSITIONS.includes(/\S+(?=\s$)/.exec(before)?.[0] ?? '') ||
    DIRECTLY.test(before) ||
    (ATTACHED_HEAD.test(before) && number.governed()() === 'genitive');
  return `${governed ? '' : 'من '}${first} إلى ${second}`;
}
