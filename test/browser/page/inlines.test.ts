import { expect } from '@open-wc/testing';
import { findInlines, inlinesOf } from '../../../src/page/read/inlines.js';
import { read } from './page.js';

describe('inlinesOf', () => {
  it('tells links, footnote marks and other languages apart inside a block', () => {
    const page = read(`
      <p>قال <a href="#x">الوزير <em>أمس</em></a> في <span lang="en">the <b lang="fr">Louvre</b>
        museum</span> <a>هنا</a>.<sup><a href="#n1">1</a></sup> ثم <a href="#n2">[2]</a>
        و<a href="#n3" role="doc-noteref">3</a> و<a href="#n4"><sup>4</sup></a> 5 م<sup>2</sup></p>
      <p><span lang="en">English</span> ثم <i lang="ar">عربي</i></p>
      <span lang="en"><p>An English block.</p></span>
      <ul><li><a href="#y">اقرأ</a> <a href="#z">أيضا</a></ul>
      <a href="#card"><h3>بطاقة</h3>نصها</a>`);
    const inlines = page.article.blocks.map((block) => [
      block.lang,
      ...inlinesOf(page, block).map(
        ({ kind, lang = '', start, end }) =>
          `${kind}${lang}: ${page.article.text.slice(start, end)}`,
      ),
    ]);
    expect(inlines).to.deep.equal([
      [
        'ar',
        'link: الوزير أمس',
        'languageen: the Louvre museum',
        'languagefr: Louvre',
        'note: 1',
        'link: 1',
        'note: [2]',
        'note: 3',
        'link: 4',
        'note: 4',
        'raised: 2',
        'seam: ',
      ],
      ['ar', 'languageen: English'],
      ['ar', 'languageen: An English block.'],
      ['ar', 'link: اقرأ', 'link: أيضا'],
      ['ar', 'link: بطاقة'],
      ['ar', 'link: نصها'],
    ]);
  });

  it('tells the language of what the page wants said, not of what is written', () => {
    const page = read(`
      <p>زار <span lang="en" data-spoken="متحف اللوفر">the Louvre museum</span> وأكدت
        <abbr title="منظمة الصحة العالمية">World Health Organization</abbr> ذلك.</p>
      <p lang="en">He saw the <b data-spoken="متحف">museum</b> and <b data-spoken="left">L</b>.</p>`);
    const inlines = page.article.blocks.map((block) =>
      inlinesOf(page, block).map(
        ({ lang, start, end }) => `${lang}: ${page.article.text.slice(start, end)}`,
      ),
    );
    expect(inlines).to.deep.equal([
      ['ar: the Louvre museum', 'ar: World Health Organization'],
      ['ar: museum', 'en: L'],
    ]);
  });

  it('shares what stands apart among the paragraphs of a wall', () => {
    const wall = 'قال الوزير في بيان له إن العمل مستمر في كل المدن والقرى منذ أول العام. '.repeat(
      25,
    );
    const page = read(`<p><a href="#x">${wall}</a></p>`);
    expect(page.article.blocks.length).to.be.above(1);
    for (const block of page.article.blocks)
      expect(inlinesOf(page, block)).to.deep.equal([
        { kind: 'link', start: block.start, end: block.end },
      ]);
  });

  it('looks at the elements of its own block, and at those round it', () => {
    const page = read(`<div>قبله <del>أول</del><br><br>
      <a href="#x"><span>رابط <del>ثان</del><br><br>ثالث</span></a> <del>رابع</del>
      <br><br><del>خامس</del></div>`);
    const inlines = page.article.blocks.map((block) => [
      page.article.text.slice(block.start, block.end),
      ...inlinesOf(page, block).map(
        ({ kind, start, end }) => `${kind}: ${page.article.text.slice(start, end)}`,
      ),
    ]);
    expect(inlines).to.deep.equal([
      ['قبله أول', 'deleted: أول'],
      ['رابط ثان', 'link: رابط ثان', 'deleted: ثان'],
      ['ثالث رابع', 'link: ثالث', 'deleted: رابع'],
      ['خامس', 'deleted: خامس'],
    ]);
  });

  it('is found a slice at a time among thousands of elements, and the same as at once', async () => {
    const html = `<p>${Array.from({ length: 3000 }, (_, i) => `<a href="#${i}">${i}</a>`).join(' ')}</p>`;
    const one = read(html);
    const [block] = one.article.blocks;
    const finding = findInlines(one, block!);
    expect(finding, 'not at once').to.be.instanceOf(Promise);
    let turns = 0;
    const timer = setInterval(() => turns++);
    await finding;
    clearInterval(timer);
    expect(turns, 'others had their turn').to.be.above(0);
    expect(findInlines(one, block!), 'known').to.equal(undefined);
    const found = inlinesOf(one, block!);
    const other = read(html);
    expect(found).to.deep.equal(inlinesOf(other, other.article.blocks[0]!));
    expect(found.filter(({ kind }) => kind === 'link').length).to.equal(3000);
    expect(found.filter(({ kind }) => kind === 'seam').length).to.equal(2999);
    // Asked for while they are looked for, they are all there.
    const third = read(html);
    const late = findInlines(third, third.article.blocks[0]!);
    expect(inlinesOf(third, third.article.blocks[0]!)).to.deep.equal(found);
    await late;
    const plain = read('<p>قال <b>الوزير</b> أمس.</p>');
    expect(findInlines(plain, plain.article.blocks[0]!), 'few').to.equal(undefined);
  });
});
