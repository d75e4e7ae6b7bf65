/**
 * Past 250 lines because the loop and the place where it is are one thing: each command is a line or
 * two, and what they do to the place has to be read beside the loop that moves it.
 */
import { EMPTY_ARTICLE, type Article, type Block, type Span } from '../core/article.js';
import type { FailureReason, Playback } from '../core/playback.js';
import type { VoiceKey } from '../core/settings.js';
import { spokenAsWritten, type Spoken } from '../core/spoken.js';
import { wordAt, wordsOf } from '../core/words.js';
import { sleep, systemClock, type Clock } from './clock.js';
import { sentenceBefore, sentenceFrom, step, type Place, type Unit } from './places.js';
import { Speaker, type Outcome } from './speaker.js';
import { wordFrom } from './utterance-text.js';
import { VoiceList } from './voice-list.js';
import { chooseVoice, type VoiceInfo } from './voices.js';

/** What is being read; `word` is null while the voice does not report words. */
export interface Position {
  readonly sentence: Span | null;
  readonly word: Span | null;
}

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

export interface PlayerOptions {
  readonly speaker: Pick<Speaker, 'say' | 'claim' | 'reportsWords' | 'silence'>;
  readonly voices: Pick<VoiceList, 'voicesFor' | 'more' | 'refresh' | 'size'>;
  readonly clock: Clock;
  /** Asked anew for each sentence. */
  readonly delivery: (lang: string) => Delivery;
  /** What to say for a sentence, and the way back to it. */
  readonly toSpoken: (text: string, lang: string) => Spoken;
  /** Ms of silence after a block. */
  readonly pauseAfter: (block: Block) => number;
  /**
   * The voice failed, or there is none. True if another one was chosen: reading then goes on at the
   * same word. A voice that failed is not tried twice at one place.
   */
  readonly onVoiceFailed: (reason: FailureReason) => boolean | Promise<boolean>;
  /** {@link Player.playback} or {@link Player.position} is another object than before. */
  readonly onChange: () => void;
}

const NOWHERE: Position = Object.freeze({ sentence: null, word: null });

/** So many sentences in no time are not chance (20). */
const UNHEARD = 3;

const same = (a: Span | null, b: Span | null) => a?.start === b?.start && a?.end === b?.end;

/**
 * Reads an article aloud: for each sentence from here, `await say(sentence)`.
 *
 * Pausing, seeking and a new rate or voice all abort that loop; going on starts it again at the word
 * where it was, or at the start of the sentence (of the clause, in a long one) for a voice that does
 * not report words. Each run owns its `AbortSignal`, so that a late event finds nobody.
 */
export class Player {
  #article: Article = EMPTY_ARTICLE;
  #playback: Playback = Object.freeze({ status: 'idle' });
  #position = NOWHERE;
  /** Where reading goes on; all before it has been said or passed over. */
  #offset = 0;
  /** Where the selection ends that is being read. */
  #until = Infinity;
  #run: AbortController | undefined;
  readonly #options: PlayerOptions;

