import type { Block, Span } from '../core/article.js';
import { same, type Playback } from '../core/playback.js';
import { sleep } from './clock.js';
import { isSayable, sentenceFrom, type LocatedSentence } from './navigation.js';
import type { PlayerOptions, UtteranceLine } from './player.js';
import type { Outcome } from './speaker.js';
import type { Track } from './track.js';
import { wordFrom } from './utterance-text.js';
import { chooseVoice, type VoiceInfo } from './voices.js';

/** The voice for a language, if there is one that may be used. */
const voiceOf = (
  { voices, delivery, failed }: Required<Pick<PlayerOptions, 'voices' | 'delivery' | 'failed'>>,
  lang: string,
): VoiceInfo | undefined =>
  chooseVoice(voices.voicesFor(lang), delivery(lang).voice, (voice) => failed.has(voice));

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
  options: Required<PlayerOptions>,
  signal: AbortSignal,
): Promise<Playback> {
  const { clock, pauseAfter, pausesBefore, skips, failed, onVoiceFailed } = options;
  let voice: VoiceInfo | undefined;
  /** Ids of voices, or reasons for having none, that failed since something was heard. */
  const tried = new Set<string>();
  let heard = false;
  /** Where the sentences began that were over in no time; as if the text had never moved. */
  let unheard: number[] = [];
  /** What {@link Track.moved} was when the sentence was looked up. */
  let moved = 0;
  /** Where now is what was at an offset when the sentence was looked up. */
  const now = (offset: number) => offset + track.moved - moved;
  const spanNow = ({ start, end }: Span): Span => ({ start: now(start), end: now(end) });

  for (;;) {
    moved = track.moved;
    const place = sentenceFrom(track.article, track.offset);
    const over = !place || place.sentence.start >= track.until;
    let outcome: Outcome;
    if (unheard.length >= UNHEARD || (over && unheard.length && !heard)) {
      track.offset = unheard[0]! + moved;
      unheard = [];
      const sentence = sentenceFrom(track.article, track.offset)?.sentence ?? null;
      track.show(track.playback, { sentence, word: null });
      outcome = {
        status: 'failed',
        reason: options.speaker.silence,
        message: 'nothing was heard',
      };
    } else if (over) {
      return { status: 'idle' };
    } else {
      while (!(voice = voiceFor(place.block)) && (await options.voices.more(signal)));
      if (track.moved !== moved) continue;
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
        unheard = [];
        tried.clear();
        failed.delete(voice!);
      } else unheard.push(place!.sentence.start - moved);
      // The block may be another object by now.
      const last = sentenceFrom(track.article, now(place!.sentence.start)) ?? place!;
      const next = sentenceFrom(track.article, now(place!.sentence.end), skips);
      track.offset = next?.sentence.start ?? track.article.text.length;
      const goesOn = next && track.offset < track.until;
      if (goesOn && pausesBefore(next, last)) return { status: 'paused' };
      if (goesOn && next.block !== last.block) {
        const ms = pauseAfter(last.block);
        if (ms > 0) await sleep(ms, clock, signal);
        if (signal.aborted) return { status: 'paused' };
      }
    } else return { status: 'paused' };
  }

  /**
   * Speaks a sentence from {@link Track.offset} on: line by line, those in another language by a voice of
   * that language, if there is one that does not fail.
   */
  async function say(place: LocatedSentence, own: VoiceInfo): Promise<Outcome> {
    const { sentence } = place;
    track.offset = Math.max(track.offset, sentence.start);
    // Going on in this sentence keeps the word that goes on.
    const { word, sentence: shown } = track.position;
    track.show(track.playback, { sentence, word: same(shown, sentence) ? word : null });
    // A listener may have stopped it.
    if (signal.aborted) return { status: 'aborted' };
    let heard: boolean | undefined;
    const { linesOf, failed } = options;
    for (const line of linesOf(track.article, place)) {
      const isLead = line.start === line.end;
      const { start, end } = spanNow(line);
      if (start >= track.until || (isLead ? end : end - 1) < track.offset) continue;
      const voice = voiceOfLine(line, own);
      let outcome = await sayLine(line, place, voice);
      if (outcome?.status === 'failed' && outcome.reason !== 'not-allowed' && voice !== own) {
        failed.add(voice);
        outcome = await sayLine(line, place, own);
      }
      if (outcome && outcome.status !== 'ended') return outcome;
      if (outcome) heard ||= outcome.heard;
      track.offset = Math.max(track.offset, now(line.end));
    }
    return { status: 'ended', heard: heard ?? true };
  }

  /** The voice for a line: one of its language, if there is one that does not fail. */
  function voiceOfLine({ lang }: UtteranceLine, own: VoiceInfo): VoiceInfo {
    const chosen = voiceOf(options, lang);
    return chosen && chosen.id !== own.id && !options.failed.has(chosen) ? chosen : own;
  }

  /** Lets the voice begin with the sentence after this one. */
  async function expectNext({ sentence }: LocatedSentence): Promise<void> {
    const { speaker, linesOf, prepare, delivery, skips } = options;
    if (!speaker.looksAhead) return;
    const next = sentenceFrom(track.article, now(sentence.end), skips);
    if (!next || next.sentence.start >= track.until) return;
    const own = voiceFor(next.block);
    const line = linesOf(track.article, next).find(({ spoken }) => isSayable(spoken.text));
    if (!own || !line) return;
    const { lang } = line;
    const voice = voiceOfLine(line, own);
    const { text } = await prepare(line.spoken, lang, voice);
    if (!signal.aborted) speaker.expect!({ ...delivery(lang), text, lang, voice });
  }

  /** Speaks a line from {@link Track.offset} on, and follows the words; undefined if it says nothing. */
  async function sayLine(
    line: UtteranceLine,
    place: LocatedSentence,
    voice: VoiceInfo,
  ): Promise<Outcome | undefined> {
    const { sentence } = place;
    const { speaker, prepare, delivery } = options;
    const { start, end, lang } = line;
    let spoken = prepare(line.spoken, lang, voice);
    if (spoken instanceof Promise) spoken = await spoken;
    if (signal.aborted) return { status: 'aborted' };
    const first = start < end ? spoken.toSpoken(track.offset - now(start)) : 0;
    const last =
      track.until < now(end) ? spoken.toSpoken(track.until - now(start)) : spoken.text.length;
    const text = spoken.text.slice(first, last);
    if (!isSayable(text)) return undefined;
    // What is not written leads to where it is said.
    const offsetOf = (index: number) => now(Math.min(start + spoken.toSource(first + index), end));
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
          const position = {
            sentence: spanNow(sentence),
            word: speaker.reportsWords(voice) ? word : null,
          };
          track.show({ status: 'playing' }, position);
          // What cannot be made ahead fails, if it does, when it is said.
          if (end >= sentence.end) expectNext(place).catch(() => {});
        },
        onWord: (index) => {
          const { text } = track.article;
          const offset = offsetOf(index);
          // What is not written is none of its words.
          const word = start < end && wordFrom(text, { start: offset, end: now(end) });
          if (!word || word.start < track.offset || word.start >= now(end)) return;
          track.offset = word.start;
          track.show(track.playback, { sentence: spanNow(sentence), word });
        },
        onReached: (index) => {
          track.offset = Math.max(track.offset, offsetOf(index));
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
