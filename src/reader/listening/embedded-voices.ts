import { primaryLanguage } from '../../core/settings.js';
import type { Reader } from '../reader.js';
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
  /** Ids of voices that were tried in vain. */
  readonly failed: Set<string>;
  /** Gives away what was woken in the user's gesture to sound through. */
  readonly takeSound: () => AudioContext | undefined;
  /** Called when the list of voices is another. */
  readonly onChange: () => void;
}

/** Brings the embedded voices in beside the platform's, where those do not do. */
export class EmbeddedVoices {
  readonly #reader: Reader;
  readonly #host: EmbeddedVoicesHost;
  /** The synthesis, of 9 KB; null if it cannot be had. */
  #importing: Promise<EmbeddedSpeech | null> | null = null;
  #speech: Speech | null = null;
  /** Speaks by these from now on; null for the platform alone. */
  readonly #use: (speech: Speech | null) => void;
  /** Whether they can speak at once. */
  isReady = false;

  constructor(reader: Reader, host: EmbeddedVoicesHost, use: (speech: Speech | null) => void) {
    this.#reader = reader;
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
    const embedded = await this.#import();
    if (!embedded) return false;
    try {
      await embedded.load(this.#host.takeSound());
    } catch {
      this.#speech = null;
      this.#use(null);
      return false;
    }
    this.isReady = true;
    this.#join(embedded);
    return true;
  }

  /** A voice failed: these take over from the platform's, and the other way round. */
  async replace(voice: VoiceInfo | undefined): Promise<void> {
    const { failed } = this.#host;
    // Online, and perhaps only the network is gone: the best voice on the device is next.
    const best = this.#reader.voice;
    if (voice?.online && best && !failed.has(best.id)) return;
    if (!(await this.load()) || !voice) return;
    // One engine speaks them all: where one of its voices is not there, the others are not either.
    for (const each of this.#speech!.voices.voicesFor(voice.lang))
      if ((each.quality === 'embedded') === (voice.quality === 'embedded')) failed.add(each.id);
  }

  #import(): Promise<EmbeddedSpeech | null> {
    if (this.#host.synthesis || primaryLanguage(this.#reader.article.lang) !== 'ar')
      return Promise.resolve(null);
    return (this.#importing ??= import('./embedded-speech.js').catch(() => {
      // Perhaps the network comes back.
      this.#importing = null;
      return null;
    }));
  }

  #join({ synthesis, Utterance }: EmbeddedSpeech): void {
    if (this.#speech) return;
    const voices = new VoiceList(synthesis).refresh();
    voices.subscribe(this.#host.onChange);
    this.#speech = { voices, speaker: new Speaker(synthesis, Utterance) };
    this.#use(this.#speech);
  }
}
