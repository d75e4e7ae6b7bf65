/** A view of any width, in a frame: WebKitGTK's own window is never narrower than 447 px. */
import type { ArticleReader } from '../../../src/elements.js';
import { installFakeSpeech, type FakeOptions } from '../../fake-speech.js';
import { eventOf, until } from './setup.js';

type View = Window & typeof globalThis;

export interface Framed {
  readonly reader: ArticleReader;
  readonly view: View;
  /** Sizes the view, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  remove(): void;
}

/**
 * Puts HTML with one `<article-reader>` into a page of its own.
 *
 * @param page `frame`: whose page it is, where it is not a new one; `head`: HTML for the page's head, such as its style; `before`: looks at the page before the
 *   element is defined
 */
export async function mountFramed(
  html: string,
  {
    lang = 'ar',
    dir = 'rtl',
    head = '',
    before = () => {},
    frame = document.createElement('iframe'),
  }: {
    lang?: string;
    dir?: string;
    head?: string;
    before?: (view: View) => void;
    frame?: HTMLIFrameElement;
  } = {},
  speech: FakeOptions & { readonly msPerWord?: number } = {},
): Promise<Framed> {
  if (!frame.isConnected) await open(frame);
  const view = frame.contentWindow as View;
  const page = view.document;
  page.documentElement.lang = lang;
  page.documentElement.dir = dir;
  page.head.insertAdjacentHTML('beforeend', head);
  page.body.style.margin = '8px';
  page.body.innerHTML = `<main>${html}</main>`;
  installFakeSpeech(view, speech);
  before(view);
  const script = page.createElement('script');
  script.type = 'module';
  script.src = new URL('../../../src/index.ts', import.meta.url).href;
  page.head.append(script);
  await until(() => view.customElements.get('article-reader'));
  const reader = view.document.querySelector('article-reader')!;
  await reader.updateComplete;
  return {
    reader,
    view,
    async resize(width, height) {
      if (view.innerWidth === width && view.innerHeight === height) return;
      const resized = eventOf(view as unknown as HTMLElement, 'resize' as never);
      frame.style.width = `${width}px`;
      frame.style.height = `${height}px`;
      await resized;
      await new Promise((resolve) => view.requestAnimationFrame(resolve));
    },
    remove: () => frame.remove(),
  };
}

/** Shows a page that has nothing on it. */
async function open(frame: HTMLIFrameElement): Promise<void> {
  frame.title = 'page';
  frame.style.cssText = 'position:absolute;inset:0 auto auto 0;border:0;width:1280px;height:800px';
  // A page with an address: only such a one can go back in its history without being lost.
  frame.src = new URL('../../fixtures/ui/blank.html', import.meta.url).href;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
}
