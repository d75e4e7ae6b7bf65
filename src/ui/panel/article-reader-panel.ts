import { html, type TemplateResult } from 'lit';
import { panelTermsFor } from '../i18n/panel-terms.js';
import type { Terms } from '../i18n/terms.js';
import { controls } from '../internal/controls.styles.js';
import { closeIcon } from '../internal/sheet-icons.js';
import { StyledElement } from '../internal/styled-element.js';
import { styles } from './article-reader-panel.styles.js';

/**
 * A sheet over the page: beside the article on a wide screen, so that a change is seen in the text;
 * from below on a phone. A modal `<dialog>`: focus goes in and comes back, Escape closes.
 *
 * @summary The sheet that settings and help are written on.
 * @slot - the sheet's content
 * @fires close - it is closed
 * @csspart panel - the dialog
 */
export class ArticleReaderPanel extends StyledElement {
  static override styles = [controls, styles];

  static override properties = {
    heading: {},
    terms: { attribute: false },
    compact: { type: Boolean, reflect: true },
  };

  /** The sheet's title. */
  declare heading: string;
  /** The interface's terms. */
  declare terms: Terms;
  /** As high as what is in it, and the page beside it as it is. */
  declare compact: boolean;

  /** Opens the sheet over the page, unless it has left the page while it was made ready. */
  show(): void {
    if (!this.isConnected || this.#dialog.open) return;
    this.#dialog.showModal();
    // A screen reader begins with the title, and no control is marked before it is asked for. The title
    // is second: Orca goes to whatever is first without a word when the page is not there any more.
    this.renderRoot.querySelector('h2')!.focus();
  }

  /** Closes it; focus goes back to where it came from. */
  close(): void {
    this.#dialog.close();
  }

  /**
   * Changes what is on the sheet; one part of it stays where it is seen. Safari anchors no scrolling.
   *
   * @param change resolves once that is drawn
   */
  async hold(part: Element, change: () => Promise<unknown>): Promise<void> {
    const { top } = part.getBoundingClientRect();
    await change();
    this.#dialog.scrollTop += part.getBoundingClientRect().top - top;
  }

  override render(): TemplateResult {
    const { terms } = this;
    const { close } = panelTermsFor(terms);
    return html`
      <dialog
        part="panel"
        lang=${terms.lang}
        dir=${terms.dir}
        aria-labelledby="heading"
        @click=${this.#onClick}
        @close=${this.#onClose}
        @keydown=${(event: Event) => event.stopPropagation()}
      >
        <header>
          <button aria-label=${close} title=${close} @click=${this.close}>${closeIcon}</button>
          <h2 id="heading" tabindex="-1">${this.heading}</h2>
        </header>
        <div class="content"><slot></slot></div>
      </dialog>
    `;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  /** The event comes late: the sheet may be open again. */
  #onClose(): void {
    if (!this.#dialog.open) this.dispatchEvent(new Event('close'));
  }

  /** A click on the backdrop reaches the dialog itself, outside its box. */
  #onClick(event: MouseEvent): void {
    if (event.target !== this.#dialog) return;
    const { left, right, top, bottom } = this.#dialog.getBoundingClientRect();
    const inside =
      event.clientX >= left &&
      event.clientX <= right &&
      event.clientY >= top &&
      event.clientY <= bottom;
    if (!inside) this.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-panel': ArticleReaderPanel;
  }
}
