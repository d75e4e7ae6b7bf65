import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { loadTashkeel, type Tashkeel } from '../../../src/diacritizer/index.js';
import { lettersOf } from '../../../src/arabic/tashkeel/lexicon.js';
import { MARKS } from '../../../src/arabic/tashkeel/letters.js';
import { likeliest } from '../../../src/arabic/tashkeel/readings.js';
import { wordCheck } from '../../../src/arabic/tashkeel/word-check.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const bare = (text: string) => text.replace(/[\u064b-\u0652]/g, '');
const wordsOf = (text: string) => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Where a word breaks a rule; -1 if nowhere. */
function fault(written: string): number {
  const { word, marks } = lettersOf(written);
  const fits = wordCheck(word);
  return word.length < 2 ? -1 : marks.findIndex((_, at) => !fits(marks, at));
}

const POSSIBLE =
  'قُتِلَ كِتَابًا مُدَرِّسَةٌ الشَّمْسُ الْقَمَرُ وَالْكِتَابِ بِالْقَلَمِ لِلرَّجُلِ الِاسْتِقْلَالُ اسْتِقْلَالٍ بِاسْمِ وَاسْتَقْبَلَ اتَّصَلَ الَّذِي قُرْآنٌ ' +
  'مُؤَسَّسَةٌ مَسْؤُولٌ رُؤُوسٍ سُئِلَ بِيئَةٍ شَيْئًا هَيْئَةُ مِائَةِ مَاءً جُزْءًا عَلَيْهِ لَدَيْ كَتَبُوا دَعَوْا يَرَوْا قَاضِيًا الْقَاضِي حَيَاةٌ هُدًى حَاجَّةٌ عَمْرو ' +
  'تُوُفِّيَ اكْتُبْ اكْتُبُوا ابْنُهُ احْتَلَّ احْمَرَّ افْتُتِحَ اسْتُقْبِلَ أُعْلِنَ سُجِّلَتْ كُتِبَتْ كَتَبْتُ الْتَقَى ائْتِلَافٌ تَايْوَانَ رَأْيٌ عَدُوٌّ أُمَمٌ مُهِمٌّ يُحِبُّ';
const IMPOSSIBLE =
  'قْتِلَ كَتْبْتُ كِتَبً كَتٌبَ الشَمْسُ الْشَمْسُ الكِتَابُ الْكِتَابٌ كُتُِابٌ كِتِاب مُدْرّْسَة مُصْمِّمٌ مَدْرَسْةٌ مَدْرَسِةٌ إَلَى أِلَى مُوْظَفٌ دِيْنٌ كَبِيرَينَ يَومٌ الْقَاضِيُ ' +
  'أُعْلَنَ سُجَّلَ سُجَّلَتْ قُتِلُ اسْتُقْبَلَ افْتُتَحَ اكْتُبَ اكْتَبَّ كَتَبَتُ أَهْدِيَتْكَ مُؤِسَّسَة شَئْءٌ';

for (const word of POSSIBLE.split(' '))
  test(`${word} is possible`, () => assert.equal(fault(word), -1));
for (const word of IMPOSSIBLE.split(' '))
  test(`${word} is not`, () => assert.notEqual(fault(word), -1));

let tashkeel: Tashkeel;
before(async () => {
  tashkeel = await loadTashkeel();
});
const say = (text: string) => tashkeel.diacritize(text).text.normalize();

test('every word of the news is possible', () => {
  const text = `${read('demo/article.txt')}\n${read('test/fixtures/tashkeel/sentences.txt')}`;
  const words = wordsOf(tashkeel.diacritize(bare(text), { spelling: 'meant' }).text);
  assert.ok(words.length > 700);
  assert.deepEqual(
    words.filter((word) => fault(word) >= 0),
    [],
  );
});

test('whatever the nets think, no impossible word is made of letters that are a word’s', () => {
  const words = [...new Set(wordsOf(bare(read('demo/article.txt'))))].filter(
    (word) => word.length > 1,
  );
  const every = MARKS.map((_, mark) => mark);
  fc.assert(
    fc.property(
      fc.constantFrom(...words),
      fc.infiniteStream(fc.integer({ min: 0, max: 30 })),
      (word, noise) => {
        const chances = Float32Array.from(
          [...word].flatMap(() => every),
          () => Math.exp(-noise.next().value),
        );
        const { word: letters } = lettersOf(word);
        const marks = likeliest(letters, [[...letters].map(() => every)], chances);
        const fits = wordCheck(letters);
        return marks.every((_, at) => fits(marks, at));
      },
    ),
    { numRuns: 3000, seed: 4 },
  );
});

test('a damma or a shadda that the author wrote decides the whole word', () => {
  const meant = {
    'قُتل الجنود': /^قُتِلَ /,
    'فُتح الباب': /^فُتِحَ /,
    'وسُجن الرجل': /^وَسُجِنَ /,
    'أُعلن عن النتائج': /^أُعْلِنَ /,
    'استُقبل الوزير': /^اسْتُقْبِلَ /,
    'افتُتح المعرض': /^افْتُتِحَ /,
    'سُجّل الهدف': /^سُجِّلَ /,
    'عُثر على الطفل': /^عُثِرَ /,
    'وُلد في القاهرة': /^وُلِدَ /,
  };
  for (const [text, expected] of Object.entries(meant))
    assert.match(say(text), new RegExp(expected.source.normalize()));
});

test('a word with several readings has one of them', () => {
  for (const text of ['ضرب الرجل', 'عن ضرب الرجل', 'إنه ضرب', 'كان ضرب'])
    assert.match(say(text).replace(/.*(?=ض)/u, ''), /^(?:ضَرَبَ|ضُرِبَ|ضَرْب)/u);
});

test('an ending that is not sure is left off, and nothing inside the word', () => {
  const source = bare(read('test/fixtures/tashkeel/sentences.txt'));
  const full = tashkeel.diacritize(source).text;
  const sure = tashkeel.diacritize(source, { minimumConfidence: 0.8 }).text;
  assert.notEqual(sure, full);
  wordsOf(sure).forEach((word, n) => {
    const { marks } = lettersOf(word);
    const before = lettersOf(wordsOf(full)[n]!).marks;
    assert.deepEqual(marks.slice(0, -1), before.slice(0, -1), word);
  });
});

test('pausal throughout: no word keeps the vowel of its case, -an is heard', () => {
  const { text } = tashkeel.diacritize('أعلنت وزارة الصحة اليوم نجاحا كبيرا.', {
    pausal: 'throughout',
  });
  assert.equal(text.normalize(), 'أَعْلَنَتْ وِزَارَة الصِّحَّة الْيَوْم نَجَاحًا كَبِيرَا.'.normalize());
});
