import type { Article, Block, Span } from '../core/article.js';
import { wayBetween, wayOf, type Way } from '../core/counterpart.js';
import type { Playback } from '../core/playback.js';
import { wordAt } from '../core/words.js';
import { isSayable, sentenceFrom, type LocatedSentence } from './navigation.js';
import type { PlayerOptions, UtteranceLine } from './player.js';
import { sleep } from './sleep.js';
import type { Outcome } from './speaker.js';
import type { Track } from './track.js';
import { wordFrom } from './utterance-text.js';
import { chooseVoice, type VoiceInfo } from './voices.js';

/** The voice for a language, if there is one that may be used. */
const voiceOf = (
  { voices, delivery, failed }: Pick<PlayerOptions, 'voices' | 'delivery' | 'failed'>,
  lang: string,
): VoiceInfo | undefined =>
  chooseVoice(voices.voicesFor(lang), delivery(lang).voice, (voice) => failed.has(voice));

const writtenOf = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);

/** A sentence while it is said, all in offsets of the article that it was looked up in. */
interface Saying extends LocatedSentence {
  readonly article: Article;
  /** Where the selection ends. */
  readonly until: number;
  /** All before it has been said. */
  at: number;
}

/** So many sentences in no time are not chance (20). */
const UNHEARD = 3;

/**
 * The loop of reading aloud: for each sentence from where the track is, `await say(sentence)`.
 * Calls `speak()` before it returns if the voices are known.
 *
 * @param options its speaker, voices and what is said of a sentence may change on the way
 * @returns what playback is then: idle at the end, paused, or failed. Of no meaning once aborted.
 */