  constructor(options: Partial<PlayerOptions> = {}) {
    this.#options = {
      speaker: options.speaker ?? new Speaker(),
      voices: options.voices ?? new VoiceList(),
      clock: systemClock,
      delivery: () => ({ voice: null, rate: 1 }),
      toSpoken: spokenAsWritten,
      pauseAfter: ({ kind }) => (kind === 'heading' ? 600 : 350),
      onVoiceFailed: () => false,
      onChange: () => {},
      ...options,
    };
  }

  /** Speaks by other means from the next utterance on. */
  use(speech: Pick<PlayerOptions, 'speaker' | 'voices'>): void {
    Object.assign(this.#options, speech);
  }

  get article(): Article {
    return this.#article;
  }

  /** Frozen; another object after each change. */
  get playback(): Playback {
    return this.#playback;
  }

  /** Frozen; another object after each change. */
  get position(): Position {
    return this.#position;
  }

  /** The offset where reading goes on. */
  get offset(): number {
    return this.#offset;
  }

  get #active(): boolean {
    return this.#playback.status === 'playing' || this.#playback.status === 'loading';
  }

  /**
   * Another text, or the same one changed. If all before the place is as it was, reading stays there,
   * and is not interrupted if its sentence is as it was; otherwise it stops.
   */
  setArticle(article: Article): void {
    const before = this.#article;
    const { sentence, word } = this.#position;
    this.#article = article;
    if (!sentence) {
      // What is only about to begin begins with this text; a failure was of the other one.
      if (!this.#active) this.stop();
      return;
    }
    const unchanged = (end: number) => article.text.startsWith(before.text.slice(0, end));
    const now = sentenceFrom(article, sentence.start);
    if (unchanged(sentence.end) && now && same(now.sentence, sentence)) return;
    if (!unchanged(this.#offset) || !sentenceFrom(article, this.#offset)) return this.stop();
    const wordNow = word && wordAt(article.text, word.start);
    this.#moveTo(this.#offset, same(word, wordNow) ? word : null);
  }

  /**
   * Begins, goes on, or reads from somewhere else. Calls `speak()` before it returns if the voices are
   * known: call it from the handler of a click or a key (12).
   *
   * @param from an offset in the article's text: the word there is the first. A span: only that is
   *   read, in whole words. Nothing: where it was, else the beginning.
   */
  play(from?: number | Span): void {
    if (typeof from === 'number') {
      this.#until = Infinity;
      this.#place(from);
    } else if (from) {
      this.#place(from.start);
      this.#until = wordAt(this.#article.text, from.end - 1)?.end ?? from.end;
    } else if (this.#active) return;
    this.#start();
  }

  /** Stops the sound and keeps the place. Nothing is ever paused in the platform's queue (2, 5). */
  pause(): void {
    if (!this.#active) return;
    this.#run?.abort();
    this.#show({ status: 'paused' });
  }

  /** Stops and forgets the place: the next {@link play} begins at the beginning. */
  stop(): void {
    this.#run?.abort();
    this.#offset = 0;
    this.#until = Infinity;
    this.#show({ status: 'idle' }, NOWHERE);
  }

  /**
   * Goes to the word at an offset, or to the next one if there is none. Reading that is going on goes
   * on there; otherwise only the position changes.
   */
  seek(offset: number): void {
    this.#place(offset);
    this.refresh();
  }

  /** Goes to the next sentence, paragraph or heading; stays at the last. */
  next(unit: Unit = 'sentence'): void {
    this.#step(unit, 1);
  }

  /** Goes to the sentence, paragraph or heading before this one, from wherever in it. */
  previous(unit: Unit = 'sentence'): void {
    this.#step(unit, -1);
  }

  /** Goes to the start of this sentence. */
  repeat(): void {
    const { sentence } = this.#position;
    if (sentence) this.#moveTo(sentence.start, null);
  }

  /** Takes up a new rate or voice at once, from the current word (19). */
  refresh(): void {
    if (this.#active) this.#start();
  }

  #step(unit: Unit, direction: 1 | -1): void {
    const { sentence } = this.#position;
    const from = sentence && sentenceFrom(this.#article, sentence.start);
    const place = step(this.#article, from, unit, direction);
    if (place) this.#moveTo(place.sentence.start, null);
  }

  /** Sets the place to the word at an offset, the next one, or the last of the article. */
  #place(offset: number): void {
    const { text } = this.#article;
    const place = sentenceFrom(this.#article, offset) ?? sentenceBefore(this.#article, text.length);
    if (!place) return;
    const { sentence } = place;
    const words = wordsOf(text, sentence);
    const word = words.find(({ end }) => end > offset) ?? words.at(-1) ?? null;
    // From its first word a sentence is read with the quotation mark before it.
    this.#setOffset(!word || word === words[0] ? sentence.start : word.start);
    this.#show(this.#playback, { sentence, word });
  }

  #moveTo(offset: number, word: Span | null): void {
    this.#setOffset(offset);
    const sentence = sentenceFrom(this.#article, offset)?.sentence ?? null;
    this.#show(this.#playback, { sentence, word });
    this.refresh();
  }

  #setOffset(offset: number): void {
    this.#offset = offset;
    // Whoever leaves the selection reads on from there.
    if (offset >= this.#until) this.#until = Infinity;
  }

  #start(): void {
    this.#run?.abort();
    const { signal } = (this.#run = new AbortController());
    if (this.#playback.status !== 'playing') this.#show({ status: 'loading' });
    this.#read(signal).catch((error: unknown) => {
      // A hook or a listener threw: that is shown to its author, and reading does not hang.
      if (!signal.aborted) this.#fail('voice-failed', String(error));
      throw error;
    });
  }

  async #read(signal: AbortSignal): Promise<void> {
    const options = this.#options;
    const { clock, pauseAfter, onVoiceFailed } = options;
    // A listener may have stopped it already.
    if (signal.aborted) return;
    if (!sentenceFrom(this.#article, 0)) return this.#fail('empty');
    options.speaker.claim(signal, () => this.pause());
    let voice: VoiceInfo | undefined;
    /** Voices, or reasons for having none, that failed since something was heard. */
    const tried = new Set<unknown>();
    let heard = false;
    /** Where the sentences began that were over in no time. */
    let unheard: number[] = [];

    for (;;) {
      const place = sentenceFrom(this.#article, this.#offset);
      const over = !place || place.sentence.start >= this.#until;
      let outcome: Outcome;
      if (unheard.length >= UNHEARD || (over && unheard.length && !heard)) {
        this.#offset = unheard[0]!;
        unheard = [];
        const sentence = sentenceFrom(this.#article, this.#offset)?.sentence ?? null;
        this.#show(this.#playback, { sentence, word: null });
        outcome = {
          status: 'failed',
          reason: options.speaker.silence,
          message: 'nothing was heard',
        };
      } else if (over) {
        return this.stop();
      } else {
        while (!(voice = this.#voiceFor(place.block)) && (await options.voices.more(signal)));
        outcome = signal.aborted
          ? { status: 'aborted' }
          : voice
            ? await this.#say(place, voice, signal)
            : {
                status: 'failed',
                reason: options.voices.size ? 'no-voice' : 'no-speech',
                message: `no voice for ${place.block.lang}`,
              };
      }
      if (signal.aborted) return;

      if (outcome.status === 'failed') {
        const { reason, message } = outcome;
        const failed = voice?.voice;
        if (reason === 'not-allowed' || tried.has(failed ?? reason))
          return this.#fail(reason, message);
        tried.add(failed ?? reason);
        // A voice that is gone after an update is replaced without a question (22).
        const rows = options.voices.refresh().voicesFor(voice?.lang ?? '');
        const gone = failed && rows.every((row) => row.voice !== failed);
        const again = gone || (await onVoiceFailed(reason));
        if (signal.aborted) return;
        if (!again) return this.#fail(reason, message);
      } else if (outcome.status === 'ended') {
        if (outcome.heard) {
          heard = true;
          unheard = [];
          tried.clear();
        } else unheard.push(place!.sentence.start);
        const { sentence, block } = place!;
        const next = sentenceFrom(this.#article, sentence.end);
        this.#offset = next ? next.sentence.start : sentence.end;
        if (next && next.block !== block && this.#offset < this.#until) {
          const ms = pauseAfter(block);
          if (ms > 0) await sleep(ms, clock, signal);
          if (signal.aborted) return;
        }
      } else return this.pause();
    }
  }

  /** Speaks a sentence from {@link #offset} on, and follows the words. */
  #say({ sentence, block }: Place, voice: VoiceInfo, signal: AbortSignal): Promise<Outcome> {
    const { speaker, toSpoken, delivery } = this.#options;
    const lang = block.lang || this.#article.lang;
    const spoken = toSpoken(this.#article.text.slice(sentence.start, sentence.end), lang);
    this.#offset = Math.max(this.#offset, sentence.start);
    const first = spoken.toSpoken(this.#offset - sentence.start);
    const last = spoken.toSpoken(Math.min(this.#until, sentence.end) - sentence.start);
    const offsetOf = (index: number) => sentence.start + spoken.toSource(first + index);
    // Going on in this sentence keeps the word that goes on.
    const { word, sentence: shown } = this.#position;
    this.#show(this.#playback, { sentence, word: same(shown, sentence) ? word : null });
    // A listener may have stopped it.
    if (signal.aborted) return Promise.resolve({ status: 'aborted' });
    const { rate, pitch, volume } = delivery(lang);
    return speaker.say(
      {
        text: spoken.text.slice(first, last),
        lang,
        voice,
        rate,
        pitch: pitch ?? 1,
        volume: volume ?? 1,
        onStart: () => {
          const { word } = this.#position;
          const position = { sentence, word: speaker.reportsWords(voice) ? word : null };
          this.#show({ status: 'playing' }, position);
        },
        onWord: (index) => {
          const { text } = this.#article;
          const offset = offsetOf(index);
          const word = wordFrom(text, { start: offset, end: sentence.end });
          if (!word || word.start < this.#offset || word.start >= sentence.end) return;
          this.#offset = word.start;
          this.#show(this.#playback, { sentence, word });
        },
        onReached: (index) => {
          this.#offset = Math.max(this.#offset, offsetOf(index));
        },
      },
      { signal },
    );
  }

  /**
   * The voice for a block, else one for the article: a foreign quotation in an accent is better than
   * silence.
   */
  #voiceFor({ lang }: Block): VoiceInfo | undefined {
    const { voices, delivery } = this.#options;
    const choose = (lang: string) => chooseVoice(voices.voicesFor(lang), delivery(lang).voice);
    return choose(lang || this.#article.lang) ?? choose(this.#article.lang);
  }

  #fail(reason: FailureReason, message: string = reason): void {
    this.#run?.abort();
    this.#show({ status: 'failed', reason, message });
  }

  #show(playback: Playback, position: Position = this.#position): void {
    const before = this.#playback;
    const stays =
      playback === before || (playback.status === before.status && playback.status !== 'failed');
    const { sentence, word } = position;
    const stands = same(sentence, this.#position.sentence) && same(word, this.#position.word);
    if (stays && stands) return;
    if (!stays) this.#playback = Object.freeze(playback);
    if (!stands) this.#position = Object.freeze({ sentence, word });
    this.#options.onChange();
  }
}
