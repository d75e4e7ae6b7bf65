import { expect } from '@open-wc/testing';
import { isChromium } from '../../commands.js';
import { parentOf } from '../../../src/page/dom-tree.js';
import { fetchText } from '../page/page.js';
import { mountFramed, type Framed } from './framed.js';
import { rendered } from './measure.js';
import { ARTICLE, button, settled, until } from './setup.js';
import { SURFACES } from './surfaces.js';

/**
 * Style sheets that pages really have, and two that nobody should. None underlines everything: CSS
 * has no way to take an ancestor's line off.
 */
const SHEETS: Readonly<Record<string, () => string | Promise<string>>> = {
  'Bootstrap RTL': () => fetchText('/node_modules/bootstrap/dist/css/bootstrap.rtl.css'),
  'Tailwind preflight': () => fetchText('/node_modules/tailwindcss/preflight.css'),
  'a reset of everything': () => '* { all: unset }',
  'a sheet of !important': () => `
    :root { font-size: 9px !important }
    * {
      font: italic 900 31px/3 cursive !important;
      font-feature-settings: 'smcp' !important;
      letter-spacing: 0.3em !important;
      word-spacing: 1em !important;
      text-transform: uppercase !important;
      text-indent: 40px !important;
      text-align: center !important;
      text-shadow: 2px 2px red !important;
      -webkit-text-fill-color: gray !important;
      -webkit-text-stroke: 1px red !important;
      color: #888 !important;
      accent-color: red !important;
      fill: red !important;
      stroke-width: 9px !important;
      white-space: nowrap !important;
      word-break: break-all !important;
      cursor: wait !important;
      list-style: square !important;
      quotes: none !important;
      tab-size: 40 !important;
      direction: ltr !important;
      box-sizing: content-box !important;
      caret-color: red !important;
      user-select: none !important;
    }
    button, input, select, label, dialog, h2, h3, p, svg, [part] {
      display: inline !important;
      color: red !important;
      border: 9px solid red !important;
    }`,
};

/** What an element looks like: every computed property, and its box. */
type Look = Readonly<Record<string, string>>;

/** Derived from a box's place on the page; and custom properties, which nothing of the page's reads. */
const PLACED = /^--|^(perspective|transform)-origin|^inset|^(top|right|bottom|left)$/;

function lookOf(element: Element, from: DOMRect): Look {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const round = (value: number) => String(Math.round(value));
  const look: Record<string, string> = {
    // What takes no room is at no place.
    place: width && height ? `${round(x - from.x)}, ${round(y - from.y)}` : '',
    size: `${round(width)} x ${round(height)}`,
  };
  for (const name of style) if (!PLACED.test(name)) look[name] = style.getPropertyValue(name);
  return look;
}

/** How elements that have a look now looked before, in words; empty if the same. */
function differences(
  before: ReadonlyMap<Element, Look>,
  now: ReadonlyMap<Element, Look>,
  except: readonly string[] = [],
): string[] {
  return [...now].flatMap(([element, look]) => {
    const was = before.get(element);
    // Lists are made anew when a sheet opens.
    if (!was) return [];
    return Object.entries(look)
      .filter(([name, value]) => was[name] !== value && !except.includes(name))
      .map(
        ([name, value]) =>
          `${element.localName}.${element.getAttribute('class') ?? ''} ${name}: ${was[name]} → ${value}`,
      );
  });
}

/** The page round the reader, and what is inside it. */
const PAGE = `
  <style>
    /* The page's layout is not what is tested: the reader's place is. */
    main, header, footer, article-reader { display: block !important; margin: 0 !important; padding: 0 !important; border: 0 !important }
    main { inline-size: 700px !important }
    html { scrollbar-width: none !important }
  </style>
  <header class="container"><h1 class="display-1">الموقع</h1><a href="#a" class="btn btn-primary">زر</a></header>
  <article-reader>${ARTICLE}
    <ul class="list-group"><li class="list-group-item">عنصر</li></ul>
    <blockquote class="blockquote"><p>اقتباس</p></blockquote>
    <table class="table"><tr><th>رأس</th><td>خانة</td></tr></table>
    <button class="btn btn-success">زر في المقال</button>
  </article-reader>
  <footer><p>ذيل</p></footer>`;

/** The page's own elements, inside the article and out of it. */
const ownElements = (view: Window) => [
  ...view.document.querySelectorAll(
    'header *, footer *, article-reader *:not(style, script), html, body',
  ),
];

