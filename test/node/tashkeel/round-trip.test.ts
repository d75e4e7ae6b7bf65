import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTashkeel, type Spoken } from '../../../src/diacritizer/index.js';
import { tinyWeights } from '../../fixtures/tashkeel/tiny-weights.js';

const LEXICON = 'كِتَاب\nالكُوَيْت\nعامّ\nاسْتِقْلَال';
const tashkeel = createTashkeel(tinyWeights(), LEXICON);

/** Any script, emoji, controls and lone surrogates, and Arabic in every state of vocalisation. */
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ') },
      { weight: 4, arbitrary: fc.constantFrom(...'ًٌٍَُِّْٰٕٓۖ') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(' ', '\n', '.', '،', '؟', '»', '٣', '7', '\u200d', '\u200f'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('الكويت', 'للكتاب', 'كتابا', 'عامّ', 'ﷺ', '👩‍👧', '\r\n'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** What is left when everything that was added is taken away: what maps to no new place was added. */
function stripped({ text, toSource }: Spoken): string {
  let rest = '';
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    const source = toSource(i);
    if (source > last) rest += text[i]!;
    last = Math.max(last, source);
  }
  return rest;
}

test('without what was added the text is the source, unit by unit', () => {
  fc.assert(
    fc.property(
      text,
      fc.boolean(),
      fc.constantFrom(0, 0.3, 1),
      (source, pausal, minimumConfidence) => {
        const spoken = tashkeel.diacritize(source, { pausal, minimumConfidence });
        if (stripped(spoken) !== source) return false;
        // The maps rise, start and end together, and lead back to where one came from.
        let last = 0;
        for (let i = 0; i <= spoken.text.length; i++) {
          const at = spoken.toSource(i);
          if (at < last) return false;
          last = at;
        }
        for (let at = 0; at <= source.length; at++) {
          const there = spoken.toSpoken(at);
          if (spoken.toSource(there) !== at || spoken.text[there] !== source[at]) return false;
        }
        return last === source.length;
      },
    ),
    { numRuns: 30_000, seed: 1 },
  );
});

test('a text that is fully vocalised stays as it is', () => {
  for (const vocalised of ['كِتَابٌ جَدِيدٌ.', 'مُدَرِّسَةٌ', 'مُمَثَِّلٌ'])
    for (const mark of vocalised.match(/\p{M}/gu)!)
      assert.ok(tashkeel.diacritize(vocalised).text.includes(mark));
  fc.assert(
    fc.property(text, (source) => {
      const every = source.replace(/(\p{L}[\u0653-\u0655\u06d6]*)(?!\p{M})/gu, '$1ُ');
      return tashkeel.diacritize(every).text === every;
    }),
    { numRuns: 2_000, seed: 2 },
  );
});

test('the same text always gets the same marks', () => {
  const other = createTashkeel(tinyWeights(), LEXICON);
  fc.assert(
    fc.property(
      text,
      (source) => other.diacritize(source).text === tashkeel.diacritize(source).text,
    ),
    { numRuns: 2_000, seed: 3 },
  );
});
