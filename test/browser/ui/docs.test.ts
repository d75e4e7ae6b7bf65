/** The documentation and the gallery, as they are served: axe finds nothing on any page. */
import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import type { ArticleReader } from '../../../src/elements.js';
import { isChromium } from '../../commands.js';
import { until } from './until.js';

type View = Window & typeof globalThis & { axe: typeof Axe };

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules whose answer hangs on the width. */
const LAYOUT = ['target-size', 'scrollable-region-focusable'];

/** Bytes of what a page loads at first, gzipped as a site sends it, without typefaces and voice. */
const MOST = 120 * 1024;
/** Those of a file, which many pages share. */
const weights = new Map<string, Promise<number>>();

const gzipped = async (address: string): Promise<number> => {
  // The server of the tests puts source maps into scripts.
  const text = (await (await fetch(address)).text()).replace(
    /\n\/\/# sourceMappingURL=data:.*/,
    '',
  );
  const body = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(body).arrayBuffer()).byteLength;
};

function weightOf({ location, performance }: View): Promise<number> {
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => !/\.woff2?$|\/assets\/(voice|tashkeel)\/|\/__web-/.test(name));
  return [location.href, ...loaded].reduce(async (sum, address) => {
    if (!weights.has(address)) weights.set(address, gzipped(address));
    return (await sum) + (await weights.get(address)!);
  }, Promise.resolve(0));
}

/** @param axe the text of its script: fetched once, as it is large */
async function faultsOf(frame: HTMLIFrameElement, path: string, axe: string): Promise<string[]> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = path;
  await loaded;
  const view = frame.contentWindow as View;
  const { document } = view;
  await until(() => document.querySelector('article-reader')?.article?.blocks.length);
  document.head.append(Object.assign(document.createElement('script'), { textContent: axe }));
  const faults: string[] = [];
  const weight = await weightOf(view);
  if (weight > MOST) faults.push(`${path}: ${weight} bytes`);
  // Pages are made alike: each is looked at by all rules at one width, and by those of layout at all.
  const thorough = path.includes('/en/') ? 1280 : path.includes('/looks/') ? 390 : 320;
  for (const width of [1280, 390, 320]) {
    frame.style.width = `${width}px`;
    const sideways = document.documentElement.scrollWidth - width;
    if (sideways > 0) faults.push(`${path}: ${sideways} px more than ${width}`);
    const { violations } = await view.axe.run(document, {
      runOnly: width === thorough ? [...LEVELS, 'best-practice'] : { type: 'rule', values: LAYOUT },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        faults.push(`${path} at ${width} px: ${id}: ${target.join(' ')}: ${failureSummary}`);
  }
  return faults;
}

describe('the documentation', () => {
  it('axe finds nothing, nothing scrolls sideways, and none is heavy, on any page at any width', async function () {
    // What axe finds of the page itself depends on no engine.
    if (!isChromium) return;
    this.timeout(60_000);
    localStorage.clear();
    const axe = await (await fetch('/node_modules/axe-core/axe.min.js')).text();
    const frame = document.createElement('iframe');
    frame.title = 'page';
    // So high that the bar, which a phone has at the bottom of the window, covers no link.
    frame.style.cssText = 'border:0;height:20000px';
    document.body.append(frame);
    const INDEXES = [
      '/demo/docs/site/index.html',
      '/demo/docs/site/en/index.html',
      '/demo/looks/index.html',
    ];
    const pages = new Set(INDEXES);
    for (const index of INDEXES) {
      const html = await (await fetch(index)).text();
      for (const link of new DOMParser().parseFromString(html, 'text/html').links)
        if (link.closest('main'))
          pages.add(new URL(link.getAttribute('href')!, new URL(index, location.href)).pathname);
    }
    expect(pages.size).to.be.above(32);
    const faults: string[] = [];
    for (const path of pages) faults.push(...(await faultsOf(frame, path, axe)));
    frame.remove();
    expect(faults).to.deep.equal([]);
  });

  it('what is set in the playground is set on the element, and is its code', async function () {
    if (!isChromium) return;
    const frame = document.createElement('iframe');
    frame.title = 'playground';
    frame.src = '/demo/docs/site/playground.html';
    document.body.append(frame);
    const page = () => frame.contentDocument!;
    await until(() => page().querySelector('#now')?.textContent);
    const field = <Field extends Element>(data: string) => page().querySelector<Field>(data)!;
    field<HTMLSelectElement>('[data-attribute=highlight]').value = 'word';
    field<HTMLInputElement>('[data-attribute=text-size]').value = '150';
    field<HTMLInputElement>('[data-property="--article-reader-inset"]').value = '64px';
    field<HTMLInputElement>('[data-part=listen]').click();
    const reader = page().querySelector<ArticleReader>('#tried')!;
    await reader.updateComplete;
    expect(reader.settings).to.include({ highlight: 'word', textSize: 150 });
    const view = frame.contentWindow!;
    expect(view.getComputedStyle(reader).getPropertyValue('--article-reader-inset')).to.equal(
      '64px',
    );
    expect(page().querySelector('#code')!.textContent).to.equal(
      [
        '<style>\narticle-reader {\n  --article-reader-inset: 64px;\n}',
        'article-reader::part(listen) {\n  outline: 2px dashed;\n}\n</style>',
        '<article-reader text-size="150" highlight="word">\n  …\n</article-reader>',
      ].join('\n'),
    );
    frame.remove();
  });
});
