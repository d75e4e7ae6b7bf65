import type { LitElement } from 'lit';

/** The names of the sheets and of the notices. */
export type PanelName =
  `article-reader-${'quick-settings' | 'speed' | 'help' | 'places' | 'notice' | 'card'}`;

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

  /** Whether what was asked for last could not be loaded. */
  isMissing = false;

  /**
   * A sheet, or the notices; all are loaded with the first.
   *
   * @throws (rejects) where they cannot be loaded; {@link isMissing} is told to the user
   */
  async panel<Name extends PanelName>(name: Name): Promise<HTMLElementTagNameMap[Name]> {
    if (!this.panels)
      await this.#load(import('../panels.js').then((panels) => (this.panels = panels)));
    await this.#host.updateComplete;
    return this.#host.renderRoot.querySelector(name)!;
  }

  /** Opens the reading view, or closes it; rejects likewise. */
  async toggleView(): Promise<void> {
    if (!this.view) await this.#load(import('../view.js').then((view) => (this.view = view)));
    await this.#host.updateComplete;
    await this.#host.renderRoot.querySelector('article-reader-view')!.toggle();
  }

  async #load(loading: Promise<{ define(): void }>): Promise<void> {
    try {
      (await loading).define();
      this.isMissing = false;
    } catch (error) {
      this.isMissing = true;
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  }
}
