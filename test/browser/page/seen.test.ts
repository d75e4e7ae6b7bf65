import { expect } from '@open-wc/testing';
import { isSeen } from '../../../src/page/geometry/seen.js';
import { outline, put, read } from './page.js';

const VISUALLY_HIDDEN: Readonly<Record<string, string>> = {
  'HTML5 Boilerplate':
    'position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap',
  WordPress: 'position:absolute!important;clip:rect(1px,1px,1px,1px);word-wrap:normal',
  Tailwind:
    'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap',
  'by clip-path alone': 'position:absolute;clip-path:inset(100%)',
  'a circle of nothing': 'position:absolute;clip-path:circle(0)',
  'a polygon of nothing': 'position:absolute;clip-path:polygon(0 0,0 0,0 0,0 0)',
  'far left': 'position:absolute;left:-9999px',
  'far right': 'position:absolute;right:-9999px',
  'far where lines begin': 'position:absolute;inset-inline-start:-9999px',
  'far where lines end': 'position:absolute;inset-inline-end:-9999px',
  'far up': 'position:absolute;top:-10000px',
  'far in ems': 'position:absolute;left:-999em',
};

const HIDDEN: Readonly<Record<string, string>> = {
  'no height at most': 'max-height:0;overflow:hidden',
  'no height': 'height:0;overflow:hidden',
  'no height, clipped': 'height:0;overflow:clip',
  'no row': 'display:grid;grid-template-rows:0fr;height:0;overflow:hidden',
  'no width': 'width:0;overflow:hidden;white-space:nowrap',
  'no opacity': 'opacity:0',
  'no size': 'font-size:0',
  'indented away': 'text-indent:-9999px;overflow:hidden',
  'moved away': 'float:left;margin-left:-9999px',
  'moved away from where it stands': 'position:relative;left:-9999px',
  'moved away to the right': 'float:right;margin-right:-9999px',
  'placed far from where it stands, to the right': 'position:relative;right:-9999px',
  'indented away, where lines begin at the right': 'text-indent:9999px;overflow:hidden',
  'moved far to the left by a transform': 'transform:translateX(-9999px)',
  'moved far to the right by a transform': 'transform:translate3d(9999px,0,0)',
  'moved far up by a transform': 'transform:translateY(-9999px)',
  'moved far by a property of its own': 'translate:-9999px',
  'far below the window': 'position:fixed;bottom:-9999px',
  'no ink': 'color:transparent',
  'no ink by alpha': 'color:rgb(255 255 255 / 0)',
  'no fill': '-webkit-text-fill-color:transparent',
  'scaled to nothing': 'transform:scale(0)',
  'scaled to nothing, by its own property': 'scale:0',
  'scaled to no height': 'transform:scaleY(0)',
};

const SEEN: Readonly<Record<string, string>> = {
  'some height': 'max-height:3em;overflow:hidden',
  'no height, not clipped': 'height:0',
  'ink of a gradient':
    'background:linear-gradient(red,blue);background-clip:text;-webkit-background-clip:text;color:transparent',
  'ink of a shadow': 'color:transparent;text-shadow:0 0 0 black',
  'almost no opacity': 'opacity:.1',
  'moved a little': 'transform:translateX(20px)',
  'moved far down, as in a list that is drawn in parts': 'transform:translateY(3000px)',
  'placed far down in what has no height': 'position:absolute;top:3000px',
  turned: 'transform:rotate(90deg)',
  mirrored: 'transform:scaleX(-1)',
  'clipped a little': 'clip-path:inset(1px)',
  'a hanging indent': 'text-indent:-2em;padding-inline-start:2em',
  'a box of no size round what is placed': 'display:contents;overflow:hidden',
};

const texts = (html: string) => outline(read(html).article).map((it) => it.replace(/^.*?: /, ''));

