import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { panelTermsFor } from '../../../src/ui/i18n/panel-terms.js';
import { formatFor } from '../../../src/ui/i18n/format.js';
import { termsFor } from '../../../src/ui/i18n/load-terms.js';

const LANGUAGES = ['ar', 'en', 'fa', 'fr', 'he', 'ur'];

/** Every string of a language with its name, `failures.silent`; functions are called, or left out. */
function strings(value: unknown, path = '', calls = true): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return calls ? [[path, String(value('‹1›', '‹2›'))]] : [];
  return Object.entries(value as object).flatMap(([name, each]) =>
    strings(each, path ? `${path}.${name}` : name, calls),
  );
}

const wordsIn = (text: string) => text.split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it)).length;

describe('the interface in each language', async () => {
  const english = strings(panelTermsFor(await termsFor('en')));
  for (const lang of LANGUAGES) {
    const terms = panelTermsFor(await termsFor(lang));
    const all = strings(terms);

    it(`${lang}: has every term, none empty, none left in English`, () => {
      assert.equal(terms.lang, lang);
      assert.deepEqual(all.map(([path]) => path).sort(), english.map(([path]) => path).sort());
      for (const [path, text] of all) {
        assert.equal(text, text.trim(), path);
        assert.notEqual(text, '', path);
        // Signs, and names that are written so everywhere.
        const isName = /^(lang|dir|digitNames\.latn|typefaces\.(readex|vazirmatn))$/.test(path);
        if (!['en', 'fr'].includes(lang) && !isName) assert.match(text, /[\u0590-\u06ff]/, path);
      }
    });

    it(`${lang}: is a sentence with a full stop where English is one`, () => {
      const mine = new Map(all);
      for (const [path, text] of english)
        assert.equal(/[.۔]$/.test(mine.get(path)!), text.endsWith('.'), path);
    });

    it(`${lang}: labels of three words, sentences of fourteen`, () => {
      // In French and Urdu articles and postpositions are words of their own.
      const most = ['fr', 'ur'].includes(lang) ? 5 : 3;
      for (const [path, text] of strings(terms, '', false)) {
        // Examples, and what is counted.
        if (/^(sample|underAMinute)$/.test(path)) continue;
        if (/[.؟۔?!]$/.test(text))
          for (const sentence of text.split(/(?<=[.؟۔?!])\s+/))
            assert.ok(wordsIn(sentence) <= 14, `${path}: ${sentence}`);
        else assert.ok(wordsIn(text) <= most, `${path}: ${text}`);
      }
    });

    it(`${lang}: one name for one thing`, () => {
      const labels = new Map<string, string>();
      for (const [path, text] of strings(terms, '', false)) {
        // "As the page" and "as written" are the same answer to several questions.
        const name = path.replace(/^.*\.page$|^digitsAsWritten$/, 'asPage');
        const other = labels.get(text);
        const isOne = other === name || [other, name].sort().join() === 'listen,listening';
        assert.ok(!other || isOne, `${other} and ${path}: ${text}`);
        labels.set(text, name);
      }
      // What a message calls a button by is what the button is called.
      for (const [path, text] of strings(terms, '', false))
        if (!path.startsWith('installSteps'))
          for (const [, quoted] of text.matchAll(/[«“״]\s?([^»”״]+?)\s?[»”״]/g))
            assert.ok(labels.has(quoted!), `${path} names ${quoted}`);
    });

    it(`${lang}: says what is put into it`, () => {
      // In Urdu the whole goes before the part.
      assert.match(terms.place('‹1›', '‹2›'), /‹1›.*‹2›|‹2›.*‹1›/);
      assert.match(terms.keyTaken('‹1›'), /‹1›/);
      assert.match(terms.minutesLeft('‹1›', 'other'), /‹1›/);
    });
  }

  it('takes a tag that is written as a POSIX locale', async () => {
    const terms = await termsFor('ar_EG');
    assert.equal(terms.lang, 'ar-EG');
    assert.equal(formatFor(terms).number(12), '١٢');
    assert.equal(formatFor(await termsFor('en_US')).number(12), '12');
    // And one that is none at all.
    assert.equal(formatFor(await termsFor('ar-!')).number(12), '١٢');
  });

  it('counts as the language counts', async () => {
    const left = async (lang: string) => {
      const format = formatFor(await termsFor(lang));
      return [0.4, 1, 2, 3, 11].map((minutes) => format.minutesLeft(minutes));
    };
    assert.deepEqual(await left('ar'), [
      'بقي أقل من دقيقة',
      'بقيت دقيقة',
      'بقيت دقيقتان',
      'بقيت ٣ دقائق',
      'بقيت ١١ دقيقة',
    ]);
    assert.deepEqual(await left('he'), [
      'נותרה פחות מדקה',
      'נותרה דקה',
      'נותרו שתי דקות',
      'נותרו 3 דקות',
      'נותרו 11 דקות',
    ]);
    assert.deepEqual((await left('fr')).slice(1, 3), ['1 minute restante', '2 minutes restantes']);
    assert.deepEqual((await left('en')).slice(1, 3), ['1 minute left', '2 minutes left']);
  });

  it("writes numbers and percent in the reader's digits", async () => {
    const said = async (lang: string) => {
      const format = formatFor(await termsFor(lang));
      // Direction marks and the kind of space are CLDR's, and change with its version.
      const plain = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '').replace(/\s/g, ' ');
      return [format.number(1.25), format.percent(150)].map(plain);
    };
    assert.deepEqual(await said('ar'), ['١٫٢٥', '١٥٠٪']);
    assert.deepEqual(await said('ar-MA'), ['1,25', '150%']);
    assert.deepEqual(await said('en'), ['1.25', '150%']);
    assert.deepEqual(await said('fa'), ['۱٫۲۵', '۱۵۰٪']);
    assert.deepEqual(await said('fr'), ['1,25', '150 %']);
    assert.deepEqual(await said('he'), ['1.25', '150%']);
    assert.deepEqual(await said('ur'), ['1.25', '150%']);
    assert.deepEqual(await said('ur-IN'), ['۱٫۲۵', '۱۵۰%']);
  });

  it('writes small Arabic numbers as Intl does', async () => {
    const { number } = formatFor(await termsFor('ar'));
    const { format } = new Intl.NumberFormat('ar-u-nu-arab', { maximumFractionDigits: 2 });
    for (const value of [
      0, 1, 7, 10, 99, 100, 999, 1000, 1234, 98_765, 999_999, 1e6, 1234.5, 0.5, 0.75, 2.25,
      12_345_678,
    ])
      assert.equal(number(value), format(value));
  });

  it('is Arabic where nothing is asked for, English for what it does not know', async () => {
    assert.equal((await termsFor('')).lang, 'ar');
    assert.equal((await termsFor('ar-KW')).lang, 'ar-KW');
    assert.equal((await termsFor('he-IL')).dir, 'rtl');
    assert.equal((await termsFor('de')).lang, 'en');
  });
});
