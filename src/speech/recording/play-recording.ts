/**
 * Reads along the track by a recording, in the place of {@link readAloud}: whoever steers a reading, or shows
 * it, need not know. What was not recorded is for a live voice to read, and so is all that follows a failure,
 * from the same word on.
 */
import type { Article } from '../../core/article.js';
import { wayOf } from '../../core/counterpart.js';
import type { Playback } from '../../core/playback.js';
import type { RecordingNotice } from '../../core/recording.js';
import { sentenceFrom, type LocatedSentence } from '../navigation.js';
import type { PlayerOptions } from '../player.js';
import type { readAloud } from '../read-aloud.js';
import { sleep } from '../sleep.js';
import type { Track } from '../track.js';
import type { RecordedText } from './guided-navigation.js';
import type { RecordedArticle, Stretch } from './recorded-article.js';
import type { Ending, RecordingSound } from './sound.js';

/** What is read by, and who hears of it. */
export interface PlayedRecording {
  readonly recorded: RecordedText;
  readonly sound: Pick<RecordingSound, 'play'>;
  /** The article tied to the recording; null where it is of another article. */
  tie(article: Article): RecordedArticle | null;
  /** Whether it is to read: asked with each sentence. */
  readonly reads: boolean;
  /** Whether it is its turn, as it was told last. */
  readonly isSounding: boolean;
  /** Whether what was not recorded is passed over. */
  readonly skipsNew: boolean;
  /** Silence after a block beyond the recording's own, ms. */
  pauseAfter(place: LocatedSentence): number;
  /** It sounds from now on, or a live voice does. */
  onTurn(sounds: boolean): void;
  onNotice(notice: RecordingNotice): void;
}

/** A reading by a recording, for a player. @param readLive reads by a live voice */
export function readRecording(
  recording: PlayedRecording,
  readLive: typeof readAloud,
): typeof readAloud {
  const { recorded, sound } = recording;

  return async function read(track, options, signal): Promise<Playback> {
    track.wayOf = wayOf;
    /** Whether it may read: what was refused or failed is not asked for twice. */
    let isTaken = true;
    /** What was gone to is read, recorded or not. */
    let isGoneTo = true;
    /** No voice could read what was not recorded: it is passed over, and told of if nothing follows. */
    let failure: Playback | undefined;

    const stretchOf = ({ sentence }: LocatedSentence): Stretch | null =>
      recording.tie(track.article)?.stretchOf(sentence) ?? null;

    for (;;) {
      const place = sentenceFrom(track.article, track.offset);
      if (!place || place.sentence.start >= track.until) return failure ?? { status: 'idle' };
      const isOther = isTaken && recording.reads && !recording.tie(track.article);
      if (isOther) recording.onNotice('other-article');
      if (isOther || !isTaken || !recording.reads) {
        show(track, false);
        return readLive(track, options, signal);
      }
      const stretch = stretchOf(place);
      if (stretch) {
        failure = undefined;
        show(track, true);
        const ending = await play(track, options, place, stretch, signal);
        if (signal.aborted || ending === 'paused') return { status: 'paused' };
        if (ending !== 'ended') {
          isTaken = false;
          recording.onNotice(ending);
          continue;
        }
      } else {
        const skips = failure || (recording.skipsNew && !isGoneTo);
        recording.onNotice(skips ? 'new-text-skipped' : 'new-text');
        if (!skips) {
          const ending = await live();
          if (signal.aborted) return { status: 'paused' };
          isGoneTo = false;
          if (!ending) continue;
          if (ending.status !== 'failed' || ending.reason === 'not-allowed') return ending;
          failure = ending;
          continue;
        }
        track.show(track.playback, { sentence: place.sentence, word: null });
      }
      isGoneTo = false;
      // A listener may have stopped it.
      if (signal.aborted) return { status: 'paused' };
      // It may be another object by now.
      const last = sentenceFrom(track.article, track.position.sentence!.start) ?? place;
      const next = track.pass(options.skips);
      const goesOn = next && track.offset < track.until;
      if (goesOn && options.pausesBefore(next, last)) return { status: 'paused' };
      if (goesOn && next.block !== last.block) {
        const ms = stretch ? recording.pauseAfter(last) : 0;
        if (ms > 0) await sleep(ms, options.clock, signal);
        if (signal.aborted) return { status: 'paused' };
      }
    }

    /** Reads by a live voice up to what was recorded; undefined when it has come there. */
    async function live(): Promise<Playback | undefined> {
      show(track, false);
      let isBack = false;
      // What else is asked of them may change on the way.
      const own: Required<PlayerOptions> = Object.create(options, {
        pausesBefore: {
          value: (next: LocatedSentence, last: LocatedSentence) =>
            options.pausesBefore(next, last) || (isBack = !!stretchOf(next)),
        },
      });
      const ending = await readLive(track, own, signal);
      return isBack && !signal.aborted ? undefined : ending;
    }
  };

  /** Tells whose turn it is. What begins is not heard yet. */
  function show(track: Track, sounds: boolean): void {
    if (recording.isSounding === sounds) return;
    recording.onTurn(sounds);
    track.show({ status: 'loading' });
  }

  /** Plays what is left of a sentence, and follows its words. */
  function play(
    track: Track,
    options: Required<PlayerOptions>,
    { block, sentence }: LocatedSentence,
    { first, last }: Stretch,
    signal: AbortSignal,
  ): Promise<Ending> {
    const tied = recording.tie(track.article)!;
    const { from, to } = recorded;
    const isMiddle = track.offset > sentence.start;
    const begin = isMiddle ? Math.max(first, tied.placeFrom(track.offset)) : first;
    const end = Math.max(
      begin,
      track.until < sentence.end ? Math.min(last, tied.placeBefore(track.until)) : last,
    );
    const { word, sentence: shown } = track.position;
    track.show(track.playback, { sentence, word: shown?.start === sentence.start ? word : null });
    if (signal.aborted) return Promise.resolve('paused');
    const part = {
      from: from[begin]!,
      to: to[end]!,
      since: isMiddle ? from[begin]! : (to[begin - 1] ?? 0),
      until: from[begin + 1] ?? Infinity,
    };
    const listener = {
      onStart: () => track.show({ status: 'playing' }),
      onWait: () => track.show({ status: 'loading' }),
      onTime: (time: number) => {
        follow(track, time, begin, end);
        return from[tied.placeAt(time) + 1] ?? Infinity;
      },
    };
    return sound.play(part, options.delivery(block.lang).rate, listener, signal);
  }

  /** Shows what is said at a time, wherever it stands by now. */
  function follow(track: Track, time: number, begin: number, end: number): void {
    const tied = recording.tie(track.article);
    const sentence = track.position.sentence!;
    const place = tied?.placeAt(time) ?? -1;
    if (!tied || place < begin || place > end) return;
    const word = tied.wordOf(place);
    if (word && !(word.start >= sentence.start && word.end <= sentence.end)) return;
    if (word) track.offset = word.start;
    track.show(track.playback, { sentence, word });
  }
}
