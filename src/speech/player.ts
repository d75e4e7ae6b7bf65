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
import { sentenceBefore, sentenceFrom, step, type Place, type Skips, type Unit } from './places.js';
import { Speaker, type Outcome } from './speaker.js';
import { isSayable, wordFrom } from './utterance-text.js';
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

/** What one voice says in one go: a stretch of a sentence, in offsets of the article. */
export interface Line extends Span {
  readonly lang: string;
  /** What is said for the stretch. Where that is empty, what is not written: it goes before. */
  readonly spoken: Spoken;
}

export interface PlayerOptions {
  readonly speaker: Pick<Speaker, 'say' | 'claim' | 'reportsWords' | 'silence'> &
    Partial<Pick<Speaker, 'looksAhead' | 'expect'>>;
  readonly voices: Pick<VoiceList, 'voicesFor' | 'more' | 'refresh' | 'size'>;
  readonly clock: Clock;
  /** Asked anew for each sentence. */
  readonly delivery: (lang: string) => Delivery;
  /** What to say for a sentence: lines that lead from its start to its end. */
  readonly linesOf: (article: Article, place: Place) => readonly Line[];
  /** The last step before a voice says it: what this voice needs besides. */
  readonly prepare: (spoken: Spoken, lang: string, voice: VoiceInfo) => Spoken | Promise<Spoken>;
  /** What is not read unless it is gone to. */
  readonly skips: Skips;
  /** Whether to pause between a sentence and the next one. */
  readonly pausesBefore: (next: Place, last: Place) => boolean;
  /** Ms of silence after a block. */
  readonly pauseAfter: (block: Block) => number;
  /** Ids of voices that failed: read with only where there is no other. */
  readonly failed: Set<string>;
  /**
   * The voice failed, or there is none: the time to bring others in. If there is another one then,
   * reading goes on with it at the same word. A voice that failed is not tried twice at one place.
   */
  readonly onVoiceFailed: (reason: FailureReason, voice: VoiceInfo | undefined) => unknown;
  /** {@link Player.playback} or {@link Player.position} is another object than before. */
  readonly onChange: () => void;
}

const NOWHERE: Position = Object.freeze({ sentence: null, word: null });

/** So many sentences in no time are not chance (20). */
const UNHEARD = 3;

const same = (a: Span | null, b: Span | null) => a?.start === b?.start && a?.end === b?.end;

