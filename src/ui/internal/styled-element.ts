import { isServer, LitElement, type CSSResult } from 'lit';
import { adoptSheet, createSheet } from '../../reader/reader.js';

/**
 * An element whose styles go with it into the document of a frame or of a window that the page opened.
 * Lit's sheets are the first document's for all elements of a kind; a document adopts none but its own,
 * and takes them from what leaves it
 * (https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets).
 */
export abstract class StyledElement extends LitElement {
  /**
   * What a server rendered is drawn anew, in the same place, before the next frame: it could not know
   * what the user chose, and was not drawn by these templates if they are those of the bundle. So
   * nothing has to be loaded for hydration; what is loaded for it, for other elements, is passed by.
   */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (isServer) return root;
    root.replaceChildren();
    this.adoptedCallback();
    return root;
  }

  /** It is in another document than it was, or new. */
  adoptedCallback(): void {
    const { shadowRoot } = this;
    const { elementStyles } = this.constructor as typeof LitElement;
    for (const { cssText } of elementStyles as CSSResult[])
      if (shadowRoot) adoptSheet(shadowRoot, createSheet(shadowRoot, cssText));
  }
}
