/*
 * Runs in the page before its own scripts, so it stands alone: notes what is said to the embedded
 * voice and what comes back, and finds elements in shadow roots.
 */
export function installInPage() {
  const notes = {
    /** Text of each piece that the voice was given. */
    said: [],
    /** The loudest sample that it made. */
    peak: 0,
    /** Begins of the sentences that were read. */
    sentences: new Set(),
    started: false,
    /** The element at the end of a path of selectors, each in the shadow root of the one before. */
    find: (...path) =>
      path.reduce(
        (at, selector) => (at instanceof Document ? at : at?.shadowRoot)?.querySelector(selector),
        document,
      ),
    isSeen: (element) => {
      const { width, height } = element?.getBoundingClientRect() ?? {};
      return width > 0 && height > 0 && element.checkVisibility();
    },
  };
  const known = new WeakSet();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.ssml) notes.said.push(message.ssml.replace(/<[^>]*>/g, ''));
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', ({ data }) => {
        if (data?.type === 'chunk')
          for (const sample of data.samples) notes.peak = Math.max(notes.peak, Math.abs(sample));
      });
    }
    return postMessage.call(this, message, ...rest);
  };
  globalThis.installTest = notes;
}
