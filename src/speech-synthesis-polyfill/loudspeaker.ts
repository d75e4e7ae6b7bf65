/** Held by the frame that sounds, of all frames and tabs of an origin. */
const LOCK = 'speech-synthesis-polyfill';

/**
 * The one loudspeaker of the frames and tabs of an origin: who begins to sound takes it from whoever
 * had it. Where there are no Web Locks (a page without a secure context) each has its own.
 *
 * @param onLost called when another one has taken it.
 */
export class Loudspeaker {
  readonly #onLost: () => void;
  #leave: (() => void) | undefined;

  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  take(): void {
    const locks = globalThis.navigator?.locks;
    if (this.#leave || !locks) return;
    let leave = () => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    this.#leave = leave;
    locks
      .request(LOCK, { steal: true }, () => left)
      .catch(({ name }: Error) => {
        // (A frame without an origin may not lock: it has a loudspeaker to itself.)
        if (name !== 'AbortError' || this.#leave !== leave) return;
        this.#leave = undefined;
        this.#onLost();
      });
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}
