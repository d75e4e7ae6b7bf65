import type { LitElement } from 'lit';
import { adoptSheet, createSheet, type Reader } from '../../reader/reader.js';
import type { ToolbarCommand } from '../toolbar/article-reader-toolbar.js';
import type { HostStates } from '../internal/host-states.js';
import { seekOnClick } from '../internal/seek-on-click.js';
import { watchBar } from './watch-bar.js';

/** What the element says of where its article is. */
interface SourceHost extends LitElement {
  readonly reader: Reader;
  readonly for: string | null;
  readonly src: string | null;
  readonly text: string | null;
}

/**
 * Finds the element's article, wherever it is (in the element, elsewhere on the page, at an address or
 * in a property), and gives it to the reader. Knows nothing of the interface round it.
 */
export class ArticleSource {
  readonly #host: SourceHost;
  readonly #states: HostStates;
  readonly #onKeydown: (event: KeyboardEvent) => void;
  readonly #ask: (command: ToolbarCommand) => void;
  /** Ends what listens to where the article may be; what listens to the article ends with that. */
  #connection: AbortController | null = null;
  /**
   * Whether text stands bare in the element, or in a slot: it is styled with the region that it is in.
   * Null where nothing is slotted.
   */
  #isBare: boolean | null = null;
  /** What the article was read into when it was looked for bare text last. */
  #seen: unknown;

  /**
   * @param states by which a style sheet tells this element from the others
   * @param onKeydown hears the keys that are pressed in an article elsewhere on the page
   * @param ask does what a click into the text asks for
   */
  constructor(
    host: SourceHost,
    states: HostStates,
    onKeydown: (event: KeyboardEvent) => void,
    ask: (command: ToolbarCommand) => void,
  ) {
    this.#host = host;
    this.#states = states;
    this.#onKeydown = onKeydown;
    this.#ask = ask;
  }

  /** Whether the text is one that we render. */
  get isRendered(): boolean {
    // Frameworks set what is not given to undefined.
    return this.#host.text != null || !!this.#host.src;
  }

  /** Whether bare text came, or went, since the article was found: it may be later than the element. */
  get isOutdated(): boolean {
    // Each change of the page makes another: with each sentence that is read there is nothing to look at.
    const page = this.#host.reader.surface?.page;
    if (page === this.#seen) return false;
    this.#seen = page;
    return this.#isBare !== null && this.#isBare !== hasBareText(this.#host);
  }

  /** Finds the article and gives it to the reader, in place of the one that there was. */
  connect(): void {
    this.disconnect();
    const { signal } = (this.#connection = new AbortController());
    this.#isBare = null;
    watchBar(this.#host, signal);
    if (this.isRendered) this.#render();
    else if (this.#host.for) this.#follow(signal);
    else this.#attachSlotted();
  }

  disconnect(): void {
    this.#connection?.abort();
    this.#host.reader.detach();
  }

  #attachSlotted(): void {
    const { reader, renderRoot, localName } = this.#host;
    this.#isBare = hasBareText(this.#host);
    const host = localName + this.#states.selector;
    reader.attach(
      this.#host,
      this.#isBare
        ? { root: renderRoot as ShadowRoot, selector: '.article', ground: '.article' }
        : { selector: `${host} > *`, ground: host },
    );
    seekOnClick(reader, renderRoot.querySelector<HTMLElement>('.article')!, this.#ask);
  }

  /** Text that is given, or that is at an address: rendered in the element. */
  #render(): void {
    const { reader, renderRoot, text, src } = this.#host;
    const container = renderRoot.querySelector<HTMLElement>('.text')!;
    const source = text != null ? { text } : { src: src! };
    // Typography of text that we render; elsewhere it is the page's.
    void import('./text-styles.js').then(({ adoptTextStyles }) =>
      adoptTextStyles(renderRoot as ShadowRoot, createSheet, adoptSheet),
    );
    void reader.render(source, container, { selector: '.text', ground: '.article' });
    seekOnClick(reader, container, this.#ask);
  }

  /** Reads the element of that id: now, once the page has it, and the one that it has instead later. */
  #follow(signal: AbortSignal): void {
    const host = this.#host;
    const { reader } = host;
    const id = host.for!;
    const root = host.getRootNode() as Document | ShadowRoot;
    let content: HTMLElement | null = null;
    const look = () => {
      const found = root.getElementById(id);
      if (found === content) return;
      content = found;
      if (!found) return reader.detach();
      reader.attach(found, { selector: `#${CSS.escape(id)}` });
      seekOnClick(reader, found, this.#ask);
      found.addEventListener('keydown', this.#onKeydown, { signal: reader.signal });
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['id'] });
    signal.addEventListener('abort', () => observer.disconnect());
  }
}

const hasBareText = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) =>
    // The text of an element is long.
    node.nodeType === Node.TEXT_NODE ? (node as Text).data.trim() : node.nodeName === 'SLOT',
  );
