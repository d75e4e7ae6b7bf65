import { html, type TemplateResult } from 'lit';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { locateIcon } from '../internal/sheet-icons.js';
import { styles } from './article-reader-return.styles.js';

/**
 * Goes back to where it reads; shown once that was scrolled away.
 *
 * @summary The button back to the reading.
 * @csspart return - the button
 */
export class ArticleReaderReturn extends PanelElement {
  static override styles = [controls, styles];

  /** Whether the button had focus before the update. */
  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = this.hasUpdated && !!this.renderRoot.querySelector('.return:focus');
  }

  /** It goes away with focus on it: that stays in the reader. */
  protected override updated(): void {
    if (!this.#hadFocus || !this.renderRoot.querySelector<HTMLElement>('.return')!.hidden) return;
    const root = this.getRootNode() as ShadowRoot;
    const next = root.querySelector('.article') ?? root.querySelector('article-reader-toolbar');
    (next as HTMLElement).focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { reader, allTerms: terms } = this;
    return html`<button
      class="return"
      part="return"
      lang=${terms.lang}
      dir=${terms.dir}
      ?hidden=${reader.following || reader.playback.status !== 'playing'}
      @click=${() => reader.follow()}
    >
      ${locateIcon}<span>${terms.backToReading}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-return': ArticleReaderReturn;
  }
}
