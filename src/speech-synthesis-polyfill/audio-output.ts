/*
 * Longer than other files: sound, cues and the pauses between them share one clock, and each is wrong
 * without the others.
 */
import { speechContext } from './speech-context.js';
import { SynthesisFailure } from './synthesizer.js';

/** Seconds over which sound fades where it is cut, so that the cut is not heard as a click. */
const FADE = 0.01;
/** Seconds between asking for sound that follows nothing and hearing it. */
const LEAD = 0.03;
/** Seconds that the device may have rendered ahead of its clock. */
const MARGIN = 0.01;
/** Seconds of silence after which the sound device is let go. */
const IDLE = 30;

/**
 * Firefox asks the sound server for `outputLatency` under a lock that the audio thread needs. While
 * any device of the page is starting, each waits for the other, and the page hangs for ever (seen in
 * Firefox 153 with PulseAudio). There it is never asked: words are shown early by what the device
 * takes, 30 ms by cable.
 */
const isFirefox = () => /Gecko\/\d/.test(globalThis.navigator?.userAgent ?? '');

/** What {@link AudioOutput} reports of itself. */
export interface AudioOutputEvents {
  /** The system stopped the sound (a call, another application, a change of device). */
  interrupted(): void;
  /** The system gave the sound back. */
  recovered(): void;
  /** The sound device is gone, and all that was lined up with it. */
  lost(): void;
}

interface Cue {
  readonly time: number;
  readonly callback: () => void;
}

/** How long to wait for sound, in ms, and what it means if none comes. */
function patience(): { ms: number; code: 'not-allowed' | 'audio-hardware' } {
  const activation = globalThis.navigator?.userActivation;
  return {
    ms: activation?.hasBeenActive ? 5000 : 500,
    code: activation?.isActive ? 'audio-hardware' : 'not-allowed',
  };
}

/**
 * One line of sound: what is played follows what was played before it without a gap, and callbacks
 * ("cues") are called when the sound of their time leaves the machine.
 *
 * The audio clock is the only clock. A cue is the `ended` event of a silent source, so that it
 * comes on time in a background tab, where timers do not, and waits while the sound is paused.
 *
 * @param events called from the browser's own events, never from within a method.
 * @param createContext called when sound is first wanted, and again after the device was lost.
 */
export class AudioOutput {
  readonly #events: AudioOutputEvents;
  readonly #createContext: () => AudioContext;
  #context: AudioContext | undefined;
  /** All sound goes through it, and fades with it; a new one after each cut. */
  #bus: GainNode | undefined;
  readonly #sources = new Set<AudioBufferSourceNode>();
  /** In order of time. */
  #cues: Cue[] = [];
  #alarm: { readonly time: number; readonly node: AudioScheduledSourceNode } | undefined;
  #tail = 0;
  /** Whether sound is to run, as far as we are asked. */
  #wanted = false;
  #interrupted = false;
  /** The wait for the fade before the clock is stopped. */
  #stopping: AudioScheduledSourceNode | undefined;
  /** We stopped the clock ourselves, and its event is still to come. */
  #suspending = false;
  #fading = { start: 0, from: 1, to: 1 };
  /** Seconds from the clock to the ear, as last asked. */
  #latency = 0;
  /** Set while the device may be let go. */
  #resting: object | undefined;

  constructor(events: AudioOutputEvents, createContext = speechContext) {
    this.#events = events;
    this.#createContext = createContext;
  }

  /** Seconds on the audio clock; stands still while paused. */
  get currentTime(): number {
    return this.#context?.currentTime ?? 0;
  }

