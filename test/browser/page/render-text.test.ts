import { expect } from '@open-wc/testing';
import { renderText } from '../../../src/page/render/render-text.js';
import { foundingArticle, put, segmentation } from './page.js';

function rendered(text: string) {
  const stage = put('');
  stage.append(renderText(text, segmentation));
  return [...stage.children].map((it) => it.innerHTML);
}

const islands = (text: string) => {
  rendered(text);
  return Array.from(document.querySelectorAll('#stage bdi'), (it) => it.textContent);
};

describe('renderText', () => {
  it('makes the founding article, one line, into its paragraphs, and loses no character', async () => {
    const text = (await foundingArticle()).trim();
    const paragraphs = rendered(text);
    expect(paragraphs.length).to.be.above(3);
    const shown = Array.from(document.querySelectorAll('#stage p'), (it) => it.textContent);
    expect(shown.join(' ')).to.equal(text);
    const p = document.querySelector('#stage p')!;
    expect(p.getAttribute('dir')).to.equal('auto');
    expect(p.matches(':dir(rtl)')).to.equal(true);
  });

  it('parts paragraphs by empty lines, else by lines', () => {
    expect(rendered('أول\r\nثان\n\n\nثالث\n')).to.deep.equal(['أول<br>ثان', 'ثالث']);
    expect(rendered('أول\n ثان')).to.deep.equal(['أول', 'ثان']);
    const line = 'سطر طويل جدا كتب في محرر يقطع الأسطر عند سبعين حرفا أو نحوها دائما';
    expect(rendered(`${line}\nبقيته\n\nغيره`)).to.deep.equal([`${line} بقيته`, 'غيره']);
    expect(rendered('')).to.deep.equal([]);
    expect(rendered(' \n\t\n ')).to.deep.equal([]);
    expect(rendered('<b>&amp;')).to.deep.equal(['&lt;b&gt;&amp;amp;']);
  });

  for (const [text, expected] of [
    ['أكثر من 11 000 شخص', ['11 000']],
    ['هاتف +965 2222 3333 أو 10:30', ['+965 2222 3333', '10:30']],
    ['يوم 2020-07-30 أو 30/7/2020', ['2020-07-30', '30/7/2020']],
    ['بين 2019-2021 تقريبا', ['2019', '2021']],
    ['نسبة 25% و12٫5٪', ['25', '12٫5']],
    ['بسعر $7.50 و3G سريع', ['$7.50', '3G']],
    ['منظمة (UN Women) و COVID-19 معا', ['UN Women', 'COVID-19']],
    ['الموقع https://example.org/a?b=1#c هنا', ['https://example.org/a?b=1#c']],
    ['يصادف ال30 من يوليو', ['30']],
    ['عربي خالص، بلا شيء.', []],
    ['Mostly English with عربي inside', []],
  ] as const) {
    it(`isolates what runs from left to right: ${text}`, () => {
      expect(islands(text)).to.deep.equal(expected);
    });
  }

  it('takes a paragraph that begins with a Latin name for Arabic, an English one for English', () => {
    rendered('UNICEF قالت إن الأطفال بخير\nAn English paragraph, with عربي inside');
    const [arabic, english] = document.querySelectorAll('#stage p');
    expect(arabic!.matches(':dir(rtl)')).to.equal(true);
    expect(english!.matches(':dir(ltr)')).to.equal(true);
  });

  it('never stands between two letters of Arabic', () => {
    rendered('قالABCقال و3مرات مـ5ـر ت12ت');
    for (const bdi of document.querySelectorAll('#stage bdi')) {
      expect(bdi.textContent).to.not.match(/\p{sc=Arab}\p{L}*\p{sc=Arab}|^\p{sc=Arab}\p{L}/u);
      expect(bdi.textContent).to.match(/[\p{Nd}A-Za-z]/u);
    }
    expect(document.querySelector('#stage')!.textContent).to.equal('قالABCقال و3مرات مـ5ـر ت12ت');
  });

  it('keeps numbers in the order in which they are read', () => {
    rendered('عدد 11 000 شخص');
    const bdi = document.querySelector('#stage bdi')!;
    const at = (offset: number) => {
      const range = document.createRange();
      range.setStart(bdi.firstChild!, offset);
      range.setEnd(bdi.firstChild!, offset + 1);
      return range.getBoundingClientRect().left;
    };
    expect(at(0)).to.be.below(at(4));
  });

  it('renders a million characters in a moment', async () => {
    const article = await foundingArticle();
    const text = Array.from({ length: Math.ceil(1e6 / article.length) }, () => article).join('\n');
    const start = performance.now();
    const fragment = renderText(text, segmentation);
    const took = performance.now() - start;
    expect(fragment.childElementCount).to.be.above(500);
    expect(took).to.be.below(5000);
  });
});
