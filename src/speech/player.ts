import { EMPTY_ARTICLE, type Article, type Block, type Span } from '../core/article.js';
import { NOWHERE, type FailureReason, type Playback, type Position } from '../core/playback.js';
import type { VoiceKey } from '../core/settings.js';
import type { Spoken } from '../core/spoken.js';
import { wordAt } from '../core/words.js';
import { systemClock, type Clock } from './clock.js';
import type { FailedVoices } from './failed-voices.js';
import {
  placeAt,
  sentenceFrom,
  step,
  type LocatedSentence,
  type Skips,
  type Unit,
} from './navigation.js';
import type { Speaker } from './speaker.js';
import { takeVoice } from './take-voice.js';
import { Track } from './track.js';
import type { VoiceList } from './voice-list.js';
import type { VoiceInfo } from './voices.js';

/** How long a text that is gone may take to come back, in ms. */
const GRACE_MS = 2000;

/** How text of a language is to be spoken. */
export interface Delivery {
  /** A key, a name or a URI (see `findVoice`); null for the best there is. */
  readonly voice: VoiceKey | string | null;
  /** Speed; 1 is the voice's own. */
  readonly rate: number;
  /** 0 to 2; 1 by default. */
  readonly pitch?: number;
  /** 0 to 1; 1 by default. */
  readonly volume?: number;
}

/** What one voice says in one go: a stretch of a sentence, in offsets of the article. */
export interface UtteranceLine extends Span {
  readonly lang: string;
  /** What is said for the stretch. Where that is empty, what is not written: it goes before. */
  readonly spoken: Spoken;
}

/** What {@link Player.play} needs: {@link Player.use} may bring it before the first reading. */
export interface ReadingMeans {
  /** What speaks. */
  readonly speaker: Pick<Speaker, 'say' | 'begin' | 'reportsWords' | 'silence'> &
    Partial<Pick<Speaker, 'looksAhead' | 'expect'>>;
  /** What there is to speak with. */
  readonly voices: Pick<VoiceList, 'voicesFor' | 'more' | 'refresh' | 'size'>;
  /** Reads aloud along the track: `readAloud`. */
  readonly read: (track: Track, options: PlayerOptions, signal: AbortSignal) => Promise<Playback>;
  /** What to say for a sentence: lines that lead from its start to its end. */
  readonly linesOf: (article: Article, place: LocatedSentence) => readonly UtteranceLine[];
  /** The last step before a voice says it: what this voice needs besides. */
  readonly prepare: (
    spoken: Spoken,
    lang: string,
    voice: VoiceInfo,
    written: string,
  ) => Spoken | Promise<Spoken>;
  /** What is not read unless it is gone to. */
  readonly skips: Skips;
  /** Whether to pause between a sentence and the next one. */
  readonly pausesBefore: (next: LocatedSentence, last: LocatedSentence) => boolean;
  /** Ms of silence after a block. */
  readonly pauseAfter: (block: Block) => number;
  /** Ms of silence after each sentence besides, to say it after the voice, which took so many ms. */
  readonly timeToRepeat: (took: number) => number;
  /** Read with only where there is no other. */
  readonly failed: FailedVoices;
  /**
   * The voice failed, or there is none: the time to bring others in. If there is another one then,
   * reading goes on with it at the same word. A voice that failed is not tried twice at one place.
   */
  readonly onVoiceFailed: (reason: FailureReason, voice: VoiceInfo | undefined) => unknown;
}

/** What there is from the start. */
export interface PlayerHost {
  readonly clock: Clock;
  /** Asked anew for each sentence. */
  readonly delivery: (lang: string) => Delivery;
  /** What a failure is shown with; by default what whoever failed says of it. */
  readonly describe: (reason: FailureReason, message: string) => string;
  /** {@link Player.playback} or {@link Player.position} is another object than before. */
  readonly onChange: () => void;
}

export type PlayerOptions = PlayerHost & ReadingMeans;

/**
 * Steers the reading of an article.
 *
 * Pausing, seeking and a new rate or voice all abort its loop; going on starts it again at the word
 * where it was; for a voice that does not report words, where that is at least, by the time. Each run owns its `AbortSignal`, so that a late event finds nobody.
 */
