import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lettersOf, syllablesOf } from '../../../src/arabic/syllables.js';
import type { Span } from '../../../src/core/article.js';

const cut = (text: string, words: Span[][]) =>
  words.map((parts) => parts.map(({ start, end }) => text.slice(start, end)).join('/')).join(' ');

describe('syllables', () => {
  // Cut by hand, as a first-grade book cuts them.
  for (const [rule, expected] of [
    ['open and closed', 'كَ/تَ/بَ يَكْ/تُ/بُ مَكْ/تَ/بَ/ةٌ'],
    ['long vowels', 'كِ/تَا/بٌ كَ/بِي/رٌ سُو/رٌ هُ/دًى'],
    ['a doubled letter goes with its vowel', 'مُ/عَ/لِّ/مٌ مُ/دَ/رِّ/سَ/ةٌ'],
    ['the article, before moon and sun', 'الْ/قَ/مَ/رُ ال/شَّمْ/سُ وَالْ/بَيْ/تِ'],
    ['w and y with a vowel are consonants', 'طَ/وِي/لٌ بَ/يَا/نٌ يَوْ/مٌ'],
    ['hamza and madda', 'آ/مَ/نَ قُرْ/آ/نٌ سُ/ؤَا/لٌ'],
    ['the alif of a plural is silent', 'كَ/تَ/بُوا ذَ/هَ/بُوا'],
    ['before a pause', 'كِ/تَابْ دَرْسْ مَدْ/رَ/سَة'],
    ['tanwin and its alif', 'كِ/تَا/بًا شُكْ/رًا'],
    ['the small alif', 'هٰ/ذَا رَحْ/مٰ/نُ'],
    ['tatweel belongs to its letter', 'سَـ/لَا/مٌ'],
  ] as const)
    it(rule, () => {
      const text = expected.replaceAll('/', '');
      assert.equal(cut(text, syllablesOf(text)), expected);
    });

  it('guesses nothing where vowels are not written', () => {
    assert.equal(cut('كتب علم', syllablesOf('كتب علم')), 'كتب علم');
    // But a letter before an alif has one.
    assert.equal(cut('كتاب', syllablesOf('كتاب')), 'ك/تاب');
  });

  it('leaves what is no Arabic word', () => {
    const text = 'قَالَ John 12: نَعَمْ.';
    assert.equal(cut(text, syllablesOf(text)), 'قَا/لَ نَ/عَمْ');
  });

  it('letters keep their marks', () => {
    const text = 'مُعَلِّمٌ، بَيْتٌ';
    assert.equal(cut(text, lettersOf(text)), 'مُ/عَ/لِّ/مٌ بَ/يْ/تٌ');
  });
});
