/**
 * The way to what reads aloud: loaded when somebody first listens, and made ready for an article: what
 * is said of it, how numbers and names are, and the embedded voices where the platform's do not do.
 */
import { primaryLanguage, type VoiceKey } from '../../core/settings.js';
import { speechContext } from '../../speech-synthesis-polyfill/speech-context.js';
import type { Player } from '../../speech/player.js';
import { isRobotic } from '../../speech/robotic.js';
import type { ReaderCommands, ReaderState } from '../reader-state.js';
import type { Listening } from './listening.js';
import type { Pronunciations, ToSpoken } from './pronunciation.js';

export interface LazyListeningHost {
  /** Of the caller's own, beside which there are no embedded voices; the platform's by default. */
  readonly synthesis: SpeechSynthesis | undefined;
  /** Loads what is told of a voice that fails. */
  readonly loadDescriptions: (() => Promise<unknown>) | undefined;
  /** The voice that was asked for, for text of a language. */
  readonly wantedVoice: (lang: string) => VoiceKey | string | null;
  /** The address of what says when the words of a recording are said; null where the page may have a link. */
  readonly narration: () => string | null;
  /** Called when there are other voices. */
  readonly onChange: () => void;
}

export class LazyListening {
  readonly #reader: ReaderState & ReaderCommands;
  readonly #player: Player;
  readonly #host: LazyListeningHost;
  #loaded: Listening | null = null;
  #pronunciations: Pronunciations | string | null = null;
  /** Numbers and signs in words; null until it is there. */
  #toSpoken: ToSpoken | null = null;
  /** What {@link #toSpoken} pronounces; undefined before there is one. */
  #pronounced: Pronunciations | string | null | undefined;
  /** Woken in the user's gesture for a voice that is still being loaded. */
  #sound: AudioContext | undefined;

  constructor(reader: ReaderState & ReaderCommands, player: Player, host: LazyListeningHost) {
    this.#reader = reader;
    this.#player = player;
    this.#host = host;
  }

  /** Null until {@link load} has loaded it. */
  get loaded(): Listening | null {
    return this.#loaded;
  }

  /** @throws (rejects) where it cannot be had; it is asked for again the next time. */
  async load(): Promise<Listening> {
    const [{ Listening }] = await Promise.all([
      import('./listening.js'),
      this.#host.loadDescriptions?.(),
    ]);
    return (this.#loaded ??= new Listening(this.#reader, this.#player, {
      ...this.#host,
      toSpoken: () => this.#toSpoken,
      takeSound: () => {
        const sound = this.#sound;
        this.#sound = undefined;
        return sound;
      },
    }));
  }

  /**
   * Lists the platform's voices, to choose from, and puts the embedded ones beside them a little later:
   * none is loaded.
   */
  async listVoices(): Promise<void> {
    try {
      (await this.load()).list();
    } catch {
      // There is nothing to choose from, nor to speak with.
    }
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

  /**
   * The platform's voices; it looks for them when it is first asked, and they arrive late (fault 9): worth
   * asking before anybody wants to hear one.
   */
  platformVoices(): readonly SpeechSynthesisVoice[] {
    this.#loaded?.voices.list.refresh();
    return (this.#host.synthesis ?? globalThis.speechSynthesis)?.getVoices() ?? [];
  }

  /**
   * Loads what reading this article aloud needs and is not there yet.
   *
   * @param voice whether it is to read now: else it may, and where the user saves data the embedded voices
   *   (2.4 MB with their vowels) are left
   * @returns undefined if everything is there
   */
  prepare(voice: boolean): Promise<unknown> | undefined {
    const { article } = this.#reader;
    if (!article.text) return undefined;
    const loading: Promise<unknown>[] = [];
    const isArabic = primaryLanguage(article.lang) === 'ar';
    if (isArabic && this.#pronounced !== this.#pronunciations) loading.push(this.#pronounce());
    const prepare = (listening: Listening) => listening.prepare(voice);
    const listening = this.#loaded ? prepare(this.#loaded) : this.load().then(prepare, () => {});
    if (listening) loading.push(listening);
    const ready = Promise.all(loading);
    if (!voice) void ready.then(() => this.#loaded?.beginAhead());
    return loading.length ? ready : undefined;
  }

  /** Lets sound begin later than the gesture that asked for it. Call it inside the gesture. */
  wakeSound(): void {
    const { lang } = this.#reader.article;
    const speaks = (voice: SpeechSynthesisVoice) =>
      primaryLanguage(voice.lang) === primaryLanguage(lang) && !isRobotic(voice);
    const isWanted = this.#loaded
      ? this.#loaded.wantsEmbedded
      : !this.#host.synthesis && !this.platformVoices().some(speaks);
    if (!isWanted || this.#sound) return;
    try {
      this.#sound = speechContext();
      // Never settles while the browser waits for a gesture.
      this.#sound.resume().catch(() => {});
    } catch {
      // A machine without sound.
    }
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
