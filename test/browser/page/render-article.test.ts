import { expect } from '@open-wc/testing';
import { withoutMarks } from '../../../src/arabic/shown-text.js';
import { wordsOf } from '../../../src/core/words.js';
import { renderArticle } from '../../../src/page/render/render-article.js';
import { fetchText, find, foundingArticle, put, read } from './page.js';

/** The article of this HTML, drawn anew beside it. */
function render(html: string) {
  const source = read(html);
  const stage = document.querySelector('#stage')!;
  const before = stage.innerHTML;
  const container = document.createElement('div');
  stage.after(container);
  const rendered = renderArticle(source, container);
  expect(stage.innerHTML, 'the page').to.equal(before);
  return { source, container, ...rendered };
}

const clean = (html: string) => {
  const { container } = render(html);
  container.remove();
  return container.innerHTML;
};

describe('renderArticle', () => {
  afterEach(() => put('').nextElementSibling?.remove());

  it('holds the same text at the same offsets, whatever the page is like', async () => {
    const { source, page, container } = render(await fetchText('../../fixtures/page/nasty.html'));
    const { article } = source;
    expect(page.article).to.equal(article);
    for (const block of article.blocks) {
      const words = article.text.slice(block.start, block.end);
      if (block.kind !== 'image')
        expect(page.toRange(block).toString().replaceAll('\n', '')).to.equal(
          words.replaceAll('\n', ''),
        );
      for (const { start, end } of wordsOf(article.text, block)) {
        if (block.kind === 'image') continue;
        const range = page.toRange({ start, end });
        expect(range.toString()).to.equal(article.text.slice(start, end));
        expect(page.toOffset(range.startContainer, range.startOffset)).to.equal(start);
      }
    }
    expect(container.querySelector('ul ul li')!.textContent).to.equal('فرعي');
    expect(container.querySelector('table caption')!.textContent).to.equal('جدول');
    expect(container.querySelectorAll('td,th').length).to.equal(3);
    expect(container.querySelector('figure img')!.getAttribute('alt')).to.equal('صورة  الوزير');
    expect(container.querySelector('blockquote cite')!.textContent).to.equal(' قائله');
    expect(container.querySelector('[lang=en] em')!.textContent).to.equal('text');
    container.remove();
  });

  it('keeps what means something and nothing else of the page', () => {
    expect(
      clean(`<div class="x" style="color:red" id="a"><h3 onclick="f()"><span>عنوان</span></h3>
        <p class="lead">نص <b class="y">غامق</b> و<a href="https://example.org/" target="_blank" class="z"
        onclick="f()" data-x="1">رابط</a><sup><a href="javascript:alert(1)">1</a></sup>
        <span dir="ltr">x</span><font color="red">أحمر</font></p><button>زر</button></div>`),
    ).to.equal(
      '<h3>عنوان</h3><p>نص <b>غامق</b> و<a target="_blank" href="https://example.org/">رابط</a>' +
        '<sup><a><bdi>1</bdi></a></sup> <span dir="ltr"><bdi>x</bdi></span>أحمر</p>',
    );
  });

  it('gives text paragraphs where the page gives it none', () => {
    expect(clean('<div>أول<br>سطر<br><br>ثان</div><li>عنصر</li>')).to.equal(
      '<p>أول<br>سطر</p><p>ثان</p><li>عنصر</li>',
    );
    expect(clean('<div role="heading" aria-level="4">عنوان</div>')).to.equal('<h4>عنوان</h4>');
    expect(clean('<a href="#"><h2>عنوان</h2><p>نص</p></a>').replace(/ href="[^"]*"/g, '')).to.equal(
      '<h2><a>عنوان</a></h2><p><a>نص</a></p>',
    );
    expect(clean('<ol start="3"><li>أ<p>ب</p></li></ol>')).to.equal(
      '<ol start="3"><li>أ<p>ب</p></li></ol>',
    );
    expect(clean('<blockquote>قول</blockquote>')).to.equal('<blockquote><p>قول</p></blockquote>');
  });

  it('makes a wall of text into its paragraphs', async () => {
    const text = (await foundingArticle()).trim();
    const { container, page } = render(`<p>${text}</p>`);
    const paragraphs = Array.from(container.querySelectorAll('p'), (it) => it.textContent);
    expect(paragraphs.length).to.be.above(3);
    expect(paragraphs.join(' ')).to.equal(text);
    expect(page.toRange(find(page.article, 'بدوره')).toString()).to.equal('بدوره');
    // No element between two letters of Arabic.
    for (const { previousSibling, nextSibling } of container.querySelectorAll('bdi')) {
      expect(previousSibling?.textContent ?? '').not.to.match(/[٠-٩0-9]$/);
      expect(nextSibling?.textContent ?? '').not.to.match(/^[٠-٩0-9]/);
    }
    container.remove();
  });

  it('keeps empty cells in their row, and tables that only lay the page out are none', () => {
    expect(
      clean('<table><tr><td></td><td colspan="2">ب</td></tr></table>').replaceAll(
        /<\/?tbody>/g,
        '',
      ),
    ).to.equal('<table><tr><td></td><td colspan="2">ب</td></tr></table>');
    expect(clean('<table role="presentation"><tr><td>نص</td></tr></table>')).to.equal('<p>نص</p>');
  });

  it('shows large pictures without words, and no small ones', () => {
    const picture = (size: number) =>
      `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" width="${size}" height="${size}" style="display:block">`;
    const { container } = render(
      `<p>قبل</p><figure>${picture(200)}</figure><p>بعد</p>${picture(20)}<div aria-hidden="true">${picture(200)}</div>`,
    );
    const order = Array.from(container.querySelectorAll('p,img'), (it) => it.localName);
    expect(order).to.deep.equal(['p', 'img', 'p']);
    expect(container.querySelector('figure > img')).not.to.equal(null);
    container.remove();
  });

  it('shows a picture in a line of text once, and the words beside it apart', () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const { container } = render(`<p>قال <img src="${pixel}" alt="قلب">الوزير.</p>`);
    expect(container.querySelectorAll('img')).to.have.length(1);
    expect(container.textContent!.trim()).to.equal('قال  الوزير.');
    container.remove();
  });

  it('says the direction of blocks that are not the article’s', () => {
    const { container } = render(
      `<p>${'نص عربي طويل. '.repeat(9)}</p><p lang="en">${'English text. '.repeat(9)}</p><h2>iPhone</h2>`,
    );
    expect(container.dir).to.equal('rtl');
    const [first, second] = container.querySelectorAll('p');
    expect([first!.dir, first!.lang]).to.deep.equal(['', '']);
    expect([second!.dir, second!.lang]).to.deep.equal(['ltr', 'en']);
    expect(container.querySelector('h2')!.dir).to.equal('');
    container.remove();
  });

  it('leads to the article’s offsets where fewer marks are shown', () => {
    const { page, blocks, container } = render('<p>قَالَ <b>مُمَثِّلُ</b> الأمينِ العامِّ.</p>');
    const { text } = page.article;
    for (const run of blocks[0]!.runs) {
      run.shown = withoutMarks(text.slice(run.start, run.end)) ?? undefined;
      if (run.shown) (run.node as Text).data = run.shown.text;
    }
    expect(container.textContent).to.equal('قال ممثل الأمين العام.');
    for (const { start, end } of wordsOf(text)) {
      const range = page.toRange({ start, end });
      expect(range.toString()).to.equal(withoutMarks(text.slice(start, end))!.text);
      expect(page.toOffset(range.startContainer, range.startOffset)).to.equal(start);
    }
    container.remove();
  });
});
