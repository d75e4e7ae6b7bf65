/**
 * What an element says of itself to style sheets, as custom states: what it is doing, `:state(playing)`,
 * and which one on the page it is. Browsers that do not know them (Chrome before 125 wants names with
 * dashes, Firefox before 126 and Safari before 17.4 have none) find the same words in an attribute:
 * `[data-states~=playing]`, of our own element and of no other.
 */
export class HostStates {
  readonly #host: HTMLElement;
  /** A name that no other element has. */
  readonly #scope: string;
  readonly #states: Set<string>;
  #status = '';

  constructor(host: HTMLElement, scope: string) {
    this.#host = host;
    this.#scope = scope;
    this.#states = host.attachInternals().states as Set<string>;
  }

  /** Selects this element, with its name. */
  get selector(): string {
    return this.#states?.has(this.#scope)
      ? `:state(${this.#scope})`
      : `[data-states~=${this.#scope}]`;
  }

  /** Says what it is doing. To be said again once it is on the page: before, it may have no attributes. */
  show(status: string): void {
    try {
      this.#states.delete(this.#status);
      this.#states.add(status);
      this.#states.add(this.#scope);
    } catch {
      // There are none, or they want dashes.
      if (this.#host.isConnected)
        this.#host.setAttribute('data-states', `${this.#scope} ${status}`);
    }
    this.#status = status;
  }
}