export class Player {
  readonly #track = new Track(() => this.#options.onChange());
  #run: AbortController | undefined;
  /** Whether it was asked to read by {@link wait}, and shows that it is loading. */
  #isWaiting = false;
  /** Runs while a text is awaited that went away, and the last one that has nothing of it. */
  #grace: unknown;
  #awaited = EMPTY_ARTICLE;
  readonly #options: PlayerHost & Partial<ReadingMeans>;
  /** Another reader takes the voice. */
  readonly #onLost = () => this.pause();

  constructor(options: Partial<PlayerOptions>) {
    this.#options = {
      clock: systemClock,
      delivery: () => ({ voice: null, rate: 1 }),
      describe: (_, message) => message,
      onChange: () => {},
      ...options,
    };
  }

  /** Speaks by other means, or otherwise, from the next utterance on. */
  use(options: Partial<PlayerOptions>): void {
    Object.assign(this.#options, options);
    if (this.#active) options.speaker?.begin();
  }

  get article(): Article {
    return this.#track.article;
  }

  /** Frozen; another object after each change. */
  get playback(): Playback {
    return this.#track.playback;
  }

  /** Frozen; another object after each change. */
  get position(): Position {
    return this.#track.position;
  }

  /** The offset where reading goes on. */
  get offset(): number {
    return this.#track.offset;
  }

  get #active(): boolean {
    const { status } = this.#track.playback;
    return status === 'playing' || (status === 'loading' && !this.#isWaiting);
  }

  /**
   * Another text, or the same one changed. Reading goes on where what stood at its place stands now; a
   * sentence that is being said is finished as it was begun. It stops if nothing round the place is
   * left: at once where another text came, after a grace period where none did, as it may come back.
   */
  setArticle(article: Article): void {
    const track = this.#track;
    const { sentence } = track.position;
    const isSaid = sentence && track.offset >= sentence.end;
    if (track.take(article)) {
      this.#endGrace();
      if (isSaid) track.pass(this.#options.skips);
      const { start, end } = track.position.sentence!;
      if (start === end && !this.#active) this.#place(end);
    } else if (sentence && article.blocks.length < 2) {
      this.#awaited = article;
      this.#grace ??= this.#options.clock.setTimeout(() => this.#leaveFor(this.#awaited), GRACE_MS);
    } else this.#leaveFor(article);
  }

  #endGrace(): void {
    this.#options.clock.clearTimeout(this.#grace);
    this.#grace = undefined;
  }

  /** Nothing is left of the place, if there was one. */
  #leaveFor(article: Article): void {
    this.#endGrace();
    this.#track.article = article;
    // What is only about to begin begins with this text; a failure was of the other one.
    if (this.#track.position.sentence || !(this.#active || this.#isWaiting)) this.stop();
  }

  /**
   * Begins, goes on, or reads from somewhere else. Calls `speak()` before it returns if the voices are
   * known: call it from the handler of a click or a key (12).
   *
   * @param from an offset in the article's text: the word there is the first. A span: only that is
   *   read, in whole words. Nothing: where it was, else the beginning.
   */
  play(from?: number | Span): void {
    const playback: Playback = this.#active ? this.#track.playback : { status: 'loading' };
    if (typeof from === 'number') {
      this.#track.until = Infinity;
      this.#place(from, playback);
    } else if (from) {
      this.#place(from.start, playback);
      this.#track.until = wordAt(this.#track.article.text, from.end - 1)?.end ?? from.end;
    } else if (this.#active) return;
    else if (!this.#track.position.sentence)
      this.#track.offset =
        sentenceFrom(this.#track.article, 0, this.#options.skips)?.sentence.start ?? 0;
    this.#start();
  }

  /**
   * Shows that a reading was asked for which cannot {@link play} yet; keeps the place.
   *
   * @returns aborted once it is not to begin any more: it was paused or stopped, something else was asked
   *   for, here or of another reader
   */
  wait(): AbortSignal {
    const signal = this.#renew(true);
    this.#track.show({ status: 'loading' });
    return signal;
  }

  /** What was waited for cannot be had. */
  fail(reason: FailureReason, message: string = reason): void {
    this.#end({ status: 'failed', reason, message });
  }

  /** Stops the sound and keeps the place. Nothing is ever paused in the platform's queue (2, 5). */
  pause(): void {
    if (!this.#active && !this.#isWaiting) return;
    this.#run?.abort();
    this.#isWaiting = false;
    this.#track.show({ status: 'paused' });
  }

  /** Stops and forgets the place: the next {@link play} begins at the beginning. */
  stop(): void {
    this.#leave({ status: 'idle' });
  }

  #leave(playback: Playback): void {
    this.#run?.abort();
    this.#isWaiting = false;
    this.#track.offset = 0;
    this.#track.until = Infinity;
    this.#track.show(playback, NOWHERE);
  }

  /**
   * Goes to the word at an offset, or to the next one if there is none. Reading that is going on goes
   * on there; otherwise only the position changes.
   */
  seek(offset: number): void {
    this.#place(offset);
    this.refresh();
  }

  /** Goes to the next sentence, paragraph, heading or region; stays at the last. */
  next(unit: Unit = 'sentence'): void {
    this.#step(unit, 1);
  }

  /** Goes to the sentence, paragraph, heading or region before this one, from wherever in it. */
  previous(unit: Unit = 'sentence'): void {
    this.#step(unit, -1);
  }

  /** Goes to the start of this sentence. */
  repeat(): void {
    const { sentence } = this.#track.position;
    if (sentence) this.#moveTo(sentence);
  }

  /** Takes up a new rate or voice at once, from the current word (19). */
  refresh(): void {
    if (this.#active) this.#start();
  }

  #step(unit: Unit, direction: 1 | -1): void {
    const { article, position } = this.#track;
    const place = step(article, position.sentence, unit, direction, this.#options.skips);
    if (place) this.#moveTo(place.sentence);
  }

  /** Sets the place to the word at an offset, the next one, or the last of the article. */
  #place(offset: number, playback = this.#track.playback): void {
    const place = placeAt(this.#track.article, offset);
    if (!place) return;
    const { sentence, word, start } = place;
    this.#setOffset(start);
    this.#track.show(playback, { sentence, word });
  }

  /** To the start of a sentence. */
  #moveTo(sentence: Span): void {
    this.#setOffset(sentence.start);
    this.#track.show(this.#track.playback, { sentence, word: null });
    this.refresh();
  }

  #setOffset(offset: number): void {
    this.#track.offset = offset;
    // Whoever leaves the selection reads on from there.
    if (offset >= this.#track.until) this.#track.until = Infinity;
  }

  #start(): void {
    const signal = this.#renew(false);
    if (this.#track.playback.status !== 'playing') this.#track.show({ status: 'loading' });
    void this.#read(signal);
  }

  /** Ends what was asked for before; from now on the voice is this reader's. */
  #renew(isWaiting: boolean): AbortSignal {
    this.#run?.abort();
    this.#isWaiting = isWaiting;
    const { signal } = (this.#run = new AbortController());
    takeVoice(signal, this.#onLost);
    return signal;
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { speaker, read } = this.#options;
    // A listener may have stopped it already.
    if (signal.aborted) return;
    if (!sentenceFrom(this.#track.article, 0)) return this.fail('empty');
    // They could not be loaded.
    if (!speaker || !read) return this.fail('unreachable');
    try {
      speaker.begin();
      const ending = await read(this.#track, this.#options as PlayerOptions, signal);
      if (!signal.aborted) this.#end(ending);
    } catch (error) {
      // A hook or a listener threw: that is shown to its author, and reading does not hang.
      if (!signal.aborted) this.fail('voice-failed', String(error));
      throw error;
    }
  }

  #end(playback: Playback): void {
    if (playback.status === 'idle') return this.#leave(playback);
    if (playback.status === 'paused') return this.pause();
    this.#run?.abort();
    this.#isWaiting = false;
    const { describe } = this.#options;
    this.#track.show(
      playback.status === 'failed'
        ? { ...playback, message: describe(playback.reason, playback.message) }
        : playback,
    );
  }
}
