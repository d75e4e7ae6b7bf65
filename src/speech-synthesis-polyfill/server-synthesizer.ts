import {
  SynthesisFailure,
  type SynthesisChunk,
  type SynthesisMark,
  type SynthesisRequest,
  type Synthesizer,
} from './synthesizer.js';
import type { VoiceInit } from './voice.js';

/** What is sent, as JSON in a POST. */
export interface ServerRequest {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** The `voiceURI`. */
  readonly voice: string;
  /** 0.1 to 10. */
  readonly rate: number;
  /** 0 to 2. */
  readonly pitch: number;
}

/** What comes back as `application/json`; any `audio/*` is taken as audio without times. */
export interface ServerAnswer {
  /** Base64 of a file that browsers can decode: WAV, MP3, Ogg, … */
  readonly audio: string;
  /** In order: seconds in the audio, and where the word is in the text, in UTF-16 units. */
  readonly words?: readonly SynthesisMark[];
}

export interface ServerSynthesizerOptions {
  /** Always shown as online voices. */
  readonly voices: readonly VoiceInit[];
  /** Where to POST to; relative to the page. */
  readonly url: string | URL;
  /** More headers, and credentials, for the request. */
  readonly init?: Pick<RequestInit, 'headers' | 'credentials'>;
  readonly fetch?: typeof globalThis.fetch;
  /** Makes mono sound of a file. As the browser does by default. */
  readonly decode?: (
    file: Uint8Array<ArrayBuffer>,
  ) => Promise<Pick<SynthesisChunk, 'samples' | 'sampleRate'>>;
}

/**
 * Voices of a server: the text of each utterance is sent to `url`, in one request. Nothing is sent
 * before one of these voices is used. The contract is in this folder's README.
 */
export function serverSynthesizer({
  voices,
  url,
  init = {},
  fetch = (...args) => globalThis.fetch(...args),
  decode = decodeAudio,
}: ServerSynthesizerOptions): Synthesizer {
  return {
    voices: voices.map((voice) => ({ ...voice, localService: false })),
    async *synthesize(request, signal) {
      yield await ask(request, signal);
    },
  };

  async function ask(request: SynthesisRequest, signal: AbortSignal): Promise<SynthesisChunk> {
    const { text, lang, voice, rate, pitch } = request;
    const body: ServerRequest = { text, lang, voice: voice.voiceURI, rate, pitch };
    const headers = new Headers(init.headers);
    headers.set('content-type', 'application/json');
    let response: Response;
    let file: Uint8Array<ArrayBuffer>;
    let words: readonly SynthesisMark[] = [];
    try {
      response = await fetch(url, {
        ...init,
        headers,
        method: 'POST',
        body: JSON.stringify(body),
        signal,
      });
    } catch (cause) {
      throw new SynthesisFailure('network', 'The voice server cannot be reached', { cause });
    }
    if (!response.ok)
      throw new SynthesisFailure(
        response.status === 413 ? 'text-too-long' : 'synthesis-failed',
        `The voice server answered ${response.status}`,
      );
    try {
      if (response.headers.get('content-type')?.startsWith('application/json')) {
        const answer = (await response.json()) as ServerAnswer;
        file = Uint8Array.from(atob(answer.audio), (byte) => byte.charCodeAt(0));
        words = answer.words ?? [];
      } else {
        file = new Uint8Array(await response.arrayBuffer());
      }
      const sound = await decode(file);
      const marks = words.filter(
        ({ time, start, length }, index) =>
          time >= (words[index - 1]?.time ?? 0) && start >= 0 && start + length <= text.length,
      );
      return { ...sound, marks };
    } catch (cause) {
      throw new SynthesisFailure('synthesis-failed', 'The answer of the voice server is no audio', {
        cause,
      });
    }
  }
}

async function decodeAudio({ buffer }: Uint8Array<ArrayBuffer>) {
  const audio = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(buffer);
  return { samples: mono(audio), sampleRate: audio.sampleRate };
}

/** All channels in equal parts. */
function mono(audio: AudioBuffer): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(audio.length);
  for (let channel = 0; channel < audio.numberOfChannels; channel++)
    audio.getChannelData(channel).forEach((value, index) => {
      samples[index]! += value / audio.numberOfChannels;
    });
  return samples;
}