/** Whether it is the interface's, from where that states its direction; round that, the page's holds. */
function isInterface(element: Element): boolean {
  for (
    let at: Element | null = element;
    at && at.getRootNode() !== at.ownerDocument;
    at = parentOf(at)
  )
    if (at.hasAttribute('dir')) return true;
  return false;
}

/** How many elements are looked at that are made alike: there are hundreds of rows and options. */
const ALIKE = 3;

const kindOf = (element: Element | null): string =>
  `${element?.localName}.${element?.getAttribute('class')}`;

async function looksOfInterface({ reader }: Framed): Promise<Map<Element, Look>> {
  const looks = new Map<Element, Look>();
  // What is seen first is current in the contents, whatever room it takes.
  reader.querySelector('h2')!.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (const [name, open] of Object.entries(SURFACES)) {
    // It shows the article, and how much of that is on the page is the page's.
    if (name === 'reading view') continue;
    const { root, close } = await open(reader);
    // What is counted and formatted after the first paint.
    await settled(300);
    // On top of the page it stands in the window, else in the page.
    const from = (root.matches('dialog') ? root : button(reader, 'toggle')).getBoundingClientRect();
    const counts = new Map<string, number>();
    for (const element of rendered(root)) {
      const kind = `${kindOf(parentOf(element))} ${kindOf(element)}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= ALIKE && isInterface(element)) looks.set(element, lookOf(element, from));
    }
    await close();
  }
  return looks;
}

describe('a page that has', () => {
  for (const [name, load] of Object.entries(SHEETS)) {
    // What a library says is said by these two in more words.
    if (!isChromium && !/^a /.test(name)) continue;
    it(`${name} breaks nothing of the reader’s, and the reader nothing of its`, async function () {
      this.timeout(60_000);
      localStorage.clear();
      const css = await load();
      const own = new Map<Element, Look>();
      const framed = await mountFramed(PAGE, {
        head: `<style id="hostile">${css}</style>`,
        // Before the element is defined: the page as it is without us.
        before: (view) => {
          for (const element of ownElements(view))
            own.set(element, lookOf(element, element.getBoundingClientRect()));
        },
      });
      const { reader, view } = framed;
      try {
        await until(() => button(reader, 'toggle').offsetParent);
        const after = new Map(
          ownElements(view).map((element) => [
            element,
            lookOf(element, element.getBoundingClientRect()),
          ]),
        );
        // The page is taller by the bar.
        const tall = ['size', 'height', 'block-size'];
        expect(
          differences(own, after).filter(
            (difference) =>
              !tall.some((it) => new RegExp(`^(html|body)\\. ${it}`).test(difference)),
          ),
        ).to.deep.equal([]);

        const hostile = view.document.querySelector<HTMLStyleElement>('#hostile')!;
        // Settings have another row until they are there.
        await reader.reader.refreshVoices();
        const withIt = await looksOfInterface(framed);
        const blocks = reader.article.blocks.map(({ kind, start }) => `${kind} ${start}`);
        hostile.disabled = true;
        hostile.media = 'not all';
        const without = await looksOfInterface(framed);
        expect(differences(without, withIt).slice(0, 20)).to.deep.equal([]);
        expect([...withIt.keys()].filter((element) => without.has(element))).to.have.length.above(
          100,
        );
        expect(blocks).to.include.members(['heading 0']);
        hostile.media = 'all';
        hostile.disabled = false;

        reader.setPreferences({ textSize: 200, lineHeight: 2, wordSpacing: 0.5, theme: 'dark' });
        await settled(20);
        for (const element of view.document.querySelectorAll('article-reader > p')) {
          const style = view.getComputedStyle(element);
          const size = parseFloat(style.fontSize);
          expect(parseFloat(style.zoom)).to.equal(2);
          expect(parseFloat(style.lineHeight)).to.be.closeTo(2 * size, 0.1);
          expect(parseFloat(style.wordSpacing)).to.be.closeTo(size / 2, 0.1);
          expect(parseFloat(style.letterSpacing) || 0).to.equal(0);
          expect(style.color).to.equal('rgb(238, 243, 247)');
          expect(style.backgroundColor).to.equal('rgb(18, 24, 30)');
          expect(style.textAlign).to.equal('start');
          expect(style.textShadow).to.equal('none');
        }
      } finally {
        framed.remove();
      }
    });
  }
});
