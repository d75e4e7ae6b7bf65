import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { until } from './until.js';

type View = Window & typeof globalThis;

/** A page that a server rendered; no script has run. */
async function open(): Promise<{ view: View; frame: HTMLIFrameElement }> {
  const frame = document.createElement('iframe');
  frame.title = 'page';
  frame.style.cssText = 'position:absolute;inset:0 auto auto 0;border:0;width:900px;height:600px';
  frame.src = '/test/fixtures/ui/server-rendered.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { view: frame.contentWindow as View, frame };
}

async function load(view: View, address: string): Promise<void> {
  const script = view.document.createElement('script');
  script.type = 'module';
  script.src = new URL(address, import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  view.document.head.append(script);
  await loaded;
}

describe('a reader that a server rendered', () => {
  for (const [name, scripts] of Object.entries({
    'and nothing for hydration': [],
    'and what Lit hydrates with': [
      '/node_modules/@lit-labs/ssr-client/lit-element-hydrate-support.js',
    ],
  }))
    it(`is taken over where it stands, with the element ${name}`, async () => {
      localStorage.clear();
      const { view, frame } = await open();
      try {
        const page = view.document;
        const reader = page.querySelector('article-reader') as ArticleReader;
        expect(reader.shadowRoot, 'declarative shadow root').to.exist;
        const errors: unknown[] = [];
        view.addEventListener('error', ({ message }) => errors.push(message));
        view.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
        const places = () =>
          ['h1', '#first', '#last'].map((it) => {
            const { x, y, width, height } = page.querySelector(it)!.getBoundingClientRect();
            return [x, y, width, height];
          });
        const before = places();
        // Under the bar, not at the top of the page.
        expect(before[0]![1]).to.be.above(60);

        for (const script of scripts) await load(view, script);
        await load(view, '../../../src/index.ts');
        await reader.updateComplete;
        expect(places(), 'at once').to.deep.equal(before);
        await until(() => reader.article.text);
        expect(places(), 'once it is read').to.deep.equal(before);

        const bars = reader.shadowRoot!.querySelectorAll('article-reader-toolbar');
        expect(bars.length).to.equal(1);
        expect(reader.shadowRoot!.querySelectorAll('slot').length).to.equal(1);
        await until(() => bars[0]!.shadowRoot!.querySelector('.place')!.textContent!.trim());
        bars[0]!.shadowRoot!.querySelector<HTMLElement>('[data-command=larger]')!.click();
        await until(() => reader.settings.textSize > 100);
        expect(errors).to.deep.equal([]);
      } finally {
        frame.remove();
        localStorage.clear();
      }
    });
});
