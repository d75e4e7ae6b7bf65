import { expect } from '@open-wc/testing';
import { boundsOf, rectsOf } from '../../../src/page/geometry/css-zoom.js';
import { offsetAtPoint } from '../../../src/page/geometry/offset-at-point.js';
import type { PageText } from '../../../src/page/page-text.js';
import { closerLook } from '../../../src/page/read/closer-look.js';
import { readArticle } from '../../../src/page/read/read-article.js';
import { find, foundingArticle, put, read, segmentation } from './page.js';

/** The middle of a word of the article, brought to where it is seen. */
function middleOf(page: PageText, word: string) {
  scrollBy(0, boundsOf(page.toRange(find(page.article, word))).y - 100);
  const rect = rectsOf(page.toRange(find(page.article, word)))[0]!;
  return [rect.x + rect.width / 2, rect.y + rect.height / 2] as const;
}

/** The word, or part of one, around an offset. */
function wordAt({ article }: PageText, offset: number | null) {
  if (offset === null) return null;
  const [before] = /\S*$/.exec(article.text.slice(0, offset))!;
  return before + /^\S*/.exec(article.text.slice(offset))![0];
}

const BOX = 'position:absolute;inset:0 auto auto 0;width:300px;font:20px/2 sans-serif';

describe('PageText', () => {
  for (const [how, style] of [
    ['at its own size', ''],
    ['zoomed', 'zoom:1.6'],
    ['zoomed twice', 'zoom:2'],
    ['in narrow lines', 'line-height:1'],
  ] as const) {
    it(`finds the word at a point, ${how}`, async () => {
      const text = (await foundingArticle()).split(' ').slice(0, 40);
      text.splice(20, 0, 'United Nations 2020');
      const page = read(
        `<div style="${style};max-width:100%"><p>${text.slice(0, 10).join(' ')}
          <b>غامق</b> ${text.slice(10).join(' ')}</p></div>`,
        BOX,
      );
      scrollTo(0, 0);
      for (const word of ['ممثل', 'غامق', 'United', '2020', 'الخميس', text.at(-1)!]) {
        const [x, y] = middleOf(page, word);
        expect(wordAt(page, offsetAtPoint(page, x, y)), word).to.equal(word);
      }
    });
  }

  it('finds it inside containers that are scrolled, in a zoomed part of a scrolled page', () => {
    const line = '<p>سطر عادي من النص</p>';
    const page = read(
      `<div style="height:150vh"></div><div style="zoom:2"><div style="height:120px;overflow:auto">
        ${line.repeat(20)}<p>الهدف المقصود هنا</p>${line.repeat(20)}</div></div>
        <div style="height:150vh"></div>`,
      BOX,
    );
    const word = page.toRange(find(page.article, 'المقصود'));
    word.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [x, y] = middleOf(page, 'المقصود');
    expect(y).to.be.within(0, innerHeight);
    expect(wordAt(page, offsetAtPoint(page, x, y))).to.equal('المقصود');
    scrollTo(0, 0);
  });

  it('answers null beside the text', () => {
    const page = read(
      '<p style="margin:40px">نص قصير</p><p>سطر<br>أطول من سطر</p><button>زر</button>',
      BOX,
    );
    const stage = document.querySelector('#stage')!.getBoundingClientRect();
    const short = boundsOf(page.toRange(find(page.article, 'نص قصير')));
    expect(offsetAtPoint(page, short.right + 5, short.y + 5), 'margin').to.equal(null);
    expect(offsetAtPoint(page, short.left - 5, short.y + 5), 'after the line').to.equal(null);
    expect(offsetAtPoint(page, short.x + 5, stage.top + 3), 'above').to.equal(null);
    const button = document.querySelector('#stage button')!.getBoundingClientRect();
    expect(offsetAtPoint(page, button.x + 5, button.y + 5), 'button').to.equal(null);
    expect(offsetAtPoint(page, -5, -5), 'outside').to.equal(null);
    const [x, y] = middleOf(page, 'قصير');
    expect(wordAt(page, offsetAtPoint(page, x, y))).to.equal('قصير');
  });

  it('finds the word at a point of a shadow tree, and of bare slotted text', () => {
    const host = put(
      '<x-app style="display:block">كلام ظاهر مباشر</x-app>',
      BOX,
    ).firstElementChild!;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<slot></slot><p>داخل الظل كلام</p>';
    const inside = readArticle(shadow.querySelector('p')!, { segmentation });
    expect(inside.root).to.equal(shadow);
    expect(wordAt(inside, offsetAtPoint(inside, ...middleOf(inside, 'الظل')))).to.equal('الظل');
    const bare = readArticle(host, { segmentation, closer: closerLook() });
    expect(bare.root).to.equal(document);
    expect(wordAt(bare, offsetAtPoint(bare, ...middleOf(bare, 'ظاهر')))).to.equal('ظاهر');
  });

  it('takes an image at a point for its text', () => {
    const page = read(
      '<p>قبل</p><img alt="علم" style="width:50px;height:50px;display:block"><p>بعد</p>',
      BOX,
    );
    const { x, y } = document.querySelector('#stage img')!.getBoundingClientRect();
    expect(offsetAtPoint(page, x + 9, y + 9)).to.equal(find(page.article, 'علم').start);
  });

  it('maps a selection, cut to what is the article', () => {
    const page = read('<nav>تصفح</nav><p>أول <b>ثان</b> ثالث</p><p> رابع</p>');
    const selection = getSelection()!;
    const [p, q] = document.querySelectorAll('#stage p');
    const words = () => {
      const span = page.spanOfSelection(selection);
      return span && page.article.text.slice(span.start, span.end);
    };
    selection.setBaseAndExtent(p!.firstChild!, 2, p!.lastChild!, 3);
    expect(words()).to.equal('ل ثان ثا');
    // Backwards, and by elements, as a triple click or "select all" does.
    selection.setBaseAndExtent(q!, 0, p!, 1);
    expect(words()).to.equal('ثان ثالث');
    selection.selectAllChildren(document.body);
    expect(words()).to.equal('أول ثان ثالث\nرابع');
    selection.selectAllChildren(document.querySelector('#stage nav')!);
    expect(words()).to.equal(null);
    selection.removeAllRanges();
    expect(words()).to.equal(null);
    expect(page.spanOfSelection(null)).to.equal(null);
  });

  it('tells offsets of places between the text, and none outside', () => {
    const page = read('<p>أول</p><hr><p>ثان</p><button>زر</button>');
    const stage = document.querySelector('#stage')!;
    expect(page.toOffset(stage, 0)).to.equal(0);
    expect(page.toOffset(stage, 1)).to.equal(4);
    expect(page.toOffset(stage.querySelector('hr')!, 0)).to.equal(4);
    expect(page.toOffset(stage.querySelector('button')!.firstChild!, 1)).to.equal(7);
    expect(page.toOffset(document.body, 0)).to.equal(null);
    expect(page.toRange({ start: 3, end: 4 }).toString()).to.equal('');
    expect(page.toRange({ start: -5, end: 99 }).toString()).to.equal('أولثان');
  });

  it('stands text that went away or became shorter since it was read', () => {
    const page = read('<p>فقرة أولى</p><p>فقرة ثانية</p><p>فقرة ثالثة</p>');
    const [first, second, third] = document.querySelectorAll('#stage p');
    (first!.firstChild as Text).data = 'ف';
    second!.remove();
    expect(page.toRange(page.article.blocks[0]!).toString()).to.equal('ف');
    page.toRange(page.article.blocks[1]!);
    expect(page.toOffset(third!.firstChild!, 2)).to.equal(page.article.blocks[2]!.start + 2);
  });
});
