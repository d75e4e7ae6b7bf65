/**
 * The device's own controls: media keys, the buttons of a headset, the lock screen (Media Session,
 * https://w3c.github.io/mediasession/).
 *
 * Browsers show them only while a media element sounds, and speech is none. So an element plays what
 * nobody can hear beside the voice: a few steps of the least amplitude, long enough to count (Chromium
 * asks for more than 5 s) and not silent (Firefox asks for samples that are not 0). Where the page's
 * policy refuses `blob:` media, or the browser does, the rest is as it was. A recording needs no such thing
 * beside it.
 */
import { indexAt, type Block } from '../../core/article.js';
import type { ReaderCommands, ReaderState } from '../reader-state.js';
import { mediaDescription, mediaPosition } from './media-description.js';

/**
 * WebKitGTK stops for ever, now and then, in taking down the GStreamer pipeline of an element that was
 * let go while it began to play: `gst_pad_set_active` waits on the main thread (seen in 2.50). There
 * the voice is heard and media keys do nothing.
 */
const isWebKitGtk = () => /Linux.*AppleWebKit\/(?!.*Chrom)/.test(navigator.userAgent);

const RATE = 8000;
const SECONDS = 8;

/** 16-bit PCM, mono (RIFF WAVE). */
function nearSilence(): Blob {
  const samples = new Int16Array(RATE * SECONDS);
  for (let at = 0; at < samples.length; at += 100) samples[at] = 1;
  const header = new DataView(new ArrayBuffer(44));
  const words: readonly [at: number, text: string][] = [
    [0, 'RIFF'],
    [8, 'WAVEfmt '],
    [36, 'data'],
  ];
  for (const [at, text] of words)
    [...text].forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
  const size = samples.byteLength;
  header.setUint32(4, 36 + size, true);
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  header.setUint32(40, size, true);
  return new Blob([header, samples], { type: 'audio/wav' });
}

/** Gives the device control over a reader from when it reads until it stops. */
export class MediaControls {
  /** Whose reading the device controls; one at a time on a page. */
  static #owner: MediaControls | undefined;
  readonly #reader: ReaderState & ReaderCommands;
  readonly #session = isWebKitGtk()
    ? undefined
    : (navigator.mediaSession as MediaSession | undefined);
  #audio: HTMLAudioElement | undefined;
  /** What was read when the device was told of it. */
  #told: Block | undefined;
  #url = '';
  readonly #leave = () => this.#release();

  constructor(reader: ReaderState & ReaderCommands) {
    this.#reader = reader;
    if (!this.#session) return;
    reader.subscribe((event) => {
      if (event?.type === 'reader-statechange') this.#onState();
      else if (/position|settings/.test(event?.type ?? '') && MediaControls.#owner === this)
        this.#follow();
    });
    this.#onState();
  }

  #onState(): void {
    const { status } = this.#reader.playback;
    if (status === 'loading' || status === 'playing') {
      this.#take();
      this.#sound(true);
      this.#session!.playbackState = 'playing';
    } else if (MediaControls.#owner !== this) return;
    else if (status === 'paused') {
      this.#sound(false);
      this.#session!.playbackState = 'paused';
    } else this.#release();
  }

  #take(): void {
    if (MediaControls.#owner === this) return;
    const before = MediaControls.#owner;
    if (before) before.#release();
    MediaControls.#owner = this;
    addEventListener('pagehide', this.#leave);
    const reader = this.#reader;
    this.#handle({
      play: () => reader.play(),
      pause: () => reader.pause(),
      stop: () => reader.stop(),
      previoustrack: () => reader.previous('paragraph'),
      nexttrack: () => reader.next('paragraph'),
      seekbackward: () => reader.previous('sentence'),
      seekforward: () => reader.next('sentence'),
      // Of a voice nobody knows how long it will take.
      seekto: reader.recording?.reads
        ? ({ seekTime }) => reader.seek(reader.recording?.offsetAt(seekTime ?? 0) ?? 0)
        : null,
    });
    this.#told = undefined;
    this.#follow();
  }

  #release(): void {
    if (MediaControls.#owner !== this) return;
    MediaControls.#owner = undefined;
    removeEventListener('pagehide', this.#leave);
    this.#sound(false);
    this.#audio?.removeAttribute('src');
    this.#audio = undefined;
    URL.revokeObjectURL(this.#url);
    this.#handle({
      play: null,
      pause: null,
      stop: null,
      previoustrack: null,
      nexttrack: null,
      seekbackward: null,
      seekforward: null,
      seekto: null,
    });
    this.#session!.metadata = null;
    this.#session!.setPositionState?.();
    this.#session!.playbackState = 'none';
  }

  #handle(handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>): void {
    for (const [action, handler] of Object.entries(handlers)) {
      try {
        this.#session!.setActionHandler(action as MediaSessionAction, handler);
      } catch {
        // An action that this browser does not know.
      }
    }
  }

  /** What the device shows, and the place; of the page no more is asked with each word. */
  #follow(): void {
    const { article, position } = this.#reader;
    const block = article.blocks[indexAt(article.blocks, position.sentence?.start ?? 0)];
    if (block !== this.#told) this.#describe();
    this.#told = block;
    try {
      this.#session!.setPositionState?.(mediaPosition(this.#reader));
    } catch {
      // A browser that knows another form of it.
    }
  }

  /** The article and the part of it that is read, whose it is, its picture. */
  #describe(): void {
    const session = this.#session!;
    const told = mediaDescription(this.#reader);
    const { title, artist, album, artwork } = told;
    const { metadata } = session;
    const isKnown =
      metadata?.title === title &&
      metadata.artist === artist &&
      metadata.album === album &&
      metadata.artwork[0]?.src === artwork[0]?.src;
    if (!isKnown) session.metadata = new MediaMetadata(told);
  }

  #sound(sounds: boolean): void {
    if (!sounds || this.#reader.recording?.sounds) {
      if (this.#audio) this.#audio.onpause = null;
      return this.#audio?.pause();
    }
    if (!this.#audio) {
      const audio = new Audio((this.#url = URL.createObjectURL(nearSilence())));
      audio.loop = true;
      this.#audio = audio;
    }
    const audio = this.#audio;
    audio.play().then(
      () => {
        // The device stopped it: headphones were unplugged, a call came in. Not before it has
        // sounded: Firefox sends `pause` too where it lets no page sound without a gesture.
        audio.onpause = () => {
          if (audio === this.#audio && audio.paused && this.#reader.playback.status === 'playing')
            this.#reader.pause();
        };
      },
      () => {
        // Refused: speech goes on without the device's controls.
      },
    );
  }
}
