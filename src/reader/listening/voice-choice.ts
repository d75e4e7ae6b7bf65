/**
 * Who owns the voice: which there are, which was asked for, which failed, and so which one reads. Speaks
 * with none of them.
 */
import type { RecordingNotice, RecordingState } from '../../core/recording.js';
import { primaryLanguage, type VoiceKey } from '../../core/settings.js';
import { FailedVoices } from '../../speech/failed-voices.js';
import { VoiceList } from '../../speech/voice-list.js';
import { chooseVoice, findVoice, voiceKey, type VoiceInfo } from '../../speech/voices.js';
import type { ReaderState } from '../reader-state.js';

/** A recording as a voice to choose. */
export interface OfferedRecording extends RecordingState {
  readonly voice: VoiceInfo;
  /** Lets it be heard how it sounds. */
  sayFirstWords(signal: AbortSignal): void;
}

export class VoiceChoice {
  readonly failed = new FailedVoices();
  /** A recording of the article, which stands before all voices; null for none. */
  offered: OfferedRecording | null = null;
  /** Why it does not read, or not all; null where it does. */
  notice: RecordingNotice | null = null;
  /** The platform's, beside which the embedded voices may stand. */
  readonly platform: VoiceList;
  #list: VoiceList;
  readonly #state: Pick<ReaderState, 'article' | 'settings'>;
  readonly #wanted: (lang: string) => VoiceKey | string | null;
  readonly #onChange: () => void;

  /**
   * @param wanted the voice that was asked for, for text of a language
   * @param onChange called when there are other voices
   */
  constructor(
    synthesis: SpeechSynthesis | undefined,
    state: Pick<ReaderState, 'article' | 'settings' | 'signal'>,
    wanted: (lang: string) => VoiceKey | string | null,
    onChange: () => void,
  ) {
    this.platform = new VoiceList(synthesis, undefined, () => state.signal);
    this.#list = this.platform;
    this.#state = state;
    this.#wanted = wanted;
    this.#onChange = onChange;
    this.platform.subscribe(onChange);
  }

  /** What is chosen from. */
  get list(): VoiceList {
    return this.#list;
  }

  set list(list: VoiceList) {
    this.#list = list;
    this.#onChange();
  }

  /** The recording, where it is what reads: the user picked no other voice, and it did not fail. */
  get recording(): VoiceInfo | null {
    const wanted = this.#wanted(this.#state.article.lang);
    const voice = this.offered?.voice;
    if (!voice || this.failed.has(voice)) return null;
    return wanted instanceof Object && wanted.uri !== voice.voice.voiceURI ? null : voice;
  }

  /** The recording and the voices of the article's language, best first. */
  get voices(): readonly VoiceInfo[] {
    const voices = this.#list.voicesFor(this.#state.article.lang);
    return this.offered ? [this.offered.voice, ...voices] : voices;
  }

  /** What reads: the recording, else the voice asked for where it is there, else the best one on the device. */
  get voice(): VoiceInfo | undefined {
    return this.recording ?? this.live;
  }

  /** The voice that reads what no recording does. */
  get live(): VoiceInfo | undefined {
    return this.voiceFor(this.#state.article.lang);
  }

  /** The voice that reads text of a language, if there is one. */
  voiceFor(lang: string): VoiceInfo | undefined {
    const hasFailed = (voice: VoiceInfo) => this.failed.has(voice);
    return chooseVoice(this.#list.voicesFor(lang), this.#wanted(lang), hasFailed);
  }

  /** The voice that was asked for; undefined when the best is taken. */
  get chosen(): VoiceInfo | undefined {
    return findVoice(this.voices, this.#state.settings.voice);
  }

  /** Whether an embedded voice is to read, by choice or for want of another. */
  get wantsEmbedded(): boolean {
    const { voice, chosen } = this;
    const wanted = this.#state.settings.voice;
    const uri = typeof wanted === 'string' ? wanted : wanted?.uri;
    return (
      !voice ||
      voice.quality === 'embedded' ||
      (voice.quality === 'robotic' && !chosen) ||
      !!uri?.startsWith('embedded:')
    );
  }

  /**
   * The voices that the user picked, by language, with another one for the article's; a voice that is
   * picked again may have come back to life.
   *
   * @param wanted an `id`, a name or a URI; null for the best there is
   */
  pick(
    picked: Readonly<Record<string, VoiceKey>> | undefined,
    wanted: string | null,
  ): Readonly<Record<string, VoiceKey | undefined>> {
    const info = this.voices.find(({ id }) => id === wanted) ?? findVoice(this.voices, wanted);
    if (info) this.failed.delete(info);
    return { ...picked, [primaryLanguage(this.#state.article.lang)]: info && voiceKey(info) };
  }
}
