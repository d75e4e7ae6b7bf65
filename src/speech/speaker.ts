/**
 * The one place for the faults of platform speech; the numbers are those of faults.md.
 *
 * Past 250 lines because the faults meet here: what one call does about silence, lost events and
 * late ones has to be read together to be believed.
 */
import type { FailureReason } from '../core/playback.js';
import { cutAt } from '../core/sentence-parts.js';
import { systemClock, type Clock } from './clock.js';
import { isSayable } from './navigation.js';
import { sleep } from './sleep.js';
import { clauseEnd, lengthToSay, saidAfter, withoutMarkup, wordFrom } from './utterance-text.js';
import type { VoiceInfo } from './voices.js';

/** One sentence, or the rest of one. */
export interface SayRequest {
  readonly text: string;
  readonly lang: string;
  readonly voice: VoiceInfo;
  /** Speed, 0.1 to 10; 1 is the voice's own. */
  readonly rate: number;
  /** 0 to 2; 1 by default. */
  readonly pitch?: number;
  /** 0 to 1; 1 by default. */
  readonly volume?: number;
  /** The voice sounds. Once a request, and before every {@link onWord}. */
  onStart?(): void;
  /** Its last part sounds: time to {@link Speaker.expect} what comes after it. */
  onLast?(): void;
  /** The voice begins the word at or round `index` of {@link text}; never goes back. */
  onWord?(index: number): void;
  /** All before `index` of {@link text} has been said; for voices that do not report words. */
  onReached?(index: number): void;
  /**
   * By the time that has passed, at least all before `index` of {@link text} has been said; for voices
   * that report no words. It may go back, where a voice that died begins again.
   */
  onEstimate?(index: number): void;
}

/** How a request came to its end. */
export type Outcome =
  /** `heard`: false if it took less time than any voice needs for the text (faults 11 and 20). */
  | { readonly status: 'ended'; readonly heard: boolean }
  /** By the signal. */
  | { readonly status: 'aborted' }
  /** By somebody else: another script, tab or app took the voice, or paused it (5, 18 and 24). */
  | { readonly status: 'interrupted' }
  | { readonly status: 'failed'; readonly reason: FailureReason; readonly message: string };

/** What cannot be asked of a browser but has to be known. */
export interface Traits {
  /** Ms that have to pass between two utterances. */
  readonly gap: number;
  /** What it means if a voice is done in no time. */
  readonly silence: FailureReason;
}

/**
 * Safari, and every browser of iOS, swallows an utterance that follows too closely (fault 13).
 * Android lists voices that are not installed (fault 11) and has no tab to mute; elsewhere an
 * impossible speed is a muted tab (fault 20).
 */
export function traitsOf(userAgent: string = globalThis.navigator?.userAgent ?? ''): Traits {
  return {
    gap: /^(?!.*(Chrom|Android)).*Safari\//.test(userAgent) ? 125 : 0,
    silence: /Android/.test(userAgent) ? 'voice-failed' : 'silent',
  };
}

/** No `start` after so many ms: the engine is stuck (17), or the voice is not there (11). */
const START_MS = 5000;
/**
 * The end is overdue after so many ms, and so many more a character at rate 1 or above, which not every
 * voice obeys: two times what eSpeak takes (17 and 21).
 */
const OVERDUE_MS = 5000;
const SLOWEST = 200;
/** A voice that reports words is expected to report another one within so many characters. */
const NEXT_WORD = 60;
/** A voice that has reported no word in so many ms reports none. */
const MUTE_MS = 3000;
/** Ms a character at rate 1 that the fastest voice needs for a whole sentence; fewer are a sign of a
 * lost voice. */
const PLAUSIBLE = 30;
/** Ms a character at rate 1 in which nothing can have been heard. */
const IMPOSSIBLE = 10;
/** How often an utterance is looked after, ms. */
const LOOK_MS = 500;
/** After `cancel()`, `speak()` has to come in a later task (6); some engines need a little more. */
const AFTER_CANCEL_MS = 50;
/** Remote voices fall silent after 14 s (1): 175 characters are 12 s. */
const REMOTE_LIMIT = 175;
/** Android takes 4,000 characters, others 4,096 bytes (23). */
const LOCAL_LIMIT = 1000;

