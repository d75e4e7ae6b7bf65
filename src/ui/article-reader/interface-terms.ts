import type { LitElement } from 'lit';
import type { FailureReason } from '../../core/playback.js';
import { languageOf } from '../../reader/reader.js';
import { ar } from '../i18n/languages/ar.js';
import { termsFor } from '../i18n/load-terms.js';
import type { Terms } from '../i18n/terms.js';

/** Once it is loaded, for all readers on the page. */
let arFailures: Readonly<Partial<Record<FailureReason, string>>> | undefined;

/** The interface's terms in the language asked for, else in the element's; draws it again once they are there. */
export class InterfaceTerms {
  readonly #host: LitElement;
  #lang: string | null = null;
  /** Those of the language that was chosen last and is there; null while there is none. */
  loaded: Terms | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Those to draw with: Arabic until there are others. */
  get current(): Terms {
    return this.loaded ?? ar;
  }

  /** Loads what {@link describe} tells of what is loaded later, also where another language cannot be had. */
  async loadFailures(): Promise<void> {
    ({ arFailures } = await import('../i18n/languages/ar-failures.js'));
  }

  /** What happened and what to do; that a part is missing, where the words for it are. */
  describe(reason: FailureReason): string {
    const { failures } = this.current;
    return failures[reason] ?? arFailures?.[reason] ?? failures.unreachable;
  }

  /** @param asked BCP 47; null or empty for the language of the element */
  choose(asked: string | null): void {
    const lang = asked || languageOf(this.#host) || 'ar';
    if (lang === this.#lang) return;
    this.#lang = lang;
    const terms = termsFor(lang);
    if (terms instanceof Promise) void terms.then((loaded) => this.#take(loaded, lang));
    else this.#take(terms, lang);
  }

  #take(terms: Terms, lang: string): void {
    // Another one has been asked for since.
    if (lang !== this.#lang) return;
    this.loaded = terms;
    this.#host.requestUpdate();
  }
}
