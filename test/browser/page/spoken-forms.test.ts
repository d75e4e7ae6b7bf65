import { expect } from '@open-wc/testing';
import { spokenFormsOf } from '../../../src/page/read/spoken-forms.js';
import { read } from './page.js';

/** What is said for what, in all of the first block. */
function forms(html: string, lang = 'ar') {
  const page = read(html);
  const { text, blocks } = page.article;
  return spokenFormsOf(page, blocks[0]!, lang).map(
    ({ source, spoken }) => `${text.slice(source.start, source.end)}: ${spoken}`,
  );
}

describe('spokenFormsOf', () => {
  it('finds what the page wants said, in order, the outer before the inner', () => {
    expect(
      forms(`<p>قالت <abbr title="منظمة الصحة العالمية">WHO</abbr> إن
        <b data-spoken="دبليو"><abbr title="لا">W <i>H</i></abbr></b>
        و<abbr>ص</abbr> <span data-spoken="">(انظر)</span>
        <a href="#"><span data-spoken="كونا">ك.و.ن.ا</span> </a></p><p>ثم <b data-spoken="لا">عاد</b></p>`),
    ).to.deep.equal(['WHO: منظمة الصحة العالمية', 'W H: دبليو', '(انظر): ', 'ك.و.ن.ا: كونا']);
    expect(forms('<p data-spoken="كل شيء">نص</p>')).to.deep.equal(['نص: كل شيء']);
  });

  it('takes from a time as much as is written in digits', () => {
    const time = (datetime: string, text: string, lang = 'ar') =>
      forms(`<p>في <time datetime="${datetime}">${text}</time></p>`, lang);
    expect(time('2020-08-07T10:30Z', '7/8/2020')).to.deep.equal(['7/8/2020: 2020-08-07']);
    expect(time('2020-08-07 10:30', '١٠:٣٠')).to.deep.equal(['١٠:٣٠: 10:30']);
    expect(time('2020-08-07T10:30', '7-8-2020 10:30')).to.deep.equal([
      '7-8-2020 10:30: 2020-08-07T10:30',
    ]);
    expect(time('10:30', '10:30')).to.deep.equal(['10:30: 10:30']);
    for (const text of ['أمس', '30', 'قبل 3/4 ساعة'])
      expect(time('2020-08-07', text)).to.deep.equal([]);
    expect(time('P3D', '3/4')).to.deep.equal([]);
    expect(time('2020-08-07', '7/8/2020', 'en')).to.deep.equal([]);
  });

  it('leaves what is no more than partly in the sentence', () => {
    const page = read('<p><b data-spoken="كلاهما">قال نعم. ثم عاد.</b></p>');
    for (const sentence of page.article.blocks[0]!.sentences)
      expect(spokenFormsOf(page, sentence, 'ar')).to.deep.equal([]);
  });
});
