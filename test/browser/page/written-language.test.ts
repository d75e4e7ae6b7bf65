import { expect } from '@open-wc/testing';
import { writtenLanguage } from '../../../src/page/read/written-language.js';
import { read } from './page.js';

const ARABIC = 'افتتحت البلدية أمس مكتبة جديدة في وسط المدينة.';
const PERSIAN = 'کتابخانه‌ای تازه در مرکز شهر گشایش یافت.';
const URDU = 'شہر کے وسط میں ایک نئی لائبریری کھل گئی ہے۔';

const langs = (html: string) => read(html).article.blocks.map(({ lang }) => lang);

describe('the language of a text', () => {
  for (const [text, declared, expected] of [
    [ARABIC, 'en-US', 'ar'],
    [ARABIC, 'he', 'ar'],
    [ARABIC, 'fa', 'ar'],
    [ARABIC, 'ur-PK', 'ar'],
    [ARABIC, 'ar-EG', 'ar-EG'],
    [PERSIAN, 'fa', 'fa'],
    [PERSIAN, 'en', 'fa'],
    [URDU, 'ur', 'ur'],
    [URDU, 'en', 'ur'],
    // Written with an Arabic keyboard.
    ['كتاب خوب را مي خوانم', 'fa', 'fa'],
    // Nothing tells.
    ['سلام', 'fa', 'fa'],
    ['سلام', 'en', 'ar'],
    // Other languages of the script.
    ['کوردستان و ئازادی', 'ckb', 'ckb'],
    ['د افغانستان خلک', 'ps-AF', 'ps-AF'],
    // What is another language, with some Arabic in it.
    ['The word كتاب means a book.', 'en', 'en'],
    ['قال: Hello.', 'en', 'en'],
    ['250', 'en', 'en'],
  ] as const) {
    it(`${expected}, declared ${declared}: ${text}`, () => {
      expect(writtenLanguage(text, declared)).to.equal(expected);
    });
  }

  it('makes an Arabic article Arabic in all, whatever the page declares', () => {
    const page = read(
      `<div lang="en-US"><h1>${ARABIC}</h1><p>${ARABIC}</p><table><tr><td>250</td><td>iPhone 15</td></tr></table><p>An English paragraph of its own.</p></div>`,
    );
    expect(page.article.lang).to.equal('ar');
    expect(page.article.blocks.map(({ lang }) => lang)).to.deep.equal([
      ...['ar', 'ar', 'ar', 'ar'],
      'en-US',
    ]);
  });

  it('leaves an English article English, and its Arabic quotation Arabic', () => {
    expect(
      langs(
        `<div lang="en"><p>Some English words stand here for all to read, and more.</p><blockquote>${ARABIC}</blockquote><p>250</p><p>And then it goes on in English as it was before.</p></div>`,
      ),
    ).to.deep.equal(['en', 'ar', 'en', 'en']);
  });
});