export async function readAloud(
  track: Track,
  options: PlayerOptions,
  signal: AbortSignal,
): Promise<Playback> {
  const { clock, pauseAfter, timeToRepeat, pausesBefore, skips, failed, onVoiceFailed } = options;
  track.wayOf = wayOf;
  let voice: VoiceInfo | undefined;
  /** Ids of voices, or reasons for having none, that failed since something was heard. */
  const tried = new Set<string>();
  let heard = false;
  /** How many sentences were over in no time, from {@link Track.unheard} on. */
  let unheard = 0;

  for (;;) {
    const { article } = track;
    const place = sentenceFrom(article, track.offset);
    const over = !place || place.sentence.start >= track.until;
    let outcome: Outcome;
    const since = clock.now();
    if (unheard >= UNHEARD || (over && unheard && !heard)) {
      track.offset = track.unheard;
      unheard = 0;
      const sentence = sentenceFrom(article, track.offset)?.sentence ?? null;
      track.show(track.playback, { sentence, word: null });
      outcome = {
        status: 'failed',
        reason: options.speaker.silence,
        message: 'nothing was heard',
      };
    } else if (over) {
      // A selection is not the article.
      return track.until < Infinity ? { status: 'idle' } : { status: 'idle', ended: true };
    } else {
      while (!(voice = voiceFor(place.block)) && (await options.voices.more(signal)));
      if (track.article !== article) continue;
      outcome = signal.aborted
        ? { status: 'aborted' }
        : voice
          ? await say(place, voice)
          : {
              status: 'failed',
              reason: options.voices.size ? 'no-voice' : 'no-speech',
              message: `no voice for ${place.block.lang}`,
            };
    }
    if (signal.aborted) return { status: 'paused' };

    if (outcome.status === 'failed') {
      const { reason, message } = outcome;
      // Neither is the voice's fault.
      if (reason === 'not-allowed' || reason === 'silent')
        return { status: 'failed', reason, message };
      tried.add(voice?.id ?? reason);
      // A voice that is gone after an update is replaced without a question (22).
      const rows = options.voices.refresh().voicesFor(voice?.lang ?? '');
      const gone = voice && rows.every(({ id }) => id !== voice!.id);
      if (voice && !gone) failed.add(voice);
      if (!gone) await onVoiceFailed(reason, voice);
      if (signal.aborted) return { status: 'paused' };
      const here = sentenceFrom(track.article, track.offset);
      const other = here && voiceFor(here.block);
      if (!other || tried.has(other.id)) return { status: 'failed', reason, message };
    } else if (outcome.status === 'ended') {
      if (outcome.heard) {
        heard = true;
        unheard = 0;
        tried.clear();
        failed.delete(voice!);
      } else if (!unheard++) track.unheard = sentenceNow().start;
      // The block may be another object by now.
      const last = sentenceFrom(track.article, sentenceNow().start) ?? place!;
      const next = track.pass(skips);
      const goesOn = next && track.offset < track.until;
      if (goesOn && pausesBefore(next, last)) return { status: 'paused' };
      if (goesOn) {
        const ms =
          (next.block === last.block ? 0 : pauseAfter(last.block)) +
          timeToRepeat(clock.now() - since);
        if (ms > 0) await sleep(ms, clock, signal);
        if (signal.aborted) return { status: 'paused' };
      }
    } else return { status: 'paused' };
  }

  /** What is said, as it stands in the article now. */
  function sentenceNow(): Span {
    return track.position.sentence!;
  }

  /**
   * Speaks a sentence from {@link Track.offset} on: line by line, those in another language by a voice of
   * that language, if there is one that does not fail. It is said as it was looked up, whatever becomes
   * of it meanwhile.
   */
  async function say(place: LocatedSentence, own: VoiceInfo): Promise<Outcome> {
    const { sentence } = place;
    const { article, until } = track;
    const saying: Saying = { ...place, article, until, at: Math.max(track.offset, sentence.start) };
    track.offset = saying.at;
    // Going on in this sentence keeps the word that goes on.
    const { word, sentence: shown } = track.position;
    track.show(track.playback, { sentence, word: shown?.start === sentence.start ? word : null });
    // A listener may have stopped it.
    if (signal.aborted) return { status: 'aborted' };
    let heard: boolean | undefined;
    const { linesOf, failed } = options;
    for (const line of linesOf(article, place)) {
      const { start, end } = line;
      if (start >= until || (start === end ? end : end - 1) < saying.at) continue;
      const voice = voiceOfLine(line, own);
      let outcome = await sayLine(line, saying, voice);
      if (outcome?.status === 'failed' && outcome.reason !== 'not-allowed' && voice !== own) {
        failed.add(voice);
        outcome = await sayLine(line, saying, own);
      }
      if (outcome && outcome.status !== 'ended') return outcome;
      if (outcome) heard ||= outcome.heard;
      reach(saying, end);
    }
    return { status: 'ended', heard: heard ?? true };
  }

  /** Where now is what was at an offset when the sentence was looked up. */
  function wayNow({ article, sentence }: Saying): Way {
    return wayBetween(article, sentence, track.article, sentenceNow());
  }

  /** All of the sentence before an offset has been said. */
  function reach(saying: Saying, offset: number): void {
    saying.at = Math.max(saying.at, offset);
    goOnAt(saying, saying.at);
  }

  /** Where reading goes on, if it is ended here. */
  function goOnAt(saying: Saying, offset: number): void {
    track.offset = wayNow(saying)(offset);
  }

  /** The voice for a line: one of its language, if there is one that does not fail. */
  function voiceOfLine({ lang }: UtteranceLine, own: VoiceInfo): VoiceInfo {
    const chosen = voiceOf(options, lang);
    return chosen && chosen.id !== own.id && !options.failed.has(chosen) ? chosen : own;
  }

  /** Lets the voice begin with the sentence after this one. */
  async function expectNext(): Promise<void> {
    const { speaker, linesOf, prepare, delivery, skips } = options;
    if (!speaker.looksAhead) return;
    const next = sentenceFrom(track.article, sentenceNow().end, skips);
    if (!next || next.sentence.start >= track.until) return;
    const own = voiceFor(next.block);
    const line = linesOf(track.article, next).find(({ spoken }) => isSayable(spoken.text));
    if (!own || !line) return;
    const { lang } = line;
    const voice = voiceOfLine(line, own);
    const { text } = await prepare(line.spoken, lang, voice, writtenOf(track.article, line));
    if (!signal.aborted) speaker.expect!({ ...delivery(lang), text, lang, voice });
  }

  /** Speaks a line from where the sentence is on, and follows the words; undefined if it says nothing. */
  async function sayLine(
    line: UtteranceLine,
    saying: Saying,
    voice: VoiceInfo,
  ): Promise<Outcome | undefined> {
    const { speaker, prepare, delivery } = options;
    const { start, end, lang } = line;
    const { article, sentence, until } = saying;
    let spoken = prepare(line.spoken, lang, voice, writtenOf(article, line));
    if (spoken instanceof Promise) spoken = await spoken;
    if (signal.aborted) return { status: 'aborted' };
    const first = start < end ? spoken.toSpoken(saying.at - start) : 0;
    const last = until < end ? spoken.toSpoken(until - start) : spoken.text.length;
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
          const { word } = track.position;
          track.show(
            { status: 'playing' },
            { sentence: sentenceNow(), word: speaker.reportsWords(voice) ? word : null },
          );
        },
        // What cannot be made ahead fails, if it does, when it is said.
        onLast: () => void (end >= sentence.end && expectNext().catch(() => {})),
        onWord: (index) => {
          // What is not written is none of its words.
          const word = start < end && wordFrom(article.text, { start: offsetOf(index), end });
          if (!word || word.start < saying.at || word.start >= end) return;
          reach(saying, word.start);
          const now = wayNow(saying);
          const span = { start: now(word.start), end: now(word.end) };
          track.show(track.playback, {
            sentence: sentenceNow(),
            word: span.start < span.end ? span : null,
          });
        },
        onReached: (index) => reach(saying, offsetOf(index)),
        onEstimate: (index) => {
          const offset = offsetOf(index);
          const word = wordAt(article.text, offset);
          goOnAt(saying, Math.max(saying.at, word?.start ?? offset));
        },
      },
      { signal },
    );
  }

  /**
   * The voice for a block, else one for the article: a foreign quotation in an accent is better than
   * silence, and than a voice that failed.
   */
  function voiceFor({ lang }: Block): VoiceInfo | undefined {
    const { failed } = options;
    const voice = voiceOf(options, lang || track.article.lang);
    return voice && !failed.has(voice) ? voice : (voiceOf(options, track.article.lang) ?? voice);
  }
}
