/**
 * Text as it is said. Long, since each mark that is said otherwise is one small function in the same
 * walk, and all of them move where it is.
 */
import type { Span } from '../../core/article.js';
import { MEASURES } from './measures.js';
import { ordinal } from './number-words.js';
import { isWoman, letterNames, PHRASES, TITLES } from './abbreviations.js';
import { sayNumber } from './numerals.js';
import { composeSpoken, spokenFromPieces } from '../../core/spoken-pieces.js';
import { spokenAsWritten, type Spoken, type SpokenPiece } from '../../core/spoken.js';

export interface SpokenOptions {
  /** BCP 47 language of the text, `ar` by default. Another language is said as it is written. */
  readonly lang?: string;
  /** ISO 3166 region, which decides the names of months; by default that of `lang`. */
  readonly region?: string;
  /** Whether the diacritics in the text are kept (the default) or left out, for voices that trip. */
  readonly diacritics?: 'keep' | 'remove';
  /**
   * What the page says is to be said for some stretches (`<abbr title>`, `data-spoken`,
   * `<time datetime>`): in order, not overlapping. Numbers in what is said are put into words too.
   */
  readonly said?: readonly SpokenPiece[];
  /** Names and house terms, and how they are pronounced; with و ف ب ل ك attached as well. */
  readonly pronunciations?: Readonly<Record<string, string>>;
}

/** Where to look closer: whatever is no Arabic letter, space or plain punctuation. */
const NOTICED = /[^\s\u0620-\u063f\u0641-\u065f\u0670-\u06d3،؛؟:!,]|إلخ|الخ/g;