  /** When all that was lined up will have been played, in seconds on the audio clock. */
  get tail(): number {
    return Math.max(this.#tail, this.currentTime);
  }

  /**
   * Wakes the sound device. Must be called from the user's gesture: the first time, browsers allow
   * it there only.
   *
   * @throws SynthesisFailure `not-allowed` if the browser wants a gesture first,
   *   `audio-hardware` if there is no sound device.
   */
  async open(): Promise<void> {
    let context: AudioContext;
    try {
      context = this.#context ?? this.#attach(this.#createContext());
    } catch (cause) {
      throw new SynthesisFailure('audio-hardware', 'No audio output', { cause });
    }
    this.#resting = undefined;
    this.#run();
    if (context.state === 'running') return;
    const { ms, code } = patience();
    await new Promise<void>((resolve, reject) => {
      const settle = (failure?: Error) => {
        clearTimeout(timer);
        context.removeEventListener('statechange', check);
        if (failure) reject(failure);
        else resolve();
      };
      const check = () => {
        // A pause meanwhile is not a failure: the clock will run when it is over.
        if (context.state === 'running' || !this.#wanted) settle();
        else if (context.state === 'closed')
          settle(new SynthesisFailure('audio-hardware', 'The audio output was closed'));
      };
      const timer = setTimeout(() => {
        check();
        settle(new SynthesisFailure(code, 'The browser does not let this page make a sound'));
      }, ms);
      context.addEventListener('statechange', check);
    });
  }

  /**
   * Lines sound up behind what is lined up already.
   *
   * @param volume 0 to 1.
   * @returns when it begins, in seconds on the audio clock.
   */
  play(samples: Float32Array<ArrayBuffer>, sampleRate: number, volume: number): number {
    const context = this.#context!;
    const now = context.currentTime;
    const follows = this.#tail > now + MARGIN;
    const begin = follows ? this.#tail : now + LEAD;
    const when = Math.round(begin * context.sampleRate) / context.sampleRate;
    this.#tail = when + samples.length / sampleRate;
    if (samples.length === 0) return when;
    const buffer = context.createBuffer(1, samples.length, sampleRate);
    buffer.copyToChannel(volume === 1 ? samples : samples.map((sample) => sample * volume), 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    if (!this.#bus) {
      this.#bus = context.createGain();
      this.#bus.connect(context.destination);
      this.#fading = { start: 0, from: 1, to: 1 };
    }
    source.connect(this.#bus);
    source.onended = () => {
      this.#sources.delete(source);
      source.disconnect();
    };
    this.#sources.add(source);
    source.start(when);
    return when;
  }

  /** Calls back when the sound of `time` is heard; at once, but not from within, if it is past. */
  cue(time: number, callback: () => void): void {
    let at = this.#cues.length;
    while (at > 0 && this.#cues[at - 1]!.time > time) at--;
    this.#cues.splice(at, 0, { time, callback });
    this.#arm();
  }

  /** Stops the clock at the sample; the sound fades first. */
  pause(): void {
    this.#wanted = false;
    const context = this.#context;
    if (context?.state !== 'running' || this.#stopping) return;
    this.#fade(0);
    this.#stopping = this.#after(context.currentTime + FADE, () => {
      this.#stopping = undefined;
      this.#suspend();
    });
  }

  /** Goes on where {@link pause} stopped. Belongs into the user's gesture, as {@link open}. */
  resume(): void {
    if (this.#context) this.#run();
  }

  /** Fades out and forgets all sound and all cues. */
  clear(): void {
    const context = this.#context;
    this.#cues = [];
    this.#disarm();
    this.#tail = 0;
    if (context && context.state !== 'closed') {
      const bus = this.#bus;
      const audible = context.state === 'running';
      this.#fade(0);
      for (const source of this.#sources) {
        source.onended = null;
        source.stop(audible ? context.currentTime + FADE : 0);
        // A clock that stands still would play the rest of its block when it goes on.
        if (!audible) source.disconnect();
      }
      if (bus && audible) this.#after(context.currentTime + FADE, () => bus.disconnect());
      else bus?.disconnect();
    }
    this.#bus = undefined;
    this.#sources.clear();
  }

  /** Nothing more is coming for now: lets the device go after a while. */
  rest(): void {
    const token = (this.#resting = {});
    this.cue(this.tail + IDLE, () => {
      if (token !== this.#resting) return;
      this.#wanted = false;
      this.#suspend();
    });
  }

  #attach(context: AudioContext): AudioContext {
    this.#context = context;
    this.#interrupted = false;
    context.addEventListener('statechange', () => {
      if (context !== this.#context) return;
      if (context.state === 'closed') {
        this.#context = undefined;
        this.clear();
        this.#events.lost();
      } else if (context.state === 'running') {
        const interrupted = this.#interrupted;
        this.#interrupted = false;
        this.#suspending = false;
        if (!this.#wanted) this.#suspend();
        else if (interrupted) this.#events.recovered();
      } else if (this.#suspending) {
        this.#suspending = false;
        // Asked to go on before the pause had come into effect.
        if (this.#wanted) void context.resume().catch(() => {});
      } else if (this.#wanted && !this.#interrupted && context.currentTime > 0) {
        // (A clock at 0 is waiting for its first gesture, not interrupted.)
        this.#interrupted = true;
        this.#events.interrupted();
      }
    });
    return context;
  }

  #run(): void {
    const context = this.#context!;
    this.#wanted = true;
    if (this.#stopping) {
      this.#stopping.onended = null;
      this.#stopping = undefined;
    }
    // Never settles while the browser waits for a gesture; `open` waits for the state instead.
    void context.resume().catch(() => {});
    if (this.#bus) this.#fade(1);
    this.#arm();
  }

  #suspend(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    this.#suspending = true;
    void context.suspend().catch(() => {});
  }

  /** From where the fade before it has got to; Firefox does not tell by `gain.value`. */
  #fade(to: 0 | 1): void {
    if (!this.#bus || this.#fading.to === to) return;
    const { gain } = this.#bus;
    const now = this.#context!.currentTime;
    const { start, from, to: target } = this.#fading;
    const level = from + (target - from) * Math.min((now - start) / FADE, 1);
    gain.cancelScheduledValues(now);
    gain.setValueAtTime(level, now);
    gain.linearRampToValueAtTime(to, now + FADE);
    this.#fading = { start: now, from: level, to };
  }

  /** Calls back when the audio clock reaches `time`. */
  #after(time: number, callback: () => void): AudioScheduledSourceNode {
    const context = this.#context!;
    const node = context.createConstantSource();
    node.offset.value = 0;
    node.connect(context.destination);
    node.onended = () => {
      node.disconnect();
      callback();
    };
    node.start();
    node.stop(Math.max(time, context.currentTime));
    return node;
  }

  /** What the clock has rendered is heard a little later: much later with wireless headphones. */
  #measureLatency(context: AudioContext): number {
    if (!isFirefox()) this.#latency = context.outputLatency || context.baseLatency || 0;
    return this.#latency;
  }

  #disarm(): void {
    if (!this.#alarm) return;
    this.#alarm.node.onended = null;
    this.#alarm.node.disconnect();
    this.#alarm = undefined;
  }

  #arm(): void {
    const next = this.#cues[0];
    const context = this.#context;
    if (!next || !context || !this.#wanted) return;
    if (this.#alarm && this.#alarm.time <= next.time) return;
    this.#disarm();
    const latency = this.#measureLatency(context);
    const node = this.#after(next.time + latency, () => {
      this.#alarm = undefined;
      const heard = Math.max(context.currentTime - latency, next.time);
      // One by one: a callback may clear those behind it, or pause; then they come when it goes on.
      while (this.#wanted && this.#cues[0] && this.#cues[0].time <= heard)
        this.#cues.shift()!.callback();
      this.#arm();
    });
    this.#alarm = { time: next.time, node };
  }
}
