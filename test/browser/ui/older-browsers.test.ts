/**
 * What the oldest browsers of README lack is taken away from a page of its own, one at a time, before the
 * element is loaded there: it still upgrades, shows, sizes and reads.
 */
import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { zoomOf } from '../../../src/page/geometry/css-zoom.js';
import { mountFramed, type Framed } from './framed.js';
import { ARTICLE, button, settled, until } from './setup.js';

type View = Window & typeof globalThis;

const take = (from: object | undefined, name: string) => {
  if (from) delete (from as Record<string, unknown>)[name];
};

/**
 * CSS that is not known: a browser drops the declaration or the rule that has it, and says no when it
 * is asked.
 */
function takeCss(view: View, ...parts: string[]): void {
  const { CSS } = view;
  const { replaceSync } = view.CSSStyleSheet.prototype;
  view.CSSStyleSheet.prototype.replaceSync = function (css) {
    for (const part of parts)
      css = css.replaceAll(
        part,
        part.replace(/[a-z]/, (letter) => `-x-${letter}`),
      );
    replaceSync.call(this, css);
  };
  const supports = CSS.supports.bind(CSS) as (...asked: string[]) => boolean;
  CSS.supports = (...asked: string[]) =>
    supports(...asked) && !parts.some((part) => asked.join(':').includes(part));
}

/** As Chrome 90 to 124: names begin with dashes, and the selector is `:--name`. */
function takeNewStates(view: View): void {
  const states = new WeakMap<ElementInternals, Set<string>>();
  class LegacyStates extends Set<string> {
    override add(state: string): this {
      if (!state.startsWith('--')) throw new view.DOMException(`'${state}' must start with '--'.`);
      return super.add(state);
    }
  }
  Object.defineProperty(view.ElementInternals.prototype, 'states', {
    get(this: ElementInternals) {
      if (!states.has(this)) states.set(this, new LegacyStates());
      return states.get(this);
    },
  });
  takeCss(view, ':state(');
}

function takeSheets(view: View): void {
  take(view.Document.prototype, 'adoptedStyleSheets');
  take(view.ShadowRoot.prototype, 'adoptedStyleSheets');
  take(view.CSSStyleSheet.prototype, 'replaceSync');
  take(view.CSSStyleSheet.prototype, 'replace');
  view.CSSStyleSheet = new Proxy(view.CSSStyleSheet, {
    construct: () => {
      throw new TypeError('Illegal constructor');
    },
  });
}

function takePopover(view: View): void {
  for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
    take(view.HTMLElement.prototype, name);
}

/** A newer thing, and how it is taken away. */
const NEWER: Readonly<Record<string, (view: View) => void>> = {
  'custom states': (view) => {
    take(view.ElementInternals.prototype, 'states');
    takeCss(view, ':state(');
  },
  'custom states without dashes': takeNewStates,
  highlights: (view) => {
    take(view.CSS, 'highlights');
    take(view, 'Highlight');
  },
  zoom: (view) => {
    takeCss(view, 'zoom:');
    take(view.Element.prototype, 'currentCSSZoom');
  },
  'light-dark()': (view) => takeCss(view, 'light-dark(', 'text-wrap-style:'),
  'text-wrap-mode': (view) => takeCss(view, 'text-wrap-mode:', 'text-wrap-style:'),
  ':dir()': (view) => takeCss(view, ':dir('),
  ':has()': (view) => takeCss(view, ':has('),
  popovers: takePopover,
  'constructable style sheets': takeSheets,
  'Intl.Segmenter': (view) => take(view.Intl, 'Segmenter'),
  requestIdleCallback: (view) => take(view, 'requestIdleCallback'),
  'URL.canParse': (view) => take(view.URL, 'canParse'),
  getComposedRanges: (view) => take(view.Selection.prototype, 'getComposedRanges'),
  'reflected ARIA': (view) => {
    for (const name of Object.getOwnPropertyNames(view.Element.prototype))
      if (/^aria[A-Z]/.test(name)) take(view.Element.prototype, name);
  },
  // The oldest have sheets that can be constructed.
  'all that the oldest lack': (view) => {
    for (const [name, takeAway] of Object.entries(NEWER))
      if (!/^all|dashes|sheets/.test(name)) takeAway(view);
  },
};