/** All of a sentence as it is written, in one line. */
export const lineOf = ({ text, lang }: Article, { block, sentence }: Place): Line => ({
  start: sentence.start,
  end: sentence.end,
  lang: block.lang || lang,
  spoken: spokenAsWritten(text.slice(sentence.start, sentence.end)),
});

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
  /** Always the same function: by it a speaker knows who speaks. */
  readonly #onLost = () => this.pause();

  constructor(options: Partial<PlayerOptions> = {}) {
    this.#options = {
      speaker: options.speaker ?? new Speaker(),
      voices: options.voices ?? new VoiceList(),
      clock: systemClock,
      delivery: () => ({ voice: null, rate: 1 }),
      linesOf: (article, place) => [lineOf(article, place)],
      prepare: (spoken) => spoken,
      skips: () => false,
      pausesBefore: () => false,
      pauseAfter: ({ kind }) => (kind === 'heading' ? 600 : 350),
      failed: new Set(),
      onVoiceFailed: () => {},
      onChange: () => {},
      ...options,
    };
  }

  /** Speaks by other means, or otherwise, from the next utterance on. */
  use(options: Partial<PlayerOptions>): void {
    Object.assign(this.#options, options);
    if (this.#active && this.#run) options.speaker?.claim(this.#run.signal, this.#onLost);
  }

  /** The voice for a language, if there is one that may be used. */
  voiceOf(lang: string): VoiceInfo | undefined {
    const { voices, delivery, failed } = this.#options;
    return chooseVoice(voices.voicesFor(lang), delivery(lang).voice, failed);
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
    const playback: Playback = this.#active ? this.#playback : { status: 'loading' };
    if (typeof from === 'number') {
      this.#until = Infinity;
      this.#place(from, playback);
    } else if (from) {
      this.#place(from.start, playback);
      this.#until = wordAt(this.#article.text, from.end - 1)?.end ?? from.end;
    } else if (this.#active) return;
    else if (!this.#position.sentence)
      this.#offset = sentenceFrom(this.#article, 0, this.#options.skips)?.sentence.start ?? 0;
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
    const place = step(this.#article, from, unit, direction, this.#options.skips);
    if (place) this.#moveTo(place.sentence.start, null);
  }

  /** Sets the place to the word at an offset, the next one, or the last of the article. */
  #place(offset: number, playback = this.#playback): void {
    const { text } = this.#article;
    const place = sentenceFrom(this.#article, offset) ?? sentenceBefore(this.#article, text.length);
    if (!place) return;
    const { sentence } = place;
    const words = wordsOf(text, sentence);
    const word = words.find(({ end }) => end > offset) ?? words.at(-1) ?? null;
    // From its first word a sentence is read with the quotation mark before it.
    this.#setOffset(!word || word === words[0] ? sentence.start : word.start);
    this.#show(playback, { sentence, word });
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
    const { clock, pauseAfter, pausesBefore, skips, failed, onVoiceFailed } = options;
    // A listener may have stopped it already.
    if (signal.aborted) return;
    if (!sentenceFrom(this.#article, 0)) return this.#fail('empty');
    options.speaker.claim(signal, this.#onLost);
    let voice: VoiceInfo | undefined;
    /** Ids of voices, or reasons for having none, that failed since something was heard. */
    const tried = new Set<string>();
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
        // Neither is the voice's fault.
        if (reason === 'not-allowed' || reason === 'silent') return this.#fail(reason, message);
        tried.add(voice?.id ?? reason);
        // A voice that is gone after an update is replaced without a question (22).
        const rows = options.voices.refresh().voicesFor(voice?.lang ?? '');
        const gone = voice && rows.every(({ id }) => id !== voice!.id);
        if (voice && !gone) failed.add(voice.id);
        if (!gone) await onVoiceFailed(reason, voice);
        if (signal.aborted) return;
        const here = sentenceFrom(this.#article, this.#offset);
        const other = here && this.#voiceFor(here.block);
        if (!other || tried.has(other.id)) return this.#fail(reason, message);
      } else if (outcome.status === 'ended') {
        if (outcome.heard) {
          heard = true;
          unheard = [];
          tried.clear();
          failed.delete(voice!.id);
        } else unheard.push(place!.sentence.start);
        const { sentence, block } = place!;
        const next = sentenceFrom(this.#article, sentence.end, skips);
        this.#offset = next?.sentence.start ?? this.#article.text.length;
        const goesOn = next && this.#offset < this.#until;
        if (goesOn && pausesBefore(next, place!)) return this.pause();
        if (goesOn && next.block !== block) {
          const ms = pauseAfter(block);
          if (ms > 0) await sleep(ms, clock, signal);
          if (signal.aborted) return;
        }
      } else return this.pause();
    }
  }

  /**
   * Speaks a sentence from {@link #offset} on: line by line, those in another language by a voice of
   * that language, if there is one that does not fail.
   */
  async #say(place: Place, own: VoiceInfo, signal: AbortSignal): Promise<Outcome> {
    const { sentence } = place;
    this.#offset = Math.max(this.#offset, sentence.start);
    // Going on in this sentence keeps the word that goes on.
    const { word, sentence: shown } = this.#position;
    this.#show(this.#playback, { sentence, word: same(shown, sentence) ? word : null });
    // A listener may have stopped it.
    if (signal.aborted) return { status: 'aborted' };
    let heard: boolean | undefined;
    const { linesOf, failed } = this.#options;
    for (const line of linesOf(this.#article, place)) {
      const isLead = line.start === line.end;
      if (line.start >= this.#until || (isLead ? line.end : line.end - 1) < this.#offset) continue;
      const voice = this.#voiceOfLine(line, own);
      let outcome = await this.#sayLine(line, place, voice, signal);
      if (outcome?.status === 'failed' && outcome.reason !== 'not-allowed' && voice !== own) {
        failed.add(voice.id);
        outcome = await this.#sayLine(line, place, own, signal);
      }
      if (outcome && outcome.status !== 'ended') return outcome;
      if (outcome) heard ||= outcome.heard;
      this.#offset = Math.max(this.#offset, line.end);
    }
    return { status: 'ended', heard: heard ?? true };
  }

  /** The voice for a line: one of its language, if there is one that does not fail. */
  #voiceOfLine({ lang }: Line, own: VoiceInfo): VoiceInfo {
    const chosen = this.voiceOf(lang);
    return chosen && chosen.id !== own.id && !this.#options.failed.has(chosen.id) ? chosen : own;
  }

  /** Lets the voice begin with the sentence after this one. */
  async #expectNext({ sentence }: Place, signal: AbortSignal): Promise<void> {
    const { speaker, linesOf, prepare, delivery, skips } = this.#options;
    if (!speaker.looksAhead) return;
    const next = sentenceFrom(this.#article, sentence.end, skips);
    if (!next || next.sentence.start >= this.#until) return;
    const own = this.#voiceFor(next.block);
    const line = linesOf(this.#article, next).find(({ spoken }) => isSayable(spoken.text));
    if (!own || !line) return;
    const { lang } = line;
    const voice = this.#voiceOfLine(line, own);
    const { text } = await prepare(line.spoken, lang, voice);
    if (!signal.aborted) speaker.expect!({ ...delivery(lang), text, lang, voice });
  }

  /** Speaks a line from {@link #offset} on, and follows the words; undefined if it says nothing. */
  async #sayLine(
    line: Line,
    place: Place,
    voice: VoiceInfo,
    signal: AbortSignal,
  ): Promise<Outcome | undefined> {
    const { sentence } = place;
    const { speaker, prepare, delivery } = this.#options;
    const { start, end, lang } = line;
    let spoken = prepare(line.spoken, lang, voice);
    if (spoken instanceof Promise) spoken = await spoken;
    if (signal.aborted) return { status: 'aborted' };
    const first = start < end ? spoken.toSpoken(this.#offset - start) : 0;
    const last = this.#until < end ? spoken.toSpoken(this.#until - start) : spoken.text.length;
    const text = spoken.text.slice(first, last);
    if (!isSayable(text)) return undefined;
    // What is not written leads to where it is said.
    const offsetOf = (index: number) => Math.min(start + spoken.toSource(first + index), end);
    const { rate, pitch, volume } = delivery(lang);
    return speaker.say(
      {
        text,
        lang,
        voice,
        rate,
        pitch: pitch ?? 1,
        volume: volume ?? 1,
        onStart: () => {
          const { word } = this.#position;
          const position = { sentence, word: speaker.reportsWords(voice) ? word : null };
          this.#show({ status: 'playing' }, position);
          // What cannot be made ahead fails, if it does, when it is said.
          if (end >= sentence.end) this.#expectNext(place, signal).catch(() => {});
        },
        onWord: (index) => {
          const { text } = this.#article;
          const offset = offsetOf(index);
          // What is not written is none of its words.
          const word = start < end && wordFrom(text, { start: offset, end });
          if (!word || word.start < this.#offset || word.start >= end) return;
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
   * silence, and than a voice that failed.
   */
  #voiceFor({ lang }: Block): VoiceInfo | undefined {
    const { failed } = this.#options;
    const voice = this.voiceOf(lang || this.#article.lang);
    return voice && !failed.has(voice.id) ? voice : (this.voiceOf(this.#article.lang) ?? voice);
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
