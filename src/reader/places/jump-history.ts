import type { Anchor } from '../../core/anchor.js';

/** How many jumps can be taken back. */
const MOST = 50;

/** The places that jumps were made from, as a browser keeps the pages that were left. */
export class JumpHistory {
  /** The last jump's last. */
  #anchors: readonly Anchor[] = [];

  get isEmpty(): boolean {
    return !this.#anchors.length;
  }

  /** A jump was made from here. */
  push(anchor: Anchor): void {
    this.#anchors = [...this.#anchors, anchor].slice(-MOST);
  }

  /** A place to come to when all jumps have been taken back. */
  unshift(anchor: Anchor): void {
    this.#anchors = [anchor, ...this.#anchors];
  }

  /** The place before the last jump, which is forgotten with that. */
  pop(): Anchor | undefined {
    const last = this.#anchors.at(-1);
    this.#anchors = this.#anchors.slice(0, -1);
    return last;
  }
}
