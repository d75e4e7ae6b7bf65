import type { ReaderCommands, ReaderState } from '../reader-state.js';

/**
 * Lets one reader speak at a time in all tabs and frames of a site, by a Web Lock that whoever begins
 * takes from whoever had it (https://w3c.github.io/web-locks/); on one page the speaker sees to it.
 * Without Web Locks, and in a frame that is refused them, tabs are left to the platform (fault 18).
 */
export function lockVoice(reader: ReaderState & Pick<ReaderCommands, 'pause'>): void {
  const { locks } = navigator as { readonly locks?: LockManager };
  let release: (() => void) | undefined;
  const follow = () => {
    const { status } = reader.playback;
    if (status !== 'playing') {
      if (status !== 'loading') release?.();
      return;
    }
    if (release) return;
    const reading = new Promise<void>((resolve) => {
      release = () => {
        release = undefined;
        resolve();
      };
    });
    locks
      ?.request('article-reader', { steal: true }, () => reading)
      .catch(({ name }: Error) => {
        if (name !== 'AbortError' || !release) return;
        release();
        reader.pause();
      });
  };
  reader.subscribe((event) => {
    if (event?.type === 'reader-statechange') follow();
  });
  // It may be playing already.
  follow();
}