const limitOf = ({ voice, rate }: SayRequest) =>
  voice.online ? Math.ceil(REMOTE_LIMIT * Math.min(1, rate)) : LOCAL_LIMIT;

/** Engines drop an utterance that the garbage collector took (8): each is held until it settles. */
const held = new Set<SpeechSynthesisUtterance>();

/** What all readers share that speak by one synthesis, also those of another copy of this library. */
interface Stage {
  /** No `speak()` before this time. */
  restUntil?: number;
}

const STAGE = Symbol.for('article-reader.stage');
const stageOf = (synthesis: SpeechSynthesis & { [STAGE]?: Stage }): Stage =>
  (synthesis[STAGE] ??= {});

/**
 * How one utterance ended: `ended`, `stalled`, `endless` (all said, as it seems, but no `end` came),
 * `aborted`, or the `error` of its event.
 */
interface Ending {
  readonly how: string;
  /** Where the last word began that was reported; -1 for none. */
  readonly word: number;
  readonly begun: boolean;
  readonly heard: boolean;
}

/** A speech synthesis that can be told what it will be given next. */
export type ExpectantSynthesis = SpeechSynthesis & {
  expect?(utterance: SpeechSynthesisUtterance): void;
};

/** Speaks one sentence at a time and tells truthfully what became of it. */
export class Speaker {
  readonly #synthesis: ExpectantSynthesis | undefined;
  readonly #Utterance: typeof SpeechSynthesisUtterance;
  readonly #clock: Clock;
  readonly #traits: Traits;
  /** By voice id; a voice that is missing has not shown yet whether it reports words (3). */
  readonly #reports = new Map<string, boolean>();
  /** Ms for each of {@link lengthToSay} of what a voice said most slowly, by its id and the rate. */
  readonly #paces = new Map<string, number>();
  /** Ids of voices that have sent an `end`. */
  readonly #ends = new Set<string>();
  /** Whether nothing has sounded since {@link begin}. */
  #isOpening = false;

  constructor(
    synthesis: ExpectantSynthesis | undefined = globalThis.speechSynthesis,
    Utterance: typeof SpeechSynthesisUtterance = globalThis.SpeechSynthesisUtterance,
    clock: Clock = systemClock,
    traits: Traits = traitsOf(),
  ) {
    this.#synthesis = synthesis;
    this.#Utterance = Utterance;
    this.#clock = clock;
    this.#traits = traits;
  }

  /** Whether it is of use to {@link expect}. */
  get looksAhead(): boolean {
    return !!this.#synthesis?.expect;
  }

  /** What it means when several requests in a row were not heard. */
  get silence(): FailureReason {
    return this.#traits.silence;
  }

  /** Whether a voice reports the words that it says; undefined as long as that is not known. */
  reportsWords({ id, quality, voice }: VoiceInfo): boolean | undefined {
    // What speech-dispatcher speaks by does not, and eSpeak hardly anywhere.
    const isMute = quality === 'robotic' || /^urn:moz-tts:speechd/.test(voice.voiceURI);
    return this.#reports.get(id) ?? (isMute ? false : undefined);
  }

  /** Makes the platform ready for a reading of several requests. */
  begin(): void {
    const synthesis = this.#synthesis;
    if (!synthesis) return;
    this.#isOpening = true;
    // Left over from before a reload, or by a stuck engine (17, 18), or by a script of the page.
    if (synthesis.speaking || synthesis.pending) this.#cancel();
    // We never pause (2, 5); a queue that somebody else left paused would never speak.
    if (synthesis.paused) synthesis.resume();
  }

  /** Lets the voice begin with what will be said next, so that no gap is heard before it. */
  expect(request: SayRequest): void {
    const { text } = withoutMarkup(request.text, request.lang);
    const chunk = text.slice(0, cutAt(text, 0, limitOf(request)));
    if (isSayable(chunk)) this.#synthesis?.expect?.(this.#utterance(chunk, request));
  }

