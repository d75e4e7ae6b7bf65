/**
 * A recording of the article, where the page offers one: what says when its words are said, its sound, and how
 * it stands in a player's loop. Loaded only then.
 */
import type { Article } from '../../core/article.js';
import type { RecordingNotice } from '../../core/recording.js';
import type { LocatedSentence } from '../../speech/navigation.js';
import type { Player } from '../../speech/player.js';
import type { readAloud } from '../../speech/read-aloud.js';
import {
  readGuidedNavigation,
  type RecordedText,
} from '../../speech/recording/guided-navigation.js';
import { readRecording, type PlayedRecording } from '../../speech/recording/play-recording.js';
import { RecordedArticle } from '../../speech/recording/recorded-article.js';
import { RecordingSound } from '../../speech/recording/sound.js';
import type { VoiceInfo } from '../../speech/voices.js';
import type { ReaderState } from '../reader-state.js';
import type { OfferedRecording, VoiceChoice } from './voice-choice.js';

/** The `voiceURI` of every recording: who picked one picks them all. */
const RECORDING_URI = 'recording:';
/** More bytes than these are no article's. */
const LIMIT = 20_000_000;
/** After so many ms a live voice reads. */
const PATIENCE_MS = 10_000;
/** Of fewer words than this part it is a recording of another article. */
const AGREEMENT = 0.5;
/** So many words tell how it sounds. */
const SAMPLE = 8;

/** What could not be had, and why; the message is for the site's author. */
class RecordingError extends Error {
  override readonly name = 'RecordingError';
  constructor(
    readonly notice: Extract<RecordingNotice, 'unreachable' | 'broken'>,
    message: string,
  ) {
    super(message);
  }
}

