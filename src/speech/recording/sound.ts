/** Plays parts of a recording, and tells truthfully what became of each. Knows nothing of words. */
import type { RecordingNotice } from '../../core/recording.js';

/** What does not go on for so many ms is not waited for: a live voice is there. */
const PATIENCE_MS = 8000;
/** How often it is looked after at least, ms. */
const LOOK_MS = 200;
/** And before it is heard, ms. */
const START_MS = 20;
/** What stands still for so many ms is waited for. */
const WAIT_MS = 400;
/** So often a browser says where the sound is, in seconds: Firefox every 40 ms. */
const STEP = 0.05;
/** So far from where it was to begin it has not been moved there, in seconds: keyframes are nearer. */
const ASTRAY = 1;
/** Of the end of a sound so much may be missing, in seconds: encoders cut it differently. */
const END = 0.5;

/** How a part came to its end. */
export type Ending =
  | 'ended'
  /** By the signal, or by the device: headphones were unplugged, a call came in. */
  | 'paused'
  | Extract<RecordingNotice, 'unreachable' | 'unplayable' | 'broken' | 'refused'>;

/** A part of the sound, in seconds. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** From where on it need not be moved: as what was played before leads to it. */
  readonly since: number;
  /** And how far: as it was paused in the middle of the first word. */
  readonly until: number;
}

export interface SoundListener {
  /** It is heard. */
  onStart(): void;
  /** It is waited for. */
  onWait(): void;
  /** Called often; returns when it is worth to be called next, in seconds of the sound. */
  onTime(time: number): number;
}

export class RecordingSound {
  readonly #audio = new Audio();
  /** Counts what was asked for: a sound goes on only if somebody asks for more at once. */
  #turn = 0;

  constructor(url: string) {
    // The listener is near: it is fetched as far as the browser finds right.
    this.#audio.preload = 'auto';
    this.#audio.src = url;
  }

  get time(): number {
    return this.#audio.currentTime;
  }

  /** NaN before it is known. */
  get duration(): number {
    return this.#audio.duration;
  }

  /**
   * Plays a part, at a rate with the pitch kept, as it is by default. Begins before this returns, so that a click or a key still
   * counts for it. If another part is asked for as soon as it ended, it follows without a gap. Never rejects.
   */
  play(part: Part, rate: number, listener: SoundListener, signal: AbortSignal): Promise<Ending> {
    const audio = this.#audio;
    const turn = ++this.#turn;
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let looked = performance.now();
      let last = audio.currentTime;
      /** For how long it has stood still, in ms. */
      let still = 0;
      let isHeard = false;
      /** How far the sound is ahead of the clock, in seconds of it: as far as it ever was, since what is said
       * of it is old by up to a step. */
      let ahead = -Infinity;

      const settle = (ending: Ending) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        audio.onerror = audio.onpause = audio.onended = null;
        if (ending === 'ended') setTimeout(() => this.#turn === turn && audio.pause());
        else audio.pause();
        resolve(ending);
      };
      const abort = () => settle('paused');
      const fail = () => settle(audio.error?.code === 2 ? 'unreachable' : 'unplayable');

      const look = () => {
        const { currentTime: now, seeking } = audio;
        const moves = !seeking && now !== last;
        // Time that passed while the device slept says nothing.
        const since = Math.min(performance.now() - looked, 2 * LOOK_MS);
        looked = performance.now();
        last = now;
        still = moves ? 0 : still + since;
        if (still >= PATIENCE_MS) return settle('unreachable');
        if (moves && !isHeard) {
          isHeard = true;
          listener.onStart();
        } else if (isHeard && still > WAIT_MS) {
          isHeard = false;
          listener.onWait();
        }
        // A listener may have stopped it.
        if (signal.aborted) return;
        // It cannot be moved: its server answers no request for a range, and Chromium begins at 0 then.
        if (isHeard && now < Math.min(part.since, part.from) - ASTRAY) return settle('unplayable');
        if (!isHeard) return wait(START_MS);
        const clock = (looked / 1000) * rate;
        ahead = Math.min(Math.max(ahead, now - clock), now - clock + STEP * rate);
        const time = clock + ahead;
        const next = Math.min(listener.onTime(time), part.to);
        if (signal.aborted) return;
        if (time >= part.to) return settle('ended');
        wait(Math.min(LOOK_MS, ((next - time) / rate) * 1000));
      };
      const wait = (ms: number) => {
        timer = setTimeout(look, Math.max(4, ms));
      };

      audio.onerror = fail;
      // One that was asked for before comes late.
      audio.onpause = () => audio.paused && !audio.ended && settle('paused');
      // Shorter than what says when its words are said.
      audio.onended = () => settle(audio.currentTime >= part.to - END ? 'ended' : 'broken');
      signal.addEventListener('abort', abort);
      // Loaded again, it may be there now.
      if (audio.error) audio.load();
      // What it says is old: a part may have ended by the clock that has not by that.
      const isThere = last >= part.since - 2 * STEP * rate && last < part.until;
      if (!isThere) audio.currentTime = last = part.from;
      audio.playbackRate = rate;
      audio.play().catch(({ name }: Error) => {
        if (turn !== this.#turn || signal.aborted) return;
        if (name === 'NotAllowedError') settle('refused');
        else if (name !== 'AbortError') fail();
      });
      wait(0);
    });
  }
}
