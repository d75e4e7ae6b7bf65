import { expect } from '@open-wc/testing';
import { BASE_SETTINGS } from '../../../src/core/settings.js';
import { PageStyle, styleRules } from '../../../src/page/style/page-style.js';
import { fetchText, foundingArticle, put, settled } from './page.js';

const CONTENT = '#stage > *';
const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
const height = (selector: string) =>
  document.querySelector(selector)!.getBoundingClientRect().height;

/** Waits until something holds; fails with its source text otherwise. */
async function until(holds: () => unknown): Promise<void> {
  for (const end = performance.now() + 10_000; !holds(); await settled(5))
    if (performance.now() > end) throw new Error(`never: ${holds}`);
}

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
    expect(styleRules('p', BASE_SETTINGS)).to.equal('');
    put('<p>نص</p>');
    style.apply(BASE_SETTINGS);
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
      theme: 'contrast',
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
    expect(of('#stage b').color).to.equal('rgb(255, 230, 0)');
    style.apply({});
    expect(x.textAlign).to.equal('justify');
    expect(x.color).to.equal('rgb(255, 0, 0)');
  });

  it('leaves what is not the content alone, and comes back when the page throws it out', () => {
    put('<p>نص</p>');
    const outside = document.createElement('p');
    document.body.append(outside);
    style.apply({ lineHeight: 3, theme: 'contrast' });
    expect(getComputedStyle(outside).lineHeight).to.equal('normal');
    outside.remove();
    document.adoptedStyleSheets = [];
    style.apply({ lineHeight: 3, theme: 'contrast' });
    expect(of('#stage p').color).to.equal('rgb(255, 255, 255)');
    expect(styleRules('p', { textSize: 300 })).to.match(/^@media not print\{/);
  });

  describe('with settings that are loaded when they are first needed', () => {
    const HOSTILE = `* {font-family:Courier !important; text-indent:0} #stage #x#x {font-weight:300;
      font-style:italic; text-decoration:underline; text-align:justify; margin:0; width:900px}
      #stage .lead {text-align:center; font-variant:small-caps} .icon {font-family:fantasy !important}
      .deco::before {content:''; background:url(data:,) red}
      main#stage b, #stage #x b {font-weight:900}`;
    const PICTURE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
    const HTML = `<h2>عنوان <em>مائل</em></h2>
      <p id="x">قال <b>ممثل</b> <i>الأمين</i> <u>العام</u> <a href="#a" style="text-decoration:none">رابط</a>
        <s>خطأ</s> <code>code</code> <span class="icon">home</span></p>
      <p class="lead deco">فقرة <img id="word" alt="صورة" width="200" height="100" src="${PICTURE}"></p>
      <figure><img alt="منظر" width="300" height="200" src="${PICTURE}"><figcaption>شرح الصورة</figcaption></figure>
      <svg id="drawing" width="50" height="50"></svg><button><svg id="sign" width="20" height="20"></svg></button>`;

    beforeEach(() => {
      pageSays(HOSTILE);
      put(HTML, 'width:800px');
    });

    const applied = async (settings: Parameters<PageStyle['apply']>[0]) => {
      style.apply(settings);
      await until(() => document.adoptedStyleSheets.length);
    };

    it('sets the typeface of the text, and of nothing that is letters of another kind', async () => {
      await applied({ typeface: 'system' });
      expect(of('#x').fontFamily).to.match(/^system-ui/);
      expect(of('#x b').fontFamily).to.match(/^system-ui/);
      expect(of('#x code').fontFamily).to.equal('Courier');
      expect(of('#x .icon').fontFamily).to.equal('fantasy');
    });

    it('sets the weight, with bold and headings told apart', async () => {
      await applied({ fontWeight: 600 });
      expect(of('#x').fontWeight).to.equal('600');
      expect(of('#x i').fontWeight).to.equal('600');
      expect(of('#x b').fontWeight).to.equal('800');
      expect(of('h2 em').fontWeight).to.equal('800');
    });

    it('takes emphasis away, but not from headings, links and what is struck out', async () => {
      await applied({ emphasis: false });
      expect(of('#x').fontWeight).to.equal('400');
      expect(of('#x b').fontWeight).to.equal('400');
      expect(of('#x i').fontStyle).to.equal('normal');
      for (const plain of ['#x', '#x u']) expect(of(plain).textDecorationLine).to.equal('none');
      expect(of('#x a').textDecorationLine).to.equal('underline');
      expect(of('#x s').textDecorationLine).to.equal('line-through');
      expect(Number(of('h2').fontWeight)).to.be.at.least(700);
      expect(of('.lead').fontVariantCaps).to.equal('normal');
    });

    it('parts paragraphs, and aligns them as asked', async () => {
      await applied({ paragraphSpacing: 2, align: 'start' });
      const x = of('#x');
      expect(parseFloat(x.marginBlockEnd)).to.equal(2 * parseFloat(x.fontSize));
      expect(x.textAlign).to.equal('start');
      expect(of('.lead').textAlign).to.equal('start');
      style.apply({ align: 'justify' });
      // Only where there is room: gaps between few words are rivers.
      expect(of('.lead').textAlign).to.equal(innerWidth < 480 ? 'start' : 'justify');
      style.apply({ align: 'justify', textSize: 500 });
      expect(of('.lead').textAlign).to.equal(innerWidth < 2400 ? 'start' : 'justify');
      expect(of('h2').textAlign).to.equal('start');
    });

    it('ends lines at the measure, headings with the text, and leaves margins', async () => {
      const width = (selector: string) =>
        document.querySelector(selector)!.getBoundingClientRect().width;
      await applied({ measure: 20 });
      const em = parseFloat(of('#x').fontSize);
      const longest = Math.min(20 * em, innerWidth);
      expect(width('#x')).to.be.closeTo(longest, 1);
      expect(width('h2')).to.be.closeTo(longest, 1);
      style.apply({ margins: 25 });
      expect(width('.lead')).to.be.closeTo(400, 1);
      const { left, right } = document.querySelector('#stage')!.getBoundingClientRect();
      const lead = document.querySelector('.lead')!.getBoundingClientRect();
      expect(lead.left - left).to.be.closeTo(right - lead.right, 1);
      style.apply({ margins: 5, measure: 15 });
      expect(width('.lead')).to.be.closeTo(15 * em, 1);
    });

    it('hides pictures and decoration; words for them and captions stay', async () => {
      await applied({ pictures: false });
      for (const picture of ['#word', 'figure img']) {
        const { width, height } = document.querySelector(picture)!.getBoundingClientRect();
        expect(width + height, picture).to.equal(0);
        // Read aloud, and by a screen reader, as before.
        expect(of(picture).display).not.to.equal('none');
        expect(of(picture).visibility).to.equal('visible');
      }
      expect(of('#drawing').display).to.equal('none');
      expect(of('#sign').display).not.to.equal('none');
      expect(of('figcaption').display).not.to.equal('none');
      const deco = getComputedStyle(document.querySelector('.deco')!, '::before');
      expect(deco.backgroundImage).to.equal('none');
    });

    it('paints the user’s own ink and paper over any theme, links and marks legible', async () => {
      await applied({ theme: 'dark', ink: '#3a2400', paper: '#ffe8c0' });
      expect(of('#x').color).to.equal('rgb(58, 36, 0)');
      expect(of('#x').backgroundColor).to.equal('rgb(255, 232, 192)');
      expect(of('#x').colorScheme).to.equal('light');
      expect(of('#x a').color).not.to.equal(of('#x').color);
      style.apply({ paper: '#ffe8c0' });
      expect(of('#x').color).to.equal('rgb(22, 32, 42)');
      style.apply({ ink: '#ffff00' });
      expect(of('#x').backgroundColor).to.equal('rgb(18, 24, 30)');
    });

    it('dims text, paper and pictures, without a filter over the text', async () => {
      await applied({ theme: 'dark', brightness: 60 });
      const [red] = of('#x').color.match(/\d+/g)!.map(Number);
      expect(red).to.be.within(100, 200);
      expect(of('#x').filter).to.equal('none');
      expect(of('#word').filter).to.equal('brightness(0.6)');
      // The page's own colours are not known: then a paper of ours is dimmed.
      style.apply({ brightness: 60 });
      expect(of('#x').backgroundColor).to.match(
        /^rgb\((153, 153, 153|\d{1,2}, \d{1,2}, \d{1,2})\)$/,
      );
    });

    it('takes the last of what was asked for while it was loading', async () => {
      const other = new PageStyle(document, '.lead');
      other.apply({ emphasis: false });
      other.apply({});
      await settled(50);
      expect(document.adoptedStyleSheets).to.deep.equal([]);
      other.dispose();
    });
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
    const module = new URL('../../../src/page/style/page-style.ts', import.meta.url);
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
