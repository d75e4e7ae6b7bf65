import { reportMissing } from '../../assets/report-missing.js';
import type { FailureReason } from '../../core/playback.js';
import { primaryLanguage } from '../../core/settings.js';
import type { ReaderState } from '../reader-state.js';
import type { VoiceChoice } from './voice-choice.js';
import { Speaker } from '../../speech/speaker.js';
import { VoiceList } from '../../speech/voice-list.js';
import type { VoiceInfo } from '../../speech/voices.js';

type EmbeddedSpeech = typeof import('./embedded-speech.js');

/** The voices that there are, and what speaks with them. */
export interface Speech {
  readonly voices: VoiceList;
  readonly speaker: Speaker;
}

/** What the reader lets this part see of itself. */
export interface EmbeddedVoicesHost {
  /** A synthesis of the caller's own, which has no other voices beside it. */
  readonly synthesis: SpeechSynthesis | undefined;
  /** Gives away what was woken in the user's gesture to sound through. */
  readonly takeSound: () => AudioContext | undefined;
  /** Called when the list of voices is another. */
  readonly onChange: () => void;
}

/** Brings the embedded voices in beside the platform's, where those do not do. */
export class EmbeddedVoices {
  readonly #reader: Pick<ReaderState, 'article' | 'signal'>;
  readonly #voices: VoiceChoice;
  readonly #host: EmbeddedVoicesHost;
  /** The synthesis, of 9 KB; null if it cannot be had. */
  #importing: Promise<EmbeddedSpeech | null> | null = null;
  #speech: Speech | null = null;
  /** Speaks by these from now on; null for the platform alone. */
  readonly #use: (speech: Speech | null) => void;
  /** Whether they can speak at once. */
  isReady = false;
  /** Why they could not be had the last time that they were wanted; null if they could. */
  missing: FailureReason | null = null;
  /** How much of their files has come, in tenths; null where nothing is being waited for, or it is not known. */
  progress: number | null = null;

  constructor(
    reader: Pick<ReaderState, 'article' | 'signal'>,
    voices: VoiceChoice,
    host: EmbeddedVoicesHost,
    use: (speech: Speech | null) => void,
  ) {
    this.#reader = reader;
    this.#voices = voices;
    this.#host = host;
    this.#use = use;
  }

  /** Lists them beside the platform's, to choose from: no voice is loaded. */
  async list(): Promise<void> {
    const embedded = await this.#import();
    if (embedded) this.#join(embedded);
  }

  /** Makes them ready to speak; false if they cannot be had. */
  async load(): Promise<boolean> {
    this.missing = null;
    const embedded = await this.#import();
    if (!embedded) return false;
    try {
      await embedded.load(this.#host.takeSound(), (fraction) => this.#show(fraction));
    } catch (error) {
      const { cause } = error as Error;
      // Who has no network is told so; else it is the site that does not have them, or does not let them run.
      this.missing =
        cause instanceof TypeError || !navigator.onLine ? 'voice-unreachable' : 'voice-missing';
      reportMissing(error);
      this.#speech = null;
      this.#use(null);
      return false;
    } finally {
      this.progress = null;
    }
    this.isReady = true;
    this.#join(embedded);
    return true;
  }

  /** A voice failed: these take over from the platform's, and the other way round. */
  async replace(voice: VoiceInfo | undefined): Promise<void> {
    const { failed, live: best } = this.#voices;
    // Online, and perhaps only the network is gone: the best voice on the device is next.
    if (voice?.online && best && !failed.has(best)) return;
    if (!(await this.load()) || !voice) return;
    failed.addEngineOf(voice, this.#speech!.voices.voicesFor(voice.lang));
    this.#host.onChange();
  }

  #import(): Promise<EmbeddedSpeech | null> {
    if (this.#host.synthesis || primaryLanguage(this.#reader.article.lang) !== 'ar')
      return Promise.resolve(null);
    return (this.#importing ??= import('./embedded-speech.js').catch((error) => {
      this.missing = 'voice-unreachable';
      reportMissing(error);
      // Perhaps the network comes back.
      this.#importing = null;
      return null;
    }));
  }

  /** In tenths: the interface is drawn again for each, and a screen reader may say each. */
  #show(fraction: number): void {
    const tenths = Math.floor(fraction * 10);
    if (tenths === this.progress) return;
    this.progress = tenths;
    this.#host.onChange();
  }

  #join({ synthesis, Utterance }: EmbeddedSpeech): void {
    if (this.#speech) return;
    const voices = new VoiceList(synthesis, undefined, () => this.#reader.signal).refresh();
    voices.subscribe(this.#host.onChange);
    this.#speech = { voices, speaker: new Speaker(synthesis, Utterance) };
    this.#use(this.#speech);
  }
}
