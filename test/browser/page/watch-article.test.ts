import { expect } from '@open-wc/testing';
import { watchArticle } from '../../../src/page/read/watch-article.js';
import { put, settled } from './page.js';

describe('watchArticle', () => {
  it('tells of every kind of change that matters, once for a burst, until it is ended', async () => {
    const stage = put(
      '<p>نص <b>غامق</b></p><p data-reader-skip>ساعة <i>12</i></p><details><summary>م</summary></details>',
    );
    let calls = 0;
    const watching = new AbortController();
    watchArticle(stage, () => calls++, watching.signal);
    const [p, clock] = stage.querySelectorAll('p');
    const after = async (change: () => void) => {
      calls = 0;
      change();
      await settled(120);
      return calls;
    };
    expect(await after(() => {}), 'nothing').to.equal(0);
    expect(await after(() => ((p!.firstChild as Text).data = 'جديد'))).to.equal(1);
    expect(
      await after(() => {
        for (let i = 0; i < 20; i++) stage.append(document.createElement('p'));
        p!.remove();
      }),
    ).to.equal(1);
    expect(await after(() => stage.prepend(p!))).to.equal(1);
    expect(await after(() => p!.setAttribute('aria-hidden', 'true')), 'hidden').to.equal(1);
    expect(await after(() => p!.append('!')), 'inside what is hidden').to.equal(0);
    expect(await after(() => p!.removeAttribute('aria-hidden'))).to.equal(1);
    expect(await after(() => (stage.querySelector('details')!.open = true))).to.equal(1);
    expect(await after(() => (clock!.lastChild!.textContent = '13')), 'skipped').to.equal(0);
    watching.abort();
    expect(await after(() => p!.append('!'))).to.equal(0);
  });

  it('watches what is slotted inside a reader, text nodes too', async () => {
    const stage = put('<article-reader>نص <p>فقرة</p></article-reader>');
    const reader = stage.firstElementChild!;
    const [text, paragraph] = reader.childNodes;
    let calls = 0;
    const watching = new AbortController();
    watchArticle(reader, () => calls++, watching.signal);
    (text as Text).data = 'غيره';
    await settled(120);
    expect(calls).to.equal(1);
    paragraph!.textContent = 'غيرها';
    await settled(120);
    expect(calls).to.equal(2);
    watching.abort();
  });
});
