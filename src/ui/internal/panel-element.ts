import { panelTermsFor } from '../i18n/panel-terms.js';
import type { AllTerms } from '../i18n/terms.js';
import { ReaderElement } from './reader-element.js';

/** What the sheets and the notices share. Loaded with them, and with all terms. */
export abstract class PanelElement extends ReaderElement {
  /** The interface's terms, those of the sheets too. */
  protected get allTerms(): AllTerms {
    return panelTermsFor(this.terms);
  }

  /** Asks the element to tell this to a screen reader: what is said in here may be closed by then. */
  protected announce(message: string): void {
    this.dispatchEvent(new CustomEvent('reader-announce', { detail: message, bubbles: true }));
  }
}
