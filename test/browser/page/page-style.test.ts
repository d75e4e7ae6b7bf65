import { expect } from '@open-wc/testing';
import { PageStyle, styleRules } from '../../../src/page/page-style.js';
import { fetchText, foundingArticle, put } from './page.js';

const CONTENT = '#stage > *';
const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
const height = (selector: string) =>
  document.querySelector(selector)!.getBoundingClientRect().height;

const COLORS = {
  paper: '#000',
  ink: '#fff',
  accent: '#ff0',
  sentence: '#333',
  word: '#fc0',
  onWord: '#000',
  scheme: 'dark',
};

describe('PageStyle', () => {
  let style: PageStyle;
  let hostile: HTMLStyleElement | undefined;

  beforeEach(() => (style = new PageStyle(document, CONTENT)));
  afterEach(async () => {
    style.dispose();
    hostile?.remove();
    document.body.style.margin = '';
    document.querySelector('#stage')?.remove();
    expect(document.adoptedStyleSheets).to.deep.equal([]);
  });

  const pageSays = (css: string) => {
    hostile = document.createElement('style');
    hostile.textContent = css;
    document.head.append(hostile);
  };

  it('says nothing until the user changed something, and nothing any more when it is reset', () => {
    expect(styleRules('p', {})).to.equal('');
    expect(styleRules('p', { textSize: 100, lineHeight: null, wordSpacing: null })).to.equal('');
    put('<p>نص</p>');
    style.apply({ textSize: 100 });
    expect(document.adoptedStyleSheets).to.deep.equal([]);
    style.apply({ textSize: 200 });
    expect(document.adoptedStyleSheets.length).to.equal(1);
    style.apply({});
    expect(document.adoptedStyleSheets).to.deep.equal([]);
  });

  it('scales exactly what the page sized in px, by id, inline or in a framework', () => {
    pageSays('p{font-size:16px} #stage #x{font-size:20px;line-height:30px} *{margin:0}');
    put('<p>نص</p><div id="x">نص</div><p style="font-size:10px;line-height:15px">نص</p>');
    const before = ['#stage > p', '#x', '#stage > p[style]'].map(height);
    for (const textSize of [50, 200, 350]) {
      style.apply({ textSize });
      // WebKit divides what it tells by the zoom: the stage, which is not zoomed, tells the truth.
      const sum = before.reduce((a, b) => a + b, 0);
      expect(height('#stage')).to.be.closeTo((sum * textSize) / 100, 2);
    }
  });

  it('wins over ids, inline styles and universal !important', () => {
    pageSays(`* {line-height:1 !important} #stage #x#x {word-spacing:-3px; text-align:justify;
      letter-spacing:4px; hyphens:auto; color:red; background:linear-gradient(red,red)}`);
    put(
      '<div id="x" style="line-height:10px">نص <a href="#a"><b>رابط</b></a></div><p lang="en" style="letter-spacing:2px">En</p>',
    );
    style.apply({
      textSize: 100,
      lineHeight: 2,
      wordSpacing: 0.5,
      colors: COLORS,
    });
    const x = of('#x');
    const size = parseFloat(x.fontSize);
    expect(parseFloat(x.lineHeight)).to.equal(size * 2);
    expect(parseFloat(x.wordSpacing)).to.equal(size / 2);
    expect(x.textAlign).to.equal('start');
    expect(x.hyphens || x.getPropertyValue('-webkit-hyphens')).to.equal('none');
    expect(parseFloat(x.letterSpacing) || 0).to.equal(0);
    expect(of('#stage p').letterSpacing, 'not Arabic').to.equal('2px');
    expect(x.color).to.equal('rgb(255, 255, 255)');
    expect(x.backgroundColor).to.equal('rgb(0, 0, 0)');
    expect(x.backgroundImage).to.equal('none');
    expect(of('#stage b').color).to.equal('rgb(255, 255, 0)');
    style.apply({});
    expect(x.textAlign).to.equal('justify');
    expect(x.color).to.equal('rgb(255, 0, 0)');
  });

  it('leaves what is not the content alone, and comes back when the page throws it out', () => {
    put('<p>نص</p>');
    const outside = document.createElement('p');
    document.body.append(outside);
    style.apply({ lineHeight: 3, colors: COLORS });
    expect(getComputedStyle(outside).lineHeight).to.equal('normal');
    outside.remove();
    document.adoptedStyleSheets = [];
    style.apply({ lineHeight: 3, colors: COLORS });
    expect(of('#stage p').color).to.equal('rgb(255, 255, 255)');
    expect(styleRules('p', { textSize: 300 })).to.match(/^@media not print\{/);
  });

  /** A view of this width: WebKit's driver cannot size the window. */
  async function framed(width: number, css: string, html: string) {
    const frame = document.createElement('iframe');
    frame.style.cssText = `width:${width}px;height:640px;border:0`;
    document.body.append(frame);
    const view = frame.contentWindow! as Window &
      typeof globalThis & { PageStyle: typeof PageStyle };
    view.document.open();
    view.document
      .write(`<!doctype html><html lang="ar" dir="rtl"><style>body{margin:0}${css}</style>
      <div id="stage">${html}</div>`);
    view.document.close();
    const script = view.document.createElement('script');
    const module = new URL('../../../src/page/page-style.ts', import.meta.url);
    script.type = 'module';
    script.textContent = `import { PageStyle } from '${module}'; window.PageStyle = PageStyle; parent.dispatchEvent(new Event('framed'))`;
    const loaded = new Promise((resolve) => addEventListener('framed', resolve, { once: true }));
    view.document.head.append(script);
    await loaded;
    return { frame, view, style: new view.PageStyle(view.document, CONTENT) };
  }

  const NASTY_STYLE = `.card{padding:0 40px;width:600px;height:90px;overflow:hidden;border:1px solid}
    .row{display:flex;gap:4px}.grid{display:grid;grid-template-columns:200px 1fr 1fr}
    .clamp{white-space:nowrap;text-overflow:ellipsis;overflow:hidden}
    .cols{columns:3} .float{float:left;width:50%;margin:20px}`;

  async function nastyPage() {
    const text = (await foundingArticle()).split(' ').slice(0, 30).join(' ');
    return `${await fetchText('../../fixtures/page/nasty.html')}
      <div class="card"><p>${text}</p></div>
      <div class="row"><p>${text}</p><p>${text}</p></div>
      <div class="grid"><p>${text}</p><p>والمستشفيات والمسؤوليات</p><p>٣</p></div>
      <p class="clamp">${text}</p><div class="cols">${text}</div>
      <div class="float">${text}</div><p>${text}</p>
      <ul><li>${text}<ol><li>${text}<blockquote>${text}</blockquote></li></ol></li></ul>
      <dl><dt>والمستشفيات</dt><dd>${text}</dd></dl>
      <table width="700"><tr><th>والمستشفيات</th><td width="300">${text}</td><td>${text}</td></tr></table>
      <figure><img width="900" height="300" alt="صورة" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></figure>
      <pre>${text}</pre><p>https://example.org/${'a-long-address/'.repeat(6)} <code>${'x'.repeat(60)}</code></p>`;
  }

  for (const textSize of [125, 200, 500]) {
    it(`fits text of ${textSize} % in a view 320 px wide: nothing sideways, nothing cut off`, async () => {
      const { frame, view, style } = await framed(320, NASTY_STYLE, await nastyPage());
      style.apply({ textSize, lineHeight: 2, wordSpacing: 0.3 });
      const { document: page, getComputedStyle } = view;
      const stage = page.querySelector('#stage')!;
      const { scrollWidth, clientWidth } = page.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
      for (const element of stage.querySelectorAll<HTMLElement>('*:not(script,style,svg *,pre)')) {
        const { overflowX, display } = getComputedStyle(element);
        if (display === 'none' || display.startsWith('inline') || overflowX === 'visible') continue;
        const name = `${element.localName}.${element.className}`;
        expect(element.scrollWidth, name).to.be.at.most(element.clientWidth + 1);
        expect(element.scrollHeight, name).to.be.at.most(element.clientHeight + 1);
      }
      // What stands out of its box to the start side makes no scroll width: look at the text itself.
      const walker = page.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
      const range = page.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (!parent.checkVisibility() || parent.closest('select,textarea,svg')) continue;
        range.selectNodeContents(node);
        const zoom = 'currentCSSZoom' in stage || parent === stage ? 1 : textSize / 100;
        const where = `${parent.localName}: ${node.textContent!.trim().slice(0, 40)}`;
        for (const { left, right } of range.getClientRects()) {
          expect(left * zoom, where).to.be.at.least(-1);
          expect(right * zoom, where).to.be.at.most(321);
        }
      }
      frame.remove();
    });
  }

  it('keeps the page’s own indents and columns where there is room', async () => {
    const html = '<ul><li>بند</li></ul><table><tr><td>خلية</td></tr></table>';
    const { frame, view, style } = await framed(1200, '', html);
    style.apply({ textSize: 200 });
    const of = (selector: string) => view.getComputedStyle(view.document.querySelector(selector)!);
    expect(parseFloat(of('ul').paddingInlineStart)).to.be.above(30);
    expect(of('td').display).to.equal('table-cell');
    frame.remove();
  });
});