/** What may have to be said in other words, where something was noticed. */
const MARKS = {
  web: /(?:https?:\/\/|www\.)[^\s<>"«»،؛]+/u,
  mail: /\w(?<![\w.+-]\w)[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63})+/u,
  number: /\d/u,
  letter: /(?<=(?:^|[^\p{L}\p{M}ـ])(?:[وفبل]ـ*)?\p{L}ـ*)[./]/u,
  etc: /(?<=(?:^|[^\p{L}\p{M}])و?)(?:إلخ|الخ)(?![\p{L}\p{M}])\.{0,3}/u,
  roman: /(?<![\p{L}\p{M}])[IVX]+(?!\p{L})/u,
  blessing: /\((?:ص|ع|رض)\)/u,
  glued: /(?<=(?:^|[^\p{L}\p{M}])[وف]?[بلك])ـ+\s?[«"“(]?(?=\p{L}(?!\.))/u,
  bracket: /[([{)\]}]/u,
  dots: /…+|\.{2,}/u,
  dash: /(?<=\s)[-–—―]+(?=\s)|[–—―]+|(?<=[\p{L}\p{M}])-(?=\d)|(?<![\p{L}\p{M}\p{N}])-+(?![\p{L}\p{N}])/u,
  sign: /[&<>=+×÷±~≈#@%٪‰°$€£¥₹₽₺﷼№/\\|ﷺﷻ−]/u,
  gone: /ـ+(?![\dـ./]|\p{L}\.)|[\u200b\u200e\u200f\u061c\u2060\u2066-\u2069\u202a-\u202e\ufeff\xad\ufe0f\u20e3]+/u,
  quiet:
    /[«»"“”„‟‹›*_^•·●▪◦■□◆►▶←→↑↓†‡§¶©®™`]|\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u,
  other: /[\p{Nd}\p{No}\p{Nl}]/u,
};
const KINDS = Object.keys(MARKS) as (keyof typeof MARKS)[];
const MARK = new RegExp(
  Object.values(MARKS)
    .map(({ source }) => `(${source})`)
    .join('|'),
  'uy',
);

const LATIN = /[A-Za-z]+/y;

/** Digits of any script in the Basic Multilingual Plane as European ones: offsets stay. */
function europeanDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit;
    // Every script's digits stand together, zero first.
    const code = digit.charCodeAt(0);
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
    return String(code - zero);
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': 'و',
  '=': 'يساوي',
  '+': 'زائد',
  '×': 'في',
  '÷': 'على',
  '±': 'زائد أو ناقص',
  '~': 'نحو',
  '≈': 'نحو',
  '#': 'وسم',
  '%': 'في المئة',
  '٪': 'في المئة',
  '‰': 'في الألف',
  '°': 'درجة',
  '№': 'رقم',
  '−': 'ناقص',
  ﷺ: 'صلى الله عليه وسلم',
  ﷻ: 'جل جلاله',
};

const BLESSINGS: Readonly<Record<string, string>> = {
  '(ص)': 'صلى الله عليه وسلم',
  '(ع)': 'عليه السلام',
  '(رض)': 'رضي الله عنه',
};

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && character !== '\ufe0f';

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const romanValue = (letters: string): number =>
  Array.from(letters, (letter) => ROMAN[letter]!).reduce(
    (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
    0,
  );

/** A web or e-mail address in words that a listener can bear: the host, its dots, no path. */
function addressWords(address: string): string {
  const [user, host = ''] = address.includes('@')
    ? (address.split('@') as [string, string])
    : ['', address.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').split(/[/?#:]/)[0]!];
  const dotted = (part: string) =>
    part
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' نقطة ');
  const words = user ? `${dotted(user)} آت ${dotted(host)}` : dotted(host);
  return plainWords(words);
}

/** Words said for other words: without pieces, since nothing leads back into them. */
const plainWords = (words: string): string => {
  const { lastIndex } = NOTICED;
  const { text } = verbalise(words, '');
  NOTICED.lastIndex = lastIndex;
  return text;
};

/** Pieces for all that is said otherwise than written; `fixed` is said as it stands. */
function speak(source: string, region: string, fixed: readonly SpokenPiece[]): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const all = /[^\0-\x7f]/.test(source) ? europeanDigits(source) : source;
  /** With European digits, up to the next fixed piece: what is said otherwise is not looked at. */
  let text = all;
  /** Where what has been said ends. */
  let at = 0;
  let tail: string | undefined;

  /** Turns the marks up to `to` into pieces. */
  const run = (to: number): void => {
    text = to === all.length ? all : all.slice(0, to);
    NOTICED.lastIndex = at;
    for (let noticed = NOTICED.exec(text); noticed; noticed = NOTICED.exec(text)) {
      const { index } = noticed;
      MARK.lastIndex = index;
      const match = MARK.exec(text);
      // What this says may find more to say, and moves on.
      if (match) mark(match);
      // Addresses and numerals begin where a Latin word begins: the rest of it needs no look.
      LATIN.lastIndex = index;
      const length = match ? 1 : (LATIN.exec(text) ?? noticed)[0].length;
      NOTICED.lastIndex = Math.max(at, index + length);
    }
  };

  /** The character that is said before what is said for `start`. */
  const before = (start: number): string | undefined =>
    pieces.at(-1)?.source.end === start ? tail : source[start - 1];

  /** Says exactly `spoken` for a stretch. */
  const exactly = (start: number, end: number, spoken: string): void => {
    tail = spoken.at(-1) ?? before(start);
    pieces.push({ source: { start, end }, spoken });
    at = end;
  };

  /** Says `words` for a stretch, apart from the words on either side of it. */
  const put = (start: number, end: number, words: string): void => {
    const previous = before(start);
    const next = source[end];
    const open = previous === undefined || /\s/.test(previous);
    if (!words) {
      // Nothing between two spaces leaves one of them.
      if (open && next === ' ') end++;
      return exactly(start, end, isWordCharacter(previous) && isWordCharacter(next) ? ' ' : '');
    }
    let spoken = open ? words.trimStart() : words;
    if (isWordCharacter(previous) && /^[\p{L}\p{M}]/u.test(words)) spoken = ` ${spoken}`;
    if (isWordCharacter(next) && isWordCharacter(words.at(-1))) spoken += ' ';
    // A sign before the number is nothing on its own: the piece begins in a word.
    const piece = source.slice(start, end);
    const letter = piece.search(/[\p{L}\p{N}]/u);
    const lead = letter < 0 ? piece.search(/\S/) : letter;
    if (lead > 0) {
      const { length } = spoken.trimStart();
      exactly(start, start + lead, spoken.slice(0, -length));
      start += lead;
      spoken = spoken.slice(-length);
    }
    exactly(start, end, spoken);
  };

  const mark = (match: RegExpExecArray): void => {
    const { index } = match;
    const [found] = match;
    const end = index + found.length;
    switch (KINDS[match.lastIndexOf(found) - 1]) {
      case 'number':
        for (const { source, spoken } of sayNumber(text, index, at, region)) {
          put(source.start, source.end, spoken);
        }
        return;
      case 'letter':
        return abbreviation(index);
      case 'web': {
        const address = found.replace(/[.,:;!؟?)\]}'…]+$/, '');
        return put(index, index + address.length, addressWords(address));
      }
      case 'mail':
        return put(index, end, addressWords(found));
      case 'etc': {
        const ends = found.endsWith('.') && /^\s*$/.test(text.slice(end, end + 9));
        return put(index, end, `إلى آخره${ends ? '.' : ''}`);
      }
      case 'roman':
        return roman(index, found);
      case 'blessing':
        return blessing(index, found);
      case 'glued': {
        // لـ«الأنباء» is للأنباء; a Latin name stands apart.
        const article = text[index - 1] === 'ل' && text.startsWith('ال', end);
        const apart = /^[A-Za-z]/.test(text.slice(end, end + 1));
        return exactly(index, article ? end + 1 : end, apart ? ' ' : '');
      }
      case 'bracket':
        return bracket(index);
      case 'dots': {
        const before = isWordCharacter(text[index - 1]) || text[index - 1] === ' ';
        const more = /^[\s»"”)]*[\p{L}\p{N}]/u.test(text.slice(end, end + 9));
        return put(index, end, !before ? '' : more ? '،' : '.');
      }
      case 'dash':
        return dash(index, end);
      case 'sign':
        return sign(index, found);
      case 'gone':
        return exactly(index, end, '');
      case 'other': {
        const plain = found.normalize('NFKC').replace('⁄', '/');
        return put(
          index,
          end,
          /\d/.test(plain) ? plainWords(plain) : /^[A-Z]+$/i.test(plain) ? plain : '',
        );
      }
      default:
        return put(index, end, '');
    }
  };

  /** Letters with full stops, found at the first of these: د. طارق, أ. د. محمد, ص.ب, أ.ف.ب. */
  const abbreviation = (dot: number): void => {
    let start = dot - 1;
    while (text[start] === 'ـ') start--;
    if (start < at || !/\p{L}/u.test(text[start] ?? '')) return;
    const letters = /^\p{L}ـ*(?:[./]\s?\p{L}ـ*(?=[./]|[^\p{L}\p{M}ـ]|$))*/u.exec(
      text.slice(start, start + 40),
    )![0];
    const key = letters.replace(/[ـ\s]/g, '').replace(/\//g, '.');
    let end = start + letters.length;
    const slash = text[end] === '/' || letters.includes('/');
    const name = /^[./]?\s?([\p{L}\p{M}]{2,})/u.exec(text.slice(end, end + 40));
    const title = TITLES[key];
    const [attached = ''] =
      /(?<![\p{L}\p{M}\p{N}])[وفبل]ـ*$/u.exec(text.slice(Math.max(at, start - 4), start)) ?? [];
    const particle = attached.replace(/ـ/g, '');
    if (title && name && /[./]/.test(text[end] ?? '') && !/^(?:ثم|إلى|على|عن)$/.test(name[1]!)) {
      const before = text.slice(Math.max(0, start - 30), start - attached.length);
      const words = isWoman(name[1]!, before) ? title.replace(/$| /g, 'ة$&') : title;
      end += /^[./]\s?/.exec(text.slice(end, end + 2))![0].length;
      const said = particle === 'ل' ? `لل${words.slice(2)}` : particle + words;
      return put(start - attached.length, end, `${said} `);
    }
    if (slash) return sign(dot, '/');
    const known = PHRASES[key];
    const several = key.includes('.');
    if (!known && !(several && /^[\p{Script=Arabic}.]+$/u.test(key))) {
      if (attached !== particle) exactly(start - attached.length, start, particle);
      if (start < dot - 1) exactly(start + 1, dot, '');
      const rest = text.slice(end + 1, end + 9);
      if (key === 'ص' && /^\s?\d/.test(rest)) put(start, end + 1, 'صفحة');
      // A letter that counts an item, before a number or a sign: its full stop is none.
      else if (/^\s*[^\s\p{L}]/u.test(rest)) exactly(dot, dot + 1, /^\s/.test(rest) ? '' : ' ');
      return;
    }
    // The last full stop ends the sentence as well, if nothing follows.
    if (text[end] === '.' && !/^\.\s*$/.test(text.slice(end, end + 9))) end++;
    put(start - attached.length, end, particle + (known ?? letterNames(key.split('.'))));
  };

  const roman = (index: number, letters: string): void => {
    const before = text.slice(Math.max(0, index - 40), index);
    const n = romanValue(letters);
    const king =
      /(?:الملكة?|البابا|القيصر|الإمبراطورة?|الأميرة?|لويس|هنري|جورج|شارل|تشارلز|فيليب|إليزابيث|كارل|ليوبولد)\s(?:[\p{L}\p{M}]+\s){0,2}$/u.exec(
        before,
      );
    // After an Arabic word, not a Latin one: Louis XIV is left to the voice.
    const arabic = /[\p{Script=Arabic}\p{N}\p{S}#&%][^A-Za-z]*$/u.test(before);
    if (n > 39 || !arabic || (letters.length < 2 && !king)) return;
    const woman = /الملكة|الإمبراطورة|الأميرة|إليزابيث/.test(king?.[0] ?? '');
    put(
      index,
      index + letters.length,
      ordinal(n, woman ? 'f' : 'm', () => 'genitive'),
    );
  };

  const blessing = (index: number, found: string): void => {
    const before = text.slice(Math.max(0, index - 20), index);
    if (
      /(?:النبي|الرسول|محمد|الله|الإمام|السيدة?|علي|الحسين|الحسن|موسى|عيسى|إبراهيم|عمر|عثمان|بكر|عائشة)\s$/.test(
        before,
      )
    ) {
      put(index, index + found.length, BLESSINGS[found]!);
    } else bracket(index);
  };

  /** Brackets are pauses, unless all that they hold is a number or a letter. */
  const bracket = (index: number): void => {
    const opens = /[([{]/.test(text[index]!);
    const inside = opens
      ? /^.\s?(?:[\d.,]{1,12}|\p{L})\s?[)\]}]/u.test(text.slice(index, index + 20))
      : /[([{]\s?(?:[\d.,]{1,12}|\p{L})\s?$|ـ\s?[([][^()[\]]{1,20}$/u.test(
          text.slice(Math.max(0, index - 24), index),
        );
    const left = text.slice(Math.max(0, index - 4), index);
    const right = text.slice(index + 1, index + 5);
    const pauses =
      /[\p{L}\p{N}٪%»"”]\s*$/u.test(left) &&
      !/(?:^|\s)[وفبكل]$/.test(left) &&
      /^\s*[\p{L}\p{N}«"“($]/u.test(right) &&
      !inside;
    if (!pauses) return put(index, index + 1, '');
    // The comma stands before the space: كورونا، كوفيد.
    const spaces = opens ? /\s*$/.exec(left)![0].length : 0;
    const start = Math.max(at, index - spaces);
    const spaced = opens ? 0 : /^\s*/.exec(right)![0].length;
    exactly(start, index + 1 + spaced, '، ');
  };

  /** A dash between words is a pause; before a number it is none (كوفيد – 19), nor at a line's start. */
  const dash = (index: number, end: number): void => {
    const left = /(\S?)(\s*)$/.exec(text.slice(Math.max(0, index - 4), index))!;
    const right = /^(\s*)(\S?)/.exec(text.slice(end, end + 4))!;
    const pauses =
      isWordCharacter(left[1]) && /[\p{L}«"“]/u.test(right[2]!) && !!left[2] && !!right[1];
    const start = Math.max(at, index - left[2]!.length);
    const stop = end + right[1]!.length;
    const open = /[\r\n]/.test(left[2]! + right[1]!) || !left[1] || !right[2];
    if (open) return put(index, end, '');
    exactly(start, stop, pauses ? '، ' : ' ');
  };

  const sign = (index: number, sign: string): void => {
    const end = index + 1;
    const right = text.slice(end, end + 3);
    const left = text.slice(Math.max(0, index - 3), index);
    // The number after it says these.
    if (/[$€£¥₹₽₺]/.test(sign) && /^\s?\d/.test(right)) return;
    if (/[+−]/.test(sign) && /^\d/.test(right) && /(?:^|[\s(،])$/.test(left)) return;
    if (/[%٪‰]/.test(sign) && /^\s?\d/.test(right) && !/\d\s?$/.test(left))
      return put(index, end, '');
    if (sign === '&') {
      const gap = /^\s*/.exec(right)![0].length;
      const arabic = /^\p{Script=Arabic}/u.test(right.slice(gap));
      const space = /\s$/.test(left) || index === 0 ? '' : ' ';
      return exactly(index, end + gap, `${space}و${arabic ? '' : ' '}`);
    }
    if (sign === '<' || sign === '>') {
      return put(index, end, /^\s?\d/.test(right) ? (sign === '<' ? 'أصغر من' : 'أكبر من') : '');
    }
    if (sign === '/' && /(?<![\p{L}\p{M}])و$/u.test(left) && /^أو/.test(right)) {
      const start = index - 1;
      if (start >= at) return put(start, end, '');
    }
    if (sign === '#' && /^\d/.test(right)) return put(index, end, 'رقم ');
    if (
      sign === '#' &&
      (!/^[\p{L}_]/u.test(right) ||
        /(?:وسم|هاشتاغ|هاشتاج|هاشتاق)\s$/.test(text.slice(Math.max(0, index - 9), index)))
    )
      return put(index, end, '');
    const measure = MEASURES.get(sign);
    put(index, end, SIGNS[sign] ?? (measure?.money ? measure.one : ''));
  };

  for (const piece of fixed) {
    run(piece.source.start);
    put(piece.source.start, piece.source.end, piece.spoken);
  }
  run(source.length);
  return pieces;
}

function verbalise(
  source: string,
  region: string,
  fixed: readonly SpokenPiece[] = [],
  rounds = 4,
): Spoken {
  const spoken = spokenFromPieces(source, speak(source, region, fixed));
  if (spoken.text === source || fixed.length || !rounds) return spoken;
  // What a mark kept apart may now stand together (د«.» طارق): until nothing changes any more.
  const again = verbalise(spoken.text, region, [], rounds - 1);
  return again.text === spoken.text ? spoken : composeSpoken(spoken, again);
}

const patterns = new WeakMap<object, RegExp | null>();

/** Where the words of a map stand in a text, as whole words. */
function pronounced(text: string, map: Readonly<Record<string, string>>): SpokenPiece[] {
  let pattern = patterns.get(map);
  if (pattern === undefined) {
    const words = Object.keys(map)
      .filter(Boolean)
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    pattern = words.length
      ? new RegExp(
          `(?<![\\p{L}\\p{M}\\p{N}])([وفبلك]{0,2})(${words.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
          'gu',
        )
      : null;
    patterns.set(map, pattern);
  }
  if (!pattern) return [];
  return Array.from(text.matchAll(pattern), (match) => ({
    source: { start: match.index, end: match.index + match[0].length },
    spoken: match[1]! + map[match[2]!]!,
  }));
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * The words to say for an Arabic text: its numbers, dates, abbreviations and signs as an Arab would
 * read them where they stand. What has none of these is said as it is written.
 *
 * The result holds no digit, and saying it again changes nothing. Every word of it leads back into a
 * word of the source. Pure; linear in the length of the text. Nothing is thrown.
 *
 * @param text a sentence, a paragraph or more; context is never taken across a line.
 */
export function toSpoken(text: string, options: SpokenOptions = {}): Spoken {
  const { lang = 'ar', said = [], pronunciations, diacritics } = options;
  const arabic = /^ar\b/i.test(lang);
  const region = (
    options.region ??
    /[-_]([a-z]{2})\b/i.exec(lang.slice(2))?.[1] ??
    ''
  ).toUpperCase();

  const fixed: SpokenPiece[] = said.map(({ source, spoken }) => ({
    source,
    spoken: arabic ? verbalise(spoken, region).text : spoken,
  }));
  if (pronunciations) {
    const words = pronounced(text, pronunciations);
    let next = 0;
    for (const word of words) {
      while (next < said.length && said[next]!.source.end <= word.source.start) next++;
      if (!said[next] || !overlaps(said[next]!.source, word.source)) fixed.push(word);
    }
    fixed.sort((a, b) => a.source.start - b.source.start);
  }
  const spoken = arabic
    ? verbalise(text, region, fixed)
    : fixed.length
      ? spokenFromPieces(text, fixed)
      : spokenAsWritten(text);
  return diacritics === 'remove' ? withoutDiacritics(spoken) : spoken;
}

function withoutDiacritics(spoken: Spoken): Spoken {
  const marks = Array.from(
    spoken.text.matchAll(/[\u064b-\u0652\u0670\u0653-\u065f]+/g),
    (match) => ({
      source: { start: match.index, end: match.index + match[0].length },
      spoken: '',
    }),
  );
  return composeSpoken(spoken, spokenFromPieces(spoken.text, marks));
}