const HEAD = `<style>
  h2 { font-size: 30px; line-height: 40px }
  p { font-size: 16px; line-height: 1.5 }
  p:last-child { font-size: 20px }
  .part p { font-size: 0.8rem }
  .line { white-space: nowrap }
</style>`;

const HTML = `<article-reader>${ARTICLE}<div class="part"><p class="line">${'سطر طويل لا ينكسر '.repeat(20)}</p></div>
  <p>وآخر الكلام.</p></article-reader>`;

describe('older browsers', () => {
  let framed: Framed;
  const errors: string[] = [];

  const open = async (without: (view: View) => void, html = HTML): Promise<ArticleReader> => {
    localStorage.clear();
    errors.length = 0;
    framed = await mountFramed(
      html,
      {
        head: HEAD,
        before(view) {
          without(view);
          view.addEventListener('error', ({ message }) => errors.push(message));
          view.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
        },
      },
      { msPerWord: 40 },
    );
    await until(() => framed.reader.article.text);
    return framed.reader;
  };

  afterEach(() => {
    framed.remove();
    localStorage.clear();
  });

  const inPage = (selector: string) => framed.view.document.querySelector<HTMLElement>(selector)!;
  const styleOf = (element: Element) => framed.view.getComputedStyle(element);
  /** How high a line is on the screen. */
  const lineOf = (selector: string) => {
    const range = framed.view.document.createRange();
    range.selectNodeContents(inPage(selector));
    const { height } = range.getClientRects()[0]!;
    const element = inPage(selector);
    // WebKit before `currentCSSZoom` leaves the zoom out.
    return height * ('currentCSSZoom' in element ? 1 : zoomOf(element));
  };

  for (const [name, takeAway] of Object.entries(NEWER))
    it(`upgrades, shows, sizes and reads without ${name}`, async () => {
      const reader = await open(takeAway);
      const { view } = framed;

      // Shows.
      const toolbar = reader.shadowRoot!.querySelector('article-reader-toolbar')!;
      const bar = toolbar.shadowRoot!.querySelector('.bar')!;
      expect(bar.getBoundingClientRect().height).to.be.above(50);
      const { backgroundColor, color } = styleOf(bar);
      expect([backgroundColor, color]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(22, 32, 42)']);
      // Arrows point along the text.
      expect(styleOf(bar.querySelector('.forth')!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
      expect(styleOf(bar.querySelector('.back')!).transform).to.equal('none');

      // Sizes: all that there is, by the same factor.
      const texts = ['h2', 'h2 + p', '.part p', 'article-reader > p:last-child'];
      const before = texts.map(lineOf);
      reader.update({ textSize: 200 });
      await until(() => lineOf('h2') > before[0]! * 1.5);
      texts.forEach((text, index) =>
        expect(lineOf(text) / before[index]!, text).to.be.within(1.9, 2.1),
      );
      // And all that comes later.
      const late = view.document.createElement('p');
      late.id = 'late';
      late.textContent = 'كلام جديد.';
      reader.insertBefore(late, inPage('h2').nextSibling);
      expect(lineOf('#late') / before[1]!).to.be.within(1.9, 2.1);
      // Nothing is cut off.
      const line = inPage('.line');
      await until(() => line.scrollWidth <= line.clientWidth + 1);
      reader.update({ textSize: 100 });
      expect(texts.map(lineOf)).to.deep.equal(before);

      // Colours.
      reader.update({ theme: 'system' });
      const isDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
      const paper = isDark ? 'rgb(18, 24, 30)' : 'rgb(255, 255, 255)';
      await until(() => styleOf(inPage('h2')).backgroundColor === paper);
      reader.update({ theme: 'page' });
      await until(() => styleOf(inPage('h2')).backgroundColor === 'rgba(0, 0, 0, 0)');

      // Reads, and marks what it reads.
      reader.play();
      await until(() => reader.playback.status === 'playing');
      await until(() => reader.position.sentence);
      const boxes = () =>
        reader.shadowRoot!.querySelector('.article-reader-boxes')?.children.length;
      await until(() => (view.CSS.highlights?.size ?? 0) > 0 || boxes());
      const hasStates = !/states|^all/.test(name);
      expect(reader.matches(hasStates ? ':state(playing)' : '[data-states~=playing]')).to.equal(
        true,
      );
      expect(reader.hasAttribute('data-states')).to.equal(!hasStates);
      reader.stop();

      // The sheets, and the reading view.
      button(reader, 'settings').click();
      const sheet = () =>
        reader.shadowRoot!.querySelector('article-reader-quick-settings')?.shadowRoot;
      const panel = () =>
        sheet()?.querySelector('article-reader-panel')?.shadowRoot?.querySelector('dialog');
      await until(() => panel()?.open);
      const chosen = sheet()!.querySelector('label:is(.chosen) .swatch')!;
      expect(styleOf(chosen).outlineStyle).to.equal('solid');
      panel()!.close();
      button(reader, 'view').click();
      const article = () =>
        reader.shadowRoot!.querySelector('article-reader-view')?.shadowRoot?.querySelector('.text');
      await until(() => article()?.textContent?.includes('قالت الوزارة'));
      await settled(50);
      expect(errors.filter((message) => !/ResizeObserver/.test(message))).to.deep.equal([]);
    });

  it('without custom states write one attribute, on the reader, that says which and what', async () => {
    const reader = await open(NEWER['custom states']!, `${HTML}${HTML}`);
    const other = framed.view.document.querySelectorAll('article-reader')[1]!;
    expect(reader.dataset['states']).to.match(/^reader-\d+ idle$/);
    expect(other.dataset['states']).to.match(/^reader-\d+ idle$/);
    expect(other.dataset['states']).not.to.equal(reader.dataset['states']);
    // A copy is another one.
    const copy = reader.cloneNode(true) as ArticleReader;
    framed.view.document.body.append(copy);
    expect(copy.dataset['states']).not.to.equal(reader.dataset['states']);
    // Nor can one be made with an attribute.
    const made = framed.view.document.createElement('article-reader');
    expect(made.attributes.length).to.equal(0);
    reader.update({ textSize: 200 });
    await until(() => lineOf('h2') > 50);
    const texts = [...framed.view.document.querySelectorAll('main *')];
    expect(texts.filter((it) => [...it.attributes].some(({ name }) => /data/.test(name)))).to.eql([
      reader,
      other,
    ]);
  });

  it('without zoom tell texts apart that are written alike, by where they are', async () => {
    const reader = await open(
      NEWER['zoom']!,
      `<style>
        .a p { font-size: 12px } .b p { font-size: 18px }
        section > p:nth-child(2) { font-size: 31px; line-height: 62px }
      </style>
      <article-reader>
        <div class="a"><p id="p1">أول.</p></div>
        <div class="b"><p id="p2">ثان.</p></div>
        <section><p id="p3">ثالث.</p><p id="p4">رابع.</p><p id="p5" style="font-size: 9px">خامس.</p></section>
      </article-reader>`,
    );
    const sizes = () =>
      [1, 2, 3, 4, 5].map((index) => parseFloat(styleOf(inPage(`#p${index}`)).fontSize));
    const before = sizes();
    expect(before).to.deep.equal([12, 18, 16, 31, 9]);
    for (const textSize of [150, 300, 50]) {
      reader.update({ textSize });
      await until(() => sizes()[0] !== 12);
      expect(sizes()).to.deep.equal(before.map((size) => (size * textSize) / 100));
      expect(parseFloat(styleOf(inPage('#p4')).lineHeight)).to.equal((62 * textSize) / 100);
    }
    reader.update({ textSize: 100 });
    expect(sizes()).to.deep.equal(before);
  });

  it('without constructable sheets put styles into the head, and take them out again', async () => {
    const reader = await open(NEWER['constructable style sheets']!);
    const count = () => framed.view.document.head.querySelectorAll('style').length;
    const before = count();
    reader.update({ textSize: 150 });
    expect(count()).to.equal(before + 1);
    reader.remove();
    expect(count()).to.equal(before);
  });

  it('without URL.canParse show a document from elsewhere', async () => {
    const html = '<article-reader></article-reader>';
    localStorage.clear();
    framed = await mountFramed(html, { before: NEWER['URL.canParse']! });
    const page = '<article><p>نص <a href="there.html">رابط</a>.</p></article>';
    framed.reader.src = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
    await until(() => framed.reader.article.text.includes('رابط'));
  });
});