/** @throws RecordingError (rejects), or whatever, where `signal` aborts. */
async function fetchRecorded(address: string, signal: AbortSignal): Promise<RecordedText> {
  const url = new URL(address, document.baseURI).href;
  const end = new AbortController();
  const stop = () => end.abort();
  const timer = setTimeout(stop, PATIENCE_MS);
  signal.addEventListener('abort', stop);
  const parts: BlobPart[] = [];
  let size = 0;
  let base = url;
  try {
    const answer = await fetch(url, { signal: end.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    base = answer.url || url;
    const reader = answer.body!.getReader();
    for (let read; !(read = await reader.read()).done && size <= LIMIT;) {
      parts.push(read.value);
      size += read.value.byteLength;
    }
  } catch (error) {
    throw new RecordingError('unreachable', `${url}: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    if (size > LIMIT) stop();
  }
  try {
    if (size > LIMIT) throw new Error('more than 20 MB');
    return readGuidedNavigation(JSON.parse(await new Blob(parts).text()), base);
  } catch (error) {
    throw new RecordingError('broken', `${url}: ${(error as Error).message}`);
  }
}

/** A recording as a voice to choose, as a state to show, and as what a player reads by. */
class Recording implements OfferedRecording, PlayedRecording {
  readonly recorded: RecordedText;
  readonly sound: RecordingSound;
  readonly voice: VoiceInfo;
  /** Reads by it. */
  readonly read: typeof readAloud;
  // Until a live voice takes its turn.
  isSounding = true;
  readonly #reader: ReaderState;
  readonly #voices: VoiceChoice;
  readonly #onChange: () => void;
  #tied: RecordedArticle | undefined;

  constructor(
    recorded: RecordedText,
    reader: ReaderState,
    voices: VoiceChoice,
    readLive: typeof readAloud,
    onChange: () => void,
  ) {
    this.recorded = recorded;
    this.sound = new RecordingSound(recorded.sound);
    this.#reader = reader;
    this.#voices = voices;
    this.#onChange = onChange;
    const { voice: name } = recorded;
    const { lang } = reader.article;
    this.voice = Object.freeze({
      id: RECORDING_URI,
      name,
      lang,
      region: '',
      online: false,
      quality: 'recorded',
      voice: { voiceURI: RECORDING_URI, name, lang, localService: true, default: false },
    });
    this.read = readRecording(this, readLive);
  }

  get reads(): boolean {
    return this.#voices.recording === this.voice;
  }

  get skipsNew(): boolean {
    return !this.#reader.settings.unrecorded;
  }

  get sounds(): boolean {
    return this.isSounding && this.reads;
  }

  get url(): string {
    return this.recorded.sound;
  }

  get epub(): string | null {
    return this.recorded.epub;
  }

  get duration(): number {
    // Of a file that is still coming it is not known, or no number.
    const { duration } = this.sound;
    return Number.isFinite(duration) ? duration : this.recorded.duration;
  }

  get elapsed(): number {
    const { playback, position } = this.#reader;
    if (this.sounds && playback.status === 'playing') return this.sound.time;
    const at = position.word ?? position.sentence;
    return at ? this.timeAt(at.start) : 0;
  }

  timeAt(offset: number): number {
    const place = this.tie(this.#reader.article)?.placeFrom(offset) ?? 0;
    return this.recorded.from[place] ?? this.duration;
  }

  offsetAt(time: number): number {
    const tied = this.tie(this.#reader.article);
    return tied?.offsetOf(tied.placeAt(time)) ?? 0;
  }

  progressAt(offset: number): { readonly minutesLeft: number } | undefined {
    if (!this.reads || !this.tie(this.#reader.article)) return undefined;
    const { rate } = this.#reader.settings;
    return { minutesLeft: Math.max(0, this.duration - this.timeAt(offset)) / 60 / rate };
  }

  tie(article: Article): RecordedArticle | null {
    if (this.#tied?.article !== article) this.#tied = new RecordedArticle(article, this.recorded);
    return this.#tied.agreement < AGREEMENT ? null : this.#tied;
  }

  pauseAfter({ block }: LocatedSentence): number {
    return block.kind === 'cell' ? 0 : this.#reader.settings.pause * 1000;
  }

  onTurn(sounds: boolean): void {
    this.isSounding = sounds;
  }

  onNotice(notice: RecordingNotice): void {
    // What was refused may be allowed with the next click, and new text is no fault.
    if (!/^(refused|new)/.test(notice)) this.#voices.failed.add(this.voice);
    this.#voices.notice = notice;
    this.#onChange();
  }

  /** Lets it be heard how it sounds. */
  sayFirstWords(signal: AbortSignal): void {
    const { from, to } = this.recorded;
    const last = Math.min(SAMPLE, to.length) - 1;
    const part = { from: from[0]!, to: to[last]!, since: NaN, until: NaN };
    const silent = { onStart: () => {}, onWait: () => {}, onTime: () => Infinity };
    void this.sound.play(part, this.#reader.settings.rate, silent, signal);
  }
}

/**
 * Offers a recording, in place of the one before: to choose, and to be read by.
 *
 * @param address of what says when its words are said; empty for none
 * @param readLive reads by a live voice
 * @param isWanted whether it still is, once it has come
 * @param onChange called when there is another, or it is told why there is none
 */
export async function offer(
  address: string,
  reader: ReaderState,
  player: Player,
  voices: VoiceChoice,
  readLive: typeof readAloud,
  isWanted: () => boolean,
  onChange: () => void,
): Promise<void> {
  const { signal } = reader;
  const take = (recording: Recording | null, notice: RecordingNotice | null) => {
    if (!isWanted() || signal.aborted) return;
    voices.offered = recording;
    voices.notice = notice;
    player.use({ read: recording?.read ?? readLive });
    onChange();
  };
  take(null, null);
  if (!address) return;
  try {
    const recorded = await fetchRecorded(address, signal);
    take(new Recording(recorded, reader, voices, readLive, onChange), null);
  } catch (error) {
    // Nobody waits for it; it is asked for again.
    if (signal.aborted) return;
    // eslint-disable-next-line no-console -- nobody else would tell the site's author
    console.warn(`article-reader: ${(error as Error).message}`);
    take(null, error instanceof RecordingError ? error.notice : 'unreachable');
  }
}
