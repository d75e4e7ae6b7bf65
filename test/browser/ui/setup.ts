/** What the tests of the element share. */
import '../../../src/index.js';
import type { ArticleReader } from '../../../src/elements.js';
import { settled, until } from './until.js';
import { installFakeSpeech, type FakeOptions, type FakeSynthesis } from '../../fake-speech.js';

export { settled, until };
export const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** The founding article, as one line of text. */
export const foundingArticle = async () =>
  (await (await fetch(new URL('../../../demo/article.txt', import.meta.url))).text()).trim();

/**
 * Waits until the reader is in that state, or has been: on a busy machine a short reading may be over
 * between two looks.
 */
export function reaches(
  reader: ArticleReader,
  status: ArticleReader['playback']['status'],
): Promise<void> {
  let reached = reader.playback.status === status;
  const listening = new AbortController();
  reader.addEventListener(
    'reader-statechange',
    ({ playback }) => (reached ||= playback.status === status),
    { signal: listening.signal },
  );
  return until(() => reached).finally(() => listening.abort());
}

/** An event of the reader's. */
export const eventOf = <Name extends keyof HTMLElementEventMap>(target: HTMLElement, name: Name) =>
  new Promise<HTMLElementEventMap[Name]>((resolve) =>
    target.addEventListener(name, resolve, { once: true }),
  );

interface Mounted {
  reader: ArticleReader;
  stage: HTMLElement;
  synthesis: FakeSynthesis;
}

let cleanUp = () => {};

/** Nothing left of the test before: no reader, no preferences, the browser's own speech. */
export function reset(): void {
  cleanUp();
  cleanUp = () => {};
  localStorage.clear();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
}

/**
 * Puts HTML with one `<article-reader>` on the page, with a voice that says a word in a moment.
 *
 * @returns the first reader, ready.
 */
export async function mount(
  html: string,
  speech: FakeOptions & { readonly msPerWord?: number } = {},
  { lang = 'ar', dir = 'rtl' } = {},
): Promise<Mounted> {
  reset();
  const { synthesis, restore } = installFakeSpeech(globalThis, speech);
  const stage = document.createElement('main');
  stage.lang = lang;
  stage.dir = dir;
  stage.innerHTML = html;
  document.body.append(stage);
  cleanUp = () => {
    stage.remove();
    restore();
  };
  const reader = stage.querySelector('article-reader')!;
  await reader.updateComplete;
  return { reader, stage, synthesis };
}

/** Three paragraphs of two sentences, with a heading. */
export const ARTICLE = `
  <h2>عنوان المقال</h2>
  <p>قالت الوزارة إن العمل بدأ اليوم. وأضافت أن الخطة تشمل المدن كلها.</p>
  <p>من جهته أكد المدير نجاح التجربة. وأشار إلى <a href="#there">تقرير سابق</a> في الموضوع.</p>
  <p>وفي الختام شكر الحضور. ثم انصرف الجميع.</p>`;

/** The toolbar's button of that command. */
export function button(reader: ArticleReader, command: string): HTMLButtonElement {
  const toolbar = reader.shadowRoot!.querySelector('article-reader-toolbar')!;
  return toolbar.shadowRoot!.querySelector(`[data-command="${command}"]`)!;
}

/** What has focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** The middle of a range or an element, in whole CSS pixels, as a mouse position. */
export function middleOf(thing: Range | Element): [number, number] {
  const { left, top, width, height } = thing.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** The sheet of all settings, open: by the button, the small sheet, and what that leads to. */
export async function openAllSettings(reader: ArticleReader): Promise<ShadowRoot> {
  const sheet = (name: string) => reader.shadowRoot!.querySelector(name)?.shadowRoot;
  const isOpen = (name: string) =>
    sheet(name)?.querySelector('article-reader-panel')?.shadowRoot?.querySelector('dialog')?.open;
  button(reader, 'settings').click();
  await until(() => isOpen('article-reader-quick-settings'));
  sheet('article-reader-quick-settings')!.querySelector<HTMLElement>('.all')!.click();
  await until(() => isOpen('article-reader-settings'));
  return sheet('article-reader-settings')!;
}
