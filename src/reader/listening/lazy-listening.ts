/**
 * The way to what reads aloud: loaded when somebody first listens, and made ready for an article: what
 * is said of it, how numbers and names are, and the embedded voices where the platform's do not do.
 */
import { primaryLanguage } from '../../core/settings.js';
import { speechContext } from '../../speech-synthesis-polyfill/speech-context.js';
import type { Player } from '../../speech/player.js';
import type { ReaderCommands, ReaderState } from '../reader-state.js';
import type { VoiceChoice } from '../voice-choice.js';
import type { Listening } from './listening.js';
import type { Pronunciations, ToSpoken } from './pronunciation.js';

/** How long the platform's last resort is held back for the embedded voice, in ms. */
const EMBEDDED_PATIENCE_MS = 8000;

export class LazyListening {
  readonly #reader: ReaderState & ReaderCommands;
  readonly #player: Player;
  readonly #voices: VoiceChoice;
  readonly #synthesis: SpeechSynthesis | undefined;
  readonly #onChange: () => void;
  #loaded: Listening | null = null;
  #pronunciations: Pronunciations | string | null = null;
  /** Numbers and signs in words; null until it is there. */
  #toSpoken: ToSpoken | null = null;
  /** What {@link #toSpoken} pronounces; undefined before there is one. */
  #pronounced: Pronunciations | string | null | undefined;
  /** Woken in the user's gesture for a voice that is still being loaded. */
  #sound: AudioContext | undefined;

  /** @param synthesis of the caller's own, beside which there are no embedded voices */
  constructor(
    reader: ReaderState & ReaderCommands,
    player: Player,
    voices: VoiceChoice,
    synthesis: SpeechSynthesis | undefined,
    onChange: () => void,
  ) {
    this.#reader = reader;
    this.#player = player;
    this.#voices = voices;
    this.#synthesis = synthesis;
    this.#onChange = onChange;
  }

  /** Null until {@link load} has loaded it. */
  get loaded(): Listening | null {
    return this.#loaded;
  }

  /** @throws (rejects) where it cannot be had; it is asked for again the next time. */
  async load(): Promise<Listening> {
    const { Listening } = await import('./listening.js');
    return (this.#loaded ??= new Listening(this.#reader, this.#player, this.#voices, {
      synthesis: this.#synthesis,
      toSpoken: () => this.#toSpoken,
      takeSound: () => {
        const sound = this.#sound;
        this.#sound = undefined;
        return sound;
      },
      onChange: this.#onChange,
    }));
  }

  /** Puts the embedded voices beside the platform's, to choose from: none is loaded. */
  listVoices(): void {
    this.load()
      .then(({ embedded }) => embedded.list())
      // The platform's are there.
      .catch(() => {});
  }

  /** Lets the voice say how it sounds. */
  preview(): void {
    this.load()
      .then((listening) => listening.sayFirstWords())
      // Nothing to try: it can be asked for again.
      .catch(() => {});
  }

  get pronunciations(): Pronunciations | string | null {
    return this.#pronunciations;
  }

  set pronunciations(pronunciations: Pronunciations | string | null) {
    this.#pronunciations = pronunciations;
    // A reading goes on as before until the new ones are there.
    if (this.#toSpoken) void this.#pronounce();
  }

  /** Whether an embedded voice is to read and is not there yet. */
  get #wantsEmbedded(): boolean {
    return !this.#loaded?.embedded.isReady && !this.#synthesis && this.#voices.wantsEmbedded;
  }

  /**
   * Loads what reading this article aloud needs and is not there yet.
   *
   * @param voice whether the embedded voices (1 MB) too
   * @returns undefined if everything is there
   */
  prepare(voice: boolean): Promise<unknown> | undefined {
    const { article } = this.#reader;
    if (!article.text) return undefined;
    const loading: Promise<unknown>[] = [];
    if (!this.#loaded) loading.push(this.load().catch(() => {}));
    const isArabic = primaryLanguage(article.lang) === 'ar';
    if (isArabic && this.#pronounced !== this.#pronunciations) loading.push(this.#pronounce());
    if (voice && this.#wantsEmbedded) loading.push(this.#loadVoice());
    return loading.length ? Promise.all(loading) : undefined;
  }

  /** Lets sound begin later than the gesture that asked for it. Call it inside the gesture. */
  wakeSound(): void {
    if (!this.#wantsEmbedded || this.#sound) return;
    try {
      this.#sound = speechContext();
      // Never settles while the browser waits for a gesture.
      this.#sound.resume().catch(() => {});
    } catch {
      // A machine without sound.
    }
  }

  async #loadVoice(): Promise<unknown> {
    const ready = this.load()
      .then(({ embedded }) => embedded.load())
      .catch(() => {});
    if (!this.#voices.voice) return ready;
    // A voice that nobody chooses reads meanwhile, if the network is that slow.
    return Promise.race([
      ready,
      new Promise((resolve) => setTimeout(resolve, EMBEDDED_PATIENCE_MS)),
    ]);
  }

  async #pronounce(): Promise<void> {
    const pronunciations = this.#pronunciations;
    try {
      const { saying } = await import('./pronunciation.js');
      const toSpoken = await saying(pronunciations);
      // Others were set meanwhile, and whoever waits wants those.
      if (pronunciations !== this.#pronunciations) return this.#pronounce();
      this.#toSpoken = toSpoken;
      this.#pronounced = pronunciations;
    } catch {
      // Read as it is written then.
    }
  }
}
