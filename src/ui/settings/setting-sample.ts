import { html, type TemplateResult } from 'lit';
import { primaryLanguage, type Settings } from '../../core/settings.js';
import type { Sample } from '../../reader/reader.js';
import type { AllTerms } from '../i18n/terms.js';
import type { ReaderElement } from '../internal/reader-element.js';
import { pictureIcon } from '../internal/sheet-icons.js';

/** How many words of the article stand in the sample. */
const WORDS = 9;

/** The words at the top of the sheet of settings, drawn as the settings say: what a change does. */
export class SettingSample {
  readonly #host: ReaderElement;
  #sample: Sample | null = null;
  /** The words as they were drawn last. */
  #shown = '';

  constructor(host: ReaderElement) {
    this.#host = host;
  }

  /** Ink and paper as those settings make them, and their contrast; null until the words are there. */
  colours(settings: Settings): ReturnType<Sample['colours']> | null {
    return this.#sample?.colours(settings) ?? null;
  }

  /** The first words of the article if it is Arabic, else some of our own; the last are emphasised. */
  render(terms: AllTerms): TemplateResult {
    const { text, blocks } = this.#host.reader.article;
    const block = blocks.find(({ kind }) => kind === 'paragraph');
    const isOwn = !block || primaryLanguage(block.lang) !== 'ar';
    const words = (isOwn ? terms.sample : text.slice(block.start, block.end))
      .split(/\s+/, WORDS)
      .join(' ');
    const last = words.lastIndexOf(' ') + 1;
    return html`<div class="sample" part="sample">
      <p class="words" lang=${isOwn ? terms.lang : block.lang} dir=${isOwn ? terms.dir : 'rtl'}>
        ${words.slice(0, last)}<b>${words.slice(last)}</b> ${pictureIcon}
      </p>
      <div class="marks" aria-hidden="true"></div>
    </div>`;
  }

  /** Draws them as the settings say, once they are on the sheet; they are read again where they changed. */
  async show(): Promise<void> {
    const { reader, renderRoot } = this.#host;
    const words = renderRoot.querySelector('.words')!;
    const text = words.textContent!;
    if (text !== this.#shown) {
      this.#sample?.dispose();
      this.#sample = null;
      this.#shown = text;
      const options = { root: renderRoot as ShadowRoot, selector: '.words', ground: '.sample' };
      const layer = renderRoot.querySelector<HTMLElement>('.marks')!;
      const sample = await reader.sample(words, options, layer).catch(() => null);
      // Another one is on its way, or nobody looks any more.
      if (text !== this.#shown) return sample?.dispose();
      this.#sample = sample;
      this.#host.requestUpdate();
    }
    this.#sample?.show(reader.settings);
  }

  /** Nobody looks at it any more. */
  dispose(): void {
    this.#sample?.dispose();
    this.#sample = null;
    this.#shown = '';
  }
}
