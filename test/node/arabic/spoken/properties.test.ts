import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
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
