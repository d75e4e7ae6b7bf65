import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accusative, listedNoun } from '../../../../src/arabic/spoken/counted.js';
import { FEMININE, MASCULINE, PEOPLE } from '../../../../src/arabic/spoken/nouns.js';
import { MEASURES } from '../../../../src/arabic/spoken/measures.js';
import { wordsOf } from '../../../../src/core/words.js';
import { toSpoken } from '../../../../src/arabic/spoken/to-spoken.js';
import { readGroups } from './fixtures.js';

/** Words of the golden cases, whole and in pieces, with marks and digits of every kind between them. */
const words = readGroups().flatMap(({ cases }) => cases.flatMap(([written]) => written.split(' ')));
const plainWords = [...new Set(words)].filter(
  (word) => /^[ء-غف-ْ]+$/.test(word) && !/^(?:إلخ|الخ)$/.test(word),
);

const number = fc.oneof(
  fc.nat(40).map(String),
  fc.nat(3_000_000).map(String),
  fc.double({ min: 0, max: 9999, noNaN: true }).map((n) => n.toFixed(2)),
  fc.nat(9999).map((n) => n.toLocaleString('ar-EG')),
  fc.stringMatching(/^\d{1,4}[-/.:,]\d{1,4}([-/.:,]\d{1,4})?$/),
);
const mark = fc.constantFrom(
  ...[
    '.',
    '،',
    '؛',
    ':',
    '؟',
    '!',
    '…',
    '...',
    '–',
    '-',
    '(',
    ')',
    '«',
    '»',
    '"',
    '[',
    ']',
    '/',
    '&',
  ],
  ...[
    '%',
    '٪',
    '$',
    '°',
    '#',
    '@',
    '_',
    '*',
    '<',
    '>',
    '+',
    '=',
    '~',
    'ـ',
    '\u200f',
    '🎉',
    '½',
    '²',
    '①',
  ],
);
const token = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: number },
  { weight: 2, arbitrary: mark },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'و',
      'ال',
      'لـ',
      'ب',
      'م',
      'ص',
      'هـ',
      'د.',
      'كم',
      'XIV',
      'WHO',
      '\n',
    ),
  },
);
const sentence = fc
  .array(fc.tuple(token, fc.constantFrom(' ', ' ', ' ', '', '\xa0')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

describe('toSpoken, of any sentence', () => {
  it('never throws; holds no digit; is its own fixed point; leads back into words', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const spoken = toSpoken(text);
        assert.doesNotMatch(spoken.text, /\p{Nd}/u);
        assert.equal(toSpoken(spoken.text).text, spoken.text);

        const written = wordsOf(text);
        let before = 0;
        let next = 0;
        for (const { start } of wordsOf(spoken.text)) {
          const source = spoken.toSource(start);
          assert.ok(source >= before && source <= text.length);
          before = source;
          while (next < written.length && written[next]!.end <= source) next++;
          const inside = next < written.length && written[next]!.start <= source;
          // Words said for a sign alone lead to the sign.
          assert.ok(
            inside || /[^\p{L}\p{M}\p{N}\s]/u.test(text[source] ?? ''),
            `${start} of ${spoken.text}`,
          );
        }
        assert.equal(spoken.toSource(spoken.text.length), text.length);
        assert.equal(spoken.toSpoken(text.length), spoken.text.length);
      }),
      { numRuns: 100_000 },
    );
  });

  it('says every word that is written, or a listed form of the noun that it is', () => {
    // Scales are part of the number (1.5 مليون), and of two spellings one is said.
    const isKept = (word: string) =>
      /^[ء-غف-ي]{3,}$/.test(word) &&
      !MEASURES.has(word) &&
      !/^(?:إلخ|الخ|[اأ]لف|ملي|بلي|تريل)/.test(word);
    const lexicon = [PEOPLE, MASCULINE, FEMININE].flatMap((list) =>
      list
        .trim()
        .split('\n')
        .flatMap((line) => {
          const [one = '', ...plurals] = line.split(' ');
          return [one, ...plurals.map((it) => it.replace('+', one.replace(/ة$/, '')))];
        }),
    );
    const formsOf = (word: string): string[] =>
      [listedNoun(word), listedNoun(word, true)].flatMap((noun) => {
        if (!noun) return [];
        const { one, many } = noun;
        const dual = one.replace(/ة$/, 'ت').replace(/ى$/, 'ي');
        return [one, accusative(one), many, `${dual}ان`, `${dual}ين`, `${dual}ا`, `${dual}ي`];
      });
    const check = (text: string) => {
      const said: string[] = toSpoken(text).text.match(/[ء-غف-ي]+/g) ?? [];
      for (const word of text.match(/[ء-غف-ي]+/g) ?? ([] as string[])) {
        if (!isKept(word) || said.includes(word)) continue;
        assert.ok(
          formsOf(word).some((form) => said.includes(form)),
          `${word} of ${text} is not in ${said.join(' ')}`,
        );
      }
    };
    const word = fc.constantFrom(...words.filter(isKept), ...lexicon.filter(isKept));
    const text = fc
      .array(fc.oneof({ weight: 2, arbitrary: word }, fc.nat(130).map(String)), { maxLength: 10 })
      .map((parts) => parts.join(' '));
    fc.assert(fc.property(text, check), { numRuns: 30_000 });
    for (const noun of lexicon.filter(isKept))
      for (const n of [1, 2, 3, 10, 11, 25, 100, 102, 103]) check(`قتل ${n} ${noun} هنا`);
    // After 3 to 10 a plural is what is wanted, also where it looks like another noun's singular.
    for (const noun of lexicon.filter(isKept))
      if (listedNoun(noun, true)!.form === 'many')
        assert.ok(toSpoken(`قتل 7 ${noun} هنا`).text.endsWith(` ${noun} هنا`), noun);
  });

  it('changes nothing in a sentence without digit, sign or abbreviation', () => {
    const plain = fc
      .array(
        fc.tuple(fc.constantFrom(...plainWords), fc.constantFrom(' ', ' ', '، ', '؛ ', ': ', '؟ ')),
        {
          maxLength: 14,
        },
      )
      .map((parts) => `${parts.flat().join('').trim()}.`);
    fc.assert(
      fc.property(plain, (text) => assert.equal(toSpoken(text).text, text)),
      { numRuns: 100_000 },
    );
  });
});
