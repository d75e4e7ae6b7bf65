import { AudioOutput, type AudioOutputEvents } from './audio-output.js';
import type { SpeechSynthesisErrorCode } from './events.js';
import type { SpeechEngine, SpeechListener } from './speech-engine.js';
import type { Plain } from './ssml.js';
import { SynthesisFailure, type SynthesisRequest, type Synthesizer } from './synthesizer.js';

/** Seconds of sound that are made ahead: enough for a busy page, little enough to throw away. */
const AHEAD = 5;

/** An utterance for a synthesizer to say. */
export interface SoundRequest extends SynthesisRequest {
  readonly synthesizer: Synthesizer;
  /** 0 to 1. */
  readonly volume: number;
}

interface Job {
  readonly request: SoundRequest;
  readonly listener: SpeechListener;
  /** When it begins to be heard, on the audio clock; undefined until it is. */
  begin?: number;
  /** Its listener was told that it stands still. */
  paused?: boolean;
}

/**
 * Plays what synthesizers make. The next utterance is made while the one before it plays, and
 * follows it without a gap.
 *
 * @param createOutput stands in for the sound device in tests.
 */
export class SoundEngine implements SpeechEngine<SoundRequest> {
  readonly looksAhead = true;
  readonly #output: AudioOutput;
  /** Not heard to the end yet, in order. */
  #jobs: Job[] = [];
  /** Not yet made into sound. */
  #unmade: Job[] = [];
  #run: AbortController | undefined;
  /** Paused, by us or by the system. */
  #held = false;

  constructor(createOutput = (events: AudioOutputEvents) => new AudioOutput(events)) {
    this.#output = createOutput({
      interrupted: () => {
        this.#held = true;
        this.#tell(true, 'interrupted');
      },
      recovered: () => {
        // Asked for meanwhile, and reported already.
        if (!this.#held) return;
        this.#held = false;
        this.#tell(false, 'recovered');
      },
      lost: () => {
        const jobs = this.#jobs;
        this.cancel();
        for (const { listener } of jobs) listener.error(0, 'audio-hardware');
      },
    });
  }

  get elapsed(): number {
    const begin = this.#jobs[0]?.begin;
    return begin === undefined ? 0 : Math.max(0, this.#output.currentTime - begin);
  }

  speak(request: SoundRequest, listener: SpeechListener): void {
    const job = { request, listener };
    this.#jobs.push(job);
    this.#unmade.push(job);
    const opened = this.#output.open();
    // Whoever makes the sound waits for it below; it must not count as unhandled meanwhile.
    opened.catch(() => {});
    if (this.#run) return;
    this.#run = new AbortController();
    void this.#make(opened, this.#run.signal);
  }

  pause(): void {
    this.#output.pause();
    if (this.#held) return;
    this.#held = true;
    queueMicrotask(() => this.#tell(true, 'pause'));
  }

  resume(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#output.resume();
    queueMicrotask(() => this.#tell(false, 'resume'));
  }

  cancel(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#jobs = [];
    this.#unmade = [];
    this.#output.clear();
    this.#output.rest();
  }

  /** Tells the listener of what is being heard, if anything is and it does not know yet. */
  #tell(paused: boolean, how: 'pause' | 'resume' | 'interrupted' | 'recovered'): void {
    const job = this.#jobs[0];
    if (job?.begin === undefined || !!job.paused === paused) return;
    job.paused = paused;
    job.listener[how](this.elapsed);
  }

  async #make(opened: Promise<void>, signal: AbortSignal): Promise<void> {
    let silent: SpeechSynthesisErrorCode | undefined;
    await opened.catch((error: unknown) => (silent = codeOf(error)));
    while (!signal.aborted) {
      const job = this.#unmade.shift();
      if (!job) break;
      if (silent) this.#fail(job, silent);
      else await this.#makeOne(job, signal);
    }
    if (signal.aborted) return;
    this.#run = undefined;
    this.#output.rest();
  }

  async #makeOne(job: Job, signal: AbortSignal): Promise<void> {
    const { request, listener } = job;
    const output = this.#output;
    const plain = await plainOf(request.text);
    const said = plain ? { ...request, text: plain.text } : request;
    let made = 0;
    let begin: number | undefined;
    const beginAt = (time: number) => {
      begin = time;
      output.cue(time, () => {
        job.begin = time;
        listener.start();
        // Begun in the last moment before the system took the sound.
        if (this.#held) this.#tell(true, 'interrupted');
      });
    };
    try {
      for await (const { samples, sampleRate, marks } of request.synthesizer.synthesize(
        said,
        signal,
      )) {
        if (signal.aborted) return;
        const when = output.play(samples, sampleRate, request.volume);
        if (begin === undefined) beginAt(when);
        for (const { time, start, length } of marks) {
          const [index, size] = plain ? plain.toSource(start, length) : [start, length];
          output.cue(when + time - made, () => listener.boundary(time, index, size, 'word'));
        }
        made += samples.length / sampleRate;
        if (output.tail - output.currentTime > AHEAD) await this.#room(signal);
      }
    } catch (error) {
      // Nothing is heard after it, but what was made before it is.
      if (!signal.aborted)
        output.cue(output.tail, () => this.#settle(job, () => listener.error(made, codeOf(error))));
      return;
    }
    if (signal.aborted) return;
    if (begin === undefined) beginAt(output.tail);
    output.cue(output.tail, () => this.#settle(job, () => listener.end(made)));
  }

  /** Until little enough is left to be heard, or nobody wants more. */
  #room(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        signal.removeEventListener('abort', settle);
        resolve();
      };
      signal.addEventListener('abort', settle);
      this.#output.cue(this.#output.tail - AHEAD, settle);
    });
  }

  #fail(job: Job, code: SpeechSynthesisErrorCode): void {
    this.#settle(job, () => job.listener.error(0, code));
  }

  #settle(job: Job, report: () => void): void {
    this.#jobs.splice(this.#jobs.indexOf(job), 1);
    report();
  }
}

/** What is said of an SSML document, which few pages have; undefined for all other text. */
async function plainOf(text: string): Promise<Plain | undefined> {
  if (!/^\s*<(speak|[?!])/.test(text)) return undefined;
  // If that cannot be had, it is said as it is.
  return import('./ssml.js').then(
    ({ withoutTags }) => withoutTags(text),
    () => undefined,
  );
}

function codeOf(error: unknown): SpeechSynthesisErrorCode {
  return error instanceof SynthesisFailure ? error.code : 'synthesis-failed';
}