  /**
   * Says one sentence. If the voice may speak at once, `speak()` is called before this returns, so
   * that a click or a key still counts for it (12).
   *
   * A voice that dies or hangs is tried once more from the word where it was; it has failed if it
   * gets no further. Never rejects.
   */
  async say(request: SayRequest, { signal }: { signal: AbortSignal }): Promise<Outcome> {
    if (signal.aborted) return { status: 'aborted' };
    const { text, toSource } = withoutMarkup(request.text, request.lang);
    let limit = limitOf(request);
    let at = 0;
    /** The place of the last retry: there is no second one at the same place. */
    let retried = -1;
    let begun = false;
    let heard: boolean | undefined;

    while (at < text.length) {
      let end = cutAt(text, at, limit);
      // A voice that makes its sound here is heard the sooner, the less it begins with.
      const isShort = this.#isOpening && this.looksAhead;
      if (isShort || this.reportsWords(request.voice) === false) end = clauseEnd(text, at, end);
      const chunk = text.slice(at, end);
      if (isSayable(chunk)) {
        const pause = (stageOf(this.#synthesis!).restUntil ?? 0) - this.#clock.now();
        // At most that long, also if somebody has set the clock back.
        if (pause > 0) await sleep(Math.min(pause, 200), this.#clock, signal);
        if (signal.aborted) return { status: 'aborted' };
        const from = at;
        const rest = text.slice(end);
        const onStart = () => {
          this.#isOpening = false;
          if (!begun) request.onStart?.();
          begun = true;
          if (isSayable(rest)) this.expect({ ...request, text: rest });
          else request.onLast?.();
        };
        const ending = await this.#utter(
          chunk,
          request,
          signal,
          onStart,
          (index) => request.onWord?.(toSource(from + index)),
          (index) => request.onEstimate?.(toSource(from + index)),
        );
        const { how } = ending;
        if (signal.aborted) return { status: 'aborted' };
        if (how === 'text-too-long' && chunk.length > 20) {
          limit = chunk.length >> 1;
          continue;
        }
        if (/^(interrupted|canceled)$/.test(how) && (ending.begun || retried === at))
          return { status: 'interrupted' };
        const place = at + Math.max(0, ending.word);
        // Said twice, and no end: only the event is missing.
        const complete = how === 'ended' || (how === 'endless' && retried === place);
        if (!complete) {
          request.onEstimate?.(toSource(place));
          if (how === 'not-allowed') return { status: 'failed', reason: how, message: how };
          if (retried >= place) return { status: 'failed', reason: 'voice-failed', message: how };
          at = retried = place;
          continue;
        }
        heard ||= ending.heard;
      }
      at = end;
      request.onReached?.(toSource(at));
    }
    return { status: 'ended', heard: heard ?? true };
  }

  #utterance(
    text: string,
    { lang, voice, rate, pitch = 1, volume = 1 }: SayRequest,
  ): SpeechSynthesisUtterance {
    const utterance = new this.#Utterance(text);
    utterance.voice = voice.voice;
    utterance.lang = voice.voice.lang.replace(/_/g, '-') || lang;
    // Google's remote voices fall silent above 2.
    utterance.rate = Math.min(Math.max(rate, 0.1), /^Google/.test(voice.name) ? 2 : 10);
    utterance.pitch = pitch;
    utterance.volume = volume;
    return utterance;
  }

  /** One utterance from `speak()` to the first sign of its end. Never rejects, settles once (25). */
  #utter(
    text: string,
    request: SayRequest,
    signal: AbortSignal,
    onStart: () => void,
    onIndex: (index: number) => void,
    onEstimate: (index: number) => void,
  ): Promise<Ending> {
    const synthesis = this.#synthesis!;
    const clock = this.#clock;
    const { voice } = request;
    const utterance = this.#utterance(text, request);

    return new Promise((resolve) => {
      const asked = clock.now();
      /** When it began, and when it last gave a sign of life. */
      let begun: number | undefined;
      let alive = asked;
      /** When it was looked after last, and how long it has sounded for certain, in ms. */
      let looked = asked;
      let sounded = 0;
      let word = -1;
      let spoke = false;
      let quiet = 0;
      let timer: unknown;

      const took = (ms: number, since: number) =>
        clock.now() - since >= (ms * text.length) / utterance.rate;

      const pace = `${voice.id} ${utterance.rate}`;

      const wasHeard = () => word >= 0 || took(IMPOSSIBLE, asked);

      const settle = (how: string) => {
        // Handlers first: a late event of this utterance has nobody to talk to (7, 25).
        utterance.onstart = utterance.onboundary = utterance.onend = null;
        utterance.onerror = utterance.onpause = null;
        signal.removeEventListener('abort', abort);
        clock.clearTimeout(timer);
        held.delete(utterance);
        this.#rest(this.#traits.gap);
        resolve({ how, word, begun: begun !== undefined, heard: wasHeard() });
      };
      const drop = (how: string) => {
        settle(how);
        this.#cancel();
      };
      const abort = () => {
        if (begun !== undefined && clock.now() - begun > MUTE_MS) learn();
        drop('aborted');
      };
      /** One word has no second boundary: it says nothing about the voice. */
      const learn = () => {
        if (word <= 0 && !this.#reports.get(voice.id) && /\S\s+\S/.test(text))
          this.#reports.set(voice.id, false);
      };

      const begin = () => {
        if (begun !== undefined) return;
        begun = alive = looked = clock.now();
        onStart();
      };

      /**
       * No `end`, and no sound any more: was it only the event that got lost? An engine that has gone
       * quiet after its last word, or after a time that is enough for all of them, may have said it:
       * it is believed if it never sent an `end`, and has died on the way if it always did.
       */
      const lost = (overdue: boolean) => {
        const said =
          word < 0
            ? quiet > 1 && !overdue && took(PLAUSIBLE, begun!)
            : !/\s\S*[\p{L}\p{N}]/u.test(text.slice(word));
        drop(!said || this.#ends.has(voice.id) ? 'stalled' : quiet > 1 ? 'ended' : 'endless');
      };

      const look = () => {
        // Somebody else paused the queue, and no event told (26).
        if (synthesis.paused) return drop('interrupted');
        const still = clock.now() - alive;
        const left = word > 0 ? text.slice(word, word + NEXT_WORD) : text;
        if (begun === undefined) {
          if (still >= START_MS) return drop('stalled');
        } else {
          // Only an engine that said `speaking` is believed when it says it no longer is.
          spoke ||= synthesis.speaking;
          quiet = spoke && !synthesis.speaking && !synthesis.pending ? quiet + 1 : 0;
          const overdue =
            still > OVERDUE_MS + (SLOWEST * lengthToSay(left)) / Math.min(1, utterance.rate);
          if (overdue || quiet > 1) return lost(overdue);
          // Time that passed while the device slept says nothing (21).
          sounded += Math.min(clock.now() - looked, 2 * LOOK_MS);
          if (!quiet && this.reportsWords(voice) === false)
            onEstimate(
              saidAfter(
                text,
                sounded,
                this.#paces.get(pace) ?? SLOWEST / 2 / Math.min(1, utterance.rate),
              ),
            );
        }
        looked = clock.now();
        timer = clock.setTimeout(look, LOOK_MS);
      };

      utterance.onstart = begin;
      utterance.onboundary = ({ name, charIndex }) => {
        begin();
        // Some engines also report sentences, some go back, some say 0 for every word (3, 4).
        // Those that point into a word mean the word, those that point before one the next.
        const start = wordFrom(text, { start: charIndex, end: text.length })?.start;
        if (name === 'sentence' || start === undefined || start <= word) return;
        if (start > 0) this.#reports.set(voice.id, true);
        else if (this.#reports.get(voice.id) === false) return;
        alive = clock.now();
        onIndex((word = start));
      };
      utterance.onend = () => {
        // `end` before `start` (25): what ended has begun.
        begin();
        if (wasHeard()) learn();
        this.#ends.add(voice.id);
        if (text.length > 20)
          this.#paces.set(
            pace,
            Math.max(this.#paces.get(pace) ?? 0, (clock.now() - begun!) / lengthToSay(text)),
          );
        settle('ended');
      };
      utterance.onerror = ({ error }) => settle(error || 'synthesis-failed');
      // Somebody else paused the queue. Where that cancels, and where it does not, we have stopped.
      utterance.onpause = () => drop('interrupted');

      held.add(utterance);
      signal.addEventListener('abort', abort);
      timer = clock.setTimeout(look, LOOK_MS);
      synthesis.speak(utterance);
    });
  }

  #cancel(): void {
    this.#synthesis?.cancel();
    this.#rest(AFTER_CANCEL_MS);
  }

  #rest(ms: number): void {
    const stage = stageOf(this.#synthesis!);
    stage.restUntil = Math.max(stage.restUntil ?? 0, this.#clock.now() + ms);
  }
}
