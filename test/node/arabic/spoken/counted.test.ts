import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  accusative,
  counted,
  guessGender,
  knownNoun,
} from '../../../../src/arabic/spoken/counted.js';
import { FEMININE, MASCULINE, PEOPLE } from '../../../../src/arabic/spoken/nouns.js';

const lines = [PEOPLE, MASCULINE, FEMININE].flatMap((list) => list.trim().split('\n'));
const nominative = () => false as const;

describe('the lexicon of nouns', () => {
  it('has at least four hundred, each once in its list, each with its plural', () => {
    assert.ok(lines.length >= 400, `${lines.length}`);
    // رجل is a man, and a leg.
    for (const list of [PEOPLE, FEMININE, MASCULINE]) {
      const singulars = list
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]);
      assert.deepEqual(
        singulars.filter((one, index) => singulars.indexOf(one) !== index),
        [],
      );
    }
    for (const line of lines) assert.match(line, /^[ء-ي]+( \+(?:ات|ين)| [ء-ي]+)+$/, line);
  });

  it('finds a noun by each of its forms', () => {
    for (const line of lines) {
      const [one = '', ...plurals] = line.split(' ');
      assert.equal(knownNoun(one)?.form, 'one', one);
      assert.ok(knownNoun(accusative(one)), one);
      for (const plural of plurals) {
        assert.ok(knownNoun(plural.replace('+', one.replace(/ة$/, ''))), plural);
      }
    }
    assert.equal(knownNoun('مهندسون')?.one, 'مهندس');
    assert.equal(knownNoun('عاما')?.form, 'accusative');
    assert.equal(knownNoun('كتاب')?.many, 'كتب');
    assert.equal(knownNoun('قال'), undefined);
  });

  it('needs no entry for the gender of what its form tells', () => {
    for (const [word, gender] of [
      ['شجيرة', 'f'],
      ['شجيرات', 'f'],
      ['انقلابات', 'm'],
      ['استفتاءات', 'm'],
      ['تحذيرات', 'm'],
      ['أنظمة', 'm'],
      ['غزالا', 'm'],
      ['ندماء', 'm'],
    ] as const) {
      assert.equal(guessGender(word, true), gender, word);
    }
  });
});

describe('counted', () => {
  const say = (n: number, word: string) =>
    counted(n, knownNoun(word)!, nominative).filter(Boolean).join(' ');
  it('gives the noun the form that the number asks for', () => {
    assert.deepEqual(
      [1, 2, 3, 8, 10, 11, 12, 25, 100, 101, 102, 103, 111, 1000].map((n) => say(n, 'كتاب')),
      [
        ...['كتاب واحد', 'كتابان', 'ثلاثة كتب', 'ثمانية كتب', 'عشرة كتب', 'أحد عشر كتابا'],
        ...['اثنا عشر كتابا', 'خمسة وعشرون كتابا', 'مئة كتاب', 'مئة كتاب وكتاب'],
        ...['مئة كتاب وكتابان', 'مئة وثلاثة كتب', 'مئة وأحد عشر كتابا', 'ألف كتاب'],
      ],
    );
    assert.deepEqual(
      [1, 2, 3, 8, 10, 11, 12, 18, 21, 28].map((n) => say(n, 'دولة')),
      [
        ...['دولة واحدة', 'دولتان', 'ثلاث دول', 'ثماني دول', 'عشر دول', 'إحدى عشرة دولة'],
        ...['اثنتا عشرة دولة', 'ثماني عشرة دولة', 'إحدى وعشرون دولة', 'ثمان وعشرون دولة'],
      ],
    );
  });
});
