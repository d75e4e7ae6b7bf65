import { css, html, LitElement, type TemplateResult } from 'lit';
import { closeIcon } from './icons.js';
import { controls } from '../internal/styles.js';
import { panelTermsFor } from '../i18n/panel-terms.js';
import type { Terms } from '../i18n/terms.js';

/**
 * A sheet over the page: beside the article on a wide screen, so that a change is seen in the text;
 * from below on a phone. A modal `<dialog>`: focus goes in and comes back, Escape closes.
 *
 * @summary The sheet that settings and help are written on.
 * @slot - the sheet's content
 * @fires close - it is closed
 */
export class ArticleReaderPanel extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        inset: auto;
        inset-block: 16px;
        inset-inline-end: 16px;
        inline-size: min(420px, 100vw - 32px);
        block-size: auto;
        max-block-size: none;
        max-inline-size: none;
        margin: 0;
        padding: 0;
        position: fixed;
        border: 1px solid var(--_line);
        border-radius: 16px;
        background: var(--_paper);
        color: var(--_ink);
        box-shadow: 0 8px 40px rgb(0 0 0 / 24%);
        font: 400 16px/1.6 var(--_ui-font);
        overflow: auto;
        overscroll-behavior: contain;
        --_header: 65px;
        --_heading: 48px;
        /* What takes focus is not behind the header, nor behind what the sheet keeps in view. */
        scroll-padding-block: calc(var(--_header) + var(--_cover, 0px) + var(--_heading)) 16px;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 16%);
      }
      header {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        flex-direction: row-reverse;
        align-items: center;
        justify-content: space-between;
        padding: 10px 20px;
        padding-inline-end: 10px;
        background: var(--_paper);
        border-block-end: 1px solid var(--_line);
      }
      h2 {
        margin: 0;
        font-size: 20px;
        line-height: 1.5;
        font-weight: 700;
      }
      h2:focus-visible {
        outline: none;
      }
      .content {
        padding: 20px;
      }
      @media (max-height: 560px) {
        dialog {
          scroll-padding-block-start: var(--_header);
        }
      }
      @media (max-height: 360px) {
        dialog {
          --_header: 0px;
        }
        header {
          position: static;
        }
      }
      @media (max-width: 480px) {
        dialog {
          inset-block: auto 0;
          inset-inline: 0;
          inline-size: auto;
          max-block-size: 88dvh;
          border-end-start-radius: 0;
          border-end-end-radius: 0;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  static override properties = { heading: {}, terms: { attribute: false } };

  /** The sheet's title. */
  declare heading: string;
  /** The interface's words. */
  declare terms: Terms;

  /** Opens the sheet over the page. */
  show(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    // A screen reader begins with the title, and no control is marked before it is asked for. The title
    // is second: Orca goes to whatever is first without a word when the page is not there any more.
    this.renderRoot.querySelector('h2')!.focus();
  }

  /** Closes it; focus goes back to where it came from. */
  close(): void {
    this.#dialog.close();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
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