describe('what is seen', () => {
  for (const [name, style] of Object.entries({ ...HIDDEN, ...VISUALLY_HIDDEN })) {
    it(`leaves out what nobody sees: ${name}`, () => {
      const html = `<p>قبل.</p><div style="${style}"><b>خفي.</b> كله.</div><p>بعد.</p>`;
      expect(texts(html)).to.deep.equal(['قبل.', 'بعد.']);
      const hidden = document.querySelector('#stage b')!.firstChild!;
      expect(isSeen(hidden)).to.equal(false);
      expect(isSeen(document.querySelector('#stage p')!.firstChild!)).to.equal(true);
    });
  }

  for (const [name, style] of Object.entries(SEEN)) {
    it(`reads what is seen: ${name}`, () => {
      expect(texts(`<p>قبل.</p><div style="${style}"><p>ظاهر.</p></div><p>بعد.</p>`)).to.include(
        'ظاهر.',
      );
      expect(isSeen(document.querySelectorAll('#stage p')[1]!.firstChild!)).to.equal(true);
    });
  }

  for (const [name, style] of Object.entries(VISUALLY_HIDDEN)) {
    it(`leaves out words for screen readers inside a sentence: ${name}`, () => {
      const html = `<p>قرأت <a href="#">التقرير<span style="${style}">، يفتح في نافذة جديدة</span></a> كاملا.</p>`;
      expect(texts(html)).to.deep.equal(['قرأت التقرير كاملا.']);
    });
  }

  it('reads them where the page says what is said', () => {
    const style = VISUALLY_HIDDEN['Tailwind']!;
    expect(
      texts(`<p>قرأت <span data-spoken="التقرير" style="${style}">تقريرا</span></p>`).join(),
    ).to.contain('تقريرا');
  });

  it('reads a slide in its frame, whose row is moved far', () => {
    const slides = '<div style="flex:none;width:1200px"><p>شريحة.</p></div>'.repeat(3);
    const row = `display:flex;transform:translateX(2400px)`;
    expect(
      texts(`<div style="overflow:hidden;width:1200px"><div style="${row}">${slides}</div></div>`),
    ).to.deep.equal(['شريحة.']);
  });

  it('reads what is placed far in what scrolls sideways', () => {
    const at = 'position:absolute;left:3000px;width:200px';
    expect(
      texts(
        `<div dir="ltr" style="overflow-x:auto;position:relative;height:5em"><p>أول.</p><p style="${at}">بعيد.</p></div>`,
      ),
    ).to.deep.equal(['أول.', 'بعيد.']);
  });

  it('reads what is drawn again inside what has no ink or no size', () => {
    expect(
      texts(
        '<div style="font-size:0"><p style="font-size:16px">حجم.</p></div><div style="color:transparent"><p style="color:red">لون.</p></div>',
      ),
    ).to.deep.equal(['حجم.', 'لون.']);
  });

  it('reads transparent text that lies over the picture of it, as on a scanned page', () => {
    const layer =
      '<div class="layer" style="position:absolute;inset:0;color:transparent"><span style="position:absolute;top:0">نص مصور.</span></div>';
    expect(
      texts(`<div style="position:relative;height:5em"><div><canvas></canvas></div>${layer}</div>`),
    ).to.deep.equal(['نص مصور.']);
  });

  it('reads what waits below the window to fade in, and not what stays', () => {
    const late = (style: string) =>
      `<p>أول.</p><p style="margin-top:200vh;opacity:0;${style}">متأخر.</p>`;
    expect(texts(late('transition:opacity 1s'))).to.deep.equal(['أول.', 'متأخر.']);
    expect(texts(late(''))).to.deep.equal(['أول.']);
  });

  it('knows that what was seen is not any more', () => {
    const stage = put('<div class="a" style="overflow:hidden"><p>فقرة.</p></div>');
    const text = stage.querySelector('p')!.firstChild!;
    expect(isSeen(text)).to.equal(true);
    (stage.firstElementChild as HTMLElement).style.maxHeight = '0';
    expect(isSeen(text)).to.equal(false);
    (stage.firstElementChild as HTMLElement).style.cssText = 'display:none';
    expect(isSeen(text)).to.equal(false);
  });

  const MATH = '<math><mi>E</mi><mo>=</mo><mi>m</mi></math>';
  const CLIPPED =
    'position:absolute;clip:rect(1px,1px,1px,1px);height:1px;width:1px;overflow:hidden;padding:0;border:0';
  const FORMULAS: Readonly<Record<string, string>> = {
    // Their own style sheets, as of KaTeX 0.16, MathJax 3 and MediaWiki 1.43.
    KaTeX: `<span class="katex"><span class="katex-mathml" style="${CLIPPED}">${MATH}</span><span class="katex-html" aria-hidden="true">E=m</span></span>`,
    MathJax: `<mjx-container style="position:relative"><svg aria-hidden="true" width="9" height="9"></svg><mjx-assistive-mml style="${CLIPPED};top:0;left:0;display:block">${MATH}</mjx-assistive-mml></mjx-container>`,
    MediaWiki: `<span class="mwe-math-element"><span class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="${CLIPPED};display:block;opacity:0">${MATH}</span><img src="data:," aria-hidden="true" alt="E=m"></span>`,
  };
  for (const [name, formula] of Object.entries(FORMULAS))
    it(`reads a formula whose drawing is seen in place of its text: ${name}`, () => {
      const { article } = read(`<p>تقول ${formula} ذلك.</p><p>بعدها.</p>`);
      expect(article.text.replace(/\s/g, '')).to.equal('تقولE=mذلك.بعدها.');
      expect(article.blocks).to.have.length(2);
    });

  it('does not read a formula that nobody sees in any form', () => {
    const { article } = read(`<p>قبل <span style="${CLIPPED}">${MATH}</span> بعد</p>`);
    expect(article.text.replace(/\s/g, '')).to.equal('قبلبعد');
    const closed = `<div style="height:0;overflow:hidden">${FORMULAS['KaTeX']}</div>`;
    expect(read(`<p>قبل</p>${closed}`).article.text.trim()).to.equal('قبل');
  });

  const many = (of: string) => Array.from({ length: 20 }, () => of).join('');
  for (const [name, html] of Object.entries({
    'another class': `${many('<p class="a">يرى.</p>')}<p class="b">لا يرى.</p>`,
    'a style of its own': `${many('<p>يرى.</p>')}<p style="opacity:0">لا يرى.</p>`,
    'another parent': `${many('<div class="a"><p>يرى.</p></div>')}<div class="b"><p>لا يرى.</p></div>`,
    'another state': `${many('<p class="a" data-at="1">يرى.</p>')}<p class="a" data-at="2">لا يرى.</p>`,
    'a place among few': `<div class="c">${'<p>يرى.</p>'.repeat(3)}<p>لا يرى.</p></div>${many('<p>يرى.</p>')}`,
  }))
    it(`is told apart from many that are seen by ${name}`, () => {
      const rules = '.b, .b p, [data-at="2"], .c p:nth-child(4) { opacity: 0 }';
      const { article } = read(`<style>${rules}</style>${html}`);
      expect(article.text).to.not.include('لا');
      expect(article.blocks.length).to.be.greaterThan(19);
    });
});
