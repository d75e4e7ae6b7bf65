import type { LitElement } from 'lit';

/** The names of the sheets and of the notices. */
export type PanelName = `article-reader-${'settings' | 'help' | 'places' | 'notice'}`;

/**
 * The sheets, the notices and the reading view: none is loaded before one is asked for. What is loaded
 * draws itself; the element says where.
 */
export class LazyParts {
  readonly #host: LitElement;
  /** What draws the sheets and the notices, once one of them has been asked for. */
  panels: typeof import('../panels.js') | null = null;
  /** What draws the reading view, once it has been asked for. */
  view: typeof import('../view.js') | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** A sheet, or the notices; all are loaded with the first. */
  async panel<Name extends PanelName>(name: Name): Promise<HTMLElementTagNameMap[Name]> {
    if (!this.panels) {
      this.panels = await import('../panels.js');
      this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    return this.#host.renderRoot.querySelector(name)!;
  }

  /** Opens the reading view, or closes it. */
  async toggleView(): Promise<void> {
    if (!this.view) {
      this.view = await import('../view.js');
      this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    await this.#host.renderRoot.querySelector('article-reader-view')!.toggle();
  }
}
