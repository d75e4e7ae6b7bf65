import type { PropertyDeclarations } from 'lit';
import type { ReaderEvent } from '../../reader/events.js';
import type { Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';
import { ReaderController } from './reader-controller.js';
import { StyledElement } from './styled-element.js';

/**
 * What the parts of the interface share: each is given a reader and the interface's terms, and is
 * drawn again when the reader says that something changed. Owns neither.
 */
export abstract class ReaderElement extends StyledElement {
  static override properties: PropertyDeclarations = {
    reader: { attribute: false },
    terms: { attribute: false },
  };

  /** What is drawn and steered. */
  declare reader: Reader;
  /** The interface's terms. */
  declare terms: Terms;

  constructor() {
    super();
    new ReaderController(this, (event) => this.onReaderEvent?.(event));
  }

  /** What else a part does at an event of the reader's. */
  protected onReaderEvent?(event: ReaderEvent | null): void;
}
