import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sentences } from '../../../../src/arabic/sentences.js';
import { toSpoken } from '../../../../src/arabic/spoken/to-spoken.js';
import { SPOKEN_FILES } from '../../../spoken-groups.js';
import { folder, readGroups } from './fixtures.js';

const groups = readGroups();
const say = (text: string, options?: Parameters<typeof toSpoken>[1]) =>
  toSpoken(text, options).text;

describe('toSpoken', () => {
  for (const { name, cases } of groups) {
    it(name, () => {
      for (const [written, spoken] of cases) assert.equal(say(written), spoken, written);
    });
  }

  it('has at least four hundred golden cases, in files that are all read', () => {
    assert.deepEqual(readdirSync(folder).sort(), SPOKEN_FILES);
    const count = groups.reduce((sum, { cases }) => sum + cases.length, 0);
    assert.ok(count >= 400, `${count}`);
  });

  it('says every number of the founding article, and leaves its other sentences alone', () => {
    const article = readFileSync(new URL('../../../../demo/article.txt', import.meta.url), 'utf8');
    for (const { start, end } of sentences(article)) {
      const sentence = article.slice(start, end);
      if (/[\d()–]/.test(sentence)) assert.doesNotMatch(say(sentence), /[\d()–]/);
      else assert.equal(say(sentence), sentence);
    }
  });

  it('names months as the region does', () => {
    const text = 'في 30/7/2020';
    const july = (options: Parameters<typeof toSpoken>[1]) => say(text, options).split(' ')[3];
    assert.equal(july({ lang: 'ar' }), 'يوليو');
    assert.equal(july({ lang: 'ar-KW' }), 'يوليو');
    assert.equal(july({ lang: 'ar-SY' }), 'تموز');
    assert.equal(july({ lang: 'ar-Arab-IQ' }), 'تموز');
    assert.equal(july({ lang: 'ar', region: 'LB' }), 'تموز');
    assert.equal(july({ lang: 'ar-MA' }), 'يوليوز');
    assert.equal(july({ lang: 'ar-DZ' }), 'جويلية');
    for (const region of ['KW', 'EG', 'SY', 'IQ', 'LB', 'MA', 'DZ', 'TN']) {
      const months = new Intl.DateTimeFormat(`ar-${region}-u-nu-latn`, {
        month: 'long',
        timeZone: 'UTC',
      });
      for (let month = 1; month <= 12; month++) {
        const name = months.format(Date.UTC(2020, month - 1, 15));
        assert.match(say(`2020-${month}-15`, { region }), new RegExp(`من ${name} عام`), region);
      }
    }
  });

  it('says another language as it is written', () => {
    const text = 'He paid $3.50 & left (at 10:30).';
    assert.equal(say(text, { lang: 'en' }), text);
    assert.equal(say(text, { lang: 'arn' }), text);
  });

  it('leads every spoken word back to the word it is said for', () => {
    const text = 'امتدت لأكثر من 25 عاما، ودفع $7.50 يوم 30 يوليو 2020.';
    const spoken = toSpoken(text);
    const source = (words: string) => spoken.toSource(spoken.text.indexOf(words));
    for (const words of ['خمسة', 'وعشرين']) assert.equal(source(words), text.indexOf('25'));
    assert.equal(source('عاما'), text.indexOf('عاما'));
    assert.equal(source('دولارات'), text.indexOf('7.50'));
    assert.equal(source('الثلاثين'), text.indexOf('30'));
    assert.equal(source('يوليو'), text.indexOf('يوليو'));
    assert.equal(source('وعشرين.'), text.indexOf('2020'));
    assert.equal(spoken.toSpoken(text.indexOf('25')), spoken.text.indexOf('خمسة'));
    assert.equal(spoken.toSpoken(text.indexOf('عاما')), spoken.text.indexOf('عاما'));
    assert.equal(spoken.toSource(spoken.text.length), text.length);
    assert.equal(spoken.toSpoken(text.length), spoken.text.length);
  });

  it('obeys what the page says is said', () => {
    const text = 'أعلنت WHO في 30/7 أن 3 دول وافقت.';
    const at = (written: string, spoken: string) => ({
      source: { start: text.indexOf(written), end: text.indexOf(written) + written.length },
      spoken,
    });
    const spoken = toSpoken(text, {
      said: [at('WHO', 'منظمة الصحة العالمية'), at('30/7', '2020-07-30')],
    });
    assert.equal(
      spoken.text,
      'أعلنت منظمة الصحة العالمية في الثلاثين من يوليو عام ألفين وعشرين أن ثلاث دول وافقت.',
    );
    assert.equal(spoken.toSource(spoken.text.indexOf('العالمية')), text.indexOf('WHO'));
    assert.equal(
      say(text, { lang: 'en', said: [at('WHO', 'World Health Organization')] }),
      text.replace('WHO', 'World Health Organization'),
    );
  });

  it('pronounces names as the page taught it, with what is attached to them', () => {
    const pronunciations = { كونا: 'كُونَا', 'ش.م': 'شين ميم', WHO: 'دبليو إتش أو' };
    const text = 'قالت كونا ولكونا: 3 شركات ش.م في WHO، والكونا لا.';
    const spoken = toSpoken(text, { pronunciations });
    assert.equal(spoken.text, 'قالت كُونَا ولكُونَا: ثلاث شركات شين ميم في دبليو إتش أو، والكونا لا.');
    assert.equal(say('3 دول', { pronunciations: {} }), 'ثلاث دول');
    assert.equal(
      say('مع Coca-Cola', { pronunciations: { 'Coca-Cola': 'كوكا كولا' } }),
      'مع كوكا كولا',
    );
    assert.equal(say('WHO', { lang: 'en', pronunciations }), 'دبليو إتش أو');
  });

  it('leaves diacritics out where it is asked to', () => {
    const text = 'قَالَ إِنَّ 3 دُوَلٍ وَقَّعَتْ.';
    assert.equal(say(text), 'قَالَ إِنَّ ثلاث دُوَلٍ وَقَّعَتْ.');
    const bare = toSpoken(text, { diacritics: 'remove' });
    assert.equal(bare.text, 'قال إن ثلاث دول وقعت.');
    assert.equal(bare.toSource(bare.text.indexOf('دول')), text.indexOf('دُوَلٍ'));
  });

  it('reads a point as thousands or decimals as the region and the currency do', () => {
    assert.equal(say('1.234', { region: 'MA' }), 'ألف ومئتان وأربعة وثلاثون');
    assert.equal(say('3.141'), 'ثلاثة فاصلة واحد أربعة واحد');
    assert.equal(say('11.000'), 'أحد عشر ألفا');
    assert.equal(say('1.234,5'), 'ألف ومئتان وأربعة وثلاثون ونصف');
  });
});
