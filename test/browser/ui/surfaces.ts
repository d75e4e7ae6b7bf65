/** Everything that the interface draws, and how one gets there: a new sheet is one line here. */
import type { ArticleReader } from '../../../src/elements.js';
import { button, openAllSettings, until } from './setup.js';

/** A surface that is open. */
export interface Open {
  /** What is measured. */
  readonly root: Element;
  close(): Promise<void>;
}

type Surface = (reader: ArticleReader) => Promise<Open>;

/** An element somewhere in the reader's shadow roots. */
function deep<Found extends Element>(root: ParentNode, selector: string): Found | undefined {
  const found = root.querySelector<Found>(selector);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && deep<Found>(shadowRoot, selector);
    if (inside) return inside;
  }
  return undefined;
}

const frameOf = (reader: ArticleReader) => reader.shadowRoot!.querySelector('.frame')!;
/** The tree of the bar. */
export const toolbarOf = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('article-reader-toolbar')!.shadowRoot!;

/** Shows the buttons that a narrow bar folds away; undone by what is returned. */
async function unfold(reader: ArticleReader): Promise<() => void> {
  const more = button(reader, 'more');
  if (!more.offsetParent || more.ariaExpanded === 'true') return () => {};
  more.click();
  await until(() => more.ariaExpanded === 'true');
  return () => more.click();
}

/** A modal dialog that a button of the bar opens, in that element. */
const dialog =
  (command: string, element: string): Surface =>
  async (reader) => {
    const fold = await unfold(reader);
    button(reader, command).click();
    const find = () => {
      const host = deep(reader.shadowRoot!, element);
      return host?.shadowRoot && deep<HTMLDialogElement>(host.shadowRoot, 'dialog');
    };
    await until(() => find()?.open);
    const root = find()!;
    return {
      root,
      async close() {
        // The element hears of it in a task of its own.
        const closed = new Promise((resolve) =>
          root.addEventListener('close', resolve, { once: true }),
        );
        root.close();
        await closed;
        // Back in the browser's history, where it made an entry.
        const { history } = reader.ownerDocument.defaultView!;
        await until(() => !history.state?.articleReaderView);
        fold();
      },
    };
  };

export const SURFACES: Readonly<Record<string, Surface>> = {
  bar: async (reader) => ({ root: frameOf(reader), async close() {} }),
  'bar, all of it': async (reader) => {
    const fold = await unfold(reader);
    return { root: toolbarOf(reader).querySelector('.bar')!, close: async () => fold() };
  },
  settings: dialog('settings', 'article-reader-quick-settings'),
  'all settings': async (reader) => {
    const fold = await unfold(reader);
    const sheet = await openAllSettings(reader);
    const root = deep<HTMLDialogElement>(sheet, 'dialog')!;
    return {
      root,
      async close() {
        root.close();
        fold();
      },
    };
  },
  help: dialog('help', 'article-reader-help'),
  contents: dialog('contents', 'article-reader-places'),
  'speed and sleep timer': dialog('rate', 'article-reader-speed'),
  'word card': async (reader) => {
    reader.seek(0);
    toolbarOf(reader)
      .querySelector('.bar')!
      .dispatchEvent(
        new KeyboardEvent('keydown', { key: 'i', code: 'KeyI', bubbles: true, composed: true }),
      );
    const find = () =>
      reader
        .shadowRoot!.querySelector('article-reader-card')
        ?.shadowRoot?.querySelector<HTMLElement>('.card') ?? undefined;
    await until(find);
    const root = find()!;
    return {
      root,
      async close() {
        root.querySelector<HTMLElement>('header button')!.click();
        await until(() => !find());
        reader.stop();
      },
    };
  },
  'reading view': dialog('view', 'article-reader-view'),
  'one sentence': async (reader) => {
    reader.setPreferences({ oneSentence: true });
    const { root, close } = await dialog('view', 'article-reader-view')(reader);
    await until(() => reader.position.sentence);
    return {
      root,
      async close() {
        await close();
        reader.setPreferences({ oneSentence: undefined });
        reader.stop();
      },
    };
  },
};

/** The button back to the reading, once it has been loaded. */
export const wayBack = (reader: ArticleReader): HTMLElement | null | undefined =>
  reader
    .shadowRoot!.querySelector('article-reader-return')
    ?.shadowRoot!.querySelector<HTMLElement>('.return');

/** States of the bar that differ in what is drawn; each goes on from the one before. */
export const STATES: Readonly<Record<string, (reader: ArticleReader) => Promise<unknown>>> = {
  idle: async () => {},
  playing: async (reader) => {
    reader.play();
    await until(() => reader.playback.status === 'playing');
  },
  'playing, scrolled away': async (reader) => {
    const { document, scrollTo } = reader.ownerDocument.defaultView!;
    let scrolled = 0;
    await until(() => {
      scrollTo(0, (scrolled = scrolled ? 0 : document.documentElement.scrollHeight));
      return wayBack(reader)?.hidden === false;
    });
  },
  paused: async (reader) => {
    reader.pause();
    await until(() => reader.playback.status === 'paused');
  },
};
